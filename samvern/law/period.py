"""Date arithmetic of domstolloven §§ 148–149, made of ordered calendar steps.

Order matters and is kept: three years minus three months is not 33 months when month ends are
involved. All functions take and return local calendar days.
"""

from datetime import date, timedelta
from enum import StrEnum


class Unit(StrEnum):
    """The unit a statutory period is counted in."""

    DAG = "dag"
    UKE = "uke"
    MAANED = "maaned"
    AAR = "aar"


def _add_months(day: date, months: int) -> date:
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    # The day before the first of the next month; December has 31 days before any 1 January.
    last = (date(year, (month0 + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month0 + 1, min(day.day, last))


def add(day: date, count: int, unit: Unit) -> date:
    """Return the day a period ends, counted from `day`; a negative count goes backwards.

    Days: the start day is not counted (domstolloven § 148 first paragraph, R1). Weeks: the same
    weekday. Months and years: the same number in the month, or the month's last day when the
    number does not exist; never the other way, so from 28 February one goes to the 28th (§ 148
    second paragraph, R2).
    """
    if unit is Unit.DAG:
        return day + timedelta(days=count)
    if unit is Unit.UKE:
        return day + timedelta(weeks=count)
    return _add_months(day, count if unit is Unit.MAANED else 12 * count)


def first_anniversary_after(established: date, after: date) -> date:
    """Return the first anniversary of `established` that is later than `after`.

    Source: psykisk helsevernloven § 3-8 third paragraph («regnet fra årsdagen for
    etableringen»), requirement LF-K12. From 29 February the anniversary in a common year is
    28 February (§ 148 second paragraph).
    """
    years = max(after.year - established.year, 1)
    candidate = add(established, years, Unit.AAR)
    if candidate <= after:
        candidate = add(established, years + 1, Unit.AAR)
    return candidate
