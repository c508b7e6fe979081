"""A key ring of the tests' own, so that none depends on what lies in var/."""

import json

import pytest

from samvern.engine import keyring


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    data = keyring.new_ring("en")
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(data))
    return data
