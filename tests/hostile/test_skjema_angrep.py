"""Every address of the URLconf sent what no page of ours sends.

Without the token, from another site, with other methods, with fields twice, with signs no text has,
with more than a form holds: it is refused or ignored, nothing is changed, and nothing breaks. A new
address is attacked from the day it is there. Source: trust table X3, X12.
"""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode
from uuid import UUID, uuid4

import pytest
from django.apps import apps
from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.exceptions import NoReverseMatch

from samvern.engine import audit
from samvern.engine.roller import Rolle
from tests.apps.brukere.personer import Person, log_in, person
from tests.apps.saker.conftest import felles_verden, keep, quick_hasher, ring, verden
from tests.apps.saker.verden import Verden, ny_sak

__all__ = ["felles_verden", "keep", "quick_hasher", "ring", "verden"]
pytestmark = [pytest.mark.django_db, pytest.mark.slow, pytest.mark.krav("TR-X3", "TR-X12")]

TOKEN = "a" * 32
HOST = "testserver"
BOOKKEEPING = frozenset({"sessions", "revisjon"})
KEPT = frozenset({"brukere.Innloggingssperre", "utvalg.Personoppslag", "utkast.Utkast",
                  "noekler.Datanoekkel"})  # fmt: skip
"""Tables that may change when something is refused: attempts are counted, and what is typed stays
as a draft, sealed with a key of its own."""
FORM = "application/x-www-form-urlencoded"
TOO_MUCH = b"merknad=" + b"x" * (3 * 1024 * 1024)


def patterns(found: Any, before: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in found:
        if isinstance(one, URLResolver):
            yield from patterns(one.url_patterns, before + str(one.pattern))
        else:
            yield before + str(one.pattern), one


def addresses(sak: UUID, who: Person) -> list[str]:
    """One address for each name of the URLconf, about things that are there where they can be."""
    known = {
        "sak": sak, "nr": 1, "kode": "permisjon", "bruker": who.id, "rolle": who.rolle,
        "handling": "steng", "noekkel": uuid4(), "versjon": uuid4(), "enhet": "E1",
        "type": "permisjon", "felt": "ref", "side": "rettigheter",
    }  # fmt: skip
    found = set()
    for route, pattern in patterns(get_resolver().url_patterns):
        names = pattern.pattern.converters.keys()
        space = "api-v1:" if route.startswith("api/v1/") and pattern.name != "x" else ""
        for name in {f"{space}{pattern.name}", pattern.name}:
            try:
                found.add(reverse(name, kwargs={one: known.get(one, "x") for one in names}))
            except NoReverseMatch:
                continue
    assert len(found) > 60, "URLconf-en ble ikke gått gjennom."
    return sorted(found)


@pytest.fixture
def nk() -> Person:
    return person(Rolle.NK_LEDER, "Nina Leder")


@pytest.fixture
def targets(verden: Verden, nk: Person) -> list[str]:
    return addresses(ny_sak(verden).sak, nk)


def browser(who: Person) -> Client:
    """Logged in, with a token, and with the check that other tests turn off."""
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    enter(client, who)
    return client


def enter(client: Client, who: Person) -> None:
    """Log in anew, with nothing left of what was answered before."""
    client.cookies.clear()
    log_in(client, who)
    client.cookies["csrftoken"] = TOKEN


def rows() -> dict[str, int]:
    """How many rows every table has, apart from sessions and the log."""
    return {
        model._meta.label: model._base_manager.count()
        for model in apps.get_models()
        if model._meta.app_label not in BOOKKEEPING and model._meta.label not in KEPT
    }


def from_api(address: str) -> bool:
    return address.startswith("/api/v1/")


@pytest.mark.en_database
def test_no_form_is_taken_without_its_token(targets: list[str], nk: Person) -> None:
    client, before, log = browser(nk), rows(), audit.head().nr
    for address in targets:
        answer = client.post(address, {"handling": "lagre"})
        refused = {401, 404, 405} if from_api(address) else {403}
        assert answer.status_code in refused, address
    assert (rows(), audit.head().nr) == (before, log)


ELSEWHERE: tuple[dict[str, Any], ...] = (
    {"HTTP_ORIGIN": "https://ond.example"},
    {"HTTP_ORIGIN": "null"},
    {"HTTP_ORIGIN": f"http://{HOST}.ond.example"},
    {"HTTP_ORIGIN": f"http://{HOST}:8080"},
    {"secure": True, "HTTP_REFERER": "https://ond.example/skjema"},
    {"secure": True},
)
"""Another site, none, a name alike, another port, a link from elsewhere, and no link at all."""


@pytest.mark.en_database
def test_no_form_is_taken_from_another_place(targets: list[str], nk: Person) -> None:
    """Every address is tried from two places, and every place at a third of the addresses: who may
    send is decided before anybody asks what is sent."""
    client, before, log = browser(nk), rows(), audit.head().nr
    sent = {"handling": "lagre", "csrfmiddlewaretoken": TOKEN}
    forms = [address for address in targets if not from_api(address)]
    assert len(forms) >= len(ELSEWHERE)
    for at, address in enumerate(forms):
        for headers in (ELSEWHERE[(at + step) % len(ELSEWHERE)] for step in (0, 3)):
            assert client.post(address, sent, **headers).status_code == 403, (address, headers)
    assert (rows(), audit.head().nr) == (before, log)


def test_the_attacker_would_get_in_with_the_token(nk: Person) -> None:
    """What the tests above refuse is the missing token and nothing else."""
    sent = {"csrfmiddlewaretoken": TOKEN, "maalform": "nn"}
    assert browser(nk).post(reverse("velg_maalform"), sent).status_code == 302
    wanted = reverse("arbeidsliste_utvalg")
    sent = {"csrfmiddlewaretoken": TOKEN, "handling": "lagre", "mine": "ja"}
    assert browser(nk).post(wanted, sent, HTTP_ORIGIN=f"http://{HOST}").status_code == 302


@pytest.mark.en_database
@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "OPTIONS"])
def test_other_methods_change_nothing(targets: list[str], nk: Person, method: str) -> None:
    before = rows()
    client = browser(nk)
    for address in targets:
        answer = client.generic(
            method, address, urlencode({"handling": "lagre"}), FORM,
            HTTP_X_CSRFTOKEN=TOKEN, HTTP_X_HTTP_METHOD_OVERRIDE="POST",
        )  # fmt: skip
        assert answer.status_code < 500, (method, address)
    assert rows() == before


