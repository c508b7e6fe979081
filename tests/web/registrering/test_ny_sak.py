"""A new case: the person, the indictment or the judgment, every date it gives, and the refusals."""

import random
from datetime import date
from typing import Any

import pytest
from django.test import Client

from samvern.apps.personer.public import Person
from samvern.apps.saker.models import Hendelse, Sak
from samvern.engine.idnummer import make_synthetic
from tests.apps.brukere.personer import log_in
from tests.apps.saker.verden import Verden
from tests.web.registrering.skjema import drafts, log, send, text, words

NY = "/saker/ny/"
NUMMER = make_synthetic(date(1988, 5, 17), random.Random(3)).siffer  # noqa: S311 -- invented
PERSON = {
    "p_identitet": "kjent",
    "p_nummer": NUMMER,
    "p_fornavn": "Jonas",
    "p_etternavn": "Fjellvik",
    "p_kjoenn": "mann",
    "p_foedselsdato": "17.5.1988",
    "p_adressebeskyttelse": "ingen",
    "begynner_med": "dom_avsagt",
}
UNKNOWN = {
    "p_identitet": "ukjent",
    "p_ukjent_grunn": "Uten papirer.",
    "p_kjoenn": "ikke_oppgitt",
    "p_adressebeskyttelse": "ingen",
    "begynner_med": "tiltale",
}


def judgment(verden: Verden, **other: str) -> dict[str, Any]:
    return {
        "d_skjedde": "20.5.2025",
        "d_domstol": "tingrett",
        "d_domstype": "tidsubestemt",
        "d_utilregnelighetsgrunn": "U-TPH-A",
        "d_domstolens_saksnr": "25-000001MED-TDEM/01",
        "d_lovbrudd": "VOLD-GROV",
        "d_kilde": "dom",
        "a_embete": str(verden.embete),
        **other,
    }


def indictment(verden: Verden) -> dict[str, Any]:
    return {
        "t_skjedde": "2.11.2026",
        "t_paastand": "tidsubestemt",
        "t_embete": str(verden.embete),
        "t_politidistrikt": str(verden.politi),
        "t_kilde": "brev",
    }


def everything() -> tuple[Any, ...]:
    return log(), Person.objects.count()


def through(client: Client, who: dict[str, str], what: dict[str, Any]) -> Any:
    """The person step and the next, up to the preview."""
    start = send(client, client.get(NY), NY, "neste", **who)
    assert start.status_code == 200, words(start)
    return send(client, start, NY, "se", **what)


@pytest.mark.krav("N-3.8", "N-5.2")
def test_a_case_from_a_judgment_shows_every_deadline_and_is_saved_once(
    verden: Verden, silje: Client
) -> None:
    before = everything()
    preview = through(silje, PERSON, judgment(verden, r_skjedde="4.6.2025"))
    assert preview.status_code == 200
    shown = words(preview)
    assert "frister i den nye saken" in shown
    assert "Treårsfristen" in shown
    assert "Søndag 4. juni 2028" in shown
    assert "Jonas" in shown
    assert everything() == before
    answers = [send(silje, preview, NY, "lagre") for _ in range(2)]
    assert [a.status_code for a in answers] == [302, 302]
    assert answers[0]["Location"] == answers[1]["Location"]
    case = Sak.objects.get()
    assert answers[0]["Location"].startswith(f"/saker/{case.pk}/?lagret=3&frister=")
    entries = list(Hendelse.objects.order_by("nr").values_list("type", "skjedde"))
    assert entries == [
        ("dom_avsagt", date(2025, 5, 20)),
        ("paatale_fastsatt", date(2025, 5, 20)),
        ("dom_rettskraftig", date(2025, 6, 4)),
    ]
    assert Hendelse.objects.get(nr=3).innhold["id"] == "h1"
    assert drafts() == []
    assert "Saken gjelder" not in words(silje.get(NY))
    nobody = send(silje, silje.get(NY), NY, "neste", **UNKNOWN)
    assert "Saken gjelder: person uten kjent navn" in words(nobody)


@pytest.mark.krav("N-3.8")
def test_a_case_from_an_indictment_for_somebody_unknown(verden: Verden, silje: Client) -> None:
    preview = through(silje, UNKNOWN, indictment(verden))
    assert preview.status_code == 200
    assert "Status i saken Tiltalt" in words(preview)
    assert send(silje, preview, NY, "lagre").status_code == 302
    assert Hendelse.objects.get().type == "tiltale"


def test_every_fault_of_the_person_at_once_and_the_number_by_its_own_rules(silje: Client) -> None:
    before = everything()
    page = send(silje, silje.get(NY), NY, "neste", p_identitet="kjent", p_nummer="17058812345")
    assert page.status_code == 422
    shown = words(page)
    for name in ("nummer", "etternavn", "kjoenn", "foedselsdato", "adressebeskyttelse"):
        assert f'id="felt_p_{name}-feil"' in text(page)
    assert "Hva begynner saken med? Velg ett av svarene." in shown
    assert 'value="17058812345"' in text(page)
    assert everything() == before


