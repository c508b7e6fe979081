"""The review: the task, the list, one opening with what was read, and the conclusion."""

from dataclasses import replace

import pytest
from django.urls import reverse

from samvern.apps.brukere import public as brukere
from samvern.apps.revisjon.models import Revisjonslogg
from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.engine.roller import Rolle
from tests.apps.brukere.personer import LONG_AGO, operator, person
from tests.web.noedtilgang.conftest import As, Vakt
from tests.web.noedtilgang.test_aapne import HER, ORD, sent
from tests.web.registrering.skjema import text, words

pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-A8")]

LISTE = "/noedtilgang/etterkontroll/"


@pytest.fixture
def aapnet(vakt: Vakt, som: As) -> str:
    """The doctor has opened the case and read it; the address of the review."""
    client = som(vakt.lege)
    case = client.post(HER, sent(vakt))["Location"]
    client.get(case)
    return reverse("noedtilgang_kontroll", args=[Noedtilgang.objects.get().pk])


def test_the_task_stands_on_the_work_list_of_those_who_review(
    vakt: Vakt, som: As, aapnet: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = words(som(vakt.nk).get("/arbeidsliste/"))
    assert "1 nødtilgang venter på etterkontroll. Den første senest 26. november 2026." in page
    assert "etterkontroll" not in words(som(vakt.lege).get("/arbeidsliste/"))
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-27T08:00:00+01:00")
    assert "1 er over fristen." in words(som(vakt.nk).get("/arbeidsliste/"))
    assert "over fristen" in words(som(vakt.nk).get(LISTE))


def test_the_list_tells_who_and_why_and_nothing_about_the_person(
    vakt: Vakt, som: As, aapnet: str
) -> None:
    client = som(vakt.nk)
    assert client.get(HER)["Location"] == LISTE
    page = client.get(LISTE)
    for part in (vakt.sak.saksnr, "Vera Vakt", "Rømming eller unndragelse", "26. nov. 2026"):
        assert part in words(page)
    assert "Proevesen" not in text(page)
    assert f'href="{LISTE}"' in text(page).partition("<main")[0], "no entry in the menu"
    entry = Revisjonslogg.objects.get(handling="noedtilgang.liste_vist")
    assert entry.saker == [str(vakt.sak.pk)]


def test_the_review_shows_what_was_read_and_is_saved_once(vakt: Vakt, som: As, aapnet: str) -> None:
    client = som(vakt.nk)
    page = words(client.get(aapnet))
    for part in (ORD, "Vera Vakt", "Åpnet saken med nødtilgang", "Åpnet saken"):
        assert part in page
    done = client.post(aapnet, {"utfall": "begrunnet"})
    assert (done.status_code, done["Location"]) == (302, f"{LISTE}?gjort=ja")
    row = Noedtilgang.objects.get()
    assert (row.utfall, row.kontrollert_av) == ("begrunnet", vakt.nk.id)
    assert "Kontrollen er lagret. Ingen venter." in words(client.get(done["Location"]))
    assert "Grunnen holdt. Silje Haugen" in words(client.get(aapnet))
    assert "nødtilgang" not in words(client.get("/arbeidsliste/"))
    again = client.post(aapnet, {"utfall": "ikke_begrunnet", "notat": "Nei."})
    assert again.status_code == 409
    assert Noedtilgang.objects.get().utfall == "begrunnet"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({}, "Velg hva du kom til."),
        ({"utfall": "kanskje"}, "Velg hva du kom til."),
        ({"utfall": "ikke_begrunnet"}, "Skriv hvorfor grunnen ikke holdt."),
    ],
)
def test_a_faulty_review_says_why_and_changes_nothing(
    vakt: Vakt, som: As, aapnet: str, typed: dict[str, str], said: str
) -> None:
    page = som(vakt.nk).post(aapnet, typed)
    assert page.status_code == 422
    assert said in words(page)
    assert Noedtilgang.objects.get().kontrollert is None


@pytest.mark.krav("TR-A1", "TR-A3")
@pytest.mark.parametrize("rolle", [Rolle.FAGLIG_ANSVARLIG, Rolle.POLITI, Rolle.REVISOR])
def test_others_get_no_list_and_no_review(vakt: Vakt, som: As, aapnet: str, rolle: Rolle) -> None:
    client = som(person(rolle, "En Annen"))
    for address in (LISTE, aapnet, aapnet.replace("0", "1")):
        assert client.get(address).status_code == 403, address
    assert client.post(aapnet, {"utfall": "begrunnet"}).status_code == 403
    assert Noedtilgang.objects.get().kontrollert is None


def test_nobody_reviews_what_they_opened_themselves(vakt: Vakt, som: As, aapnet: str) -> None:
    # The doctor on call has a role in NK too, and comes back in that one.
    nk = brukere.NyRolle(vakt.lege.id, "nk", vakt.nk.virksomhet, LONG_AGO)
    key = brukere.gi_rolle(operator(), nk)
    own = som(replace(vakt.lege, rolle=key, kode=Rolle.NK, virksomhet=vakt.nk.virksomhet))
    assert "Din egen. En annen kontrollerer." in words(own.get(LISTE))
    assert "Du åpnet denne selv." in words(own.get(aapnet))
    assert "<form" not in text(own.get(aapnet)).partition("<main")[2].partition("</main>")[0]
    assert own.post(aapnet, {"utfall": "begrunnet"}).status_code == 403
    assert Noedtilgang.objects.get().kontrollert is None


def test_what_is_not_there_is_not_found(vakt: Vakt, som: As) -> None:
    missing = reverse("noedtilgang_kontroll", args=[vakt.sak.pk])
    client = som(vakt.nk)
    assert client.get(missing).status_code == 404
    assert client.post(missing, {"utfall": "begrunnet"}).status_code == 404
