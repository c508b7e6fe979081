"""Logging in as a browser without scripts does it: two steps, the first time, and every failure."""

import re
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from typing import Any

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from samvern.apps.brukere import autentisering, sperre, totp
from samvern.apps.brukere import public as brukere
from samvern.apps.brukere.models import Bruker, Innloggingssperre
from samvern.engine import audit
from samvern.web import settings as product
from tests.apps.brukere.personer import Person, log_in, operator, person
from tests.web.innlogging.conftest import SetClock

pytestmark = pytest.mark.django_db

START = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)
OWN = "fire grå hester ror"


@pytest.fixture(autouse=True)
def stopped(set_clock: SetClock) -> None:
    set_clock(START)


def entries(first: int) -> list[tuple[object, ...]]:
    """Action, code and user of every log entry from a number on."""
    return [(r["handling"], r["kode"], r["bruker"]) for r in audit.records(first)]


def set_up(who: Person, *, password: str = OWN) -> str:
    """Give the person an own password and a code app; the secret of the app."""
    user = Bruker.objects.get(pk=who.id)
    autentisering.set_password(user, password, who.id)
    secret = autentisering.begin_generator(user)
    # A code of the period before, so that the newest one is still unused.
    typed = totp.code(secret, totp.counter_at(START) - 1)
    assert autentisering.confirm_generator(user, typed, who.id) is not None
    return secret


def password_step(client: Client, name: str, password: str, **more: str) -> Any:
    return client.post("/logg-inn/", {"brukernavn": name, "passord": password, **more})


def code_at(secret: str, moment: datetime) -> str:
    return totp.code(secret, totp.counter_at(moment))


@pytest.mark.krav("TR-A7")
def test_password_then_code_then_in(client: Client) -> None:
    who = person()
    secret = set_up(who)
    before = audit.head().nr
    answer = password_step(client, who.brukernavn.upper(), OWN, neste="/hjelp/?a=1")
    assert answer["Location"] == "/logg-inn/kode/?neste=%2Fhjelp%2F%3Fa%3D1"
    halfway = client.cookies[settings.SESSION_COOKIE_NAME].value
    # The password alone opens nothing.
    assert client.get("/brukere/")["Location"].startswith("/logg-inn/")
    answer = client.post(
        "/logg-inn/kode/", {"kode": code_at(secret, START), "neste": "/hjelp/?a=1"}
    )
    assert answer["Location"] == "/velg-rolle/?neste=%2Fhjelp%2F%3Fa%3D1"
    inside = client.cookies[settings.SESSION_COOKIE_NAME].value
    answer = client.get(answer["Location"])
    assert answer["Location"] == "/hjelp/?a=1"
    chosen = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert len({halfway, inside, chosen}) == 3
    assert not Session.objects.filter(pk__in=[halfway, inside]).exists()
    assert [row[:2] for row in entries(before + 1)] == [
        ("innlogging.passord", ""), ("innlogging.kode", ""), ("innlogging.fullfoert", ""),
        ("rolle.valgt", ""),
    ]  # fmt: skip
    page = client.get("/hjelp/")
    assert "Silje Haugen" in page.content.decode()
    assert "oppslaget er logget" in page.content.decode()
    assert page["Cache-Control"] == "no-store"


