"""A stolen copy of the database shows no name, number, address or free text about a person."""

import base64
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from django.db import transaction

from samvern.apps.noekler import rotation
from samvern.apps.noekler.public import Keys, create_key, destroy_key
from samvern.engine import audit, crypto
from samvern.engine.audit import Actor
from samvern.engine.ids import new_id
from tests.engine.proevemodell import (
    PROEVEAPPER,
    Proevenotat,
    Proeveperson,
    drop_tables,
    make_tables,
)
from tests.hostile import dump
from tests.hostile.threads import in_threads

MARKED = (
    "Zebrafine Merkelund",
    "31859912345",
    "Merkeveien 4711, 9999 Prøvestad",
    "Fritekst: kvassefjær og sjøsprøyt.",
)
OPEN = "aapent-merke-som-skal-finnes"


def fill() -> UUID:
    """Store marked data about a person through the mechanisms, and do everything that moves it."""
    navn, nummer, adresse, fritekst = MARKED
    row = Proeveperson(id=new_id(), aapent=OPEN)
    actor = Actor(new_id(), "nk", new_id(), new_id())
    with transaction.atomic():
        create_key(row.id)
        keys = Keys.writing([row.id])
        keys.seal(row, navn=navn, adresse=adresse)
        row.nummerindeks = crypto.blind_index("proeveperson.nummer", nummer)
        row.save()
        for text in (fritekst, nummer):
            note = Proevenotat(person_id=row.id)
            keys.seal(note, notat=text)
            note.save()
        commitment, _ = audit.commit_to(nummer)
        audit.record(
            actor, "person.registrert", objekt=("person", row.id), skrevet=["person.navn"],
            forpliktelser={"nummer": commitment},
        )  # fmt: skip
    rotation.rotate(row.id, PROEVEAPPER)
    with audit.audited_read(actor, "person.vist") as reading:
        fresh = Proeveperson._base_manager.get(pk=row.pk)
        assert Keys.reading([row.id]).open(fresh, "navn") == navn
        reading.saw(["person.navn"])
    return row.id


@pytest.fixture
def tables(shared_database: Path | None) -> Iterator[Path | None]:
    in_threads([make_tables])
    try:
        yield shared_database
    finally:
        in_threads([drop_tables])


def secrets_of(subject: UUID) -> list[bytes]:
    """The keys themselves, opened: they may not lie in the database either."""
    ring = crypto.ring()
    keys = Keys.reading([subject])
    opened = [keys._key(row).key for row in keys._rows.values() if row.innpakket]
    return [*ring.masters.values(), ring.index_key, *opened]


def test_a_stolen_copy_shows_nothing(tables: Path | None) -> None:
    (subject,) = in_threads([fill])
    (stolen,) = in_threads([partial(dump.everything, tables)])
    assert {text: dump.traces(stolen, text) for text in MARKED} == {text: [] for text in MARKED}
    for word in ("Zebrafine", "Merkelund", "Merkeveien", "kvassefjær"):
        assert dump.traces(stolen, word) == []
    # The scan can find: what is stored in the open is there.
    assert "utf-8" in dump.traces(stolen, OPEN)
    (keys,) = in_threads([partial(secrets_of, subject)])
    assert len(keys) == 4
    for key in keys:
        assert key not in stolen
        assert key.hex().encode() not in stolen.lower()
        assert base64.b64encode(key)[:-2] not in stolen


def test_after_erasure_the_key_ring_does_not_help(tables: Path | None) -> None:
    (subject,) = in_threads([fill])
    in_threads([partial(destroy_key, subject)])

    def left() -> list[object]:
        row = Proeveperson._base_manager.get(pk=subject)
        return [str(Keys.reading([subject]).open(row, name)) for name in ("navn", "adresse")]

    assert in_threads([left]) == [["«slettet»", "«slettet»"]]


@pytest.mark.parametrize("form", sorted(dump.forms(MARKED[3])))
def test_the_scan_finds_each_form(form: str) -> None:
    for before in (b"", b"x", b"xy"):
        plain = before + MARKED[3].encode() + b"..."
        hidden = (
            base64.b64encode(plain) if form.startswith("base64") else dump.forms(MARKED[3])[form]
        )
        if form.startswith("base64") and form != f"base64+{len(before)}":
            continue
        assert form in dump.traces(b"\x00\xff" + hidden + b"\x00", MARKED[3])
