"""One's own keys to the API: see them, make one, withdraw one.

The text of a new key is in one answer, which no cache keeps, and nowhere else.
"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_safe

from samvern.apps.apinoekler import public as apinoekler
from samvern.apps.apinoekler.public import FORMAALSNAVN, LENGST
from samvern.apps.brukere.public import STILLING
from samvern.engine.avslag import FinnesIkke, IkkeNaa, Ugyldig
from samvern.engine.lesing import reading
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from samvern.web.innlogging.steg_opp import krever_bekreftelse
from samvern.web.templatetags.samvern import active_maalform

DAYS = (7, 30, LENGST.days)
"""How long a key may be asked for, in days."""
DONE = {"trukket": gettext_lazy("Nøkkelen er trukket. Den virker ikke lenger.")}


def _rows(request: HttpRequest) -> tuple[apinoekler.Noekkelrad, ...]:
    """One's own keys, logged as read."""
    with reading(viewer_of(request), "apinoekkel.vist") as lest:
        rows = apinoekler.mine(viewer_of(request))
        lest.saw(["apinoekkel"] if rows else ())
    return rows


@never_cache
@require_safe
@krever_innlogging
def own_keys(request: HttpRequest) -> HttpResponse:
    """The keys, those that work first."""
    context = {
        "noekler": _rows(request),
        "kan_ha": apinoekler.may_have(viewer_of(request)),
        "gjort": DONE.get(request.GET.get("gjort", "")),
    }
    return render(request, "apisider/noekler.html", context)


@never_cache
@require_http_methods(["GET", "POST"])
@krever_bekreftelse
@sensitive_variables()
def new_key(request: HttpRequest) -> HttpResponse:
    """Make a key for the role one acts in; the answer shows it, once."""
    viewer, post = viewer_of(request), request.POST
    faults: dict[str, str] = {}
    status = 200
    if request.method == "POST":
        try:
            made = apinoekler.lag_noekkel(viewer, _typed(request))
        except (Ugyldig, IkkeNaa) as refused:
            form, status = active_maalform(), refused.http
            faults = {one.sti or "navn": one.melding.lang(form) for one in refused.feil}
        else:
            return render(request, "apisider/ny_noekkel.html", {"laget": made, "viewer": viewer})
    context = {
        "feil": faults,
        "navn": post.get("navn", "")[:200],
        "valgt_formaal": post.get("formaal", ""),
        "valgte_dager": post.get("dager", "30"),
        "formaal": [(kode.value, navn) for kode, navn in FORMAALSNAVN.items()],
        "dager": [str(days) for days in DAYS],
        "rolle": STILLING[viewer.rolle],
    }
    return render(request, "apisider/lag_noekkel.html", context, status=status)


def _typed(request: HttpRequest) -> dict[str, object]:
    """What stands in the form, as the action takes it; a field sent twice is not read."""
    given = {name: values[0] for name, values in request.POST.lists() if len(values) == 1}
    days = given.get("dager", "")
    return {
        "navn": given.get("navn"),
        "formaal": given.get("formaal"),
        "dager": int(days) if days in {str(one) for one in DAYS} else None,
    }


@never_cache
@require_http_methods(["GET", "POST"])
@krever_innlogging
def withdraw(request: HttpRequest, noekkel: UUID) -> HttpResponse:
    """Say what happens; then do it. Without step-up: to stop a key must never be hard."""
    if request.method == "POST":
        apinoekler.trekk_noekkel(viewer_of(request), noekkel)
        return HttpResponseRedirect(f"{reverse('apinoekler')}?gjort=trukket")
    row = next((one for one in _rows(request) if one.id == noekkel), None)
    if row is None or row.trukket:
        raise FinnesIkke
    return render(request, "apisider/trekk_noekkel.html", {"n": row})
