"""The engine agrees with the independent oracle, on histories that reach every outcome."""

import json
from collections import Counter
from typing import Any, NamedTuple

import pytest

from tests.oracle.eksempler import offisielle
from tests.oracle.enighet import avvik, avvik_fra
from tests.oracle.historier import histories
from tests.oracle.motor import answer

FROE = 20_260
ANTALL = 20_000
VIST = 3
MINST = 5
"""How many times each outcome must be met; fewer, and the agreement says little about it."""

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


class Gjennomgang(NamedTuple):
    """What was found when the histories had been gone through."""

    ulike: list[dict[str, Any]]
    """The first differences."""
    utfall: Counter[str]
    varsler: Counter[str]


@pytest.fixture(scope="module")
def gjennomgang() -> Gjennomgang:
    """Every history once, answered by both."""
    funnet = Gjennomgang([], Counter(), Counter())
    for inn in histories(FROE, ANTALL):
        fasit = answer(inn)
        funnet.utfall.update(f"{frist['regel']} {frist['status']}" for frist in fasit["frister"])
        funnet.varsler.update(varsel["kode"] for varsel in fasit["varsler"])
        if len(funnet.ulike) < VIST and (funn := avvik_fra(inn, fasit)):
            funnet.ulike.append({"inn": inn, "avvik": funn})
    return funnet


@pytest.mark.krav("N-13.1")
def test_motoren_og_orakelet_er_enige_om_eksemplene() -> None:
    ulike = {e["id"]: funn for e in offisielle() if (funn := avvik(e["inn"]))}
    assert ulike == {}


@pytest.mark.slow
@pytest.mark.krav("N-13.1")
def test_motoren_og_orakelet_er_enige_om_tilfeldige_historier(gjennomgang: Gjennomgang) -> None:
    vist = [json.dumps(feil, ensure_ascii=False) for feil in gjennomgang.ulike]
    assert not vist, "\n".join(vist)


@pytest.mark.slow
@pytest.mark.krav("N-13.1")
def test_historiene_naar_hvert_utfall(gjennomgang: Gjennomgang) -> None:
    ventet = {f"{regel} {status}" for regel, liste in UTFALL.items() for status in liste.split()}
    assert set(gjennomgang.utfall) == ventet
    assert set(gjennomgang.varsler) == set(VARSLER.split())
    moett = gjennomgang.utfall + gjennomgang.varsler
    assert [par for par, antall in moett.items() if antall < MINST] == []
