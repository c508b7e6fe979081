"""Validity: three answers about a date, and dates that may not contradict each other."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samvern.apps.virksomheter.gyldighet import (
    UKJENT_START,
    Periode,
    contradictions,
    overlaps,
    possibly,
    surely,
    surely_ended,
)

DAYS = st.dates(date(1995, 1, 1), date(2035, 12, 31))
DAY = timedelta(days=1)


@st.composite
def periods(draw: st.DrawFn) -> Periode:
    outer_first, first, last, outer_last = sorted(draw(st.lists(DAYS, min_size=4, max_size=4)))
    ends = draw(st.booleans())
    return Periode(
        first,
        last if ends else None,
        draw(st.sampled_from([None, outer_first, UKJENT_START])),
        outer_last if ends and draw(st.booleans()) else None,
    )


@given(periods(), DAYS)
def test_what_surely_held_possibly_held_and_has_not_ended(period: Periode, on: date) -> None:
    if surely(period, on):
        assert possibly(period, on)
    assert not (possibly(period, on) and surely_ended(period, on))


@given(periods(), DAYS)
def test_ended_stays_ended(period: Periode, on: date) -> None:
    if surely_ended(period, on):
        assert surely_ended(period, on + DAY)
        assert not possibly(period, on + DAY)


@given(periods())
def test_first_and_last_day_are_included(period: Periode) -> None:
    assert surely(period, period.gyldig_fra)
    assert not surely(period, period.gyldig_fra - DAY)
    if period.gyldig_til:
        assert surely(period, period.gyldig_til)
        assert not surely(period, period.gyldig_til + DAY)


@given(periods(), periods(), DAYS)
def test_overlap_is_a_day_in_common(a: Periode, b: Periode, on: date) -> None:
    assert overlaps(a, b) == overlaps(b, a)
    if surely(a, on) and surely(b, on):
        assert overlaps(a, b)
    if overlaps(a, b):
        common = max(a.gyldig_fra, b.gyldig_fra)
        assert surely(a, common)
        assert surely(b, common)


@given(DAYS, DAYS)
def test_an_end_before_the_beginning_is_refused(first: date, last: date) -> None:
    assume(last < first)
    with pytest.raises(ValueError, match="Siste dag"):
        Periode(first, last)


def test_the_bounds_may_not_contradict_the_sure_days() -> None:
    day = date(2026, 1, 1)
    assert contradictions(Periode(day)) == []
    with pytest.raises(ValueError, match="Tidligste mulige"):
        Periode(day, None, day + DAY)
    with pytest.raises(ValueError, match="Siste mulige"):
        Periode(day, None, None, day)
    with pytest.raises(ValueError, match="Siste mulige"):
        Periode(day, day + DAY, None, day)


def test_an_unknown_start_reaches_back_without_limit() -> None:
    period = Periode(date(2024, 1, 1), None, UKJENT_START)
    assert possibly(period, date(1850, 1, 1))
    assert not surely(period, date(2023, 12, 31))
