"""Nothing reads a case or a person without having said who asks, on any page.

In PostgreSQL such a read finds nothing, which a page may take for «there is nothing»; in SQLite it
would find everything. Every route is asked for, forms are sent, and each query is looked at: does
it touch a table behind the fence, outside `lesing.fenced` and `lesing.system_fence`? The addresses
come from the URLconf, so a new page is looked at without anybody remembering it. Source: trust
table A1, D10.
"""

import re
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from samvern.apps.noekler import rotation
from samvern.apps.saker import public as saker
from samvern.apps.saker import rls
from samvern.apps.saker.models import Sak
from samvern.engine import lesing
from samvern.engine.roller import Rolle
from tests.api.klient import sender
from tests.apps.brukere.personer import log_in, person
from tests.apps.saker.conftest import felles_verden, keep, quick_hasher, ring, verden
from tests.apps.saker.verden import Verden
from tests.radvern import untold
from tests.web.registrering.skjema import new, send
from tests.web.test_budsjett import ROUTES, address, case_of

__all__ = ["felles_verden", "keep", "quick_hasher", "ring", "verden"]

pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.krav("TR-A1", "TR-D10")]

FENCED = frozenset({*rls.CASES, *rls.OWN, *rls.PERSONS, rls.SHUT})
MANY = 120
"""Queries about cases and persons, at the least, when every page is asked for by four."""
TABLE = re.compile(r'"(\w+)"')


class Fences:
    """How many fences the running request stands behind, and what was asked outside of all."""

    def __init__(self) -> None:
        self.depth = 0
        self.outside: set[tuple[str, str]] = set()
        self.looked_at = 0
        self.here = ""

    def counted(self, original: Callable[..., Any]) -> Callable[..., AbstractContextManager[None]]:
        @contextmanager
        def fence(*args: Any, **kwargs: Any) -> Iterator[None]:
            with original(*args, **kwargs):
                self.depth += 1
                try:
                    yield
                finally:
                    self.depth -= 1

        return fence

    def __call__(self, execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
        """A wrapper of the connection's: every query of the ORM comes through here."""
        touched = FENCED.intersection(TABLE.findall(sql))
        self.looked_at += bool(touched)
        if touched and not self.depth:
            self.outside.add((self.here, sql.rsplit(" FROM ", maxsplit=1)[-1][:120]))
        return execute(sql, params, many, context)


@pytest.fixture
def fences(monkeypatch: pytest.MonkeyPatch) -> Fences:
    made = Fences()
    for original in (lesing.fenced, lesing.system_fence):
        counted = made.counted(original)
        for name, module in list(sys.modules.items()):
            if name.startswith("samvern.") and vars(module).get(original.__name__) is original:
                monkeypatch.setattr(module, original.__name__, counted)
    return made


def ask(fences: Fences, here: str, request: Callable[[], Any]) -> Any:
    fences.here = here
    with connection.execute_wrapper(fences):
        return request()


@pytest.mark.en_database
def test_no_page_reads_a_case_before_it_has_said_who_asks(verden: Verden, fences: Fences) -> None:
    sak = case_of(verden)
    for who in (verden.nk, verden.sa, verden.fa, person(Rolle.SYSTEMDRIFT, "Drift")):
        client = Client()
        log_in(client, who)
        places = [(name, address(name, needs, verden, sak, who)) for name, needs in ROUTES]
        for name, where in places:
            ask(fences, f"{who.kode} {name}", partial(client.get, where))
        for name, where in places:
            # A form may log out, or end what the session rests on.
            log_in(client, who)
            ask(fences, f"{who.kode} POST {name}", partial(client.post, where))
    assert fences.looked_at > MANY, "the wrapper saw nothing"
    assert fences.outside == set()


@pytest.mark.en_database
def test_nor_does_a_form_or_the_api(verden: Verden, fences: Fences) -> None:
    sak = case_of(verden)
    client, system = Client(), sender(verden.nk)
    log_in(client, verden.nk)
    form = new(sak.pk, "utvisningsvedtak")
    typed = {"skjedde": "1.3.2024", "kilde": "brev"}
    page = client.get(form)
    statuses = {
        button: ask(fences, button, partial(send, client, page, form, button, **typed)).status_code
        for button in ("utkast", "se", "lagre")
    }
    assert statuses == {"utkast": 200, "se": 200, "lagre": 302}
    for body in ({"q": sak.saksnr}, {"q": "17058812345"}):
        ask(fences, "søk", partial(client.post, "/saker/finn/", body))
    sent = {"format": "csv", "grunn": "samhandling"}
    ask(fences, "eksport", partial(client.post, "/saker/eksport/", sent))
    for path in ("/saker", f"/saker/{sak.pk}", f"/saker/{sak.pk}/hendelser",
                 f"/saker/{sak.pk}/lesere", f"/saker/{sak.pk}/hendelser/1/historikk",
                 "/arbeidsliste", "/hendelsestyper", "/meg"):  # fmt: skip
        assert ask(fences, path, partial(system.get, path)).status_code == 200
    event = {"type": "utvisningsvedtak", "skjedde": "2024-03-02", "kilde": "brev", "innhold": {}}
    number = Sak.objects.get(pk=sak.pk).siste_nr
    place = f"/saker/{sak.pk}/hendelser"
    for key in (uuid4().hex,) * 2:
        saved = ask(fences, "API", partial(system.skriv, place, event, number, key))
        assert saved.status_code == 201
    assert fences.looked_at > 50
    assert fences.outside == set()


@pytest.mark.krav("TR-L7")
def test_a_new_data_key_reaches_what_is_behind_the_fence(verden: Verden) -> None:
    sak = case_of(verden)
    with untold():
        assert rotation.rotate(sak.person_id) > 0
        rotation.forget_superseded(sak.person_id)
    with lesing.reading(verden.silje, "sak.vist") as seen:
        seen.saw(["person.navn"], saker=[sak.pk])
        assert saker.saksbilde(verden.silje, sak.pk).rad.navn == "Proevesen"


def test_a_read_outside_is_found(verden: Verden, fences: Fences) -> None:
    ask(fences, "utenfor", Sak.objects.count)
    with lesing.system_fence():
        ask(fences, "innenfor", Sak.objects.count)
    assert {here for here, _ in fences.outside} == {"utenfor"}
