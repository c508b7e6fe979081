"""The register: narrowed, sorted, paged; found by number; and every look-up in the log."""

import re
from typing import Any

import pytest
from django.test import Client

from samvern.apps.utvalg import public as utvalg
from samvern.engine import audit
from samvern.engine.roller import Rolle
from tests.apps.brukere.personer import person as person_with
from tests.apps.personer.folk import number
from tests.apps.saker.conftest import once
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft
from tests.web.arbeidsliste.conftest import As
from tests.web.arbeidsliste.logg import antall, siste

NAME = "Merkelund"
NUMBER = number(1).siffer
SOMEBODY_ELSE = number(2).siffer


def person(**changed: Any) -> dict[str, Any]:
    return {
        "nummer": NUMBER, "fornavn": "Zebrafine", "etternavn": NAME, "kjoenn": "kvinne",
        "foedselsdato": "1985-03-17", "adressebeskyttelse": "ingen",
    } | changed  # fmt: skip


def make_saker(verden: Verden) -> Verden:
    """Three cases; the first is of somebody with a number."""
    ny_sak(verden, dom("2024-01-10"), rettskraft("2024-02-01"), person=person())
    ny_sak(verden, dom("2026-10-20"), rettskraft("2026-11-04"))
    tiltale = hendelse(
        "tiltale", "2026-11-02", paastand="tidsbestemt", embete=str(verden.embete),
        politidistrikt=str(verden.politi),
    )  # fmt: skip
    ny_sak(verden, tiltale)
    return verden


felles_saker = once(make_saker)


@pytest.fixture
def saker(felles_saker: Verden, verden: Verden) -> Verden:
    return felles_saker


def numbers(body: str) -> list[str]:
    """The case numbers of the rows, in order."""
    table = body.partition("<tbody")[2]
    return [row[:11] for row in re.findall(r"S-\d{4}-\d{4}(?=</span></a>|</a>)", table)]


def search(client: Client, typed: str, **more: str) -> Any:
    return client.post("/saker/finn/", {"q": typed, **more})


@pytest.mark.krav("N-0.6")
@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["S-2026-0003", "S-2026-0002", "S-2026-0001"]),
        ("?sorter=saksnr", ["S-2026-0001", "S-2026-0002", "S-2026-0003"]),
        ("?status=tiltalt", ["S-2026-0003"]),
        ("?domstype=tidsubestemt", ["S-2026-0002", "S-2026-0001"]),
        ("?frist=14d", ["S-2026-0002", "S-2026-0001"]),
        ("?mine=ja", []),
    ],
)
def test_filters_and_order(saker: Verden, som: As, query: str, found: list[str]) -> None:
    body = som(saker.nk).get(f"/saker/{query}").content.decode()
    assert numbers(body) == found
    assert f"{len(found)} sak" in body
    if not found:
        assert "Ingen med dette utvalget." in body


@pytest.mark.krav("TR-A1")
def test_others_see_their_own_cases_only(saker: Verden, som: As) -> None:
    body = som(saker.sa).get("/saker/").content.decode()
    assert numbers(body) == ["S-2026-0003"]
    body = som(saker.fa).get("/saker/").content.decode()
    assert numbers(body) == []
    assert "Du har ingen saker i registeret." in body
    assert NAME not in body


@pytest.mark.krav("TR-A4")
def test_what_a_role_may_not_see_is_said_and_never_called_missing(saker: Verden, som: As) -> None:
    client = som(person_with(Rolle.POLITI))
    body = client.get("/saker/").content.decode()
    assert numbers(body) == ["S-2026-0003"]
    assert "vises ikke for deg" in body
    assert "Ikke registrert" not in body
    for name in ("institusjon", "rhf", "frist"):
        assert f'name="{name}"' not in body
    tried = client.get(f"/saker/?institusjon={saker.institusjon}&sorter=neste_frist")
    assert "Noe i adressen er ikke et filter" in tried.content.decode()
    assert numbers(tried.content.decode()) == ["S-2026-0003"]
    sent = {"format": "csv", "grunn": "samhandling"}
    file = client.post("/saker/eksport/", sent).content.decode("utf-8-sig")
    heading, row = (line.split(";") for line in file.splitlines())
    assert dict(zip(heading, row, strict=True))['"Neste frist"'] == '"vises ikke"'


@pytest.mark.krav("TR-L1")
def test_a_page_is_logged_with_fields_and_cases(saker: Verden, som: As) -> None:
    body = som(saker.nk).get("/saker/").content.decode()
    entry = siste()
    assert entry["handling"] == "register.vist"
    assert {"person.navn", "sak.saksnr", "sak.status"} <= set(entry["lest"])
    assert "sak.sikkerhetsnivaa" not in entry["lest"]
    assert len(entry["saker"]) == 3
    assert NAME in body


def test_paging(saker: Verden, som: As) -> None:
    for _ in range(24):
        ny_sak(saker, dom("2026-10-20"), rettskraft("2026-11-04"))
    client = som(saker.nk)
    first = client.get("/saker/?per_side=25").content.decode()
    assert "27 saker" in first
    assert "Side 1 av 2" in first
    assert 'rel="next" href="?per_side=25&amp;side=2"' in first
    assert 'rel="prev"' not in first
    second = client.get("/saker/?per_side=25&side=2").content.decode()
    assert numbers(second) == ["S-2026-0002", "S-2026-0001"]
    assert 'rel="next"' not in second
    for wrong in ("0", "-1", "tull", "9999999"):
        assert "Noe i adressen" in client.get(f"/saker/?side={wrong}").content.decode()
    assert numbers(client.get("/saker/?per_side=25&side=99").content.decode()) == numbers(second)


