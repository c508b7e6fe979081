"""House rules for the code: size, names, imports, nothing left undone."""

import ast
import functools
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.structure import tree

MOST_LINES = 400
MOST_FUNCTION_LINES = 40
DRAWERS = frozenset({"utils", "util", "helpers", "helper", "common", "misc"})
# Put together from parts, so that this file does not find itself.
LEFT_UNDONE = re.compile(r"\b(" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X"]) + r")\b")
UNFINISHED = "NotImplemented" + "Error"
NOT_RUN = re.compile(r"mark\.(skip|xfail)|pytest\.(skip|xfail)\b|import" + r"orskip|unittest\.skip")
PYTHON = tree.ours(".py")
LAW = [path for path in PYTHON if tree.name(path).startswith("samvern/law/")]
type Function = ast.FunctionDef | ast.AsyncFunctionDef
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
"""Where the syntax keeps statements within a statement."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rules ask about one file, from one reading of it."""

    functions: tuple[tuple[int, str, int], ...]
    """Line, name and length."""
    inside: frozenset[int]
    """Lines of the imports inside functions."""
    imported: tuple[str, ...]


@functools.cache
def facts(path: Path) -> Facts:
    return read(tree.text(path), tree.name(path))


def read(source: str, name: str) -> Facts:
    """Functions and imports are statements, so the expressions need not be walked."""
    functions, inside, imported = [], set(), []
    left: list[tuple[ast.AST, bool]] = [(ast.parse(source, filename=name), False)]
    while left:
        node, within = left.pop()
        if isinstance(node, ast.Import | ast.ImportFrom):
            imported += modules(node, name)
            if within:
                inside.add(node.lineno)
        if isinstance(node, FUNCTION):
            functions.append((node.lineno, node.name, length(node)))
            within = True
        for field in BLOCKS:
            left += [(child, within) for child in getattr(node, field, ())]
    return Facts(tuple(functions), frozenset(inside), tuple(imported))


def modules(node: ast.Import | ast.ImportFrom, name: str) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    assert node.level == 0, f"{name}:{node.lineno}: relative import"
    return [node.module or ""]


def length(function: Function) -> int:
    """Lines of a function without its decorators and its docstring."""
    last = function.end_lineno or function.lineno
    lines = last - function.lineno + 1
    if ast.get_docstring(function) is not None:
        docstring = function.body[0]
        lines -= (docstring.end_lineno or docstring.lineno) - docstring.lineno + 1
    return lines


def test_no_file_is_too_long() -> None:
    lengths = {
        tree.name(path): len(tree.text(path).splitlines())
        for path in tree.ours(".py", ".html", ".typ", ".css")
    }
    assert {name: n for name, n in lengths.items() if n > MOST_LINES} == {}


def test_no_function_is_too_long() -> None:
    too_long = {
        f"{tree.name(path)}:{line} {name}": lines
        for path in PYTHON
        for line, name, lines in facts(path).functions
        if lines > MOST_FUNCTION_LINES
    }
    assert too_long == {}


def test_the_length_leaves_out_the_docstring_only() -> None:
    source = 'def f():\n    """A.\n\n    B.\n    """\n    x = 1\n    return x\n'
    (function,) = ast.parse(source).body
    assert isinstance(function, ast.FunctionDef)
    assert length(function) == 3


def lines_matching(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    return [
        f"{tree.name(path)}:{number}: {line.strip()}"
        for path in paths
        for number, line in enumerate(tree.text(path).splitlines(), 1)
        if pattern.search(line)
    ]


def test_nothing_is_left_undone() -> None:
    pattern = re.compile(f"{LEFT_UNDONE.pattern}|{UNFINISHED}")
    paths = tree.ours(".py", ".html", ".typ", ".css", ".js", ".sh", ".toml", ".md")
    assert lines_matching(pattern, paths) == []


def test_no_test_is_switched_off() -> None:
    this_file = Path(__file__)
    paths = [path for path in PYTHON if path != this_file]
    assert lines_matching(NOT_RUN, paths) == []


@pytest.mark.parametrize(
    "line", ["@pytest.mark.skipif(True)", "@mark.xfail", "pytest.skip('x')", "@unittest.skip('x')"]
)
def test_the_pattern_finds_switched_off_tests(line: str) -> None:
    assert NOT_RUN.search(line)


def test_no_drawers() -> None:
    assert [tree.name(p) for p in PYTHON if DRAWERS.intersection([p.stem, p.parent.name])] == []


def explained(lines: list[str], number: int) -> bool:
    """True when the import's own line or the comment above its block of imports says «# lazy:»."""
    above = number - 2
    while lines[above].lstrip().startswith(("from ", "import ")):
        above -= 1
    return "# lazy:" in lines[number - 1] + lines[above]


def imports_inside(path: Path) -> Iterator[str]:
    lines = tree.text(path).splitlines()
    in_cli = tree.name(path).startswith("samvern/cli/")
    for number in sorted(facts(path).inside):
        if not (in_cli and explained(lines, number)):
            yield f"{tree.name(path)}:{number}"


def test_no_imports_inside_functions() -> None:
    """Only the command line may load late; «# lazy: …» there or above the block says why."""
    assert [place for path in PYTHON for place in imports_inside(path)] == []


def test_statements_are_found_wherever_they_stand() -> None:
    source = """
import a
class C:
    async def f(self):
        try:
            pass
        except ValueError:
            import b.c
        finally:
            with x:
                from d import e
match x:
    case 1:
        def g():
            for y in z:
                pass
            else:
                import h
"""
    found = read(source, "x.py")
    assert {name for _, name, _ in found.functions} == {"f", "g"}
    assert found.inside == {8, 11, 18}
    assert sorted(found.imported) == ["a", "b.c", "d", "h"]


def test_the_law_needs_only_the_standard_library() -> None:
    strangers = {
        f"{tree.name(path)}: {module}"
        for path in LAW
        for module in facts(path).imported
        if not module.startswith("samvern.law")
        and module.split(".")[0] not in sys.stdlib_module_names
    }
    assert strangers == set()


def test_the_law_has_no_clock() -> None:
    """Dates come from the facts; a date counted from today would be a wrong one tomorrow."""
    clock = re.compile(r"\b(date|datetime)\.(today|now|utcnow)\(|\btime\.(time|localtime|gmtime)\(")
    assert lines_matching(clock, LAW) == []


def test_the_oracle_shares_no_code_with_the_engine() -> None:
    """Only the files that compare may know both: the tests and the command."""
    folder = tree.ROOT / "tests" / "oracle"
    compare = re.compile(r"test_.*|__main__|compare|enighet")
    shared = [
        f"{tree.name(path)}: {module}"
        for path in PYTHON
        if path.is_relative_to(folder) and not compare.fullmatch(path.stem)
        for module in facts(path).imported
        if module.split(".")[0] == "samvern"
    ]
    assert shared == []
