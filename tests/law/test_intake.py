"""Reading a case: every fault at its place, nothing guessed, and never an exception."""

from datetime import date, time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.law import intake_check
from samvern.law.event import HENDELSESTYPER, KLAGE_PARTER, Felt, Sakstype, Verdi
from samvern.law.intake import FAULT_CODES, MAX_PARTS, MAX_TEXT, read_case
from samvern.law.intake_date import parse_date
from tests.law.strategies import raw_cases

Data = dict[str, Any]


def case(*events: object, **changes: object) -> Data:
    return {"type": "tph", "hendelser": list(events), "per_dato": "2025-09-01"} | changes


def faults(data: object) -> list[tuple[str, str]]:
    sak, found = read_case(data)
    assert (sak is None) == bool(found)
    return [(fault.sti, fault.kode) for fault in found]


GODE: dict[Verdi, object] = {
    Verdi.DATO: "2025-01-02",
    Verdi.KLOKKESLETT: "14:30",
    Verdi.HELTALL: 1,
    Verdi.JA_NEI: True,
    Verdi.TEKST: "annet",
    Verdi.ID: "X1",
}
GALE: dict[Verdi, list[object]] = {
    Verdi.DATO: [20250102, "2025-02-30", "2025-1-2", "02.01.2025", None, True, "1989-12-31", ""],
    Verdi.KLOKKESLETT: ["24:00", "9:30", "14:60", "14:30:00", 1430, None, "14.30", "14:30\n"],
    Verdi.HELTALL: ["1", 1.0, True, None, 0, -1, [1]],
    Verdi.JA_NEI: ["ja", 1, 0, None, "true"],
    Verdi.KODE: ["rar", "", None, 1, ["domfelt"], {}, True],
    Verdi.KODELISTE: ["domfelt", [], [1], ["rar"], ["domfelt", "domfelt"], None, [["domfelt"]]],
    Verdi.TEKST: ["", 1, None, "x" * (MAX_TEXT + 1), "a\nb", "\u202e", ["a"]],
    Verdi.ID: ["", 1, None, "x" * (MAX_TEXT + 1), "a\tb", {}],
    Verdi.REF: ["", 1, None, "finnes-ikke", []],
}


def anchor(felt: Felt) -> Data | None:
    """An event that a reference may point to."""
    for kind in sorted(felt.peker_paa):
        return valid(kind) | {"id": "R1"}
    return None


def good(felt: Felt) -> object:
    if felt.verdi is Verdi.KODE:
        return felt.koder[0]
    if felt.verdi is Verdi.KODELISTE:
        return list(felt.koder)
    return "R1" if felt.verdi is Verdi.REF else GODE[felt.verdi]


def valid(kind: str) -> Data:
    fields = HENDELSESTYPER[kind].felt
    return {"type": kind, "dato": "2025-01-02"} | {f.navn: good(f) for f in fields}


def events_for(kind: str) -> list[Data]:
    """A valid event of the kind, after those it refers to."""
    refs = [f for f in HENDELSESTYPER[kind].felt if f.verdi is Verdi.REF]
    return [a for f in refs if (a := anchor(f)) is not None] + [valid(kind)]


FIELDS = [(kind, felt) for kind, t in HENDELSESTYPER.items() for felt in t.felt]


@pytest.mark.parametrize("kind", HENDELSESTYPER)
def test_hver_hendelsestype_godtas_med_alle_felt(kind: str) -> None:
    sak, found = read_case(case(*events_for(kind)))
    assert found == ()
    assert sak is not None
    assert sak.hendelser[-1].type == kind


@pytest.mark.parametrize(("kind", "felt"), FIELDS, ids=lambda v: getattr(v, "navn", v))
def test_paakrevde_felt_maa_staa_og_valgfrie_kan_utelates(kind: str, felt: Felt) -> None:
    events = events_for(kind)
    del events[-1][felt.navn]
    place = f"hendelser[{len(events) - 1}].{felt.navn}"
    assert faults(case(*events)) == ([(place, "MANGLER_FELT")] if felt.paakrevd else [])


@pytest.mark.parametrize(
    ("kind", "felt", "value"),
    [(kind, felt, value) for kind, felt in FIELDS for value in GALE[felt.verdi]],
    ids=lambda v: getattr(v, "navn", None),
)
def test_feil_slag_verdi(kind: str, felt: Felt, value: object) -> None:
    events = events_for(kind)
    events[-1][felt.navn] = value
    found = faults(case(*events))
    place = f"hendelser[{len(events) - 1}].{felt.navn}"
    assert found
    assert all(sti.startswith(place) and kode == "UGYLDIG_VERDI" for sti, kode in found)


