"""The timeline of a case: which drawings to make for the view chosen, and their table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samvern.law import datotekst
from samvern.law.text import Maalform
from samvern.web.fristberegner.hva_om import HvaOm
from samvern.web.fristberegner.rader import Fristrad
from samvern.web.fristberegner.tidslinje import naer, oversikt, sammenligning
from samvern.web.fristberegner.tidslinje.merker import (
    Merke,
    ahead,
    deadline_mark,
    event_marks,
)
from samvern.web.fristberegner.tidslinje.plassering import Opphold, stays
from samvern.web.fristberegner.tilstand import Tilstand
from samvern.web.templatetags.samvern import active_maalform

PAST_SHOWN = 4


@dataclass(frozen=True, slots=True)
class Dagmerker:
    """The marks of one day, for the upright drawing."""

    dato: date
    merker: tuple[Merke, ...]
    vis_aar: bool


@dataclass(frozen=True, slots=True)
class Tidslinje:
    """Everything the timeline shows."""

    visning: str
    aarstall: tuple[int, ...]
    oversikt: oversikt.Oversikt | None
    naer: naer.Naer | None
    kan_naer: bool
    kommende: tuple[Dagmerker, ...]
    siste: tuple[Dagmerker, ...]
    skjult: int
    """Earlier events that only the table shows on a phone."""
    tabell: tuple[Merke, ...]
    opphold: tuple[Opphold, ...]
    per_dato: date
    frister: int
    hendelser: int
    tittel_fra: str
    tittel_til: str


def _days(marks: Sequence[Merke]) -> tuple[Dagmerker, ...]:
    """Marks by day, latest first; the year stands where it changes."""
    by_day: dict[date, list[Merke]] = {}
    for mark in sorted(marks, key=lambda m: m.dato, reverse=True):
        by_day.setdefault(mark.dato, []).append(mark)
    years: set[int] = set()
    found = []
    for day, mine in by_day.items():
        found.append(Dagmerker(day, tuple(mine), day.year not in years))
        years.add(day.year)
    return tuple(found)


def _overview(
    view: str, tilstand: Tilstand, marks: Sequence[Merke], here: Sequence[Opphold], form: Maalform
) -> oversikt.Oversikt | None:
    if view == "naer":
        return None
    scale = (
        oversikt.year_span(int(view))
        if view.isdigit()
        else oversikt.whole_span(tilstand.day, marks)
    )
    return oversikt.draw(scale, tilstand.day, marks, here, form)


def draw(tilstand: Tilstand, rows: Sequence[Fristrad]) -> Tidslinje:
    """Make the drawings for the view chosen: whole, near or one year."""
    assert tilstand.sak is not None
    form: Maalform = active_maalform()
    events = event_marks(tilstand.sak, rows, form)
    deadlines = [deadline_mark(row, form) for row in ahead(rows)]
    marks = [*events, *deadlines]
    today = tilstand.day
    years = sorted({m.dato.year for m in marks} | {today.year})
    near = naer.worth_drawing(today, deadlines)
    view = tilstand.visning
    if (view == "naer" and not near) or (view.isdigit() and int(view) not in years):
        view = "hele"
    here = stays(tilstand.sak, form)
    past = _days([m for m in events if m.dato <= today])
    coming = _days([m for m in marks if m.dato > today or (m.felt == "frist" and m.dato == today)])
    late = [m for m in deadlines if m.dato < today]
    return Tidslinje(
        visning=view,
        aarstall=tuple(years),
        oversikt=_overview(view, tilstand, marks, here, form),
        naer=naer.draw(today, deadlines, form) if near and not view.isdigit() else None,
        kan_naer=near,
        kommende=coming,
        siste=_days([*(m for d in past[:PAST_SHOWN] for m in d.merker), *late]),
        skjult=sum(len(d.merker) for d in past[PAST_SHOWN:]),
        tabell=tuple(sorted(marks, key=lambda m: (m.dato, m.felt, m.navn))),
        opphold=tuple(here),
        per_dato=today,
        frister=len(deadlines),
        hendelser=len(events),
        tittel_fra=datotekst.short(min(m.dato for m in marks)),
        tittel_til=datotekst.short(max(m.dato for m in marks)),
    )


def draw_comparison(found: HvaOm) -> sammenligning.Sammenligning | None:
    """The two-line drawing of a trial, when its dates are close to each other."""
    return sammenligning.draw(found, active_maalform())
