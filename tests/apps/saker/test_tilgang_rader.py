"""The row filter: who sees which cases, on which days; the same in Python and in PostgreSQL."""

import random
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.models import Model

from samvern.apps.saker import rader
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Sak, Saksdeltaker, Saksstand
from samvern.apps.virksomheter.models import Virksomhet, Virksomhetsversjon
from samvern.engine import clock, lesing
from samvern.engine.avslag import FinnesIkke
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.apps.saker.tilgangsbilder import DAG, NAA, med, sak, seer
from tests.radvern import untold

D = Deltakerslag
pytestmark = [pytest.mark.django_db, pytest.mark.krav("N-10.1", "TR-A1", "TR-A3")]
DAY = timedelta(days=1)
NK = (Rolle.NK, Rolle.NK_LEDER)
UTEN = (Rolle.FORSKER, Rolle.REVISOR, Rolle.SYSTEMDRIFT)


@pytest.fixture(autouse=True)
def stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: NAA)


def ids(viewer: Viewer, dag: date = DAG) -> set[UUID]:
    return set(rader.synlige(viewer, dag).values_list("pk", flat=True))


def through_fence(viewer: Viewer, model: type[Model] = Sak, name: str = "pk") -> set[UUID]:
    """What the database gives the viewer when nobody filters."""
    with lesing.fenced(viewer):
        return set(model._base_manager.values_list(name, flat=True))


@pytest.mark.parametrize("rolle", NK)
def test_nk_sees_all_also_indicted_and_ended(rolle: Rolle) -> None:
    made = {sak("2026-1").pk, sak("2026-2", avsluttet=True).pk}
    assert ids(seer(rolle)) == made


@pytest.mark.parametrize("rolle", UTEN)
def test_a_role_without_a_column_sees_nothing(rolle: Rolle) -> None:
    one, viewer = sak("2026-1"), seer(rolle)
    for slag in D:
        med(one, slag, viewer.virksomhet)
    assert ids(viewer) == set()


PAA_VIRKSOMHET = [
    (Rolle.INSTITUSJON, D.INSTITUSJON),
    (Rolle.INSTITUSJON, D.HELSEFORETAK),
    (Rolle.INSTITUSJON, D.OPPHOLDSSTED),
    (Rolle.RHF, D.RHF),
    (Rolle.STATSADVOKAT, D.EMBETE),
    (Rolle.POLITI, D.POLITIDISTRIKT),
    (Rolle.KONTROLLKOMMISJON, D.KONTROLLKOMMISJON),
    (Rolle.STATSFORVALTER, D.STATSFORVALTER),
]


@pytest.mark.parametrize(("rolle", "slag"), PAA_VIRKSOMHET)
def test_a_body_sees_its_own_cases_and_nobody_elses(rolle: Rolle, slag: D) -> None:
    mine, theirs, viewer = sak("2026-1"), sak("2026-2"), seer(rolle)
    med(mine, slag, viewer.virksomhet)
    med(theirs, slag, new_id())
    for other in D:
        if (rolle, other) not in PAA_VIRKSOMHET and other is not D.KRIMINALOMSORG:
            # Taking part in another capacity gives nothing.
            med(theirs, other, viewer.virksomhet)
    assert ids(viewer) == {mine.pk}


def test_faglig_ansvarlig_sees_the_cases_they_are_named_in() -> None:
    mine, colleague, viewer = sak("2026-1"), sak("2026-2"), seer(Rolle.FAGLIG_ANSVARLIG)
    med(mine, D.FAGLIG_ANSVARLIG, viewer.bruker)
    med(colleague, D.FAGLIG_ANSVARLIG, new_id())
    med(colleague, D.INSTITUSJON, viewer.virksomhet)
    assert ids(viewer) == {mine.pk}


