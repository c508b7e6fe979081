"""Invented people and viewers for the tests, and short ways to register and read them."""

import dataclasses
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID

import pytest
from django.db import models

from samvern.apps.personer import public as personer
from samvern.apps.personer.models import VERSJONERTE, Person, Personkobling, Slettevedtak
from samvern.apps.personer.public import Personbilde, Persondata
from samvern.engine import idnummer, lesing
from samvern.engine.avslag import Avslag
from samvern.engine.idnummer import Idnummer, Nummertype
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.engine.numre import seeded

BORN = date(1985, 3, 17)
TABLES: tuple[type[models.Model], ...] = (Person, *VERSJONERTE, Personkobling, Slettevedtak)


def viewer(rolle: Rolle = Rolle.NK, *, bekreftet: bool = False) -> Viewer:
    own = new_id()
    return Viewer(new_id(), "Prøve Bruker", rolle, own, frozenset({own}), new_id(), bekreftet)


NK = viewer()
LEDER = viewer(Rolle.NK_LEDER, bekreftet=True)


@cache  # Making one takes a millisecond, and some tests look for it thousands of times.
def number(seed: int = 1, kind: Nummertype = Nummertype.FOEDSELSNUMMER) -> Idnummer:
    return idnummer.make_synthetic(BORN, seeded(seed), kind)


def sent(**change: object) -> dict[str, object]:
    """What a form sends in about a person; None takes a field out."""
    data: dict[str, object] = {
        "nummer": number().siffer,
        "fornavn": "Zebrafine",
        "etternavn": "Merkelund",
        "kjoenn": "kvinne",
        "foedselsdato": "1985-03-17",
        "adressebeskyttelse": "ingen",
    }
    return data | change


def data(**change: object) -> Persondata:
    read, faults = personer.les_person(sent(**change))
    assert faults == () and read is not None, faults
    return read


def register(seed: int = 1, /, **change: Any) -> UUID:
    with lesing.writing(NK):
        return personer.registrer(NK, data(**({"nummer": number(seed).siffer} | change)))


def picture(person: UUID, **how: Any) -> Personbilde:
    return personer.personbilder([person], **how)[person]


def versjon(person: UUID) -> int:
    return Person.objects.get(pk=person).versjon


def rows() -> dict[str, list[tuple[object, ...]]]:
    """Everything in the app's tables, to see that nothing changed."""
    return {
        model._meta.db_table: sorted(
            model._base_manager.values_list(*columns(model)), key=lambda row: str(row[0])
        )
        for model in TABLES
    }


def columns(model: type[models.Model]) -> list[str]:
    return [field.attname for field in model._meta.concrete_fields]


def refused(error: type[Avslag], kode: str, act: Callable[[], object]) -> Avslag:
    """The act is refused with this code, and nothing changed."""
    before = rows()
    with pytest.raises(error) as caught:
        act()
    assert caught.value.kode == kode
    assert rows() == before
    return caught.value


def another(one: Viewer, rolle: Rolle) -> Viewer:
    return dataclasses.replace(one, rolle=rolle)
