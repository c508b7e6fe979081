"""A real Chromium against a real server, with the design pages added to the product's own."""

import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.journeys.fane import PATIENCE, Lend, Tabs, context_of
from tools import chromium

# A machine that runs all the tests at once may need its time.
expect.set_options(timeout=60_000)
AXE = Path(__file__).resolve().parent.parent / "vendor" / "axe.min.js"


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


@pytest.fixture(scope="module")
def tabs(browser: Browser, server: Any) -> Iterator[Tabs]:
    """Tabs for the server that the module has started."""
    with closing(Tabs(browser, server.address)) as tabs:
        yield tabs


@pytest.fixture(scope="session")
def address_here(live_server: LiveServer) -> Iterator[str]:
    """Where the server in this process answers. When the tabs are closed, its threads close what
    they have open, and that must be over before the database is taken from them.
    """
    yield live_server.url
    for thread in threading.enumerate():
        if "process_request_thread" in thread.name:
            thread.join(PATIENCE / 1000)


@pytest.fixture(scope="session")
def tabs_here(browser: Browser, address_here: str) -> Iterator[Tabs]:
    with closing(Tabs(browser, address_here)) as tabs:
        yield tabs


@pytest.fixture
def new_tab(tabs_here: Tabs) -> Iterator[Lend]:
    """Lends tabs of the width given, with or without scripts, to one test."""
    with tabs_here.lending() as lend:
        yield lend


@pytest.fixture(scope="session")
def reader(browser: Browser, address_here: str) -> Iterator[Page]:
    """One tab, opened once, for tests that only look at pages and leave nothing behind."""
    context = context_of(browser, address_here)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="session")
def reader_without_scripts(browser: Browser, address_here: str) -> Iterator[Page]:
    """The same without scripts, on a phone in nynorsk."""
    given = {"maalform": "nn"}
    context = context_of(browser, address_here, cookies=given, width=360, script=False)
    yield context.new_page()
    context.close()
