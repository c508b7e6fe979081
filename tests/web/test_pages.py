"""The pages as a client without JavaScript meets them: headers, language, choices, faults."""

import json
from http import HTTPStatus

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from samvern.web import urls
from samvern.web.pages import health
from tests.journeys.addresses import pages


def show(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(request.POST.get("x", "")))


def broken(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


urlpatterns = [*urls.urlpatterns, path("tar-imot", show), path("ryker", broken)]
handler400 = urls.handler400
handler404 = urls.handler404
handler500 = urls.handler500


@pytest.mark.parametrize("address", pages())
@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_every_page_has_strict_headers_and_right_language(
    client: Client, address: str, maalform: str
) -> None:
    client.cookies["maalform"] = maalform
    response = client.get(address)
    assert response.status_code == HTTPStatus.OK
    policy = response["Content-Security-Policy"]
    for part in (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "object-src 'none'",
    ):
        assert part in policy.split("; ")
    assert "unsafe" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]
    assert "Cookie" in response["Vary"]
    html = response.content.decode()
    assert f'<html lang="{maalform}"' in html
    assert html.count("<h1") == 1
    assert " style=" not in html
    assert "<script>" not in html
    assert response["Content-Language"] == maalform


def test_the_browsers_language_list_is_not_used(client: Client) -> None:
    html = client.get("/", headers={"accept-language": "en-GB,nn"}).content.decode()
    assert '<html lang="nb"' in html
    assert "desember" in html


@pytest.mark.parametrize("value", ["en", "", "nb; drop", "NN"])
def test_an_unknown_language_cookie_counts_as_not_chosen(client: Client, value: str) -> None:
    client.cookies["maalform"] = value
    assert '<html lang="nb"' in client.get("/").content.decode()


def test_choosing_language_returns_to_the_same_page(client: Client) -> None:
    response = client.post("/innstillinger/maalform", {"maalform": "nn", "neste": "/hjelp/?a=1"})
    assert response.status_code == HTTPStatus.FOUND
    assert response["Location"] == "/hjelp/?a=1"
    cookie = response.cookies["maalform"]
    assert cookie.value == "nn"
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert "Hjelp" in client.get("/hjelp/").content.decode()
    assert "Les datoen rett" in client.get("/hjelp/").content.decode()


@pytest.mark.parametrize(
    "target",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:x", "", "om"],
)
def test_a_redirect_never_leaves_the_site(client: Client, target: str) -> None:
    response = client.post("/innstillinger/farge", {"fargevalg": "lys", "neste": target})
    assert response["Location"] == "/"


@pytest.mark.parametrize(
    ("address", "field"),
    [("maalform", "maalform"), ("farge", "fargevalg"), ("hurtigtaster", "hurtigtaster")],
)
def test_choices_take_only_known_values_and_only_post(
    client: Client, address: str, field: str
) -> None:
    assert client.post(f"/innstillinger/{address}", {field: "x"}).status_code == 400
    assert client.get(f"/innstillinger/{address}").status_code == 405


@pytest.mark.parametrize(
    ("choice", "scheme"), [("auto", "auto"), ("lys", "light"), ("moerk", "dark"), ("x", "auto")]
)
def test_colour_scheme_is_rendered_on_the_server(client: Client, choice: str, scheme: str) -> None:
    client.cookies["fargevalg"] = choice
    assert f'data-color-scheme="{scheme}"' in client.get("/").content.decode()


def test_shortcuts_can_be_turned_off(client: Client) -> None:
    client.post("/innstillinger/hurtigtaster", {"hurtigtaster": "av"})
    assert "Slå på" in client.get("/hurtigtaster/").content.decode()


def test_a_post_without_token_is_refused_in_words() -> None:
    response = Client(enforce_csrf_checks=True).post("/innstillinger/farge", {"fargevalg": "lys"})
    assert response.status_code == HTTPStatus.FORBIDDEN
    assert "Du kan ikke gjøre dette" in response.content.decode()


def test_not_found_says_so_in_both_forms(client: Client) -> None:
    response = client.get("/finnes-ikke")
    assert response.status_code == HTTPStatus.NOT_FOUND
    assert "Vi finner ikke siden" in response.content.decode()
    client.cookies["maalform"] = "nn"
    assert "Vi finn ikkje sida" in client.get("/finnes-ikke").content.decode()


@override_settings(ROOT_URLCONF="tests.web.test_pages")
def test_too_much_data_is_refused_in_words(client: Client) -> None:
    response = client.post("/tar-imot", {"x": "a" * (2 * 1024 * 1024 + 1)})
    assert response.status_code == HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    assert "Filen er for stor" in response.content.decode()


@override_settings(ROOT_URLCONF="tests.web.test_pages")
def test_a_fault_of_ours_says_that_nothing_was_stored(client: Client) -> None:
    client.raise_request_exception = False
    response = client.get("/ryker")
    assert response.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert "Ingenting ble lagret" in response.content.decode()


@pytest.mark.django_db
def test_health_is_ready_when_the_database_is(client: Client) -> None:
    response = client.get("/helse")
    assert response.status_code == HTTPStatus.OK
    assert json.loads(response.content) == {"status": "ok", "database": True, "migreringer": True}


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["database_answers", "migrations_done"])
def test_health_is_not_ready(client: Client, monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    monkeypatch.setattr(health, part, bool)
    response = client.get("/helse")
    assert response.status_code == HTTPStatus.SERVICE_UNAVAILABLE
    assert json.loads(response.content)["status"] == "ikke_klar"
