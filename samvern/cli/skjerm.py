"""Where readable output goes: the terminal as it is, or a fixed width when it is kept."""

import sys

from rich.console import Console

WIDTH_IN_FILES = 120


def console() -> Console:
    """Return a console for standard output. Markup and emoji codes in the texts are never read."""
    width = None if sys.stdout.isatty() else WIDTH_IN_FILES
    return Console(width=width, highlight=False, markup=False, emoji=False, soft_wrap=False)
