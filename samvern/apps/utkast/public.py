"""Drafts: what a person has begun to write in a form, kept until it is saved or thirty days old.

The caller has already made sure that the viewer may see the case and use the form; a draft is
shown only beside them. The content is sealed (docs/kryptering.md) and opened for its writer alone.
Run `lagre` and `forkast` inside `writing(viewer)` and `hent` and `egne` inside `reading(…)`.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID, uuid4

from django.db.models import QuerySet

from samvern.apps.noekler.public import ERASED, Keys, create_key, destroy_key
from samvern.apps.utkast.access import own
from samvern.apps.utkast.models import Utkast
from samvern.engine import audit, clock
from samvern.engine.viewer import Viewer

LEVETID: Final = timedelta(days=30)
STOERST: Final = 60_000
"""Characters; a form with every field full is far below."""

type Verdier = Mapping[str, Sequence[str]]
"""What was typed, by field name; several values only for check boxes."""


class ForStort(ValueError):
    """More was sent than any form holds."""


@dataclass(frozen=True, slots=True)
class Utkastrad:
    """That there is a draft, and since when. Nothing of its content."""

    sak: UUID | None
    slag: str
    oppdatert: datetime


@dataclass(frozen=True, slots=True)
class Utkastbilde:
    """A draft opened for the one who wrote it."""

    verdier: dict[str, list[str]]
    oppdatert: datetime


def egne(viewer: Viewer, sak: UUID | None) -> tuple[Utkastrad, ...]:
    """The viewer's drafts in one case (None: new cases), newest first. One query."""
    rows = own(viewer).filter(sak=sak).order_by("-oppdatert")
    return tuple(Utkastrad(row.sak_id, row.slag, row.oppdatert) for row in rows.defer("innhold"))


def saker(viewer: Viewer) -> frozenset[UUID | None]:
    """The cases the viewer has drafts in (None: a new case). One query."""
    return frozenset(own(viewer).values_list("sak", flat=True))


def hent(viewer: Viewer, sak: UUID | None, slag: str) -> Utkastbilde | None:
    """The viewer's draft of one form, opened; None when there is none or the person is erased.

    Two queries. Raises KanIkkeAapnes when the content is altered.
    """
    row = own(viewer).filter(sak=sak, slag=slag).first()
    if row is None:
        return None
    text = Keys.reading([row.subjekt]).open(row, "innhold")
    if text is ERASED or not isinstance(text, str):
        return None
    return Utkastbilde(json.loads(text), row.oppdatert)


def lagre(viewer: Viewer, sak: UUID | None, slag: str, verdier: Verdier) -> datetime:
    """Keep what is typed so far in one form, in the place of what was kept before; when.

    What says nothing is not kept, and a form with nothing in it leaves no draft. Raises ForStort,
    ErSlettet when the person is erased, and TransactionManagementError outside a transaction.
    """
    kept = {name: list(values) for name, values in verdier.items() if any(values)}
    text = json.dumps(kept, ensure_ascii=False, sort_keys=True)
    if len(text) > STOERST:
        raise ForStort
    moment = clock.now()
    slett_gamle()
    row = own(viewer).filter(sak=sak, slag=slag).select_for_update().first()
    if not kept:
        return _removed(viewer, row) or moment
    if row is None:
        row = _new(viewer, sak, slag)
    keys = Keys.writing([row.subjekt])
    keys.seal(row, innhold=text)
    row.oppdatert, row.slettes = moment, moment + LEVETID
    row.save()
    audit.record(viewer.actor, "utkast.lagret", saker=_case(row), skrevet=["utkast.innhold"])
    return moment


def forkast(viewer: Viewer, sak: UUID | None, slag: str) -> None:
    """Delete the viewer's draft of one form, if there is one."""
    _removed(viewer, own(viewer).filter(sak=sak, slag=slag).first())


def slett_gamle() -> int:
    """Delete every draft that has expired, whoever wrote it, with its key; how many."""
    return _delete(Utkast.objects.filter(slettes__lte=clock.now()))


def _new(viewer: Viewer, sak: UUID | None, slag: str) -> Utkast:
    row = Utkast(id=uuid4(), bruker=viewer.bruker, sak_id=sak, slag=slag)
    if row.sak is not None:
        row.subjekt = row.sak.person_id
    else:
        row.subjekt = row.id
        create_key(row.id)
    return row


def _removed(viewer: Viewer, row: Utkast | None) -> datetime | None:
    """Delete one draft and say so in the log; when, or None when there was none."""
    if row is None:
        return None
    cases = _case(row)
    _delete(Utkast.objects.filter(pk=row.pk))
    audit.record(viewer.actor, "utkast.slettet", saker=cases, skrevet=["utkast.innhold"])
    return clock.now()


def _delete(rows: QuerySet[Utkast]) -> int:
    # A draft that is its own subject has a key of its own: with it gone, no backup tells anything.
    found = list(rows.values_list("pk", "subjekt"))
    for pk, subject in found:
        if pk == subject:
            destroy_key(subject)
    Utkast.objects.filter(pk__in=[pk for pk, _ in found]).delete()
    return len(found)


def _case(row: Utkast) -> list[UUID]:
    return [row.sak_id] if row.sak_id is not None else []
