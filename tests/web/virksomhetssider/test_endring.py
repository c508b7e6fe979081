"""Changing organisations on the pages: refused for others, shown first, saved once, faults kept."""

import re
from html import unescape

import pytest
from django.test import Client

from samvern.apps.virksomheter.models import Enhet, Virksomhet, Virksomhetsversjon
from samvern.apps.virksomheter.versjonert import known
from samvern.engine.roller import Rolle
from tests.web.virksomhetssider.conftest import LogIn

pytestmark = [pytest.mark.urls("tests.web.virksomhetssider.urls"), pytest.mark.django_db]
ENDRE = "/virksomheter/PD-AGDER/endre/"
OPPHAV = {"kilde": "Kongelig resolusjon", "belegg": "lest", "grunn": "Ny ordning"}
ADDRESSES = (
    ENDRE,
    "/virksomheter/ny/",
    "/virksomheter/PD-AGDER/avslutt/",
    "/virksomheter/OUS/enhet/ny/",
)


def version(kode: str = "PD-AGDER") -> str:
    rows = known(Virksomhetsversjon.objects.filter(virksomhet__kode=kode), None)
    return str(rows.latest("gyldig_fra").id)


def typed(**other: str) -> dict[str, str]:
    named = {"navn": "Agder og Telemark", "orgnr": "", "sted": "", "overordnet": "SA-SOR"}
    return {**OPPHAV, **named, "fra": "1.1.2027", "versjon": version(), "steg": "se", **other}


def send(client: Client, address: str, data: dict[str, str], status: int) -> str:
    response = client.post(address, data)
    assert response.status_code == status
    return " ".join(unescape(response.content.decode()).replace("\u00a0", " ").split())


def count() -> tuple[int, int, int]:
    return (Virksomhetsversjon.objects.count(), Virksomhet.objects.count(), Enhet.objects.count())


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.krav("TR-A1")
def test_others_are_refused_by_name(as_role: LogIn, address: str) -> None:
    for rolle in (Rolle.NK, Rolle.NK_LEDER, Rolle.REVISOR):
        client = as_role(rolle)
        before = count()
        assert client.get(address).status_code == 403
        assert "IKKE_KOMPETANT" in send(client, address, typed(steg="lagre"), 403)
        assert count() == before


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_form_needs_its_token_and_takes_no_other_verb(as_role: LogIn, address: str) -> None:
    drift = as_role(Rolle.SYSTEMDRIFT)
    before = count()
    assert drift.put(address).status_code == 405
    assert drift.delete(address).status_code == 405
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(address, typed(steg="lagre")).status_code == 403
    assert count() == before


def test_seen_first_then_saved_once(drift: Client) -> None:
    before = count()
    html = send(drift, ENDRE, typed(), 200)
    assert "Ingenting er lagret ennå." in html
    assert "Agder politidistrikt</td>" in html and "<b>Agder og Telemark</b>" in html
    assert count() == before
    carried = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html))
    carried.pop("csrfmiddlewaretoken", None)
    response = drift.post(ENDRE, {**carried, "steg": "lagre"})
    assert (response.status_code, response["Location"]) == (
        302,
        "/virksomheter/PD-AGDER/?lagret=1",
    )
    after = count()
    assert after != before
    assert drift.post(ENDRE, {**carried, "steg": "lagre"}).status_code == 409
    assert count() == after
    assert (
        "Agder og Telemark" in drift.get("/virksomheter/PD-AGDER/?dato=1.1.2027").content.decode()
    )


def test_back_keeps_what_was_typed(drift: Client) -> None:
    html = send(drift, ENDRE, typed(steg="tilbake", sted="Kristiansand"), 200)
    assert 'value="Kristiansand"' in html and 'value="1.1.2027"' in html


