"""The pages of a real case: who gets them, what is logged, and what they cost."""

import re
from http import HTTPStatus
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar

from samvern.apps.saker import public
from samvern.apps.saker.actions import korriger_hendelse
from samvern.engine import audit, ids, lesing
from samvern.engine.roller import Rolle
from tests.apps.brukere.personer import person
from tests.apps.saker.verden import Verden, foer, hendelse
from tests.web.sak.conftest import As, words

PAGES = ("sak", "sak_utskrift", "sak_lesninger", "sak_kalender")
ACTIONS = {
    "sak": "sak.vist",
    "sak_utskrift": "sak.skrevet_ut",
    "sak_lesninger": "sak.lesninger_vist",
    "sak_kalender": "sak.kalender",
}
WANTED = {
    "sak": "person.navn",
    "sak_utskrift": "person.navn",
    "sak_lesninger": "lesere",
    "sak_kalender": "frister",
}
MOST_QUERIES = 10
# Who asks, on every page: the session, the role, and those whose cases it has inherited.
WHO_ASKS = ("django_session", "brukere_tilknytning", "virksomheter_etterfoelger")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')


def newest() -> Any:
    return list(audit.records())[-1]


def text(client: Client, sak: UUID, query: str = "") -> str:
    answer = client.get(reverse("sak", args=[sak]) + query)
    assert answer.status_code == HTTPStatus.OK
    return words(answer.content.decode())


@pytest.mark.krav("TR-A1")
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.django_db
def test_nobody_gets_in_without_logging_in(client: Client, page: str) -> None:
    answer = client.get(reverse(page, args=[uuid4()]))
    assert answer.status_code == HTTPStatus.FOUND
    assert answer["Location"].startswith("/logg-inn/")


@pytest.mark.krav("N-0.2", "N-0.6", "F-12", "F-20")
def test_the_page_of_a_real_case(nk: Client, sak: UUID) -> None:
    seen = text(nk, sak)
    assert "Proevesen" in seen
    assert "Treårsfristen" in seen and "6. des. 2026" in seen
    assert "Klagefrist, overføring, domfelte" in seen
    assert "Faglig ansvarlig Astrid Lie" in seen
    assert "Vedtak mottatt, domfelte" in seen
    content = nk.get(reverse("sak", args=[sak])).content.decode()
    assert f'href="{reverse("sak_utskrift", args=[sak])}' in content


@pytest.mark.krav("TR-L1", "N-19.7")
def test_every_view_is_logged_with_what_was_shown(nk: Client, sak: UUID) -> None:
    for page in PAGES:
        before = audit.head().nr
        assert nk.get(reverse(page, args=[sak])).status_code == HTTPStatus.OK
        assert audit.head().nr == before + 1
        entry = newest()
        assert (entry["handling"], entry["saker"]) == (ACTIONS[page], [str(sak)])
        assert WANTED[page] in entry["lest"]
        assert ("person.navn" in entry["lest"]) == (page in {"sak", "sak_utskrift"})


@pytest.mark.krav("TR-L1")
def test_what_cannot_be_logged_is_not_shown(
    nk: Client, sak: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **kwargs: object) -> int:
        raise OSError("disk full")

    monkeypatch.setattr(audit, "record", fail)
    nk.raise_request_exception = False
    answer = nk.get(reverse("sak", args=[sak]))
    assert answer.status_code == HTTPStatus.INTERNAL_SERVER_ERROR
    assert b"Proevesen" not in answer.content


@pytest.mark.krav("TR-A2", "TR-A3")
def test_a_hidden_case_and_a_missing_one_are_the_same(som: As, sak: UUID) -> None:
    stranger = som(person(Rolle.FAGLIG_ANSVARLIG, "Fremmed Lege"))
    missing = uuid4()
    for page in PAGES:
        hidden, gone = (stranger.get(reverse(page, args=[one])) for one in (sak, missing))
        assert hidden.status_code == gone.status_code == HTTPStatus.NOT_FOUND
        same = hidden.content.decode().replace(str(sak), str(missing))
        assert TOKEN.sub("", same) == TOKEN.sub("", gone.content.decode())


@pytest.mark.krav("TR-A4")
def test_the_prosecutor_gets_the_case_without_the_log_of_readers(
    som: As, verden: Verden, sak: UUID
) -> None:
    prosecutor = som(verden.sa)
    seen = text(prosecutor, sak)
    assert "Proevesen" in seen
    assert "Hvem har lest saken Vises ikke for din rolle" in seen
    answer = prosecutor.get(reverse("sak_lesninger", args=[sak]))
    assert answer.status_code == HTTPStatus.NOT_FOUND


