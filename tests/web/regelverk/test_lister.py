"""The list of rules: search, filters, counts, what is off, and the two sets side by side."""

from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from samvern.law.book import all_rules
from samvern.law.event import Sakstype
from samvern.law.rule import Emne, Fristtype, Grunnlag, Rule, Sikkerhet
from samvern.web.regelverk.sammenligning import both_sets, length
from samvern.web.regelverk.soek import find_rules, query_words, read_filter, words
from samvern.web.regelverk.tekster import EMNER, FRISTTYPER, SIKKERHET, gjelder


def show(client: Client, **query: str) -> str:
    response = client.get(reverse("regelverk"), query)
    assert response.status_code == 200
    return unescape(response.content.decode())


def found(**query: str) -> set[str]:
    return {rule.id for rule in find_rules(read_filter(query))}


def test_no_rule_is_missing_from_the_list(client: Client) -> None:
    html = show(client)
    for rule in all_rules():
        assert f'href="{reverse("regelverk_regel", args=[rule.id])}"' in html
        assert rule.setning.nb in html
    number = len(all_rules())
    assert f"{number} av {number} regler" in html


@pytest.mark.krav("LF-K16")
def test_rules_that_are_off_stand_in_their_own_group_with_the_reason(client: Client) -> None:
    html = show(client)
    group = html[html.index('id="avslaatt"') : html.index('id="settene"')]
    for rule in all_rules():
        if rule.avslaatt is not None:
            assert rule.avslaatt.nb in group
            assert rule.id in group
        else:
            assert f"/regelverk/{rule.id}/" not in group


@pytest.mark.parametrize(
    ("q", "wanted"),
    [
        ("treårsfrist", {"F-12"}),
        ("TREÅRSFRISTEN", {"F-12"}),
        ("f-12", {"F-12"}),
        ("F12", {"F-12"}),
        ("strl 65 fjerde tredje", {"F-13"}),
        ("§ 5-6 c", {"F-42", "F-82", "F-83"}),
        ("phvl 5-6c", {"F-42", "F-82", "F-83"}),
        ("påskynde opphør", {"F-80"}),
        ("påskundast", {"F-80"}),
        ("R6", {"F-12"}),
        ("finnesikke", set()),
    ],
)
def test_search_takes_names_numbers_and_provisions(q: str, wanted: set[str]) -> None:
    assert wanted <= found(q=q)
    assert bool(wanted) == bool(found(q=q))


def test_a_section_letter_is_part_of_the_section() -> None:
    assert query_words("phvl § 5-6 c") == ("phvl", "5-6c")
    assert "5-6c" in words("phvl §\u00a05-6\u00a0c sjette ledd")
    assert not found(q="strl 65 fjerde tredje") & {"F-12"}


@pytest.mark.parametrize("rule", all_rules(), ids=lambda r: r.id)
def test_every_rule_is_found_by_its_own_number_and_names(rule: Rule) -> None:
    for typed in (rule.id, rule.navn.nb, rule.navn.nn, rule.id.lower()):
        assert rule.id in found(q=typed)


@pytest.mark.parametrize("sak", list(Sakstype))
def test_the_type_of_case_chooses(sak: Sakstype) -> None:
    assert found(sak=sak) == {r.id for r in all_rules() if sak in r.gjelder}


@pytest.mark.parametrize("kilde", list(Grunnlag))
def test_the_kind_of_source_chooses(kilde: Grunnlag) -> None:
    assert found(kilde=kilde) == {r.id for r in all_rules() if r.grunnlag is kilde}


@pytest.mark.parametrize("sikkerhet", list(Sikkerhet))
def test_certainty_chooses(sikkerhet: Sikkerhet) -> None:
    assert found(sikkerhet=sikkerhet) == {r.id for r in all_rules() if r.sikkerhet is sikkerhet}


def test_on_and_off_choose() -> None:
    assert found(bruk="av") == {r.id for r in all_rules() if r.avslaatt is not None}
    assert found(bruk="paa") | found(bruk="av") == {r.id for r in all_rules()}
    assert not found(bruk="paa") & found(bruk="av")


def test_choices_together_narrow(client: Client) -> None:
    both = found(sak="tph", kilde="lov", q="klage")
    assert both
    assert both < found(sak="tph", kilde="lov")
    html = show(client, sak="tph", kilde="lov", q="klage")
    assert f"{len(both)} av {len(all_rules())} regler" in html
    assert '<option value="tph" selected>' in html
    assert 'value="klage"' in html


def test_an_unknown_value_counts_as_not_chosen(client: Client) -> None:
    assert found(sak="x", kilde="' OR 1=1", sikkerhet="", bruk="1") == {r.id for r in all_rules()}
    assert '<option value="" selected' not in show(client, sak="x")


def test_an_empty_answer_says_what_can_be_done(client: Client) -> None:
    html = show(client, q="<b>finnesikke</b>")
    assert "Ingen regler med dette utvalget" in html
    assert f'<a href="{reverse("regelverk")}">Nullstill</a>' in html
    assert f"0 av {len(all_rules())} regler" in html
    raw = client.get(reverse("regelverk"), {"q": "<b>x"}).content.decode()
    assert "<b>x" not in raw


def test_a_very_long_search_is_cut(client: Client) -> None:
    assert len(read_filter({"q": "a" * 5000}).q) == 100
    assert client.get(reverse("regelverk"), {"q": "å" * 5000}).status_code == 200


@pytest.mark.krav("N-13.15")
def test_the_two_sets_stand_side_by_side() -> None:
    lines = both_sets()
    pairs = {
        (
            line.tidsubestemt.id if line.tidsubestemt else None,
            line.tidsbestemt.id if line.tidsbestemt else None,
        )
        for line in lines
        if line.felles is None
    }
    assert pairs == {("F-10", "F-11"), ("F-12", "F-13")}
    shown = {
        rule.id
        for line in lines
        for rule in (line.felles, line.tidsubestemt, line.tidsbestemt)
        if rule
    }
    dom = {Sakstype.TIDSUBESTEMT, Sakstype.TIDSBESTEMT}
    assert shown == {
        r.id
        for r in all_rules()
        if r.gjelder & dom and r.avslaatt is None and r.emne is not Emne.STRAKS
    }


@pytest.mark.krav("N-13.15")
def test_lengths_are_those_of_the_steps(client: Client) -> None:
    lengths = {rule.id: length(rule) for rule in all_rules()}
    assert {k: t.nb for k, t in lengths.items() if t and k in ("F-10", "F-11", "F-12", "F-13")} == {
        "F-10": "ett år",
        "F-11": "seks måneder",
        "F-12": "tre år",
        "F-13": "tre år",
    }
    assert lengths["F-66"] is not None
    assert "minus" in lengths["F-66"].nb or lengths["F-66"].nb.startswith("tre")
    assert length(None) is None
    assert 'id="settene"' in show(client)
    assert 'id="settene"' not in show(client, q="klage")


def test_every_code_has_words() -> None:
    assert set(EMNER) == set(Emne)
    assert set(FRISTTYPER) == set(Fristtype)
    assert set(SIKKERHET) == set(Sikkerhet)
    said = {gjelder(rule).nb for rule in all_rules()}
    assert said == {
        "Alle saker",
        "Begge slags dom",
        "Bare tidsubestemt dom",
        "Bare tidsbestemt dom",
        "Bare tvungent vern uten dom",
    }
