"""Reading and writing the log's rows. Nothing here decides whether an entry may be made."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import F
from django.views.decorators.debug import sensitive_variables

from samvern.apps.noekler.public import Keys
from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.koder import Virkning
from samvern.apps.saker.models import Hendelse, Sak, Saksteller
from samvern.engine import clock, ids
from samvern.engine.viewer import Viewer

VERSION = 1
"""Version of the schema of `innhold`; raised when a field changes its meaning."""


class Ny(NamedTuple):
    """One entry to be added, checked."""

    type: str
    skjedde: date
    kilde: str
    innhold: Mapping[str, Any]
    kilde_ref: str | None = None
    merknad: str | None = None
    virkning: str = Virkning.NY
    erstatter: int | None = None


_COLUMNS = (
    "nr",
    "type",
    "virkning",
    "erstatter",
    "skjedde",
    "registrert",
    "aktoer",
    "aktoer_rolle",
    "aktoer_virksomhet",
    "kilde",
    "innhold",
    "skjemaversjon",
)


def entries(sak: UUID) -> tuple[Oppfoering, ...]:
    """The whole log of a case, oldest entry first. One query."""
    rows = Hendelse.objects.filter(sak_id=sak).order_by("nr").values_list(*_COLUMNS)
    return tuple(Oppfoering(*row) for row in rows)


def as_entries(rows: Iterable[Hendelse]) -> tuple[Oppfoering, ...]:
    """Rows that are already fetched, as the fold reads them."""
    return tuple(Oppfoering(*(getattr(row, name) for name in _COLUMNS)) for row in rows)


def as_entry(new: Ny, nr: int, viewer: Viewer) -> Oppfoering:
    """The entry as it would stand in the log, for looking ahead."""
    return Oppfoering(
        nr,
        new.type,
        new.virkning,
        new.erstatter,
        new.skjedde,
        clock.now(),
        viewer.bruker,
        str(viewer.rolle),
        viewer.virksomhet,
        new.kilde,
        new.innhold,
        VERSION,
    )


def next_number(today: date) -> str:
    """Take the next case number of the year, `S-2026-0017`. Inside a transaction."""
    Saksteller.objects.get_or_create(aar=today.year)
    # The row is locked by the update until the transaction ends: no number is given twice.
    Saksteller.objects.filter(aar=today.year).update(siste=F("siste") + 1)
    last = Saksteller.objects.get(aar=today.year).siste
    return f"S-{today.year}-{last:04d}"


def lock(sak: UUID) -> Sak:
    """Fetch a case and hold it until the transaction ends. Raises Sak.DoesNotExist."""
    # The update takes the lock on SQLite too, where there is no SELECT FOR UPDATE.
    Sak.objects.filter(pk=sak).update(siste_nr=F("siste_nr"))
    return Sak.objects.select_for_update().get(pk=sak)


@sensitive_variables()
def append(sak: Sak, new: Ny, viewer: Viewer) -> Oppfoering:
    """Add one entry to a locked case and return it. Inside a transaction."""
    entry = as_entry(new, sak.siste_nr + 1, viewer)
    row = Hendelse(id=ids.new_id(), sak=sak, person_id=sak.person_id, **entry._asdict())
    if new.kilde_ref or new.merknad:
        keys = Keys.writing([sak.person_id])
        keys.seal(row, kilde_ref=new.kilde_ref or None, merknad=new.merknad or None)
    row.save(force_insert=True)
    sak.siste_nr = entry.nr
    sak.save(update_fields=["siste_nr"])
    return entry
