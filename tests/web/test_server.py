"""The production server as it is started: from any folder, and silent about what people send."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.engine.test_environment import GOOD

SAMVERN = str(Path(sys.executable).with_name("samvern"))
HOSTILE = "from pathlib import Path\nPath(__file__ + '.kjoert').touch()\n"
PATIENCE = 120.0


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
    return port


def ask(port: int, raw: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as line:
        line.sendall(raw)
        answer = b""
        while part := line.recv(65536):
            answer += part
    return answer


def wait_for(port: int, server: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and server.poll() is None:
        try:
            ask(port, b"GET /helse HTTP/1.0\r\nHost: samvern.example.no\r\n\r\n")
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("serveren svarer ikke")


@contextmanager
def running(folder: Path, log: Path) -> Iterator[int]:
    """Run the server from a folder; its port."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERN_")}
    hostile = {"GUNICORN_CMD_ARGS": "--access-logfile - --log-level debug", "SAMVERN_VAR": "v"}
    port = free_port()
    command = [SAMVERN, "server", "--adresse", f"127.0.0.1:{port}", "--prosesser", "1"]
    with (
        log.open("wb") as out,
        subprocess.Popen(
            command, cwd=folder, env=kept | GOOD | hostile, stdout=out, stderr=out
        ) as server,
    ):
        try:
            wait_for(port, server)
            yield port
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(PATIENCE)


@pytest.mark.slow
def test_code_in_the_start_folder_is_not_run_and_requests_are_not_logged(tmp_path: Path) -> None:
    folder, log = tmp_path / "start", tmp_path / "logg"
    folder.mkdir()
    for name in ("gunicorn.conf", "gunicorn", "django", "whitenoise", "sitecustomize", "json"):
        (folder / f"{name}.py").write_text(HOSTILE, encoding="utf-8")
    head = b"Host: samvern.example.no\r\nX-Forwarded-Proto: https\r\n\r\n"
    with running(folder, log) as port:
        page = ask(port, b"GET /om/?navn=Kari HTTP/1.0\r\n" + head)
        missing = ask(port, b"GET /finnes-ikke?navn=Kari HTTP/1.0\r\n" + head)
        broken = ask(port, b"GET /x?navn=Kari Nordmann HTTP/1.0\r\n" + head)
        nameless = ask(port, b"GET /kari nordmann HTTP/1.0\r\n" + head)
    assert b" 200 " in page.splitlines()[0]
    assert b" 404 " in missing.splitlines()[0]
    assert [b" 400 " in answer.splitlines()[0] for answer in (broken, nameless)] == [True, True]
    assert list(folder.rglob("*.kjoert")) == []
    assert (folder / "v" / "samvern.sqlite3").exists()
    said = log.read_text(encoding="utf-8").lower()
    assert "booting worker" in said
    assert "invalid request" in said
    assert [word for word in ("kari", "nordmann", "get /") if word in said] == []
