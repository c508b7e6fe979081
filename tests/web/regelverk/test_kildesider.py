"""Every source has a page: versions in time, the day asked for, and who uses it."""

import re
from datetime import date, timedelta
from functools import cache
from html import unescape
from itertools import pairwise

import pytest
from django.test import Client
from django.urls import reverse

from samvern.law import datotekst
from samvern.law.book import all_rules
from samvern.law.choices import REGNEVALG
from samvern.law.sources import AKTER, ALL, FUTURE, UnknownSource, ids, versions
from samvern.web.regelverk import oppslag
from samvern.web.regelverk.soek import find_sources
from samvern.web.regelverk.tekster import kort

ADDRESS = re.compile(r'href="(/regelverk/[^"#]*)')
IN_USE = {kilde_id.partition("/")[0] for kilde_id in oppslag.all_ids()}


@cache
def browser(maalform: str) -> Client:
    """One for all pages; its cookies are set here and by no page."""
    client = Client()
    client.cookies["maalform"] = maalform
    return client


@cache
def opened(address: str, maalform: str) -> str:
    """A page, opened once for all the tests that read it: nothing here is stored or personal."""
    response = browser(maalform).get(address)
    assert response.status_code == 200, address
    return unescape(response.content.decode())


def show(kilde_id: str, maalform: str = "nb", **query: str) -> str:
    return opened(reverse("regelverk_kilde", args=[kilde_id], query=query), maalform)


def kind(kilde_id: str) -> tuple[object, ...]:
    """What decides which parts a page has."""
    known = oppslag.all_versions(kilde_id)
    return (
        kilde_id.count("/") == 0,
        oppslag.is_future(kilde_id),
        min(len(known), 2),
        bool(oppslag.uses(kilde_id)),
        bool(oppslag.choices_with_source(kilde_id)),
        bool(oppslag.under(kilde_id)),
        bool(oppslag.above(kilde_id)),
        frozenset(kilde.ordlyd for kilde in known),
    )


ONE_OF_EACH = tuple({kind(kilde_id): kilde_id for kilde_id in oppslag.all_ids()}.values())
IN_FORMS = [(kilde_id, "nb") for kilde_id in oppslag.all_ids()]
IN_FORMS += [(kilde_id, "nn") for kilde_id in ONE_OF_EACH]
"""Every page in bokmål; in nynorsk one with each set of parts, as the catalogues hold all texts."""


@pytest.mark.krav("LF-K18")
@pytest.mark.parametrize(("kilde_id", "maalform"), IN_FORMS)
def test_every_source_has_a_page_with_all_its_versions(kilde_id: str, maalform: str) -> None:
    html = show(kilde_id, maalform)
    for kilde in oppslag.all_versions(kilde_id):
        assert (kilde.gjelder.nn if maalform == "nn" else kilde.gjelder.nb) in html
        if not oppslag.is_future(kilde_id):
            assert all(datotekst.short(day) in html for day in (kilde.fra, kilde.til) if day)
        assert kilde.lenke is None or f'href="{kilde.lenke}"' in html
    for target in re.findall(r'href="#([^"]+)"', html):
        assert f'id="{target}"' in html


@pytest.mark.parametrize("kode", sorted(IN_USE))
@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_every_act_lists_its_provisions(kode: str, maalform: str) -> None:
    html = show(kode, maalform)
    for kilde_id in oppslag.act_ids(kode)[1]:
        assert f'href="{reverse("regelverk_kilde", args=[kilde_id])}"' in html
    for address in set(ADDRESS.findall(html)):
        assert opened(address, "nb")


def test_every_act_of_the_library_has_sources() -> None:
    assert set(AKTER) == IN_USE
    assert set(oppslag.all_ids()) == set(ids()) | {kilde.id for kilde in FUTURE}
    assert {k.id for k in ALL} <= set(oppslag.all_ids())


@pytest.mark.parametrize("kilde_id", oppslag.all_ids())
def test_the_reverse_index_agrees_with_the_rules(kilde_id: str) -> None:
    users = {
        rule.id
        for rule in all_rules()
        if any(kilde_id == h.kilde for v in rule.versjoner for h in v.hjemler)
        or kilde_id in set(oppslag.steps_sources(rule))
    }
    assert {use.rule.id for use in oppslag.uses(kilde_id)} == users
    html = show(kilde_id)
    for rule_id in users:
        assert f'href="{reverse("regelverk_regel", args=[rule_id])}"' in html


def test_the_reverse_index_says_what_is_carried_and_when() -> None:
    (use,) = oppslag.uses("strl/65/4/p3")
    assert use.rule.id == "F-13"
    assert [t.nb for t in use.baerer] == ["Start og lengde"]
    assert [v.fra for v in use.versjoner] == [date(2016, 10, 1), date(2020, 10, 1)]


@pytest.mark.krav("LF-K18")
def test_no_rule_is_said_to_use_a_source_before_it_existed() -> None:
    for kilde_id in oppslag.all_ids():
        first = min((k.fra or date.min for k in oppslag.all_versions(kilde_id)), default=date.min)
        for use in oppslag.uses(kilde_id):
            for version in use.versjoner:
                assert version.til is None or version.til >= first, (kilde_id, use.rule.id)
    (use,) = oppslag.uses("strl/65/4/p2")
    assert min(v.fra for v in use.versjoner if v.fra) == date(2015, 10, 1)