def test_the_number_is_checked_while_it_is_written(silje: Client) -> None:
    form = silje.get(NY)
    wrong = send(silje, form, NY, "utkast", p_nummer=NUMMER[:-1] + str((int(NUMMER[-1]) + 1) % 10))
    assert "Kontrollsiffer 2" in text(wrong)
    right = send(silje, form, NY, "utkast", p_nummer=NUMMER)
    assert "Fødselsnummer. Nummeret henger sammen." in text(right)
    assert drafts() == ["ny_sak"]


def test_an_unknown_identity_is_asked_why_and_not_for_a_number(silje: Client) -> None:
    page = send(silje, silje.get(NY), NY, "oppdater", p_identitet="ukjent")
    assert 'id="felt_p_nummer"' not in text(page)
    assert 'id="felt_p_ukjent_grunn"' in text(page)
    missing = send(silje, page, NY, "neste", **{**UNKNOWN, "p_ukjent_grunn": ""})
    assert missing.status_code == 422
    assert 'id="felt_p_ukjent_grunn-feil"' in text(missing)


@pytest.mark.krav("TR-A9")
def test_with_address_protection_no_municipality_is_taken(silje: Client) -> None:
    page = send(
        silje, silje.get(NY), NY, "neste",
        **{**PERSON, "p_adressebeskyttelse": "strengt_fortrolig", "p_bostedskommune": "0301"},
    )  # fmt: skip
    assert page.status_code == 422
    assert "Personen har adressebeskyttelse. Dette skal ikke stå i registeret." in words(page)


@pytest.mark.krav("N-1.2", "N-5.1", "LF-K2")
@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"d_skjedde": "31.12.2001"}, "d_skjedde", "Registeret gjelder dommer fra og med"),
        (
            {"d_skjedde": "30.9.2016", "d_domstype": "tidsbestemt",
             "d_utilregnelighetsgrunn": "U-TPH-PSY"},
            "d_skjedde",
            "straffeloven § 62",
        ),
        ({"r_skjedde": "19.5.2025"}, "r_skjedde", "Rettskraftdatoen er før dommen"),
        (
            {"d_utilregnelighetsgrunn": "U-TPH-PSY"},
            "d_utilregnelighetsgrunn",
            "sto ikke i straffeloven § 20 den dagen",
        ),
        ({"d_domstype": ""}, "d_domstype", "Velg ett av svarene."),
        ({"a_embete": ""}, "a_embete", "Velg fra listen."),
    ],
)  # fmt: skip
def test_wrong_combinations_are_refused_with_the_field_named(
    verden: Verden, silje: Client, wrong: dict[str, str], field: str, said: str
) -> None:
    before = everything()
    page = through(silje, PERSON, judgment(verden, **wrong))
    assert page.status_code == 422
    assert f'href="#felt_{field}"' in text(page)
    assert f'id="felt_{field}-feil"' in text(page)
    assert said.replace("\u00a0", " ") in words(page)
    assert everything() == before


@pytest.mark.krav("N-0.6")
def test_who_has_a_case_already_is_shown_before_another_is_opened(
    verden: Verden, silje: Client
) -> None:
    send(silje, through(silje, PERSON, judgment(verden)), NY, "lagre")
    case = Sak.objects.get()
    before = everything()
    start = send(silje, silje.get(NY), NY, "neste", **PERSON)
    assert f'<a href="/saker/{case.pk}/">{case.saksnr}</a>' in text(start)
    refused = send(silje, start, NY, "se", **judgment(verden))
    assert refused.status_code == 422
    assert 'id="felt_duplikat_grunn-feil"' in text(refused)
    assert everything() == before
    preview = send(silje, refused, NY, "se", **judgment(verden), duplikat_grunn="Ny straffesak.")
    assert preview.status_code == 200
    assert send(silje, preview, NY, "lagre").status_code == 302
    assert (Sak.objects.count(), Person.objects.count()) == (2, before[1])


def test_a_case_that_came_meanwhile_is_told_when_saving(verden: Verden, silje: Client) -> None:
    preview = through(silje, PERSON, judgment(verden))
    other = through(silje, PERSON, judgment(verden))
    assert send(silje, other, NY, "lagre").status_code == 302
    before = everything()
    told = send(silje, preview, NY, "lagre")
    assert told.status_code == 409
    assert "Personen har sak fra før" in words(told)
    assert everything() == before


@pytest.mark.krav("TR-A1")
def test_only_the_coordination_unit_opens_cases(verden: Verden, client: Client) -> None:
    before = everything()
    for who in (verden.sa, verden.fa):
        log_in(client, who)
        assert client.get(NY).status_code == 403
        answer = client.post(NY, {"handling": "utkast", "felt_p_etternavn": "Fjellvik"})
        assert answer.status_code == 403
    assert (everything(), drafts()) == (before, [])


def test_the_draft_of_a_new_case_is_found_in_the_step_it_was_left(
    verden: Verden, silje: Client
) -> None:
    through(silje, PERSON, judgment(verden, d_skjedde="31.11.2025"))
    again = silje.get(NY)
    assert 'value="31.11.2025"' in text(again)
    assert "Du har et utkast" in words(again)
    assert "Saken gjelder: Jonas Fjellvik" in words(again)
    back = send(silje, again, NY, "person")
    assert 'value="Fjellvik"' in text(back)
    assert send(silje, back, NY, "forkast")["Location"] == "/saker/"
    assert drafts() == []
