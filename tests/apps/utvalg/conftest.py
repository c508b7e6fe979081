"""A stopped clock, and two users who share nothing."""

import pytest

from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer


@pytest.fixture(autouse=True)
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:00+01:00")


def viewer(rolle: Rolle = Rolle.NK) -> Viewer:
    own = new_id()
    return Viewer(new_id(), "Prøve Bruker", rolle, own, frozenset({own}), new_id())
