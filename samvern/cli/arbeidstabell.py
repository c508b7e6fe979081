"""The work list as a table for people: the four groups, and what comes later."""

from collections.abc import Iterable

from rich import box
from rich.table import Table
from rich.text import Text as Line

from samvern.apps.saker.public import GRUPPER, Arbeidsliste, Oppgaverad
from samvern.cli.skjerm import console
from samvern.law import datotekst
from samvern.law.text import Maalform, Text

_GROUPS = {
    "over_fristen": Text("Over fristen", "Over fristen"),
    "denne_uken": Text("Denne uken", "Denne veka"),
    "innen": Text("Innen {til}", "Innan {til}"),
    "dato_mangler": Text("Dato mangler", "Dato manglar"),
}
_HEADINGS = (
    Text("Frist", "Frist"),
    Text("Dager", "Dagar"),
    Text("Sak", "Sak"),
    Text("Hva", "Kva"),
    Text("Venter på", "Ventar på"),
    Text("Neste steg", "Neste steg"),
)
_NO_DATE = Text("ingen dato", "ingen dato")
_NOTHING = Text(
    "Ingen frister krever noe frem til {til}.", "Ingen fristar krev noko fram til {til}."
)
_NEXT = Text("Den neste er {dato}.", "Den neste er {dato}.")
_LATER = Text("Saker med frister senere: {antall}.", "Saker med fristar seinare: {antall}.")


def write(liste: Arbeidsliste, maalform: Maalform) -> None:
    """Write the list on standard output."""
    screen = console()
    til = datotekst.long(liste.til)
    for kode in GRUPPER:
        rows = [row for row in liste.rader if row.gruppe == kode]
        name = _GROUPS[kode].lang(maalform).format(til=til)
        screen.print(Line(f"{name}: {liste.antall.get(kode, 0)}", style="bold"))
        if rows:
            screen.print(_table(rows, liste, maalform))
    if not liste.rader:
        screen.print(Line(_NOTHING.lang(maalform).format(til=til)))
        if liste.neste:
            screen.print(Line(_NEXT.lang(maalform).format(dato=datotekst.long(liste.neste))))
    screen.print(Line(_LATER.lang(maalform).format(antall=datotekst.number(liste.senere))))


def _table(rows: Iterable[Oppgaverad], liste: Arbeidsliste, maalform: Maalform) -> Table:
    table = Table(box=box.SIMPLE, pad_edge=False)
    for heading in _HEADINGS:
        table.add_column(heading.lang(maalform), overflow="fold")
    for row in rows:
        late = row.dager is not None and row.dager < 0 and row.dato is not None
        days = datotekst.days_left(row.dato, liste.per_dato, maalform) if row.dato else ""
        table.add_row(
            Line(
                datotekst.table(row.dato, maalform) if row.dato else _NO_DATE.lang(maalform),
                no_wrap=True,
            ),
            Line(days, style="bold red" if late else ""),
            Line(row.saksnr, no_wrap=True),
            Line(row.tittel.lang(maalform)),
            Line(row.venter_paa.lang(maalform)),
            Line(row.neste_steg.lang(maalform)),
        )
    return table
