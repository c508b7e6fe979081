"""The check of what is stored: it finds what the fences stop, should one of them be gone."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from samvern.apps.virksomheter.kontroll import faults
from samvern.apps.virksomheter.models import (
    VERSJONERTE,
    Enhet,
    Enhetsversjon,
    Kommune,
    Virksomhet,
)
from samvern.apps.virksomheter.versjonert import Versjonert, known, rows_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("referansedata")]

DAY = date(2026, 1, 1)
BEFORE = DAY - timedelta(days=1)
NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
TABLE = Kommune._meta.db_table
ORIGIN = dict.fromkeys(("kilde", "belegg", "registrert_av", "grunn"), "prøve")


def add(first: date, last: date | None = None, **other: Any) -> None:
    number: dict[str, Any] = {"kommunenr": "9901", "fylkenr": "99", "fylke": "Prøve"}
    names = dict.fromkeys(("navn", "visningsnavn", "offisielt_navn"), "Prøve")
    days: dict[str, Any] = {"gyldig_fra": first, "gyldig_til": last, "registrert": NOW}
    Kommune(**{**number, **names, **ORIGIN, **days, **other}).save(force_insert=True)


def add_unit() -> None:
    """The files hold none."""
    unit = Enhet.objects.create(virksomhet=Virksomhet.objects.get(kode="OUS"), kode="PRØVE")
    codes = {"sikkerhetsnivaa": "RSA", "oppholdsform": "doegn", "doertype": "laast"}
    days: dict[str, Any] = {"gyldig_fra": DAY, "registrert": NOW}
    Enhetsversjon(enhet=unit, navn="Prøve", **ORIGIN, **codes, **days).save(force_insert=True)


@contextmanager
def without_checks() -> Iterator[None]:
    """The table without what CHECK holds; in PostgreSQL the roll-back brings it back."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA ignore_check_constraints = ON")
        else:
            for name in ("til_etter_fra", "mulig_fra_foer", "mulig_til_etter"):
                cursor.execute(f"ALTER TABLE {TABLE} DROP CONSTRAINT kommune_{name}")
    try:
        yield
    finally:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA ignore_check_constraints = OFF")


def without_overlap_fence(table: str) -> None:
    on = "" if connection.vendor == "sqlite" else f" ON {table}"
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {table}_overlapp{on}")


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ({"last": BEFORE}, ["Siste dag kan ikke være før"]),
        ({"mulig_fra": DAY + timedelta(days=1)}, ["Tidligste mulige dag"]),
        ({"mulig_til": DAY}, ["Siste mulige dag"]),
        ({"last": DAY, "mulig_til": BEFORE}, ["Siste mulige dag"]),
        ({"last": DAY, "mulig_til": DAY, "mulig_fra": BEFORE}, []),
    ],
)
def test_dates_that_contradict_each_other_are_found(
    dates: dict[str, date], said: list[str]
) -> None:
    with without_checks():
        add(DAY, **dates)
    found = faults()
    assert len(found) == len(said)
    assert all(fault.startswith(f"Prøve: {text}") for fault, text in zip(found, said, strict=True))


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (BEFORE, None, ["Prøve: overlapper 2025-12-31"]),
        (BEFORE, DAY, ["Prøve: overlapper 2025-12-31"]),
        (BEFORE, BEFORE, []),
        (DAY, DAY, ["Prøve: overlapper 2026-01-01"]),
        (DAY + timedelta(days=5), DAY + timedelta(days=6), ["Prøve: overlapper 2026-01-01"]),
        (DAY + timedelta(days=10), None, []),
    ],
)
def test_two_that_hold_on_the_same_day_are_found(
    first: date, last: date | None, expected: list[str]
) -> None:
    without_overlap_fence(TABLE)
    add(DAY, DAY + timedelta(days=9))
    add(first, last)
    add(DAY, None, kommunenr="9902")
    assert faults() == expected
    Kommune.objects.filter(kommunenr="9901").update(erstattet=NOW)
    assert faults() == []


@pytest.mark.parametrize("model", VERSJONERTE, ids=lambda model: model.__name__)
def test_every_table_is_checked(model: type[Versjonert]) -> None:
    add_unit()
    row = known(rows_of(model), None)[0]
    without_overlap_fence(model._meta.db_table)
    row.pk = uuid4()
    row.save(force_insert=True)
    assert f"{row}: overlapper {row.gyldig_fra}" in faults()
