"""What a mask leaves of a case: a folded one with everything in it, seen by each role."""

from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from samvern.apps.saker import feltinnhold, masker
from samvern.apps.saker.access import Blikk, Logginnsyn, Relasjon
from samvern.apps.saker.bilder import (
    Deltakerbilde,
    Hendelsesfelt,
    Hendelsesrad,
    Hvem,
    Lesningsrad,
    Oppgaverad,
    Plasseringsbilde,
    Saksbilde,
    Saksrad,
)
from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.koder import Deltakerslag, Innhold, Saksstatus
from samvern.apps.saker.oppgavetekster import FRISTSTEG, MANGLER, STRAKSSTEG
from samvern.apps.saker.sakskart import kart
from samvern.apps.saker.state import Tilstand, fold
from samvern.apps.saker.tilgangstabell import SAKSROLLER_I_ORDEN
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.law.book import RULES
from samvern.law.text import Text
from samvern.law.trace import Varselkode

pytestmark = pytest.mark.krav("TR-A4", "N-12.2")
DAG = date(2026, 11, 23)
T = Text("Ord", "Ord")
HVEM = Hvem(new_id(), "Prøve Bruker")
LOGG: list[tuple[str, str, dict[str, Any]]] = [
    ("tiltale", "2022-01-10", {"paastand": "tidsubestemt"}),
    ("dom_avsagt", "2022-03-01", {"id": "D1", "domstol": "tingrett", "domstype": "tidsubestemt"}),
    ("dom_rettskraftig", "2022-03-20", {"id": "D1", "art": "overfoeringsdom"}),
    ("innleggelse", "2022-03-21", {"oppholdsform": "doegn"}),
    ("opprettholdelse_underskrevet", "2025-01-10", {}),
    ("sak_oversendt_retten", "2025-01-20", {}),
    ("dom_avsagt", "2025-04-01", {"id": "D2", "domstol": "tingrett"}),
    ("dom_rettskraftig", "2025-04-20", {"id": "D2", "art": "opprettholdelse"}),
    ("overfoeringsvedtak", "2026-10-01", {"id": "V1", "retning": "mildere", "haster": False,
                                          "parter": ["domfelt", "paatale"]}),
    ("vedtak_mottatt", "2026-10-03", {"ref": "V1", "part": "domfelt"}),
    ("klage", "2026-10-10", {"ref": "V1", "part": "domfelt"}),
    ("klage_oversendt", "2026-10-20", {"ref": "h11"}),
    ("varslingsvedtak", "2026-10-01", {"id": "VV"}),
    ("vedtak_mottatt", "2026-10-05", {"ref": "VV", "part": "fornaermet"}),
    ("klage", "2026-10-12", {"ref": "VV", "part": "fornaermet"}),
    ("statusrapport_sendt", "2023-03-01", {"n": 1}),
    ("helseopplysningsskjema_sendt", "2022-04-05", {}),
    ("begjaering_opphoer", "2026-11-01", {"id": "B1", "part": "domfelt"}),
    ("utvisningsvedtak", "2024-01-01", {}),
    ("unndragelse", "2026-11-20", {}),
]  # fmt: skip
OPPHOER = {"opprettholdelse_underskrevet", "sak_oversendt_retten", "begjaering_opphoer"}


def entry(nr: int, kode: str, day: str, held: dict[str, Any]) -> Hendelsesrad:
    return Hendelsesrad(
        nr=nr,
        type=kode,
        navn=T,
        skjedde=date.fromisoformat(day),
        registrert=datetime(2026, 11, 1, tzinfo=UTC),
        aktoer=HVEM,
        aktoer_rolle="nk",
        kilde=T,
        kilde_ref="Ref 1",
        merknad="Fri tekst",
        felt=(Hendelsesfelt("x", T, T),),
        virkning="ny",
        erstatter=None,
        erstattet_av=None,
        gjelder=True,
        kan_rettes=True,
        innhold=SAKSARTER[kode].innhold,
        raa=held,
    )


