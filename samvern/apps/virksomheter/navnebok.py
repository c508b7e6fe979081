"""What every body, unit and code is called, kept in memory for as long as nothing has changed.

A page mentions bodies, units, levels and codes of many kinds. Instead of a query of each kind it
asks one question, whether the tables are as they were, and reads from memory. Reference data only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db import connection

from samvern.apps.virksomheter.koder import Omfang
from samvern.apps.virksomheter.models import (
    Enhetsversjon,
    Etterfoelger,
    Lovbruddskategori,
    Sikkerhetsnivaa,
    Utilregnelighetsgrunn,
    Virksomhetsversjon,
)
from samvern.apps.virksomheter.versjonert import Versjonert, known
from samvern.law.text import Text

_TABLES: Final[tuple[type[Versjonert], ...]] = (
    Virksomhetsversjon,
    Enhetsversjon,
    Etterfoelger,
    Lovbruddskategori,
    Sikkerhetsnivaa,
    Utilregnelighetsgrunn,
)


@dataclass(frozen=True, slots=True)
class _Spenn:
    fra: date
    til: date | None
    navn: Text
    over: UUID | None = None
    rang: int | None = None


@dataclass(slots=True)
class Navnebok:
    """Names by id and code, each with the periods in which it was called that."""

    organer: dict[UUID, list[_Spenn]] = field(default_factory=dict)
    enheter: dict[UUID, list[_Spenn]] = field(default_factory=dict)
    koder: dict[str, list[_Spenn]] = field(default_factory=dict)
    etter: dict[UUID, list[tuple[date, UUID]]] = field(default_factory=dict)
    """Who took over the whole of a body, and from what day."""

    def etterfoelger(self, one: UUID, on: date) -> UUID:
        """Who has the matters of a body on a day: itself, or the last who took over all of it."""
        seen = {one}
        while True:
            later = [body for since, body in self.etter.get(one, ()) if since <= on]
            if not later or later[-1] in seen:
                return one
            one = later[-1]
            seen.add(one)

    def organ(self, one: UUID, on: date) -> Text | None:
        """What a body was called on a day; as last known when it is gone; None when unknown."""
        return _name(self.organer.get(one), on)

    def enhet(self, one: UUID, on: date) -> Text | None:
        """What a unit was called on a day."""
        return _name(self.enheter.get(one), on)

    def kode(self, one: str, on: date) -> Text | None:
        """What a code of the reference data (offence, ground, level) was called on a day."""
        return _name(self.koder.get(one), on)

    def rang(self, one: str, on: date) -> int | None:
        """The rank of a security level, 1 is strictest."""
        found = _best(self.koder.get(one), on)
        return found.rang if found else None

    def over(self, one: UUID, on: date) -> UUID | None:
        """The body above a body on a day."""
        found = _best(self.organer.get(one), on)
        return found.over if found else None


def _best(spans: list[_Spenn] | None, on: date) -> _Spenn | None:
    if not spans:
        return None
    holding = [s for s in spans if s.fra <= on and (s.til is None or on <= s.til)]
    before = [s for s in spans if s.fra <= on]
    return (holding or before or spans[:1])[-1]


def _name(spans: list[_Spenn] | None, on: date) -> Text | None:
    found = _best(spans, on)
    return found.navn if found else None


def _text(row: Any) -> Text:
    return Text(row.navn, row.navn_nn or row.navn)


def _read() -> Navnebok:
    book = Navnebok()
    for one in _rows(Virksomhetsversjon):
        span = _Spenn(one.gyldig_fra, one.gyldig_til, _text(one), one.overordnet_id)
        book.organer.setdefault(one.virksomhet_id, []).append(span)
    for one in _rows(Enhetsversjon):
        span = _Spenn(one.gyldig_fra, one.gyldig_til, _text(one))
        book.enheter.setdefault(one.enhet_id, []).append(span)
    for table in (Lovbruddskategori, Sikkerhetsnivaa, Utilregnelighetsgrunn):
        for one in _rows(table):
            rank = getattr(one, "rang", None)
            span = _Spenn(one.gyldig_fra, one.gyldig_til, _text(one), rang=rank)
            book.koder.setdefault(one.kode, []).append(span)
    for one in _rows(Etterfoelger):
        if one.omfang == Omfang.HELE:
            book.etter.setdefault(one.fra_id, []).append((one.gyldig_fra, one.til_id))
    return book


def _rows(table: type[Versjonert]) -> Iterable[Any]:
    rows = table._default_manager.all()  # noqa: SLF001 -- Django's public name
    return known(rows, None).order_by("gyldig_fra")


def _sql() -> str:
    parts = []
    for table in _TABLES:
        name = table._meta.db_table  # noqa: SLF001 -- Django's public name
        parts += [
            f"(SELECT count(*) FROM {name})",  # noqa: S608 -- our own table names
            f"(SELECT max(registrert) FROM {name})",  # noqa: S608
            f"(SELECT count(erstattet) FROM {name})",  # noqa: S608
        ]
    return "SELECT " + ", ".join(parts)


_SQL: Final = _sql()
_kept: dict[str, tuple[tuple[Any, ...], Navnebok]] = {}


def navnebok() -> Navnebok:
    """The names as they stand. One query; seven more when something has changed since last time."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL)
        stamp = tuple(cursor.fetchone())
    place = str(connection.settings_dict["NAME"])
    held = _kept.get(place)
    if held is None or held[0] != stamp:
        held = (stamp, _read())
        _kept[place] = held
    return held[1]
