"""The dates as an iCalendar file. No personal data: no free text, no ids, no case numbers."""

from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from samvern.law.event import Sak
from samvern.law.reader import compute
from samvern.law.rule import REGELSETT
from samvern.law.text import Maalform, Text
from samvern.law.trace import Frist, Status, Svar
from samvern.web.fristberegner.rader import Fristrad, key, rows

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
_ACTS = Text("Ansvar", "Ansvar")
_BASIS = Text("Hjemmel", "Heimel")
_RULE = Text("Regel", "Regel")
_DAY = timedelta(days=1)


def uid(frist: Frist) -> str:
    """A stable id of the entry: the same deadline on the same date is the same entry."""
    parts = "|".join(str(part) for part in (*key(frist), frist.dato))
    return f"{sha256(parts.encode()).hexdigest()[:32]}@samvern"


def _description(rad: Fristrad, form: Maalform) -> str:
    cited = ", ".join(h.henvisning.tekst for h in rad.hjemler)
    lines = [f"{_ACTS.lang(form)}: {rad.regel.handler.lang(form)}"]
    if rad.frist.dato and rad.virkedag != rad.frist.dato and rad.virkedag:
        lines.append(f"{_WORKING_DAY.lang(form)}: {rad.virkedag:%d.%m.%Y}")
    lines.append(f"{_BASIS.lang(form)}: {cited}")
    lines.append(f"{_RULE.lang(form)}: {rad.frist.regel}, Samvern {REGELSETT}")
    return "\n".join(lines).replace("\u00a0", " ")


def _event(rad: Fristrad, day: date, form: Maalform) -> Event:
    event = Event()
    event.add("uid", uid(rad.frist))
    # A fixed stamp: the same case gives the same file, byte for byte.
    event.add("dtstamp", datetime(day.year, day.month, day.day, tzinfo=UTC))
    event.add("summary", rad.navn.lang(form).replace("\u00a0", " "))
    event.add("dtstart", day)
    event.add("dtend", day + _DAY)
    event.add("description", _description(rad, form))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    return event


def entries(svar: Svar, sak: Sak) -> tuple[Fristrad, ...]:
    """The deadlines that go into the file: dated, and still of consequence."""
    return tuple(
        r
        for r in rows(svar, sak)
        if r.frist.dato and r.frist.status in STILL_MATTERS and not r.ferdig and not r.avsluttet
    )


def calendar(sak: Sak, form: Maalform) -> bytes:
    """Return the file. All-day entries, since a deadline ends with its day."""
    book = Calendar()
    book.add("prodid", "-//Samvern//Fristberegner//NO")
    book.add("version", "2.0")
    book.add("calscale", "GREGORIAN")
    for rad in entries(compute(sak), sak):
        assert rad.frist.dato is not None
        book.add_component(_event(rad, rad.frist.dato, form))
    content: bytes = book.to_ical()
    return content
