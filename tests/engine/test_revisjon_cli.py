"""`samvern revisjon`: what it says, its exit codes, and the files it writes."""

import json
from pathlib import Path

import pytest
from django.db import connection, transaction

from samvern.apps.revisjon.models import Revisjonshode, Revisjonslogg
from samvern.cli import main
from samvern.cli.revisjon import WORDS
from samvern.engine import audit
from samvern.engine.audit import Actor
from samvern.engine.chain import Slag
from tests.hostile import verifier

Capture = pytest.CaptureFixture[str]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def log(db: None) -> int:
    """Three more entries; the number of the last."""
    actor = Actor("b", "nk", "v", "f")
    with transaction.atomic():
        return [audit.record(actor, "sak.vist", saker=["s"]) for _ in range(3)][-1]


def remove_triggers() -> None:
    with connection.cursor() as cursor:
        for table in ("revisjonslogg", "revisjonshode"):
            if connection.vendor == "postgresql":
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
                continue
            cursor.execute("SELECT name FROM sqlite_master WHERE tbl_name = %s AND type = %s",
                           [table, "trigger"])  # fmt: skip
            for (name,) in cursor.fetchall():
                cursor.execute(f"DROP TRIGGER {name}")


def test_a_whole_log(capsys: Capture, log: int) -> None:
    assert main(["revisjon", "verifiser"]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Loggen holder: {log} innslag er prøvd, nr. 1–{log}.\n")
    assert "Kjeden alene viser ikke" in said
    assert main(["revisjon", "verifiser", "--maalform", "nn", "--fra", str(log)]) == 0
    said = capsys.readouterr().out
    assert said.startswith(f"Loggen held: 1 innslag er prøvde, nr. {log}–{log}.\n")


def test_a_whole_log_as_data(capsys: Capture, log: int) -> None:
    assert main(["revisjon", "verifiser", "--json", "--fra", "2", "--til", str(log - 1)]) == 0
    assert json.loads(capsys.readouterr().out) == {
        "holder": True, "antall": log - 2, "fra": 2, "til": log - 1,
        "hash": audit.hash_of(log - 1), "brudd": None, "klokke_tilbake": None, "sjekkpunkter": 0,
    }  # fmt: skip


def test_a_changed_log(capsys: Capture, log: int) -> None:
    remove_triggers()
    Revisjonslogg.objects.filter(nr=log - 1).update(rolle="innsyn")
    assert main(["revisjon", "verifiser"]) == 1
    said = capsys.readouterr().out
    assert f"Loggen holder IKKE. Første brudd: nr. {log - 1}, innslaget er endret." in said
    assert main(["revisjon", "verifiser", "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert data["brudd"] == {"nr": log - 1, "slag": "endret", "tekst": "innslaget er endret"}
    assert data["antall"] == log - 2


def test_checkpoints_find_what_the_chain_cannot(capsys: Capture, log: int, tmp_path: Path) -> None:
    points = tmp_path / "sjekkpunkter.jsonl"
    assert main(["revisjon", "forankre", "--fil", str(points)]) == 0
    assert main(["revisjon", "forankre", "--fil", str(points)]) == 0
    first, second = [json.loads(line) for line in points.read_text().splitlines()]
    assert first["nr"] == second["nr"] == log
    assert first["hash"] == audit.hash_of(log)
    capsys.readouterr()
    assert main(["revisjon", "verifiser", "--mot", str(points)]) == 0
    assert "Sjekkpunkter utenfra som er sammenlignet: 2." in capsys.readouterr().out
    remove_triggers()
    Revisjonslogg.objects.filter(nr=log).delete()
    connection.cursor().execute("UPDATE revisjonshode SET nr = %s, hash = %s",
                                [log - 1, audit.hash_of(log - 1)])  # fmt: skip
    # The look-up by case still tells; someone thorough has emptied it too.
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE revisjonssak DISABLE TRIGGER USER")
        else:
            cursor.execute("DROP TRIGGER revisjonssak_ikke_slett")
        cursor.execute("DELETE FROM revisjonssak WHERE nr = %s", [log])
    assert main(["revisjon", "verifiser"]) == 0
    capsys.readouterr()
    assert main(["revisjon", "verifiser", "--mot", str(points)]) == 1
    assert f"nr. {log}, de nyeste innslagene mangler" in capsys.readouterr().out
    before = points.read_text()
    assert main(["revisjon", "forankre", "--fil", str(points)]) == 1
    assert points.read_text() == before
    assert Revisjonshode.objects.get().nr == log - 1


def test_the_export_can_be_verified_by_others(log: int, tmp_path: Path) -> None:
    path, points = tmp_path / "logg.jsonl", tmp_path / "punkter"
    assert main(["revisjon", "eksporter", "--fil", str(path)]) == 0
    assert main(["revisjon", "forankre", "--fil", str(points)]) == 0
    assert verifier.main([str(path), str(points)]) == 0
    assert len(path.read_text(encoding="utf-8").splitlines()) == log
    # An earlier export is never written over.
    assert main(["revisjon", "eksporter", "--fil", str(path)]) == 2


@pytest.mark.parametrize(
    "line",
    ["{", "[]", "7", '{"nr": 1}', '{"nr": -1, "hash": "%s", "tid": ""}' % ("0" * 64),
     '{"nr": true, "hash": "%s", "tid": ""}' % ("0" * 64), '{"nr": 1, "hash": "x", "tid": ""}',
     '{"nr": 1, "hash": 7, "tid": ""}', "[" * 100_000],
)  # fmt: skip
def test_a_file_that_is_no_list_of_checkpoints(capsys: Capture, tmp_path: Path, line: str) -> None:
    path = tmp_path / "punkter"
    path.write_text(f"\n{line}\n")
    assert main(["revisjon", "verifiser", "--mot", str(path)]) == 2
    assert capsys.readouterr().err == "Linje 2 er ikke et sjekkpunkt.\n"


@pytest.mark.parametrize(
    "words",
    [["verifiser", "--fra", "0"], ["verifiser", "--fra", "3", "--til", "2"], ["verifiser",
     "--mot", "/finnes/ikke"], ["forankre", "--fil", "/finnes/ikke"], ["forankre"], [],
     ["verifiser", "--fra", "x"]],
)  # fmt: skip
def test_bad_input(capsys: Capture, words: list[str]) -> None:
    assert main(["revisjon", *words]) == 2
    assert capsys.readouterr().err


def test_bytes_that_are_no_text(capsys: Capture, tmp_path: Path) -> None:
    path = tmp_path / "punkter"
    path.write_bytes(b"\xff\xfe\x00")
    assert main(["revisjon", "verifiser", "--mot", str(path)]) == 2


def test_every_kind_has_its_words() -> None:
    assert set(WORDS) == set(Slag)
