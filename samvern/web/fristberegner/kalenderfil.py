"""The dates as an iCalendar file. No personal data: no free text, no ids and no names.

A file from the register has the case number, so that dates of two cases are not taken for one.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from samvern.law import datotekst
from samvern.law.event import Sak
from samvern.law.event_texts import kodetekst
from samvern.law.reader import compute
from samvern.law.rule import REGELSETT, Fristtype
from samvern.law.text import Maalform, Text
from samvern.law.trace import Frist, Status, Svar
from samvern.web.fristberegner.rader import Fristrad, key, rows
from samvern.web.fristberegner.tidspunkt import NO_CLOCK

STILL_MATTERS = frozenset(
    {
        Status.LOEPER,
        Status.IKKE_AAPNET,
        Status.OVER_NOMINELL,
        Status.OVERSITTET,
        Status.NAADD,
    }
)
FILE_NAME = "samvern-frister.ics"
_WORKING_DAY = Text("Siste virkedag", "Siste virkedag")
_NOT_BEFORE = Text("Ikke før", "Ikkje før")
_ONLY = Text("Gjelder bare", "Gjeld berre")
_OTHERS = Text("De andre har sine egne frister.", "Dei andre har sine eigne fristar.")
_NORWAY = ZoneInfo("Europe/Oslo")
_BASIS = Text("Hjemmel", "Heimel")
_RULE = Text("Regel", "Regel")
_DAY = timedelta(days=1)
_YEAR = timedelta(days=366)


def uid(frist: Frist, sak: str = "") -> str:
    """A stable id of the entry: the same deadline of a case on the same date is the same entry."""
    parts = "|".join(str(part) for part in (*key(frist), frist.dato, *([sak] if sak else [])))
    return f"{sha256(parts.encode()).hexdigest()[:32]}@samvern"


def _last_working_day(rad: Fristrad) -> date | None:
    """The working day to act on before the date, for a duty alone: a right waits for its day."""
    if not rad.plikt or rad.tidsbestemt or rad.over or rad.virkedag == rad.frist.dato:
        return None
    return rad.virkedag


def _opens(rad: Fristrad) -> bool:
    """Whether nothing may happen before the date."""
    return rad.frist.status is Status.IKKE_AAPNET


def _summary(rad: Fristrad, form: Maalform) -> str:
    """The name, and what somebody must know who reads nothing but this line."""
    name = rad.navn.lang(form)
    if rad.frist.klokkeslett is not None:
        return f"{name} {datotekst.clock(rad.frist.klokkeslett)}"
    if rad.uten_klokkeslett:
        return f"{name}, {NO_CLOCK.lang(form)}"
    if (last := _last_working_day(rad)) is not None:
        weekday = datotekst.SHORT_WEEKDAYS[form][last.weekday()]
        return f"{name}, siste virkedag {weekday} {last.day}.{last.month}."
    if _opens(rad) and rad.frist.dato is not None:
        day = rad.frist.dato
        return f"{name}, {_NOT_BEFORE.lang(form).lower()} {day.day}.{day.month}."
    return name


def _description(rad: Fristrad, form: Maalform) -> str:
    cited = ", ".join(h.henvisning.tekst for h in rad.hjemler)
    lines = [rad.hvem.lang(form)]
    if rad.regel.fristtype is Fristtype.KLAGE and rad.frist.part is not None:
        only = kodetekst(rad.frist.part).lang(form)
        lines.append(f"{_ONLY.lang(form)} {only[:1].lower()}{only[1:]}. {_OTHERS.lang(form)}")
    if _opens(rad) and rad.frist.dato is not None:
        lines.append(f"{_NOT_BEFORE.lang(form)} {datotekst.full(rad.frist.dato, form)}")
    if (last := _last_working_day(rad)) is not None:
        lines.append(f"{_WORKING_DAY.lang(form)}: {datotekst.full(last, form)}")
    lines.append(f"{_BASIS.lang(form)}: {cited}")
    lines.append(f"{_RULE.lang(form)}: {rad.frist.regel}, Samvern {REGELSETT}")
    return "\n".join(lines).replace("\u00a0", " ")


def _event(rad: Fristrad, day: date, form: Maalform, sak: str) -> Event:
    event = Event()
    event.add("uid", uid(rad.frist, sak))
    # A fixed stamp: the same case gives the same file, byte for byte.
    event.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
    name = _summary(rad, form).replace("\u00a0", " ")
    event.add("summary", f"{sak}: {name}" if sak else name)
    if rad.frist.klokkeslett is not None:
        # Without an end the entry ends when it starts: a moment, which is what the limit is.
        event.add("dtstart", datetime.combine(day, rad.frist.klokkeslett, tzinfo=_NORWAY))
    else:
        event.add("dtstart", day)
        event.add("dtend", day + _DAY)
    event.add("description", _description(rad, form))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def _ahead(rad: Fristrad) -> bool:
    """Whether the date is still to come, or a duty is overdue on it."""
    day = rad.frist.dato
    return day is not None and (day >= rad.per_dato or (rad.plikt and rad.over))


def entries(svar: Svar, sak: Sak) -> tuple[Fristrad, ...]:
    """The deadlines of an answer that go into the file."""
    return in_file(rows(svar, sak))


def in_file(found: Iterable[Fristrad]) -> tuple[Fristrad, ...]:
    """Those that go into the file: dated, still of consequence, and ahead or overdue."""
    return tuple(
        r
        for r in found
        if _ahead(r) and r.frist.status in STILL_MATTERS and not r.ferdig and not r.avsluttet
    )


def calendar(sak: Sak, form: Maalform) -> bytes:
    """Return the file of the calculator's case."""
    return calendar_of(rows(compute(sak), sak), form)


def calendar_of(found: Iterable[Fristrad], form: Maalform, sak: str = "") -> bytes:
    """Return the file. All-day entries, since a deadline ends with its day, but for a moment.

    `sak` is a case number that tells the dates of one case from another's; never a name.
    """
    book = Calendar()
    book.add("prodid", "-//Samvern//Fristberegner//NO")
    book.add("version", "2.0")
    book.add("calscale", "GREGORIAN")
    days = []
    for rad in in_file(found):
        assert rad.frist.dato is not None
        book.add_component(_event(rad, rad.frist.dato, form, sak))
        days.append(rad.frist.dato)
    if days:
        # The time zone's rules for these years; a file without clock times gets none.
        first, last = min(days).replace(month=1, day=1), max(days).replace(month=12, day=31)
        book.add_missing_timezones(first_date=first - _YEAR, last_date=last + _YEAR)
    content: bytes = book.to_ical()
    return content