@pytest.mark.parametrize("kind", HENDELSESTYPER)
def test_ukjent_felt_i_en_hendelse(kind: str) -> None:
    events = events_for(kind)
    events[-1]["rart"] = 1
    assert faults(case(*events)) == [(f"hendelser[{len(events) - 1}].rart", "UGYLDIG_VERDI")]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (None, [""]),
        ([], [""]),
        ("tph", [""]),
        ({}, ["type", "per_dato", "hendelser"]),
        (case(type="rar"), ["type"]),
        (case(type=["tph"]), ["type"]),
        (case(per_dato="i dag"), ["per_dato"]),
        (case(hendelser={}), ["hendelser"]),
        (case(hendelser=None), ["hendelser"]),
        (case(mer=1), ["mer"]),
        (case(1, None, []), ["hendelser[0]", "hendelser[1]", "hendelser[2]"]),
        (case({"dato": "2025-01-02"}), ["hendelser[0].type"]),
        (case({"type": "rar", "dato": "2025-01-02"}), ["hendelser[0].type"]),
        (case({"type": ["rar"]}), ["hendelser[0].type"]),
        (case({"type": "tph_etablert"}), ["hendelser[0].dato"]),
    ],
)
def test_saken_som_helhet(data: object, expected: list[str]) -> None:
    assert sorted(sti for sti, _ in faults(data)) == sorted(expected)


def test_hver_id_er_en_hendelse_unntatt_samme_dom() -> None:
    said = {"type": "dom_avsagt", "dato": "2025-01-02", "id": "J", "domstol": "tingrett"}
    final = {"type": "dom_rettskraftig", "dato": "2025-01-16", "id": "J", "art": "overfoeringsdom"}
    assert faults(case(said, final, type="tidsubestemt")) == []
    assert faults(case(final, said, type="tidsubestemt")) == []
    assert faults(case(said, said, type="tidsubestemt")) == [("hendelser[1].id", "UGYLDIG_VERDI")]
    three = faults(case(said, final, final, type="tidsubestemt"))
    assert three == [("hendelser[2].id", "UGYLDIG_VERDI")]
    other = {"type": "tph_etablert", "dato": "2025-01-02", "id": "J"}
    assert faults(case(said, other, type="tidsubestemt")) == [("hendelser[1].id", "UGYLDIG_VERDI")]


def test_rettskraft_foer_dommen() -> None:
    said = {"type": "dom_avsagt", "dato": "2025-01-16", "id": "J", "domstol": "tingrett"}
    final = {"type": "dom_rettskraftig", "dato": "2025-01-15", "id": "J", "art": "overfoeringsdom"}
    found = faults(case(said, final, type="tidsubestemt"))
    assert found == [("hendelser[1].dato", "UGYLDIG_REKKEFOLGE")]
    same_day = final | {"dato": "2025-01-16"}
    assert faults(case(said, same_day, type="tidsubestemt")) == []


def test_a_complaint_is_not_withdrawn_before_it_was_made() -> None:
    decision = {"type": "annet_vedtak", "dato": "2025-01-02", "id": "V1", "art": "4-10"}
    made = {"type": "klage", "dato": "2025-01-10", "ref": "V1", "part": "pasient"}
    assert faults(case(decision, made | {"trukket": "2025-01-10"})) == []
    found = faults(case(decision, made | {"trukket": "2025-01-09"}))
    assert found == [("hendelser[1].trukket", "UGYLDIG_REKKEFOLGE")]


def test_en_henvisning_kan_gjelde_noe_etter_beregningsdagen() -> None:
    later = {"type": "annet_vedtak", "dato": "2025-12-01", "id": "V", "art": "annet"}
    received = {"type": "vedtak_mottatt", "dato": "2025-08-01", "ref": "V", "part": "pasient"}
    assert faults(case(later, received)) == []


def test_en_henvisning_til_feil_slag() -> None:
    other = {"type": "tph_etablert", "dato": "2025-01-02", "id": "V"}
    received = {"type": "vedtak_mottatt", "dato": "2025-08-01", "ref": "V", "part": "pasient"}
    assert faults(case(other, received)) == [("hendelser[1].ref", "UGYLDIG_VERDI")]


@pytest.mark.krav("LF-K2")
@pytest.mark.parametrize(
    ("day", "expected"),
    [("2016-09-30", [("hendelser[0].dato", "UGYLDIG_VERDI")]), ("2016-10-01", [])],
)
def test_tidsbestemt_dom_fantes_ikke_foer_oktober_2016(day: str, expected: list[Any]) -> None:
    said = {"type": "dom_avsagt", "dato": day, "id": "J", "domstol": "tingrett"}
    assert faults(case(said, type="tidsbestemt")) == expected
    final = {"type": "dom_rettskraftig", "dato": day, "id": "J", "art": "overfoeringsdom"}
    assert faults(case(final, type="tidsbestemt")) == expected
    assert faults(case(final, type="tidsubestemt")) == []


