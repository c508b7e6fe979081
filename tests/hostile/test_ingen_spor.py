"""A morning's work with marked data leaves the mark in pages that show it, and nowhere else.

Not in what the program logs, in an address, a title, a header, a session, the audit log or the
tables of drafts and submissions. Source: trust table L9, M5.
"""

import html
import logging
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponseBase
from django.test import Client, override_settings
from django.urls import reverse

from samvern.apps.saker.models import Innsending, Sak
from samvern.apps.utkast.models import Utkast
from samvern.engine import audit
from samvern.engine.roller import Rolle
from samvern.web.logs import WithoutInput, WithoutValues
from tests.apps.brukere.personer import log_in, person
from tests.apps.personer.folk import number, sent
from tests.apps.saker.conftest import felles_verden, keep, quick_hasher, ring, verden
from tests.apps.saker.verden import Verden, foer, hendelse, ny_sak

__all__ = ["felles_verden", "keep", "quick_hasher", "ring", "verden"]
pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.krav("TR-L9", "TR-M5")]

FORNAVN, ETTERNAVN, NOTAT, HENVISNING = "Zinkina", "Merkeligsen", "Fyrnotat", "Kildemerke"
HEMMELIG = "Passordmerke1"
ADDRESS = re.compile(r"""(?:href|action|src|hx-get|hx-post)=["']([^"']*)""")
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
SHOWN = ("", "utskrift/", "lesninger/", "frister.ics", "hendelser/ny/", "hendelser/ny/permisjon/",
         "hendelser/3/rett/", "hendelser/3/feilfoert/", "hendelser/99/rett/")  # fmt: skip


def marks() -> tuple[str, ...]:
    known, free = number(1).siffer, number(2).siffer
    return (FORNAVN, ETTERNAVN, NOTAT, HENVISNING, HEMMELIG, known, free, known[6:], free[6:])


def found_in(text: str) -> list[str]:
    lowered = text.lower()
    return [mark for mark in marks() if mark.lower() in lowered]


