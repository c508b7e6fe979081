"""Refusals as `application/problem+json` (RFC 9457), with the stable codes; never what was sent.

Hidden and missing get the same bytes: nothing in a 404 depends on the address or on who asks.
"""

import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from samvern.api import koder, maalform
from samvern.apps.saker.public import EndretIMens, HarSak
from samvern.engine.avslag import Avslag, Feil, ForTidlig, IkkeNaa
from samvern.law.text import Maalform

MEDIA_TYPE: Final = "application/problem+json"


class Stans(Exception):
    """The request is refused by the door itself, before any action: status, code and faults."""

    def __init__(self, status: int, kode: str, feil: Iterable[Feil] = (), **headers: str) -> None:
        self.status = status
        self.kode = kode
        self.feil = tuple(feil)
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}
        super().__init__(kode)


def of_stop(request: HttpRequest, stopped: Stans) -> HttpResponse:
    """What the door refused."""
    answer = _answer(request, stopped.status, stopped.kode, stopped.feil)
    for name, value in stopped.headers.items():
        answer[name] = value
    return answer


def of_refusal(request: HttpRequest, refused: Avslag) -> HttpResponse:
    """What an action or a query refused: its faults, and what is possible instead."""
    extra: dict[str, Any] = {}
    if isinstance(refused, IkkeNaa) and refused.tillatt:
        extra["tillatt"] = list(refused.tillatt)
    if isinstance(refused, EndretIMens):
        extra["siste_nr"] = refused.siste_nr
    if isinstance(refused, HarSak):
        extra["saker"] = [{"id": str(sak), "saksnr": saksnr} for sak, saksnr in refused.saker]
    by_law = isinstance(refused, ForTidlig)
    return _answer(request, refused.http, refused.kode, refused.feil, extra, by_law=by_law)


def fault(one: Feil, form: Maalform) -> dict[str, Any]:
    """One fault as it is sent."""
    found: dict[str, Any] = {"sti": one.sti, "kode": one.kode, "melding": one.melding.lang(form)}
    if one.hjemmel:
        found["hjemmel"] = one.hjemmel
    if one.tidligst:
        found["tidligst"] = one.tidligst.isoformat()
    return found


def _answer(
    request: HttpRequest,
    status: int,
    kode: str,
    feil: Iterable[Feil] = (),
    extra: Mapping[str, Any] | None = None,
    *,
    by_law: bool = False,
) -> HttpResponse:
    form = maalform.of(request)
    told = tuple(feil) or (Feil("", kode, koder.TEKSTER[kode]),)
    title = koder.LOVEN_SETTER_DATO if by_law else koder.TITLER[status]
    content = {
        "type": f"/api/#{kode}",
        "title": title.lang(form),
        "status": status,
        "kode": kode,
        "feil": [fault(one, form) for one in told],
        **(extra or {}),
    }
    answer = HttpResponse(
        json.dumps(content, ensure_ascii=False), status=status, content_type=MEDIA_TYPE
    )
    answer["Content-Language"] = form
    return answer
