"""Describing an operation once: what ninja needs to route it, and all that the document says.

Parameters and bodies are described from the models that read them; ninja itself only reads the
path. That way unknown names, names sent twice and JSON with faults are ours to refuse.
"""

from collections.abc import Iterable
from typing import Any, Final

from pydantic import BaseModel

from samvern.api import koder
from samvern.api.innlesing import IDEMPOTENCY_KEY, IF_MATCH
from samvern.engine.inndata import Inndata

REF: Final = "#/components/schemas/{model}"
SKJEMAER: Final[dict[str, Any]] = {}
"""Definitions that the models of queries and bodies refer to; `dokument` adds them."""

_NUMBER = {
    "name": IF_MATCH, "in": "header", "required": True, "example": '"7"',
    "schema": {"type": "string", "pattern": '^"[1-9][0-9]{0,8}"$'},
    "description": "Nummeret på den nyeste hendelsen du har sett («siste_nr»), i anførselstegn. "
    "Er saken endret siden, blir ingenting lagret (409 ENDRET_I_MENS).",
}  # fmt: skip
_ONCE = {
    "name": IDEMPOTENCY_KEY, "in": "header", "required": True,
    "example": "0b5c1f6e-2f2a-4a59-9b3c-0f6f2f4f7a10",
    "schema": {"type": "string", "pattern": "^[A-Za-z0-9_-]{8,80}$"},
    "description": "En ny for hver innsending, den samme når den sendes på nytt. Da blir det "
    "lagret én gang, og svaret er det samme.",
}  # fmt: skip


def _schema(model: type[BaseModel]) -> dict[str, Any]:
    made = model.model_json_schema(ref_template=REF, by_alias=True)
    SKJEMAER.update(made.pop("$defs", {}))
    made.pop("description", None)
    return made


def _parameters(model: type[Inndata]) -> list[dict[str, Any]]:
    made = _schema(model)
    required = set(made.get("required", ()))
    found = []
    for name, schema in made["properties"].items():
        shape = _without_null(schema)
        described = shape.pop("description", None)
        one = {"name": name, "in": "query", "required": name in required, "schema": shape}
        found.append(one | ({"description": described} if described else {}))
    return found


def _without_null(schema: dict[str, Any]) -> dict[str, Any]:
    """A query has no null: what may be left out is what is not required."""
    shape = {name: value for name, value in schema.items() if name not in ("default", "title")}
    options = [one for one in shape.pop("anyOf", []) if one != {"type": "null"}]
    if schema.get("default") is not None:
        shape["default"] = schema["default"]
    return {**options[0], **shape} if len(options) == 1 else {**shape}


def _problem(status: int) -> dict[str, Any]:
    return {
        "description": koder.TITLER[status].nb,
        "content": {"application/problem+json": {"schema": {"$ref": REF.format(model="Problem")}}},
    }


def _statuses(soek: object, inn: object, skriver: str, feil: Iterable[int]) -> list[int]:
    found = {401, 500, *feil}
    found |= {422} if soek or inn else set()
    found |= {400, 413, 415} if inn else set()
    found |= {400, 403, 409} if skriver else set()
    found |= {428} if skriver == "endring" else set()
    return sorted(found)


def operasjon(
    navn: str,
    tagg: str,
    sammendrag: str,
    beskrivelse: str,
    svar: type[BaseModel],
    *,
    eksempel: Any,
    status: int = 200,
    soek: type[Inndata] | None = None,
    inn: type[Inndata] | None = None,
    inneksempel: Any = None,
    skriver: str = "",
    feil: Iterable[int] = (),
) -> dict[str, Any]:
    """The arguments of a router's decorator. `skriver` is "", "ny" or "endring"."""
    extra: dict[str, Any] = {
        "parameters": [
            *(_parameters(soek) if soek else ()),
            *([_ONCE] if skriver else ()),
            *([_NUMBER] if skriver == "endring" else ()),
        ],
        "responses": {one: _problem(one) for one in _statuses(soek, inn, skriver, feil)},
        "x-eksempel": eksempel,
    }
    if inn is not None:
        content = {"schema": _schema(inn), "example": inneksempel}
        extra["requestBody"] = {"required": True, "content": {"application/json": content}}
    return {
        "url_name": navn, "operation_id": navn, "summary": sammendrag, "description": beskrivelse,
        "tags": [tagg], "response": {status: svar}, "openapi_extra": extra,
    }  # fmt: skip
