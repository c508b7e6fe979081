"""Sessions, roles and step-up: when they end, what a request costs, and that nothing lingers."""

from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from uuid import uuid4

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client, RequestFactory, override_settings
from django.test.utils import CaptureQueriesContext

from samvern.apps.brukere import autentisering, totp
from samvern.apps.brukere import public as brukere
from samvern.apps.brukere.models import Bruker
from samvern.apps.virksomheter.models import Etterfoelger
from samvern.engine import audit, clock
from samvern.engine.roller import Rolle
from samvern.law.text import Text
from samvern.web.innlogging import oekt
from tests.apps.brukere.personer import log_in, operator, organisation, person
from tests.web.innlogging.conftest import SetClock

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
OWN = "fire grå hester ror"


@pytest.fixture(autouse=True)
def stopped(set_clock: SetClock) -> None:
    set_clock(START)


def is_in(client: Client) -> bool:
    """Whether the client still has a person and a role."""
    return client.get("/bekreft/").status_code == HTTPStatus.OK


@pytest.mark.krav("TR-A7")
def test_a_session_ends_exactly_15_minutes_after_the_last_request(
    client: Client, set_clock: SetClock
) -> None:
    log_in(client, person())
    moment = START
    for _ in range(3):
        moment += timedelta(minutes=14, seconds=59)
        set_clock(moment)
        assert is_in(client)
    set_clock(moment + timedelta(minutes=15))
    answer = client.get("/bekreft/?neste=%2Fhjelp%2F")
    assert answer["Location"].startswith("/logg-inn/?neste=%2Fbekreft%2F")
    assert answer["Location"].endswith("&grunn=tid")
    assert "15 minutter siden sist" in client.get(answer["Location"]).content.decode()
    assert not Session.objects.exists()


def test_requests_close_together_are_written_once_and_cost_five_seconds_at_most(
    client: Client, set_clock: SetClock
) -> None:
    log_in(client, person())
    set_clock(START + timedelta(seconds=4))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert is_in(client)
    assert not any(query["sql"].startswith("UPDATE") for query in asked)
    set_clock(START + timedelta(minutes=14, seconds=59))
    assert is_in(client)


@pytest.mark.krav("TR-A7")
def test_a_session_ends_exactly_10_hours_after_log_in(client: Client, set_clock: SetClock) -> None:
    log_in(client, person())
    for minutes in range(10, 10 * 60, 10):
        set_clock(START + timedelta(minutes=minutes))
        assert is_in(client), minutes
    set_clock(START + timedelta(hours=10) - timedelta(seconds=1))
    assert is_in(client)
    set_clock(START + timedelta(hours=10))
    assert not is_in(client)


@pytest.mark.krav("TR-A5")
@pytest.mark.parametrize("what", ["rolle", "steng", "passord", "dato"])
def test_what_is_taken_away_is_gone_with_the_next_request(
    client: Client, set_clock: SetClock, what: str
) -> None:
    who = person(til=datetime(2026, 11, 23, tzinfo=UTC).date())
    log_in(client, who)
    assert is_in(client)
    if what == "rolle":
        brukere.avslutt_rolle(operator(), who.id, who.rolle, clock.today() - timedelta(days=1))
    elif what == "steng":
        brukere.sett_aktiv(operator(), who.id, aktiv=False)
    elif what == "passord":
        brukere.nytt_engangspassord(operator(), who.id)
    else:
        # Midnight in Norway, one hour before midnight in UTC: the role was for the 23rd.
        client.get("/hjelp/")
        set_clock(datetime(2026, 11, 23, 22, 59, tzinfo=UTC))
        log_in(client, who)
        assert is_in(client)
        set_clock(datetime(2026, 11, 23, 23, 0, tzinfo=UTC))
    answer = client.get("/bekreft/")
    where = "/velg-rolle/" if what in {"rolle", "dato"} else "/logg-inn/"
    assert answer["Location"].startswith(where)
    if where == "/velg-rolle/":
        assert "Du har ingen rolle i dag" in client.get(where).content.decode()


