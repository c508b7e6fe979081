"""The reasoning beside the dates: reason, notes, other readings and the facts used."""

from datetime import date
from typing import Any

import pytest

from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.law.trace import Frist

Data = dict[str, Any]
Readings = dict[str, str | None]


def event(kind: str, day: str, **fields: object) -> Data:
    return {"type": kind, "dato": day, **fields}


DOM = event("dom_rettskraftig", "2024-01-10", id="J1", art="overfoeringsdom")
SAGT = event("dom_avsagt", "2023-12-20", id="J1", domstol="tingrett", domfelt_til_stede=True)
MOTTATT = event("dom_mottatt_paatale", "2023-12-20", ref="J1", hos="ankeberettiget")
KONTOR = event("dom_mottatt_paatale", "2023-12-20", ref="J1", hos="kontor")
OPPRETTHOLDT = event("dom_rettskraftig", "2025-06-10", id="J2", art="opprettholdelse")
NEKTET = event("dom_rettskraftig", "2025-06-10", id="J2", art="nekter_opphoer")
VEDTAK = event("overfoeringsvedtak", "2024-05-10", id="V1", retning="mildere")
UNDERSKREVET = event("opprettholdelse_underskrevet", "2026-11-02")
SENDT = event("sak_oversendt_retten", "2026-12-01")
VERN = event("tph_etablert", "2024-03-01")
OBSERVERT = event("observasjon_startet", "2024-02-20", klokkeslett="12:00")
TPH = "tph"


def received(part: str, day: str = "2024-05-13", ref: str = "V1") -> Data:
    return event("vedtak_mottatt", day, ref=ref, part=part)


ALLE = tuple(received(part) for part in ("domfelt", "paaroerende", "paatale"))


def frist(regel: str, *events: Data, per: str, sakstype: str = "tidsubestemt", **key: Any) -> Frist:
    sak, faults = read_case({"type": sakstype, "hendelser": list(events), "per_dato": per})
    assert sak is not None, faults
    (found,) = [
        f
        for f in compute(sak).frister
        if f.regel == regel and all(getattr(f, name) == value for name, value in key.items())
    ]
    return found


def readings(found: Frist) -> Readings:
    return {r.kode: r.dato.isoformat() if r.dato else None for r in found.spor.lesninger}


