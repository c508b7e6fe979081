"""What tests share of a database: a world made once for each file of tests, and a database that
several connections can write to at once, as in production.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker


@contextmanager
def kept[T](blocker: DjangoDbBlocker, make: Callable[[], T]) -> Iterator[T]:
    """What `make` puts into the database, there for all the tests inside, and gone after them.

    Each test has a transaction of its own inside this one, so none sees what another did. The
    database is shut in between: a test that has not asked for it is still refused.
    """
    held = ExitStack()
    with blocker.unblock():
        held.enter_context(transaction.atomic())
        held.callback(transaction.set_rollback, True)
        with ExitStack() as at_fault:
            at_fault.push(held)
            made = make()
            at_fault.pop_all()
    try:
        yield made
    finally:
        with blocker.unblock():
            held.close()


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
