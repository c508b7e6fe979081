"""Choosing one of several roles, and proving again who one is."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from samvern.apps.brukere import autentisering
from samvern.apps.brukere import public as brukere
from samvern.engine import clock
from samvern.engine.avslag import FinnesIkke
from samvern.engine.ids import new_id
from samvern.engine.viewer import Viewer
from samvern.web.innlogging import neste, oekt
from samvern.web.innlogging.krev import krever_bruker, krever_innlogging, viewer_of

WRONG = gettext_lazy("Koden eller passordet er feil. Prøv igjen.")


@never_cache
@krever_bruker
def velg_rolle(request: HttpRequest) -> HttpResponse:
    """The roles held today. With only one there is nothing to choose; with none, nothing to see."""
    state = oekt.of(request)
    assert state.innlogget is not None
    roles = brukere.roles_of(state.innlogget.bruker, clock.today())
    if request.method == "POST":
        chosen = [role for role in roles if str(role.noekkel) == request.POST.get("rolle", "")]
        if not chosen:
            raise FinnesIkke
        return _act_as(request, chosen[0])
    if len(roles) == 1 and state.viewer is None:
        return _act_as(request, roles[0])
    context = {"roller": roles, "neste": neste.wanted(request), "naa": state.viewer}
    return render(request, "innlogging/velg_rolle.html", context)


def _act_as(request: HttpRequest, role: brukere.Rollebilde) -> HttpResponse:
    viewer = oekt.choose_role(request, role)
    autentisering.note(viewer, "rolle.valgt")
    # A page asked for in the role one had is not for the role one has now.
    switched = oekt.of(request).viewer is not None
    address = "" if switched else neste.wanted(request)
    oekt.of(request).viewer = viewer
    return HttpResponseRedirect(address or neste.home(request))


@never_cache
@sensitive_post_parameters()
@krever_innlogging
def bekreft(request: HttpRequest) -> HttpResponse:
    """Password or code once more, before a sensitive act. In the demo, a click."""
    viewer = viewer_of(request)
    context: dict[str, object] = {"neste": neste.wanted(request)}
    if request.method == "POST":
        until = _prove(request, viewer)
        if until is None:
            oekt.confirm(request)
            autentisering.note(viewer, "innlogging.bekreftet")
            return HttpResponseRedirect(neste.first_page(request))
        context |= {
            "feil": WRONG,
            "vent_til": until.vent_til.astimezone(clock.OSLO).time() if until.vent_til else None,
        }
    return render(request, "innlogging/bekreft.html", context)


def _prove(request: HttpRequest, viewer: Viewer) -> autentisering.Svar | None:
    """None when it is proved; else what came of the attempt."""
    user = brukere.user(viewer.bruker)
    if user is None:
        raise FinnesIkke
    if settings.DEMO and user.oppdiktet:
        return None
    code = request.POST.get("kode", "")[:40]
    if code:
        answer = autentisering.try_code(user, code, viewer.forespoersel)
    else:
        typed = request.POST.get("passord", "")
        answer = autentisering.try_password(user.brukernavn, typed, new_id())
    return None if answer.riktig else answer
