"""What an entry must tell, and what a withdrawn complaint or petition comes to (parts 2.2, 3)."""

from typing import Any
from uuid import UUID

import pytest

from samvern.apps.saker import lov
from samvern.apps.saker.deltakere import participants
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Sak
from samvern.engine.avslag import Ugyldig
from samvern.engine.viewer import Viewer
from samvern.law.trace import Frist, Status, Varselkode
from tests.apps.saker.test_lovkrav import (
    TIDSBESTEMT,
    bodies,
    codes,
    entry,
    flyttet,
    innlagt,
    refused,
    state,
)
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft, vedtak

# What is asked of an entry, and told of it, is the same whatever holds the data.
pytestmark = pytest.mark.en_database

PARTER = ("domfelt", "paaroerende", "paatale")


def first_refused(verden: Verden, event: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(Ugyldig) as told:
        ny_sak(verden, event)
    assert not Sak.objects.exists()
    return [(f.sti.removeprefix("hendelser[0].innhold."), f.kode) for f in told.value.feil]


@pytest.mark.krav("N-5.2", "N-7.4")
@pytest.mark.parametrize("field", ["domstolens_saksnr", "lovbrudd"])
def test_the_first_judgment_tells_the_number_of_the_case_and_the_offence(
    verden: Verden, field: str
) -> None:
    without: dict[str, Any] = {field: None}
    assert first_refused(verden, dom(**without)) == [(field, "MANGLER_FELT")]


@pytest.mark.krav("N-5.2", "N-7.4")
def test_both_are_told_at_once_and_a_later_judgment_may_say_less(verden: Verden) -> None:
    event = dom(domstolens_saksnr=None, lovbrudd=[])
    assert {name for name, _ in first_refused(verden, event)} == {"domstolens_saksnr", "lovbrudd"}
    sak = ny_sak(verden).sak
    foer(verden.silje, sak, hendelse("dom_avsagt", "2026-06-01", domstol="tingrett"))


@pytest.mark.krav("N-8.2", "N-5.3")
def test_one_offence_is_no_ground_for_a_time_limited_sentence(verden: Verden) -> None:
    limited: dict[str, Any] = {**TIDSBESTEMT, "lovbrudd": ["SAMF-TYVERI"]}
    once = dom(**{**limited, "antall_lovbrudd": 1})
    assert first_refused(verden, once) == [("antall_lovbrudd", "UGYLDIG_VERDI")]
    ny_sak(verden, dom(**{**limited, "antall_lovbrudd": 2}, fullbyrdet="begge"))


def transferred(verden: Verden) -> UUID:
    return ny_sak(verden, dom(), rettskraft(), innlagt(verden)).sak


def clinician(verden: Verden, sak: UUID) -> Viewer:
    event = hendelse("faglig_ansvarlig_endret", "2024-02-02", faglig_ansvarlig=str(verden.fa.id))
    foer(verden.silje, sak, event)
    return verden.fa.viewer()


@pytest.mark.krav("N-6.7", "N-7.7", "N-14.2")
@pytest.mark.parametrize(
    "field", ["begrunnelse_behandling", "begrunnelse_samfunnsvern", "mottakende_opplegg"]
)
def test_who_decides_a_transfer_gives_both_reasons_and_the_arrangement(
    verden: Verden, field: str
) -> None:
    sak = transferred(verden)
    fa = clinician(verden, sak)
    missing: dict[str, Any] = {field: None}
    without = vedtak("2024-05-01", **missing)
    refused(fa, sak, without, Ugyldig, f"innhold.{field}", "MANGLER_FELT")
    foer(fa, sak, vedtak("2024-05-01"))
    # NK writes down what another has decided, and may not have it whole.
    foer(verden.silje, sak, without)


@pytest.mark.krav("N-14.2", "N-5.6", "N-14.3")
@pytest.mark.parametrize(
    ("decided", "annet", "planned", "earliest"),
    [
        # Received the same Wednesday: out on 22 May, so nothing stops it from the 23rd.
        ("2024-05-01", {}, "2024-05-22", "2024-05-23"),
        ("2024-05-01", {"haster": True}, "2024-04-30", "2024-05-01"),
        ("2024-05-01", {"retning": "til_doegn"}, "2024-04-30", "2024-05-01"),
        # Three weeks from 1 February are out with the 22nd.
        ("2024-02-05", {"haster": True}, "2024-02-22", "2024-02-23"),
    ],
)
def test_a_transfer_is_not_planned_before_it_can_be_lawful(
    verden: Verden, decided: str, annet: dict[str, Any], planned: str, earliest: str
) -> None:
    sak = transferred(verden)
    with pytest.raises(Ugyldig) as told:
        foer(verden.silje, sak, vedtak(decided, **annet, planlagt_dato=planned))
    (fault,) = told.value.feil
    assert (fault.sti, fault.kode) == ("innhold.planlagt_dato", "UGYLDIG_REKKEFOLGE")
    assert str(fault.tidligst) == earliest
    foer(verden.silje, sak, vedtak(decided, **annet, planlagt_dato=earliest))


@pytest.mark.krav("N-16.2")
def test_not_essential_is_explained_for_leave_alone_and_for_an_open_ward(verden: Verden) -> None:
    sak = transferred(verden)
    leave = hendelse("permisjon", "2024-06-01", foelge="uten", vesentlig=False,
                     konsultasjon="ikke_saerlige_hensyn")  # fmt: skip
    refused(verden.silje, sak, leave, Ugyldig, "merknad", "MANGLER_FELT")
    foer(verden.silje, sak, leave | {"merknad": "Som før."})
    foer(verden.silje, sak, {**leave, "innhold": {**leave["innhold"], "foelge": "med"}})
    foer(verden.silje, sak, flyttet("2024-07-01", doertype="laast"))
    opened = flyttet("2024-08-01", doertype="aapen")
    refused(verden.silje, sak, opened, Ugyldig, "merknad", "MANGLER_FELT")
    foer(verden.silje, sak, opened | {"merknad": "Samme rammer."})


def f21(sak: UUID) -> Frist:
    svar = state(sak).svar
    assert svar is not None
    return next(frist for frist in svar.frister if frist.regel == "F-21")


def complained(verden: Verden, *parts: str) -> UUID:
    """A decision (4) that everyone received on 1 May 2024, with complaints from 10 May."""
    sak = transferred(verden)
    foer(verden.silje, sak, vedtak("2024-05-01"))
    for part in PARTER:
        foer(verden.silje, sak, hendelse("vedtak_mottatt", "2024-05-01", ref="h4", part=part))
    for part in parts:
        foer(verden.silje, sak, hendelse("klage", "2024-05-10", ref="h4", part=part))
    return sak


def withdrawn(part: str, skjedde: str = "2024-06-10") -> dict[str, Any]:
    return hendelse("klage_trukket", skjedde, ref="h4", part=part)


@pytest.mark.krav("N-14.3", "N-5.9")
def test_a_withdrawn_complaint_waits_for_nobody_and_another_partys_still_does(
    verden: Verden,
) -> None:
    sak = complained(verden, "domfelt", "paaroerende")
    assert f21(sak).status is Status.SPERRET
    foer(verden.silje, sak, withdrawn("domfelt"))
    assert f21(sak).status is Status.SPERRET
    foer(verden.silje, sak, withdrawn("paaroerende"))
    assert f21(sak).status is Status.AAPEN
    foer(verden.silje, sak, hendelse("klage", "2024-07-01", ref="h4", part="domfelt"))
    complaints = [e for e in lov.facts(state(sak).hendelser) if e.type == "klage"]
    told = [(e.nr, e.innhold.get("trukket")) for e in complaints]
    assert told == [(8, "2024-06-10"), (9, "2024-06-10"), (12, None)]


@pytest.mark.krav("N-14.3", "N-5.9")
def test_a_complaint_made_again_the_day_the_first_was_withdrawn_stands(verden: Verden) -> None:
    sak = complained(verden, "domfelt")
    foer(verden.silje, sak, withdrawn("domfelt", "2024-05-15"))
    assert f21(sak).status is Status.AAPEN
    foer(verden.silje, sak, hendelse("klage", "2024-05-15", ref="h4", part="domfelt"))
    assert f21(sak).status is Status.SPERRET
    foer(verden.silje, sak, withdrawn("domfelt", "2024-05-16"))
    assert f21(sak).status is Status.AAPEN


@pytest.mark.krav("N-14.3")
def test_a_transfer_carried_out_while_the_complaint_stood_stays_too_early(verden: Verden) -> None:
    sak = complained(verden, "domfelt")
    done = hendelse("overfoering_gjennomfoert", "2024-06-01", "Det hastet.", ref="h4",
                    oppholdsform="uten_doegn", institusjon=str(verden.institusjon))  # fmt: skip
    foer(verden.silje, sak, done)
    foer(verden.silje, sak, withdrawn("domfelt"))
    svar = state(sak).svar
    assert svar is not None
    assert Varselkode.GJENNOMFORT_FOR_TIDLIG in {found.kode for found in svar.varsler}


@pytest.mark.krav("F-71", "N-12.6")
def test_a_matter_withdrawn_from_the_commission_has_no_two_weeks_unless_it_was_decided(
    verden: Verden,
) -> None:
    sak = complained(verden, "domfelt")
    nr = foer(verden.silje, sak, hendelse("sak_brakt_inn", "2024-05-20")).nr
    assert "F-71" in codes(sak)
    foer(verden.silje, sak, hendelse("klage_trukket", "2024-05-25", ref=f"h{nr}"))
    assert "F-71" not in codes(sak)
    late = hendelse("klage_avgjort", "2024-07-01", ref=f"h{nr}", utfall="ikke_medhold")
    foer(verden.silje, sak, late)
    svar = state(sak).svar
    assert svar is not None
    assert {f.regel: f.status for f in svar.frister}["F-71"] is Status.OPPFYLT_FOR_SENT


@pytest.mark.krav("N-5.10")
def test_only_who_complained_withdraws(verden: Verden) -> None:
    sak = complained(verden, "domfelt")
    wrong = withdrawn("paaroerende")
    refused(verden.silje, sak, wrong, Ugyldig, "innhold.part", "UGYLDIG_VERDI")
    early = withdrawn("domfelt", "2024-05-09")
    refused(verden.silje, sak, early, Ugyldig, "innhold.part", "UGYLDIG_VERDI")
    nobody = hendelse("klage_trukket", "2024-06-10", ref="h4")
    refused(verden.silje, sak, nobody, Ugyldig, "innhold.part", "MANGLER_FELT")


@pytest.mark.krav("N-10.3")
def test_a_complaint_that_is_upheld_ends_the_decision(verden: Verden) -> None:
    sak = complained(verden)
    upheld = hendelse("klage_tatt_til_foelge", "2024-05-20", ref="h4")
    refused(verden.silje, sak, upheld, Ugyldig, "innhold.ref", "UGYLDIG_VERDI")
    foer(verden.silje, sak, hendelse("klage", "2024-05-10", ref="h4", part="domfelt"))
    foer(verden.silje, sak, upheld)
    assert f21(sak).status is Status.BORTFALT


@pytest.mark.krav("N-10.3", "N-12.6", "N-20.8")
def test_the_commission_takes_part_until_the_last_complaint_is_withdrawn() -> None:
    log = (
        entry(1, "overfoeringsvedtak", "2024-04-01", id="v1"),
        entry(2, "klage", "2024-04-04", ref="v1", part="paatale"),
        entry(3, "klage", "2024-04-04", ref="v1", part="domfelt"),
        entry(4, "klage_oversendt", "2024-04-05", ref="h2", kontrollkommisjon="KK"),
        entry(5, "klage_trukket", "2024-04-10", ref="v1", part="paatale"),
        entry(6, "klage_trukket", "2024-04-20", ref="v1", part="domfelt"),
        entry(7, "endringsbegjaering", "2024-05-01", id="e1", part="domfelt"),
        entry(8, "klage_oversendt", "2024-05-02", ref="e1", kontrollkommisjon="KK"),
        entry(9, "endring_trukket", "2024-05-10", ref="e1", part="domfelt"),
    )
    kk = Deltakerslag.KONTROLLKOMMISJON
    days = [(p.fra.isoformat(), str(p.til)) for p in participants(log) if p.slag is kk]
    assert days == [("2024-04-05", "2024-04-20"), ("2024-05-02", "2024-05-10")]


@pytest.mark.krav("N-20.8")
@pytest.mark.parametrize(
    "last",
    [
        {"kind": "klage_trukket", "part": "domfelt"},
        {"kind": "klage_tatt_til_foelge"},
    ],
)
def test_the_state_administrator_too(last: dict[str, str]) -> None:
    log = (
        entry(1, "varslingsvedtak", "2024-04-01", id="v1"),
        entry(2, "klage", "2024-04-02", ref="v1", part="domfelt"),
        entry(3, "varslingsklage_oversendt", "2024-04-03", statsforvalter="SF"),
        entry(4, last.pop("kind"), "2024-04-10", ref="v1", **last),
    )
    assert bodies(log, "2024-04-10") == {Deltakerslag.STATSFORVALTER: "SF"}
    assert bodies(log, "2024-04-11") == {}


@pytest.mark.krav("N-13.4")
def test_a_withdrawn_petition_for_end_hurries_nobody_and_leaves_the_right_open(
    verden: Verden,
) -> None:
    sak = ny_sak(verden).sak
    nr = foer(verden.silje, sak, hendelse("begjaering_opphoer", "2025-03-01", part="domfelt")).nr
    assert "F-80" in codes(sak)
    gone = hendelse("opphoersbegjaering_trukket", "2025-04-01", ref=f"h{nr}", part="domfelt")
    other = {**gone, "innhold": {**gone["innhold"], "part": "paaroerende"}}
    refused(verden.silje, sak, other, Ugyldig, "innhold.part", "UGYLDIG_VERDI")
    early = {**gone, "skjedde": "2025-02-27"}
    refused(verden.silje, sak, early, Ugyldig, "skjedde", "UGYLDIG_REKKEFOLGE")
    assert "opphoersbegjaering_paagaar" in state(sak).flagg
    foer(verden.silje, sak, gone)
    assert "F-80" not in codes(sak)
    assert "opphoersbegjaering_paagaar" not in state(sak).flagg
    svar = state(sak).svar
    assert svar is not None
    assert {f.regel: f.status for f in svar.frister}["F-10"] is Status.AAPEN
    assert "F-80" not in {duty.regel for duty in svar.straks}


@pytest.mark.krav("F-80", "N-13.4")
def test_a_petition_before_its_time_is_not_hurried_on_the_page_either(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    foer(verden.silje, sak, hendelse("begjaering_opphoer", "2024-10-01", "Tidlig.", part="domfelt"))

    def hurried() -> bool:
        svar = state(sak).svar
        assert svar is not None
        return "F-80" in {duty.regel for duty in svar.straks}

    assert not hurried()
    # Before the court all the same: the court hurries what it has.
    foer(verden.silje, sak, hendelse("sak_oversendt_retten", "2024-11-01"))
    assert hurried()


@pytest.mark.krav("F-80", "LF-K4")
def test_a_petition_that_the_words_of_the_law_allow_is_hurried(verden: Verden) -> None:
    sak = ny_sak(verden, dom("2021-01-10"), rettskraft("2021-02-01")).sak
    kept = hendelse("dom_avsagt", "2024-01-05", domstol="tingrett")
    nr = foer(verden.silje, sak, kept).nr
    final = hendelse("dom_rettskraftig", "2024-01-20", id=f"h{nr}", art="opprettholdelse")
    foer(verden.silje, sak, final)
    asked = hendelse("begjaering_opphoer", "2024-06-01", "NK: for tidlig.", part="domfelt")
    foer(verden.silje, sak, asked)
    svar = state(sak).svar
    assert svar is not None and "F-80" in {duty.regel for duty in svar.straks}


@pytest.mark.krav("N-29.14", "LF-K1")
def test_disputes_about_return_ended_with_the_provision(verden: Verden) -> None:
    sak = ny_sak(verden, dom("2014-01-10"), rettskraft("2014-02-01")).sak
    for event in (
        hendelse("dom_avsagt", "2015-01-10", domstol="tingrett"),
        hendelse("dom_rettskraftig", "2015-02-01", "Slik står det.", id="h3", art="kriminalomsorg"),
    ):
        foer(verden.silje, sak, event)
    late = hendelse("uenighet_5_8", "2020-10-01", tilbakefoering_krevd_av="kriminalomsorgen")
    refused(verden.silje, sak, late, Ugyldig, "skjedde", "UGYLDIG_REKKEFOLGE")
    nr = foer(verden.silje, sak, {**late, "skjedde": "2020-09-30"}).nr
    decided = hendelse("uenighet_5_8_avgjort", "2020-12-01", ref=f"h{nr}", tilbakefoeres=True)
    foer(verden.silje, sak, decided)


@pytest.mark.krav("N-17.2")
def test_prison_for_a_time_limited_sentence_needs_a_reason(verden: Verden) -> None:
    sak = ny_sak(verden, dom("2018-01-10", **TIDSBESTEMT), rettskraft("2018-02-01")).sak
    asked = hendelse("begjaering_5_6", "2019-05-01")
    refused(verden.silje, sak, asked, Ugyldig, "merknad", "MANGLER_FELT")
    foer(verden.silje, sak, asked | {"merknad": "Statsadvokaten mente det var adgang."})
    other = ny_sak(verden, dom("2018-01-10"), rettskraft("2018-02-01"), duplikat_bekreftet="Ny.")
    foer(verden.silje, other.sak, asked)


def oenske(hvem: str, svar: str, **annet: Any) -> dict[str, Any]:
    return hendelse("varslingsoenske", "2024-03-01", hvem=hvem, oenske=svar, **annet)


@pytest.mark.krav("N-20.9", "N-20.4")
def test_who_is_bereaved_is_a_closed_list_and_a_no_is_a_no(verden: Verden) -> None:
    sak = transferred(verden)
    fa = clinician(verden, sak)
    refused(fa, sak, oenske("etterlatt", "oensker"), Ugyldig, "innhold.relasjon", "MANGLER_FELT")
    cousin = oenske("etterlatt", "oensker", relasjon="fetter")
    refused(fa, sak, cousin, Ugyldig, "innhold.relasjon", "UGYLDIG_VERDI")
    victim = oenske("fornaermet", "oensker", relasjon="barn")
    refused(fa, sak, victim, Ugyldig, "innhold.relasjon", "UGYLDIG_VERDI")
    foer(fa, sak, oenske("etterlatt_2", "oensker_ikke", relasjon="soesken"))
    told = hendelse("varsel_sendt", "2024-04-01", hvem="etterlatt_2", om_hva="permisjon")
    refused(fa, sak, told, Ugyldig, "merknad", "MANGLER_FELT")
    foer(fa, sak, told | {"merknad": "Sendt før svaret kom."})
    foer(fa, sak, {**told, "innhold": {**told["innhold"], "hvem": "etterlatt"}})


@pytest.mark.krav("F-83", "N-20.4", "N-20.11")
def test_the_duty_to_tell_of_the_end_is_done_when_everyone_who_wants_to_know_is_told(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    sak = ny_sak(verden, dom("2023-11-20", **TIDSBESTEMT), rettskraft("2023-12-06")).sak
    fa = clinician(verden, sak)
    assert "F-83" in codes(sak)
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-24T09:00:00+01:00")
    for who, wish in (("fornaermet", "oensker"), ("fornaermet_2", "oensker_ikke")):
        foer(fa, sak, oenske(who, wish))
    assert "F-83" in codes(sak)
    old = hendelse("varsel_sendt", "2024-04-01", hvem="fornaermet", om_hva="opphoer")
    foer(fa, sak, old)
    assert "F-83" in codes(sak), "about another end"
    foer(fa, sak, {**old, "skjedde": "2026-11-20"})
    assert "F-83" not in codes(sak)
    foer(fa, sak, {**oenske("fornaermet_3", "ikke_avklart"), "skjedde": "2026-11-21"})
    assert "F-83" in codes(sak)
