"""Filling in a form of the register as a browser would: what is hidden in it goes along."""

import html
import re
from collections.abc import Mapping
from typing import Any, Protocol
from uuid import UUID

from django.test import Client

from samvern.apps.saker.models import Hendelse, Innsending, Sak
from samvern.apps.utkast.models import Utkast


class Svar(Protocol):
    """What the tests read of an answer."""

    status_code: int
    content: bytes

    def __getitem__(self, header: str) -> str: ...


HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
TAG = re.compile(r"<[^>]+>")


def text(response: Svar) -> str:
    """The page as it came, with its entities read."""
    return html.unescape(response.content.decode())


def words(response: Svar) -> str:
    """What a reader sees of the page, on one line."""
    main = text(response).partition("<main")[2]
    return " ".join(TAG.sub(" ", main).split()).replace("\u00a0", " ")


def hidden(response: Svar) -> dict[str, list[str]]:
    """The hidden fields of the page's form, but for the token."""
    found: dict[str, list[str]] = {}
    for name, value in HIDDEN.findall(response.content.decode()):
        if name != "csrfmiddlewaretoken":
            found.setdefault(name, []).append(html.unescape(value))
    return found


def send(client: Client, before: Svar, address: str, handling: str, **typed: Any) -> Svar:
    """Press a button of the page that came before, with these fields filled in."""
    fields = {f"felt_{name}": value for name, value in typed.items()}
    data: Mapping[str, Any] = {**hidden(before), **fields, "handling": handling}
    answer: Svar = client.post(address, data)
    return answer


def new(sak: UUID, kode: str) -> str:
    return f"/saker/{sak}/hendelser/ny/{kode}/"


def correct(sak: UUID, nr: int) -> str:
    return f"/saker/{sak}/hendelser/{nr}/rett/"


def strike(sak: UUID, nr: int) -> str:
    return f"/saker/{sak}/hendelser/{nr}/feilfoert/"


def log() -> tuple[Any, ...]:
    """Everything a form might have saved, drafts apart."""
    rows = Hendelse.objects.order_by("sak", "nr").values_list("sak", "nr", "type", "skjedde")
    return tuple(rows), Sak.objects.count(), Innsending.objects.count()


def drafts() -> list[str]:
    return sorted(Utkast.objects.values_list("slag", flat=True))
