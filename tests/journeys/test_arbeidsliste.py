"""Monday morning: what waits, narrowed without losing the place, with keys, on paper, by number."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.fane import SESSION, Tabs
from tests.journeys.test_axe import LOOKS, look_everywhere
from tests.journeys.tjener import running

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parent.parent.parent
CASE = re.compile(r"/saker/[0-9a-f-]{36}/$")
NAME = "Proevesen"
Enter = Callable[..., Page]


@dataclass(frozen=True)
class Server:
    """A running Samvern, and the session of each person who is logged in."""

    address: str
    sessions: dict[str, str]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all the journeys here. The clock stands at a Monday morning."""
    with running("arbeidstjener", tmp_path_factory.mktemp("arbeidsliste")) as (address, world):
        yield Server(address, world)


@pytest.fixture
def enter(tabs: Tabs, server: Server) -> Iterator[Enter]:
    """Opens a page in which somebody is logged in, for one test."""
    with tabs.lending() as lend:

        def make(who: str = "nk", *, width: int = 1280, script: bool = True) -> Page:
            return lend({SESSION: server.sessions[who]}, width=width, script=script)

        yield make


def where(page: Page) -> str:
    """Path and query."""
    address = urlsplit(page.url)
    return address.path + (f"?{address.query}" if address.query else "")


@pytest.mark.krav("N-0.7", "TR-U1")
def test_a_morning_with_the_keyboard(enter: Enter) -> None:
    page = enter()
    page.goto("/arbeidsliste/")
    expect(page).to_have_title("Arbeidsliste – Samvern")
    number = page.locator(".al-tall__del[data-gruppe=over_fristen]")
    group = page.locator("tbody#over_fristen")
    expect(number.locator("b")).to_have_text(str(group.locator(".al-rad").count()))
    number.click()
    expect(group).to_be_in_viewport()
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    first = page.locator("a[data-rad]").first
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(CASE)
    page.keyboard.press("g")
    page.keyboard.press("r")
    page.wait_for_url("**/saker/")
    page.keyboard.press("g")
    page.keyboard.press("a")
    page.wait_for_url("**/arbeidsliste/")
    page.keyboard.press("/")
    page.keyboard.type("s-2026-2")
    page.keyboard.press("Enter")
    page.wait_for_url(CASE)


def test_filters_keep_the_place_and_the_address_follows(enter: Enter) -> None:
    page = enter()
    page.goto("/arbeidsliste/")
    page.evaluate("() => { window.stillHere = true; }")
    before = page.locator(".al-rad").count()
    page.get_by_label("Venter på", exact=True).focus()
    page.get_by_label("Venter på", exact=True).select_option("rhf")
    expect(page.locator(".al-brikke")).to_have_count(1)
    expect(page.get_by_label("Venter på", exact=True)).to_be_focused()
    assert page.evaluate("() => window.stillHere")
    assert where(page) == "/arbeidsliste/?frem=14d&venter=rhf"
    narrowed = page.locator(".al-rad").count()
    assert 0 < narrowed < before
    page.reload()
    expect(page.locator(".al-rad")).to_have_count(narrowed)
    page.get_by_role("button", name="Lagre som mitt utvalg").click()
    expect(page.get_by_text("Dette er mitt utvalg.")).to_be_visible()
    page.get_by_role("button", name="Åpne siden med dette").click()
    page.goto("/arbeidsliste/")
    expect(page.get_by_text("Siden er åpnet med mitt utvalg")).to_be_visible()
    page.get_by_role("link", name="Vis alt").click()
    expect(page.locator(".al-rad")).to_have_count(before)
    page.get_by_role("link", name="Vis mitt utvalg").click()
    page.get_by_role("button", name="Slett", exact=True).click()
    expect(page.get_by_role("button", name="Lagre som mitt utvalg")).to_be_visible()


def test_it_all_works_without_scripts_on_a_phone(enter: Enter) -> None:
    page = enter(width=360, script=False)
    page.goto("/arbeidsliste/")
    before = page.locator(".al-rad").count()
    page.get_by_label("Venter på", exact=True).select_option("rhf")
    page.get_by_role("button", name="Vis", exact=True).click()
    assert "venter=rhf" in where(page)
    assert 0 < page.locator(".al-rad").count() < before
    page.goto("/saker/")
    page.get_by_label("Saksnummer eller fødselsnummer", exact=True).fill("S-2020-0174")
    page.get_by_role("button", name="Søk", exact=True).click()
    expect(page.get_by_text("Ingen treff på S-2020-0174.")).to_be_visible()
    assert where(page) == "/saker/finn/"


TWO_LINES = """() => [...document.querySelectorAll(".al-frist b")].filter(
    (date) => date.getClientRects().length > 1 || date.getBoundingClientRect().height > 32
).map((date) => date.textContent)"""


def test_no_date_is_broken_at_any_width(enter: Enter) -> None:
    page = enter()
    page.goto("/arbeidsliste/")
    assert page.locator(".al-frist b").count() > 0
    for width in (1280, 1024, 1001, 1000, 768, 641, 360, 320):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate(TWO_LINES) == [], width
    # As narrow as a tablet, the sheet of paper still has its table.
    page.goto("/arbeidsliste/utskrift/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 800, "height": 900})
    assert page.locator(".al-rad").first.evaluate("r => getComputedStyle(r).display") == "table-row"


@pytest.mark.krav("TR-A4")
def test_paper_has_no_names(enter: Enter) -> None:
    page = enter()
    page.goto("/arbeidsliste/")
    expect(page.get_by_text(NAME).first).to_be_visible()
    page.emulate_media(media="print")
    for shown in page.get_by_text(NAME).all():
        expect(shown).to_be_hidden()
    expect(page.locator("tbody .al-nr").first).to_be_visible()
    expect(page.locator(".al-filter")).to_be_hidden()
    page.emulate_media(media="screen")
    page.get_by_role("link", name="Skriv ut").click()
    expect(page.get_by_text("Utskriften har saksnummer, ikke navn.")).to_be_visible()
    assert NAME not in page.content()
    page.get_by_role("link", name="Med navn").click()
    page.emulate_media(media="print")
    expect(page.get_by_text(NAME).first).to_be_visible()


@pytest.mark.parametrize(
    "address",
    [
        "/arbeidsliste/?frem=12m&venter=rhf&tull=1",
        "/arbeidsliste/utskrift/",
        "/saker/?avsluttet=ja",
    ],
)
def test_every_page_is_accessible(enter: Enter, address: str) -> None:
    page = enter()
    response = page.goto(address)
    assert response is not None
    assert response.ok
    look_everywhere(page, LOOKS)


def test_the_pages_about_numbers_are_accessible(enter: Enter) -> None:
    page = enter()
    page.goto("/saker/")
    field = "Saksnummer eller fødselsnummer"
    page.get_by_label(field, exact=True).fill("S-2020-0174")
    page.get_by_role("button", name="Søk", exact=True).click()
    look_everywhere(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto("/saker/eksport/")
    page.locator("main").get_by_role("button", name="Last ned").click()
    expect(page.get_by_text("1 svar mangler")).to_be_visible()
    look_everywhere(page)
