"""Who is responsible and where the person stays: two capacities that may be two bodies."""

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from samvern.apps.saker.deltakere import participants
from samvern.apps.saker.events import Oppfoering, current, roots
from samvern.apps.saker.koder import Deltakerslag
from samvern.engine import clock, ids

pytestmark = pytest.mark.krav("N-9.7")
D = Deltakerslag
type Line = tuple[D, str | None, str, str | None]


def entry(nr: int, kind: str, day: str, **innhold: Any) -> Oppfoering:
    return Oppfoering(
        nr, kind, "ny", None, date.fromisoformat(day), clock.now(), ids.new_id(), "nk",
        ids.new_id(), "annet", innhold,
    )  # fmt: skip


def lines(*log: Oppfoering) -> list[Line]:
    """Responsible institution, its trust and place of stay, in order of beginning."""
    wanted = (D.INSTITUSJON, D.OPPHOLDSSTED, D.HELSEFORETAK)
    return [
        (p.slag, p.virksomhet, p.fra.isoformat(), p.til.isoformat() if p.til else None)
        for p in participants(current(log), roots(log))
        if p.slag in wanted
    ]


ANSVAR = entry(1, "behandlingsansvar_fastsatt", "2024-02-01", rhf="R", helseforetak="HA",
               institusjon="A")  # fmt: skip


def inn(nr: int, day: str, where: str) -> Oppfoering:
    return entry(nr, "innleggelse", day, institusjon=where, oppholdsform="doegn")


def flyttet(nr: int, day: str, where: str) -> Oppfoering:
    return entry(
        nr, "overfoering_gjennomfoert", day, institusjon=where, oppholdsform="doegn", ref="v"
    )


TRUST = (D.HELSEFORETAK, "HA", "2024-02-01", None)
A = (D.INSTITUSJON, "A", "2024-02-01", None)


def test_an_admission_elsewhere_moves_the_person_and_not_the_responsibility() -> None:
    away = (D.OPPHOLDSSTED, "B", "2024-03-01", None)
    assert lines(ANSVAR, inn(2, "2024-03-01", "B")) == [TRUST, A, away]


def test_one_line_when_the_person_stays_with_the_one_responsible() -> None:
    assert lines(ANSVAR, inn(2, "2024-03-01", "A")) == [TRUST, A]


def test_the_stay_ends_the_day_before_the_next_one() -> None:
    away = (D.OPPHOLDSSTED, "B", "2024-03-01", "2024-03-31")
    assert lines(ANSVAR, inn(2, "2024-03-01", "B"), inn(3, "2024-04-01", "A")) == [TRUST, A, away]
    abroad = entry(3, "utreise", "2024-04-01")
    assert lines(ANSVAR, inn(2, "2024-03-01", "B"), abroad) == [TRUST, A, away]


def test_the_place_ends_with_the_case() -> None:
    end = entry(3, "opphoer", "2024-05-01", av="paatale")
    found = lines(ANSVAR, inn(2, "2024-03-01", "B"), end)
    assert {line[3] for line in found} == {"2024-05-01"}


def test_moves_inside_the_place_of_stay_are_one_stay() -> None:
    inside = entry(3, "intern_overfoering", "2024-04-01", oppholdsform="doegn")
    away = (D.OPPHOLDSSTED, "B", "2024-03-01", None)
    assert lines(ANSVAR, inn(2, "2024-03-01", "B"), inside) == [TRUST, A, away]


def test_whoever_receives_the_person_first_is_responsible_until_somebody_is_made_so() -> None:
    before = inn(1, "2024-02-01", "B")
    assert lines(before) == [(D.INSTITUSJON, "B", "2024-02-01", None)]
    # A new place says nothing about responsibility either.
    again = inn(2, "2024-03-01", "C")
    away = (D.OPPHOLDSSTED, "C", "2024-03-01", None)
    assert lines(before, again) == [(D.INSTITUSJON, "B", "2024-02-01", None), away]


@pytest.mark.krav("N-25.6")
def test_an_institution_from_before_the_sentence_was_final_keeps_no_responsibility() -> None:
    final = entry(2, "dom_rettskraftig", "2024-03-01", art="overfoeringsdom")
    before = inn(1, "2024-02-01", "B")
    # In custody at B. Nobody is responsible under § 5-2 before the sentence is final.
    moved = [(D.INSTITUSJON, "B", "2024-02-01", "2024-02-29"),
             (D.INSTITUSJON, "C", "2024-03-01", None)]  # fmt: skip
    assert lines(before, final, inn(3, "2024-03-01", "C")) == moved
    away = (D.OPPHOLDSSTED, "D", "2024-05-01", None)
    assert lines(before, final, inn(3, "2024-03-01", "C"), inn(4, "2024-05-01", "D")) == [
        *moved, away]  # fmt: skip
    # Admitted to the same institution the responsibility is there, and stays.
    kept = (D.INSTITUSJON, "B", "2024-02-01", None)
    assert lines(before, final, inn(3, "2024-03-01", "B"), inn(4, "2024-05-01", "D")) == [
        kept, away]  # fmt: skip
    # What was decided beforehand stands.
    decided = entry(5, "behandlingsansvar_fastsatt", "2024-02-10", rhf="R", institusjon="B")
    elsewhere = (D.OPPHOLDSSTED, "C", "2024-03-01", None)
    assert lines(before, final, inn(3, "2024-03-01", "C"), decided) == [kept, elsewhere]


