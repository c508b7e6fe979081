"""What holds for every case, whatever has happened in it."""

import json
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.law.book import RULES, get_rule
from samvern.law.calendar import is_working_day, previous_working_day
from samvern.law.event import Hendelse, Sak, Sakstype
from samvern.law.present import as_data
from samvern.law.reader import compute
from samvern.law.rule import FlyttesIkke, Fristtype, Rule
from samvern.law.rules.rapportering import F_07_AAR
from samvern.law.rules.rettskraft import F_02_KONTOR
from samvern.law.trace import Frist, Status, Svar, Varselkode
from tests.law.strategies import Data, cases, raw_cases, read

DAY = timedelta(days=1)
MANY = settings(max_examples=60)

# A status that says «not yet over» on the last day, and what it must become the day after.
RUNNING = {
    Fristtype.KLAGE: (Status.LOEPER, Status.UTLOEPT),
    Fristtype.SENEST: (Status.LOEPER, Status.OVERSITTET),
    Fristtype.INTERVALL: (Status.LOEPER, Status.OVERSITTET),
    Fristtype.MINSTETID: (Status.LOEPER, Status.NAADD),
}

# All of them together take many seconds; `make test` runs them.
pytestmark = pytest.mark.slow


def key(frist: Frist) -> tuple[str, str | None, str | None, int | None]:
    return frist.regel, frist.ref, frist.part, frist.n


def on(sak: Sak, day: date) -> dict[tuple[str, str | None, str | None, int | None], Frist]:
    return {key(frist): frist for frist in compute(sak._replace(per_dato=day)).frister}


def without_later(sak: Sak, day: date) -> Sak:
    """The same case as far as it had come on a day."""
    return sak._replace(hendelser=tuple(e for e in sak.hendelser if e.dato <= day), per_dato=day)


def assert_same(one: Svar, two: Svar) -> None:
    assert as_data(one) == as_data(two)


@pytest.mark.krav("N-13.1")
@MANY
@given(cases(), st.randoms(use_true_random=False))
def test_rekkefoelgen_i_registreringen_betyr_ingenting(sak: Sak, random: Random) -> None:
    shuffled = list(sak.hendelser)
    random.shuffle(shuffled)
    assert_same(compute(sak), compute(sak._replace(hendelser=tuple(shuffled))))


@pytest.mark.krav("N-13.1")
@MANY
@given(raw_cases())
def test_samme_fakta_gir_samme_svar(data: Data) -> None:
    before = json.dumps(data, sort_keys=True)
    first, again = as_data(compute(read(data))), as_data(compute(read(data)))
    assert json.dumps(first, ensure_ascii=False) == json.dumps(again, ensure_ascii=False)
    assert json.loads(json.dumps(first)) == first
    assert json.dumps(data, sort_keys=True) == before


@MANY
@given(cases())
def test_hendelser_etter_beregningsdagen_teller_ikke(sak: Sak) -> None:
    assert_same(compute(sak), compute(without_later(sak, sak.per_dato)))


@MANY
@given(cases())
def test_siste_dag_er_aapen_og_neste_er_det_ikke(sak: Sak) -> None:
    for place, frist in on(sak, sak.per_dato).items():
        if frist.dato is None or frist.dato.year > 2099:
            continue
        kind = get_rule(frist.regel).fristtype
        until = frist.dato
        known = without_later(sak, sak.per_dato)
        last, after = on(known, until).get(place), on(known, until + DAY).get(place)
        if until < sak.per_dato or last is None or after is None or last.dato != until:
            continue
        if kind is Fristtype.TIDLIGST:
            assert last.status is not Status.IKKE_AAPNET
            before = on(known, until - DAY).get(place) if until > sak.per_dato else None
            assert before is None or before.status is not Status.AAPEN
        elif kind in RUNNING and frist.regel not in ("F-12", "F-66"):
            running, over = RUNNING[kind]
            assert last.status not in (over, Status.UTLOEPT, Status.OVERSITTET)
            if last.status is running and after.dato == until:
                assert after.status is over, (frist.regel, after.status)


@pytest.mark.krav("F-12")
@MANY
@given(cases(Sakstype.TIDSUBESTEMT))
def test_treaarsfristen_loeper_ut_dagen_saa_til_lovdato(sak: Sak) -> None:
    known = without_later(sak, sak.per_dato)
    for place, frist in on(known, sak.per_dato).items():
        if frist.regel != "F-12" or frist.dato is None or frist.lovdato is None:
            continue
        if frist.status is not Status.LOEPER:
            continue
        assert sak.per_dato <= frist.dato <= frist.lovdato
        assert on(known, frist.dato)[place].status is Status.LOEPER
        later = on(known, frist.dato + DAY)[place].status
        if later is Status.MAA_AVGJOERES:
            continue
        expected = Status.OVER_NOMINELL if frist.lovdato > frist.dato else Status.OVERSITTET
        assert later is expected
        assert on(known, frist.lovdato + DAY)[place].status is Status.OVERSITTET


