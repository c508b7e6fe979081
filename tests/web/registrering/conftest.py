"""A case in the small world, and a page reader logged in as the caseworker in NK."""

from uuid import UUID

import pytest
from django.test import Client

from tests.apps.brukere.personer import log_in
from tests.apps.saker.conftest import quick_hasher, ring, verden
from tests.apps.saker.verden import Verden, ny_sak

__all__ = ["quick_hasher", "ring", "verden"]


@pytest.fixture
def sak(verden: Verden) -> UUID:
    """A sentence that is final, with nothing more recorded."""
    return ny_sak(verden).sak


@pytest.fixture
def silje(verden: Verden, client: Client) -> Client:
    """Silje Haugen in NK."""
    log_in(client, verden.nk)
    return client
