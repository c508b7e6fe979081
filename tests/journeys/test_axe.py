"""Every page in a real browser: no axe violation, no sideways scroll, and no need for scripts."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.test import override_settings
from playwright.sync_api import ConsoleMessage, Error, Page

from tests.journeys.addresses import pages
from tests.journeys.conftest import AXE
from tests.journeys.fane import Lend

ALL_RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
COLOUR_RULES = ("color-contrast", "link-in-text-block")
"""The only rules whose answer depends on the colours: the others see the same page in the dark."""
# Width, scheme, and whether every rule is asked. Both layouts are judged by every rule and both
# schemes at full width by their colours; at 320 px the layout is that of 360, only narrower.
LOOKS = ((1280, "light", True), (360, "dark", True), (1280, "dark", False))
ON_THE_WAY = LOOKS[:2]
"""On the way through a journey, and of pages like one that has had all the looks: full width in the
dark is looked at where the page is what the test is about.
"""
NARROWEST = 320
SCRIPTED = (
    "/",
    "/hjelp/",
    "/fristberegner/",
    "/logg-inn/",
    "/ordliste/",
    "/regelverk/",
    "/regelverk/F-12/",
    "/regelverk/kilder/",
    "/regelverk/kilder/strl/",
    "/regelverk/kalender/",
    "/regelverk/endringer/",
)
"""One page of each kind: it has all the looks, and is looked at by a browser without scripts; what
every page says without them is read by tests/web/test_pages.py.
"""
# The CSP stops injected script tags, so axe is evaluated by the browser's debugger instead.
HAS_AXE = "() => typeof axe !== 'undefined'"
RUN_AXE = """async only => (await axe.run(document, {
  runOnly: only, resultTypes: ["violations"], preload: false,
})).violations.map(v => [v.id, v.nodes.map(n => n.target.join(" ") + ": " + n.failureSummary)])"""
OVERFLOW = """() => [...document.querySelectorAll("body *")]
  .filter(e => e.getBoundingClientRect().right > innerWidth + 0.5 && !e.closest(".sv-rulle"))
  .map(e => e.tagName + "." + e.className)"""
SCROLLS = "() => document.documentElement.scrollWidth > innerWidth"


def violations(page: Page, *, everything: bool = True) -> list[Any]:
    """What axe finds by all its rules, or only by those about colours."""
    if not page.evaluate(HAS_AXE):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    tags = {"type": "tag", "values": ALL_RULES}
    found = page.evaluate(RUN_AXE, tags if everything else {"type": "rule", "values": COLOUR_RULES})
    assert isinstance(found, list)
    return found


def look_everywhere(page: Page, looks: Sequence[tuple[int, str, bool]] = ON_THE_WAY) -> None:
    """Fail on a violation or sideways scroll at any width, light or dark."""
    for width, scheme, everything in looks:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 900})
        assert violations(page, everything=everything) == [], (page.url, width, scheme)
        no_sideways_scroll(page, width)
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    no_sideways_scroll(page, NARROWEST)


def no_sideways_scroll(page: Page, width: int) -> None:
    assert not page.evaluate(SCROLLS), (page.url, width, page.evaluate(OVERFLOW))


@pytest.mark.parametrize("address", pages())
def test_no_axe_violation_and_no_overflow(reader: Page, address: str) -> None:
    complaints: list[str] = []

    def hear(told: Error | ConsoleMessage) -> None:
        complaints.append(str(told))

    reader.on("console", hear)
    reader.on("pageerror", hear)
    try:
        response = reader.goto(address)
        assert response is not None
        assert response.ok
        assert complaints == []
        look_everywhere(reader, LOOKS if address in SCRIPTED else ON_THE_WAY)
    finally:
        reader.remove_listener("console", hear)
        reader.remove_listener("pageerror", hear)


def test_axe_finds_planted_faults(new_tab: Lend) -> None:
    page = new_tab()
    page.goto("/om/")
    page.evaluate("() => document.querySelector('main').append(document.createElement('button'))")
    assert [name for name, _ in violations(page)] == ["button-name"]
    page.evaluate("() => { document.querySelector('main p').style.color = '#bbb'; }")
    page.evaluate("() => { document.querySelector('main button').remove(); }")
    assert [name for name, _ in violations(page, everything=False)] == ["color-contrast"]


@pytest.mark.parametrize("address", SCRIPTED)
def test_works_without_scripts_in_nynorsk(reader_without_scripts: Page, address: str) -> None:
    page = reader_without_scripts
    page.goto(address)
    assert page.locator("h1").is_visible()
    assert page.locator("html").get_attribute("lang") == "nn"
    page.locator("summary", has_text="Meny").click()
    assert page.locator(".sv-mobilmeny nav a", has_text="Hjelp").is_visible()


def test_not_found_page(new_tab: Lend) -> None:
    page = new_tab()
    page.goto("/finnes-ikke")
    assert page.locator("h1").inner_text() == "Vi finner ikke siden"
    look_everywhere(page)


@override_settings(ROOT_URLCONF="tests.journeys.urls")
def test_the_component_gallery(new_tab: Lend) -> None:
    page = new_tab()
    page.goto("/komponenter/")
    look_everywhere(page, LOOKS)
