"""Data keys in the database: sealing, swapping, rotation, erasure."""

import json
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.forms.models import model_to_dict
from django.test.utils import CaptureQueriesContext

from samvern.apps.noekler import rotation
from samvern.apps.noekler.models import Datanoekkel
from samvern.apps.noekler.public import (
    ERASED,
    ErSlettet,
    Keys,
    create_key,
    destroy_key,
    is_destroyed,
)
from samvern.engine import crypto, keyring
from samvern.engine.crypto import KanIkkeAapnes, blind_index
from samvern.engine.ids import new_id
from tests.engine.proevemodell import PROEVEAPPER, Proevenotat, Proeveperson, make_tables

pytestmark = pytest.mark.django_db
NAVN = "Kari Prøvesen"


@pytest.fixture(autouse=True)
def tables(db: None) -> None:
    make_tables()


def person(navn: str | None = NAVN, adresse: str | None = "Prøveveien 1") -> Proeveperson:
    row = Proeveperson(id=new_id())
    create_key(row.id)
    with transaction.atomic():
        Keys.writing([row.id]).seal(row, navn=navn, adresse=adresse)
    row.save()
    return row


def stored(row: Proeveperson) -> Proeveperson:
    return Proeveperson._base_manager.get(pk=row.pk)


def read(row: Proeveperson, field: str = "navn") -> object:
    return Keys.reading([row.id]).open(stored(row), field)


def note(row: Proeveperson, text: str) -> Proevenotat:
    made = Proevenotat(person_id=row.id)
    with transaction.atomic():
        Keys.writing([row.id]).seal(made, notat=text)
    made.save()
    return made


def test_what_is_sealed_can_be_read_again() -> None:
    kari = person()
    assert read(kari) == NAVN
    assert read(person(navn=None)) is None
    written = note(kari, "Møtte som avtalt.")
    fresh = Proevenotat._base_manager.get(pk=written.pk)
    assert Keys.reading([kari.id]).open(fresh, "notat") == "Møtte som avtalt."


def test_reading_a_row_opens_nothing() -> None:
    row = stored(person())
    shown = f"{row!r} {row} {vars(row)} {model_to_dict(row)} {row.navn}"
    assert "Kari" not in shown
    assert str(row.navn) == "«kryptert»"


def test_a_page_of_persons_costs_one_query() -> None:
    people = [person(f"Person {n}") for n in range(20)]
    with CaptureQueriesContext(connection) as queries:
        keys = Keys.reading([row.id for row in people])
        assert [keys.open(row, "navn") for row in people] == [f"Person {n}" for n in range(20)]
    assert len(queries) == 1


def test_plain_text_cannot_be_saved() -> None:
    row = person()
    row.navn = NAVN  # type: ignore[assignment]
    with pytest.raises(TypeError) as caught:
        row.save()
    assert "Kari" not in str(caught.value)


def test_exact_look_up_by_number() -> None:
    row = person()
    row.nummerindeks = blind_index("proeveperson.nummer", "01819012345")
    row.save()
    asked = blind_index("proeveperson.nummer", "018190 12345")
    assert Proeveperson._base_manager.get(nummerindeks=asked).pk == row.pk


def test_a_text_moved_in_the_database_does_not_open() -> None:
    kari, ola = person(), person("Ola Prøvesen")
    moves = [
        (kari, "navn", ola, "navn"),
        (kari, "adresse", kari, "navn"),
        (ola, "adresse", kari, "navn"),
    ]
    for source, from_field, target, to_field in moves:
        moved = {to_field: getattr(stored(source), from_field)}
        Proeveperson._base_manager.filter(pk=target.pk).update(**moved)
        with pytest.raises(KanIkkeAapnes) as caught:
            read(target, to_field)
        assert "Prøve" not in str(caught.value)


def test_a_wrapped_key_moved_to_another_person_does_not_open() -> None:
    kari, ola = person(), person()
    wrapped = Datanoekkel.objects.get(subjekt=kari.id).innpakket
    Datanoekkel.objects.filter(subjekt=ola.id).update(innpakket=wrapped)
    with pytest.raises(KanIkkeAapnes):
        read(ola)


def test_what_must_be_in_place_before_sealing() -> None:
    row = Proeveperson(id=new_id())
    with pytest.raises(TypeError, match="lesing"):
        Keys.reading([row.id]).seal(row, navn=NAVN)
    with transaction.atomic():
        with pytest.raises(KanIkkeAapnes):
            Keys.writing([row.id]).seal(row, navn=NAVN)
        with pytest.raises(LookupError):
            Keys.writing([]).seal(row, navn=NAVN)
        with pytest.raises(TypeError, match="kryptert felt"):
            Keys.writing([row.id]).seal(row, aapent=NAVN)
        create_key(row.id)
        row.pk, person_id = None, row.id
        with pytest.raises(TypeError, match="tilfeldig id"):
            Keys.writing([person_id]).seal(row, navn=NAVN)
        unsaved = Proevenotat(person_id=person_id)
        unsaved.pk = None
        with pytest.raises(ValueError, match="id"):
            Keys.writing([person_id]).seal(unsaved, notat=NAVN)


