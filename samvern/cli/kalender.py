"""`samvern kalender 2026`: public holidays, working days a month, and the days people ask about."""

import argparse
import json
import sys
from datetime import date, timedelta

from samvern.law import datotekst
from samvern.law.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    closed_office_eve,
    holidays,
    is_working_day,
)
from samvern.law.text import Maalform, Text

OK, BAD_INPUT = 0, 2

_HOLIDAYS = Text("Helligdager og likestilte dager", "Heilagdagar og likestilte dagar")
_WORKING = Text("Virkedager", "Virkedagar")
_TOTAL = Text("hele året", "heile året")
_EVE = Text(
    "er {dag}. Det er ikke helligdag, og en frist flyttes ikke. Regn med stengt kontor.",
    "er {dag}. Det er ikkje heilagdag, og ein frist blir ikkje flytt. Rekn med stengt kontor.",
)
_EVE_OFF = Text("er {dag}, og dermed fridag.", "er {dag}, og dermed fridag.")


def run(arguments: argparse.Namespace) -> int:
    """Run the command; returns the exit code."""
    year = arguments.aar
    if not FIRST_YEAR <= year <= LAST_YEAR:
        words = f"samvern kalender: velg et år fra {FIRST_YEAR} til {LAST_YEAR}"
        print(words, file=sys.stderr)
        return BAD_INPUT
    if arguments.json:
        print(json.dumps(as_data(year), ensure_ascii=False, indent=1))
        return OK
    _write(year, arguments.maalform)
    return OK


def working_days(year: int) -> dict[int, int]:
    """Return the number of working days in each month, 1 to 12."""
    count = dict.fromkeys(range(1, 13), 0)
    day = date(year, 1, 1)
    while day.year == year:
        count[day.month] += is_working_day(day)
        day += timedelta(days=1)
    return count


def _eves(year: int) -> tuple[date, date]:
    return date(year, 12, 24), date(year, 12, 31)


def as_data(year: int) -> dict[str, object]:
    """Return the year as plain data."""
    return {
        "aar": year,
        "helligdager": [
            {"dato": day.isoformat(), "ukedag": datotekst.weekday(day), "navn": name.nb}
            for day, name in holidays(year).items()
        ],
        "virkedager": {f"{year}-{month:02}": days for month, days in working_days(year).items()},
        "stengt_kontor": [day.isoformat() for day in _eves(year) if closed_office_eve(day)],
    }


def _write(year: int, maalform: Maalform) -> None:
    print(f"{_HOLIDAYS.lang(maalform)} {year}")
    for day, name in holidays(year).items():
        weekday = datotekst.weekday(day, maalform)
        print(f"  {weekday:<8} {datotekst.long(day):<18} {name.lang(maalform)}")
    print(f"\n{_WORKING.lang(maalform)} {year}")
    count = working_days(year)
    for month, days in count.items():
        print(f"  {datotekst.MONTHS[month - 1]:<10} {days:>3}")
    print(f"  {_TOTAL.lang(maalform):<10} {sum(count.values()):>3}\n")
    for day in _eves(year):
        text = _EVE if closed_office_eve(day) else _EVE_OFF
        weekday = datotekst.weekday(day, maalform)
        print(f"{datotekst.long(day)} {text.lang(maalform).format(dag=weekday)}")
