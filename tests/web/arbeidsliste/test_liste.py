"""The work list with cases made through the actions: what is shown, counted, logged and printed."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samvern.cli import main
from tests.apps.saker.conftest import once
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft
from tests.spoersmaal import questions
from tests.web.arbeidsliste.conftest import As
from tests.web.arbeidsliste.logg import antall, siste

GROUPS = ("over_fristen", "denne_uken", "innen", "dato_mangler")
NAME = "Proevesen"


def make_saker(verden: Verden) -> Verden:
    """Cases of every age: over, this week, within two weeks, later, and with something missing."""
    ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-04"))
    ny_sak(verden, dom("2026-10-20"), rettskraft("2026-11-04"))
    sak = ny_sak(verden, dom("2026-10-01"), rettskraft("2026-10-26")).sak
    place = {"rhf": str(verden.rhf), "institusjon": str(verden.institusjon)}
    foer(verden.silje, sak, hendelse("behandlingsansvar_fastsatt", "2026-10-27", **place))
    fa = {"faglig_ansvarlig": str(verden.fa.id)}
    foer(verden.silje, sak, hendelse("faglig_ansvarlig_endret", "2026-10-28", **fa))
    return verden


felles_saker = once(make_saker)


@pytest.fixture
def saker(felles_saker: Verden, verden: Verden) -> Verden:
    return felles_saker


def shown(body: str) -> dict[str, int]:
    """The four numbers of a page."""
    found = re.findall(r'data-gruppe="(\w+)"[^>]*>\s*<b class="sv-tall">(\d+)</b>', body)
    return {group: int(count) for group, count in found}


def rows(body: str) -> dict[str, int]:
    """How many rows stand in each group of the table."""
    parts = re.split(r'<tbody role="rowgroup" id="(\w+)"', body)[1:]
    return {
        g: part.count('class="al-rad"') for g, part in zip(parts[::2], parts[1::2], strict=True)
    }


@pytest.mark.krav("N-0.7", "N-1.3", "N-3.3")
@pytest.mark.parametrize("ahead", ["14d", "12m"])
@pytest.mark.parametrize("who", ["nk", "fa"])
def test_the_numbers_are_those_of_the_command_line(
    saker: Verden, som: As, capsys: pytest.CaptureFixture[str], who: str, ahead: str
) -> None:
    person = getattr(saker, who)
    body = som(person).get(f"/arbeidsliste/?frem={ahead}").content.decode()
    words = ["arbeidsliste", "--kommende", ahead, "--bruker", person.brukernavn, "--json"]
    assert main(words) == 0
    told = json.loads(capsys.readouterr().out)
    assert shown(body) == {group: told["antall"][group] for group in GROUPS}
    assert {g: n for g, n in shown(body).items() if n} == rows(body)
    assert sum(shown(body).values()) == len(told["rader"]) > 0
    order = re.findall(r'class="al-nr">(S-\d{4}-\d{4})<', body)
    assert order == [row["saksnr"] for row in told["rader"]]
    if told["senere"]:
        assert f"{told['senere']} sak" in body


def test_every_group_is_reached_in_the_test_world(saker: Verden, som: As) -> None:
    counts = shown(som(saker.nk).get("/arbeidsliste/").content.decode())
    assert counts.keys() == set(GROUPS)
    assert all(counts.values()), counts


@pytest.mark.krav("TR-L1")
def test_a_reading_is_logged_with_fields_and_cases(saker: Verden, som: As) -> None:
    body = som(saker.nk).get("/arbeidsliste/").content.decode()
    entry = siste()
    assert (entry["handling"], entry["utfall"]) == ("arbeidsliste.vist", "ok")
    assert entry["bruker"] == str(saker.nk.id)
    assert set(entry["lest"]) == {
        "oppgave.frist", "oppgave.grunn", "oppgave.venter_paa", "person.navn", "sak.domstype",
        "sak.saksnr",
    }  # fmt: skip
    assert set(entry["saker"]) == set(re.findall(r'href="/saker/([0-9a-f-]{36})/" data-rad', body))
    assert NAME in body


@pytest.mark.krav("TR-L1")
def test_nothing_is_shown_when_it_cannot_be_logged(
    saker: Verden, som: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*given: object, **named: object) -> int:
        raise OSError

    client = som(saker.nk)
    client.raise_request_exception = False
    monkeypatch.setattr("samvern.engine.audit.record", fail)
    answer = client.get("/arbeidsliste/")
    assert answer.status_code == 500
    assert NAME not in answer.content.decode()


@pytest.mark.krav("TR-A1")
def test_a_person_without_cases_sees_none_of_them(saker: Verden, som: As) -> None:
    body = som(saker.sa).get("/arbeidsliste/").content.decode()
    assert "Ingenting venter nå" in body
    assert 'href="/saker/">Se sakene du har del i</a>' in body
    assert "al-tall" not in body
    assert "S-2026-" not in body.replace("S-2026-0311", "")
    assert siste()["saker"] == []


def test_nobody_is_let_in_without_logging_in(db: None, client: object, som: As) -> None:
    for address in ("/arbeidsliste/", "/arbeidsliste/utskrift/", "/saker/", "/saker/eksport/"):
        answer = client.get(address)  # type: ignore[attr-defined]
        assert answer.status_code == 302
        assert answer["Location"].startswith(("/logg-inn/", "/velg-person/"))


def test_the_list_is_narrowed_and_says_so(saker: Verden, som: As) -> None:
    client = som(saker.nk)
    whole = shown(client.get("/arbeidsliste/").content.decode())
    body = client.get("/arbeidsliste/?venter=rhf").content.decode()
    assert 0 < sum(shown(body).values()) < sum(whole.values())
    assert "Venter på: <b>Regionalt helseforetak</b>" in body
    nothing = client.get("/arbeidsliste/?venter=politi").content.decode()
    assert "Ingen med dette utvalget." in nothing
    assert sum(shown(nothing).values()) == 0


@pytest.mark.parametrize(
    "query",
    ["venter=tull", "frem=999d", "frem=14", "rhf=1", "tull=1", "venter=rhf&venter=nk", "mine=1"],
)
def test_what_is_not_a_filter_is_left_out_and_said(saker: Verden, som: As, query: str) -> None:
    client = som(saker.nk)
    body = client.get(f"/arbeidsliste/?{query}").content.decode()
    assert "Noe i adressen er ikke et filter" in body
    assert shown(body) == shown(client.get("/arbeidsliste/").content.decode())
    assert "Noe i adressen" not in client.get("/arbeidsliste/?frem=14d&rhf=").content.decode()


@pytest.mark.krav("TR-A4")
def test_paper_has_numbers_and_names_only_when_asked(saker: Verden, som: As) -> None:
    client = som(saker.nk)
    plain = client.get("/arbeidsliste/utskrift/").content.decode()
    entry = siste()
    assert NAME not in plain
    assert "S-2026-0001" in plain
    assert entry["handling"] == "arbeidsliste.skrevet_ut"
    assert "person.navn" not in entry["lest"]
    assert entry["saker"]
    named = client.get("/arbeidsliste/utskrift/?navn=ja").content.decode()
    assert NAME in named
    assert "person.navn" in siste()["lest"]
    for body in (plain, named):
        title = re.search(r"<title>(.*?)</title>", body)
        assert title
        assert NAME not in title[1]


MOST_QUERIES = 10


@pytest.mark.parametrize("address", ["/arbeidsliste/", "/saker/", "/arbeidsliste/utskrift/"])
def test_a_page_asks_few_questions(saker: Verden, som: As, address: str) -> None:
    client = som(saker.nk)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        client.get(address)
    content = questions(asked.captured_queries)
    own = [sql for sql in content if "utvalg_" in sql or "virksomhetsversjon" in sql]
    assert len(own) <= 2, own
    assert len(content) <= MOST_QUERIES, (len(content), content)


def test_reading_writes_nothing_but_the_log(saker: Verden, som: As) -> None:
    client = som(saker.nk)
    before = antall()
    client.get("/arbeidsliste/")
    client.get("/saker/")
    assert antall() == before + 2
