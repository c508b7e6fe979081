"""From the pictures of the apps to JSON: the same names, ISO dates, both written forms.

A kind of value that is not listed here is refused, so that nothing is sent by accident.
"""

import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse

from samvern.apps.saker.public import Saksbilde
from samvern.law import present
from samvern.law.text import Text
from samvern.law.trace import Svar

UTELATT: Final[Mapping[type, frozenset[str]]] = {Saksbilde: frozenset({"lov"})}
"""The law's own reading of the facts is not sent: the events say the same."""


def plain(value: object) -> Any:
    """A value as JSON has it. Raises TypeError for a kind that has no place in an answer."""
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, Text):
        return {"nb": value.nb, "nn": value.nn}
    if isinstance(value, Svar):
        return present.as_data(value)
    return _collection(value)


def _collection(value: object) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        left_out = UTELATT.get(type(value), frozenset())
        names = (one.name for one in fields(value) if one.name not in left_out)
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, Mapping):
        return {str(name): plain(inner) for name, inner in value.items()}
    if isinstance(value, frozenset | set):
        return sorted(plain(inner) for inner in value)
    if isinstance(value, tuple | list) and not hasattr(value, "_fields"):
        return [plain(inner) for inner in value]
    raise TypeError(f"{type(value).__name__} har ingen plass i et svar.")


def answer(value: object, status: int = 200, **headers: str) -> HttpResponse:
    """The whole answer, as bytes: to be made before the reading ends."""
    content = json.dumps(plain(value), ensure_ascii=False, allow_nan=False)
    made = HttpResponse(content, status=status, content_type="application/json")
    made["Content-Language"] = "nb, nn"
    for name, told in headers.items():
        made[name.replace("_", "-")] = told
    return made
