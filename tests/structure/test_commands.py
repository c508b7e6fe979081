"""Every command that the documentation shows exists."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from samvern.cli.parser import build
from tests.structure import tree

FENCED = re.compile(r"^ *```[^\n]*\n(.*?)^ *```", re.MULTILINE | re.DOTALL)
INLINE_MAKE = re.compile(r"`(make [a-z][^`\n]*)`")
PROVED_BY_THEIR_OWN_TEST = {"endre-en-regel.md"}
ON_A_REGISTER = frozenset({"server", "arbeidsliste", "sak", "bygg-opp", "demo", "revisjon"})
SAMVERN = Path(sys.executable).with_name("samvern")
TARGETS = set(
    re.findall(
        r"^([a-z][a-z-]*):", (tree.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE
    )
)


def pages() -> list[Path]:
    found = [tree.ROOT / "README.md"]
    return found + [
        p for p in tree.files() if p.suffix == ".md" and tree.name(p).startswith("docs/")
    ]


def shown(text: str) -> list[list[str]]:
    """The `make` and `samvern` commands of a page, split in words."""
    lines = [line for block in FENCED.findall(text) for line in block.splitlines()]
    lines += INLINE_MAKE.findall(text)
    parts = [part for line in lines for part in re.split(r"\||&&|;", line.split(" #")[0])]
    commands = [part.strip().removeprefix("$ ").split() for part in parts]
    return [
        ["samvern" if words[0].endswith("bin/samvern") else words[0], *words[1:]]
        for words in commands
        if words and re.fullmatch(r"make|samvern|(\./)?\.venv/bin/samvern", words[0])
    ]


def test_the_commands_are_found() -> None:
    page = "```sh\n$ make run PORT=1\ncat a | samvern frister -  # x\n```\nsee `make test`\n"
    assert shown(page) == [
        ["make", "run", "PORT=1"],
        ["samvern", "frister", "-"],
        ["make", "test"],
    ]


def test_every_make_command_exists() -> None:
    unknown = {
        f"{tree.name(page)}: make {word}"
        for page in pages()
        for program, *words in shown(page.read_text(encoding="utf-8"))
        if program == "make"
        for word in words
        if "=" not in word and not word.startswith("-") and word not in TARGETS
    }
    assert unknown == set()


@pytest.mark.slow
def test_every_samvern_command_works() -> None:
    """Run as shown, from the root. What serves, or works on a register, is only read: those have
    tests of their own, and must not touch the data of whoever runs the tests."""
    commands = {
        tuple(words)
        for page in pages()
        if page.name not in PROVED_BY_THEIR_OWN_TEST
        for program, *words in shown(page.read_text(encoding="utf-8"))
        if program == "samvern"
    }
    assert len(commands) >= 3
    failed = [
        f"samvern {' '.join(words)}: exit {done.returncode}"
        for words in sorted(commands)
        if words[0] not in ON_A_REGISTER and (done := _run(words)).returncode
    ]
    assert failed == []
    for words in commands:
        if words[0] in ON_A_REGISTER:
            build().parse_args(words)


def _run(words: tuple[str, ...]) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [SAMVERN, *words], cwd=tree.ROOT, input=b"[]", capture_output=True, check=False
    )


def test_the_front_page_names_the_two_commands() -> None:
    commands = shown((tree.ROOT / "README.md").read_text(encoding="utf-8"))
    assert [c for c in (["make", "run"], ["make", "test"]) if c not in commands] == []


def test_every_make_command_has_its_help() -> None:
    makefile = (tree.ROOT / "Makefile").read_text(encoding="utf-8")
    helped = set(re.findall(r"^([a-z][a-z-]*):.*## ", makefile, re.MULTILINE))
    assert helped == TARGETS


def test_ci_runs_the_checks_and_the_tests() -> None:
    script = tree.ROOT / ".ci" / "run"
    assert script.read_text(encoding="utf-8").rstrip().endswith("\nmake check && make test")
    assert script.stat().st_mode & 0o111
