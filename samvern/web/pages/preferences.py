"""Setting the written form and the colour scheme; works without JavaScript."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from samvern.web.preferences import (
    COLOUR_COOKIE,
    COOKIE_AGE,
    FARGEVALG,
    LANGUAGE_COOKIE,
    MAALFORMER,
)

SHORTCUT_COOKIE = "hurtigtaster"
SHORTCUTS = ("paa", "av")


def back(request: HttpRequest) -> str:
    """The page the form stood on; the front page when `neste` is missing or points elsewhere."""
    wanted = request.POST.get("neste", "")
    own = wanted.startswith("/") and url_has_allowed_host_and_scheme(
        wanted, allowed_hosts=None, require_https=request.is_secure()
    )
    return wanted if own else reverse("forside")


def _choose(
    request: HttpRequest, field: str, cookie: str, allowed: tuple[str, ...], *, script: bool
) -> HttpResponse:
    value = request.POST.get(field, "")
    if value not in allowed:
        return HttpResponseBadRequest()
    response = HttpResponseRedirect(back(request))
    response.set_cookie(
        cookie,
        value,
        max_age=COOKIE_AGE,
        secure=settings.PREFERENCE_COOKIE_SECURE,
        httponly=not script,
        samesite="Lax",
    )
    return response


@require_POST
def choose_language(request: HttpRequest) -> HttpResponse:
    """Set the cookie `maalform` (`nb` or `nn`) and return to the same page."""
    return _choose(request, "maalform", LANGUAGE_COOKIE, MAALFORMER, script=False)


@require_POST
def choose_colour(request: HttpRequest) -> HttpResponse:
    """Set the cookie `fargevalg` (`auto`, `lys`, `moerk`) and return to the same page."""
    return _choose(request, "fargevalg", COLOUR_COOKIE, FARGEVALG, script=True)


@require_POST
def choose_shortcuts(request: HttpRequest) -> HttpResponse:
    """Turn the single-key shortcuts on or off (WCAG 2.1.4)."""
    return _choose(request, "hurtigtaster", SHORTCUT_COOKIE, SHORTCUTS, script=True)
