"""Triggers that keep versions from being overwritten or deleted, in both databases.

What may change in a row of versions: that it is replaced (once), that its blind index is cleared,
and the bytes of a sealed text (a new data key seals it anew), but never whether there is one.
Links and erasures never change. On SQLite the tables can be emptied, as the tests must.

Migration 0002 uses this file: a later change of the tables gets its own, ending with `put_up`,
since SQLite loses a table's triggers when Django rebuilds it; a test looks for every trigger.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

MESSAGE: Final = "en versjon kan ikke endres, bare erstattes"
MESSAGE_DELETE: Final = "en versjon kan ikke slettes"


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the triggers see it: columns that never change, and those that may in a way."""

    name: str
    fixed: tuple[str, ...]
    sealed: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()
    cleared: tuple[str, ...] = ()


_VERSION: Final = ("id", "person_id", "versjon", "registrert", "registrert_av", "grunn")
_CLOSED: Final = ("erstattet", "erstattet_i")
TABLES: Final = (
    Table("person", ("id", "opprettet", "opprettet_av"), closed=("slettet",)),
    Table(
        "personopplysning",
        (*_VERSION, "kjoenn", "adressebeskyttelse", "ukjent_identitet"),
        ("foedselsdato", "doedsdato", "bostedskommune", "ukjent_grunn"),
        _CLOSED,
    ),
    Table("personnavn", _VERSION, ("fornavn", "mellomnavn", "etternavn"), _CLOSED),
    Table(
        "personnummer",
        (*_VERSION, "slag", "utsteder"),
        ("nummer", "gyldig_fra", "gyldig_til"),
        _CLOSED,
        ("indeks",),
    ),
    Table("kontaktopplysning", (*_VERSION, "slag"), ("verdi",), _CLOSED),
    Table(
        "personkobling",
        ("id", "foerste_id", "andre_id", "nr", "koblet", "grunn", "registrert", "registrert_av"),
    ),
    Table("slettevedtak", ("person_id", "besluttet_av", "bekreftet_av", "grunn", "slettet")),
)


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
    return " AND ".join(parts)


def names(vendor: str) -> set[str]:
    """The triggers that must be there."""
    kinds = ("endring",) if vendor == "sqlite" else ("endring", "sletting")
    return {f"{table.name}_{kind}" for table in TABLES for kind in kinds}


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


def put_up(_: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Create the triggers, replacing those that are there. For migrations."""
    make = _sqlite if editor.connection.vendor == "sqlite" else _postgres
    for table in TABLES:
        for statement in make(table):
            # Without parameters, so that a per cent sign is just that.
            editor.execute(statement, params=None)


def take_down(_: object, editor: BaseDatabaseSchemaEditor) -> None:
    """Remove the triggers, when the migration is undone."""
    vendor = editor.connection.vendor
    for name in sorted(names(vendor)):
        on = f" ON {name.rsplit('_', 1)[0]}" if vendor == "postgresql" else ""
        editor.execute(f"DROP TRIGGER IF EXISTS {name}{on}", params=None)
        if vendor == "postgresql":
            editor.execute(f"DROP FUNCTION IF EXISTS {name}()", params=None)
