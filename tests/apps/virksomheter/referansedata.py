"""The reference data for tests: loaded once in a process, and copied for every file of tests after.

The copy is of what the loader itself wrote, row by row, through the same triggers.
"""

from datetime import UTC, datetime
from typing import Any

from django.db import connection

from samvern.apps.virksomheter.lasting import load_reference_data
from samvern.apps.virksomheter.models import VERSJONERTE, Virksomhet

LOADED = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
TABLES = (Virksomhet._meta.db_table, *(model._meta.db_table for model in VERSJONERTE))
_written: dict[str, tuple[str, list[tuple[Any, ...]]]] = {}
"""For each table the statement that adds a row to it, and the rows."""


def bring_in() -> None:
    """Put the data into an empty database, in the transaction of whoever asks."""
    with connection.cursor() as cursor:
        for statement, rows in _written.values():
            cursor.executemany(statement, rows)
    if not _written:
        load_reference_data(LOADED)
        _remember()


def _remember() -> None:
    with connection.cursor() as cursor:
        for table in TABLES:
            cursor.execute(f"SELECT * FROM {table}")
            names = [column[0] for column in cursor.description]
            marks = ", ".join(["%s"] * len(names))
            statement = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
            if rows := cursor.fetchall():
                _written[table] = (statement, rows)
