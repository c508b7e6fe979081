"""The whole demo, loaded once: what stands in the register is what was told, and who sees it."""

import json
from collections import Counter
from dataclasses import dataclass
from datetime import date

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from samvern.apps.personer import public as personer
from samvern.apps.saker.public import Saksbilde, Saksstatus
from samvern.cli import demo
from samvern.demo import lasting
from samvern.demo.folk import MEDARBEIDERE
from samvern.demo.fortelling import Fortellingssak
from samvern.demo.personer import BY_KEY as PERSONER
from samvern.demo.personer import KOBLINGER
from samvern.demo.register import FORTELLINGER
from samvern.engine import audit, keyring
from samvern.engine.chain import Result
from samvern.engine.lesing import reading
from samvern.engine.roller import Rolle
from samvern.law.trace import Svar
from tests.demo.dommer import answer, cases
from tests.demo.innhold import Syn, key_of, pictures, seen_by, viewers
from tests.structure import tree

# The whole demo is loaded once, on SQLite as `make run` does; what the tests look at is plain data
# gathered from it. That stories play on PostgreSQL too is shown by test_spiller.py. The mark of the
# database is what makes a database of the tests' own also when this file is run alone.
pytestmark = [pytest.mark.slow, pytest.mark.django_db, pytest.mark.en_database]
HISTORISKE = {
    Saksstatus.I_KRIMINALOMSORGEN: date(2015, 1, 1),
    Saksstatus.PROEVELOESLATT: date(2019, 6, 1),
}
"""Statuses that no sentence can have today: the provisions were repealed on 1 October 2020."""


@dataclass(frozen=True, slots=True)
class Lastet:
    """What was in the register when the demo had been loaded."""

    steg: int
    bilder: dict[str, Saksbilde]
    """By case number."""
    den_gang: dict[date, frozenset[Saksstatus]]
    syn: dict[str, Syn]
    """What each of the people sees, by key."""
    koblede: int
    logg: Result
    innganger: str


def gather(steps: int, start: int) -> Lastet:
    everyone = viewers()
    leader = everyone["Hilde Olsen"]
    with reading(leader, "person.soekt"):
        linked = personer.finn_paa_nummer(leader, PERSONER[KOBLINGER[0].en].siffer())
    then = {
        day: frozenset(p.rad.status for p in pictures(leader, paa=day).values())
        for day in HISTORISKE.values()
    }
    return Lastet(
        steps,
        pictures(leader),
        then,
        {key_of(name): seen_by(viewer) for name, viewer in everyone.items()},
        len(linked),
        audit.verify(start + 1),
        demo.entrances(),
    )


