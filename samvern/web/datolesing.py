"""Reading a date a person has typed: `6.12.2026`, `6. des 2026`, `061226`, `2026-12-06`.

«I dag», and a date without its year, are not read: a draft may be opened again another day or in
another year, and would then say something else. The fault gives what to write instead. The design
guide section 6: one text field, and a fault that says what is wrong.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from samvern.engine import clock
from samvern.law.datotekst import MONTHS
from samvern.law.text import Text

EARLIEST_YEAR = 1900
LATEST_YEAR = 2100
# Two digits mean 1930–2029: sentences may be old, and deadlines lie only some years ahead.
CENTURY_SPLIT = 30
ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
NUMERIC = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\s*[./-]\s*(\d{4}|\d{2})")
PACKED = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
WITHOUT_YEAR = re.compile(r"(\d{1,2})\s*[./-]\s*(\d{1,2})\.?")
NAMED_WITHOUT_YEAR = re.compile(r"(\d{1,2})\.?\s*([a-zæøå]{3,9})\.?")
FROM_TODAY = {"i dag": 0, "idag": 0, "i går": -1, "igår": -1, "i morgen": 1, "i morgon": 1}
WORDS = re.compile(r"(?:[a-zæøå]+\.?\s+)?(\d{1,2})\.?\s*([a-zæøå]{3,9})\.?\s*(\d{4}|\d{2})")

MISSING = Text("Skriv en dato.", "Skriv ein dato.")
UNREADABLE = Text(
    "Skriv datoen som 6.12.2026, 6. des 2026 eller 061226.",
    "Skriv datoen som 6.12.2026, 6. des 2026 eller 061226.",
)
NO_YEAR = Text("Skriv årstallet også, som {example}.", "Skriv årstalet òg, som {example}.")
RELATIVE = Text(
    "Skriv datoen med tall, her {example}. Ord som «i dag» betyr noe annet i morgen.",
    "Skriv datoen med tal, her {example}. Ord som «i dag» tyder noko anna i morgon.",
)
BAD_MONTH = Text(
    "Måned {month} finnes ikke. Året har tolv måneder.",
    "Månad {month} finst ikkje. Året har tolv månader.",
)
BAD_DAY = Text(
    "{day}. {month} finnes ikke. {Month} har {last} dager.",
    "{day}. {month} finst ikkje. {Month} har {last} dagar.",
)
BAD_FEBRUARY = Text(
    "{day}. {month} finnes ikke i {year}. {Month} har {last} dager det året.",
    "{day}. {month} finst ikkje i {year}. {Month} har {last} dagar det året.",
)
BAD_YEAR = Text(
    f"Skriv et år mellom {EARLIEST_YEAR} og {LATEST_YEAR}.",
    f"Skriv eit år mellom {EARLIEST_YEAR} og {LATEST_YEAR}.",
)


class DateFault(ValueError):
    """The text is not a date. `text` is the sentence to show beside the field."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.nb)
        self.text = text


def read_date(typed: str) -> date:
    """Read a typed date. Raises DateFault with a sentence in both written forms."""
    wanted = " ".join(typed.replace("\u00a0", " ").lower().split())
    if not wanted:
        raise DateFault(MISSING)
    if match := ISO.fullmatch(wanted):
        year, month, day = (int(part) for part in match.groups())
        return _checked(year, month, day)
    if match := NUMERIC.fullmatch(wanted) or PACKED.fullmatch(wanted):
        return _checked(_year(match[3]), int(match[2]), int(match[1]))
    if match := WORDS.fullmatch(wanted):
        return _checked(_year(match[3]), _month(match[2]), int(match[1]))
    raise DateFault(_nearly(wanted))


def _nearly(wanted: str) -> Text:
    """What is wrong with a text that a person would have understood."""
    today = clock.today()
    if wanted in FROM_TODAY:
        day = today + timedelta(days=FROM_TODAY[wanted])
        return RELATIVE.format(example=f"{day.day}.{day.month}.{day.year}")
    if match := WITHOUT_YEAR.fullmatch(wanted) or NAMED_WITHOUT_YEAR.fullmatch(wanted):
        month = int(match[2]) if match[2].isdigit() else _month(match[2])
        # What cannot be a day this year says so itself: the advice must be one that works.
        day = _checked(today.year, month, int(match[1]))
        return NO_YEAR.format(example=f"{day.day}.{day.month}.{day.year}")
    return UNREADABLE


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < CENTURY_SPLIT else 1900)


def _month(word: str) -> int:
    found = [nr for nr, name in enumerate(MONTHS, start=1) if name.startswith(word)]
    if len(found) != 1:
        raise DateFault(UNREADABLE)
    return found[0]


def _checked(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise DateFault(BAD_MONTH.format(month=str(month)))
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        raise DateFault(BAD_YEAR)
    last = monthrange(year, month)[1]
    if 1 <= day <= last:
        return date(year, month, day)
    name = MONTHS[month - 1]
    sentence = BAD_FEBRUARY if month == 2 else BAD_DAY
    raise DateFault(
        sentence.format(
            day=str(day), month=name, Month=name.capitalize(), last=str(last), year=str(year)
        )
    )