def test_every_fault_at_its_field_and_the_typed_text_stays(drift: Client) -> None:
    before = count()
    wrong = {"fra": "31.11.2026", "orgnr": "123", "overordnet": "", "kilde": "", "navn": " "}
    html = send(drift, ENDRE, typed(steg="lagre", **wrong), 422)
    linked = set(re.findall(r'<li><a href="#(\w+)">', html))
    assert {"fra", "kilde", "navn"} <= linked
    assert "31. november finnes ikke. November har 30 dager." in html
    assert 'value="31.11.2026"' in html and "Ny ordning</textarea>" in html
    for name in linked:
        assert f'id="{name}-feil"' in html
    assert count() == before


def test_a_stale_form_tells_what_is_new_and_can_be_sent_again(drift: Client) -> None:
    stale = typed(sted="Arendal", navn="Agder politidistrikt")
    row = Virksomhetsversjon.objects.get(pk=stale["versjon"])
    first = row.gyldig_fra.isoformat()
    rett = f"/virksomheter/PD-AGDER/rett/{row.pk}/"
    saved = typed(steg="lagre", navn="Agder pd", gyldig_fra=first, gyldig_til="")
    assert drift.post(rett, saved).status_code == 302
    html = send(drift, ENDRE, stale, 409)
    assert "Drift Prøve registrerte en ny versjon" in html
    assert "Navn er nå: Agder pd." in html
    assert 'value="Arendal"' in html
    assert f'name="versjon" value="{version()}"' in html
    assert "Arendal" in send(drift, ENDRE, {**stale, "versjon": version()}, 200)


def test_ending_shows_what_follows(drift: Client) -> None:
    data = {**OPPHAV, "versjon": version(), "siste_dag": "31.12.2026", "steg": "se"}
    ending = {**data, "etterfoelgere": "PD-SORVEST", "flytt": "ja"}
    html = send(drift, "/virksomheter/PD-AGDER/avslutt/", ending, 200)
    assert "Sør-Vest politidistrikt har sakene fra 1. januar 2027." in html
    assert 'name="etterfoelgere" value="PD-SORVEST"' in html


def test_a_new_institution_with_a_unit(drift: Client) -> None:
    named = {"kode": "DIKEMARK", "slag": "institusjon", "navn": "Dikemark", "overordnet": "OUS"}
    body = {**OPPHAV, **named, "gyldig_fra": "1.1.2026", "steg": "lagre"}
    assert drift.post("/virksomheter/ny/", body).status_code == 302
    codes = {"sikkerhetsnivaa": "RSA", "oppholdsform": "doegn", "doertype": "laast"}
    unit = {**OPPHAV, **codes, "navn": "Post 3", "kode": "DIKEMARK-3", "gyldig_fra": "1.1.2026"}
    address = "/virksomheter/DIKEMARK/enhet/ny/"
    sent = {**unit, "virksomhet": "DIKEMARK", "steg": "lagre"}
    assert drift.post(address, sent).status_code == 302
    html = drift.get("/virksomheter/DIKEMARK/").content.decode()
    for shown in ("Post 3", "Regional sikkerhetsavdeling", "Med døgnopphold", "Låst"):
        assert shown in html
    changed = "/virksomheter/DIKEMARK/enhet/DIKEMARK-3/endre/"
    assert 'value="Post 3"' in drift.get(changed).content.decode()
    assert drift.get("/virksomheter/DIKEMARK/enhet/DIKEMARK-3/avslutt/").status_code == 200
    assert drift.get("/virksomheter/OUS/enhet/DIKEMARK-3/endre/").status_code == 404


def test_a_version_of_another_body_is_not_found(drift: Client) -> None:
    assert drift.get(f"/virksomheter/OUS/rett/{version()}/").status_code == 404


@pytest.mark.parametrize("bad", ["", "tull", "11111111-1111-1111-1111-111111111111"])
def test_a_forged_version_is_refused(drift: Client, bad: str) -> None:
    before = count()
    send(drift, ENDRE, typed(steg="lagre", versjon=bad), 422)
    assert count() == before
