"""Identifiers that cannot be guessed and say nothing about what they stand for."""

from uuid import UUID, uuid4


def new_id() -> UUID:
    """Return a random identifier (UUID version 4, 122 random bits). Source: trust table A2."""
    return uuid4()
