"""What the template of the work list is given: numbers, groups, filters and the empty states. Pure.

Times are of the register's clock, and every date is written by `samvern.law.datotekst`.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from samvern.apps.saker.public import GRUPPER, Arbeidsliste
from samvern.apps.utvalg.public import ETT_AAR
from samvern.engine.roller import Rolle
from samvern.law import datotekst
from samvern.law.text import Maalform, Text
from samvern.web.arbeidsliste import valg
from samvern.web.arbeidsliste.filtre import PAGE, Listefilter
from samvern.web.arbeidsliste.rader import Listegruppe, groups, is_own, waits_as
from samvern.web.arbeidsliste.sidebytte import Sidebytte, paging
from samvern.web.arbeidsliste.tomt import Tomt, nothing
from samvern.web.arbeidsliste.valg import Organer, Valgbar

SEES_REGIONS: Final = frozenset(
    {Rolle.NK, Rolle.NK_LEDER, Rolle.STATSADVOKAT, Rolle.KONTROLLKOMMISJON, Rolle.REVISOR}
)
"""Roles whose cases can lie in several regions."""
HAS_OWN: Final = frozenset({Rolle.NK, Rolle.NK_LEDER})
"""Roles that share cases with colleagues, so that «bare mine» is less than everything."""

_OLDEST: Final = Text("eldste {dager}", "eldste {dager}")
_FIRST: Final = Text("første {naar}", "første {naar}")
_NONE: Final = Text("ingen", "ingen")
_NOT_YET: Final = Text("kan ikke regnes ennå", "kan ikkje reknast enno")
_ON_DAY: Final = Text("første {dato}", "første {dato}")
_AT_ONCE: Final = Text("må gjøres straks", "må gjerast straks")


@dataclass(frozen=True, slots=True)
class Tall:
    """One of the four numbers, which is a link to its group."""

    kode: str
    antall: int
    under: str
    adresse: str
    """To the page where the group begins, and the place on it."""


@dataclass(frozen=True, slots=True)
class Brikke:
    """One chosen filter, with the address of the same page without it."""

    navn: Text
    verdi: str
    uten: str


@dataclass(frozen=True, slots=True)
class Egne:
    """What waits for the viewer among all that waits, and the list of that alone."""

    antall: int | None
    """None when the list has several pages."""
    en: bool
    """Whether it waits for one person and not for an office."""
    adresse: str


@dataclass(frozen=True, slots=True)
class Listebilde:
    """The whole page."""

    liste: Arbeidsliste
    filter: Listefilter
    grupper: tuple[Listegruppe, ...]
    tall: tuple[Tall, ...]
    antall: int
    """Rows in the four groups, on every page."""
    bytte: Sidebytte
    til: str
    """The last day of the list, «7. desember»."""
    uke: str
    regnet: datetime
    brikker: tuple[Brikke, ...]
    valg: Mapping[str, tuple[Valgbar, ...]]
    ett_aar: str
    """The query that looks twelve months ahead; empty when the list already does."""
    nullstill: str
    neste: str
    maalform: Maalform
    egne: Egne | None
    tomt: Tomt

    @property
    def tom(self) -> bool:
        """Whether nothing is due."""
        return not self.antall

    @property
    def stille(self) -> bool:
        """Whether nothing waits at all, now or later, so that there is nothing to narrow."""
        return self.tom and not self.liste.senere and not self.filter.narrowed


def picture(
    liste: Arbeidsliste,
    chosen: Listefilter,
    rolle: Rolle,
    organer: Organer,
    regnet: datetime,
    maalform: Maalform,
    size: int,
    meg: Collection[UUID] = (),
) -> Listebilde:
    """The page for a list and the filters it was made with. `meg`: see `rader.is_own`."""
    found = groups(liste, rolle, maalform, meg)
    year = chosen.with_values(frem=ETT_AAR)
    return Listebilde(
        liste=liste,
        filter=chosen,
        grupper=found,
        tall=numbers(liste, found, chosen, size, maalform),
        antall=sum(liste.antall.values()),
        bytte=paging(liste.side, liste.sider, len(liste.rader), size, chosen),
        til=valg.day_near(liste.til, liste.per_dato),
        uke=_week(liste.per_dato),
        regnet=regnet,
        brikker=chips(chosen, organer, maalform),
        valg=_choices(liste, chosen, rolle, organer, maalform),
        ett_aar="" if chosen.ahead == ETT_AAR else year.query,
        nullstill=Listefilter(frem=chosen.frem).query,
        neste=datotekst.long(liste.neste) if liste.neste else "",
        maalform=maalform,
        egne=_own(liste, chosen, rolle, meg),
        tomt=nothing(rolle),
    )


def _own(
    liste: Arbeidsliste, chosen: Listefilter, rolle: Rolle, meg: Collection[UUID]
) -> Egne | None:
    """How much of the list waits for the viewer; None where everything or nothing can."""
    waits = str(waits_as(rolle))
    if waits not in valg.VENTER or chosen.venter or not any(liste.antall.values()):
        return None
    mine = sum(is_own(row, rolle, meg) for row in liste.rader if row.gruppe != "senere")
    address = chosen.with_values(venter=waits).query
    return Egne(mine if liste.sider == 1 else None, rolle is Rolle.FAGLIG_ANSVARLIG, address)


def numbers(
    liste: Arbeidsliste,
    found: tuple[Listegruppe, ...],
    chosen: Listefilter,
    size: int,
    maalform: Maalform,
) -> tuple[Tall, ...]:
    """The four numbers. They are those of the list; the line below says what is first."""
    rows = {group.kode: group for group in found}
    told, before = [], 0
    for kode in GRUPPER:
        page = before // size + 1
        here = f"#{kode}" if page == liste.side else f"{chosen.query}&{PAGE}={page}#{kode}"
        under = _under(kode, rows.get(kode), liste, maalform)
        told.append(Tall(kode, liste.antall.get(kode, 0), under, here))
        before += liste.antall.get(kode, 0)
    return tuple(told)


def _under(kode: str, group: Listegruppe | None, liste: Arbeidsliste, maalform: Maalform) -> str:
    if group is None:
        return _NONE.lang(maalform)
    if kode == "dato_mangler":
        return _NOT_YET.lang(maalform)
    days = [row.rad.dato for row in group.rader if row.rad.dato]
    if not days:
        return _AT_ONCE.lang(maalform)
    first, today = min(days), liste.per_dato
    if kode == "over_fristen":
        words = datotekst.days((first - today).days, maalform)
        return _OLDEST.lang(maalform).format(dager=words)
    if (first - today).days <= 1:
        words = datotekst.days_left(first, today, maalform)
        return _FIRST.lang(maalform).format(naar=words)
    weekday = datotekst.table(first, maalform).split(datotekst.HARD_SPACE)[0]
    shown = f"{weekday}{datotekst.HARD_SPACE}{datotekst.day_month(first)}"
    return _ON_DAY.lang(maalform).format(dato=shown)


def _week(today: date) -> str:
    """Monday to Sunday of the week of a day."""
    monday = today - timedelta(days=today.weekday())
    return datotekst.period(monday, monday + timedelta(days=6))


def chips(chosen: Listefilter, organer: Organer, maalform: Maalform) -> tuple[Brikke, ...]:
    """What the list is narrowed to, one chip for each."""
    texts = {
        "rhf": (valg.REGION, organer.rhf),
        "domstype": (valg.TYPE_DOM, valg.DOMSTYPER),
        "venter": (valg.VENTER_PAA, valg.VENTER),
        "mine": (valg.HVEM, valg.MINE),
    }
    return tuple(
        Brikke(navn, _word(words, value, maalform), chosen.with_values(**{name: ""}).query)
        for name, (navn, words) in texts.items()
        if (value := chosen.values.get(name, ""))
    )


def _word(words: Mapping[str, Text], value: str, maalform: Maalform) -> str:
    return words.get(value, valg.UNKNOWN).lang(maalform)


def _choices(
    liste: Arbeidsliste, chosen: Listefilter, rolle: Rolle, organer: Organer, maalform: Maalform
) -> dict[str, tuple[Valgbar, ...]]:
    """What each filter offers; a filter that makes no difference for the role is left out."""
    offered = {
        "frem": valg.ahead(chosen.ahead, liste.per_dato, maalform),
        "domstype": valg.choices(valg.DOMSTYPER, chosen.domstype, maalform),
        "venter": valg.choices(valg.VENTER, chosen.venter, maalform),
    }
    if rolle in SEES_REGIONS or chosen.rhf:
        offered["rhf"] = valg.choices(organer.rhf, chosen.rhf, maalform)
    if rolle in HAS_OWN or chosen.mine:
        offered["mine"] = valg.choices(valg.MINE, chosen.mine, maalform)
    return offered
