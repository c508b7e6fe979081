"""Many writers at once: no number lost, none used twice, one chain."""

import collections
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from django.db import transaction

from samvern.engine import audit, chain
from samvern.engine.audit import Actor
from tests.hostile import verifier
from tests.hostile.threads import in_threads

WRITERS, EACH = 4, 100


def write(writer: int) -> list[int]:
    """Write entries, some refused, some rolled back again; the numbers that stand."""
    actor = Actor(f"bruker-{writer}", "nk", "virksomhet-1", f"forespoersel-{writer}")
    numbers = []
    for count in range(EACH):
        if count % 10 == 9:
            numbers.append(audit.record_denial(actor, "sak.vist", "ikke_tilgang"))
            continue
        if count % 10 == 5:
            with transaction.atomic():
                audit.record(actor, "sak.vist")
                transaction.set_rollback(True)
        with transaction.atomic():
            numbers.append(audit.record(actor, "sak.vist", saker=[f"sak-{count}"], lest=["navn"]))
    return numbers


def look() -> tuple[chain.Result, list[str]]:
    return audit.verify(), [chain.canonical(entry) for entry in audit.records()]


@pytest.mark.slow
def test_four_writers_make_one_dense_chain(shared_database: Path | None) -> None:
    (before,) = in_threads([audit.head])
    jobs = [partial(write, writer) for writer in range(WRITERS)]
    numbers = [number for written in in_threads(jobs) for number in written]
    expected = range(before.nr + 1, before.nr + WRITERS * EACH + 1)
    assert collections.Counter(numbers) == collections.Counter(expected)
    ((found, lines),) = in_threads([look])
    assert found.broken is None
    assert found.end.nr == expected[-1]
    assert verifier.fault(lines) == ""


def write_some(writer: int) -> list[int]:
    actor = Actor(f"bruker-{writer}", "nk", "virksomhet-1", "f")
    numbers = []
    for _ in range(EACH // 4):
        with transaction.atomic():
            numbers.append(audit.record(actor, "sak.vist"))
    return numbers


def verify_repeatedly() -> list[int]:
    found = [audit.verify() for _ in range(10)]
    assert [result.broken for result in found] == [None] * 10
    return [result.count for result in found]


def test_verifying_while_others_write_accuses_nobody(shared_database: Path | None) -> None:
    jobs: list[Callable[[], list[int]]] = [
        partial(write_some, 1),
        partial(write_some, 2),
        verify_repeatedly,
    ]
    _, _, counts = in_threads(jobs)
    assert counts == sorted(counts)