def test_the_place_becomes_responsible_by_decision_and_stays_one_line() -> None:
    decided = entry(3, "behandlingsansvar_fastsatt", "2024-06-01", rhf="R", institusjon="B")
    assert lines(ANSVAR, inn(2, "2024-03-01", "B"), decided) == [
        (D.HELSEFORETAK, "HA", "2024-02-01", "2024-05-31"),
        (D.INSTITUSJON, "A", "2024-02-01", "2024-05-31"),
        (D.OPPHOLDSSTED, "B", "2024-03-01", "2024-05-31"),
        (D.INSTITUSJON, "B", "2024-06-01", None),
    ]


def test_responsibility_may_leave_while_the_person_stays() -> None:
    decided = entry(3, "behandlingsansvar_fastsatt", "2024-06-01", rhf="R", institusjon="B")
    back = entry(4, "behandlingsansvar_fastsatt", "2024-08-01", rhf="R", institusjon="A")
    assert lines(ANSVAR, inn(2, "2024-03-01", "A"), decided, back) == [
        (D.HELSEFORETAK, "HA", "2024-02-01", "2024-05-31"),
        (D.INSTITUSJON, "A", "2024-02-01", "2024-05-31"),
        (D.OPPHOLDSSTED, "A", "2024-06-01", "2024-07-31"),
        (D.INSTITUSJON, "B", "2024-06-01", "2024-07-31"),
        (D.INSTITUSJON, "A", "2024-08-01", None),
    ]


def test_a_transfer_takes_the_responsibility_along_and_the_old_trust_goes_out() -> None:
    assert lines(ANSVAR, inn(2, "2024-02-01", "A"), flyttet(3, "2024-06-01", "C")) == [
        (D.HELSEFORETAK, "HA", "2024-02-01", "2024-05-31"),
        (D.INSTITUSJON, "A", "2024-02-01", "2024-05-31"),
        (D.INSTITUSJON, "C", "2024-06-01", None),
    ]


def test_a_transfer_in_the_place_of_stay_moves_no_responsibility() -> None:
    # Round-the-clock care to care without, with the institution where the person already is.
    away = (D.OPPHOLDSSTED, "B", "2024-03-01", None)
    log = (ANSVAR, inn(2, "2024-03-01", "B"), flyttet(3, "2024-06-01", "B"))
    assert lines(*log) == [TRUST, A, away]


def test_a_transfer_back_to_the_one_responsible_ends_the_stay_elsewhere() -> None:
    away = (D.OPPHOLDSSTED, "B", "2024-03-01", "2024-05-31")
    log = (ANSVAR, inn(2, "2024-03-01", "B"), flyttet(3, "2024-06-01", "A"))
    assert lines(*log) == [TRUST, A, away]


def test_a_decision_of_the_same_day_goes_before_the_transfer() -> None:
    kept = entry(4, "behandlingsansvar_fastsatt", "2024-06-01", rhf="R", helseforetak="HA",
                 institusjon="A")  # fmt: skip
    away = (D.OPPHOLDSSTED, "C", "2024-06-01", None)
    log = (ANSVAR, inn(2, "2024-02-01", "A"), flyttet(3, "2024-06-01", "C"), kept)
    assert lines(*log) == [TRUST, A, away]


def test_a_return_from_prison_moves_no_responsibility() -> None:
    prison = entry(3, "dom_rettskraftig", "2016-05-01", art="kriminalomsorg")
    back = entry(4, "tilbakefoering", "2018-05-01", institusjon="B", oppholdsform="doegn")
    decided = ANSVAR._replace(skjedde=date(2015, 1, 1))
    assert lines(decided, inn(2, "2015-01-01", "A"), prison, back) == [
        (D.HELSEFORETAK, "HA", "2015-01-01", None),
        (D.INSTITUSJON, "A", "2015-01-01", None),
        (D.OPPHOLDSSTED, "B", "2018-05-01", None),
    ]


# --- the whole way, on both databases


def known(found: Iterable[Line]) -> set[str | None]:
    return {line[1] for line in found}


def test_a_correction_puts_the_place_right_again() -> None:
    wrong = inn(2, "2024-03-01", "B")
    right = inn(3, "2024-03-01", "A")._replace(virkning="retting", erstatter=2)
    assert known(lines(ANSVAR, wrong, right)) == {"A", "HA"}
