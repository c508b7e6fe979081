"""When exactly: limits that end at a clock time, and what to say when the clock time is missing.

F-60, F-61 and F-62 end at a moment, on any day of the week; the last working day means nothing
for them. Without a clock time the day before is the last one that is safe to plan for.
"""

from datetime import date, timedelta

from samvern.law import datotekst
from samvern.law.calendar import is_working_day, previous_working_day
from samvern.law.text import Text
from samvern.law.trace import Frist

TIMED = frozenset({"F-60", "F-61", "F-62"})
NO_CLOCK = Text(
    "klokkeslettet mangler, planlegg for dagen før",
    "klokkeslettet manglar, planlegg for dagen før",
)


def is_timed(frist: Frist) -> bool:
    """Whether the limit ends at a moment and not with its day."""
    return frist.regel in TIMED


def lacks_clock(frist: Frist) -> bool:
    """Whether the limit ends at a moment nobody has recorded."""
    return is_timed(frist) and frist.klokkeslett is None


def act_by(frist: Frist) -> date | None:
    """The last day to act on: the last working day, or for a moment the day it falls on."""
    if frist.dato is None:
        return None
    if lacks_clock(frist):
        return frist.dato - timedelta(days=1)
    return frist.dato if is_timed(frist) else previous_working_day(frist.dato)


def when(frist: Frist) -> Text:
    """«torsdag 12. mars 2026 kl. 14.30»; only for a deadline with a date."""
    assert frist.dato is not None
    clock = f" {datotekst.clock(frist.klokkeslett)}" if frist.klokkeslett else ""
    return Text(datotekst.full(frist.dato, "nb") + clock, datotekst.full(frist.dato, "nn") + clock)


def days_left(frist: Frist, today: date) -> Text:
    """Days left, or since, in words; to the last working day when the date is a day off."""
    assert frist.dato is not None
    day = act_by(frist)
    assert day is not None
    if lacks_clock(frist) and day > today:
        count = (day - today).days
        nb, nn = datotekst.days(count, "nb"), datotekst.days(count, "nn")
        return Text(f"{nb} igjen til dagen før", f"{nn} att til dagen før")
    if not is_timed(frist) and not is_working_day(frist.dato) and frist.dato >= today:
        return to_working_day(day, today)
    return Text(
        datotekst.days_left(frist.dato, today, "nb"), datotekst.days_left(frist.dato, today, "nn")
    )


def to_working_day(day: date, today: date) -> Text:
    """«siste virkedag om 11 dager», «siste virkedag er i dag», «siste virkedag var i går»."""
    count = (day - today).days
    if count > 1:
        nb, nn = datotekst.days(count, "nb"), datotekst.days(count, "nn")
        return Text(f"siste virkedag om {nb}", f"siste virkedag om {nn}")
    if count >= 0:
        nb, nn = datotekst.days_left(day, today, "nb"), datotekst.days_left(day, today, "nn")
        return Text(f"siste virkedag er {nb}", f"siste virkedag er {nn}")
    nb, nn = datotekst.days(count, "nb"), datotekst.days(count, "nn")
    return Text(f"siste virkedag var for {nb} siden", f"siste virkedag var for {nn} sidan")
