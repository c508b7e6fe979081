"""Who runs which test when several processes share the work: the long ones first, so that none of
them is left alone at the end. A module stays together, because its fixtures are made once.
"""

from functools import cache
from pathlib import PurePosixPath

import pytest
from xdist.scheduler.loadscope import LoadScopeScheduling

LONG = (
    "tests/hostile/test_idor.py",
    "tests/demo/test_hele_demoen.py",
    "tests/journeys",
    "tests/hostile",
    "tests/oracle",
    "tests/demo",
    "tests/cli",
    "tests/api",
    "tests/web",
    "tests/apps",
)
"""Places in the order in which their tests start; the rest comes after."""

ONE_BY_ONE = frozenset(
    f"tests/journeys/test_{name}.py" for name in ("axe", "frame", "fristberegner", "innlogging")
)
"""Modules without a fixture of their own that costs anything: each test may run anywhere."""


def module_of(nodeid: str) -> str:
    return nodeid.partition("::")[0]


@cache
def place(module: str) -> int:
    """Where in the order the tests of a module start."""
    path = PurePosixPath(module)
    return next((n for n, one in enumerate(LONG) if path.is_relative_to(one)), len(LONG))


def long_first(items: list[pytest.Item]) -> None:
    """Sort in place; within a place the order stays as it was."""
    items.sort(key=lambda item: place(module_of(item.nodeid)))


class Scheduler(LoadScopeScheduling):  # type: ignore[misc]
    """Gives out whole modules, or single tests where a module may be split, in the items' order."""

    def _split_scope(self, nodeid: str) -> str:
        module = module_of(nodeid)
        return nodeid if module in ONE_BY_ONE else module