@pytest.mark.krav("F-66")
@MANY
@given(cases(Sakstype.TPH))
def test_soeknadsfristen_loeper_til_den_nominelle_dagen(sak: Sak) -> None:
    known = without_later(sak, sak.per_dato)
    for place, frist in on(known, sak.per_dato).items():
        if frist.regel == "F-66" and frist.status is Status.LOEPER and frist.nominell_dato:
            assert on(known, frist.nominell_dato)[place].status is Status.LOEPER
            assert on(known, frist.nominell_dato + DAY)[place].status is Status.OVERSITTET


@pytest.mark.krav("F-13", "N-13.3", "N-13.11")
@MANY
@given(cases(Sakstype.TIDSBESTEMT), st.dates(date(2016, 10, 1), date(2025, 12, 31)))
def test_en_senere_dom_flytter_aldri_den_absolutte_slutten(sak: Sak, day: date) -> None:
    originals = [
        e.dato
        for e in sak.hendelser
        if e.type == "dom_rettskraftig" and e.art == "overfoeringsdom" and e.dato <= sak.per_dato
    ]
    if not originals:
        return
    for art in ("nekter_opphoer", "opprettholdelse", "kriminalomsorg", "overfoeringsdom"):
        later = max(day, min(originals))
        judgment = Hendelse(type="dom_rettskraftig", dato=later, id="NY", art=art)
        changed = sak._replace(hendelser=(*sak.hendelser, judgment))
        assert end_of(changed) == end_of(sak)


def end_of(sak: Sak) -> list[tuple[date | None, date | None]]:
    return [(f.dato, f.nominell_dato) for f in compute(sak).frister if f.regel == "F-13"]


PER_PARTY = ("F-01", "F-02", "F-20", "F-42", "F-68", "F-69")


@pytest.mark.krav("F-20", "N-11.4", "F-42", "F-68")
@MANY
@given(cases(), st.dates(date(2016, 10, 1), date(2025, 12, 31)))
def test_en_parts_handling_endrer_ingenting_for_en_annen(sak: Sak, day: date) -> None:
    decisions = [
        e
        for e in sak.hendelser
        if e.type in ("overfoeringsvedtak", "varslingsvedtak", "annet_vedtak") and e.id
    ]
    for decision in decisions:
        for kind in ("vedtak_mottatt", "vedtak_akseptert", "klage"):
            act = Hendelse(type=kind, dato=day, ref=decision.id, part="paatale")
            changed = sak._replace(hendelser=(*sak.hendelser, act))
            assert others(changed, "paatale") == others(sak, "paatale")


@pytest.mark.krav("F-01", "F-02")
@MANY
@given(cases(Sakstype.TIDSUBESTEMT), st.dates(date(2016, 10, 1), date(2025, 12, 31)))
def test_aktors_anke_endrer_ingenting_for_domfelte(sak: Sak, day: date) -> None:
    for dom in (e for e in sak.hendelser if e.type == "dom_avsagt"):
        for kind in ("anke", "dom_vedtatt"):
            act = Hendelse(type=kind, dato=day, ref=dom.id, part="paatale")
            changed = sak._replace(hendelser=(*sak.hendelser, act))
            assert others(changed, "paatale") == others(sak, "paatale")


def others(sak: Sak, part: str) -> list[Frist]:
    return [f for f in compute(sak).frister if f.regel in PER_PARTY and f.part != part]


DERIVED = frozenset({"F-03", "F-21", "F-62"})
"""Dates taken from other dates or from the clock; every other is the rule's own steps."""


@pytest.mark.krav("N-13.1")
@MANY
@given(cases())
def test_stegene_i_sporet_gir_datoen(sak: Sak) -> None:
    for frist in compute(sak).frister:
        steps = frist.spor.steg
        if frist.dato is None:
            assert steps == ()
            continue
        shown = [s for s in steps if s.operasjon != "lovdato"]
        assert shown[-1].dato == frist.dato
        if frist.lovdato is not None:
            assert steps[-1].operasjon == "lovdato"
            assert steps[-1].dato == frist.lovdato
        if frist.regel not in DERIVED:
            assert replayed(frist) == (frist.nominell_dato, frist.dato)


def variant(frist: Frist) -> Rule:
    """The definition that ran: F-07 has one a year, and F-02 another for the office."""
    if frist.n is not None:
        return F_07_AAR[frist.n - 1]
    if frist.regel == "F-02" and any(step.antall == 4 for step in frist.spor.steg):
        return F_02_KONTOR
    return RULES[frist.regel]


