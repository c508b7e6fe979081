"""Single requirements, each shown on a small case."""

from datetime import date, timedelta
from typing import Any

import pytest

from samvern.law.event import Hendelse, Sak, Sakstype
from samvern.law.history import History
from samvern.law.intake import read_case
from samvern.law.present import as_data
from samvern.law.reader import compute

Data = dict[str, Any]
DOM: Data = {"type": "dom_rettskraftig", "dato": "2024-01-10", "id": "J1", "art": "overfoeringsdom"}
VEDTAK: Data = {
    "type": "overfoeringsvedtak",
    "dato": "2024-05-10",
    "id": "V1",
    "retning": "mildere",
}
DAY = timedelta(days=1)


def answer(*events: Data, per: str, sakstype: str = "tidsubestemt") -> Data:
    sak, faults = read_case({"type": sakstype, "hendelser": list(events), "per_dato": per})
    assert sak is not None, faults
    return as_data(compute(sak))


def frister(data: Data, regel: str) -> list[Data]:
    return [f for f in data["frister"] if f["regel"] == regel]


def koder(data: Data) -> set[str]:
    return {v["kode"] for v in data["varsler"]}


def event(kind: str, day: str, **fields: object) -> Data:
    return {"type": kind, "dato": day, **fields}


@pytest.mark.krav("N-11.2", "F-69", "F-20")
def test_en_ukes_fristen_gjelder_aldri_overfoering_av_doemte() -> None:
    received = event("vedtak_mottatt", "2024-05-13", ref="V1", part="domfelt")
    sentence = answer(DOM, VEDTAK, received, per="2024-05-14")
    assert [f["dato"] for f in frister(sentence, "F-20")] == ["2024-06-03"]
    assert frister(sentence, "F-69") == []
    other = event("annet_vedtak", "2024-05-10", id="V1", art="4-10")
    assert frister(answer(DOM, other, received, per="2024-05-14"), "F-69") == []
    patient = received | {"part": "pasient"}
    without = answer(other, patient, per="2024-05-14", sakstype="tph")
    assert [f["dato"] for f in frister(without, "F-69")] == ["2024-05-21"]


@pytest.mark.krav("N-11.3")
def test_paatalens_frist_loeper_ikke_foer_mottak() -> None:
    received = event("vedtak_mottatt", "2024-05-13", ref="V1", part="domfelt")
    accepted = event("vedtak_akseptert", "2024-05-13", ref="V1", part="paaroerende")
    data = answer(DOM, VEDTAK, received, accepted, per="2024-12-02")
    assert [f["part"] for f in frister(data, "F-20")] == ["domfelt"]
    (earliest,) = frister(data, "F-21")
    assert (earliest["dato"], earliest["status"]) == (None, "sperret")
    assert {"kode": "W-MANGLER-MOTTATT", "ref": "V1"}.items() <= data["varsler"][0].items()
    (unclear,) = [u for u in data["uavklart"] if "F-20" in u["regler"]]
    assert (unclear["part"], unclear["ref"], unclear["mangler"]) == ("paatale", "V1", ["mottatt"])


@pytest.mark.krav("N-11.4", "N-14.3", "F-20", "F-21")
def test_hver_part_har_sin_frist_og_den_siste_styrer() -> None:
    days = {"domfelt": "2024-05-13", "paaroerende": "2024-05-14", "paatale": "2024-05-16"}
    received = [event("vedtak_mottatt", d, ref="V1", part=p) for p, d in days.items()]
    data = answer(DOM, VEDTAK, *received, per="2024-05-20")
    ends = {f["part"]: f["dato"] for f in frister(data, "F-20")}
    assert ends == {
        "domfelt": "2024-06-03",
        "paaroerende": "2024-06-04",
        "paatale": "2024-06-06",
    }
    assert [f["dato"] for f in frister(data, "F-21")] == ["2024-06-07"]


@pytest.mark.krav("LF-K15", "N-11.1")
def test_klagefristen_er_tre_uker_med_utvidelse() -> None:
    received = event("vedtak_mottatt", "2024-04-10", ref="V1", part="domfelt")
    vedtak = VEDTAK | {"dato": "2024-04-09"}
    (frist,) = frister(answer(DOM, vedtak, received, per="2024-04-10"), "F-20")
    assert (frist["nominell_dato"], frist["dato"]) == ("2024-05-01", "2024-05-02")


