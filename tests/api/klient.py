"""A sender: a key for somebody, and requests with it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.test import Client

from samvern.apps.apinoekler import public as apinoekler
from samvern.engine import ids
from tests.apps.brukere.personer import Person

type Svar = Any
"""An answer as the test client gives it."""

API = "/api/v1"


def key_for(who: Person, formaal: str = "samhandling", dager: int = 30) -> apinoekler.Laget:
    """A new key for the person."""
    data = {"navn": "Fagsystemet", "formaal": formaal, "dager": dager}
    return apinoekler.lag_noekkel(who.viewer(bekreftet=True), data)


@dataclass(frozen=True)
class Sender:
    """Another system, with one key (or a text that is none)."""

    tekst: str
    client: Client = field(default_factory=Client)

    def send(
        self, method: str, path: str, data: Any = None, *, raw: bytes | None = None, **headers: str
    ) -> Svar:
        """A request; `data` as JSON. Headers as `If_Match="…"`; an empty one is left out."""
        told = {"Authorization": f"Bearer {self.tekst}"} if self.tekst else {}
        told |= {name.replace("_", "-"): value for name, value in headers.items()}
        content = raw if raw is not None else b"" if data is None else json.dumps(data).encode()
        kind = told.pop("Content-Type", "application/json")
        told = {name: value for name, value in told.items() if value}
        return self.client.generic(method, API + path, content, content_type=kind, headers=told)

    def get(self, path: str, **query: str) -> Svar:
        """A reading."""
        told = {"Authorization": f"Bearer {self.tekst}"}
        return self.client.get(API + path, query, headers=told)

    def post(self, path: str, data: Any, **headers: str) -> Svar:
        """A body sent, with no headers but those given."""
        return self._post(path, data, headers)

    def _post(self, path: str, data: Any, headers: Mapping[str, str]) -> Svar:
        send: Any = self.send
        return send("POST", path, data, **headers)

    def skriv(self, path: str, data: Any, nr: int | None = None, noekkel: str = "") -> Svar:
        """A write, with the headers it needs."""
        headers = {"Idempotency_Key": noekkel or str(ids.new_id())}
        if nr is not None:
            headers["If_Match"] = f'"{nr}"'
        return self._post(path, data, headers)


def sender(who: Person, formaal: str = "samhandling") -> Sender:
    """A system that acts for the person."""
    return Sender(key_for(who, formaal).tekst)


def data_of(answer: Svar, status: int = 200) -> Any:
    """The JSON of an answer that has this status."""
    found = json.loads(answer.content)
    assert answer.status_code == status, found
    return found


def koder(answer: Svar, status: int) -> list[tuple[str, str]]:
    """Place and code of each fault in a refusal with this status."""
    assert answer["Content-Type"] == "application/problem+json"
    found = data_of(answer, status)
    assert (found["status"], found["kode"]) == (status, found["feil"][0]["kode"])
    return [(one["sti"], one["kode"]) for one in found["feil"]]


def sti(sak: UUID, rest: str = "") -> str:
    """The address of a case."""
    return f"/saker/{sak}{rest}"
