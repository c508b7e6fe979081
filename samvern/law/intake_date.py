"""Reading a date from text: one form only, within the years the calendar is proved for."""

import re
from datetime import date

from samvern.law.calendar import FIRST_YEAR, LAST_YEAR

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def parse_date(value: object) -> date | None:
    """Return the date of ISO text ``YYYY-MM-DD`` within the calendar's years, else None."""
    if not isinstance(value, str) or not _DATE.match(value):
        return None
    try:
        day = date.fromisoformat(value)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None
