"""What `make run` and `samvern demo` do around the stories."""

import os
import sqlite3
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from pytest_django import Settings

from samvern.apps.brukere import public as brukere
from samvern.cli import demo
from samvern.demo import lasting
from samvern.engine import audit, clock
from samvern.engine.audit import Actor
from samvern.engine.ids import new_id
from samvern.engine.lesing import writing
from samvern.law.text import Text
from tests.demo.test_spiller import operator, outsider

Patch = pytest.MonkeyPatch
SET = f"fra {demo.MORNING.isoformat()}"


def test_make_run_shows_the_demo_on_its_morning() -> None:
    env: dict[str, str] = {}
    demo.set_stage(env)
    assert env == {"SAMVERN_DEMO": "1", "SAMVERN_KLOKKE": "fra 2026-11-23T08:10:00+01:00"}


def test_what_is_set_already_stands() -> None:
    env = {"SAMVERN_DEMO": "0"}
    demo.set_stage(env)
    assert env == {"SAMVERN_DEMO": "0"}
    env = {"SAMVERN_KLOKKE": "2026-12-01T09:00:00+01:00"}
    demo.set_stage(env)
    assert env == {"SAMVERN_DEMO": "1", "SAMVERN_KLOKKE": "2026-12-01T09:00:00+01:00"}


def test_production_gets_no_demo() -> None:
    env = {"SAMVERN_MILJOE": "produksjon"}
    demo.set_stage(env)
    assert env == {"SAMVERN_MILJOE": "produksjon"}
    with pytest.raises(ValueError, match="SAMVERN_DEMO"):
        demo.set_stage({"SAMVERN_DEMO": "kanskje"})


def logged_at(moment: datetime) -> None:
    with clock.at(moment), writing(outsider()):
        audit.record(Actor(new_id(), "nk", new_id(), new_id()), "sak.vist")


def test_the_clock_goes_on_from_what_was_last_done(db: None) -> None:
    env = {demo.CLOCK: SET}
    demo.carry_on_the_clock(env)
    assert env[demo.CLOCK] == SET
    logged_at(demo.MORNING - timedelta(days=3))
    demo.carry_on_the_clock(env)
    assert env[demo.CLOCK] == SET
    later = datetime(2026, 11, 23, 9, 40, tzinfo=UTC)
    logged_at(later)
    demo.carry_on_the_clock(env)
    assert env[demo.CLOCK] == "fra 2026-11-23T09:40:00+00:00"


def test_a_clock_of_ones_own_is_left_alone(db: None) -> None:
    logged_at(datetime(2026, 11, 23, 9, 40, tzinfo=UTC))
    env = {demo.CLOCK: "2026-12-01T09:00:00+01:00"}
    demo.carry_on_the_clock(env)
    assert env == {demo.CLOCK: "2026-12-01T09:00:00+01:00"}


def test_loading_says_why_not(db: None, settings: Settings) -> None:
    settings.DEMO = False
    assert demo.load() == lasting.KUN_I_DEMO
    settings.DEMO = True
    brukere.registrer_bruker(operator(), brukere.NyBruker("kari.vik@example.no", "Kari Vik"))
    assert demo.load() == lasting.IKKE_TOMT


def said(refusal: Text | None) -> str:
    assert refusal is not None
    return refusal.nb


def test_deleting_is_refused(db: None, settings: Settings, monkeypatch: Patch) -> None:
    removed: list[Path] = []
    monkeypatch.setattr(Path, "unlink", lambda self, **_: removed.append(self))
    if connection.vendor == "sqlite":
        assert "--ja" in said(demo.delete(sure=False))
        brukere.registrer_bruker(operator(), brukere.NyBruker("kari.vik@example.no", "Kari Vik"))
        assert "annet enn demoen" in said(demo.delete(sure=True))
    else:
        assert "PostgreSQL" in said(demo.delete(sure=True))
    settings.PRODUCTION = True
    assert demo.delete(sure=True) == lasting.KUN_I_DEMO
    settings.PRODUCTION, settings.DEMO = False, False
    assert demo.delete(sure=True) == lasting.KUN_I_DEMO
    assert removed == []


def run(folder: Path, program: str) -> tuple[int, str]:
    env = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERN_")}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=env | {"SAMVERN_VAR": str(folder), "SAMVERN_DEMO": "1"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    return done.returncode, done.stderr


DELETE = (
    "import argparse, sys; from samvern.cli import demo;"
    "sys.exit(demo.run(argparse.Namespace(handling='slett', ja=True, maalform='nn')))"
)
MIGRATE = (
    "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'samvern.web.settings';"
    "import django; django.setup();"
    "from django.core.management import call_command; call_command('migrate', verbosity=0)"
)


@pytest.mark.slow
def test_the_file_is_removed_unless_somebody_uses_it(tmp_path: Path) -> None:
    assert run(tmp_path, MIGRATE) == (0, "")
    database = tmp_path / "samvern.sqlite3"
    other = sqlite3.connect(database)
    assert other.execute("SELECT count(*) FROM person").fetchone() == (0,)
    code, told = run(tmp_path, DELETE)
    assert (code, "Stopp Samvern" in told) == (1, True)
    assert other.execute("SELECT count(*) FROM person").fetchone() == (0,)
    other.close()
    assert run(tmp_path, DELETE) == (0, "")
    assert list(tmp_path.glob("samvern.sqlite3*")) == []
