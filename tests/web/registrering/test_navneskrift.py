"""Capital letters in names: only where all are small or all are capital."""

import pytest

from samvern.web.registrering import person
from samvern.web.registrering.navneskrift import written


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ola", "Ola"),
        ("NORDMANN", "Nordmann"),
        ("anne-marie", "Anne-Marie"),
        ("o'brien", "O'Brien"),
        ("ØSTBYE ÅS", "Østbye Ås"),
        ("von der lippe", "von der Lippe"),
        ("von", "Von"),
        ("le", "Le"),
        ("kari  ann", "Kari  Ann"),
        ("McDonald", "McDonald"),
        ("af Ekenstam", "af Ekenstam"),
        ("O", "O"),
        ("JP", "JP"),
        ("", ""),
        ("李", "李"),
    ],
)
def test_a_name_gets_capitals_only_when_it_has_none_or_nothing_else(typed: str, name: str) -> None:
    assert written(typed) == name
    assert written(name) == name


def test_only_names_are_touched() -> None:
    typed = {
        "p_fornavn": ["ola"],
        "p_etternavn": ["NORDMANN"],
        "p_ukjent_grunn": ["uten papirer"],
        "d_merknad": ["ALT MED STORE"],
    }
    kept = person.tidied(typed)
    assert kept == {**typed, "p_fornavn": ["Ola"], "p_etternavn": ["Nordmann"]}
    assert typed["p_fornavn"] == ["ola"]
