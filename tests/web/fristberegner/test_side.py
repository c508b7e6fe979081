"""Every button of the calculator, as a client without JavaScript presses them."""

import json
import re
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from samvern.law import datotekst
from samvern.law.event import HENDELSESTYPER, Sakstype
from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.web.fristberegner import clock
from samvern.web.fristberegner.examples import EXAMPLES, OVERFOERING
from samvern.web.fristberegner.grupper import GRUPPER
from tests.web.fristberegner.sider import ADDRESS, Side
from tests.web.fristberegner.test_tilstand import HOSTILE

UNPROCESSABLE = 422


@pytest.fixture
def side(client: Client) -> Side:
    return Side(client)


@pytest.fixture
def eksempel(side: Side) -> Side:
    return side.press("eksempel:overfoering")


def test_the_start_asks_for_type_and_proposes_today(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))
    page = Side(client)
    assert 'value="21.11.2026"' in page.html
    assert "lørdag 21. november 2026" in page.text
    assert "checked" not in page.html
    assert all(f'value="{kind}"' in page.html for kind in Sakstype)


def test_a_case_from_nothing_step_by_step(side: Side) -> None:
    side.press("lagre_oppsett", oppsett_type="tidsubestemt", oppsett_per_dato="11. des 2026")
    assert "Legg inn dommen, så kommer fristene." in side.text
    side.press("velg:dom_rettskraftig")
    assert "Den registrerte rettskraftdatoen." in side.text
    side.press(
        "lagre_hendelse", hendelsestype="dom_rettskraftig", felt_dato="051026",
        felt_art="overfoeringsdom",
    )  # fmt: skip
    assert side.response.status_code == 200
    assert side.inn["hendelser"] == [
        {"type": "dom_rettskraftig", "dato": "2026-10-05", "art": "overfoeringsdom", "id": "D1"}
    ]
    assert "Treårsfristen" in side.text
    assert "fredag 5. okt. 2029".casefold() in side.text.casefold()


@pytest.mark.krav("N-13.1", "N-13.14")
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_dates_on_the_page_are_the_engines(side: Side, name: str) -> None:
    side.press(f"eksempel:{name}")
    sak, _ = read_case(EXAMPLES[name][2])
    assert sak is not None
    shown = side.html.count('<details class="sv-frist"')
    svar = compute(sak)
    assert shown == len(svar.frister)
    for frist in svar.frister:
        assert f'id="frist-{frist.regel.replace("-", "").lower()}' in side.html
        if frist.dato is not None:
            assert datotekst.short(frist.dato) in side.html
            assert datotekst.weekday(frist.dato) in side.html.lower()


def test_setup_faults_stand_at_the_fields_and_keep_what_was_typed(side: Side) -> None:
    side.press("lagre_oppsett", oppsett_type="", oppsett_per_dato="31.11.2026")
    assert side.response.status_code == UNPROCESSABLE
    assert "2 feil" in side.text
    assert 'value="31.11.2026"' in side.html
    assert 'aria-invalid="true"' in side.html
    assert "31. november finnes ikke. November har 30 dager." in side.text


def test_all_faults_of_an_event_at_once(eksempel: Side) -> None:
    before = eksempel.inn
    eksempel.press("lagre_hendelse", hendelsestype="klage", felt_dato="31.11.2026", felt_ref="V9")
    assert eksempel.response.status_code == UNPROCESSABLE
    assert "2 feil" in eksempel.text
    assert 'href="#felt_dato"' in eksempel.html
    assert 'href="#felt_part"' in eksempel.html
    assert 'value="31.11.2026"' in eksempel.html
    assert eksempel.inn == before


def test_a_reference_that_does_not_exist_is_a_fault_at_the_field(eksempel: Side) -> None:
    eksempel.press(
        "lagre_hendelse", hendelsestype="klage", felt_dato="1.12.2026", felt_ref="V9",
        felt_part="domfelt",
    )  # fmt: skip
    assert eksempel.response.status_code == UNPROCESSABLE
    assert 'href="#felt_ref"' in eksempel.html


@pytest.mark.slow
@pytest.mark.parametrize("sakstype", Sakstype)
def test_every_event_type_is_offered_once_and_has_a_form(client: Client, sakstype: str) -> None:
    in_groups = [code for group in GRUPPER for code in group.koder]
    assert sorted(in_groups) == sorted(HENDELSESTYPER)
    page = Side(client).press("lagre_oppsett", oppsett_type=sakstype, oppsett_per_dato="1.12.2026")
    for kind in HENDELSESTYPER.values():
        offered = f'value="velg:{kind.kode}"' in page.press("legg_til").html
        assert offered == (sakstype in kind.gjelder)
        if offered:
            page.press(f"velg:{kind.kode}")
            assert kind.navn.nb in page.text
            # The page's text is given with plain spaces only.
            assert " ".join(kind.hjelp.nb.split()) in page.text


