"""Everything the register holds about one body, seen from a date. At most eight queries."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from samvern.apps.virksomheter import rader
from samvern.apps.virksomheter.grupper import SLAG_MED_ENHETER, Livsstatus
from samvern.apps.virksomheter.gyldighet import UKJENT_START, possibly, surely
from samvern.apps.virksomheter.koder import Omfang, Oppholdsform, Slag
from samvern.apps.virksomheter.models import (
    Bydel,
    Enhetsversjon,
    Etterfoelger,
    Kommune,
    Omraade,
    Sikkerhetsnivaa,
    Tilsyn,
    Virksomhet,
    Virksomhetsversjon,
)
from samvern.apps.virksomheter.oversikt import status_on, version_on
from samvern.apps.virksomheter.soek import sort_key
from samvern.apps.virksomheter.svar import Belegg
from samvern.apps.virksomheter.versjonert import Versjonert, known
from samvern.law.text import Text


@dataclass(frozen=True, slots=True)
class Henvisning:
    """Another body that the page names, as it was on the date."""

    kode: str
    navn: Text
    slag: Slag


@dataclass(frozen=True, slots=True)
class Versjonslinje:
    """One version with its two times. `id` is what a change is made against."""

    id: uuid.UUID
    navn: Text
    orgnr: str
    sted: str
    overordnet: Henvisning | None
    gyldig_fra: date
    gyldig_til: date | None
    mulig_fra: date | None
    mulig_til: date | None
    registrert: datetime
    registrert_av: str
    grunn: str
    erstattet: datetime | None
    utvalg: bool
    belegg: Belegg
    vises: bool
    """Whether this is the version that the page shows for its date."""

    @property
    def start_ukjent(self) -> bool:
        """Whether the beginning is older than the first sure day, nobody knows by how much."""
        return self.mulig_fra == UKJENT_START


@dataclass(frozen=True, slots=True)
class Enhetslinje:
    """A unit with the name of its security level. `gjelder` says whether it exists on the date."""

    id: uuid.UUID
    kode: str
    navn: Text
    sikkerhetsnivaa: Text
    oppholdsform: Oppholdsform
    doertype: str
    gyldig_fra: date
    gyldig_til: date | None
    gjelder: bool
    belegg: Belegg


@dataclass(frozen=True, slots=True)
class Omraadelinje:
    """A municipality, or a district of one, that belongs to the body on the date."""

    kommunenr: str
    kommune: str
    fylke: str
    bydeler: tuple[str, ...]
    """The names of the districts; empty when the whole municipality belongs here."""
    sikker: bool
    belegg: Belegg


@dataclass(frozen=True, slots=True)
class Overgangslinje:
    """A body that took over from, or gave over to, this one."""

    hvem: Henvisning
    omfang: Omfang
    fra: date
    tidligst: date | None
    """The earliest possible day, when the source does not tell the day."""
    belegg: Belegg


@dataclass(frozen=True, slots=True)
class Tilsynslinje:
    """A body at the other end of supervision, and where that comes from."""

    hvem: Henvisning
    belegg: Belegg


@dataclass(frozen=True, slots=True)
class Detalj:
    """One body with everything that hangs on it."""

    id: uuid.UUID
    kode: str
    slag: Slag
    status: Livsstatus
    naa: Versjonslinje
    siste: Versjonslinje
    """The newest version; what an ending is made against."""
    versjoner: tuple[Versjonslinje, ...]
    """Newest validity first; replaced ones too."""
    enheter: tuple[Enhetslinje, ...]
    omraader: tuple[Omraadelinje, ...]
    underordnede: tuple[Henvisning, ...]
    tilsyn: tuple[Tilsynslinje, ...]
    """For a commission those it supervises, for others the commissions."""
    etterfoelgere: tuple[Overgangslinje, ...]
    forgjengere: tuple[Overgangslinje, ...]

    @property
    def har_enheter(self) -> bool:
        """Whether a body of this kind has units."""
        return self.slag in SLAG_MED_ENHETER


def detail(kode: str, on: date, *, kjent: datetime | None = None) -> Detalj | None:
    """The body with a code, or None when the register never had it (at `kjent`)."""
    stored = Virksomhetsversjon.objects.filter(virksomhet__kode=kode)
    if kjent is not None:
        stored = stored.filter(registrert__lte=kjent)
    every = list(stored.select_related("virksomhet", "overordnet").order_by("gyldig_fra"))
    held = [row for row in every if _held(row, kjent)]
    if not held:
        return None
    body, shown = held[0].virksomhet, version_on(held, on)
    steps = _steps(body, kjent)
    links = _supervised(body, on, kjent)
    below = _below(body, on, kjent)
    wanted = {row.overordnet_id for row in every if row.overordnet_id} | set(links)
    wanted |= {key for step in steps for key in (step.fra_id, step.til_id)}
    names = _names(wanted, on, kjent)
    lines = {row.id: _line(row, names, kjent, shown) for row in every}
    newest_first = sorted(every, key=lambda r: (r.gyldig_fra, r.registrert), reverse=True)
    return Detalj(
        id=body.id,
        kode=body.kode,
        slag=Slag(body.slag),
        status=status_on(held, on),
        naa=lines[shown.id],
        siste=lines[held[-1].id],
        versjoner=tuple(lines[row.id] for row in newest_first),
        enheter=_units(body, on, kjent),
        omraader=_areas(body, on, kjent),
        underordnede=below,
        tilsyn=_supervision(links, names),
        etterfoelgere=_passed(steps, names, body, forward=True),
        forgjengere=_passed(steps, names, body, forward=False),
    )


def _held(row: Versjonert, kjent: datetime | None) -> bool:
    return row.erstattet is None or (kjent is not None and row.erstattet > kjent)


def _line(
    row: Virksomhetsversjon,
    names: dict[uuid.UUID, Henvisning],
    kjent: datetime | None,
    shown: Virksomhetsversjon,
) -> Versjonslinje:
    return Versjonslinje(
        id=row.id,
        navn=Text(row.navn, row.navn_nn or row.navn),
        orgnr=row.orgnr,
        sted=row.sted,
        overordnet=names.get(row.overordnet_id) if row.overordnet_id else None,
        gyldig_fra=row.gyldig_fra,
        gyldig_til=row.gyldig_til,
        mulig_fra=row.mulig_fra,
        mulig_til=row.mulig_til,
        registrert=row.registrert,
        registrert_av=row.registrert_av,
        grunn=row.grunn,
        erstattet=None if _held(row, kjent) else row.erstattet,
        utvalg=row.utvalg,
        belegg=rader.support(row, row.virksomhet.kode),
        vises=row.id == shown.id,
    )


def _names(
    wanted: Iterable[uuid.UUID], on: date, kjent: datetime | None
) -> dict[uuid.UUID, Henvisning]:
    """Names as they were on the date, or last, or first: a body of another time has a name too."""
    return {
        key: _reference(version_on(rows, on))
        for key, rows in rader.versions(set(wanted), kjent).items()
        if rows
    }


def _reference(row: Virksomhetsversjon) -> Henvisning:
    body = row.virksomhet
    return Henvisning(body.kode, Text(row.navn, row.navn_nn or row.navn), Slag(body.slag))


def _sorted(found: Iterable[Henvisning]) -> tuple[Henvisning, ...]:
    return tuple(sorted(found, key=lambda one: (sort_key(one.navn.nb), one.kode)))


def _steps(body: Virksomhet, kjent: datetime | None) -> list[Etterfoelger]:
    rows = Etterfoelger.objects.filter(Q(fra=body) | Q(til=body))
    return list(known(rows, kjent).order_by("gyldig_fra"))


def _passed(
    steps: Sequence[Etterfoelger],
    names: dict[uuid.UUID, Henvisning],
    body: Virksomhet,
    *,
    forward: bool,
) -> tuple[Overgangslinje, ...]:
    return tuple(
        Overgangslinje(
            names[other],
            Omfang(row.omfang),
            row.gyldig_fra,
            row.mulig_fra,
            rader.support(row, f"{body.kode}"),
        )
        for row in steps
        for here, other in [(row.fra_id, row.til_id) if forward else (row.til_id, row.fra_id)]
        if here == body.id and other in names
    )


def _supervised(body: Virksomhet, on: date, kjent: datetime | None) -> dict[uuid.UUID, Tilsyn]:
    rows = known(Tilsyn.objects.filter(Q(kommisjon=body) | Q(virksomhet=body)), kjent)
    return {
        row.virksomhet_id if row.kommisjon_id == body.id else row.kommisjon_id: row
        for row in rows
        if possibly(row, on)
    }


def _supervision(
    links: dict[uuid.UUID, Tilsyn], names: dict[uuid.UUID, Henvisning]
) -> tuple[Tilsynslinje, ...]:
    lines = (
        Tilsynslinje(names[key], rader.support(row, names[key].kode))
        for key, row in links.items()
        if key in names
    )
    return tuple(sorted(lines, key=lambda one: sort_key(one.hvem.navn.nb)))


def _below(body: Virksomhet, on: date, kjent: datetime | None) -> tuple[Henvisning, ...]:
    rows = known(Virksomhetsversjon.objects.filter(overordnet=body), kjent)
    shown = {
        row.virksomhet_id: row
        for row in rows.select_related("virksomhet").order_by("gyldig_fra")
        if possibly(row, on)
    }
    return _sorted(_reference(row) for row in shown.values())


def _units(body: Virksomhet, on: date, kjent: datetime | None) -> tuple[Enhetslinje, ...]:
    if Slag(body.slag) not in SLAG_MED_ENHETER:
        return ()
    groups: dict[uuid.UUID, list[Enhetsversjon]] = {}
    rows = known(Enhetsversjon.objects.filter(enhet__virksomhet=body), kjent)
    for row in rows.select_related("enhet").order_by("gyldig_fra"):
        groups.setdefault(row.enhet_id, []).append(row)
    levels = {
        level.kode: Text(level.navn, level.navn_nn)
        for level in known(Sikkerhetsnivaa.objects.order_by("gyldig_fra"), kjent)
    }
    shown = (version_on(group, on) for group in groups.values())
    lines = [
        Enhetslinje(
            id=row.enhet_id,
            kode=row.enhet.kode,
            navn=Text(row.navn, row.navn_nn or row.navn),
            sikkerhetsnivaa=levels[row.sikkerhetsnivaa],
            oppholdsform=Oppholdsform(row.oppholdsform),
            doertype=row.doertype,
            gyldig_fra=row.gyldig_fra,
            gyldig_til=row.gyldig_til,
            gjelder=surely(row, on),
            belegg=rader.support(row, row.enhet.kode),
        )
        for row in shown
    ]
    return tuple(sorted(lines, key=lambda one: (not one.gjelder, sort_key(one.navn.nb))))


def _areas(body: Virksomhet, on: date, kjent: datetime | None) -> tuple[Omraadelinje, ...]:
    rows = known(Omraade.objects.filter(virksomhet=body), kjent).order_by("kommunenr", "bydelnr")
    groups: dict[str, list[Omraade]] = {}
    for row in rows:
        if possibly(row, on):
            groups.setdefault(row.kommunenr, []).append(row)
    if not groups:
        return ()
    places = {}
    for place in known(Kommune.objects.all(), kjent).order_by("gyldig_fra"):
        places[place.kommunenr] = place
    numbers = {row.bydelnr for group in groups.values() for row in group if row.bydelnr}
    districts = known(Bydel.objects.filter(bydelnr__in=numbers), kjent) if numbers else ()
    named = {one.bydelnr: one.navn for one in districts}
    lines = [
        Omraadelinje(
            kommunenr=number,
            kommune=places[number].visningsnavn if number in places else number,
            fylke=places[number].fylke if number in places else "",
            bydeler=tuple(named.get(row.bydelnr, row.bydelnr) for row in group if row.bydelnr),
            sikker=all(surely(row, on) for row in group),
            belegg=rader.support(group[0], number),
        )
        for number, group in groups.items()
    ]
    return tuple(sorted(lines, key=lambda one: sort_key(one.kommune)))
