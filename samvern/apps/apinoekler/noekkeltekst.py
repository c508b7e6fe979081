"""The text of a key, `sv1_<id>_<secret>`: made once, recognised, never kept.

The secret is 256 random bits, so a plain SHA-256 is enough; the id is part of it, so that a hash
moved to another row opens nothing. `sv1` says which form it is, also to those who look for keys
that have ended up where they should not.
"""

import hmac
import re
import secrets
from hashlib import sha256
from typing import Final, NamedTuple
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

FORM: Final = re.compile(r"sv1_([0-9a-f]{32})_([A-Za-z0-9_-]{43})", re.ASCII)
_SECRET_BYTES: Final = 32
_NOBODY: Final = sha256(b"samvern.apinoekkel").hexdigest()


class Lest(NamedTuple):
    """A key as it was sent: the id that finds it, and the secret to be proved."""

    id: UUID
    hemmelighet: str


@sensitive_variables()
def new_secret() -> str:
    """A new secret: 43 characters, 256 random bits."""
    return secrets.token_urlsafe(_SECRET_BYTES)


@sensitive_variables()
def write(key: UUID, hemmelighet: str) -> str:
    """The key as its owner is shown it, once."""
    return f"sv1_{key.hex}_{hemmelighet}"


@sensitive_variables()
def read(text: str) -> Lest | None:
    """What was sent, or None when it has not the form of a key."""
    found = FORM.fullmatch(text)
    return Lest(UUID(found[1]), found[2]) if found else None


@sensitive_variables()
def print_of(key: UUID, hemmelighet: str) -> str:
    """What is stored of a secret."""
    return sha256(f"samvern.apinoekkel:{key.hex}:{hemmelighet}".encode()).hexdigest()


@sensitive_variables()
def proves(sent: Lest, avtrykk: str | None) -> bool:
    """Whether the secret is the one that was hashed. The same work when there is no such key."""
    same = hmac.compare_digest(print_of(sent.id, sent.hemmelighet), avtrykk or _NOBODY)
    return same and avtrykk is not None
