"""The filters of the two pages: read from an address or a saved set, and written back.

Addresses hold codes, ids and periods only. What is not a filter, or stands twice, is left out and
said on the page, since a list with fewer filters than its address is easily misread.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import ClassVar, Self
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict

from samvern.apps.utvalg import public as utvalg
from samvern.apps.utvalg.public import Side
from samvern.engine.avslag import Ugyldig
from samvern.web.arbeidsliste import valg

PAGE = "side"
LONGEST_PAGE_NUMBER = 6
"""Digits."""

_ANY_DAY = date(2026, 1, 1)
_KODER = {
    "domstype": valg.DOMSTYPER,
    "status": valg.STATUSER,
    "venter": valg.VENTER,
    "avsluttet": valg.AVSLUTTET,
    "mine": valg.MINE,
    "sorter": valg.SORTERING,
}


@dataclass(frozen=True, slots=True)
class Filter:
    """Chosen values by name; empty means not chosen. Subclasses say which there are."""

    SIDE: ClassVar[Side]
    BARE: ClassVar[str]
    """The address of a page where nothing is chosen. An empty one would open «mitt utvalg»."""

    @classmethod
    def known(cls, values: Mapping[str, str]) -> dict[str, str]:
        """Those of the values that are filters of the page and can be chosen."""
        forms = utvalg.FORMER[cls.SIDE]
        names = forms.keys() & {field.name for field in fields(cls)}
        return {
            name: value
            for name, value in values.items()
            if name in names and forms[name].fullmatch(value) and _exists(name, value)
        }

    @classmethod
    def of(cls, values: Mapping[str, str]) -> Self:
        """The filters with the values that can be chosen; what holds anyway is not a choice."""
        found = cls.known(values)
        return cls(**{n: value for n, value in found.items() if valg.DEFAULTS.get(n) != value})

    @property
    def values(self) -> dict[str, str]:
        """What is chosen, by name."""
        pairs = ((field.name, getattr(self, field.name)) for field in fields(self))
        return {name: str(value) for name, value in pairs if value}

    def with_values(self, **values: str) -> Self:
        """The same filters with some values changed; an empty value takes a filter away."""
        return type(self).of({**self.values, **values})

    @property
    def query(self) -> str:
        """The filters as the query of an address."""
        return f"?{urlencode(self.values)}" if self.values else self.BARE


@dataclass(frozen=True, slots=True)
class Listefilter(Filter):
    """What the work list is narrowed to."""

    SIDE: ClassVar[Side] = Side.ARBEIDSLISTE
    BARE: ClassVar[str] = f"?frem={utvalg.STANDARD}"

    frem: str = ""
    rhf: str = ""
    domstype: str = ""
    venter: str = ""
    mine: str = ""

    @property
    def ahead(self) -> str:
        """How far ahead the list looks («14d»)."""
        return self.frem or utvalg.STANDARD

    @property
    def narrowed(self) -> bool:
        """Whether anything but how far ahead is chosen."""
        return bool(self.rhf or self.domstype or self.venter or self.mine)


@dataclass(frozen=True, slots=True)
class Registerfilter(Filter):
    """What the register is narrowed to, its order and the size of a page."""

    SIDE: ClassVar[Side] = Side.REGISTER
    BARE: ClassVar[str] = f"?per_side={valg.SIZE}"

    domstype: str = ""
    status: str = ""
    institusjon: str = ""
    rhf: str = ""
    frist: str = ""
    avsluttet: str = ""
    mine: str = ""
    sorter: str = ""
    per_side: str = ""

    @property
    def size(self) -> int:
        """Rows on a page."""
        return int(self.per_side or valg.SIZE)

    @property
    def narrowed(self) -> bool:
        """Whether anything but order and size is chosen."""
        return bool(self.values.keys() - {"sorter", "per_side"})

    @property
    def order(self) -> str:
        """What the rows are sorted by; a minus in front turns it round."""
        return self.sorter or valg.ORDER


@dataclass(frozen=True, slots=True)
class Lest[F: Filter]:
    """Filters as read from an address."""

    filter: F
    side: int = 1
    ugyldig: bool = False
    """Whether something in the address was not a filter, or not a value, and was left out."""
    tom: bool = False
    """Whether the address says nothing at all, so that a saved set may be used."""


def read[F: Filter](kind: type[F], query: QueryDict) -> Lest[F]:
    """The filters in an address."""
    given = {name: query.getlist(name) for name in query}
    once = {name: values[0] for name, values in given.items() if len(values) == 1}
    chosen = {name: value for name, value in once.items() if value and name != PAGE}
    found = kind.of(chosen)
    side, readable = _page(once.get(PAGE, ""))
    twice = len(once) != len(given)
    wrong = twice or not readable or kind.known(chosen).keys() != chosen.keys()
    return Lest(found, side, wrong, tom=not given)


def _page(written: str) -> tuple[int, bool]:
    """The page number, and whether it could be read."""
    if not written:
        return 1, True
    number = written.isascii() and written.isdigit() and len(written) <= LONGEST_PAGE_NUMBER
    page = int(written) if number else 0
    return max(page, 1), page > 0


def _exists(name: str, value: str) -> bool:
    """Whether a value of the right form is one that can be chosen. Ids are not looked up."""
    if name in {"frem", "frist"}:
        try:
            utvalg.frem_til(value, _ANY_DAY)
        except Ugyldig:
            return False
    return name not in _KODER or value in _KODER[name]


def as_id(value: str) -> UUID | None:
    """An id that has already been read."""
    return UUID(value) if value else None
