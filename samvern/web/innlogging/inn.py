"""The steps of logging in: password, code, and the first time a new password and a code app."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from samvern.apps.brukere import autentisering, passord, totp
from samvern.apps.brukere import public as brukere
from samvern.apps.brukere.autentisering import Svar
from samvern.engine.avslag import Feil
from samvern.engine.clock import OSLO
from samvern.engine.ids import new_id
from samvern.web import preferences
from samvern.web.innlogging import neste, oekt, qr

WRONG = gettext_lazy("Brukernavnet eller passordet er feil, eller brukeren er stengt.")
WRONG_CODE = gettext_lazy("Koden er feil, eller den er brukt. Vent på neste kode og prøv igjen.")


@never_cache
@sensitive_post_parameters()
def logg_inn(request: HttpRequest) -> HttpResponse:
    """User name and password. The same answer for a name that does not exist."""
    if oekt.of(request).innlogget is not None:
        return HttpResponseRedirect(neste.first_page(request))
    if request.method != "POST":
        return _password_page(request)
    answer = autentisering.try_password(
        request.POST.get("brukernavn", "")[:254], request.POST.get("passord", ""), new_id()
    )
    if answer.bruker is None:
        return _password_page(request, answer)
    oekt.begin_halfway(request, answer.bruker)
    return _onwards(request, answer.bruker)


def _password_page(request: HttpRequest, answer: Svar | None = None) -> HttpResponse:
    context = {
        "neste": neste.wanted(request),
        "tid": request.GET.get("grunn") == "tid",
        "brukernavn": request.POST.get("brukernavn", "")[:254],
        **_fault(answer, WRONG),
    }
    return render(request, "innlogging/logg_inn.html", context)


def _fault(answer: Svar | None, text: Promise) -> dict[str, object]:
    if answer is None:
        return {}
    until = answer.vent_til.astimezone(OSLO).time() if answer.vent_til else None
    return {"feil": text, "vent_til": until}


def _onwards(request: HttpRequest, user: brukere.Bruker) -> HttpResponse:
    """To the next step that is left, or in."""
    address = neste.wanted(request)
    if brukere.has_code_generator(user.pk):
        if not oekt.code_given(request):
            return neste.to("logg_inn_kode", address)
        if user.engangspassord_til is not None:
            return neste.to("nytt_passord", address)
        return _in(request, user)
    if user.engangspassord_til is not None:
        return neste.to("nytt_passord", address)
    return neste.to("ny_kodeapp", address)


def _in(request: HttpRequest, user: brukere.Bruker) -> HttpResponse:
    address = neste.wanted(request)
    autentisering.complete(user, new_id())
    oekt.begin(request, user)
    return neste.to("velg_rolle", address)


@never_cache
@sensitive_post_parameters()
def kode(request: HttpRequest) -> HttpResponse:
    """The six digits from the app, or a recovery code."""
    user = oekt.halfway(request)
    if user is None or not brukere.has_code_generator(user.pk):
        return neste.to("logg_inn", neste.wanted(request))
    context: dict[str, object] = {"neste": neste.wanted(request)}
    if request.method == "POST":
        answer = autentisering.try_code(user, request.POST.get("kode", "")[:40], new_id())
        if answer.riktig:
            oekt.note_code(request)
            return _onwards(request, user)
        context |= _fault(answer, WRONG_CODE)
    return render(request, "innlogging/kode.html", context)


@never_cache
@sensitive_post_parameters()
def nytt_passord(request: HttpRequest) -> HttpResponse:
    """A password of one's own, after a one-time password."""
    user = oekt.halfway(request)
    locked = user is not None and brukere.has_code_generator(user.pk) and not (
        oekt.code_given(request)
    )  # fmt: skip
    if user is None or locked or user.engangspassord_til is None:
        return neste.to("logg_inn", neste.wanted(request))
    found: list[Feil] = []
    if request.method == "POST":
        typed = request.POST.get("passord", "")
        found = passord.faults(user, typed, request.POST.get("gjentatt", ""))
        if not found:
            autentisering.set_password(user, typed, new_id())
            user.refresh_from_db()
            oekt.note_password(request, user)
            return _onwards(request, user)
    form = preferences.of(request).maalform
    words: dict[str, list[str]] = {}
    for fault in found:
        words.setdefault(fault.sti, []).append(fault.melding.lang(form))
    context = {"neste": neste.wanted(request), "feil": words, "brukernavn": user.brukernavn,
               "korteste": passord.SHORTEST}  # fmt: skip
    return render(request, "innlogging/nytt_passord.html", context)


@never_cache
@sensitive_post_parameters()
def ny_kodeapp(request: HttpRequest) -> HttpResponse:
    """Put the secret in an app and type back the first code; then the recovery codes, once."""
    user = oekt.halfway(request)
    ready = user is not None and user.engangspassord_til is None
    if user is None or not ready or brukere.has_code_generator(user.pk):
        return neste.to("logg_inn", neste.wanted(request))
    address, failed = neste.wanted(request), False
    if request.method == "POST":
        codes = autentisering.confirm_generator(user, request.POST.get("kode", "")[:40], new_id())
        if codes is not None:
            _in(request, user)
            return render(
                request, "innlogging/gjenopprettingskoder.html", {"koder": codes, "neste": address}
            )
        failed = True
    secret = autentisering.begin_generator(user)
    size, path = qr.drawing(totp.address(secret, user.brukernavn))
    grouped = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    context = {"neste": address, "side": size, "sti": path, "hemmelighet": grouped,
               "feil": WRONG_CODE if failed else ""}  # fmt: skip
    return render(request, "innlogging/ny_kodeapp.html", context)


@never_cache
@require_POST
def logg_ut(request: HttpRequest) -> HttpResponse:
    """End the session on the server, and say so."""
    state = oekt.of(request)
    if state.innlogget is not None:
        autentisering.log_out(state.viewer, state.innlogget.bruker, new_id())
    oekt.end(request)
    return neste.to("logget_ut")


@never_cache
def logget_ut(request: HttpRequest) -> HttpResponse:
    """Say that the person is out, with the way in again."""
    return render(request, "innlogging/logget_ut.html")
