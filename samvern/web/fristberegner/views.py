"""The calculator's page: one address, one form, and the case travels with it."""

from dataclasses import replace

from django.conf import settings
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import translation
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from samvern.web import preferences
from samvern.web.fristberegner import clock, kalenderfil
from samvern.web.fristberegner.datofelt import clock_of, weekday_of
from samvern.web.fristberegner.handlinger import Oppsett, Side, perform, still_open
from samvern.web.fristberegner.sidebilde import context
from samvern.web.fristberegner.skjema import Feil
from samvern.web.fristberegner.tilstand import (
    LOST,
    TRIAL_LOST,
    Tilstand,
    from_text,
    is_view,
    to_json,
    with_trials,
)
from samvern.web.templatetags.samvern import active_maalform

TEMPLATE = "fristberegner/side.html"
UNPROCESSABLE = 422


def read_page(post: QueryDict) -> Side:
    """The page as it was sent: what cannot be read is dropped, and said."""
    text = post.get("inn", "")
    if not text:
        return Side()
    tilstand, faults = from_text(text)
    if tilstand is None:
        return Side(feil=(Feil("", LOST),), filfeil=faults[:20])
    view = post.get("visning", "")
    tilstand, whole = with_trials(tilstand, post.get("proever", ""))
    tilstand = replace(tilstand, visning=view if is_view(view) else "hele")
    return Side(tilstand, feil=() if whole else (Feil("", TRIAL_LOST),))


def _blank(side: Side) -> Side:
    """Without a case the page asks for type and day; the day proposed is today's."""
    if side.tilstand.sak is None and side.oppsett is None:
        day = clock.today()
        return replace(side, oppsett=Oppsett("", f"{day.day}.{day.month}.{day.year}"))
    return side


def _show(request: HttpRequest, side: Side) -> HttpResponse:
    side = _blank(side)
    faulty = bool(
        side.feil
        or side.filfeil
        or (side.skjema and side.skjema.feil)
        or (side.oppsett and side.oppsett.feil)
    )
    return render(request, TEMPLATE, context(side), status=UNPROCESSABLE if faulty else None)


def _attachment(content: bytes | str, kind: str, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _download(tilstand: Tilstand, handling: str) -> HttpResponse | None:
    """The two files a page can give: the case itself, and its dates."""
    if tilstand.sak is None:
        return None
    if handling == "lagre_fil":
        name = f"samvern-sak-{tilstand.per_dato}.json"
        return _attachment(to_json(tilstand.inn) + "\n", "application/json", name)
    if handling == "kalender":
        content = kalenderfil.calendar(tilstand.sak, active_maalform())
        return _attachment(content, "text/calendar; charset=utf-8", kalenderfil.FILE_NAME)
    return None


def _remember(
    response: HttpResponse, cookie: str, value: str, *, script: bool = False
) -> HttpResponse:
    response.set_cookie(
        cookie,
        value,
        max_age=preferences.COOKIE_AGE,
        secure=settings.PREFERENCE_COOKIE_SECURE,
        httponly=not script,
        samesite="Lax",
    )
    return response


def _with_preference(request: HttpRequest, side: Side) -> HttpResponse | None:
    """Change written form or colours without losing the case, or what is being typed."""
    form, colour = request.POST.get("maalform", ""), request.POST.get("fargevalg", "")
    if not form and not colour:
        return None
    chosen, side = preferences.of(request), still_open(side, request.POST)
    for known in preferences.MAALFORMER:
        if form == known:
            request.preferences = replace(chosen, maalform=known)  # type: ignore[attr-defined]
            with translation.override(known):
                response = _show(request, side)
                response["Content-Language"] = known
            return _remember(response, preferences.LANGUAGE_COOKIE, known)
    for scheme in preferences.FARGEVALG:
        if colour == scheme:
            request.preferences = replace(chosen, fargevalg=scheme)  # type: ignore[attr-defined]
            return _remember(_show(request, side), preferences.COLOUR_COOKIE, scheme, script=True)
    return None


def _weekday(post: QueryDict, field: str) -> HttpResponse:
    """Only how a typed date or clock time is read, to be shown beside the field while writing."""
    typed = post.get(field, "")[:100]
    read = clock_of(typed) if field == "felt_klokkeslett" else weekday_of(typed)
    return HttpResponse(format_html("{}", read.lang(active_maalform()) if read else ""))


@require_http_methods(["GET", "HEAD", "POST"])
def calculator(request: HttpRequest) -> HttpResponse:
    """The page. GET is the empty start; POST does what the pressed button says."""
    if request.method != "POST":
        return _show(request, Side())
    handling = request.POST.get("handling", "")
    if handling.startswith("les_dato:"):
        return _weekday(request.POST, handling.partition(":")[2])
    side = read_page(request.POST)
    if (
        side.feil
        and side.tilstand.sak is None
        and not handling.startswith(("eksempel", "last_inn"))
    ):
        return _show(request, side)
    answer = _with_preference(request, side) or _download(side.tilstand, handling)
    if answer is not None:
        return answer
    said, side = side.feil, replace(side, feil=())
    upload = request.FILES.get("fil")
    content = bytes(upload.read()) if upload else None
    side = perform(side, handling, request.POST, content)
    return _show(request, replace(side, feil=(*said, *side.feil)))
