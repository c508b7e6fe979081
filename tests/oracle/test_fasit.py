"""The oracle alone: the official examples, and its calendar against its own reckoning."""

from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.easter import easter

from tests.oracle.eksempler import offisielle
from tests.oracle.kalender import doegn_etter, er_fridag, helligdager, om
from tests.oracle.motor import answer

NOEKKEL = ("regel", "ref", "part", "n")


@pytest.mark.krav("N-13.1")
def test_alle_de_offisielle_eksemplene_er_med() -> None:
    assert [eksempel["id"] for eksempel in offisielle()] == [f"E{n:02}" for n in range(1, 26)]


@pytest.mark.krav("N-13.1")
@pytest.mark.parametrize("eksempel", offisielle(), ids=lambda eksempel: eksempel["id"])
def test_eksempel(eksempel: dict[str, Any]) -> None:
    svar, ventet = answer(eksempel["inn"]), eksempel["forventet"]
    for frist in ventet["frister"]:
        funnet = [
            kandidat
            for kandidat in svar["frister"]
            if all(kandidat.get(felt) == frist[felt] for felt in NOEKKEL if felt in frist)
        ]
        assert len(funnet) == 1, frist
        assert {felt: funnet[0].get(felt) for felt in frist} == frist
    koder = sorted(varsel["kode"] for varsel in ventet["varsler"])
    assert sorted(varsel["kode"] for varsel in svar["varsler"]) == koder
    assert all(varsel in svar["varsler"] for varsel in ventet["varsler"] if "ref" in varsel)
    regler = {frist["regel"] for frist in svar["frister"]}
    assert regler.isdisjoint(ventet.get("fravaerende", ()))


@pytest.mark.krav("N-13.1")
@pytest.mark.parametrize("aar", range(1990, 2101))
def test_biblioteket_har_de_samme_helligdagene(aar: int) -> None:
    paaske = easter(aar)
    ventet = {paaske + timedelta(days=n) for n in (-3, -2, 0, 1, 39, 49, 50)}
    ventet |= {date(aar, *md) for md in ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))}
    assert helligdager(aar) == ventet


@pytest.mark.krav("N-13.1")
def test_loerdag_og_soendag_er_fridager_og_julaften_er_ikke() -> None:
    assert er_fridag(date(2025, 8, 9))
    assert er_fridag(date(2025, 8, 10))
    assert not er_fridag(date(2025, 12, 24))
    assert not er_fridag(date(2025, 12, 31))
    assert not er_fridag(easter(2025) - timedelta(days=4))


@pytest.mark.krav("N-13.1")
def test_maaneder_og_aar_stanser_ved_slutten_av_maaneden() -> None:
    assert om(date(2024, 2, 29), aar=1) == date(2025, 2, 28)
    assert om(date(2024, 2, 29), aar=4) == date(2028, 2, 29)
    assert om(date(2025, 11, 30), maaneder=3) == date(2026, 2, 28)
    assert om(date(2025, 2, 28), maaneder=6) == date(2025, 8, 28)


@pytest.mark.krav("N-13.1")
@pytest.mark.parametrize(
    ("dag", "klokkeslett", "ventet"),
    [
        (date(2025, 3, 29), "14:30", "2025-03-30 15:30"),
        (date(2025, 3, 29), "02:30", "2025-03-30 03:30"),
        (date(2025, 10, 25), "14:30", "2025-10-26 13:30"),
        (date(2025, 10, 25), "00:30", "2025-10-26 00:30"),
        (date(2025, 6, 1), "23:59", "2025-06-02 23:59"),
    ],
)
def test_ett_doegn_er_24_virkelige_timer(dag: date, klokkeslett: str, ventet: str) -> None:
    assert f"{doegn_etter(dag, klokkeslett):%Y-%m-%d %H:%M}" == ventet
