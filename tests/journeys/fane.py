"""Tabs: one way of opening them for all the journeys, patient whatever else the machine has to do.

A tab that has read one page reads the next at half the work, so each is lent to one test after
another, and cleaned in between.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import NamedTuple

from playwright.sync_api import Browser, BrowserContext, Dialog, Page

SESSION = "samvern_oekt"
PATIENCE = 120_000
"""Milliseconds a page may take. Not a claim about speed: a machine that runs all the tests at once,
beside others that do the same, has been seen to stand still for half a minute.
"""
EMPTY = "about:blank"
Lend = Callable[..., Page]


def context_of(
    browser: Browser,
    address: str,
    *,
    cookies: Mapping[str, str] | None = None,
    width: int = 1280,
    script: bool = True,
) -> BrowserContext:
    """A browser that nobody else uses, `width` pixels wide, with the cookies, for one address."""
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": 900},
        java_script_enabled=script,
        reduced_motion="reduce",
    )
    context.set_default_timeout(PATIENCE)
    put(context, address, cookies or {})
    return context


def put(context: BrowserContext, address: str, cookies: Mapping[str, str]) -> None:
    """Give a browser these cookies for one address."""
    for name, value in cookies.items():
        context.add_cookies([{"name": name, "value": value, "url": address}])


class Tab(NamedTuple):
    """A tab in a browser of its own, and what has gone wrong in it."""

    page: Page
    faults: list[str]


def answer(dialog: Dialog, faults: list[str]) -> None:
    """Leave a page that asks whether to; nothing else may ask."""
    if dialog.type == "beforeunload":
        dialog.accept()
    else:
        faults.append(f"a dialog: {dialog.message}")
        dialog.dismiss()


def clean(tab: Tab) -> None:
    """Nothing is left of the test before: no cookie, other tab, emulation, nor a page that may
    still send something.
    """
    page = tab.page
    page.context.set_offline(False)
    for other in page.context.pages:
        if other is not page:
            other.close()
    page.goto(EMPTY)
    page.mouse.move(0, 0)
    page.emulate_media(media="null", color_scheme="null", forced_colors="null")
    page.context.clear_cookies()


class Tabs:
    """Tabs for one server, lent to one test at a time."""

    def __init__(self, browser: Browser, address: str, at_start: str = "") -> None:
        """`at_start` is a script that runs before those of every page."""
        self.address = address
        self._browser = browser
        self._at_start = at_start
        self._free: dict[bool, list[Tab]] = {True: [], False: []}

    def _made(self, *, script: bool) -> Tab:
        context = context_of(self._browser, self.address, script=script)
        if self._at_start:
            context.add_init_script(self._at_start)
        tab = Tab(context.new_page(), [])
        tab.page.on("pageerror", lambda error: tab.faults.append(str(error)))
        tab.page.on("dialog", lambda dialog: answer(dialog, tab.faults))
        return tab

    @contextmanager
    def lending(self) -> Iterator[Lend]:
        """Lends tabs until the end of one test: each call another tab, as for another person, with
        the cookies given, `width` pixels wide. Fails if something went wrong in one of them.
        """
        lent: list[tuple[bool, Tab]] = []

        def lend(
            cookies: Mapping[str, str] | None = None, *, width: int = 1280, script: bool = True
        ) -> Page:
            tab = self._free[script].pop() if self._free[script] else self._made(script=script)
            lent.append((script, tab))
            put(tab.page.context, self.address, cookies or {})
            tab.page.set_viewport_size({"width": width, "height": 900})
            return tab.page

        faults: list[str] = []
        try:
            yield lend
        finally:
            for script, tab in lent:
                clean(tab)
                faults += tab.faults
                tab.faults.clear()
                self._free[script].append(tab)
        assert not faults, faults

    def close(self) -> None:
        """Close every tab that is not lent."""
        for tab in (*self._free[True], *self._free[False]):
            tab.page.context.close()
