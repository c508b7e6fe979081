"""Many at once on one case: nobody's entry is lost, nobody writes over another (TR-X13, TR-F5)."""

from functools import partial
from pathlib import Path
from uuid import UUID

import pytest

from samvern.apps.saker import projection
from samvern.apps.saker.actions import registrer_hendelse
from samvern.apps.saker.foering import EndretIMens
from samvern.apps.saker.innsending import Lagret
from samvern.apps.saker.models import Hendelse, Sak
from samvern.engine import audit, ids
from samvern.engine.viewer import Viewer
from tests.apps.saker.verden import Verden, hendelse, lag_verden, ny_sak
from tests.hostile.threads import in_threads

WRITERS, EACH = 4, 6


@pytest.fixture(autouse=True)
def clock_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:00+01:00")


def start() -> tuple[Verden, UUID]:
    verden = lag_verden()
    return verden, ny_sak(verden).sak


def write(viewer: Viewer, sak: UUID) -> list[int]:
    """Record events, looking again each time somebody else came first."""
    numbers = []
    for _ in range(EACH):
        newest = Sak.objects.get(pk=sak).siste_nr
        data, key = hendelse("utvisningsvedtak", "2025-03-01"), str(ids.new_id())
        while True:
            try:
                saved = registrer_hendelse.utfoer(
                    viewer, sak, data, forventet_nr=newest, noekkel=key
                )
            except EndretIMens as moved:
                newest = moved.siste_nr
                continue
            numbers.append(saved.nr)
            break
    return numbers


@pytest.mark.slow
@pytest.mark.krav("TR-X13")
def test_no_write_is_lost_and_none_is_silently_overtaken(shared_database: Path | None) -> None:
    ((verden, sak),) = in_threads([start])
    written = in_threads([partial(write, verden.silje, sak) for _ in range(WRITERS)])
    numbers = sorted(nr for one in written for nr in one)
    assert numbers == list(range(3, 3 + WRITERS * EACH))
    in_threads([partial(check, sak, WRITERS * EACH + 2)])


def check(sak: UUID, count: int) -> None:
    assert Hendelse.objects.filter(sak=sak).count() == count
    assert projection.check(sak)
    assert audit.verify().broken is None


def once(viewer: Viewer, sak: UUID, key: str) -> Lagret:
    return registrer_hendelse.utfoer(
        viewer, sak, hendelse("utvisningsvedtak", "2025-03-01"), forventet_nr=2, noekkel=key
    )


@pytest.mark.slow
@pytest.mark.krav("TR-F5")
def test_the_same_submission_from_many_at_once_is_one_entry(shared_database: Path | None) -> None:
    ((verden, sak),) = in_threads([start])
    answers = in_threads([partial(once, verden.silje, sak, "dobbeltklikk-1")] * WRITERS)
    assert {answer.nr for answer in answers} == {3}
    assert sorted(answer.gjentatt for answer in answers) == [False, True, True, True]
    in_threads([partial(check, sak, 3)])
