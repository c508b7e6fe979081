"""The clock and the identifiers."""

import time
from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from samvern.engine import clock
from samvern.engine.ids import new_id

Patch = pytest.MonkeyPatch


@pytest.fixture(autouse=True)
def no_memory() -> None:
    clock._other_clock.cache_clear()


def test_now_is_utc_and_now(monkeypatch: Patch) -> None:
    monkeypatch.delenv(clock.VARIABLE, raising=False)
    before, now, after = datetime.now(UTC), clock.now(), datetime.now(UTC)
    assert before <= now <= after
    assert now.tzinfo is UTC


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-01-01T22:59:59Z", date(2026, 1, 1)),
        ("2026-01-01T23:00:00Z", date(2026, 1, 2)),
        ("2026-07-01T21:59:59Z", date(2026, 7, 1)),
        ("2026-07-01T22:00:00Z", date(2026, 7, 2)),
        ("2026-11-02T00:30:00+01:00", date(2026, 11, 2)),
    ],
)
def test_today_is_the_norwegian_date(monkeypatch: Patch, moment: str, day: date) -> None:
    monkeypatch.setenv(clock.VARIABLE, moment)
    assert clock.today() == day
    assert clock.now() == datetime.fromisoformat(moment)


def test_a_clock_may_run_on(monkeypatch: Patch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "fra 2026-11-02T09:00:00+01:00")
    first = clock.now()
    time.sleep(0.002)
    assert datetime(2026, 11, 2, 8, tzinfo=UTC) <= first < clock.now()
    assert (clock.now() - first).total_seconds() < 60


@pytest.mark.parametrize("value", ["i går", "2026-11-02", "2026-11-02T09:00:00", "fra nå"])
def test_an_unclear_clock_is_refused(monkeypatch: Patch, value: str) -> None:
    monkeypatch.setenv(clock.VARIABLE, value)
    with pytest.raises(ImproperlyConfigured, match=clock.VARIABLE):
        clock.now()


def test_production_has_no_other_clock(monkeypatch: Patch, settings: Settings) -> None:
    settings.PRODUCTION = True
    monkeypatch.setenv(clock.VARIABLE, "2026-11-02T09:00:00+01:00")
    with pytest.raises(ImproperlyConfigured, match="produksjon"):
        clock.today()


def test_ids_are_random() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert {id_.version for id_ in ids} == {4}
    # Every one of the 122 free bits takes both values.
    ones = zeros = 0
    for id_ in ids:
        ones |= id_.int
        zeros |= ~id_.int & ((1 << 128) - 1)
    assert (ones & zeros).bit_count() == 122
