"""The timeline of a case: the calculator's drawings, with the log's own events and placements.

Events come from the entries the viewer may read, never from the facts of the rules: what is not in
the list of events is not in the drawing either.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from samvern.apps.saker.public import FORMNAVN, Hendelsesrad, Plasseringsbilde, Saksbilde
from samvern.law.event_texts import kodetekst
from samvern.law.text import Maalform, Text
from samvern.web.fristberegner.rader import Fristrad
from samvern.web.fristberegner.tidslinje import tegning
from samvern.web.fristberegner.tidslinje.merker import (
    KINDS,
    Merke,
    ahead,
    deadline_mark,
    lane_of,
    late_reports,
    short_event,
)
from samvern.web.fristberegner.tidslinje.oversikt import BREDT, SMALT
from samvern.web.fristberegner.tidslinje.plassering import Opphold
from samvern.web.sak.frister import Regnet, event_name
from samvern.web.templatetags.samvern import active_maalform

_DAY = timedelta(days=1)
_OWN_LANES: dict[str, tuple[str, str, str]] = {
    "tiltale": ("avgjoerelse", "vedtak", "hendelse"),
    "utvisningsvedtak": ("avgjoerelse", "vedtak", "vedtak"),
    "unndragelse": ("avgjoerelse", "avvik", "hendelse"),
}
"""Lane, shape and kind of the register's own events; the others stand in the table only."""
NOT_RECORDED = Text("Ikke registrert", "Ikkje registrert")
_ESCAPED = Text("Unndratt", "Unndregen")
_PLANNED = Text("Planlagt: uten døgnopphold", "Planlagt: utan døgnopphald")
_PLANNED_STAY = Text("Planlagt: {navn}", "Planlagt: {navn}")
_DIRECTIONS: dict[str, Text] = {
    "mildere": Text("Vedtak uten døgn", "Vedtak utan døgn"),
    "mellom_institusjoner": Text("Vedtak ny institusjon", "Vedtak ny institusjon"),
    "til_doegn": Text("Vedtak døgn", "Vedtak døgn"),
}
_SHADES = {1: 1, 2: 2, 3: 3, 4: 3}
"""Shade by rank of the security level, strictest first; open units share the fourth."""
_LIGHTEST = 4


def _how(stay: Plasseringsbilde) -> Text:
    if stay.form == "doegn" and stay.sikkerhetsnivaa is not None:
        return stay.sikkerhetsnivaa
    return FORMNAVN.get(stay.form, FORMNAVN["ukjent"])


def stay_name(stay: Plasseringsbilde) -> Text:
    """«Regional sikkerhetsavdeling, Oslo universitetssykehus»: how strict, and where."""
    how, where = _how(stay), stay.enhet or stay.sted
    if where is None or where.navn.startswith(how.nb):
        return Text(where.navn, where.navn_nn or where.navn) if where else how
    return Text(f"{how.nb}, {where.navn}", f"{how.nn}, {where.navn_nn or where.navn}")


def _shade(stay: Plasseringsbilde, today: date) -> str:
    if stay.fra > today:
        return "planlagt"
    if stay.form == "uten_doegn":
        return "uten"
    if stay.form != "doegn":
        return "hull"
    return f"nivaa-{_SHADES.get(stay.rang, _LIGHTEST)}" if stay.rang else "lett"


def _stay(stay: Plasseringsbilde, today: date, form: Maalform) -> Opphold:
    name, shade = stay_name(stay).lang(form), _shade(stay, today)
    if shade == "planlagt":
        name = _PLANNED_STAY.lang(form).format(navn=name[:1].lower() + name[1:])
    return Opphold(stay.fra, stay.til, name, shade, _how(stay).lang(form))


def _holes(stays: Sequence[Opphold], until: date | None, form: Maalform) -> list[Opphold]:
    """The days between stays that nobody has accounted for, and after the last one."""
    name = NOT_RECORDED.lang(form)
    found = [
        Opphold(one.til + _DAY, other.fra - _DAY, name, "hull")
        for one, other in pairwise(stays)
        if one.til is not None and one.til + _DAY < other.fra
    ]
    last = stays[-1].til if stays else None
    if last is not None and until is not None and last < until:
        found.append(Opphold(last + _DAY, None, name, "hull"))
    return found


def _escapes(entries: Iterable[Hendelsesrad], form: Maalform) -> list[Opphold]:
    """From each «unndratt» to the «tilbake» after it, drawn as a hole in the stay."""
    ordered = sorted((e for e in entries if e.gjelder), key=lambda e: (e.skjedde, e.nr))
    found: list[Opphold] = []
    for entry in ordered:
        if entry.type == "unndragelse":
            found.append(Opphold(entry.skjedde, None, _ESCAPED.lang(form), "hull"))
        elif entry.type == "unndragelse_avsluttet" and found and found[-1].til is None:
            found[-1] = replace(found[-1], til=entry.skjedde)
    return found


