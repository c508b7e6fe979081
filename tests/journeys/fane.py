"""Opening tabs: one way for all the journeys, patient whatever else the machine has to do."""

from collections.abc import Mapping

from playwright.sync_api import Browser, BrowserContext

SESSION = "samvern_oekt"
PATIENCE = 120_000
"""Milliseconds a page may take. Not a claim about speed: a machine that runs all the tests at once,
beside others that do the same, has been seen to stand still for half a minute.
"""


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
    for name, value in (cookies or {}).items():
        context.add_cookies([{"name": name, "value": value, "url": address}])
    return context
