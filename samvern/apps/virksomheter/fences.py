"""Triggers that hold what CHECK cannot: no overlap, no overwriting, valid organisation numbers.

SQLite loses a table's triggers when Django rebuilds the table for a later change. So a migration
that alters a table of versions ends with `put_up` again; a test looks for every trigger.

An overlap and a false number raise IntegrityError in both databases. In PostgreSQL the check for
overlap first takes a lock on the key, so that two transactions cannot both pass it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MESSAGE_OVERLAP = "overlappende gyldighet for samme noekkel"
MESSAGE_OVERWRITE = "en versjon kan ikke endres, bare erstattes"
MESSAGE_DELETE = "en versjon kan ikke slettes"
MESSAGE_ORGNR = "ugyldig organisasjonsnummer"
WEIGHTED = " + ".join(
    f"{weight} * CAST(substr(NEW.orgnr, {place}, 1) AS integer)"
    for place, weight in enumerate((3, 2, 7, 6, 5, 4, 3, 2, 1), 1)
)


@dataclass(frozen=True)
class Table:
    """A table of versions as the triggers see it."""

    name: str
    key: tuple[str, ...]
    columns: tuple[str, ...]
    has_orgnr: bool

    @property
    def overlapping(self) -> str:
        """SQL: there is another row, held to be true, that surely holds on a common day."""
        # Names of our own tables and columns only; nothing comes from outside.
        same = " AND ".join(f"{column} = NEW.{column}" for column in self.key)
        return (
            f"EXISTS (SELECT 1 FROM {self.name} WHERE erstattet IS NULL AND id <> NEW.id AND {same}"  # noqa: S608
            " AND (NEW.gyldig_til IS NULL OR gyldig_fra <= NEW.gyldig_til)"
            " AND (gyldig_til IS NULL OR NEW.gyldig_fra <= gyldig_til))"
        )


def _sqlite_trigger(name: str, when: str, condition: str, message: str) -> str:
    return (
        f"CREATE TRIGGER {name} {when} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def _sqlite(table: Table) -> Iterator[str]:
    insert, update = f"BEFORE INSERT ON {table.name}", f"BEFORE UPDATE ON {table.name}"
    kept = " AND ".join(f"NEW.{c} IS OLD.{c}" for c in table.columns if c != "erstattet")
    only_closed = f"(OLD.erstattet IS NULL AND NEW.erstattet IS NOT NULL AND {kept})"
    overlap = f"NEW.erstattet IS NULL AND {table.overlapping}"
    yield _sqlite_trigger(f"{table.name}_overlapp", insert, overlap, MESSAGE_OVERLAP)
    yield _sqlite_trigger(f"{table.name}_endring", update, f"NOT {only_closed}", MESSAGE_OVERWRITE)
    if table.has_orgnr:
        wrong = (
            "NEW.orgnr <> '' AND (length(NEW.orgnr) <> 9 OR NEW.orgnr GLOB '*[^0-9]*'"
            f" OR ({WEIGHTED}) % 11 <> 0)"
        )
        yield _sqlite_trigger(f"{table.name}_orgnr", insert, wrong, MESSAGE_ORGNR)


def _postgres_trigger(name: str, table: Table, when: str, body: str) -> Iterator[str]:
    yield (
        f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {body} RETURN NEW; END $$"
    )
    yield (
        f"CREATE OR REPLACE TRIGGER {name} BEFORE {when} ON {table.name} "
        f"FOR EACH ROW EXECUTE FUNCTION {name}()"
    )


def _refuse(message: str, code: str) -> str:
    return f"RAISE EXCEPTION '{message}' USING ERRCODE = '{code}';"


def _postgres(table: Table) -> Iterator[str]:
    key = " || '|' || ".join(f"NEW.{column}::text" for column in table.key)
    lock = f"PERFORM pg_advisory_xact_lock(hashtextextended('{table.name}|' || {key}, 0));"
    overlap = (
        f"IF NEW.erstattet IS NULL THEN {lock} IF {table.overlapping} THEN "
        f"{_refuse(MESSAGE_OVERLAP, '23P01')} END IF; END IF;"
    )
    yield from _postgres_trigger(f"{table.name}_overlapp", table, "INSERT", overlap)
    change = (
        "IF OLD.erstattet IS NOT NULL OR NEW.erstattet IS NULL"
        " OR to_jsonb(NEW) - 'erstattet' <> to_jsonb(OLD) - 'erstattet' THEN "
        f"{_refuse(MESSAGE_OVERWRITE, '23000')} END IF;"
    )
    yield from _postgres_trigger(f"{table.name}_endring", table, "UPDATE", change)
    yield from _postgres_trigger(
        f"{table.name}_sletting", table, "DELETE", _refuse(MESSAGE_DELETE, "23000")
    )
    if table.has_orgnr:
        wrong = (
            "IF NEW.orgnr <> '' THEN IF NEW.orgnr !~ '^[0-9]{9}$' THEN "
            f"{_refuse(MESSAGE_ORGNR, '23514')} END IF; IF ({WEIGHTED}) % 11 <> 0 THEN "
            f"{_refuse(MESSAGE_ORGNR, '23514')} END IF; END IF;"
        )
        yield from _postgres_trigger(f"{table.name}_orgnr", table, "INSERT", wrong)


def names(table: Table, vendor: str) -> set[str]:
    """The triggers that a table must have."""
    kinds = {"overlapp", "endring"}
    kinds |= {"sletting"} if vendor == "postgresql" else set()
    kinds |= {"orgnr"} if table.has_orgnr else set()
    return {f"{table.name}_{kind}" for kind in kinds}


def put_up(schema_editor: BaseDatabaseSchemaEditor, tables: Sequence[Table]) -> None:
    """Create the triggers of the tables, replacing those that are there."""
    vendor = schema_editor.connection.vendor
    for table in tables:
        if vendor == "sqlite":
            for name in sorted(names(table, vendor)):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}", params=None)
        for statement in _sqlite(table) if vendor == "sqlite" else _postgres(table):
            # Without parameters nothing is interpolated, so «%» is only the SQL operator.
            schema_editor.execute(statement, params=None)


def take_down(schema_editor: BaseDatabaseSchemaEditor, tables: Sequence[Table]) -> None:
    """Remove the triggers, when a migration is undone."""
    vendor = schema_editor.connection.vendor
    for table in tables:
        for name in sorted(names(table, vendor)):
            on = f" ON {table.name}" if vendor == "postgresql" else ""
            schema_editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}", params=None)
            if vendor == "postgresql":
                schema_editor.execute(f"DROP FUNCTION IF EXISTS {name}()", params=None)
