"""Groups, days left, the strip of dates and the one message on top."""

from datetime import date

import pytest

from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.law.trace import Status
from samvern.web.fristberegner.examples import EXAMPLES, SEKS_AAR
from samvern.web.fristberegner.naa import message
from samvern.web.fristberegner.rader import Fristrad, Gruppe, rows


def found(inn: dict[str, object]) -> tuple[Fristrad, ...]:
    sak, faults = read_case(inn)
    assert sak is not None, faults
    return rows(compute(sak), sak)


def on(day: str) -> dict[str, object]:
    return {**SEKS_AAR, "per_dato": day}


def row(rader: tuple[Fristrad, ...], regel: str) -> Fristrad:
    return next(r for r in rader if r.frist.regel == regel)


@pytest.mark.krav("F-12", "N-13.7")
def test_the_three_year_deadline_counts_to_the_last_working_day() -> None:
    rader = found(on("2026-11-23"))
    f12 = row(rader, "F-12")
    assert f12.dager is not None
    assert f12.dager.nb.replace("\u00a0", " ") == "siste virkedag om 11 dager"
    assert f12.haster
    assert [(d.dato.isoformat(), d.slag) for d in f12.stripe] == [
        ("2026-12-04", "virkedag"), ("2026-12-05", "fridag"),
        ("2026-12-06", "vist"), ("2026-12-07", "ikke"),
    ]  # fmt: skip
    said = message(rader)
    assert said.tall == "11"
    assert "fredag 4. desember 2026" in said.overskrift.nb.replace("\u00a0", " ")
    assert said.farge == "danger"


@pytest.mark.krav("F-12")
def test_f12_always_has_a_strip() -> None:
    (only,) = row(found(EXAMPLES["overfoering"][2]), "F-12").stripe
    assert only.dato == date(2029, 10, 5)


@pytest.mark.parametrize(
    ("day", "status", "words"),
    [
        ("2026-12-04", Status.LOEPER, "siste virkedag er i dag"),
        ("2026-12-05", Status.LOEPER, "siste virkedag var for 1 dag siden"),
        ("2026-12-07", Status.OVER_NOMINELL, "1 dag over"),
        ("2026-12-08", Status.OVERSITTET, "2 dager over"),
    ],
)
def test_the_days_around_the_three_year_deadline(day: str, status: Status, words: str) -> None:
    rader = found(on(day))
    f12 = row(rader, "F-12")
    assert f12.frist.status is status
    assert f12.dager is not None
    assert f12.dager.nb.replace("\u00a0", " ") == words
    assert message(rader).rad == f12


def test_a_complaint_is_never_urgent_and_the_page_is_calm_without_danger() -> None:
    rader = found(EXAMPLES["overfoering"][2])
    assert not any(r.haster for r in rader)
    said = message(rader)
    assert said.farge == "neutral"
    assert said.tall == ""


def test_groups_follow_the_design() -> None:
    groups = {(r.frist.regel, r.frist.ref): r.gruppe for r in found(on("2026-11-23"))}
    assert groups["F-12", "D2"] is Gruppe.KREVER
    assert groups["F-21", "V2"] is Gruppe.KREVER
    assert groups["F-21", "V1"] is Gruppe.AVSLUTTET, "the transfer has been made"
    assert groups["F-03", "D1"] is Gruppe.AVSLUTTET, "the judgment is final"
    assert groups["F-10", "D2"] is Gruppe.AAPNE
    assert groups["K16-1", "V2"] is Gruppe.AVSLUTTET


def test_every_row_can_be_put_into_words() -> None:
    for _, _, inn in EXAMPLES.values():
        rader = found(inn)
        assert len({r.anker for r in rader}) == len(rader)
        for rad in rader:
            for text in (rad.navn, rad.grunn, rad.hvem, *rad.fakta, *rad.merknader):
                assert text.nb
                assert text.nn
            assert rad.hjemler
            assert all(linje.tekst.nb for linje in rad.linjer)
            if rad.frist.dato and rad.linjer:
                assert rad.frist.dato in {linje.dato for linje in rad.linjer}
