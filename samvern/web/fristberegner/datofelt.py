"""Dates and clock times as they are typed into the calculator, and read back to the writer."""

import re
from datetime import time

from samvern.law import datotekst
from samvern.law.text import Text
from samvern.web.datolesing import DateFault, read_date

_NO_YEAR = re.compile(r"\d{1,2}\s*[./-]\s*\d{1,2}[./-]?|\d{1,2}\.?\s*[a-zæøå]{3,9}\.?")
_CLOCK = re.compile(r"(?:kl\.?\s*)?(\d{1,2})[.:,]?(\d{2})", re.IGNORECASE)
WRITE_YEAR = Text("Skriv året også.", "Skriv året òg.")


def sentence_for(typed: str, fault: DateFault) -> Text:
    """The sentence for a date that could not be read: «6.12.» lacks nothing but its year."""
    wanted = typed.replace("\u00a0", " ").strip().lower()
    return WRITE_YEAR if _NO_YEAR.fullmatch(wanted) else fault.text


def read_clock(typed: str) -> str | None:
    """`14:30` of «14.30», «14,30», «1430» or «kl. 14.30»; None when it is no clock time."""
    match = _CLOCK.fullmatch(typed.strip())
    if match is None or int(match[1]) > 23 or int(match[2]) > 59:
        return None
    return f"{int(match[1]):02}:{int(match[2]):02}"


def weekday_of(typed: str) -> Text | None:
    """The weekday and date of what was typed («søndag 6. desember 2026»), or None."""
    try:
        day = read_date(typed)
    except DateFault:
        return None
    return Text(datotekst.full(day, "nb"), datotekst.full(day, "nn"))


def clock_of(typed: str) -> Text | None:
    """«kl. 14.30» of what was typed, or None."""
    read = read_clock(typed)
    return None if read is None else Text(words := datotekst.clock(time.fromisoformat(read)), words)
