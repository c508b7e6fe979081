"""A progress bar on standard error for what takes more than a second, when a person looks on."""

import sys
import time
from collections.abc import Iterable, Iterator, Sized

PATIENCE = 1.0
"""Seconds before the bar is shown."""


def follow[T](items: Iterable[T], what: str, total: int | None = None) -> Iterator[T]:
    """Give the items one by one; show how far we are once it has taken a second."""
    if not sys.stderr.isatty():
        yield from items
        return
    total = len(items) if total is None and isinstance(items, Sized) else total
    started = time.monotonic()
    iterator = iter(items)
    done = 0
    for item in iterator:
        yield item
        done += 1
        if time.monotonic() - started > PATIENCE:
            break
    yield from _with_bar(iterator, what, total, done)


def _with_bar[T](items: Iterator[T], what: str, total: int | None, done: int) -> Iterator[T]:
    first = next(items, None)
    if first is None:
        return
    # lazy: rich takes a tenth of a second to load, and most runs never need it.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=total, completed=done)
        yield first
        progress.advance(task)
        for item in items:
            yield item
            progress.advance(task)
