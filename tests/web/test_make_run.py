"""`make run` as a person sees it: the address in our own words, and nothing of the machinery."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.web.test_server import free_port

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_starting_says_the_address_and_nothing_about_the_machinery(tmp_path: Path) -> None:
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERN_")}
    given = {"SAMVERN_VAR": str(tmp_path / "var"), "SAMVERN_DEMO": "0", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "tools.serve", str(port)]
    with subprocess.Popen(
        command, cwd=ROOT, env=kept | given, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
    ) as server:  # fmt: skip
        assert server.stdout is not None
        told = []
        for line in server.stdout:
            told.append(line)
            if "Samvern svarer på" in line:
                break
        server.terminate()
        told += server.stdout.readlines()
    words = "".join(told)
    assert f"Samvern svarer på http://127.0.0.1:{port}/" in words
    assert "UserWarning" not in words
    assert "Django" not in words
    assert (tmp_path / "var" / "static").is_dir()
