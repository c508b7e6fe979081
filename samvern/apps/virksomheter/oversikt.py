"""The list of organisations: search, kind, validity on a date, order. For pages, API and CLI.

Reference data only: nothing here is about a person. Two queries, whatever is asked for.
"""

import uuid
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from samvern.apps.virksomheter.grupper import GRUPPE_AV, Gruppe, Gyldighet, Livsstatus
from samvern.apps.virksomheter.gyldighet import (
    UKJENT_START,
    HarGyldighet,
    possibly,
    surely,
    surely_ended,
)
from samvern.apps.virksomheter.koder import SLAGNAVN, Slag
from samvern.apps.virksomheter.models import Kommune, Virksomhetsversjon
from samvern.apps.virksomheter.queries import page_of
from samvern.apps.virksomheter.soek import matches, sort_key
from samvern.apps.virksomheter.svar import Side
from samvern.apps.virksomheter.versjonert import known
from samvern.law.text import Text

SORTERINGER: Final = ("navn", "slag", "sted", "fra")
KOMMUNESLAG: Final = Text("Kommune", "Kommune")


@dataclass(frozen=True, slots=True)
class Utvalg:
    """What is asked for. `slag` None is every kind; `sortering` is one of SORTERINGER."""

    paa: date
    tekst: str = ""
    slag: Gruppe | None = None
    gyldighet: Gyldighet = Gyldighet.GJELDENDE
    sortering: str = "navn"
    synkende: bool = False
    kjent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Rad:
    """One body or municipality in the list, as it was on the date (or was last, or will be)."""

    kode: str
    navn: Text
    gruppe: Gruppe
    slag: Text
    sted: str
    orgnr: str
    overordnet: Text | None
    overordnet_kode: str
    gyldig_fra: date
    gyldig_til: date | None
    start_ukjent: bool
    status: Livsstatus
    ikke_verifisert: bool

    @property
    def er_kommune(self) -> bool:
        """Whether the row is a municipality, which has a page of its own kind."""
        return self.gruppe is Gruppe.KOMMUNE


@dataclass(frozen=True, slots=True)
class Liste:
    """One page of the list, and how many the search found of each kind."""

    side: Side[Rad]
    antall: dict[Gruppe, int]
    """Of every kind, with the same words and validity."""

    @property
    def alle(self) -> int:
        """The number over every kind."""
        return sum(self.antall.values())


def status_on(versions: Sequence[HarGyldighet], on: date) -> Livsstatus:
    """What the versions of one body together say of a date."""
    if any(surely(one, on) for one in versions):
        return Livsstatus.GJELDER
    if any(possibly(one, on) for one in versions):
        return Livsstatus.USIKKER
    if all(surely_ended(one, on) for one in versions):
        return Livsstatus.OPPHOERT
    begun = any((one.mulig_fra or one.gyldig_fra) <= on for one in versions)
    return Livsstatus.USIKKER if begun else Livsstatus.KOMMER


def version_on[V: HarGyldighet](versions: Sequence[V], on: date) -> V:
    """The version to show for a date: the sure one, a possible one, the last before, or the first.

    `versions` is not empty and is ordered by `gyldig_fra`.
    """
    for holds in (surely, possibly):
        if found := [one for one in versions if holds(one, on)]:
            return found[-1]
    earlier = [one for one in versions if one.gyldig_fra <= on]
    return earlier[-1] if earlier else versions[0]


def overview(wanted: Utvalg, page: int = 1, size: int = 25) -> Liste:
    """The list for a choice. Raises ValueError for a size below 1. Two queries."""
    rows = [*_bodies(wanted), *_municipalities(wanted)]
    found = [row for row in rows if _held(row, wanted.gyldighet) and _matches(row, wanted.tekst)]
    shown = [row for row in found if wanted.slag in {None, row.gruppe}]
    shown.sort(key=lambda row: _key(row, wanted.sortering), reverse=wanted.synkende)
    counts = Counter(row.gruppe for row in found)
    return Liste(page_of(shown, page, size), {one: counts[one] for one in Gruppe})


def _held(row: Rad, asked: Gyldighet) -> bool:
    if asked is Gyldighet.ALLE:
        return True
    if asked is Gyldighet.OPPHOERT:
        return row.status is Livsstatus.OPPHOERT
    return row.status in {Livsstatus.GJELDER, Livsstatus.USIKKER}


def _matches(row: Rad, text: str) -> bool:
    digits = "".join(text.split())
    return matches(text.replace("\u00a0", " "), row.navn.nb, row.navn.nn, row.kode, row.sted) or (
        bool(digits) and digits == row.orgnr
    )


def _key(row: Rad, order: str) -> tuple[str, ...]:
    first = {
        "slag": sort_key(row.slag.nb),
        # What has no place comes after those that have one.
        "sted": sort_key(row.sted) if row.sted else "~",
        "fra": "" if row.start_ukjent else row.gyldig_fra.isoformat(),
    }.get(order, "")
    return (first, sort_key(row.navn.nb), row.kode)


def _bodies(wanted: Utvalg) -> Iterator[Rad]:
    stored = known(Virksomhetsversjon.objects.all(), wanted.kjent)
    groups: dict[uuid.UUID, list[Virksomhetsversjon]] = {}
    for row in stored.select_related("virksomhet", "overordnet").order_by("gyldig_fra"):
        groups.setdefault(row.virksomhet_id, []).append(row)
    shown = {body: version_on(rows, wanted.paa) for body, rows in groups.items()}
    for body, row in shown.items():
        above = shown.get(row.overordnet_id) if row.overordnet_id else None
        slag = Slag(row.virksomhet.slag)
        yield Rad(
            kode=row.virksomhet.kode,
            navn=Text(row.navn, row.navn_nn or row.navn),
            gruppe=GRUPPE_AV[slag],
            slag=SLAGNAVN[slag],
            sted=row.sted,
            orgnr=row.orgnr,
            overordnet=Text(above.navn, above.navn_nn or above.navn) if above else None,
            overordnet_kode=above.virksomhet.kode if above else "",
            gyldig_fra=groups[body][0].gyldig_fra,
            gyldig_til=groups[body][-1].gyldig_til,
            start_ukjent=groups[body][0].mulig_fra == UKJENT_START,
            status=status_on(groups[body], wanted.paa),
            ikke_verifisert=row.ikke_verifisert,
        )


def _municipalities(wanted: Utvalg) -> Iterator[Rad]:
    groups: dict[str, list[Kommune]] = {}
    for row in known(Kommune.objects.all(), wanted.kjent).order_by("gyldig_fra"):
        groups.setdefault(row.kommunenr, []).append(row)
    for number, rows in groups.items():
        shown = version_on(rows, wanted.paa)
        yield Rad(
            kode=number,
            navn=Text(shown.visningsnavn, shown.visningsnavn),
            gruppe=Gruppe.KOMMUNE,
            slag=KOMMUNESLAG,
            sted=shown.fylke,
            orgnr="",
            overordnet=None,
            overordnet_kode="",
            gyldig_fra=rows[0].gyldig_fra,
            gyldig_til=rows[-1].gyldig_til,
            start_ukjent=rows[0].mulig_fra == UKJENT_START,
            status=status_on(rows, wanted.paa),
            ikke_verifisert=shown.ikke_verifisert,
        )
