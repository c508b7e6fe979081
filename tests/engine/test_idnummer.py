"""Identity numbers: the agreed examples, what each rule set promises, how people write and see."""

import csv
import time
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from samvern.engine.idnummer import (
    Idnummer,
    Miljoe,
    Nummertype,
    Regelsett,
    Serie,
    classify,
    classify_organisation,
    explain,
    make_synthetic,
    possible_years,
)
from samvern.engine.idnummer_feil import Feilkode
from tests.engine.numre import (
    K2_WEIGHTS,
    ORGANISATIONS,
    TODAY,
    codes,
    finish,
    not_yet_born,
    read,
    seeded,
)

DATA = Path(__file__).parent / "data" / "idnummer_eksempler.csv"
EXAMPLES = list(csv.DictReader(DATA.read_text(encoding="utf-8").splitlines()))
VALID = [row for row in EXAMPLES if row["gyldig"] == "ja"]
INVALID = [row for row in EXAMPLES if row["gyldig"] == "nei"]
NUMBERS = [row["nummer"] for row in VALID]
BIRTHS = st.dates(date(1854, 1, 1), date(2039, 12, 31))
SEEDS = st.integers(0, 2**32)


@pytest.mark.krav("K-F1", "R-5.15")
@pytest.mark.parametrize("row", VALID, ids=lambda row: row["form"])
def test_valid_examples(row: dict[str, str]) -> None:
    number = read(row["nummer"])
    d_number, new = "D-nummer" in row["form"], row["form"].startswith("2032")
    assert number.type is (Nummertype.D_NUMMER if d_number else Nummertype.FOEDSELSNUMMER)
    assert number.regelsett is (Regelsett.R2032 if new else Regelsett.R1964)
    assert number.serie is Serie.TENOR and number.syntetisk
    assert codes(classify(row["nummer"], Miljoe.PRODUKSJON, TODAY)) == ["SYNTETISK_I_PRODUKSJON"]
    if new:
        assert possible_years(number) == ()
    else:
        assert int(row["fodselsdato"][:4]) in possible_years(number)


EXPECTED = {
    "12833122966": ["KONTROLLSIFFER_2"],
    "29824816232": ["KONTROLLSIFFER_2"],
    "05915639307": ["KONTROLLSIFFER_1"],
    "48876916714": ["KONTROLLSIFFER_1"],
    "2489999562": ["FEIL_LENGDE"],
    "298200821230": ["FEIL_LENGDE"],
    "148806A4612": ["UGYLDIG_TEGN"],
    "038412 6076": ["FEIL_LENGDE"],
    "30827510013": ["UGYLDIG_DATO"],
    "29829910185": ["UGYLDIG_DATO"],
    "31848810013": ["UGYLDIG_DATO"],
    "00859010032": ["UGYLDIG_DATO"],
    "10937010015": ["UGYLDIG_DATO"],
    "10807010188": ["UGYLDIG_DATO"],
    "32867110088": ["UGYLDIG_DATO"],
    "72867110071": ["UGYLDIG_DATO"],
}


@pytest.mark.krav("K-F1", "R-5.15")
@pytest.mark.parametrize("row", INVALID, ids=lambda row: row["grunn"])
def test_invalid_examples_say_which_part_is_wrong(row: dict[str, str]) -> None:
    found = codes(classify(row["nummer"], Miljoe.TEST, TODAY))
    if "nabosifre" in row["grunn"]:
        assert found in (["KONTROLLSIFFER_2"], ["KONTROLLSIFFER_1", "KONTROLLSIFFER_2"])
    else:
        assert found == EXPECTED[row["nummer"]]


def test_all_examples_are_there() -> None:
    assert (len(VALID), len(INVALID)) == (20, 20)


# What the rule sets promise ----------------------------------------------------------------------


def one_digit_changed(number: str) -> Iterator[str]:
    for place, old in enumerate(number):
        yield from (
            number[:place] + new + number[place + 1 :] for new in "0123456789" if new != old
        )


def neighbours_swapped(number: str) -> Iterator[str]:
    for place in range(len(number) - 1):
        a, b = number[place], number[place + 1]
        if a != b:
            yield number[:place] + b + a + number[place + 2 :]


