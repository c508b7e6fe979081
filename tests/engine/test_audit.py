"""The log in the database: what is written, what is refused, what the database itself stops."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from samvern.apps.revisjon.models import Revisjonshode, Revisjonslogg, Revisjonssak
from samvern.engine import audit, chain, clock
from samvern.engine.audit import Actor, UgyldigInnslag
from samvern.engine.chain import Break, Checkpoint, Slag
from samvern.engine.ids import new_id
from tests.hostile import verifier

ACTOR = Actor(new_id(), "nk", new_id(), new_id())
SAK, SAK2 = "0d9f3c1e-5a5e-4f1c-9a63-1f0a9a3c7b11", "9b1c7a52-6a9f-4d5e-8d0a-2b7d1a4e6c22"


def write(**more: Any) -> int:
    with transaction.atomic():
        return audit.record(ACTOR, "sak.vist", **more)


@pytest.fixture
def four(db: None) -> int:
    """Four entries; the number of the last."""
    write(saker=[SAK], lest=["sak.status"])
    write(saker=[SAK2, SAK, SAK], skrevet=["hendelse"], objekt=("hendelse", new_id()))
    write(grunn="phvl/5-2b", forpliktelser={"nummer": audit.commit_to("x")[0]})
    return write()


@pytest.mark.django_db
def test_an_entry_says_who_what_when_and_why() -> None:
    before, moment = audit.head().nr, clock.now()
    nr = write(
        saker=[SAK2, SAK, SAK2], objekt=("person", SAK), lest=["person.navn", "sak.status"],
        skrevet=["sak.merknad"], grunn="phvl/5-2b",
    )  # fmt: skip
    assert nr == before + 1
    row = Revisjonslogg.objects.get(nr=nr)
    assert (row.bruker, row.rolle, row.virksomhet) == (
        str(ACTOR.bruker), "nk", str(ACTOR.virksomhet)
    )  # fmt: skip
    assert (row.handling, row.forespoersel) == ("sak.vist", str(ACTOR.forespoersel))
    assert row.saker == [SAK, SAK2]
    assert (row.objekttype, row.objekt) == ("person", SAK)
    assert (row.lest, row.skrevet) == (["person.navn", "sak.status"], ["sak.merknad"])
    assert (row.grunn, row.utfall, row.kode, row.versjon) == ("phvl/5-2b", "ok", "", 1)
    assert moment <= row.tid <= clock.now()
    assert audit.head().nr == nr
    assert list(audit.cases(first=nr)) == [(nr, SAK), (nr, SAK2)]
    assert audit.verify(first=nr).broken is None


@pytest.mark.django_db
def test_an_entry_costs_two_queries() -> None:
    with transaction.atomic(), CaptureQueriesContext(connection) as queries:
        audit.record(ACTOR, "sak.vist", saker=[SAK, SAK2])
    assert len(queries) == 2


@pytest.mark.django_db
def test_a_denial_is_written_with_its_code() -> None:
    nr = audit.record_denial(ACTOR, "sak.vist", "ikke_tilgang", saker=[SAK])
    row = Revisjonslogg.objects.get(nr=nr)
    assert (row.utfall, row.kode, row.saker, row.lest) == ("nektet", "ikke_tilgang", [SAK], [])


@pytest.mark.django_db(transaction=True)
def test_what_transaction_an_entry_belongs_to() -> None:
    before = audit.head().nr
    with pytest.raises(TransactionManagementError):
        audit.record(ACTOR, "sak.vist")
    with transaction.atomic(), pytest.raises(RuntimeError, match="durable"):
        audit.record_denial(ACTOR, "sak.vist", "ikke_tilgang")
    with transaction.atomic():
        audit.record(ACTOR, "sak.endret")
        transaction.set_rollback(True)
    assert audit.head().nr == before
    assert audit.record_denial(ACTOR, "sak.endret", "ikke_tilgang") == before + 1
    assert audit.verify().broken is None


@pytest.mark.django_db
def test_a_read_is_written_when_it_ends() -> None:
    with audit.audited_read(ACTOR, "liste.vist", grunn="tjenstlig_behov") as reading:
        reading.saw(["sak.status"], saker=[SAK])
        reading.saw(["person.navn", "sak.status"], saker=[SAK, SAK2])
    row = Revisjonslogg.objects.get(nr=audit.head().nr)
    assert (row.handling, row.grunn) == ("liste.vist", "tjenstlig_behov")
    assert (row.saker, row.lest) == ([SAK, SAK2], ["person.navn", "sak.status"])


@pytest.mark.django_db
def test_a_read_that_cannot_be_written_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: object) -> int:
        raise DatabaseError

    monkeypatch.setattr(audit, "_link", broken)
    with pytest.raises(DatabaseError), audit.audited_read(ACTOR, "sak.vist") as reading:
        reading.saw(["person.navn"], saker=[SAK])


@pytest.mark.django_db
def test_a_read_that_stops_is_not_written_as_done() -> None:
    before = audit.head()
    with pytest.raises(ZeroDivisionError), audit.audited_read(ACTOR, "sak.vist"):
        raise ZeroDivisionError
    assert audit.head().nr == before.nr


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"saker": ["Kari Prøvesen"]},
        {"saker": ["01819012345"]},
        {"saker": ["018190 12345"]},
        {"saker": ["sak-01819012345"]},
        {"saker": [""]},
        {"saker": ["x" * 65]},
        {"objekt": ("Person", SAK)},
        {"objekt": ("person", "")},
        {"lest": ["person navn"]},
        {"lest": ["Prøvesen"]},
        {"skrevet": ["navn\n"]},
        {"grunn": "Fordi jeg måtte"},
        {"forpliktelser": {"nummer": "01819012345"}},
        {"forpliktelser": {"Nummer": "0" * 64}},
    ],
)
def test_what_looks_like_personal_data_is_refused(wrong: dict[str, Any]) -> None:
    before = audit.head().nr
    with pytest.raises(UgyldigInnslag) as caught:
        write(**wrong)
    said = str(caught.value)
    assert "Prøvesen" not in said and "12345" not in said
    assert audit.head().nr == before


@pytest.mark.django_db
def test_random_ids_are_never_taken_for_identity_numbers() -> None:
    for _ in range(2000):
        assert audit._id("sak", new_id())
    assert audit._id("sak", "12345678-1234-4123-8123-123456789012")


def test_a_commitment_proves_a_value_and_tells_nothing() -> None:
    commitment, salt = audit.commit_to("01819012345")
    again, other_salt = audit.commit_to("01819012345")
    assert commitment != again
    assert audit.proves(commitment, salt, "01819012345")
    assert not audit.proves(commitment, salt, "01819012346")
    assert not audit.proves(commitment, other_salt, "01819012345")


REFUSED: dict[str, str] = {
    "change an entry": "UPDATE revisjonslogg SET rolle = 'x'",
    "change an entry to what it is": "UPDATE revisjonslogg SET rolle = rolle",
    "delete an entry": "DELETE FROM revisjonslogg",
    "delete the newest": "DELETE FROM revisjonslogg WHERE nr = (SELECT nr FROM revisjonshode)",
    "empty the look-up": "DELETE FROM revisjonssak",
    "change the look-up": "UPDATE revisjonssak SET sak = 'x'",
    "add to the look-up": "INSERT INTO revisjonssak (sak, nr) VALUES ('x', 1)",
    "move the head on": "UPDATE revisjonshode SET nr = nr + 1",
    "move the head back": "UPDATE revisjonshode SET nr = nr - 1",
    "change the head": "UPDATE revisjonshode SET hash = 'x'",
    "delete the head": "DELETE FROM revisjonshode",
    "add a head": "INSERT INTO revisjonshode (id, nr, hash) VALUES (2, 0, 'x')",
}
BY_VENDOR: dict[str, dict[str, str]] = {
    "sqlite": {
        "replace an entry": "INSERT OR REPLACE INTO revisjonslogg SELECT * FROM revisjonslogg",
        "replace by update": "UPDATE OR REPLACE revisjonslogg SET nr = 1",
        "replace the head": "INSERT OR REPLACE INTO revisjonshode VALUES (1, 0, 'x')",
        "upsert": "INSERT INTO revisjonslogg SELECT * FROM revisjonslogg WHERE nr > 0"
        " ON CONFLICT (nr) DO UPDATE SET rolle = 'x'",
    },
    "postgresql": {
        "truncate the log": "TRUNCATE revisjonslogg",
        "truncate the head": "TRUNCATE revisjonshode",
        "truncate the look-up": "TRUNCATE revisjonssak",
        "upsert": "INSERT INTO revisjonslogg SELECT * FROM revisjonslogg"
        " ON CONFLICT (nr) DO UPDATE SET rolle = 'x'",
    },
}


def test_the_database_refuses_everything_but_appending(four: int) -> None:
    attempts = REFUSED | BY_VENDOR[connection.vendor]
    stopped = []
    for name, statement in attempts.items():
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(statement)
        except IntegrityError:
            stopped.append(name)
    assert stopped == list(attempts)
    assert audit.verify().broken is None


@pytest.mark.parametrize(
    "change",
    [
        {"nr": lambda nr: nr + 2},
        {"nr": lambda nr: nr},
        {"nr": lambda _: 0},
        {"forrige": lambda _: "f" * 64},
    ],
)
def test_the_database_refuses_an_entry_that_does_not_fit(
    four: int, change: dict[str, Callable[[int], object]]
) -> None:
    row = Revisjonslogg.objects.get(nr=four)
    row.nr, row.forrige = four + 1, row.hash
    for name, new in change.items():
        setattr(row, name, new(four))
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)


@pytest.fixture
def unguarded(four: int) -> int:
    """The log in the hands of someone who owns the database: the triggers are gone."""
    tables = ("revisjonslogg", "revisjonshode", "revisjonssak")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in tables:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        else:
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
            for (name,) in cursor.fetchall():
                if name.startswith(tables):
                    cursor.execute(f"DROP TRIGGER {name}")
    return four


def broken(**more: Any) -> Break | None:
    return audit.verify(**more).broken


def test_verification_finds_what_an_owner_changes(unguarded: int) -> None:
    nr = unguarded - 2
    Revisjonslogg.objects.filter(nr=nr).update(skrevet=[])
    assert broken() == Break(nr, Slag.ENDRET)
    assert broken(last=nr - 1) is None
    assert broken(first=nr + 1) is None


def test_verification_finds_what_an_owner_deletes(unguarded: int) -> None:
    nr = unguarded - 2
    Revisjonslogg.objects.filter(nr=nr).delete()
    assert broken() == Break(nr, Slag.SLETTET)
    assert broken(last=nr) == Break(nr, Slag.SLETTET)
    assert broken(first=nr + 1) == Break(nr + 1, Slag.ENDRET)


def test_verification_finds_a_cut_tail_by_the_head_or_by_a_checkpoint(unguarded: int) -> None:
    kept = audit.head()
    Revisjonslogg.objects.filter(nr=unguarded).delete()
    Revisjonssak.objects.filter(nr=unguarded).delete()
    assert broken() == Break(unguarded, Slag.AVKORTET)
    Revisjonshode.objects.update(
        nr=unguarded - 1, hash=Revisjonslogg.objects.get(nr=unguarded - 1).hash
    )
    assert broken() is None
    assert broken(outside=[kept]) == Break(unguarded, Slag.AVKORTET)


def test_verification_finds_an_entry_behind_the_head(unguarded: int) -> None:
    row = Revisjonslogg.objects.get(nr=unguarded)
    row.nr = unguarded + 1
    row.save(force_insert=True)
    assert broken() == Break(unguarded + 1, Slag.SATT_INN)


def test_verification_finds_a_rewrite_by_a_checkpoint(unguarded: int) -> None:
    kept = audit.head()
    row = Revisjonslogg.objects.get(nr=unguarded)
    forged = {**next(audit.records(first=unguarded)), "rolle": "innsyn"}
    row.rolle, row.hash = "innsyn", chain.digest(forged)
    row.save()
    Revisjonshode.objects.update(hash=row.hash)
    assert broken() is None
    assert broken(outside=[kept]) == Break(unguarded, Slag.OMSKREVET)


@pytest.mark.parametrize("change", ["more", "fewer", "beyond"])
def test_verification_finds_a_look_up_that_does_not_agree(unguarded: int, change: str) -> None:
    nr = unguarded - 2
    if change == "fewer":
        Revisjonssak.objects.filter(nr=nr, sak=SAK).delete()
    else:
        nr = nr if change == "more" else unguarded
        Revisjonssak.objects.create(nr=nr, sak="x")
    assert broken() == Break(nr, Slag.INDEKS)


def test_an_auditor_can_follow_the_exported_log(four: int) -> None:
    lines = [chain.canonical(entry) for entry in audit.records()]
    point = audit.head()
    assert verifier.fault(lines, [(point.nr, point.hash)]) == ""
    assert json.loads(lines[-1])["nr"] == four
    assert audit.hash_of(four) == point.hash
    assert audit.hash_of(four + 1) is None
    assert isinstance(point, Checkpoint)


def test_migrations_match_the_models(four: int) -> None:
    columns = connection.introspection.get_table_description(connection.cursor(), "revisjonslogg")
    assert {column.name for column in columns} == set(verifier.ALL)
