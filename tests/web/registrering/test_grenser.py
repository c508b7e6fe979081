"""Where a form says stop: many look-ups in a minute (TR-X15), and more than a draft holds."""

import random
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from samvern.apps.revisjon.models import Revisjonslogg
from samvern.apps.utkast import public as utkast
from samvern.apps.utvalg import public as utvalg
from samvern.engine.idnummer import make_synthetic
from tests.apps.saker.verden import Verden
from tests.web.registrering.skjema import drafts, log, new, send, text, words
from tests.web.registrering.test_ny_sak import NUMMER, NY, PERSON, UNKNOWN, judgment, through

pytestmark = pytest.mark.krav("TR-X15")


@pytest.fixture
def mange(verden: Verden) -> None:
    """Silje has looked up as many as she may without a reason."""
    for _ in range(utvalg.GRENSE):
        utvalg.tell_oppslag(verden.silje)


def looked_up() -> int:
    return Revisjonslogg.objects.filter(handling="sak.duplikat_soekt", utfall="ok").count()


@pytest.mark.usefixtures("mange")
def test_one_too_many_asks_why_and_loses_nothing(silje: Client) -> None:
    before = looked_up()
    page = send(silje, silje.get(NY), NY, "neste", **PERSON)
    assert page.status_code == 429
    assert "Mange oppslag på person" in words(page)
    assert looked_up() == before, "the number was looked up all the same"
    for kept in ("Jonas", "Fjellvik", NUMMER):
        assert f'value="{kept}"' in text(page)
    denied = Revisjonslogg.objects.get(utfall="nektet")
    assert (denied.handling, denied.kode) == ("sak.duplikat_soekt", "for_mange_oppslag")


@pytest.mark.usefixtures("mange")
def test_with_a_reason_it_goes_on_to_the_end_and_the_reason_is_logged(
    verden: Verden, silje: Client
) -> None:
    start = send(silje, silje.get(NY), NY, "neste", **PERSON, oppslag_grunn="nye_dommer")
    assert start.status_code == 200
    assert Revisjonslogg.objects.filter(handling="sak.duplikat_soekt", grunn="nye_dommer").exists()
    preview = send(silje, start, NY, "se", **judgment(verden))
    assert preview.status_code == 200
    assert send(silje, preview, NY, "lagre").status_code == 302


@pytest.mark.usefixtures("mange")
def test_saving_is_a_look_up_too_and_an_invented_reason_is_none(
    verden: Verden, silje: Client
) -> None:
    before = log()
    sent = {**PERSON, **judgment(verden), "oppslag_grunn": "nysgjerrig"}
    for button in ("se", "lagre"):
        page = send(silje, silje.get(NY), NY, button, steg="start", **sent)
        assert page.status_code == 429
    assert log() == before


@pytest.mark.usefixtures("mange")
def test_somebody_unknown_is_no_look_up(silje: Client) -> None:
    assert send(silje, silje.get(NY), NY, "neste", **UNKNOWN).status_code == 200


def test_each_number_counts_and_what_cannot_be_a_number_does_not(
    verden: Verden, silje: Client
) -> None:
    send(silje, silje.get(NY), NY, "neste", **{**PERSON, "p_nummer": "12345678901"})
    assert utvalg.tell_oppslag(verden.silje) == 1
    chance = random.Random(7)  # noqa: S311 -- invented
    for _ in range(2):
        other = make_synthetic(date(1980, 1, 2), chance).siffer
        send(silje, silje.get(NY), NY, "neste", **{**PERSON, "p_nummer": other})
    assert utvalg.tell_oppslag(verden.silje) == 4


MUCH = ["Fyrtårn. " * 400] * 20
"""More than any browser sends from the form: the same field twenty times over."""


@pytest.mark.parametrize(("button", "status"), [("se", 413), ("lagre", 413), ("utkast", 200)])
@pytest.mark.krav("TR-X12")
def test_more_than_a_draft_holds_is_said_and_nothing_is_lost(
    silje: Client, sak: UUID, button: str, status: int
) -> None:
    address = new(sak, "utvisningsvedtak")
    before = log()
    page = send(silje, silje.get(address), address, button, merknad=MUCH, skjedde="1.3.2025")
    assert page.status_code == status
    said = "For mye tekst" if status == 413 else "Ikke lagret: det er mer enn skjemaet rommer."
    assert said in text(page)
    if status == 413:
        assert 'value="1.3.2025"' in text(page)
        assert "Fyrtårn. Fyrtårn." in text(page)
    assert (log(), drafts()) == (before, [])


@pytest.mark.parametrize(("button", "status"), [("neste", 413), ("lagre", 413), ("utkast", 200)])
def test_the_form_of_a_new_case_says_the_same(silje: Client, button: str, status: int) -> None:
    before = log()
    typed: dict[str, Any] = {**PERSON, "duplikat_grunn": MUCH}
    page = send(silje, silje.get(NY), NY, button, **typed)
    assert page.status_code == status
    if status == 413:
        assert 'value="Fjellvik"' in text(page)
    assert (log(), drafts()) == (before, [])


def test_what_a_whole_form_holds_is_no_more_than_a_draft(verden: Verden, silje: Client) -> None:
    full = {**PERSON, **judgment(verden, d_merknad="æ" * 4000), "duplikat_grunn": "å" * 4000}
    page = through(silje, PERSON, full)
    assert page.status_code != 413
    assert utkast.STOERST > 8000
