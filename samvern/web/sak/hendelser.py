"""The list of events: newest first, corrections beside what they correct, one page at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samvern.apps.saker.public import Hendelsesfelt, Hendelsesrad, Saksbilde, Virkning
from samvern.law.text import Text
from samvern.web.sak.frister import Regnet, event_name, own_fields
from samvern.web.sak.valg import Valg

PER_SIDE = 20


@dataclass(frozen=True, slots=True)
class Lenket:
    """Another entry, and where it stands in the list."""

    nr: int
    adresse: str


@dataclass(frozen=True, slots=True)
class Rad:
    """One entry as the list shows it."""

    h: Hendelsesrad
    navn: Text
    felt: tuple[Hendelsesfelt, ...]
    gammel_dato: date | None
    """The day it was first registered with, when the correction gave it another."""
    erstatter: Lenket | None
    erstattet_av: Lenket | None

    @property
    def gjelder_ikke(self) -> str:
        """Why the entry no longer counts: rettet, feil or senere; empty when it counts."""
        if self.h.virkning == Virkning.FEILFOERT:
            return "feil"
        if self.erstattet_av is not None:
            return "rettet"
        return "" if self.h.gjelder else "senere"


@dataclass(frozen=True, slots=True)
class Bla:
    """Links to the pages of a list: number, address, and whether it is this one."""

    side: int
    sider: int
    forrige: str
    neste: str


@dataclass(frozen=True, slots=True)
class Hendelsesliste:
    """The entries of the page that is shown."""

    rader: tuple[Rad, ...]
    antall: int
    """Entries in all, also those that are filtered out."""
    vist: int
    """Entries after the filter, on all pages."""
    bla: Bla | None
    alle: str
    gjeldende: str


def newest_first(entries: Sequence[Hendelsesrad]) -> list[Hendelsesrad]:
    """By the day it happened, then by number."""
    return sorted(entries, key=lambda e: (e.skjedde, e.nr), reverse=True)


def pages(count: int, per_page: int) -> int:
    """How many pages a list of `count` rows has; at least one."""
    return max(-(-count // per_page), 1)


def leaf(valg: Valg, page: int, total: int, anchor: str) -> Bla | None:
    """Links to the page before and after; nothing when one page holds all."""
    if total <= 1:
        return None
    before = valg.address(anchor, side=page - 1) if page > 1 else ""
    after = valg.address(anchor, side=page + 1) if page < total else ""
    return Bla(page, total, before, after)


def _address(nr: int, places: Mapping[int, int], valg: Valg) -> Lenket:
    """A link to an entry: on its page of the list, or of the whole list when it is filtered out."""
    anchor = f"#hendelse-{nr}"
    if nr in places:
        page = places[nr]
        return Lenket(nr, anchor if page == valg.side else valg.address(anchor, side=page))
    return Lenket(nr, valg.address(anchor, side=1, gjeldende=False))


def rows(bilde: Saksbilde, regnet: Regnet, valg: Valg, *, whole: bool = False) -> Hendelsesliste:
    """Make the list for the page and the filter chosen; `whole` puts everything on one page."""
    per_page = max(len(bilde.hendelser), 1) if whole else PER_SIDE
    shown = [e for e in bilde.hendelser if e.gjelder or not valg.gjeldende]
    ordered = newest_first(shown)
    total = pages(len(ordered), per_page)
    page = min(valg.side, total)
    places = {e.nr: at // per_page + 1 for at, e in enumerate(ordered)}
    by_nr = {e.nr: e for e in bilde.hendelser}
    found = []
    for entry in ordered[(page - 1) * per_page : page * per_page]:
        before = by_nr.get(entry.erstatter) if entry.erstatter is not None else None
        moved = before is not None and before.skjedde != entry.skjedde
        found.append(
            Rad(
                entry,
                event_name(entry, regnet),
                own_fields(entry, regnet),
                before.skjedde if before is not None and moved else None,
                _address(entry.erstatter, places, valg) if entry.erstatter is not None else None,
                _address(entry.erstattet_av, places, valg)
                if entry.erstattet_av is not None
                else None,
            )
        )
    return Hendelsesliste(
        tuple(found),
        len(bilde.hendelser),
        len(ordered),
        leaf(valg, page, total, "#hendelser"),
        valg.address("#hendelser", side=1, gjeldende=False),
        valg.address("#hendelser", side=1, gjeldende=True),
    )


def entry_links(bilde: Saksbilde, valg: Valg) -> dict[int, Lenket]:
    """Where each entry stands in the list, for links from the deadlines."""
    shown = [e for e in bilde.hendelser if e.gjelder or not valg.gjeldende]
    places = {e.nr: at // PER_SIDE + 1 for at, e in enumerate(newest_first(shown))}
    return {e.nr: _address(e.nr, places, valg) for e in bilde.hendelser}
