"""The changes of mutation testing: what is changed, what is left alone, one at a time."""

import ast
from pathlib import Path

import pytest

from tools import mutanter
from tools.mutasjon import targets

SOURCE = '''
"""Text 1."""
from samvern.law.trace import Status

REGEL = Rule(id="F-1", navn=Text("To uker", "To veker"), regnes=(Pluss(2, Unit.UKE, ("a/1",)),),
    versjoner=since(date(2020, 10, 1)), siste_virkedag=True)

def f(day: int, limit: int) -> int | None:
    if day <= limit and not day:
        answer.finding("X", ref=day)
        return day + 1
    return None
'''


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(mutanter, "ROOT", tmp_path)
    path = tmp_path / "regel.py"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_the_changes(source: Path) -> None:
    found = [mutant.what for mutant in mutanter.mutants(source)]
    assert found == [
        "2: 3",
        "2: 1",
        "Unit.UKE: MAANED",
        "True: False",
        "hvis day <= limit and (not day): snudd",
        "day <= limit and (not day): og/eller byttet",
        "day <= limit: Lt",
        "day <= limit: Gt",
        "not day: ikke fjernet",
        "answer.finding('X', ref=day): utelatt",
        "ref=day: utelatt",
        "return day + 1: utelatt",
        "day + 1: annen regneart",
        "1: 2",
        "1: 0",
    ]


def test_each_mutant_differs_in_one_place(source: Path) -> None:
    original = ast.unparse(mutanter.mutated(source, mutanter.UNCHANGED))
    count = len(mutanter.mutants(source))
    versions = {ast.unparse(mutanter.mutated(source, n)) for n in range(count)}
    assert original not in versions
    assert len(versions) == count
    for version in versions:
        lines = zip(original.splitlines(), version.splitlines(), strict=True)
        assert sum(one != two for one, two in lines) == 1
    with pytest.raises(IndexError):
        mutanter.mutated(source, count)


def test_the_files_that_are_mutated() -> None:
    stems = [path.stem for path in targets([])]
    assert {"calendar", "period", "opprettholdelse", "klage"} <= set(stems)
    assert "__init__" not in stems
    assert [path.stem for path in targets(["period"])] == ["period"]
