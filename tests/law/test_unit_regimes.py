"""The kinds of deadline and the dates of the law's changes, beside what the requirements say."""

from datetime import date

import pytest

from samvern.law.book import all_rules, get_rule
from samvern.law.period import Unit
from samvern.law.rule import FlyttesIkke, ForrigeVirkedag, Fristtype, Minus, NesteVirkedag, Pluss
from samvern.law.rules import regimes

TYPER = {
    Fristtype.KLAGE: "F-01 F-02 F-20 F-42 F-67 F-68 F-69 K16-1 IV-1 IV-2 IV-3",
    Fristtype.SENEST: "F-04 F-06 F-12 F-63 F-66 F-71",
    Fristtype.TIDLIGST: "F-10 F-11 F-30 F-31 F-70",
    Fristtype.AVLEDET: "F-03 F-21 K16-2",
    Fristtype.INTERVALL: "F-07 F-64 IV-4",
    Fristtype.SLUTT: "F-13 F-60 F-61 F-62 F-65",
    Fristtype.MINSTETID: "F-05",
    Fristtype.STRAKS: "F-80 F-81 F-82 F-83 F-84 F-85 F-86 F-87 F-88 LF-K5",
}


@pytest.mark.krav("N-13.1")
@pytest.mark.parametrize("kind", Fristtype)
def test_fristtypene_er_kravets(kind: Fristtype) -> None:
    assert {rule.id for rule in all_rules() if rule.fristtype is kind} == set(TYPER[kind].split())


def test_datoene_for_lovendringene() -> None:
    """The days on which the law changed, as the acts give them."""
    assert {name: day.isoformat() for name, day in vars(regimes).items() if type(day) is date} == {
        "PHVL_FRA": "2001-01-01",
        "STRPL_310_FRA": "1995-08-01",
        "STRPL_310_LEST": "2020-01-01",
        "SAERREAKSJON_FRA": "2002-01-01",
        "TVISTELOVEN_FRA": "2008-01-01",
        "HOEYESTERETT_2010": "2010-11-23",
        "FORSKRIFT_2012": "2012-01-01",
        "RETNINGSLINJE_FRA": "2013-01-01",
        "STRAFFELOVEN_2005_FRA": "2015-10-01",
        "TIDSBESTEMT_FRA": "2016-10-01",
        "REFORM_2020": "2020-10-01",
        "REFORM_2007": "2007-01-01",
        "VARSLING_2014": "2014-01-01",
        "REFORM_2017": "2017-09-01",
        "REFORM_2026": "2026-06-01",
    }


def test_eldre_versjoner_er_lukket_dagen_foer_neste() -> None:
    older, last = regimes.changed(
        regimes.always(), date(2030, 1, 1), regnes=get_rule("F-10").regnes
    )[-2:]
    assert (older.til, last.fra, last.til) == (date(2029, 12, 31), date(2030, 1, 1), None)
    assert (older.regnes, last.regnes) == (None, get_rule("F-10").regnes)
    assert last.flyttes is None
    moved = regimes.changed(regimes.always(), date(2030, 1, 1), flyttes=get_rule("F-10").flyttes)
    assert moved[-1].flyttes == get_rule("F-10").flyttes
    assert moved[-1].regnes is None
    sources = get_rule("F-10").versjoner[-1].hjemler
    assert (
        regimes.changed(regimes.always(), date(2030, 1, 1), hjemler=sources)[-1].hjemler == sources
    )
    assert regimes.changed(regimes.always(*sources), date(2030, 1, 1))[-1].hjemler == sources


UNREAD = {
    "1995-08-01": "F-01 F-02 F-03",
    "2001-01-01": "F-60 F-61 F-62 F-63 F-64 F-65 F-66 F-67 F-69 F-70 F-71 F-85 F-86 K16-2",
    "2002-01-01": "F-10 F-12 F-20 F-21 F-80 F-88 LF-K5",
    "2010-11-23": "F-12",
    "2013-01-01": "F-06 F-07 F-84",
    "2015-10-01": "F-88 LF-K5",
}
"""The rules whose wording has not been read, by the first day of the version."""


@pytest.mark.krav("LF-K18")
def test_versjonene_med_ordlyd_som_ikke_er_lest() -> None:
    found: dict[str, list[str]] = {}
    for rule in all_rules():
        for version in rule.versjoner:
            assert (version.merknad is None) is version.ordlyd_lest, (rule.id, version.fra)
            if version.fra is not None and not version.ordlyd_lest:
                found.setdefault(version.fra.isoformat(), []).append(rule.id)
    assert {day: sorted(rules) for day, rules in found.items()} == {
        day: sorted(rules.split()) for day, rules in UNREAD.items()
    }


@pytest.mark.krav("LF-K18")
def test_foer_bestemmelsen_er_ingenting_lest_og_ingen_hjemmel() -> None:
    for rule in all_rules():
        first = rule.versjoner[0]
        if first.fra is None and first.til is not None:
            assert (first.ordlyd_lest, first.hjemler) == (False, ()), rule.id


@pytest.mark.krav("F-81", "LF-K1")
def test_tilbakefoeringen_gjaldt_til_dagen_foer_opphevelsen() -> None:
    (version,) = get_rule("F-81").versjoner
    assert (version.fra, version.til) == (date(2002, 1, 1), date(2020, 9, 30))


def test_andre_steg_gjelder_bare_versjoner_som_var_slutt_foer_dagen() -> None:
    parts = [(date(year, 1, 1), True, ()) for year in (2000, 2010, 2020)]
    steps = get_rule("F-10").regnes
    for until, other in ((date(2009, 12, 31), 1), (date(2010, 1, 1), 2)):
        versions = regimes.with_steps(regimes.regimes(*parts), until, steps)
        assert [v.regnes for v in versions] == [steps] * other + [None] * (4 - other)


def test_steg_av_ulike_slag_er_aldri_like() -> None:
    week = (1, Unit.UKE, ("R2",))
    kinds = [Pluss(*week), Minus(*week)]
    moves = [NesteVirkedag(("R3",)), ForrigeVirkedag(("R3",)), FlyttesIkke(("R3",))]
    for steps in (kinds, moves):
        assert len(set(steps)) == len(steps)
        for step in steps:
            assert [other == step for other in steps] == [other is step for other in steps]
            assert [other != step for other in steps] == [other is not step for other in steps]
            assert [(other,) == (step,) for other in steps].count(True) == 1
    again = [Pluss(*week), NesteVirkedag(("R3",))]
    assert again == [kinds[0], moves[0]]
    assert {*again} == {kinds[0], moves[0]}
    assert Pluss(*week) != week
    assert week != Pluss(*week)
