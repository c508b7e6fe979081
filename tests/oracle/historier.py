"""Seeded random histories that reach every branch of frister.md."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

from tests.oracle.bygger import Bygger, er_entydig
from tests.oracle.domhistorier import domhistorie
from tests.oracle.motor import answer
from tests.oracle.vernhistorier import vernhistorie

PARTI = 500
TYPER = ("tidsubestemt",) * 4 + ("tidsbestemt",) * 3 + ("tph",) * 4
STYRENDE = ("overfoeringsdom", "opprettholdelse", "nekter_opphoer")
VEDTAK_ETTER_ANKOMST = ("observasjon_startet", "tph_etablert", "annet_vedtak")


def histories(seed: int, count: int) -> Iterator[dict[str, Any]]:
    """`count` valid `inn` objects; the same seed gives the same histories."""
    for nr in range(0, count, PARTI):
        yield from parti(seed, nr // PARTI, min(PARTI, count - nr))


def parti(seed: int, nr: int, antall: int) -> Iterator[dict[str, Any]]:
    """Batch number `nr` of a seed, so that several processes can share one seed."""
    rng = Random(f"{seed}:{nr}")  # noqa: S311 - test data, not secrets
    for _ in range(antall):
        yield _historie(rng)


def _historie(rng: Random) -> dict[str, Any]:
    while True:
        b = Bygger(rng)
        type_ = b.velg(*TYPER)
        if type_ == "tph":
            vernhistorie(b)
        else:
            domhistorie(b, type_ == "tidsubestemt")
        if b.hendelser and b.sjanse(0.12):
            _gjenta(b)
        if b.hendelser and not uten_fasit(b.hendelser):
            break
    rng.shuffle(b.hendelser)
    inn = {"type": type_, "hendelser": b.hendelser, "per_dato": ""}
    inn["per_dato"] = _per_dato(b, inn)
    return inn


def _gjenta(b: Bygger) -> None:
    """Register one event once more, on the same or another day."""
    original = b.velg(*b.hendelser)
    if original["type"] in ("dom_avsagt", "dom_rettskraftig", "ankomst"):
        return
    kopi = dict(original)
    dag = date.fromisoformat(kopi["dato"]) + timedelta(days=b.velg(0, 1, -1, b.tall(-40, 40)))
    kopi["dato"] = dag.isoformat()
    if "trukket" in kopi:
        kopi["trukket"] = max(kopi["trukket"], kopi["dato"])
    if "id" in kopi:
        kopi["id"] = b.navn("G")
    b.hendelser.append(kopi)


def _per_dato(b: Bygger, inn: dict[str, Any]) -> str:
    """A day on, before or after a computed deadline or an event, or now and then anywhere."""
    datoer = [date.fromisoformat(hendelse["dato"]) for hendelse in inn["hendelser"]]
    if b.sjanse(0.06):
        return (min(datoer) + timedelta(days=b.tall(-30, 2000))).isoformat()
    etter_alt = max(datoer) + timedelta(days=b.tall(0, 30))
    senest = b.velg(*datoer) if b.sjanse(0.3) else etter_alt
    svar = answer({**inn, "per_dato": senest.isoformat()})
    kandidater = [
        date.fromisoformat(frist[felt])
        for frist in svar["frister"]
        for felt in ("dato", "nominell_dato", "lovdato")
        if frist.get(felt)
    ]
    if not kandidater or b.sjanse(0.25):
        kandidater = datoer
    return (b.velg(*kandidater) + timedelta(days=b.velg(-1, 0, 1, 1))).isoformat()


def uten_fasit(hendelser: list[dict[str, Any]]) -> str | None:
    """Why frister.md gives no answer for a coincidence in the history; None when it does.

    The order in the list has no meaning (part 1), so two facts on the same day that only the
    order could tell apart have no defined answer. Such histories are not used.
    """
    sett: dict[tuple[str, str], str] = {}
    for h in hendelser:
        noekkel, verdi = _rekkefoelge(h)
        if sett.setdefault((noekkel, h["dato"]), verdi) != verdi:
            return f"{noekkel} {h['dato']}"
    if any(h["type"] == "ankomst" for h in hendelser):
        return _uklart_klokkeslett(hendelser)
    return None


def _rekkefoelge(h: dict[str, Any]) -> tuple[str, str]:
    """Group within which the order of one day matters, and what must then be equal."""
    match h["type"]:
        case "dom_rettskraftig" if h["art"] in STYRENDE:
            return "styrende dom", h["id"]
        case "utreise" | "retur_til_riket":
            return "fravaer", h["type"]
        case "observasjon_startet" | "ankomst":
            return h["type"], h.get("klokkeslett", "")
        case "observasjon_forlenget":
            return h["type"], str(h["dager"])
        case "forlengelse_innvilget":
            return h["type"], h.get("til_og_med", "")
    return h["type"], ""


def _uklart_klokkeslett(hendelser: list[dict[str, Any]]) -> str | None:
    """F-62: a decision with a clock beside one without, or a clock that is not one instant."""
    vedtak = [h for h in hendelser if h["type"] in VEDTAK_ETTER_ANKOMST]
    for h in vedtak:
        if "klokkeslett" not in h:
            continue
        if any("klokkeslett" not in v and v["dato"] == h["dato"] for v in vedtak):
            return f"rekkefoelge {h['dato']}"
        if not er_entydig(date.fromisoformat(h["dato"]), h["klokkeslett"]):
            return f"klokkeslett {h['dato']}"
    return None
