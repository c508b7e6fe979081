"""The generator: valid by the schema, repeatable, and reaching every outcome in frister.md."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest

from tests.oracle.compare import differences
from tests.oracle.historier import histories, uten_fasit
from tests.oracle.motor import answer

FROE = 1
ANTALL = 20_000
MINST = 5

KLAGE = "loeper oppfylt oppfylt_for_sent frafalt utloept"
PLIKT = "loeper oppfylt oppfylt_for_sent oversittet"
RETT = "ikke_aapnet aapen"

UTFALL = {
    "F-01": KLAGE,
    "F-02": KLAGE,
    "F-03": "foreslaatt ikke_aapnet sperret",
    "F-04": PLIKT,
    "F-05": "loeper naadd",
    "F-06": f"{PLIKT} bortfalt",
    "F-07": f"{PLIKT} bortfalt suspendert",
    "F-10": f"{RETT} brukt bortfalt",
    "F-11": f"{RETT} brukt bortfalt",
    "F-12": f"{PLIKT} over_nominell suspendert maa_avgjoeres",
    "F-13": "loeper oppfylt oppfylt_for_sent naadd suspendert",
    "F-20": KLAGE,
    "F-21": f"{RETT} sperret bortfalt",
    "F-30": f"{RETT} bortfalt",
    "F-31": f"{RETT} bortfalt",
    "F-42": KLAGE,
    # 4.7: F-60 and F-61 never have oppfylt_for_sent.
    "F-60": "loeper oppfylt naadd bortfalt",
    "F-61": "loeper oppfylt naadd",
    "F-62": "loeper oppfylt oppfylt_for_sent naadd",
    "F-63": f"{PLIKT} bortfalt",
    # Every examination starts a new interval, so it is never itself oppfylt.
    "F-64": "loeper oversittet bortfalt",
    "F-65": "loeper oppfylt oppfylt_for_sent naadd",
    "F-66": f"{PLIKT} bortfalt",
    # No event lets the patient waive the complaint on the care itself: never frafalt.
    "F-67": "loeper oppfylt oppfylt_for_sent utloept",
    "F-68": KLAGE,
    "F-69": KLAGE,
    "F-70": RETT,
    "F-71": PLIKT,
}

VARSLER = (
    "A-FRIST-OVERSITTET A-SLUTT-OVERSITTET A-GJENNOMFORT-FOR-TIDLIG A-DOGNOPPHOLD-BRUTT "
    "A-FORLENGET-FOR-SENT A-SAMTYKKE-FOR-SENT W-ETTER-NOMINELL W-IKKE-OVERSENDT W-FOR-TIDLIG "
    "W-MANGLER-MOTTATT W-MANGLER-KLOKKESLETT W-FORLENGELSE-KAPPET W-RETTSKRAFT-AVVIK "
    "I-NYE-FORHOLD I-5-6-FLYTTER-IKKE W-OPPHEVET-HJEMMEL"
)

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


def _samlet(historier: Iterable[dict[str, Any]]) -> tuple[Counter[str], Counter[str]]:
    utfall: Counter[str] = Counter()
    varsler: Counter[str] = Counter()
    for inn in historier:
        svar = answer(inn)
        utfall.update(f"{frist['regel']} {frist['status']}" for frist in svar["frister"])
        varsler.update(varsel["kode"] for varsel in svar["varsler"])
    return utfall, varsler


@pytest.mark.slow
@pytest.mark.krav("N-13.1")
def test_generatoren_naar_hvert_utfall() -> None:
    utfall, varsler = _samlet(histories(FROE, ANTALL))
    ventet = {f"{regel} {status}" for regel, liste in UTFALL.items() for status in liste.split()}
    assert set(utfall) == ventet
    assert set(varsler) == set(VARSLER.split())
    assert [par for par, antall in (utfall + varsler).items() if antall < MINST] == []


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
