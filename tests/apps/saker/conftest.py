"""A key ring and a clock of the tests' own, and a small world: who and where."""

import json
from collections.abc import Iterator

import pytest
from django.test import override_settings

from samvern.engine import keyring
from tests.apps.saker.verden import Verden, lag_verden


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring()))
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:00+01:00")


@pytest.fixture(autouse=True, scope="session")
def quick_hasher() -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def verden(db: None) -> Verden:
    return lag_verden()
