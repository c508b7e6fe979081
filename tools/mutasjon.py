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
LONGEST = 120
"""Seconds before a mutant counts as killed: it never ends."""

KILLED, SURVIVED = "drept", "overlevde"
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
    signal.alarm(LONGEST)
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    code = FAULT
    try:
        code = mutant_proeve.attempt(mutant.path, mutant.number)
    finally:
        # No clean-up of the parent's: this process is a copy.
        os._exit(code)


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
        judged.append((running.pop(child), SURVIVED if status == 0 else KILLED))
        if len(judged) % 50 == 0:
            print(f"{len(judged)} av {len(found)}", file=sys.stderr, flush=True)


def report(judged: list[tuple[Mutant, str]], total: int) -> float:
    """Print what survived and the share killed, file by file; returns the share."""
    survivors = sorted((m for m, end in judged if end == SURVIVED), key=lambda m: m.place)
    for mutant in survivors:
        print(f"{mutant.place}: {mutant.what}")
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


def main(words: list[str]) -> int:
    """Judge all mutants; 1 when too many survive."""
    parser = argparse.ArgumentParser(description="Mutasjonsprøving av lovbiblioteket.")
    parser.add_argument("--prosesser", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--sekunder", type=float, default=math.inf)
    parser.add_argument("moduler", nargs="*")
    arguments = parser.parse_args(words)
    unchanged = Mutant(LAW / "calendar.py", UNCHANGED, "", "")
    if run([unchanged], 1) != [(unchanged, SURVIVED)]:
        print("Prøvene består ikke uten endringer; da sier mutasjonene ingenting.", file=sys.stderr)
        return 1
    found = [m for path in targets(arguments.moduler) for m in mutants(path)]
    share = report(run(found, arguments.prosesser, arguments.sekunder), len(found))
    return 0 if share >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
