"""Try one mutant: put it in the place of its module, then run the tests of the law.

.venv/bin/python -m tools.mutant_proeve FILE NUMBER — ends with 0 when every test still passes.
"""

import contextlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent.parent
SURVIVED, KILLED = 0, 1
# The quickest first; the examples are run before any of these, without pytest.
TESTS = (
    "test_unit_rules.py",
    "test_period.py",
    "test_calendar.py",
    "test_examples.py",
    "test_rules_sources.py",
    "test_properties.py",
)
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-p", "no:django", "-p", "no:randomly")


class _InPlace(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Loads one module from a changed syntax tree, and leaves every other alone."""

    def __init__(self, name: str, path: Path, code: object) -> None:
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
        exec(self.code, module.__dict__)  # type: ignore[call-overload]  # noqa: S102


def install(path: Path, number: int) -> None:
    """Put the mutant in the place of its module in a process that has not loaded the law."""
    # The tree is made before anything of the law is loaded for good.
    mutanter = importlib.import_module("tools.mutanter")
    code = compile(mutanter.mutated(path, number), str(path), "exec")
    for name in [n for n in sys.modules if n.startswith("samvern")]:
        del sys.modules[name]
    module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
    sys.meta_path.insert(0, _InPlace(module, path, code))


def examples_fail() -> bool:
    """Whether a worked example no longer passes, or the mutant cannot even be loaded."""
    try:
        cases = importlib.import_module("tests.law.cases")
        golden = importlib.import_module("samvern.law.golden")
        return any(golden.run(example) for example in cases.examples())
    except Exception:  # noqa: BLE001  # any fault at all is a mutant found out
        return True


def main(file: str, number: str) -> int:
    """Try the mutant; 0 when it survives."""
    install(Path(file), int(number))
    if examples_fail():
        return KILLED
    pytest = importlib.import_module("pytest")
    paths = [str(ROOT / "tests" / "law" / name) for name in TESTS]
    with contextlib.chdir(ROOT):
        # One file at a time, so that a survivor of the quick ones pays for the slow.
        for path in paths:
            if pytest.main([path, *OPTIONS]) != 0:
                return KILLED
    return SURVIVED


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
