"""Date arithmetic of domstolloven §§ 148–149, against dateutil and by its own laws."""

from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from samvern.law.period import Unit, add, first_anniversary_after

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@given(DAYS, st.integers(-400, 400))
def test_dager(day: date, count: int) -> None:
    assert add(day, count, Unit.DAG) == day + timedelta(days=count)


@given(DAYS, st.integers(-60, 60))
def test_uker_holder_ukedagen(day: date, count: int) -> None:
    end = add(day, count, Unit.UKE)
    assert end == day + relativedelta(weeks=count)
    assert end.weekday() == day.weekday()


@given(DAYS, st.integers(-120, 120))
def test_maaneder_som_dateutil(day: date, count: int) -> None:
    assert add(day, count, Unit.MAANED) == day + relativedelta(months=count)


@given(DAYS, st.integers(-10, 10))
def test_aar_som_dateutil(day: date, count: int) -> None:
    assert add(day, count, Unit.AAR) == day + relativedelta(years=count)


@given(DAYS, st.integers(0, 60))
def test_samme_tall_eller_maanedens_siste_dag(day: date, count: int) -> None:
    end = add(day, count, Unit.MAANED)
    last_of_month = (end + timedelta(days=1)).month != end.month
    assert end.day == day.day or (last_of_month and end.day < day.day)


@given(DAYS, DAYS, st.integers(0, 40), st.sampled_from(Unit))
def test_en_senere_start_gir_aldri_en_tidligere_slutt(
    one: date, two: date, count: int, unit: Unit
) -> None:
    first, later = sorted((one, two))
    assert add(first, count, unit) <= add(later, count, unit)


@pytest.mark.parametrize(
    ("day", "count", "unit", "end"),
    [
        ("2024-02-29", 1, Unit.AAR, "2025-02-28"),
        ("2024-02-29", 3, Unit.AAR, "2027-02-28"),
        ("2024-02-29", 4, Unit.AAR, "2028-02-29"),
        ("2025-02-28", 3, Unit.AAR, "2028-02-28"),
        ("2021-10-31", 6, Unit.MAANED, "2022-04-30"),
        ("2023-08-31", 6, Unit.MAANED, "2024-02-29"),
        ("2025-11-30", 3, Unit.MAANED, "2026-02-28"),
        ("2025-04-30", 1, Unit.MAANED, "2025-05-30"),
        ("2025-01-31", 1, Unit.MAANED, "2025-02-28"),
        ("2025-12-15", 1, Unit.MAANED, "2026-01-15"),
        ("2025-01-15", -1, Unit.MAANED, "2024-12-15"),
        ("2025-03-31", -1, Unit.MAANED, "2025-02-28"),
        ("2025-03-12", 3, Unit.UKE, "2025-04-02"),
        ("2025-02-20", 10, Unit.DAG, "2025-03-02"),
    ],
)
def test_kjente_frister(day: str, count: int, unit: Unit, end: str) -> None:
    assert add(date.fromisoformat(day), count, unit) == date.fromisoformat(end)


def test_tre_aar_minus_tre_maaneder_er_ikke_33_maaneder() -> None:
    day = date(2024, 2, 29)
    three_years = add(day, 3, Unit.AAR)
    assert add(three_years, -3, Unit.MAANED) == date(2026, 11, 28)
    assert add(day, 33, Unit.MAANED) == date(2026, 11, 29)
    day = date(2023, 5, 31)
    assert add(add(day, -3, Unit.MAANED), 36, Unit.MAANED) == date(2026, 2, 28)
    assert add(add(day, 36, Unit.MAANED), -3, Unit.MAANED) == date(2026, 2, 28)
    assert add(add(date(2025, 11, 30), 3, Unit.MAANED), -3, Unit.MAANED) == date(2025, 11, 28)


@pytest.mark.krav("LF-K12")
@given(DAYS, st.integers(-400, 4000))
def test_aarsdagen_er_den_foerste_etter(established: date, days: int) -> None:
    after = established + timedelta(days=days)
    found = first_anniversary_after(established, after)
    assert found > after
    assert found > established
    years = found.year - established.year
    assert years >= 1
    assert found == established + relativedelta(years=years)
    earlier = established + relativedelta(years=years - 1)
    assert earlier <= after or years == 1


@pytest.mark.krav("LF-K12")
@pytest.mark.parametrize(
    ("established", "after", "found"),
    [
        ("2024-02-29", "2025-02-28", "2026-02-28"),
        ("2024-02-29", "2025-02-27", "2025-02-28"),
        ("2024-02-29", "2028-02-28", "2028-02-29"),
        ("2024-05-10", "2025-05-10", "2026-05-10"),
        ("2024-05-10", "2025-05-09", "2025-05-10"),
        ("2024-05-10", "2024-01-01", "2025-05-10"),
        ("2024-12-31", "2026-01-01", "2026-12-31"),
    ],
)
def test_kjente_aarsdager(established: str, after: str, found: str) -> None:
    day = first_anniversary_after(date.fromisoformat(established), date.fromisoformat(after))
    assert day == date.fromisoformat(found)
