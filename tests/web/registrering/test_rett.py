"""Correcting an entry and striking one out: the same way of going, with a reason."""

from datetime import date
from uuid import UUID

import pytest
from django.test import Client

from samvern.apps.saker.models import Hendelse, Saksstand
from samvern.apps.virksomheter import navnebok
from tests.apps.saker.verden import Verden, foer, hendelse
from tests.web.registrering.skjema import correct, drafts, log, send, strike, text, words

WHY = {"grunn": "Påtegningen viser 5. februar."}


def test_the_form_is_filled_in_as_the_entry_stands(silje: Client, sak: UUID) -> None:
    page = silje.get(correct(sak, 2))
    assert page.status_code == 200
    assert 'value="1. feb. 2024"' in text(page).replace("\u00a0", " ")
    assert 'name="felt_art" value="overfoeringsdom" checked' in text(page)
    assert '<option value="dom" selected>' in text(page)
    assert strike(sak, 2) in text(page)


@pytest.mark.krav("N-1.4")
def test_the_preview_shows_old_and_new_and_every_date_that_moves(silje: Client, sak: UUID) -> None:
    before = log()
    address = correct(sak, 2)
    page = send(silje, silje.get(address), address, "se", skjedde="5.2.2024", **FIELDS)
    shown = words(page)
    assert page.status_code == 200
    assert "Dom rettskraftig, slik det står Torsdag 1. februar 2024" in shown
    assert "Rettes til Mandag 5. februar 2024" in shown
    assert "Treårsfristen" in shown
    assert "4 dager senere" in shown
    assert WHY["grunn"] in text(page)
    assert log() == before


FIELDS = {"id": "h1", "art": "overfoeringsdom", "kilde": "dom", **WHY}


def test_saving_adds_an_entry_that_takes_the_place_of_the_old(silje: Client, sak: UUID) -> None:
    address = correct(sak, 2)
    page = send(silje, silje.get(address), address, "se", skjedde="5.2.2024", **FIELDS)
    saved = send(silje, page, address, "lagre", **WHY)
    assert saved.status_code == 302
    new = Hendelse.objects.get(sak=sak, nr=3)
    assert (new.virkning, new.erstatter, new.skjedde) == ("retting", 2, date(2024, 2, 5))
    assert Saksstand.objects.get(sak=sak).styrende_dom == date(2024, 2, 5)
    assert drafts() == []


def test_a_correction_needs_a_reason_in_the_form_and_on_the_preview(
    silje: Client, sak: UUID
) -> None:
    before = log()
    address = correct(sak, 2)
    fields = {**FIELDS, "skjedde": "5.2.2024"}
    page = send(silje, silje.get(address), address, "se", **{**fields, "grunn": ""})
    assert page.status_code == 422
    assert "Hvorfor retter du? Skriv hvorfor. En kort setning er nok." in words(page)
    preview = send(silje, page, address, "se", **fields)
    emptied = send(silje, preview, address, "lagre", grunn=" ")
    assert emptied.status_code == 422
    assert "Rettes til Mandag 5. februar 2024" in words(emptied)
    assert 'id="felt_grunn-feil"' in text(emptied)
    assert log() == before


def test_rettskraft_before_the_judgment_is_told_at_the_field(silje: Client, sak: UUID) -> None:
    before = log()
    address = correct(sak, 2)
    page = send(silje, silje.get(address), address, "se", skjedde="9.1.2024", **FIELDS)
    assert page.status_code == 422
    assert "Dato: Rettskraftdatoen er før dommen" in words(page)
    assert log() == before


def test_what_is_already_corrected_cannot_be_corrected_again(silje: Client, sak: UUID) -> None:
    address = correct(sak, 2)
    page = send(silje, silje.get(address), address, "se", skjedde="5.2.2024", **FIELDS)
    send(silje, page, address, "lagre", **WHY)
    before = log()
    for place in (correct(sak, 2), strike(sak, 2)):
        assert silje.get(place).status_code == 409
        assert silje.post(place, {"handling": "lagre", "felt_grunn": "x"}).status_code == 409
    assert silje.get(correct(sak, 99)).status_code == 404
    assert log() == before


@pytest.mark.krav("TR-A1")
def test_nobody_corrects_what_another_body_has_decided(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    embete = str(verden.embete)
    foer(verden.silje, sak, hendelse("paatale_fastsatt", "2024-02-01", embete=embete))
    foer(verden.sa.viewer(), sak, hendelse("opprettholdelse_underskrevet", "2026-11-20"))
    before = log()
    page = silje.get(correct(sak, 4))
    assert page.status_code == 403
    assert "Føringen er gjort av en annen instans." in text(page)
    assert silje.post(correct(sak, 4), {"handling": "lagre", **WHY}).status_code == 403
    assert log() == before


def test_striking_out_shows_what_it_changes_and_needs_a_reason(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    foer(verden.silje, sak, hendelse("utreise", "2024-06-01", "Meldt."))
    address = strike(sak, 3)
    form = silje.get(address)
    assert "Lørdag 1. juni 2024" in words(form)
    before = log()
    missing = send(silje, form, address, "se")
    assert missing.status_code == 422
    assert "Hvorfor er hendelsen registrert ved feil? Skriv hvorfor." in words(missing)
    preview = send(silje, form, address, "se", grunn="Feil sak.")
    assert "Status i saken Midlertidig opphørt Under gjennomføring" in words(preview)
    assert log() == before
    assert send(silje, preview, address, "lagre", grunn="Feil sak.").status_code == 302
    assert Saksstand.objects.get(sak=sak).status == "under_gjennomfoering"
    assert Hendelse.objects.get(sak=sak, nr=4).virkning == "feilfoert"


def test_striking_out_a_participant_says_who_loses_sight_of_the_case(
    verden: Verden, silje: Client, sak: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The names of another test's world may look just as old as those of this one.
    monkeypatch.setattr(navnebok, "_kept", {})
    data = hendelse("paatale_fastsatt", "2024-02-01", embete=str(verden.embete))
    foer(verden.silje, sak, data)
    address = strike(sak, 3)
    page = send(silje, silje.get(address), address, "se", grunn="Feil embete.")
    shown = words(page)
    assert "Statsadvokatembete Virksomhet SA-OST, fra 1. feb. 2024" in shown
    assert "Virksomhet SA-OST mister tilgangen" in shown
    assert "Endrer seg ikke Status og sted" in shown
