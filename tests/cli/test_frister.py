"""`samvern frister`: the contract that others build on."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from samvern.law.intake import read_case
from samvern.law.present import as_data
from samvern.law.reader import compute
from tests.cli.conftest import Run
from tests.law import cases

SAK: dict[str, Any] = {
    "type": "tidsubestemt",
    "per_dato": "2026-11-23",
    "hendelser": [
        {"type": "dom_avsagt", "dato": "2023-11-20", "id": "D1", "domstol": "tingrett"},
        {"type": "dom_rettskraftig", "dato": "2023-12-06", "id": "D1", "art": "overfoeringsdom"},
        {"type": "overfoeringsvedtak", "dato": "2026-11-03", "id": "V1", "retning": "mildere"},
        {"type": "vedtak_mottatt", "dato": "2026-11-04", "ref": "V1", "part": "domfelt"},
        {"type": "begjaering_opphoer", "dato": "2026-10-12", "id": "B1", "part": "domfelt"},
    ],
}
TPH: dict[str, Any] = {
    "type": "tph",
    "per_dato": "2025-09-10",
    "hendelser": [
        {"type": "ankomst", "dato": "2025-09-01", "klokkeslett": "14:30"},
        {"type": "observasjon_startet", "dato": "2025-09-01", "klokkeslett": "16:00"},
    ],
}
GAL = {"type": "tph", "hendelser": [{"type": "tph_etablert", "dato": 20250901}]}


def engine(data: dict[str, Any]) -> dict[str, Any]:
    sak, _ = read_case(data)
    assert sak is not None
    return as_data(compute(sak))


@pytest.mark.krav("N-13.1")
def test_en_sak_gir_ett_svar(frister: Run) -> None:
    ran = frister(SAK, "--json")
    assert (ran.code, ran.err) == (0, "")
    assert ran.data() == engine(SAK)


def test_en_liste_gir_en_liste(frister: Run) -> None:
    ran = frister([SAK, TPH], "--json")
    assert ran.code == 0
    assert ran.data() == [engine(SAK), engine(TPH)]
    assert frister([SAK], "--json").data() == [engine(SAK)]


def test_en_tom_liste_er_en_tom_liste(frister: Run) -> None:
    ran = frister([], "--json")
    assert (ran.code, ran.out, ran.err) == (0, "[]\n", "")
    assert frister([]).code == 0


def test_standard_inn(samvern: Run, stdin: Callable[[bytes], None]) -> None:
    stdin(b"\xef\xbb\xbf" + json.dumps(SAK).encode())
    assert samvern("frister", "-", "--json").data() == engine(SAK)


@pytest.mark.krav("N-13.1", "N-13.14")
def test_feltene_i_svaret(frister: Run) -> None:
    answer = frister(SAK, "--json").data()
    assert list(answer) == ["regelsett", "per_dato", "frister", "varsler", "straks", "uavklart"]
    treaarsfrist = next(f for f in answer["frister"] if f["regel"] == "F-12")
    expected = {
        "dato": "2026-12-06",
        "nominell_dato": "2026-12-06",
        "lovdato": "2026-12-07",
        "siste_virkedag": "2026-12-04",
        "status": "loeper",
        "ref": "D1",
        "kilde": "lov",
        "sikkerhet": "sikker",
    }
    assert {k: treaarsfrist[k] for k in expected} == expected
    assert treaarsfrist["hjemmel"]
    assert {"fakta", "steg", "grunn", "alternativer", "regelsett", "versjon"} <= set(
        treaarsfrist["spor"]
    )
    assert all(
        "dato" in f and f["kilde"] in ("lov", "retningslinje", "praksis", "produktvalg")
        for f in answer["frister"]
    )


@pytest.mark.krav("N-13.1")
def test_de_25_eksemplene_gjennom_kommandolinjen(samvern: Run) -> None:
    ran = samvern("frister", "--eksempler", cases.FOLDER / "krav.json")
    assert (ran.code, ran.out, ran.err) == (0, "25 passed, 0 failed\n", "")


@pytest.mark.parametrize("path", sorted(cases.FOLDER.glob("*.json")), ids=lambda p: p.stem)
def test_alle_eksempelfilene_gjennom_kommandolinjen(samvern: Run, path: Path) -> None:
    ran = samvern("frister", "--eksempler", path)
    assert ran.code == 0
    assert ran.out == f"{len(cases.files()[path.stem].eksempler)} passed, 0 failed\n"


def test_et_eksempel_som_ikke_stemmer(samvern: Run, tmp_path: Path) -> None:
    data = json.loads((cases.FOLDER / "krav.json").read_text(encoding="utf-8"))
    frist = data["eksempler"][0]["forventet"]["frister"][1]
    frist["dato"] = "2025-04-03"
    path = tmp_path / "feil.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    ran = samvern("frister", "--eksempler", path)
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert lines[0].startswith("E01: ")
    assert lines[1] == "  F-05: dato er 2025-04-02, ventet 2025-04-03"
    assert lines[-1] == "24 passed, 1 failed"


def test_en_eksempelfil_med_ukjent_felt(samvern: Run, tmp_path: Path) -> None:
    path = tmp_path / "ukjent.json"
    path.write_text('{"schema": "samvern-frister/1", "eksempler": [], "x": 1}', encoding="utf-8")
    ran = samvern("frister", "--eksempler", path)
    assert (ran.code, ran.out) == (2, "")
    assert {"sti": "x", "kode": "UGYLDIG_VERDI", "melding": "Ukjent felt."} in ran.faults()


def test_alle_feil_i_en_sak(frister: Run) -> None:
    ran = frister(GAL, "--json")
    assert (ran.code, ran.out) == (2, "")
    places = [(f["sti"], f["kode"]) for f in ran.faults()]
    assert places == [("per_dato", "MANGLER_FELT"), ("hendelser[0].dato", "UGYLDIG_VERDI")]
    assert all(f["melding"] for f in ran.faults())


def test_alle_feil_i_alle_saker_og_ingenting_paa_standard_ut(frister: Run) -> None:
    ran = frister([SAK, GAL, 7, GAL], "--json")
    assert (ran.code, ran.out) == (2, "")
    assert [f["sti"] for f in ran.faults()] == [
        "[1].per_dato",
        "[1].hendelser[0].dato",
        "[2]",
        "[3].per_dato",
        "[3].hendelser[0].dato",
    ]


@pytest.mark.parametrize("words", [(), ("--forklar", "F-12"), ("--json",)])
def test_feil_i_inndata_er_like_uansett_form(frister: Run, words: tuple[str, ...]) -> None:
    ran = frister(GAL, *words)
    assert (ran.code, ran.out) == (2, "")
    assert len(ran.faults()) == 2


def test_tabellen(frister: Run) -> None:
    ran = frister(SAK)
    assert (ran.code, ran.err) == (0, "")
    out = ran.out.replace("\u00a0", " ")
    assert "Tidsubestemt dom, per mandag 23. november 2026" in out
    assert "sø. 6. des. 2026" in out
    assert "13 dager igjen" in out
    assert "Treårsfristen (D1)" in out
    assert "W-MANGLER-MOTTATT V1:" in out
    assert "F-80" in out
    assert "Kan ikke regnes ut ennå" in out
    positions = [out.index(day) for day in ("27. des. 2023", "6. des. 2024", "25. nov. 2026")]
    assert positions == sorted(positions)
    assert out.index("6. des. 2026") < out.index("ingen dato")


def test_tabellen_paa_nynorsk_for_flere_saker(frister: Run) -> None:
    out = frister([SAK, TPH], "--maalform", "nn").out.replace("\u00a0", " ")
    assert "Sak 1: Tidsubestemt dom, per måndag 23. november 2026" in out
    assert "Sak 2: Tvungent vern utan dom" in out
    assert "kl. 14.30" in out
    assert "13 dagar att" in out


def test_tabellen_uten_frister(frister: Run) -> None:
    ran = frister({"type": "tph", "hendelser": [], "per_dato": "2025-01-02"})
    assert (ran.code, "Ingen frister." in ran.out) == (0, True)


@pytest.mark.krav("N-13.1")
def test_forklaringen_har_datoer_steg_og_hjemler(frister: Run) -> None:
    ran = frister(SAK, "--forklar", "f-12")
    assert ran.code == 0
    out = " ".join(ran.out.replace("\u00a0", " ").split())
    for words in (
        "F-12 Treårsfristen (D1)",
        "søndag 6. desember 2026: Løper",
        "mandag 7. desember 2026",
        "Siste virkedag: fredag 4. desember 2026",
        "Dom rettskraftig, overføringsdom, 6. desember 2023",
        "strl § 65 fjerde ledd",
        "dl § 149 første ledd",
        "Påtalemyndigheten",
    ):
        assert words in out, words


def test_forklaringen_paa_nynorsk(frister: Run) -> None:
    out = frister(SAK, "--forklar", "F-12", "--maalform", "nn").out
    assert "Kvifor" in out
    assert "Slik er datoen rekna" in out


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("F-13", "Regelen gjelder ikke denne sakstypen."),
        ("F-31", "hendelsen som starter den, er ikke registrert"),
        ("F-01", "Mangler:"),
        ("IV-2", "ikke gjenfunnet"),
        ("F-80", "Begjæringen om opphør er ikke avgjort."),
        ("F-21", "Ingen dato: Sperret"),
        ("F-07", "Statusrapport år 3"),
    ],
)
def test_forklaringen_sier_fra_naar_det_ikke_er_en_dato(
    frister: Run, rule: str, words: str
) -> None:
    ran = frister(SAK, "--forklar", rule)
    assert ran.code == 0
    assert words in " ".join(ran.out.split())


def test_forklaringen_gjelder_en_sak(frister: Run) -> None:
    assert frister([SAK, SAK], "--forklar", "F-12").code == 2
    assert frister([SAK], "--forklar", "F-12").code == 0


def test_ukjent_regel_og_feil_bruk(samvern: Run, frister: Run) -> None:
    ran = frister(SAK, "--forklar", "F-99")
    assert (ran.code, ran.out) == (2, "")
    assert "F-99 finnes ikke" in ran.err
    assert samvern("frister").code == 2
    assert samvern("frister", "a.json", "--eksempler", "b.json").code == 2
    assert samvern("frister", "a.json", "--json", "--forklar", "F-12").code == 2
