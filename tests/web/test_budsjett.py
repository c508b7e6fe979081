"""Every page behind log-in asks the database at most ten questions, however many cases there are.

The addresses come from the URLconf, so a new page is measured without anybody remembering it. What
opens and closes a transaction is not a question; session, role and audit entry are.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from typing import Any
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django import DjangoDbBlocker

from samvern.apps.saker.actions import aapne_noedtilgang
from samvern.apps.saker.models import Sak
from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.apps.virksomheter.models import Virksomhetsversjon
from samvern.engine import keyring, minne
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


@contextmanager
def taken_back() -> Iterator[None]:
    """Nothing in it stays. Marked as Django's own TestCase marks its transactions, so that what
    wants a transaction of its own, such as a refusal, can be done in it."""
    block = transaction.atomic()
    block._from_testcase = True  # type: ignore[attr-defined]
    with block:
        yield
        transaction.set_rollback(True)


def measured(verden: Verden) -> Iterator[tuple[str, dict[str, int]]]:
    """What each route asks for each role. What one page does is taken back before the next."""
    sak = case_of(verden)
    people = (verden.nk, verden.sa, verden.fa, person(Rolle.SYSTEMDRIFT, "Drift"))
    clients = [(who, Client()) for who in people]
    for who, client in clients:
        log_in(client, who)
    for name, parameters in ROUTES:
        minne.forget_all()
        with taken_back():
            found = {
                str(who.kode): asked(client, address(name, parameters, verden, sak, who))
                for who, client in clients
            }
        yield name, found


@pytest.fixture(scope="module")
def counts(
    quick_hasher: None, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> dict[str, dict[str, int]]:
    """By route and role, measured in one world that then never was."""
    with pytest.MonkeyPatch.context() as patch, django_db_blocker.unblock(), taken_back():
        patch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring()))
        patch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:00+01:00")
        return dict(measured(lag_verden()))


@pytest.mark.parametrize("name", [name for name, _ in ROUTES])
def test_a_page_asks_at_most_ten_questions(counts: dict[str, dict[str, int]], name: str) -> None:
    found = counts[name]
    assert max(found.values()) <= MOST, found
    assert any(found.values()) or name in NOT_READ, "nobody could open the page"


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