@pytest.mark.slow
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_event_can_be_opened_and_saved_unchanged(side: Side, name: str) -> None:
    side.press(f"eksempel:{name}")
    before = side.inn
    for i, row in enumerate(before["hendelser"]):
        side.press(f"endre:{i}")
        fields = {
            f"felt_{k}": {True: "ja", False: "nei"}.get(v, v) if isinstance(v, bool) else v
            for k, v in row.items()
            if k not in ("type", "id")
        }
        if row["type"] == "overfoeringsvedtak":
            fields["felt_parter"] = ["domfelt", "paaroerende", "paatale"]
        side.press("lagre_hendelse", hendelsestype=row["type"], indeks=i, **fields)
        assert side.response.status_code == 200, side.text[:400]
    assert side.inn == before


def test_editing_changes_the_row_and_the_dates(eksempel: Side) -> None:
    eksempel.press("endre:0")
    assert 'value="5. okt. 2026"' in eksempel.html
    assert "mandag 5. oktober 2026" in eksempel.text
    eksempel.press(
        "lagre_hendelse", hendelsestype="dom_rettskraftig", indeks=0, felt_dato="6.10.2026",
        felt_art="overfoeringsdom",
    )  # fmt: skip
    assert eksempel.inn["hendelser"][0]["dato"] == "2026-10-06"
    assert eksempel.inn["hendelser"][0]["id"] == "D1"
    assert "6. okt. 2029" in eksempel.text


def test_removing_a_decision_takes_what_points_at_it_and_can_be_undone(eksempel: Side) -> None:
    before = eksempel.inn
    eksempel.press("fjern:3")
    left = [row["type"] for row in eksempel.inn["hendelser"]]
    assert left == ["dom_rettskraftig", "innleggelse", "helseopplysningsskjema_sendt"]
    assert "Fjernet også 3 som gjaldt den." in eksempel.text
    eksempel.press("angre", angre=json.dumps(before))
    assert eksempel.inn == before


def test_ids_are_made_and_a_final_judgment_joins_its_pronounced(side: Side) -> None:
    side.press("lagre_oppsett", oppsett_type="tidsubestemt", oppsett_per_dato="1.12.2026")
    side.press(
        "lagre_hendelse", hendelsestype="dom_avsagt", felt_dato="1.10.2026",
        felt_domstol="tingrett", felt_domfelt_til_stede="ja",
    )  # fmt: skip
    side.press("velg:dom_rettskraftig")
    assert "Hvilken dom?" in side.text
    side.press(
        "lagre_hendelse", hendelsestype="dom_rettskraftig", felt_dato="20.10.2026",
        felt_art="overfoeringsdom", felt_dom="D1",
    )  # fmt: skip
    assert [row["id"] for row in side.inn["hendelser"]] == ["D1", "D1"]
    side.press(
        "lagre_hendelse", hendelsestype="dom_avsagt", felt_dato="2.11.2026",
        felt_domstol="lagmannsrett",
    )  # fmt: skip
    assert side.inn["hendelser"][2]["id"] == "D2"


def test_a_fault_in_another_row_names_that_row(side: Side) -> None:
    test_ids_are_made_and_a_final_judgment_joins_its_pronounced(side)
    side.press(
        "lagre_hendelse", hendelsestype="dom_avsagt", indeks=0, felt_dato="25.10.2026",
        felt_domstol="tingrett",
    )  # fmt: skip
    assert side.response.status_code == UNPROCESSABLE
    assert "Dom rettskraftig 20. okt. 2026" in side.text
    assert "Rettskraftdatoen er før dommen" in side.text


def test_victims_are_numbered_when_there_are_several(side: Side) -> None:
    side.press("lagre_oppsett", oppsett_type="tidsubestemt", oppsett_per_dato="1.12.2026")
    side.press("lagre_hendelse", hendelsestype="varslingsvedtak", felt_dato="1.11.2026")
    assert "fornaermet_2" not in side.press("velg:vedtak_mottatt").html
    side.press(
        "lagre_hendelse", hendelsestype="vedtak_mottatt", felt_dato="2.11.2026", felt_ref="V1",
        felt_part="fornaermet",
    )  # fmt: skip
    side.press("velg:vedtak_mottatt")
    assert "Fornærmede (nr. 2)" in side.text
    assert "fornaermet_3" not in side.html


