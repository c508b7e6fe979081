"""Code lists, organisation numbers, names and the text for an unknown body."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.apps.virksomheter import koder, orgnr
from samvern.apps.virksomheter.soek import matches, sort_key
from samvern.apps.virksomheter.svar import UkjentOrgan
from samvern.law.text import Text


@pytest.mark.parametrize(
    ("codes", "names"),
    [
        (koder.Slag, koder.SLAGNAVN),
        (koder.Omraadeslag, koder.OMRAADENAVN),
        (koder.Oppholdsform, koder.OPPHOLDSNAVN),
        (koder.Doertype, koder.DOERNAVN),
        (koder.Status, koder.STATUSTEKST),
    ],
)
def test_every_code_has_a_name_in_both_forms(
    codes: type[StrEnum], names: dict[StrEnum, Text]
) -> None:
    assert set(names) == set(codes)
    assert all(text.nb and text.nn for text in names.values())
    assert all(code.value.isascii() and len(code.value) <= 20 for code in codes)


@given(st.integers(0, 99_999_999))
def test_at_most_one_check_digit_is_right(first: int) -> None:
    valid = [n for n in range(10) if orgnr.is_valid(f"{first:08}{n}")]
    weights = (3, 2, 7, 6, 5, 4, 3, 2)
    total = sum(w * int(d) for w, d in zip(weights, f"{first:08}", strict=True))
    expected = (11 - total % 11) % 11
    assert valid == ([] if expected == 10 else [expected])


@given(st.integers(0, 8), st.integers(1, 9))
def test_one_wrong_digit_is_found(place: int, change: int) -> None:
    digits = list("993467049")
    digits[place] = str((int(digits[place]) + change) % 10)
    assert not orgnr.is_valid("".join(digits))


@pytest.mark.parametrize(
    "text", ["", "99346704", "9934670490", "99346704A", "٩٩٣٤٦٧٠٤٩", "993 467 049"]
)
def test_what_is_no_organisation_number(text: str) -> None:
    assert not orgnr.is_valid(text)


def test_typed_numbers_are_normalised_and_shown_in_groups() -> None:
    assert orgnr.normalised(" no 993 467 049 mva ") == "993467049"
    assert orgnr.display("993467049") == "993\u00a0467\u00a0049"


def test_names_sort_as_norwegian() -> None:
    names = ["Åsnes", "Østre Toten", "Ål", "Ås", "Ærø", "Alta", "Zeta", "Ørland"]
    expected = ["Alta", "Zeta", "Ærø", "Ørland", "Østre Toten", "Ål", "Ås", "Åsnes"]
    assert sorted(names, key=sort_key) == expected


def test_search_makes_no_difference_of_case_also_outside_ascii() -> None:
    assert matches("øst POLITI", "Øst politidistrikt")
    assert not matches("øst vest", "Øst politidistrikt")
    assert matches("", "Øst politidistrikt")


def test_an_unknown_body_is_always_marked() -> None:
    organ = UkjentOrgan(koder.Slag.TINGRETT, "Sandefjord tingrett")
    assert organ.visning == Text(
        "Sandefjord tingrett (ikke verifisert)", "Sandefjord tingrett (ikkje verifisert)"
    )
    assert organ.slagnavn.nb == "Tingrett"
    assert organ.as_data() == {
        "slag": "tingrett",
        "tekst": "Sandefjord tingrett",
        "ikke_verifisert": True,
    }


@pytest.mark.parametrize("text", ["", "  ", " Oslo byrett", "to\nlinjer", "x" * 201])
def test_an_unknown_body_has_a_name_of_one_line(text: str) -> None:
    with pytest.raises(ValueError, match="Navnet på organet"):
        UkjentOrgan(koder.Slag.TINGRETT, text)