def test_the_first_time_password_app_and_recovery_codes(client: Client) -> None:
    who = person()
    answer = password_step(client, who.brukernavn, who.passord)
    assert answer["Location"] == "/logg-inn/nytt-passord/"
    # No step can be passed over.
    assert client.get("/logg-inn/kode/")["Location"] == "/logg-inn/"
    assert client.get("/logg-inn/ny-kodeapp/")["Location"] == "/logg-inn/"
    answer = client.post("/logg-inn/nytt-passord/", {"passord": "kort", "gjentatt": "x"})
    html = answer.content.decode()
    assert "minst 14 tegn" in html
    assert "ikke like" in html
    assert "kort" not in re.sub(r"<[^>]*>", "", html)
    answer = client.post("/logg-inn/nytt-passord/", {"passord": OWN, "gjentatt": OWN})
    assert answer["Location"] == "/logg-inn/ny-kodeapp/"
    html = client.get("/logg-inn/ny-kodeapp/").content.decode()
    found = re.search(r'sv-hemmelig">([A-Z2-7 ]+)<', html)
    assert found
    secret = found[1].replace(" ", "")
    assert 'class="sv-qr"' in html
    wrong = client.post("/logg-inn/ny-kodeapp/", {"kode": "000000"})
    assert "Koden er feil" in wrong.content.decode()
    done = client.post("/logg-inn/ny-kodeapp/", {"kode": code_at(secret, START)})
    codes = re.findall(r"<li><code>([a-z0-9-]+)</code>", done.content.decode())
    assert len(set(codes)) == 10
    assert client.get("/velg-rolle/").status_code == HTTPStatus.FOUND
    client.post("/logg-ut/")
    # The one-time password is over; the own one and a recovery code open, the code once.
    assert password_step(client, who.brukernavn, who.passord).status_code == HTTPStatus.OK
    password_step(client, who.brukernavn, OWN)
    assert client.post("/logg-inn/kode/", {"kode": codes[3].upper()}).status_code == 302
    client.post("/logg-ut/")
    password_step(client, who.brukernavn, OWN)
    again = client.post("/logg-inn/kode/", {"kode": codes[3]})
    assert "Koden er feil" in again.content.decode()


def test_after_a_reset_the_code_is_asked_for_before_the_new_password(client: Client) -> None:
    who = person()
    secret = set_up(who)
    code = brukere.nytt_engangspassord(operator(), who.id)
    assert password_step(client, who.brukernavn, code)["Location"] == "/logg-inn/kode/"
    assert client.get("/logg-inn/nytt-passord/")["Location"] == "/logg-inn/"
    answer = client.post("/logg-inn/kode/", {"kode": code_at(secret, START)})
    assert answer["Location"] == "/logg-inn/nytt-passord/"
    answer = client.post(
        "/logg-inn/nytt-passord/", {"passord": OWN + " to", "gjentatt": OWN + " to"}
    )
    assert answer["Location"] == "/velg-rolle/"


def plain(answer: Any, name: str) -> str:
    """The page without what is random or typed."""
    html = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
    return html.replace(name, "NAVN")


@pytest.mark.krav("TR-A3", "TR-X10")
def test_a_wrong_password_and_an_unknown_name_get_the_same_answer(client: Client) -> None:
    who = person()
    wrong = password_step(client, who.brukernavn, "feil")
    unknown = password_step(client, "finnes.ikke@example.no", "feil")
    assert plain(wrong, who.brukernavn) == plain(unknown, "finnes.ikke@example.no")
    assert wrong.status_code == unknown.status_code == HTTPStatus.OK


@pytest.mark.krav("TR-L1", "TR-L9")
def test_failures_are_logged_without_what_was_typed(client: Client) -> None:
    who, before = person(), audit.head().nr
    password_step(client, "hemmelig.navn@example.no", "hemmelig passord")
    password_step(client, who.brukernavn, "hemmelig passord")
    rows = list(audit.records(audit.head().nr - 1))
    assert entries(audit.head().nr - 1) == [
        ("innlogging.forsoek", "feil_passord", "ukjent"),
        ("innlogging.forsoek", "feil_passord", str(who.id)),
    ]
    assert audit.head().nr == before + 2
    assert "hemmelig" not in str(rows)
    assert not Innloggingssperre.objects.filter(noekkel__contains="hemmelig").exists()


@pytest.mark.krav("TR-X15")
@pytest.mark.parametrize("known", [True, False])
def test_failures_in_a_row_make_everyone_wait_and_longer_each_time(
    client: Client, set_clock: SetClock, known: bool
) -> None:
    who = person()
    set_up(who)
    name = who.brukernavn if known else "finnes.ikke@example.no"
    for _ in range(4):
        assert "Du kan prøve igjen" not in password_step(client, name, "x").content.decode()
    assert "kl.\u00a008.11" in password_step(client, name, "x").content.decode()
    # Even the right password waits, and is not looked at.
    set_clock(START + timedelta(seconds=59))
    assert password_step(client, name, OWN).status_code == HTTPStatus.OK
    assert entries(audit.head().nr)[0][1] == "sperret"
    set_clock(START + timedelta(seconds=60))
    assert "kl.\u00a008.13" in password_step(client, name, "x").content.decode()
    set_clock(START + timedelta(minutes=3))
    assert (password_step(client, name, OWN).status_code == HTTPStatus.FOUND) is known


