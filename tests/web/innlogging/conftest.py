"""The same as for the users themselves."""

from tests.apps.brukere.conftest import SetClock, quick_hasher, ring, set_clock

__all__ = ["SetClock", "quick_hasher", "ring", "set_clock"]
