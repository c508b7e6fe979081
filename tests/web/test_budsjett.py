"""Every page behind log-in asks the database at most ten questions, however many cases there are.

The addresses come from the URLconf, so a new page is measured without anybody remembering it. What
opens and closes a transaction is not a question; session, role and audit entry are.
"""

from collections.abc import Iterator
from http import HTTPStatus
from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from samvern.apps.saker.actions import aapne_noedtilgang
from samvern.apps.saker.models import Sak
from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.apps.virksomheter.models import Virksomhetsversjon
from samvern.engine.roller import Rolle
from samvern.web.innlogging.krev import MARK
from tests.apps.brukere.personer import Person, log_in, person
from tests.apps.saker.conftest import quick_hasher, ring
from tests.apps.saker.verden import Verden, foer, hendelse, lag_verden, ny_sak
from tests.spoersmaal import questions

__all__ = ["quick_hasher", "ring"]

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

MOST = 10
NOT_READ = frozenset(
    {
        "arbeidsliste_utvalg",
        "avslutt_rolle",
        "brukerhandling",
        "enhet_avslutt",
        "enhet_endre",
        "finn_sak",
        "ny_rolle",
        "register_utvalg",
        "trekk_apinoekkel",
        "logg_ut",
    }
)
"""Routes that only take what is sent, and changes of a unit or role that is not there."""
FEW, MANY = 3, 12


def guarded(patterns: Any = None, prefix: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Name and parameters of every route behind log-in."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            yield from guarded(one.url_patterns, prefix)
        elif isinstance(one, URLPattern) and getattr(one.callback, MARK, False):
            assert one.name, "a page needs a name"
            yield one.name, tuple(one.pattern.converters)


ROUTES = sorted(guarded())


@pytest.fixture
def verden() -> Verden:
    return lag_verden()


def case_of(verden: Verden) -> Sak:
    made = ny_sak(verden)
    for event in (
        hendelse("paatale_fastsatt", "2024-02-01", embete=str(verden.embete)),
        hendelse("behandlingsansvar_fastsatt", "2024-02-02", rhf=str(verden.rhf),
                 institusjon=str(verden.institusjon)),
        hendelse("faglig_ansvarlig_endret", "2024-02-04", faglig_ansvarlig=str(verden.fa.id)),
    ):  # fmt: skip
        foer(verden.silje, made.sak, event)
    return Sak.objects.get(pk=made.sak)


def address(name: str, parameters: tuple[str, ...], verden: Verden, sak: Sak, who: Person) -> str:
    known = {
        "sak": sak.pk, "nr": 2, "kode": "utvisningsvedtak", "bruker": who.id, "rolle": who.rolle,
        "virksomhet": verden.institusjon, "enhet": verden.institusjon, "id": sak.pk,
        "noekkel": who.rolle, "handling": "kode",
        "versjon": Virksomhetsversjon.objects.filter(virksomhet=verden.institusjon).values_list(
            "pk", flat=True)[0],
    }  # fmt: skip
    if name.startswith(("virksomhet", "enhet")):
        known["kode"] = "AHUS"
    if name == "stengte_saker":
        # Nobody may for themselves.
        known["bruker"] = verden.fa.id
    if name == "noedtilgang_kontroll":
        known["noekkel"] = opened(sak)
    missing = set(parameters) - known.keys()
    assert not missing, f"say here what {missing} of {name} can be"
    return reverse(name, kwargs={p: known[p] for p in parameters})


def opened(sak: Sak) -> UUID:
    """An emergency opening to review; the same one for all who ask."""
    if (made := Noedtilgang.objects.first()) is None:
        doctor = person(Rolle.FAGLIG_ANSVARLIG, "Vera Vakt").viewer(bekreftet=True)
        aapne_noedtilgang.utfoer(
            doctor,
            {"saksnr": sak.saksnr, "grunn": "vakt", "begrunnelse": "Vakt for en kollega."},
        )
        made = Noedtilgang.objects.get()
    return made.pk


def asked(client: Client, where: str) -> int:
    """How many questions the page asks when what it keeps for a minute is there. None for what is
    refused: a refusal is logged in a transaction of its own."""
    if client.get(where).status_code != HTTPStatus.OK:
        return 0
    with CaptureQueriesContext(connection) as seen:
        client.get(where)
    return len(questions(seen.captured_queries))


@pytest.mark.parametrize(("name", "parameters"), ROUTES, ids=[name for name, _ in ROUTES])
def test_a_page_asks_at_most_ten_questions(
    verden: Verden, name: str, parameters: tuple[str, ...]
) -> None:
    sak = case_of(verden)
    counts = {}
    for who in (verden.nk, verden.sa, verden.fa, person(Rolle.SYSTEMDRIFT, "Drift")):
        client = Client()
        log_in(client, who)
        where = address(name, parameters, verden, sak, who)
        counts[str(who.kode)] = asked(client, where)
    assert max(counts.values()) <= MOST, counts
    assert any(counts.values()) or name in NOT_READ, "nobody could open the page"


@pytest.mark.parametrize("name", ["arbeidsliste", "register"])
def test_more_cases_ask_no_more(verden: Verden, name: str) -> None:
    client = Client()
    log_in(client, verden.nk)
    for _ in range(FEW):
        ny_sak(verden)
    few = asked(client, reverse(name))
    for _ in range(MANY - FEW):
        ny_sak(verden)
    assert asked(client, reverse(name)) == few
