"""The same small world as for the cases."""

from tests.apps.saker.conftest import quick_hasher, ring, verden

__all__ = ["quick_hasher", "ring", "verden"]
