"""Triggers that keep rows from being overwritten or deleted, in both databases.

An app lists its tables and what may change in a row, and a migration of its own puts the triggers
up. A later change of the tables needs a new migration ending with `put_up`, since SQLite loses a
table's triggers when Django rebuilds it; a test looks for every trigger. On SQLite the tables can
be emptied, as the tests must.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MESSAGE: Final = "en rad kan ikke endres, bare erstattes"
MESSAGE_DELETE: Final = "en rad kan ikke slettes"

type Operation = Callable[[object, BaseDatabaseSchemaEditor], None]


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the triggers see it.

    `fixed` never changes; `sealed` may get new bytes (a new data key) but never be filled or
    emptied; `closed` may be set once; `cleared` may be emptied; `lowered` may only become less.
    """

    name: str
    fixed: tuple[str, ...]
    sealed: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()
    lowered: tuple[str, ...] = ()


def allowed(table: Table, same: str) -> str:
    """SQL: the change from OLD to NEW is one of those that may be. `same` compares, also NULL."""
    parts = [f"NEW.{column} {same} OLD.{column}" for column in table.fixed]
    parts += [f"(NEW.{column} IS NULL) = (OLD.{column} IS NULL)" for column in table.sealed]
    parts += [
        f"(OLD.{column} IS NULL OR NEW.{column} {same} OLD.{column})" for column in table.closed
    ]
    parts += [
        f"(NEW.{column} IS NULL OR NEW.{column} {same} OLD.{column})" for column in table.cleared
    ]
    parts += [f"NEW.{column} <= OLD.{column}" for column in table.lowered]
    return " AND ".join(parts)


def names(tables: Sequence[Table], vendor: str) -> set[str]:
    """The triggers that must be there."""
    kinds = ("endring",) if vendor == "sqlite" else ("endring", "sletting")
    return {f"{table.name}_{kind}" for table in tables for kind in kinds}


def _sqlite(table: Table) -> Iterator[str]:
    name = f"{table.name}_endring"
    yield f"DROP TRIGGER IF EXISTS {name}"
    yield (
        f"CREATE TRIGGER {name} BEFORE UPDATE ON {table.name} WHEN NOT ({allowed(table, 'IS')}) "
        f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    )


def _postgres(table: Table) -> Iterator[str]:
    refused = f"RAISE EXCEPTION '{MESSAGE}' USING ERRCODE = '23000';"
    wanted = allowed(table, "IS NOT DISTINCT FROM")
    bodies = {
        ("endring", "UPDATE"): f"IF NOT ({wanted}) THEN {refused} END IF; RETURN NEW;",
        ("sletting", "DELETE"): (
            f"RAISE EXCEPTION '{MESSAGE_DELETE}' USING ERRCODE = '23000'; RETURN OLD;"
        ),
    }
    for (kind, when), body in bodies.items():
        name = f"{table.name}_{kind}"
        yield (
            f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {body} END $$"
        )
        yield (
            f"CREATE OR REPLACE TRIGGER {name} BEFORE {when} ON {table.name} "
            f"FOR EACH ROW EXECUTE FUNCTION {name}()"
        )


def put_up(tables: Sequence[Table]) -> Operation:
    """The migration step that creates the triggers, replacing those that are there."""

    def run(_: object, editor: BaseDatabaseSchemaEditor) -> None:
        make = _sqlite if editor.connection.vendor == "sqlite" else _postgres
        for table in tables:
            for statement in make(table):
                # Without parameters, so that a per cent sign is just that.
                editor.execute(statement, params=None)

    return run


def take_down(tables: Sequence[Table]) -> Operation:
    """The migration step that removes the triggers again."""

    def run(_: object, editor: BaseDatabaseSchemaEditor) -> None:
        vendor = editor.connection.vendor
        for name in sorted(names(tables, vendor)):
            on = f" ON {name.rsplit('_', 1)[0]}" if vendor == "postgresql" else ""
            editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}", params=None)
            if vendor == "postgresql":
                editor.execute(f"DROP FUNCTION IF EXISTS {name}()", params=None)

    return run