@pytest.mark.krav("LF-K4")
@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (frist("F-03", SAGT, MOTTATT, per="2024-01-02"),
         {"DAGEN_ETTER": "2024-01-04", "SISTE_DAG": "2024-01-03"}),
        (frist("F-03", SAGT, MOTTATT, event("dom_vedtatt", "2023-12-21", ref="J1", part="domfelt"),
               event("dom_vedtatt", "2023-12-22", ref="J1", part="paatale"), per="2024-01-02"), {}),
        (frist("F-03", SAGT, MOTTATT, event("dom_vedtatt", "2023-12-21", ref="J1", part="domfelt"),
               per="2024-01-02"), {"DAGEN_ETTER": "2024-01-04", "SISTE_DAG": "2024-01-03"}),
        (frist("F-03", SAGT | {"domstol": "hoeyesterett"}, per="2024-01-02"), {}),
        (frist("F-05", DOM, event("innleggelse", "2024-01-15"), per="2024-01-20"),
         {"FRA_RETTSKRAFT": "2024-01-31", "FRA_INNLEGGELSE": "2024-02-05"}),
        (frist("F-05", DOM, event("innleggelse", "2024-01-10"), per="2024-01-20"), {}),
        (frist("F-05", DOM, event("innleggelse", "2024-01-09"), per="2024-01-20"), {}),
        (frist("F-05", DOM, per="2024-01-20"), {}),
        (frist("F-10", DOM, OPPRETTHOLDT, per="2025-07-01"),
         {"OPPRETTHOLDELSE_STARTER": "2026-06-10", "BARE_NEVNTE_DOMMER": "2025-01-10"}),
        (frist("F-10", DOM, NEKTET, per="2025-07-01"), {}),
        (frist("F-10", DOM, per="2025-07-01"), {}),
        (frist("F-11", DOM, OPPRETTHOLDT, per="2025-07-01", sakstype="tidsbestemt"), {}),
        (frist("F-12", DOM, per="2026-12-02"), {}),
        (frist("F-12", DOM, SENDT | {"dato": "2024-01-10"}, per="2026-12-02"), {}),
        (frist("F-12", DOM, UNDERSKREVET, SENDT | {"dato": "2026-10-01"}, per="2026-12-02"),
         {"UNDERSKRIFT_AVBRYTER": "2026-11-02", "OVERSENDELSE_AVBRYTER": None}),
        (frist("F-12", DOM, UNDERSKREVET, per="2026-12-02"),
         {"UNDERSKRIFT_AVBRYTER": "2026-11-02", "OVERSENDELSE_AVBRYTER": None}),
        (frist("F-12", DOM, UNDERSKREVET, SENDT, per="2026-12-02"),
         {"UNDERSKRIFT_AVBRYTER": "2026-11-02", "OVERSENDELSE_AVBRYTER": "2026-12-01"}),
        (frist("F-12", DOM, SENDT, per="2026-12-02"),
         {"UNDERSKRIFT_AVBRYTER": None, "OVERSENDELSE_AVBRYTER": "2026-12-01"}),
        (frist("F-13", DOM, SAGT, per="2026-12-02", sakstype="tidsbestemt"),
         {"FRA_RETTSKRAFT": "2027-01-10", "FRA_DOMSAVSIGELSE": "2026-12-20",
          "MED_UTVIDELSE": "2027-01-11"}),
        (frist("F-13", DOM | {"dato": "2024-01-11"}, per="2026-12-02", sakstype="tidsbestemt"), {}),
        (frist("F-21", DOM, VEDTAK, *ALLE, per="2024-05-20"), {}),
        (frist("F-21", DOM, VEDTAK | {"haster": True}, *ALLE, per="2024-05-20"),
         {"HASTER_FORAN_KLAGEFRIST": "2024-05-10", "HASTER_ETTER_KLAGEFRIST": "2024-06-04"}),
        (frist("F-21", DOM, VEDTAK | {"retning": "til_doegn", "haster": True}, *ALLE,
               per="2024-05-20"), {}),
        (frist("F-62", event("ankomst", "2024-02-20", klokkeslett="12:00"), per="2024-02-20",
               sakstype=TPH), {"ALLE_TIMER": "2024-02-21", "UTEN_HELLIGDAGER": None}),
        (frist("F-65", VERN, per="2024-06-03", sakstype=TPH), {}),
        (frist("F-65", VERN, OBSERVERT, per="2024-06-03", sakstype=TPH),
         {"FRA_VEDTAKET": "2025-03-01", "FRA_OBSERVASJONEN": "2025-02-20"}),
        (frist("F-65", VERN, OBSERVERT | {"dato": "2024-03-01"}, per="2024-06-03", sakstype=TPH),
         {}),
        (frist("F-65", VERN, event("forlengelse_innvilget", "2025-02-03"), per="2025-02-04",
               sakstype=TPH), {}),
        (frist("F-65", VERN, event("forlengelse_innvilget", "2025-02-03"),
               event("forlengelse_innvilget", "2025-03-01"), per="2025-03-02", sakstype=TPH),
         {"FRA_VEDTAKET": "2027-03-01", "ETT_AAR_AV_GANGEN": "2026-03-01"}),
        (frist("F-65", VERN, event("forlengelse_innvilget", "2025-02-03"),
               event("forlengelse_innvilget", "2025-02-10"), per="2025-02-20", sakstype=TPH),
         {"FRA_VEDTAKET": "2027-03-01", "ETT_AAR_AV_GANGEN": "2026-03-01"}),
        (frist("F-65", VERN, event("forlengelse_innvilget", "2025-02-03"),
               event("forlengelse_innvilget", "2026-02-02"), per="2026-02-20", sakstype=TPH), {}),
    ],
)  # fmt: skip
def test_lesemaatene(found: Frist, expected: Readings) -> None:
    """Each reading with its date, and none where the readings do not differ."""
    assert expected.items() <= readings(found).items()
    assert set(readings(found)) <= set(expected) | {"UTEN_HELLIGDAGER"}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (frist("F-02", SAGT, MOTTATT, per="2024-01-02"), {"BARE_ETT_MOTTAK"}),
        (frist("F-02", SAGT, KONTOR, per="2024-01-02"), {"BARE_ETT_MOTTAK"}),
        (frist("F-02", SAGT, MOTTATT, KONTOR, per="2024-01-02"), set()),
        (frist("F-01", SAGT, MOTTATT, per="2024-01-02"), set()),
        (frist("F-05", DOM, event("innleggelse", "2024-01-11"), per="2024-01-20"),
         {"SEN_IVERKSETTELSE"}),
        (frist("F-05", DOM, event("innleggelse", "2024-01-10"), per="2024-01-20"), set()),
        (frist("F-07", DOM, per="2024-02-01", n=3), {"FOER_TREAARSFRISTEN"}),
        (frist("F-07", DOM, per="2024-02-01", n=2), set()),
        (frist("F-07", DOM, per="2024-02-01", sakstype="tidsbestemt", n=3), set()),
        (frist("F-12", DOM, per="2024-02-01"), {"LOVDATO_ER_IKKE_PLAN"}),
        (frist("F-12", DOM | {"dato": "2024-01-11"}, per="2024-02-01"), set()),
        (frist("F-12", DOM, SENDT, per="2026-12-02"),
         {"LOVDATO_ER_IKKE_PLAN", "SENDT_UTEN_UNDERSKRIFT"}),
        (frist("F-12", DOM, UNDERSKREVET, SENDT, per="2026-12-02"), {"LOVDATO_ER_IKKE_PLAN"}),
        (frist("F-20", DOM, VEDTAK | {"dato": "2024-01-31"}, received("domfelt"),
               per="2024-05-20"), {"I_TREUKERSPERIODEN"}),
        (frist("F-21", DOM, VEDTAK | {"dato": "2024-01-31"}, per="2024-05-20"),
         {"I_TREUKERSPERIODEN"}),
        (frist("F-21", DOM, VEDTAK | {"dato": "2024-01-31", "haster": True}, per="2024-05-20"),
         {"I_TREUKERSPERIODEN"}),
        (frist("F-21", DOM, VEDTAK | {"dato": "2024-02-01"}, per="2024-05-20"), set()),
        (frist("F-42", event("varslingsvedtak", "2024-05-10", id="V1"), received("fornaermet"),
               per="2024-05-20", sakstype=TPH), {"VARSLING_UTEN_DOM"}),
        (frist("F-42", DOM, event("varslingsvedtak", "2024-05-10", id="V1"), received("domfelt"),
               per="2024-05-20"), set()),
        *[(frist("F-68", event("annet_vedtak", "2024-05-10", id="V1", art="annet"), received(part),
                 per="2024-05-20", sakstype=TPH), notes)
          for part, notes in (("politi", {"POLITI_TRE_UKER"}), ("pasient", set()),
                              ("begjaerende_myndighet", {"POLITI_TRE_UKER"}))],
        (frist("F-69", event("annet_vedtak", "2024-05-10", id="V1", art="4-10"), received("politi"),
               per="2024-05-20", sakstype=TPH), set()),
        (frist("F-60", OBSERVERT, per="2024-02-21", sakstype=TPH), set()),
        (frist("F-60", event("observasjon_startet", "2024-02-20"), per="2024-02-21", sakstype=TPH),
         {"PLANLEGG_DAGEN_FOER"}),
        (frist("F-61", event("observasjon_startet", "2024-02-20"),
               event("observasjon_forlenget", "2024-02-25", dager=11), per="2024-02-26",
               sakstype=TPH), {"PLANLEGG_DAGEN_FOER", "FORLENGELSE_KAPPET"}),
        (frist("F-61", OBSERVERT, event("observasjon_forlenget", "2024-02-25", dager=10),
               per="2024-02-26", sakstype=TPH), set()),
        (frist("F-65", VERN, event("forlengelse_innvilget", "2025-02-03"),
               event("forlengelse_innvilget", "2025-02-10"), per="2025-02-20", sakstype=TPH),
         {"TO_SAMTYKKER"}),
        (frist("F-65", VERN, event("forlengelse_innvilget", "2025-02-03"), per="2025-02-20",
               sakstype=TPH), set()),
        (frist("F-65", VERN, OBSERVERT, per="2024-06-03", sakstype=TPH), set()),
        (frist("F-20", DOM, VEDTAK, received("domfelt", "2024-05-10"), per="2024-05-20"), set()),
        (frist("F-20", DOM, VEDTAK, received("domfelt", "2024-05-09"), per="2024-05-20"),
         {"MOTTATT_FOER_VEDTAKET"}),
        (frist("F-10", DOM | {"dato": "2025-12-24"}, per="2026-02-01"), {"STENGT_KONTOR"}),
        (frist("F-10", DOM | {"dato": "2025-12-23"}, per="2026-02-01"), set()),
    ],
)  # fmt: skip
def test_merknadene(found: Frist, expected: set[str]) -> None:
    assert set(found.spor.merknader) == expected


