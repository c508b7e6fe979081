"""Triggers: a role is never overwritten, only closed and followed by a new row.

SQLite loses a table's triggers when Django rebuilds the table; a migration that alters it ends
with `put_up` again.
"""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "brukere_tilknytning"
MESSAGE = "en tilknytning kan ikke endres, bare erstattes"
MESSAGE_DELETE = "en tilknytning kan ikke slettes"
_NAMES = ("endring", "sletting")


def _sqlite(columns: list[str]) -> list[str]:
    kept = " AND ".join(f"NEW.{c} IS OLD.{c}" for c in columns if c != "erstattet")
    closed = f"(OLD.erstattet IS NULL AND NEW.erstattet IS NOT NULL AND {kept})"
    return [
        (
            f"CREATE TRIGGER {TABLE}_endring BEFORE UPDATE ON {TABLE} WHEN NOT {closed}"
            f" BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
        ),
        (
            f"CREATE TRIGGER {TABLE}_sletting BEFORE DELETE ON {TABLE}"
            f" BEGIN SELECT RAISE(ABORT, '{MESSAGE_DELETE}'); END"
        ),
    ]


def _postgresql() -> list[str]:
    changed = (
        "OLD.erstattet IS NOT NULL OR NEW.erstattet IS NULL"
        " OR to_jsonb(NEW) - 'erstattet' <> to_jsonb(OLD) - 'erstattet'"
    )
    bodies = {
        ("endring", "UPDATE"): f"IF {changed} THEN RAISE EXCEPTION '{MESSAGE}'"
        " USING ERRCODE = '23000'; END IF; RETURN NEW;",
        ("sletting", "DELETE"): f"RAISE EXCEPTION '{MESSAGE_DELETE}' USING ERRCODE = '23000';",
    }
    statements = []
    for (name, event), body in bodies.items():
        statements += [
            (
                f"CREATE OR REPLACE FUNCTION {TABLE}_{name}() RETURNS trigger LANGUAGE plpgsql AS"
                f" $$ BEGIN {body} END $$"
            ),
            (
                f"CREATE OR REPLACE TRIGGER {TABLE}_{name} BEFORE {event} ON {TABLE}"
                f" FOR EACH ROW EXECUTE FUNCTION {TABLE}_{name}()"
            ),
        ]
    return statements


def put_up(apps: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Make the triggers. For migrations."""
    meta = apps.get_model("brukere", "Tilknytning")._meta  # noqa: SLF001 -- Django's public name
    columns = [str(field.column) for field in meta.concrete_fields]
    sqlite = editor.connection.vendor == "sqlite"
    for statement in _sqlite(columns) if sqlite else _postgresql():
        # Without parameters nothing is interpolated.
        editor.execute(statement, params=None)


def take_down(_: Apps, editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the triggers, when a migration is undone."""
    for name in _NAMES:
        if editor.connection.vendor == "sqlite":
            editor.execute(f"DROP TRIGGER IF EXISTS {TABLE}_{name}", params=None)
        else:
            editor.execute(f"DROP FUNCTION IF EXISTS {TABLE}_{name}() CASCADE", params=None)