@pytest.mark.en_database
def test_a_reading_is_not_made_a_writing(targets: list[str], nk: Person) -> None:
    """GET and HEAD with everything a form would send, and a header that asks for POST."""
    before, client = rows(), browser(nk)
    query = urlencode({"handling": "lagre", "_method": "POST", "csrfmiddlewaretoken": TOKEN})
    for address in targets:
        for method in ("GET", "HEAD"):
            override: dict[str, Any] = {
                "HTTP_X_HTTP_METHOD_OVERRIDE": "POST",
                "HTTP_X_METHOD_OVERRIDE": "POST",
            }
            answer = client.generic(method, f"{address}?{query}", **override)
            assert answer.status_code < 500, (method, address)
            assert not _leads_out(answer), address
    assert rows() == before


ODD = [
    "\x00", "a\x00b", "\ufeff\u202eabc", "<script>alert(1)</script>", "{{7*7}}", "' OR 1=1 --",
    "../../etc/passwd", "x\r\nSet-Cookie: ond=1", "-1", "1e999", "NaN", "９９９",
]  # fmt: skip
NAMES = (
    "handling", "neste", "rolle", "brukernavn", "passord", "kode", "format", "grunn", "sok", "q",
    "nummer", "felt_skjedde", "felt_merknad", "felt_p_nummer", "felt_begynner_med", "forventet_nr",
    "noekkel", "steg", "navn", "gyldig_fra", "fra", "til", "erstatter", "nr", "person_id", "aktoer",
    "side",
)  # fmt: skip


@pytest.mark.parametrize(
    "rolle", [Rolle.NK_LEDER, pytest.param(Rolle.SYSTEMDRIFT, marks=pytest.mark.en_database)]
)
def test_fields_twice_and_signs_no_text_has(targets: list[str], rolle: Rolle) -> None:
    who, before = person(rolle, "En Angriper"), None
    client = browser(who)
    for at, address in enumerate(targets):
        before = before or rows()
        for odd in (ODD[at % len(ODD)], "\x00"):
            enter(client, who)
            pairs = [(name, value) for name in NAMES for value in (odd, "//ond.example/", odd)]
            body = urlencode([("csrfmiddlewaretoken", TOKEN), *pairs])
            answer = client.post(address, body, content_type=FORM)
            assert answer.status_code < 500, (address, odd)
            assert not _leads_out(answer), address
            assert "ond" not in answer.cookies, address
            assert b"<script>alert(1)" not in answer.getvalue(), address
    assert rows() == before


@pytest.mark.en_database
def test_more_than_a_form_holds_is_refused(targets: list[str], nk: Person) -> None:
    before, client = rows(), browser(nk)
    for address in targets:
        answer = client.post(address, TOO_MUCH, content_type=FORM, HTTP_X_CSRFTOKEN=TOKEN)
        assert 400 <= answer.status_code < 500 or answer.status_code == 302, address
        assert not _leads_out(answer), address
    assert rows() == before


def _leads_out(answer: HttpResponseBase) -> bool:
    place = answer.headers.get("Location", "")
    return place.startswith(("//", "/\\", "http")) or "\n" in place
