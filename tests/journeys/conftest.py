"""A real Chromium against a real server, with the design pages added to the product's own."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.journeys.fane import context_of
from tools import chromium

# A machine that runs all the tests at once may need its time.
expect.set_options(timeout=60_000)
AXE = Path(__file__).resolve().parent.parent / "vendor" / "axe.min.js"
NewContext = Callable[..., BrowserContext]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One browser for the whole run.

    The test tool keeps an event loop in this thread; Django then refuses database work, although
    nothing here runs at the same time. The switch says that we know.
    """
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        found = playwright.chromium.launch(executable_path=chromium.find(), args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def new_context(browser: Browser, live_server: LiveServer) -> Iterator[NewContext]:
    """Makes contexts (width, JavaScript, language) and closes them after the test."""
    made: list[BrowserContext] = []

    def make(*, width: int = 1280, script: bool = True, maalform: str = "nb") -> BrowserContext:
        context = context_of(
            browser, live_server.url, cookies={"maalform": maalform}, width=width, script=script
        )
        made.append(context)
        return context

    yield make
    for context in made:
        context.close()


@pytest.fixture(scope="session")
def reader(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """One tab, opened once, for tests that only look at pages and leave nothing behind."""
    context = context_of(browser, live_server.url)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def reader_without_scripts(browser: Browser, live_server: LiveServer) -> Iterator[Page]:
    """The same without scripts, on a phone in nynorsk."""
    given = {"maalform": "nn"}
    context = context_of(browser, live_server.url, cookies=given, width=360, script=False)
    yield context.new_page()
    context.close()
