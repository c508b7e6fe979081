"""Keys: bound to a role and a purpose, kept as a hash, and gone the moment what they rest on is."""

import hmac
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client, override_settings

from samvern.api import adgang
from samvern.apps.apinoekler import noekkeltekst
from samvern.apps.apinoekler import public as apinoekler
from samvern.apps.apinoekler.gjerder import TABLES
from samvern.apps.apinoekler.koder import FLEST
from samvern.apps.apinoekler.models import Apinoekkel
from samvern.apps.apinoekler.public import Formaal, Stand
from samvern.apps.brukere import public as brukere
from samvern.engine import audit, clock, gjerder
from samvern.engine.avslag import FinnesIkke, IkkeNaa, Nektet, Ugyldig
from samvern.engine.roller import Rolle
from tests.api.klient import API, Sender, data_of, key_for, koder, sender
from tests.apps.brukere.personer import Person, log_in, operator, person
from tests.apps.saker.verden import Verden

DATA: dict[str, Any] = {"navn": "Fagsystemet", "formaal": "planlegging", "dager": 90}
NOW = datetime(2026, 11, 23, 8, 10, tzinfo=UTC)


def last(handling: str) -> dict[str, Any]:
    return dict([one for one in audit.records() if one["handling"] == handling][-1])


@pytest.mark.krav("TR-A5", "LF-K9")
def test_a_key_asks_as_its_owner_for_its_purpose_and_all_of_it_is_logged(verden: Verden) -> None:
    made = key_for(verden.nk, "planlegging")
    me = data_of(Sender(made.tekst).get("/meg"))
    assert (me["bruker"], me["rolle"]) == (str(verden.nk.id), "nk")
    assert (me["noekkel"]["id"], me["noekkel"]["formaal"]) == (str(made.id), "planlegging")
    Sender(made.tekst).get("/saker")
    used, read = last("apinoekkel.brukt"), last("register.vist")
    assert (used["objekt"], used["grunn"], used["bruker"]) == (
        str(made.id), "planlegging", str(verden.nk.id),
    )  # fmt: skip
    assert (read["grunn"], read["forespoersel"]) == ("planlegging", used["forespoersel"])
    assert last("apinoekkel.opprettet")["grunn"] == "planlegging"


@pytest.mark.krav("TR-A5")
def test_the_secret_is_nowhere_but_in_the_answer_to_its_owner(verden: Verden) -> None:
    made = key_for(verden.nk)
    secret = made.tekst[37:]
    Sender(made.tekst).get("/meg")
    row = Apinoekkel.objects.get()
    kept = "".join(str(getattr(row, one.attname)) for one in row._meta.concrete_fields)
    assert secret not in kept + str(list(audit.records())) + repr(made)
    assert row.avtrykk == noekkeltekst.print_of(made.id, secret)
    assert len(made.tekst) == 4 + 32 + 1 + 43


