"""What the template of the register is given: rows, chips, choices, order and paging. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse

from samvern.apps.saker.public import STATUSNAVN, Registerside, Saksrad, Saksstatus
from samvern.engine.roller import Rolle
from samvern.law import datotekst
from samvern.law.text import Maalform, Text
from samvern.web.arbeidsliste import valg
from samvern.web.arbeidsliste.filtre import Registerfilter
from samvern.web.arbeidsliste.listebilde import HAS_OWN, SEES_REGIONS, Brikke
from samvern.web.arbeidsliste.rader import name
from samvern.web.arbeidsliste.sidebytte import Sidebytte, paging
from samvern.web.arbeidsliste.valg import Organer, Valgbar
from samvern.web.statuser import Status

_NEUTRAL: Final = ("strek-ring", "neutral")
_LOOKS: Final[dict[Saksstatus, tuple[str, str]]] = {
    Saksstatus.TILTALT: ("ring-stiplet", "neutral"),
    Saksstatus.DOEMT_IKKE_RETTSKRAFTIG: ("ring-stiplet", "info"),
    Saksstatus.UNDER_GJENNOMFOERING: ("ring-prikk", "info"),
    Saksstatus.I_KRIMINALOMSORGEN: ("laas", "neutral"),
    Saksstatus.PROEVELOESLATT: ("ring-prikk", "neutral"),
    Saksstatus.MIDLERTIDIG_OPPHOERT: ("pause-ring", "neutral"),
    Saksstatus.AVVENTER_PAATALE: ("spoersmaal", "brand2"),
}
_OVER: Final = Text("over fristen", "over fristen")
FIELDS: Final = {
    "domstype": "domstype",
    "status": "status",
    "institusjon": "institusjon",
    "rhf": "rhf",
    "frist": "neste_frist",
}
"""The field of a case that each filter is about; the other filters are about none."""
COLUMNS: Final = {"saksnr": "saksnr", "status": "status", "frist": "neste_frist"}
"""Columns that can be sorted by, and the code of each."""


@dataclass(frozen=True, slots=True)
class Registerrad:
    """One case, ready to show in one written form."""

    rad: Saksrad
    sak: str
    domstype: str
    status: Status
    institusjon: str
    opphold: str
    """The institution where the person stays, when another is responsible (N-9.7)."""
    under: str
    """Unit and level of security."""
    rhf: str
    ansvarlig: str
    embete: str
    frist: str
    dager: str
    over: bool
    skjult: frozenset[str]
    """The fields the viewer may not see: a page says so, and never «not registered»."""


@dataclass(frozen=True, slots=True)
class Kolonne:
    """The state of one sortable column: how it is sorted now, and the address that sorts by it."""

    retning: str
    """`ascending`, `descending` or `none`, for `aria-sort`."""
    adresse: str


@dataclass(frozen=True, slots=True)
class Registerbilde:
    """The whole page."""

    rader: tuple[Registerrad, ...]
    antall: int
    filter: Registerfilter
    brikker: tuple[Brikke, ...]
    valg: Mapping[str, tuple[Valgbar, ...]]
    kolonner: Mapping[str, Kolonne]
    bytte: Sidebytte
    nullstill: str


def usable(chosen: Registerfilter, fields: frozenset[str]) -> Registerfilter:
    """The filters without those about fields the viewer does not see, which change nothing."""
    hidden = {code: "" for code, field in FIELDS.items() if field not in fields}
    if chosen.order.removeprefix("-") not in fields:
        hidden["sorter"] = ""
    return chosen.with_values(**hidden)


def picture(
    side: Registerside,
    chosen: Registerfilter,
    rolle: Rolle,
    fields: frozenset[str],
    organer: Organer,
    today: date,
    maalform: Maalform,
) -> Registerbilde:
    """The page for one side of the register and the filters it was made with.

    `fields` are those the viewer may filter and sort by.
    """
    bare = Registerfilter(sorter=chosen.sorter, per_side=chosen.per_side)
    return Registerbilde(
        rader=rows(side.rader, today, maalform),
        antall=side.antall,
        filter=chosen,
        brikker=chips(chosen, organer, today, maalform),
        valg=_choices(chosen, rolle, fields, organer, today, maalform),
        kolonner={
            column: _column(chosen, code) for column, code in COLUMNS.items() if code in fields
        },
        bytte=paging(
            side.side,
            max(1, -(-side.antall // side.per_side)),
            len(side.rader),
            side.per_side,
            chosen,
        ),
        nullstill=bare.query,
    )


def rows(cases: tuple[Saksrad, ...], today: date, maalform: Maalform) -> tuple[Registerrad, ...]:
    """The rows as they are shown."""
    return tuple(_row(case, today, maalform) for case in cases)


def status_of(rad: Saksrad) -> Status:
    """Word, icon and colour of a case's status."""
    icon, colour = _LOOKS.get(rad.status, _NEUTRAL)
    return Status(STATUSNAVN[rad.status], icon, colour)


