"""Two small middlewares: the reader's preferences, and headers Django has no setting for."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

from samvern.web import preferences as chosen

GetResponse = Callable[[HttpRequest], HttpResponse]


def preferences(get_response: GetResponse) -> GetResponse:
    """Activate the reader's written form of Norwegian for the request.

    Replaces LocaleMiddleware on purpose: the browser's language list is not used.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        request.preferences = chosen.read(request)  # type: ignore[attr-defined]
        with translation.override(chosen.of(request).maalform):
            response = get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        patch_vary_headers(response, ("Cookie",))
        return response

    return middleware


def security_headers(get_response: GetResponse) -> GetResponse:
    """Say no to browser features we never use, and keep pages out of shared caches."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", permissions_policy())
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault(
            "Cache-Control", "no-store" if request.method != "GET" else "private, no-cache"
        )
        return response

    return middleware


def permissions_policy() -> str:
    """Permissions-Policy that turns every listed feature off."""
    features = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
    return ", ".join(f"{feature}=()" for feature in features)
