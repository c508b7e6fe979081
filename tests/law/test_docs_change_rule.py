"""The page «Slik endrer du en regel», done step by step in a copy of the product."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "endre-en-regel.md"
_BLOCK = re.compile(r"```(?:json|python) fil=(\S+)(?: (bytt|til))?\n(.*?)```", re.DOTALL)
EXAMPLES = "samvern/law/examples/retningslinje_2027.json"


def _run(copy: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    code = "import sys; from samvern.cli import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=copy,
        env=os.environ | {"PYTHONPATH": str(copy), "PYTHONSAFEPATH": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def _last_line(result: subprocess.CompletedProcess[str]) -> str:
    assert result.stdout, result.stderr
    return result.stdout.strip().splitlines()[-1]


def _edit_rule(copy: Path, blocks: list[tuple[str, str, str]]) -> None:
    edits = [(name, kind, text) for name, kind, text in blocks if kind]
    assert [kind for _, kind, _ in edits] == ["bytt", "til"] * (len(edits) // 2)
    for (name, _, old), (_, _, new) in zip(edits[::2], edits[1::2], strict=True):
        source = (copy / name).read_text(encoding="utf-8")
        assert source.count(old) == 1, f"the page quotes {name} wrongly:\n{old}"
        (copy / name).write_text(source.replace(old, new), encoding="utf-8")


@pytest.mark.krav("N-1.8", "N-29.18")
@pytest.mark.slow
def test_the_page_changes_one_rule_and_nothing_older(tmp_path: Path) -> None:
    shutil.copytree(
        ROOT / "samvern",
        tmp_path / "samvern",
        ignore=shutil.ignore_patterns("web", "__pycache__"),
    )
    blocks = _BLOCK.findall(PAGE.read_text(encoding="utf-8"))
    ((name, _, content),) = [b for b in blocks if not b[1]]
    assert name == EXAMPLES
    (tmp_path / name).write_text(content, encoding="utf-8")

    before = _run(tmp_path, "frister", "--eksempler", EXAMPLES)
    assert (before.returncode, _last_line(before)) == (1, "1 passed, 1 failed")

    _edit_rule(tmp_path, blocks)

    after = _run(tmp_path, "frister", "--eksempler", EXAMPLES)
    assert (after.returncode, _last_line(after)) == (0, "2 passed, 0 failed")
    older = _run(tmp_path, "frister", "--eksempler", "samvern/law/examples/krav.json")
    assert (older.returncode, _last_line(older)) == (0, "25 passed, 0 failed")
    page = _run(tmp_path, "regel", "F-06")
    assert "Fire uker legges til" in page.stdout
