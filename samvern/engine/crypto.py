"""Encryption of what tells about a person: sealing, the field that holds it, the blind index.

A text is sealed with its person's data key (AES-256-GCM). The table, column and row it belongs to
and the person are bound to it, so that a sealed text moved elsewhere does not open. Data keys are
wrapped with a master key of the key ring and kept by `samvern.apps.noekler`, which is the service
that pages and actions use. No error here says anything about the content. See docs/kryptering.md.
"""

import functools
import hmac
import os
import secrets
import struct
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.core.exceptions import FieldError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import get_language
from django.views.decorators.debug import sensitive_variables

from samvern.engine import keyring
from samvern.engine.keyring import KeyRing
from samvern.law.text import Text

_FORMAT: Final = 1
_HEADER = struct.Struct(">BI")  # format, key version
_NONCE_BYTES = 12
_BLOCK = 32
_END = b"\x01"

if TYPE_CHECKING:
    _BinaryField = models.BinaryField["Sealed | None", "Sealed | None"]
else:
    _BinaryField = models.BinaryField


class KanIkkeAapnes(Exception):
    """A sealed text does not open: altered, moved, or its key is not here. Never says more."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A sealed text as it lies in the database. Shows nothing of itself."""

    blob: bytes = field(repr=False)

    @property
    def version(self) -> int:
        """The version of the person's data key. Raises KanIkkeAapnes when it is no sealed text."""
        if len(self.blob) < _HEADER.size:
            raise KanIkkeAapnes("Innholdet har ukjent form.")
        form, version = _HEADER.unpack_from(self.blob)
        if form != _FORMAT:
            raise KanIkkeAapnes("Innholdet har ukjent form.")
        return int(version)

    def __str__(self) -> str:
        return "«kryptert»"


@dataclass(frozen=True, slots=True)
class Erased:
    """Stands for a text whose key is destroyed; writes itself in the reader's written form."""

    text: Text

    def __str__(self) -> str:
        return self.text.lang("nn" if get_language() == "nn" else "nb")


ERASED: Final = Erased(Text("«slettet»", "«sletta»"))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a sealed text belongs. `row` is the primary key, fixed before the row is saved."""

    table: str
    column: str
    row: str


@dataclass(frozen=True, slots=True)
class DataKey:
    """One version of a person's data key, opened."""

    subject: UUID
    version: int
    key: bytes = field(repr=False)


def ring() -> KeyRing:
    """Return this process's key ring, read once. Raises keyring.UgyldigNoekkelring."""
    return _ring(os.environ.get(keyring.VARIABLE, ""), settings.VAR, settings.PRODUCTION)


@functools.cache
def _ring(value: str, var: Path, production: bool) -> KeyRing:
    return keyring.load({keyring.VARIABLE: value}, var, production=production)


def _bound(kind: str, parts: Sequence[str]) -> bytes:
    """Return the associated data: each part with its length, so that no two lists look alike."""
    encoded = [part.encode() for part in (f"samvern:{kind}:{_FORMAT}", *parts)]
    return b"".join(struct.pack(">I", len(part)) + part for part in encoded)


def _bound_to(key: DataKey, place: Place) -> bytes:
    parts = (place.table, place.column, place.row, str(key.subject), str(key.version))
    return _bound("tekst", parts)


@sensitive_variables()
def seal(key: DataKey, place: Place, text: str) -> Sealed:
    """Return `text` sealed for one place. The length is hidden up to a multiple of 32 bytes.

    Raises ValueError for text that is not Unicode (half of a surrogate pair).
    """
    try:
        plain = text.encode() + _END
    except UnicodeEncodeError:
        # Python's own error carries the whole text.
        raise ValueError("Teksten er ikke gyldig Unicode.") from None
    plain += bytes(-len(plain) % _BLOCK)
    nonce = secrets.token_bytes(_NONCE_BYTES)
    box = AESGCM(key.key).encrypt(nonce, plain, _bound_to(key, place))
    return Sealed(_HEADER.pack(_FORMAT, key.version) + nonce + box)


@sensitive_variables()
def unseal(key: DataKey, place: Place, sealed: Sealed) -> str:
    """Return the text. Raises KanIkkeAapnes when anything but this key, place and text is met."""
    if sealed.version != key.version:
        raise KanIkkeAapnes(_cannot_open(place))
    start = _HEADER.size + _NONCE_BYTES
    nonce, box = sealed.blob[_HEADER.size : start], sealed.blob[start:]
    try:
        plain = AESGCM(key.key).decrypt(nonce, box, _bound_to(key, place))
    except (InvalidTag, ValueError):
        raise KanIkkeAapnes(_cannot_open(place)) from None
    return plain.rstrip(b"\0").removesuffix(_END).decode()


