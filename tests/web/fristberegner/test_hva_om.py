"""What if: old and new dates side by side, the case untouched until one keeps the trial."""

from collections.abc import Mapping

import pytest
from django.test import Client

from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.web.fristberegner.examples import OVERFOERING
from samvern.web.fristberegner.hva_om import compare
from tests.web.fristberegner.sider import Side

ACCEPTED = {"type": "vedtak_akseptert", "dato": "2026-12-10", "ref": "V1", "part": "paatale"}
FORM = {"hendelsestype": "vedtak_akseptert", "modus": "prov", "felt_dato": "10.12.2026",
        "felt_ref": "V1", "felt_part": "paatale"}  # fmt: skip


def cases(extra: Mapping[str, object]) -> tuple[object, object]:
    sak, _ = read_case(OVERFOERING)
    rows = OVERFOERING["hendelser"]
    assert isinstance(rows, list)
    tried, faults = read_case({**OVERFOERING, "hendelser": [*rows, extra]})
    assert faults == ()
    return sak, tried


@pytest.mark.krav("F-20", "F-21")
def test_the_prosecutor_accepts_and_the_transfer_comes_five_days_earlier() -> None:
    found = compare(*cases(ACCEPTED))  # type: ignore[arg-type]
    assert found.overskrift.nb == "Overføringen kan skje fem dager tidligere"
    assert found.overskrift.nn == "Overføringa kan skje fem dagar tidlegare"
    assert found.tekst is not None
    words = found.tekst.nb.replace("\u00a0", " ")
    assert "torsdag 24. desember 2026, ikke tirsdag 29. desember 2026" in words
    changed = {(c.rad.frist.regel, c.rad.frist.part): c for c in found.endringer}
    assert set(changed) == {("F-20", "paatale"), ("F-21", None)}
    assert changed["F-20", "paatale"].uten_dato
    assert changed["F-21", None].dager == -5
    assert not found.senere


def test_a_trial_in_the_future_moves_the_day_for_both_sides() -> None:
    sak, tried = cases({**ACCEPTED, "dato": "2026-12-15"})
    found = compare(sak, tried)  # type: ignore[arg-type]
    assert found.senere
    assert str(found.per_dato) == "2026-12-15"
    assert {c.rad.frist.regel for c in found.endringer} == {"F-20", "F-21"}


def test_every_deadline_is_either_changed_or_the_same() -> None:
    sak, tried = cases(ACCEPTED)
    found = compare(sak, tried)  # type: ignore[arg-type]
    count = len(compute(tried).frister)  # type: ignore[arg-type]
    assert len(found.endringer) + len(found.like) == count


def test_a_fact_about_another_matter_changes_nothing() -> None:
    sak, tried = cases({"type": "innleggelse", "dato": "2026-10-05"})
    found = compare(sak, tried)  # type: ignore[arg-type]
    assert found.endringer == ()
    assert found.overskrift.nb == "Ingen frister endrer seg"


def test_trying_keeping_and_removing(client: Client) -> None:
    side = Side(client).press("eksempel:overfoering")
    before = side.inn
    side.press("prov")
    assert "Bare en prøve" in side.text
    side.press("lagre_hendelse", **FORM)
    assert "Overføringen kan skje fem dager tidligere" in side.text
    assert "2 frister endrer seg" in side.text
    assert "12 frister er like i begge" in side.text
    assert side.inn == before
    removed = dict(side.state)
    side.press("prov_fjern:0")
    assert side.state["proever"] == ""
    assert "fem dager" not in side.text
    side.state = removed
    side.press("prov_behold:0")
    assert side.inn["hendelser"][-1] == ACCEPTED
    assert side.state["proever"] == ""


def test_a_fact_can_be_tried_on_another_day(client: Client) -> None:
    side = Side(client).press("eksempel:overfoering").press("prov_endre:6")
    assert "Lagre endringen" not in side.text
    side.press(
        "lagre_hendelse", hendelsestype="vedtak_mottatt", indeks=6, modus="prov",
        felt_dato="2.12.2026", felt_ref="V1", felt_part="paatale",
    )  # fmt: skip
    assert "I stedet for:" in side.text
    assert "Overføringen kan skje fem dager tidligere" in side.text
    side.press("prov_behold:0")
    assert side.inn["hendelser"][6]["dato"] == "2026-12-02"


def test_the_trial_survives_other_buttons_and_a_removal_drops_it(client: Client) -> None:
    side = Side(client).press("eksempel:overfoering").press("lagre_hendelse", **FORM)
    side.press("visning:2027")
    assert side.state["proever"] != ""
    side.press("fjern:1")
    assert side.state["proever"] == ""


def test_no_more_than_five_trials(client: Client) -> None:
    side = Side(client).press("eksempel:overfoering")
    for day in range(5, 11):
        side.press("lagre_hendelse", **{**FORM, "felt_dato": f"{day}.12.2026"})
    assert "Du kan prøve inntil 5 ting om gangen." in side.text
