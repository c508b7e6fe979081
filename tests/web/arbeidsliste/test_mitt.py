"""«Mitt utvalg» on the pages: kept, used and taken away; never quietly, never a colleague's."""

import pytest

from tests.apps.brukere.personer import person
from tests.apps.saker.verden import Verden, dom, ny_sak, rettskraft
from tests.web.arbeidsliste.conftest import As
from tests.web.arbeidsliste.logg import antall, siste

PAGES = [("/arbeidsliste/", "venter", "rhf"), ("/saker/", "status", "tiltalt")]
USED = "Siden er åpnet med mitt utvalg"


@pytest.mark.parametrize(("page", "name", "value"), PAGES)
def test_the_whole_life_of_a_saved_set(
    verden: Verden, som: As, page: str, name: str, value: str
) -> None:
    client = som(verden.nk)
    assert "Lagre som mitt utvalg" not in client.get(page).content.decode()
    chosen = f"{page}?{name}={value}"
    assert "Lagre som mitt utvalg" in client.get(chosen).content.decode()
    answer = client.post(f"{page}utvalg/", {name: value, "handling": "lagre"})
    assert (answer.status_code, answer["Location"]) == (302, chosen)
    assert "Dette er mitt utvalg." in client.get(chosen).content.decode()
    plain = client.get(page).content.decode()
    assert USED not in plain
    assert f'href="?{name}={value}">Vis mitt utvalg' in plain
    client.post(f"{page}utvalg/", {name: value, "handling": "standard"})
    opened = client.get(page).content.decode()
    assert USED in opened
    assert "Vis alt" in opened
    bare = client.get(page + ("?frem=14d" if name == "venter" else "?per_side=50"))
    assert USED not in bare.content.decode()
    client.post(f"{page}utvalg/", {name: value, "handling": "slett"})
    assert USED not in client.get(page).content.decode()
    assert siste("utvalg.slettet")["bruker"] == str(verden.nk.id)


def test_a_colleague_has_a_set_of_their_own(verden: Verden, som: As) -> None:
    client = som(verden.nk)
    client.post("/arbeidsliste/utvalg/", {"venter": "rhf", "handling": "lagre"})
    client.post("/arbeidsliste/utvalg/", {"venter": "rhf", "handling": "standard"})
    other = som(person(navn="Per Dahl"))
    body = other.get("/arbeidsliste/").content.decode()
    assert USED not in body
    assert "Vis mitt utvalg" not in body


def test_what_is_not_a_filter_is_not_kept(verden: Verden, som: As) -> None:
    client = som(verden.nk)
    sent = {"venter": "rhf", "q": "57838598765", "domstype": "57838598765", "handling": "lagre"}
    answer = client.post("/arbeidsliste/utvalg/", sent)
    assert answer["Location"] == "/arbeidsliste/?venter=rhf"
    assert siste("utvalg.lagret")["skrevet"] == ["venter"]


@pytest.mark.parametrize("sent", [{"handling": "tull"}, {}, {"handling": ["lagre", "slett"]}])
def test_an_unknown_button_does_nothing(
    verden: Verden, som: As, sent: dict[str, str | list[str]]
) -> None:
    client, before = som(verden.nk), antall()
    assert client.post("/arbeidsliste/utvalg/", sent | {"venter": "rhf"}).status_code == 302
    assert client.get("/arbeidsliste/utvalg/").status_code == 405
    assert antall() == before


def test_deleting_what_is_gone_is_no_fault(verden: Verden, som: As) -> None:
    client, before = som(verden.nk), antall()
    assert client.post("/saker/utvalg/", {"handling": "slett"}).status_code == 302
    assert antall() == before


def test_a_saved_set_narrows_the_list_when_the_page_opens(verden: Verden, som: As) -> None:
    ny_sak(verden, dom("2026-10-20"), rettskraft("2026-11-04"))
    client = som(verden.nk)
    client.post("/saker/utvalg/", {"status": "tiltalt", "handling": "lagre"})
    client.post("/saker/utvalg/", {"status": "tiltalt", "handling": "standard"})
    assert "Ingen med dette utvalget." in client.get("/saker/").content.decode()
    assert "1 sak" in client.get("/saker/?per_side=50").content.decode()
