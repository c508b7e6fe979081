"""The files of the checkout, as the house rules see them."""

import functools
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
# Only used where there is no git, such as an unpacked archive.
GENERATED = frozenset(
    {".git", ".venv", "var", "node_modules", "mutants", "__pycache__", "staticfiles"}
)


@functools.cache
def files() -> tuple[Path, ...]:
    """Every file that is in git or on its way into it."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if answer.returncode == 0:
        paths = [ROOT / name for name in answer.stdout.split("\0") if name]
    else:
        paths = [
            p for p in ROOT.rglob("*") if not GENERATED.intersection(p.relative_to(ROOT).parts)
        ]
    return tuple(sorted(path for path in paths if path.is_file()))


def is_ours(path: Path) -> bool:
    """True unless the file is vendored, a migration or data."""
    parts = path.relative_to(ROOT).parts
    if {"vendor", "migrations", "data"}.intersection(parts):
        return False
    return not path.name.endswith((".min.js", ".min.css"))


@functools.cache
def all_ours() -> tuple[Path, ...]:
    return tuple(path for path in files() if is_ours(path))


def ours(*suffixes: str) -> list[Path]:
    """Files of our own with one of the suffixes."""
    return [path for path in all_ours() if path.suffix in suffixes]


@functools.cache
def name(path: Path) -> str:
    """The path as people write it, from the top of the checkout."""
    return path.relative_to(ROOT).as_posix()


@functools.cache
def text(path: Path) -> str:
    """The text of a file, read once by each process."""
    return path.read_text(encoding="utf-8")


def read(path: Path) -> str | None:
    """The text of a file, or None when it is not text."""
    try:
        return text(path)
    except UnicodeDecodeError:
        return None
