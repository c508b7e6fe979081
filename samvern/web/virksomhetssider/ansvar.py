"""«Who is responsible for municipality X?»: each body of a municipality on a date, with sources."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.apps.virksomheter.public import (
    Kommunebilde,
    Oppslag,
    Status,
    bydeler,
    embete_for_kommune,
    hf_for,
    kommuner,
    politidistrikt_for,
    rhf_for,
    statsforvalter_for,
    tingrett_for,
)
from samvern.apps.virksomheter.soek import folded
from samvern.engine.minne import Minne
from samvern.law.text import Text
from samvern.web.innlogging.krev import krever_innlogging
from samvern.web.virksomhetssider.valg import LONGEST, Dag, read_day

MOST = 20
"""Municipalities offered when a name fits several."""


@dataclass(frozen=True, slots=True)
class Svar:
    """One question and its answer."""

    navn: Text
    oppslag: Oppslag

    @property
    def funnet(self) -> bool:
        """Whether one body is named."""
        return self.oppslag.status is Status.FUNNET


@require_safe
@krever_innlogging
def responsibility(request: HttpRequest) -> HttpResponse:
    """Look a municipality up by name or number. Those whose name fits are offered."""
    day = read_day(request.GET)
    typed = request.GET.get("kommune", "").strip()[:LONGEST]
    found = _places(typed, day) if typed else ()
    place = found[0] if len(found) == 1 else None
    context: dict[str, object] = {
        "dag": day,
        "skrevet": typed,
        "treff": found[:MOST] if place is None else (),
        "flere": max(0, len(found) - MOST),
        "kommune": place,
    }
    if place is not None:
        context |= _answers(place, request.GET.get("bydel", ""), day)
    return render(request, "virksomheter/ansvar.html", context)


def _places(typed: str, day: Dag) -> tuple[Kommunebilde, ...]:
    """Those that match; only the exact one when there is one."""
    found = kommuner(day.dag, typed)
    exact = [one for one in found if folded(typed) in {one.kommunenr, folded(one.visningsnavn)}]
    return tuple(exact) if len(exact) == 1 else found


def _answers(place: Kommunebilde, district: str, day: Dag) -> dict[str, object]:
    number, on = place.kommunenr, day.dag
    districts = bydeler(number, on)
    chosen = district if district in {one.bydelnr for one in districts} else ""
    key = (number, chosen, on)
    answers = _KEPT.get_many([key], lambda keys: {one: _look_up(*one) for one in keys})[key]
    return {"svar": answers, "bydeler": districts, "bydel": chosen}


def _look_up(number: str, chosen: str, on: date) -> list[Svar]:
    """Six questions, of two or three queries each; kept for a minute, like other reference data."""
    return [
        Svar(Text("Politidistrikt", "Politidistrikt"), politidistrikt_for(number, on)),
        Svar(Text("Statsadvokatembete", "Statsadvokatembete"), embete_for_kommune(number, on)),
        Svar(Text("Tingrett", "Tingrett"), tingrett_for(number, on)),
        Svar(Text("Helseforetak", "Helseføretak"), hf_for(number, chosen, on=on)),
        Svar(
            Text("Regionalt helseforetak", "Regionalt helseføretak"),
            rhf_for(number, chosen, on=on),
        ),
        Svar(Text("Statsforvalter", "Statsforvaltar"), statsforvalter_for(number, on)),
    ]


_KEPT: Minne[tuple[str, str, date], list[Svar]] = Minne()