RETURNED = (event("utreise", "2026-12-01"), event("retur_til_riket", "2027-03-01"))


@pytest.mark.parametrize(
    ("found", "status", "reason"),
    [
        (frist("F-12", DOM, UNDERSKREVET, per="2026-12-02"), "oppfylt", "UNDERSKREVET"),
        (frist("F-12", DOM, UNDERSKREVET | {"dato": "2027-01-11"}, per="2027-01-12"),
         "oppfylt", "UNDERSKREVET_ETTER_NOMINELL"),
        (frist("F-12", DOM, UNDERSKREVET | {"dato": "2027-01-12"}, per="2027-01-12"),
         "oppfylt_for_sent", "UNDERSKREVET_FOR_SENT"),
        (frist("F-12", DOM, *RETURNED, UNDERSKREVET | {"dato": "2027-03-01"}, per="2027-03-02"),
         "maa_avgjoeres", "UNDERSKREVET_ETTER_RETUR"),
        (frist("F-12", DOM, *RETURNED, UNDERSKREVET | {"dato": "2027-02-26"}, per="2027-03-02"),
         "oppfylt_for_sent", "UNDERSKREVET_FOR_SENT"),
        (frist("F-12", DOM, event("opphoer", "2026-12-01"), per="2026-12-02"),
         "oppfylt", "OPPHOERT"),
        (frist("F-12", DOM, event("opphoer", "2027-01-11"), per="2027-01-12"),
         "oppfylt", "OPPHOERT_ETTER_NOMINELL"),
        (frist("F-12", DOM, event("opphoer", "2027-01-12"), per="2027-01-12"),
         "oppfylt_for_sent", "OPPHOERT_FOR_SENT"),
        (frist("F-12", DOM, *RETURNED, event("opphoer", "2027-03-02"), per="2027-03-02"),
         "oppfylt_for_sent", "OPPHOERT_FOR_SENT"),
        (frist("F-12", DOM, RETURNED[0], per="2027-01-10"), "suspendert", "UTE_AV_RIKET"),
        (frist("F-12", DOM, event("utreise", "2027-01-11"), per="2027-01-12"),
         "oversittet", "INGEN_UNDERSKRIFT"),
        (frist("F-12", DOM, *RETURNED, per="2027-03-02"), "maa_avgjoeres", "DATOEN_FALT_I_FRAVAER"),
        (frist("F-12", DOM, event("utreise", "2027-01-10"), RETURNED[1], per="2027-03-02"),
         "maa_avgjoeres", "DATOEN_FALT_I_FRAVAER"),
        (frist("F-12", DOM, event("utreise", "2026-12-01"), event("retur_til_riket", "2027-01-10"),
               per="2027-01-12"), "oversittet", "INGEN_UNDERSKRIFT"),
        (frist("F-21", DOM, VEDTAK | {"haster": True}, per="2024-05-20"), "aapen", "HASTER"),
        (frist("F-21", DOM, VEDTAK | {"retning": "til_doegn"}, per="2024-05-20"),
         "aapen", "TIL_DOEGN"),
        (frist("F-21", DOM, VEDTAK, per="2024-05-20"), "sperret", "MANGLER_MOTTATT"),
        (frist("F-21", DOM, VEDTAK, ALLE[0], ALLE[1], event("klage", "2024-05-20", ref="V1",
               part="domfelt"), event("vedtak_akseptert", "2024-05-20", ref="V1", part="paatale"),
               per="2024-05-21"), "sperret", "KLAGE_TIL_BEHANDLING"),
        (frist("F-21", DOM, VEDTAK, *ALLE, per="2024-06-03"), "ikke_aapnet", "ALLE_FERDIGE_DEN"),
        (frist("F-21", DOM, VEDTAK, *ALLE, per="2024-06-04"), "aapen", "ALLE_FERDIGE"),
        (frist("F-03", SAGT, MOTTATT, per="2024-01-03"), "ikke_aapnet", "FORESLAATT_IKKE_NAADD"),
        (frist("F-03", SAGT, MOTTATT, per="2024-01-04"), "foreslaatt", "FORESLAATT_NAADD"),
        (frist("F-03", SAGT, per="2024-01-04"), "sperret", "MANGLER_STARTPUNKT"),
        (frist("F-03", SAGT | {"domfelt_til_stede": False}, event("anke", "2023-12-28", ref="J1",
               part="domfelt"), per="2024-01-04"), "sperret", "ANKET_I_TIDE"),
        (frist("F-03", SAGT | {"domfelt_til_stede": False}, event("dom_vedtatt", "2023-12-28",
               ref="J1", part="domfelt"), per="2024-01-04"), "sperret", "MANGLER_STARTPUNKT"),
        (frist("F-03", SAGT, event("anke", "2023-12-28", ref="J1", part="domfelt"),
               per="2024-01-04"), "sperret", "ANKET_I_TIDE"),
        (frist("F-01", SAGT, per="2024-01-02"), "loeper", "INGEN_ANKE"),
        (frist("F-20", DOM, VEDTAK, ALLE[0], per="2024-05-20"), "loeper", "INGEN_KLAGE"),
        (frist("F-05", DOM, per="2024-01-31"), "loeper", "MINSTETID_LOEPER"),
        (frist("F-05", DOM, per="2024-02-01"), "naadd", "MINSTETID_OVER"),
        (frist("F-07", DOM, event("statusrapport_sendt", "2024-01-10", n=1), per="2024-02-01", n=1),
         "loeper", "IKKE_SENDT"),
        (frist("F-07", DOM, event("statusrapport_sendt", "2024-01-11", n=1), per="2024-02-01", n=1),
         "oppfylt", "SENDT_I_TIDE"),
        (frist("F-64", VERN, event("undersoekelse_4_9", "2024-03-01"), per="2024-04-02",
               sakstype=TPH), "loeper", "IKKE_UNDERSOEKT"),
    ],
)  # fmt: skip
def test_grunnen_til_statusen(found: Frist, status: str, reason: str) -> None:
    assert (str(found.status), found.spor.grunn.kode) == (status, reason)


