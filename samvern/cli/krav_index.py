"""Which requirement is proved by which test, read from the test files without running them.

Tests carry `@pytest.mark.krav("F-12", "N-13.1")` on a function, on a class, or as `pytestmark` for
a whole file. The files are parsed, not imported, so the answer is quick, needs no test tools and
can be had from any checkout.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

_FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)


class UgyldigKravmerke(ValueError):
    """A requirement marker that cannot be read as it stands: its ids are not plain text."""


def index(root: Path) -> dict[str, list[str]]:
    """Map each requirement id to the sorted ids of the tests that carry it.

    `root` is the top folder of a checkout; its `tests/` is read (without one the answer is empty).
    Test ids have pytest's form, `tests/law/test_period.py::TestUker::test_a`. Raises
    UgyldigKravmerke when a marker's argument is not a text literal.
    """
    found: dict[str, set[str]] = {}
    for path in sorted((root / "tests").rglob("test_*.py")):
        place = path.relative_to(root).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"), filename=place)
        for krav, test in _tests(tree.body, place, _module_marks(tree, place), place):
            found.setdefault(krav, set()).add(test)
    return {krav: sorted(found[krav]) for krav in sorted(found)}


def _tests(
    body: list[ast.stmt], prefix: str, inherited: set[str], place: str
) -> Iterator[tuple[str, str]]:
    """Every (requirement, test) in a file's or a class's body."""
    for node in body:
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            own = _marks(node.decorator_list, place) | _module_marks(node, place)
            yield from _tests(node.body, f"{prefix}::{node.name}", inherited | own, place)
        elif isinstance(node, _FUNCTION) and node.name.startswith("test"):
            for krav in inherited | _marks(node.decorator_list, place):
                yield krav, f"{prefix}::{node.name}"


def _module_marks(node: ast.Module | ast.ClassDef, place: str) -> set[str]:
    """Requirements of `pytestmark = …`, which hold for every test below it."""
    values = [
        statement.value
        for statement in node.body
        if isinstance(statement, ast.Assign)
        and any(isinstance(t, ast.Name) and t.id == "pytestmark" for t in statement.targets)
    ]
    return _marks(values, place)


def _marks(expressions: list[ast.expr], place: str) -> set[str]:
    """Requirements of every `….mark.krav(…)` in the expressions, parametrised cases included."""
    found: set[str] = set()
    for call in (node for expression in expressions for node in ast.walk(expression)):
        if not (isinstance(call, ast.Call) and _is_krav(call.func)):
            continue
        for argument in call.args:
            if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
                raise UgyldigKravmerke(f"{place}:{call.lineno}: krav-id må være en tekst")
            found.add(argument.value)
    return found


def _is_krav(function: ast.expr) -> bool:
    """True for `pytest.mark.krav` and for `mark.krav`."""
    if not (isinstance(function, ast.Attribute) and function.attr == "krav"):
        return False
    parent = function.value
    return (isinstance(parent, ast.Attribute) and parent.attr == "mark") or (
        isinstance(parent, ast.Name) and parent.id == "mark"
    )
