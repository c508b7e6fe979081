"""The page where a case is shut for a user, and opened again."""

import pytest
from django.test import Client

from samvern.apps.saker.models import Sak
from samvern.apps.saker.sperremodell import Sakssperre
from samvern.engine import clock
from samvern.engine.roller import Rolle
from tests.apps.brukere.personer import Person, log_in, person
from tests.apps.saker.conftest import felles_verden, keep, once, quick_hasher, ring, verden
from tests.apps.saker.verden import Verden, ny_sak
from tests.web.registrering.skjema import text, words

__all__ = ["felles_verden", "keep", "quick_hasher", "ring", "verden"]

pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-A1")]


def make_saksnr(verden: Verden) -> str:
    return Sak.objects.get(pk=ny_sak(verden).sak).saksnr


felles_saksnr = once(make_saksnr)


@pytest.fixture
def saksnr(felles_saksnr: str, verden: Verden) -> str:
    return felles_saksnr


def inside(rolle: Rolle, *, bekreftet: bool = True) -> Client:
    client = Client()
    log_in(client, person(rolle, f"Er {rolle}"), bekreftet=bekreftet)
    return client


def place(who: Person) -> str:
    return f"/brukere/{who.id}/stengte-saker/"


def sent(saksnr: str, **change: str) -> dict[str, str]:
    day = clock.today()
    return {"saksnr": saksnr, "grunn": "naer", "fra": f"{day.day}.{day.month}.{day.year}", **change}


def test_shut_and_open_again(verden: Verden, saksnr: str) -> None:
    drift, reader = inside(Rolle.SYSTEMDRIFT), Client()
    log_in(reader, verden.nk)
    case = f"/saker/{Sak.objects.get().pk}/"
    assert reader.get(case).status_code == 200
    assert place(verden.nk) in text(drift.get(f"/brukere/{verden.nk.id}/"))
    done = drift.post(place(verden.nk), sent(saksnr.replace("S-", "s")))
    assert (done.status_code, done["Location"]) == (
        302,
        f"/brukere/{verden.nk.id}/?gjort=stengt_sak",
    )
    assert "Saken er stengt for brukeren." in words(drift.get(done["Location"]))
    assert reader.get(case).status_code == 404
    assert saksnr not in words(reader.get("/saker/"))
    page = drift.get(place(verden.nk))
    assert saksnr in words(page)
    assert "nær brukeren</span>" not in text(page).partition("<form")[0], "no reason for operations"
    key = str(Sakssperre.objects.get().pk)
    again = drift.post(place(verden.nk), {"handling": "aapne", "sperre": key})
    assert again["Location"].endswith("?gjort=aapnet_sak")
    assert reader.get(case).status_code == 200


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"saksnr": "S-2026-9999"}, "Vi finner ingen sak med dette nummeret."),
        ({"grunn": ""}, "Velg en grunn."),
        ({"fra": "i går en gang"}, "felt må rettes"),
        ({"til": "1.1.2020"}, "Siste dag kan ikke være før første dag."),
    ],
)
def test_a_fault_is_said_and_what_was_typed_stays(
    verden: Verden, saksnr: str, change: dict[str, str], said: str
) -> None:
    page = inside(Rolle.SYSTEMDRIFT).post(place(verden.nk), {**sent(saksnr), **change})
    assert page.status_code == 422
    assert said in words(page)
    assert f'value="{change.get("saksnr", saksnr)}"' in text(page)
    assert not Sakssperre.objects.exists()


@pytest.mark.parametrize("rolle", [Rolle.NK, Rolle.INSTITUSJON, Rolle.REVISOR])
def test_others_may_not(verden: Verden, saksnr: str, rolle: Rolle) -> None:
    client = inside(rolle)
    assert client.get(place(verden.fa)).status_code == 403
    assert client.post(place(verden.fa), sent(saksnr)).status_code == 403
    assert not Sakssperre.objects.exists()


def test_the_leader_of_nk_only_for_those_of_nk_and_only_when_confirmed(
    verden: Verden, saksnr: str
) -> None:
    leader = inside(Rolle.NK_LEDER)
    assert leader.post(place(verden.fa), sent(saksnr)).status_code == 404
    unsure = inside(Rolle.NK_LEDER, bekreftet=False)
    assert "bekreft" in unsure.post(place(verden.nk), sent(saksnr))["Location"]
    assert not Sakssperre.objects.exists()
    assert leader.post(place(verden.nk), sent(saksnr)).status_code == 302
    assert "Saken gjelder noen nær brukeren" in words(leader.get(place(verden.nk)))


def test_an_id_that_is_none_opens_nothing(verden: Verden, saksnr: str) -> None:
    drift = inside(Rolle.SYSTEMDRIFT)
    for wrong in ("", "x", str(verden.nk.id)):
        answer = drift.post(place(verden.nk), {"handling": "aapne", "sperre": wrong})
        assert answer.status_code == 404
