"""A PostgreSQL cluster that exists only while something runs: for tests on the production database.

It listens on a socket in a temporary folder and nowhere else, belongs to an unprivileged user
(PostgreSQL refuses to run as root), does not wait for the disk, and is removed whatever happens.

As a program it runs a command with SAMVERN_DATABASE_URL set:
    .venv/bin/python -m tools.throwaway_postgres .venv/bin/python -m pytest --postgres
"""

import contextlib
import os
import pwd
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DEBIAN_PACKAGE = "postgresql"
MISSING = "Fant ikke PostgreSQL (initdb). Kjør: sudo apt-get install postgresql."
ROLE = "samvern"
START_LIMIT_SECONDS = 120
PORT = 5432  # names the socket file; no network port is opened
SETTINGS = (
    "listen_addresses=",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "jit=off",
    "autovacuum=off",
    "timezone=UTC",
)


def find_programs() -> Path | None:
    """The folder with initdb and postgres, newest version; None without PostgreSQL."""
    debian = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = sorted(debian, key=lambda path: [int(n) for n in re.findall(r"\d+", str(path))])
    if newest:
        return newest[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@dataclass(frozen=True)
class _Owner:
    """The user that must own the cluster when we are root; else all None: we own it ourselves."""

    user: int | None = None
    group: int | None = None
    extra_groups: tuple[int, ...] | None = None


def _owner() -> _Owner:
    if os.geteuid() != 0:
        return _Owner()
    by_name = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = by_name.get("postgres") or by_name["nobody"]
    return _Owner(entry.pw_uid, entry.pw_gid, ())


def _create(programs: Path, data: Path, owner: _Owner) -> None:
    command = [str(programs / "initdb"), "--pgdata", str(data), "--auth=trust", "--no-sync"]
    command += ["--username=postgres", "--encoding=UTF8", "--locale=C"]
    subprocess.run(
        command,
        check=True,
        stdout=subprocess.DEVNULL,
        cwd="/",
        user=owner.user,
        group=owner.group,
        extra_groups=owner.extra_groups,
    )


def _start(programs: Path, folder: Path, owner: _Owner) -> "subprocess.Popen[bytes]":
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-k", str(folder)]
    command += ["-p", str(PORT)]
    command += [part for setting in SETTINGS for part in ("-c", setting)]
    with (folder / "log").open("wb") as log:
        return subprocess.Popen(
            command,
            stdout=log,
            stderr=log,
            cwd="/",
            user=owner.user,
            group=owner.group,
            extra_groups=owner.extra_groups,
        )


def _psql(programs: Path, folder: Path, statement: str) -> bool:
    command = [str(programs / "psql"), "-qAt", "-h", str(folder), "-p", str(PORT)]
    command += ["-U", "postgres", "-d", "postgres", "-c", statement]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def _wait_until_ready(server: "subprocess.Popen[bytes]", programs: Path, folder: Path) -> None:
    limit = time.monotonic() + START_LIMIT_SECONDS
    while not _psql(programs, folder, "select 1"):
        if server.poll() is not None or time.monotonic() > limit:
            log = (folder / "log").read_text(errors="replace")
            raise RuntimeError(f"PostgreSQL startet ikke:\n{log[-2000:]}")
        time.sleep(0.05)


def _stop(server: "subprocess.Popen[bytes]") -> None:
    """Stop the server at once; nothing in it is worth saving."""
    server.send_signal(signal.SIGQUIT)
    try:
        server.wait(timeout=10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


@contextlib.contextmanager
def cluster() -> Iterator[str]:
    """Start a cluster, give its address (for SAMVERN_DATABASE_URL), and remove it at the end.

    The role in the address may create databases but is no superuser, as in production. Raises
    FileNotFoundError when PostgreSQL is missing and RuntimeError when it will not start.
    """
    programs = find_programs()
    if programs is None:
        raise FileNotFoundError(MISSING)
    folder = Path(tempfile.mkdtemp(prefix="samvern-pg-"))
    owner = _owner()
    try:
        if owner.user is not None:
            os.chown(folder, owner.user, -1)
        _create(programs, folder / "data", owner)
        server = _start(programs, folder, owner)
        try:
            _wait_until_ready(server, programs, folder)
            for statement in (
                f"create role {ROLE} login createdb",
                f"create database {ROLE} owner {ROLE}",
            ):
                if not _psql(programs, folder, statement):
                    raise RuntimeError(f"PostgreSQL avviste: {statement}")
            yield f"postgresql://{ROLE}@/{ROLE}?host={folder}&port={PORT}"
        finally:
            _stop(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main(command: list[str]) -> int:
    """Run a command with a cluster beside it; its exit status, or 1 when there is no cluster."""
    # SIGTERM must unwind like Ctrl-C does, or the cluster would outlive us.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        with cluster() as address:
            print(address, flush=True)
            environment = os.environ | {"SAMVERN_DATABASE_URL": address}
            return subprocess.run(command, env=environment, check=False).returncode
    except (FileNotFoundError, RuntimeError) as fault:
        print(fault, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