def _planned(rows: Sequence[Fristrad], today: date, form: Maalform) -> list[Opphold]:
    """The stay a decided transfer leads to, from the first day it may happen."""
    days = [
        row.frist.dato
        for row in rows
        if row.frist.regel == "F-21" and not row.ferdig and row.frist.dato
    ]
    ahead_of_us = [day for day in days if day > today]
    return [Opphold(max(ahead_of_us), None, _PLANNED.lang(form), "planlagt")] if ahead_of_us else []


def _is_milder(bilde: Saksbilde) -> bool:
    """Whether the last transfer decided goes to living outside the institution."""
    decided = [
        e
        for e in bilde.hendelser
        if e.gjelder and e.type == "overfoeringsvedtak" and e.skjedde <= bilde.per_dato
    ]
    last = max(decided, key=lambda e: (e.skjedde, e.nr), default=None)
    return last is not None and last.raa.get("retning") == "mildere"


def stays(bilde: Saksbilde, rows: Sequence[Fristrad], *, goes_on: bool) -> list[Opphold]:
    """Every bar of the timeline in order of start, with holes and what is planned."""
    form, today = active_maalform(), bilde.per_dato
    known = [_stay(p, today, form) for p in sorted(bilde.plasseringer, key=lambda p: p.fra)]
    past = [stay for stay in known if stay.slag != "planlagt"]
    found = [*known, *_holes(past, today if goes_on else None, form)]
    found += _escapes(bilde.hendelser, form)
    if not any(stay.slag == "planlagt" for stay in known) and _is_milder(bilde):
        found += _planned(rows, today, form)
    return sorted(found, key=lambda stay: (stay.fra, stay.slag == "hull"))


def _short(entry: Hendelsesrad, name: Text, form: Maalform) -> str:
    """«Overføringsdom», «Vedtak uten døgn», «År 2»: short enough to stand over its mark."""
    kind = entry.raa.get("art" if entry.type == "dom_rettskraftig" else "retning")
    if entry.type == "dom_rettskraftig" and isinstance(kind, str):
        return kodetekst(kind).lang(form)
    if entry.type == "overfoeringsvedtak" and kind in _DIRECTIONS:
        return _DIRECTIONS[kind].lang(form)
    number = entry.raa.get("n")
    n = number if isinstance(number, int) else None
    return short_event(entry.type, n, name.lang(form), form)


def _final_judgments(entries: Iterable[Hendelsesrad]) -> frozenset[object]:
    """The judgments that are registered as final, by id."""
    found = (e.raa.get("id") for e in entries if e.gjelder and e.type == "dom_rettskraftig")
    return frozenset(one for one in found if one)


def event_marks(bilde: Saksbilde, regnet: Regnet, form: Maalform) -> list[Merke]:
    """The entries that count as marks, oldest first."""
    late = {regnet.nummer.get(fact) for fact in late_reports(regnet.rader)}
    final = _final_judgments(bilde.hendelser)
    marks = []
    for entry in bilde.hendelser:
        if not entry.gjelder:
            continue
        lane, shape, kind = _OWN_LANES.get(entry.type) or lane_of(entry.type)
        if entry.type == "dom_avsagt" and entry.raa.get("id") in final:
            # The final judgment is the one that counts; two marks days apart would cover it.
            lane = "annet"
        colour = "warning" if entry.type == "unndragelse" else "neutral"
        if shape == "rapport":
            shape, colour = ("rapport-sen", "warning") if entry.nr in late else (shape, "success")
        name = event_name(entry, regnet)
        words, short = name.lang(form), _short(entry, name, form)
        marks.append(Merke(entry.skjedde, lane, shape, colour, words, KINDS[kind][form], short))
    return sorted(marks, key=lambda m: (m.dato, m.felt, m.navn))


def draw(
    bilde: Saksbilde, regnet: Regnet, view: str, *, goes_on: bool, paper: bool
) -> tegning.Tidslinje:
    """Make the drawings of a case. `goes_on` is false for a case that has ended."""
    form = active_maalform()
    return tegning.draw_from(
        tegning.Grunnlag(
            view,
            bilde.per_dato,
            event_marks(bilde, regnet, form),
            [deadline_mark(row, form) for row in ahead(regnet.rader)],
            stays(bilde, regnet.rader, goes_on=goes_on),
            SMALT if paper else BREDT,
            stige_med_opphold=True,
        )
    )
