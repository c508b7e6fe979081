"""What every page needs for its frame: menu, footer, preferences, who is logged in, the demo."""

import os
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from samvern.apps.apinoekler import public as apinoekler
from samvern.apps.brukere.public import STILLING
from samvern.engine import clock
from samvern.engine.roller import Rolle
from samvern.law.rule import REGELSETT
from samvern.law.text import Text
from samvern.web import preferences
from samvern.web.innlogging import oekt


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
TEXTS: Final[dict[str, Promise]] = {
    "arbeidsliste": gettext_lazy("Arbeidsliste"),
    "register": gettext_lazy("Register"),
    "ny_sak": gettext_lazy("Ny sak"),
    "noedtilganger": gettext_lazy("Nødtilgang"),
    "virksomheter": gettext_lazy("Virksomheter"),
    "brukere": gettext_lazy("Brukere"),
    **dict(MENU),
}
_PARTY: Final = ("arbeidsliste", "register", "fristberegner", "regelverk")
ROLE_MENUS: Final[dict[Rolle, tuple[str, ...]]] = {
    Rolle.NK: ("arbeidsliste", "register", "ny_sak", "fristberegner", "virksomheter"),
    Rolle.NK_LEDER: ("arbeidsliste", "register", "fristberegner", "virksomheter", "brukere"),
    Rolle.FORSKER: ("fristberegner", "regelverk", "ordliste"),
    Rolle.REVISOR: ("fristberegner", "regelverk", "ordliste"),
    Rolle.SYSTEMDRIFT: ("brukere", "virksomheter"),
}
"""What the main menu holds; the roles that are not here are parties in cases. No role is shown the
way to a page that has nothing for it."""

MORE: Final[dict[Rolle, tuple[str, ...]]] = {
    Rolle.NK: ("noedtilganger",),
    Rolle.NK_LEDER: ("noedtilganger",),
}
"""What stands in the user's own menu before the rest; the main menu has room for no more."""

CASE_SEARCH: Final = ("finn_sak", "register")
"""Where the search field sends its word, by POST: a number must not stand in an address."""

_UNIT: Final = (Rolle.NK, Rolle.NK_LEDER)
_SHORT_NK: Final = Text("NK", "NK")
_ON_THE_WAY_IN: Final = ("/logg", "/velg-person")

FOOTER = (
    ("om", gettext_lazy("Om Samvern")),
    ("tilgjengelighet", gettext_lazy("Tilgjengelighet")),
    ("personvern", gettext_lazy("Personvern")),
    ("hurtigtaster", gettext_lazy("Hurtigtaster")),
)


def _items(texts: tuple[tuple[str, Promise], ...], path: str) -> list[MenuItem]:
    """The choices whose pages are installed. The longest matching address is the active one."""
    found = [(name, text, _address(name)) for name, text in texts]
    items = [(name, text, address) for name, text, address in found if address]
    here = max((a for _, _, a in items if path.startswith(a)), key=len, default="")
    return [
        MenuItem(text, address, address == here, name == "hurtigtaster")
        for name, text, address in items
    ]


def _address(name: str) -> str:
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def frame(request: HttpRequest) -> dict[str, object]:
    """Context for `samvern/side.html`."""
    chosen = preferences.of(request)
    state = oekt.of(request)
    viewer = state.viewer
    names = ROLE_MENUS.get(viewer.rolle, _PARTY) if viewer else ()
    menu = tuple((name, TEXTS[name]) for name in names) if viewer else MENU
    more = MORE.get(viewer.rolle, ()) if viewer else ()
    rest = tuple((name, TEXTS[name]) for name in more)
    rest += tuple(one for one in MENU if one[0] not in names) if viewer else ()
    search = next((found for name in CASE_SEARCH if (found := _address(name))), "")
    return {
        "preferences": chosen,
        "maalform": chosen.maalform,
        "regelsett": REGELSETT,
        "menu": _items(menu, request.path),
        "mer": _items(rest, request.path),
        "footer": _items(FOOTER, request.path),
        "this_page": request.get_full_path() if request.method == "GET" else request.path,
        "innlogget": state.innlogget,
        "viewer": viewer,
        "ingenting_lagres": not (state.innlogget or request.path.startswith(_ON_THE_WAY_IN)),
        **_who(state),
        "saksoek": search if viewer and "register" in names else "",
        "demo": settings.DEMO,
        "demoklokke": _set_clock(),
        "logg_inn_adresse": reverse("velg_person" if settings.DEMO else "logg_inn"),
    }


def _who(state: oekt.Tilstand) -> dict[str, object]:
    """Who is logged in, as the top of the page says it: the position, and where.

    The unit is called what everybody calls it. A position that the organisation's name says
    already («Statsforvalter, Statsforvalteren i …») is left out, so that the place can be read.
    """
    viewer, where = state.viewer, state.innlogget.virksomhet if state.innlogget else None
    position = STILLING[viewer.rolle] if viewer else None
    said_twice = position and where and where.nb.lower().startswith(position.nb.lower())
    return {
        "stilling": position,
        "stilling_foerst": None if said_twice else position,
        "hvor": _SHORT_NK if viewer and viewer.rolle in _UNIT else where,
        "kan_ha_noekkel": viewer is not None and apinoekler.may_have(viewer),
    }


def _set_clock() -> datetime | None:
    """The time it is said to be, when that is not the time it is."""
    return clock.now().astimezone(clock.OSLO) if os.environ.get(clock.VARIABLE) else None