def second_control_holds(number: str) -> bool:
    return sum(int(d) * w for d, w in zip(number, (*K2_WEIGHTS, 1), strict=True)) % 11 == 0


@st.composite
def numbers_of_both_rules(draw: st.DrawFn) -> str:
    """Synthetic numbers of either rule set, made from the definition."""
    born, d_number = draw(BIRTHS), draw(st.booleans())
    head = f"{born.day + 40 * d_number:02}{born.month + 80}{born.year % 100:02}"
    start, remainder = draw(st.integers(0, 999)), draw(st.integers(0, 3))
    heads = (f"{head}{(start + step) % 1000:03}" for step in range(1000))
    return next(number for each in heads for number in finish(each, remainder))


@given(numbers_of_both_rules())
def test_both_rule_sets_are_accepted_side_by_side(number: str) -> None:
    assert read(number).siffer == number


@given(numbers_of_both_rules())
def test_every_single_digit_error_is_caught(number: str) -> None:
    """Promised by k2 alone, so also under the rule of 2032."""
    for wrong in one_digit_changed(number):
        assert not second_control_holds(wrong)
        assert not isinstance(classify(wrong, Miljoe.TEST, TODAY), Idnummer)


@given(numbers_of_both_rules())
def test_every_swap_of_neighbours_is_caught(number: str) -> None:
    """Promised by k2 alone, so also under the rule of 2032."""
    for wrong in neighbours_swapped(number):
        assert not second_control_holds(wrong)
        assert not isinstance(classify(wrong, Miljoe.TEST, TODAY), Idnummer)


@given(numbers_of_both_rules())
def test_a_digit_lost_or_added_is_a_wrong_length(number: str) -> None:
    assert codes(classify(number[:-1], Miljoe.TEST, TODAY)) == ["FEIL_LENGDE"]
    assert codes(classify(number + "0", Miljoe.TEST, TODAY)) == ["FEIL_LENGDE"]


def test_what_is_not_promised_digits_4_and_10_swapped() -> None:
    """Both control digits weigh places 4 and 10 alike, so this swap passes unseen, then as now."""
    number = next(n for n in NUMBERS if n[3] != n[9] and "1" <= n[9] <= "2" and n[2] == "8")
    swapped = number[:3] + number[9] + number[4:9] + number[3] + number[10]
    assert read(swapped).siffer != read(number).siffer


def test_what_is_not_promised_equal_pair_in_places_6_and_7() -> None:
    """k2 does not see `aa` for `bb` in places 6 and 7; k1 of 1964 does, the rule of 2032 not."""
    seen, unseen = 0, 0
    heads = (f"01811{pair}{pair}{rest:02}" for pair in range(10) for rest in range(100))
    for number in (number for head in heads for number in finish(head)):
        wrong = number[:5] + 2 * str((int(number[5]) + 1) % 10) + number[7:]
        assert second_control_holds(wrong)
        found = codes(classify(wrong, Miljoe.TEST, TODAY))
        seen, unseen = seen + (found == ["KONTROLLSIFFER_1"]), unseen + (found == [])
    assert seen > 0
    assert unseen > 0


@pytest.mark.parametrize("number", NUMBERS)
def test_a_stored_number_is_read_back_by_its_kind(number: str) -> None:
    found = read(number)
    assert classify(found.siffer, Miljoe.DEMO, date(2032, 1, 1), valgt=found.type) == found
    other = {Nummertype.FOEDSELSNUMMER, Nummertype.D_NUMMER} - {found.type}
    assert codes(classify(number, Miljoe.DEMO, TODAY, valgt=other.pop())) == ["FEIL_TYPE"]


# Organisation numbers ----------------------------------------------------------------------------


@pytest.mark.parametrize("number", ORGANISATIONS)
def test_organisation_numbers(number: str) -> None:
    found = classify_organisation(f"{number[:3]} {number[3:6]}\u00a0{number[6:]}")
    assert isinstance(found, Idnummer)
    assert found.siffer == number
    assert found.masked() == found.grouped() == f"{number[:3]} {number[3:6]} {number[6:]}"
    for wrong in (*one_digit_changed(number), *neighbours_swapped(number)):
        assert isinstance(classify_organisation(wrong), tuple)
    for miljoe in Miljoe:
        assert codes(classify(number, miljoe, TODAY)) == ["FEIL_LENGDE"]


