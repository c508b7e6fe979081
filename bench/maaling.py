"""Timing: the best of several rounds, since everything else only makes a run slower."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROUNDS = 7


def per_call(work: Callable[[], object], seconds: float = 0.15) -> float:
    """Milliseconds for one call, the best of some rounds of many calls."""
    work()
    calls, best = 1, float("inf")
    for _ in range(ROUNDS):
        started = time.perf_counter()
        for _ in range(calls):
            work()
        spent = time.perf_counter() - started
        best = min(best, spent / calls)
        calls = max(1, int(seconds / best))
    return best * 1000


def process(*words: str | Path, stdin: bytes | None = None, rounds: int = ROUNDS) -> float:
    """Milliseconds for a whole process, from start to end. Raises when it fails."""
    best = float("inf")
    for _ in range(rounds):
        started = time.perf_counter()
        subprocess.run(words, input=stdin, stdout=subprocess.DEVNULL, check=True)
        best = min(best, time.perf_counter() - started)
    return best * 1000


def import_time(module: str) -> float:
    """Milliseconds to import a module in a fresh Python, its start not counted."""
    program = (
        "import sys, time; started = time.perf_counter(); "
        f"import {module}; print(time.perf_counter() - started)"
    )
    # As installed: compiled once, by the first round, then read.
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(ROUNDS):
        done = subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=kept
        )
        times.append(float(done.stdout))
    return min(times) * 1000