@pytest.fixture(scope="module")
def lastet(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Lastet:
    with (
        pytest.MonkeyPatch.context() as patch,
        override_settings(DEMO=True),
        django_db_blocker.unblock(),
        transaction.atomic(),
    ):
        patch.setenv(keyring.VARIABLE, json.dumps(keyring.new_ring()))
        patch.setenv(demo.CLOCK, demo.MORNING.isoformat())
        # Other tests of the process may have left entries, which never go away.
        start = audit.head().nr
        found = gather(lasting.load(), start)
        transaction.set_rollback(True)
    return found


def numbered() -> dict[str, Fortellingssak]:
    """The told cases by the number each must get: in the order they were opened, year by year."""
    opened = sorted((case for _, case in cases()), key=lambda case: case.innslag[0].naar)
    years: Counter[int] = Counter()
    found = {}
    for case in opened:
        year = case.innslag[0].naar.year
        years[year] += 1
        found[f"S-{year}-{years[year]:04d}"] = case
    return found


TOLD = numbered()


def test_the_documentation_has_every_story_and_case() -> None:
    text = (tree.ROOT / "docs" / "demo.md").read_text(encoding="utf-8")
    numbers = {case.person: number for number, case in TOLD.items()}
    for story in FORTELLINGER:
        (line,) = [row for row in text.splitlines() if row.startswith(f"| {story.tittel} |")]
        told = [f"{PERSONER[c.person].navn or 'ukjent'} {numbers[c.person]}" for c in story.saker]
        assert line == f"| {story.tittel} | {', '.join(told)} | {story.viser} |"


def test_every_case_is_there_with_its_number(lastet: Lastet) -> None:
    assert set(lastet.bilder) == set(TOLD)
    for number, picture in lastet.bilder.items():
        person = PERSONER[TOLD[number].person]
        assert str(picture.rad.navn) == (person.navn or str(personer.UKJENT_NAVN)), number


def facts(svar: Svar) -> list[list[str]]:
    """Deadlines, findings and duties without the ids of events, which the register makes."""
    deadlines = [
        f"{f.regel} {f.dato} {f.status} {f.part} {f.n} {f.lovdato} {f.siste_virkedag}"
        for f in svar.frister
    ]
    duties = [f"{one.regel} {one.utloest} {one.dager}" for one in svar.straks]
    return [sorted(deadlines), sorted(str(v.kode) for v in svar.varsler), sorted(duties)]


@pytest.mark.krav("N-13.1")
def test_every_date_is_the_one_the_rules_give_for_the_story(lastet: Lastet) -> None:
    """The register, with its corrections and ids, says what the told facts say on their own."""
    for number, picture in lastet.bilder.items():
        told = answer(TOLD[number])
        assert (picture.svar is None) == (told is None), number
        if picture.svar is not None and told is not None:
            assert facts(picture.svar) == facts(told), TOLD[number].person


def test_every_entry_was_registered_when_it_is_told(lastet: Lastet) -> None:
    for number, picture in lastet.bilder.items():
        told = Counter(e.naar for e in TOLD[number].innslag for _ in e.handlinger)
        assert Counter(entry.registrert for entry in picture.hendelser) == told


def test_every_status_a_case_can_have_today_is_shown(lastet: Lastet) -> None:
    shown = {picture.rad.status for picture in lastet.bilder.values()}
    assert shown == set(Saksstatus) - set(HISTORISKE)


@pytest.mark.krav("LF-K1")
def test_the_repealed_statuses_are_seen_by_looking_back(lastet: Lastet) -> None:
    for status, day in HISTORISKE.items():
        assert status in lastet.den_gang[day]


def test_every_ongoing_case_has_somebody_who_follows_it(lastet: Lastet) -> None:
    for picture in lastet.bilder.values():
        assert picture.rad.saksbehandler is not None, picture.rad.saksnr
        if picture.rad.status is Saksstatus.UNDER_GJENNOMFOERING:
            assert picture.rad.embete is not None, picture.rad.saksnr


def test_the_linked_and_the_protected_person(lastet: Lastet) -> None:
    assert lastet.koblede == 2
    protected = [p.rad.navn for p in lastet.bilder.values() if p.adressebeskyttet]
    assert protected == [PERSONER["marit_jensen"].navn]
    unknown = [number for number, p in lastet.bilder.items() if p.foedselsnummer is None]
    assert [TOLD[number].person for number in unknown] == ["ukjent_mann"]


@pytest.mark.krav("TR-A1")
def test_each_role_has_a_day_of_its_own(lastet: Lastet) -> None:
    everything = frozenset(lastet.bilder)
    without_cases = {Rolle.REVISOR, Rolle.SYSTEMDRIFT}
    for key, syn in lastet.syn.items():
        if syn.rolle in {Rolle.NK, Rolle.NK_LEDER}:
            assert syn.saker == everything, key
        elif syn.rolle in without_cases:
            assert not syn.saker, key
        else:
            assert 0 < len(syn.saker) < len(everything) / 2, key
    doctors = [s.saker for s in lastet.syn.values() if s.rolle is Rolle.FAGLIG_ANSVARLIG]
    assert sum(map(len, doctors)) == len(frozenset().union(*doctors))


def test_the_morning_has_something_of_everything(lastet: Lastet) -> None:
    groups = lastet.syn["silje"].arbeidsliste
    assert groups["over_fristen"] >= 5
    assert groups["denne_uken"] >= 5
    assert groups["innen"] >= 2
    assert groups["dato_mangler"] >= 1
    busy = {key for key, syn in lastet.syn.items() if sum(syn.arbeidsliste.values())}
    assert {"silje", "astrid", "knut", "oskar", "liv", "per", "kari"} <= busy


def test_who_has_left_is_not_among_those_one_can_be(lastet: Lastet) -> None:
    assert set(lastet.syn) == {person.noekkel for person in MEDARBEIDERE} - {"arne"}
    assert len(lastet.innganger.splitlines()) == len(lastet.syn)
    assert "Øst statsadvokatembeter" in lastet.innganger
    assert "Oslo statsadvokatembeter" not in lastet.innganger


@pytest.mark.krav("TR-L1")
def test_the_audit_log_holds_and_time_never_runs_backwards(lastet: Lastet) -> None:
    assert lastet.logg.broken is None
    assert lastet.logg.clock_back is None
    assert lastet.logg.count > lastet.steg
