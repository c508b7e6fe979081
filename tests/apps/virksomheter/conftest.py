"""The reference data, loaded once for each file of tests and rolled back after it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from pytest_django import DjangoDbBlocker

from tests.apps.virksomheter.referansedata import bring_in


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        bring_in()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def referansedata(loaded: None, db: None) -> None:
    """What a test asks for: the data, and a transaction of its own inside theirs."""
