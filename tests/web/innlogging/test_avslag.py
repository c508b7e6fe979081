"""What a refusal looks like from outside: the same for hidden and missing, named when it is no."""

import re
from datetime import date
from http import HTTPStatus
from typing import NoReturn
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from samvern.apps.brukere.models import Innloggingssperre
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, FinnesIkke, ForTidlig, IkkeNaa, Nektet, Ugyldig
from samvern.law.text import Text
from samvern.web import urls
from samvern.web.innlogging.krev import krever_innlogging, viewer_of
from tests.apps.brukere.personer import log_in, person

WORDS = Text("Det kan faglig ansvarlig.", "Det kan fagleg ansvarleg.")
KINDS = {
    "nektet": Nektet([Feil("", "IKKE_KOMPETANT", WORDS)]),
    "ikke-naa": IkkeNaa([Feil("", "FEIL_TILSTAND", WORDS)]),
    "for-tidlig": ForTidlig([Feil("", "FOR_TIDLIG", WORDS, tidligst=date(2026, 11, 27))]),
    "ugyldig": Ugyldig([Feil("a", "UGYLDIG_VERDI", WORDS)]),
}
HIDDEN = UUID("11111111-1111-4111-8111-111111111111")


@krever_innlogging
def refuse(request: HttpRequest, kind: str) -> NoReturn:
    with transaction.atomic():
        now = clock.now()
        Innloggingssperre.objects.create(noekkel="rulles-tilbake", sist=now, aapner=now)
        raise KINDS[kind]


@krever_innlogging
def case(request: HttpRequest, sak: UUID) -> HttpResponse:
    raise FinnesIkke


def forgotten(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(viewer_of(request).bruker))


urlpatterns = [
    *urls.urlpatterns,
    path("nei/<slug:kind>/", refuse, name="nei"),
    path("sak/<uuid:sak>/", case, name="sak"),
    path("glemt/", forgotten, name="glemt"),
]
handler404 = urls.handler404
handler403 = urls.handler403

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.innlogging.test_avslag")]


def body(html: str, address: str) -> str:
    """The page without the token, which is new each time, and the address that was asked for."""
    html = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", html)
    return html.replace(address, "")


@pytest.mark.krav("TR-A3")
def test_hidden_and_missing_are_the_same(client: Client) -> None:
    log_in(client, person())
    answers = {}
    for address in (f"/sak/{HIDDEN}/", f"/sak/{uuid4()}/", "/finnes-ikke-i-det-hele-tatt/"):
        response = client.get(address)
        assert response.status_code == HTTPStatus.NOT_FOUND
        answers[address] = body(response.content.decode(), address)
    assert len(set(answers.values())) == 1


@pytest.mark.krav("TR-L1")
def test_a_hidden_page_is_logged_with_the_id_asked_for(client: Client) -> None:
    who = person()
    log_in(client, who)
    before = audit.head().nr
    client.get(f"/sak/{HIDDEN}/")
    (entry,) = audit.records(before + 1)
    assert (entry["handling"], entry["utfall"], entry["kode"]) == (
        "side.sak", "nektet", "finnes_ikke",
    )  # fmt: skip
    assert (entry["objekttype"], entry["objekt"]) == ("sak", str(HIDDEN))
    assert entry["bruker"] == str(who.id)


@pytest.mark.parametrize(
    ("kind", "status", "heading", "kode"),
    [
        ("nektet", 403, "Du kan ikke gjøre dette", "IKKE_KOMPETANT"),
        ("ikke-naa", 409, "Dette er ikke mulig nå", "FEIL_TILSTAND"),
        ("for-tidlig", 409, "Loven setter en dato", "FOR_TIDLIG"),
        ("ugyldig", 422, "Dette er ikke gyldig", "UGYLDIG_VERDI"),
    ],
)
def test_the_four_kinds_of_no_do_not_look_alike(
    client: Client, kind: str, status: int, heading: str, kode: str
) -> None:
    log_in(client, person())
    response = client.get(f"/nei/{kind}/")
    html = response.content.decode()
    assert response.status_code == status
    assert heading in html
    assert kode in html
    assert "Det kan faglig ansvarlig." in html
    assert ("Tidligst fredag 27" in html) is (kind == "for-tidlig")
    client.cookies["maalform"] = "nn"
    assert "Det kan fagleg ansvarleg." in client.get(f"/nei/{kind}/").content.decode()


def test_a_denial_is_logged_after_everything_is_rolled_back(client: Client) -> None:
    log_in(client, person())
    before = audit.head().nr
    client.get("/nei/nektet/")
    (entry,) = audit.records(before + 1)
    assert (entry["handling"], entry["kode"]) == ("side.nei", "ikke_kompetant")
    assert not Innloggingssperre.objects.exists()
    client.get("/nei/ugyldig/")
    assert audit.head().nr == before + 1


@override_settings(DEBUG=False)
def test_a_page_that_forgot_the_decorator_fails_closed(client: Client) -> None:
    assert client.get("/glemt/").status_code == HTTPStatus.FORBIDDEN
