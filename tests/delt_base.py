"""A database that several connections can write to at once, as in production."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.db import connection


@pytest.fixture
def shared_database(transactional_db: None, tmp_path: Path) -> Iterator[Path | None]:
    """Lets threads work on one database, with the production settings of connections.

    It is a copy: the log of audits cannot be emptied, and what stays in it would meet the tests
    that come after. On SQLite the copy is a file (given): the test database lives in memory, where
    connections share more than they do in a file.
    """
    if connection.vendor != "sqlite":
        with copied() as name, elsewhere(name):
            yield None
        return
    connection.ensure_connection()
    path = tmp_path / "samtidig.sqlite3"
    copy = sqlite3.connect(path)
    connection.connection.backup(copy)
    copy.execute("PRAGMA journal_mode=WAL")
    copy.close()
    # The connection that is open stays where it is.
    with elsewhere(str(path)):
        yield path


@contextmanager
def elsewhere(name: str) -> Iterator[None]:
    """Every connection made from now on goes to another database."""
    before = connection.settings_dict["NAME"]
    connection.settings_dict["NAME"] = name
    try:
        yield
    finally:
        connection.settings_dict["NAME"] = before


@contextmanager
def copied() -> Iterator[str]:
    """A copy of the test database on PostgreSQL; its name."""
    original = str(connection.settings_dict["NAME"])
    name = f"{original}_kopi"
    connection.close()  # A database that somebody is connected to cannot be copied.
    on_the_server(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')
    try:
        yield name
    finally:
        connection.close()
        on_the_server(f'DROP DATABASE "{name}" WITH (FORCE)')


def on_the_server(statement: str) -> None:
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
