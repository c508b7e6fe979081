"""The Norwegian calendar: public holidays, working days and local clock time.

Days are local Norwegian calendar days (`datetime.date`). The holidays are those of the act on
public holidays, plus 1 May and 17 May which other acts put on the same footing; Saturdays are
named in domstolloven § 149 itself. 24 and 31 December are not holidays (`frister.md` part 2).
"""

from datetime import date, datetime, time, timedelta
from functools import lru_cache

from samvern.law.text import Text

FIRST_YEAR = 1990
LAST_YEAR = 2100
"""The years the calendar is proved for; case facts outside them are refused."""

_ONE_DAY = timedelta(days=1)
_SATURDAY = 5
_WEEKEND = {_SATURDAY: Text("lørdag", "laurdag"), 6: Text("søndag", "søndag")}

_FIXED = (
    (1, 1, Text("1. nyttårsdag", "1. nyttårsdag")),
    (5, 1, Text("1. mai", "1. mai")),
    (5, 17, Text("17. mai", "17. mai")),
    (12, 25, Text("1. juledag", "1. juledag")),
    (12, 26, Text("2. juledag", "2. juledag")),
)
_FROM_EASTER = (
    (-3, Text("skjærtorsdag", "skjærtorsdag")),
    (-2, Text("langfredag", "langfredag")),
    (0, Text("1. påskedag", "1. påskedag")),
    (1, Text("2. påskedag", "2. påskedag")),
    (39, Text("Kristi himmelfartsdag", "Kristi himmelfartsdag")),
    (49, Text("1. pinsedag", "1. pinsedag")),
    (50, Text("2. pinsedag", "2. pinsedag")),
)


def easter_sunday(year: int) -> date:
    """Return Easter Sunday of a Gregorian year (the anonymous Gregorian algorithm)."""
    golden = year % 19
    century, year_of_century = divmod(year, 100)
    skipped_leaps, leap_century = divmod(century, 4)
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - skipped_leaps - correction + 15) % 30
    leaps, rest = divmod(year_of_century, 4)
    weekday = (32 + 2 * leap_century + 2 * leaps - epact - rest) % 7
    shift = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * shift + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def holidays(year: int) -> dict[date, Text]:
    """Return the public holidays of a year with their names, Sundays and Saturdays aside.

    Two holidays on one day (17 May on Whit Monday) are one day with both names.
    """
    easter = easter_sunday(year)
    named = [(date(year, month, day), name) for month, day, name in _FIXED]
    named += [(easter + offset * _ONE_DAY, name) for offset, name in _FROM_EASTER]
    result: dict[date, Text] = {}
    for day, name in sorted(named, key=lambda item: item[0]):
        known = result.get(day)
        both = Text(f"{known.nb} og {name.nb}", f"{known.nn} og {name.nn}") if known else name
        result[day] = both
    return result


def is_working_day(day: date) -> bool:
    """Whether the day is a working day (virkedag): not Saturday, Sunday or public holiday.

    Source: domstolloven § 149 first paragraph.
    """
    return day.weekday() < _SATURDAY and day not in holidays(day.year)


def day_off_name(day: date) -> Text | None:
    """Return why the day is not a working day, or None for a working day."""
    return holidays(day.year).get(day) or _WEEKEND.get(day.weekday())


def next_working_day(day: date) -> date:
    """Return the day itself when it is a working day, else the first working day after it."""
    while not is_working_day(day):
        day += _ONE_DAY
    return day


def previous_working_day(day: date) -> date:
    """Return the day itself when it is a working day, else the last working day before it."""
    while not is_working_day(day):
        day -= _ONE_DAY
    return day


def closed_office_eve(day: date) -> Text | None:
    """Return the name of 24 or 31 December when it is a weekday: not a holiday, often closed.

    A deadline on such a day is not moved; users are told (interpretation, `frister.md` part 2).
    """
    if day.month == 12 and is_working_day(day):
        if day.day == 24:
            return Text("julaften", "julaftan")
        if day.day == 31:
            return Text("nyttårsaften", "nyttårsaftan")
    return None


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31 if month in (3, 10) else 30)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _summer_time(year: int) -> tuple[datetime, datetime]:
    """Start and end of summer time as instants in Norwegian standard time (UTC+1)."""
    end_month = 10 if year >= 1996 else 9
    return (
        datetime.combine(_last_sunday(year, 3), time(2)),
        datetime.combine(_last_sunday(year, end_month), time(2)),
    )


def add_real_hours(start: datetime, hours: int) -> datetime:
    """Return local Norwegian time a number of elapsed hours after a local time.

    Summer time is counted for, so 24 hours over the spring change end one clock hour later
    (`frister.md` F-62). A clock time that occurs twice in autumn is read as the first of the
    two, which gives the earlier and cautious end; one that does not exist in spring can only
    come from a clock not yet moved, and is read as standard time. Naive local times in and out,
    from 1990.
    """
    begins, ends = _summer_time(start.year)
    hour = timedelta(hours=1)
    in_summer = begins + hour <= start < ends + hour
    standard = start - hour if in_summer else start
    standard += timedelta(hours=hours)
    begins, ends = _summer_time(standard.year)
    return standard + hour if begins <= standard < ends else standard