def test_the_wait_grows_to_a_quarter_of_an_hour_and_is_forgotten_after_a_day(
    set_clock: SetClock,
) -> None:
    minutes = [sperre.wait_after(n).total_seconds() / 60 for n in (4, 5, 6, 7, 8, 9, 99)]
    assert minutes == [0, 1, 2, 4, 8, 15, 15]
    for _ in range(9):
        sperre.count_failure("a@example.no")
    set_clock(START + timedelta(hours=24, seconds=1))
    sperre.count_failure("A@example.no")
    assert Innloggingssperre.objects.get().antall == 1
    assert sperre.opens("a@example.no") is None


def test_wrong_codes_count_and_the_password_does_not_clear_them(client: Client) -> None:
    who = person()
    secret = set_up(who)
    for _ in range(5):
        password_step(client, who.brukernavn, OWN)
        client.post("/logg-inn/kode/", {"kode": "000000"})
    right = client.post("/logg-inn/kode/", {"kode": code_at(secret, START)})
    assert right.status_code == HTTPStatus.OK
    assert "Du kan prøve igjen kl.\u00a008.11" in right.content.decode()


def test_a_code_is_taken_once(client: Client) -> None:
    who = person()
    secret = set_up(who)
    code = code_at(secret, START)
    for status in (HTTPStatus.FOUND, HTTPStatus.OK):
        password_step(client, who.brukernavn, OWN)
        assert client.post("/logg-inn/kode/", {"kode": code}).status_code == status
        client.post("/logg-ut/")


def test_a_log_in_half_done_is_forgotten_after_ten_minutes(
    client: Client, set_clock: SetClock
) -> None:
    who = person()
    secret = set_up(who)
    password_step(client, who.brukernavn, OWN)
    late = START + timedelta(minutes=10)
    set_clock(late)
    answer = client.post("/logg-inn/kode/", {"kode": code_at(secret, late)})
    assert answer["Location"] == "/logg-inn/"


def test_a_closed_user_and_an_old_one_time_password_are_wrong_like_any_other(
    client: Client, set_clock: SetClock
) -> None:
    closed, late = person(), person()
    Bruker.objects.filter(pk=closed.id).update(aktiv=False)
    wrong = plain(password_step(client, "x@example.no", "feil"), "x@example.no")
    name, code = closed.brukernavn, closed.passord
    assert plain(password_step(client, name, code), name) == wrong
    set_clock(START + timedelta(hours=72))
    assert plain(password_step(client, late.brukernavn, late.passord), late.brukernavn) == wrong


@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example", "/\\evil", "om"])
def test_logging_in_never_leads_away(client: Client, target: str) -> None:
    who = person()
    log_in(client, who)
    answer = client.get("/logg-inn/", {"neste": target})
    assert answer["Location"] in {"/", "/arbeidsliste/"}


def test_passwords_are_hashed_with_scrypt() -> None:
    assert settings.AUTH_USER_MODEL == "brukere.Bruker"
    assert product.PASSWORD_HASHERS == ["django.contrib.auth.hashers.ScryptPasswordHasher"]


@pytest.mark.parametrize(
    ("password", "part"),
    [
        ("x" * 13, "minst 14 tegn"),
        ("passord" * 3, "mye brukt"),
        ("password12345678", "mye brukt"),
        ("aaaaaaaaaaaaaaaaaa", "mye brukt"),
        ("haugen er best i dag", "navnet ditt"),
        ("z" * 201, "høyst 200"),
    ],
)
def test_poor_passwords_are_refused(client: Client, password: str, part: str) -> None:
    who = person()
    password_step(client, who.brukernavn, who.passord)
    answer = client.post("/logg-inn/nytt-passord/", {"passord": password, "gjentatt": password})
    assert part in answer.content.decode()
    assert Bruker.objects.get(pk=who.id).engangspassord_til is not None


def test_the_one_time_password_cannot_be_kept(client: Client) -> None:
    who = person()
    password_step(client, who.brukernavn, who.passord)
    answer = client.post(
        "/logg-inn/nytt-passord/", {"passord": who.passord, "gjentatt": who.passord}
    )
    assert "annet passord" in answer.content.decode()
