"""Successors: chains, divisions, unknown dates and circles, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.apps.virksomheter.gyldighet import Periode
from samvern.apps.virksomheter.kjede import Ende, Overgang, follow
from samvern.apps.virksomheter.koder import Omfang, Status

DAY = timedelta(days=1)
START = date(2000, 1, 1)


def takeover(fra: str, til: str, on: date, omfang: Omfang = Omfang.HELE) -> Overgang[str]:
    return Overgang(fra, til, omfang, Periode(on))


@st.composite
def chains(draw: st.DrawFn) -> tuple[list[date], date]:
    steps = draw(st.lists(st.integers(1, 2000), min_size=0, max_size=6))
    starts = [START]
    for days in steps:
        starts.append(starts[-1] + timedelta(days=days))
    return starts, draw(st.dates(START - 400 * DAY, starts[-1] + 400 * DAY))


@pytest.mark.krav("N-5.9")
@given(chains(), st.randoms(use_true_random=False))
def test_a_chain_leads_to_the_body_of_the_date(
    chain: tuple[list[date], date], order: object
) -> None:
    starts, on = chain
    names = [f"V{number}" for number in range(len(starts))]
    ends = [start - DAY for start in starts[1:]] + [None]
    lives = {n: [Periode(a, b)] for n, a, b in zip(names, starts, ends, strict=True)}
    steps = [takeover(a, b, on_) for a, b, on_ in zip(names, names[1:], starts[1:], strict=False)]
    order.shuffle(steps)  # type: ignore[attr-defined]
    end = follow("V0", on, lives, steps)
    if on < START:
        assert end == Ende(Status.UKJENT, (), ("V0",))
        return
    here = sum(start <= on for start in starts) - 1
    assert end == Ende(Status.FUNNET, (names[here],), tuple(names[: here + 1]))


@given(st.integers(1, 5))
def test_a_circle_of_takeovers_ends(size: int) -> None:
    names = [f"V{number}" for number in range(size)]
    lives = {name: [Periode(START, START)] for name in names}
    steps = [takeover(a, names[(i + 1) % size], START + DAY) for i, a in enumerate(names)]
    assert follow("V0", START + 5 * DAY, lives, steps).status is Status.UKJENT


def divided() -> tuple[dict[str, list[Periode]], list[Overgang[str]]]:
    lives = {
        "GAMMEL": [Periode(START, date(2024, 12, 31), None, date(2025, 12, 31))],
        "NORD": [Periode(date(2026, 1, 1), None, date(2025, 1, 1))],
        "SOR": [Periode(date(2026, 1, 1), None, date(2025, 1, 1))],
    }
    tid = Periode(date(2026, 1, 1), None, date(2025, 1, 1))
    return lives, [Overgang("GAMMEL", t, Omfang.DELT, tid) for t in ("NORD", "SOR")]


@pytest.mark.parametrize(
    ("on", "status", "hos"),
    [
        (date(2024, 12, 31), Status.FUNNET, {"GAMMEL"}),
        (date(2025, 1, 1), Status.USIKKER, {"GAMMEL", "NORD", "SOR"}),
        (date(2025, 12, 31), Status.USIKKER, {"GAMMEL", "NORD", "SOR"}),
        (date(2026, 1, 1), Status.TRENGER_KOMMUNE, {"NORD", "SOR"}),
    ],
)
def test_a_division_on_an_unknown_day_of_a_year(on: date, status: Status, hos: set[str]) -> None:
    end = follow("GAMMEL", on, *divided())
    assert (end.status, set(end.hos)) == (status, hos)


def test_divided_tasks_that_meet_again_have_one_holder() -> None:
    lives, steps = divided()
    day = date(2030, 1, 1)
    for name in ("NORD", "SOR"):
        lives[name] = [Periode(date(2026, 1, 1), day - DAY, date(2025, 1, 1))]
        steps.append(takeover(name, "SAMLET", day))
    lives["SAMLET"] = [Periode(day)]
    end = follow("GAMMEL", day, lives, steps)
    assert (end.status, end.hos) == (Status.FUNNET, ("SAMLET",))


def test_a_body_that_gives_away_a_part_keeps_its_cases() -> None:
    lives = {"A": [Periode(START)], "B": [Periode(START + DAY)]}
    step = takeover("A", "B", START + DAY, Omfang.DEL)
    assert follow("A", START + 9 * DAY, lives, [step]).hos == ("A",)


def test_a_body_lives_through_a_change_on_an_unknown_day() -> None:
    lives = {
        "A": [
            Periode(START, date(2024, 12, 31), None, date(2025, 12, 31)),
            Periode(date(2026, 1, 1), None, date(2025, 1, 1)),
        ]
    }
    assert follow("A", date(2025, 6, 1), lives, []) == Ende(Status.FUNNET, ("A",), ("A",))


def test_an_end_without_a_successor_is_unknown() -> None:
    assert follow("A", START + 9 * DAY, {"A": [Periode(START, START)]}, []).status is Status.UKJENT
    assert follow("A", START, {}, []).status is Status.UKJENT


def test_an_ended_body_whose_successor_may_have_begun_is_uncertain() -> None:
    lives = {"A": [Periode(START, START)], "B": [Periode(START + 9 * DAY, None, START + DAY)]}
    step = Overgang("A", "B", Omfang.HELE, Periode(START + 9 * DAY, None, START + DAY))
    end = follow("A", START + 3 * DAY, lives, [step])
    assert (end.status, end.hos) == (Status.USIKKER, ("B",))
