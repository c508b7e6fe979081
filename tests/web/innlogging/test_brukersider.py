"""The pages about users: who comes in, what is logged, what they cost, and a whole change."""

import re
from collections.abc import Callable
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from samvern.apps.brukere import public as brukere
from samvern.apps.brukere.models import Bruker, Tilknytning
from samvern.engine import audit, clock
from samvern.engine.roller import Rolle
from tests.apps.brukere.personer import Person, log_in, person
from tests.spoersmaal import questions

pytestmark = pytest.mark.django_db

ADDRESSES: dict[str, Callable[[Person], str]] = {
    "liste": lambda _: "/brukere/",
    "bruker": lambda p: f"/brukere/{p.id}/",
    "ny": lambda _: "/brukere/ny/",
    "ny_rolle": lambda p: f"/brukere/{p.id}/rolle/",
    "avslutt": lambda p: f"/brukere/{p.id}/rolle/{p.rolle}/",
    "steng": lambda p: f"/brukere/{p.id}/steng/",
    "aapne": lambda p: f"/brukere/{p.id}/aapne/",
    "engangspassord": lambda p: f"/brukere/{p.id}/engangspassord/",
    "kode": lambda p: f"/brukere/{p.id}/kode/",
}
READING = ("liste", "bruker")


@pytest.fixture
def drift(client: Client) -> Person:
    who = person(Rolle.SYSTEMDRIFT, "Arne Pettersen")
    log_in(client, who)
    return who


@pytest.mark.krav("TR-A1")
@pytest.mark.parametrize("rolle", list(Rolle))
def test_who_comes_in(client: Client, rolle: Rolle) -> None:
    target = person(Rolle.NK, "Kari Vik")
    log_in(client, person(rolle, "Den Som Spør"))
    for page, address in ADDRESSES.items():
        right = rolle is Rolle.SYSTEMDRIFT or (rolle is Rolle.NK_LEDER and page in READING)
        before = audit.head().nr
        response = client.get(address(target))
        assert response.status_code == (HTTPStatus.OK if right else HTTPStatus.FORBIDDEN), page
        if right:
            continue
        assert "IKKE_TILGANG" in response.content.decode()
        assert "Kari Vik" not in response.content.decode()
        (entry,) = audit.records(before + 1)
        assert entry["utfall"] == "nektet"


@pytest.mark.parametrize("page", ADDRESSES)
def test_nobody_is_sent_to_log_in(client: Client, page: str) -> None:
    answer = client.get(ADDRESSES[page](person()))
    assert answer["Location"].startswith("/logg-inn/?neste=")


@pytest.mark.krav("TR-A3")
def test_the_leader_of_nk_cannot_tell_who_else_there_is(client: Client) -> None:
    other = person(Rolle.STATSADVOKAT)
    log_in(client, person(Rolle.NK_LEDER))
    for one in (other.id, uuid4()):
        assert client.get(f"/brukere/{one}/").status_code == HTTPStatus.NOT_FOUND


@pytest.mark.krav("TR-L1")
@pytest.mark.parametrize("page", READING)
def test_every_look_is_logged_and_costs_ten_queries_at_most(
    client: Client, drift: Person, page: str
) -> None:
    target = person()
    for _ in range(30):
        person(navn="Enda En")
    before = audit.head().nr
    with CaptureQueriesContext(connection) as asked:
        assert client.get(ADDRESSES[page](target)).status_code == HTTPStatus.OK
    sql = questions(asked.captured_queries)
    assert len(sql) <= 10, sql
    (entry,) = audit.records(before + 1)
    assert entry["bruker"] == str(drift.id)
    assert "bruker.navn" in str(entry["lest"])


