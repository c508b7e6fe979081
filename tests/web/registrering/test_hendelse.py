"""Recording something that has happened: form, preview, save, and every way to be told no."""

import re
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.test import Client

from samvern.apps.saker import lovkrav
from samvern.apps.saker.felt_overfoering import BEHANDLING, OPPLEGG, SAMFUNNSVERN
from samvern.apps.saker.models import Hendelse
from samvern.apps.saker.public import SAKSARTER, korriger_hendelse
from samvern.engine import audit
from samvern.engine.avslag import Feil
from samvern.law.text import Text
from samvern.web.registrering.felter import BETINGET, build
from samvern.web.registrering.innlesing import place_faults
from samvern.web.registrering.typer import GRUPPER
from tests.apps.brukere.personer import log_in
from tests.apps.saker.verden import Verden, foer, hendelse
from tests.web.registrering.skjema import Svar, drafts, log, new, send, text, words

REPORT = {"skjedde": "10.12.2025", "n": "1", "kilde": "skjema"}


def test_every_event_type_stands_in_one_group() -> None:
    grouped = [kode for group in GRUPPER for kode in group.koder]
    assert sorted(grouped) == sorted(SAKSARTER)


@pytest.mark.krav("TR-L1")
def test_the_types_to_choose_from_are_those_the_viewer_may_record(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    page = silje.get(f"/saker/{sak}/hendelser/ny/")
    assert page.status_code == 200
    assert new(sak, "statusrapport_sendt") in text(page)
    assert new(sak, "tiltale") not in text(page)
    last = list(audit.records())[-1]
    assert (last["handling"], last["saker"]) == ("sak.typer_vist", [str(sak)])


def test_a_type_in_the_address_leads_straight_to_its_form(silje: Client, sak: UUID) -> None:
    answer = silje.get(f"/saker/{sak}/hendelser/ny/?type=klage")
    assert (answer.status_code, answer["Location"]) == (302, new(sak, "klage"))
    assert silje.get(f"/saker/{sak}/hendelser/ny/?type=//ond.no").status_code == 200
    assert silje.get(new(sak, "finnes_ikke")).status_code == 404


def test_what_the_law_asks_for_in_some_cases_is_never_called_optional() -> None:
    source = Path(lovkrav.__file__).read_text(encoding="utf-8")
    asked = set(re.findall(r'"innhold\.(\w+)", MANGLER_FELT', source)) | {
        name for name, _ in lovkrav._TIME_LIMITED
    } | {felt.navn for felt in (BEHANDLING, SAMFUNNSVERN, OPPLEGG)}  # fmt: skip
    assert asked == BETINGET
    kode = "overfoeringsvedtak"
    drawn = {one.navn: one for one in build(kode, SAKSARTER[kode].felt, {}, {}, {})}
    assert not drawn[BEHANDLING.navn].valgfri
    assert drawn[BEHANDLING.navn].betinget
    assert drawn["haster"].valgfri


@pytest.mark.parametrize("typed", ["10.12.2025", "10. des 2025", "101225", "2025-12-10"])
def test_a_date_is_read_as_people_write_it_and_the_preview_saves_nothing(
    silje: Client, sak: UUID, typed: str
) -> None:
    before = log()
    form = silje.get(new(sak, "statusrapport_sendt"))
    page = send(silje, form, new(sak, "statusrapport_sendt"), "se", **{**REPORT, "skjedde": typed})
    assert page.status_code == 200
    assert "Onsdag 10. desember 2025" in words(page)
    assert "Ingenting er lagret ennå." in words(page)
    assert "Statusrapport år 1" in words(page)
    assert log() == before


@pytest.mark.krav("TR-F5")
def test_a_double_click_saves_one_entry_and_both_end_on_the_case(silje: Client, sak: UUID) -> None:
    address = new(sak, "statusrapport_sendt")
    preview = send(silje, silje.get(address), address, "se", **REPORT, merknad="Kom sent.")
    answers = [send(silje, preview, address, "lagre", merknad="Kom sent.") for _ in range(2)]
    assert [a.status_code for a in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert answers[0]["Location"].startswith(f"/saker/{sak}/?lagret=3&frister=")
    assert answers[0]["Location"].endswith("#lagret")
    entry = Hendelse.objects.get(sak=sak, nr=3)
    assert (entry.type, entry.skjedde) == ("statusrapport_sendt", date(2025, 12, 10))
    assert (entry.innhold, entry.kilde) == ({"n": 1}, "skjema")
    assert drafts() == []


def test_every_fault_at_once_and_what_was_typed_stays(silje: Client, sak: UUID) -> None:
    before = log()
    address = new(sak, "innleggelse")
    page = send(silje, silje.get(address), address, "se", skjedde="31.11.2026", merknad="Min tekst")
    assert page.status_code == 422
    shown = words(page)
    assert "4 feil" in shown
    assert "Dato: 31. november finnes ikke. November har 30 dager." in shown
    for name in ("skjedde", "institusjon", "oppholdsform", "kilde"):
        assert f'href="#felt_{name}"' in text(page)
        assert f'id="felt_{name}-feil"' in text(page)
    assert 'value="31.11.2026"' in text(page)
    assert "Min tekst</textarea>" in text(page)
    assert log() == before


@pytest.mark.krav("N-29.6")
def test_a_date_ahead_of_us_is_told_at_its_field(silje: Client, sak: UUID) -> None:
    before = log()
    address = new(sak, "statusrapport_sendt")
    page = send(silje, silje.get(address), address, "se", **{**REPORT, "skjedde": "24.11.2026"})
    assert page.status_code == 422
    assert "Dato: Datoen er fram i tid." in words(page)
    assert log() == before


def test_what_is_not_possible_now_has_its_own_shape(silje: Client, sak: UUID) -> None:
    before = log()
    address = new(sak, "retur_til_riket")
    page = send(silje, silje.get(address), address, "se", skjedde="1.5.2024", kilde="melding")
    assert page.status_code == 409
    assert "Ikke mulig nå" in words(page)
    assert "#strek-ring" in text(page)
    assert "Det du har skrevet, står." in words(page)
    assert log() == before


@pytest.mark.krav("TR-A1")
def test_who_may_not_record_a_type_is_told_who_can(
    verden: Verden, client: Client, sak: UUID
) -> None:
    embete = str(verden.embete)
    foer(verden.silje, sak, hendelse("paatale_fastsatt", "2024-02-01", embete=embete))
    log_in(client, verden.sa)
    before = log()
    page = client.get(new(sak, "permisjon"))
    assert page.status_code == 403
    assert "IKKE_KOMPETANT" in text(page)
    assert client.post(new(sak, "permisjon"), {"handling": "lagre"}).status_code == 403
    assert (log(), drafts()) == (before, [])
    assert list(audit.records())[-1]["utfall"] == "nektet"


@pytest.mark.krav("TR-A3")
def test_a_hidden_case_and_a_missing_one_are_told_alike(
    verden: Verden, client: Client, sak: UUID
) -> None:
    log_in(client, verden.fa)
    typed = {"handling": "utkast", "felt_skjedde": "1"}
    for one in (sak, verden.embete):
        assert client.get(f"/saker/{one}/hendelser/ny/").status_code == 404
        for address in (new(one, "klage"), f"/saker/{one}/hendelser/2/rett/"):
            assert client.get(address).status_code == 404
            assert client.post(address, typed).status_code == 404
    assert drafts() == []


def test_nobody_gets_in_without_logging_in(client: Client, sak: UUID) -> None:
    for address in (f"/saker/{sak}/hendelser/ny/", new(sak, "klage"), "/saker/ny/"):
        assert client.get(address).status_code == 302
        assert client.post(address, {"handling": "lagre"}).status_code in {302, 405}


@pytest.mark.krav("N-6.9")
def test_the_note_says_that_health_does_not_belong_there(silje: Client, sak: UUID) -> None:
    assert "Helseopplysninger skal ikke stå i registeret." in text(silje.get(new(sak, "klage")))


@pytest.mark.krav("N-14.1")
def test_what_was_too_early_is_recorded_and_flagged_with_a_reason(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    foer(verden.silje, sak, hendelse("overfoeringsvedtak", "2026-11-16", retning="mildere"))
    address = new(sak, "overfoering_gjennomfoert")
    typed = {
        "skjedde": "20.11.2026",
        "ref": "h3",
        "institusjon": str(verden.institusjon),
        "oppholdsform": "uten_doegn",
        "kilde": "melding",
    }
    preview = send(silje, silje.get(address), address, "se", **typed)
    assert preview.status_code == 200
    assert words(preview).count("før alle parter var ferdige") == 1
    assert "Blir merket i saken" in words(preview)
    assert new(sak, "vedtak_akseptert") in text(preview)
    before = log()
    refused = send(silje, preview, address, "lagre", merknad="")
    assert refused.status_code == 409
    assert "Hvorfor ble det slik? Skriv hvorfor." in words(refused)
    assert 'id="felt_merknad-feil"' in text(refused)
    assert log() == before
    saved = send(silje, refused, address, "lagre", merknad="Sengen var lovet bort.")
    assert saved.status_code == 302
    assert Hendelse.objects.get(sak=sak, nr=4).type == "overfoering_gjennomfoert"


def test_a_stale_form_is_told_what_is_new_and_keeps_what_was_typed(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    address = new(sak, "statusrapport_sendt")
    typed = {**REPORT, "merknad": "Kom sent."}
    preview = send(silje, silje.get(address), address, "se", **typed)
    foer(verden.silje, sak, hendelse("utvisningsvedtak", "2024-03-01"))
    before = log()
    told = send(silje, preview, address, "lagre", merknad="Kom sent.")
    assert told.status_code == 409
    shown = words(told)
    assert "1 ny hendelse siden du begynte" in shown
    assert "Vedtak om utvisning , fr. 1. mars 2024 Silje Haugen" in shown
    assert "Onsdag 10. desember 2025" in shown
    assert log() == before
    assert send(silje, told, address, "lagre", merknad="Kom sent.").status_code == 302
    assert Hendelse.objects.filter(sak=sak).count() == 4


def test_a_corrected_event_is_still_what_another_points_at(
    verden: Verden, silje: Client, sak: UUID
) -> None:
    data = {**hendelse("overfoeringsvedtak", "2026-11-16", retning="mildere"), "grunn": "Feil dag."}
    foer(verden.silje, sak, hendelse("overfoeringsvedtak", "2026-11-17", retning="mildere"))
    korriger_hendelse.utfoer(verden.silje, sak, 3, data, forventet_nr=3, noekkel="retting-en")
    address = new(sak, "vedtak_mottatt")
    form = silje.get(address)
    assert 'name="felt_ref" value="h3" checked' in text(form)
    assert "Vedtak om overføring 16. nov. 2026" in words(form)
    assert "17. nov. 2026" not in words(form)
    typed = {"skjedde": "18.11.2026", "ref": "h3", "part": "domfelt", "kilde": "brev"}
    assert send(silje, form, address, "se", **typed).status_code == 200


def test_back_from_the_preview_nothing_is_lost(silje: Client, sak: UUID) -> None:
    address = new(sak, "statusrapport_sendt")
    preview = send(silje, silje.get(address), address, "se", **REPORT, kilde_ref="Side 3")
    form = send(silje, preview, address, "tilbake")
    assert form.status_code == 200
    assert 'value="10.12.2025"' in text(form)
    assert 'value="Side 3"' in text(form)


def test_unknown_fields_and_buttons_are_left_alone(silje: Client, sak: UUID) -> None:
    before = log()
    address = new(sak, "statusrapport_sendt")
    page = send(silje, silje.get(address), address, "slett_alt", **REPORT, id="h1", tull="x")
    assert page.status_code == 200
    saved = send(silje, page, address, "lagre", **REPORT, merknad="x", id="h1", tull="x")
    assert saved.status_code == 302
    assert len(log()[0]) == len(before[0]) + 1
    assert Hendelse.objects.get(sak=sak, nr=3).innhold == {"n": 1}


def test_only_reading_and_sending_are_answered(silje: Client, sak: UUID) -> None:
    before = log()
    for method in (silje.put, silje.delete, silje.patch):
        assert method(new(sak, "klage")).status_code == 405
    assert silje.post(f"/saker/{sak}/hendelser/ny/").status_code == 405
    assert log() == before


@pytest.mark.krav("TR-X3")
def test_a_form_without_its_token_changes_nothing(verden: Verden, sak: UUID) -> None:
    strict = Client(enforce_csrf_checks=True)
    log_in(strict, verden.nk)
    before = log()
    answer = strict.post(new(sak, "statusrapport_sendt"), {"handling": "lagre", **REPORT})
    assert answer.status_code == 403
    assert (log(), drafts()) == (before, [])


@pytest.mark.krav("TR-L9")
def test_nothing_personal_stands_in_address_or_title(silje: Client, sak: UUID) -> None:
    address = new(sak, "statusrapport_sendt")
    pages: list[Svar] = [silje.get(address), silje.get(f"/saker/{sak}/hendelser/ny/")]
    pages.append(send(silje, pages[0], address, "se", **REPORT))
    for page in pages:
        title = text(page).partition("<title>")[2].partition("</title>")[0]
        assert "S-2026-0001" in title
        assert "Proevesen" not in title
        assert page["Cache-Control"].startswith("max-age=0") or "no-store" in page["Cache-Control"]


@pytest.mark.krav("N-13.2")
def test_a_judgment_that_is_final_already_is_refused_in_words_one_can_act_on(
    silje: Client, sak: UUID
) -> None:
    before, address = log(), new(sak, "dom_rettskraftig")
    form = silje.get(address)
    taken = re.findall(r'name="felt_id"[^>]*value="([^"]+)"', text(form))
    page = send(
        silje,
        form,
        address,
        "se",
        skjedde="10.12.2025",
        id=taken[0],
        art="overfoeringsdom",
        kilde="dom",
    )
    assert page.status_code == 422
    assert "Denne dommen er alt registrert som rettskraftig." in words(page)
    assert "Kjennetegnet" not in words(page)
    assert log() == before


@pytest.mark.krav("N-14.2")
def test_a_date_too_early_says_the_earliest_day_at_its_field() -> None:
    fault = Feil(
        "innhold.planlagt_dato", "X", Text("For tidlig.", "For tidleg."), "", date(2026, 12, 15)
    )
    placed, loose = place_faults([fault], ["planlagt_dato"])
    assert loose == []
    said = {
        lang: placed["planlagt_dato"].lang(lang).replace("\u00a0", " ") for lang in ("nb", "nn")
    }
    assert said["nb"] == "For tidlig. Tidligst tirsdag 15. desember 2026."
    assert said["nn"] == "For tidleg. Tidlegast tysdag 15. desember 2026."