def _row(rad: Saksrad, today: date, maalform: Maalform) -> Registerrad:
    level = rad.sikkerhetsnivaa.lang(maalform) if rad.sikkerhetsnivaa else ""
    near = rad.neste_frist
    elsewhere = rad.oppholdssted is not None and not rad.samme_sted
    return Registerrad(
        rad=rad,
        sak=reverse("sak", args=[rad.id]),
        domstype=valg.DOMSTYPER[rad.domstype].lang(maalform) if rad.domstype else "",
        status=status_of(rad),
        institusjon=name(rad.institusjon, maalform),
        opphold=name(rad.oppholdssted, maalform) if elsewhere else "",
        under=", ".join(part for part in (name(rad.enhet, maalform), level) if part),
        rhf=name(rad.rhf, maalform),
        ansvarlig=name(rad.faglig_ansvarlig, maalform),
        embete=name(rad.embete, maalform),
        frist=datotekst.table(near, maalform) if near else "",
        dager=datotekst.days_left(near, today, maalform) if near else "",
        over=near is not None and near < today,
        skjult=rad.skjult,
    )


def chips(
    chosen: Registerfilter, organer: Organer, today: date, maalform: Maalform
) -> tuple[Brikke, ...]:
    """What the register is narrowed to, one chip for each."""
    texts: dict[str, tuple[Text, Mapping[str, Text]]] = {
        "domstype": (valg.TYPE_DOM, valg.DOMSTYPER),
        "status": (valg.STATUS, valg.STATUSER),
        "institusjon": (valg.INSTITUSJON, organer.institusjoner),
        "rhf": (valg.REGION, organer.rhf),
        "frist": (valg.FRIST_INNEN, {}),
        "avsluttet": (valg.HVEM, valg.AVSLUTTET),
        "mine": (valg.HVEM, valg.MINE),
    }
    found = []
    for code, (label, words) in texts.items():
        value = chosen.values.get(code, "")
        if not value:
            continue
        word = words.get(value, valg.UNKNOWN).lang(maalform)
        if code == "frist":
            (word,) = (one.tekst for one in valg.ahead(value, today, maalform) if one.valgt)
        found.append(Brikke(label, word, chosen.with_values(**{code: ""}).query))
    return tuple(found)


def _column(chosen: Registerfilter, code: str) -> Kolonne:
    """Press once to sort by the column, again to turn it round."""
    directions = {code: "ascending", f"-{code}": "descending"}
    turned = f"-{code}" if chosen.order == code else code
    address = chosen.with_values(sorter=turned).query
    return Kolonne(directions.get(chosen.order, "none"), address)


def _orders(fields: frozenset[str]) -> Mapping[str, Text]:
    found = valg.SORTERING.items()
    return {code: text for code, text in found if code.removeprefix("-") in fields}


def _choices(
    chosen: Registerfilter,
    rolle: Rolle,
    fields: frozenset[str],
    organer: Organer,
    today: date,
    maalform: Maalform,
) -> dict[str, tuple[Valgbar, ...]]:
    """What each filter offers; a filter that makes no difference for the role is left out."""
    offered: dict[str, tuple[Valgbar, ...]] = {
        "domstype": valg.choices(valg.DOMSTYPER, chosen.domstype, maalform),
        "status": valg.choices(valg.STATUSER, chosen.status, maalform),
        "institusjon": valg.choices(organer.institusjoner, chosen.institusjon, maalform),
        "frist": valg.ahead(chosen.frist, today, maalform),
        "sorter": valg.choices(_orders(fields), chosen.order, maalform),
        "per_side": tuple(Valgbar(size, size, size == str(chosen.size)) for size in valg.SIZES),
    }
    if rolle in SEES_REGIONS or chosen.rhf:
        offered["rhf"] = valg.choices(organer.rhf, chosen.rhf, maalform)
    if rolle in HAS_OWN or chosen.avsluttet:
        offered["avsluttet"] = valg.choices(valg.AVSLUTTET, chosen.avsluttet, maalform)
    if rolle in HAS_OWN or chosen.mine:
        offered["mine"] = valg.choices(valg.MINE, chosen.mine, maalform)
    return {code: found for code, found in offered.items() if FIELDS.get(code, "id") in fields}
