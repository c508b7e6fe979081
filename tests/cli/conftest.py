"""Running the command line inside the test's own process, as a user would see it."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from samvern.cli import main


@dataclass(frozen=True)
class Ran:
    """What one run gave."""

    code: int
    out: str
    err: str

    def data(self) -> Any:
        return json.loads(self.out)

    def faults(self) -> list[dict[str, str]]:
        faults: list[dict[str, str]] = json.loads(self.err)["feil"]
        return faults


Run = Callable[..., Ran]


@pytest.fixture
def samvern(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: str | Path) -> Ran:
        code = main([str(word) for word in words])
        captured = capsys.readouterr()
        return Ran(code, captured.out, captured.err)

    return run


@pytest.fixture
def frister(samvern: Run, tmp_path: Path) -> Run:
    """Run `samvern frister` on data (or raw bytes) written to a file."""

    def run(data: object, *words: str) -> Ran:
        path = tmp_path / "sak.json"
        path.write_bytes(data if isinstance(data, bytes) else json.dumps(data).encode())
        return samvern("frister", path, *words)

    return run


@pytest.fixture
def stdin(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    def give(raw: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(raw)))

    return give
