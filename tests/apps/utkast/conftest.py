"""The same small world as for the cases."""

from tests.apps.saker.conftest import felles_verden, keep, quick_hasher, ring, verden

__all__ = ["felles_verden", "keep", "quick_hasher", "ring", "verden"]
