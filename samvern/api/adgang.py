"""Who asks: a key in the `Authorization` header, and nothing else.

A session cookie opens nothing here, so that no other site can make a browser ask (and no CSRF
token is needed). Source: trust table A5, X3.
"""

from typing import Final

from django.http import HttpRequest
from django.views.decorators.debug import sensitive_variables
from ninja.security.base import AuthBase

from samvern.apps.apinoekler import public as apinoekler
from samvern.apps.apinoekler.public import Bruk
from samvern.engine.viewer import Viewer

SCHEME: Final = "bearer"


class Apinoekkel(AuthBase):
    """`Authorization: Bearer sv1_<id>_<secret>`. Every use and every failure is logged."""

    openapi_type = "http"
    openapi_scheme = SCHEME
    openapi_bearerFormat = "sv1"  # noqa: N815 -- the name in OpenAPI
    openapi_description = "API-nøkkel, laget på siden «API-nøkler» av den som er logget inn."

    @sensitive_variables()
    def __call__(self, request: HttpRequest) -> Bruk | None:
        """The key in use, or None. A request without the header is nobody's, and is not logged."""
        header = request.headers.get("Authorization", "")
        if not header:
            return None
        scheme, _, text = header.partition(" ")
        return apinoekler.bruk(text if scheme.lower() == SCHEME else "")


def bruk_of(request: HttpRequest) -> Bruk:
    """The key this request came with. Raises TypeError in an operation that has no check."""
    found = getattr(request, "auth", None)
    if not isinstance(found, Bruk):
        raise TypeError("Operasjonen mangler adgangskontroll.")
    return found


def viewer_of(request: HttpRequest) -> Viewer:
    """Who asks."""
    return bruk_of(request).viewer


def grunn_of(request: HttpRequest) -> str:
    """The purpose of the key, as the audit log has it."""
    return bruk_of(request).formaal.value
