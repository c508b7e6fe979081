"""Does the time of an answer tell whether a case exists? (Trust table A3, X10.)

    python -m tests.hostile.tidsmaaling [ANTALL]

Asks, in one process and on a database of its own, for a case that is there but not the asker's, and
for one that is not there, in random order, ANTALL times each (10 000). For the case page, for the
API and for the search by identity number. Prints the medians, the difference of the means, and the
probability of so different ranks by chance (Mann-Whitney, two-sided). Fails when both are outside
the goal: p <= 0.01 and a difference of 2 ms or more.

Not part of `make test`: what a shared machine does meanwhile is no fault of the program.
"""

import gc
import json
import logging
import math
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from statistics import fmean, median
from typing import Any, Final

import django
from django.core.management import call_command
from django.test.utils import setup_test_environment

from samvern.engine import keyring

SAMPLES: Final = 10_000
MOST_P: Final = 0.01
MOST_DIFFERENCE: Final = 0.002
"""Seconds."""
WARM: Final = 50

type Ask = Callable[[bool], Any]
"""Ask once: for what is there, or for what is not."""


@dataclass(frozen=True, slots=True)
class Maaling:
    """The times of one question, in seconds."""

    navn: str
    finnes: Sequence[float]
    finnes_ikke: Sequence[float]

    @property
    def forskjell(self) -> float:
        """Mean of the hidden minus mean of the missing, without the slowest twentieth of each:
        what the machine did meanwhile."""
        return _trimmed(self.finnes) - _trimmed(self.finnes_ikke)

    @property
    def p(self) -> float:
        """How likely ranks at least so different are by chance."""
        return mann_whitney(self.finnes, self.finnes_ikke)

    @property
    def skiller(self) -> bool:
        """Whether somebody could tell the two apart, by the goal of the trust table."""
        return self.p <= MOST_P and abs(self.forskjell) >= MOST_DIFFERENCE

    def __str__(self) -> str:
        there, missing = median(self.finnes) * 1000, median(self.finnes_ikke) * 1000
        return (
            f"{self.navn:<22} finnes {there:7.3f} ms   finnes ikke {missing:7.3f} ms   "
            f"forskjell {self.forskjell * 1000:+7.3f} ms   p = {self.p:.3f}"
        )


def _trimmed(times: Sequence[float]) -> float:
    return fmean(sorted(times)[: max(1, len(times) * 19 // 20)])


def mann_whitney(first: Sequence[float], second: Sequence[float]) -> float:
    """The two-sided probability, by the normal approximation (fine from twenty of each)."""
    many, more = len(first), len(second)
    marked = sorted([(t, 0) for t in first] + [(t, 1) for t in second])
    ranks = sum(place for place, (_, which) in enumerate(marked, 1) if which == 0)
    u = ranks - many * (many + 1) / 2
    spread = math.sqrt(many * more * (many + more + 1) / 12)
    return math.erfc(abs(u - many * more / 2) / spread / math.sqrt(2))


def measure(navn: str, ask: Ask, samples: int, seed: int = 1) -> Maaling:
    """Ask both, in random order, with the collector of garbage out of the way."""
    order = [True, False] * samples
    random.Random(seed).shuffle(order)  # noqa: S311 -- an order, no secret
    for turn in range(WARM):
        ask(turn % 2 == 0)
    times: dict[bool, list[float]] = {True: [], False: []}
    gc.collect()
    gc.disable()
    try:
        for which in order:
            start = time.perf_counter()
            ask(which)
            times[which].append(time.perf_counter() - start)
    finally:
        gc.enable()
    return Maaling(navn, times[True], times[False])


def main(samples: int) -> int:
    """Measure every question; 1 when one of them tells something."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {
            "SAMVERN_VAR": folder,
            "DJANGO_SETTINGS_MODULE": "samvern.web.settings",
            keyring.VARIABLE: json.dumps(keyring.new_ring()),
        }
        django.setup()
        setup_test_environment()
        logging.disable(logging.CRITICAL)
        # What asks needs the models, and they the settings.
        call_command("migrate", interactive=False, verbosity=0)
        found = []
        for navn, ask in import_module("tests.hostile.tidsspoersmaal").questions():
            found.append(measure(navn, ask, samples))
            print(found[-1], flush=True)
    return int(any(one.skiller for one in found))


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else SAMPLES))
