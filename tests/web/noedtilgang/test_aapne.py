"""Opening a case that is not one's own: who meets the way in, what it asks, what it tells."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from samvern.apps.revisjon.models import Revisjonslogg
from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.apps.saker.tilgangstabell import NK_ROLLER, SAKSROLLER
from samvern.apps.utkast.models import Utkast
from samvern.apps.utvalg import public as utvalg
from samvern.engine.roller import Rolle
from samvern.web.noedtilgang.tid import igjen
from tests.apps.brukere.personer import person
from tests.web.noedtilgang.conftest import As, Vakt
from tests.web.registrering.skjema import text, words

pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-A8")]

HER = "/noedtilgang/"
ORD = "Pasienten er rømt, og vakta må vite hvor han bor."
NOWHERE = "S-2026-9999"
VARIES = re.compile(r'value="[A-Za-z0-9]{64}"')


def sent(vakt: Vakt, **change: str) -> dict[str, str]:
    filled = {"saksnr": vakt.sak.saksnr, "grunn": "unndragelse", "begrunnelse": ORD}
    return {**filled, "handling": "aapne", **change}


def same(page: bytes, number: str) -> str:
    return VARIES.sub("", page.decode()).replace(number, "")


@pytest.mark.krav("TR-A3")
def test_a_search_without_hits_shows_the_way_in_the_same_for_hidden_and_missing(
    vakt: Vakt, som: As
) -> None:
    client = som(vakt.lege)
    hidden = client.post("/saker/finn/", {"q": vakt.sak.saksnr})
    missing = client.post("/saker/finn/", {"q": NOWHERE})
    assert "Må du se saken nå?" in words(hidden)
    assert same(hidden.content, vakt.sak.saksnr) == same(missing.content, NOWHERE)


@pytest.mark.parametrize("rolle", sorted({*NK_ROLLER, Rolle.REVISOR}))
def test_who_may_not_open_is_shown_no_way_in(vakt: Vakt, som: As, rolle: Rolle) -> None:
    client = som(person(rolle, "Ikke Vakt"))
    page = client.post("/saker/finn/", {"q": NOWHERE})
    assert '/noedtilgang/"' not in text(page).partition("<main")[2]


@pytest.mark.krav("TR-A3")
@pytest.mark.parametrize("rolle", sorted(frozenset(Rolle) - SAKSROLLER))
def test_a_role_without_cases_gets_the_same_no_whatever_it_asks_for(
    vakt: Vakt, som: As, rolle: Rolle
) -> None:
    client = som(person(rolle, "Uten saker"))
    answers = [client.post(HER, sent(vakt, saksnr=nr)) for nr in (vakt.sak.saksnr, NOWHERE)]
    assert [one.status_code for one in answers] == [403, 403]
    assert same(answers[0].content, vakt.sak.saksnr) == same(answers[1].content, NOWHERE)
    assert client.get(HER).status_code == 403
    assert not Noedtilgang.objects.exists() and not Utkast.objects.exists()


@pytest.mark.krav("TR-A7")
def test_what_is_typed_waits_sealed_while_the_person_confirms(vakt: Vakt, som: As) -> None:
    client = som(vakt.lege, bekreftet=False)
    away = client.post(HER, sent(vakt))
    assert (away.status_code, away["Location"]) == (
        302,
        "/bekreft/?neste=%2Fnoedtilgang%2F",
    )
    assert not Noedtilgang.objects.exists()
    kept = Utkast.objects.get()
    assert kept.innhold is not None and ORD.encode() not in kept.innhold.blob
    assert client.get(HER)["Location"] == away["Location"]
    client = som(vakt.lege)
    form = text(client.get(HER))
    assert ORD in form and f'value="{vakt.sak.saksnr}"' in form
    assert 'value="unndragelse" checked' in form
    assert client.post(HER, sent(vakt)).status_code == 302
    assert not Utkast.objects.exists(), "the draft goes when the case is open"


def test_from_the_search_the_number_comes_along(vakt: Vakt, som: As) -> None:
    client = som(vakt.lege)
    assert client.post(HER, {"saksnr": "s2026-1"})["Location"] == HER
    shown = client.get(HER)
    assert 'value="S-2026-0001"' in text(shown)
    assert "4 timer. Åpner du nå: til 23. nov. 2026 kl. 12.10." in words(shown)
    assert "senest torsdag 26. november 2026" in words(shown)
    assert not Noedtilgang.objects.exists()


@pytest.mark.krav("TR-L1")
def test_open_leads_to_the_case_with_a_banner_and_reading_only(vakt: Vakt, som: As) -> None:
    client = som(vakt.lege)
    case = f"/saker/{vakt.sak.pk}/"
    assert client.get(case).status_code == 404
    opened = client.post(HER, sent(vakt))
    assert (opened.status_code, opened["Location"]) == (302, case)
    entry = Revisjonslogg.objects.get(handling="sak.noedtilgang_aapnet")
    assert (entry.saker, entry.grunn) == ([str(vakt.sak.pk)], "unndragelse")
    page = words(client.get(case))
    assert "Nødtilgang til 23. nov. 2026 kl. 12.10, 4 timer igjen" in page
    assert "Du kan ikke registrere noe." in page
    refused = client.post(f"{case}hendelser/ny/unndragelse/", {"handling": "lagre"})
    assert refused.status_code == 403
    assert "Åpent nå" in words(client.get(HER))
    again = client.post(HER, sent(vakt))
    assert again.status_code == 409
    assert Noedtilgang.objects.count() == 1


def test_the_banner_tells_what_is_left_and_the_case_closes(
    vakt: Vakt, som: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    som(vakt.lege).post(HER, sent(vakt))
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T11:49:30+01:00")
    case = f"/saker/{vakt.sak.pk}/"
    assert "21 minutter igjen" in words(som(vakt.lege).get(case))
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T12:10:00+01:00")
    client = som(vakt.lege)
    assert client.get(case).status_code == 404
    assert "Åpent nå" not in words(client.get(HER))


REFUSED = [
    ({"saksnr": ""}, 422, "Skriv saksnummeret, som S-2026-0311."),
    ({"grunn": ""}, 422, "Velg en grunn."),
    ({"grunn": "nysgjerrig"}, 422, "Velg en grunn."),
    ({"begrunnelse": "Kort."}, 422, "Skriv minst 20 tegn"),
    ({"saksnr": NOWHERE}, 404, "Vi finner ingen løpende sak med dette nummeret."),
    ({"saksnr": "<script>"}, 404, "Vi finner ingen løpende sak med dette nummeret."),
]


@pytest.mark.parametrize(("change", "status", "said"), REFUSED)
def test_a_refusal_says_why_at_the_field_and_keeps_what_was_typed(
    vakt: Vakt, som: As, change: dict[str, str], status: int, said: str
) -> None:
    page = som(vakt.lege).post(HER, sent(vakt, **change))
    assert page.status_code == status
    assert said in words(page)
    assert (change.get("begrunnelse") or ORD) in text(page)
    assert "<script>" not in page.content.decode().partition("<main")[2]
    assert not Noedtilgang.objects.exists()


@pytest.mark.krav("TR-A3")
def test_an_ended_case_and_none_are_answered_alike(vakt: Vakt, som: As) -> None:
    vakt.sak.stand.avsluttet = True
    vakt.sak.stand.save()
    client = som(vakt.lege)
    ended = client.post(HER, sent(vakt))
    none = client.post(HER, sent(vakt, saksnr=NOWHERE))
    assert (ended.status_code, none.status_code) == (404, 404)
    assert same(ended.content, vakt.sak.saksnr) == same(none.content, NOWHERE)


@pytest.mark.krav("TR-X15")
def test_numbers_are_not_tried_one_after_another(vakt: Vakt, som: As) -> None:
    for _ in range(utvalg.GRENSE):
        utvalg.tell_oppslag(vakt.lege.viewer())
    page = som(vakt.lege).post(HER, sent(vakt))
    assert page.status_code == 429
    assert ORD in text(page)
    assert not Noedtilgang.objects.exists()


def test_an_old_reason_is_not_offered_again(
    vakt: Vakt, som: As, monkeypatch: pytest.MonkeyPatch
) -> None:
    som(vakt.lege, bekreftet=False).post(HER, sent(vakt))
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T09:10:01+01:00")
    assert ORD not in text(som(vakt.lege).get(HER))


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (4 * 3600, "4 timer"),
        (3600, "1 time"),
        (3 * 3600 + 40 * 60, "3 timer og 40 minutter"),
        (61, "2 minutter"),
        (60, "1 minutt"),
        (1, "1 minutt"),
    ],
)
def test_time_left_in_words(left: int, said: str) -> None:
    now = datetime(2026, 11, 23, tzinfo=UTC)
    assert igjen(now + timedelta(seconds=left), now).nb == said
