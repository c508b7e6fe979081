"""The address of a case page: what it chooses, and that anything else is harmless."""

from datetime import date

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from samvern.engine.clock import OSLO
from samvern.web.sak import valg

TODAY = date(2026, 11, 23)


def read(query: str) -> valg.Valg:
    return valg.read(QueryDict(query), TODAY)


@pytest.mark.krav("N-0.6")
def test_the_day_it_was_and_the_day_it_was_known_are_two_things() -> None:
    chosen = read("paa=1.6.2024&kjent=3.6.2024")
    assert chosen.dag == date(2024, 6, 1)
    assert chosen.som_kjent is not None
    known = chosen.som_kjent.astimezone(OSLO)
    assert (known.date(), known.hour, known.minute) == (date(2024, 6, 3), 23, 59)
    told = valg.banner(chosen)
    assert told is not None
    assert "lørdag 1." in told.nb and "mandag 3." in told.nb
    assert "laurdag 1." in told.nn and "måndag 3." in told.nn


def test_each_alone_has_its_own_banner_and_today_has_none() -> None:
    was, known = valg.banner(read("paa=1.6.2024")), valg.banner(read("kjent=1.6.2024"))
    assert was and "med det vi vet nå" in was.nb
    assert known and "slik vi kjente den" in known.nb and "slik den var" not in known.nb
    assert valg.banner(read("")) is None
    assert valg.banner(read("paa=23.11.2026")) is None
    assert read("kjent=23.11.2026").som_kjent is None


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("paa=31.11.2025", "November har 30 dager"),
        ("paa=24.11.2026", "Velg en dag som har vært"),
        ("paa=6.12.", "Skriv året også"),
        ("kjent=i+går", "Skriv datoen med tall"),
    ],
)
def test_a_day_that_cannot_be_used_is_told_and_shows_today(query: str, told: str) -> None:
    chosen = read(query)
    wrong = chosen.paa.feil or chosen.kjent.feil
    assert wrong is not None and told in wrong.nb
    assert (chosen.dag, chosen.som_kjent, valg.banner(chosen)) == (None, None, None)
    assert (chosen.paa.skrevet or chosen.kjent.skrevet) != ""


def test_one_wrong_day_does_not_leave_half_a_choice() -> None:
    for query in ("paa=1.6.2024&kjent=31.11.2025", "paa=31.11.2025&kjent=1.6.2024"):
        chosen = read(query)
        assert (chosen.dag, chosen.som_kjent) == (None, None)


def test_a_link_keeps_what_is_not_changed() -> None:
    chosen = read("paa=1.6.2024&gjeldende=ja&side=2&visning=2023")
    assert chosen.address("#hendelser", side=3) == (
        "?paa=1.6.2024&visning=2023&gjeldende=ja&side=3#hendelser"
    )
    assert chosen.address(gjeldende=False, side=1, visning="hele") == "?paa=1.6.2024"
    assert read("").address() == "?"


@given(st.text(max_size=60), st.text(max_size=20), st.text(max_size=20))
def test_nothing_in_an_address_breaks_it(day: str, view: str, page: str) -> None:
    query = QueryDict(mutable=True)
    query.update({"paa": day, "kjent": day, "visning": view, "side": page, "gjeldende": view})
    chosen = valg.read(query, TODAY)
    assert chosen.side >= 1
    assert chosen.dag is None or chosen.dag < TODAY
    assert chosen.address().startswith("?")


@pytest.mark.parametrize(
    ("typed", "read_as"), [("7", 7), ("0", None), ("-1", None), ("²", None), ("9" * 13, None)]
)
def test_numbers_in_an_address(typed: str, read_as: int | None) -> None:
    assert valg.number(typed) == read_as
