"""The calculation choices, the calendar and the timeline of changes."""

from datetime import date
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from samvern.law import datotekst
from samvern.law.book import all_rules
from samvern.law.calendar import FIRST_YEAR, LAST_YEAR, holidays, is_working_day
from samvern.law.choices import REGNEVALG
from samvern.law.sources import ALL
from samvern.web.regelverk.endringsside import Endring, shifts
from samvern.web.regelverk.oppslag import rules_with_choice, steps_sources
from samvern.web.regelverk.regnesider import months

REGIMES = [
    date(2002, 1, 1),
    date(2012, 7, 1),
    date(2014, 1, 1),
    date(2015, 10, 1),
    date(2016, 10, 1),
    date(2017, 9, 1),
    date(2020, 10, 1),
    date(2026, 6, 1),
]


def show(client: Client, name: str, *args: object, **query: str) -> str:
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200
    return unescape(response.content.decode())


def test_every_choice_is_shown_with_the_rules_it_moves(client: Client) -> None:
    html = show(client, "regelverk_regnevalg")
    for valg in REGNEVALG.values():
        assert f'id="{valg.id}"' in html
        assert valg.tekst.nb in html
        users = rules_with_choice(valg.id)
        assert {r.id for r in users} == {
            r.id for r in all_rules() if valg.id in set(steps_sources(r))
        }
        for rule in users:
            assert f'href="{reverse("regelverk_regel", args=[rule.id])}"' in html
    assert {r.id for r in rules_with_choice("R6")} == {"F-12"}


@pytest.mark.parametrize("year", [FIRST_YEAR, 2008, 2024, 2026, LAST_YEAR])
@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_a_year_shows_its_holidays(client: Client, year: int, maalform: str) -> None:
    client.cookies["maalform"] = maalform
    html = show(client, "regelverk_kalender", year)
    form = "nn" if maalform == "nn" else "nb"
    for day, name in holidays(year).items():
        assert datotekst.table(day, form) in html  # type: ignore[arg-type]
        assert name.lang(form) in html  # type: ignore[arg-type]
    working = sum(
        is_working_day(date.fromordinal(n))
        for n in range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    )
    assert f"{working} virkedag" in html


def test_the_months_hold_every_day_once() -> None:
    days = [d for month in months(2024) for week in month.uker for d in week if d is not None]
    assert [d.dato for d in days] == [date.fromordinal(738886 + n) for n in range(366)]
    assert sum(month.virkedager for month in months(2024)) == sum(
        is_working_day(d.dato) for d in days
    )
    kinds = {d.dato: d.slag for d in days}
    assert kinds[date(2024, 5, 17)] == "helligdag"
    assert kinds[date(2024, 5, 18)] == "helg"
    assert kinds[date(2024, 12, 24)] == "aften"
    assert kinds[date(2024, 12, 23)] == "virkedag"


def test_24_and_31_december_are_not_holidays_and_said_so(client: Client) -> None:
    html = show(client, "regelverk_kalender", 2026)
    assert html.count("kontorer er ofte stengt") == 2
    assert "Julaften" in html
    # Both fall on a weekend in 2022, so there is nothing to say.
    assert "kontorer er ofte stengt" not in show(client, "regelverk_kalender", 2022)


@pytest.mark.parametrize("year", [0, 1989, 2101, 9999, 99999999999999999999])
def test_a_year_outside_the_calendar_is_not_found(client: Client, year: int) -> None:
    assert client.get(f"/regelverk/kalender/{year}/").status_code == 404


def test_the_bounds_have_no_way_further(client: Client) -> None:
    first = show(client, "regelverk_kalender", FIRST_YEAR)
    last = show(client, "regelverk_kalender", LAST_YEAR)
    assert 'rel="prev"' not in first
    assert "/regelverk/kalender/1991/" in first
    assert 'rel="next"' not in last
    assert "/regelverk/kalender/2099/" in last


def test_the_year_field_leads_there_or_says_why_not(client: Client) -> None:
    response = client.get(reverse("regelverk_kalender"), {"aar": "2030"})
    assert response.status_code == 302
    assert response["Location"] == "/regelverk/kalender/2030/"
    for typed in ("1989", "2101", "i fjor", "²", "20.30", "-1"):
        html = show(client, "regelverk_kalender", aar=typed)
        assert f"Skriv et år mellom {FIRST_YEAR} og {LAST_YEAR}." in html
        assert 'aria-invalid="true"' in html


@pytest.mark.parametrize("day", REGIMES)
def test_the_regimes_are_on_the_timeline(client: Client, day: date) -> None:
    shift = next(s for s in shifts() if s.dato == day)
    assert shift.antall
    html = show(client, "regelverk_endringer", alle="")
    assert f'id="d{day.isoformat()}"' in html


def test_the_timeline_is_made_from_the_versions() -> None:
    points = [(s.dato, p) for s in shifts() for _, own in s.akter for p in own]
    starts = {(day, p.kilde.id) for day, p in points if p.endring is not Endring.SLUTT}
    assert starts == {(k.fra, k.id) for k in ALL if k.fra is not None}
    assert [s.dato for s in shifts()] == sorted({s.dato for s in shifts()}, reverse=True)
    ended = {
        p.kilde.id for day, p in points if day == date(2020, 10, 1) and p.endring is Endring.SLUTT
    }
    assert any(kilde_id.startswith("phvl/5-6") for kilde_id in ended)


def test_every_start_of_a_rules_version_is_on_the_timeline(client: Client) -> None:
    html = show(client, "regelverk_endringer")
    for rule in all_rules():
        for version in rule.versjoner:
            if version.fra is not None:
                shift = next(s for s in shifts() if s.dato == version.fra)
                assert rule in shift.regler
                assert f'id="d{version.fra.isoformat()}"' in html


@pytest.mark.parametrize("maalform", ["nb", "nn"])
@pytest.mark.parametrize("alle", [{}, {"alle": ""}])
def test_the_timeline_renders(client: Client, maalform: str, alle: dict[str, str]) -> None:
    client.cookies["maalform"] = maalform
    assert "2020" in show(client, "regelverk_endringer", **alle)
