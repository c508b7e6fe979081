"""How far ahead: the same words on the page and on the command line."""

from datetime import date

import pytest

from samvern.apps.utvalg import public as utvalg
from samvern.engine.avslag import Ugyldig

I_DAG = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ("14d", date(2026, 12, 7)),
        ("1d", date(2026, 11, 24)),
        ("3m", date(2027, 2, 23)),
        ("12m", date(2027, 11, 23)),
        ("24m", date(2028, 11, 23)),
        ("731d", date(2028, 11, 23)),
    ],
)
def test_words_to_a_day(words: str, last: date) -> None:
    assert utvalg.frem_til(words, I_DAG) == last


def test_a_month_ends_on_its_last_day() -> None:
    assert utvalg.frem_til("1m", date(2027, 1, 31)) == date(2027, 2, 28)


@pytest.mark.parametrize(
    "words", ["", "14", "d", "0d", "014d", "-1d", "14D", "14 d", "1å", "732d", "25m", "999m", "١d"]
)
def test_anything_else_is_refused(words: str) -> None:
    with pytest.raises(Ugyldig) as told:
        utvalg.frem_til(words, I_DAG)
    assert told.value.kode == "UGYLDIG_VERDI"
