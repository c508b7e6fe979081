"""The changes that mutation testing makes, found in a file's syntax tree and applied one by one."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samvern.law import period, rule, trace

ROOT = Path(__file__).resolve().parent.parent
# Data about sources and texts for people: other tests hold these, and a changed word is no bug.
_DATA_KEYWORDS = frozenset({"versjoner", "navn", "setning", "start", "handler", "varsles", "krav"})
_DATA_KEYWORDS |= {"foelge", "avbrudd", "sikkerhet_merknad", "gjelder", "emne", "grunnlag"}
_DATA_KEYWORDS |= {"sikkerhet", "avslaatt"}
_DATA_CALLS = frozenset({"Text", "cast", "lru_cache"})
_DROPPED_KEYWORDS = frozenset(
    {"from_day", "after", "ref", "part", "merknader", "lesninger", "klokkeslett", "n", "hos"}
)
_COMPARISONS: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
}
_ENUMS = {
    "Status": tuple(s.name for s in trace.Status),
    "Varselkode": tuple(v.name for v in trace.Varselkode),
    "Unit": tuple(u.name for u in period.Unit),
    "Fristtype": tuple(f.name for f in rule.Fristtype),
}


UNCHANGED = -1
"""The number of the file as it is, to see that the tests pass at all."""


@dataclass(frozen=True)
class Mutant:
    """One change: the file, its number in the file, where it is and what it does."""

    path: Path
    number: int
    place: str
    what: str


@dataclass(frozen=True)
class _Change:
    node: ast.AST
    field: str
    index: int | None
    new: object
    what: str


def mutants(path: Path) -> list[Mutant]:
    """Every mutant of a file, in the order of the file."""
    name = path.relative_to(ROOT).as_posix()
    return [
        Mutant(path, number, f"{name}:{getattr(change.node, 'lineno', 0)}", change.what)
        for number, change in enumerate(_changes(ast.parse(path.read_text(encoding="utf-8"))))
    ]


def mutated(path: Path, number: int) -> ast.Module:
    """The syntax tree of a file with its mutant of that number."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if number == UNCHANGED:
        return tree
    for n, change in enumerate(_changes(tree)):
        if n == number:
            if change.index is None:
                setattr(change.node, change.field, change.new)
            else:
                rows = getattr(change.node, change.field)
                rows[change.index : change.index + 1] = [] if change.new is None else [change.new]
            return ast.fix_missing_locations(tree)
    raise IndexError(number)


def _changes(tree: ast.Module) -> Iterator[_Change]:
    """Walk what is code, not words or source data; give each possible change."""
    todo: list[ast.AST] = [tree]
    while todo:
        node = todo.pop()
        yield from _at(node)
        todo.extend(reversed(list(_inside(node))))


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Call(func=ast.Name(id=called)) if called in _DATA_CALLS:
            return
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "decorator_list", "type_params"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.keyword) and child.arg in _DATA_KEYWORDS:
                continue
            if isinstance(child, ast.Assert | ast.Import | ast.ImportFrom):
                continue
            if isinstance(child, ast.AST):
                yield child


def _turned(condition: ast.expr) -> ast.expr:
    return ast.UnaryOp(ast.Not(), copy.deepcopy(condition))


def _at(node: ast.AST) -> Iterator[_Change]:
    """Give the changes to one node itself."""
    match node:
        case ast.Compare():
            yield from _comparisons(node)
        case ast.BinOp() | ast.BoolOp() | ast.UnaryOp(op=ast.Not()):
            yield from _operators(node)
        case ast.Constant():
            yield from _constants(node)
        case ast.Attribute():
            yield from _enums(node)
        case ast.If() | ast.IfExp() | ast.While():
            what = f"hvis {ast.unparse(node.test)}: snudd"
            yield _Change(node, "test", None, _turned(node.test), what)
        case ast.Return(value=value) | ast.Expr(value=ast.Call() as value) if _says(value):
            what = f"{ast.unparse(node)[:70]}: utelatt"
            yield _Change(node, "value", None, ast.Constant(None), what)
        case ast.comprehension():
            for i, test in enumerate(node.ifs):
                yield _Change(node, "ifs", i, _turned(test), f"hvis {ast.unparse(test)}: snudd")
        case ast.Call():
            for i, keyword in enumerate(node.keywords):
                if keyword.arg in _DROPPED_KEYWORDS:
                    yield _Change(node, "keywords", i, None, f"{ast.unparse(keyword)}: utelatt")


def _says(value: ast.expr | None) -> bool:
    """Whether leaving the value out would change anything at all."""
    return value is not None and not (isinstance(value, ast.Constant) and value.value is None)


def _operators(node: ast.BinOp | ast.BoolOp | ast.UnaryOp) -> Iterator[_Change]:
    shown = ast.unparse(node)[:70]
    if isinstance(node, ast.BoolOp):
        other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        yield _Change(node, "op", None, other, f"{shown}: og/eller byttet")
    elif isinstance(node, ast.UnaryOp):
        # Twice «not» is the truth value itself.
        twice = ast.UnaryOp(ast.Not(), node.operand)
        yield _Change(node, "operand", None, twice, f"{shown}: ikke fjernet")
    elif type(node.op) in _OPERATORS:
        yield _Change(node, "op", None, _OPERATORS[type(node.op)](), f"{shown}: annen regneart")


def _comparisons(node: ast.Compare) -> Iterator[_Change]:
    for i, op in enumerate(node.ops):
        for new in _COMPARISONS[type(op)]:
            yield _Change(node, "ops", i, new(), f"{ast.unparse(node)}: {new.__name__}")


def _constants(node: ast.Constant) -> Iterator[_Change]:
    if isinstance(node.value, bool):
        yield _Change(node, "value", None, not node.value, f"{node.value}: {not node.value}")
    elif isinstance(node.value, int):
        for new in (node.value + 1, node.value - 1):
            yield _Change(node, "value", None, new, f"{node.value}: {new}")


def _enums(node: ast.Attribute) -> Iterator[_Change]:
    """Change a status, unit, finding or kind of deadline into the next of its kind."""
    if isinstance(node.value, ast.Name) and node.attr in _ENUMS.get(node.value.id, ()):
        names = _ENUMS[node.value.id]
        new = names[(names.index(node.attr) + 1) % len(names)]
        yield _Change(node, "attr", None, new, f"{node.value.id}.{node.attr}: {new}")
