"""The pages about the API: explained for everyone, and one's own keys made, seen and withdrawn."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from samvern.apps.apinoekler import public as apinoekler
from samvern.apps.apinoekler.models import Apinoekkel
from samvern.engine import audit
from samvern.engine.roller import Rolle
from tests.api.klient import Sender, data_of, key_for
from tests.apps.brukere.personer import log_in, person
from tests.apps.saker.verden import Verden

FORM = {"navn": "Fagsystemet", "formaal": "samhandling", "dager": "30"}


@pytest.fixture
def nettleser(verden: Verden) -> Client:
    client = Client()
    log_in(client, verden.nk)
    return client


def words(answer: Any) -> str:
    bare = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(html.unescape(bare).split())


@pytest.mark.parametrize(("form", "word"), [("nb", "Slik spør du"), ("nn", "høgst 90 dagar")])
def test_the_public_page_needs_nobody(form: str, word: str, db: None) -> None:
    client = Client()
    client.cookies["maalform"] = form
    answer = client.get("/api/")
    assert answer.status_code == 200
    assert word in words(answer)
    assert 'id="ENDRET_I_MENS"' in answer.content.decode()
    assert "http://" not in answer.content.decode().replace("http://www.w3.org", "")
    assert client.post("/api/").status_code == 405


def test_a_key_is_made_shown_once_used_and_withdrawn(nettleser: Client, verden: Verden) -> None:
    assert "Du har ingen nøkler" in words(nettleser.get("/api-noekler/"))
    made = nettleser.post("/api-noekler/ny/", FORM)
    assert (made.status_code, made["Cache-Control"][:8]) == (200, "max-age=")
    assert "no-store" in made["Cache-Control"]
    found = re.search(r"data-noekkel>(sv1_\S+)</code>", made.content.decode())
    assert found
    assert data_of(Sender(found[1]).get("/meg"))["noekkel"]["navn"] == "Fagsystemet"
    listed = nettleser.get("/api-noekler/")
    assert found[1] not in listed.content.decode()
    assert "Fagsystemet" in words(listed) and "Samhandling" in words(listed)
    key = Apinoekkel.objects.get().pk
    assert "slutter å virke" in words(nettleser.get(f"/api-noekler/{key}/trekk/"))
    assert Sender(found[1]).get("/meg").status_code == 200
    done = nettleser.post(f"/api-noekler/{key}/trekk/")
    assert (done.status_code, done["Location"]) == (302, "/api-noekler/?gjort=trukket")
    assert Sender(found[1]).get("/meg").status_code == 401
    assert "Trukket" in words(nettleser.get("/api-noekler/?gjort=trukket"))
    again = nettleser.post(f"/api-noekler/{key}/trekk/")
    assert again.status_code == 409


@pytest.mark.krav("TR-A7")
def test_making_a_key_takes_a_confirmation_and_a_login(verden: Verden) -> None:
    client = Client()
    assert client.get("/api-noekler/").status_code == 302
    log_in(client, verden.nk, bekreftet=False)
    for answer in (client.get("/api-noekler/ny/"), client.post("/api-noekler/ny/", FORM)):
        assert (answer.status_code, "/bekreft" in answer["Location"]) == (302, True)
    assert not Apinoekkel.objects.exists()
    assert client.get("/api-noekler/").status_code == 200


@pytest.mark.krav("TR-X12")
@pytest.mark.parametrize(
    ("changed", "field"),
    [({"navn": ""}, "navn"), ({"formaal": ""}, "formaal"), ({"formaal": "x"}, "formaal"),
     ({"dager": "365"}, "dager"), ({"dager": ""}, "dager"), ({"dager": ["7", "30"]}, "dager")],
)  # fmt: skip
def test_the_form_tells_every_fault_and_makes_nothing(
    nettleser: Client, changed: dict[str, str], field: str
) -> None:
    answer = nettleser.post("/api-noekler/ny/", {**FORM, **changed})
    assert answer.status_code == 422
    assert f'id="{field}-feil"' in answer.content.decode()
    assert not Apinoekkel.objects.exists()
    assert nettleser.post("/api-noekler/ny/", {**FORM, **changed, "bruker": "x"}).status_code == 422


@pytest.mark.krav("TR-A1", "TR-A3")
def test_nobody_sees_or_withdraws_anothers_key(nettleser: Client, verden: Verden) -> None:
    made = key_for(verden.fa)
    assert "Fagsystemet" not in words(nettleser.get("/api-noekler/"))
    missing = nettleser.get("/api-noekler/00000000-0000-7000-8000-000000000000/trekk/")
    hidden = nettleser.get(f"/api-noekler/{made.id}/trekk/")
    posted = nettleser.post(f"/api-noekler/{made.id}/trekk/")
    assert (missing.status_code, hidden.status_code, posted.status_code) == (404, 404, 404)
    assert apinoekler.bruk(made.tekst)


def test_a_role_that_sees_no_cases_is_told_so(verden: Verden) -> None:
    client = Client()
    log_in(client, person(Rolle.SYSTEMDRIFT, "Drift"))
    answer = client.get("/api-noekler/")
    assert "/api-noekler/ny/" not in answer.content.decode()
    assert client.post("/api-noekler/ny/", FORM).status_code == 403
    assert not Apinoekkel.objects.exists()


def test_looking_at_ones_keys_is_logged(nettleser: Client, verden: Verden) -> None:
    key_for(verden.nk)
    nettleser.get("/api-noekler/")
    seen = list(audit.records())[-1]
    assert (seen["handling"], seen["lest"]) == ("apinoekkel.vist", ["apinoekkel"])
