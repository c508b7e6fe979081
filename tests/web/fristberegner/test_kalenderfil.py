"""The calendar file: valid, stable, and without a word about the person."""

from datetime import date

import pytest
from django.test import Client
from icalendar import Calendar

from samvern.law.event import Sak
from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.web.fristberegner.examples import EXAMPLES
from samvern.web.fristberegner.kalenderfil import STILL_MATTERS, calendar, entries, uid
from tests.web.fristberegner.sider import Side

SECRET = "Hemmelig Person"


def case(name: str) -> Sak:
    sak, _ = read_case(EXAMPLES[name][2])
    assert sak is not None
    return sak


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("form", ["nb", "nn"])
def test_the_file_reads_back_with_the_engines_dates(name: str, form: str) -> None:
    sak = case(name)
    book = Calendar.from_ical(calendar(sak, form))  # type: ignore[arg-type]
    found = {str(e["uid"]): e.decoded("dtstart") for e in book.walk("VEVENT")}
    wanted = {uid(r.frist): r.frist.dato for r in entries(compute(sak), sak)}
    assert found == wanted
    assert all(isinstance(day, date) for day in found.values())
    for event in book.walk("VEVENT"):
        assert (event.decoded("dtend") - event.decoded("dtstart")).days == 1
        assert "Regel" in str(event["description"])


def test_only_what_still_matters_is_in_it() -> None:
    sak = case("seks_aar")
    rows = entries(compute(sak), sak)
    assert {r.frist.status for r in rows} <= STILL_MATTERS
    assert "F-12" in {r.frist.regel for r in rows}
    assert len({uid(r.frist) for r in rows}) == len(rows)


def test_the_same_case_gives_the_same_file_and_a_moved_date_another_entry() -> None:
    sak = case("overfoering")
    assert calendar(sak, "nb") == calendar(sak, "nb")
    first, second = entries(compute(sak), sak)[:2]
    assert uid(first.frist) != uid(second.frist)


def test_nothing_written_by_people_gets_into_the_file() -> None:
    raw = {
        "type": "tph",
        "per_dato": "2026-12-11",
        "hendelser": [
            {"type": "annet_vedtak", "dato": "2026-12-01", "id": SECRET, "art": SECRET},
            {"type": "vedtak_mottatt", "dato": "2026-12-01", "ref": SECRET, "part": "pasient"},
        ],
    }
    sak, faults = read_case(raw)
    assert sak is not None, faults
    content = calendar(sak, "nb").decode().replace("\r\n ", "")
    assert content.count("BEGIN:VEVENT") >= 1
    assert SECRET not in content
    assert "Hemmelig" not in content


def test_the_download(client: Client) -> None:
    side = Side(client).press("eksempel:overfoering").press("kalender")
    assert side.response["Content-Type"].startswith("text/calendar")
    assert side.response["Content-Disposition"] == 'attachment; filename="samvern-frister.ics"'
    text = side.response.content.decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20261229" in text
    assert "SUMMARY:Klagefrist\\, overføring\\, påtalemyndigheten" in text