ENTRIES = tuple(entry(nr, *one) for nr, one in enumerate(LOGG, 1))
KART = kart((one.nr, one.type, one.raa) for one in ENTRIES)


def state() -> Tilstand:
    moment = datetime(2026, 11, 1, tzinfo=UTC)
    rows = [
        Oppfoering(nr, kode, "ny", None, date.fromisoformat(day), moment, new_id(), "nk", new_id(),
                   "dom", held)
        for nr, (kode, day, held) in enumerate(LOGG, 1)
    ]  # fmt: skip
    return fold(rows, DAG)


def task(kode: str, slag: str) -> Oppgaverad:
    return Oppgaverad(
        sak=new_id(), saksnr="S-2026-0001", navn="Navn", domstype="tidsubestemt", gruppe="innen",
        slag=slag, kode=kode, tittel=T, grunn=T, dato=DAG, fristdato=DAG, dager=0, status="x",
        fra_lov=True, venter_paa=T, hos=None, neste_steg=T, anker="x",
    )  # fmt: skip


def picture() -> Saksbilde:
    row = Saksrad(
        id=new_id(), saksnr="S-2026-0001", navn="Navn", status=Saksstatus.I_KRIMINALOMSORGEN,
        domstype="tidsubestemt", flagg=tuple(feltinnhold.FLAGG), rhf=HVEM, institusjon=HVEM,
        oppholdssted=HVEM, enhet=HVEM, sikkerhetsnivaa=T, oppholdsform="doegn", siden=DAG,
        embete=HVEM,
        faglig_ansvarlig=HVEM, saksbehandler=HVEM, styrende_dom=DAG, neste_frist=DAG,
        siste_hendelse=DAG,
    )  # fmt: skip
    tasks = [task(k, "frist") for k in FRISTSTEG] + [task(k, "straks") for k in STRAKSSTEG]
    stay = Plasseringsbilde(DAG, None, "doegn", HVEM, HVEM, T, 1)
    folded = state()
    return Saksbilde(
        rad=row,
        foedselsnummer="x",
        foedselsdato=DAG,
        kjoenn="mann",
        adressebeskyttet=True,
        svar=folded.svar,
        hendelser=ENTRIES,
        deltakere=tuple(Deltakerbilde(slag, HVEM, DAG, None) for slag in Deltakerslag),
        plasseringer=(stay, stay),
        oppgaver=(*tasks, *(task(k, "mangel") for k in MANGLER)),
        mangler=(T,),
        avvik=(T,),
        har_lest=(Lesningsrad(1, HVEM, "nk", datetime(2026, 11, 1, tzinfo=UTC), "sak.vist"),),
        kan_registrere=tuple(SAKSARTER),
        siste_nr=len(LOGG),
        per_dato=DAG,
        som_kjent=None,
        lov=folded.lov,
    )


def seen(rolle: Rolle, *, unndratt: bool = False) -> Saksbilde:
    return masker.saksbilde(Blikk(rolle, Relasjon(unndratt=unndratt)), picture())


def types(bilde: Saksbilde) -> set[str]:
    return {one.type for one in bilde.hendelser}


def rules(bilde: Saksbilde) -> set[str]:
    assert bilde.svar is not None
    return {one.regel for one in bilde.svar.frister}


def test_the_case_itself_has_what_is_to_be_hidden() -> None:
    bilde = picture()
    assert bilde.svar is not None
    assert {"F-10", "F-12", "F-06", "F-07", "F-20", "F-42"} <= rules(bilde)
    assert any(OPPHOER & {f.type for f in one.spor.fakta} for one in bilde.svar.frister)
    assert bilde.lov is not None


@pytest.mark.parametrize("rolle", SAKSROLLER_I_ORDEN)
@pytest.mark.parametrize("unndratt", [False, True])
def test_no_entry_is_shown_that_the_table_does_not_give(rolle: Rolle, unndratt: bool) -> None:
    blikk = Blikk(rolle, Relasjon(unndratt=unndratt))
    for one in seen(rolle, unndratt=unndratt).hendelser:
        level = blikk.kan_lese(one.innhold)
        assert level is not None, one.type
        masked = (one.felt, one.merknad, one.kilde_ref, one.raa, one.aktoer.navn) == (
            (), None, None, {}, "")  # fmt: skip
        assert masked is (level == "maskert"), one.type
        assert not (masked and one.kan_rettes)


