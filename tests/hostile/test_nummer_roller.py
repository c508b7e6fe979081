"""What a role learns from typing somebody's number: nothing that it could not read.

«No hit» and «not allowed» are the same answer to the letter, for a case out of reach as for a role
that does not read the number. Source: part 4 («m»), trust table A3, A4, X15.
"""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client

from samvern.apps.personer import access as personer_access
from samvern.apps.saker import access, masker, rader
from samvern.apps.saker import public as saker
from samvern.apps.saker.actions import opprett_sak
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Sak, Saksdeltaker
from samvern.apps.saker.tilgangstabell import NK_ROLLER, SAKSROLLER
from samvern.engine import clock
from samvern.engine.lesing import reading
from samvern.engine.roller import Rolle
from tests.apps.brukere.personer import Person, log_in, person
from tests.apps.personer.folk import number, sent
from tests.apps.saker.conftest import felles_verden, keep, quick_hasher, ring, verden
from tests.apps.saker.verden import Verden, dom, rettskraft

__all__ = ["felles_verden", "keep", "quick_hasher", "ring", "verden"]

pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-A3", "TR-A4", "TR-X15")]

KNOWN, NOBODY = number(1).siffer, number(2).siffer
VARIES = re.compile(r'value="[A-Za-z0-9]{64}"')
OUTSIDE = sorted(SAKSROLLER - NK_ROLLER)


@pytest.fixture
def sak(verden: Verden) -> UUID:
    """A case of somebody with a number, in which nobody outside NK takes part yet."""
    data = {"person": sent(nummer=KNOWN), "hendelser": [dom(), rettskraft()]}
    return opprett_sak.utfoer(verden.silje, data, noekkel=str(uuid4())).sak


def inside(rolle: Rolle, sak: UUID) -> Person:
    """Somebody in the role who takes part in the case today."""
    who = person(rolle, f"Inne {rolle}")
    slag = rader.SOM[rolle][0]
    own = slag is Deltakerslag.FAGLIG_ANSVARLIG
    Saksdeltaker.objects.create(
        sak_id=sak, slag=str(slag), fra=clock.today(),
        nr=1, bruker=who.id if own else None, virksomhet=None if own else who.virksomhet,
    )  # fmt: skip
    return who


def hits(who: Person, digits: str) -> int:
    with reading(who.viewer(), "person.soekt") as lest:
        lest.saw(["treff.ingen"])
        return len(saker.finn(who.viewer(), digits))


def page(who: Person, digits: str) -> tuple[int, str, str]:
    client = Client()
    log_in(client, who)
    answer = client.post("/saker/finn/", {"q": digits})
    place = answer.headers.get("Location", "")
    return answer.status_code, place, VARIES.sub("", answer.content.decode())


def test_those_who_get_a_hit_are_those_who_read_the_number() -> None:
    reads = {
        rolle for rolle in SAKSROLLER
        if "foedselsnummer" in masker.synlige_felt(access.rolleblikk(rolle))
    }  # fmt: skip
    assert reads == personer_access.FAAR_TREFF


@pytest.mark.parametrize("rolle", OUTSIDE)
def test_a_number_tells_a_role_no_more_than_it_reads(
    verden: Verden, sak: UUID, rolle: Rolle
) -> None:
    assert hits(verden.nk, KNOWN) == 1
    outside = person(rolle, f"Ute {rolle}")
    assert (hits(outside, KNOWN), hits(outside, NOBODY)) == (0, 0)
    assert page(outside, KNOWN) == page(outside, NOBODY)
    who = inside(rolle, sak)
    assert rader.er_synlig(who.viewer(), sak)
    if rolle in personer_access.FAAR_TREFF:
        assert hits(who, KNOWN) == 1
    else:
        assert hits(who, KNOWN) == 0
        assert page(who, KNOWN) == page(who, NOBODY)
        saksnr = Sak.objects.get(pk=sak).saksnr
        assert page(who, saksnr)[1] == f"/saker/{sak}/", "the case number still leads to the case"
