"""Changing what the app holds: who and why, nothing overwritten, stale forms refused."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from samvern.apps.virksomheter.koder import Omfang
from samvern.apps.virksomheter.kontroll import faults
from samvern.apps.virksomheter.models import Etterfoelger, Virksomhet, Virksomhetsversjon
from samvern.apps.virksomheter.queries import find
from samvern.apps.virksomheter.versjoner import (
    Opphav,
    Registrering,
    UgyldigVersjon,
    UtdatertVersjon,
    change_from,
    correct,
    end,
    register,
)

pytestmark = pytest.mark.django_db

START = date(2020, 1, 1)
FIRST = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
WHO = Registrering("A. Admin", "ny virksomhet", FIRST)
LATER = Registrering("B. Admin", "nytt navn", FIRST + timedelta(days=1))
ORIGIN = Opphav("Enhetsregisteret", "slått opp", date(2026, 11, 21))


def new(kode: str = "PROEVE", first: date = START, last: date | None = None) -> Virksomhetsversjon:
    body, _ = Virksomhet.objects.get_or_create(slag="institusjon", kode=kode)
    version = Virksomhetsversjon(
        virksomhet=body,
        navn="Gammelt navn",
        gyldig_fra=first,
        gyldig_til=last,
        kilde="prøve",
        belegg="prøve",
        ikke_verifisert=True,
    )
    return register(version, WHO)


def name(on: date, kjent: datetime | None = None) -> str:
    found = find("PROEVE", on, kjent=kjent).virksomhet
    return found.navn.nb if found else ""


def test_a_change_from_a_day_keeps_what_was_before() -> None:
    day = date(2026, 1, 1)
    after = change_from(new(), day, {"navn": "Nytt navn"}, ORIGIN, LATER)
    assert (name(day - timedelta(days=1)), name(day)) == ("Gammelt navn", "Nytt navn")
    assert name(day, kjent=FIRST) == "Gammelt navn"
    assert (after.kilde, after.ikke_verifisert) == ("Enhetsregisteret", False)
    assert (after.registrert_av, after.grunn, after.registrert) == (
        "B. Admin",
        "nytt navn",
        LATER.naar,
    )
    assert Virksomhetsversjon.objects.count() == 3


def test_a_correction_holds_for_the_past_and_the_wrong_one_can_be_read() -> None:
    correct(new(), {"navn": "Riktig navn"}, ORIGIN, LATER)
    assert (name(START), name(START, kjent=FIRST)) == ("Riktig navn", "Gammelt navn")


def test_an_ended_body_is_gone_the_day_after() -> None:
    day = date(2026, 6, 30)
    end(new(), day, ORIGIN, LATER)
    assert (name(day), name(day + timedelta(days=1))) == ("Gammelt navn", "")


@pytest.mark.parametrize("day", [START, START - timedelta(days=1), date(2027, 1, 1)])
def test_a_change_lies_inside_the_version(day: date) -> None:
    with pytest.raises(UgyldigVersjon, match="innenfor"):
        change_from(new(last=date(2026, 12, 31)), day, {"navn": "X"}, ORIGIN, LATER)


def test_a_stale_version_is_refused_and_nothing_changes() -> None:
    old = new()
    correct(old, {"navn": "Først"}, ORIGIN, LATER)
    with pytest.raises(UtdatertVersjon):
        correct(old, {"navn": "Sist"}, ORIGIN, LATER)
    with pytest.raises(UtdatertVersjon):
        change_from(old, date(2026, 1, 1), {"navn": "Sist"}, ORIGIN, LATER)
    assert name(START) == "Først"
    assert Virksomhetsversjon.objects.count() == 2


@pytest.mark.parametrize(
    "changes",
    [
        {"orgnr": "123456789"},
        {"gyldig_til": START - timedelta(days=1)},
        {"mulig_fra": START + timedelta(days=1)},
        {"finnes_ikke": 1},
        {"registrert_av": "noen andre"},
    ],
)
def test_what_contradicts_itself_is_refused_before_anything_is_closed(
    changes: dict[str, object],
) -> None:
    old = new()
    with pytest.raises(UgyldigVersjon):
        correct(old, changes, ORIGIN, LATER)
    assert Virksomhetsversjon.objects.get().erstattet is None


def test_a_version_stays_with_its_body() -> None:
    old, other = new(), new("ANNEN")
    with pytest.raises(UgyldigVersjon, match="flyttes"):
        correct(old, {"virksomhet": other.virksomhet}, ORIGIN, LATER)


def test_a_correction_into_another_version_s_time_is_refused_and_undone() -> None:
    old = new(last=date(2023, 12, 31))
    new(first=date(2024, 1, 1))
    with pytest.raises(IntegrityError), transaction.atomic():
        end(old, date(2024, 1, 1), ORIGIN, LATER)
    old.refresh_from_db()
    assert old.erstattet is None


@pytest.mark.parametrize(("hvem", "hvorfor"), [("", "x"), ("x", " ")])
def test_who_and_why_must_be_said(hvem: str, hvorfor: str) -> None:
    with pytest.raises(UgyldigVersjon):
        Registrering(hvem, hvorfor, FIRST)


def test_the_check_finds_successors_that_do_not_fit() -> None:
    old, heir = new(last=date(2025, 12, 31)), new("ARVING", date(2026, 2, 1))
    step = Etterfoelger(
        fra=old.virksomhet,
        til=heir.virksomhet,
        omfang=Omfang.HELE,
        gyldig_fra=date(2026, 1, 1),
        kilde="prøve",
        belegg="prøve",
    )
    register(step, WHO)
    back = Etterfoelger(
        fra=heir.virksomhet,
        til=old.virksomhet,
        omfang=Omfang.DEL,
        gyldig_fra=date(2025, 1, 1),
        kilde="prøve",
        belegg="prøve",
    )
    register(back, WHO)
    found = faults()
    assert "PROEVE → ARVING: etterfølgeren finnes ikke 2026-01-01" in found
    assert sum("er sin egen etterfølger" in fault for fault in found) == 2