def replayed(frist: Frist) -> tuple[date, date]:
    """Run the rule again from where its trace says it started."""
    rule = variant(frist)
    consents = [s for s in frist.spor.steg if s.operasjon == "samtykke"]
    nominal = frist.spor.steg[0].dato
    assert nominal is not None
    if frist.regel == "F-61":
        added = frist.spor.steg[1]
        assert added.antall is not None
        assert 1 <= added.antall <= 10
        nominal += added.antall * DAY
    elif consents:
        assert consents[-1].dato is not None
        nominal = consents[-1].dato
    else:
        for step in rule.steps_on(frist.hendelsesdag)[0]:
            moved = step.run(nominal).dato
            assert moved is not None
            nominal = moved
    shown = nominal
    for step in rule.steps_on(frist.hendelsesdag)[1]:
        moved = step.run(shown).dato
        assert moved is not None
        shown = moved
    return nominal, shown


@MANY
@given(cases())
def test_flytting_gaar_bare_til_virkedager_og_bare_naar_regelen_flytter(sak: Sak) -> None:
    for frist in compute(sak).frister:
        if frist.dato is None or frist.nominell_dato is None:
            continue
        stays = any(
            isinstance(step, FlyttesIkke) for step in variant(frist).steps_on(frist.hendelsesdag)[1]
        )
        if frist.dato != frist.nominell_dato:
            assert not is_working_day(frist.nominell_dato)
            assert is_working_day(frist.dato)
        elif frist.regel not in DERIVED and frist.n != 3:
            assert stays or is_working_day(frist.dato)
        if frist.siste_virkedag is not None:
            assert frist.siste_virkedag == previous_working_day(frist.dato)


@MANY
@given(cases())
def test_svaret_holder_seg_til_regelboken(sak: Sak) -> None:
    svar = compute(sak)
    for frist in svar.frister:
        rule = get_rule(frist.regel)
        assert rule.avslaatt is None
        assert frist.status in rule.statuser
        assert sak.type in rule.gjelder or frist.regel in ("F-42", "K16-1", "F-71")
        known = {reading.kode for reading in rule.lesemaater}
        assert {r.kode for r in frist.spor.lesninger} <= known
        assert all(fact.dato <= sak.per_dato for fact in frist.spor.fakta)
        assert frist.spor.fakta
    places = [key(frist) for frist in svar.frister]
    assert len(places) == len(set(places))
    findings = [(v.kode, v.ref) for v in svar.varsler]
    assert len(findings) == len(set(findings))
    assert all(duty.dager >= 0 for duty in svar.straks)


@pytest.mark.krav("F-21", "N-14.3")
@MANY
@given(cases(Sakstype.TIDSUBESTEMT))
def test_ingen_dato_for_gjennomfoering_mens_en_part_venter(sak: Sak) -> None:
    svar = compute(sak)
    at_once = {
        e.id
        for e in sak.hendelser
        if e.type == "overfoeringsvedtak" and (e.haster or e.retning == "til_doegn")
    }
    running = {f.ref: f.dato for f in svar.frister if f.regel == "F-20" and waits(f)}
    for frist in svar.frister:
        if frist.regel == "F-21" and frist.ref in running and frist.ref not in at_once:
            last = running[frist.ref]
            assert frist.dato is None or (last is not None and frist.dato > last)
            assert frist.status is not Status.AAPEN


def waits(frist: Frist) -> bool:
    return frist.status is Status.LOEPER


@MANY
@given(cases())
def test_hver_mangel_gir_uavklart_og_aldri_en_dato_fra_i_dag(sak: Sak) -> None:
    """The day computed for moves no date: only status, findings and duties."""
    tomorrow = sak.per_dato + DAY
    if any(e.dato == tomorrow for e in sak.hendelser) or tomorrow.year > 2099:
        return
    today, next_day = on(sak, sak.per_dato), on(sak, tomorrow)
    assert {k: (f.dato, f.nominell_dato, f.lovdato) for k, f in today.items()} == {
        k: (f.dato, f.nominell_dato, f.lovdato) for k, f in next_day.items()
    }


@pytest.mark.krav("F-12")
@MANY
@given(cases(Sakstype.TIDSUBESTEMT))
def test_varselet_om_oversittelse_foelger_statusen(sak: Sak) -> None:
    svar = compute(sak)
    late = {Status.OVERSITTET, Status.OPPFYLT_FOR_SENT}
    overdue = any(f.regel == "F-12" and f.status in late for f in svar.frister)
    found = any(v.kode is Varselkode.FRIST_OVERSITTET for v in svar.varsler)
    assert overdue == found
