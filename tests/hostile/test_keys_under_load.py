"""Keys change while people write: nothing becomes unreadable."""

from functools import partial
from pathlib import Path
from uuid import UUID

from django.db import transaction

from samvern.apps.noekler import rotation
from samvern.apps.noekler.public import Keys, create_key
from samvern.engine.ids import new_id
from tests.engine.proevemodell import PROEVEAPPER, Proeveperson, drop_tables, make_tables
from tests.hostile.threads import in_threads

ROUNDS = 25


def first() -> UUID:
    make_tables()
    row = Proeveperson(id=new_id())
    create_key(row.id)
    with transaction.atomic():
        Keys.writing([row.id]).seal(row, navn="start", adresse="start")
    row.save()
    return row.id


def write(subject: UUID, field: str) -> int:
    for count in range(ROUNDS):
        with transaction.atomic():
            keys = Keys.writing([subject])
            row = Proeveperson._base_manager.get(pk=subject)
            keys.seal(row, **{field: f"{field} {count}"})
            row.save()
    return 0


def change_keys(subject: UUID) -> int:
    for _ in range(5):
        rotation.rotate(subject, PROEVEAPPER)
        rotation.forget_superseded(subject, PROEVEAPPER)
    return 0


def read(subject: UUID) -> list[object]:
    row = Proeveperson._base_manager.get(pk=subject)
    keys = Keys.reading([subject])
    return [keys.open(row, name) for name in ("navn", "adresse")]


def test_writers_and_rotation_at_the_same_time(shared_database: Path | None) -> None:
    (subject,) = in_threads([first])
    try:
        in_threads(
            [
                partial(write, subject, "navn"),
                partial(write, subject, "adresse"),
                partial(change_keys, subject),
            ]
        )
        last = ROUNDS - 1
        assert in_threads([partial(read, subject)]) == [[f"navn {last}", f"adresse {last}"]]
    finally:
        in_threads([drop_tables])
