"""Correcting, striking out and opening cases must be no way around who reads and records what.

Each test is an attack that once worked. Source: part 4, N-9.7, N-11.3, trust table A1, A3, A4.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest

from samvern.apps.saker import noed
from samvern.apps.saker import public as saker
from samvern.apps.saker.actions import (
    aapne_noedtilgang,
    feilfoer_hendelse,
    korriger_hendelse,
    opprett_sak,
    registrer_hendelse,
    steng_sak,
)
from samvern.apps.saker.egne_felt import KOMMISJON
from samvern.apps.saker.models import Hendelse, Sak
from samvern.engine import clock
from samvern.engine.avslag import FinnesIkke, Nektet
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.apps.brukere.personer import Person, operator, person
from tests.apps.saker.conftest import felles_verden, keep, once, quick_hasher, ring, verden
from tests.apps.saker.verden import PERSON, Verden, dom, foer, hendelse, ny_sak, rettskraft, vedtak
from tests.hostile.test_angrep_masker import alle, kk, known, looking, sak, sf

__all__ = ["alle", "felles_verden", "keep", "kk", "quick_hasher", "ring", "sak", "sf", "verden"]
pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-A1", "TR-A3", "TR-A4")]

WHY = {"grunn": "Feil sak."}
THERE_IS_NONE = 99


def told(who: Person, sak: UUID, nr: int) -> set[str]:
    """What the previews of a correction and of striking out answer, in kind and words."""
    data = {**hendelse("permisjon", "2024-06-01"), **WHY}
    found = set()
    previews: tuple[Callable[[], object], ...] = (
        lambda: korriger_hendelse.forhaandsvis(who.viewer(), sak, nr, data),
        lambda: feilfoer_hendelse.forhaandsvis(who.viewer(), sak, nr, WHY),
    )
    for do in previews:
        with pytest.raises((FinnesIkke, Nektet)) as refused, looking(who):
            do()
        faults = getattr(refused.value, "feil", ())
        found.add(f"{refused.type.__name__} {[fault.melding.nb for fault in faults]}")
    return found


@pytest.mark.parametrize("rolle", [Rolle.KONTROLLKOMMISJON, Rolle.POLITI, Rolle.STATSFORVALTER])
def test_no_refusal_names_an_entry_that_is_hidden(sak: UUID, rolle: Rolle) -> None:
    """«You may not record «Vedtak om varsling»» told what each hidden number was."""
    who = person(rolle, "En Annen")
    with looking(who):
        shown = {one.nr for one in saker.saksbilde(who.viewer(), sak).hendelser}
    hidden = set(Hendelse.objects.filter(sak=sak).values_list("nr", flat=True)) - shown
    assert hidden
    nothing = told(who, sak, THERE_IS_NONE)
    assert {nr: told(who, sak, nr) for nr in hidden} == dict.fromkeys(hidden, nothing)


@pytest.mark.krav("N-11.3")
def test_a_party_takes_away_nobody_elses_complaint(verden: Verden) -> None:
    """The prosecution struck out the convicted person's complaint when NK had written it down."""
    made = ny_sak(verden).sak
    for who, event in (
        (verden.silje, hendelse("paatale_fastsatt", "2024-02-01", embete=str(verden.embete))),
        (verden.silje, hendelse("faglig_ansvarlig_endret", "2024-02-04",
                                faglig_ansvarlig=str(verden.fa.id))),
        (verden.fa.viewer(), vedtak("2024-05-01")),
        (verden.silje, hendelse("klage", "2024-05-10", ref="h5", part="domfelt")),
        (verden.silje, hendelse("klage", "2024-05-11", ref="h5", part="paatale")),
    ):  # fmt: skip
        foer(who, made, event)
    viewer = verden.sa.viewer()
    own = {**hendelse("klage", "2024-05-10", ref="h5", part="paatale"), **WHY}
    rest: dict[str, Any] = {"forventet_nr": 7, "noekkel": str(new_id())}
    with pytest.raises(Nektet):
        feilfoer_hendelse.utfoer(viewer, made, 6, WHY, **rest)
    with pytest.raises(Nektet):
        korriger_hendelse.utfoer(viewer, made, 6, own, **rest)
    assert Hendelse.objects.filter(sak=made).count() == 7
    with looking(verden.sa):
        rows = {one.nr: one.kan_rettes for one in saker.saksbilde(viewer, made).hendelser}
    assert (rows[6], rows[7]) == (False, True)
    assert feilfoer_hendelse.utfoer(viewer, made, 7, WHY, **rest).nr == 8
    # A list where a code belongs is a no as well, not a crash.
    strange = hendelse("klage", "2024-05-12", ref="h5", part=["paatale"])
    with pytest.raises(Nektet), looking(verden.sa):
        registrer_hendelse.forhaandsvis(viewer, made, strange)


