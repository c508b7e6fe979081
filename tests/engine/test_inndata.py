"""What people send in: strict, all faults at once, and nothing of it in any message."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, ValidationError

from samvern.engine import inndata
from samvern.engine.avslag import Feil
from samvern.engine.inndata import (
    MANGLER_FELT,
    UGYLDIG_REKKEFOLGE,
    UGYLDIG_VERDI,
    Dato,
    Fritekst,
    Id,
    Inndata,
    Klokkeslett,
    Kode,
    Linje,
    Liste,
    Tidspunkt,
    feil_fra,
    les,
)
from samvern.law.text import Text

pytestmark = pytest.mark.krav("TR-D4")
REKKEFOLGE = Text("Slutt kan ikke være før start.", "Slutt kan ikkje vere før start.")


class Farge(StrEnum):
    ROED = "roed"
    BLAA = "blaa"


class Hendelse(Inndata):
    dato: Dato
    klokkeslett: Klokkeslett | None = None


class Proeve(Inndata):
    navn: Linje
    farge: Kode[Farge]
    start: Dato | None = None
    slutt: Dato | None = None
    naar: Tidspunkt | None = None
    antall: Annotated[int, Field(ge=1, le=9)] = 1
    avklart: bool = False
    id: Id | None = None
    tekst: Annotated[Fritekst, Field(min_length=3, max_length=20)] | None = None
    hendelser: Annotated[Liste[Hendelse], Field(max_length=3)] = ()

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:
        start, slutt = gitt.get("start"), gitt.get("slutt")
        if start is not None and slutt is not None and str(slutt) < str(start):
            yield Feil("slutt", UGYLDIG_REKKEFOLGE, REKKEFOLGE)


class Sirkel(Inndata):
    slag: Literal["sirkel"]
    radius: int


class Firkant(Inndata):
    slag: Literal["firkant"]
    firkant: str = ""
    side: int

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:
        if gitt.get("side") == 0:
            yield Feil("side", UGYLDIG_VERDI, REKKEFOLGE)


class Tegning(Inndata):
    former: list[Annotated[Sirkel | Firkant, Field(discriminator="slag")]]
    ramme: int | bool = 1


GOOD: dict[str, object] = {"navn": "Kari", "farge": "roed"}


def faults(change: Mapping[str, object], model: type[Inndata] = Proeve) -> dict[str, str]:
    base = GOOD if model is Proeve else {}
    read, found = les(model, {**base, **change})
    assert read is None
    assert all(fault.melding.nb and fault.melding.nn for fault in found)
    assert not any("{" in fault.melding.nb + fault.melding.nn for fault in found)
    return {fault.sti: fault.kode for fault in found}


def test_what_is_right_is_read() -> None:
    some = uuid4()
    sent = GOOD | {
        "start": "2026-02-28", "naar": "2026-02-28T23:59+01:00", "id": str(some),
        "tekst": "Én linje\r\nog én til", "hendelser": [{"dato": "2026-03-01"}],
    }  # fmt: skip
    read, found = les(Proeve, json.loads(json.dumps(sent)))
    assert found == () and read is not None
    assert (read.farge, read.start, read.id) == (Farge.ROED, date(2026, 2, 28), some)
    assert read.tekst == "Én linje\nog én til"
    assert read.hendelser[0].dato == date(2026, 3, 1)
    assert read.naar is not None and read.naar.utcoffset() is not None
    again, found = les(Proeve, GOOD | {"start": date(2026, 2, 28), "id": some})
    assert found == () and again is not None and again.start == read.start
    hendelse, _ = les(Hendelse, {"dato": "2026-03-01", "klokkeslett": "03:00"})
    assert hendelse is not None and hendelse.klokkeslett == time(3)


@pytest.mark.parametrize(
    "value",
    [
        20260228, 0, 1.5, True, "1772236800", "20260228", "2026-2-28", "2026-02-30",
        "2026-02-28T00:00:00", "28.02.2026", "２０２６-02-28", [], {}, "nei", "0000-01-01",
        datetime(2026, 2, 28),  # noqa: DTZ001
    ],
)  # fmt: skip
def test_only_a_date_is_a_date(value: object) -> None:
    assert faults({"start": value}) == {"start": UGYLDIG_VERDI}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("naar", 1772236800), ("naar", "2026-02-28T10:00"), ("naar", "2026-02-28"),
        ("naar", datetime(2026, 2, 28)),  # noqa: DTZ001
        ("antall", "3"), ("antall", True), ("antall", 2.0), ("antall", 0), ("antall", 10),
        ("avklart", 1), ("avklart", "ja"), ("id", "1"), ("id", 7), ("id", "{" + "0" * 34),
        ("farge", "ROED"), ("farge", 1), ("navn", 17), ("navn", "a" * 201), ("navn", "a\nb"),
        ("navn", "a\u202eb"), ("navn", "a\0b"), ("navn", "\ud800"), ("tekst", "ab"),
        ("tekst", "a" * 21), ("hendelser", "x"), ("hendelser", [{"dato": "2026-01-01"}] * 4),
        ("hendelser", {"0": {}}),
    ],
)  # fmt: skip
def test_each_field_is_strict(field: str, value: object) -> None:
    assert faults({field: value}) == {field: UGYLDIG_VERDI}


def test_a_clock_time_is_hours_and_minutes() -> None:
    for value in (3, 3.5, "3", "25:00", "03:00:00"):
        assert faults({"dato": "2026-01-01", "klokkeslett": value}, Hendelse) == {
            "klokkeslett": UGYLDIG_VERDI
        }


@pytest.mark.parametrize("empty", [None, "", "  \n"])
def test_blank_is_not_given(empty: str | None) -> None:
    assert faults({"navn": empty, "farge": empty}) == {"navn": MANGLER_FELT, "farge": MANGLER_FELT}
    read, found = les(Proeve, GOOD | {"start": empty, "hendelser": empty})
    assert found == () and read is not None and read.start is None and read.hendelser == ()
    assert faults({"ukjent": empty}) == {"ukjent": UGYLDIG_VERDI}


def test_all_faults_at_once_with_their_places() -> None:
    found = faults(
        {
            "navn": "", "farge": "groenn", "start": 1, "rolle": "admin",
            "hendelser": [{"dato": "2026-01-01"}, {}, {"dato": "x", "ny": 1}],
        }
    )  # fmt: skip
    assert found == {
        "navn": MANGLER_FELT,
        "farge": UGYLDIG_VERDI,
        "start": UGYLDIG_VERDI,
        "rolle": UGYLDIG_VERDI,
        "hendelser[1].dato": MANGLER_FELT,
        "hendelser[2].dato": UGYLDIG_VERDI,
        "hendelser[2].ny": UGYLDIG_VERDI,
    }


def test_faults_between_fields_come_with_the_others() -> None:
    wrong = {"start": "2026-02-02", "slutt": "2026-01-01"}
    assert faults(wrong) == {"slutt": UGYLDIG_REKKEFOLGE}
    assert faults(wrong | {"navn": ""}) == {"slutt": UGYLDIG_REKKEFOLGE, "navn": MANGLER_FELT}
    # A field that is wrong by itself is said to be wrong once.
    assert faults({"start": "2026-02-02", "slutt": "2026"}) == {"slutt": UGYLDIG_VERDI}
    with pytest.raises(ValidationError):
        Proeve(navn="Kari", farge=Farge.ROED, start=date(2026, 2, 2), slutt=date(2026, 1, 1))


def test_the_kind_in_a_union_is_not_part_of_the_place() -> None:
    shapes = [
        {"slag": "sirkel"},
        {"slag": "firkant", "firkant": "f", "side": "x"},
        {"slag": "firkant", "side": 0},
        {"slag": "linje"},
        {},
        17,
    ]
    assert faults({"former": shapes, "ramme": "x"}, Tegning) == {
        "former[0].radius": MANGLER_FELT,
        "former[1].side": UGYLDIG_VERDI,
        "former[2].side": UGYLDIG_VERDI,
        "former[3]": UGYLDIG_VERDI,
        "former[4].slag": MANGLER_FELT,
        "former[5]": UGYLDIG_VERDI,
        "ramme": UGYLDIG_VERDI,
    }


@pytest.mark.parametrize("data", [None, 1, "x", [], [GOOD], b"{}"])
def test_what_is_no_object_is_refused(data: object) -> None:
    read, found = les(Proeve, data)
    assert read is None
    assert [(fault.sti, fault.kode) for fault in found] == [("", UGYLDIG_VERDI)]


SECRET = "Zebrafine31859912345"


@pytest.mark.krav("TR-L9")
def test_nothing_that_was_sent_is_repeated() -> None:
    sent: dict[str, object] = {name: [SECRET, {SECRET: SECRET}] for name in Proeve.model_fields}
    sent |= {SECRET: SECRET, "31859912345": 1, "navn": SECRET * 20, "start": SECRET}
    read, found = les(Proeve, sent)
    assert read is None and len(found) > 8
    assert SECRET not in repr(found) and "3185991" not in repr(found)
    with pytest.raises(ValidationError) as caught:
        Proeve.model_validate(dict.fromkeys(Proeve.model_fields, SECRET))
    assert "Zebrafine" not in str(caught.value)
    right = Proeve(navn=SECRET, farge=Farge.ROED)
    assert SECRET not in f"{right!r} {right}"


def test_the_model_is_as_strict_without_the_adapter() -> None:
    """django-ninja validates the model itself; its faults are then written the same way."""
    with pytest.raises(ValidationError) as caught:
        Proeve.model_validate(GOOD | {"start": 20260228, "rolle": "admin"})
    found = feil_fra(caught.value, GOOD | {"start": 20260228, "rolle": "admin"})
    assert {fault.sti for fault in found} == {"start", "rolle"}
    with pytest.raises(ValidationError):
        Proeve.model_validate_json('{"navn": "Kari", "farge": "roed", "start": 20260228}')


def test_what_is_read_cannot_be_changed() -> None:
    read, _ = les(Proeve, GOOD)
    assert read is not None
    with pytest.raises(ValidationError):
        read.navn = "Ola"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(sorted(Proeve.model_fields)) | st.text(), inner)
    ),
    max_leaves=8,
)


@given(JSON)
def test_no_data_makes_it_raise(data: object) -> None:
    read, found = les(Proeve, data)
    assert (read is None) == bool(found)


def test_an_id_is_not_made_from_anything() -> None:
    assert isinstance(inndata._id(str(uuid4())), UUID)
