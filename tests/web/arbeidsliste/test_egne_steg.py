"""The viewer's own next step leads to a form that the role may use."""

import pytest

from samvern.apps.saker import public as saker
from samvern.apps.saker.oppgavetekster import FRISTSTEG, MANGLER, STRAKSSTEG
from samvern.engine.roller import Rolle
from samvern.web.arbeidsliste.egne_steg import STEG, own_step
from tests.apps.utvalg.conftest import viewer
from tests.web.arbeidsliste.eksempel import MORGEN, rad

EVERY = [(rolle, kode) for rolle, steps in STEG.items() for kode in steps]


@pytest.mark.krav("TR-A1")
@pytest.mark.parametrize(("rolle", "kode"), EVERY)
def test_the_role_may_record_what_the_step_leads_to(rolle: Rolle, kode: str) -> None:
    step = STEG[rolle][kode]
    assert step.type in saker.SAKSARTER
    saker.may(viewer(rolle), saker.Handling.REGISTRERE, kode=step.type)


@pytest.mark.parametrize(("rolle", "kode"), EVERY)
def test_the_code_is_one_that_can_wait_for_the_role(rolle: Rolle, kode: str) -> None:
    assert kode in FRISTSTEG or kode in STRAKSSTEG or kode in MANGLER


def test_what_waits_for_others_and_what_has_no_date_is_not_the_viewers_own() -> None:
    late_report = MORGEN[1]
    assert own_step(Rolle.FAGLIG_ANSVARLIG, late_report) is not None
    assert own_step(Rolle.NK, late_report) is None
    assert own_step(Rolle.STATSADVOKAT, late_report) is None
    unclear = rad("dato_mangler", "S-1", None, "Statusrapport", None, kode="F-07", slag="uavklart")
    assert own_step(Rolle.FAGLIG_ANSVARLIG, unclear) is None