@pytest.mark.krav("N-11.3")
@pytest.mark.parametrize("part", [{}, {"part": "paatale"}])
def test_a_party_withdraws_no_matter_that_the_commission_has(
    verden: Verden, ansvar: UUID, part: dict[str, str]
) -> None:
    """The prosecution withdrew a patient's matter: it fell, and the commission was out."""
    commission = {KOMMISJON.navn: str(verden.kommisjon)}
    for who, event in (
        (verden.silje, hendelse("paatale_fastsatt", "2024-02-01", embete=str(verden.embete))),
        (verden.fa.viewer(), hendelse("sak_brakt_inn", "2024-06-01", **commission)),
    ):
        foer(who, ansvar, event)
    gone = hendelse("klage_trukket", "2024-06-10", ref="h8", **part)
    with pytest.raises(Nektet):
        foer(verden.sa.viewer(), ansvar, gone)
    assert Hendelse.objects.filter(sak=ansvar).count() == 8
    assert foer(verden.fa.viewer(), ansvar, gone).nr == 9


def test_a_new_case_holds_only_what_its_maker_may_record(verden: Verden) -> None:
    """NK reproduces nothing about notification, and could when the case was new."""
    before = Sak.objects.count()
    events = [dom(), rettskraft(), hendelse("varslingsvedtak", "2024-03-01")]
    data = {"person": dict(PERSON), "hendelser": events}
    with pytest.raises(Nektet) as refused, looking(verden.nk):
        opprett_sak.forhaandsvis(verden.silje, data)
    with pytest.raises(Nektet):
        opprett_sak.utfoer(verden.silje, data, noekkel=str(new_id()))
    assert refused.value.kode == "IKKE_KOMPETANT"
    assert Sak.objects.count() == before


def shut(viewer: Viewer, saksnr: str) -> None:
    data = {"saksnr": saksnr, "grunn": "naer", "fra": clock.today().isoformat()}
    steng_sak.utfoer(operator(), viewer.bruker, data)


@pytest.mark.krav("TR-A8")
def test_one_case_more_does_not_open_a_person_whose_case_is_shut(verden: Verden) -> None:
    made = ny_sak(verden, person=known(1))
    before = Sak.objects.count()
    shut(verden.silje, made.saksnr)
    data = {"person": known(1), "hendelser": [dom(), rettskraft()]}
    for why in ({}, {"duplikat_bekreftet": "Ny straffesak."}):
        with pytest.raises(FinnesIkke):
            opprett_sak.utfoer(verden.silje, {**data, **why}, noekkel=str(new_id()))
    assert Sak.objects.count() == before
    colleague = person(Rolle.NK, "Kim Kollega").viewer()
    again = {**data, "duplikat_bekreftet": "Ny straffesak."}
    assert opprett_sak.utfoer(colleague, again, noekkel=str(new_id())).saksnr != made.saksnr


@pytest.mark.krav("TR-A8")
def test_an_emergency_in_a_shut_case_is_not_counted_and_not_listed(verden: Verden) -> None:
    saksnr = ny_sak(verden).saksnr
    guard = person(Rolle.FAGLIG_ANSVARLIG, "Vera Vakt").viewer(bekreftet=True)
    sent = {"saksnr": saksnr, "grunn": "vakt", "begrunnelse": "Vakt for en kollega."}
    aapne_noedtilgang.utfoer(guard, sent)
    colleague = person(Rolle.NK, "Kim Kollega")
    with looking(verden.nk):
        assert noed.venter(verden.silje) is not None
    for one in (guard, verden.silje):
        shut(one, saksnr)
    noed.endret()
    with looking(verden.nk):
        assert noed.venter(verden.silje) is None
        assert noed.aapne(guard) == ()
    with looking(colleague):
        assert noed.venter(colleague.viewer()) is not None


