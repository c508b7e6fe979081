"""kill -9 of the web server 50 times under load: nothing lost, nothing half done (TR-F1)."""

import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.db import connection

from samvern.apps.personer.models import Person
from samvern.apps.saker import projection
from samvern.apps.saker.models import Hendelse, Innsending, Sak, Saksstand
from samvern.engine import audit, keyring
from tests.api.klient import key_for
from tests.apps.saker.verden import lag_verden
from tests.hostile.draper import Svart, kill_under_load, offer
from tests.hostile.threads import in_threads

KILLS = {"sqlite": 50, "postgresql": 20}
WHOLE_SERVER_EVERY = 10
WORKERS = 2
CLIENTS = 3


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
@pytest.mark.krav("TR-F1", "TR-F5")
def test_kills_lose_nothing_and_leave_nothing_half_done(
    shared_database: Path | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:00+01:00")
    (verden,) = in_threads([lag_verden])
    (key,) = in_threads([lambda: key_for(verden.nk)])
    (start,) = in_threads([audit.head])
    database = shared_database
    if database is not None:
        # The other process finds the database by its ordinary name.
        named = database.with_name("samvern.sqlite3")
        named.symlink_to(database)
        database = named
    kills = KILLS[connection.vendor]
    with offer(WORKERS, environment(database), tmp_path / "tjener.log") as target:
        clients = kill_under_load(target, key.tekst, kills, WHOLE_SERVER_EVERY, CLIENTS)
    assert [one.fault for one in clients] == [""] * CLIENTS
    assert not any(one.is_alive() for one in clients)
    journal = [line for one in clients for line in one.journal]
    assert len(journal) >= kills
    # Otherwise the kills came when nobody was waiting, and proved nothing.
    assert sum(one.cut for one in clients) >= kills // 2
    in_threads([lambda: check(journal, start.nr)])


def check(journal: Sequence[Svart], start: int) -> None:
    """What was acknowledged is there, once, and nothing else; what is there is whole. `start` is
    where the log stood."""
    told = Counter((line.sak, nr) for line in journal for nr in range(line.foerst, line.nr + 1))
    there = Counter((str(sak), nr) for sak, nr in Hendelse.objects.values_list("sak", "nr"))
    assert told == there
    sent = Counter((line.noekkel, line.sak, line.nr) for line in journal)
    done = Innsending.objects.values_list("noekkel", "sak", "nr")
    assert sent == Counter((noekkel, str(sak), nr) for noekkel, sak, nr in done)
    cases = Sak.objects.all()
    assert Person.objects.count() == len(cases)
    for sak in cases:
        assert sak.siste_nr == sum(key == str(sak.pk) for key, _ in there)
        assert Saksstand.objects.get(sak=sak).nr == sak.siste_nr
        assert projection.check(sak.pk)
    assert audit.verify().broken is None
    handlinger = Counter(one["handling"] for one in audit.records(start + 1))
    assert handlinger["sak.opprettet"] == len(cases)
    assert handlinger["sak.hendelse_registrert"] == len(journal) - len(cases)
