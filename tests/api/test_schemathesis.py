"""Schemathesis: requests made from the document, valid and not, on a case that is there.

`make test` runs a few of each; `make api-proev` runs as many as it is asked for.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final
from uuid import UUID

import hypothesis
import pytest
import schemathesis
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, given
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from samvern.api import dokument
from samvern.apps.saker.models import Hendelse, Sak
from samvern.engine import audit
from tests.api.klient import key_for
from tests.apps.saker.conftest import once
from tests.apps.saker.verden import Verden, foer, hendelse, ny_sak
from tests.radvern import untold

EXAMPLES: Final = int(os.environ.get("SAMVERN_API_EKSEMPLER", "12"))
"""Requests for each operation; SAMVERN_ variables are removed in `make test`."""
CHECKS: Final = [
    not_a_server_error, status_code_conformance, content_type_conformance,
    response_schema_conformance,
]  # fmt: skip
OPERATIONS: Final = [
    (method, path) for path, methods in dokument.document()["paths"].items() for method in methods
]


@contextmanager
def door() -> Iterator[Any]:
    """The application as a server runs it, in this thread; each request begins as nobody.

    The end of a request does not close the connection, which holds the test's own transaction.
    """
    handler = WSGIHandler()
    ends = (request_started, request_finished)
    for signal in ends:
        signal.disconnect(close_old_connections)

    def app(environ: dict[str, Any], start: Any) -> Any:
        with untold():
            return list(handler(environ, start))

    try:
        yield app
    finally:
        for signal in ends:
            signal.connect(close_old_connections)


def make_sak(verden: Verden) -> UUID:
    made = ny_sak(verden).sak
    foer(verden.silje, made, hendelse("utvisningsvedtak", "2024-03-01", "Etter brev."))
    return made


felles_sak = once(make_sak)


@pytest.fixture
def sak(felles_sak: UUID, verden: Verden) -> UUID:
    return felles_sak


def _aimed(case: Any, sak: UUID, draw: st.DataObject) -> None:
    """Most requests are about the case that is there and about its newest entry."""
    parts = case.path_parameters or {}
    if "sak" in parts and draw.draw(st.booleans()):
        parts["sak"] = str(sak)
    if "nr" in parts and draw.draw(st.booleans()):
        parts["nr"] = 3
    if "type" in parts and draw.draw(st.booleans()):
        parts |= {"type": "varsel_statsadvokat", "felt": "ref"}
    case.path_parameters = parts
    if "If-Match" in (case.headers or {}) and draw.draw(st.booleans()):
        case.headers["If-Match"] = f'"{Sak.objects.get(pk=sak).siste_nr}"'


@pytest.mark.slow
@pytest.mark.krav("TR-X12", "TR-X2")
@pytest.mark.parametrize(("method", "path"), OPERATIONS)
def test_requests_made_from_the_document(verden: Verden, sak: UUID, method: str, path: str) -> None:
    """No server error, and every answer is one that the document tells of."""
    key = key_for(verden.nk).tekst
    with door() as app:
        schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)
        operation = schema[path][method]
        modes = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
        strategy = st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in modes))

        @hypothesis.settings(
            max_examples=EXAMPLES, derandomize=True, database=None, deadline=None,
            suppress_health_check=list(HealthCheck), phases=[hypothesis.Phase.generate],
        )  # fmt: skip
        @given(case=strategy, draw=st.data())
        def ask(case: Any, draw: st.DataObject) -> None:
            _aimed(case, sak, draw)
            case.call_and_validate(
                headers={"Authorization": f"Bearer {key}"},
                checks=CHECKS,
                base_url="http://testserver",
            )

        before = audit.head().nr
        ask()
    assert audit.head().nr >= before + EXAMPLES // 2
    assert Hendelse.objects.filter(sak=sak).count() == Sak.objects.get(pk=sak).siste_nr
