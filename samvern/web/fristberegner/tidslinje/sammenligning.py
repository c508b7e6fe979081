"""What if, day by day: the dates as they are above, as they would be below."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from samvern.law import datotekst
from samvern.law.event_texts import kodetekst
from samvern.law.rule import Fristtype
from samvern.law.text import Maalform
from samvern.law.trace import Status
from samvern.web.fristberegner.hva_om import HvaOm
from samvern.web.fristberegner.rader import Fristrad
from samvern.web.fristberegner.tidslinje.etiketter import Rader
from samvern.web.fristberegner.tidslinje.naer import Dag, days_from
from samvern.web.fristberegner.tidslinje.oversikt import EDGE, PLOT, WIDTH

MOST_DAYS = 24
FEWEST_DAYS = 14
_GONE = frozenset({Status.FRAFALT, Status.BORTFALT, Status.UTLOEPT, Status.SUSPENDERT})


@dataclass(frozen=True, slots=True)
class Punkt:
    """One date on a line: a ring for a last day, a filled square for a right that opens."""

    x: float
    form: str
    tekst: str = ""


@dataclass(frozen=True, slots=True)
class Sammenligning:
    """The two lines under the days."""

    bredde: int
    dager: tuple[Dag, ...]
    naa: tuple[Punkt, ...]
    hva_om: tuple[Punkt, ...]
    periode: str


def _shape(row: Fristrad) -> str:
    opens = row.regel.fristtype in (Fristtype.TIDLIGST, Fristtype.AVLEDET, Fristtype.MINSTETID)
    return "aapner" if opens else "sist"


def _word(row: Fristrad, form: Maalform) -> str:
    if row.frist.part is not None:
        words = kodetekst(row.frist.part).lang(form)
        return words.rpartition(" ")[2].lower()
    return row.regel.navn.lang(form)


def _dated(rows: Iterable[Fristrad | None], refs: set[str | None]) -> list[Fristrad]:
    return [
        r
        for r in rows
        if r
        and r.frist.dato
        and r.frist.ref in refs
        and r.frist.status not in _GONE
        and not r.ytterste_grense
    ]


def _points(
    rows: list[Fristrad], first: date, days: tuple[Dag, ...], form: Maalform, *, named: bool
) -> tuple[Punkt, ...]:
    places = Rader(1, PLOT - 30, EDGE + 8)
    points = []
    for row in sorted(rows, key=lambda r: r.frist.dato or date.max):
        assert row.frist.dato is not None
        n = (row.frist.dato - first).days
        x = days[n].midt
        word = _word(row, form) if named and _shape(row) == "sist" else ""
        # The words stand centred under the ring.
        free = places.place(x - len(word) * 3.2, word, (0,)) if word else None
        points.append(Punkt(x, _shape(row), word if free else ""))
    return tuple(points)


def draw(found: HvaOm, form: Maalform) -> Sammenligning | None:
    """Draw the comparison when all its dates fit in three weeks or so, else nothing."""
    refs = {c.rad.frist.ref for c in found.endringer if c.rad.frist.ref}
    if not refs or not any(c.dager for c in found.endringer):
        return None
    before = _dated([*(c.naa for c in found.endringer), *found.like], set(refs))
    after = _dated([*(c.hva_om for c in found.endringer), *found.like], set(refs))
    dates = [r.frist.dato for r in (*before, *after) if r.frist.dato]
    if not dates or (max(dates) - min(dates)).days > MOST_DAYS - 4:
        return None
    spare = max(FEWEST_DAYS - (max(dates) - min(dates)).days, 4) // 2
    first = min(dates) - timedelta(days=spare)
    count = (max(dates) - first).days + 1 + spare
    days = days_from(first, count, found.per_dato, form)
    return Sammenligning(
        WIDTH,
        days,
        _points(before, first, days, form, named=True),
        _points(after, first, days, form, named=False),
        datotekst.period(first, first + timedelta(days=count - 1)),
    )
