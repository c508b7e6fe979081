"""Two middlewares: who asks, and how a refusal is answered and logged."""

import re
from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from samvern.engine import audit
from samvern.engine.audit import Id
from samvern.engine.avslag import Avslag, FinnesIkke, ForTidlig, IkkeNaa, Nektet
from samvern.web import preferences
from samvern.web.innlogging import oekt
from samvern.web.pages import errors

type GetResponse = Callable[[HttpRequest], HttpResponse]

_NOT_CODE = re.compile(r"[^a-z0-9._:/-]+")
MISSING = "finnes_ikke"

HEADINGS: tuple[tuple[type[Avslag], Promise, str], ...] = (
    (Nektet, gettext_lazy("Du kan ikke gjøre dette"), "laas"),
    (ForTidlig, gettext_lazy("Loven setter en dato"), "ring-stiplet"),
    (IkkeNaa, gettext_lazy("Dette er ikke mulig nå"), "strek-ring"),
    (Avslag, gettext_lazy("Dette er ikke gyldig"), "aattekant"),
)


def innlogging(get_response: GetResponse) -> GetResponse:
    """Find out who asks, and keep what a logged-in person sees out of every cache."""

    def middleware(request: HttpRequest) -> HttpResponse:
        request.tilstand = oekt.resume(request)  # type: ignore[attr-defined]
        request.viewer = oekt.of(request).viewer  # type: ignore[attr-defined]
        logged_in = oekt.of(request).innlogget is not None
        response = get_response(request)
        if logged_in or oekt.of(request).innlogget is not None:
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware


class Avslagssvar:
    """Turn a refusal that left a view into its page, and log it after the roll-back."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on; only exceptions concern us."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """404 that is the same for hidden and missing; 403, 409 or 422 with reason and code."""
        if isinstance(fault, FinnesIkke):
            log_denial(request, MISSING)
            return errors.page(request, 404)
        if not isinstance(fault, Avslag):
            return None
        if isinstance(fault, Nektet):
            log_denial(request, fault.kode)
        return refused(request, fault)


def refused(request: HttpRequest, fault: Avslag) -> HttpResponse:
    """The page that says no: what kind of no, why, who can or when, and the stable code."""
    heading, icon = next((text, icon) for kind, text, icon in HEADINGS if isinstance(fault, kind))
    form = preferences.of(request).maalform
    content = render_to_string(
        "innlogging/avslag.html",
        {
            "heading": heading,
            "icon": icon,
            "feil": [(one.melding.lang(form), one.kode, one.tidligst) for one in fault.feil],
        },
        request=request,
    )
    return HttpResponse(content, status=fault.http)


def log_denial(request: HttpRequest, kode: str) -> None:
    """Log that somebody was refused, with the page and the id asked for. Nobody: not logged."""
    viewer = oekt.of(request).viewer
    if viewer is None:
        return
    match = request.resolver_match
    page = code(match.view_name if match else "")
    audit.record_denial(viewer.actor, f"side.{page}", code(kode), objekt=_object(request))


def code(text: str) -> str:
    """A word as the log takes it."""
    return _NOT_CODE.sub("_", text.lower()).strip("._:/-")[:50] or "ukjent"


def _object(request: HttpRequest) -> tuple[str, Id] | None:
    match = request.resolver_match
    for name, value in (match.kwargs if match else {}).items():
        if isinstance(value, UUID):
            return (code(name), value)
    return None
