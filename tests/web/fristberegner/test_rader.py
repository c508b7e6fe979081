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


@pytest.mark.krav("F-12", "N-13.7")
def test_while_the_law_still_allows_it_the_message_says_until_when() -> None:
    said = message(found(on("2026-12-07"))).tekst
    assert "I dag, mandag 7. desember 2026, er siste dag etter loven." in (
        said.nb.replace("\u00a0", " ")
    )
    assert "er siste dag etter lova." in said.nn
    assert "siste dag etter loven" not in message(found(on("2026-12-08"))).tekst.nb


def test_a_complaint_is_never_urgent_and_the_page_is_calm_without_danger() -> None:
    rader = found(EXAMPLES["overfoering"][2])
    assert not any(r.haster for r in rader)
    said = message(rader)
    assert said.farge == "neutral"
    assert said.tall == ""


def test_groups_follow_the_design() -> None:
    groups = {(r.frist.regel, r.frist.ref): r.gruppe for r in found(on("2026-11-23"))}
    assert groups["F-12", "D2"] is Gruppe.KREVER
    assert groups["F-21", "V2"] is Gruppe.VENTER, "nobody must act: it is a day to wait for"
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


def observed(day: str, **start: str) -> tuple[Fristrad, ...]:
    first = {"type": "observasjon_startet", "dato": "2026-03-02", **start}
    return found({"type": "tph", "per_dato": day, "hendelser": [first]})


@pytest.mark.krav("F-60")
@pytest.mark.parametrize(
    ("day", "number", "words"),
    [("2026-03-05", "7", "dager igjen"), ("2026-03-11", "1", "dag igjen"),
     ("2026-03-12", "0", "dager igjen")],
)  # fmt: skip
def test_a_moment_is_counted_to_its_day_and_shown_with_its_clock_time(
    day: str, number: str, words: str
) -> None:
    rader = observed(day, klokkeslett="14:30")
    said = message(rader)
    heading = said.overskrift.nb.replace("\u00a0", " ")
    assert heading == "Tvungen observasjon: innen torsdag 12. mars 2026 kl. 14.30"
    assert said.tall_tekst is not None
    assert (said.tall, said.tall_tekst.nb) == (number, words)
    linjer = row(rader, "F-60").linjer
    assert {str(linje.klokkeslett) for linje in linjer} == {"14:30:00"}


@pytest.mark.krav("F-60")
def test_a_missing_clock_time_counts_to_the_day_before() -> None:
    rader = observed("2026-03-05")
    said = message(rader)
    assert "torsdag 12. mars 2026 – klokkeslettet mangler, planlegg for dagen før" in (
        said.overskrift.nb.replace("\u00a0", " ")
    )
    assert said.tall_tekst is not None
    assert (said.tall, said.tall_tekst.nb) == ("6", "dager til dagen før")
    left = row(rader, "F-60").dager
    assert left is not None
    assert left.nb.replace("\u00a0", " ") == "6 dager igjen til dagen før"


@pytest.mark.krav("F-04")
def test_an_admission_that_is_only_unrecorded_accuses_nobody() -> None:
    dom = {"type": "dom_rettskraftig", "dato": "2020-12-07", "id": "D1", "art": "overfoeringsdom"}
    inn: dict[str, object] = {"type": "tidsubestemt", "per_dato": "2023-11-25", "hendelser": [dom]}
    said = message(found(inn))
    assert said.rad is not None
    assert said.rad.frist.regel == "F-12", "an urgent three-year deadline comes first"
    said = message(found({**inn, "per_dato": "2021-02-01"}))
    assert said.overskrift.nb == "Innleggelse er ikke lagt inn"
    assert said.tekst.nb.startswith("Er den domfelte innlagt, legg inn dagen. Ellers ")
    assert said.farge == "warning"


def test_a_great_number_has_a_space_between_thousands() -> None:
    dom = {"type": "dom_rettskraftig", "dato": "2023-12-06", "id": "D1", "art": "overfoeringsdom"}
    inn: dict[str, object] = {"type": "tidsubestemt", "per_dato": "2029-12-31", "hendelser": [dom]}
    assert message(found(inn)).tall == "1\u00a0121"
