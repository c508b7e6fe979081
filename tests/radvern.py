"""How tests live with row-level security in PostgreSQL.

A test that makes rows itself does so as the program (`system`): the connection says so from the
start. A request through the test client begins as in production, with nothing told, so that a page
that reads outside `lesing.reading` finds nothing. On SQLite nothing happens here.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.handlers.wsgi import WSGIRequest
from django.db import connection
from django.http import HttpResponseBase
from django.test.client import ClientHandler

from samvern.engine.lesing import SYSTEM

ROLE = "samvern.rolle"


def tell(role: str) -> str:
    """Say who asks on this connection, beside Django, whose count of queries it must not disturb;
    what was said before."""
    connection.ensure_connection()
    asked = connection.connection.execute(
        f"SELECT coalesce(current_setting('{ROLE}', true), ''), set_config('{ROLE}', %s, false)",
        [role],
    )
    return str(asked.fetchone()[0])


@contextmanager
def untold() -> Iterator[None]:
    """Nobody has said who asks, as when a request begins in production."""
    if connection.vendor != "postgresql":
        yield
        return
    before = tell("")
    yield
    if not connection.needs_rollback:
        tell(before)


@pytest.fixture(autouse=True, scope="session")
def row_fence() -> Iterator[None]:
    """Tests act as the program; requests as nobody until they say who asks."""
    if connection.vendor != "postgresql":
        yield
        return
    connection.settings_dict.setdefault("OPTIONS", {})["options"] = f"-c {ROLE}={SYSTEM}"
    original = ClientHandler.__call__

    def call(handler: ClientHandler, environ: dict[str, object]) -> HttpResponseBase | WSGIRequest:
        with untold():
            return original(handler, environ)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ClientHandler, "__call__", call)
        yield
