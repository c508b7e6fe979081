"""The calculation choices R1 to R12, and the calendar every date is counted in."""

from calendar import Calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from samvern.law.calendar import (
    FIRST_YEAR,
    LAST_YEAR,
    closed_office_eve,
    day_off_name,
    holidays,
    is_working_day,
)
from samvern.law.choices import REGNEVALG
from samvern.law.datotekst import MONTHS, SHORT_WEEKDAYS
from samvern.law.text import Text
from samvern.web.regelverk.oppslag import rules_with_choice
from samvern.web.regelverk.regelside import cite
from samvern.web.regelverk.tekster import SIKKERHET
from samvern.web.templatetags.samvern import active_maalform

BAD_YEAR = Text(
    f"Skriv et år mellom {FIRST_YEAR} og {LAST_YEAR}.",
    f"Skriv eit år mellom {FIRST_YEAR} og {LAST_YEAR}.",
)


@dataclass(frozen=True, slots=True)
class Dag:
    """One day in a month: its number, and why it is off."""

    dato: date
    slag: str
    """`virkedag`, `helg`, `helligdag` or `aften` (24 and 31 December on a weekday)."""
    navn: Text | None


@dataclass(frozen=True, slots=True)
class Maaned:
    """One month as weeks of days; None outside the month."""

    navn: str
    uker: tuple[tuple[Dag | None, ...], ...]
    virkedager: int


def _day(day: date) -> Dag:
    eve = closed_office_eve(day)
    if eve is not None:
        return Dag(day, "aften", eve)
    if is_working_day(day):
        return Dag(day, "virkedag", None)
    if day in holidays(day.year):
        return Dag(day, "helligdag", day_off_name(day))
    return Dag(day, "helg", None)


def months(year: int) -> Iterator[Maaned]:
    """The twelve months of a year."""
    for number, name in enumerate(MONTHS, start=1):
        weeks = tuple(
            tuple(_day(day) if day.month == number else None for day in week)
            for week in Calendar().monthdatescalendar(year, number)
        )
        working = sum(is_working_day(d.dato) for week in weeks for d in week if d is not None)
        yield Maaned(name, weeks, working)


@require_safe
def choices(request: HttpRequest) -> HttpResponse:
    """Where Samvern has chosen how to count, how certain it is, and which rules it moves."""
    today = timezone.localdate()
    rows = [
        {
            "valg": valg,
            "sikkerhet": SIKKERHET[valg.sikkerhet],
            "sitater": [cite(kilde_id, today) for kilde_id in valg.kilder],
            "regler": rules_with_choice(valg.id),
        }
        for valg in REGNEVALG.values()
    ]
    return render(request, "regelverk/regnevalg.html", {"rader": rows})


def _show(
    request: HttpRequest, year: int, typed: str = "", fault: Text | None = None
) -> HttpResponse:
    all_months = tuple(months(year))
    eves = [date(year, 12, 24), date(year, 12, 31)]
    context = {
        "aar": year,
        "forrige": year - 1 if year > FIRST_YEAR else None,
        "neste": year + 1 if year < LAST_YEAR else None,
        "fridager": [
            (day, name, day.weekday() >= 5) for day, name in sorted(holidays(year).items())
        ],
        "aftener": [(day, name) for day in eves if (name := closed_office_eve(day))],
        "maaneder": all_months,
        "virkedager": sum(month.virkedager for month in all_months),
        "ukedager": SHORT_WEEKDAYS[active_maalform()],
        "foerste": FIRST_YEAR,
        "siste_aar": LAST_YEAR,
        "skrevet": typed,
        "feil": fault,
    }
    return render(request, "regelverk/kalender.html", context)


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """This year; `aar` in the query string leads to another."""
    typed = request.GET.get("aar", "").strip()[:10]
    this_year = timezone.localdate().year
    if not typed:
        return _show(request, this_year)
    if typed.isascii() and typed.isdecimal() and FIRST_YEAR <= int(typed) <= LAST_YEAR:
        return redirect("regelverk_kalender", int(typed))
    return _show(request, this_year, typed, BAD_YEAR)


@require_safe
def calendar_year(request: HttpRequest, aar: int) -> HttpResponse:
    """One year. 404 outside the years the calendar is proved for."""
    if not FIRST_YEAR <= aar <= LAST_YEAR:
        raise Http404
    return _show(request, aar)
