"""The kinds of deadline and the dates of the law's changes, beside what the requirements say."""

from datetime import date

import pytest

from samvern.law.book import all_rules, get_rule
from samvern.law.rule import Fristtype
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
