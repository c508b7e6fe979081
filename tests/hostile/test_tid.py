"""Hidden and missing take the same work: the same questions to the database, and the measuring.

The times themselves are measured by `python -m tests.hostile.tidsmaaling`.
"""

import random
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.apps.saker.conftest import quick_hasher, ring
from tests.hostile.tidsmaaling import Maaling, mann_whitney
from tests.hostile.tidsspoersmaal import questions

__all__ = ["quick_hasher", "ring"]

VALUE = re.compile(r"""\bs\d+_x\d+\b|'[^']*'|\b[0-9a-f]{32}\b|\b\d+\b|x'[^']*'""")


def shapes(captured: list[dict[str, str]]) -> list[str]:
    """The questions, without what they ask about."""
    return [VALUE.sub("?", one["sql"]) for one in captured]


@pytest.mark.django_db
@pytest.mark.usefixtures("quick_hasher", "ring")
@pytest.mark.krav("TR-A3", "TR-X10")
def test_hidden_and_missing_ask_the_database_the_same() -> None:
    for name, ask in questions():
        asked = []
        for there in (True, False, True, False):
            with CaptureQueriesContext(connection) as seen:
                ask(there)
            asked.append(shapes(seen.captured_queries))
        assert asked[2] == asked[3], name
        assert len(asked[2]) > 3, "nothing was asked, and nothing was proved"


def test_a_difference_is_found_and_chance_is_not() -> None:
    chance = random.Random(4)  # noqa: S311 -- times, no secrets
    one = [chance.gauss(0.020, 0.004) for _ in range(400)]
    two = [chance.gauss(0.020, 0.004) for _ in range(400)]
    slower = [t + 0.003 for t in two]
    assert mann_whitney(one, two) > 0.01
    assert not Maaling("like", one, two).skiller
    assert Maaling("ulike", slower, one).skiller
    assert 0.0025 < Maaling("ulike", slower, one).forskjell < 0.0035