def test_organisation_number_all_faults_at_once() -> None:
    assert codes(classify_organisation("123456789")) == ["FEIL_TYPE", "KONTROLLSIFFER"]
    assert codes(classify_organisation("700000001")) == ["FEIL_TYPE"]
    assert codes(classify_organisation("NO 926725939")) == ["UGYLDIG_TEGN"]


# How people write, and what is shown -------------------------------------------------------------


@pytest.mark.parametrize("text", [
    "178575 17911", "178575\u00a017911", "178575\u202f17911", "17.85.75-17911", "178575-17911",
    "178575\u201117911", "178575–17911", " 17857517911\r\n", "1 7 8 5 7 5 1 7 9 1 1",
    "17857517911\t",
])  # fmt: skip
def test_separators_are_tolerated(text: str) -> None:
    assert read(text).siffer == "17857517911"


@pytest.mark.parametrize("text", [
    "١٧٨٥٧٥١٧٩١١", "１７８５７５１７９１１", "17857517911²", "178575\u200b17911", "178575/17911",
    "+17857517911", "1785751791l", "17857517911\x00",
])  # fmt: skip
def test_only_ascii_digits(text: str) -> None:
    assert codes(classify(text, Miljoe.TEST, TODAY)) == ["UGYLDIG_TEGN"]


def test_shown_masked_and_whole() -> None:
    number = read("17857517911")
    assert number.masked() == "178575 •••••"
    assert number.grouped() == "178575 17911"
    assert number.canonical() == "foedselsnummer:17857517911"
    duf = classify("202612345678", Miljoe.PRODUKSJON, TODAY, valgt=Nummertype.DUFNUMMER)
    assert isinstance(duf, Idnummer)
    assert (duf.masked(), duf.grouped()) == ("2026 ••••••••", "2026 123456 78")


@given(numbers_of_both_rules())
def test_no_digit_in_repr_or_format(number: str) -> None:
    found = read(number)
    for shown in (
        repr(found),
        str(found),
        f"{found}",
        f"{found!r:>40}",
        repr([found]),
        f"{(found,)}",
    ):
        assert not any(sign.isdigit() for sign in shown)


@given(st.text("0123456789 -", max_size=16), st.sampled_from(Miljoe))
def test_no_message_repeats_what_was_typed(text: str, miljoe: Miljoe) -> None:
    answer = classify(text, miljoe, TODAY)
    digits = "".join(sign for sign in text if sign.isdigit())
    if isinstance(answer, tuple) and len(digits) > 2:
        for fault in answer:
            assert digits not in fault.melding.nb + fault.melding.nn


def test_sex_and_birth_date_are_no_part_of_a_number() -> None:
    assert [field.name for field in fields(Idnummer)] == [
        "type", "serie", "siffer", "regelsett", "utsteder",
    ]  # fmt: skip
    assert not {"kjoenn", "foedselsdato", "birth", "sex", "gender"} & set(dir(Idnummer))


@pytest.mark.parametrize(("number", "years", "nb"), [
    ("17857517911", (1975,), "Siffer 1 til 6 viser dag 17, måned 5 og år 75. Tabellene gir 1975."),
    ("61818777271", (1987,), "Siffer 1 til 6 viser dag 21, måned 1 og år 87. Tabellene gir 1987."),
    (next(finish("429203300")), (1903, 2003), "Tabellene gir 1903 eller 2003."),
    ("11829099839", (), "Århundret vises ikke."),
])  # fmt: skip
def test_the_explanation(number: str, years: tuple[int, ...], nb: str) -> None:
    found = read(number)
    assert possible_years(found) == years
    assert nb in explain(found).nb
    assert explain(found).nb.endswith("hentes aldri fra nummeret.")
    assert explain(found).nn.endswith("aldri henta frå nummeret.")