def test_a_file_is_saved_and_loaded(eksempel: Side) -> None:
    before = eksempel.inn
    saved = eksempel.press("lagre_fil").response
    assert saved["Content-Type"] == "application/json"
    assert saved["Content-Disposition"] == 'attachment; filename="samvern-sak-2026-12-11.json"'
    assert json.loads(saved.content) == before == OVERFOERING
    other = Side(eksempel.client)
    other.press("last_inn", fil=SimpleUploadedFile("Ola Normann.json", saved.content))
    assert other.inn == before
    assert "Filen er lest. Saken har 7 hendelser." in other.text
    assert "Normann" not in other.html


def test_a_bad_file_lists_every_fault_with_its_place(eksempel: Side) -> None:
    before = eksempel.inn
    bad = {"type": "x", "per_dato": 1, "hendelser": [{"type": "anke"}, {"type": "y"}], "ekstra": 1}
    eksempel.press("last_inn", fil=SimpleUploadedFile("a.json", json.dumps(bad).encode()))
    assert eksempel.response.status_code == UNPROCESSABLE
    for place in ("hendelser[0].dato", "hendelser[1].type", "per_dato", "ekstra"):
        assert f"<code>{place}</code>" in eksempel.html
    assert eksempel.inn == before
    assert eksempel.press("last_inn").response.status_code == UNPROCESSABLE


def test_a_file_beyond_two_megabytes_is_refused(eksempel: Side) -> None:
    big = SimpleUploadedFile("a.json", b" " * (2 * 1024 * 1024 + 1))
    assert eksempel.client.post(ADDRESS, {"handling": "last_inn", "fil": big}).status_code == 413


def test_language_and_colour_keep_the_case(eksempel: Side) -> None:
    before = eksempel.inn
    eksempel.post(maalform="nn")
    assert '<html lang="nn"' in eksempel.html
    assert eksempel.inn == before
    assert "Påtalemakta" in eksempel.text
    assert eksempel.client.cookies["maalform"].value == "nn"
    eksempel.post(fargevalg="moerk")
    assert 'data-color-scheme="dark"' in eksempel.html
    assert '<html lang="nn"' in eksempel.html
    assert eksempel.inn == before


def test_the_footer_sends_the_choices_through_the_page(eksempel: Side) -> None:
    for name in ("maalform", "fargevalg"):
        button = eksempel.html.split(f'name="{name}"')[0].rsplit("<button", 1)[1]
        assert 'form="beregner-valg"' in button


def test_language_and_colour_keep_what_is_being_typed(eksempel: Side) -> None:
    before = eksempel.inn
    eksempel.press("velg:innleggelse")
    assert eksempel.html.count('id="beregner-valg"') == 1
    typed = {"hendelsestype": "innleggelse", "indeks": "", "felt_dato": "31.2.2026"}
    for choice in ({"maalform": "nn"}, {"fargevalg": "moerk"}):
        eksempel.post(**typed, **choice)
        assert eksempel.response.status_code == 200
        assert 'name="hendelsestype" value="innleggelse"' in eksempel.html
        assert 'value="31.2.2026"' in eksempel.html
        assert eksempel.html.count('id="beregner-valg"') == 1
        assert eksempel.inn == before
    eksempel.post(oppsett_type="tidsbestemt", oppsett_per_dato="i morg", maalform="nb")
    assert 'name="oppsett_per_dato" value="i morg"' in eksempel.html
    assert 'value="tidsbestemt" checked' in eksempel.html
    assert eksempel.inn == before


@pytest.mark.parametrize(
    "sent", [{"hendelsestype": "finnes_ikke"}, {"hendelsestype": "utreise", "indeks": "0"}]
)
def test_a_form_that_cannot_be_opened_again_is_left(eksempel: Side, sent: dict[str, str]) -> None:
    eksempel.post(**sent, felt_dato="1.1.2026", maalform="nn")
    assert eksempel.response.status_code == 200
    assert 'name="hendelsestype"' not in eksempel.html


def test_print_opens_what_demands_something(eksempel: Side) -> None:
    assert "data-skriv open" not in eksempel.html
    eksempel.press("skriv_ut")
    rows = re.findall(r'<details class="sv-frist" data-skriv( open)?>', eksempel.html)
    assert rows
    assert set(rows) == {" open"}
    assert "data-skriv-ut" in eksempel.html


def test_zoom_travels_with_the_page(side: Side) -> None:
    side.press("eksempel:seks_aar").press("visning:2023")
    assert side.state["visning"] == "2023"
    side.press("endre_oppsett")
    assert side.state["visning"] == "2023"
    assert side.press("visning:<script>").state["visning"] == "2023"


