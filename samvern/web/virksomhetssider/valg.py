"""Reading what the address asks for: a date, what was known when, a page. Never raises."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.http import HttpRequest

from samvern.apps.virksomheter.actions.grunnlag import may_change
from samvern.engine import clock
from samvern.law.text import Text
from samvern.web.datolesing import DateFault, read_date
from samvern.web.innlogging.krev import viewer_of

LONGEST = 100
"""Characters of a search that are read."""


@dataclass(frozen=True, slots=True)
class Dag:
    """A date field in a search: what was typed, the day it gives, and what is wrong with it."""

    skrevet: str
    dag: date
    feil: Text | None

    @property
    def i_dag(self) -> bool:
        """Whether nothing else than today was asked for."""
        return not self.skrevet or self.feil is not None or self.dag == clock.today()


@dataclass(frozen=True, slots=True)
class Kjent:
    """«As the register knew it»: the end of a day, or now."""

    skrevet: str
    naar: datetime | None
    feil: Text | None


def read_day(data: Mapping[str, str], name: str = "dato") -> Dag:
    """The day in a query string; today when it is missing or cannot be read."""
    typed = data.get(name, "").strip()[:LONGEST]
    if not typed:
        return Dag("", clock.today(), None)
    try:
        return Dag(typed, read_date(typed), None)
    except DateFault as fault:
        return Dag(typed, clock.today(), fault.text)


def read_known(data: Mapping[str, str]) -> Kjent:
    """What was known at the end of a day; what is known now when nothing is asked for."""
    asked = read_day(data, "kjent")
    if not asked.skrevet or asked.feil:
        return Kjent(asked.skrevet, None, asked.feil)
    midnight = datetime.combine(asked.dag + timedelta(days=1), time(), clock.OSLO)
    return Kjent(asked.skrevet, midnight - timedelta(microseconds=1), None)


def number(data: Mapping[str, str], name: str, allowed: tuple[int, ...] = ()) -> int:
    """A whole number from 1 in a query string; the first allowed, or 1, for anything else."""
    text = data.get(name, "")
    value = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    if allowed:
        return value if value in allowed else allowed[0]
    return max(1, value)


def changes_allowed(request: HttpRequest) -> bool:
    """Whether the page offers changes: the same answer as the acts give."""
    return may_change(viewer_of(request))