@pytest.mark.krav("LF-K15", "N-29.9", "F-31")
def test_sperren_gjelder_ny_klage_fra_alle_men_ikke_begjaeringen() -> None:
    refused = event("endringsavslag_endelig", "2024-06-03")
    petition = event("endringsbegjaering", "2024-07-01", id="B1", part="domfelt")
    assert koder(answer(DOM, refused, petition, per="2024-07-02")) == set()
    for part in ("domfelt", "paaroerende", "paatale"):
        complaint = event("endringsklage", "2024-07-01", id="K1", part=part)
        assert koder(answer(DOM, refused, complaint, per="2024-07-02")) == {"W-FOR-TIDLIG"}
        new = complaint | {"nye_forhold": True}
        assert koder(answer(DOM, refused, new, per="2024-07-02")) == {"I-NYE-FORHOLD"}
        later = complaint | {"dato": "2024-12-03"}
        assert koder(answer(DOM, refused, later, per="2024-12-04")) == set()


@pytest.mark.krav("N-13.12", "N-13.14", "F-07")
def test_statusrapportene_kommer_i_tillegg_og_er_retningslinje() -> None:
    data = answer(DOM, per="2024-02-01")
    reports = frister(data, "F-07")
    assert [(f["n"], f["nominell_dato"]) for f in reports] == [
        (1, "2025-01-10"),
        (2, "2026-01-10"),
        (3, "2027-01-10"),
    ]
    assert {f["kilde"] for f in reports} == {"retningslinje"}
    assert [f["kilde"] for f in frister(data, "F-12")] == ["lov"]


@pytest.mark.krav("N-24.4", "F-12")
def test_underskriften_avbryter_og_liggetiden_varsles() -> None:
    signed = event("opprettholdelse_underskrevet", "2026-12-18")
    sent = event("sak_oversendt_retten", "2027-02-01")
    lying = answer(DOM, signed, per="2027-01-11")
    assert [f["status"] for f in frister(lying, "F-12")] == ["oppfylt"]
    assert koder(lying) == {"W-IKKE-OVERSENDT"}
    assert koder(answer(DOM, signed, per="2027-01-10")) == set()
    assert koder(answer(DOM, signed, sent, per="2027-02-01")) == set()
    (frist,) = frister(answer(DOM, signed, sent, per="2027-02-01"), "F-12")
    facts = [(f["type"], f["dato"]) for f in frist["spor"]["fakta"]]
    assert ("opprettholdelse_underskrevet", "2026-12-18") in facts
    assert ("sak_oversendt_retten", "2027-02-01") in facts


@pytest.mark.krav("F-20", "F-21", "N-14.3")
@pytest.mark.parametrize(
    ("made", "gone", "per", "earliest", "status"),
    [
        # The deadline is out on 3 June. Until the day of withdrawal nothing could be done.
        ("2024-05-20", "2024-07-10", "2024-07-10", "2024-07-10", "aapen"),
        ("2024-05-20", "2024-07-10", "2024-07-09", None, "sperret"),
        # Withdrawn in time: the deadline runs out as before.
        ("2024-05-20", "2024-05-22", "2024-05-23", "2024-06-04", "ikke_aapnet"),
        ("2024-06-03", "2024-06-04", "2024-06-05", "2024-06-04", "aapen"),
        ("2024-06-03", "2024-06-05", "2024-06-05", "2024-06-05", "aapen"),
        # A late complaint never stopped anything.
        ("2024-06-04", "2024-07-10", "2024-07-10", "2024-06-04", "aapen"),
    ],
)
def test_overfoeringen_kan_ikke_skje_foer_dagen_klagen_ble_trukket(
    made: str, gone: str, per: str, earliest: str | None, status: str
) -> None:
    parties = ("domfelt", "paaroerende", "paatale")
    received = [event("vedtak_mottatt", "2024-05-13", ref="V1", part=p) for p in parties]
    klage = event("klage", made, ref="V1", part="domfelt", trukket=gone)
    data = answer(DOM, VEDTAK, *received, klage, per=per)
    assert [(f["dato"], f["status"]) for f in frister(data, "F-21")] == [(earliest, status)]
    if gone <= per:
        (own,) = (f for f in frister(data, "F-20") if f["part"] == "domfelt")
        assert own["status"] == ("loeper" if per <= "2024-06-03" else "utloept")
        assert own["spor"]["grunn"]["kode"] == "KLAGE_TRUKKET"


@pytest.mark.krav("F-42")
def test_en_trukket_klage_over_varsling_er_trukket_og_ikke_aldri_kommet() -> None:
    vedtak = event("varslingsvedtak", "2024-05-10", id="V2")
    received = event("vedtak_mottatt", "2024-05-13", ref="V2", part="domfelt")
    klage = event("klage", "2024-05-20", ref="V2", part="domfelt", trukket="2024-05-22")
    (own,) = frister(answer(DOM, vedtak, received, klage, per="2024-05-23"), "F-42")
    assert (own["status"], own["spor"]["grunn"]["kode"]) == ("loeper", "KLAGE_TRUKKET")


