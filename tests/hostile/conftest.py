"""A database that several connections can write to at once, as in production; a key ring."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection

from samvern.engine import keyring


@pytest.fixture(autouse=True)
def ring(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test depends on what lies in var/."""
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring()))


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path) -> Iterator[Path | None]:
    """Lets threads work on one database, with the production settings of connections.

    On PostgreSQL that is the test database. On SQLite it is a file (given): the test database
    lives in memory, where connections share more than they do in a file.
    """
    if connection.vendor != "sqlite":
        yield None
        return
    connection.ensure_connection()
    path = tmp_path / "samtidig.sqlite3"
    copy = sqlite3.connect(path)
    connection.connection.backup(copy)
    copy.execute("PRAGMA journal_mode=WAL")
    copy.close()
    # Every connection made from now on reads this; the one that is open stays where it is.
    name = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = str(path)
    try:
        yield path
    finally:
        connection.settings_dict["NAME"] = name