@pytest.mark.parametrize("typed", ["S-2026-0001", "s-2026-1", "S2026-0001", " 2026-0001 "])
def test_a_case_number_leads_to_the_case(saker: Verden, som: As, typed: str) -> None:
    answer = search(som(saker.nk), typed)
    assert answer.status_code == 302
    entry = siste("sak.soekt")
    assert answer["Location"] == f"/saker/{entry['saker'][0]}/"


@pytest.mark.krav("TR-L1", "TR-X15")
def test_an_identity_number_leads_to_the_case_and_is_logged(saker: Verden, som: As) -> None:
    for typed in (NUMBER, f"{NUMBER[:6]} {NUMBER[6:]}"):
        before = antall()
        answer = search(som(saker.nk), typed)
        entry = siste()
        assert (antall(), entry["handling"], entry["utfall"]) == (before + 1, "person.soekt", "ok")
        assert answer["Location"] == f"/saker/{entry['saker'][0]}/"
        assert NUMBER not in answer["Location"] + str(entry)


@pytest.mark.krav("TR-L1")
def test_a_miss_is_logged_and_the_number_is_not_repeated(saker: Verden, som: As) -> None:
    client = som(saker.nk)
    answer = search(client, SOMEBODY_ELSE)
    body = answer.content.decode()
    assert "Ingen treff på nummeret." in body
    assert SOMEBODY_ELSE not in body
    entry = siste()
    assert (entry["handling"], entry["lest"], entry["saker"]) == (
        "person.soekt",
        ["treff.ingen"],
        [],
    )
    body = search(client, "S-2020-0174").content.decode()
    assert "Ingen treff på S-2020-0174." in body
    assert siste()["handling"] == "sak.soekt"


@pytest.mark.krav("TR-A1", "TR-A2")
def test_a_hidden_case_is_answered_as_one_that_is_not_there(saker: Verden, som: As) -> None:
    client = som(saker.sa)
    hidden = search(client, "S-2026-0001").content.decode()
    missing = search(client, "S-2026-9999").content.decode()
    assert hidden.replace("S-2026-0001", "").replace(token(hidden), "") == missing.replace(
        "S-2026-9999", ""
    ).replace(token(missing), "")
    assert siste()["saker"] == []


def token(body: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', body)
    assert found
    return found[1]


@pytest.mark.parametrize("typed", ["Merkelund", "12345", "S-26-1", "12345678901", "🙂"])
def test_what_is_no_number_finds_nobody_and_says_why(saker: Verden, som: As, typed: str) -> None:
    answer = search(som(saker.nk), typed)
    assert answer.status_code == 200
    assert siste()["saker"] == []
    assert NAME not in answer.content.decode().replace('value="Merkelund"', "")


def test_numbers_are_never_sent_in_an_address(saker: Verden, som: As) -> None:
    client = som(saker.nk)
    assert client.get(f"/saker/finn/?q={NUMBER}").status_code == 405
    form = client.get("/saker/").content.decode()
    assert re.search(r'<form method="post" action="/saker/finn/"', form)
    assert client.post("/saker/finn/", {"q": [NUMBER, NUMBER]})["Location"] == "/saker/"


@pytest.mark.krav("TR-X15")
def test_the_twenty_first_look_up_in_a_minute_needs_a_reason(
    saker: Verden, som: As, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = som(saker.nk)
    for _ in range(utvalg.GRENSE):
        assert search(client, SOMEBODY_ELSE).status_code == 200
    before = antall()
    refused = search(client, NUMBER)
    assert refused.status_code == 429
    entry = siste()
    assert (entry["utfall"], entry["kode"]) == ("nektet", "for_mange_oppslag")
    assert (entry["saker"], antall()) == ([], before + 1)
    assert "Location" not in refused
    assert "personoppslag" in caplog.text
    assert NUMBER not in caplog.text
    assert search(client, NUMBER, grunn="tull").status_code == 429
    assert search(client, NUMBER, grunn="henvendelse").status_code == 302
    assert siste()["grunn"] == "henvendelse"
    assert search(client, "S-2026-0001").status_code == 302
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:11:01+01:00")
    assert search(client, NUMBER).status_code == 302


@pytest.mark.krav("TR-X15")
def test_each_user_has_a_limit_of_their_own(saker: Verden, som: As) -> None:
    viewer = saker.nk.viewer()
    for _ in range(utvalg.GRENSE + 5):
        utvalg.tell_oppslag(viewer)
    assert utvalg.tell_oppslag(saker.fa.viewer()) == 1
    assert utvalg.tell_oppslag(viewer) == utvalg.GRENSE + 6


def test_the_log_holds_no_number_after_all_this(saker: Verden, som: As) -> None:
    client = som(saker.nk)
    search(client, NUMBER)
    search(client, SOMEBODY_ELSE)
    text = str(list(audit.records()))
    assert NUMBER not in text
    assert SOMEBODY_ELSE not in text


def test_a_case_with_a_responsible_hospital_is_found_by_it(saker: Verden, som: As) -> None:
    sak = ny_sak(saker, dom("2026-10-01"), rettskraft("2026-10-26"))
    place = {"rhf": str(saker.rhf), "institusjon": str(saker.institusjon)}
    foer(saker.silje, sak.sak, hendelse("behandlingsansvar_fastsatt", "2026-10-27", **place))
    client = som(saker.nk)
    for query in (f"institusjon={saker.institusjon}", f"rhf={saker.rhf}"):
        body = client.get(f"/saker/?{query}").content.decode()
        assert numbers(body) == [sak.saksnr]
        assert "Virksomhet" in body
