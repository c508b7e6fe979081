"""Saved filters: one set for each user, role and page; and nothing about a person, ever."""

from dataclasses import replace
from typing import Any

import pytest

from samvern.apps.utvalg import public as utvalg
from samvern.apps.utvalg.models import Lagretutvalg
from samvern.apps.utvalg.public import Mittutvalg, Side
from samvern.engine import audit
from samvern.engine.avslag import FinnesIkke, Ugyldig
from samvern.engine.roller import Rolle
from tests.apps.utvalg.conftest import viewer

pytestmark = pytest.mark.django_db

LISTE = Side.ARBEIDSLISTE


def last() -> dict[str, Any]:
    return dict(list(audit.records())[-1])


def test_keep_replace_standard_and_delete() -> None:
    me, start = viewer(), audit.head().nr
    assert utvalg.hent(me, LISTE) is None
    utvalg.lagre(me, LISTE, {"venter": "rhf"}, standard=False)
    utvalg.lagre(me, LISTE, {"frem": "30d", "domstype": "tidsbestemt"}, standard=True)
    kept = {"frem": "30d", "domstype": "tidsbestemt"}
    assert utvalg.hent(me, LISTE) == Mittutvalg(kept, standard=True)
    assert Lagretutvalg.objects.count() == 1
    utvalg.sett_standard(me, LISTE, standard=False)
    assert utvalg.hent(me, LISTE) == Mittutvalg(kept, standard=False)
    utvalg.slett(me, LISTE)
    assert utvalg.hent(me, LISTE) is None
    handled = [one["handling"] for one in audit.records(start + 1)]
    assert handled == ["utvalg.lagret", "utvalg.lagret", "utvalg.standard", "utvalg.slettet"]


def test_what_is_kept_is_logged_by_name_only() -> None:
    me = viewer()
    utvalg.lagre(me, LISTE, {"venter": "rhf"}, standard=False)
    entry = last()
    assert (entry["skrevet"], entry["objekttype"], entry["objekt"]) == (
        ["venter"], "side", "arbeidsliste",
    )  # fmt: skip
    assert entry["bruker"] == str(me.bruker)


def test_user_role_and_page_have_their_own() -> None:
    me = viewer()
    utvalg.lagre(me, LISTE, {"venter": "rhf"}, standard=True)
    assert utvalg.hent(me, Side.REGISTER) is None
    assert utvalg.hent(replace(me, rolle=Rolle.NK_LEDER), LISTE) is None
    assert utvalg.hent(viewer(), LISTE) is None
    for stranger in (viewer(), replace(me, rolle=Rolle.NK_LEDER)):
        with pytest.raises(FinnesIkke):
            utvalg.slett(stranger, LISTE)
        with pytest.raises(FinnesIkke):
            utvalg.sett_standard(stranger, LISTE, standard=False)
    assert utvalg.hent(me, LISTE) == Mittutvalg({"venter": "rhf"}, standard=True)


@pytest.mark.krav("TR-A9")
@pytest.mark.parametrize(
    ("side", "verdier"),
    [
        (LISTE, {"q": "57838598765"}),
        (LISTE, {"venter": "57838598765"}),
        (LISTE, {"frem": "57838598765d"}),
        (LISTE, {"rhf": "578385-98765"}),
        (LISTE, {"venter": "Merkelund"}),
        (LISTE, {"status": "tiltalt"}),
        (LISTE, {"venter": "a" * 65}),
        (LISTE, {"venter": "rhf\n"}),
        (LISTE, {"venter": ""}),
        (Side.REGISTER, {"sok": "S-2026-0311"}),
        (Side.REGISTER, {"status": "S-2026-0311"}),
        (Side.REGISTER, {"per_side": "1000"}),
        (Side.REGISTER, {"institusjon": "zebrafine merkelund"}),
    ],
)
def test_a_number_a_name_or_free_text_is_never_kept(side: Side, verdier: dict[str, str]) -> None:
    me = viewer()
    utvalg.lagre(me, side, {"domstype": "tidsbestemt"}, standard=False)
    before = audit.head().nr
    with pytest.raises(Ugyldig) as told:
        utvalg.lagre(me, side, {"domstype": "tidsubestemt", **verdier}, standard=True)
    assert told.value.kode == "UGYLDIG_VERDI"
    assert not any(value and value in str(told.value.feil) for value in verdier.values())
    assert utvalg.hent(me, side) == Mittutvalg({"domstype": "tidsbestemt"}, standard=False)
    assert audit.head().nr == before
