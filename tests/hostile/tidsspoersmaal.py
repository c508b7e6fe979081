"""What is asked when answers are timed: by an outsider, about a case that is not theirs."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.test import Client

from samvern.apps.saker.models import Sak
from samvern.apps.saker.public import opprett_sak
from samvern.engine.roller import Rolle
from tests.api.klient import sender
from tests.apps.brukere.personer import log_in, person
from tests.apps.personer.folk import number, sent
from tests.apps.saker.verden import dom, lag_verden, rettskraft

type Ask = Callable[[bool], Any]
"""Ask once: for what is there, or for what is not."""


def questions() -> list[tuple[str, Ask]]:
    """What an outsider can ask. The world is made here."""

    verden = lag_verden()
    known, nobody = number(1).siffer, number(2).siffer
    data = {"person": sent(nummer=known), "hendelser": [dom(), rettskraft()]}
    made = opprett_sak.utfoer(verden.silje, data, noekkel=str(uuid4())).sak
    saksnr = Sak.objects.get(pk=made).saksnr
    outsider = person(Rolle.INSTITUSJON, "Ute Ledelse")
    client, system = Client(), sender(outsider)
    log_in(client, outsider)
    absent = uuid4()

    def page(there: bool) -> Any:
        return expect(404, client.get(f"/saker/{made if there else absent}/"))

    def api(there: bool) -> Any:
        return expect(404, system.get(f"/saker/{made if there else absent}"))

    def search(there: bool) -> Any:
        asked = {"nummer": known if there else nobody, "grunn": "kvalitet"}
        return expect(200, system.post("/saker/sok", asked))

    def emergency(there: bool) -> Any:
        return expect(200, client.post("/saker/finn/", {"q": saksnr if there else "S-2026-9999"}))

    # What needs the session comes first: it ends when it has been idle for a quarter of an hour.
    return [
        ("sakssiden", page),
        ("søk på saksnummer", emergency),
        ("API, saken", api),
        ("API, fødselsnummer", search),
    ]


def expect(status: int, answer: Any) -> Any:
    """The answer, when it has this status. Raises AssertionError: then nothing is measured."""
    assert answer.status_code == status, answer.status_code
    return answer
