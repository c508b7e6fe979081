"""What helps a new user: a wrong day is said, focus follows, links keep the case, forms explain."""

import re

import pytest
from django.test import Client

from tests.web.fristberegner.sider import ADDRESS, Side

UNPROCESSABLE = 422


@pytest.fixture
def side(client: Client) -> Side:
    return Side(client)


@pytest.fixture
def eksempel(side: Side) -> Side:
    return side.press("eksempel:overfoering")


def started(side: Side, sakstype: str, day: str) -> Side:
    return side.press("lagre_oppsett", oppsett_type=sakstype, oppsett_per_dato=day)


def test_a_judgment_after_the_day_says_so_and_offers_the_day(side: Side) -> None:
    started(side, "tidsubestemt", "21.11.2026")
    side.press(
        "lagre_hendelse", hendelsestype="dom_rettskraftig", felt_dato="1.12.2026",
        felt_art="overfoeringsdom",
    )  # fmt: skip
    assert (
        "Dommen er datert etter dagen det regnes for, så ingenting er regnet ut ennå" in side.text
    )
    assert side.html.count('value="regn_for:2026-12-01"') == 2, "the banner, and the event's row"
    assert side.text.count("Regn for 1. des. 2026") == 2
    side.press("regn_for:2026-12-01")
    assert side.inn["per_dato"] == "2026-12-01"
    assert "Regnet for tirsdag 1. desember 2026." in side.text
    assert "ingenting er regnet ut ennå" not in side.text
    assert "Treårsfristen" in side.text


def test_a_case_without_judgment_says_the_same_when_everything_is_later(side: Side) -> None:
    started(side, "tph", "1.3.2026")
    side.press("lagre_hendelse", hendelsestype="observasjon_startet", felt_dato="2.3.2026")
    assert "Alt er datert etter dagen det regnes for" in side.text


@pytest.mark.parametrize("day", ["", "1", "9999-12-31", "<b>", "2026-13-01"])
def test_a_day_nobody_offered_changes_nothing(eksempel: Side, day: str) -> None:
    before = eksempel.inn
    assert eksempel.press(f"regn_for:{day}").inn == before


@pytest.mark.parametrize("press", ["fjern:6", "eksempel:seks_aar", "toem"])
def test_the_message_takes_focus_after_an_action(eksempel: Side, press: str) -> None:
    eksempel.press(press)
    assert re.search(r'role="status" id="melding" tabindex="-1" autofocus', eksempel.html)


@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_links_out_of_an_answer_open_in_a_new_tab(eksempel: Side, maalform: str) -> None:
    eksempel.post(maalform=maalform)
    answer = eksempel.html.partition('id="frister"')[2].partition("</section>")[0]
    links = re.findall(r"<a [^>]*href=\"/[^>]*>.*?</a>", answer)
    assert links
    said = {"nb": "(åpnes i ny fane)", "nn": "(blir opna i ny fane)"}[maalform]
    for link in links:
        assert 'target="_blank" rel="noopener"' in link
        assert said in link


def test_days_to_wait_for_are_a_group_of_their_own(eksempel: Side) -> None:
    assert "nærmeste først" not in eksempel.text
    assert "Krever noe av noen eldste først" in eksempel.text
    waits = eksempel.text.partition("Dager å vente på")[2]
    assert "Tidligste gjennomføring" in waits


def test_nobody_ticked_means_all_three(side: Side) -> None:
    started(side, "tidsubestemt", "1.12.2026")
    side.press("velg:overfoeringsvedtak")
    assert "Ingen krysset av regnes som alle tre." in side.text
    side.press(
        "lagre_hendelse", hendelsestype="overfoeringsvedtak", felt_dato="30.11.2026",
        felt_retning="mildere",
    )  # fmt: skip
    assert side.response.status_code == 200
    assert "parter" not in side.inn["hendelser"][0]


@pytest.mark.parametrize(
    ("kind", "fields", "offered"),
    [
        ("overfoeringsvedtak", {"felt_retning": "mildere"}, ["domfelt", "paaroerende", "paatale"]),
        ("varslingsvedtak", {}, ["domfelt", "fornaermet", "etterlatt"]),
    ],
)
def test_only_the_decisions_own_parties_are_offered(
    side: Side, kind: str, fields: dict[str, str], offered: list[str]
) -> None:
    started(side, "tidsubestemt", "1.12.2026")
    side.press("lagre_hendelse", hendelsestype=kind, felt_dato="30.11.2026", **fields)
    side.press("velg:vedtak_mottatt")
    assert re.findall(r'name="felt_part" value="(\w+)"', side.html) == offered


def test_the_parties_of_a_decision_in_care(side: Side) -> None:
    started(side, "tph", "1.12.2026")
    side.press("lagre_hendelse", hendelsestype="annet_vedtak", felt_dato="30.11.2026",
               felt_art="4-10")  # fmt: skip
    side.press("velg:vedtak_mottatt")
    found = re.findall(r'name="felt_part" value="(\w+)"', side.html)
    assert found == ["paaroerende", "pasient", "politi", "begjaerende_myndighet"]


@pytest.mark.parametrize("typed", ["6.12.", "6.12", "6/12", "6. des", "6. desember"])
def test_a_date_without_a_year_asks_for_the_year(side: Side, typed: str) -> None:
    started(side, "tidsubestemt", typed)
    assert side.response.status_code == UNPROCESSABLE
    assert "Skriv året også." in side.text
    started(side, "tidsubestemt", "1.12.2026")
    side.press("lagre_hendelse", hendelsestype="innleggelse", felt_dato=typed)
    assert "Skriv året også." in side.text


@pytest.mark.parametrize("typed", ["14,30", "14.30", "14:30", "1430", "kl. 14.30"])
def test_a_clock_time_is_read_as_people_write_it_and_read_back(side: Side, typed: str) -> None:
    sent = {"handling": "les_dato:felt_klokkeslett", "felt_klokkeslett": typed}
    answer = side.client.post(ADDRESS, sent).content.decode()
    assert answer.replace("\u00a0", " ") == "kl. 14.30"
    started(side, "tph", "5.3.2026")
    side.press(
        "lagre_hendelse", hendelsestype="observasjon_startet", felt_dato="2.3.2026",
        felt_klokkeslett=typed,
    )  # fmt: skip
    assert side.inn["hendelser"][0]["klokkeslett"] == "14:30"
    assert "kl. 14.30" in side.press("endre:0").text


@pytest.mark.krav("F-61")
def test_the_law_gives_ten_more_days_at_most(side: Side) -> None:
    started(side, "tph", "5.3.2026").press("velg:observasjon_forlenget")
    assert "Loven gir høyst ti dager til." in side.text


def test_the_banner_never_hides_a_deadline_that_is_computed(side: Side) -> None:
    started(side, "tidsubestemt", "1.12.2026")
    side.press(
        "lagre_hendelse", hendelsestype="overfoeringsvedtak", felt_dato="20.11.2026",
        felt_retning="mildere",
    )  # fmt: skip
    side.press("lagre_hendelse", hendelsestype="vedtak_mottatt", felt_dato="20.11.2026",
               felt_ref="V1", felt_part="domfelt")  # fmt: skip
    side.press(
        "lagre_hendelse", hendelsestype="dom_rettskraftig", felt_dato="5.12.2026",
        felt_art="overfoeringsdom",
    )  # fmt: skip
    assert '<details class="sv-frist"' in side.html
    assert "ingenting er regnet ut ennå" not in side.text
