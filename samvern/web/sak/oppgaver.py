"""What waits in a case, as the case page lists it: nearest first, each leading to its own place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from samvern.apps.saker.public import Oppgaverad, Saksbilde, anker
from samvern.engine.roller import Rolle
from samvern.law.text import Text
from samvern.web.arbeidsliste import egne_steg
from samvern.web.fristberegner import sidebilde
from samvern.web.sak.frister import Regnet


@dataclass(frozen=True, slots=True)
class Oppgave:
    """One line: the step, and where it is taken."""

    rad: Oppgaverad
    steg: Text
    adresse: str
    """The form when it is the viewer's own to record, else the place on the page; empty when the
    viewer does not see what it hangs on."""
    hvorfor: str
    """The place on the page, beside an address that leads away from it."""


@dataclass(frozen=True, slots=True)
class Straksplikt:
    """A duty to act at once, and its place on the page."""

    plikt: sidebilde.Plikt
    anker: str


def duties(regnet: Regnet) -> tuple[Straksplikt, ...]:
    """The duties to act at once; one rule may have been set off on several days."""
    return tuple(
        Straksplikt(one, anker("straks", one.regel.id, one.straks.utloest)) for one in regnet.straks
    )


def _places(bilde: Saksbilde, regnet: Regnet) -> frozenset[str]:
    """Every id on the page that a task may lead to."""
    gaps = set(bilde.mangler)
    return frozenset(
        (
            *(row.anker for row in regnet.rader),
            *(one.anker for one in duties(regnet)),
            *(place for one in regnet.mangler for place in one.ankere),
            *(task.anker for task in bilde.oppgaver if task.grunn in gaps),
        )
    )


def _order(task: Oppgaverad) -> tuple[date, bool, str]:
    return (task.dato or date.max, not task.fra_lov, task.anker)


def _line(task: Oppgaverad, place: str, rolle: Rolle, can: Iterable[str]) -> Oppgave:
    own = egne_steg.own_step(rolle, task)
    if own is None or own.type not in can:
        return Oppgave(task, task.neste_steg, place, "")
    form = reverse("sak_hendelse_skjema", args=[task.sak, own.type])
    return Oppgave(task, own.tekst, form, place)


def lines(bilde: Saksbilde, regnet: Regnet, rolle: Rolle, *, paper: bool) -> tuple[Oppgave, ...]:
    """What waits, nearest first and what has no date last. On paper nothing leads to a form."""
    places = _places(bilde, regnet)
    can = () if paper else bilde.kan_registrere
    return tuple(
        _line(task, f"#{task.anker}" if task.anker in places else "", rolle, can)
        for task in sorted(bilde.oppgaver, key=_order)
    )
