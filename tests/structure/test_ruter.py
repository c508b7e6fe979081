"""Every address has a rule: it is open to all by name here, or wrapped so that it is not.

A page added without either fails this test, and so the build (trust table A1).
"""

from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, path

from samvern.web.innlogging.krev import MARK, krever_innlogging

OPEN = frozenset(
    {
        # Pages for everyone: no person, no case, nothing stored.
        "forside", "ordliste", "hjelp", "om", "tilgjengelighet", "personvern", "hurtigtaster",
        "velg_maalform", "velg_farge", "velg_hurtigtaster", "helse",
        # On the way in and out; the steps look at the log-in that is half done themselves.
        "logg_inn", "logg_inn_kode", "nytt_passord", "ny_kodeapp", "logg_ut", "logget_ut",
        "velg_person",
        # What the API is, and the answer for what is not there.
        "api", "api_openapi", "api_ingenting",
    }
)  # fmt: skip
OPEN_MODULES = ("samvern.web.fristberegner.", "samvern.web.regelverk.")
"""The calculator and the rules: law and dates, no persons (ADR 4)."""


def routes(
    patterns: Sequence[URLPattern | URLResolver], prefix: str = ""
) -> Iterator[tuple[str, URLPattern]]:
    for one in patterns:
        address = prefix + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, address)
        else:
            yield address, one


def has_rule(route: URLPattern) -> bool:
    view: Any = route.callback
    if route.name in OPEN or str(view.__module__).startswith(OPEN_MODULES):
        return True
    return getattr(view, MARK, False) is True or asks_for_token(view)


def asks_for_token(view: Any) -> bool:
    """An address of the API where every operation has its own check of who asks."""
    operations = getattr(getattr(view, "__self__", None), "operations", [])
    return bool(operations) and all(one.auth_callbacks for one in operations)


@pytest.mark.krav("TR-A1")
def test_every_route_has_a_rule() -> None:
    found = dict(routes(get_resolver("samvern.web.urls").url_patterns))
    assert len(found) > 30
    assert [address for address, route in found.items() if not has_rule(route)] == []


def test_no_name_is_open_that_is_not_in_use() -> None:
    names = {route.name for _, route in routes(get_resolver("samvern.web.urls").url_patterns)}
    assert OPEN - names == set()


def test_a_page_without_a_rule_is_found() -> None:
    def page(request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    assert not has_rule(path("x/", page, name="ny_side"))
    assert has_rule(path("x/", krever_innlogging(page), name="ny_side"))
    assert has_rule(path("x/", page, name="hjelp"))
