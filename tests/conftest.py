"""What holds for every test: markers by place and by fixture, and a run that hides nothing.

A skipped test always fails the run. With --alt (used by `make test`) so does one that a
selection leaves out.
"""

import gc
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

import hypothesis
import pytest
from django.db import connection
from django.template import Template
from xdist.remote import Producer
from xdist.scheduler import Scheduling

from samvern.engine import minne
from tests import fordeling
from tests.delt_base import shared_database  # noqa: F401 -- a fixture for all
from tests.radvern import row_fence  # noqa: F401 -- a fixture for all

ROOT = Path(__file__).resolve().parent.parent
DATABASE_FIXTURES = frozenset(
    {"db", "transactional_db", "django_db_reset_sequences", "live_server"}
)
PLAIN_RENDER = vars(Template)["_render"]
"""What Django's test environment replaces."""
MARK_BY_FOLDER = {"journeys": "browser", "oracle": "oracle"}
WITHOUT_DATABASE = frozenset({"law", "oracle"})
"""Folders that the PostgreSQL round need not even read; no test in them may use the database."""
ANSWERS = frozenset({"web", "api"})
ON_BOTH = frozenset(
    ROOT / "tests" / module
    for module in (
        "web/test_budsjett.py",
        "web/arbeidsliste/test_register.py",
        "web/arbeidsliste/test_kommandolinje.py",
        "web/innlogging/test_oekt.py",
        "api/test_skriving.py",
    )
)
"""What a page or an answer says is the same whatever holds the data: of the folders about that,
only these modules run on PostgreSQL too, unless --postgres-alt asks for all. There test_budsjett
asks the queries of every route, and the tests of the apps those of everything that is saved.
"""

# The same run finds the same thing everywhere; a failing example is printed, to be pasted in.
hypothesis.settings.register_profile(
    "samvern", deadline=None, derandomize=True, database=None, print_blob=True
)
hypothesis.settings.load_profile("samvern")


class Account:
    """What has passed, and what did not run, in one session."""

    def __init__(self, everything: bool) -> None:
        self.everything = everything
        self.passed = 0
        self.skipped: list[str] = []
        self.deselected: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.when == "call" and report.passed:
            self.passed += 1
        if report.skipped:
            self.skipped.append(report.nodeid)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.skipped:
            self.skipped.append(report.nodeid)

    def pytest_deselected(self, items: Iterable[pytest.Item]) -> None:
        self.deselected.extend(item.nodeid for item in items)

    def left_out(self) -> list[str]:
        return self.skipped + (self.deselected if self.everything else [])

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        if self.left_out() and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED
        result = session.config.getoption("--resultat")
        # With several processes only the one that hears from all of them knows the number.
        if result and not hasattr(session.config, "workerinput"):
            Path(result).write_text(json.dumps({"passed": self.passed}))

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        if left_out := self.left_out():
            terminalreporter.section("tests that did not run: the run fails", red=True)
            for nodeid in left_out[:50]:
                terminalreporter.line(nodeid)


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("samvern")
    group.addoption("--alt", action="store_true", help="fail if any test is deselected")
    group.addoption("--postgres", action="store_true", help="only database tests, on PostgreSQL")
    group.addoption("--postgres-alt", action="store_true", help="pages and answers on it as well")
    group.addoption("--resultat", metavar="FIL", help="write the number of passed tests to FIL")


def pytest_configure(config: pytest.Config) -> None:
    if missing := [str(module) for module in ON_BOTH if not module.is_file()]:
        raise pytest.UsageError(f"listed for both databases, but not there: {missing}")
    config.pluginmanager.register(Account(config.getoption("--alt")), "samvern-account")


@cache
def folder(path: Path) -> str:
    """The folder under tests/ that a test lies in."""
    parts = path.relative_to(ROOT).parts
    return parts[1] if len(parts) > 1 else ""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    if not config.getoption("--postgres") or not collection_path.is_relative_to(ROOT / "tests"):
        return None
    where = folder(collection_path)
    # A page in a browser asks the same queries as the page's own test.
    if where in WITHOUT_DATABASE | {"journeys"}:
        return True
    about_answers = where in ANSWERS and collection_path.name.startswith("test_")
    if about_answers and not config.getoption("--postgres-alt"):
        return True if collection_path not in ON_BOTH else None
    return None


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    for item in items:
        if mark := MARK_BY_FOLDER.get(folder(item.path)):
            item.add_marker(mark)
        if touches_database(item):
            item.add_marker("database")
            if folder(item.path) in WITHOUT_DATABASE:
                raise pytest.UsageError(f"{item.nodeid} would never run on PostgreSQL")
    if config.getoption("--postgres"):
        # The other tests ran in the first round; they are not «left out» here.
        everything = config.getoption("--postgres-alt")
        items[:] = [item for item in items if on_postgres(item, everything=everything)]
    fordeling.long_first(items)


def on_postgres(item: pytest.Item, *, everything: bool) -> bool:
    """Whether a test that has run on SQLite runs on PostgreSQL too."""
    if not item.get_closest_marker("database"):
        return False
    return everything or not item.get_closest_marker("en_database")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    return fordeling.Scheduler(config, log)


def touches_database(item: pytest.Item) -> bool:
    fixtures = DATABASE_FIXTURES.intersection(getattr(item, "fixturenames", ()))
    return bool(fixtures) or item.get_closest_marker("django_db") is not None


def pytest_collection_finish(session: pytest.Session) -> None:
    """Refuse to run the PostgreSQL round on anything else: it would prove nothing."""
    if session.config.getoption("--postgres") and connection.vendor != "postgresql":
        raise pytest.UsageError(f"--postgres, but the database is {connection.vendor}")
    # All that has been read stays to the end; going through it again and again takes time.
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def plain_templates(django_test_environment: None) -> Iterator[None]:
    """Pages are made as in production. Django's test client would be told of every piece of every
    page, with a copy of all that it was made from, and no test asks.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Template, "_render", PLAIN_RENDER)
        yield


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """What a process keeps for a minute must not pass from one test to the next."""
    minne.forget_all()
