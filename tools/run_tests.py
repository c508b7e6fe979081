"""Run every test: all of them on SQLite, then those about the database again on PostgreSQL.

`make test` is this program. It brings what is missing (PostgreSQL, Chromium) or stops with one
clear line, and it is green only when every test that exists has run and passed. PYTEST_ADDOPTS is
respected, but a selection that leaves tests out makes the run fail.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from tools import chromium, debian, throwaway_postgres

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 4000
"""Seconds one round may take; a hanging test must not hold a machine. A shared machine has been
seen to take three times as long as the same machine an hour later.
"""


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


def migrated(folder: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """The environment with a migrated, empty database in it, for the servers that the tests start:
    each would else go through every migration. Without it they do.
    """
    file = folder / "tom.sqlite3"
    given = {"SAMVERN_DATABASE_URL": f"sqlite:///{file}", "SAMVERN_VAR": str(folder)}
    command = [sys.executable, "-m", "django", "migrate", "--verbosity=0"]
    settings = "--settings=samvern.web.settings"
    subprocess.run([*command, settings], cwd=ROOT, env={**environment, **given}, check=True)
    return {**environment, "PROEVEBASE": str(file)}


@contextlib.contextmanager
def compiled_tests(environment: Mapping[str, str]) -> Iterator[None]:
    """Read every test once, half in each of two processes, before several read them all at once:
    rewriting what they assert is a third of the work of starting. It goes on beside what is done
    inside, and is finished at the end. What is wrong is told later, by the rounds.
    """
    files = sorted((ROOT / "tests").glob("**/test_*.py"))
    running = [
        subprocess.Popen(
            [sys.executable, "-m", "pytest", "-qq", "--collect-only", *map(str, half)],
            cwd=ROOT,
            env=dict(environment),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for half in (files[::2], files[1::2])
    ]
    try:
        yield
        for one in running:
            one.wait()
    finally:
        for one in running:
            one.kill()


class Round:
    """One run of pytest in a process of its own. Its words go to a file when one is given."""

    def __init__(
        self,
        folder: Path,
        environment: Mapping[str, str],
        *options: str,
        more: int = 0,
        log: Path | None = None,
    ) -> None:
        """`more` is how many processes there are beyond one for each core."""
        self._result = folder / "resultat.json"
        self._log = log
        folder.mkdir()
        processes = max(1, min(os.cpu_count() or 1, 4) + more)
        parallel = ["-n", str(processes), "--dist", "loadscope", "--no-loadscope-reorder"]
        told = [f"--resultat={self._result}", "--alt", *parallel, *options]
        command = [sys.executable, "-m", "pytest", "-q", *told]
        with contextlib.ExitStack() as open_file:
            stream = open_file.enter_context(log.open("wb")) if log else None
            self._running = subprocess.Popen(
                command,
                cwd=ROOT,
                env=dict(environment),
                stdout=stream,
                stderr=stream,
                start_new_session=True,
            )

    def end(self) -> tuple[bool, int]:
        """Wait for the end: whether all was green, and how many passed."""
        try:
            status = self._running.wait(LONGEST)
        except subprocess.TimeoutExpired:
            self.stop()
            print(f"Prøvene stanset etter {LONGEST} sekunder.", file=sys.stderr)
            return False, 0
        if self._log:
            print(self._log.read_text(encoding="utf-8", errors="replace"), end="", flush=True)
        found = self._result.exists()
        return status == 0, json.loads(self._result.read_text())["passed"] if found else 0

    def stop(self) -> None:
        """End it, if it still runs, with every server it has started: they are one group."""
        if self._running.poll() is None:
            os.killpg(self._running.pid, signal.SIGTERM)
            self._running.wait()


def everything(folder: Path, environment: Mapping[str, str]) -> tuple[bool, int, int]:
    """Both rounds at once, so that one works while the other waits: whether all was green, and how
    many passed in each."""
    with contextlib.ExitStack() as at_end:
        try:
            address = at_end.enter_context(throwaway_postgres.cluster())
        except RuntimeError as fault:
            print(fault, file=sys.stderr)
            return False, 0, 0
        on_postgres = Round(
            folder / "2",
            {**environment, "SAMVERN_DATABASE_URL": address},
            "--postgres",
            more=-1,  # the shorter round: it is done before the other, with a process less to start
            log=folder / "postgres",
        )
        at_end.callback(on_postgres.stop)
        print("── Alle prøver, SQLite og Chromium (databaseprøvene på PostgreSQL går samtidig)")
        sys.stdout.flush()
        # More processes than cores: some always wait for a browser or a server.
        on_sqlite = Round(folder / "1", environment, more=1)
        at_end.callback(on_sqlite.stop)
        green, sqlite = on_sqlite.end()
        print("── Databaseprøvene, PostgreSQL", flush=True)
        green_too, postgres = on_postgres.end()
        return green and green_too, sqlite, postgres


def only_postgres(folder: Path, environment: Mapping[str, str]) -> tuple[bool, int, int]:
    """Every test that touches the database, on PostgreSQL alone; the pages and answers as well."""
    with throwaway_postgres.cluster() as address:
        given = {**environment, "SAMVERN_DATABASE_URL": address}
        running = Round(folder / "2", given, "--postgres", "--postgres-alt", more=1)
        try:
            green, postgres = running.end()
        finally:
            running.stop()
        return green, 0, postgres


def main(words: Sequence[str]) -> int:
    """Run both rounds and print one summary; 0 only when everything ran and passed.

    With the word `postgres`, only PostgreSQL, with the tests of pages and answers as well.
    """
    if words not in ([], ["postgres"]):
        sys.exit("Bruk: python -m tools.run_tests [postgres]")
    # SIGTERM must unwind like Ctrl-C does, or the cluster would outlive us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    started = time.monotonic()
    environment = clean_environment()
    with tempfile.TemporaryDirectory() as folder:
        with compiled_tests(environment):
            bring_programs()
            environment = migrated(Path(folder), environment)
        run = only_postgres if words else everything
        green, sqlite, postgres = run(Path(folder), environment)
    verdict = "passed" if green else "passed, men ikke alt er grønt"
    seconds = time.monotonic() - started
    total = f"{sqlite + postgres} {verdict}"
    print(f"== {total} (SQLite {sqlite}, PostgreSQL {postgres}) på {seconds:.0f} s ==")
    return 0 if green else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
