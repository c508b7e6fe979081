"""A key ring of the tests' own, and one municipality that exists."""

import json

import pytest

from samvern.engine import keyring
from tests.apps.virksomheter.test_fences import DAY, kommune


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring()))
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-02T09:00:00+01:00")


@pytest.fixture
def bosted(db: None) -> str:
    row = kommune(DAY)
    row.save(force_insert=True)
    return row.kommunenr