def test_the_prison_service_sees_those_transferred_to_it() -> None:
    there, here = sak("2026-1"), sak("2026-2")
    med(there, D.KRIMINALOMSORG, None)
    med(here, D.INSTITUSJON, new_id())
    assert ids(seer(Rolle.KRIMINALOMSORG)) == {there.pk}


@pytest.mark.parametrize("away", [-1, 0, 1])
@pytest.mark.krav("N-9.1")
def test_access_ends_the_same_day_as_the_responsibility(away: int) -> None:
    one, viewer = sak("2026-1"), seer(Rolle.FAGLIG_ANSVARLIG)
    med(one, D.FAGLIG_ANSVARLIG, viewer.bruker, DAG, DAG)
    assert (ids(viewer, DAG + away * DAY) == {one.pk}) is (away == 0)


@pytest.mark.krav("N-29.6")
@pytest.mark.parametrize(("rolle", "slag"), PAA_VIRKSOMHET)
def test_after_the_end_only_nk_is_left(rolle: Rolle, slag: D) -> None:
    one, viewer = sak("2026-1", avsluttet=True), seer(rolle)
    med(one, slag, viewer.virksomhet)
    assert ids(viewer) == set()
    with pytest.raises(FinnesIkke):
        rader.relasjon(viewer, one.pk, DAG)
    assert rader.relasjon(seer(Rolle.NK), one.pk, DAG).avsluttet


def test_an_office_inherits_the_cases_of_the_one_it_took_over() -> None:
    one, before = sak("2026-1"), new_id()
    med(one, D.EMBETE, before)
    assert ids(seer(Rolle.STATSADVOKAT, arvet=[before])) == {one.pk}
    assert ids(seer(Rolle.STATSADVOKAT)) == set()


def institution_under(trust: Virksomhet, fra: date, til: date | None) -> Virksomhet:
    made = Virksomhet.objects.create(slag="institusjon", kode=f"I-{new_id()}")
    now = datetime(2020, 1, 1, tzinfo=UTC)
    Virksomhetsversjon.objects.create(
        virksomhet=made,
        navn="Prøveinstitusjonen",
        overordnet=trust,
        gyldig_fra=fra,
        gyldig_til=til,
        kilde="test",
        belegg="test",
        registrert=now,
        registrert_av="test",
        grunn="test",
    )
    return made


def trust() -> Virksomhet:
    return Virksomhet.objects.create(slag="helseforetak", kode=f"H-{new_id()}")


@pytest.mark.parametrize(
    ("fra", "til", "seen"),
    [
        (DAG, None, True),
        (DAG, DAG, True),
        (DAG - 9 * DAY, DAG - DAY, False),
        (DAG + DAY, None, False),
    ],
)
def test_a_trust_sees_the_institutions_that_are_its_own_today(
    fra: date, til: date | None, seen: bool
) -> None:
    one, over = sak("2026-1"), trust()
    under = institution_under(over, fra, til)
    med(one, D.INSTITUSJON, under.pk)
    assert (ids(seer(Rolle.INSTITUSJON, over.pk)) == {one.pk}) is seen
    # Never downwards or sideways, and in no other role.
    other = sak("2026-2")
    med(other, D.INSTITUSJON, over.pk)
    assert other.pk not in ids(seer(Rolle.INSTITUSJON, under.pk))
    assert ids(seer(Rolle.RHF, over.pk)) == set()


def test_hidden_and_missing_are_the_same() -> None:
    one, viewer = sak("2026-1"), seer(Rolle.RHF)
    for asked in (one.pk, new_id()):
        with pytest.raises(FinnesIkke) as caught:
            rader.relasjon(viewer, asked, DAG)
        assert caught.value.args == ()


def test_the_relation_says_how_the_viewer_takes_part() -> None:
    one, viewer = sak("2026-1", flagg=["unndratt"]), seer(Rolle.POLITI)
    med(one, D.POLITIDISTRIKT, viewer.virksomhet)
    found = rader.relasjon(viewer, one.pk, DAG)
    assert (found.som, found.unndratt) == (frozenset({D.POLITIDISTRIKT}), True)
    assert not found.noed


