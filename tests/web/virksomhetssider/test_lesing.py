"""Reading about organisations: the list, one of them on a date, and who is responsible where."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from samvern.engine.roller import Rolle
from tests.web.virksomhetssider.conftest import LogIn

pytestmark = [pytest.mark.urls("tests.web.virksomhetssider.urls"), pytest.mark.django_db]
ADDRESSES = ("/virksomheter/", "/virksomheter/OUS/", "/virksomheter/ansvar/?kommune=0301")
MOST_QUERIES = 10


def page(client: Client, address: str, status: int = 200) -> str:
    response = client.get(address)
    assert response.status_code == status
    return " ".join(response.content.decode().replace("\u00a0", " ").split())


def names(html: str) -> list[str]:
    return re.findall(r'role="rowheader"><a [^>]*>([^<]+)</a>', html)


@pytest.mark.parametrize("address", [*ADDRESSES, "/virksomheter/ny/", "/virksomheter/OUS/endre/"])
@pytest.mark.krav("TR-A1")
def test_nobody_reads_without_logging_in(client: Client, address: str) -> None:
    response = client.get(address)
    assert (response.status_code, response.content) == (302, b"")


@pytest.mark.parametrize("rolle", [rolle for rolle in Rolle if rolle is not Rolle.SYSTEMDRIFT])
def test_everybody_else_reads_and_is_offered_no_change(as_role: LogIn, rolle: Rolle) -> None:
    client = as_role(rolle)
    for address in ADDRESSES:
        html = page(client, address)
        assert not re.search(r'href="/virksomheter/[^"]*(ny|endre|avslutt|rett)/', html)


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("rolle", [Rolle.NK, Rolle.SYSTEMDRIFT])
def test_few_queries(
    as_role: LogIn, address: str, rolle: Rolle,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:  # fmt: skip
    client = as_role(rolle)
    # The look-up keeps its six answers for a minute; it is the asking again that is measured.
    page(client, address)
    with django_assert_max_num_queries(MOST_QUERIES):
        page(client, address)


def test_the_list_counts_pages_and_sorts_as_norwegian_does(nk: Client) -> None:
    html = page(nk, "/virksomheter/?slag=politidistrikt&antall=50")
    assert "Viser 1–12 av 12" in html
    found = names(html)
    assert found == sorted(found, key=lambda n: n.casefold().replace("ø", "|").replace("å", "}"))
    assert names(page(nk, "/virksomheter/?slag=politidistrikt&ned=1")) == found[::-1]
    first, second = (page(nk, f"/virksomheter/?slag=kommune&side={n}") for n in (1, 2))
    assert "Viser 26–50 av 357" in second
    assert not set(names(first)) & set(names(second))
    assert "Side 15 av 15" in page(nk, "/virksomheter/?slag=kommune&side=9999")
    assert "Viser 1–100 av 357" in page(nk, "/virksomheter/?slag=kommune&antall=100")
    assert "Viser 1–25 av 357" in page(nk, "/virksomheter/?slag=kommune&antall=5000&side=x")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=oslo&slag=domstol", "Oslo tingrett"),
        ("q=993467049", "Oslo universitetssykehus HF"),
        ("q=SA-OST", "Øst statsadvokatembeter"),
        ("q=oslo&slag=kommune", "Oslo"),
        ("q=oslo&slag=statsadvokatembete&gyldig=opphoert", "Oslo statsadvokatembeter"),
        ("q=oslo&slag=statsadvokatembete&dato=31.12.2025", "Oslo statsadvokatembeter"),
    ],
)
def test_search(nk: Client, query: str, expected: str) -> None:
    assert expected in names(page(nk, f"/virksomheter/?{query}"))


def test_what_has_ended_is_not_among_those_that_hold(nk: Client) -> None:
    current = names(page(nk, "/virksomheter/?slag=statsadvokatembete"))
    assert "Oslo statsadvokatembeter" not in current
    everything = page(nk, "/virksomheter/?slag=statsadvokatembete&gyldig=alle")
    assert "Oslo statsadvokatembeter" in names(everything)
    assert "Opphørt" in everything


def test_an_empty_answer_says_what_to_do(nk: Client) -> None:
    html = page(nk, "/virksomheter/?q=%3Cscript%3E")
    assert "Ingen treff på «&lt;script&gt;»" in html
    assert "Nullstill" in html


@pytest.mark.parametrize("address", ADDRESSES[:2])
def test_a_date_that_does_not_exist_is_told_at_the_field(nk: Client, address: str) -> None:
    html = page(nk, f"{address}?dato=31.11.2026")
    assert "31. november finnes ikke" in html
    assert 'value="31.11.2026"' in html


def test_one_body_on_two_dates(nk: Client) -> None:
    now = page(nk, "/virksomheter/PD-OSLO/")
    assert "Øst statsadvokatembeter" in now
    before = page(nk, "/virksomheter/PD-OSLO/?dato=31.12.2025")
    assert "Slik det var onsdag 31. desember 2025" in before
    above = re.search(r"Hører under</dt><dd><a [^>]*>([^<]+)", before)
    assert above and above[1] == "Oslo statsadvokatembeter"


def test_successors_versions_and_sources_are_shown(nk: Client) -> None:
    html = page(nk, "/virksomheter/SA-OSLO/")
    assert "Opphørt" in html
    assert "Etterfølgere" in html and "Øst statsadvokatembeter" in html
    assert "Alle versjoner" in html and "Referansedata" in html
    assert "utledet av politidistriktene" in html.casefold()
    assert "Forgjengere" in page(nk, "/virksomheter/SA-OST/")


def test_the_area_of_a_district_and_a_shared_municipality(nk: Client) -> None:
    assert "Kristiansand" in page(nk, "/virksomheter/PD-AGDER/")
    assert "Bare: Grünerløkka" in page(nk, "/virksomheter/LDS/") or "Grünerløkka" in page(
        nk, "/virksomheter/LDS/"
    )


def test_before_the_register_knew(nk: Client) -> None:
    html = page(nk, "/virksomheter/OUS/?kjent=1.1.2026")
    assert "Registeret visste ikke om denne virksomheten torsdag 1. januar 2026" in html


@pytest.mark.parametrize("kode", ["FINNES-IKKE", "ous", "%00"])
def test_an_unknown_code_is_not_found(nk: Client, kode: str) -> None:
    page(nk, f"/virksomheter/{kode}/", 404)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kommune=Kristiansand", "Agder politidistrikt"),
        ("kommune=4204", "Agder tingrett"),
        ("kommune=0301", "Kommunen er delt mellom flere. Oppgi bydel."),
        ("kommune=0301&bydel=030102", "Lovisenberg"),
        ("kommune=4204&dato=31.12.2025", "Agder statsadvokatembeter"),
        ("kommune=4204&dato=1.1.2010", "Ingen kommune passer med «4204»"),
        ("kommune=sand", "Flere kommuner passer"),
        ("kommune=Atlantis", "Ingen kommune passer"),
    ],
)
def test_who_is_responsible(nk: Client, query: str, expected: str) -> None:
    assert expected in page(nk, f"/virksomheter/ansvar/?{query}")


def test_nynorsk(nk: Client) -> None:
    nk.cookies["maalform"] = "nn"
    html = page(nk, "/virksomheter/ansvar/?kommune=4204")
    assert "Kven har ansvaret for Kristiansand?" in html
    assert "Regionalt helseføretak" in html
