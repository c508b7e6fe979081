"""Drafts in the forms: kept at each change and at every button, found again, gone when done."""

from uuid import UUID

import pytest
from django.test import Client

from samvern.apps.saker.public import saksbilde
from samvern.apps.utkast.models import Utkast
from samvern.engine.lesing import reading
from samvern.web.registrering import kvittering
from tests.apps.brukere.personer import log_in, person
from tests.apps.saker.verden import Verden, foer, hendelse
from tests.web.registrering.skjema import correct, drafts, new, send, text, words

TYPED = {"skjedde": "10. des 2025", "merknad": "Hemmelig setning"}


def test_each_change_is_kept_and_answered_with_what_follows_from_it(
    silje: Client, sak: UUID
) -> None:
    address = new(sak, "statusrapport_sendt")
    answer = send(silje, silje.get(address), address, "utkast", **TYPED)
    assert answer.status_code == 200
    assert "Utkast lagret kl. 08.10" in text(answer).replace("\u00a0", " ")
    assert 'id="felt_skjedde-lest"' in text(answer)
    assert "onsdag 10. desember 2025" in text(answer).replace("\u00a0", " ")
    assert "<html" not in text(answer)
    assert drafts() == ["hendelse:statusrapport_sendt"]


def test_the_form_comes_back_with_the_draft_and_can_be_begun_anew(silje: Client, sak: UUID) -> None:
    address = new(sak, "statusrapport_sendt")
    send(silje, silje.get(address), address, "se", **TYPED)
    again = silje.get(address)
    assert "Du har et utkast fra mandag 23. november 2026 kl. 08.10." in words(again)
    assert 'value="10. des 2025"' in text(again)
    assert "Hemmelig setning</textarea>" in text(again)
    assert text(again).count("Statusrapport sendt") == 1
    chosen = silje.get(f"/saker/{sak}/hendelser/ny/")
    assert "Dine utkast Statusrapport sendt lagret ma. 23. nov. 2026 kl. 08.10" in words(chosen)
    gone = send(silje, again, address, "forkast")
    assert (gone.status_code, gone["Location"]) == (302, f"/saker/{sak}/")
    assert drafts() == []
    assert "Hemmelig" not in text(silje.get(address))


def test_a_draft_taken_up_again_tells_what_is_new_since_it_was_begun(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    address = new(sak, "statusrapport_sendt")
    send(silje, silje.get(address), address, "utkast", **TYPED)
    foer(verden.silje, sak, hendelse("utvisningsvedtak", "2024-03-01"))
    assert "1 ny hendelse siden du begynte Vedtak om utvisning" in words(silje.get(address))


@pytest.mark.krav("TR-A1")
def test_a_colleague_with_the_same_case_finds_an_empty_form(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    address = new(sak, "statusrapport_sendt")
    send(silje, silje.get(address), address, "utkast", **TYPED)
    colleague = Client()
    log_in(colleague, person(navn="Oskar Larsen"))
    assert "Hemmelig" not in text(colleague.get(address))
    assert "Dine utkast" not in text(colleague.get(f"/saker/{sak}/hendelser/ny/"))


def test_an_untouched_form_leaves_no_draft(silje: Client, sak: UUID) -> None:
    empty = new(sak, "statusrapport_sendt")
    send(silje, silje.get(empty), empty, "utkast")
    filled = correct(sak, 2)
    as_it_stands = {"skjedde": "1. feb. 2024", "id": "h1", "art": "overfoeringsdom", "kilde": "dom"}
    send(silje, silje.get(filled), filled, "utkast", **as_it_stands)
    assert drafts() == []
    send(silje, silje.get(filled), filled, "utkast", **{**as_it_stands, "skjedde": "5.2.2024"})
    assert drafts() == ["rett:2"]


def test_the_units_follow_the_institution_in_the_form(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    address = new(sak, "innleggelse")
    page = send(silje, silje.get(address), address, "oppdater", institusjon=str(verden.institusjon))
    assert page.status_code == 200
    assert 'id="del-felt_enhet"' in text(page)
    assert "Velg institusjonen først." in text(page)
    assert drafts() == ["hendelse:innleggelse"]


def test_the_case_page_is_given_the_receipt_and_the_drafts(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    send(silje, silje.get(correct(sak, 2)), correct(sak, 2), "utkast", skjedde="5.2.2024")
    send(silje, silje.get("/saker/ny/"), "/saker/ny/", "utkast", p_etternavn="Fjellvik")
    Utkast.objects.filter(sak=None).get()
    with reading(verden.silje, "sak.vist"):
        (mine,) = kvittering.own_drafts(verden.silje, sak)
        (new_one,) = kvittering.own_drafts(verden.silje, None)
    assert (mine.navn.nb, mine.adresse) == ("Rett hendelse 2", correct(sak, 2))
    assert (new_one.navn.nb, new_one.adresse) == ("Ny sak", "/saker/ny/")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"lagret": "2", "frister": "5"}, (2, 5)),
        ({"lagret": "2"}, (2, 0)),
        ({"lagret": "99"}, None),
        ({"lagret": "<b>"}, None),
        ({}, None),
    ],
)
def test_a_receipt_is_given_only_for_an_entry_of_the_case(
    verden: Verden, sak: UUID, query: dict[str, str], found: tuple[int, int] | None
) -> None:
    with reading(verden.silje, "sak.vist"):
        bilde = saksbilde(verden.silje, sak)
    made = kvittering.of(query, bilde)
    assert (made and (made.nr, made.frister)) == found