class Notes(logging.Handler):
    """What the program would have written, as its settings say it is written."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.addFilter(WithoutInput())
        self.setFormatter(WithoutValues("{name} {message}", style="{"))
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def notes() -> Iterator[Notes]:
    handler, root = Notes(), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield handler
    root.removeHandler(handler)
    root.setLevel(level)


class Walk:
    """A client that looks at what every answer carries besides its content."""

    def __init__(self) -> None:
        self.client = Client(raise_request_exception=False)
        self.seen = 0
        self.showed = False

    def get(self, address: str, **query: Any) -> HttpResponseBase:
        return self._looked_at(self.client.get(address, query))

    def post(self, address: str, **sent: Any) -> HttpResponseBase:
        return self._looked_at(self.client.post(address, sent))

    def _looked_at(self, answer: HttpResponseBase) -> HttpResponseBase:
        self.seen += 1
        assert answer.status_code < 500
        headers = " ".join(f"{name}: {value}" for name, value in answer.headers.items())
        assert found_in(headers) == []
        assert found_in(answer.cookies.output()) == []
        text = answer.getvalue().decode(errors="replace")
        self.showed = self.showed or ETTERNAVN in text
        for place in (*ADDRESS.findall(text), *TITLE.findall(text)):
            assert found_in(html.unescape(place)) == []
        if answer.status_code in {403, 404}:
            assert found_in(text) == []
        return answer


@pytest.fixture
def sak(verden: Verden) -> Sak:
    made = ny_sak(
        verden, person=sent(nummer=number(1).siffer, fornavn=FORNAVN, etternavn=ETTERNAVN)
    ).sak
    event = hendelse("innleggelse", "2024-02-03", f"{NOTAT} fra {FORNAVN}",
                     institusjon=str(verden.institusjon), oppholdsform="doegn")  # fmt: skip
    foer(verden.silje, made, event | {"kilde_ref": HENVISNING})
    return Sak.objects.get(pk=made)


def looks(walk: Walk, sak: Sak) -> None:
    """Every page and file that shows something about the person."""
    for name in ("arbeidsliste", "arbeidsliste_utskrift", "register", "register_eksport"):
        walk.get(reverse(name), navn="ja")
    case = reverse("sak", args=[sak.pk])
    for page in SHOWN:
        walk.get(case + page)
    for seed in (1, 2):
        walk.post(reverse("finn_sak"), q=number(seed).siffer)
    for kind in ("xlsx", "csv"):
        walk.post(reverse("register_eksport"), format=kind, grunn="planlegging", navn="ja")


def writes(walk: Walk, sak: Sak) -> None:
    """Every form that takes something about the person."""
    case = reverse("sak", args=[sak.pk])
    typed = {"felt_skjedde": "20.11.2026", "felt_kilde": "telefon",
             "felt_merknad": NOTAT + ETTERNAVN,
             "felt_kilde_ref": HENVISNING, "forventet_nr": str(sak.siste_nr)}  # fmt: skip
    for act in ("utkast", "se", "lagre"):
        walk.post(f"{case}hendelser/ny/permisjon/", handling=act, **typed)
    wrong = {**typed, "felt_skjedde": NOTAT, "felt_hvorfor": NOTAT, "felt_grunn": NOTAT}
    for place in ("hendelser/3/rett/", "hendelser/3/feilfoert/", "hendelser/99/rett/"):
        walk.post(case + place, handling="se", **wrong)
    who = {"felt_p_identitet": "kjent", "felt_p_fornavn": FORNAVN, "felt_p_etternavn": ETTERNAVN,
           "felt_p_kjoenn": "kvinne", "felt_p_adressebeskyttelse": "ingen",
           "felt_p_foedselsdato": "17.3.1985", "felt_begynner_med": "dom"}  # fmt: skip
    for act, seed in (("neste", 1), ("lagre", 1), ("utkast", 2), ("se", 2)):
        walk.post(reverse("ny_sak"), handling=act, **who, felt_p_nummer=number(seed).siffer)
    walk.get(reverse("ny_sak"))


def test_a_mornings_work_leaves_no_trace(verden: Verden, sak: Sak, notes: Notes) -> None:
    walk = Walk()
    for who in (verden.nk, verden.fa, person(Rolle.SYSTEMDRIFT, "Didrik Drift")):
        log_in(walk.client, who)
        looks(walk, sak)
        if who is verden.nk:
            writes(walk, sak)
    walk.client.cookies.clear()
    for address in (reverse("logg_inn"), reverse("bekreft")):
        walk.post(address, brukernavn=ETTERNAVN, passord=HEMMELIG, kode=number(1).siffer)
    assert walk.showed and walk.seen > 55
    assert Utkast.objects.exists()
    assert found_in("\n".join(notes.lines)) == []
    for row in Session.objects.all():
        assert found_in(str(row.get_decoded())) == []
    entries = list(audit.records())
    assert any(one["handling"] == "sak.vist" for one in entries)
    assert found_in(str(entries)) == []
    for model in (Utkast, Innsending):
        assert found_in(str(list(model._base_manager.values()))) == []


@pytest.mark.parametrize("where", [{"HTTP_USER_AGENT": ETTERNAVN}, {"HTTP_REFERER": f"/{NOTAT}"}])
def test_headers_are_not_kept(
    verden: Verden, sak: Sak, notes: Notes, where: dict[str, Any]
) -> None:
    client = Client(raise_request_exception=False)
    log_in(client, verden.nk)
    client.get(reverse("sak", args=[sak.pk]), **where)
    client.get(reverse("sak", args=[sak.pk]) + "nei/", **where)
    assert found_in("\n".join(notes.lines) + str(list(audit.records()))) == []


def test_a_fault_of_our_own_tells_nothing(
    verden: Verden, sak: Sak, notes: Notes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An exception whose words are the name itself: neither the page nor the log repeats them."""

    def broken(*_: Any, **__: Any) -> None:
        raise ValueError(f"{FORNAVN} {ETTERNAVN} {number(1).siffer}")

    monkeypatch.setattr("samvern.web.sak.views.public.saksbilde", broken)
    client = Client(raise_request_exception=False)
    log_in(client, verden.nk)
    before = audit.head().nr
    with override_settings(DEBUG=False):
        answer = client.get(reverse("sak", args=[sak.pk]))
    assert answer.status_code == 500
    assert found_in(answer.getvalue().decode()) == []
    assert any("ValueError" in line for line in notes.lines)
    assert found_in("\n".join(notes.lines)) == []
    assert audit.head().nr == before, "Det som ikke ble vist, står som vist."
