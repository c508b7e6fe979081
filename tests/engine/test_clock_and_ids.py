"""The clock and the identifiers."""

import threading
import time
from datetime import UTC, date, datetime, timedelta

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


STORY = datetime(2013, 2, 4, 9, 0, tzinfo=clock.OSLO)


def test_the_clock_can_be_set_for_a_block(monkeypatch: Patch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "2026-11-23T08:10:00+01:00")
    with clock.at(STORY):
        assert clock.now() == STORY
        assert clock.now().tzinfo is UTC
        assert clock.today() == date(2013, 2, 4)
        with clock.at(datetime(2005, 3, 9, 23, 30, tzinfo=UTC)):
            assert clock.today() == date(2005, 3, 10)
        assert clock.now() == STORY
    assert clock.today() == date(2026, 11, 23)


def test_the_clock_is_put_back_when_the_block_fails(monkeypatch: Patch) -> None:
    monkeypatch.setenv(clock.VARIABLE, "2026-11-23T08:10:00+01:00")
    with pytest.raises(LookupError), clock.at(STORY):
        raise LookupError
    assert clock.today() == date(2026, 11, 23)


def test_the_clock_is_set_for_this_task_only() -> None:
    seen: list[datetime] = []
    with clock.at(STORY):
        other = threading.Thread(target=lambda: seen.append(clock.now()))
        other.start()
        other.join()
    assert seen[0] - STORY > timedelta(days=365)


def test_nobody_sets_the_clock_in_production(settings: Settings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(ImproperlyConfigured, match="produksjon"), clock.at(STORY):
        pass
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(minutes=1)


def test_a_moment_without_a_time_zone_sets_no_clock() -> None:
    with pytest.raises(ValueError, match="tidssone"), clock.at(datetime(2013, 2, 4, 9, 0)):  # noqa: DTZ001
        pass


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
