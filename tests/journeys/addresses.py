"""Every page anyone can open without logging in: found by walking the urls, so new ones join."""

from collections.abc import Iterator, Sequence

from django.urls import URLPattern, URLResolver, get_resolver

from samvern.web.innlogging.krev import MARK

# Not pages: machine answers, and addresses that only take POST.
NOT_PAGES = (
    "helse",
    "innstillinger/",
    "api/",
    # Steps that only follow the one before; they have a journey of their own.
    "logg-inn/kode/",
    "logg-inn/nytt-passord/",
    "logg-inn/ny-kodeapp/",
    "logg-ut/",
    "velg-person/",
)
# Pages with parameters, one address for each kind of page.
EXTRA_PAGES: tuple[str, ...] = (
    "/regelverk/F-12/",
    "/regelverk/F-80/",
    "/regelverk/F-81/",
    "/regelverk/IV-2/",
    "/regelverk/?q=finnesikke",
    "/regelverk/kilder/strl/",
    "/regelverk/kilder/strl/65/4/p3/?dato=1.1.2017",
    "/regelverk/kilder/phvl/5-6c/3/?dato=31.11.2020",
    "/regelverk/kilder/fvl2025/63/1/",
    "/regelverk/kilder/?q=5-4",
    "/regelverk/kalender/?aar=1989",
)


def _walk(patterns: Sequence[URLPattern | URLResolver], prefix: str) -> Iterator[str]:
    for pattern in patterns:
        part = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, part)
        elif "<" not in part and not getattr(pattern.callback, MARK, False):
            yield part


def pages() -> list[str]:
    """Addresses of all pages, each starting with a slash."""
    found = [
        f"/{address}"
        for address in _walk(get_resolver("samvern.web.urls").url_patterns, "")
        if not address.startswith(NOT_PAGES)
    ]
    return [*found, *EXTRA_PAGES]