def test_a_user_is_registered_given_a_role_and_ended(client: Client, drift: Person) -> None:
    answer = client.post(
        "/brukere/ny/", {"navn": "Kari Vik", "brukernavn": "kari@example.no", "profesjon": ""}
    )
    user = Bruker.objects.get(brukernavn="kari@example.no")
    found = re.search(r'sv-hemmelig">([a-z0-9-]{23})<', answer.content.decode())
    assert found
    assert user.check_password(found[1])
    body = drift.virksomhet
    page = f"/brukere/{user.pk}/rolle/"
    both = client.post(page, {"rolle": "nk", "virksomhet": str(body), "fra": "31.11.2026"})
    html = both.content.decode()
    assert "2 felt må rettes" in html
    assert "31. november finnes ikke" in html.replace("\u00a0", " ")
    assert 'value="31.11.2026"' in html
    given = client.post(
        page, {"rolle": "institusjon", "virksomhet": str(body), "fra": "1.2.2026", "til": ""}
    )
    assert given["Location"] == f"/brukere/{user.pk}/?gjort=rolle"
    assert "Rollen er gitt" in client.get(given["Location"]).content.decode()
    role = Tilknytning.objects.get(bruker=user)
    assert role.registrert_av == str(drift.id)
    ended = client.post(f"{page}{role.noekkel}/", {"til": "31.1.2026"})
    assert ended["Location"].endswith("gjort=avsluttet")
    html = client.get(f"/brukere/{user.pk}/").content.decode()
    assert "Arne Pettersen" in html
    assert "Erstattet" in html
    assert brukere.roles_of(user.pk, clock.today()) == []


def test_acts_with_one_button_ask_first_and_then_do(client: Client, drift: Person) -> None:
    target = person()
    address = f"/brukere/{target.id}/steng/"
    assert "slutter ved neste klikk" in client.get(address).content.decode()
    assert Bruker.objects.get(pk=target.id).aktiv
    assert client.post(address)["Location"].endswith("gjort=steng")
    assert not Bruker.objects.get(pk=target.id).aktiv
    assert client.post(address).status_code == HTTPStatus.CONFLICT
    answer = client.post(f"/brukere/{target.id}/engangspassord/")
    found = re.search(r'sv-hemmelig">([a-z0-9-]{23})<', answer.content.decode())
    assert found
    assert Bruker.objects.get(pk=target.id).check_password(found[1])
    assert client.get(f"/brukere/{target.id}/slett/").status_code == HTTPStatus.NOT_FOUND


def test_nothing_is_done_to_oneself(client: Client, drift: Person) -> None:
    response = client.post(f"/brukere/{drift.id}/steng/")
    assert response.status_code == HTTPStatus.FORBIDDEN
    assert "IKKE_KOMPETANT" in response.content.decode()
    assert Bruker.objects.get(pk=drift.id).aktiv
    assert "Sett siste dag" not in client.get(f"/brukere/{drift.id}/").content.decode()


def test_a_form_without_token_is_refused(drift: Person) -> None:
    strict = Client(enforce_csrf_checks=True)
    log_in(strict, drift)
    for address in ("/brukere/ny/", f"/brukere/{person().id}/steng/", "/logg-ut/", "/velg-rolle/"):
        assert strict.post(address, {"navn": "x"}).status_code == HTTPStatus.FORBIDDEN


@pytest.mark.parametrize("query", ["q=%00", "side=-1", "side=x", "side=99999999", "rolle=x&q=æ"])
def test_what_stands_in_the_address_never_breaks_the_list(
    client: Client, drift: Person, query: str
) -> None:
    assert client.get(f"/brukere/?{query}").status_code == HTTPStatus.OK


def test_the_frame_shows_what_the_role_can_do(client: Client, drift: Person) -> None:
    html = client.get("/hjelp/").content.decode()
    assert html.count('href="/brukere/"') == 2
    assert "Finn sak" not in html
    assert "Arne Pettersen" in html
    log_in(client, person(Rolle.FORSKER))
    assert 'href="/brukere/"' not in client.get("/hjelp/").content.decode()
