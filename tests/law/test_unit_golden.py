"""The example reader: what it refuses, and that a wrong answer fails a case."""

import copy
from collections.abc import Mapping
from typing import Any

import pytest

from samvern.law import golden
from samvern.law.golden import EKSEMPLER, FRISTER, UgyldigEksempelfil, load, run
from samvern.law.intake import Fault
from samvern.law.text import Text

FRIST: dict[str, object] = {"regel": "F-04", "dato": "2025-03-12", "status": "oppfylt"}
ETT: dict[str, Any] = {
    "id": "X-1",
    "om": "Om",
    "hvorfor": "Hvorfor",
    "kilde": ["strl/65/4"],
    "inn": {},
    "forventet": {"frister": [FRIST], "varsler": [], "fravaerende": []},
    "ikke_vurdert": ["F-05"],
}
IKKE_TEKST: tuple[object, ...] = (1, None, [], {}, ["type"], True)
FIL: dict[str, Any] = {"schema": EKSEMPLER, "familie": "x", "eksempler": [ETT]}


def changed(**changes: object) -> dict[str, Any]:
    data = copy.deepcopy(FIL)
    data["eksempler"][0].update(changes)
    return data


def places(data: object) -> list[str]:
    with pytest.raises(UgyldigEksempelfil) as refused:
        load(data)
    return [fault.sti for fault in refused.value.feil]


def test_leser_en_gyldig_fil() -> None:
    (eksempel,) = load(FIL).eksempler
    assert eksempel.kilder == ("strl/65/4",)
    assert eksempel.ikke_vurdert == frozenset({"F-05"})


def test_hardt_mellomrom_er_tekst() -> None:
    assert load(changed(om="strl.\u00a0§\u00a065")).eksempler[0].om == "strl.\u00a0§\u00a065"


def test_kilden_kan_si_hvor_i_dokumentet() -> None:
    kilde = {"dokument": "nk/frister", "sted": "Frister", "hjemmel": ["nk/frister"]}
    assert load(changed(kilde=kilde)).eksempler[0].kilder == ("nk/frister",)
    assert places(changed(kilde=kilde | {"side": 3})) == ["eksempler[0].kilde.side"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (None, [""]),
        ([], [""]),
        ({}, ["schema", "eksempler"]),
        ({"schema": FRISTER, "eksempler": []}, ["eksempler"]),
        ({"schema": "annet/1", "eksempler": []}, ["schema"]),
        ({"schema": ["x"], "eksempler": [], "mer": 1}, ["mer", "schema"]),
        ({**FIL, "familie": ""}, ["familie"]),
        ({**FIL, "eksempler": {}}, ["eksempler"]),
        ({**FIL, "eksempler": [1]}, ["eksempler[0]"]),
        ({**FIL, "eksempler": [ETT, ETT]}, ["eksempler[1].id"]),
        (changed(merknad="x"), ["eksempler[0].merknad"]),
        (changed(kilde=[]), ["eksempler[0].kilde"]),
        (changed(hvorfor=" "), ["eksempler[0].hvorfor"]),
        (changed(ikke_vurdert=["F-99"]), ["eksempler[0].ikke_vurdert[0]"]),
        (changed(forventet={"feil": []}), ["eksempler[0].forventet.feil"]),
        *(
            (
                changed(forventet={"feil": [{"sti": value, "kode": value}]}),
                [f"eksempler[0].forventet.feil[0].{n}" for n in ("sti", "kode")],
            )
            for value in IKKE_TEKST
        ),
        (
            changed(forventet={"feil": [{"sti": "\x1b[31m", "kode": "MANGLER_FELT"}]}),
            ["eksempler[0].forventet.feil[0].sti"],
        ),
        (
            changed(forventet={"feil": [{"sti": "", "kode": "RAR"}]}),
            ["eksempler[0].forventet.feil[0].kode"],
        ),
        *((changed(om=value), ["eksempler[0].om"]) for value in ("\x1b[31m", "a\nb", "\u202e")),
        (changed(kilde=["strl/65\x1b"]), ["eksempler[0].kilde[0]"]),
        (
            changed(forventet={"frister": [{**FRIST, "ref": "\x1b[2J"}], "varsler": []}),
            ["eksempler[0].forventet.frister[0].ref"],
        ),
        (changed(forventet={"feil": [{"sti": ""}]}), ["eksempler[0].forventet.feil[0].kode"]),
        (
            changed(forventet={"frister": [{**FRIST, "status": "rar", "x": 1}], "varsler": []}),
            ["eksempler[0].forventet.frister[0].x", "eksempler[0].forventet.frister[0].status"],
        ),
        (
            changed(forventet={"frister": [], "varsler": [{"kode": "W-RAR"}]}),
            ["eksempler[0].forventet.varsler[0].kode"],
        ),
        (
            changed(forventet={"frister": [], "varsler": [], "straks": [{"regel": "F-80"}]}),
            [f"eksempler[0].forventet.straks[0].{n}" for n in ("utloest", "dager")],
        ),
    ],
)
def test_nekter_ukjent_og_manglende(data: object, expected: list[str]) -> None:
    assert places(data) == expected


