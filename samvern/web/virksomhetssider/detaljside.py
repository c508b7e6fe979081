"""One organisation, as it was on a date and as the register knew it then."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.apps.virksomheter.detalj import Detalj, detail
from samvern.apps.virksomheter.koder import DOERNAVN, OPPHOLDSNAVN, SLAGNAVN, Doertype, Omfang, Slag
from samvern.apps.virksomheter.orgnr import display
from samvern.law.text import Text
from samvern.web.innlogging.krev import krever_innlogging
from samvern.web.virksomhetssider.valg import changes_allowed, read_day, read_known

OMFANGSNAVN: dict[Omfang, Text] = {
    Omfang.HELE: Text("Alt", "Alt"),
    Omfang.DELT: Text("Delt mellom flere", "Delt mellom fleire"),
    Omfang.DEL: Text("En del", "Ein del"),
}
UNDER: dict[Slag, Text] = {
    Slag.KONTROLLKOMMISJON: Text("Fører tilsyn med", "Fører tilsyn med"),
}
TILSYN_AV = Text("Kontrollkommisjoner", "Kontrollkommisjonar")


@require_safe
@krever_innlogging
def body_page(request: HttpRequest, kode: str) -> HttpResponse:
    """Everything about one organisation; 404 when there is no such code."""
    day, known = read_day(request.GET), read_known(request.GET)
    found = detail(kode, day.dag, kjent=known.naar)
    if found is None and known.naar is not None:
        found = detail(kode, day.dag)
        if found is not None:
            context = {"virksomhet": found, "dag": day, "kjent": known}
            return render(request, "virksomheter/ikke_kjent.html", context)
    if found is None:
        raise Http404
    may = changes_allowed(request) and known.naar is None
    context = {
        "virksomhet": found,
        "naa": found.naa,
        "slag": SLAGNAVN[found.slag],
        "orgnr": display(found.naa.orgnr),
        "dag": day,
        "kjent": known,
        "enheter": [
            (unit, OPPHOLDSNAVN[unit.oppholdsform], DOERNAVN[Doertype(unit.doertype)])
            for unit in found.enheter
        ],
        "kommuner": len(found.omraader),
        "tilsynsnavn": UNDER.get(found.slag, TILSYN_AV),
        "overganger": _passings(found),
        "kan_endre": may,
        "kan_avslutte": may and found.siste.gyldig_til is None,
        "lagret": request.GET.get("lagret") == "1",
    }
    return render(request, "virksomheter/virksomhet.html", context)


def _passings(found: Detalj) -> list[tuple[Text, list[tuple[object, Text]]]]:
    """Both directions in time, those that are there."""
    after = Text("Etterfølgere", "Etterfølgjarar")
    before = Text("Forgjengere", "Forgjengarar")
    groups = ((before, found.forgjengere), (after, found.etterfoelgere))
    return [
        (name, [(line, OMFANGSNAVN[line.omfang]) for line in lines])
        for name, lines in groups
        if lines
    ]