@pytest.mark.krav("F-21", "N-14.3")
def test_trukket_klage_gjoer_ikke_en_for_tidlig_overfoering_lovlig() -> None:
    parties = ("domfelt", "paaroerende", "paatale")
    received = [event("vedtak_mottatt", "2024-05-13", ref="V1", part=p) for p in parties]
    klage = event("klage", "2024-05-20", ref="V1", part="domfelt", trukket="2024-07-10")
    for day, early in (("2024-07-09", True), ("2024-07-10", False)):
        done = event("overfoering_gjennomfoert", day, ref="V1")
        data = answer(DOM, VEDTAK, *received, klage, done, per="2024-08-01")
        codes = {v["kode"] for v in data["varsler"]}
        assert ("A-GJENNOMFORT-FOR-TIDLIG" in codes) is early, day


@pytest.mark.krav("F-20", "F-21", "N-14.3")
def test_en_klage_som_er_avgjort_kan_ikke_trekkes_etterpaa() -> None:
    parties = ("domfelt", "paaroerende", "paatale")
    facts = [event("vedtak_mottatt", "2024-05-13", ref="V1", part=p) for p in parties]
    facts.append(event("klage_avgjort", "2024-06-10", ref="V1", utfall="ikke_medhold"))
    facts.append(event("overfoering_gjennomfoert", "2024-06-15", ref="V1"))
    for gone, earliest in (("2024-07-01", "2024-06-10"), ("2024-06-09", "2024-06-09")):
        klage = event("klage", "2024-05-20", ref="V1", part="domfelt", trukket=gone)
        data = answer(DOM, VEDTAK, *facts, klage, per="2024-08-01")
        assert [f["dato"] for f in frister(data, "F-21")] == [earliest]
        assert "A-GJENNOMFORT-FOR-TIDLIG" not in {v["kode"] for v in data["varsler"]}
        (own,) = (f for f in frister(data, "F-20") if f["part"] == "domfelt")
        assert own["status"] == ("oppfylt" if gone > "2024-06-10" else "utloept")


@pytest.mark.krav("N-29.4", "F-21")
def test_aksept_fra_alle_aapner_foer_fristene_er_ute() -> None:
    parts = ("domfelt", "paaroerende", "paatale")
    received = [event("vedtak_mottatt", "2024-05-13", ref="V1", part=p) for p in parts]
    days = ("2024-05-14", "2024-05-16", "2024-05-15")
    accepted = [
        event("vedtak_akseptert", d, ref="V1", part=p) for p, d in zip(parts, days, strict=True)
    ]
    (earliest,) = frister(answer(DOM, VEDTAK, *received, *accepted, per="2024-05-16"), "F-21")
    assert (earliest["dato"], earliest["status"]) == ("2024-05-16", "aapen")
    two = frister(answer(DOM, VEDTAK, *received, *accepted[:2], per="2024-05-16"), "F-21")
    assert [(f["dato"], f["status"]) for f in two] == [("2024-06-04", "ikke_aapnet")]


@pytest.mark.krav("N-29.5", "F-21")
def test_til_doegnopphold_ventes_det_ikke_men_klageretten_staar() -> None:
    vedtak = VEDTAK | {"retning": "til_doegn"}
    received = event("vedtak_mottatt", "2024-05-13", ref="V1", part="domfelt")
    data = answer(DOM, vedtak, received, per="2024-05-14")
    assert [(f["dato"], f["status"]) for f in frister(data, "F-21")] == [("2024-05-10", "aapen")]
    assert [f["dato"] for f in frister(data, "F-20")] == ["2024-06-03"]


@pytest.mark.krav("N-5.6", "F-05")
def test_overfoering_i_de_tre_foerste_ukene_bryter_doegnoppholdet() -> None:
    vedtak = VEDTAK | {"dato": "2024-01-12", "haster": True}
    for day, broken in (("2024-01-31", True), ("2024-02-01", False)):
        done = event("overfoering_gjennomfoert", day, ref="V1")
        found = koder(answer(DOM, vedtak, done, per="2024-02-02"))
        assert ("A-DOGNOPPHOLD-BRUTT" in found) is broken


@pytest.mark.krav("N-13.8", "F-13", "N-13.11", "N-13.3")
def test_avslag_starter_seks_maaneder_men_flytter_ikke_slutten() -> None:
    dom = DOM | {"dato": "2022-12-24"}
    refusal = DOM | {"id": "J2", "dato": "2023-11-01", "art": "nekter_opphoer"}
    data = answer(dom, refusal, per="2024-01-01", sakstype="tidsbestemt")
    assert [f["dato"] for f in frister(data, "F-11")] == ["2024-05-01"]
    assert [f["dato"] for f in frister(data, "F-13")] == ["2025-12-24"]
    assert frister(data, "F-12") == []
    reached = answer(dom, refusal, per="2025-12-24", sakstype="tidsbestemt")
    assert [f["status"] for f in frister(reached, "F-13")] == ["naadd"]


