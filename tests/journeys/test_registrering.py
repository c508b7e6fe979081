"""A correction at 03:00: fill in, see what it changes, save; also without scripts, and too late."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.fane import SESSION, Tabs
from tests.journeys.test_axe import look_everywhere, violations
from tests.journeys.tjener import running

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent.parent
SAVED = re.compile(r"lagret=\d+&frister=\d+#lagret$")
Enter = Callable[..., Page]


@dataclass(frozen=True)
class Server:
    """A running Samvern, the case in it, and the sessions."""

    address: str
    world: dict[str, str]

    def place(self, rest: str) -> str:
        return f"/saker/{self.world['sak']}/{rest}"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all the journeys here. The clock stands at the morning of the demo."""
    with running("registreringstjener", tmp_path_factory.mktemp("registrering")) as (
        address,
        world,
    ):
        yield Server(address, world)


@pytest.fixture
def enter(tabs: Tabs, server: Server) -> Iterator[Enter]:
    """Opens a page in which somebody is logged in, for one test."""
    with tabs.lending() as lend:

        def make(
            who: str = "nk", *, width: int = 1280, script: bool = True, maalform: str = "nb"
        ) -> Page:
            given = {SESSION: server.world[who], "maalform": maalform}
            return lend(given, width=width, script=script)

        yield make


def press(page: Page, handling: str) -> None:
    page.locator(f"#skjema button[value={handling}]").click()