PRISON = event("dom_rettskraftig", "2019-03-01", id="K1", art="kriminalomsorg")
OLD = DOM | {"dato": "2018-01-10"}
LIMITED = DOM | {"dato": "2022-06-15"}


@pytest.mark.krav("F-81", "F-83", "LF-K5", "F-88")
@pytest.mark.parametrize(
    ("regel", "events", "sakstype", "per", "reason"),
    [
        ("F-81", (OLD, PRISON), "tidsubestemt", "2020-03-02", "I_KRIMINALOMSORGEN"),
        ("F-81", (OLD, PRISON), "tidsubestemt", "2021-10-01", "I_KRIMINALOMSORGEN"),
        ("F-81", (OLD, PRISON), "tidsubestemt", "2021-10-02", "SKULLE_VAERT_TILBAKE"),
        ("F-83", (LIMITED,), "tidsbestemt", "2025-06-15", "KJENT_SLUTT"),
        ("F-83", (LIMITED,), "tidsbestemt", "2025-06-16", "SLUTT_PASSERT"),
        ("F-88", (DOM, RETURNED[0]), "tidsubestemt", "2027-03-01", "UTE_AV_RIKET"),
        ("LF-K5", (DOM, *RETURNED), "tidsubestemt", "2027-03-01", "RETUR_OVER_TRE_AAR"),
        ("LF-K5", (DOM | {"dato": "2024-03-01"}, *RETURNED), "tidsubestemt", "2027-03-01", "RETUR"),
        ("LF-K5", (DOM | {"dato": "2024-03-02"}, *RETURNED), "tidsbestemt", "2027-03-01", "RETUR"),
        ("LF-K5", (DOM | {"dato": "2024-03-01"}, *RETURNED), "tidsbestemt", "2027-03-01",
         "RETUR_ETTER_SLUTT"),
    ],
)  # fmt: skip
def test_grunnen_til_plikten(
    regel: str, events: tuple[Data, ...], sakstype: str, per: str, reason: str
) -> None:
    sak, _ = read_case({"type": sakstype, "hendelser": list(events), "per_dato": per})
    assert sak is not None
    assert [d.grunn.kode for d in compute(sak).straks if d.regel == regel] == [reason]