@pytest.mark.parametrize(("kind", "year", "individual", "years"), [
    ("foedselsnummer", 54, 749, (1854,)), ("foedselsnummer", 53, 749, ()),
    ("foedselsnummer", 54, 750, ()), ("foedselsnummer", 0, 0, (1900,)),
    ("foedselsnummer", 99, 499, (1999,)), ("foedselsnummer", 40, 900, (1940,)),
    ("foedselsnummer", 40, 899, ()), ("foedselsnummer", 39, 900, (2039,)),
    ("foedselsnummer", 39, 500, (2039,)), ("foedselsnummer", 40, 500, ()),
    ("d_nummer", 57, 500, (1857,)), ("d_nummer", 58, 599, (1858,)),
    ("d_nummer", 60, 600, (1860, 1960)), ("d_nummer", 99, 750, (1999,)),
    ("d_nummer", 0, 199, (1900,)), ("d_nummer", 0, 200, (1900, 2000)),
    ("d_nummer", 39, 499, (1939, 2039)), ("d_nummer", 39, 500, (2039,)),
    ("d_nummer", 40, 899, (1940,)), ("d_nummer", 40, 999, (1940,)),
    ("fh_nummer", 40, 100, ()), ("h_nummer", 40, 100, ()),
])  # fmt: skip
def test_the_century_tables(kind: str, year: int, individual: int, years: tuple[int, ...]) -> None:
    digits = f"0181{year:02}{individual:03}00"
    number = Idnummer(Nummertype(kind), Serie.TENOR, digits, Regelsett.R1964)
    assert possible_years(number) == years


def test_a_number_without_a_date_explains_none() -> None:
    fh = read(not_yet_born(99, 85), Miljoe.PRODUKSJON)
    assert not any(sign.isdigit() for sign in explain(fh).nb)


# Synthetic numbers -------------------------------------------------------------------------------


@given(BIRTHS, SEEDS, st.sampled_from([Nummertype.FOEDSELSNUMMER, Nummertype.D_NUMMER]))
@example(date(2000, 2, 29), 0, Nummertype.D_NUMMER)
@example(date(1904, 2, 29), 0, Nummertype.FOEDSELSNUMMER)
def test_made_numbers_are_synthetic_right_and_repeatable(
    birth: date, seed: int, kind: Nummertype
) -> None:
    if kind is Nummertype.D_NUMMER and birth.year < 1858:
        birth = birth.replace(year=1860)
    made = make_synthetic(birth, seeded(seed), kind)
    assert made == make_synthetic(birth, seeded(seed), kind)
    assert made == read(made.siffer)
    assert made.type is kind and made.syntetisk and made.regelsett is Regelsett.R1964
    assert 81 <= int(made.siffer[2:4]) <= 92
    assert possible_years(made) == (birth.year,)
    assert codes(classify(made.siffer, Miljoe.PRODUKSJON, date(2032, 1, 1))) == [
        "SYNTETISK_I_PRODUKSJON"
    ]


@given(st.dates(), st.sampled_from(Nummertype))
def test_the_maker_makes_synthetic_numbers_or_refuses_without_telling(
    birth: date, kind: Nummertype
) -> None:
    try:
        made = make_synthetic(birth, seeded(1), kind)
    except ValueError as error:
        made, told = None, str(error)
    else:
        told = ""
    assert made is None or read(made.siffer) == made
    assert not any(sign.isdigit() for sign in told)


# Hostile text ------------------------------------------------------------------------------------

ANYTHING = st.text() | st.text(st.characters(categories=["Nd", "Zs", "Pd", "Cs", "Cf"]))


@given(ANYTHING, st.sampled_from(Miljoe), st.none() | st.sampled_from(Nummertype), ANYTHING)
@example("\ud800", Miljoe.DEMO, None, "\udfff")
def test_no_text_makes_it_raise(
    text: str, miljoe: Miljoe, valgt: Nummertype | None, utsteder: str
) -> None:
    for answer in (
        classify(text, miljoe, TODAY, valgt=valgt, utsteder=utsteder),
        classify_organisation(text),
    ):
        if isinstance(answer, tuple):
            assert answer
            assert all(fault.kode in Feilkode and fault.melding.nn for fault in answer)


@pytest.mark.parametrize("unit", ["1", " ", "-", "1 ", "\u00a0.", "٣", "😀"])
def test_a_long_text_is_refused_at_once(unit: str) -> None:
    text = unit * 1_000_000
    start = time.perf_counter()
    assert codes(classify(text, Miljoe.TEST, TODAY)) == ["FEIL_LENGDE"]
    assert time.perf_counter() - start < 0.1