def absences(*moves: tuple[str, int]) -> list[tuple[date, date | None]]:
    start = date(2024, 1, 1)
    kinds = {"ut": "utreise", "inn": "retur_til_riket"}
    events = tuple(Hendelse(type=kinds[k], dato=start + n * DAY) for k, n in moves)
    return History(Sak(Sakstype.TIDSUBESTEMT, events, start + 100 * DAY)).absences()


def span(out: int, back: int | None) -> tuple[date, date | None]:
    start = date(2024, 1, 1)
    return start + out * DAY, None if back is None else start + back * DAY


@pytest.mark.krav("N-23.3", "F-88")
@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ((), []),
        ((("ut", 3),), [span(3, None)]),
        ((("inn", 3),), []),
        ((("ut", 3), ("inn", 5)), [span(3, 5)]),
        ((("ut", 3), ("ut", 4), ("inn", 5)), [span(3, 5)]),
        ((("ut", 3), ("inn", 5), ("inn", 6)), [span(3, 5)]),
        ((("ut", 3), ("inn", 5), ("ut", 7)), [span(3, 5), span(7, None)]),
        ((("ut", 3), ("inn", 5), ("ut", 5)), [span(3, 5), span(5, None)]),
        ((("ut", 3), ("inn", 3)), []),
        ((("ut", 3), ("inn", 5), ("ut", 101)), [span(3, 5)]),
    ],
)
def test_fravaer_fra_riket(moves: tuple[tuple[str, int], ...], expected: list[Any]) -> None:
    assert absences(*moves) == expected
    assert absences(*reversed(moves)) == expected


SAGT: Data = {"type": "dom_avsagt", "dato": "2023-12-20", "id": "J1", "domstol": "tingrett"}


def unclear(data: Data) -> list[tuple[Any, ...]]:
    return [
        (tuple(u["regler"]), tuple(u["mangler"]), u.get("ref"), u.get("part"))
        for u in data["uavklart"]
        if u["mangler"] != ["rettskraft"]
    ]


@pytest.mark.krav("F-01", "F-02", "F-03")
def test_uavklart_sier_hvilken_dom_part_og_opplysning() -> None:
    nothing = answer(SAGT, per="2024-02-01")
    assert unclear(nothing) == [
        (("F-01", "F-03"), ("forkynnelse",), "J1", "domfelt"),
        (("F-02", "F-03"), ("mottatt_paatale",), "J1", "paatale"),
    ]
    appealed = event("anke", "2023-12-28", ref="J1", part="domfelt")
    assert unclear(answer(SAGT, appealed, per="2024-02-01")) == [
        (("F-02", "F-03"), ("mottatt_paatale",), "J1", "paatale"),
    ]
    counted = answer(SAGT | {"domfelt_til_stede": True}, appealed, per="2024-02-01")
    assert unclear(counted) == [(("F-02", "F-03"), ("mottatt_paatale",), "J1", "paatale")]
    accepted = event("dom_vedtatt", "2023-12-28", ref="J1", part="domfelt")
    assert unclear(answer(SAGT, accepted, per="2024-02-01")) == [
        (("F-02", "F-03"), ("mottatt_paatale",), "J1", "paatale"),
    ]


@pytest.mark.krav("N-11.3", "F-21")
def test_det_som_haster_venter_ikke_paa_noens_mottak() -> None:
    for urgent, rules in ((False, ("F-20", "F-21")), (True, ("F-20",))):
        data = answer(DOM, VEDTAK | {"haster": urgent}, per="2024-05-14")
        assert [u for u in unclear(data) if "F-20" in u[0]] == [
            (rules, ("mottatt",), "V1", part) for part in ("domfelt", "paaroerende", "paatale")
        ]


@pytest.mark.krav("F-81", "LF-K1")
@pytest.mark.parametrize(
    ("per", "governs"),
    [("2020-09-30", "2019-03-01"), ("2020-10-01", "2020-10-01"), ("2021-02-01", "2020-10-01")],
)
def test_plikten_til_tilbakefoering_hjemles_i_opphevelsen_naar_den_gjelder(
    per: str, governs: str
) -> None:
    old = DOM | {"dato": "2018-01-10"}
    prison = event("dom_rettskraftig", "2019-03-01", id="K1", art="kriminalomsorg")
    sak, _ = read_case(
        {"type": "tidsubestemt", "hendelser": [old, prison], "per_dato": per},
    )
    assert sak is not None
    (duty,) = [d for d in compute(sak).straks if d.regel == "F-81"]
    assert (duty.utloest.isoformat(), duty.hjemmelsdag.isoformat()) == ("2019-03-01", governs)
