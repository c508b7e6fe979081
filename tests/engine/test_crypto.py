"""Sealing, the field and the blind index: what opens, what does not, and what is never shown."""

from dataclasses import replace
from uuid import UUID

import pytest
from django.core.exceptions import FieldError
from django.db import connection
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from samvern.engine import crypto
from samvern.engine.crypto import KanIkkeAapnes, Place, Sealed, blind_index, seal, unseal
from samvern.engine.ids import new_id
from tests.engine.proevemodell import Proeveperson

PLACE = Place("person", "navn", "3f0c")
KEY = crypto.new_data_key(UUID(int=7), 3)
TEXT = "Kari Prøvesen"


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_sealed_opens(text: str) -> None:
    assert unseal(KEY, PLACE, seal(KEY, PLACE, text)) == text


def test_half_a_character_is_refused_without_the_text() -> None:
    with pytest.raises(ValueError, match=r"^Teksten er ikke gyldig Unicode\.$") as caught:
        seal(KEY, PLACE, TEXT + "\ud800")
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


@pytest.mark.parametrize(
    "place",
    [replace(PLACE, table="sak"), replace(PLACE, column="adresse"), replace(PLACE, row="3f0d"),
     Place("personn", "avn", "3f0c"), Place("person", "navn3", "f0c")],
)  # fmt: skip
def test_a_moved_text_does_not_open(place: Place) -> None:
    with pytest.raises(KanIkkeAapnes):
        unseal(KEY, place, seal(KEY, PLACE, TEXT))


@pytest.mark.parametrize(
    "key",
    [crypto.new_data_key(KEY.subject, KEY.version), replace(KEY, subject=UUID(int=8)),
     replace(KEY, version=4)],
)  # fmt: skip
def test_another_key_does_not_open(key: crypto.DataKey) -> None:
    with pytest.raises(KanIkkeAapnes):
        unseal(key, PLACE, seal(KEY, PLACE, TEXT))


def test_no_altered_bit_opens_and_no_error_says_anything() -> None:
    blob = seal(KEY, PLACE, TEXT).blob
    for bit in range(len(blob) * 8):
        altered = bytearray(blob)
        altered[bit // 8] ^= 1 << bit % 8
        with pytest.raises(KanIkkeAapnes) as caught:
            unseal(KEY, PLACE, Sealed(bytes(altered)))
        assert "Kari" not in repr(caught.value)
        assert caught.value.__cause__ is None
    for length in range(len(blob)):
        with pytest.raises(KanIkkeAapnes):
            unseal(KEY, PLACE, Sealed(blob[:length]))


def test_equal_texts_do_not_look_equal_and_lengths_are_hidden() -> None:
    short, long = seal(KEY, PLACE, "Bo"), seal(KEY, PLACE, "Kari Prøvesen Eksempelstad")
    assert len(short.blob) == len(long.blob)
    assert seal(KEY, PLACE, TEXT).blob != seal(KEY, PLACE, TEXT).blob


def test_nothing_shows_itself() -> None:
    sealed = seal(KEY, PLACE, TEXT)
    assert str(sealed) == f"{sealed}" == "«kryptert»"
    assert repr(sealed) == "Sealed()"
    assert repr(KEY) == f"DataKey(subject={KEY.subject!r}, version=3)"


def test_erased_is_written_in_the_readers_form() -> None:
    assert str(crypto.ERASED) == "«slettet»"
    with translation.override("nn"):
        assert str(crypto.ERASED) == "«sletta»"


def test_a_wrapped_key_opens_only_as_itself() -> None:
    ring = crypto.ring()
    master, wrapped = crypto.wrap(KEY, ring)
    assert crypto.unwrap(KEY.subject, 3, master, wrapped, ring) == KEY
    flipped = wrapped[:-1] + bytes([wrapped[-1] ^ 1])
    for subject, version, name, blob in (
        (UUID(int=8), 3, master, wrapped),
        (KEY.subject, 4, master, wrapped),
        (KEY.subject, 3, "borte", wrapped),
        (KEY.subject, 3, master, flipped),
        (KEY.subject, 3, master, b"\x02" + wrapped[1:]),
        (KEY.subject, 3, master, b""),
        (KEY.subject, 3, master, b"\x01"),
    ):
        with pytest.raises(KanIkkeAapnes):
            crypto.unwrap(subject, version, name, blob, ring)


def test_the_blind_index_is_exact_but_for_blanks_and_case() -> None:
    found = blind_index("person.nummer", "01019012345")
    assert found == blind_index("person.nummer", " 010190 12345\n")
    assert found == blind_index("person.nummer", "010190-12345")
    assert found != blind_index("person.nummer", "01019012346")
    assert found != blind_index("person.dnummer", "01019012345")
    assert blind_index("p", "STRAẞE") == blind_index("p", "strasse")
    assert blind_index("p", "Å") == blind_index("p", "a\u030a")
    assert len(found) == 64
    assert "01019012345" not in found


def test_the_blind_index_depends_on_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    before, old = blind_index("p", "1"), crypto.ring()
    monkeypatch.setattr(crypto, "ring", lambda: replace(old, index_key=bytes(range(32))))
    assert before != blind_index("p", "1")


@pytest.mark.parametrize("text", ["", "  ", "-"])
def test_nothing_cannot_be_looked_up(text: str) -> None:
    with pytest.raises(ValueError, match="ingenting"):
        blind_index("p", text)


def test_the_field_takes_only_what_is_sealed() -> None:
    field = Proeveperson._meta.get_field("navn")
    with pytest.raises(TypeError) as caught:
        field.get_db_prep_value(TEXT, connection)
    assert TEXT not in str(caught.value)
    with pytest.raises(TypeError):
        field.get_db_prep_value(TEXT.encode(), connection)


@pytest.mark.parametrize("lookup", ["exact", "in", "contains", "gt", "regex"])
def test_the_field_cannot_be_searched(lookup: str) -> None:
    with pytest.raises(FieldError):
        str(Proeveperson._base_manager.filter(**{f"navn__{lookup}": [TEXT]}).query)


def test_the_field_is_in_no_form_and_no_serialised_row() -> None:
    field = Proeveperson._meta.get_field("navn")
    assert not field.editable
    with pytest.raises(FieldError):
        field.value_to_string(Proeveperson(id=new_id(), navn=seal(KEY, PLACE, TEXT)))
    assert field.deconstruct()[3]["subject"] == "id"
