"""The frame in a real browser: choices, keys, skip link, print; with and without scripts."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.fane import Lend


def test_colour_scheme_changes_without_reload(new_tab: Lend) -> None:
    page = new_tab()
    page.goto("/om/")
    page.evaluate("() => { window.stillHere = true; }")
    page.get_by_role("button", name="Mørk").click()
    expect(page.locator("html")).to_have_attribute("data-color-scheme", "dark")
    expect(page.get_by_role("button", name="Mørk")).to_have_attribute("aria-pressed", "true")
    assert page.evaluate("() => window.stillHere")
    page.goto("/hjelp/")
    expect(page.locator("html")).to_have_attribute("data-color-scheme", "dark")
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert max(int(part) for part in re.findall(r"\d+", ground)[:3]) < 60


def test_choices_work_without_scripts(new_tab: Lend) -> None:
    page = new_tab(script=False)
    page.goto("/hjelp/")
    page.get_by_role("button", name="Mørk").click()
    expect(page).to_have_url(re.compile(r"/hjelp/$"))
    expect(page.locator("html")).to_have_attribute("data-color-scheme", "dark")
    page.get_by_role("button", name="Nynorsk").click()
    expect(page).to_have_url(re.compile(r"/hjelp/$"))
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    expect(page.get_by_role("heading", name="Les datoen rett")).to_be_visible()
    page.get_by_role("button", name="Bokmål").click()
    expect(page.locator("html")).to_have_attribute("lang", "nb")


def test_skip_link_is_first_and_leads_to_the_content(new_tab: Lend) -> None:
    page = new_tab()
    page.goto("/om/")
    page.keyboard.press("Tab")
    link = page.get_by_role("link", name="Hopp til innholdet")
    expect(link).to_be_focused()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_the_phone_menu_opens_by_key_and_closes_with_escape(new_tab: Lend) -> None:
    page = new_tab(width=360)
    page.goto("/")
    menu = page.locator("summary", has_text="Meny")
    menu.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".sv-mobilmeny nav")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.locator(".sv-mobilmeny nav")).to_be_hidden()
    expect(menu).to_be_focused()


def test_the_help_key_opens_the_overview_unless_turned_off(new_tab: Lend) -> None:
    page = new_tab()
    page.goto("/om/")
    page.keyboard.press("?")
    expect(page).to_have_url(re.compile(r"/hurtigtaster/$"))
    page.get_by_role("button", name="Slå av").click()
    expect(page.get_by_role("button", name="Slå på")).to_be_visible()
    page.goto("/om/")
    page.keyboard.press("?")
    page.wait_for_timeout(200)
    expect(page).to_have_url(re.compile(r"/om/$"))


@pytest.mark.parametrize("width", [1280, 360])
def test_targets_are_large_enough(new_tab: Lend, width: int) -> None:
    page = new_tab(width=width)
    page.goto("/")
    smallest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll(
          ".sv-hovedmeny a, .sv-mobilmeny > summary, .sv-bunn a, .sv-bunn button, .sv-merke")]
          .filter(e => e.offsetHeight).map(e => e.getBoundingClientRect().height))"""
    )
    assert smallest >= (44 if width == 360 else 30)


def test_print_leaves_out_what_paper_cannot_use(new_tab: Lend) -> None:
    page = new_tab()
    page.emulate_media(color_scheme="dark")
    page.goto("/hjelp/")
    page.emulate_media(media="print")
    for hidden in (".sv-hovedmeny", ".sv-sidemeny", ".sv-bunn form"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".sv-status").first).to_be_visible()
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == (
        "rgb(255, 255, 255)"
    )


def test_forced_colours_keep_borders(new_tab: Lend) -> None:
    page = new_tab()
    page.emulate_media(forced_colors="active")
    page.goto("/")
    width = page.locator(".sv-flate").first.evaluate("e => getComputedStyle(e).borderTopWidth")
    assert width == "1px"