def people() -> list[tuple[Viewer, Callable[[Sak, random.Random], None]]]:
    """A viewer of each role, and how to let one take part by chance."""
    found: list[tuple[Viewer, Callable[[Sak, random.Random], None]]] = []
    for rolle, slags in rader.SOM.items():
        before = new_id()
        viewer = seer(rolle, arvet=[before])
        own = viewer.bruker if rolle is Rolle.FAGLIG_ANSVARLIG else viewer.virksomhet

        def join(
            one: Sak,
            luck: random.Random,
            *,
            slags: tuple[D, ...] = slags,
            who: tuple[UUID, ...] = (own, before),
        ) -> None:
            start = DAG + luck.randint(-3, 2) * DAY
            end = luck.choice([None, start, start + 2 * DAY])
            med(one, luck.choice(slags), luck.choice([*who, new_id()]), start, end)

        found.append((viewer, join))
    return found


def scramble(seed: int) -> list[Viewer]:
    """Cases in which chance decides who takes part, when and as what; the viewers to ask."""
    luck = random.Random(seed)  # noqa: S311 -- chance, not secrecy
    known = people()
    for number in range(25):
        one = sak(f"{seed}-{number}", avsluttet=luck.random() < 0.2)
        for _, join in luck.sample(known, 3):
            join(one, luck)
    return [viewer for viewer, _ in known] + [seer(r) for r in (*NK, *UTEN)]


def expected(viewer: Viewer) -> set[UUID]:
    """The same rules once more, row by row and without a query language."""
    if viewer.rolle in NK:
        return set(Sak.objects.values_list("pk", flat=True))
    ended = set(Saksstand.objects.filter(avsluttet=True).values_list("sak", flat=True))
    seen = set()
    for row in Saksdeltaker.objects.all():
        today = row.fra <= DAG and (row.til is None or row.til >= DAG)
        own = row.virksomhet in viewer.virksomheter or viewer.rolle is Rolle.KRIMINALOMSORG
        if viewer.rolle is Rolle.FAGLIG_ANSVARLIG:
            own = row.bruker == viewer.bruker
        slags = rader.SOM.get(viewer.rolle, ())
        if today and own and row.slag in slags and row.sak_id not in ended:
            seen.add(row.sak_id)
    return seen


@pytest.mark.krav("TR-D10")
@pytest.mark.parametrize("seed", range(4))
def test_both_fences_say_the_same_of_random_participants(seed: int) -> None:
    counted = 0
    for viewer in scramble(seed):
        wanted = expected(viewer)
        assert ids(viewer) == wanted, viewer.rolle
        counted += len(wanted)
        if connection.vendor == "postgresql":
            assert through_fence(viewer) == wanted, viewer.rolle
            for model in (Saksstand, Saksdeltaker):
                assert through_fence(model=model, viewer=viewer, name="sak") <= wanted
    assert counted > 60, "too few to say anything"


def test_one_query_whatever_the_role(django_assert_num_queries: Callable[..., object]) -> None:
    for viewer in (seer(rolle) for rolle in Rolle if rolle not in UTEN):
        with django_assert_num_queries(1):  # type: ignore[attr-defined]
            list(rader.synlige(viewer, DAG).order_by("saksnr")[:50])


def test_without_the_settings_the_database_gives_nothing() -> None:
    one = sak("2026-1")
    med(one, D.RHF, new_id())
    if connection.vendor != "postgresql":
        assert Sak.objects.count() == 1  # there is only the first fence on SQLite
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,), "this user passes every fence"
    with untold():
        for model in (Sak, Saksstand, Saksdeltaker):
            assert not model._base_manager.exists()
        with pytest.raises(Exception, match="row-level security"), transaction.atomic():
            sak("2026-2")
    assert Sak.objects.count() == 1
