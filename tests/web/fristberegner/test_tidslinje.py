"""The timeline: every mark once, nothing outside the frame, and no two labels on each other."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.law.reader import compute
from samvern.web.fristberegner.rader import rows
from samvern.web.fristberegner.tidslinje import naer, oversikt, tegning
from samvern.web.fristberegner.tidslinje.etiketter import GAP, Rader, width
from samvern.web.fristberegner.tidslinje.merker import Merke
from samvern.web.fristberegner.tidslinje.plassering import stays
from tests.web.fristberegner.test_tilstand import example


def drawn(name: str, view: str = "hele") -> tegning.Tidslinje:
    tilstand = replace(example(name), visning=view)
    assert tilstand.sak is not None
    return tegning.draw(tilstand, rows(compute(tilstand.sak), tilstand.sak))


@pytest.mark.parametrize("name", ["overfoering", "seks_aar", "uten_dom"])
def test_the_overview_keeps_everything_inside(name: str) -> None:
    picture = drawn(name).oversikt
    assert picture is not None
    for lane in picture.felt:
        for mark in lane.merker:
            assert oversikt.PLOT <= mark.x <= oversikt.EDGE
            assert lane.topp <= mark.y <= lane.topp + lane.hoeyde
    assert picture.i_dag is not None


def boxes(lane: oversikt.Felt) -> list[tuple[float, float, float]]:
    found = []
    for mark in lane.merker:
        label = mark.etikett
        if label:
            size = width(label.tekst)
            start = label.x if label.anker == "start" else label.x - size
            found.append((mark.etikett_y, start, start + size))
    return found


@pytest.mark.parametrize("name", ["overfoering", "seks_aar", "uten_dom"])
def test_no_two_labels_meet(name: str) -> None:
    picture = drawn(name).oversikt
    assert picture is not None
    for lane in picture.felt:
        placed = sorted(boxes(lane))
        for (y1, _, end), (y2, start, _) in pairwise(placed):
            assert y1 != y2 or start >= end - 1e-6, lane.navn


@given(st.lists(st.tuples(st.floats(92, 704), st.text("ab ", max_size=40)), max_size=30))
def test_labels_never_overlap_whatever_is_placed(wanted: list[tuple[float, str]]) -> None:
    places = Rader(3, oversikt.PLOT, oversikt.EDGE)
    for x, text in wanted:
        places.place(x, text, range(3))
    for taken in places.tatt:
        taken.sort()
        for (_, end), (start, _) in pairwise(taken):
            assert start >= end + GAP - 1e-6


def test_the_near_strip_needs_two_dates() -> None:
    today = date(2026, 11, 23)

    def flag(day: int) -> Merke:
        return Merke(date(2026, 11, day), "frist", "flagg", "info", "x", "Frist", "x")

    assert not naer.worth_drawing(today, [flag(24), flag(24)])
    assert naer.worth_drawing(today, [flag(24), flag(25)])
    assert not naer.worth_drawing(today, [flag(20), flag(24)])


def test_the_near_strip_is_a_staircase_with_grey_days() -> None:
    strip = drawn("seks_aar").naer
    assert strip is not None
    assert [f.y for f in strip.flagg] == sorted(f.y for f in strip.flagg)
    assert [f.x for f in strip.flagg] == sorted(f.x for f in strip.flagg)
    assert len(strip.dager) == naer.DAYS
    assert [d.tall for d in strip.dager if d.fri] == ["21", "22", "28", "29", "5", "6", "12", "13"]
    assert strip.dager[-1].tall == "14", "three whole weeks from 23 November"
    assert sum(d.i_dag for d in strip.dager) == 1


def test_views() -> None:
    year = drawn("seks_aar", "2023")
    assert year.oversikt is not None
    assert year.naer is None
    assert year.oversikt.i_dag is None
    near = drawn("seks_aar", "naer")
    assert near.oversikt is None
    assert near.naer is not None
    assert drawn("seks_aar", "1999").visning == "hele"
    assert drawn("uten_dom", "naer").tabell


def test_the_table_and_the_phone_have_every_mark() -> None:
    picture = drawn("seks_aar")
    assert len(picture.tabell) == picture.hendelser + picture.frister
    upright = sum(len(d.merker) for d in (*picture.kommende, *picture.siste)) + picture.skjult
    assert upright == len(picture.tabell)
    days = [d.dato for d in picture.kommende]
    assert days == sorted(days, reverse=True)


def test_stays_say_only_what_the_facts_say() -> None:
    tilstand = example("seks_aar")
    assert tilstand.sak is not None
    found = [
        (s.fra.isoformat(), s.til and s.til.isoformat(), s.slag) for s in stays(tilstand.sak, "nb")
    ]
    assert found == [("2020-11-02", "2022-02-17", "doegn"), ("2022-02-17", None, "lett")]
