"""The overview: years, stays, judgments and decisions, reports, deadlines, and today."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from samvern.law import datotekst
from samvern.law.period import Unit, add
from samvern.law.text import Maalform, Text
from samvern.web.fristberegner.tidslinje.etiketter import Etikett, Rader, width
from samvern.web.fristberegner.tidslinje.merker import Merke
from samvern.web.fristberegner.tidslinje.plassering import Opphold

WIDTH = 712
PLOT = 92
EDGE = 704
PLANNED_DAYS = 120
"""How far a planned stay without an end is drawn."""
TODAY_WIDTH = 48.0
_TOP = 34
_LABEL_ROW = 15
_FIVE_YEARS = 5


class Lerret(NamedTuple):
    """The sheet drawn on: its width, and where the days begin and end."""

    bredde: int
    plott: float
    kant: float


SMALT = Lerret(WIDTH, PLOT, EDGE)
"""Beside a list of events, as in the calculator."""
BREDT = Lerret(1104, 104, 1096)
"""Over the whole page, as in a case."""


@dataclass(frozen=True, slots=True)
class Skala:
    """From days to places."""

    fra: date
    til: date
    lerret: Lerret = SMALT

    def x(self, day: date) -> float:
        """Place of a day, in drawing units."""
        share = (day - self.fra).days / max((self.til - self.fra).days, 1)
        plot, edge = self.lerret.plott, self.lerret.kant
        return round(plot + share * (edge - plot), 1)

    def holds(self, day: date) -> bool:
        """Whether the day is inside the drawing."""
        return self.fra <= day <= self.til


@dataclass(frozen=True, slots=True)
class Tegnet:
    """A mark at its place."""

    x: float
    y: float
    merke: Merke
    etikett: Etikett | None = None
    etikett_y: float = 0.0


@dataclass(frozen=True, slots=True)
class Stolpe:
    """A stay as a bar."""

    x: float
    bredde: float
    navn: str
    slag: str
    aapen: bool


@dataclass(frozen=True, slots=True)
class Aar:
    """A line at the turn of a year (or month), with its name when there is room."""

    x: float
    tekst: str
    vis: bool = True


@dataclass(slots=True)
class Felt:
    """One lane: its name, top and height, and the marks in it."""

    navn: str
    topp: float
    hoeyde: float
    merker: list[Tegnet] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Oversikt:
    """The whole drawing."""

    bredde: int
    hoeyde: float
    aar: tuple[Aar, ...]
    stolper: tuple[Stolpe, ...]
    stolpefelt: Felt | None
    felt: tuple[Felt, ...]
    i_dag: float | None


_LANES: dict[str, Text] = {
    "plassering": Text("Opphold", "Opphald"),
    "avgjoerelse": Text("Avgjørelser", "Avgjerder"),
    "rapport": Text("Rapporter", "Rapportar"),
    "frist": Text("Frister", "Fristar"),
}
_OTHERS = Text("andre", "andre")


def whole_span(
    today: date,
    marks: Sequence[Merke],
    sheet: Lerret = SMALT,
    stays: Sequence[Opphold] = (),
) -> Skala:
    """From the month before the first event to a year ahead, or the last date within five years."""
    first = min([m.dato for m in marks if m.felt != "frist"] + [s.fra for s in stays] + [today])
    start = add(first.replace(day=1), -1, Unit.MAANED)
    limit = add(today, _FIVE_YEARS, Unit.AAR)
    # A case of a few days would be a dot on a whole year.
    soon = today + timedelta(days=2 * (today - start).days + 60)
    # When every mark lies later still, the nearest one is what there is to see.
    nearest = min((m.dato for m in marks), default=today)
    last = max((m.dato for m in marks if m.dato <= limit), default=nearest)
    last = max(last, min(add(today, 1, Unit.AAR), soon))
    return Skala(start, last + timedelta(days=max((last - start).days // 40, 8)), sheet)


def year_span(year: int, sheet: Lerret = SMALT) -> Skala:
    """One calendar year."""
    return Skala(date(year, 1, 1), date(year, 12, 31), sheet)


def _lines(scale: Skala, today: date) -> tuple[Aar, ...]:
    if (scale.til - scale.fra).days <= 370:
        first = scale.fra.replace(day=1)
        days = [add(first, n, Unit.MAANED) for n in range(14)]
        names = [datotekst.SHORT_MONTHS[d.month - 1] for d in days]
    else:
        every = 2 if scale.til.year - scale.fra.year > 12 else 1
        years = range(scale.fra.year + 1, scale.til.year + 1)
        days = [date(y, 1, 1) for y in years]
        names = [str(y) if (y - years[0]) % every == 0 else "" for y in years]
    now = scale.x(today) if scale.holds(today) else -100.0
    edge = scale.lerret.kant
    return tuple(
        Aar(x := scale.x(d), name, abs(x - now) > TODAY_WIDTH / 2 + 22 and x < edge - 10)
        for d, name in zip(days, names, strict=True)
        if scale.holds(d)
    )


def _label(mark: Merke, scale: Skala) -> str:
    if scale.fra.year == scale.til.year == mark.dato.year:
        return f"{mark.kort} {datotekst.day_month(mark.dato)}"
    return f"{mark.kort} {datotekst.short(mark.dato)}"


def _decisions(scale: Skala, marks: Sequence[Merke], top: float, name: str) -> Felt:
    """Judgments and decisions: three rows of words above one row of marks."""
    rows = Rader(3, scale.lerret.plott, scale.lerret.kant)
    y = top + 3 * _LABEL_ROW + 18
    lane = Felt(name, top, 3 * _LABEL_ROW + 32)
    ranked = sorted(marks, key=lambda m: (m.form != "dom", -m.dato.toordinal()))
    for mark in ranked:
        x = scale.x(mark.dato)
        order = (0, 1, 2) if mark.form in ("dom", "avvik") else (2, 1, 0)
        label = rows.place(
            x - 4 if x < scale.lerret.kant - 60 else x + 4, _label(mark, scale), order
        )
        label = label or rows.place(x - 4, mark.kort.split(",")[0], order)
        at = top + 15 + label.rad * _LABEL_ROW if label else 0.0
        lane.merker.append(Tegnet(x, y, mark, label, at))
    lane.merker.sort(key=lambda d: d.x)
    return lane


def _reports(scale: Skala, marks: Sequence[Merke], top: float, name: str) -> Felt:
    """Reports: a ring with a hook and words to its right, in one row."""
    rows = Rader(1, scale.lerret.plott, scale.lerret.kant)
    lane = Felt(name, top, 32)
    places = [scale.x(mark.dato) for mark in marks]
    for x in places:
        rows.reserve(0, x - 8, x + 8)
    for mark, x in zip(marks, places, strict=True):
        label = rows.place(x + 19, mark.kort, (0,))
        if label:
            label.x = x + 11 if label.anker == "start" else x - 11
        lane.merker.append(Tegnet(x, top + 16, mark, label, top + 20))
    return lane


def _clusters(scale: Skala, marks: Sequence[Merke]) -> list[list[Merke]]:
    """Deadlines closer to each other than a flag is wide, drawn as one."""
    found: list[list[Merke]] = []
    for mark in sorted(marks, key=lambda m: m.dato):
        if found and scale.x(mark.dato) - scale.x(found[-1][0].dato) < 14:
            found[-1].append(mark)
        else:
            found.append([mark])
    return found


def _cluster_label(cluster: Sequence[Merke], scale: Skala, form: Maalform) -> tuple[Merke, str]:
    main = min(cluster, key=lambda m: m.vekt)
    text = _label(main, scale)
    more = len(cluster) - 1
    if more:
        other = {"nb": "annen", "nn": "annan"}[form] if more == 1 else _OTHERS.lang(form)
        text = f"{text} og {more} {other}"
    return main, text


def _deadlines(scale: Skala, marks: Sequence[Merke], top: float, name: str, form: Maalform) -> Felt:
    """Deadlines: flags, with words in up to three rows below."""
    rows = Rader(3, scale.lerret.plott, scale.lerret.kant)
    lane = Felt(name, top, 34 + 3 * _LABEL_ROW)
    used = 0
    for cluster in sorted(_clusters(scale, marks), key=lambda c: min(m.vekt for m in c)):
        main, text = _cluster_label(cluster, scale, form)
        x = scale.x(main.dato)
        label = rows.place(x - 3, text, range(3)) or rows.place(x - 3, main.kort, range(3))
        if label and label.anker == "end":
            label.x = x + 3
        used = max(used, label.rad + 1 if label else 0)
        at = top + 40 + label.rad * _LABEL_ROW if label else 0.0
        lane.merker.append(Tegnet(x, top + 16, main, label, at))
    lane.hoeyde = 34 + used * _LABEL_ROW
    return lane


def _drawn_to(stay: Opphold, today: date) -> date:
    """Where the bar of a stay without an end stops: today, or some months into what is planned."""
    return today if stay.fra <= today else stay.fra + timedelta(days=PLANNED_DAYS)


def _bars(scale: Skala, stays: Sequence[Opphold], today: date) -> tuple[Stolpe, ...]:
    bars = []
    for stay in stays:
        end = stay.til or _drawn_to(stay, today)
        if end < scale.fra or stay.fra > scale.til:
            continue
        start = scale.x(max(stay.fra, scale.fra))
        size = max(scale.x(min(end, scale.til)) - start, 3.0)
        text = next((t for t in (stay.navn, stay.kort) if width(t) + 16 <= size), "")
        bars.append(Stolpe(start, round(size, 1), text, stay.slag, stay.til is None))
    return tuple(bars)


def draw(
    scale: Skala, today: date, marks: Sequence[Merke], stays: Sequence[Opphold], form: Maalform
) -> Oversikt:
    """Place everything. Lanes without marks are left out."""
    inside = [m for m in marks if scale.holds(m.dato)]
    bars = _bars(scale, stays, today)
    y = float(_TOP)
    bar_lane = Felt(_LANES["plassering"].lang(form), y, 44) if bars else None
    y += bar_lane.hoeyde if bar_lane else 0
    lanes: list[Felt] = []
    for kind in ("avgjoerelse", "rapport", "frist"):
        mine = [m for m in inside if m.felt == kind]
        if not mine:
            continue
        name = _LANES[kind].lang(form)
        if kind == "avgjoerelse":
            lanes.append(_decisions(scale, mine, y, name))
        elif kind == "rapport":
            lanes.append(_reports(scale, mine, y, name))
        else:
            lanes.append(_deadlines(scale, mine, y, name, form))
        y += lanes[-1].hoeyde
    return Oversikt(
        scale.lerret.bredde,
        y + 4,
        _lines(scale, today),
        bars,
        bar_lane,
        tuple(lanes),
        scale.x(today) if scale.holds(today) else None,
    )
