"""Every rule rests on provisions that exist and were in force while the rule's version applies."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest

from samvern.law import sources
from samvern.law.book import all_rules
from samvern.law.calendar import FIRST_YEAR, LAST_YEAR
from samvern.law.choices import REGNEVALG
from samvern.law.rule import Rule, Sikkerhet, Versjon
from samvern.law.source import Kilde, Ordlyd
from tests.law import cases

DAY = timedelta(days=1)
FIRST, LAST = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
IN_USE = [rule for rule in all_rules() if rule.avslaatt is None]
REPEALED = frozenset({"F-81"})
"""Rules on provisions that ended without a successor (LF-K1)."""


def name(rule: object) -> str | None:
    return rule.id if isinstance(rule, Rule) else None


def span(version: Versjon, begins: date = FIRST) -> tuple[date, date]:
    return version.fra or begins, version.til or LAST


def gaps(known: Iterable[Kilde], first: date, last: date) -> list[date]:
    """The first day of each gap in a source's time in force, within a period."""
    day, found = first, []
    for kilde in sorted(known, key=lambda k: k.fra or FIRST):
        begins, ends = kilde.fra or FIRST, kilde.til or LAST
        if begins > last or ends < day:
            continue
        if begins > day:
            found.append(day)
        day = ends + DAY
    return [*found, day] if day <= last else found


def test_hull_i_en_kildes_tid_finnes() -> None:
    one = sources.versions("strl/65/4")[-1]
    assert one.fra is not None
    assert gaps([one], one.fra - DAY, LAST) == [one.fra - DAY]
    assert gaps([one], one.fra, LAST) == []
    assert gaps([], FIRST, LAST) == [FIRST]


@pytest.mark.krav("N-13.1", "N-13.14")
@pytest.mark.parametrize("rule", all_rules(), ids=name)
def test_hjemlene_gjaldt_i_hele_versjonens_tid(rule: Rule) -> None:
    wrong = {}
    for version in rule.versjoner:
        # A version without a first day goes as far back as the material on each source does.
        for hjemmel in version.hjemler:
            known = sources.versions(hjemmel.kilde)
            oldest = min(k.fra or FIRST for k in known)
            begins, ends = span(version, max(FIRST, oldest))
            missing = gaps(known, begins, ends)
            if missing:
                wrong[str(version.fra), hjemmel.kilde] = [day.isoformat() for day in missing]
    assert wrong == {}


@pytest.mark.parametrize("rule", all_rules(), ids=name)
def test_versjonene_foelger_hverandre_uten_hull(rule: Rule) -> None:
    assert rule.versjoner
    for earlier, later in zip(rule.versjoner, rule.versjoner[1:], strict=False):
        assert earlier.til is not None
        assert later.fra == earlier.til + DAY
    if rule.id not in REPEALED:
        assert rule.versjoner[-1].til is None


@pytest.mark.parametrize("rule", all_rules(), ids=name)
def test_ukjent_ordlyd_er_merket(rule: Rule) -> None:
    """A version resting on wording nobody has read must say so (LF-K18)."""
    for version in rule.versjoner:
        first, last = span(version)
        statutes = [
            kilde
            for hjemmel in version.hjemler
            for kilde in sources.versions(hjemmel.kilde)
            if kilde.in_force(first) or kilde.in_force(last)
        ]
        if version.ordlyd_lest and statutes:
            assert any(k.ordlyd is not Ordlyd.ELDRE_IKKE_LEST for k in statutes), version.fra
        if not version.hjemler:
            assert not version.ordlyd_lest or version.merknad is not None, version.fra


@pytest.mark.parametrize("rule", all_rules(), ids=name)
def test_stegene_viser_til_kilder_og_valg_som_finnes(rule: Rule) -> None:
    steps = [*rule.regnes, *rule.flyttes, *rule.lovdato]
    for version in rule.versjoner:
        steps += [*(version.regnes or ()), *(version.flyttes or ())]
    cited = {kilde for step in steps for kilde in step.kilder}
    assert cited <= {*sources.ids(), *REGNEVALG}
    known = {*sources.ids()}
    assert {h.kilde for version in rule.versjoner for h in version.hjemler} <= known


def test_regnevalgene_viser_til_kilder_som_finnes() -> None:
    assert set(REGNEVALG) == {f"R{n}" for n in range(1, 13)}
    assert {k for valg in REGNEVALG.values() for k in valg.kilder} <= set(sources.ids())


@pytest.mark.parametrize("rule", IN_USE, ids=name)
def test_alt_en_jurist_trenger_staar_i_regelen(rule: Rule) -> None:
    for text in (rule.navn, rule.setning, rule.start, rule.handler, rule.varsles, rule.foelge):
        assert text.nb.strip()
        assert text.nn.strip()
    assert rule.krav
    assert rule.sikkerhet is not Sikkerhet.IKKE_VERIFISERT


@pytest.mark.krav("F-82", "F-84", "N-14.7", "F-87")
@pytest.mark.parametrize("rule_id", ["F-82", "F-84", "F-87"])
def test_plikter_uten_egen_hendelse_staar_i_regelboken(rule_id: str) -> None:
    rule = next(r for r in all_rules() if r.id == rule_id)
    assert rule.avslaatt is None
    assert any(version.hjemler for version in rule.versjoner)
    assert not cases.about(rule_id)


@pytest.mark.krav("LF-K16")
def test_regler_som_ikke_er_verifisert_sier_hvorfor() -> None:
    off = [rule for rule in all_rules() if rule.avslaatt is not None]
    assert [rule.id for rule in off] == ["IV-1", "IV-2", "IV-3", "IV-4"]
    assert all(rule.sikkerhet is Sikkerhet.IKKE_VERIFISERT for rule in off)
    assert all(not rule.regnes for rule in off)
    assert all(rule.avslaatt is not None and rule.avslaatt.nn for rule in off)


@pytest.mark.krav("N-13.1")
def test_eldre_fakta_regnes_med_den_eldste_versjonen() -> None:
    for rule in all_rules():
        oldest = rule.versjoner[0]
        assert rule.version_on(date(1990, 1, 1)) is oldest
        for version in rule.versjoner:
            if version.fra is not None:
                assert rule.version_on(version.fra) is version
            if version.til is not None:
                assert rule.version_on(version.til) is version
        assert rule.version_on(LAST) is rule.versjoner[-1]


@pytest.mark.krav("N-13.1")
def test_sporet_viser_til_bestemmelser_som_gjaldt() -> None:
    """Each source a trace cites was in force on the day that selects the rule's version.

    For facts older than the material no provision is known; the version says so itself.
    """
    wrong = set()
    for example, svar in cases.answers():
        for frist in svar.frister:
            version = next(
                v.version_on(frist.hendelsesdag) for v in all_rules() if v.id == frist.regel
            )
            if not version.ordlyd_lest or not version.covers(frist.hendelsesdag):
                continue
            for step in frist.spor.steg:
                for kilde in step.kilder:
                    if kilde in REGNEVALG:
                        continue
                    if not any(k.in_force(frist.hendelsesdag) for k in sources.versions(kilde)):
                        wrong.add((frist.regel, kilde, frist.hendelsesdag.isoformat(), example.id))
    assert wrong == set()