def test_dager_for_sent_regnes_fra_den_viste_dagen() -> None:
    late = frist("F-12", DOM, UNDERSKREVET | {"dato": "2027-01-13"}, per="2027-01-13")
    assert dict(late.spor.grunn.verdier) == {"dag": date(2027, 1, 13), "dager": 3}
    late = frist("F-04", DOM, event("innleggelse", "2024-01-12"), per="2024-01-13")
    assert dict(late.spor.grunn.verdier) == {"dag": date(2024, 1, 12), "dager": 2}
    sent = event("helseopplysningsskjema_sendt", "2024-02-02")
    late = frist("F-06", DOM, sent, per="2024-02-02")
    assert dict(late.spor.grunn.verdier) == {"dag": date(2024, 2, 2), "dager": 2}


def test_sporet_nevner_alle_steg_og_fakta() -> None:
    end = frist("F-65", VERN, event("forlengelse_innvilget", "2025-02-03"), per="2025-02-04",
                sakstype=TPH)  # fmt: skip
    assert [s.operasjon for s in end.spor.steg] == ["start", "pluss", "samtykke", "flyttes_ikke"]
    assert [f.type for f in end.spor.fakta] == ["tph_etablert", "forlengelse_innvilget"]
    appeal = frist("F-02", SAGT, MOTTATT, KONTOR, per="2024-01-02")
    assert [s.operasjon for s in appeal.spor.steg] == [
        "start", "pluss", "tidligste_av", "neste_virkedag" if appeal.dato != appeal.nominell_dato
        else "virkedag",
    ]  # fmt: skip
    assert [f.type for f in appeal.spor.fakta] == ["dom_mottatt_paatale"] * 2


