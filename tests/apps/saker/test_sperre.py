"""A case that is shut for a user: out of sight in every role, in both fences, whatever happens."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.db import DatabaseError, connection, transaction

from samvern.apps.noekler.public import destroy_key
from samvern.apps.revisjon.models import Revisjonslogg
from samvern.apps.saker import noed, rader, sperre
from samvern.apps.saker import public as saker
from samvern.apps.saker.actions import (
    aapne_noedtilgang,
    aapne_stengt_sak,
    etterkontroller_noedtilgang,
    steng_sak,
)
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Sak, Saksdeltaker, Saksoppgave
from samvern.apps.saker.sperremodell import Sakssperre
from samvern.engine import clock, lesing
from samvern.engine.avslag import FinnesIkke, IkkeNaa, Nektet, Ugyldig
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.apps.brukere.personer import Person, operator, person
from tests.apps.saker.conftest import once
from tests.apps.saker.verden import Verden, ny_sak

pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-A1", "TR-A8")]
DAY = timedelta(days=1)


def make_sak(verden: Verden) -> Sak:
    made = Sak.objects.get(pk=ny_sak(verden).sak)
    ny_sak(verden)
    return made


felles_sak = once(make_sak)


@pytest.fixture
def sak(felles_sak: Sak, verden: Verden) -> Sak:
    return felles_sak


def steng(sak: Sak, who: Person, by: Viewer | None = None, **change: Any) -> UUID:
    data = {"saksnr": sak.saksnr, "grunn": "egen_sak", "fra": clock.today().isoformat()}
    return steng_sak.utfoer(by or operator(), who.id, {**data, **change})


def ser(viewer: Viewer, sak: Sak) -> bool:
    """Whether the filter lets the case through; the database, on its own, must say the same."""
    with lesing.fenced(viewer):
        filtered = rader.er_synlig(viewer, sak.pk)
        tasks = saker.arbeidsliste(viewer).rader if filtered else ()
        if connection.vendor == "postgresql":
            assert Sak.objects.filter(pk=sak.pk).exists() is filtered, "the fences disagree"
            if not filtered:
                assert not Saksoppgave.objects.filter(sak=sak).exists()
    assert isinstance(tasks, tuple)
    return filtered


def participant(rolle: Rolle, sak: Sak) -> Person:
    who = person(rolle, f"Deltar som {rolle}")
    if rolle not in (Rolle.NK, Rolle.NK_LEDER):
        slag = rader.SOM[rolle][0]
        own = slag is Deltakerslag.FAGLIG_ANSVARLIG
        Saksdeltaker.objects.create(
            sak=sak, slag=str(slag), fra=clock.today() - 9 * DAY, nr=1,
            bruker=who.id if own else None, virksomhet=None if own else who.virksomhet,
        )  # fmt: skip
    return who


@pytest.mark.parametrize("rolle", [Rolle.NK, Rolle.NK_LEDER, *sorted(rader.SOM)])
def test_shut_from_the_next_request_in_every_role_and_open_again(rolle: Rolle, sak: Sak) -> None:
    who = participant(rolle, sak)
    colleague = participant(rolle, sak)
    assert ser(who.viewer(), sak)
    key = steng(sak, who)
    assert not ser(who.viewer(), sak)
    assert ser(colleague.viewer(), sak), "only one user is out"
    with pytest.raises(FinnesIkke), lesing.fenced(who.viewer()):
        saker.saksbilde(who.viewer(), sak.pk)
    aapne_stengt_sak.utfoer(operator(), who.id, key)
    assert ser(who.viewer(), sak)


def test_the_work_list_and_the_register_leave_it_out(verden: Verden, sak: Sak) -> None:
    def numbers() -> tuple[set[str], set[str]]:
        with lesing.reading(verden.silje, "register.vist"):
            rows = saker.register(verden.silje, saker.Utvalg()).rader
            tasks = saker.arbeidsliste(verden.silje, til=date(2030, 1, 1)).rader
        return {row.saksnr for row in rows}, {row.saksnr for row in tasks}

    before = numbers()
    assert sak.saksnr in before[0] & before[1]
    steng(sak, verden.nk)
    after = numbers()
    assert (before[0] - after[0], before[1] - after[1]) == ({sak.saksnr}, {sak.saksnr})


@pytest.mark.parametrize(
    ("fra", "til", "seen"),
    [(0, None, False), (0, 0, False), (1, None, True), (-9, -1, True), (-9, 3, False)],
)
def test_the_days_are_both_included(
    verden: Verden, sak: Sak, fra: int, til: int | None, seen: bool
) -> None:
    today = clock.today()
    last: dict[str, Any] = {} if til is None else {"til": (today + til * DAY).isoformat()}
    steng(sak, verden.nk, fra=(today + fra * DAY).isoformat(), **last)
    assert ser(verden.silje, sak) is seen


def test_no_emergency_opens_it_and_nobody_reviews_it_who_is_out(verden: Verden, sak: Sak) -> None:
    doctor = person(Rolle.FAGLIG_ANSVARLIG, "Vera Vakt")
    viewer = doctor.viewer(bekreftet=True)
    sent = {"saksnr": sak.saksnr, "grunn": "vakt", "begrunnelse": "Vakt for en kollega."}
    opened = aapne_noedtilgang.utfoer(viewer, sent)
    assert ser(viewer, sak)
    steng(sak, doctor)
    steng(sak, verden.nk)
    assert not ser(viewer, sak)
    with pytest.raises(FinnesIkke):
        aapne_noedtilgang.utfoer(viewer, sent)
    with lesing.fenced(verden.silje):
        assert noed.til_kontroll(verden.silje) == ()
        with pytest.raises(FinnesIkke):
            noed.hent(verden.silje, opened.noedtilgang)
    with pytest.raises(FinnesIkke):
        etterkontroller_noedtilgang.utfoer(
            verden.silje, opened.noedtilgang, {"utfall": "begrunnet"}
        )


REFUSED = [
    (Nektet, "IKKE_KOMPETANT", Rolle.NK, {}),
    (Nektet, "IKKE_KOMPETANT", Rolle.INSTITUSJON, {}),
    (Ugyldig, "UGYLDIG_VERDI", Rolle.SYSTEMDRIFT, {"grunn": "uvenn"}),
    (Ugyldig, "UGYLDIG_REKKEFOLGE", Rolle.SYSTEMDRIFT, {"til": "2020-01-01"}),
    (FinnesIkke, "", Rolle.SYSTEMDRIFT, {"saksnr": "S-2026-9999"}),
]


@pytest.mark.parametrize(("kind", "kode", "rolle", "change"), REFUSED)
def test_a_refusal_shuts_nothing(
    verden: Verden,
    sak: Sak,
    kind: type[Exception],
    kode: str,
    rolle: Rolle,
    change: dict[str, Any],
) -> None:
    by = person(rolle, "Den som stenger").viewer(bekreftet=True)
    before = Revisjonslogg.objects.count()
    with pytest.raises(kind) as refused:
        steng(sak, verden.nk, by, **change)
    if isinstance(refused.value, (Nektet, Ugyldig)):
        assert refused.value.kode == kode
    assert not Sakssperre.objects.exists()
    assert Revisjonslogg.objects.count() == before


def test_nobody_shuts_or_opens_for_themselves_or_unconfirmed(verden: Verden, sak: Sak) -> None:
    drift = person(Rolle.SYSTEMDRIFT, "Drift")
    with pytest.raises(Nektet):
        steng(sak, drift, drift.viewer(bekreftet=True))
    with pytest.raises(Nektet):
        steng(sak, verden.nk, drift.viewer())
    key = steng(sak, drift)
    with pytest.raises(Nektet):
        aapne_stengt_sak.utfoer(drift.viewer(bekreftet=True), drift.id, key)
    with pytest.raises(DatabaseError), transaction.atomic():
        Sakssperre.objects.update(til=clock.today(), opphevet_av=drift.id)
    with pytest.raises(DatabaseError), transaction.atomic():
        Sakssperre.objects.update(bruker=new_id())
    assert Sakssperre.objects.get().til is None


def test_it_ends_once_and_is_logged_without_its_reason(verden: Verden, sak: Sak) -> None:
    key = steng(sak, verden.nk)
    entry = Revisjonslogg.objects.get(handling="sak.stengt_for_bruker")
    assert (entry.saker, entry.objekt, entry.grunn) == ([str(sak.pk)], str(verden.nk.id), "")
    row = Sakssperre.objects.get()
    assert row.grunn is not None and b"egen_sak" not in row.grunn.blob
    aapne_stengt_sak.utfoer(operator(), verden.nk.id, key)
    with pytest.raises(IkkeNaa):
        aapne_stengt_sak.utfoer(operator(), verden.nk.id, key)
    with pytest.raises(FinnesIkke):
        aapne_stengt_sak.utfoer(operator(), verden.nk.id, new_id())
    assert Revisjonslogg.objects.filter(handling="sak.sperre_avsluttet").count() == 1


def test_operations_see_the_number_and_the_leader_the_reason(verden: Verden, sak: Sak) -> None:
    steng(sak, verden.nk)
    leader = person(Rolle.NK_LEDER, "Nina Leder", virksomhet=verden.nk.virksomhet)
    seen = []
    for viewer in (operator(), leader.viewer(bekreftet=True)):
        with lesing.fenced(viewer):
            (one,) = sperre.for_bruker(viewer, verden.nk.id)
        assert (one.saksnr, one.gjelder) == (sak.saksnr, True)
        seen.append(one.grunn)
    assert seen == [None, "egen_sak"]


@pytest.mark.krav("TR-D3")
def test_when_the_person_is_erased_the_reason_is_gone_and_the_rest_stands(
    verden: Verden, sak: Sak
) -> None:
    key = steng(sak, verden.nk)
    destroy_key(sak.person_id)
    leader = person(Rolle.NK_LEDER, "Nina Leder").viewer(bekreftet=True)
    with lesing.fenced(leader):
        (one,) = sperre.for_bruker(leader, verden.nk.id)
    assert (one.id, one.grunn, one.gjelder) == (key, None, True)
