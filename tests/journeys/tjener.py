"""Starting one of the servers of the journeys in a process of its own, with its own data."""

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samvern.engine import clock, keyring
from tests.journeys.test_innlogging import ROOT, wait_for


@contextmanager
def running(module: str, folder: Path) -> Iterator[tuple[str, dict[str, str]]]:
    """The address of `tests.journeys.<module>`, and what it told about the world it has made. The
    clock stands at the Monday morning of the demo."""
    (folder / "static").mkdir()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERN_")}
    own = {
        "SAMVERN_VAR": str(folder),
        clock.VARIABLE: "2026-11-23T08:10:00+01:00",
        keyring.VARIABLE: json.dumps(keyring.new_ring()),
        "DJANGO_SETTINGS_MODULE": "samvern.web.settings",
        "DJANGO_RUNSERVER_HIDE_WARNING": "true",
    }
    with (folder / "feil").open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", f"tests.journeys.{module}", str(port)],
            cwd=ROOT, env=kept | own, stdout=subprocess.PIPE, stderr=errors, text=True,
        )  # fmt: skip
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert line, (folder / "feil").read_text()
        wait_for(port)
        yield f"http://127.0.0.1:{port}", json.loads(line)
    finally:
        process.terminate()
        process.wait(timeout=120)
        process.stdout.close()
