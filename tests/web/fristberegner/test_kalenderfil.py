"""The calendar file: valid, stable, and without a word about the person."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from icalendar import Calendar

from samvern.law.event import Sak
from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.web.fristberegner.examples import EXAMPLES, SEKS_AAR
from samvern.web.fristberegner.kalenderfil import STILL_MATTERS, calendar, entries, uid
from tests.web.fristberegner.sider import Side

SECRET = "Hemmelig Person"
NORWAY = ZoneInfo("Europe/Oslo")


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
    wanted = {
        uid(r.frist): datetime.combine(r.frist.dato, r.frist.klokkeslett, tzinfo=NORWAY)
        if r.frist.dato and r.frist.klokkeslett
        else r.frist.dato
        for r in entries(compute(sak), sak)
    }
    assert found == wanted
    assert all(isinstance(day, date) for day in found.values())
    for event in book.walk("VEVENT"):
        start = event.decoded("dtstart")
        if isinstance(start, datetime):
            assert "dtend" not in event
        else:
            assert (event.decoded("dtend") - start).days == 1
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


def read(inn: dict[str, object]) -> dict[str, tuple[str, str]]:
    """Rule and summary of each entry, with its description."""
    sak, faults = read_case(inn)
    assert sak is not None, faults
    found = {}
    for event in Calendar.from_ical(calendar(sak, "nb")).walk("VEVENT"):
        words = str(event["description"])
        found[str(event["summary"])] = (words.rpartition("Regel: ")[2].split(",")[0], words)
    return found


def observed(**start: str) -> dict[str, object]:
    first = {"type": "observasjon_startet", "dato": "2026-03-02", **start}
    return {"type": "tph", "per_dato": "2026-03-05", "hendelser": [first]}


@pytest.mark.krav("F-12", "F-21")
def test_the_last_working_day_is_for_duties_and_rights_say_not_before() -> None:
    found = read({**SEKS_AAR, "per_dato": "2026-11-23"})
    assert found["Treårsfristen, siste virkedag fr. 4.12."][0] == "F-12"
    assert found["Tidligste gjennomføring, ikke før 27.11."][0] == "F-21"
    for rule, words in found.values():
        assert ("Siste virkedag" in words) == (rule in ("F-12", "F-07")), rule
        assert ("Ikke før" in words) == (rule == "F-21"), rule


@pytest.mark.krav("F-20")
def test_a_partys_time_to_complain_says_that_it_is_for_that_party_only() -> None:
    found = read(EXAMPLES["overfoering"][2])
    words = found["Klagefrist, overføring, påtalemyndigheten"][1]
    assert "Gjelder bare påtalemyndigheten. De andre har sine egne frister." in words


@pytest.mark.krav("F-60")
def test_a_moment_is_a_moment_and_a_missing_one_is_said() -> None:
    sak, _ = read_case(observed(klokkeslett="14:30"))
    assert sak is not None
    content = calendar(sak, "nb").decode()
    assert "DTSTART;TZID=Europe/Oslo:20260312T143000" in content
    assert "BEGIN:VTIMEZONE" in content
    assert "Tvungen observasjon kl. 14.30" in read(observed(klokkeslett="14:30"))
    (without,) = read(observed())
    assert without == "Tvungen observasjon, klokkeslettet mangler, planlegg for dagen før"


def test_days_gone_are_left_out_unless_a_duty_is_overdue() -> None:
    sak = case("seks_aar")
    for rad in entries(compute(sak), sak):
        assert rad.frist.dato is not None
        assert rad.frist.dato >= sak.per_dato or (rad.plikt and rad.over)
    late = read({**SEKS_AAR, "per_dato": "2026-12-20"})
    assert late["Treårsfristen"][0] == "F-12", "overdue: one entry on its date, and no last day"
