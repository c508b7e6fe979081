"""A case as a table for people: what it is, where, the dates, what has happened, who takes part."""

from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text as Line

from samvern.apps.saker.public import (
    DELTAKERNAVN,
    FORMNAVN,
    STATUSNAVN,
    Deltakerbilde,
    Hendelsesrad,
    Plasseringsbilde,
    Saksbilde,
)
from samvern.cli import tabell
from samvern.cli.skjerm import console
from samvern.engine import clock
from samvern.law import datotekst
from samvern.law.text import Maalform, Text

_TODAY = Text("per {dag}", "per {dag}")
_KNOWN = Text("slik vi kjente den ved utgangen av {dag}", "slik vi kjende ho ved utgangen av {dag}")
_STATUS = Text("Status: {status}", "Status: {status}")
_EVENTS = Text("Hendelser", "Hendingar")
_PLACES = Text("Opphold", "Opphald")
_PEOPLE = Text("Deltakere", "Deltakarar")
_GAPS = Text("Mangler", "Manglar")
_DEVIATIONS = Text("Avvik", "Avvik")
_COUNTS_NO_MORE = Text("gjelder ikke", "gjeld ikkje")
_HIDDEN = Text(
    "Rollen ser ikke fristene, eller det er ingen dom ennå.",
    "Rolla ser ikkje fristane, eller det er ingen dom enno.",
)
_EVENT_HEADINGS = (
    Text("Nr.", "Nr."),
    Text("Skjedde", "Hende"),
    Text("Hva", "Kva"),
    Text("Registrert", "Registrert"),
    Text("", ""),
)
_SPAN_HEADINGS = (Text("Fra", "Frå"), Text("Til", "Til"), Text("", ""))


def write(bilde: Saksbilde, maalform: Maalform) -> None:
    """Write the case on standard output."""
    screen = console()
    screen.print(Line(_heading(bilde, maalform), style="bold"))
    status = STATUSNAVN[bilde.rad.status].lang(maalform)
    screen.print(Line(_STATUS.lang(maalform).format(status=status)))
    if bilde.svar is None:
        screen.print(Line(_HIDDEN.lang(maalform)))
    else:
        tabell.write_answer(screen, bilde.svar, maalform)
    _lines(screen, _GAPS, bilde.mangler, maalform)
    _lines(screen, _DEVIATIONS, bilde.avvik, maalform)
    _table(screen, _EVENTS, _EVENT_HEADINGS, _events(bilde.hendelser, maalform), maalform)
    _table(screen, _PLACES, _SPAN_HEADINGS, _places(bilde.plasseringer, maalform), maalform)
    _table(screen, _PEOPLE, _SPAN_HEADINGS, _people(bilde.deltakere, maalform), maalform)


def _heading(bilde: Saksbilde, maalform: Maalform) -> str:
    words = [bilde.rad.saksnr]
    words.append(_TODAY.lang(maalform).format(dag=datotekst.full(bilde.per_dato, maalform)))
    if bilde.som_kjent is not None:
        known = datotekst.full(bilde.som_kjent.astimezone(clock.OSLO).date(), maalform)
        words.append(_KNOWN.lang(maalform).format(dag=known))
    return ", ".join(words)


def _lines(screen: Console, title: Text, lines: Sequence[Text], maalform: Maalform) -> None:
    if lines:
        screen.print(Line(title.lang(maalform), style="bold"))
        for line in lines:
            screen.print(Line(f"  {line.lang(maalform)}"))


def _table(
    screen: Console,
    title: Text,
    headings: Sequence[Text],
    rows: Iterable[Sequence[str]],
    maalform: Maalform,
) -> None:
    table = Table(box=box.SIMPLE, pad_edge=False)
    for heading in headings:
        table.add_column(heading.lang(maalform), overflow="fold")
    for row in rows:
        table.add_row(*(Line(cell) for cell in row))
    if table.rows:
        screen.print(Line(title.lang(maalform), style="bold"))
        screen.print(table)


def _events(rows: Iterable[Hendelsesrad], maalform: Maalform) -> Iterable[Sequence[str]]:
    for row in rows:
        yield (
            str(row.nr),
            datotekst.table(row.skjedde, maalform),
            row.navn.lang(maalform),
            datotekst.table(row.registrert.astimezone(clock.OSLO).date(), maalform),
            "" if row.gjelder else _COUNTS_NO_MORE.lang(maalform),
        )


def _places(stays: Iterable[Plasseringsbilde], maalform: Maalform) -> Iterable[Sequence[str]]:
    for stay in stays:
        parts = (stay.sted, stay.enhet)
        where = [FORMNAVN[stay.form].lang(maalform), *(one.navn for one in parts if one)]
        until = datotekst.table(stay.til, maalform) if stay.til else ""
        yield datotekst.table(stay.fra, maalform), until, ", ".join(where)


def _people(parts: Iterable[Deltakerbilde], maalform: Maalform) -> Iterable[Sequence[str]]:
    for part in parts:
        until = datotekst.table(part.til, maalform) if part.til else ""
        who = f"{DELTAKERNAVN[part.slag].lang(maalform)}: {part.hvem.navn}"
        yield datotekst.table(part.fra, maalform), until, who
