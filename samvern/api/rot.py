"""The API put together: its operations, who is let in, and how every refusal is answered.

Denials are logged here, after the refused transaction has rolled back.
"""

import logging
from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import AuthenticationError

from samvern.api import foering, kataloger, koder, problem, ruter, saker
from samvern.api.adgang import Apinoekkel
from samvern.api.problem import Stans
from samvern.apps.apinoekler.public import Bruk
from samvern.engine import audit
from samvern.engine.avslag import Avslag, FinnesIkke, Nektet

LOG: Final = logging.getLogger("samvern.api")
OPERASJONER: Final = (saker, foering, kataloger)
"""Importing them is what puts their operations on the router."""
VERSION: Final = "1"
BESKRIVELSE: Final = (
    "Registeret over dømte til tvungent psykisk helsevern, for andre fagsystemer. De samme "
    "handlingene, den samme tilgangen og den samme loggen som nettsidene. Navn på felter skrives "
    "med ae, oe og aa. Datoer er ÅÅÅÅ-MM-DD, tidspunkter har tidssone. Tekster kommer på bokmål og "
    "nynorsk ved siden av hverandre; avslag kommer på målformen i «Accept-Language» (nb eller nn)."
)

api = NinjaAPI(
    title="Samvern",
    version=VERSION,
    description=BESKRIVELSE,
    openapi_url=None,
    docs_url=None,
    urls_namespace="api-v1",
    auth=Apinoekkel(),
)
api.add_router("", ruter.router)


def _target(request: HttpRequest) -> tuple[str, UUID] | None:
    found = request.resolver_match
    sak = found.kwargs.get("sak") if found else None
    return ("sak", UUID(sak)) if sak else None


def _log(request: HttpRequest, kode: str) -> None:
    """Log a denial: which operation, which case was asked for, and with what purpose."""
    used = getattr(request, "auth", None)
    if not isinstance(used, Bruk):
        return
    name = str(getattr(request, "operasjon", "")) or "ukjent"
    audit.record_denial(
        used.viewer.actor,
        f"api.{name.removeprefix('api_')}",
        kode.lower(),
        objekt=_target(request),
        grunn=used.formaal.value,
    )


def _missing(request: HttpRequest, _: FinnesIkke) -> HttpResponse:
    _log(request, koder.FINNES_IKKE)
    return problem.of_stop(request, Stans(404, koder.FINNES_IKKE))


def _refused(request: HttpRequest, fault: Avslag) -> HttpResponse:
    if isinstance(fault, Nektet):
        _log(request, fault.kode)
    return problem.of_refusal(request, fault)


def _stopped(request: HttpRequest, fault: Stans) -> HttpResponse:
    return problem.of_stop(request, fault)


def _unknown(request: HttpRequest, _: AuthenticationError) -> HttpResponse:
    stopped = Stans(401, koder.IKKE_AUTENTISERT, WWW_Authenticate='Bearer realm="samvern"')
    return problem.of_stop(request, stopped)


def _broken(request: HttpRequest, fault: Exception) -> HttpResponse:
    # Type and frames only: the formatter leaves out what the exception says.
    LOG.error("Uventet feil i API-et.", exc_info=fault)
    return problem.of_stop(request, Stans(500, koder.INTERN_FEIL))


HANDLERS: Final[tuple[tuple[type[Exception], Callable[[HttpRequest, Any], HttpResponse]], ...]] = (
    (FinnesIkke, _missing),
    (Avslag, _refused),
    (Stans, _stopped),
    (AuthenticationError, _unknown),
    (Exception, _broken),
)
for kind, handler in HANDLERS:
    api.add_exception_handler(kind, handler)
