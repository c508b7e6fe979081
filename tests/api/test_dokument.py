"""The OpenAPI document: valid, complete, with examples that hold; and real answers that fit it."""

import json
import re
from typing import Any

import jsonschema_rs
import pytest
from django.test import Client
from django.urls import get_resolver
from schemathesis import openapi

from samvern.api import dokument, eksempler, koder, spoerringer
from samvern.apps.saker.inndata import Feilfoeringsdata, Hendelsesdata, Rettingsdata, Saksdata
from samvern.engine.inndata import Inndata, les
from samvern.web.apisider import forklaring

DOCUMENT = dokument.document()
OPERATIONS = [
    pytest.param(path, method, one, id=one["operationId"])
    for path, methods in DOCUMENT["paths"].items()
    for method, one in methods.items()
]


def resolved(schema: dict[str, Any]) -> dict[str, Any]:
    """A schema with the document's components beside it."""
    return {**schema, "components": DOCUMENT["components"]}


def test_the_document_is_served_as_json_to_anyone() -> None:
    answer = Client().get("/api/v1/openapi.json")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/json")
    assert json.loads(answer.content) == DOCUMENT


def test_the_document_is_valid_openapi_3_1() -> None:
    assert DOCUMENT["openapi"] == "3.1.0"
    schema = openapi.from_dict(DOCUMENT)
    schema.validate()
    assert len(list(schema.get_all_operations())) == len(OPERATIONS) == 19
    for name, one in DOCUMENT["components"]["schemas"].items():
        jsonschema_rs.Draft202012Validator(resolved(one)), name
    used = set(re.findall(r"#/components/schemas/(\w+)", json.dumps(DOCUMENT)))
    assert used <= set(DOCUMENT["components"]["schemas"])


@pytest.mark.parametrize(("path", "method", "one"), OPERATIONS)
def test_every_operation_is_described(path: str, method: str, one: dict[str, Any]) -> None:
    assert one["summary"] and len(one["description"]) > 30
    assert one["security"] == [{"Apinoekkel": []}]
    assert {"401", "500"} <= set(one["responses"])
    done = [status for status in one["responses"] if status.startswith("2")]
    assert len(done) == 1
    content = one["responses"][done[0]]["content"]["application/json"]
    validator = jsonschema_rs.validator_for(resolved(content["schema"]))
    validator.validate(content["example"])
    for status, response in one["responses"].items():
        if status not in done:
            assert set(response["content"]) == {"application/problem+json"}
    if "requestBody" in one:
        sent = one["requestBody"]["content"]["application/json"]
        jsonschema_rs.validator_for(resolved(sent["schema"])).validate(sent["example"])
        assert {"400", "413", "415", "422"} <= set(one["responses"])
    names = [parameter["name"] for parameter in one["parameters"]]
    assert set(re.findall(r"{(\w+)}", path)) <= set(names)
    if 201 in {int(status) for status in done}:
        assert "Idempotency-Key" in names
        assert ("If-Match" in names) is ("{sak}" in path)


@pytest.mark.parametrize(
    ("modell", "sent"),
    [
        (Saksdata, eksempler.NY_SAK),
        (Hendelsesdata, eksempler.NY_HENDELSE),
        (Rettingsdata, eksempler.RETTING),
        (Feilfoeringsdata, eksempler.FEILFOERING),
        (spoerringer.Sok, eksempler.SOK),
    ],
)
def test_the_examples_are_what_the_actions_take(modell: type[Inndata], sent: Any) -> None:
    assert les(modell, sent)[1] == ()


def test_every_address_is_in_the_document_and_behind_a_key() -> None:
    api: Any = next(
        one for one in get_resolver("samvern.web.urls").url_patterns
        if str(one.pattern) == "api/v1/"
    )  # fmt: skip
    routes = [one for one in api.url_patterns if one.name not in ("api_openapi", "api_ingenting")]
    known = {
        one["operationId"] for methods in DOCUMENT["paths"].values() for one in methods.values()
    }
    assert {one.name for one in routes} == known
    for one in routes:
        operations = one.callback.__self__.operations
        assert operations and all(operation.auth_callbacks for operation in operations)


def test_the_public_page_lists_every_operation_and_every_code() -> None:
    told = {(one.metode, one.sti) for one in (*forklaring.LES, *forklaring.SKRIV)}
    assert told == {
        (method.upper(), path.removeprefix("/api/v1"))
        for path, methods in DOCUMENT["paths"].items()
        for method in methods
    }
    listed = {one.kode: one.status for one in forklaring.KODER}
    assert set(koder.TEKSTER) <= set(listed)
    assert set(listed.values()) <= set(koder.TITLER)