def test_bare_det_som_gjelder_samme_vedtak_teller() -> None:
    other = VEDTAK | {"id": "V2", "dato": "2024-05-11"}
    mine, theirs = event("klage", "2024-05-20", ref="V1", part="domfelt"), "V2"
    elsewhere = [received(p, "2024-05-14", theirs) for p in ("domfelt", "paaroerende", "paatale")]
    decided = event("klage_avgjort", "2024-06-10", ref="V2", utfall="medhold")
    events = (DOM, VEDTAK, other, *ALLE, *elsewhere, mine, decided)
    first = frist("F-21", *events, per="2024-06-12", ref="V1")
    assert (first.dato, first.spor.grunn.kode) == (None, "KLAGE_TIL_BEHANDLING")
    second = frist("F-21", *events, per="2024-06-12", ref="V2")
    assert (second.dato, second.spor.grunn.kode) == (None, "MEDHOLD")
    without = frist("F-21", DOM, VEDTAK, other, *ALLE, *elsewhere, mine, per="2024-06-12", ref="V2")
    assert (without.dato, without.spor.grunn.kode) == (date(2024, 6, 5), "ALLE_FERDIGE")


def test_aksept_av_et_annet_vedtak_kommer_ikke_med_i_lesemaaten() -> None:
    urgent = VEDTAK | {"haster": True}
    other = VEDTAK | {"id": "V2"}
    accepted = [
        event("vedtak_akseptert", "2024-05-14", ref="V2", part=part)
        for part in ("domfelt", "paaroerende", "paatale")
    ]
    found = frist("F-21", DOM, urgent, other, *ALLE, *accepted, per="2024-05-20", ref="V1")
    assert readings(found)["HASTER_ETTER_KLAGEFRIST"] == "2024-06-04"


def test_den_siste_partens_frist_er_lesemaaten_for_det_som_haster() -> None:
    urgent = VEDTAK | {"haster": True}
    later = (ALLE[0], received("paaroerende", "2024-05-14"), received("paatale", "2024-05-16"))
    found = frist("F-21", DOM, urgent, *later, per="2024-05-20")
    assert readings(found)["HASTER_ETTER_KLAGEFRIST"] == "2024-06-07"
    accepted = event("vedtak_akseptert", "2024-05-17", ref="V1", part="domfelt")
    found = frist("F-21", DOM, urgent, *later, accepted, per="2024-05-20")
    assert readings(found)["HASTER_ETTER_KLAGEFRIST"] == "2024-06-07"
    other = VEDTAK | {"id": "V2"}
    sooner = [received(part, "2024-05-10", "V2") for part in ("domfelt", "paaroerende", "paatale")]
    found = frist("F-21", DOM, urgent, other, *later, *sooner, per="2024-05-20", ref="V1")
    assert readings(found)["HASTER_ETTER_KLAGEFRIST"] == "2024-06-07"


