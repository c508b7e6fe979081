"""A key ring and a clock of the tests' own, and a small world: who and where."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any

import pytest
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from samvern.engine import keyring
from tests.apps.saker.verden import Verden, lag_verden
from tests.delt_base import kept

RING = json.dumps(keyring.new_ring())
"""One for the whole process: what is made once for a file must be readable in all its tests."""


def stage(patch: pytest.MonkeyPatch) -> None:
    """The keys, and the Monday morning of the demo."""
    patch.setenv(keyring.VARIABLE, RING)
    patch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:00+01:00")


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> None:
    stage(monkeypatch)


@pytest.fixture(autouse=True, scope="session")
def quick_hasher() -> Iterator[None]:
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


class Keeper:
    """Makes something in the database for a whole file of tests."""

    def __init__(self, blocker: DjangoDbBlocker) -> None:
        self._blocker = blocker

    def __call__[T](self, make: Callable[[], T]) -> AbstractContextManager[T]:
        """What `make` makes with the keys and the clock of the tests; see `delt_base.kept`."""

        def on_stage() -> T:
            with pytest.MonkeyPatch.context() as patch:
                stage(patch)
                return make()

        return kept(self._blocker, on_stage)


@pytest.fixture(scope="session")
def keep(django_db_setup: None, django_db_blocker: DjangoDbBlocker, quick_hasher: None) -> Keeper:
    return Keeper(django_db_blocker)


@pytest.fixture(scope="module")
def felles_verden(keep: Keeper) -> Iterator[Verden]:
    with keep(lag_verden) as made:
        yield made


def once[T](make: Callable[[Verden], T]) -> Any:
    """A fixture with what `make` makes of the world, once for a whole file of tests."""

    @pytest.fixture(scope="module")
    def made(keep: Keeper, felles_verden: Verden) -> Iterator[T]:
        with keep(lambda: make(felles_verden)) as found:
            yield found

    return made


@pytest.fixture
def verden(felles_verden: Verden, db: None) -> Verden:
    """The same world for every test in a file; what a test does to it, only that test sees."""
    return felles_verden
