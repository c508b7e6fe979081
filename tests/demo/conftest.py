"""The demo's settings, with a key ring and a clock of the tests' own."""

import json

import pytest
from pytest_django import Settings

from samvern.cli.demo import CLOCK, MORNING
from samvern.engine import keyring


@pytest.fixture(autouse=True)
def stage(monkeypatch: pytest.MonkeyPatch, settings: Settings) -> None:
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring()))
    monkeypatch.setenv(CLOCK, MORNING.isoformat())
    settings.DEMO = True
