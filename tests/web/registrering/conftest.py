"""A case in the small world, and a page reader logged in as the caseworker in NK."""

from uuid import UUID

import pytest
from django.test import Client

from tests.apps.brukere.personer import log_in
from tests.apps.saker.conftest import felles_verden, keep, once, quick_hasher, ring, verden
from tests.apps.saker.verden import Verden, ny_sak

__all__ = ["felles_verden", "keep", "quick_hasher", "ring", "verden"]


def make_sak(verden: Verden) -> UUID:
    """A sentence that is final, with nothing more recorded."""
    return ny_sak(verden).sak


felles_sak = once(make_sak)


@pytest.fixture
def sak(felles_sak: UUID, verden: Verden) -> UUID:
    return felles_sak


@pytest.fixture
def silje(verden: Verden, client: Client) -> Client:
    """Silje Haugen in NK."""
    log_in(client, verden.nk)
    return client
