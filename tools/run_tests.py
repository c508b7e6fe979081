"""Run every test: all of them on SQLite, then those about the database again on PostgreSQL.

`make test` is this program. It brings what is missing (PostgreSQL, Chromium) or stops with one
clear line, and it is green only when every test that exists has run and passed. PYTEST_ADDOPTS is
respected, but a selection that leaves tests out makes the run fail.
"""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from tools import chromium, debian, throwaway_postgres

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 1800
"""Seconds one round may take; a hanging test must not hold a machine."""


def bring_programs() -> None:
    """See to it that PostgreSQL and Chromium exist, or end with one line."""
    can_install = debian.can_install()
    if throwaway_postgres.find_programs() is None and can_install:
        debian.install([throwaway_postgres.DEBIAN_PACKAGE])
    if throwaway_postgres.find_programs() is None:
        sys.exit(throwaway_postgres.MISSING)
    for package in chromium.DEBIAN_PACKAGES:
        if chromium.find() is None and can_install:
            debian.install([package])
    if chromium.find() is None:
        chromium.download()
    if chromium.find() is None:
        sys.exit(chromium.MISSING)


def clean_environment() -> dict[str, str]:
    """The environment without the user's own Samvern settings, which tests must not depend on,
    and with compiled files kept: the tests start Python more than a hundred times.
    """
    left_out = ("SAMVERN_", "PYTHONDONTWRITEBYTECODE")
    return {name: value for name, value in os.environ.items() if not name.startswith(left_out)}


def run_pytest(environment: dict[str, str], result: Path, *options: str) -> tuple[int, int]:
    """One run of pytest; its exit status and how many tests passed."""
    # One process more than there are cores: some of them always wait for a browser or a server.
    processes = min((os.cpu_count() or 1) + 1, 5)
    parallel = ["-n", str(processes), "--dist", "loadscope", "--no-loadscope-reorder"]
    command = [sys.executable, "-m", "pytest", "-q", f"--resultat={result}", *parallel, *options]
    try:
        done = subprocess.run(command, cwd=ROOT, env=environment, check=False, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        print(f"Prøvene stanset etter {LONGEST} sekunder.", file=sys.stderr)
        return 1, 0
    status = done.returncode
    passed = json.loads(result.read_text())["passed"] if result.exists() else 0
    return status, passed


def on_sqlite(environment: dict[str, str], result: Path) -> tuple[int, int]:
    """Every test there is."""
    print("── Alle prøver, SQLite og Chromium", flush=True)
    return run_pytest(environment, result, "--alt")


def on_postgres(environment: dict[str, str], result: Path, *options: str) -> tuple[int, int]:
    """Those about the database, on a cluster that is thrown away."""
    print("── Databaseprøvene, PostgreSQL", flush=True)
    try:
        with throwaway_postgres.cluster() as address:
            given = environment | {"SAMVERN_DATABASE_URL": address}
            return run_pytest(given, result, "--alt", "--postgres", *options)
    except RuntimeError as fault:
        print(fault, file=sys.stderr)
        return 1, 0


def main(words: Sequence[str]) -> int:
    """Run both rounds and print one summary; 0 only when everything ran and passed.

    With the word `postgres`, only PostgreSQL, with the tests of pages and answers as well.
    """
    if words not in ([], ["postgres"]):
        sys.exit("Bruk: python -m tools.run_tests [postgres]")
    # SIGTERM must unwind like Ctrl-C does, or the cluster would outlive us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    started = time.monotonic()
    bring_programs()
    environment = clean_environment()
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder)
        if words:
            sqlite_status, sqlite = 0, 0
            postgres_status, postgres = on_postgres(
                environment, result / "2.json", "--postgres-alt"
            )
        else:
            sqlite_status, sqlite = on_sqlite(environment, result / "1.json")
            postgres_status, postgres = on_postgres(environment, result / "2.json")
    verdict = "passed" if sqlite_status == postgres_status == 0 else "passed, men ikke alt er grønt"
    total = f"{sqlite + postgres} {verdict}"
    seconds = time.monotonic() - started
    print(f"== {total} (SQLite {sqlite}, PostgreSQL {postgres}) på {seconds:.0f} s ==")
    return 0 if sqlite_status == postgres_status == 0 else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
