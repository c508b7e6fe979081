"""What the database itself enforces about the audit log, on SQLite and PostgreSQL.

Entries are only added, each linked to the head; the head follows the entries and is moved by
nothing else; the look-up by case is filled from the entries. Whoever owns the tables can remove
triggers: that is what the chain and the outside checkpoints are for. Migration 0001 uses this file:
a later change of the triggers gets a file and a migration of its own.
"""

from typing import Any, Final

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from samvern.engine.chain import START

TABLES: Final = ("revisjonslogg", "revisjonshode", "revisjonssak")

_FITS_HEAD = "EXISTS (SELECT 1 FROM revisjonshode WHERE nr = NEW.nr - 1 AND hash = NEW.forrige)"
_HEAD_FOLLOWS = (
    "(NEW.id = OLD.id AND NEW.nr = OLD.nr + 1 AND EXISTS"
    " (SELECT 1 FROM revisjonslogg WHERE nr = NEW.nr AND hash = NEW.hash))"
)
_ENTRY_WITH_CASE = "SELECT 1 FROM revisjonslogg WHERE nr = NEW.nr AND jsonb_exists(saker, NEW.sak)"
_CHANGE = "Revisjonsloggen kan bare legges til."
_LINK = "Innslaget passer ikke bakerst i revisjonsloggen."
_HEAD = "Hodet følger innslagene."
_CASE = "Saken står ikke i innslaget."


def guard(_: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Insert the head's one row and make the triggers. For migrations."""
    editor.execute(
        "INSERT INTO revisjonshode (id, nr, hash) VALUES (1, %s, %s)", [START.nr, START.hash]
    )
    make: Any = {"sqlite": sqlite, "postgresql": postgresql}[editor.connection.vendor]
    for statement in make():
        # Without parameters, so that a per cent sign is just that.
        editor.execute(statement, params=None)


def sqlite() -> list[str]:
    """Return the statements for SQLite."""
    return [
        _sqlite("revisjonslogg", "kjede", "BEFORE INSERT", _LINK, f"NOT {_FITS_HEAD}"),
        (
            "CREATE TRIGGER revisjonslogg_frem AFTER INSERT ON revisjonslogg BEGIN"
            " INSERT INTO revisjonssak (sak, nr)"
            " SELECT DISTINCT value, NEW.nr FROM json_each(NEW.saker);"
            " UPDATE revisjonshode SET nr = NEW.nr, hash = NEW.hash; END"
        ),
        _sqlite("revisjonshode", "foelger", "BEFORE UPDATE", _HEAD, f"NOT {_HEAD_FOLLOWS}"),
        _sqlite("revisjonshode", "en_rad", "BEFORE INSERT", _HEAD),
        _sqlite("revisjonshode", "ikke_slett", "BEFORE DELETE", _HEAD),
        _sqlite(
            "revisjonssak",
            "fra_innslag",
            "BEFORE INSERT",
            _CASE,
            "NOT EXISTS (SELECT 1 FROM revisjonslogg, json_each(revisjonslogg.saker) AS s"
            " WHERE revisjonslogg.nr = NEW.nr AND s.value = NEW.sak)",
        ),
        *(
            _sqlite(table, f"ikke_{word}", f"BEFORE {event}", _CHANGE)
            for table in ("revisjonslogg", "revisjonssak")
            for word, event in (("endre", "UPDATE"), ("slett", "DELETE"))
        ),
    ]


def _sqlite(table: str, name: str, event: str, message: str, when: str = "1") -> str:
    return (
        f"CREATE TRIGGER {table}_{name} {event} ON {table} WHEN {when}"
        f" BEGIN SELECT RAISE(ABORT, '{message}'); END"
    )


def postgresql() -> list[str]:
    """Return the statements for PostgreSQL.

    ALWAYS: they also hold where `session_replication_role` turns others off. A full restore makes
    them after the data is in place. One entry per statement: the head moves when it ends.
    """
    return [
        _function("revisjon_nei", f"RAISE EXCEPTION '{_CHANGE}' USING ERRCODE = '23001'"),
        _function("revisjon_kjede", _refuse(f"NOT {_FITS_HEAD}", _LINK) + "RETURN NEW"),
        _function("revisjon_hode", _refuse(f"NOT {_HEAD_FOLLOWS}", _HEAD) + "RETURN NEW"),
        _function(
            "revisjon_sak",
            _refuse(f"NOT EXISTS ({_ENTRY_WITH_CASE})", _CASE) + "RETURN NEW",
        ),
        _function(
            "revisjon_frem",
            "INSERT INTO revisjonssak (sak, nr)"
            " SELECT DISTINCT value, NEW.nr FROM jsonb_array_elements_text(NEW.saker);"
            " UPDATE revisjonshode SET nr = NEW.nr, hash = NEW.hash; RETURN NULL",
        ),
        *_trigger("revisjonslogg", "kjede", "BEFORE INSERT", "ROW", "revisjon_kjede"),
        *_trigger("revisjonslogg", "frem", "AFTER INSERT", "ROW", "revisjon_frem"),
        *_trigger("revisjonshode", "foelger", "BEFORE UPDATE", "ROW", "revisjon_hode"),
        *_trigger("revisjonshode", "en_rad", "BEFORE INSERT OR DELETE", "ROW", "revisjon_nei"),
        *_trigger("revisjonssak", "fra_innslag", "BEFORE INSERT", "ROW", "revisjon_sak"),
        *(
            statement
            for table in ("revisjonslogg", "revisjonssak")
            for statement in _trigger(
                table, "ikke_endre", "BEFORE UPDATE OR DELETE", "ROW", "revisjon_nei"
            )
        ),
        *(
            statement
            for table in TABLES
            for statement in _trigger(
                table, "ikke_toem", "BEFORE TRUNCATE", "STATEMENT", "revisjon_nei"
            )
        ),
    ]


def _refuse(condition: str, message: str) -> str:
    return f"IF {condition} THEN RAISE EXCEPTION '{message}' USING ERRCODE = '23001'; END IF; "


def _function(name: str, body: str) -> str:
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN {body}; END$$"


def _trigger(table: str, name: str, event: str, level: str, function: str) -> list[str]:
    return [
        (
            f"CREATE TRIGGER {table}_{name} {event} ON {table}"
            f" FOR EACH {level} EXECUTE FUNCTION {function}()"
        ),
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER {table}_{name}",
    ]