def test_a_part_is_found_from_the_whole_and_the_whole_from_the_part() -> None:
    html = show("strl/65/4").replace("\u00a0", " ")
    assert "Gjennom strl § 65 fjerde ledd annet punktum" in html
    assert oppslag.above("strl/65/4/p2") == ("strl/65/4",)
    assert "strl/65/4/p2" in oppslag.under("strl/65/4")


@pytest.mark.krav("LF-K2", "LF-K3")
@pytest.mark.parametrize(
    ("typed", "shown", "current"),
    [
        ("1.1.2017", "1. januar 2017", "Fra 1. okt. 2016"),
        ("30. sep 2020", "30. september 2020", "Fra 1. okt. 2016"),
        ("011020", "1. oktober 2020", "Fra 1. okt. 2020"),
    ],
)
def test_the_day_asked_for_chooses_the_version(typed: str, shown: str, current: str) -> None:
    html = show("strl/65/4/p3", dato=typed).replace("\u00a0", " ")
    marked = re.search(r'<li aria-current="true">(.*?)</li>', html, re.DOTALL)
    assert marked
    assert current in marked[1]
    assert f'value="{typed}"' in html
    assert f"slik de lød {shown}" in show("strl", dato=typed).replace("\u00a0", " ")


def test_a_day_before_the_provision_says_so() -> None:
    html = show("strl/65/4/p3", dato="1.1.2010")
    assert "Ikke i kraft denne dagen" in html
    assert 'aria-current="true"' not in html


@pytest.mark.parametrize("kilde_id", ["strl/65/4/p3", "strl", "phvl/5-6c"])
@pytest.mark.parametrize(
    ("typed", "fault"),
    [
        ("31.11.2020", "31. november finnes ikke. November har 30 dager."),
        ("i går", "Skriv datoen med tall"),
        ("6.12.3020", "Skriv et år mellom"),
        ("<script>", "Skriv datoen som"),
    ],
)
def test_a_date_fault_stands_at_the_field(
    client: Client, kilde_id: str, typed: str, fault: str
) -> None:
    response = client.get(reverse("regelverk_kilde", args=[kilde_id]), {"dato": typed})
    html = response.content.decode()
    assert fault in unescape(html)
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="dato-hjelp dato-feil"' in html
    assert "<script>" not in html


def test_versions_do_not_overlap_on_the_page() -> None:
    for kilde_id in ids():
        known = versions(kilde_id)
        for earlier, later in pairwise(known):
            assert earlier.til is not None
            assert later.fra is not None
            assert earlier.til + timedelta(days=1) <= later.fra


@pytest.mark.krav("LF-K16")
def test_enacted_law_is_never_shown_as_in_force() -> None:
    for kilde in FUTURE:
        html = show(kilde.id)
        assert "Vedtatt, ikke i kraft" in html
        assert "Gjelder nå" not in html
        assert 'name="dato"' not in html


@pytest.mark.parametrize(
    "address", ["x/", "strl/999/", "strl/65/4/p2/p3/", "strl%2F..%2Fphvl/", "strl/6/"]
)
def test_an_unknown_source_is_not_found(client: Client, address: str) -> None:
    assert client.get(f"/regelverk/kilder/{address}").status_code == 404


def test_a_section_known_only_through_its_parts_has_a_page() -> None:
    html = show("strl/65")
    assert "<h1>Straffeloven § 65</h1>" in html.replace("\u00a0", " ")
    assert "strl § 65 fjerde ledd" in html.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("q", "found"),
    [
        ("strl 65", "strl/65/4/p2"),
        ("straffeloven § 65", "strl/65/4/p2"),
        ("straffelova", "strl/13"),
        ("phvl 5-6 c", "phvl/5-6c/3"),
        ("phvl § 5-6c", "phvl/5-6c/3"),
        ("retstidende 2014", "rt/2014-373"),
    ],
)
def test_search_finds_the_provision(client: Client, q: str, found: str) -> None:
    assert found in find_sources(q, "")
    response = client.get(reverse("regelverk_kilder"), {"q": q})
    assert f'href="{reverse("regelverk_kilde", args=[found])}"' in response.content.decode()


def test_the_kind_filter_and_the_empty_answer(client: Client) -> None:
    rulings = find_sources("", "rettspraksis")
    assert rulings
    assert {k.partition("/")[0] for k in rulings} == {"hr", "rt"}
    html = client.get(reverse("regelverk_kilder"), {"q": "xyzzy"}).content.decode()
    assert "Ingen kilder med dette utvalget" in html
    assert f'<a href="{reverse("regelverk_kilder")}">Nullstill</a>' in html


def test_short_citations_have_both_forms() -> None:
    (kilde,) = versions("dl/148/2")[-1:]
    assert kort(kilde).nb.endswith("annet\u00a0ledd")
    assert kort(kilde).nn == "dl §\u00a0148 andre\u00a0ledd"
    for kilde_id in ids():
        assert all("annet" not in kort(k).nn for k in versions(kilde_id))


def test_choices_name_the_sources_they_lean_on() -> None:
    for valg in REGNEVALG.values():
        for kilde_id in valg.kilder:
            assert valg in oppslag.choices_with_source(kilde_id)
            assert f"#{valg.id}" in show(kilde_id)


def test_an_unknown_act_is_said() -> None:
    with pytest.raises(UnknownSource):
        oppslag.act_ids("finnes-ikke")
