"""The OpenAPI 3.1 document, made once from the operations, and open to all: it holds no data."""

import functools
import json
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from samvern.api.modeller import Problem
from samvern.api.operasjon import REF, SKJEMAER
from samvern.api.rot import api

PREFIX: Final = "/api/v1/"
_OWN: Final = "x-eksempel"


@functools.cache
def document() -> dict[str, Any]:
    """The whole document as plain data."""
    made: dict[str, Any] = json.loads(json.dumps(api.get_openapi_schema(path_prefix=PREFIX)))
    made.pop("servers", None)
    _add_schemas(made["components"]["schemas"])
    for path in made["paths"].values():
        for operation in path.values():
            _place_example(operation)
    used = {tag for path in made["paths"].values() for one in path.values() for tag in one["tags"]}
    made["tags"] = [{"name": name} for name in sorted(used)]
    return made


def _add_schemas(schemas: dict[str, Any]) -> None:
    problem = Problem.model_json_schema(ref_template=REF, mode="serialization")
    schemas.update(problem.pop("$defs", {}))
    # What may be left out of a refusal is left out, never null.
    problem["required"] = ["type", "title", "status", "kode", "feil"]
    schemas["Feilrad"]["required"] = ["sti", "kode", "melding"]
    schemas["Problem"] = problem
    schemas.update(SKJEMAER)


def _place_example(operation: dict[str, Any]) -> None:
    example = operation.pop(_OWN)
    for status, response in operation["responses"].items():
        if status.startswith("2"):
            response["description"] = "I orden"
            response["content"]["application/json"]["example"] = example


def openapi(_: HttpRequest) -> HttpResponse:
    """The document."""
    content = json.dumps(document(), ensure_ascii=False)
    return HttpResponse(content, content_type="application/json")
