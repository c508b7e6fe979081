"""A reference that is corrected is judged by what it now leads to, and by what it led to."""

from dataclasses import replace
from datetime import date

import pytest

from samvern.apps.saker import masker
from samvern.apps.saker.access import Blikk, Innsyn
from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.koder import Innhold
from samvern.apps.saker.sakskart import kart_av_gjeldende, roetter
from samvern.apps.saker.state import fold
from samvern.engine.roller import Rolle
from samvern.law.sentence import SKJULT
from tests.apps.saker.test_lovkrav import entry as foert
from tests.apps.saker.test_tilgang_masker import entry as rad
from tests.apps.saker.test_tilgang_masker import picture

pytestmark = pytest.mark.krav("TR-A4", "N-20.8", "N-12.2")
DAG = date(2026, 11, 23)


def log(*targets: str) -> tuple[Oppfoering, ...]:
    """A complaint (5) that is corrected to each target in turn, and its decision (6)."""
    start = (
        foert(1, "dom_avsagt", "2022-03-01", id="D1", domstol="tingrett", domstype="tidsubestemt"),
        foert(2, "dom_rettskraftig", "2022-03-20", id="D1", art="overfoeringsdom"),
        foert(3, "overfoeringsvedtak", "2026-10-01", id="V1", retning="mildere"),
        foert(4, "varslingsvedtak", "2026-10-01", id="VV"),
        foert(5, "klage", "2026-10-02", ref=targets[0], part="domfelt"),
        foert(6, "klage_avgjort", "2026-10-20", ref="h5", utfall="ikke_medhold"),
        foert(7, "sak_brakt_inn", "2026-10-05", id="B1"),
    )
    later = []
    for nr, target in enumerate(targets[1:], 8):
        new = foert(nr, "klage", "2026-10-02", ref=target, part="domfelt")
        later.append(new._replace(virkning="retting", erstatter=5 if nr == 8 else nr - 1))
    return (*start, *later)


def shown(rolle: Rolle, *targets: str) -> dict[int, tuple[Innhold, bool]]:
    """The complaint and its decision as the role sees them: row, and whether masked."""
    entries = tuple(
        replace(rad(e.nr, e.type, str(e.skjedde), dict(e.innhold)), erstatter=e.erstatter)
        for e in reversed(log(*targets))
    )
    bilde = masker.saksbilde(Blikk(rolle), replace(picture(), hendelser=entries))
    return {one.nr: (one.innhold, one.felt == ()) for one in bilde.hendelser if "klage" in one.type}


HIDDEN = (Innhold.VARSLING, True)
OPEN = (Innhold.KLAGE, False)


@pytest.mark.parametrize("targets", [("V1", "VV"), ("V1", "V1", "VV"), ("V1", "VV", "VV")])
def test_corrected_to_notification_it_is_hidden_with_all_that_hangs_on_it(
    targets: tuple[str, ...],
) -> None:
    assert set(shown(Rolle.NK, *targets).values()) == {HIDDEN}
    assert shown(Rolle.KONTROLLKOMMISJON, *targets) == {}
    assert len(shown(Rolle.STATSFORVALTER, *targets)) == 1 + len(targets)


@pytest.mark.parametrize("targets", [("VV", "V1"), ("VV", "VV", "V1")])
def test_corrected_from_notification_what_it_was_stays_hidden(targets: tuple[str, ...]) -> None:
    found = shown(Rolle.NK, *targets)
    assert found[5] == HIDDEN
    assert found[6] == OPEN and found[6 + len(targets)] == OPEN


@pytest.mark.parametrize(
    ("targets", "pointed"),
    [(("V1", "VV"), set()), (("VV", "V1"), {6, 8}), (("V1", "V1"), {5, 6, 8})],
)
def test_what_may_be_pointed_at_is_the_same(targets: tuple[str, ...], pointed: set[int]) -> None:
    found = masker.leselige(Blikk(Rolle.KONTROLLKOMMISJON), log(*targets))
    assert {one.nr for one in found if "klage" in one.type} == pointed


@pytest.mark.parametrize(
    ("targets", "hidden"),
    [
        (("V1", "VV"), True),
        (("VV", "V1"), False),
        (("V1", "V1", "VV"), True),
        # Of a chain of three only the last is left: what cannot be followed is hidden.
        (("VV", "VV", "V1"), True),
    ],
)
def test_what_hangs_on_a_complaint_in_a_preview_follows_its_new_target(
    targets: tuple[str, ...], hidden: bool
) -> None:
    sak = kart_av_gjeldende(fold(log(*targets), DAG).hendelser)
    assert sak.om_varsling("h5") is hidden
    row = masker.innhold_av(Blikk(Rolle.NK), "klage_avgjort", {"ref": "h5"}, sak)
    assert (row is Innhold.VARSLING) is hidden


@pytest.mark.parametrize(("targets", "hidden"), [(("V1", "VV"), True), (("VV", "V1"), False)])
def test_the_deadlines_of_a_preview_tell_of_no_decision_on_notification(
    targets: tuple[str, str], hidden: bool
) -> None:
    old, new = targets
    decided = foert(6, "klage_avgjort", "2026-10-20", ref=old, utfall="ikke_medhold")
    changed = foert(8, "klage_avgjort", "2026-10-20", ref=new, utfall="ikke_medhold")
    entries = [decided if e.nr == 6 else e for e in log("V1")]
    state = fold([*entries, changed._replace(virkning="retting", erstatter=6)], DAG)
    cut = masker.tilstand(Blikk(Rolle.KONTROLLKOMMISJON), state)
    assert cut.svar is not None
    (two_weeks,) = [frist for frist in cut.svar.frister if frist.regel == "F-71"]
    assert (two_weeks.spor.grunn.kode == SKJULT) is hidden


def test_withdrawing_belongs_with_what_is_withdrawn() -> None:
    entries = (*log("VV"), foert(8, "klage_trukket", "2026-10-10", ref="VV", part="domfelt"))
    (gone,) = [e for e in entries if e.type == "klage_trukket"]
    assert gone not in masker.leselige(Blikk(Rolle.KONTROLLKOMMISJON), entries)
    first = roetter((e.nr, e.erstatter) for e in entries)
    assert first == {e.nr: e.nr for e in entries}


@pytest.mark.krav("N-20.4", "N-20.13")
@pytest.mark.parametrize(
    ("rolle", "level"),
    [
        (Rolle.NK, Innsyn.MASKERT),
        (Rolle.FAGLIG_ANSVARLIG, Innsyn.FULLT),
        (Rolle.POLITI, None),
        (Rolle.KONTROLLKOMMISJON, None),
        (Rolle.RHF, None),
    ],
)
def test_who_is_told_what_a_victim_wants(rolle: Rolle, level: Innsyn | None) -> None:
    state = fold(log("V1"), DAG)
    held = {"hvem": "fornaermet", "oenske": "oensker"}
    sak = kart_av_gjeldende(state.hendelser)
    assert masker.ser_hendelse(Blikk(rolle), "varslingsoenske", held, sak) is level
