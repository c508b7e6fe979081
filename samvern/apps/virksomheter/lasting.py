"""Loading the reference data that come with the program into the database.

May be run any number of times: what is already there stays, what the files now say otherwise
becomes new versions, and nothing is overwritten or removed. What an administrator has changed is
never changed back: the file's version is then left out and told in the result.
"""

import uuid
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from samvern.apps.virksomheter.models import Virksomhet
from samvern.apps.virksomheter.referansefiler import (
    DATA,
    FeilIReferansedata,
    bodies,
    every_version,
)
from samvern.apps.virksomheter.versjonert import Versjonert, known, rows_of

LASTER = "referansedata"
"""Stands in `registrert_av` for what the loader wrote."""
GRUNN = "Referansedata som følger med programmet"
BATCH = 500


@dataclass(slots=True)
class Resultat:
    """What a loading did, in numbers of rows by table, and what it left alone."""

    nye: dict[str, int] = field(default_factory=dict)
    erstattet: dict[str, int] = field(default_factory=dict)
    uendret: dict[str, int] = field(default_factory=dict)
    lokalt_endret: list[str] = field(default_factory=list)
    """Keys that somebody has changed here, and where the file says something else."""
    ikke_i_filene: list[str] = field(default_factory=list)
    """Keys that an earlier file held and this one does not; their rows stay."""

    @property
    def endret(self) -> bool:
        """Whether anything was written."""
        return any(self.nye.values()) or any(self.erstattet.values())


@transaction.atomic
def load_reference_data(now: datetime | None = None, folder: Path = DATA) -> Resultat:
    """Bring the database up to the files. Run after `migrate`, before the first request.

    `now` is the moment of registration. Raises FeilIReferansedata, and then nothing is changed.
    """
    when = now or timezone.now()
    result = Resultat()
    ids = _identities(bodies(folder))
    for model, wanted in every_version(ids, folder).items():
        _bring_up(model, wanted, when, result)
    return result


def _identities(kinds: dict[str, str]) -> dict[str, uuid.UUID]:
    stored = {body.kode: body for body in Virksomhet.objects.filter(kode__in=kinds)}
    for kode, body in stored.items():
        if body.slag != kinds[kode]:
            raise FeilIReferansedata(f"{kode} er {body.slag} her, men {kinds[kode]} i filen")
    new = [Virksomhet(kode=kode, slag=slag) for kode, slag in kinds.items() if kode not in stored]
    Virksomhet.objects.bulk_create(new, batch_size=BATCH)
    return {body.kode: body.id for body in (*stored.values(), *new)}


def _bring_up(
    model: type[Versjonert], wanted: list[Versjonert], when: datetime, result: Resultat
) -> None:
    """One table: close what the file no longer says, add what it says anew."""
    stored, files = defaultdict(list), defaultdict(list)
    for row in known(rows_of(model), None):
        stored[row.noekkel()].append(row)
    for row in wanted:
        files[row.noekkel()].append(row)
    close, add = [], []
    name = model.__name__.lower()
    for key, rows in files.items():
        here = {row.innhold(): row for row in stored[key]}
        there = {row.innhold(): row for row in rows}
        gone = [row for said, row in here.items() if said not in there]
        new = [row for said, row in there.items() if said not in here]
        if any(row.registrert_av != LASTER for row in here.values()):
            if gone or new:
                result.lokalt_endret.append(_told(name, rows[0]))
            continue
        close += [row.pk for row in gone]
        add += new
    result.ikke_i_filene += [
        _told(name, rows[0])
        for key, rows in stored.items()
        if key not in files and all(row.registrert_av == LASTER for row in rows)
    ]
    _write(model, close, add, when)
    result.nye[name], result.erstattet[name] = len(add), len(close)
    result.uendret[name] = len(wanted) - len(add)


def _write(
    model: type[Versjonert], close: list[uuid.UUID], add: list[Versjonert], when: datetime
) -> None:
    if close:
        rows_of(model).filter(pk__in=close).update(erstattet=when)
    for row in add:
        row.registrert, row.registrert_av, row.grunn = when, LASTER, GRUNN
    rows_of(model).bulk_create(add, batch_size=BATCH)


def _told(name: str, row: Versjonert) -> str:
    return f"{name} {row}"
