"""The database itself refuses overlaps, overwriting and false numbers."""

import uuid
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from samvern.apps.virksomheter import fences
from samvern.apps.virksomheter.gyldighet import Periode, overlaps
from samvern.apps.virksomheter.models import (
    VERSJONERTE,
    Kommune,
    Omraade,
    Utilregnelighetsgrunn,
    Virksomhet,
    Virksomhetsversjon,
)
from samvern.apps.virksomheter.versjonert import rows_of

NOW = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
DAY = date(2026, 1, 1)


def kommune(fra: date, til: date | None = None, **other: object) -> Kommune:
    fields: dict[str, object] = {
        "kommunenr": "9901",
        "navn": "Prøve",
        "visningsnavn": "Prøve",
        "offisielt_navn": "Prøve",
        "fylkenr": "99",
        "fylke": "Prøve",
        "gyldig_fra": fra,
        "gyldig_til": til,
        "kilde": "prøve",
        "belegg": "prøve",
        "registrert": NOW,
        "registrert_av": "prøve",
        "grunn": "prøve",
    }
    return Kommune(**(fields | other))


def refused(row: Kommune | Virksomhetsversjon | Omraade) -> bool:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        return True
    return False


def triggers() -> set[str]:
    query = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"
    )
    with connection.cursor() as cursor:
        cursor.execute(query)
        return {name for (name,) in cursor.fetchall()}


@pytest.mark.django_db
def test_every_table_of_versions_has_its_triggers() -> None:
    wanted: set[str] = set()
    for model in VERSJONERTE:
        columns = tuple(str(field.column) for field in model._meta.concrete_fields)
        table = fences.Table(model._meta.db_table, model.NOEKKEL, columns, "orgnr" in columns)
        wanted |= fences.names(table, connection.vendor)
    assert len(wanted) >= 21
    assert wanted - triggers() == set()


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (kommune(DAY, DAY - timedelta(days=1)), True),
        (kommune(DAY, DAY), False),
        (kommune(DAY, None, mulig_fra=DAY + timedelta(days=1)), True),
        (kommune(DAY, None, mulig_til=DAY), True),
        (kommune(DAY, DAY, mulig_til=DAY), False),
        (kommune(DAY, DAY, erstattet=NOW - timedelta(seconds=1)), True),
        (kommune(DAY, kilde=""), True),
        (kommune(DAY, belegg=""), True),
        (kommune(DAY, registrert_av=""), True),
        (kommune(DAY, grunn=""), True),
    ],
)
def test_contradictions_and_missing_origin_are_refused(row: Kommune, expected: bool) -> None:
    row.pk = uuid.uuid4()
    assert refused(row) is expected


class Overlap(TestCase):
    """Two periods of the same municipality, any dates: the fence agrees with the definition."""

    @given(
        st.lists(st.integers(0, 12), min_size=4, max_size=4),
        st.tuples(st.booleans(), st.booleans()),
    )
    @settings(max_examples=60)
    def test_overlap_is_refused_and_nothing_else(
        self, days: list[int], is_open: tuple[bool, bool]
    ) -> None:
        a, b, c, d = (DAY + timedelta(days=n) for n in days)
        first = Periode(min(a, b), None if is_open[0] else max(a, b))
        second = Periode(min(c, d), None if is_open[1] else max(c, d))
        assert not refused(kommune(first.gyldig_fra, first.gyldig_til))
        assert refused(kommune(second.gyldig_fra, second.gyldig_til)) == overlaps(first, second)


@pytest.mark.django_db
def test_another_key_and_a_replaced_row_do_not_overlap() -> None:
    first = kommune(DAY)
    first.save(force_insert=True)
    assert not refused(kommune(DAY, kommunenr="9902"))
    assert refused(kommune(DAY))
    Kommune.objects.filter(pk=first.pk).update(erstattet=NOW)
    assert not refused(kommune(DAY))


@pytest.mark.django_db
def test_a_version_can_only_be_closed_and_only_once() -> None:
    row = kommune(DAY)
    row.save(force_insert=True)
    rows = Kommune.objects.filter(pk=row.pk)
    for change in ({"navn": "Annet"}, {"gyldig_til": DAY}, {"navn": "X", "erstattet": NOW}):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(**change)
    assert rows.update(erstattet=NOW) == 1
    for moment in (None, NOW + timedelta(days=1)):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.update(erstattet=moment)
    assert rows.get().navn == "Prøve"


@pytest.mark.django_db
def test_the_production_database_deletes_no_version() -> None:
    row = kommune(DAY)
    row.save(force_insert=True)
    if connection.vendor == "postgresql":
        with pytest.raises(IntegrityError), transaction.atomic():
            row.delete()
        assert Kommune.objects.filter(pk=row.pk).exists()
    else:
        # SQLite is emptied row by row between tests that commit, so it has no such fence.
        row.delete()
        with pytest.raises(ObjectDoesNotExist):
            Kommune.objects.get(pk=row.pk)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("", False),
        ("993467049", False),
        ("993467048", True),
        ("99346704", True),
        ("99346704x", True),
    ],
)
def test_the_database_checks_organisation_numbers(number: str, expected: bool) -> None:
    body = Virksomhet.objects.create(slag="helseforetak", kode="PRØVE")
    row = Virksomhetsversjon(
        virksomhet=body,
        navn="Prøve",
        orgnr=number,
        gyldig_fra=DAY,
        kilde="prøve",
        belegg="prøve",
        registrert=NOW,
        registrert_av="prøve",
        grunn="prøve",
    )
    assert refused(row) is expected


@pytest.mark.django_db
def test_a_code_outside_the_list_is_refused() -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Virksomhet.objects.create(slag="noe_annet", kode="PRØVE")


@pytest.mark.django_db
@pytest.mark.usefixtures("referansedata")
def test_every_table_refuses_to_be_overwritten() -> None:
    for model in VERSJONERTE:
        rows = rows_of(model)
        if model is not Utilregnelighetsgrunn and not rows.exists():
            continue
        with pytest.raises(DatabaseError), transaction.atomic():
            rows.update(grunn="endret")
