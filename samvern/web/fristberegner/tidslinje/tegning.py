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
    opphold: Opphold | None = None
    """Where the person was that day, when the ladder shows it."""
    nytt_opphold: bool = False
    """Whether it is another place than that of the row above."""


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
    stige_med_opphold: bool = False
    """Whether the upright drawing has the stays beside the marks."""


def _stay_on(day: date, stays: Sequence[Opphold]) -> Opphold | None:
    """The stay of a day; the last one when two touch."""
    found = [s for s in stays if s.fra <= day and (s.til is None or day <= s.til)]
    return found[-1] if found else None


def _days(marks: Sequence[Merke], here: Sequence[Opphold] = ()) -> tuple[Dagmerker, ...]:
    """Marks by day, latest first; the year stands where it changes, and so does the place."""
    by_day: dict[date, list[Merke]] = {}
    for mark in sorted(marks, key=lambda m: m.dato, reverse=True):
        by_day.setdefault(mark.dato, []).append(mark)
    years: set[int] = set()
    found: list[Dagmerker] = []
    for day, mine in by_day.items():
        stay = _stay_on(day, here)
        new = stay is not None and (not found or found[-1].opphold != stay)
        found.append(Dagmerker(day, tuple(mine), day.year not in years, stay, new))
        years.add(day.year)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Grunnlag:
    """What a timeline is drawn from: the view chosen, the day, the marks and the stays."""

    visning: str
    per_dato: date
    hendelser: Sequence[Merke]
    frister: Sequence[Merke]
    opphold: Sequence[Opphold]
    lerret: oversikt.Lerret = oversikt.SMALT
    stige_med_opphold: bool = False
    """Whether the upright drawing has the stays beside the marks."""

    @property
    def merker(self) -> list[Merke]:
        """Everything that is marked."""
        return [*self.hendelser, *self.frister]


def _overview(view: str, made: Grunnlag, form: Maalform) -> oversikt.Oversikt | None:
    if view == "naer":
        return None
    scale = (
        oversikt.year_span(int(view), made.lerret)
        if view.isdigit()
        else oversikt.whole_span(made.per_dato, made.merker, made.lerret, made.opphold)
    )
    return oversikt.draw(scale, made.per_dato, made.merker, made.opphold, form)


def draw(tilstand: Tilstand, rows: Sequence[Fristrad]) -> Tidslinje:
    """Make the drawings for the view chosen: whole, near or one year."""
    assert tilstand.sak is not None
    form: Maalform = active_maalform()
    return draw_from(
        Grunnlag(
            tilstand.visning,
            tilstand.day,
            event_marks(tilstand.sak, rows, form),
            [deadline_mark(row, form) for row in ahead(rows)],
            stays(tilstand.sak, form),
        )
    )


def draw_from(made: Grunnlag) -> Tidslinje:
    """Make the drawings; a view that has nothing to show gives the whole."""
    form: Maalform = active_maalform()
    events, deadlines, marks, today = made.hendelser, made.frister, made.merker, made.per_dato
    years = sorted({m.dato.year for m in marks} | {today.year})
    near = naer.worth_drawing(today, deadlines)
    view = made.visning
    if (view == "naer" and not near) or (view.isdigit() and int(view) not in years):
        view = "hele"
    ladder = made.opphold if made.stige_med_opphold else ()
    past = _days([m for m in events if m.dato <= today])
    coming = [m for m in marks if m.dato > today or (m.felt == "frist" and m.dato == today)]
    late = [m for m in deadlines if m.dato < today]
    strip = naer.draw(today, deadlines, form, made.lerret) if near and not view.isdigit() else None
    return Tidslinje(
        visning=view,
        aarstall=tuple(years),
        oversikt=_overview(view, made, form),
        naer=strip,
        kan_naer=near,
        kommende=_days(coming, ladder),
        siste=_days([*(m for d in past[:PAST_SHOWN] for m in d.merker), *late], ladder),
        skjult=sum(len(d.merker) for d in past[PAST_SHOWN:]),
        tabell=tuple(sorted(marks, key=lambda m: (m.dato, m.felt, m.navn))),
        opphold=tuple(made.opphold),
        per_dato=today,
        frister=len(deadlines),
        hendelser=len(events),
        tittel_fra=datotekst.short(min((m.dato for m in marks), default=today)),
        tittel_til=datotekst.short(max((m.dato for m in marks), default=today)),
        stige_med_opphold=made.stige_med_opphold,
    )


def draw_comparison(found: HvaOm) -> sammenligning.Sammenligning | None:
    """The two-line drawing of a trial, when its dates are close to each other."""
    return sammenligning.draw(found, active_maalform())
