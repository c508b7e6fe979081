"""The one place that asks what time it is.

`SAMVERN_KLOKKE` sets another time, for tests and demo: an ISO 8601 moment with offset stands still
(`2026-11-02T09:00:00+01:00`); with `fra ` before it, the clock runs on from there. `at` sets it
for one block, for those who play what happened at other times.
"""

import functools
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

VARIABLE = "SAMVERN_KLOKKE"
OSLO = ZoneInfo("Europe/Oslo")
_RUNS_ON = "fra "
_STILL: ContextVar[datetime | None] = ContextVar("samvern_klokke", default=None)


def now() -> datetime:
    """Return this moment, aware, in UTC.

    Raises ImproperlyConfigured when `SAMVERN_KLOKKE` cannot be read, or is set in production.
    """
    still = _STILL.get()
    if still is not None:
        return still
    value = os.environ.get(VARIABLE, "")
    return _other_clock(value)() if value else datetime.now(UTC)


def today() -> date:
    """Return the date it is in Norway; legal dates are Norwegian dates, whatever the server says.

    Raises as `now`.
    """
    return now().astimezone(OSLO).date()


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let it be `moment` (aware) until the block ends, for what this task does and no other.

    It goes before `SAMVERN_KLOKKE`, and may be set again inside. Raises ImproperlyConfigured in
    production, and ValueError for a moment without a time zone.
    """
    if settings.PRODUCTION:
        raise ImproperlyConfigured("Klokken kan ikke stilles i produksjon.")
    if moment.tzinfo is None:
        raise ValueError("Tidspunktet skal ha tidssone.")
    token = _STILL.set(moment.astimezone(UTC))
    try:
        yield
    finally:
        _STILL.reset(token)


@functools.cache
def _other_clock(value: str) -> Callable[[], datetime]:
    if settings.PRODUCTION:
        raise ImproperlyConfigured(f"{VARIABLE} er ikke lov i produksjon.")
    try:
        moment = datetime.fromisoformat(value.removeprefix(_RUNS_ON))
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise ImproperlyConfigured(f"{VARIABLE} skal være et tidspunkt med tidssone (ISO 8601).")
    start = moment.astimezone(UTC)
    if not value.startswith(_RUNS_ON):
        return lambda: start
    begun = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - begun)
