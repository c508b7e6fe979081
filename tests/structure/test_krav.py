"""Requirement ids on the tests: well formed, and read the same from the files as by pytest."""

import functools
import re
from pathlib import Path

import pytest

from samvern.cli.krav_index import UgyldigKravmerke, index
from tests.structure import tree

ID = re.compile(r"[A-Z]{1,4}-[A-Z]{0,3}\d+(\.\d+)*[a-z]?")

FILE = """
import pytest
pytestmark = pytest.mark.krav("F-01")

@pytest.mark.krav("F-02", "N-13.1")
def test_a(): ...

@pytest.mark.krav("R-5.6")
class TestB:
    @pytest.mark.parametrize("x", [pytest.param(1, marks=pytest.mark.krav("F-03"))])
    def test_c(self, x): ...
    def hjelper(self): ...

def ikke_en_proeve(): ...
"""


def checkout(folder: Path, text: str) -> Path:
    (folder / "tests").mkdir()
    (folder / "tests" / "test_x.py").write_text(text, encoding="utf-8")
    return folder


def test_marks_on_files_classes_functions_and_cases(tmp_path: Path) -> None:
    a, c = "tests/test_x.py::test_a", "tests/test_x.py::TestB::test_c"
    expected = {"F-01": [c, a], "F-02": [a], "F-03": [c], "N-13.1": [a], "R-5.6": [c]}
    assert index(checkout(tmp_path, FILE)) == expected


def test_a_mark_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    root = checkout(tmp_path, "@pytest.mark.krav(KRAV)\ndef test_a(): ...\n")
    with pytest.raises(UgyldigKravmerke, match=r"tests/test_x\.py:1"):
        index(root)


def test_a_place_without_tests_has_no_coverage(tmp_path: Path) -> None:
    assert index(tmp_path) == {}


@functools.cache
def ours() -> dict[str, list[str]]:
    return index(tree.ROOT)


def test_every_id_is_well_formed() -> None:
    assert [krav for krav in ours() if not ID.fullmatch(krav)] == []


def test_the_files_say_what_pytest_sees(request: pytest.FixtureRequest) -> None:
    read = {krav: frozenset(tests) for krav, tests in ours().items()}
    missing = {
        (krav, item.nodeid)
        for item in request.session.items
        for mark in item.iter_markers("krav")
        for krav in mark.args
        if item.nodeid.split("[")[0] not in read.get(krav, ())
    }
    assert missing == set()
