"""The small world of the cases, and a sender for its caseworker."""

import pytest

from tests.api.klient import Sender, sender
from tests.apps.saker.conftest import felles_verden, keep, quick_hasher, ring, verden
from tests.apps.saker.verden import Verden

__all__ = ["felles_verden", "keep", "quick_hasher", "ring", "silje", "verden"]


@pytest.fixture
def silje(verden: Verden) -> Sender:
    """A system with a key for the caseworker in NK."""
    return sender(verden.nk)
