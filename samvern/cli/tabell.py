"""An answer as a table for people: dates in order, then findings, duties and what is missing."""

from collections.abc import Iterable
from datetime import date

from rich import box
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Line

from samvern.cli.skjerm import console
from samvern.law import datotekst, sentence
from samvern.law.book import get_rule
from samvern.law.event import Sak
from samvern.law.event_texts import SAKSTYPETEKSTER
from samvern.law.reader import compute
from samvern.law.rule import Fristtype
from samvern.law.text import Maalform, Text
from samvern.law.trace import Frist, Status, Svar

_HEADINGS = (
    Text("Dato", "Dato"),
    Text("Dager", "Dagar"),
    Text("Regel", "Regel"),
    Text("Frist", "Frist"),
    Text("Status", "Status"),
)
_FINDINGS = Text("Varsler", "Varsel")
_DUTIES = Text("Straks, uten tallfestet frist", "Straks, utan talfesta frist")
_UNCLEAR = Text("Kan ikke regnes ut ennå", "Kan ikkje reknast ut enno")
_NONE = Text("Ingen frister.", "Ingen fristar.")
_CASE = Text("Sak", "Sak")
_PER = Text("per", "per")
_NO_DATE = Text("ingen dato", "ingen dato")
_STATUTE = Text("etter loven", "etter lova")

_DONE = frozenset(
    {
        Status.OPPFYLT,
        Status.OPPFYLT_FOR_SENT,
        Status.FRAFALT,
        Status.BORTFALT,
        Status.BRUKT,
        Status.UTLOEPT,
    }
)
_REACHED = frozenset({Status.AAPEN, Status.FORESLAATT})
_LATE = frozenset({Status.OVERSITTET, Status.OVER_NOMINELL, Status.MAA_AVGJOERES})


def write(cases: Iterable[Sak], maalform: Maalform, *, numbered: bool) -> None:
    """Write each case's answer as a table; numbered when the input was a list."""
    screen = console()
    for i, sak in enumerate(cases, start=1):
        if i > 1:
            screen.print()
        heading = SAKSTYPETEKSTER[sak.type][0].lang(maalform)
        if numbered:
            heading = f"{_CASE.lang(maalform)} {i}: {heading}"
        per = datotekst.full(sak.per_dato, maalform)
        screen.print(Line(f"{heading}, {_PER.lang(maalform)} {per}", style="bold"))
        write_answer(screen, compute(sak), maalform)


def write_answer(screen: Console, svar: Svar, maalform: Maalform) -> None:
    """Write one answer: the dates as a table, then findings, duties and what is missing."""
    if svar.frister:
        screen.print(_table(svar, maalform))
    else:
        screen.print(Line(_NONE.lang(maalform)))
    findings = [
        f"{v.kode} {v.ref or ''}".rstrip() + f": {sentence.finding(v).lang(maalform)}"
        for v in svar.varsler
    ]
    duties = [
        f"{s.regel} {get_rule(s.regel).navn.lang(maalform)}: {sentence.duty(s).lang(maalform)} "
        f"({datotekst.days(s.dager, maalform)})"
        for s in svar.straks
    ]
    unclear = [sentence.unclear(u).lang(maalform) for u in svar.uavklart]
    for title, lines in ((_FINDINGS, findings), (_DUTIES, duties), (_UNCLEAR, unclear)):
        if lines:
            screen.print(Line(title.lang(maalform), style="bold"))
            for line in lines:
                screen.print(Padding(Line(line), (0, 0, 0, 2)))


def _table(svar: Svar, maalform: Maalform) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False)
    for heading in _HEADINGS:
        table.add_column(heading.lang(maalform), overflow="fold")
    for frist in sorted(svar.frister, key=lambda f: (f.dato is None, f.dato or date.max)):
        table.add_row(
            Line(_date(frist, maalform), no_wrap=True),
            Line(_days(frist, svar.per_dato, maalform)),
            Line(frist.regel, no_wrap=True),
            Line(_name(frist, maalform)),
            Line(sentence.status_word(frist.status).lang(maalform), style=_style(frist.status)),
        )
    return table


def _style(status: Status) -> str:
    if status in _LATE:
        return "bold red"
    return "dim" if status in _DONE else ""


def _date(frist: Frist, maalform: Maalform) -> str:
    if frist.dato is None:
        return _NO_DATE.lang(maalform)
    shown = datotekst.table(frist.dato, maalform)
    if frist.klokkeslett is not None:
        shown = f"{shown} {datotekst.clock(frist.klokkeslett)}"
    return shown


def _days(frist: Frist, today: date, maalform: Maalform) -> str:
    if frist.dato is None or frist.status in _DONE:
        return ""
    kind = get_rule(frist.regel).fristtype
    if kind in (Fristtype.TIDLIGST, Fristtype.AVLEDET):
        reached = frist.status in _REACHED
        return "" if reached else datotekst.opens(frist.dato, today, maalform)
    if kind is Fristtype.MINSTETID and frist.status is Status.NAADD:
        return ""
    return datotekst.days_left(frist.dato, today, maalform)


def _name(frist: Frist, maalform: Maalform) -> str:
    name = sentence.rule_name(frist).lang(maalform)
    if frist.ref is not None:
        name = f"{name} ({frist.ref})"
    if frist.lovdato is not None and frist.lovdato != frist.dato:
        name = f"{name}, {_STATUTE.lang(maalform)} {datotekst.short(frist.lovdato)}"
    return name
