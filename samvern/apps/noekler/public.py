"""Sealing and opening what is written about persons; erasing a person's content.

    keys = Keys.writing([person.id])          # inside a transaction
    keys.seal(person, navn="…", adresse="…")  # then save the row
    keys = Keys.reading(ids)                  # one query for a whole page
    keys.open(person, "navn")                 # the text, or ERASED, which shows «slettet»

Opening is a read of personal data: do it within `audit.audited_read`.
"""

from collections.abc import Iterable
from typing import Self
from uuid import UUID

from django.db import models, transaction
from django.views.decorators.debug import sensitive_variables

from samvern.apps.noekler.models import Datanoekkel
from samvern.engine import clock, crypto
from samvern.engine.crypto import DataKey, EncryptedText, Erased, KanIkkeAapnes, Place, Sealed

ERASED = crypto.ERASED


class ErSlettet(Exception):
    """Something was to be written about a person whose key is destroyed."""


class Keys:
    """The data keys of some persons, for one unit of work. Keys are unwrapped as they are used."""

    def __init__(self, subjects: Iterable[UUID], *, locked: bool) -> None:
        self._subjects = frozenset(subjects)
        self._locked = locked
        self._rows: dict[tuple[UUID, int], Datanoekkel] = {}
        self._opened: dict[tuple[UUID, int], DataKey] = {}
        self._fetch(self._subjects)

    @classmethod
    def reading(cls, subjects: Iterable[UUID]) -> Self:
        """Fetch the keys of these persons, in one query."""
        return cls(subjects, locked=False)

    @classmethod
    def writing(cls, subjects: Iterable[UUID]) -> Self:
        """Fetch and lock the keys until the transaction ends; fetch the rows to change after it.

        The lock keeps a key from being superseded or destroyed between sealing and saving. Raises
        TransactionManagementError outside a transaction.
        """
        return cls(subjects, locked=True)

    @sensitive_variables()
    def seal(self, row: models.Model, **texts: str | None) -> None:
        """Set the named fields of the row to the sealed texts; None empties a field. Saves nothing.

        Raises ErSlettet when the person is erased, KanIkkeAapnes when there is no key, ValueError
        when the row has no primary key yet, TypeError when the keys are not fetched for writing.
        """
        if not self._locked:
            raise TypeError("Nøklene er hentet for lesing.")
        for name, text in texts.items():
            field = encrypted_field(type(row), name)
            key = self._newest(subject_of(row, field))
            sealed = None if text is None else crypto.seal(key, place_of(row, field), text)
            setattr(row, name, sealed)

    @sensitive_variables()
    def open(self, row: models.Model, name: str) -> str | Erased | None:
        """Return the text of a field; None when empty, ERASED when the person is erased.

        Raises KanIkkeAapnes, without the content, when it is altered, moved or has no key.
        """
        field = encrypted_field(type(row), name)
        sealed: Sealed | None = getattr(row, name)
        if sealed is None:
            return None
        wanted = (subject_of(row, field), sealed.version)
        stored = self._row(wanted)
        if stored.slettet is not None:
            return ERASED
        return crypto.unseal(self._key(stored), place_of(row, field), sealed)

    def _fetch(self, subjects: Iterable[UUID]) -> None:
        found = Datanoekkel.objects.filter(subjekt__in=list(subjects)).order_by(
            "subjekt", "versjon"
        )
        if self._locked:
            found = found.select_for_update()
        self._rows |= {(row.subjekt, row.versjon): row for row in found}
        if self._locked and any(self._overtaken(subject) for subject in self._subjects):
            # We waited for a rotation to finish. PostgreSQL then gives the rows that were there
            # when we began to wait, now superseded; the new key shows in a fresh look.
            self._rows |= {(row.subjekt, row.versjon): row for row in found.all()}

    def _overtaken(self, subject: UUID) -> bool:
        """Whether the newest key we know of has been superseded by one we have not seen."""
        known = [row for (owner, _), row in self._rows.items() if owner == subject]
        newest = max(known, key=lambda row: row.versjon, default=None)
        return newest is not None and newest.avloest is not None and newest.slettet is None

    def _row(self, wanted: tuple[UUID, int]) -> Datanoekkel:
        self._require(wanted[0])
        if wanted not in self._rows:
            # The person may have got a new key since these were fetched.
            self._fetch([wanted[0]])
        if wanted not in self._rows:
            raise KanIkkeAapnes("Datanøkkelen finnes ikke.")
        return self._rows[wanted]

    def _newest(self, subject: UUID) -> DataKey:
        self._require(subject)
        versions = [version for owner, version in self._rows if owner == subject]
        if not versions:
            raise KanIkkeAapnes("Datanøkkelen finnes ikke.")
        row = self._rows[subject, max(versions)]
        if row.slettet is not None:
            raise ErSlettet
        return self._key(row)

    def _require(self, subject: UUID) -> None:
        if subject not in self._subjects:
            raise LookupError("Nøkkelen er ikke blant dem som ble hentet.")

    @sensitive_variables()
    def _key(self, row: Datanoekkel) -> DataKey:
        place = (row.subjekt, row.versjon)
        if place not in self._opened:
            self._opened[place] = unwrapped(row)
        return self._opened[place]


