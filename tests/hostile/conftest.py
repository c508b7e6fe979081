"""A key ring for tests about attack and loss."""

import json

import pytest

from samvern.engine import keyring


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on what lies in var/."""
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring()))
