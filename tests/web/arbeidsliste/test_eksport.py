"""The register as a file: who may, what it holds, and what the log says."""

import csv
import io
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from tests.apps.saker.conftest import once
from tests.apps.saker.verden import PERSON, Verden, dom, ny_sak, rettskraft
from tests.web.arbeidsliste.conftest import As
from tests.web.arbeidsliste.logg import antall, siste


def make_saker(verden: Verden) -> Verden:
    ny_sak(verden, dom("2024-01-10"), rettskraft("2024-02-01"))
    ny_sak(verden, dom("2026-10-20"), rettskraft("2026-11-04"))
    return verden


felles_saker = once(make_saker)


@pytest.fixture
def saker(felles_saker: Verden, verden: Verden) -> Verden:
    return felles_saker


def order(client: Client, query: str = "", **sent: str) -> Any:
    given = {"format": "csv", "grunn": "samhandling"} | sent
    return client.post(f"/saker/eksport/{query}", {k: v for k, v in given.items() if v})


def table(content: bytes) -> list[dict[str, str]]:
    text = io.StringIO(content.decode("utf-8-sig"), newline="")
    return list(csv.DictReader(text, delimiter=";"))


@pytest.mark.krav("TR-L1", "N-26.7")
def test_a_file_without_names_is_logged_with_its_fields(saker: Verden, som: As) -> None:
    answer = order(som(saker.nk))
    found = table(answer.content)
    assert [row["Saksnummer"] for row in found] == ["S-2026-0002", "S-2026-0001"]
    assert "Navn" not in found[0]
    assert PERSON["etternavn"] not in answer.content.decode()
    assert answer["Content-Disposition"] == (
        'attachment; filename="samvern-register-2026-11-23.csv"'
    )
    entry = siste()
    assert (entry["handling"], entry["grunn"]) == ("register.eksportert", "samhandling")
    assert "person.navn" not in entry["lest"]
    assert {"sak.saksnr", "sak.status", "sak.neste_frist"} <= set(entry["lest"])
    assert len(entry["saker"]) == 2
    assert answer["Cache-Control"] == "no-store"


def test_names_come_when_they_are_asked_for(saker: Verden, som: As) -> None:
    answer = order(som(saker.nk), navn="ja")
    assert {row["Navn"] for row in table(answer.content)} == {PERSON["etternavn"]}
    assert "person.navn" in siste()["lest"]


def test_a_workbook(saker: Verden, som: As) -> None:
    answer = order(som(saker.nk), format="xlsx", navn="ja")
    sheet = load_workbook(io.BytesIO(answer.content))["Register"]
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0][:3] == ("Saksnummer", "Navn", "Type dom")
    assert rows[1][:3] == ("S-2026-0002", PERSON["etternavn"], "Tidsubestemt")
    assert answer["Content-Disposition"].endswith('2026-11-23.xlsx"')


@pytest.mark.krav("TR-A1")
def test_the_file_has_the_cases_of_the_viewer_and_of_the_filters(saker: Verden, som: As) -> None:
    assert table(order(som(saker.sa)).content) == []
    assert siste()["saker"] == []
    assert table(order(som(saker.nk), "?status=tiltalt").content) == []
    assert len(table(order(som(saker.nk), "?domstype=tidsubestemt").content)) == 2


@pytest.mark.krav("TR-A7")
@pytest.mark.parametrize("method", ["get", "post"])
def test_who_is_not_just_confirmed_gets_no_file(saker: Verden, som: As, method: str) -> None:
    client, before = som(saker.nk, bekreftet=False), antall()
    answer = order(client) if method == "post" else client.get("/saker/eksport/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/bekreft/")
    assert antall() == before


@pytest.mark.krav("N-26.1", "N-26.5")
@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"grunn": ""}, "Velg hva filen skal brukes til."),
        ({"grunn": "nysgjerrig"}, "Velg hva filen skal brukes til."),
        ({"format": "pdf"}, "Velg hva slags fil du vil ha."),
        ({"format": "", "grunn": ""}, "2 svar mangler"),
    ],
)
def test_a_file_needs_a_purpose_and_a_kind(
    saker: Verden, som: As, sent: dict[str, str], said: str
) -> None:
    answer = order(som(saker.nk), **sent)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert siste()["handling"] == "register.eksport_forberedt"
    assert siste()["saker"] == []


def test_the_page_that_asks_shows_how_many_and_nobody(saker: Verden, som: As) -> None:
    body = som(saker.nk).get("/saker/eksport/").content.decode()
    assert "Filen får 2 saker." in body
    assert PERSON["etternavn"] not in body
    assert 'name="navn" value="ja">' in body