def test_the_secret_is_compared_in_constant_time(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = key_for(verden.nk)
    seen: list[int] = []
    original = hmac.compare_digest

    def compare(one: str, other: str) -> bool:
        seen.append(len(one))
        return original(one, other)

    monkeypatch.setattr(hmac, "compare_digest", compare)
    wrong = made.tekst[:-1] + ("A" if made.tekst[-1] != "A" else "B")
    unknown = f"sv1_{'0' * 32}_{made.tekst[37:]}"
    for text in (made.tekst, wrong, unknown):
        apinoekler.bruk(text)
    assert seen == [64, 64, 64]


@pytest.mark.krav("TR-X12")
@pytest.mark.parametrize(
    ("changed", "sti", "kode"),
    [
        ({"navn": ""}, "navn", "MANGLER_FELT"),
        ({"navn": "ab"}, "navn", "UGYLDIG_VERDI"),
        ({"navn": "a" * 61}, "navn", "UGYLDIG_VERDI"),
        ({"navn": "For 010190 12345"}, "navn", "UGYLDIG_VERDI"),
        ({"formaal": "statistikk"}, "formaal", "UGYLDIG_VERDI"),
        ({"formaal": None}, "formaal", "MANGLER_FELT"),
        ({"dager": 91}, "dager", "UGYLDIG_VERDI"),
        ({"dager": 0}, "dager", "UGYLDIG_VERDI"),
        ({"dager": "30"}, "dager", "UGYLDIG_VERDI"),
        ({"bruker": "x"}, "bruker", "UGYLDIG_VERDI"),
    ],
)
def test_what_is_not_valid_makes_no_key(
    verden: Verden, changed: dict[str, Any], sti: str, kode: str
) -> None:
    before = audit.head().nr
    with pytest.raises(Ugyldig) as told:
        apinoekler.lag_noekkel(verden.nk.viewer(bekreftet=True), {**DATA, **changed})
    assert [(one.sti, one.kode) for one in told.value.feil] == [(sti, kode)]
    assert (Apinoekkel.objects.count(), audit.head().nr) == (0, before)


@pytest.mark.krav("TR-A7")
def test_only_somebody_just_confirmed_whose_role_sees_cases_makes_one(verden: Verden) -> None:
    with pytest.raises(Nektet) as told:
        apinoekler.lag_noekkel(verden.nk.viewer(), DATA)
    assert told.value.kode == "IKKE_BEKREFTET"
    for rolle in (Rolle.FORSKER, Rolle.SYSTEMDRIFT):
        with pytest.raises(Nektet) as told:
            apinoekler.lag_noekkel(person(rolle).viewer(bekreftet=True), DATA)
        assert told.value.kode == "IKKE_TILGANG"
    with pytest.raises(FinnesIkke):
        # A role the person does not hold.
        apinoekler.lag_noekkel(
            Person(verden.nk.id, "", "", "", verden.nk.rolle, Rolle.RHF, verden.rhf).viewer(
                bekreftet=True
            ),
            DATA,
        )
    assert not Apinoekkel.objects.exists()


def test_there_is_a_limit_to_how_many_work_at_once(verden: Verden) -> None:
    made = [key_for(verden.nk) for _ in range(FLEST)]
    with pytest.raises(IkkeNaa) as told:
        key_for(verden.nk)
    assert told.value.kode == "FEIL_TILSTAND"
    assert Apinoekkel.objects.count() == FLEST
    apinoekler.trekk_noekkel(verden.silje, made[0].id)
    key_for(verden.nk)


@pytest.mark.krav("TR-A5")
def test_only_the_owner_withdraws_and_only_once(verden: Verden) -> None:
    made = key_for(verden.nk)
    with pytest.raises(FinnesIkke):
        apinoekler.trekk_noekkel(verden.fa.viewer(), made.id)
    apinoekler.trekk_noekkel(verden.silje, made.id)
    before = audit.head().nr
    with pytest.raises(IkkeNaa):
        apinoekler.trekk_noekkel(verden.silje, made.id)
    assert audit.head().nr == before


def withdrawn(verden: Verden, key: apinoekler.Laget) -> None:
    apinoekler.trekk_noekkel(verden.silje, key.id)


def role_ended(verden: Verden, key: apinoekler.Laget) -> None:
    brukere.avslutt_rolle(operator(), verden.nk.id, verden.nk.rolle, date(2026, 11, 22))


def closed(verden: Verden, key: apinoekler.Laget) -> None:
    brukere.sett_aktiv(operator(), verden.nk.id, aktiv=False)


def opened_again(verden: Verden, key: apinoekler.Laget) -> None:
    closed(verden, key)
    brukere.sett_aktiv(operator(), verden.nk.id, aktiv=True)


def new_password(verden: Verden, key: apinoekler.Laget) -> None:
    brukere.nytt_engangspassord(operator(), verden.nk.id)


@pytest.mark.krav("TR-A5")
@pytest.mark.parametrize(
    ("happens", "kode"),
    [
        (withdrawn, "trukket"),
        (role_ended, "rolle_ikke_holdt"),
        (closed, "innlogging_endret"),
        (opened_again, "innlogging_endret"),
        (new_password, "innlogging_endret"),
    ],
)
def test_the_next_request_is_refused(
    verden: Verden, happens: Callable[[Verden, apinoekler.Laget], None], kode: str
) -> None:
    made = key_for(verden.nk)
    caller = Sender(made.tekst)
    assert data_of(caller.get("/meg"))["navn"] == "Silje Haugen"
    happens(verden, made)
    assert koder(caller.get("/meg"), 401) == [("", "IKKE_AUTENTISERT")]
    denied = last("apinoekkel.avvist")
    assert (denied["utfall"], denied["kode"], denied["objekt"]) == ("nektet", kode, str(made.id))
    assert denied["bruker"] == str(verden.nk.id)


def test_a_key_expires(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    made = key_for(verden.nk, dager=7)
    end = made.utloeper
    monkeypatch.setattr(clock, "now", lambda: end - timedelta(seconds=1))
    assert apinoekler.bruk(made.tekst)
    monkeypatch.setattr(clock, "now", lambda: end)
    assert apinoekler.bruk(made.tekst) is None
    assert last("apinoekkel.avvist")["kode"] == "utloept"
    assert [row.stand for row in apinoekler.mine(verden.silje)] == [Stand.UTLOEPT]


def test_invented_people_have_no_keys_outside_the_demo(verden: Verden) -> None:
    with override_settings(DEMO=True):
        caller = sender(person(Rolle.NK, "Oppdiktet", oppdiktet=True))
        assert caller.get("/meg").status_code == 200
    with override_settings(DEMO=False):
        assert caller.get("/meg").status_code == 401


@pytest.mark.krav("TR-A5", "TR-X3")
def test_every_way_to_be_nobody_is_told_the_same_and_logged(verden: Verden) -> None:
    made = key_for(verden.nk)
    wrong = made.tekst[:-1] + ("A" if made.tekst[-1] != "A" else "B")
    unknown = f"sv1_{'0' * 32}_{made.tekst[37:]}"
    tried = {
        f"Bearer {wrong}": "feil_hemmelighet",
        f"Bearer {unknown}": "ukjent_noekkel",
        f"Bearer {made.tekst} ": "feil_form",
        f"Bearer {made.tekst.upper()}": "feil_form",
        f"Basic {made.tekst}": "feil_form",
        made.tekst: "feil_form",
        "Bearer": "feil_form",
    }
    bodies = set()
    for header, kode in tried.items():
        answer = Client().get(f"{API}/meg", headers={"Authorization": header})
        assert (answer.status_code, answer["WWW-Authenticate"]) == (401, 'Bearer realm="samvern"')
        bodies.add(answer.content)
        denied = last("apinoekkel.avvist")
        assert (denied["kode"], denied["bruker"]) == (kode, "ukjent")
        assert denied["objekt"] == (str(made.id) if kode == "feil_hemmelighet" else "")
    before = audit.head().nr
    bodies.add(Client().get(f"{API}/meg").content)
    assert (len(bodies), audit.head().nr) == (1, before)


@pytest.mark.krav("TR-X3")
def test_a_session_opens_nothing_and_no_token_needs_csrf(verden: Verden) -> None:
    browser = Client(enforce_csrf_checks=True)
    log_in(browser, verden.nk)
    assert browser.get(f"{API}/saker").status_code == 401
    assert browser.post(f"{API}/saker", {}, content_type="application/json").status_code == 401
    made = key_for(verden.nk)
    strict = Sender(made.tekst, Client(enforce_csrf_checks=True))
    assert data_of(strict.post("/saker/sok", {"saksnr": "S-2026-0001"})) == {"rader": []}


def test_two_keys_of_one_person_ask_in_their_own_roles(verden: Verden) -> None:
    second = brukere.gi_rolle(
        operator(),
        brukere.NyRolle(verden.nk.id, "rhf", verden.rhf, date(2020, 1, 1), None),
    )
    other = Person(verden.nk.id, verden.nk.navn, "", "", second, Rolle.RHF, verden.rhf)
    roles = [data_of(sender(one).get("/meg"))["rolle"] for one in (verden.nk, other)]
    assert roles == ["nk", "rhf"]
    assert {row.rolle.nb for row in apinoekler.mine(verden.silje)} != {""}
    assert len(apinoekler.mine(verden.silje)) == 2


def test_use_is_noted_at_most_once_an_hour(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    made = key_for(verden.nk)
    seen = []
    for minutes in (0, 59, 60):
        moment = NOW + timedelta(minutes=minutes)
        monkeypatch.setattr(clock, "now", lambda moment=moment: moment)
        apinoekler.bruk(made.tekst)
        seen.append(Apinoekkel.objects.get().sist_brukt)
    assert seen == [NOW, NOW, NOW + timedelta(hours=1)]


@pytest.mark.krav("TR-A5")
@pytest.mark.parametrize(
    "change", [{"formaal": "planlegging"}, {"avtrykk": "0" * 64}, {"rolle": NOW}, {"utloeper": NOW}]
)
def test_the_database_lets_nothing_it_is_bound_to_change(
    verden: Verden, change: dict[str, Any]
) -> None:
    key_for(verden.nk)
    if "rolle" in change:
        change = {"rolle": verden.embete}
    with pytest.raises(DatabaseError), transaction.atomic():
        Apinoekkel.objects.update(**change)


def test_a_withdrawn_key_cannot_be_taken_back(verden: Verden) -> None:
    made = key_for(verden.nk)
    apinoekler.trekk_noekkel(verden.silje, made.id)
    with pytest.raises(DatabaseError), transaction.atomic():
        Apinoekkel.objects.update(trukket=None)


def test_the_triggers_are_there(db: None) -> None:
    asked = (
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        if connection.vendor == "sqlite"
        else "SELECT tgname FROM pg_trigger"
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        found = {row[0] for row in cursor.fetchall()}
    assert gjerder.names(TABLES, connection.vendor) <= found


def test_the_codes_are_those_of_the_act() -> None:
    assert {one.value for one in Formaal} == {
        "planlegging", "samfunnsvern", "samhandling",
    }  # fmt: skip
    assert {one.value for one in Stand} == {
        "virker", "utloept", "trukket", "rolle_ikke_holdt", "innlogging_endret",
    }  # fmt: skip


def test_an_operation_without_a_check_fails_closed() -> None:
    with pytest.raises(TypeError):
        adgang.bruk_of(object())  # type: ignore[arg-type]
