"""Keeping what hardly ever changes for a short while, so that a page does not ask for it each time.

Only for names and reference data, where being a minute behind harms nobody; never for rights, cases
or persons. Kept per process and per database.
"""

import time
import weakref
from collections.abc import Callable, Hashable, Iterable
from threading import Lock
from typing import Any, Final

from django.db import connection

SECONDS: Final = 60.0
MOST: Final = 50_000


_EVERY: "weakref.WeakSet[Minne[Any, Any]]" = weakref.WeakSet()


def forget_all() -> None:
    """Forget everything kept in this process: the database under it has been replaced."""
    for one in list(_EVERY):
        one.forget()


class Minne[K: Hashable, V]:
    """Values by key, each forgotten after a minute."""

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._held: dict[tuple[str, K], tuple[float, V]] = {}
        self._lock = Lock()
        _EVERY.add(self)

    def get_many(self, keys: Iterable[K], fetch: Callable[[set[K]], dict[K, V]]) -> dict[K, V]:
        """The values of the keys; those not held are fetched, all at once, and held."""
        wanted, place, now = set(keys), str(connection.settings_dict["NAME"]), time.monotonic()
        with self._lock:
            found = {
                key: held[1]
                for key in wanted
                if (held := self._held.get((place, key))) and held[0] > now
            }
        missing = wanted - found.keys()
        if missing:
            fetched = fetch(missing)
            with self._lock:
                if len(self._held) > MOST:
                    self._held.clear()
                for key, value in fetched.items():
                    self._held[place, key] = (now + self._seconds, value)
            found |= fetched
        return found

    def forget(self) -> None:
        """Forget everything: something has been changed in this process."""
        with self._lock:
            self._held.clear()
