"""A caseworker reads a case: the dates and why, another day, the keys, the paper."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.fane import SESSION, Tabs
from tests.journeys.test_axe import LOOKS, look_everywhere, violations
from tests.journeys.tjener import running

pytestmark = pytest.mark.slow

type Enter = Callable[..., Page]


@dataclass(frozen=True)
class Server:
    """A running Samvern with one case, and the sessions of those who read it."""

    address: str
    sak: str
    nk: str
    politi: str


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for the whole file: these tests only read."""
    with running("saktjener", tmp_path_factory.mktemp("sak")) as (address, world):
        yield Server(address, **world)


@pytest.fixture
def enter(tabs: Tabs, server: Server) -> Iterator[Enter]:
    """Opens the case as somebody who has logged in."""
    with tabs.lending() as lend:

        def make(
            *, session: str = "", width: int = 1280, script: bool = True, at: str = ""
        ) -> Page:
            page = lend({SESSION: session or server.nk}, width=width, script=script)
            page.goto(f"/saker/{server.sak}/{at}")
            return page

        yield make


@pytest.mark.krav("N-0.2", "F-12", "TR-U1")
def test_a_caseworker_understands_the_case(enter: Enter, server: Server) -> None:
    page = enter()
    expect(page).to_have_title(re.compile(r"^S-2026-0001 – Samvern$"))
    expect(page.locator("#naa-tittel")).to_have_text(
        "Noen må underskrive innen fredag 4. desember 2026"
    )
    page.get_by_role("link", name="Se hvorfor").click()
    expect(page.get_by_text("Tre datoer å skille mellom")).to_be_visible()
    link = page.locator(".sak-bygger a:visible").first
    number = link.inner_text().split()[-1]
    link.click()
    expect(page.locator(f"#hendelse-{number}")).to_be_in_viewport()
    look_everywhere(page, LOOKS)

    page.get_by_label("Slik den var").fill("1. juni 2024")
    page.get_by_role("button", name="Vis", exact=True).click()
    expect(page.locator("#fortid-tittel")).to_be_visible()
    expect(page.get_by_role("link", name="Registrer hendelse")).to_have_count(0)
    assert violations(page) == []
    page.get_by_role("link", name="Til dagens bilde").first.click()
    expect(page.locator("#fortid-tittel")).to_have_count(0)
    page.get_by_role("link", name="Hele loggen").click()
    expect(page.get_by_text("Åpnet saken").first).to_be_visible()
    assert violations(page) == []


def test_the_keys_move_open_and_never_save(enter: Enter, server: Server) -> None:
    page = enter()
    first = page.locator("#frister details.sv-frist").first
    page.keyboard.press("h")
    expect(first).to_have_attribute("open", "")
    page.keyboard.press("h")
    page.keyboard.press("j")
    expect(page.locator("#frister details.sv-frist summary").nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(first.locator("summary")).to_be_focused()
    page.keyboard.press("t")
    expect(page.locator("#tidslinje-tabell")).to_have_attribute("open", "")
    page.get_by_label("Slik den var").focus()
    page.keyboard.type("htjk")
    expect(page.get_by_label("Slik den var")).to_have_value("htjk")
    assert page.url.endswith(f"/saker/{server.sak}/")


def test_a_phone_has_jumps_and_the_ladder(enter: Enter, server: Server) -> None:
    page = enter(width=360, script=False)
    expect(page.locator(".tl-loddrett")).to_be_visible()
    expect(page.locator("svg.tl").first).to_be_hidden()
    page.locator(".sak-hopp").get_by_role("link", name="Oppgaver").click()
    expect(page.locator("#oppgaver-tittel")).to_be_in_viewport()
    page.goto(f"/saker/{server.sak}/#frist-F-12")
    expect(page.get_by_text("Tre datoer å skille mellom")).to_be_visible()


def test_the_what_if_opens_the_calculator_with_the_facts(enter: Enter, server: Server) -> None:
    page = enter()
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="Prøv «hva om»").click()
    calculator = opened.value
    expect(calculator.locator("#velg-tittel")).to_contain_text("Hva om")
    expect(calculator.locator(".fb-hendelser")).to_contain_text("Vedtak om overføring")
    assert "Proevesen" not in calculator.content()


@pytest.mark.krav("TR-L1")
def test_paper_is_only_what_was_logged_as_a_print(enter: Enter, server: Server) -> None:
    page = enter()
    page.emulate_media(media="print")
    expect(page.get_by_text("Bruk «Skriv ut» på saken.")).to_be_visible()
    expect(page.get_by_text("Treårsfristen").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Skriv ut").click()
    expect(page.get_by_text("Klar for utskrift.")).to_be_visible()
    assert violations(page) == []
    page.emulate_media(media="print")
    expect(page.locator(".sak-bunntekst")).to_contain_text("S-2026-0001 · Skrevet ut")
    expect(page.locator("details.sv-frist[data-skriv]:not([open])")).to_have_count(0)
    expect(page.get_by_text("Tre datoer å skille mellom")).to_be_visible()


@pytest.mark.krav("TR-A4")
def test_the_police_see_locks_and_no_holes(enter: Enter, server: Server) -> None:
    page = enter(session=server.politi, width=360)
    expect(page.locator("h1")).to_be_visible()
    assert page.get_by_text("Vises ikke for din rolle").count() >= 3
    assert "Kom ikke tilbake fra utgang" not in page.content()
    look_everywhere(page)