def test_flere_fornaermede_har_nummer() -> None:
    decided = {"type": "varslingsvedtak", "dato": "2025-01-02", "id": "V"}
    for part, fine in (
        ("fornaermet_2", True),
        ("etterlatt_12", True),
        ("fornaermet_1", False),
        ("fornaermet_0", False),
        ("fornaermet_", False),
        ("domfelt_2", False),
    ):
        received = {"type": "vedtak_mottatt", "dato": "2025-02-01", "ref": "V", "part": part}
        assert (faults(case(decided, received)) == []) is fine, part


def test_det_som_utelates_faar_kravets_standard() -> None:
    vedtak = {"type": "overfoeringsvedtak", "dato": "2025-01-02", "id": "V", "retning": "mildere"}
    sak, _ = read_case(case(vedtak, type="tidsubestemt"))
    assert sak is not None
    (event,) = sak.hendelser
    assert (event.haster, event.parter, event.klokkeslett) == (False, KLAGE_PARTER, None)
    arrival = {"type": "ankomst", "dato": "2025-01-02", "klokkeslett": "00:00"}
    sak, _ = read_case(case(arrival))
    assert sak is not None
    assert sak.type is Sakstype.TPH
    assert sak.per_dato == date(2025, 9, 1)
    assert sak.hendelser[0].klokkeslett == time(0)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1990-01-01", date(1990, 1, 1)),
        ("2100-12-31", date(2100, 12, 31)),
        ("2024-02-29", date(2024, 2, 29)),
        ("1989-12-31", None),
        ("2101-01-01", None),
        ("2025-02-29", None),
        ("2025-W01-1", None),
        ("20250102", None),
        ("2025-01-02T00:00", None),
        ("２０２５-01-02", None),
        (" 2025-01-02", None),
        ("2025-01-02\n", None),
    ],
)
def test_en_dato_er_aar_maaned_dag(text: str, day: date | None) -> None:
    assert parse_date(text) == day


def test_en_lang_liste_av_parter_leses_ikke_ledd_for_ledd() -> None:
    """One fault, not one an element: the duplicates of a long list were once searched for."""
    events = events_for("overfoeringsvedtak")
    place = f"hendelser[{len(events) - 1}].parter"
    for parts in (["domfelt"] * 150_000, [f"x{i}" for i in range(150_000)]):
        events[-1]["parter"] = parts
        _, found = read_case(case(*events))
        assert [(f.sti, f.melding.nb) for f in found] == [(place, "For mange parter.")]
    events[-1]["parter"] = ["rar"] * MAX_PARTS
    assert len(faults(case(*events))) == MAX_PARTS


def test_hver_gjentatt_part_nevnes() -> None:
    events = events_for("overfoeringsvedtak")
    first, second = KLAGE_PARTER[:2]
    events[-1]["parter"] = [first, second, first, first]
    place = f"hendelser[{len(events) - 1}].parter"
    found = faults(case(*events))
    assert found == [(f"{place}[{i}]", "UGYLDIG_VERDI") for i in (2, 3)]


def test_ukjente_typer_med_samme_id_holdes_som_ett_slag() -> None:
    """Work and memory follow the number of rows, however many types are made up."""
    rows: list[object] = [{"type": f"rar{i}", "id": "J"} for i in range(1000)]
    assert {kind for _, _, kind in intake_check._ids(rows)} == {intake_check._UNKNOWN}
    found = faults(case(*rows))
    assert sum(sti.endswith(".id") for sti, _ in found) == 999


def test_en_type_med_mange_nivaaer_gir_feil_og_ikke_unntak() -> None:
    deep: list[object] = []
    for _ in range(100_000):
        deep = [deep]
    assert [sti for sti, _ in faults(case({"type": deep, "id": "J", "ref": "J"}))] == [
        "hendelser[0].type"
    ]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(JSON)
def test_hva_som_helst_gir_feil_og_aldri_unntak(data: object) -> None:
    assert faults(data)


@given(raw_cases(), st.data())
def test_en_oedelagt_verdi_i_en_gyldig_sak(data: Data, draw: st.DataObject) -> None:
    rows = data["hendelser"]
    target = draw.draw(st.sampled_from([data, *rows]))
    target[draw.draw(st.sampled_from(sorted(target)))] = draw.draw(JSON)
    _, found = read_case(data)
    assert all(f.kode in FAULT_CODES and f.melding.nb and f.melding.nn for f in found)
