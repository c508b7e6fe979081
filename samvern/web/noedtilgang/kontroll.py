"""Review what others have opened: the list that waits, and one opening with what was read.

For NK. Nobody reviews their own. Source: part 4 rule 4, trust table A8.
"""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from samvern.apps.saker import public as saker
from samvern.apps.saker.public import Handling, noed
from samvern.engine.avslag import Ugyldig
from samvern.engine.lesing import reading
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from samvern.web.sak.tekster import action_name, role_name

SHOWN = ("noedtilgang", "noedtilgang.begrunnelse")
CHOOSE = Text("Velg hva du kom til.", "Vel kva du kom til.")
_OK, _INVALID = 200, 422


@krever_innlogging
@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """What nobody has reviewed, the most urgent first."""
    viewer = viewer_of(request)
    with reading(viewer, "noedtilgang.liste_vist") as seen:
        rows = noed.til_kontroll(viewer)
        context = {
            "rader": [(row, role_name(row.rolle), saker.GRUNNAVN[row.grunn]) for row in rows],
            "over": sum(row.over_fristen for row in rows),
            "gjort": request.GET.get("gjort") == "ja",
        }
        answer = render(request, "noedtilgang/liste.html", context)
        seen.saw(SHOWN if rows else (), saker={row.sak for row in rows})
    return answer


@krever_innlogging
@never_cache
@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@sensitive_variables()
def review(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """One opening: who, why, what was read, and the conclusion."""
    viewer = viewer_of(request)
    if request.method != "POST":
        return _show(request, viewer, noekkel, {}, {})
    typed = {name: request.POST.get(name, "").strip()[:4000] for name in ("utfall", "notat")}
    try:
        saker.etterkontroller_noedtilgang.utfoer(
            viewer, noekkel, {name: value for name, value in typed.items() if value}
        )
    except Ugyldig as refused:
        faults = {one.sti: one.melding for one in refused.feil}
        if "utfall" in faults:
            faults["utfall"] = CHOOSE
        return _show(request, viewer, noekkel, typed, faults)
    return HttpResponseRedirect(f"{reverse('noedtilganger')}?gjort=ja")


@sensitive_variables()
def _show(
    request: HttpRequest,
    viewer: Viewer,
    opening: UUID,
    typed: Mapping[str, str],
    faults: Mapping[str, Text],
) -> HttpResponse:
    with reading(viewer, "noedtilgang.vist", objekt=("noedtilgang", opening)) as seen:
        saker.may(viewer, Handling.ETTERKONTROLL)
        row = noed.hent(viewer, opening)
        context = {
            "n": row,
            "rolle": role_name(row.rolle),
            "grunn": saker.GRUNNAVN[row.grunn],
            "lest": [(one.tid, action_name(one.handling)) for one in noed.lest_imens(viewer, row)],
            "utfall": [(str(code), name) for code, name in saker.UTFALLSNAVN.items()],
            "funnet": saker.UTFALLSNAVN[row.kontroll.utfall] if row.kontroll else None,
            "typed": typed,
            "feil": faults,
            "mest": saker.LENGSTE_BEGRUNNELSE,
        }
        status = _INVALID if faults else _OK
        answer = render(request, "noedtilgang/kontroll.html", context, status=status)
        seen.saw((*SHOWN, "lesere"), saker=[row.sak])
    return answer
