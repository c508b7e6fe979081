"""What every test of users needs: a key ring, a hasher that is not slow, a clock to set."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from django.test import override_settings

from samvern.engine import clock, keyring

type SetClock = Callable[[datetime], None]


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on what lies in var/."""
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring()))


@pytest.fixture(autouse=True)
def quick_hasher() -> Iterator[None]:
    """Scrypt is slow on purpose; one test looks that it is what the settings say."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def set_clock(monkeypatch: pytest.MonkeyPatch) -> SetClock:
    """Stop our clock at a moment."""

    def stop(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    return stop