def unwrapped(row: Datanoekkel) -> DataKey:
    """Return the key in a row of the table. Raises KanIkkeAapnes when it is gone or altered."""
    if row.innpakket is None:
        raise KanIkkeAapnes("Datanøkkelen er borte.")
    wrapped = bytes(row.innpakket)
    return crypto.unwrap(row.subjekt, row.versjon, row.hovednoekkel, wrapped, crypto.ring())


def create_key(subject: UUID, version: int = 1) -> None:
    """Give a new person a data key. Raises IntegrityError when there is one already."""
    master, wrapped = crypto.wrap(crypto.new_data_key(subject, version), crypto.ring())
    Datanoekkel.objects.create(
        subjekt=subject, versjon=version, innpakket=wrapped, hovednoekkel=master
    )


def destroy_key(subject: UUID) -> None:
    """Destroy every version of a person's key: the content can never be read again.

    The caller clears the person's blind indexes in the same transaction. Copies of the wrapped key
    live on in backups until those are gone (docs/kryptering.md).
    """
    with transaction.atomic():
        # Reading the rows takes the locks, in the same order as everyone else takes them.
        rows = Datanoekkel.objects.filter(subjekt=subject, slettet=None).order_by("versjon")
        found = [row.pk for row in rows.select_for_update()]
        Datanoekkel.objects.filter(pk__in=found).update(innpakket=None, slettet=clock.now())


def is_destroyed(subject: UUID) -> bool:
    """Whether the person's content is erased."""
    return Datanoekkel.objects.filter(subjekt=subject, slettet__isnull=False).exists()


def encrypted_field(model: type[models.Model], name: str) -> EncryptedText:
    """Return the model's encrypted field of that name. Raises TypeError when it is another kind."""
    field = model._meta.get_field(name)  # noqa: SLF001 -- Django's public name
    if not isinstance(field, EncryptedText):
        raise TypeError(f"{name} er ikke et kryptert felt.")
    return field


def subject_of(row: models.Model, field: EncryptedText) -> UUID:
    """Return the id of the person whose key seals this field of the row."""
    subject = getattr(row, field.subject)
    if not isinstance(subject, UUID):
        raise TypeError(f"{field.subject} er ikke en tilfeldig id.")
    return subject


def place_of(row: models.Model, field: EncryptedText) -> Place:
    """Return the place the row's sealed text is bound to. Raises ValueError without a key yet."""
    if row.pk is None:
        raise ValueError("Raden må ha id før den kan krypteres.")
    table = row._meta.db_table  # noqa: SLF001 -- Django's public name
    return Place(table, str(field.column), str(row.pk))
