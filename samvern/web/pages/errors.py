"""The error pages: short, in both written forms, and they never show what was sent."""

from typing import Any

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from samvern.web import preferences

Texts = tuple[Promise, Promise]

TEXTS: dict[int, Texts] = {
    400: (
        gettext_lazy("Dette kan vi ikke lese"),
        gettext_lazy("Det som ble sendt, er ikke gyldig. Gå tilbake, sjekk feltene og prøv igjen."),
    ),
    403: (
        gettext_lazy("Du kan ikke gjøre dette"),
        gettext_lazy(
            "Siden var åpen for lenge, eller nettleseren sendte ikke med informasjonskapselen. "
            "Last siden på nytt og prøv igjen."
        ),
    ),
    404: (
        gettext_lazy("Vi finner ikke siden"),
        gettext_lazy("Adressen kan være skrevet feil, eller siden kan være flyttet."),
    ),
    413: (
        gettext_lazy("Filen er for stor"),
        gettext_lazy(
            "Siden tar imot inntil 2 MB. Større filer med mange saker kan regnes på kommandolinjen."
        ),
    ),
    500: (
        gettext_lazy("Noe gikk galt hos oss"),
        gettext_lazy("Ingenting ble lagret. Prøv igjen."),
    ),
}
ICONS = {400: "aattekant", 403: "laas", 404: "soek", 413: "strek-ring", 500: "trekant"}


def page(request: HttpRequest, status: int) -> HttpResponse:
    """The error page for an HTTP status, in the reader's written form."""
    chosen = preferences.read(request)
    heading, text = TEXTS[status]
    with translation.override(chosen.maalform):
        content = render_to_string(
            "samvern/sider/feil.html",
            {"heading": heading, "text": text, "icon": ICONS[status], "status": status},
            request=request,
        )
    return HttpResponse(content, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, or 413 when what was sent is larger than the settings allow."""
    return page(request, 413 if isinstance(exception, RequestDataTooBig) else 400)


def denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403."""
    return page(request, 403)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 from a form that was too old, or sent without its cookie."""
    return page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404."""
    return page(request, 404)


def server_error(request: HttpRequest, *args: Any) -> HttpResponse:
    """500."""
    return page(request, 500)
