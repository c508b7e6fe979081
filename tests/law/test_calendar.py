"""The calendar against two other calendars, and the clock against the time zone database."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import holidays as holidays_library
import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from samvern.law import calendar
from samvern.law.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    add_real_hours,
    closed_office_eve,
    day_off_name,
    easter_sunday,
    holidays,
    is_working_day,
    next_working_day,
    previous_working_day,
)

YEARS = range(FIRST_YEAR, LAST_YEAR + 1)
OSLO = ZoneInfo("Europe/Oslo")
DAYS = st.dates(date(FIRST_YEAR, 1, 10), date(LAST_YEAR, 12, 20))
DAY = timedelta(days=1)


def test_aarene_er_1990_til_2100() -> None:
    assert (FIRST_YEAR, LAST_YEAR) == (1990, 2100)


def test_paaske_er_den_samme_som_i_dateutil() -> None:
    assert [y for y in range(1583, 3000) if easter_sunday(y) != easter(y)] == []


def test_helligdagene_er_de_samme_som_i_biblioteket_holidays() -> None:
    for year in YEARS:
        theirs = set(holidays_library.country_holidays("NO", years=year))
        assert set(holidays(year)) == theirs, year


def test_virkedager_er_hverdager_utenom_helligdagene() -> None:
    for year in YEARS:
        theirs = holidays_library.country_holidays("NO", years=year)
        day = date(year, 1, 1)
        while day.year == year:
            assert is_working_day(day) == (day.weekday() < 5 and day not in theirs), day
            assert (day_off_name(day) is None) == is_working_day(day), day
            day += DAY


def test_navnene_paa_dagene() -> None:
    names = {day.isoformat(): name.nb for day, name in holidays(2026).items()}
    assert names == {
        "2026-01-01": "1. nyttårsdag",
        "2026-04-02": "skjærtorsdag",
        "2026-04-03": "langfredag",
        "2026-04-05": "1. påskedag",
        "2026-04-06": "2. påskedag",
        "2026-05-01": "1. mai",
        "2026-05-14": "Kristi himmelfartsdag",
        "2026-05-17": "17. mai",
        "2026-05-24": "1. pinsedag",
        "2026-05-25": "2. pinsedag",
        "2026-12-25": "1. juledag",
        "2026-12-26": "2. juledag",
    }
    assert list(names) == sorted(names)


def test_to_helligdager_paa_samme_dag_er_en_dag_med_begge_navn() -> None:
    name = holidays(2027)[date(2027, 5, 17)]
    assert (name.nb, name.nn) == ("17. mai og 2. pinsedag", "17. mai og 2. pinsedag")
    assert holidays(2008)[date(2008, 5, 1)].nb == "1. mai og Kristi himmelfartsdag"


def test_helgens_navn_paa_begge_maalformer() -> None:
    saturday, sunday = day_off_name(date(2026, 11, 21)), day_off_name(date(2026, 11, 22))
    assert saturday is not None
    assert (saturday.nb, saturday.nn) == ("lørdag", "laurdag")
    assert sunday is not None
    assert (sunday.nb, sunday.nn) == ("søndag", "søndag")


def test_helligdag_i_helg_har_helligdagens_navn() -> None:
    name = day_off_name(date(2026, 12, 26))
    assert name is not None
    assert name.nb == "2. juledag"


@given(DAYS)
def test_neste_virkedag_er_den_foerste(day: date) -> None:
    found = next_working_day(day)
    assert is_working_day(found)
    between = [day + n * DAY for n in range((found - day).days)]
    assert not any(is_working_day(d) for d in between)


@given(DAYS)
def test_forrige_virkedag_er_den_siste_foer(day: date) -> None:
    found = previous_working_day(day)
    assert is_working_day(found)
    between = [found + n * DAY for n in range(1, (day - found).days + 1)]
    assert not any(is_working_day(d) for d in between)


@pytest.mark.parametrize(
    ("day", "nxt", "previous"),
    [
        ("2026-11-20", "2026-11-20", "2026-11-20"),
        ("2026-11-21", "2026-11-23", "2026-11-20"),
        ("2026-04-02", "2026-04-07", "2026-04-01"),
        ("2025-12-25", "2025-12-29", "2025-12-24"),
        ("2026-01-01", "2026-01-02", "2025-12-31"),
    ],
)
def test_flytting_over_helg_paaske_jul_og_nyttaar(day: str, nxt: str, previous: str) -> None:
    given_day = date.fromisoformat(day)
    assert next_working_day(given_day) == date.fromisoformat(nxt)
    assert previous_working_day(given_day) == date.fromisoformat(previous)


def test_julaften_og_nyttaarsaften_er_hverdager_med_stengt_kontor() -> None:
    for year in YEARS:
        for month, number in ((12, 24), (12, 31)):
            day = date(year, month, number)
            assert (closed_office_eve(day) is not None) == (day.weekday() < 5)
    christmas, new_year = (
        closed_office_eve(date(2026, 12, 24)),
        closed_office_eve(date(2026, 12, 31)),
    )
    assert christmas is not None
    assert (christmas.nb, christmas.nn) == ("julaften", "julaftan")
    assert new_year is not None
    assert (new_year.nb, new_year.nn) == ("nyttårsaften", "nyttårsaftan")


@given(DAYS.filter(lambda d: (d.month, d.day) not in ((12, 24), (12, 31))))
def test_ingen_andre_dager_er_stengt_kontor(day: date) -> None:
    assert closed_office_eve(day) is None


def elapsed(start: datetime, end: datetime) -> set[timedelta]:
    """Real time from start to end in Norway, for both readings of an ambiguous end."""
    begin = start.replace(tzinfo=OSLO).timestamp()
    ends = [end.replace(tzinfo=OSLO, fold=fold).timestamp() for fold in (0, 1)]
    return {timedelta(seconds=e - begin) for e in ends}


# The zone data stop changing the clock after 2037 in some builds; the rule itself does not.
MOMENTS = st.builds(
    lambda day, clock: datetime.combine(day, clock.replace(second=0, microsecond=0)),
    st.dates(date(1990, 1, 2), date(2036, 12, 30)),
    st.times(),
)


def exists(moment: datetime) -> bool:
    aware = moment.replace(tzinfo=OSLO)
    return datetime.fromtimestamp(aware.timestamp(), OSLO).replace(tzinfo=None) == moment


@pytest.mark.krav("F-62")
@given(MOMENTS.filter(exists), st.integers(0, 72))
def test_virkelige_timer_er_som_i_tidssonen(start: datetime, hours: int) -> None:
    assert timedelta(hours=hours) in elapsed(start, add_real_hours(start, hours))


def changes(year: int) -> list[date]:
    """The days of a year on which the clock is moved, from the zone data."""
    noon = [datetime(year, 1, 1, 12, tzinfo=OSLO) + n * DAY for n in range(366)]
    return [
        later.date()
        for earlier, later in pairwise(noon)
        if earlier.utcoffset() != later.utcoffset() and later.year == year
    ]


@pytest.mark.krav("F-62")
@pytest.mark.parametrize("year", range(1990, 2037))
def test_doegnet_over_hvert_skifte_av_klokken(year: int) -> None:
    days = changes(year)
    assert len(days) == 2
    for day in days:
        for hour in (*range(1, 24), 0):
            for minute in (0, 30, 59):
                start = datetime.combine(day, time(hour, minute)) - DAY
                end = add_real_hours(start, 24)
                assert timedelta(hours=24) in elapsed(start, end), start


@pytest.mark.krav("F-62")
@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-03-29 14:30", "2025-03-30 15:30"),
        ("2025-03-29 01:59", "2025-03-30 01:59"),
        ("2025-03-29 02:00", "2025-03-30 03:00"),
        ("2025-10-25 14:30", "2025-10-26 13:30"),
        ("2025-10-25 02:30", "2025-10-26 02:30"),
        ("2025-10-25 03:00", "2025-10-26 02:00"),
        ("2025-10-26 01:59", "2025-10-27 00:59"),
        ("2025-10-26 02:00", "2025-10-27 01:00"),
        ("2025-10-26 02:59", "2025-10-27 01:59"),
        ("2025-10-26 03:00", "2025-10-27 03:00"),
        ("2025-03-30 02:30", "2025-03-31 03:30"),
        ("2025-03-30 03:00", "2025-03-31 03:00"),
        ("1995-09-23 12:00", "1995-09-24 11:00"),
        ("1996-10-26 12:00", "1996-10-27 11:00"),
        ("2099-03-28 12:00", "2099-03-29 13:00"),
        ("2026-12-31 12:00", "2027-01-01 12:00"),
    ],
)
def test_kjente_doegn(start: str, end: str) -> None:
    given_start = datetime.fromisoformat(start)
    assert add_real_hours(given_start, 24) == datetime.fromisoformat(end)


def test_paaskeaften_og_pinseaften_er_loerdager() -> None:
    for year in YEARS:
        assert calendar.easter_sunday(year).weekday() == 6
        assert not is_working_day(easter_sunday(year) - DAY)
        assert not is_working_day(easter_sunday(year) + 48 * DAY)
