"""Numbers for the tests, made from the definition and apart from the module they try.

No number of a living person is made: synthetic numbers have month + 80, and the numbers that try
the rules of production say birth in 2039.
"""

import random
from collections.abc import Iterator
from datetime import date

from samvern.engine.idnummer import Idnummer, Miljoe, classify
from samvern.engine.idnummer_feil import Nummerfeil

TODAY = date(2026, 11, 23)
K1_WEIGHTS, K2_WEIGHTS = (3, 7, 6, 1, 8, 9, 4, 5, 2), (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
# Public facts of Enhetsregisteret: courts, health trusts and county governors.
ORGANISATIONS = (
    "926725939", "826723122", "935364906", "926722794", "991324968", "983658725", "883658752",
    "983974910", "894166762", "965985166", "997005562", "974762994", "967311014", "974761319",
)  # fmt: skip


def read(text: str, miljoe: Miljoe = Miljoe.TEST, on: date = TODAY) -> Idnummer:
    answer = classify(text, miljoe, on)
    assert isinstance(answer, Idnummer)
    return answer


def codes(answer: Idnummer | tuple[Nummerfeil, ...]) -> list[str]:
    return [] if isinstance(answer, Idnummer) else [fault.kode.value for fault in answer]


def finish(head: str, remainder: int = 0) -> Iterator[str]:
    """Control digits by the definition, apart from the module: k1 gives the remainder, k2 zero."""
    first = (remainder - sum(int(d) * w for d, w in zip(head, K1_WEIGHTS, strict=True))) % 11
    second = -sum(int(d) * w for d, w in zip(f"{head}{first % 10}", K2_WEIGHTS, strict=True)) % 11
    if first < 10 and second < 10:
        yield f"{head}{first}{second}"


def not_yet_born(day: int, month: int, remainder: int = 0) -> str:
    """A number with the given day and month digits and a year of birth, 2039, still to come."""
    heads = (f"{day:02}{month:02}39{individual}" for individual in range(500, 1000))
    return next(number for head in heads for number in finish(head, remainder))


def seeded(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311
