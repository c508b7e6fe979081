"""The small world of the cases, and a client for each of its people."""

from collections.abc import Callable

import pytest
from django.test import Client

from samvern.web.arbeidsliste import valg
from tests.apps.brukere.personer import Person, log_in
from tests.apps.saker.conftest import felles_verden, keep, quick_hasher, ring, verden

type As = Callable[..., Client]

__all__ = ["As", "felles_verden", "keep", "no_memory", "quick_hasher", "ring", "som", "verden"]


@pytest.fixture(autouse=True)
def no_memory() -> None:
    """Every test has bodies of its own."""
    valg.forget()


@pytest.fixture
def som(ring: None) -> As:
    """A client in which somebody is logged in."""

    def make(who: Person, *, bekreftet: bool = True) -> Client:
        client = Client()
        log_in(client, who, bekreftet=bekreftet)
        return client

    return make
