"""The list of organisations: search, kind, validity, date, order and paging."""

from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.apps.virksomheter.grupper import GRUPPENAVN, Gruppe, Gyldighet
from samvern.apps.virksomheter.oversikt import SORTERINGER, Utvalg, overview
from samvern.law.text import Text
from samvern.web.innlogging.krev import krever_innlogging
from samvern.web.virksomhetssider.valg import LONGEST, changes_allowed, number, read_day

STOERRELSER = (25, 50, 100)
GYLDIGHETSNAVN: dict[Gyldighet, Text] = {
    Gyldighet.GJELDENDE: Text("Gjeldende", "Gjeldande"),
    Gyldighet.OPPHOERT: Text("Opphørte", "Opphøyrte"),
    Gyldighet.ALLE: Text("Alle", "Alle"),
}
KOLONNER: dict[str, Text] = {
    "navn": Text("Navn", "Namn"),
    "slag": Text("Slag", "Slag"),
    "sted": Text("Sted", "Stad"),
    "fra": Text("Gjelder", "Gjeld"),
}


@dataclass(frozen=True, slots=True)
class Kolonne:
    """A column heading that sorts: its address, and how the list is sorted by it now."""

    kode: str
    navn: Text
    adresse: str
    retning: str


def _one_of[E: StrEnum](kind: type[E], value: str) -> E | None:
    return next((one for one in kind if one.value == value), None)


@require_safe
@krever_innlogging
def list_page(request: HttpRequest) -> HttpResponse:
    """Every organisation and municipality; the query string chooses."""
    data, day = request.GET, read_day(request.GET)
    order = data.get("sorter", "")
    chosen = Utvalg(
        paa=day.dag,
        tekst=data.get("q", "").strip()[:LONGEST],
        slag=_one_of(Gruppe, data.get("slag", "")),
        gyldighet=_one_of(Gyldighet, data.get("gyldig", "")) or Gyldighet.GJELDENDE,
        sortering=order if order in SORTERINGER else "navn",
        synkende=data.get("ned") == "1",
    )
    size = number(data, "antall", STOERRELSER)
    found = overview(chosen, number(data, "side"), size)
    kept = _kept(chosen, day.skrevet, size)
    side = found.side
    context = {
        "valgt": chosen,
        "dag": day,
        "liste": found,
        "side": side,
        "fra": (side.side - 1) * size + 1,
        "til": (side.side - 1) * size + len(side.rader),
        "aktiv": bool(chosen.tekst or chosen.slag or day.skrevet)
        or chosen.gyldighet is not Gyldighet.GJELDENDE,
        "slag": [(g, GRUPPENAVN[g], found.antall[g], _with(kept, slag=g)) for g in Gruppe],
        "alle_slag": _with(kept, slag=""),
        "gyldigheter": GYLDIGHETSNAVN.items(),
        "kolonner": [_column(kode, chosen, kept) for kode in KOLONNER],
        "forrige": _with(kept, side=str(side.side - 1)) if side.side > 1 else "",
        "neste": _with(kept, side=str(side.side + 1)) if side.side < side.sider else "",
        "stoerrelser": [(n, _with(kept, antall=str(n))) for n in STOERRELSER],
        "antall": size,
        "kan_endre": changes_allowed(request),
    }
    return render(request, "virksomheter/liste.html", context)


def _kept(chosen: Utvalg, day: str, size: int) -> dict[str, str]:
    """The choices that follow along when one of them is changed; the page does not."""
    values = {
        "q": chosen.tekst,
        "slag": chosen.slag or "",
        "gyldig": "" if chosen.gyldighet is Gyldighet.GJELDENDE else chosen.gyldighet,
        "dato": day,
        "sorter": "" if chosen.sortering == "navn" else chosen.sortering,
        "ned": "1" if chosen.synkende else "",
        "antall": "" if size == STOERRELSER[0] else str(size),
    }
    return {name: str(value) for name, value in values.items()}


def _with(kept: dict[str, str], **new: str) -> str:
    return "?" + urlencode({name: value for name, value in {**kept, **new}.items() if value})


def _column(kode: str, chosen: Utvalg, kept: dict[str, str]) -> Kolonne:
    mine = chosen.sortering == kode
    down = mine and not chosen.synkende
    address = _with(kept, sorter="" if kode == "navn" else kode, ned="1" if down else "")
    direction = ("descending" if chosen.synkende else "ascending") if mine else ""
    return Kolonne(kode, KOLONNER[kode], address, direction)
