"""The reference data, and somebody who is logged in, without the log-in itself."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from django.db import transaction
from django.http import HttpRequest
from django.test import Client
from pytest_django import DjangoDbBlocker

from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.innlogging import oekt
from tests.apps.virksomheter.referansedata import bring_in

type LogIn = Callable[[Rolle], Client]


@pytest.fixture(scope="module")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        bring_in()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def as_role(loaded: None, db: None, monkeypatch: pytest.MonkeyPatch) -> LogIn:
    """Gives a browser that is logged in, in a role. How one logs in is tested elsewhere."""
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T09:00:00+01:00")

    def log_in(rolle: Rolle) -> Client:
        body = uuid4()
        viewer = Viewer(uuid4(), "Drift Prøve", rolle, body, frozenset({body}), uuid4())
        state = oekt.Tilstand(
            oekt.Innlogget(viewer.bruker, viewer.navn, Text("Prøvested", "Prøvestad")), viewer
        )

        def resume(request: HttpRequest) -> oekt.Tilstand:
            return state

        monkeypatch.setattr(oekt, "resume", resume)
        return Client()

    return log_in


@pytest.fixture
def nk(as_role: LogIn) -> Client:
    return as_role(Rolle.NK)


@pytest.fixture
def drift(as_role: LogIn) -> Client:
    return as_role(Rolle.SYSTEMDRIFT)
