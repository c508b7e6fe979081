"""Try one mutant: put it in the place of its module, then run the tests of the law.

Runs in a process forked for the purpose (`tools.mutasjon`), since the modules of the law are loaded
anew and never put back.
"""

import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from datetime import date, time
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

from tools import mutanter

ROOT = Path(__file__).resolve().parent.parent
LAW = ROOT / "samvern" / "law"
SURVIVED, KILLED = 0, 1
# The worked examples are run before any of these, without pytest. The properties are left out: they
# take most of the time and find little that the rest does not, so the share killed is a low one.
ARITHMETIC = ("test_period.py", "test_calendar.py")
RULES = (
    "test_unit_rules.py",
    "test_unit_trace.py",
    "test_unit_regimes.py",
    "test_rules_sources.py",
    "test_examples.py",
)
COMPARED = {
    "frister": (
        *("regel", "ref", "part", "n", "dato", "nominell_dato", "status"),
        *("lovdato", "siste_virkedag", "klokkeslett"),
    ),
    "varsler": ("kode", "ref"),
    "straks": ("regel", "utloest", "dager"),
}
# Plain asserts: nobody reads what fails, only whether. Warnings come from running pytest again.
OPTIONS = (
    *("-x", "-q", "-p", "no:cacheprovider", "--assert=plain", "-W", "ignore"),
    *("-k", "not test_eksempel"),
)


class _InPlace(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from a changed syntax tree, and leaves every other alone."""

    def __init__(self, name: str, path: Path, code: CodeType) -> None:
        self.name, self.path, self.code = name, path, code

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None,  # noqa: ARG002
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> importlib.machinery.ModuleSpec | None:
        """Answer for the mutated module only."""
        if fullname != self.name:
            return None
        return importlib.util.spec_from_file_location(fullname, self.path, loader=self)

    def exec_module(self, module: ModuleType) -> None:
        """Run the mutant's code."""
        exec(self.code, module.__dict__)  # noqa: S102


def install(path: Path, number: int) -> None:
    """Put the mutant in the place of its module, and forget every module of the law."""
    code = compile(mutanter.mutated(path, number), str(path), "exec")
    for name in [n for n in sys.modules if n.startswith(("samvern", "tests.law"))]:
        del sys.modules[name]
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    sys.meta_path.insert(0, _InPlace(module, path, code))


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return f"{value:%H:%M}" if isinstance(value, time) else value


def dates_only(inn: object) -> Any:
    """Answer as the engine does, without the words; they take most of the time."""
    reader = importlib.import_module("samvern.law.reader")
    sak, faults = importlib.import_module("samvern.law.intake").read_case(inn)
    if sak is None:
        return faults
    svar = reader.compute(sak)
    return {
        name: [
            {f: _plain(getattr(row, f)) for f in fields if getattr(row, f) is not None}
            for row in getattr(svar, name)
        ]
        for name, fields in COMPARED.items()
    }


def examples_fail() -> bool:
    """Whether a worked example no longer passes, or the mutant cannot even be loaded."""
    try:
        cases = importlib.import_module("tests.law.cases")
        golden = importlib.import_module("samvern.law.golden")
        return any(golden.run(example, dates_only) for example in cases.examples())
    except Exception:  # noqa: BLE001  # any fault at all is a mutant found out
        return True


def attempt(path: Path, number: int) -> int:
    """Try the mutant in this process; 0 when every test still passes."""
    install(path, number)
    if examples_fail():
        return KILLED
    names = (*ARITHMETIC, *RULES) if path.parent == LAW else RULES
    with contextlib.chdir(ROOT):
        passed = pytest.main([*(str(ROOT / "tests" / "law" / n) for n in names), *OPTIONS]) == 0
    return SURVIVED if passed else KILLED
