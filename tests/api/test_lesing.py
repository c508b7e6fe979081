"""Reading through the API: the same as the pages show, logged with what was in the answer."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samvern.api import lesefelt
from samvern.apps.saker import public as saker
from samvern.apps.saker.models import Sak
from samvern.engine import audit, clock, lesing
from samvern.law import present
from samvern.web.arbeidsliste import lesefelt as pages
from tests.api.klient import Sender, data_of, koder, sender, sti
from tests.apps.saker.conftest import once
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak

TOKEN_QUERIES = 6
"""The key, the role, and the log entry with its transaction; the organisation's past when it has
one comes in addition."""


def last(handling: str) -> dict[str, Any]:
    return dict([one for one in audit.records() if one["handling"] == handling][-1])


def make_sak(verden: Verden) -> UUID:
    made = ny_sak(verden).sak
    foer(verden.silje, made, hendelse("utvisningsvedtak", "2024-03-01", "Ført etter brev."))
    return made


felles_sak = once(make_sak)


@pytest.fixture
def sak(felles_sak: UUID, verden: Verden) -> UUID:
    return felles_sak


@pytest.mark.krav("TR-L1", "N-13.1")
def test_a_case_is_the_picture_of_the_page_with_the_engines_deadlines(
    silje: Sender, verden: Verden, sak: UUID
) -> None:
    answer = silje.get(sti(sak))
    found = data_of(answer)
    with lesing.reading(verden.silje, "sak.vist") as lest:
        bilde = saker.saksbilde(verden.silje, sak)
        lest.saw((), saker=[sak])
    assert bilde.svar is not None
    assert found["svar"] == present.as_data(bilde.svar)
    assert (found["rad"]["saksnr"], found["rad"]["navn"]) == (bilde.rad.saksnr, bilde.rad.navn)
    assert found["siste_nr"] == 3
    assert answer["ETag"] == '"3"'
    assert [one["nr"] for one in found["hendelser"]] == [one.nr for one in bilde.hendelser]
    assert set(found) == {one for one in bilde.__slots__ if one != "lov"}
    about: list[Any] = [one for one in audit.records() if one["saker"] == [str(sak)]]
    read = next(one for one in about if one["handling"] == "sak.vist")
    assert (read["saker"], read["objekt"], read["grunn"]) == ([str(sak)], str(sak), "samhandling")
    assert set(read["lest"]) == set(saker.felt_vist(bilde))


@pytest.mark.krav("N-0.6")
def test_a_case_as_it_was_and_as_it_was_known(
    silje: Sender, verden: Verden, sak: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    early = data_of(silje.get(sti(sak), paa="2024-01-15"))
    assert (early["per_dato"], early["rad"]["status"]) == ("2024-01-15", "doemt_ikke_rettskraftig")
    moment = clock.now().isoformat()
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-24T08:10:00+01:00")
    foer(verden.silje, sak, hendelse("utreise", "2024-05-01"))
    known = data_of(silje.get(sti(sak), som_kjent=moment))
    assert known["som_kjent"] == moment
    assert len(known["hendelser"]) == 3
    assert len(data_of(silje.get(sti(sak)))["hendelser"]) == 4
    assert koder(silje.get(sti(sak), paa="2001-01-01"), 404) == [("", "FINNES_IKKE")]


@pytest.mark.krav("TR-L1")
def test_events_versions_and_readers_are_logged_by_what_they_show(silje: Sender, sak: UUID) -> None:
    listed = data_of(silje.get(sti(sak, "/hendelser")))
    assert (listed["siste_nr"], len(listed["hendelser"])) == (3, 3)
    assert "hendelse.merknad" in last("sak.hendelser_vist")["lest"]
    assert "frister" not in last("sak.hendelser_vist")["lest"]
    wrong = {**hendelse("utvisningsvedtak", "2024-03-02"), "grunn": "Feil dag.",
             "kilde_ref": "24/117"}  # fmt: skip
    assert silje.skriv(sti(sak, "/hendelser/3/retting"), wrong, 3).status_code == 201
    chain = data_of(silje.get(sti(sak, "/hendelser/4/historikk")))["versjoner"]
    assert [(one["nr"], one["skjedde"]) for one in chain] == [
        (3, "2024-03-01"), (4, "2024-03-02"),
    ]  # fmt: skip
    assert last("sak.historikk_vist")["lest"] == [
        "hendelse.kilde_ref", "hendelse.merknad", "innhold.utvisning",
    ]  # fmt: skip
    assert koder(silje.get(sti(sak, "/hendelser/99/historikk")), 404) == [("", "FINNES_IKKE")]
    first = data_of(silje.get(sti(sak, "/lesere"), antall="2"))
    assert len(first["lesere"]) == 2
    older = data_of(silje.get(sti(sak, "/lesere"), antall="2", foer=str(first["eldre"])))
    assert max(one["nr"] for one in older["lesere"]) < first["eldre"]
    assert last("sak.lesninger_vist")["lest"] == ["lesere"]


def test_the_register_is_filtered_sorted_and_paged_as_the_page(
    silje: Sender, verden: Verden
) -> None:
    judged = [ny_sak(verden, dom(day)) for day in ("2024-01-10", "2024-02-10", "2025-03-10")]
    ny_sak(verden)
    count = Sak.objects.count()
    rows = data_of(silje.get("/saker", status="doemt_ikke_rettskraftig", sorter="-saksnr"))
    newest = [made.saksnr for made in reversed(judged)]
    assert [one["saksnr"] for one in rows["rader"]] == newest
    assert (rows["antall"], rows["side"], rows["per_side"]) == (3, 1, 50)
    page = data_of(silje.get("/saker", per_side="25", side="9"))
    assert (page["antall"], page["side"], page["per_side"]) == (count, 1, 25)
    none = data_of(silje.get("/saker", rhf=str(verden.rhf), avsluttet="true", mine="true"))
    assert none["rader"] == []
    before = last("register.vist")
    assert (before["saker"], before["lest"]) == ([], [])


def test_the_work_list_has_the_counts_of_the_page(silje: Sender, verden: Verden) -> None:
    ny_sak(verden)
    found = data_of(silje.get("/arbeidsliste", kommende="12m"))
    with lesing.reading(verden.silje, "arbeidsliste.vist") as lest:
        page = saker.arbeidsliste(verden.silje, til=date(2027, 11, 23))
        lest.saw(())
    assert found["antall"] == dict(page.antall)
    assert [row["kode"] for row in found["rader"]] == [row.kode for row in page.rader]
    assert found["til"] == "2027-11-23"
    shown: Any = [one for one in audit.records() if one["handling"] == "arbeidsliste.vist"]
    assert "oppgave.frist" in shown[0]["lest"]
    assert koder(silje.get("/arbeidsliste", kommende="999m"), 422) == [
        ("kommende", "UGYLDIG_VERDI")
    ]


@pytest.mark.krav("TR-A3", "TR-X15")
def test_a_number_is_looked_up_in_the_body_only_and_hits_and_misses_are_logged(
    silje: Sender, verden: Verden
) -> None:
    ny_sak(verden)
    hit = data_of(silje.post("/saker/sok", {"saksnr": "s-2026-0001"}))
    assert [row["saksnr"] for row in hit["rader"]] == ["S-2026-0001"]
    assert last("sak.soekt")["lest"] != ["treff.ingen"]
    assert data_of(silje.post("/saker/sok", {"saksnr": "S-2026-9999"})) == {"rader": []}
    assert last("sak.soekt")["lest"] == ["treff.ingen"]
    assert koder(silje.post("/saker/sok", {"nummer": "tull-og-tall"}), 422)[0][0] == "nummer"
    assert last("person.soekt")["lest"] == ["treff.ingen"]
    for wrong, told in (
        ({}, ("", "MANGLER_FELT")),
        ({"saksnr": "S-2026-1", "nummer": "81819012345"}, ("", "UGYLDIG_VERDI")),
        ({"saksnr": "81819012345"}, ("saksnr", "UGYLDIG_VERDI")),
        ({"saksnr": 7}, ("saksnr", "UGYLDIG_VERDI")),
        ({"nummer": "81819012345", "grunn": "nysgjerrig"}, ("grunn", "UGYLDIG_VERDI")),
    ):
        assert told in koder(silje.post("/saker/sok", wrong), 422)
    for name in ("sok", "q", "nummer", "saksnr"):
        assert koder(silje.get("/saker", **{name: "81819012345"}), 422) == [(name, "UGYLDIG_VERDI")]


@pytest.mark.krav("TR-X15")
def test_after_twenty_look_ups_of_persons_in_a_minute_a_reason_is_asked_for(
    silje: Sender, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("samvern.apps.utvalg.oppslag.GRENSE", 2)
    ask = {"nummer": "41884712345"}
    for _ in range(2):
        assert silje.post("/saker/sok", ask).status_code in (200, 422)
    answer = silje.post("/saker/sok", ask)
    assert koder(answer, 429) == [("", "FOR_MANGE_OPPSLAG")]
    assert answer["Retry-After"] == "60"
    assert last("person.soekt")["kode"] == "for_mange_oppslag"
    assert silje.post("/saker/sok", {**ask, "grunn": "kvalitet"}).status_code in (200, 422)
    assert last("person.soekt")["grunn"] == "kvalitet"


def test_the_catalogue_has_every_type_with_codes_and_who_may(silje: Sender, verden: Verden) -> None:
    found = data_of(silje.get("/hendelsestyper", dag="2016-01-01"))
    types = {one["kode"]: one for one in found["typer"]}
    assert set(types) == set(saker.SAKSARTER)
    grounds = next(f for f in types["dom_avsagt"]["felt"] if f["navn"] == "utilregnelighetsgrunn")
    assert [one["kode"] for one in grounds["valg"]] == ["U-TPH-PSY"]
    for kode, one in types.items():
        may = saker.rolleblikk(verden.sa.kode).kan_registrere(kode) is not None
        assert [f["navn"] for f in one["felt"]] == [f.navn for f in saker.SAKSARTER[kode].felt]
        if kode == "opphoer":
            mine = data_of(sender(verden.sa).get("/hendelsestyper"))
            assert {t["kode"]: t["kan_registrere"] for t in mine["typer"]}[kode] is may


def test_the_choices_of_a_field(silje: Sender, verden: Verden, sak: UUID) -> None:
    base = "/hendelsestyper/faglig_ansvarlig_endret/felt/faglig_ansvarlig/valg"
    found = data_of(silje.get(base))["valg"]
    assert [one["kode"] for one in found] == [str(verden.fa.id)]
    earlier = data_of(silje.get("/hendelsestyper/varsel_statsadvokat/felt/ref/valg", sak=str(sak)))
    assert {one["kode"] for one in earlier["valg"]} >= {"h1", "h3"}
    assert last("sak.valg_vist")["saker"] == [str(sak)]
    assert koder(silje.get("/hendelsestyper/tull/felt/ref/valg"), 404)
    assert koder(silje.get("/hendelsestyper/opphoer/felt/tull/valg"), 404)
    denied = sender(verden.sa).get(base)
    assert koder(denied, 403) == [("", "IKKE_KOMPETANT")]
    hidden = silje.get("/hendelsestyper/varsel_statsadvokat/felt/ref/valg", sak=str(verden.embete))
    assert koder(hidden, 404) == [("", "FINNES_IKKE")]


def test_organisations_are_found_by_kind_and_text(silje: Sender, verden: Verden) -> None:
    found = data_of(silje.get("/virksomheter", slag="rhf"))
    assert [one["id"] for one in found["rader"]] == [str(verden.rhf)]
    assert data_of(silje.get("/virksomheter", tekst="AHUS", per_side="1"))["antall"] == 1
    assert data_of(silje.get("/virksomheter", dag="1999-01-01"))["antall"] == 0


def test_the_log_names_the_fields_as_it_does_for_the_pages(verden: Verden, sak: UUID) -> None:
    with lesing.reading(verden.silje, "register.vist") as lest:
        rows = saker.register(verden.silje, saker.Utvalg()).rader
        tasks = saker.arbeidsliste(verden.silje).rader
        lest.saw(())
    assert rows and tasks
    assert lesefelt.of_cases(rows) == pages.of_cases(rows)
    assert lesefelt.of_tasks(tasks) == pages.of_tasks(tasks)
    assert lesefelt.of_cases(()) == lesefelt.of_tasks(()) == set()


@pytest.mark.krav("TR-S1")
@pytest.mark.parametrize(
    "rest", ["/meg", "/saker", "/saker/{}", "/saker/{}/hendelser", "/saker/{}/lesere",
             "/saker/{}/hendelser/1/historikk", "/arbeidsliste", "/hendelsestyper", "/virksomheter"]
)  # fmt: skip
def test_a_request_asks_at_most_ten_queries_besides_the_key(
    silje: Sender, sak: UUID, rest: str
) -> None:
    address = rest.format(sak)
    silje.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert silje.get(address).status_code == 200
    # Blocks within the test's own transaction are savepoints; in a request they are BEGIN/COMMIT.
    real = [one for one in asked.captured_queries if "SAVEPOINT" not in one["sql"]
            and "set_config" not in one["sql"] and "current_setting" not in one["sql"]]  # fmt: skip
    assert len(real) <= 10 + TOKEN_QUERIES - 2, [one["sql"][:90] for one in real]
