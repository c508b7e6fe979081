"""Every rule has a page a lawyer can check, made from the definition that is run."""

import json
import re
from datetime import date
from functools import cache
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from samvern.law import datotekst
from samvern.law.book import RULES, all_rules
from samvern.law.choices import REGNEVALG
from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.law.rule import REGELSETT, Emne, Fristtype
from samvern.law.source import Ordlyd
from samvern.law.sources import find
from samvern.law.trace import Frist
from samvern.web.regelverk import eksempler
from samvern.web.regelverk.oppslag import carried, steps_sources
from samvern.web.regelverk.regelside import page, steps, version_rows, version_shown

ADDRESS = re.compile(r'href="(/regelverk/[^"#]*)')
INSIDE = re.compile(r'href="#([^"]+)"')
# What sets these off is not among the events a case can hold (`frister.md` 3.6).
WITHOUT_EVENT = {"F-82", "F-84", "F-87"}
ON = date(2026, 11, 21)


def text(response: object) -> str:
    return unescape(response.content.decode())  # type: ignore[attr-defined]


@cache
def browser(maalform: str) -> Client:
    """One for all pages; its cookies are set here and by no page."""
    client = Client()
    client.cookies["maalform"] = maalform
    return client


@cache
def show(rule_id: str, maalform: str = "nb") -> str:
    """A page, opened once for all the tests that read it: nothing here is stored or personal."""
    response = browser(maalform).get(reverse("regelverk_regel", args=[rule_id]))
    assert response.status_code == 200
    return text(response)


@pytest.mark.krav("N-13.14", "N-13.15")
@pytest.mark.parametrize("maalform", ["nb", "nn"])
@pytest.mark.parametrize("rule_id", list(RULES))
def test_every_rule_has_a_page(rule_id: str, maalform: str) -> None:
    html = show(rule_id, maalform)
    rule = RULES[rule_id]
    form = "nn" if maalform == "nn" else "nb"
    for said in (rule.navn, rule.setning, rule.handler):
        assert said.lang(form) in html  # type: ignore[arg-type]
    assert html.count("<h1") == 1
    assert f"Regelsett {REGELSETT}" in html
    for target in INSIDE.findall(html):
        assert f'id="{target}"' in html


def test_every_link_on_the_rule_pages_leads_somewhere(client: Client) -> None:
    addresses = {a for rule_id in RULES for a in ADDRESS.findall(show(rule_id))}
    assert len(addresses) > len(RULES)
    assert {a for a in addresses if client.get(a).status_code != 200} == set()


@pytest.mark.parametrize("rule_id", list(RULES))
def test_every_source_of_every_version_is_cited(rule_id: str) -> None:
    html, rule = show(rule_id), RULES[rule_id]
    for version in rule.versjoner:
        for hjemmel in version.hjemler:
            assert f'href="{reverse("regelverk_kilde", args=[hjemmel.kilde])}"' in html
    for step in steps_sources(rule):
        wanted = (
            f"{reverse('regelverk_regnevalg')}#{step}"
            if step in REGNEVALG
            else reverse("regelverk_kilde", args=[step])
        )
        assert f'href="{wanted}"' in html


@pytest.mark.parametrize("rule", [r for r in all_rules() if r.avslaatt is None], ids=lambda r: r.id)
def test_the_page_says_what_follows_and_how_sure_it_is(rule: object) -> None:
    found = RULES[rule.id]  # type: ignore[attr-defined]
    html = show(found.id)
    for said in (found.start, found.foelge, found.varsles, found.sikkerhet_merknad):
        assert said is None or said.nb in html
    for reading in found.lesemaater:
        assert reading.tekst.nb in html
    if found.fristtype is not Fristtype.STRAKS:
        assert found.avbrudd.nb in html


@pytest.mark.krav("LF-K4")
def test_the_reading_that_applies_comes_first() -> None:
    for rule in all_rules():
        if rule.lesemaater:
            shown = page(rule.id, ON)["lesemaater"]
            assert [r.gjelder for r in shown] == sorted(  # type: ignore[attr-defined]
                (r.gjelder for r in rule.lesemaater), reverse=True
            )
            assert shown[0].gjelder  # type: ignore[index]


@pytest.mark.krav("LF-K16")
def test_a_rule_that_is_off_says_why_and_counts_nothing() -> None:
    off = [rule for rule in all_rules() if rule.avslaatt is not None]
    assert {rule.id for rule in off} == {"IV-1", "IV-2", "IV-3", "IV-4"}
    for rule in off:
        html = show(rule.id)
        assert rule.avslaatt is not None
        assert "Regelen er slått av" in html
        assert rule.avslaatt.nb in html
        assert "Slik regnes datoen" not in html
        assert 'id="eksempler"' not in html


@pytest.mark.krav("F-80", "F-82", "F-88")
def test_a_duty_at_once_has_no_calculation() -> None:
    for rule in all_rules():
        html = show(rule.id)
        if rule.emne is Emne.STRAKS:
            assert "Hva som utløser plikten" in html
            assert "Datoen vises" not in html
            assert ("Ingen hendelse i fristberegneren" in html) == (rule.id in WITHOUT_EVENT)
        elif rule.avslaatt is None:
            assert "Slik regnes datoen" in html


@pytest.mark.krav("F-12")
def test_f_12_reads_like_the_law() -> None:
    rule = RULES["F-12"]
    version, on = version_shown(rule, ON)
    rows = steps(rule, version, on)
    assert [row.sikkerhet for row in rows] == [
        "",
        "",
        "forsiktig_valg",
        "forsiktig_valg",
        "tolkning",
    ]
    assert "strl/65/4/p2" in rows[0].sitater[0].adresse
    html = show("F-12")
    for word in ("Løper", "Haster", "Over nominell dato", "Må avgjøres", "Bare omtale lest"):
        assert word in html
    nynorsk = show("F-12", "nn").replace("\u00a0", " ")
    assert "strl § 65 fjerde ledd andre punktum" in nynorsk


