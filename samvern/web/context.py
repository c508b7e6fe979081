"""What every page needs for its frame: menu, footer, preferences, rule-set version."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from samvern.law.rule import REGELSETT
from samvern.web import preferences


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One choice in the menu or the footer."""

    text: Promise
    address: str
    active: bool
    shortcut: bool = False


MENU = (
    ("fristberegner", gettext_lazy("Fristberegner")),
    ("regelverk", gettext_lazy("Regelverk")),
    ("ordliste", gettext_lazy("Ordliste")),
    ("hjelp", gettext_lazy("Hjelp")),
)
FOOTER = (
    ("om", gettext_lazy("Om Samvern")),
    ("tilgjengelighet", gettext_lazy("Tilgjengelighet")),
    ("personvern", gettext_lazy("Personvern")),
    ("hurtigtaster", gettext_lazy("Hurtigtaster")),
)


def _items(names: tuple[tuple[str, Promise], ...], path: str) -> list[MenuItem]:
    items = []
    for name, text in names:
        address = reverse(name)
        items.append(MenuItem(text, address, path.startswith(address), name == "hurtigtaster"))
    return items


def frame(request: HttpRequest) -> dict[str, object]:
    """Context for `samvern/side.html`."""
    chosen = preferences.of(request)
    return {
        "preferences": chosen,
        "maalform": chosen.maalform,
        "regelsett": REGELSETT,
        "menu": _items(MENU, request.path),
        "footer": _items(FOOTER, request.path),
        "this_page": request.get_full_path() if request.method == "GET" else request.path,
    }
