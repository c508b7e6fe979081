"""A case, somebody who has no part in it, and those in NK who review."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.test import Client

from samvern.apps.saker.models import Sak
from samvern.engine.roller import Rolle
from tests.apps.brukere.personer import Person, log_in, person
from tests.apps.saker.conftest import felles_verden, keep, quick_hasher, ring, verden
from tests.apps.saker.verden import Verden, ny_sak

__all__ = ["felles_verden", "keep", "quick_hasher", "ring", "verden"]

type As = Callable[..., Client]


@dataclass(frozen=True)
class Vakt:
    """The case, who opens it, and who reviews."""

    sak: Sak
    lege: Person
    nk: Person


@pytest.fixture
def vakt(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> Vakt:
    """A final sentence at another hospital than that of the doctor on call."""
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:00+01:00")
    made = ny_sak(verden)
    return Vakt(
        Sak.objects.get(pk=made.sak), person(Rolle.FAGLIG_ANSVARLIG, "Vera Vakt"), verden.nk
    )


@pytest.fixture
def som(ring: None) -> As:
    """A client in which somebody is logged in."""

    def make(who: Person, *, bekreftet: bool = True) -> Client:
        client = Client()
        log_in(client, who, bekreftet=bekreftet)
        return client

    return make
