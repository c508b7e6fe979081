"""kill -9 of a work process 50 times: nothing acknowledged lost, nothing half done (TR-F1)."""

import json
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from samvern.apps.saker import projection
from samvern.apps.saker.models import Hendelse, Innsending, Sak, Saksstand
from samvern.engine import audit, keyring
from tests.apps.saker.verden import lag_verden
from tests.hostile.threads import in_threads

ROOT = Path(__file__).resolve().parents[2]
KILLS = 50


def environment(path: Path | None) -> dict[str, str]:
    """The same database and keys for the other process."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("SAMVERN_DATABASE")}
    kept |= {
        "DJANGO_SETTINGS_MODULE": "samvern.web.settings",
        "SAMVERN_KLOKKE": "2026-11-23T08:10:00+01:00",
        keyring.VARIABLE: os.environ[keyring.VARIABLE],
    }
    if path is not None:
        return kept | {"SAMVERN_VAR": str(path.parent)}
    # The tests have a database of their own on the same server.
    given = urlsplit(os.environ["SAMVERN_DATABASE_URL"])
    name = str(connection.settings_dict["NAME"])
    return kept | {"SAMVERN_DATABASE_URL": urlunsplit(given._replace(path=f"/{name}"))}


@pytest.mark.slow
@pytest.mark.krav("TR-F1")
def test_fifty_kills_lose_nothing_and_leave_nothing_half_done(
    shared_database: Path | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:00+01:00")
    (verden,) = in_threads([lag_verden])
    (start,) = in_threads([audit.head])
    database = shared_database
    if database is not None:
        # The other process finds the database by its ordinary name.
        named = database.with_name("samvern.sqlite3")
        named.symlink_to(database)
        database = named
    journal = tmp_path / "journal.jsonl"
    viewer = f"{verden.nk.id},{verden.nk.virksomhet}"
    done = subprocess.run(
        [sys.executable, "-m", "tests.hostile.drapsoffer", str(journal), str(KILLS), "7", viewer],
        cwd=ROOT,
        env=environment(database),
        check=False,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = [line for line in journal.read_text().splitlines() if line.endswith("}")]
    told = [json.loads(line) for line in lines]
    assert len(told) > KILLS, "the work processes hardly came to write anything"
    in_threads([lambda: check(told, start.nr)])


def check(told: list[dict[str, object]], start: int) -> None:
    """What was acknowledged is there; what is there is whole. `start` is where the log stood."""
    there = {(str(sak), nr) for sak, nr in Hendelse.objects.values_list("sak", "nr")}
    assert {(one["sak"], one["nr"]) for one in told} <= there
    for sak in Sak.objects.all():
        numbers = sorted(nr for key, nr in there if key == str(sak.pk))
        assert numbers == list(range(1, sak.siste_nr + 1))
        assert Saksstand.objects.get(sak=sak).nr == sak.siste_nr
        assert projection.check(sak.pk)
    found = audit.verify()
    assert found.broken is None
    logged = [
        r
        for r in audit.records(start + 1)
        if r["handling"] in ("sak.opprettet", "sak.hendelse_registrert")
    ]
    assert len(logged) == Innsending.objects.count()
