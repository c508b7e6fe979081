"""Playing stories: at their own time, the same each time, all or nothing, never in production."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from pytest_django import Settings

from samvern.apps.brukere import public as brukere
from samvern.apps.personer import public as personer
from samvern.apps.virksomheter import public as virksomheter
from samvern.demo import lasting, spiller
from samvern.demo.folk import DRIFT
from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.fortellinger import hvem_er_det, rettelser, varsling_av_fornaermede
from samvern.demo.hendelser import skjema
from samvern.demo.lasting import Demofeil, Registerstand
from samvern.demo.personer import PERSONER
from samvern.demo.spiller import Spiller, play
from samvern.engine import audit, clock
from samvern.engine.avslag import Avslag
from samvern.engine.clock import OSLO
from samvern.engine.ids import new_id
from samvern.engine.lesing import writing
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.demo.innhold import content, pictures, viewers

FEW = (rettelser.FORTELLING, hvem_er_det.FORTELLING, varsling_av_fornaermede.FORTELLING)
Patch = pytest.MonkeyPatch


@pytest.fixture
def few(monkeypatch: Patch) -> None:
    monkeypatch.setattr(lasting, "FORTELLINGER", FEW)


@pytest.fixture
def one(monkeypatch: Patch) -> None:
    monkeypatch.setattr(lasting, "FORTELLINGER", FEW[:1])


@pytest.fixture(autouse=True)
def start(request: pytest.FixtureRequest) -> int:
    """Where the log stood: other tests may have left entries, which never go away."""
    if "db" not in request.fixturenames:
        return 0
    request.getfixturevalue("db")
    return audit.head().nr


def untouched(start: int) -> bool:
    return not brukere.Bruker.objects.exists() and audit.head().nr == start


def played_and_taken_back() -> dict[str, dict[str, Any]]:
    """Everything in the register after a loading, which then never was."""
    with transaction.atomic():
        lasting.load()
        seen = {nr: content(found) for nr, found in pictures(viewers()["Hilde Olsen"]).items()}
        transaction.set_rollback(True)
    return seen


@pytest.mark.slow
@pytest.mark.en_database
@pytest.mark.usefixtures("few")
def test_the_same_seed_gives_the_same_demo(db: None) -> None:
    first, second = played_and_taken_back(), played_and_taken_back()
    assert list(first) == list(second)
    assert len(first) == 6
    for number, found in first.items():
        assert found == second[number]


def outsider() -> Viewer:
    body = new_id()
    return Viewer(new_id(), "", Rolle.NK, body, frozenset(), new_id())


@pytest.mark.slow
@pytest.mark.usefixtures("one")
def test_it_is_loaded_once_and_is_as_it_was_known_then(db: None, start: int) -> None:
    assert lasting.load() > 0
    assert lasting.state() is Registerstand.DEMO
    before = audit.head().nr
    assert lasting.load() == 0
    assert audit.head().nr == before
    result = audit.verify(start + 1)
    assert result.broken is None
    assert result.clock_back is None
    leader = viewers()["Hilde Olsen"]
    (number,) = pictures(leader)

    def finality(known: datetime | None) -> str:
        picture = pictures(leader, som_kjent=known)[number]
        (found,) = [e for e in picture.hendelser if e.type == "dom_rettskraftig" and e.gjelder]
        return found.skjedde.isoformat()

    assert finality(datetime(2024, 3, 8, 12, tzinfo=OSLO)) == "2024-03-05"
    assert finality(datetime(2024, 3, 12, 8, tzinfo=OSLO)) == "2024-03-07"
    assert finality(None) == "2024-03-06"
    told = {entry.naar for entry in FEW[0].saker[0].innslag}
    picture = pictures(leader)[number]
    assert {entry.registrert for entry in picture.hendelser} == told
    assert [e.type for e in picture.hendelser if not e.gjelder].count("unndragelse") >= 1


@pytest.mark.krav("TR-A10")
def test_it_is_refused_in_production(db: None, settings: Settings, start: int) -> None:
    settings.PRODUCTION = True
    with pytest.raises(Demofeil, match="produksjon"):
        lasting.load()
    assert untouched(start)


def test_it_is_refused_without_the_demo_setting(db: None, settings: Settings, start: int) -> None:
    settings.DEMO = False
    with pytest.raises(Demofeil, match="SAMVERN_DEMO"):
        lasting.load()
    assert untouched(start)


def operator() -> Viewer:
    virksomheter.load_reference_data()
    body = virksomheter.find("OUS", clock.today()).virksomhet
    assert body is not None
    return Viewer(
        new_id(), "", Rolle.SYSTEMDRIFT, body.id, frozenset({body.id}), new_id(), bekreftet=True
    )


def test_it_is_refused_where_somebody_else_is(db: None) -> None:
    brukere.registrer_bruker(operator(), brukere.NyBruker("kari.vik@example.no", "Kari Vik"))
    before = audit.head().nr
    assert lasting.state() is Registerstand.EGET
    with pytest.raises(Demofeil, match="tomt register"):
        lasting.load()
    assert brukere.Bruker.objects.count() == 1
    assert audit.head().nr == before


def test_it_is_refused_where_there_is_a_person_already(db: None) -> None:
    virksomheter.load_reference_data()
    read, faults = personer.les_person(PERSONER[0].data())
    assert read is not None, faults
    nk = outsider()
    with writing(nk):
        personer.registrer(nk, read)
    assert lasting.state() is Registerstand.EGET
    with pytest.raises(Demofeil, match="tomt register"):
        lasting.load()
    assert not brukere.Bruker.objects.exists()


@pytest.mark.slow
def test_an_interrupted_loading_leaves_nothing(db: None, monkeypatch: Patch, start: int) -> None:
    """The first case is there when the second is refused, and then neither is."""
    (good, *_) = FEW
    unknown = sak("morten_bakken", foert("2024-03-08 09:00", "silje", skjema("2024-03-08")))
    broken = Fortelling("x", "x", "x.", (good.saker[0], unknown))
    monkeypatch.setattr(lasting, "FORTELLINGER", (broken,))
    with pytest.raises(Avslag):
        lasting.load()
    assert untouched(start)
    assert lasting.state() is Registerstand.TOMT


def test_the_steps_are_told_one_by_one(db: None, monkeypatch: Patch) -> None:
    virksomheter.load_reference_data()
    plan = Spiller().plan(FEW)
    moments = [step.naar for step in plan]
    assert moments == sorted(moments)
    assert moments[0].year == 2013
    played: list[datetime] = []
    monkeypatch.setattr(
        spiller.Steg, "gjoer", property(lambda _: lambda: played.append(clock.now()))
    )
    for step in plan:
        play(step)
    assert played == moments
    assert abs(clock.now() - datetime(2026, 11, 23, 7, 10, tzinfo=UTC)) < timedelta(minutes=1)


def test_nobody_gives_themselves_a_role(db: None, start: int) -> None:
    virksomheter.load_reference_data()
    plan = [step for step in Spiller().plan(FEW) if step.naar.year == 2013][:2]
    for step in plan:
        play(step)
    bruker = brukere.Bruker.objects.get(brukernavn=DRIFT.brukernavn)
    assert [entry["handling"] for entry in audit.records(start + 1)] == [
        "bruker.registrert",
        "bruker.rolle_gitt",
    ]
    assert str(bruker.pk) not in {entry["bruker"] for entry in audit.records(start + 1)}