@pytest.mark.krav("TR-A1")
def test_who_asks_is_told_with_inherited_organisations_in_three_queries(client: Client) -> None:
    office, old = (
        organisation("SA-A", "statsadvokatembete"),
        organisation("SA-B", "statsadvokatembete"),
    )
    Etterfoelger.objects.create(
        fra_id=old, til_id=office, omfang="hele", gyldig_fra=START.date(), kilde="k", belegg="b",
        registrert=START, registrert_av="proeve", grunn="proeve",
    )  # fmt: skip
    who = person(Rolle.STATSADVOKAT, virksomhet=office)
    log_in(client, who)
    request = RequestFactory().get("/")
    request.COOKIES = {name: one.value for name, one in client.cookies.items()}
    request.session = client.session
    with CaptureQueriesContext(connection) as asked:
        state = oekt.resume(request)
    assert len(asked) <= 3
    assert state.viewer is not None
    assert (state.viewer.bruker, state.viewer.rolle) == (who.id, Rolle.STATSADVOKAT)
    assert state.viewer.virksomheter == {office, old}
    assert state.viewer.bekreftet


def test_nobody_costs_no_query(client: Client) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert client.get("/hjelp/").status_code == HTTPStatus.OK
    assert len(asked) == 0


@pytest.mark.parametrize("value", ["", "x" * 32, "../../etc/passwd", "æ"])
def test_a_cookie_made_up_by_somebody_is_nobody(client: Client, value: str) -> None:
    client.cookies["samvern_oekt"] = value
    assert not is_in(client)
    assert client.get("/hjelp/").status_code == HTTPStatus.OK


def test_a_person_with_two_roles_chooses_and_can_switch(client: Client) -> None:
    who = person()
    other = brukere.gi_rolle(
        operator(), brukere.NyRolle(who.id, "nk_leder", who.virksomhet, clock.today())
    )
    log_in(client, who)
    html = client.get("/velg-rolle/").content.decode()
    assert "Rollen du har nå" in html
    key = client.session.session_key
    answer = client.post("/velg-rolle/", {"rolle": str(other), "neste": "/bekreft/"})
    # What was looked at in the old role is not gone back to.
    assert answer["Location"] != "/bekreft/"
    assert client.session.session_key != key
    (entry,) = audit.records(audit.head().nr)
    assert (entry["handling"], entry["rolle"]) == ("rolle.valgt", "nk_leder")
    assert "Leder" in client.get("/hjelp/").content.decode()


@pytest.mark.krav("TR-A1")
def test_a_role_of_somebody_else_cannot_be_chosen(client: Client) -> None:
    who, other = person(), person(Rolle.SYSTEMDRIFT)
    log_in(client, who)
    for value in (str(other.rolle), str(uuid4()), "", "x"):
        assert client.post("/velg-rolle/", {"rolle": value}).status_code == HTTPStatus.NOT_FOUND
    assert client.get("/brukere/").status_code == HTTPStatus.FORBIDDEN


def test_logging_out_ends_the_session_on_the_server(client: Client) -> None:
    log_in(client, person())
    cookie = client.cookies["samvern_oekt"].value
    assert client.get("/logg-ut/").status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert client.post("/logg-ut/")["Location"] == "/logget-ut/"
    (entry,) = audit.records(audit.head().nr)
    assert (entry["handling"], entry["rolle"]) == ("utlogging.fullfoert", "nk")
    client.cookies["samvern_oekt"] = cookie
    assert not is_in(client)