@pytest.mark.krav("TR-A4")
def test_the_region_does_not_see_what_the_prosecution_alone_sees(
    som: As, verden: Verden, sak: UUID
) -> None:
    foer(verden.silje, sak, hendelse("begjaering_opphoer", "2025-03-03", part="domfelt"))
    region = som(person(Rolle.RHF, "Ola Region", virksomhet=verden.rhf))
    seen = text(region, sak)
    assert "Begjæring om opphør 3. mars" not in seen
    assert "3. mars 2025" not in seen
    assert "Vises ikke for din rolle: Noen av hendelsene." in seen
    assert "3. mars 2025" in text(som(verden.nk), sak)


@pytest.mark.krav("N-0.6", "TR-D3")
def test_as_it_was_known_leaves_out_what_came_later(
    som: As, verden: Verden, sak: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-25T09:00:00+01:00")
    with lesing.reading(verden.silje, "sak.vist") as lest:
        picture = public.saksbilde(verden.silje, sak)
        lest.saw(["status"], saker=[sak])
    wrong = next(e for e in picture.hendelser if e.type == "vedtak_mottatt")
    fixed = {**hendelse("vedtak_mottatt", "2026-11-04", ref="h7", part="domfelt"), "grunn": "Feil."}
    korriger_hendelse.utfoer(
        verden.silje, sak, wrong.nr, fixed,
        forventet_nr=picture.siste_nr, noekkel=str(ids.new_id()),
    )  # fmt: skip
    nk = som(verden.nk)
    today = text(nk, sak)
    assert "Først registrert som 3. nov. 2026 i hendelse" in today
    then = text(nk, sak, "?kjent=24.11.2026")
    assert "Dette er ikke dagens bilde" in then
    assert "Først registrert som" not in then
    assert "ti. 3. nov. 2026" in then


def test_a_day_before_the_case_is_told_beside_the_field(nk: Client, sak: UUID) -> None:
    seen = text(nk, sak, "?paa=1.1.2010")
    assert "Saken fantes ikke i registeret da. Velg en senere dag." in seen
    assert "Dette er ikke dagens bilde" not in seen
    assert newest()["handling"] == "sak.vist"


@pytest.mark.krav("N-0.6")
def test_as_it_was_on_a_day_has_that_days_dates(nk: Client, sak: UUID) -> None:
    seen = text(nk, sak, "?paa=1.6.2024")
    assert "Saken slik den var lørdag 1. juni 2024, med det vi vet nå." in seen
    assert "Klagefrist, overføring" not in seen


def test_the_readers_are_listed_and_older_ones_on_the_next_page(
    nk: Client, sak: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samvern.web.sak.views.PER_SIDE", 2)
    for _ in range(3):
        nk.get(reverse("sak", args=[sak]))
    address = reverse("sak_lesninger", args=[sak])
    first = nk.get(address).content.decode()
    assert words(first).count("Åpnet saken") == 2
    title = first.partition("<title>")[2].partition("</title>")[0]
    assert "S-2026-0001" in title
    assert "Proevesen" not in title
    older = first.partition('href="?foer=')[2].partition('"')[0]
    second = words(nk.get(f"{address}?foer={older}").content.decode())
    assert "Åpnet saken" in second or "Så hvem som har lest" in second
    assert "Ingen eldre oppslag" in words(nk.get(f"{address}?foer=1").content.decode())


@pytest.mark.krav("N-13.1")
def test_the_calendar_has_the_dates_and_the_number_and_no_name(nk: Client, sak: UUID) -> None:
    answer = nk.get(reverse("sak_kalender", args=[sak]))
    number = "S-2026-0001"
    assert answer["Content-Disposition"] == f'attachment; filename="samvern-{number}.ics"'
    book = Calendar.from_ical(answer.content)
    names = [str(event["summary"]) for event in book.walk("VEVENT")]
    assert any("Treårsfristen" in name for name in names)
    assert all(name.startswith(f"{number}: ") for name in names)
    for private in (b"Proevesen", b"Astrid", str(sak).encode()):
        assert private not in answer.content


def test_a_page_costs_no_more_than_ten_queries(nk: Client, sak: UUID) -> None:
    for page in PAGES:
        address = reverse(page, args=[sak])
        nk.get(address)
        with CaptureQueriesContext(connection) as caught:
            assert nk.get(address).status_code == HTTPStatus.OK
        asked = [
            q["sql"]
            for q in caught.captured_queries
            if q["sql"].startswith("SELECT")
            and not any(f'FROM "{t}"' in q["sql"] for t in WHO_ASKS)
        ]
        assert len(asked) <= MOST_QUERIES, "\n".join(sql[:160] for sql in asked)


def test_only_reading(nk: Client, sak: UUID) -> None:
    before = audit.head().nr
    for page in PAGES:
        answer = nk.post(reverse(page, args=[sak]))
        assert answer.status_code == HTTPStatus.METHOD_NOT_ALLOWED
    assert audit.head().nr == before