@pytest.mark.slow
def test_the_page_never_carries_what_it_cannot_read(eksempel: Side) -> None:
    for text in HOSTILE[1:]:
        response = eksempel.client.post(ADDRESS, {"inn": text, "handling": "legg_til"})
        assert response.status_code == UNPROCESSABLE, text[:40]
        kept = eksempel.client.post(ADDRESS, {**eksempel.state, "proever": text, "handling": "vis"})
        assert kept.status_code in (200, UNPROCESSABLE), text[:40]


VERBS = (
    "endre", "fjern", "prov_behold", "prov_fjern", "velg", "prov_velg", "prov_endre", "eksempel",
    "visning", "lagre_hendelse", "angre", "toem", "ukjent", "kalender", "lagre_fil", "skriv_ut",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("argument", ["", "-1", "999", "²", "x" * 2000, "<i onclick=x>", "\x00"])
def test_no_button_can_break_the_page(side: Side, argument: str) -> None:
    side.press("eksempel:uten_dom")
    typed = dict.fromkeys(("hendelsestype", "indeks", "felt_dato", "angre"), argument)
    for verb in VERBS:
        for state in (side.state, {}):
            fields = {**state, "handling": f"{verb}:{argument}", **typed}
            response = side.client.post(ADDRESS, fields)
            assert response.status_code in (200, UNPROCESSABLE), verb
            assert b"<i onclick" not in response.content


def test_a_future_event_is_shown_as_not_counting(eksempel: Side) -> None:
    eksempel.press(
        "lagre_hendelse", hendelsestype="klage", felt_dato="15.12.2026", felt_ref="V1",
        felt_part="domfelt",
    )  # fmt: skip
    assert "Etter dagen det regnes for. Teller ikke." in eksempel.text


def test_missing_facts_give_no_date(side: Side) -> None:
    side.press("eksempel:overfoering").press("fjern:6")
    assert "Dato mangler" in side.text
    assert "Uavklart" in side.text


def test_the_weekday_of_a_typed_date(client: Client) -> None:
    def read(typed: str) -> str:
        fields = {"handling": "les_dato:felt_dato", "felt_dato": typed}
        return client.post(ADDRESS, fields).content.decode().replace("\u00a0", " ")

    assert read("061226") == "søndag 6. desember 2026"
    assert read("31.11.2026") == ""
    assert read("<b>") == ""


def test_starting_over_can_be_undone(eksempel: Side) -> None:
    before = eksempel.inn
    eksempel.press("toem")
    assert eksempel.state["inn"] == ""
    assert "Alt er fjernet fra siden." in eksempel.text
    assert eksempel.press("angre", angre=json.dumps(before)).inn == before


def test_the_type_can_be_changed_or_is_refused_with_a_reason(side: Side) -> None:
    side.press("eksempel:seks_aar").press("endre_oppsett")
    assert 'value="tidsubestemt" checked' in side.html
    side.press("lagre_oppsett", oppsett_type="tidsbestemt", oppsett_per_dato="23.11.2026")
    assert side.inn["type"] == "tidsbestemt"
    assert "Absolutt slutt" in side.text


def test_no_personal_word_can_be_written_in_the_form(eksempel: Side) -> None:
    """Free text fields of the schema are choices here, so that no name gets into a case."""
    assert "<textarea" not in eksempel.press("velg:opphoer").html
    assert 'type="text"' in eksempel.html
    assert 'name="felt_av" value="paatale"' in eksempel.html


@pytest.mark.slow
def test_a_very_long_case_still_shows_every_date(side: Side) -> None:
    rows: list[dict[str, object]] = [
        {"type": "dom_rettskraftig", "dato": "2020-10-05", "id": "D1", "art": "overfoeringsdom"}
    ]
    for k in range(60):
        day = f"{2021 + k % 5}-{1 + k % 12:02}-{1 + k % 28:02}"
        rows.append(
            {"type": "overfoeringsvedtak", "dato": day, "id": f"V{k}", "retning": "mildere"}
        )
        rows.append({"type": "vedtak_mottatt", "dato": day, "ref": f"V{k}", "part": "domfelt"})
    inn = {"type": "tidsubestemt", "per_dato": "2026-12-11", "hendelser": rows}
    sak, _ = read_case(inn)
    assert sak is not None
    side.post(inn=json.dumps(inn), handling="vis")
    assert side.response.status_code == 200
    for frist in compute(sak).frister:
        assert frist.dato is None or datotekst.short(frist.dato) in side.html