def _cannot_open(place: Place) -> str:
    return f"Innholdet i {place.table}.{place.column} kan ikke åpnes."


@sensitive_variables()
def new_data_key(subject: UUID, version: int) -> DataKey:
    """Return a fresh random data key."""
    return DataKey(subject, version, AESGCM.generate_key(bit_length=256))


@sensitive_variables()
def wrap(key: DataKey, using: KeyRing) -> tuple[str, bytes]:
    """Return the name of the active master key, and the data key wrapped with it."""
    name = using.active
    nonce = secrets.token_bytes(_NONCE_BYTES)
    box = AESGCM(using.masters[name]).encrypt(nonce, key.key, _bound_key(key, name))
    return name, bytes([_FORMAT]) + nonce + box


@sensitive_variables()
def unwrap(subject: UUID, version: int, master: str, wrapped: bytes, using: KeyRing) -> DataKey:
    """Return the data key. Raises KanIkkeAapnes: altered, moved, or the master key is not here."""
    key = DataKey(subject, version, b"")
    if master not in using.masters:
        raise KanIkkeAapnes("Hovednøkkelen finnes ikke i nøkkelringen.")
    if wrapped[:1] != bytes([_FORMAT]):
        raise KanIkkeAapnes("Datanøkkelen har ukjent form.")
    nonce, box = wrapped[1 : 1 + _NONCE_BYTES], wrapped[1 + _NONCE_BYTES :]
    try:
        opened = AESGCM(using.masters[master]).decrypt(nonce, box, _bound_key(key, master))
    except (InvalidTag, ValueError):
        raise KanIkkeAapnes("Datanøkkelen kan ikke åpnes.") from None
    return DataKey(subject, version, opened)


def _bound_key(key: DataKey, master: str) -> bytes:
    return _bound("datanoekkel", (str(key.subject), str(key.version), master))


@sensitive_variables()
def blind_index(purpose: str, text: str) -> str:
    """Return 64 hexadecimal characters that are equal when the texts are, for exact look-up.

    Only letters and digits count, whatever their case, so «010190 12345» is found as
    «01019012345». `purpose` (table and column) keeps equal texts in two columns apart. Raises
    ValueError when there is no letter or digit in the text.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    normal = "".join(character for character in folded if character.isalnum())
    if not normal:
        raise ValueError("Det er ingenting å slå opp.")
    return hmac.new(ring().index_key, _bound("indeks", (purpose, normal)), sha256).hexdigest()


class EncryptedText(_BinaryField):
    """A column of sealed texts. Holds `Sealed` or None, never the text itself.

    It is filled and opened by `samvern.apps.noekler.public` only, so nothing is decrypted by
    showing, printing, comparing or serialising a row, and no text can be saved in the clear.
    `subject` names the attribute of the row that holds the person's id (a column of its own).
    """

    description = "sealed text"

    def __init__(self, *args: Any, subject: str, **kwargs: Any) -> None:
        self.subject = subject
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        """Tell migrations about `subject`."""
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "subject": self.subject}

    def from_db_value(self, value: bytes | memoryview | None, *_: Any) -> Sealed | None:
        """Wrap what the database gives; nothing is opened."""
        return None if value is None else Sealed(bytes(value))

    def get_db_prep_value(
        self, value: object, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        """Give the database the sealed bytes. Raises TypeError for anything not sealed."""
        if value is not None and not isinstance(value, Sealed):
            # Never the value: it may be the text that should have been sealed.
            raise TypeError(f"{self.name} tar bare imot kryptert innhold.")
        blob = None if value is None else value.blob
        return super().get_db_prep_value(blob, connection, prepared)

    def to_python(self, value: Any) -> Any:
        """Keep what is sealed as it is."""
        return value if isinstance(value, Sealed) else super().to_python(value)

    def value_to_string(self, obj: models.Model) -> str:  # noqa: ARG002 -- Django gives it
        """Refuse to serialise: a sealed text is bound to its place, not to a file."""
        raise FieldError(f"{self.name} kan ikke skrives ut.")

    def get_lookup(self, lookup_name: str) -> Any:
        """Refuse every look-up but «is null»: use the blind index."""
        if lookup_name != "isnull":
            raise FieldError(f"{self.name} er kryptert og kan ikke søkes i.")
        return super().get_lookup(lookup_name)
