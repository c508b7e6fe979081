"""The program as the shell starts it: closed, full and narrow streams give no traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

SAMVERN = Path(sys.executable).with_name("samvern")
FULL = "/dev/full"
KEPT = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERN_")}


def shell(words: str, **env: str) -> "subprocess.CompletedProcess[str]":
    """Run `samvern` with redirections only a shell can make."""
    return subprocess.run(
        ["/bin/sh", "-c", f'exec "$0" {words}', str(SAMVERN)],
        env=KEPT | env,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_standard_inn_er_lukket() -> None:
    done = shell("frister - --json <&-")
    assert (done.returncode, done.stdout) == (2, "")
    (fault,) = json.loads(done.stderr)["feil"]
    assert fault["melding"] == "Standard inn er lukket."


@pytest.mark.parametrize("command", ["regel", "--help", "kalender 2026 --json"])
def test_standard_ut_er_lukket(command: str) -> None:
    done = shell(f"{command} >&-")
    assert (done.returncode, done.stderr) == (1, "samvern: standard ut er lukket.\n")


def test_standard_feil_er_lukket() -> None:
    """Faults are not moved to standard output, where programs read answers."""
    done = shell("regel F-99 2>&-")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["regel", "--help", "kalender 2026 --json"])
def test_disken_er_full(command: str, unbuffered: str) -> None:
    done = shell(f"{command} >{FULL}", PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 1
    assert done.stderr.startswith("samvern: kan ikke lese eller skrive (")
    assert done.stderr.count("\n") == 1
    assert shell(f"regel F-99 2>{FULL}").returncode == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_json_er_json_i_enhver_tegnkoding(encoding: str) -> None:
    done = subprocess.run(
        [SAMVERN, "kalender", "2026", "--json"],
        env=KEPT | {"PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    data: dict[str, Any] = json.loads(done.stdout.decode(encoding))
    assert data["helligdager"][1]["navn"] == "skjærtorsdag"


@pytest.mark.parametrize("command", ["regel F-12", "--help", "flis", "kalender 2026"])
def test_tekst_i_en_smal_tegnkoding(command: str) -> None:
    done = shell(command, PYTHONIOENCODING="ascii")
    assert done.returncode == (2 if command == "flis" else 0)
    assert "Traceback" not in done.stderr
    assert done.stdout or done.stderr


def test_et_miljoe_som_ikke_finnes(tmp_path: Path) -> None:
    done = shell("revisjon verifiser", SAMVERN_MILJOE="x", SAMVERN_VAR=str(tmp_path))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("samvern revisjon: SAMVERN_MILJOE skal være")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "words", [("regel", "\x1b[31m"), ("frister", "-", "--forklar", "\x1b[31m")]
)
def test_koder_til_terminalen_vises_og_sendes_ikke(samvern: Run, words: tuple[str, ...]) -> None:
    ran = samvern(*words)
    assert (ran.code, ran.out) == (2, "")
    assert "\\x1b[31m finnes ikke" in ran.err
    assert "\x1b" not in ran.err
