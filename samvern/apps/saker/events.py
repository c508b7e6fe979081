"""The log of one case, read: which entries count, as known at a moment and up to a day. Pure."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from samvern.apps.saker.koder import Virkning


class Oppfoering(NamedTuple):
    """One entry of the log, without what is sealed. `skjedde` is a local day, `registrert` UTC."""

    nr: int
    type: str
    virkning: str
    erstatter: int | None
    skjedde: date
    registrert: datetime
    aktoer: UUID
    aktoer_rolle: str
    aktoer_virksomhet: UUID
    kilde: str
    innhold: Mapping[str, Any]
    skjemaversjon: int = 1


# Several things on one day are read in the order the law puts them, whatever the order of typing.
_FIRST = ("tiltale", "dom_avsagt", "dom_rettskraftig", "behandlingsansvar_fastsatt", "innleggelse")
_LAST = ("opphoer",)


def _rank(kind: str) -> int:
    if kind in _FIRST:
        return _FIRST.index(kind)
    return len(_FIRST) + 1 if kind in _LAST else len(_FIRST)


def roots(entries: Iterable[Oppfoering]) -> dict[int, int]:
    """The first entry of each chain of corrections, by the number of every entry in it."""
    found: dict[int, int] = {}
    for entry in sorted(entries, key=lambda one: one.nr):
        found[entry.nr] = entry.nr if entry.erstatter is None else found[entry.erstatter]
    return found


def known_at(entries: Iterable[Oppfoering], moment: datetime | None) -> tuple[Oppfoering, ...]:
    """The entries that had been made at a moment; all of them when it is None."""
    return tuple(e for e in entries if moment is None or e.registrert <= moment)


def current(
    entries: Iterable[Oppfoering], *, known: datetime | None = None, until: date | None = None
) -> tuple[Oppfoering, ...]:
    """The entries that count, in the order things happened (N-0.6; the register's two times).

    `known` shows what we knew at that moment, `until` what had happened by the end of that day. A
    correction has the place of what it corrects among the things of its day.
    """
    seen = known_at(entries, known)
    gone = {entry.erstatter for entry in seen}
    first = roots(seen)
    counting = [
        entry
        for entry in seen
        if entry.nr not in gone
        and entry.virkning != Virkning.FEILFOERT
        and (until is None or entry.skjedde <= until)
    ]
    return tuple(sorted(counting, key=lambda e: (e.skjedde, _rank(e.type), first[e.nr])))
