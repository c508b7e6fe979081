"""When the law changed: a timeline made from the versions of sources and rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.law.book import all_rules
from samvern.law.rule import Rule
from samvern.law.source import Kilde, Slag
from samvern.law.sources import act_of, ids, versions
from samvern.law.sources.acts import Akt
from samvern.law.text import Text
from samvern.web.regelverk.oppslag import uses
from samvern.web.regelverk.tekster import kort

_ONE_DAY = timedelta(days=1)


class Endring(StrEnum):
    """What happened to a provision on a day, as far as the material shows."""

    START = "start"
    NY_UTGAVE = "ny_utgave"
    SLUTT = "slutt"
    AVGJORT = "avgjort"


ENDRINGER: dict[Endring, Text] = {
    Endring.START: Text("Gjelder fra denne dagen", "Gjeld frå denne dagen"),
    Endring.NY_UTGAVE: Text("Ny utgave", "Ny utgåve"),
    Endring.SLUTT: Text("Gjelder ikke lenger", "Gjeld ikkje lenger"),
    Endring.AVGJORT: Text("Avgjort", "Avgjort"),
}


@dataclass(frozen=True, slots=True)
class Punkt:
    """One provision that changed on a day."""

    kilde: Kilde
    kort: Text
    endring: Endring
    regler: tuple[Rule, ...]

    @property
    def ord(self) -> Text:
        """What happened, in words."""
        return ENDRINGER[self.endring]


@dataclass(frozen=True, slots=True)
class Skifte:
    """One day the law changed: per act what changed, by which acts, and which rules follow."""

    dato: date
    akter: tuple[tuple[Akt, tuple[Punkt, ...]], ...]
    endret_ved: tuple[str, ...]
    regler: tuple[Rule, ...]

    @property
    def antall(self) -> int:
        """Number of provisions that changed."""
        return sum(len(points) for _, points in self.akter)


def _point(kilde: Kilde, endring: Endring) -> Punkt:
    rules = tuple(use.rule for use in uses(kilde.id))
    return Punkt(kilde, kort(kilde), endring, rules)


def _changes() -> Iterator[tuple[date, Punkt]]:
    for kilde_id in ids():
        known = versions(kilde_id)
        starts = {k.fra for k in known}
        for n, kilde in enumerate(known):
            if kilde.fra is not None:
                kind = Endring.NY_UTGAVE if n else Endring.START
                ruling = kilde.slag is Slag.RETTSPRAKSIS
                yield kilde.fra, _point(kilde, Endring.AVGJORT if ruling else kind)
            if kilde.til is not None and kilde.til + _ONE_DAY not in starts:
                yield kilde.til + _ONE_DAY, _point(kilde, Endring.SLUTT)


@cache
def shifts() -> tuple[Skifte, ...]:
    """Every day on which a source or a rule changed, newest first."""
    by_day: dict[date, list[Punkt]] = {}
    for day, point in _changes():
        by_day.setdefault(day, []).append(point)
    for rule in all_rules():
        for version in rule.versjoner:
            if version.fra is not None:
                by_day.setdefault(version.fra, [])
    return tuple(_shift(day, by_day[day]) for day in sorted(by_day, reverse=True))


def _shift(day: date, points: list[Punkt]) -> Skifte:
    by_act: dict[str, list[Punkt]] = {}
    for point in points:
        by_act.setdefault(act_of(point.kilde.id).kode, []).append(point)
    started = [p.kilde.endret_ved for p in points if p.endring is not Endring.SLUTT]
    return Skifte(
        day,
        tuple((act_of(own[0].kilde.id), tuple(own)) for own in by_act.values()),
        tuple(dict.fromkeys(act for act in started if act)),
        tuple(r for r in all_rules() if any(v.fra == day for v in r.versjoner)),
    )


@require_safe
def timeline(request: HttpRequest) -> HttpResponse:
    """Every day the law changed; those that changed how a rule is counted are marked."""
    everything = "alle" in request.GET
    all_shifts = shifts()
    found = all_shifts if everything else tuple(s for s in all_shifts if s.regler)
    context = {"skifter": found, "alle": everything, "antall": len(all_shifts)}
    return render(request, "regelverk/endringer.html", context)
