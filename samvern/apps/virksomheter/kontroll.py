"""What no constraint in the database can hold: agreement between tables. Reads, never changes."""

import uuid
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import cast

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


def faults() -> list[str]:
    """Everything that does not agree, in Norwegian; empty when all is well."""
    current = {model: list(known(rows_of(model), None)) for model in VERSJONERTE}
    bodies = cast(list[Virksomhetsversjon], current[Virksomhetsversjon])
    after = list(known(Etterfoelger.objects.select_related("fra", "til"), None))
    units = cast(list[Enhetsversjon], current[Enhetsversjon])
    levels = cast(list[Sikkerhetsnivaa], current[Sikkerhetsnivaa])
    groups = cast(list[Lovbruddskategori], current[Lovbruddskategori])
    return [
        *(fault for rows in current.values() for fault in validity_faults(rows)),
        *(f"{b}: ugyldig orgnr" for b in bodies if b.orgnr and not orgnr.is_valid(b.orgnr)),
        *successor_faults(after, bodies),
        *circle_faults(after),
        *group_faults(groups),
        *unit_faults(units, levels),
    ]


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


def successor_faults(
    after: Sequence[Etterfoelger], bodies: Sequence[Virksomhetsversjon]
) -> Iterator[str]:
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


def unit_faults(units: Sequence[Enhetsversjon], levels: Sequence[Sikkerhetsnivaa]) -> Iterator[str]:
    """A unit has a security level that is in the list when the unit begins."""
    for unit in units:
        if not any(
            level.kode == unit.sikkerhetsnivaa and surely(level, unit.gyldig_fra)
            for level in levels
        ):
            yield f"{unit}: sikkerhetsnivå {unit.sikkerhetsnivaa} finnes ikke {unit.gyldig_fra}"


def _window(first: date | None, sure: date) -> tuple[date, date]:
    return (first or sure, sure)


def _next_day(old: Virksomhetsversjon) -> tuple[date, date] | None:
    if old.gyldig_til is None:
        return None
    day = timedelta(days=1)
    return (old.gyldig_til + day, (old.mulig_til or old.gyldig_til) + day)
