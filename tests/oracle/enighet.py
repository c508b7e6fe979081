"""Engine and oracle side by side; the only module here, with the tests, that knows the engine.

It is not part of `__main__` because processes that are spawned cannot import that module.
"""

from typing import Any

from samvern.law.intake import read_case
from samvern.law.present import dates_as_data
from samvern.law.reader import compute
from tests.oracle.compare import differences
from tests.oracle.historier import parti
from tests.oracle.motor import answer

VIST_PER_PARTI = 3

Feil = dict[str, Any]
Jobb = tuple[int, int, int]


def avvik(inn: dict[str, Any]) -> list[str]:
    """Differences between engine and oracle for one history; a refused history is one too."""
    return avvik_fra(inn, answer(inn))


def avvik_fra(inn: dict[str, Any], fasit: dict[str, Any]) -> list[str]:
    """The same, when the oracle has answered already."""
    sak, feil = read_case(inn)
    if sak is None or feil:
        return [f"motoren avviser en gyldig historie: {feil}"]
    return differences(inn, dates_as_data(compute(sak)), fasit)


def kjoer_parti(jobb: Jobb) -> tuple[int, int, list[Feil]]:
    """Histories that agreed and that did not, with the first of the latter."""
    antall_feil = 0
    vist: list[Feil] = []
    froe, nr, antall = jobb
    for inn in parti(froe, nr, antall):
        try:
            funn = avvik(inn)
        except Exception as feil:  # noqa: BLE001 - a crash is a finding, with its history
            funn = [f"motoren stanset: {feil!r}"]
        if funn:
            antall_feil += 1
            if len(vist) < VIST_PER_PARTI:
                vist.append({"froe": froe, "parti": nr, "avvik": funn, "inn": inn})
    return antall - antall_feil, antall_feil, vist
