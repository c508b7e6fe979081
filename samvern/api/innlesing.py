"""Reading a request: the body as one JSON object, the query, and the two headers of a write.

Stricter than `json.loads`: a name that stands twice, a number that is not one, too many levels and
text that no database can store are refused before an action sees them. No answer repeats a value.
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Final

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, UnreadablePostError
from django.views.decorators.debug import sensitive_variables
from pydantic import BeforeValidator

from samvern.api import koder
from samvern.api.problem import Stans
from samvern.engine.avslag import Feil, Ugyldig
from samvern.engine.inndata import MANGLER_FELT, UGYLDIG_VERDI, Inndata, les
from samvern.law.text import Text

IF_MATCH: Final = "If-Match"
IDEMPOTENCY_KEY: Final = "Idempotency-Key"

_TOKENS: Final = re.compile(rb'"(?:\\.|[^"\\])*+"?|[\[\]{}]', re.DOTALL)
_NUMBER: Final = re.compile(r'"([1-9][0-9]{0,8})"', re.ASCII)
_KEY: Final = re.compile(r"[A-Za-z0-9_-]{8,80}", re.ASCII)
_WHOLE: Final = re.compile(r"0|[1-9][0-9]{0,9}", re.ASCII)
_FIELD: Final = re.compile(r"(?!.*\d{4})[a-z_][a-z0-9_]{0,39}", re.ASCII)
_YES_NO: Final = {"true": True, "false": False}


def _whole(value: object) -> object:
    return int(value) if isinstance(value, str) and _WHOLE.fullmatch(value) else value


def _yes_no(value: object) -> object:
    return _YES_NO.get(value, value) if isinstance(value, str) else value


type Heltall = Annotated[int, BeforeValidator(_whole, json_schema_input_type=int)]
"""A whole number in a query, which is always text."""
type JaNei = Annotated[bool, BeforeValidator(_yes_no, json_schema_input_type=bool)]
"""`true` or `false` in a query."""


class _Faulty(ValueError):
    """The JSON cannot be used. Says why, and at which name when it is like a field's."""

    def __init__(self, melding: Text, sti: str = "") -> None:
        self.feil = Feil(sti, koder.UGYLDIG_JSON, melding)
        super().__init__()


@sensitive_variables()
def body(request: HttpRequest) -> dict[str, Any]:
    """The JSON object that was sent. Raises Stans: 415, 413 or 400."""
    _require_json(request)
    raw = _raw(request)
    try:
        found = _as_object(_parse(raw))
    except _Faulty as wrong:
        raise Stans(400, koder.UGYLDIG_JSON, [wrong.feil]) from None
    except (ValueError, RecursionError):
        # Not the parser's own words: they quote the text.
        raise Stans(400, koder.UGYLDIG_JSON) from None
    return found


def _require_json(request: HttpRequest) -> None:
    utf8 = (request.content_params or {}).get("charset", "utf-8").lower() == "utf-8"
    plain = request.headers.get("Content-Encoding", "identity") == "identity"
    if request.content_type != "application/json" or not utf8 or not plain:
        raise Stans(415, koder.FEIL_INNHOLDSTYPE)


@sensitive_variables()
def _raw(request: HttpRequest) -> bytes:
    stated = request.headers.get("Content-Length") or "0"
    if not stated.isascii() or not stated.isdigit() or int(stated[:12]) > koder.LARGEST:
        raise Stans(413, koder.FOR_STOR)
    try:
        raw = request.body
    except RequestDataTooBig:
        raise Stans(413, koder.FOR_STOR) from None
    except UnreadablePostError:
        raise Stans(400, koder.UGYLDIG_JSON) from None
    if len(raw) > koder.LARGEST:
        raise Stans(413, koder.FOR_STOR)
    return raw


@sensitive_variables()
def _parse(raw: bytes) -> object:
    if _depth(raw) > koder.DEEPEST:
        raise _Faulty(koder.FOR_DYPT)
    return json.loads(
        raw.decode("utf-8"),
        object_pairs_hook=_once_each,
        parse_float=_finite,
        parse_constant=_not_a_number,
    )


@sensitive_variables()
def _as_object(found: object) -> dict[str, Any]:
    if not isinstance(found, dict):
        raise _Faulty(koder.IKKE_OBJEKT)
    _require_storable(found)
    return found


def _depth(raw: bytes) -> int:
    """How many objects and lists stand in each other, found without building any of them."""
    deepest = now = 0
    for token in _TOKENS.finditer(raw):
        sign = token[0][:1]
        if sign in b"[{":
            now += 1
            deepest = max(deepest, now)
        elif sign in b"]}":
            now -= 1
    return deepest


@sensitive_variables()
def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _Faulty(koder.DOBBELT_FELT, name if _FIELD.fullmatch(name) else "")
        found[name] = value
    return found


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _not_a_number(text)


def _not_a_number(_: str) -> float:
    raise _Faulty(koder.FEIL_TALL)


@sensitive_variables()
def _require_storable(value: object) -> None:
    """Refuse lone halves of surrogate pairs and zero signs, in names as well as values."""
    if isinstance(value, str):
        if "\0" in value or any("\ud800" <= sign <= "\udfff" for sign in value):
            raise _Faulty(koder.FEIL_TEGN)
    elif isinstance(value, dict):
        for name, inner in value.items():
            _require_storable(name)
            _require_storable(inner)
    elif isinstance(value, list):
        for inner in value:
            _require_storable(inner)


def query[M: Inndata](request: HttpRequest, modell: type[M]) -> M:
    """The query as the model has it. Raises Ugyldig with every fault: unknown, twice, not valid."""
    given = {name: request.GET.getlist(name) for name in request.GET}
    twice = [
        Feil(name if name in modell.model_fields else "", UGYLDIG_VERDI, koder.TO_GANGER)
        for name, values in given.items()
        if len(values) > 1
    ]
    read, faults = les(modell, {name: values[0] for name, values in given.items()})
    if read is None or twice:
        raise Ugyldig((*twice, *faults))
    return read


def require[M: Inndata](modell: type[M], data: Mapping[str, Any]) -> M:
    """A body that no action reads, as its model has it. Raises Ugyldig with every fault."""
    read, faults = les(modell, data)
    if read is None:
        raise Ugyldig(faults)
    return read


def idempotency_key(request: HttpRequest) -> str:
    """The key that makes the submission happen once. Raises Stans 400 when it is missing."""
    return _header(request, IDEMPOTENCY_KEY, _idempotency)


def expected_number(request: HttpRequest) -> int:
    """The newest entry the sender has seen. Raises Stans: 428 when missing, 400 when unreadable."""
    if IF_MATCH not in request.headers:
        raise Stans(428, koder.TRENGER_IF_MATCH)
    return _header(request, IF_MATCH, _number)


def _header[T](request: HttpRequest, name: str, read: Callable[[str], T]) -> T:
    try:
        return read(request.headers.get(name, ""))
    except _Wrong as wrong:
        raise Stans(400, wrong.kode, [Feil(name, wrong.kode, wrong.melding)]) from None


class _Wrong(ValueError):
    def __init__(self, kode: str, melding: Text) -> None:
        self.kode = kode
        self.melding = melding
        super().__init__()


def _idempotency(value: str) -> str:
    if not _KEY.fullmatch(value):
        raise _Wrong(UGYLDIG_VERDI if value else MANGLER_FELT, koder.TRENGER_NOEKKEL)
    return value


def _number(value: str) -> int:
    found = _NUMBER.fullmatch(value)
    if found is None:
        raise _Wrong(UGYLDIG_VERDI, koder.FEIL_IF_MATCH)
    return int(found[1])
