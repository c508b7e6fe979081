"""What no constraint in the database can hold: agreement between tables. Reads, never changes."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from typing import Final, NamedTuple

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from samvern.apps.virksomheter import orgnr
from samvern.apps.virksomheter.gyldighet import contradictions, overlaps, surely
from samvern.apps.virksomheter.koder import Omfang
from samvern.apps.virksomheter.models import (
    VERSJONERTE,
    Enhetsversjon,
    Etterfoelger,
    Lovbruddskategori,
    Sikkerhetsnivaa,
    Virksomhetsversjon,
)
from samvern.apps.virksomheter.versjonert import Versjonert, known, rows_of

CONTRADICTING: Final = (
    Q(gyldig_til__lt=F("gyldig_fra"))
    | Q(mulig_fra__gt=F("gyldig_fra"))
    | Q(mulig_til__isnull=False, gyldig_til__isnull=True)
    | Q(mulig_til__lt=F("gyldig_til"))
)
"""`gyldighet.contradictions`, asked of the database."""


class Body(NamedTuple):
    """What is needed of a version of a body: there are hundreds, and every act reads them all."""

    virksomhet_id: uuid.UUID
    navn: str
    orgnr: str
    gyldig_fra: date
    gyldig_til: date | None
    mulig_fra: date | None
    mulig_til: date | None


def faults() -> list[str]:
    """Everything that does not agree, in Norwegian; empty when all is well."""
    stored = known(rows_of(Virksomhetsversjon), None).values_list(*Body._fields)
    bodies = [Body(*row) for row in stored]
    after = list(known(Etterfoelger.objects.select_related("fra", "til"), None))
    return [
        *(fault for model in VERSJONERTE for fault in stored_validity_faults(model)),
        *(f"{b.navn}: ugyldig orgnr" for b in bodies if b.orgnr and not orgnr.is_valid(b.orgnr)),
        *successor_faults(after, bodies),
        *circle_faults(after),
        *group_faults(list(known(rows_of(Lovbruddskategori), None))),
        *unit_faults(),
    ]


def stored_validity_faults(model: type[Versjonert]) -> Iterator[str]:
    """The faults of a table. Its rows are read only when the database knows of one."""
    if _suspects(model).exists():
        yield from validity_faults(known(rows_of(model), None))


@cache
def _suspects[V: Versjonert](model: type[V]) -> QuerySet[V]:
    """The rows with such a fault, not asked for yet; put together once, since that takes longest.

    Of two that share a day, the later begins on a day when the earlier holds.
    """
    held = known(rows_of(model), None)
    same = {name: OuterRef(name) for name in model.NOEKKEL}
    open_then = Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=OuterRef("gyldig_fra"))
    earlier = held.filter(open_then, **same, gyldig_fra__lte=OuterRef("gyldig_fra"))
    return held.filter(CONTRADICTING | Exists(earlier.exclude(pk=OuterRef("pk"))))


def validity_faults(rows: Iterable[Versjonert]) -> Iterator[str]:
    """Dates that contradict each other, and two versions that hold on the same day."""
    groups = defaultdict(list)
    for row in rows:
        groups[row.noekkel()].append(row)
        yield from (f"{row}: {fault}" for fault in contradictions(row))
    for group in groups.values():
        ordered = sorted(group, key=lambda row: row.gyldig_fra)
        for earlier, later in pairwise(ordered):
            if overlaps(earlier, later):
                yield f"{later}: overlapper {earlier.gyldig_fra}"


def successor_faults(after: Sequence[Etterfoelger], bodies: Sequence[Body]) -> Iterator[str]:
    """A successor exists when it takes over, and takes over when the old body ends.

    Only a body that gives away a part lives on.
    """
    versions = defaultdict(list)
    for row in bodies:
        versions[row.virksomhet_id].append(row)
    for step in after:
        if not any(surely(row, step.gyldig_fra) for row in versions[step.til_id]):
            yield f"{step}: etterfølgeren finnes ikke {step.gyldig_fra}"
        old = max(versions[step.fra_id], key=lambda row: row.gyldig_fra, default=None)
        if old is None:
            yield f"{step}: den gamle har ingen versjon"
        elif step.omfang == Omfang.DEL:
            if old.gyldig_til is not None:
                yield f"{step}: avgir en del, men består ikke"
        elif _window(step.mulig_fra, step.gyldig_fra) != _next_day(old):
            yield f"{step}: tar ikke over når den gamle slutter"


def circle_faults(after: Sequence[Etterfoelger]) -> Iterator[str]:
    """Nobody is, in the end, their own successor."""
    following = defaultdict(set)
    for step in after:
        following[step.fra_id].add(step.til_id)
    for start in list(following):
        seen: set[uuid.UUID] = set()
        waiting = [start]
        while waiting:
            new = following.get(waiting.pop(), set()) - seen
            seen |= new
            waiting.extend(new)
        if start in seen:
            yield f"{start}: er sin egen etterfølger"


def group_faults(groups: Sequence[Lovbruddskategori]) -> Iterator[str]:
    """A group of offences stands under one that is in force when it is itself."""
    for row in groups:
        if row.overordnet_kode and not any(
            above.kode == row.overordnet_kode and surely(above, row.gyldig_fra) for above in groups
        ):
            yield f"{row}: {row.overordnet_kode} finnes ikke {row.gyldig_fra}"


def unit_faults() -> Iterator[str]:
    """A unit has a security level that is in the list when the unit begins."""
    units = list(known(rows_of(Enhetsversjon), None))
    levels = list(known(rows_of(Sikkerhetsnivaa), None)) if units else []
    for unit in units:
        if not any(
            level.kode == unit.sikkerhetsnivaa and surely(level, unit.gyldig_fra)
            for level in levels
        ):
            yield f"{unit}: sikkerhetsnivå {unit.sikkerhetsnivaa} finnes ikke {unit.gyldig_fra}"


def _window(first: date | None, sure: date) -> tuple[date, date]:
    return (first or sure, sure)


def _next_day(old: Body) -> tuple[date, date] | None:
    if old.gyldig_til is None:
        return None
    day = timedelta(days=1)
    return (old.gyldig_til + day, (old.mulig_til or old.gyldig_til) + day)
