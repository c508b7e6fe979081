"""Who is kept out where: invented people out of production, everyone else out of the rest."""

from datetime import date

import pytest

from samvern.engine.idnummer import (
    Idnummer,
    Miljoe,
    Nummertype,
    Regelsett,
    Serie,
    classify,
    find_serie,
    possible_years,
)
from tests.engine.numre import ORGANISATIONS, TODAY, codes, not_yet_born, read

BEFORE, AFTER = date(2031, 12, 31), date(2032, 1, 1)
NOT_PRODUCTION = [miljoe for miljoe in Miljoe if miljoe is not Miljoe.PRODUKSJON]

# Who is kept out ---------------------------------------------------------------------------------


@pytest.mark.parametrize("miljoe", NOT_PRODUCTION)
def test_outside_production_nothing_but_month_80_gets_in(miljoe: Miljoe) -> None:
    """Every pair of day and month digits, every kind that can be chosen, right control digits."""
    for day in range(100):
        for month in range(100):
            number = not_yet_born(day, month)
            synthetic = 81 <= month <= 92 and day < 80
            for valgt in (None, *Nummertype):
                answer = classify(number, miljoe, AFTER, valgt=valgt, utsteder=ORGANISATIONS[0])
                assert not isinstance(answer, Idnummer) or (synthetic and answer.syntetisk)
            if month < 80 or day >= 80:
                assert codes(classify(number, miljoe, AFTER)) == ["IKKE_SYNTETISK"]


def test_production_takes_ordinary_numbers_and_no_synthetic() -> None:
    for day in (*range(1, 32), *range(41, 72)):
        for month in range(1, 100):
            found = codes(classify(not_yet_born(day, month), Miljoe.PRODUKSJON, TODAY))
            if month <= 12:
                assert found in ([], ["UGYLDIG_DATO"])
            elif month in {*range(41, 53), *range(61, 78), *range(81, 93)}:
                assert found == ["SYNTETISK_I_PRODUKSJON"]
            else:
                assert found == ["UGYLDIG_DATO"]


def test_the_policy_speaks_before_the_control_digits() -> None:
    """A demo must not tell anyone whether a real-looking number is right."""
    number = not_yet_born(1, 1)
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert classify(wrong, Miljoe.DEMO, TODAY) == classify(number, Miljoe.DEMO, TODAY)


@pytest.mark.parametrize(("month", "serie"), [
    (0, Serie.ORDINAER), (12, Serie.ORDINAER), (21, Serie.ORDINAER), (40, Serie.ORDINAER),
    (41, Serie.ANNEN_TEST), (52, Serie.ANNEN_TEST), (53, Serie.ORDINAER), (61, Serie.ANNEN_TEST),
    (77, Serie.ANNEN_TEST), (78, Serie.ORDINAER), (80, Serie.ORDINAER), (81, Serie.TENOR),
    (92, Serie.TENOR), (93, Serie.ORDINAER),
])  # fmt: skip
def test_series(month: int, serie: Serie) -> None:
    assert find_serie(f"01{month:02}3950000") is serie


# Production: when, and kinds that must be chosen -------------------------------------------------


@pytest.mark.parametrize("remainder", [1, 2, 3])
@pytest.mark.parametrize("day", [31, 71])
def test_the_rule_of_2032_holds_in_production_from_its_first_day(day: int, remainder: int) -> None:
    number = not_yet_born(day, 12, remainder)
    assert codes(classify(number, Miljoe.PRODUKSJON, BEFORE)) == ["KONTROLLSIFFER_1"]
    assert read(number, Miljoe.PRODUKSJON, AFTER).regelsett is Regelsett.R2032


@pytest.mark.parametrize("remainder", range(4, 11))
def test_other_remainders_are_never_right(remainder: int) -> None:
    number = not_yet_born(31, 12, remainder)
    assert codes(classify(number, Miljoe.PRODUKSJON, AFTER)) == ["KONTROLLSIFFER_1"]


def test_h_number_must_be_chosen_and_belongs_to_who_gave_it() -> None:
    number, h = not_yet_born(1, 41), Nummertype.H_NUMMER
    production = Miljoe.PRODUKSJON
    assert codes(classify(number, production, TODAY)) == ["SYNTETISK_I_PRODUKSJON"]
    assert codes(classify(number, production, TODAY, valgt=h)) == ["MANGLER_UTSTEDER"]
    first = classify(number, production, TODAY, valgt=h, utsteder=ORGANISATIONS[4])
    other = classify(number, production, TODAY, valgt=h, utsteder="983 658 725")
    assert isinstance(first, Idnummer) and isinstance(other, Idnummer)
    assert first.type is other.type is h
    assert first.canonical() != other.canonical() == f"h_nummer:983658725:{number}"
    ordinary = classify(not_yet_born(1, 1), production, TODAY, valgt=h, utsteder=ORGANISATIONS[4])
    assert codes(ordinary) == ["FEIL_TYPE"]
    new_rule = classify(
        not_yet_born(1, 41, 1), production, AFTER, valgt=h, utsteder=ORGANISATIONS[4]
    )
    assert codes(new_rule) == ["KONTROLLSIFFER_1"]


def test_fh_number_has_no_date_and_is_real_until_shown_otherwise() -> None:
    number = not_yet_born(99, 85)
    found = read(number, Miljoe.PRODUKSJON)
    assert (found.type, found.serie) == (Nummertype.FH_NUMMER, Serie.ORDINAER)
    assert possible_years(found) == ()
    assert codes(classify(number, Miljoe.DEMO, TODAY)) == ["IKKE_SYNTETISK"]
    h = Nummertype.H_NUMMER
    old_h = classify(number, Miljoe.PRODUKSJON, TODAY, valgt=h, utsteder=ORGANISATIONS[0])
    assert isinstance(old_h, Idnummer) and old_h.type is h


@pytest.mark.parametrize(("text", "expected"), [
    ("2026 123456 78", []), ("202712345678", ["UGYLDIG_DATO"]), ("189912345678", ["UGYLDIG_DATO"]),
    ("20261234567", ["FEIL_LENGDE"]), ("", ["TOM"]),
])  # fmt: skip
def test_duf_number_must_be_chosen(text: str, expected: list[str]) -> None:
    duf = Nummertype.DUFNUMMER
    assert codes(classify(text, Miljoe.PRODUKSJON, TODAY, valgt=duf)) == expected
    assert isinstance(classify(text, Miljoe.PRODUKSJON, TODAY), tuple)
    assert isinstance(classify(text, Miljoe.DEMO, TODAY, valgt=duf), tuple)
