"""Mutation testing of the law's arithmetic: change one thing at a time and see that a test fails.

.venv/bin/python -m tools.mutasjon [--prosesser N] [--sekunder N] [MODULE …]

A mutant is one small change in `samvern/law/calendar.py`, `period.py` or `rules/`: a comparison, an
operator, a number, a truth value, a status or unit, a condition turned round, a return value or a
call or argument left out. Texts and source data (the provisions of a rule's versions) are left
alone. Each mutant runs in a forked process: first the worked examples, then the other tests of the
law. Ends with 1 when fewer than 90 % are killed. The survivors are explained in docs/mutasjon.md.
"""

import argparse
import json
import math
import os
import random
import resource
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tools import mutant_proeve
from tools.mutanter import UNCHANGED, Mutant, mutants

ROOT = Path(__file__).resolve().parent.parent
LAW = ROOT / "samvern" / "law"
RESULT = ROOT / "var" / "test" / "mutasjon.json"
LEAST = 0.90
LONGEST = 90
"""Seconds of processor time (not of the clock: the machine may be busy) before a mutant is ended.

The tests take about a sixth of it; a mutant that needs more never ends, and is counted apart."""

KILLED, SURVIVED, ENDLESS = "drept", "overlevde", "uten ende"
FAULT = 1


def targets(names: Iterable[str]) -> list[Path]:
    """The files to mutate, perhaps only those named (`calendar`, `klage`)."""
    files = [LAW / "calendar.py", LAW / "period.py", *sorted((LAW / "rules").glob("[a-z]*.py"))]
    wanted = set(names)
    return [path for path in files if not wanted or path.stem in wanted]


def fork(mutant: Mutant) -> int:
    """Try one mutant in a forked process; returns the process id. 0 at its end means survived."""
    child = os.fork()
    if child:
        return child
    resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST + 5))
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    code = FAULT
    try:
        code = mutant_proeve.attempt(mutant.path, mutant.number)
    finally:
        # No clean-up of the parent's: this process is a copy.
        os._exit(code)


def outcome(status: int) -> str:
    """Say what a process that ended with this status means."""
    if status == 0:
        return SURVIVED
    return ENDLESS if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU else KILLED


def run(found: list[Mutant], processes: int, seconds: float = math.inf) -> list[tuple[Mutant, str]]:
    """Judge the mutants in a fixed random order until all are done or the time is out."""
    random.Random(0).shuffle(found)  # noqa: S311
    deadline = time.monotonic() + seconds
    waiting = iter(found)
    running: dict[int, Mutant] = {}
    judged: list[tuple[Mutant, str]] = []
    while True:
        while len(running) < processes and time.monotonic() < deadline:
            mutant = next(waiting, None)
            if mutant is None:
                break
            running[fork(mutant)] = mutant
        if not running:
            return judged
        child, status = os.wait()
        judged.append((running.pop(child), outcome(status)))
        if len(judged) % 50 == 0:
            print(f"{len(judged)} av {len(found)}", file=sys.stderr, flush=True)


def report(judged: list[tuple[Mutant, str]], total: int) -> float:
    """Print what survived and the share killed, file by file; returns the share."""
    survivors = sorted((m for m, end in judged if end == SURVIVED), key=lambda m: m.place)
    for mutant in survivors:
        print(f"{mutant.place}: {mutant.what}")
    for mutant in sorted((m for m, end in judged if end == ENDLESS), key=lambda m: m.place):
        print(f"{mutant.place}: {mutant.what} (ender aldri)")
    counts = Counter((m.path.stem, end == SURVIVED) for m, end in judged)
    for stem in sorted({stem for stem, _ in counts}):
        killed, alive = counts[stem, False], counts[stem, True]
        print(f"{stem:<18} {killed:>4} av {killed + alive:>4} drept")
    share = 1 - len(survivors) / len(judged) if judged else 0.0
    print(f"{len(judged) - len(survivors)} av {len(judged)} drept ({share:.1%}), {total} mutanter")
    RESULT.parent.mkdir(parents=True, exist_ok=True)
    rows = [{"sted": m.place, "endring": m.what, "utfall": end} for m, end in judged]
    RESULT.write_text(json.dumps(rows, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return share


def sound() -> bool:
    """Whether the tests pass without a mutant; says so when they do not."""
    unchanged = Mutant(LAW / "calendar.py", UNCHANGED, "", "")
    passes = run([unchanged], 1) == [(unchanged, SURVIVED)]
    if not passes:
        print("Prøvene består ikke uten endringer; da sier mutasjonene ingenting.", file=sys.stderr)
    return passes


def main(words: list[str]) -> int:
    """Judge all mutants; 1 when too many survive."""
    parser = argparse.ArgumentParser(description="Mutasjonsprøving av lovbiblioteket.")
    parser.add_argument("--prosesser", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--sekunder", type=float, default=math.inf)
    parser.add_argument("moduler", nargs="*")
    arguments = parser.parse_args(words)
    if not sound():
        return 1
    found = [m for path in targets(arguments.moduler) for m in mutants(path)]
    judged = run(found, arguments.prosesser, arguments.sekunder)
    # The files may have been changed under way; then nothing that was seen means anything.
    if not sound():
        return 1
    share = report(judged, len(found))
    return 0 if share >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
