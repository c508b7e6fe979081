"""Every legal source a rule rests on, as dated versions.

The date of the event chooses the version, never today's date. Use `find` when exactly one
version must apply, and `citations` when a list may hold sources that came later than the event (a
ruling of 2010 does not exist for a fact in 2008). Ids follow
``akt/paragraf[/ledd][/pN][/bokstav]``; the codes of the acts are in `AKTER`. Provisions enacted but
not put in force are in `FUTURE`, never in `ALL`.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from samvern.law.source import Kilde
from samvern.law.sources import (
    domstolloven,
    endringslover,
    forvaltningsloven,
    nk,
    psykisk_helsevernforskriften,
    psykisk_helsevernloven,
    psykisk_helsevernloven_dom,
    psykisk_helsevernloven_gjennomfoering,
    psykisk_helsevernloven_opplysninger,
    rettspraksis,
    rundskriv,
    straffeloven,
    straffeloven_1902,
    straffeloven_vilkaar,
    straffeprosessloven,
)
from samvern.law.sources.acts import AKTER, Akt

__all__ = [
    "AKTER",
    "ALL",
    "FUTURE",
    "Akt",
    "NotInForce",
    "UnknownSource",
    "act_of",
    "citations",
    "find",
    "ids",
    "versions",
]

ALL: tuple[Kilde, ...] = (
    *straffeloven.PROVISIONS,
    *straffeloven_vilkaar.PROVISIONS,
    *straffeloven_1902.PROVISIONS,
    *straffeprosessloven.PROVISIONS,
    *domstolloven.PROVISIONS,
    *forvaltningsloven.PROVISIONS,
    *psykisk_helsevernloven.PROVISIONS,
    *psykisk_helsevernloven_gjennomfoering.PROVISIONS,
    *psykisk_helsevernloven_dom.PROVISIONS,
    *psykisk_helsevernloven_opplysninger.PROVISIONS,
    *psykisk_helsevernforskriften.PROVISIONS,
    *endringslover.PROVISIONS,
    *rettspraksis.PROVISIONS,
    *nk.PROVISIONS,
    *rundskriv.PROVISIONS,
)
"""All versions of all sources."""

FUTURE: tuple[Kilde, ...] = forvaltningsloven.FUTURE
"""Enacted, without a day of entry into force (requirement LF-K16)."""


class UnknownSource(KeyError):
    """No source has this id."""

    def __str__(self) -> str:
        return f"unknown source: {self.args[0]}"


class NotInForce(LookupError):
    """The source exists, but no version of it was in force on the day asked for."""


def _by_id() -> dict[str, tuple[Kilde, ...]]:
    grouped: dict[str, list[Kilde]] = {}
    for kilde in ALL:
        grouped.setdefault(kilde.id, []).append(kilde)
    return {
        kilde_id: tuple(sorted(group, key=lambda kilde: kilde.fra or date.min))
        for kilde_id, group in grouped.items()
    }


_BY_ID = _by_id()
_DIGITS = re.compile(r"(\d+)")


def versions(kilde_id: str) -> tuple[Kilde, ...]:
    """All versions of one source, oldest first. Raises `UnknownSource`."""
    try:
        return _BY_ID[kilde_id]
    except KeyError:
        raise UnknownSource(kilde_id) from None


def find(kilde_id: str, on: date) -> Kilde:
    """The version in force on the day `on`. Raises `UnknownSource` or `NotInForce`."""
    for kilde in versions(kilde_id):
        if kilde.in_force(on):
            return kilde
    raise NotInForce(f"{kilde_id} was not in force on {on.isoformat()}")


def citations(kilde_ids: Iterable[str], on: date) -> tuple[Kilde, ...]:
    """The versions in force on `on`, in the order asked for; sources not in force are left out.

    Raises `UnknownSource` for an id that does not exist, so a misspelt id is never silent.
    """
    return tuple(
        kilde for kilde_id in kilde_ids for kilde in versions(kilde_id) if kilde.in_force(on)
    )


@cache
def ids() -> tuple[str, ...]:
    """Every source id, act by act, the sections of each act in the order of the act."""
    return tuple(sorted(_BY_ID, key=_reading_order))


def _reading_order(kilde_id: str) -> tuple[int, list[tuple[int, str]]]:
    kode, _, rest = kilde_id.partition("/")
    words = _DIGITS.split(rest)
    return list(AKTER).index(kode), [
        (int(word), "") if word.isdecimal() else (-1, word) for word in words if word
    ]


def act_of(kilde_id: str) -> Akt:
    """The act or other work a source id belongs to. Raises `UnknownSource`."""
    try:
        return AKTER[kilde_id.partition("/")[0]]
    except KeyError:
        raise UnknownSource(kilde_id) from None