def test_den_tidligste_av_to_mottak_staar_foerst_i_sporet() -> None:
    late_office = KONTOR | {"dato": "2023-12-21"}
    found = frist("F-02", SAGT, MOTTATT, late_office, per="2024-01-02")
    assert [(f.type, f.hos) for f in found.spor.fakta] == [
        ("dom_mottatt_paatale", "ankeberettiget"),
        ("dom_mottatt_paatale", "kontor"),
    ]
    late_receipt = MOTTATT | {"dato": "2024-01-15"}
    found = frist("F-02", SAGT, late_receipt, KONTOR, per="2024-01-16")
    assert [f.hos for f in found.spor.fakta] == ["kontor", "ankeberettiget"]
    assert found.nominell_dato == date(2024, 1, 17)
    assert dict(found.spor.grunn.verdier) == {"dag": date(2023, 12, 20)}


def test_foreslaatt_rettskraft_har_dommen_og_sitt_eget_steg() -> None:
    highest = frist("F-03", SAGT | {"domstol": "hoeyesterett"}, per="2024-01-02")
    assert [s.operasjon for s in highest.spor.steg] == ["hoeyesterett"]
    found = frist("F-03", SAGT, MOTTATT, per="2024-01-02")
    assert [s.operasjon for s in found.spor.steg] == ["seneste_ferdig"]
    assert frist("F-03", SAGT, per="2024-01-02").ref == "J1"
    appealed = SAGT | {"id": "J0", "dato": "2023-10-02"}
    accepted = event("dom_vedtatt", "2024-01-04", ref="J0", part="domfelt")
    both = frist("F-03", appealed, accepted, SAGT, MOTTATT, per="2024-01-05", ref="J1")
    assert [f.type for f in both.spor.fakta] == ["dom_avsagt"]
    assert "SISTE_DAG" in readings(both)


def test_det_som_skjedde_foer_starten_teller_ikke() -> None:
    before = event("kommisjonskontroll", "2024-02-28")
    assert str(frist("F-63", VERN, before, per="2024-04-02", sakstype=TPH).status) == "loeper"
    complaint = event("pasientklage", "2024-02-28", id="K1")
    assert str(frist("F-63", VERN, complaint, per="2024-04-02", sakstype=TPH).status) == "loeper"
    arrival = event("ankomst", "2024-02-21", klokkeslett="08:00")
    for earlier in (OBSERVERT, VERN | {"dato": "2024-02-20"}):
        found = frist("K16-2", arrival, earlier, per="2024-03-02", sakstype=TPH)
        assert [f.type for f in found.spor.fakta] == ["ankomst"]


def test_det_siste_av_flere_like_fakta_staar_i_sporet() -> None:
    same_day = event("undersoekelse_4_9", "2024-03-01")
    found = frist("F-64", VERN, same_day, per="2024-04-02", sakstype=TPH)
    assert [f.type for f in found.spor.fakta] == ["undersoekelse_4_9"]
    refused = [event("klage_avslaatt", day) for day in ("2024-03-04", "2024-03-05")]
    found = frist("F-70", VERN, *refused, per="2024-04-02", sakstype=TPH)
    assert [f.dato for f in found.spor.fakta] == [date(2024, 3, 5)]
    refused = [event("endringsavslag_endelig", day) for day in ("2024-03-04", "2024-03-05")]
    found = frist("F-31", DOM, *refused, per="2024-04-02")
    assert [f.dato for f in found.spor.fakta] == [date(2024, 3, 5)]


def test_sperren_mot_ny_klage_sier_om_den_er_over() -> None:
    refused = event("klage_avslaatt", "2024-03-04")
    barred = frist("F-70", VERN, refused, per="2024-09-03", sakstype=TPH)
    assert (str(barred.status), barred.spor.grunn.kode) == ("ikke_aapnet", "RETTEN_ER_IKKE_AAPEN")
    free = frist("F-70", VERN, refused, per="2024-09-04", sakstype=TPH)
    assert (str(free.status), free.spor.grunn.kode) == ("aapen", "RETTEN_ER_AAPEN")