@pytest.mark.krav("F-81", "LF-K1")
def test_a_repealed_rule_shows_its_last_version() -> None:
    rule = RULES["F-81"]
    assert version_shown(rule, ON) == (rule.versjoner[-1], date(2020, 9, 30))
    html = show("F-81")
    assert "Bestemmelsen er opphevet" in html
    assert datotekst.long(date(2020, 9, 30)) in html
    assert 'aria-current="true"' not in html


@pytest.mark.parametrize("rule", all_rules(), ids=lambda r: r.id)
def test_versions_are_all_shown_and_at_most_one_is_current(rule: object) -> None:
    found = RULES[rule.id]  # type: ignore[attr-defined]
    rows = version_rows(found, ON)
    assert [row.versjon for row in rows] == list(found.versjoner)
    assert sum(row.gjelder for row in rows) == (0 if found.id == "F-81" else 1)


@pytest.mark.krav("F-69")
def test_a_version_that_counted_otherwise_says_so() -> None:
    older, newest = version_rows(RULES["F-69"], ON)[-2:]
    assert older.lengde is not None
    assert older.lengde.nb == "tre uker"
    assert newest.lengde is None
    assert "Annen lengde: tre uker." in show("F-69")
    assert "Annen lengde" not in show("F-12")


@pytest.mark.krav("LF-K18")
def test_nothing_is_called_read_that_is_not() -> None:
    for rule in all_rules():
        for row in version_rows(rule, ON):
            day = row.versjon.til or ON
            kinds = [find(h.kilde, day).ordlyd for h in row.versjon.hjemler]
            assert not row.lov_lest or Ordlyd.ELDRE_IKKE_LEST not in kinds, rule.id
            assert row.omtale == (Ordlyd.BARE_OMTALE in kinds), rule.id


def test_small_letters_lead_to_the_page(client: Client) -> None:
    response = client.get("/regelverk/f-12/")
    assert response.status_code == 301
    assert response["Location"] == "/regelverk/F-12/"


@pytest.mark.parametrize("address", ["F-99", "x", "F-12-3", "KILDER-1"])
def test_an_unknown_rule_is_not_found_in_words(client: Client, address: str) -> None:
    response = client.get(f"/regelverk/{address}/")
    assert response.status_code == 404
    assert "Vi finner ikke siden" in text(response)


def test_only_reading_is_possible(client: Client) -> None:
    assert client.post("/regelverk/F-12/").status_code == 405


def rows_of(rule_id: str) -> list[eksempler.Rad]:
    return [row for part in eksempler.of_rule(rule_id) for row in part]


@pytest.mark.parametrize("rule_id", list(RULES))
def test_the_examples_are_what_the_engine_answers(rule_id: str) -> None:
    """Run again from the golden files' own input, and compared with what stands on the page."""
    html = show(rule_id)
    for row in rows_of(rule_id):
        sak, faults = read_case(json.loads(row.regnet.inn_json))
        assert sak is not None, faults
        svar = compute(sak)
        assert row.regnet.eksempel.om in html
        if row.straks is not None:
            assert row.straks in svar.straks
            assert datotekst.table(row.straks.utloest) in html
            continue
        assert row.frist in svar.frister
        assert isinstance(row.frist, Frist)
        for day in (row.frist.dato, row.frist.lovdato):
            assert day is None or datotekst.table(day) in html


def test_every_expected_deadline_of_every_example_is_on_its_rules_page() -> None:
    for regnet in eksempler.all_examples():
        for wanted in regnet.eksempel.frister:
            shown = [
                row.frist
                for row in rows_of(str(wanted["regel"]))
                if row.frist is not None and row.regnet.eksempel.id == regnet.eksempel.id
            ]
            dates = [frist.dato.isoformat() if frist.dato else None for frist in shown]
            assert wanted["dato"] in dates, (regnet.eksempel.id, wanted)


def test_rules_in_use_have_examples() -> None:
    without = {rule.id for rule in all_rules() if rule.avslaatt is None and not rows_of(rule.id)}
    assert without == WITHOUT_EVENT


def test_the_first_examples_are_few_and_unlike() -> None:
    first, others = eksempler.of_rule("F-12")
    assert len(first) == eksempler.FIRST
    assert len({row.regnet.eksempel.id for row in first}) == eksempler.FIRST
    assert any(row.fridag for row in first)
    assert not set(map(id, first)) & set(map(id, others))


def test_an_example_can_be_tried_in_the_calculator(client: Client) -> None:
    html = show("F-13")
    for row in rows_of("F-13"):
        assert f'name="inn" value="{row.regnet.inn_json}"' in html
    answer = client.post(reverse("fristberegner"), {"inn": rows_of("F-13")[0].regnet.inn_json})
    assert answer.status_code == 200
    assert "Absolutt slutt" in text(answer)


@pytest.mark.parametrize("rule", all_rules(), ids=lambda r: r.id)
def test_what_a_source_carries_is_said_once_per_part(rule: object) -> None:
    found = RULES[rule.id]  # type: ignore[attr-defined]
    for version in found.versjoner:
        sources = carried(found, version)
        assert {h.kilde for h in version.hjemler} <= set(sources)
        assert all(sources.values())
        assert not set(sources) & set(REGNEVALG)