def given(
    frister: list[dict[str, object]] | None = None,
    varsler: list[dict[str, object]] | None = None,
    straks: list[dict[str, object]] | None = None,
) -> Mapping[str, object]:
    return {"frister": frister or [], "varsler": varsler or [], "straks": straks or []}


def differences(answer: golden.Row | tuple[Fault, ...], **changes: object) -> tuple[str, ...]:
    return run(load(changed(**changes)).eksempler[0], lambda _: answer)


def test_riktig_svar_bestaar() -> None:
    assert differences(given([FRIST | {"n": None}, {**FRIST, "regel": "F-05"}])) == ()


@pytest.mark.parametrize(
    ("answer", "line"),
    [
        (given(), "F-04: 0 slike frister i svaret, ventet én"),
        (given([dict(FRIST), dict(FRIST)]), "F-04: 2 slike frister i svaret, ventet én"),
        (given([FRIST | {"dato": None}]), "F-04: dato er None, ventet 2025-03-12"),
        (
            given([FRIST, {**FRIST, "regel": "F-06"}]),
            "F-06: 2025-03-12 oppfylt er verken ventet eller unntatt",
        ),
        (given([FRIST], [{"kode": "W-FOR-TIDLIG", "ref": "B"}]), "Uventet varsel: W-FOR-TIDLIG B"),
        ((Fault("type", "MANGLER_FELT", Text("a", "b")),), "Uventet feil: MANGLER_FELT i «type»"),
    ],
)
def test_hvert_avvik_sies(answer: golden.Row | tuple[Fault, ...], line: str) -> None:
    assert line in differences(answer)


def test_en_frist_som_er_unntatt_men_fravaerende() -> None:
    forventet = {"frister": [], "varsler": [], "fravaerende": ["F-05"]}
    lines = differences(given([{**FRIST, "regel": "F-05"}]), forventet=forventet)
    assert lines == ("F-05: skulle ikke vært i svaret",)


def test_varsler_med_og_uten_ref() -> None:
    forventet = {
        "frister": [],
        "varsler": [{"kode": "W-FOR-TIDLIG"}, {"kode": "W-FOR-TIDLIG", "ref": "A"}],
    }
    both: list[dict[str, object]] = [
        {"kode": "W-FOR-TIDLIG", "ref": "A"},
        {"kode": "W-FOR-TIDLIG", "ref": "B"},
    ]
    assert differences(given(varsler=list(both)), forventet=forventet) == ()
    lines = differences(given(varsler=[dict(both[1])]), forventet=forventet)
    assert lines == ("Varsel som mangler: W-FOR-TIDLIG A",)


def test_straks_sammenlignes_helt() -> None:
    duty: dict[str, object] = {"regel": "F-80", "utloest": "2025-01-01", "dager": 3}
    forventet = {"frister": [], "varsler": [], "straks": [duty]}
    assert differences(given(straks=[duty | {"navn": "x"}]), forventet=forventet) == ()
    assert differences(given(straks=[duty | {"dager": 4}]), forventet=forventet) == (
        "Plikt som mangler: F-80 utløst 2025-01-01",
        "Uventet plikt: F-80 utløst 2025-01-01",
    )


def test_inndata_som_skal_avvises() -> None:
    forventet = {"feil": [{"sti": "type", "kode": "MANGLER_FELT"}]}
    fault = Fault("type", "MANGLER_FELT", Text("a", "b"))
    assert differences((fault,), forventet=forventet) == ()
    assert differences(given(), forventet=forventet) == (
        "Inndata ble godtatt, men skulle vært avvist.",
    )
    assert differences((fault, fault), forventet=forventet) == (
        "Uventet feil: MANGLER_FELT i «type»",
    )


def test_andre_frister_er_tillatt_i_kravets_skjema() -> None:
    row = {k: v for k, v in ETT.items() if k not in ("hvorfor", "kilde", "ikke_vurdert")}
    file = load({"schema": FRISTER, "eksempler": [row | {"grunnlag": "strl § 65"}]})
    assert run(file.eksempler[0], lambda _: given([FRIST, {**FRIST, "regel": "F-06"}])) == ()