@pytest.mark.parametrize("rolle", SAKSROLLER_I_ORDEN)
def test_no_deadline_tells_of_an_entry_that_is_not_read(rolle: Rolle) -> None:
    blikk, bilde = Blikk(rolle), seen(rolle)
    assert bilde.svar is not None
    for frist in bilde.svar.frister:
        for fact in frist.spor.fakta:
            row = masker.innhold_av(blikk, fact.type, {"id": fact.id, "ref": fact.ref}, KART)
            assert blikk.leser_alt(row), (frist.regel, fact.type)
    whole = all(blikk.leser_alt(one.innhold) for one in ENTRIES)
    assert (bilde.lov is not None) is whole, "the facts, with all of them"


def test_whoever_reads_every_entry_is_given_the_facts() -> None:
    known = [one for one in ENTRIES if one.innhold is not Innhold.VARSLING and "VV" not in
             one.raa.values()]  # fmt: skip
    bilde = masker.saksbilde(Blikk(Rolle.NK), replace(picture(), hendelser=tuple(known)))
    assert bilde.lov is not None and "lov" not in bilde.rad.skjult


def test_the_commission_has_no_part_in_ending_or_keeping_the_sentence() -> None:
    bilde = seen(Rolle.KONTROLLKOMMISJON)
    assert not types(bilde) & (OPPHOER | {"varslingsvedtak", "utvisningsvedtak"})
    assert {one.raa.get("id") for one in bilde.hendelser if one.type.startswith("dom_")} == {"D1"}
    assert not rules(bilde) & {"F-10", "F-11", "F-12", "F-13"}
    assert not {one.kode for one in bilde.oppgaver} & {"F-12", "F-13", "F-80"}
    assert bilde.rad.styrende_dom is None and bilde.rad.neste_frist is None
    assert set(bilde.rad.flagg) <= {"unndratt", "i_treukersperioden"}
    assert types(bilde) >= {"overfoeringsvedtak", "klage", "innleggelse"}


def test_complaints_about_notification_are_not_the_commissions() -> None:
    for rolle, wanted in (
        (Rolle.KONTROLLKOMMISJON, {"V1"}),
        (Rolle.STATSFORVALTER, {"VV"}),
        (Rolle.FAGLIG_ANSVARLIG, {"V1", "VV"}),
    ):
        shown = {one.raa["ref"] for one in seen(rolle).hendelser if one.type == "klage"}
        assert shown == wanted, rolle
    assert KART.om("h15") is Innhold.VARSLING
    assert KART.om("h11") is Innhold.KLAGE
    assert KART.om(None) is None and KART.om("finnes ikke") is None


def test_the_police_see_who_and_little_more() -> None:
    bilde = seen(Rolle.POLITI)
    assert types(bilde) == {
        "tiltale", "dom_avsagt", "dom_rettskraftig", "varslingsvedtak", "vedtak_mottatt", "klage",
        "utvisningsvedtak",
    }  # fmt: skip
    assert {one.innhold for one in bilde.hendelser if one.type in {"vedtak_mottatt", "klage"}} == {
        Innhold.VARSLING
    }
    assert bilde.foedselsnummer is None and bilde.kjoenn is None
    assert bilde.svar is not None and bilde.svar.frister == () and bilde.svar.varsler == ()
    assert (bilde.plasseringer, bilde.mangler, bilde.avvik, bilde.har_lest) == ((), (), (), ())
    assert bilde.rad.status is Saksstatus.UNDER_GJENNOMFOERING
    shown = {f.name for f in fields(bilde.rad) if getattr(bilde.rad, f.name)}
    assert shown == {"id", "saksnr", "navn", "status", "embete", "skjult"}
    assert {one.kode for one in bilde.oppgaver} == {"F-87"}


