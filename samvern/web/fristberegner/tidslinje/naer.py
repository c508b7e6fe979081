"""Day by day: the next three weeks, with days off in grey and deadlines in a staircase."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from samvern.law import datotekst
from samvern.law.calendar import is_working_day
from samvern.law.text import Maalform
from samvern.web.fristberegner.tidslinje.etiketter import width
from samvern.web.fristberegner.tidslinje.merker import Merke
from samvern.web.fristberegner.tidslinje.oversikt import SMALT, Lerret

BEFORE = 2
DAYS = BEFORE + 1 + 21
"""Two days back, today, and three whole weeks ahead."""
MOST_ROWS = 8
_HEAD = 40
_ROW = 21


@dataclass(frozen=True, slots=True)
class Dag:
    """One day of the strip."""

    x: float
    bredde: float
    ukedag: str
    tall: str
    fri: bool
    i_dag: bool

    @property
    def midt(self) -> float:
        """The middle of the day."""
        return round(self.x + self.bredde / 2, 1)


@dataclass(frozen=True, slots=True)
class Flagg:
    """A day's deadlines: pole, flag and words."""

    x: float
    y: float
    tekst: str
    anker: str
    tekst_x: float
    merke: Merke


@dataclass(frozen=True, slots=True)
class Naer:
    """The strip."""

    bredde: int
    hoeyde: float
    dager: tuple[Dag, ...]
    flagg: tuple[Flagg, ...]
    i_dag: float
    maaneder: str


def days_from(
    first: date, count: int, today: date, form: Maalform, sheet: Lerret = SMALT
) -> tuple[Dag, ...]:
    """The days of a strip at their places."""
    size = (sheet.kant - sheet.plott) / count
    return tuple(
        Dag(
            round(sheet.plott + n * size, 1),
            round(size, 1),
            datotekst.SHORT_WEEKDAYS[form][day.weekday()].rstrip("."),
            str(day.day),
            not is_working_day(day),
            day == today,
        )
        for n in range(count)
        for day in [first + timedelta(days=n)]
    )


def _words(marks: Sequence[Merke], form: Maalform) -> str:
    if len(marks) <= 2:
        return " · ".join(m.kort for m in marks)
    more = {"nb": "andre", "nn": "andre"}[form]
    return f"{marks[0].kort} og {len(marks) - 1} {more}"


def worth_drawing(today: date, marks: Sequence[Merke]) -> bool:
    """Whether two or more different dates fall within the strip (design guide section 8)."""
    end = today + timedelta(days=DAYS - BEFORE)
    return len({m.dato for m in marks if today <= m.dato < end}) >= 2


def draw(today: date, marks: Sequence[Merke], form: Maalform, sheet: Lerret = SMALT) -> Naer:
    """Place the strip. The earliest date stands highest, so no pole crosses any words."""
    first = today - timedelta(days=BEFORE)
    days = days_from(first, DAYS, today, form, sheet)
    by_day: dict[int, list[Merke]] = {}
    for mark in sorted(marks, key=lambda m: (m.dato, m.vekt)):
        n = (mark.dato - first).days
        if 0 <= n < DAYS:
            by_day.setdefault(n, []).append(mark)
    flags = []
    for row, (n, mine) in enumerate(list(by_day.items())[:MOST_ROWS]):
        x, text = days[n].midt, _words(mine, form)
        fits = x + 18 + width(text) <= sheet.kant + 4
        flags.append(
            Flagg(
                x,
                _HEAD + 8 + row * _ROW,
                text,
                "start" if fits else "end",
                x + 18 if fits else x - 6,
                mine[0],
            )
        )
    height = _HEAD + max(len(flags), 1) * _ROW + 16
    return Naer(sheet.bredde, height, days, tuple(flags), days[BEFORE].midt, _months(first))


def _months(first: date) -> str:
    last = first + timedelta(days=DAYS - 1)
    return datotekst.period(first, last)
