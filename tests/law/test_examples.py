"""The worked examples: all of them pass, and together they reach every outcome of every rule."""

from collections import Counter

import pytest

from samvern.law import sources
from samvern.law.book import all_rules
from samvern.law.choices import REGNEVALG
from samvern.law.golden import EKSEMPLER, FRISTER, Eksempel, run
from samvern.law.rule import Rule
from samvern.law.sentence_texts import GRUNNER, MANGLER, MERKNADER
from samvern.law.trace import VARSELKODER
from tests.law import cases

OWN_AT_LEAST = 150
EACH_RULE_AT_LEAST = 5
# Set off by something the schema has no event for (an absconding, a leave, a call to the police).
WITHOUT_EVENT = frozenset({"F-82", "F-84", "F-87"})
FAMILIES = ("nk_", "lovtekst_", "rettspraksis", "kalender_", "parter", "avbrudd", "regimeskifte_")
INPUT_SCHEMA = "skjema/samvern-frister-1"

IN_USE = [rule for rule in all_rules() if rule.avslaatt is None]
DATED = [rule for rule in IN_USE if rule.statuser]


def name(example: object) -> str | None:
    return example.id if isinstance(example, Eksempel | Rule) else None


@pytest.mark.krav("N-13.1")
@pytest.mark.parametrize("eksempel", cases.examples(), ids=name)
def test_eksempel(eksempel: Eksempel) -> None:
    assert run(eksempel) == ()


@pytest.mark.krav("N-13.1")
def test_de_25_eksemplene_i_kravet_er_med() -> None:
    file = cases.files()["krav"]
    assert file.skjema == FRISTER
    assert [e.id for e in file.eksempler] == [f"E{n:02}" for n in range(1, 26)]


def test_det_er_mange_egne_eksempler_i_alle_familier() -> None:
    own = {stem: f for stem, f in cases.files().items() if f.skjema == EKSEMPLER}
    assert sum(len(f.eksempler) for f in own.values()) >= OWN_AT_LEAST
    missing = [f for f in (*FAMILIES, "avvises", "feil") if not any(s.startswith(f) for s in own)]
    assert missing == []


def test_navnene_er_ulike_i_hele_samlingen() -> None:
    counts = Counter(example.id for example in cases.examples())
    assert [ident for ident, n in counts.items() if n > 1] == []


def test_kildene_finnes() -> None:
    known = {*sources.ids(), *REGNEVALG, INPUT_SCHEMA}
    unknown = {(e.id, k) for e in cases.examples() for k in e.kilder if k not in known}
    assert unknown == set()


@pytest.mark.parametrize("rule", [r for r in IN_USE if r.id not in WITHOUT_EVENT], ids=name)
def test_regelen_har_nok_eksempler(rule: Rule) -> None:
    assert len(cases.about(rule.id)) >= EACH_RULE_AT_LEAST


@pytest.mark.parametrize("rule", DATED, ids=name)
def test_hver_status_naas_og_ingen_andre(rule: Rule) -> None:
    reached = {frist.status for _, frist in cases.frister(rule.id)}
    assert reached == set(rule.statuser)


@pytest.mark.parametrize("rule", DATED, ids=name)
def test_hver_lesemaate_naas_og_ingen_andre(rule: Rule) -> None:
    reached = {r.kode for _, frist in cases.frister(rule.id) for r in frist.spor.lesninger}
    assert reached == {reading.kode for reading in rule.lesemaater}


@pytest.mark.krav("LF-K4")
def test_noeyaktig_en_lesemaate_gjelder() -> None:
    for rule in DATED:
        for example, frist in cases.frister(rule.id):
            if frist.spor.lesninger:
                applied = [r for r in frist.spor.lesninger if r.gjelder]
                assert len(applied) == 1, (example.id, rule.id)


def test_hvert_varsel_ventes_av_et_eksempel() -> None:
    expected = {str(row["kode"]) for e in cases.examples() for row in e.varsler}
    assert expected == set(VARSELKODER)


