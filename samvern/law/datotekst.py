"""How dates, days and numbers are written in Norwegian. Pure; the design guide section 4.

Every function takes the written form (`nb` or `nn`) last. A hard space stands between day and
month, «kl.» and time, and in large numbers, so that a line never breaks inside a date.
"""

from datetime import date, time
from typing import TYPE_CHECKING

from samvern.law.text import Maalform

if TYPE_CHECKING:
    from decimal import Decimal

HARD_SPACE = "\u00a0"
WEEKDAYS: dict[Maalform, tuple[str, ...]] = {
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
    "nn": ("måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "søndag"),
}
SHORT_WEEKDAYS: dict[Maalform, tuple[str, ...]] = {
    "nb": ("ma.", "ti.", "on.", "to.", "fr.", "lø.", "sø."),
    "nn": ("må.", "ty.", "on.", "to.", "fr.", "la.", "sø."),
}
# Month names are the same in both written forms.
MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip
SHORT_MONTHS = (
    "jan.", "feb.", "mars", "april", "mai", "juni",
    "juli", "aug.", "sep.", "okt.", "nov.", "des.",
)  # fmt: skip


def weekday(day: date, maalform: Maalform = "nb") -> str:
    """`søndag`."""
    return WEEKDAYS[maalform][day.weekday()]


def full(day: date, maalform: Maalform = "nb") -> str:
    """`søndag 6. desember 2026`."""
    return f"{weekday(day, maalform)} {long(day)}"


def long(day: date) -> str:
    """`6. desember 2026`, the same in both written forms."""
    return f"{day.day}.{HARD_SPACE}{MONTHS[day.month - 1]}{HARD_SPACE}{day.year}"


def short(day: date) -> str:
    """`6. des. 2026`, the same in both written forms."""
    return f"{day.day}.{HARD_SPACE}{SHORT_MONTHS[day.month - 1]}{HARD_SPACE}{day.year}"


def table(day: date, maalform: Maalform = "nb") -> str:
    """`sø. 6. des. 2026`, the shortest form that still names the weekday."""
    return f"{SHORT_WEEKDAYS[maalform][day.weekday()]}{HARD_SPACE}{short(day)}"


def day_month(day: date) -> str:
    """`6. des.`, only for use where the same row or sentence gives the year."""
    return f"{day.day}.{HARD_SPACE}{SHORT_MONTHS[day.month - 1]}"


def day_month_long(day: date) -> str:
    """`6. desember`, only for use where the same row or sentence gives the year."""
    return f"{day.day}.{HARD_SPACE}{MONTHS[day.month - 1]}"


def period(first: date, last: date) -> str:
    """`9.–11. aug. 2025`; month and year are written once when they are shared."""
    if first == last:
        return short(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{short(last)}"
    if first.year == last.year:
        return f"{day_month(first)}–{short(last)}"
    return f"{short(first)}–{short(last)}"


def clock(moment: time) -> str:
    """`kl. 03.12`."""
    return f"kl.{HARD_SPACE}{moment:%H.%M}"


def days(count: int, maalform: Maalform = "nb") -> str:
    """`1 dag`, `3 dager` / `3 dagar`. The sign is dropped."""
    size = abs(count)
    word = "dag" if size == 1 else {"nb": "dager", "nn": "dagar"}[maalform]
    return f"{number(size)}{HARD_SPACE}{word}"


def days_left(day: date, today: date, maalform: Maalform = "nb") -> str:
    """`i dag`, `i morgen`, `3 dager igjen`, `4 dager over`: calendar days from `today` to `day`."""
    count = (day - today).days
    if count == 0:
        return f"i{HARD_SPACE}dag"
    if count == 1:
        return _tomorrow(maalform)
    if count < 0:
        return f"{days(count, maalform)} over"
    return f"{days(count, maalform)} {'igjen' if maalform == 'nb' else 'att'}"


def opens(day: date, today: date, maalform: Maalform = "nb") -> str:
    """`åpner om 4 dager`, `åpner i morgen`, `åpnet for 4 dager siden`: when a right opens."""
    count = (day - today).days
    verb = "åpner" if maalform == "nb" else "opnar"
    if count == 0:
        return f"{verb} i{HARD_SPACE}dag"
    if count == 1:
        return f"{verb} {_tomorrow(maalform)}"
    if count > 1:
        return f"{verb} om {days(count, maalform)}"
    if maalform == "nb":
        return f"åpnet for {days(count, maalform)} siden"
    return f"opna for {days(count, maalform)} sidan"


def _tomorrow(maalform: Maalform) -> str:
    return f"i{HARD_SPACE}{'morgen' if maalform == 'nb' else 'morgon'}"


def number(value: "int | float | Decimal", decimals: int = 0) -> str:
    """`1 250`, `12,5`: hard space between thousands, comma before decimals, real minus sign."""
    text = f"{value:,.{decimals}f}"
    return text.replace(",", HARD_SPACE).replace(".", ",").replace("-", "−")


def percent(value: "int | float | Decimal", decimals: int = 0) -> str:
    """`12,5 %`."""
    return f"{number(value, decimals)}{HARD_SPACE}%"
