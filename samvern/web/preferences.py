"""The reader's own choices: written form of Norwegian and colour scheme.

Both live in cookies that hold one word from a closed list, are set through a form that works
without JavaScript, and are read on the server, so that the page is right from its first byte.
"""

from dataclasses import dataclass
from typing import Literal

from django.http import HttpRequest

from samvern.law.text import Maalform

Fargevalg = Literal["auto", "lys", "moerk"]

LANGUAGE_COOKIE = "maalform"
COLOUR_COOKIE = "fargevalg"
MAALFORMER: tuple[Maalform, ...] = ("nb", "nn")
FARGEVALG: tuple[Fargevalg, ...] = ("auto", "lys", "moerk")
COLOUR_SCHEME: dict[Fargevalg, str] = {"auto": "auto", "lys": "light", "moerk": "dark"}
COOKIE_AGE = 365 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices that hold for one request."""

    maalform: Maalform = "nb"
    fargevalg: Fargevalg = "auto"

    @property
    def colour_scheme(self) -> str:
        """Value for `data-color-scheme`: auto, light or dark."""
        return COLOUR_SCHEME[self.fargevalg]


def read(request: HttpRequest) -> Preferences:
    """Choices from the cookies; anything outside the lists counts as not chosen."""
    language = request.COOKIES.get(LANGUAGE_COOKIE, "")
    colour = request.COOKIES.get(COLOUR_COOKIE, "")
    return Preferences(
        language if language in MAALFORMER else "nb",
        colour if colour in FARGEVALG else "auto",
    )


def of(request: HttpRequest) -> Preferences:
    """The choices the middleware has read for this request (defaults when it has not run)."""
    found = getattr(request, "preferences", None)
    return found if isinstance(found, Preferences) else Preferences()
