"""Acts and provisions: versions in time, what was in force on a day, and which rules use them."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samvern.law.rule import Rule
from samvern.law.source import Kilde
from samvern.law.sources import UnknownSource, act_of
from samvern.law.sources.acts import Akt
from samvern.law.text import Text
from samvern.web.datolesing import DateFault, read_date
from samvern.web.regelverk.oppslag import (
    Bruk,
    above,
    act_ids,
    acts,
    all_ids,
    all_versions,
    choices_with_source,
    is_future,
    shown,
    under,
    uses,
)
from samvern.web.regelverk.soek import LONGEST, find_sources, read_kind
from samvern.web.regelverk.tekster import ORDLYD, SLAG, kort


@dataclass(frozen=True, slots=True)
class Utgave:
    """One version of a provision in the list of versions."""

    kilde: Kilde
    ordlyd: tuple[Text, str, str]
    gjelder: bool
    samme: bool
    """Whether it says the same as the version before, in our words."""


@dataclass(frozen=True, slots=True)
class Kildelinje:
    """One provision in a list, as it stood on a day."""

    kilde: Kilde
    kort: Text
    ordlyd: tuple[Text, str, str]
    i_kraft: bool
    regler: tuple[Rule, ...]
    utgaver: int


@dataclass(frozen=True, slots=True)
class Dag:
    """The day asked for, as typed and as read."""

    skrevet: str
    dato: date
    feil: Text | None

    @property
    def sporbar(self) -> str:
        """The day as it stands in a link."""
        return self.dato.isoformat()

    @property
    def valgt(self) -> bool:
        """Whether the reader has chosen a day that can be read."""
        return bool(self.skrevet) and self.feil is None


def chosen_day(request: HttpRequest) -> Dag:
    """Read `dato` from the query string; without it, or with a fault, today."""
    typed = request.GET.get("dato", "").strip()[:40]
    today = timezone.localdate()
    if not typed:
        return Dag("", today, None)
    try:
        return Dag(typed, read_date(typed), None)
    except DateFault as fault:
        return Dag(typed, today, fault.text)


def in_force(kilde: Kilde, on: date) -> bool:
    """Whether a version is in force; enacted law without a day never is."""
    return not is_future(kilde.id) and kilde.in_force(on)


def line(kilde_id: str, on: date) -> Kildelinje:
    """One provision in a list, as it stood on a day."""
    kilde = shown(kilde_id, on)
    rules = tuple(use.rule for use in uses(kilde_id))
    return Kildelinje(
        kilde,
        kort(kilde),
        ORDLYD[kilde.ordlyd],
        in_force(kilde, on),
        rules,
        len(all_versions(kilde_id)),
    )


def editions(kilde_id: str, on: date) -> tuple[Utgave, ...]:
    """All versions, newest first, the one in force on the day marked."""
    known = all_versions(kilde_id)
    found = [
        Utgave(
            kilde,
            ORDLYD[kilde.ordlyd],
            in_force(kilde, on),
            n > 0 and known[n - 1].gjelder == kilde.gjelder,
        )
        for n, kilde in enumerate(known)
    ]
    return tuple(reversed(found))


def _part_uses(kilde_id: str) -> tuple[tuple[str, Bruk], ...]:
    """Rules that rest on a part of the provision, or on the whole it is a part of."""
    near = (*above(kilde_id), *under(kilde_id))
    return tuple((near_id, use) for near_id in near for use in uses(near_id))


def _related(kilde_id: str, on: date) -> list[tuple[Kildelinje, Bruk]]:
    return [(line(near_id, on), use) for near_id, use in _part_uses(kilde_id)]


@require_safe
def source_list(request: HttpRequest) -> HttpResponse:
    """Every act and other work; with a search or a kind chosen, the provisions found."""
    today = timezone.localdate()
    q = request.GET.get("q", "").strip()[:LONGEST]
    slag = read_kind(request.GET)
    active = bool(q or slag)
    found = [line(kilde_id, today) for kilde_id in find_sources(q, slag)] if active else []
    works = [(akt, len(own), len({u.rule.id for k in own for u in uses(k)})) for akt, own in acts()]
    used = {k.slag for kilde_id in all_ids() for k in all_versions(kilde_id)}
    context = {
        "q": q,
        "slag": slag,
        "aktiv": active,
        "treff": found,
        "akter": works,
        "slagliste": [(str(k), v) for k, v in SLAG.items() if k in used],
        "alle": len(all_ids()),
    }
    return render(request, "regelverk/kilder.html", context)


def _list_page(request: HttpRequest, akt: Akt, own: tuple[str, ...], navn: Text) -> HttpResponse:
    day = chosen_day(request)
    context = {
        "akt": akt,
        "navn": navn,
        "dag": day,
        "linjer": [line(kilde_id, day.dato) for kilde_id in own],
        "framtid": all(is_future(kilde_id) for kilde_id in own),
        "akter": [other for other, _ in acts()],
    }
    return render(request, "regelverk/akt.html", context)


def _provision(request: HttpRequest, kilde_id: str) -> HttpResponse:
    day = chosen_day(request)
    kilde = shown(kilde_id, day.dato)
    context = {
        "kilde": kilde,
        "kort": kort(kilde),
        "akt": act_of(kilde_id),
        "dag": day,
        "i_kraft": in_force(kilde, day.dato),
        "framtid": is_future(kilde_id),
        "utgaver": editions(kilde_id, day.dato),
        "bruk": uses(kilde_id),
        "naer_bruk": _related(kilde_id, day.dato),
        "regnevalg": choices_with_source(kilde_id),
        "over": [line(k, day.dato) for k in above(kilde_id)],
        "under": [line(k, day.dato) for k in under(kilde_id)],
    }
    return render(request, "regelverk/kilde.html", context)


@require_safe
def source_page(request: HttpRequest, kilde_id: str) -> HttpResponse:
    """A provision, or the list of an act or a section. 404 for what is not in the material."""
    if kilde_id in all_ids():
        return _provision(request, kilde_id)
    try:
        akt, own = act_ids(kilde_id.partition("/")[0])
    except UnknownSource:
        raise Http404 from None
    if kilde_id == akt.kode:
        return _list_page(request, akt, own, akt.navn)
    inside = under(kilde_id)
    if not inside:
        raise Http404
    return _list_page(request, akt, inside, _section_name(kilde_id, inside[0]))


def _section_name(kilde_id: str, first: str) -> Text:
    """The name of a section that is only in the material through its parts."""
    navn = all_versions(first)[0].navn
    parts = first.count("/") - kilde_id.count("/")
    nb, nn = navn.nb.split(" "), navn.nn.split(" ")
    return Text(" ".join(nb[:-parts]), " ".join(nn[:-parts]))