def test_a_correction_from_the_case_to_the_receipt(enter: Enter, server: Server) -> None:
    page = enter()
    page.goto(server.place("hendelser/2/rett/"))
    look_everywhere(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.fill("#felt_skjedde", "5. des 2023")
    page.keyboard.press("Tab")
    expect(page.locator("#felt_skjedde-lest")).to_have_text("tirsdag 5. desember 2023")
    expect(page.locator("#utkast-status")).to_have_text("Utkast lagret kl. 08.10")
    page.fill("#felt_kilde_ref", "Påtegning på dommen, side 14")
    page.fill("#felt_grunn", "Påtegningen viser 5. desember.")
    press(page, "se")
    expect(page.locator("h1")).to_have_text("Se hva rettingen endrer")
    rows = page.locator(".rg-foeretter tbody tr")
    expect(rows.first).to_contain_text("Oppfylt for sent")
    expect(page.locator(".rg-foeretter")).to_contain_text("Statusrapport år 2")
    expect(page.locator(".rg-foeretter")).to_contain_text("1 dag tidligere")
    look_everywhere(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    press(page, "lagre")
    expect(page).to_have_url(SAVED)
    told = page.get_by_role("status").filter(has_text="Lagret.")
    expect(told).to_contain_text("frister er regnet på nytt. Angre ved å rette hendelsen.")
    assert page.evaluate("document.querySelector(':target').id") == "lagret"
    expect(told).to_be_in_viewport()
    assert violations(page) == []


def test_all_faults_on_top_take_focus_and_lead_to_their_fields(
    enter: Enter, server: Server
) -> None:
    page = enter()
    page.goto(server.place("hendelser/ny/innleggelse/"))
    press(page, "se")
    box = page.locator(".sv-feilliste")
    expect(box).to_be_focused()
    expect(box.get_by_role("heading")).to_have_text("4 feil")
    box.get_by_role("link", name="Oppholdsform").click()
    assert page.evaluate("document.activeElement.id") == "felt_oppholdsform"
    look_everywhere(page)


def test_a_long_list_can_be_searched_with_the_keys(enter: Enter, server: Server) -> None:
    page = enter()
    page.goto(server.place("hendelser/ny/innleggelse/"))
    page.get_by_label("Søk i listen").fill("nummer 11")
    expect(page.locator("[data-treff]")).to_have_text("1 treff")
    page.get_by_label("Søk i listen").press("Enter")
    page.keyboard.press("ArrowDown")
    chosen = page.eval_on_selector("#felt_institusjon", "s => s.selectedOptions[0].text")
    assert chosen == "Helseforetaket nummer 11"


def test_the_types_are_found_by_what_they_are_about(enter: Enter, server: Server) -> None:
    page = enter()
    page.goto(server.place("hendelser/ny/"))
    look_everywhere(page)
    page.get_by_label("Søk blant hendelsene").fill("permisjon")
    expect(page.locator(".rg-typegruppe:visible")).to_have_count(1)
    page.get_by_label("Søk blant hendelsene").fill("finnes ikke")
    expect(page.locator("#typesoek-treff")).to_contain_text("Prøv et annet ord.")


def test_without_scripts_on_a_phone_in_nynorsk(enter: Enter, server: Server) -> None:
    page = enter(script=False, width=360, maalform="nn")
    page.goto(server.place("hendelser/ny/"))
    page.get_by_role("link", name="Vedtak om utvising").click()
    page.get_by_label("Dato").fill("010326")
    page.get_by_label("Kjelde").select_option("brev")
    page.get_by_role("button", name="Sjå kva det endrar").click()
    expect(page.get_by_text("Ingenting er lagra enno.")).to_be_visible()
    expect(page.get_by_text("Søndag 1. mars 2026")).to_be_visible()
    page.get_by_role("button", name="Tilbake").click()
    assert page.get_by_label("Dato").input_value() == "010326"
    page.get_by_role("button", name="Sjå kva det endrar").click()
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.get_by_text("Lagra.")).to_be_visible()


def test_a_colleague_was_first_and_nothing_typed_is_lost(enter: Enter, server: Server) -> None:
    page, other = enter(), enter("kollega")
    for one, kind in ((page, "utreise"), (other, "statusrapport_sendt")):
        one.goto(server.place(f"hendelser/ny/{kind}/"))
        one.fill("#felt_skjedde", "20.11.2026")
        one.fill("#felt_merknad", "Meldt på telefon.")
        one.select_option("#felt_kilde", "telefon")
        if kind == "statusrapport_sendt":
            one.check("input[name=felt_n][value='3']")
        press(one, "se")
        expect(one.locator("h1")).to_have_text("Se hva det endrer")
    press(other, "lagre")
    expect(other).to_have_url(SAVED)
    press(page, "lagre")
    news = page.get_by_role("alert")
    expect(news).to_be_focused()
    expect(news).to_contain_text("1 ny hendelse siden du begynte")
    expect(news).to_contain_text("Hilde Olsen")
    expect(page.locator("#skjema")).to_contain_text("Lagre")
    look_everywhere(page)


def test_when_the_net_falls_the_writer_is_told_and_it_is_tried_again(
    enter: Enter, server: Server
) -> None:
    page = enter()
    page.goto(server.place("hendelser/ny/helseopplysningsskjema_sendt/"))
    page.context.set_offline(True)
    page.fill("#felt_merknad", "Skrevet uten nett.")
    status = page.locator("#utkast-status")
    expect(status).to_have_text("Ikke lagret ennå. Vi prøver igjen, du kan skrive videre.")
    page.context.set_offline(False)
    expect(status).to_have_text("Utkast lagret kl. 08.10")
    page.reload()
    expect(page.locator("#felt_merknad")).to_have_value("Skrevet uten nett.")


def test_a_new_case_step_by_step(enter: Enter, server: Server) -> None:
    page = enter()
    page.goto("/saker/ny/")
    look_everywhere(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_label("Nei, ikke ennå").check()
    page.get_by_label("Hvorfor er identiteten ukjent?").fill("Uten papirer.")
    page.get_by_label("Ikke oppgitt").check()
    page.get_by_label("Ingen adressebeskyttelse").check()
    page.get_by_label("Tiltale med påstand om tvungent psykisk helsevern").check()
    press(page, "neste")
    look_everywhere(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.fill("#felt_t_skjedde", "2.11.2026")
    page.get_by_label("Tidsubestemt").check()
    page.locator(f"[name=felt_t_embete][value='{server.world['embete']}']").check()
    page.locator("[name=felt_t_politidistrikt]").first.check()
    page.select_option("#felt_t_kilde", "brev")
    press(page, "se")
    expect(page.locator("h1")).to_have_text("Se alle fristene")
    look_everywhere(page)
    press(page, "lagre")
    expect(page).to_have_url(SAVED)
    expect(page).to_have_title(re.compile("^S-2026-0002"))


def test_who_may_not_is_told_who_can(enter: Enter, server: Server) -> None:
    page = enter("fa")
    page.goto(server.place("hendelser/ny/dom_avsagt/"))
    expect(page.locator("h1")).to_contain_text("Du kan ikke gjøre dette")
    page.goto(server.place("hendelser/ny/"))
    expect(page.locator(".rg-typegruppe").first).to_be_visible()
    look_everywhere(page)
