"""Loading: the same result every time, new facts as new versions, local changes kept."""

import csv
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from samvern.apps.virksomheter import kontroll
from samvern.apps.virksomheter.lasting import LASTER, load_reference_data
from samvern.apps.virksomheter.models import VERSJONERTE, Etterfoelger, Virksomhetsversjon
from samvern.apps.virksomheter.queries import find
from samvern.apps.virksomheter.referansefiler import DATA, FeilIReferansedata
from samvern.apps.virksomheter.versjoner import Opphav, Registrering, correct
from samvern.apps.virksomheter.versjonert import rows_of
from tests.apps.virksomheter.referansedata import LOADED

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("referansedata")]

LATER = LOADED + timedelta(days=30)
ON = date(2026, 6, 1)
type Row = dict[str, str]


def everything() -> list[tuple[object, ...]]:
    """Every column of every row, as the database gives them."""
    found: list[tuple[object, ...]] = []
    with connection.cursor() as cursor:
        for model in VERSJONERTE:
            cursor.execute(f"SELECT * FROM {model._meta.db_table} ORDER BY id")
            found += [(model.__name__, *row) for row in cursor.fetchall()]
    return found


def changed(folder: Path, name: str, change: Callable[[Row], Row]) -> Path:
    """A copy of the files with every row of one file passed through `change`."""
    copy = folder / "data"
    shutil.copytree(DATA, copy)
    with (copy / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        rows = [change(row) for row in csv.DictReader(file)]
    with (copy / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0].keys())
        writer.writeheader()
        writer.writerows(rows)
    return copy


def renamed(row: Row) -> Row:
    return row | {"navn": "Nytt navn HF"} if row["kode"] == "OUS" else row


def test_a_second_loading_changes_nothing(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    before = everything()
    # One query for each table, one for the bodies, two for the transaction.
    with django_assert_num_queries(12):
        result = load_reference_data(LATER)
    assert everything() == before
    assert not result.endret
    assert result.uendret["kommune"] == 357
    assert (result.lokalt_endret, result.ikke_i_filene) == ([], [])


def test_a_changed_fact_becomes_a_new_version_and_the_old_one_stays(tmp_path: Path) -> None:
    folder = changed(tmp_path, "virksomheter", renamed)
    result = load_reference_data(LATER, folder)
    assert (result.nye["virksomhetsversjon"], result.erstattet["virksomhetsversjon"]) == (1, 1)
    assert sum(result.nye.values()) == 1
    now, then = find("OUS", ON).virksomhet, find("OUS", ON, kjent=LOADED).virksomhet
    assert now is not None
    assert then is not None
    assert (now.navn.nb, then.navn.nb) == ("Nytt navn HF", "Oslo universitetssykehus HF")
    assert now.id == then.id
    assert not load_reference_data(LATER + timedelta(days=1), folder).endret


def test_what_is_changed_here_is_never_changed_back(tmp_path: Path) -> None:
    old = Virksomhetsversjon.objects.get(virksomhet__kode="OUS")
    origin = Opphav("Enhetsregisteret", "slått opp", ON)
    correct(old, {"navn": "Lokalt navn"}, origin, Registrering("A. Admin", "skrivefeil", LATER))
    for folder in (DATA, changed(tmp_path, "virksomheter", renamed)):
        result = load_reference_data(LATER + timedelta(days=1), folder)
        assert not result.endret
        assert len(result.lokalt_endret) == 1
    found = find("OUS", ON).virksomhet
    assert found is not None
    assert found.navn.nb == "Lokalt navn"


def test_what_leaves_the_files_stays_and_is_told(tmp_path: Path) -> None:
    def leave(row: Row) -> Row:
        return row | {"fra": "TRAB", "til": "TAOB"} if row["fra"] == "TRAB" else row

    folder = changed(tmp_path, "etterfoelgere", leave)
    result = load_reference_data(LATER, folder)
    assert result.ikke_i_filene == ["etterfoelger TRAB → TRHA"]
    assert Etterfoelger.objects.filter(erstattet__isnull=True).count() == 21


def broken(field: str, value: str) -> Callable[[Row], Row]:
    return lambda row: row | {field: value} if row["kode"] == "OUS" else row


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("orgnr", "993467048", "ugyldig organisasjonsnummer"),
        ("overordnet", "FINNES-IKKE", "ukjent kode"),
        ("gyldig_fra", "1.1.2024", "ikke en dato"),
        ("gyldig_fra", "", "er tom"),
        ("gyldig_til", "2023-12-31", "Siste dag"),
        ("kilde", "TIPS", "ukjent kilde"),
        ("belegg", "", "belegg er tom"),
        ("utvalg", "kanskje", "ja eller nei"),
        ("slag", "rhf", "helseforetak her, men rhf i filen"),
    ],
)
def test_a_fault_in_a_file_is_told_with_its_place_and_changes_nothing(
    tmp_path: Path, field: str, value: str, said: str
) -> None:
    before = everything()
    folder = changed(tmp_path, "virksomheter", broken(field, value))
    with pytest.raises(FeilIReferansedata, match=said):
        load_reference_data(LATER, folder)
    assert everything() == before


def test_everything_loaded_says_who_and_why() -> None:
    for model in VERSJONERTE:
        for row in rows_of(model):
            assert (row.registrert, row.registrert_av) == (LOADED, LASTER)
            assert row.grunn


def test_the_command_loads_and_checks() -> None:
    out = StringIO()
    call_command("virksomheter_last", stdout=out)
    assert "kommune: 0 nye, 0 erstattet, 357 uendret" in out.getvalue()
    assert "Kontrollen fant ingen feil." in out.getvalue()


def test_the_command_tells_what_does_not_agree() -> None:
    step = Etterfoelger.objects.get(fra__kode="SA-OSLO")
    who = Registrering("A. Admin", "prøve", LATER)
    correct(step, {"gyldig_fra": date(2026, 2, 1)}, Opphav("prøve", "prøve"), who)
    assert kontroll.faults() == ["SA-OSLO → SA-OST: tar ikke over når den gamle slutter"]
    with pytest.raises(CommandError, match="tar ikke over"):
        call_command("virksomheter_last", "--sjekk", stdout=StringIO())
