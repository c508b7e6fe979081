"""The menus: for each role only the way to pages that have something for it."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from samvern.engine.roller import Rolle
from samvern.web.context import MENU
from tests.apps.brukere.personer import log_in, people, person

pytestmark = pytest.mark.usefixtures("ring", "quick_hasher", "db")

WITHOUT_CASES = {Rolle.REVISOR, Rolle.FORSKER, Rolle.SYSTEMDRIFT}
_CASES = {"arbeidsliste", "register", "apinoekler", "noedtilganger"}
_FOR_ALL = ("forside", *(name for name, _ in MENU))
_LINK = re.compile(r'<a [^>]*href="([^"]+)"')


def top(client: Client, address: str) -> str:
    """The head of a page, with both menus."""
    content = client.get(address).content.decode()
    return content[content.index("<header") : content.index("</header>")]


@pytest.mark.slow
def test_no_choice_in_a_menu_leads_to_a_refusal() -> None:
    for who in people(*((rolle, f"Person {rolle}") for rolle in Rolle)):
        client = Client()
        log_in(client, who)
        addresses = set(_LINK.findall(top(client, "/")))
        assert reverse("velg_rolle") in addresses
        asked = addresses - {reverse(name) for name in _FOR_ALL}
        refused = {one for one in asked if client.get(one).status_code != 200}
        assert (who.kode, refused) == (who.kode, set())
        shown = {name for name in _CASES if reverse(name) in addresses}
        assert bool(shown) is (who.kode not in WITHOUT_CASES), who.kode


@pytest.mark.parametrize(
    ("rolle", "navn", "shown"),
    [
        (Rolle.STATSFORVALTER, "Statsforvalteren i Innlandet", "Statsforvalteren i Innlandet"),
        (Rolle.POLITI, "Øst politidistrikt", "Politi, Øst politidistrikt"),
    ],
)
def test_the_position_is_left_out_where_the_place_says_it(
    rolle: Rolle, navn: str, shown: str
) -> None:
    client = Client()
    log_in(client, person(rolle, "Inger Haugen"))
    session = client.session
    session["virksomhet"] = [navn, navn]
    session.save()
    said = " ".join(html.unescape(re.sub(r"<[^>]+>", " ", top(client, "/hjelp/"))).split())
    assert f"Inger Haugen {shown}" in said
    assert f"Statsforvalter, {navn}" not in said


def test_the_front_page_leads_on_to_the_roles_own_page() -> None:
    for rolle, first in (
        (Rolle.POLITI, "arbeidsliste"),
        (Rolle.SYSTEMDRIFT, "brukere"),
        (Rolle.REVISOR, "fristberegner"),
    ):
        client = Client()
        log_in(client, person(rolle, "Ola Nordmann"))
        content = client.get("/").content.decode()
        (button,) = re.findall(r'<a class="ds-button" href="([^"]+)">', content)
        assert button == reverse(first)
    (button,) = re.findall(
        r'<a class="ds-button" href="([^"]+)">', Client().get("/").content.decode()
    )
    assert button == reverse("fristberegner")


def test_with_one_role_the_page_says_that_there_is_no_other() -> None:
    client = Client()
    log_in(client, person(Rolle.REVISOR, "Ola Nordmann"))
    assert "Du har bare denne rollen i dag." in client.get(reverse("velg_rolle")).content.decode()


def test_a_refusal_shows_the_way_back_to_ones_own_page() -> None:
    client = Client()
    log_in(client, person(Rolle.POLITI, "Ola Nordmann"))
    for address, status in (("/brukere/", 403), ("/finnes-ikke/", 404)):
        answer = client.get(address)
        assert answer.status_code == status
        main = answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
        assert _LINK.findall(main) == [reverse("arbeidsliste"), reverse("forside")]
