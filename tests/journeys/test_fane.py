"""What the journeys rest on: a lent tab tells of what went wrong in it, and is as new when lent."""

import pytest

from tests.journeys.fane import Tabs

LOOKS = """() => [
  innerWidth, matchMedia("print").matches, matchMedia("(prefers-color-scheme: dark)").matches,
]"""


def go_wrong(tabs: Tabs) -> None:
    with tabs.lending() as lend:
        page = lend()
        page.goto("/om/")
        with page.expect_event("pageerror"):
            page.evaluate("() => { setTimeout(() => { throw new Error('planted fault'); }); }")
        page.evaluate("() => alert('planted question')")


def test_a_fault_in_a_page_and_an_unexpected_question_fail_the_test(tabs_here: Tabs) -> None:
    with pytest.raises(AssertionError, match=r"planted fault.*planted question"):
        go_wrong(tabs_here)


def test_a_lent_tab_remembers_nothing(tabs_here: Tabs) -> None:
    with tabs_here.lending() as lend:
        page = lend({"maalform": "nn"}, width=360)
        page.goto("/om/")
        assert page.locator("html").get_attribute("lang") == "nn"
        page.emulate_media(media="print", color_scheme="dark")
        page.context.new_page()
        page.context.set_offline(True)
    with tabs_here.lending() as lend:
        assert lend() is page
        assert page.context.cookies() == []
        assert page.context.pages == [page]
        page.goto("/om/")
        assert page.locator("html").get_attribute("lang") == "nb"
        assert page.evaluate(LOOKS) == [1280, False, False]


def test_two_people_have_a_tab_each(tabs_here: Tabs) -> None:
    with tabs_here.lending() as lend:
        one, other = lend({"maalform": "nn"}), lend()
        assert one.context is not other.context
        assert other.context.cookies() == []
