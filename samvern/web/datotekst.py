"""Re-export: the wording of dates is layer 1, because law sentences use it."""

from samvern.law.datotekst import *  # noqa: F403