def test_hver_grunn_merknad_og_mangel_naas() -> None:
    answers = [svar for _, svar in cases.answers()]
    frister = [frist for svar in answers for frist in svar.frister]
    reasons = {frist.spor.grunn.kode for frist in frister}
    reasons |= {duty.grunn.kode for svar in answers for duty in svar.straks}
    notes = {note for frist in frister for note in frist.spor.merknader}
    missing = {kode for svar in answers for unclear in svar.uavklart for kode in unclear.mangler}
    assert (reasons, notes, missing) == (set(GRUNNER), set(MERKNADER), set(MANGLER))


def test_en_regel_som_er_slaatt_av_gir_ingenting() -> None:
    off = {rule.id for rule in all_rules() if rule.avslaatt is not None}
    given = {frist.regel for _, svar in cases.answers() for frist in svar.frister}
    given |= {duty.regel for _, svar in cases.answers() for duty in svar.straks}
    assert off
    assert off.isdisjoint(given)


@pytest.mark.krav("F-01", "F-02", "F-03")
@pytest.mark.parametrize("rule_id", ["F-01", "F-02", "F-03"])
def test_rettskraft(rule_id: str) -> None:
    assert_passes(rule_id)


@pytest.mark.krav("F-04", "F-05", "N-5.6", "F-06", "F-07")
@pytest.mark.parametrize("rule_id", ["F-04", "F-05", "F-06", "F-07"])
def test_iverksettelse_og_rapportering(rule_id: str) -> None:
    assert_passes(rule_id)


@pytest.mark.krav("F-10", "N-13.4", "F-11", "N-13.5", "F-12", "N-13.7", "F-13", "N-13.8")
@pytest.mark.parametrize("rule_id", ["F-10", "F-11", "F-12", "F-13"])
def test_opphoer_og_opprettholdelse(rule_id: str) -> None:
    assert_passes(rule_id)


@pytest.mark.krav("F-20", "N-11.1", "F-21", "N-14.3", "F-30", "N-13.9", "F-31", "N-13.10")
@pytest.mark.parametrize("rule_id", ["F-20", "F-21", "F-30", "F-31"])
def test_overfoering_og_endring(rule_id: str) -> None:
    assert_passes(rule_id)


@pytest.mark.krav("F-42", "N-20.8", "F-68", "F-69", "F-71", "LF-K11", "LF-K16")
@pytest.mark.parametrize("rule_id", ["F-42", "F-68", "F-69", "F-71", "K16-1"])
def test_klage(rule_id: str) -> None:
    assert_passes(rule_id)


@pytest.mark.krav("F-60", "F-61", "F-62", "LF-K11", "LF-K16")
@pytest.mark.parametrize("rule_id", ["F-60", "F-61", "F-62", "K16-2"])
def test_observasjon(rule_id: str) -> None:
    assert_passes(rule_id)


@pytest.mark.krav("F-63", "F-64", "F-65", "LF-K12", "F-66", "F-67", "LF-K13", "F-70")
@pytest.mark.parametrize("rule_id", ["F-63", "F-64", "F-65", "F-66", "F-67", "F-70"])
def test_vern_uten_dom(rule_id: str) -> None:
    assert_passes(rule_id)


@pytest.mark.krav("F-80", "F-81", "F-83", "F-85", "F-86", "F-88", "N-23.3", "LF-K5", "LF-K1")
@pytest.mark.parametrize("rule_id", ["F-80", "F-81", "F-83", "F-85", "F-86", "F-88", "LF-K5"])
def test_straks(rule_id: str) -> None:
    assert_passes(rule_id)


def assert_passes(rule_id: str) -> None:
    """Every example about the rule passes, and there is at least one."""
    found = cases.about(rule_id)
    assert found
    assert [(e.id, lines) for e in found if (lines := run(e))] == []


def test_lesemaatene_i_reglene_og_i_sporene_er_enige() -> None:
    for rule in all_rules():
        applied = {reading.kode: reading.gjelder for reading in rule.lesemaater}
        assert not applied or sum(applied.values()) == 1, rule.id
        for example, found in cases.frister(rule.id):
            for reading in found.spor.lesninger:
                assert reading.gjelder is applied[reading.kode], (example.id, rule.id)