def make_ansvar(verden: Verden) -> UUID:
    """A case with a clinician, a region and an institution, and a decision that is complained
    about (6)."""
    made = ny_sak(verden).sak
    bodies = {"rhf": str(verden.rhf), "institusjon": str(verden.institusjon)}
    for who, event in (
        (verden.silje, hendelse("behandlingsansvar_fastsatt", "2024-02-02", **bodies)),
        (verden.silje, hendelse("faglig_ansvarlig_endret", "2024-02-04",
                                faglig_ansvarlig=str(verden.fa.id))),
        (verden.fa.viewer(), vedtak("2024-05-01")),
        (verden.fa.viewer(), hendelse("klage", "2024-05-10", ref="h5", part="domfelt")),
    ):  # fmt: skip
        foer(who, made, event)
    return made


felles_ansvar = once(make_ansvar)


@pytest.fixture
def ansvar(felles_ansvar: UUID, verden: Verden) -> UUID:
    return felles_ansvar


@pytest.mark.krav("N-12.2")
def test_who_will_see_it_tells_nobody_of_a_complaint(verden: Verden, ansvar: UUID) -> None:
    """The region reads no complaints; that the commission «will see» an entry said there is one."""
    region = person(Rolle.RHF, "Rune Region")
    data = hendelse("behandlingsansvar_fastsatt", "2024-02-05", rhf=str(verden.rhf),
                    institusjon=str(verden.institusjon))  # fmt: skip

    def sees(who: Person) -> list[str]:
        with looking(who):
            found = registrer_hendelse.forhaandsvis(who.viewer(), ansvar, data)
        return [text.nb for text in found.faar_se]

    before, nk = sees(region), sees(verden.nk)
    commission = {KOMMISJON.navn: str(verden.kommisjon)}
    foer(
        verden.fa.viewer(),
        ansvar,
        hendelse("klage_oversendt", "2024-05-12", ref="h6", **commission),
    )
    assert sees(region) == before
    assert set(sees(verden.nk)) - set(nk) == {
        saker.DELTAKERNAVN[saker.Deltakerslag.KONTROLLKOMMISJON].nb
    }


@pytest.mark.krav("N-20.8")
def test_a_complaint_over_notification_is_not_promised_to_the_commission(
    sak: UUID, verden: Verden
) -> None:
    def sees(ref: str) -> set[str]:
        data = hendelse("klage", "2024-06-11", ref=ref, part="paaroerende")
        with looking(verden.fa):
            found = registrer_hendelse.forhaandsvis(verden.fa.viewer(), sak, data)
        return {text.nb for text in found.faar_se}

    name = saker.DELTAKERNAVN
    commission = name[saker.Deltakerslag.KONTROLLKOMMISJON].nb
    administrator = name[saker.Deltakerslag.STATSFORVALTER].nb
    assert sees("h6") >= {commission} and administrator not in sees("h6")
    assert sees("h9") >= {administrator} and commission not in sees("h9")


def test_what_was_about_notification_stops_nobody_from_recording(
    verden: Verden, ansvar: UUID, kk: Person
) -> None:
    """The hidden first version of a corrected complaint broke every entry of the commission."""
    doctor = verden.fa.viewer()
    for event in (
        hendelse("varslingsvedtak", "2024-06-01"),
        hendelse("klage", "2024-06-10", ref="h7", part="domfelt"),
    ):
        foer(doctor, ansvar, event)
    right = {**hendelse("klage", "2024-06-10", ref="h5", part="domfelt"), **WHY}
    korriger_hendelse.utfoer(doctor, ansvar, 8, right, forventet_nr=8, noekkel=str(new_id()))
    commission = {KOMMISJON.navn: str(kk.virksomhet)}
    foer(doctor, ansvar, hendelse("klage_oversendt", "2024-06-12", ref="h5", **commission))
    decided = hendelse("klage_avgjort", "2024-07-01", ref="h5", utfall="ikke_medhold")
    with looking(kk):
        assert registrer_hendelse.forhaandsvis(kk.viewer(), ansvar, decided).endringer