@pytest.mark.krav("TR-A7")
def test_step_up_lasts_five_minutes_and_takes_password_or_code(
    client: Client, set_clock: SetClock
) -> None:
    who = person(Rolle.SYSTEMDRIFT)
    user = Bruker.objects.get(pk=who.id)
    autentisering.set_password(user, OWN, uuid4())
    secret = autentisering.begin_generator(user)
    first = totp.counter_at(START)
    assert autentisering.confirm_generator(user, totp.code(secret, first), uuid4())
    log_in(client, who)
    set_clock(START + timedelta(minutes=4, seconds=59))
    assert client.get("/brukere/ny/").status_code == HTTPStatus.OK
    set_clock(START + timedelta(minutes=5))
    answer = client.get("/brukere/ny/")
    assert answer["Location"] == "/bekreft/?neste=%2Fbrukere%2Fny%2F"
    refused = client.post("/brukere/ny/", {"navn": "A B", "brukernavn": "a@example.no"})
    assert refused["Location"] == "/bekreft/"
    wrong = client.post("/bekreft/", {"passord": "feil", "neste": "/brukere/ny/"})
    assert "Koden eller passordet er feil" in wrong.content.decode()
    assert client.get("/brukere/ny/").status_code == HTTPStatus.FOUND
    key = client.session.session_key
    right = client.post("/bekreft/", {"passord": OWN, "neste": "/brukere/ny/"})
    assert right["Location"] == "/brukere/ny/"
    assert client.session.session_key != key
    assert client.get("/brukere/ny/").status_code == HTTPStatus.OK
    later = START + timedelta(minutes=11)
    set_clock(later)
    assert client.get("/brukere/ny/").status_code == HTTPStatus.FOUND
    code = totp.code(secret, totp.counter_at(later))
    assert client.post("/bekreft/", {"kode": code}).status_code == HTTPStatus.FOUND
    (entry,) = audit.records(audit.head().nr)
    assert (entry["handling"], entry["rolle"]) == ("innlogging.bekreftet", "systemdrift")


def test_a_form_that_was_sent_is_not_come_back_to_and_htmx_moves_the_whole_page(
    client: Client,
) -> None:
    assert client.post("/bekreft/", {"x": "y"})["Location"] == "/logg-inn/"
    part = client.get("/brukere/?q=x", headers={"HX-Request": "true"})
    assert (part.status_code, part["HX-Redirect"]) == (HTTPStatus.NO_CONTENT, "/logg-inn/")


def test_outside_the_demo_there_is_no_choosing_of_persons(client: Client) -> None:
    with override_settings(DEMO=True):
        invented = person(oppdiktet=True)
        log_in(client, invented)
        assert is_in(client)
    assert not is_in(client)
    for answer in (client.get("/velg-person/"), client.post("/velg-person/", {"rolle": "x"})):
        assert answer.status_code == HTTPStatus.NOT_FOUND
    assert client.post("/velg-person/", {"rolle": str(invented.rolle)}).status_code == 404


@override_settings(DEMO=True)
def test_in_the_demo_one_click_makes_one_an_invented_person(client: Client) -> None:
    invented = person(Rolle.SYSTEMDRIFT, "Arne Pettersen", oppdiktet=True)
    real = person(navn="Virkelig Person")
    html = client.get("/velg-person/").content.decode()
    assert "Arne Pettersen" in html
    assert "Virkelig Person" not in html
    assert "Alle personer er oppdiktet" in html
    for value in (str(real.rolle), str(uuid4()), ""):
        assert client.post("/velg-person/", {"rolle": value}).status_code == HTTPStatus.NOT_FOUND
    answer = client.post("/velg-person/", {"rolle": str(invented.rolle)})
    assert answer["Location"] == "/brukere/"
    assert "Arne Pettersen" in client.get("/brukere/").content.decode()
    # Going through what asks for a code elsewhere is a click here.
    assert client.post("/bekreft/", {"neste": "/brukere/ny/"})["Location"] == "/brukere/ny/"


@override_settings(DEMO=True)
def test_the_demo_shows_what_each_has_to_do_when_somebody_tells(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    people = [person(navn=f"Person {n}", oppdiktet=True) for n in range(12)]
    monkeypatch.setattr("samvern.apps.brukere.demo._TELLERE", [])
    brukere.registrer_oppgaver(
        lambda viewers: {viewers[0].bruker: Text("3 frister er over", "3 fristar er over")}
    )
    with CaptureQueriesContext(connection) as asked:
        html = client.get("/velg-person/").content.decode()
    assert html.count("3 frister er over") == 1
    assert all(one.navn in html for one in people)
    assert len(asked) <= 10
