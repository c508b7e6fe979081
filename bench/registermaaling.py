"""Copying the demo's cases until there are many, and timing each page. See `bench.register`."""

import statistics
import time
from collections import defaultdict
from typing import Any

from django.db import connection

from bench.registersider import bare_audited, client, pages
from samvern.apps.saker import models
from samvern.demo import lasting
from samvern.engine.ids import new_id
from samvern.engine.lesing import system_fence

ROUNDS = 30
BATCH = 500


def copy_cases(count: int) -> int:
    """Copy the cases there are, with everything in them, until there are `count`; how many."""
    parts: tuple[Any, ...] = (
        models.Hendelse, models.Saksstand, models.Saksdeltaker, models.Saksplassering,
        models.Saksfrist, models.Saksoppgave,
    )  # fmt: skip
    originals = list(models.Sak.objects.order_by("saksnr"))
    rows = {table: _by_case(table) for table in parts}
    made = len(originals)
    while made < count:
        batch: dict[Any, list[Any]] = {table: [] for table in parts}
        cases = []
        for original in originals[: count - made]:
            made += 1
            key = new_id()
            cases.append(models.Sak(
                id=key, saksnr=f"S-2027-{made:05d}", person_id=original.person_id,
                opprettet=original.opprettet, siste_nr=original.siste_nr,
            ))  # fmt: skip
            for table in parts:
                batch[table] += [_moved(table, r, key) for r in rows[table][original.pk]]
        models.Sak.objects.bulk_create(cases, batch_size=BATCH)
        for table, copies in batch.items():
            table.objects.bulk_create(copies, batch_size=BATCH)
    return made


def _by_case(table: Any) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for row in table.objects.all():
        found[row.sak_id].append(row)
    return found


def _moved(table: Any, row: Any, key: Any) -> Any:
    """A copy of a row for another case. Sealed texts stay behind: they are bound to their row."""
    held = {f.attname: getattr(row, f.attname) for f in table._meta.concrete_fields}  # noqa: SLF001
    held["sak_id"] = key
    if "merknad" in held:
        held |= {"merknad": None, "kilde_ref": None}
    if "id" in held:
        held.pop("id")
    return table(**held)


def _times(fetch: Any) -> dict[str, float]:
    spent = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        fetch()
        spent.append((time.perf_counter() - started) * 1000)
    cuts = statistics.quantiles(spent, n=20)
    return {"p50": statistics.median(spent), "p95": cuts[18]}


def _settle() -> None:
    """As in production: PostgreSQL knows its tables, and shows no case to whoever is not told."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    if models.Sak.objects.exists():
        raise RuntimeError("The row fence is not up: these are not the times of production.")


def measure(count: int) -> dict[str, Any]:
    """Load, copy, and time every page as a caseworker in NK sees it. Raises RuntimeError when a
    page fails, or when PostgreSQL has no row fence."""
    lasting.load()
    with system_fence():
        total = copy_cases(count)
        addresses = pages()
    _settle()
    browser = client()
    found: dict[str, Any] = {"saker": total, "bar_revidert_side": _times(bare_audited())}
    for name, address in addresses.items():
        found[name] = _times(lambda address=address: _fetch(browser, address))
        found[name]["forhold"] = found[name]["p50"] / found["bar_revidert_side"]["p50"]
    return found


def _fetch(browser: Any, address: str) -> None:
    answer = browser.get(address)
    if answer.status_code != 200:
        raise RuntimeError(f"{address}: {answer.status_code}")
