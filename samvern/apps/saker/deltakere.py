"""Who takes part in a case, in what capacity and when, from the entries. Pure.

The row filter is made of this: access follows responsibility and ends the same day (part 4 rule
5), and after the end of the case only NK is left (rule 6).
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.koder import Deltakerslag

D = Deltakerslag

_BODIES: Final[dict[str, tuple[tuple[str, D], ...]]] = {
    "tiltale": (("embete", D.EMBETE), ("politidistrikt", D.POLITIDISTRIKT)),
    "paatale_fastsatt": (("embete", D.EMBETE), ("politidistrikt", D.POLITIDISTRIKT)),
    "behandlingsansvar_fastsatt": (
        ("rhf", D.RHF),
        ("helseforetak", D.HELSEFORETAK),
        ("institusjon", D.INSTITUSJON),
    ),
    "innleggelse": (("institusjon", D.INSTITUSJON),),
    "overfoering_gjennomfoert": (("institusjon", D.INSTITUSJON),),
    "tilbakefoering": (("institusjon", D.INSTITUSJON),),
    "klage_oversendt": (("kontrollkommisjon", D.KONTROLLKOMMISJON),),
    "sak_brakt_inn": (("kontrollkommisjon", D.KONTROLLKOMMISJON),),
    "varslingsklage_oversendt": (("statsforvalter", D.STATSFORVALTER),),
}
_PERSONS: Final[dict[str, tuple[str, D]]] = {
    "faglig_ansvarlig_endret": ("faglig_ansvarlig", D.FAGLIG_ANSVARLIG),
    "saksbehandler_tildelt": ("saksbehandler", D.SAKSBEHANDLER),
}
_KEEPS: Final = frozenset({D.SAKSBEHANDLER})
"""Whose part does not end with the case."""
_ENDS: Final = frozenset({"opphoer", "annen_utgang", "tiltale_trukket"})
_DECIDED: Final = frozenset({"klage_avgjort", "klage_avslaatt", "endringsavslag_endelig"})


class Deltaker(NamedTuple):
    """One part in the case. Days are local, both included; `til` None while it lasts."""

    slag: D
    virksomhet: str | None
    bruker: str | None
    fra: date
    til: date | None
    nr: int


class _Parts:
    def __init__(self) -> None:
        self.done: list[Deltaker] = []
        self.open: dict[D, Deltaker] = {}

    def begin(self, new: Deltaker) -> None:
        old = self.open.get(new.slag)
        if old and (old.virksomhet, old.bruker) == (new.virksomhet, new.bruker):
            return
        # The old part ends the day before; the new one has the day of the change.
        self.end(new.slag, new.fra - timedelta(days=1))
        self.open[new.slag] = new

    def end(self, slag: D, last: date) -> None:
        old = self.open.pop(slag, None)
        if old and old.fra <= last:
            self.done.append(old._replace(til=last))


def _begin(parts: _Parts, entry: Oppfoering, held: Mapping[str, str]) -> None:
    for name, slag in _BODIES.get(entry.type, ()):
        if body := held.get(name):
            parts.begin(Deltaker(slag, body, None, entry.skjedde, None, entry.nr))
    if entry.type in _PERSONS:
        name, slag = _PERSONS[entry.type]
        parts.begin(Deltaker(slag, None, held[name], entry.skjedde, None, entry.nr))
    if entry.type == "dom_rettskraftig" and held.get("art") == "kriminalomsorg":
        parts.begin(Deltaker(D.KRIMINALOMSORG, None, None, entry.skjedde, None, entry.nr))


def participants(entries: Iterable[Oppfoering]) -> tuple[Deltaker, ...]:
    """Everyone who takes or took part, in order of beginning.

    A commission takes part until the day its matter is decided, both included.
    """
    parts = _Parts()
    for entry in entries:
        _begin(parts, entry, entry.innhold)
        if entry.type in _DECIDED:
            parts.end(D.KONTROLLKOMMISJON, entry.skjedde)
        if entry.type == "tilbakefoering":
            parts.end(D.KRIMINALOMSORG, entry.skjedde)
        if entry.type in _ENDS:
            for slag in [slag for slag in parts.open if slag not in _KEEPS]:
                parts.end(slag, entry.skjedde)
    every = [*parts.done, *parts.open.values()]
    return tuple(sorted(every, key=lambda part: (part.fra, part.nr, part.slag)))


def taking_part(found: Iterable[Deltaker], day: date) -> dict[D, Deltaker]:
    """Who takes part on a day, by capacity."""
    return {p.slag: p for p in found if p.fra <= day and (p.til is None or day <= p.til)}
