"""Reading JSON from outside: bounded, shallow, and never an exception other than `BadJson`."""

import json
from collections.abc import Sequence
from typing import NoReturn

MAX_DEPTH = 5
MAX_BYTES = 2 * 1024 * 1024


class BadJson(ValueError):
    """The text is not JSON that a case can be made of."""


def _refuse(token: str) -> NoReturn:
    raise BadJson(token)


def _unique(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    """An object whose keys each stand once: of two dates for one field, neither is chosen."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise BadJson("a key stands twice")
    return found


def _deeper_than(value: object, most: int) -> bool:
    level = [value]
    for _ in range(most):
        level = [
            inner
            for outer in level
            if isinstance(outer, dict | list)
            for inner in (outer.values() if isinstance(outer, dict) else outer)
        ]
        if not level:
            return False
    return any(isinstance(outer, dict | list) for outer in level)


def read_json(text: str | bytes) -> object:
    """Return the value of JSON text in UTF-8. Raises `BadJson` for anything else.

    NaN, infinity and a key that stands twice in an object are refused, and so is nesting deeper
    than a case can have.
    """
    if len(text) > MAX_BYTES:
        raise BadJson("too large")
    try:
        plain = text if isinstance(text, str) else text.decode("utf-8-sig")
        value: object = json.loads(plain, object_pairs_hook=_unique, parse_constant=_refuse)
    except (ValueError, RecursionError) as fault:
        raise BadJson("not JSON") from fault
    if _deeper_than(value, MAX_DEPTH):
        raise BadJson("too deep")
    return value
