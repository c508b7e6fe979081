"""Comparison of two answers: only what frister.md part 1 defines, both ways."""

from collections import Counter
from typing import Any

NOEKKEL = ("regel", "ref", "part", "n")
FELT = ("dato", "nominell_dato", "status", "lovdato", "siste_virkedag", "klokkeslett")
ALLE_FELT = (*NOEKKEL, *FELT)

Frist = dict[str, Any]


def differences(
    inn: dict[str, Any], engine_answer: dict[str, Any], oracle_answer: dict[str, Any]
) -> list[str]:
    """Every difference as a line of text, empty when the answers agree.

    Rules of the engine outside the F-table (ids not beginning with "F-") are ignored.
    """
    if _innhold(engine_answer) == _innhold(oracle_answer):
        return []
    motor, orakel = _frister(engine_answer), _frister(oracle_answer)
    funn = []
    for noekkel in sorted(motor.keys() | orakel.keys()):
        fra_motor, fra_orakel = motor.get(noekkel, []), orakel.get(noekkel, [])
        if fra_motor != fra_orakel:
            funn.append(f"{noekkel}: motor {fra_motor}, orakel {fra_orakel}")
    i_motor, i_orakel = _varsler(engine_answer), _varsler(oracle_answer)
    funn += [f"varsel bare i motor: {varsel}" for varsel in sorted((i_motor - i_orakel).elements())]
    funn += [
        f"varsel bare i orakel: {varsel}" for varsel in sorted((i_orakel - i_motor).elements())
    ]
    return [f"{inn['type']} per {inn['per_dato']}: {linje}" for linje in funn]


def _innhold(svar: dict[str, Any]) -> tuple[Counter[tuple[Any, ...]], Counter[str]]:
    """All that is compared, to see at once whether it is the same."""
    return (
        Counter(
            tuple(map(frist.get, ALLE_FELT))
            for frist in svar["frister"]
            if frist["regel"].startswith("F-")
        ),
        _varsler(svar),
    )


def _frister(svar: dict[str, Any]) -> dict[str, list[str]]:
    """Deadlines by (regel, ref, part, n), each as text of the compared fields."""
    samlet: dict[str, list[str]] = {}
    for frist in svar["frister"]:
        if frist["regel"].startswith("F-"):
            noekkel = " ".join(str(frist[felt]) for felt in NOEKKEL if frist.get(felt) is not None)
            samlet.setdefault(noekkel, []).append(_tekst(frist))
    return {noekkel: sorted(liste) for noekkel, liste in samlet.items()}


def _tekst(frist: Frist) -> str:
    return " ".join(f"{felt}={frist[felt]}" for felt in FELT if frist.get(felt) is not None)


def _varsler(svar: dict[str, Any]) -> Counter[str]:
    return Counter(f"{v['kode']} {v.get('ref') or ''}".strip() for v in svar["varsler"])
