"""Scripts, markup and formulas that somebody has saved, opened by others in a real browser.

Nothing runs, nothing becomes an element, and no page asks the browser to do what its policy
forbids. The same server holds the pages of emergency access. Source: trust table X4, A8, U1.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.fane import SESSION, Tabs
from tests.journeys.test_axe import SCROLLS, look_everywhere, violations
from tests.journeys.tjener import running

pytestmark = pytest.mark.slow

type World = dict[str, str]
type Enter = Callable[..., Page]

WATCH = """() => {
  window.angrep = () => { window.traff = true; };
  addEventListener("securitypolicyviolation", (e) => {
    (window.brudd ??= []).push(e.violatedDirective + " " + e.sample + " " + e.sourceFile);
  });
}"""
FOUND = """() => ({
  traff: window.traff ?? false,
  brudd: window.brudd ?? [],
  elementer: document.querySelectorAll(
    "x-angrep, main iframe, main script, main style, base, [onerror], [onload],"
    + " meta[http-equiv], a[href^='javascript:' i], [hx-trigger='load'], main math").length,
  tekst: document.body.innerText + [...document.querySelectorAll("input, textarea")]
    .map(e => e.value).join(" "),
})"""
CLEAN = {"traff": False, "brudd": [], "elementer": 0}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    """The address and what stands behind it. One server for the whole file."""
    with running("angrepstjener", tmp_path_factory.mktemp("angrep")) as (address, told):
        yield {**told, "adresse": address}


@pytest.fixture(scope="module")
def tabs(browser: Browser, world: World) -> Iterator[Tabs]:
    with closing(Tabs(browser, world["adresse"], f"({WATCH})()")) as tabs:
        yield tabs


@pytest.fixture
def enter(tabs: Tabs, world: World) -> Iterator[Enter]:
    """A page of somebody who is logged in, which fails at any dialog."""
    with tabs.lending() as lend:

        def make(who: str, *, width: int = 1280, script: bool = True) -> Page:
            return lend({SESSION: world[who]}, width=width, script=script)

        yield make


def addresses(world: World) -> list[tuple[str, str]]:
    """Who opens what: every page on which the saved texts stand."""
    case = f"/saker/{world['sak']}/"
    return [
        *(("nk", one) for one in (
            "/arbeidsliste/", "/arbeidsliste/utskrift/?navn=ja", "/saker/", case,
            f"{case}utskrift/", f"{case}lesninger/", f"{case}hendelser/1/rett/",
            f"{case}hendelser/5/feilfoert/", "/virksomheter/", "/virksomheter/ANGREP-HF/",
            f"/noedtilgang/etterkontroll/{world['noedtilgang']}/", "/noedtilgang/etterkontroll/",
        )),
        ("lege", case),
        ("vakt", case),
        ("drift", "/brukere/"),
    ]  # fmt: skip


@pytest.mark.krav("TR-X4")
def test_saved_scripts_are_only_text_to_those_who_open_them(enter: Enter, world: World) -> None:
    pages: dict[str, Page] = {}
    shown = 0
    for who, address in addresses(world):
        if who not in pages:
            pages[who] = enter(who)
        page = pages[who]
        answer = page.goto(address, wait_until="domcontentloaded")
        assert answer is not None and answer.ok, address
        found: dict[str, Any] = page.evaluate(FOUND)
        shown += "x-angrep" in found.pop("tekst")
        assert found == CLEAN, (who, address, found)
    assert shown == len(addresses(world)), "somewhere the texts did not stand, and proved nothing"


@pytest.mark.krav("TR-X4")
def test_a_page_that_let_one_through_would_be_found(enter: Enter) -> None:
    page = enter("nk")
    page.goto("/om/")
    page.evaluate(
        "() => { document.querySelector('main').innerHTML += "
        "'<x-angrep></x-angrep><img src=x onerror=angrep()>'; }"
    )
    page.wait_for_function("() => window.brudd")
    found = page.evaluate(FOUND)
    assert found["elementer"] == 2
    assert found["brudd"], "the policy stops it, and says so"


@pytest.mark.krav("TR-A8", "TR-A7", "TR-U1")
def test_a_doctor_on_call_opens_a_case_without_scripts_on_a_phone(
    enter: Enter, world: World
) -> None:
    page = enter("ubekreftet", width=360, script=False)
    page.goto("/saker/")
    page.locator("summary", has_text="Meny").click()
    search = page.locator("input[name=q]:visible").first
    search.fill(world["annen"])
    search.press("Enter")
    page.get_by_role("button", name="Åpne nødtilgang").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bekreft at det er deg")


@pytest.mark.krav("TR-A8", "TR-U1")
def test_emergency_access_from_search_to_banner(enter: Enter, world: World) -> None:
    page = enter("lege2")
    page.goto("/saker/")
    search = page.locator("input[name=q]:visible").first
    search.fill(world["annen"])
    search.press("Enter")
    page.get_by_role("button", name="Åpne nødtilgang").click()
    expect(page.get_by_label("Saksnummer", exact=True)).to_have_value(world["annen"])
    page.get_by_role("button", name="Åpne saken").click()
    expect(page.get_by_role("alert")).to_be_focused()
    look_everywhere(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.get_by_label("Rømming eller unndragelse").check()
    page.get_by_label("Hvorfor må du se saken nå?").fill("Pasienten er rømt fra avdelingen i natt.")
    page.get_by_role("button", name="Åpne saken").click()
    expect(page.locator("#noed-banner")).to_contain_text("igjen")
    page.set_viewport_size({"width": 360, "height": 900})
    assert violations(page) == []
    assert not page.evaluate(SCROLLS)
    reviewer = enter("nk")
    reviewer.goto("/arbeidsliste/")
    reviewer.get_by_role("link", name="Kontroller", exact=True).click()
    look_everywhere(reviewer)
    reviewer.set_viewport_size({"width": 1280, "height": 900})
    reviewer.get_by_role("link", name=world["annen"]).click()
    reviewer.get_by_label("Grunnen holdt", exact=True).check()
    look_everywhere(reviewer)
    reviewer.set_viewport_size({"width": 1280, "height": 900})
    reviewer.get_by_role("button", name="Lagre kontrollen").click()
    expect(reviewer.get_by_role("status").first).to_contain_text("Kontrollen er lagret.")