def test_one_key_per_version() -> None:
    subject = new_id()
    create_key(subject)
    with pytest.raises(IntegrityError), transaction.atomic():
        create_key(subject)


def test_erasing_a_person_erases_everything_about_them_and_nobody_else() -> None:
    kari, ola = person(), person("Ola Prøvesen")
    written = note(kari, "Fritekst")
    destroy_key(kari.id)
    assert read(kari) is ERASED
    assert str(read(kari, "adresse")) == "«slettet»"
    keys = Keys.reading([kari.id])
    assert keys.open(Proevenotat._base_manager.get(pk=written.pk), "notat") is ERASED
    assert is_destroyed(kari.id)
    row = Datanoekkel.objects.get(subjekt=kari.id)
    assert row.innpakket is None and row.slettet is not None
    assert read(ola) == "Ola Prøvesen" and not is_destroyed(ola.id)
    with pytest.raises(ErSlettet), transaction.atomic():
        Keys.writing([kari.id]).seal(kari, navn="Ny")
    with pytest.raises(ErSlettet):
        rotation.rotate(kari.id, PROEVEAPPER)


def test_erasing_again_keeps_the_first_date() -> None:
    kari = person()
    destroy_key(kari.id)
    first = Datanoekkel.objects.get(subjekt=kari.id).slettet
    destroy_key(kari.id)
    assert Datanoekkel.objects.get(subjekt=kari.id).slettet == first


def test_the_database_refuses_a_key_that_is_gone_without_reason() -> None:
    kari = person()
    with pytest.raises(IntegrityError), transaction.atomic():
        Datanoekkel.objects.filter(subjekt=kari.id).update(innpakket=None)


def test_a_new_master_key_wraps_all_data_keys_anew(
    monkeypatch: pytest.MonkeyPatch, ring: dict[str, object]
) -> None:
    people = [person(f"Person {n}") for n in range(7)]
    destroy_key(people[0].id)
    before = {row.pk: stored(row).navn for row in people}
    fresh = keyring.new_ring("to")
    assert isinstance(ring["hovednoekler"], dict) and isinstance(fresh["hovednoekler"], dict)
    both = {**ring, "aktiv": "to", "hovednoekler": ring["hovednoekler"] | fresh["hovednoekler"]}
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(both))
    assert rotation.rewrap_all(batch=3) == 6
    assert rotation.rewrap_all(batch=3) == 0
    assert {row.pk: stored(row).navn for row in people} == before
    # The old master key may now leave the ring.
    only_new = {**both, "hovednoekler": fresh["hovednoekler"]}
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(only_new))
    assert [read(row) for row in people] == [ERASED, *(f"Person {n}" for n in range(1, 7))]


def test_without_the_master_key_nothing_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    kari = person()
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring("en")))
    with pytest.raises(KanIkkeAapnes):
        read(kari)
    monkeypatch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring("to")))
    with pytest.raises(KanIkkeAapnes):
        read(kari)
    with pytest.raises(KanIkkeAapnes):
        rotation.rewrap_all()


def versions(subject: UUID) -> Iterator[tuple[int, bool, bool]]:
    for row in Datanoekkel.objects.filter(subjekt=subject).order_by("versjon"):
        yield row.versjon, row.innpakket is not None, row.avloest is not None


def test_a_new_data_key_seals_all_content_anew() -> None:
    kari, ola = person(), person("Ola Prøvesen")
    written, empty = note(kari, "Fritekst"), person(navn=None)
    late, untouched = stored(kari), stored(ola).navn
    assert rotation.rotate(kari.id, PROEVEAPPER) == 3
    assert read(kari) == NAVN and read(empty) is None
    keys = Keys.reading([kari.id])
    fresh = Proevenotat._base_manager.get(pk=written.pk)
    assert fresh.notat is not None and fresh.notat.version == 2
    assert keys.open(fresh, "notat") == "Fritekst"
    # Someone who read the row before can still show it, and even save it.
    assert keys.open(late, "navn") == NAVN
    late.save()
    assert rotation.forget_superseded(kari.id, PROEVEAPPER) == 1
    assert list(versions(kari.id)) == [(1, False, True), (2, True, False)]
    assert read(kari) == NAVN
    with pytest.raises(KanIkkeAapnes):
        Keys.reading([kari.id]).open(late, "navn")
    assert stored(ola).navn == untouched
    destroy_key(kari.id)
    assert read(kari) is ERASED


def test_keys_fetched_before_a_rotation_find_the_new_one() -> None:
    kari = person()
    keys = Keys.reading([kari.id])
    rotation.rotate(kari.id, PROEVEAPPER)
    assert keys.open(stored(kari), "navn") == NAVN


def test_a_person_without_a_key_cannot_get_a_new_one() -> None:
    with pytest.raises(KanIkkeAapnes):
        rotation.rotate(new_id(), PROEVEAPPER)


def test_a_superseded_version_reads_as_erased_after_erasure() -> None:
    kari = person()
    late = stored(kari)
    rotation.rotate(kari.id, PROEVEAPPER)
    destroy_key(kari.id)
    assert Keys.reading([kari.id]).open(late, "navn") is ERASED
    assert crypto.ERASED is ERASED
