"""What the law asks of an entry, of who takes part, and of what waits (the lawyer's reading)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from samvern.apps.saker import logg
from samvern.apps.saker.actions import korriger_hendelse
from samvern.apps.saker.arbeidsliste import arbeidsliste
from samvern.apps.saker.deltakere import participants, taking_part
from samvern.apps.saker.events import Oppfoering, roots
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Hendelse, Sak, Saksstand
from samvern.apps.saker.oppgaver import tasks
from samvern.apps.saker.oppgavetekster import FRISTSTEG, MANGLER, STRAKSSTEG, UKLARSTEG
from samvern.apps.saker.plassering import stays
from samvern.apps.saker.state import Tilstand, fold
from samvern.engine import clock, ids, lesing
from samvern.engine.avslag import Avslag, IkkeNaa, Ugyldig
from samvern.engine.viewer import Viewer
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft

# What is asked of an entry, and told of it, is the same whatever holds the data.
pytestmark = pytest.mark.en_database

TODAY = date(2026, 11, 23)


def state(sak: UUID, day: date = TODAY) -> Tilstand:
    with lesing.system_fence():
        return fold(logg.entries(sak), day)


def codes(sak: UUID, day: date = TODAY) -> set[str]:
    return {task.kode for task in tasks(state(sak, day))}


def refused(
    viewer: Viewer, sak: UUID, data: Mapping[str, Any], kind: type[Avslag], at: str, code: str
) -> None:
    before = Hendelse.objects.count()
    with pytest.raises(kind) as told:
        foer(viewer, sak, data)
    assert [(f.sti, f.kode) for f in told.value.feil] == [(at, code)]
    assert Hendelse.objects.count() == before


def innlagt(verden: Verden, skjedde: str = "2024-02-01", form: str = "doegn") -> dict[str, Any]:
    return hendelse("innleggelse", skjedde, institusjon=str(verden.institusjon), oppholdsform=form)


def flyttet(skjedde: str, **annet: Any) -> dict[str, Any]:
    felt = {"oppholdsform": "doegn", "vesentlig": False, "konsultasjon": "ikke_saerlige_hensyn"}
    merknad = annet.pop("merknad", None)
    return hendelse("intern_overfoering", skjedde, merknad, **felt | annet)


TIDSBESTEMT: dict[str, Any] = {
    "domstype": "tidsbestemt", "faregrad": "saerlig_naerliggende", "antall_lovbrudd": 4,
    "andre_tiltak": ["rusavvenning"],
}  # fmt: skip


@pytest.mark.krav("LF-K14", "N-13.8", "N-5.11")
def test_a_person_records_that_three_years_are_over_for_a_time_limited_sentence_only(
    verden: Verden,
) -> None:
    ended = hendelse("opphoer", "2024-02-01", av="tidsutloep")
    limited = ny_sak(verden, dom("2021-01-10", **TIDSBESTEMT), rettskraft("2021-02-01")).sak
    assert Saksstand.objects.get(sak=limited).status == "under_gjennomfoering"  # never by itself
    early = {**ended, "skjedde": "2024-01-09"}
    refused(verden.silje, limited, early, Ugyldig, "skjedde", "UGYLDIG_REKKEFOLGE")
    foer(verden.silje, limited, ended)
    assert Saksstand.objects.get(sak=limited).status == "opphoert"
    other = ny_sak(verden, dom("2021-01-10"), rettskraft("2021-02-01"), duplikat_bekreftet="Ny.")
    refused(verden.silje, other.sak, ended, Ugyldig, "innhold.av", "UGYLDIG_VERDI")


@pytest.mark.krav("N-13.8")
@pytest.mark.parametrize("kind", ["opprettholdelse_underskrevet", "dom_rettskraftig"])
def test_a_time_limited_sentence_cannot_be_maintained(verden: Verden, kind: str) -> None:
    sak = ny_sak(verden, dom("2024-01-10", **TIDSBESTEMT), rettskraft()).sak
    felt = {"art": "opprettholdelse"} if kind == "dom_rettskraftig" else {}
    refused(
        verden.silje, sak, hendelse(kind, "2026-10-01", **felt), IkkeNaa, "type", "FEIL_TILSTAND"
    )


@pytest.mark.krav("N-8.5")
def test_time_limited_with_a_lower_danger_is_refused_at_the_field(verden: Verden) -> None:
    wrong = dom(**{**TIDSBESTEMT, "faregrad": "naerliggende"})
    with pytest.raises(Ugyldig) as told:
        ny_sak(verden, wrong)
    assert [f.sti for f in told.value.feil] == ["hendelser[0].innhold.faregrad"]
    assert not Sak.objects.exists()


@pytest.mark.krav("LF-K1")
def test_a_repealed_step_is_refused_as_a_correction_and_as_a_new_judgment(verden: Verden) -> None:
    sak = ny_sak(verden, dom("2018-01-10"), rettskraft("2018-02-01")).sak
    asked = hendelse("begjaering_5_6", "2019-05-01")
    foer(verden.silje, sak, asked)
    with pytest.raises(IkkeNaa) as told:
        korriger_hendelse.utfoer(
            verden.silje, sak, 3, {**asked, "skjedde": "2021-05-01", "grunn": "Feil dato."},
            forventet_nr=3, noekkel=str(ids.new_id()),
        )  # fmt: skip
    assert "21. juni 2019" in told.value.feil[0].melding.nb
    foer(verden.silje, sak, hendelse("dom_avsagt", "2021-06-01", domstol="tingrett"))
    final = hendelse(
        "dom_rettskraftig", "2021-07-01", "Slik står det.", id="h4", art="kriminalomsorg"
    )
    refused(verden.silje, sak, final, IkkeNaa, "type", "FEIL_TILSTAND")


@pytest.mark.krav("N-14.5", "N-14.6")
def test_a_change_of_form_inside_the_institution_is_a_decision_on_transfer(verden: Verden) -> None:
    sak = ny_sak(verden, dom(), rettskraft(), innlagt(verden)).sak
    out = flyttet("2024-06-01", oppholdsform="uten_doegn")
    refused(verden.silje, sak, out, Ugyldig, "innhold.oppholdsform", "UGYLDIG_VERDI")
    foer(verden.silje, sak, flyttet("2024-06-01"))
    wrong = innlagt(verden, "2024-07-01", "uten_doegn")
    refused(verden.silje, sak, wrong, Ugyldig, "innhold.oppholdsform", "UGYLDIG_VERDI")


@pytest.mark.krav("N-5.8")
def test_what_was_carried_out_is_what_was_decided(verden: Verden) -> None:
    sak = ny_sak(verden, dom(), rettskraft(), innlagt(verden)).sak
    nr = foer(verden.silje, sak, hendelse("overfoeringsvedtak", "2024-05-01", retning="til_doegn"))
    done = hendelse(
        "overfoering_gjennomfoert", "2024-08-01", ref=f"h{nr.nr}", oppholdsform="uten_doegn",
        institusjon=str(verden.institusjon),
    )  # fmt: skip
    refused(verden.silje, sak, done, Ugyldig, "innhold.oppholdsform", "UGYLDIG_VERDI")


@pytest.mark.krav("LF-K6")
def test_the_consultation_is_asked_for_from_october_2020_and_why_it_was_not_made(
    verden: Verden,
) -> None:
    sak = ny_sak(verden, dom("2018-01-10"), rettskraft("2018-02-01")).sak
    leave = hendelse("permisjon", "2020-09-30", foelge="med", vesentlig=False)
    foer(verden.silje, sak, leave)
    later = {**leave, "skjedde": "2020-10-01"}
    refused(verden.silje, sak, later, Ugyldig, "innhold.konsultasjon", "MANGLER_FELT")
    said = {**later, "innhold": {**later["innhold"], "konsultasjon": "ikke_konsultert"}}
    refused(verden.silje, sak, said, Ugyldig, "merknad", "MANGLER_FELT")
    foer(verden.silje, sak, {**said, "merknad": "Det hastet."})


@pytest.mark.krav("LF-K6")
def test_who_reproduces_a_decision_may_say_that_the_consultation_is_not_known(
    verden: Verden,
) -> None:
    sak = ny_sak(verden, dom(), rettskraft(), innlagt(verden)).sak
    own = hendelse("faglig_ansvarlig_endret", "2024-02-02", faglig_ansvarlig=str(verden.fa.id))
    foer(verden.silje, sak, own)
    moved = flyttet("2024-06-01", konsultasjon="ikke_kjent")
    refused(verden.fa.viewer(), sak, moved, Ugyldig, "innhold.konsultasjon", "UGYLDIG_VERDI")
    foer(verden.silje, sak, moved)


@pytest.mark.krav("N-14.7", "N-16.2")
def test_an_essential_change_asks_for_written_notice_until_it_is_given(verden: Verden) -> None:
    sak = ny_sak(verden, dom(), rettskraft(), innlagt(verden)).sak
    moved = flyttet("2024-06-01", vesentlig=True, konsultasjon="konsultert")
    nr = foer(verden.silje, sak, moved).nr
    assert "mangler_varsel" in codes(sak)
    korriger_hendelse.utfoer(
        verden.silje, sak, nr, {**moved, "skjedde": "2024-06-02", "grunn": "Feil dato."},
        forventet_nr=nr, noekkel=str(ids.new_id()),
    )  # fmt: skip
    assert "mangler_varsel" in codes(sak)
    foer(verden.silje, sak, hendelse("varsel_statsadvokat", "2024-06-03", ref=f"h{nr}"))
    assert "mangler_varsel" not in codes(sak)


@pytest.mark.krav("N-1.4")
def test_a_hole_that_is_closed_is_not_told_as_if_the_place_were_unknown_now(
    verden: Verden,
) -> None:
    away = hendelse("utreise", "2025-01-01"), hendelse("retur_til_riket", "2025-03-01")
    sak = ny_sak(verden, dom(), rettskraft(), innlagt(verden), *away).sak
    foer(verden.silje, sak, hendelse("retur_avgjort", "2025-03-02", valg="opprettholde"))
    assert "mangler_plassering" in codes(sak)
    foer(verden.silje, sak, innlagt(verden, "2025-03-05"))
    assert "mangler_plassering" not in codes(sak)


@pytest.mark.krav("N-1.4", "N-23.3")
def test_admitted_on_the_day_of_the_return_the_place_is_known(verden: Verden) -> None:
    away = hendelse("utreise", "2025-01-01"), hendelse("retur_til_riket", "2025-03-01")
    events = dom(), rettskraft(), innlagt(verden), *away, innlagt(verden, "2025-03-01")
    sak = ny_sak(verden, *events).sak
    assert state(sak).her is not None
    assert [stay.form for stay in state(sak).opphold] == ["doegn", "utlandet", "doegn"]


@pytest.mark.krav("N-13.4")
def test_a_petition_before_its_time_is_no_case_to_be_hurried(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    asked = hendelse("begjaering_opphoer", "2024-10-01", "For tidlig.", part="domfelt")
    foer(verden.silje, sak, asked)
    assert state(sak).flagg == () and "F-80" not in codes(sak)
    foer(verden.silje, sak, hendelse("begjaering_opphoer", "2025-03-01", part="domfelt"))
    assert "F-80" in codes(sak)


@pytest.mark.krav("N-11.3", "N-5.9")
def test_the_prosecution_records_its_own_receipt_and_the_commission_sees_what_waits(
    verden: Verden,
) -> None:
    sak = ny_sak(verden, dom(), rettskraft(), innlagt(verden)).sak
    foer(verden.silje, sak, hendelse("overfoeringsvedtak", "2026-11-02", retning="mildere"))
    waits = {task.part: task.venter_paa for task in tasks(state(sak)) if task.kode == "F-20"}
    assert waits["paatale"] == "statsadvokat"
    assert waits["domfelt"] == "faglig_ansvarlig"
    foer(verden.silje, sak, hendelse("klage", "2026-11-10", ref="h4", part="domfelt"))
    assert "hos_kommisjonen" not in codes(sak)
    (kept,) = [task for task in tasks(state(sak)) if task.kode == "klage_ikke_sendt"]
    assert (kept.utloest, kept.venter_paa) == (date(2026, 11, 10), "faglig_ansvarlig")
    sent = hendelse("klage_oversendt", "2026-11-12", ref="h5",
                    kontrollkommisjon=str(verden.kommisjon))  # fmt: skip
    foer(verden.silje, sak, sent)
    assert "hos_kommisjonen" in codes(sak)
    assert "klage_ikke_sendt" not in codes(sak)
    foer(verden.silje, sak, hendelse("klage_avgjort", "2026-11-20", ref="h4", utfall="medhold"))
    assert "hos_kommisjonen" not in codes(sak, date(2026, 11, 21))


@pytest.mark.krav("LF-K5")
@pytest.mark.parametrize(("valg", "asked"), [("2027-01-20", False), ("2027-02-02", True)])
def test_three_years_after_a_return_are_counted_when_the_prosecution_chooses(
    verden: Verden, valg: str, asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    events = (hendelse("utreise", "2025-01-01"), hendelse("retur_til_riket", "2026-11-01"))
    sak = ny_sak(verden, dom(), rettskraft(), *events).sak
    monkeypatch.setenv("SAMVERN_KLOKKE", "2027-02-03T09:00:00+01:00")
    foer(verden.silje, sak, hendelse("retur_avgjort", valg, "Sent.", valg="opprettholde"))
    assert ("LF-K5" in codes(sak, date(2027, 2, 3))) is asked


@pytest.mark.krav("N-8.1", "LF-K2")
def test_the_judgment_that_became_final_says_what_kind_of_sentence_it_is(verden: Verden) -> None:
    higher = dom("2024-05-01", domstol="lagmannsrett", **TIDSBESTEMT)
    appeal = hendelse("anke", "2024-01-15", ref="h1", part="domfelt")
    lagret = ny_sak(verden, dom(), appeal, higher, rettskraft("2024-06-01", "h3"))
    assert Saksstand.objects.get(sak=lagret.sak).domstype == "tidsbestemt"
    assert "F-12" not in codes(lagret.sak)


def test_a_case_begins_with_an_indictment_or_a_judgment(verden: Verden) -> None:
    with pytest.raises(IkkeNaa) as told:
        ny_sak(verden, innlagt(verden))
    assert told.value.kode == "FEIL_TILSTAND"
    assert not Sak.objects.exists()


def entry(nr: int, kind: str, day: str, **innhold: Any) -> Oppfoering:
    return Oppfoering(
        nr, kind, "ny", None, date.fromisoformat(day), clock.now(), ids.new_id(), "nk",
        ids.new_id(), "annet", innhold,
    )  # fmt: skip


def bodies(log: tuple[Oppfoering, ...], day: str) -> dict[Deltakerslag, str | None]:
    parts = taking_part(participants(log, roots(log)), date.fromisoformat(day))
    return {slag: part.virksomhet for slag, part in parts.items()}


@pytest.mark.krav("N-20.8", "N-10.3")
def test_commission_and_state_administrator_take_part_until_their_own_matter_is_decided() -> None:
    log = (
        entry(1, "varslingsvedtak", "2024-04-01", id="v1"),
        entry(2, "klage", "2024-04-02", ref="v1", part="domfelt"),
        entry(3, "varslingsklage_oversendt", "2024-04-03", statsforvalter="SF"),
        entry(4, "overfoeringsvedtak", "2024-04-03", id="v2"),
        entry(5, "klage", "2024-04-04", ref="v2", part="paatale"),
        entry(6, "klage_oversendt", "2024-04-05", ref="h5", kontrollkommisjon="KK"),
        entry(7, "endringsbegjaering", "2024-04-06", id="e1", part="domfelt"),
        entry(8, "klage_oversendt", "2024-04-07", ref="e1", kontrollkommisjon="KK"),
        entry(9, "klage_avgjort", "2024-05-01", ref="v1", utfall="ikke_medhold"),
        entry(10, "klage_avgjort", "2024-05-10", ref="v2", utfall="ikke_medhold"),
        entry(11, "endringsavslag_endelig", "2024-05-20"),
    )
    kk, sf = Deltakerslag.KONTROLLKOMMISJON, Deltakerslag.STATSFORVALTER
    assert bodies(log, "2024-05-01") == {kk: "KK", sf: "SF"}
    assert bodies(log, "2024-05-02") == {kk: "KK"}
    assert bodies(log, "2024-05-20") == {kk: "KK"}
    assert bodies(log, "2024-05-21") == {}


@pytest.mark.krav("N-10.3")
def test_a_matter_brought_in_without_saying_which_is_closed_by_any_decision() -> None:
    log = (
        entry(1, "overfoeringsvedtak", "2024-04-01", id="v1"),
        entry(2, "sak_brakt_inn", "2024-04-05", id="b1", kontrollkommisjon="KK"),
        entry(3, "klage_avgjort", "2024-05-01", ref="v1", utfall="medhold"),
    )
    assert bodies(log, "2024-05-02") == {}


@pytest.mark.krav("N-14.1")
def test_a_transfer_to_another_institution_takes_the_old_trust_out_the_same_day() -> None:
    log = (
        entry(1, "behandlingsansvar_fastsatt", "2024-02-01", rhf="R", helseforetak="HF1",
              institusjon="I1"),
        entry(2, "overfoering_gjennomfoert", "2024-06-01", institusjon="I1", ref="v"),
        entry(3, "overfoering_gjennomfoert", "2024-08-01", institusjon="I2", ref="v"),
    )  # fmt: skip
    rhf, hf, inst = Deltakerslag.RHF, Deltakerslag.HELSEFORETAK, Deltakerslag.INSTITUSJON
    assert bodies(log, "2024-07-31") == {rhf: "R", hf: "HF1", inst: "I1"}
    assert bodies(log, "2024-08-01") == {rhf: "R", inst: "I2"}


@pytest.mark.krav("N-29.13")
def test_released_from_prison_is_not_in_prison() -> None:
    log = (
        entry(1, "dom_rettskraftig", "2015-01-01", art="kriminalomsorg"),
        entry(2, "proeveloeslatelse", "2017-01-01"),
        entry(3, "gjeninnsettelse", "2018-01-01"),
    )
    assert [stay.form for stay in stays(log)] == ["kriminalomsorg", "ukjent", "kriminalomsorg"]


def test_who_must_act_is_told_what_to_do_and_the_others_to_ask(verden: Verden) -> None:
    events = (hendelse("paatale_fastsatt", "2024-02-01", embete=str(verden.embete)),)
    ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-06"), *events)
    body = verden.embete
    prosecutor = replace(verden.sa.viewer(), virksomhet=body, virksomheter=frozenset({body}))
    told = {}
    for name, viewer in (("nk", verden.silje), ("sa", prosecutor)):
        with lesing.reading(viewer, "liste"):
            rows = arbeidsliste(viewer, til=date(2027, 1, 1)).rader
        told[name] = next(row.neste_steg.nb for row in rows if row.kode == "F-12")
    assert told["nk"] == "Spør statsadvokaten"
    assert told["sa"] == "Beslutt opphør, eller bring saken inn for tingretten"


def test_every_step_of_the_one_who_acts_differs_from_asking_themselves() -> None:
    steps = [*FRISTSTEG.values(), *STRAKSSTEG.values(), *UKLARSTEG.values()]
    steps += [gap.steg for gap in MANGLER.values()]
    asks = ("Spør", "Be om", "Ring", "Send purring", "Etterlys", "Be ")
    assert [s.selv.nb for s in steps if s.selv.nb.startswith(asks)] == []


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("klage_tatt_til_foelge", {"ref": "h4"}),
        ("klage_trukket", {"ref": "h4", "part": "domfelt"}),
        ("klage_avgjort", {"ref": "h4", "utfall": "ikke_medhold"}),
    ],
)
def test_a_complaint_waits_until_it_has_gone_somewhere(
    verden: Verden, kind: str, fields: dict[str, str]
) -> None:
    sak = ny_sak(verden, dom(), rettskraft(), innlagt(verden)).sak
    foer(verden.silje, sak, hendelse("overfoeringsvedtak", "2026-11-02", retning="mildere"))
    foer(verden.silje, sak, hendelse("klage", "2026-11-10", ref="h4", part="domfelt"))
    assert "klage_ikke_sendt" in codes(sak)
    foer(verden.silje, sak, hendelse(kind, "2026-11-15", **fields))
    assert "klage_ikke_sendt" not in codes(sak)


@pytest.mark.krav("F-12")
def test_a_signed_petition_that_no_court_has_waits_for_the_prosecution(verden: Verden) -> None:
    sak = ny_sak(verden, dom("2023-10-20"), rettskraft("2023-11-04")).sak
    foer(verden.silje, sak, hendelse("opprettholdelse_underskrevet", "2026-10-20"))
    assert "ikke_oversendt" not in codes(sak, date(2026, 11, 4))
    (task,) = [one for one in tasks(state(sak)) if one.kode == "ikke_oversendt"]
    assert (task.utloest, task.venter_paa) == (date(2026, 11, 4), "statsadvokat")
    foer(verden.silje, sak, hendelse("sak_oversendt_retten", "2026-11-20", "Sendt for sent."))
    assert "ikke_oversendt" not in codes(sak)


@pytest.mark.krav("F-20")
def test_who_complains_over_a_transfer_is_one_who_may_or_there_is_a_reason(verden: Verden) -> None:
    sak = ny_sak(verden, dom(), rettskraft(), innlagt(verden)).sak
    foer(verden.silje, sak, hendelse("overfoeringsvedtak", "2026-11-02", retning="mildere"))
    for kind in ("klage", "vedtak_akseptert"):
        with pytest.raises(Ugyldig) as refused:
            foer(verden.silje, sak, hendelse(kind, "2026-11-10", ref="h4", part="politi"))
        (fault,) = refused.value.feil
        assert (fault.sti, fault.kode) == ("innhold.part", "UGYLDIG_VERDI")
        assert fault.hjemmel == "phvl/5-4/1"
    foer(verden.silje, sak, hendelse("klage", "2026-11-10", "Kom fra distriktet.", ref="h4",
                                     part="politi"))  # fmt: skip
    assert "F-20" in codes(sak)