def test_the_police_see_the_place_while_somebody_is_away() -> None:
    bilde = seen(Rolle.POLITI, unndratt=True)
    assert bilde.rad.oppholdssted == HVEM and bilde.rad.sikkerhetsnivaa is None
    assert bilde.rad.institusjon is None
    assert [(one.sted, one.form, one.rang) for one in bilde.plasseringer] == [(HVEM, "", None)]
    assert "unndragelse" in types(bilde) and "innleggelse" not in types(bilde)


def test_the_state_administrator_sees_the_notification_and_who() -> None:
    bilde = seen(Rolle.STATSFORVALTER)
    assert {one.innhold for one in bilde.hendelser} == {Innhold.VARSLING}
    assert bilde.foedselsdato is None and bilde.plasseringer == ()
    assert {one.slag for one in bilde.deltakere} == {Deltakerslag.STATSFORVALTER}


def test_nk_sees_that_there_is_a_notification_and_not_what() -> None:
    bilde = seen(Rolle.NK)
    rows = [one for one in bilde.hendelser if one.innhold is Innhold.VARSLING]
    assert [one.type for one in rows] == ["varslingsvedtak", "vedtak_mottatt", "klage"]
    assert all(one.felt == () and one.merknad is None for one in rows)
    assert types(bilde) == {one.type for one in ENTRIES}
    assert bilde.foedselsnummer == "x"


@pytest.mark.parametrize("rolle", SAKSROLLER_I_ORDEN)
def test_every_field_of_the_header_is_shown_or_said_to_be_hidden(rolle: Rolle) -> None:
    row = seen(rolle).rad
    for one in fields(row):
        if one.name in {"skjult", "status", "flagg"}:
            continue
        assert bool(getattr(row, one.name)) is (one.name not in row.skjult), one.name


def test_whose_readings_are_shown() -> None:
    found = {rolle: Blikk(rolle).logginnsyn for rolle in Rolle if Blikk(rolle).logginnsyn}
    assert found == {
        Rolle.NK: Logginnsyn.ALLE,
        Rolle.NK_LEDER: Logginnsyn.ALLE,
        Rolle.REVISOR: Logginnsyn.ALLE,
        Rolle.FAGLIG_ANSVARLIG: Logginnsyn.EGNE,
        Rolle.INSTITUSJON: Logginnsyn.EGEN_VIRKSOMHET,
    }


def test_what_changes_is_cut_down_too() -> None:
    whole = state()
    cut = masker.tilstand(Blikk(Rolle.KONTROLLKOMMISJON), whole)
    assert cut.svar is not None and whole.svar is not None
    assert "F-12" in {one.regel for one in whole.svar.frister}
    assert not {one.regel for one in cut.svar.frister} & {"F-10", "F-12", "F-42"}
    assert "opphoersbegjaering_paagaar" in whole.flagg
    assert "opphoersbegjaering_paagaar" not in cut.flagg
    assert masker.tilstand(Blikk(Rolle.RHF), whole).opphold == whole.opphold


def test_a_masked_field_orders_nothing() -> None:
    assert "status" not in masker.soekbare_felt(Blikk(Rolle.POLITI))
    assert "neste_frist" not in masker.soekbare_felt(Blikk(Rolle.KONTROLLKOMMISJON))
    assert "neste_frist" in masker.soekbare_felt(Blikk(Rolle.NK))


def test_everything_that_can_be_shown_has_a_row() -> None:
    header = {one.name for one in fields(Saksrad)} - {"id", "saksnr", "skjult"}
    assert set(feltinnhold.RADFELT) == header
    assert set(feltinnhold.DELTAKERE) == set(Deltakerslag)
    assert set(feltinnhold.MANGLER) == set(MANGLER)
    assert set(FRISTSTEG) | set(STRAKSSTEG) <= set(feltinnhold.REGLER) <= set(RULES)
    assert set(feltinnhold.VARSLER) <= set(Varselkode)
