"""The generator: valid by the schema and repeatable. What it reaches is in test_oracle."""

from datetime import date
from typing import Any

import pytest

from tests.oracle.compare import differences
from tests.oracle.historier import histories, uten_fasit
from tests.oracle.motor import answer

FROE = 1

PEKER_PAA = {
    "dom_forkynt": {"dom_avsagt"},
    "dom_mottatt_paatale": {"dom_avsagt"},
    "dom_vedtatt": {"dom_avsagt"},
    "anke": {"dom_avsagt"},
    "vedtak_mottatt": {"overfoeringsvedtak", "varslingsvedtak", "annet_vedtak"},
    "vedtak_akseptert": {"overfoeringsvedtak", "varslingsvedtak", "annet_vedtak"},
    "klage": {"overfoeringsvedtak", "varslingsvedtak", "annet_vedtak"},
    "klage_avgjort": {"overfoeringsvedtak", "varslingsvedtak", "annet_vedtak", "sak_brakt_inn"},
    "overfoering_gjennomfoert": {"overfoeringsvedtak"},
}

PARTER = {
    "dom_avsagt": {"domfelt", "paatale"},
    "overfoeringsvedtak": {"domfelt", "paaroerende", "paatale"},
    "varslingsvedtak": {"domfelt", "fornaermet", "etterlatt"},
    "annet_vedtak": {"pasient", "paaroerende", "politi"},
}


@pytest.mark.krav("N-13.1")
def test_samme_froe_gir_samme_historier() -> None:
    assert list(histories(7, 700)) == list(histories(7, 700))
    assert list(histories(7, 700)) != list(histories(8, 700))


@pytest.mark.krav("N-13.1")
def test_historiene_er_gyldige() -> None:
    for inn in histories(FROE + 1, 2_000):
        _er_gyldig(inn)


def _er_gyldig(inn: dict[str, Any]) -> None:
    hendelser = inn["hendelser"]
    assert uten_fasit(hendelser) is None, inn
    etter_id: dict[str, list[dict[str, Any]]] = {}
    for h in hendelser:
        date.fromisoformat(h["dato"])
        if "id" in h:
            etter_id.setdefault(h["id"], []).append(h)
    for navn, like in etter_id.items():
        if len(like) > 1:
            avsagt, rettskraftig = sorted(like, key=lambda h: str(h["type"]))
            assert avsagt["type"] == "dom_avsagt", navn
            assert rettskraftig["type"] == "dom_rettskraftig", navn
            assert avsagt["dato"] <= rettskraftig["dato"], inn
    for h in hendelser:
        if "ref" in h:
            maal = {pekt["type"] for pekt in etter_id[h["ref"]]} & PEKER_PAA[h["type"]]
            assert maal, h
            assert h.get("part") in PARTER.get(maal.pop(), set()) | {None}, h
        if inn["type"] == "tidsbestemt" and h["type"] in ("dom_avsagt", "dom_rettskraftig"):
            assert h["dato"] >= "2016-10-01", inn


@pytest.mark.krav("N-13.1")
def test_rekkefoelgen_i_listen_har_ingen_betydning() -> None:
    for inn in histories(FROE + 2, 2_000):
        snudd = {**inn, "hendelser": inn["hendelser"][::-1]}
        assert differences(inn, answer(snudd), answer(inn)) == [], inn


@pytest.mark.krav("N-13.1")
def test_sammenligningen_finner_ulikheter_begge_veier() -> None:
    inn = {"type": "tph", "per_dato": "2025-01-01", "hendelser": []}
    frist = {"regel": "F-63", "dato": "2025-03-01", "status": "loeper"}
    tomt: dict[str, Any] = {"frister": [], "varsler": []}
    svar = {"frister": [frist], "varsler": [{"kode": "W-FOR-TIDLIG", "ref": "K1"}]}
    assert differences(inn, svar, svar) == []
    assert len(differences(inn, svar, tomt)) == 2
    assert len(differences(inn, tomt, svar)) == 2
    for felt, verdi in {"dato": None, "status": "oppfylt", "n": 1, "part": "domfelt"}.items():
        endret = {**svar, "frister": [{**frist, felt: verdi}]}
        assert differences(inn, endret, svar) != []
    dobbelt = {**svar, "varsler": svar["varsler"] * 2}
    assert len(differences(inn, dobbelt, svar)) == 1
    annen_ref = {**svar, "varsler": [{"kode": "W-FOR-TIDLIG"}]}
    assert len(differences(inn, annen_ref, svar)) == 2
    tillegg = {**svar, "frister": [frist, {"regel": "K16-1", "dato": None, "status": "loeper"}]}
    assert differences(inn, tillegg, svar) == []
