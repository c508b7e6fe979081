"""Drafts: one's own, sealed, and gone when they have done their work."""

from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction

from samvern.apps.noekler.public import destroy_key, is_destroyed
from samvern.apps.saker.public import person_of
from samvern.apps.utkast import public as utkast
from samvern.apps.utkast.models import Utkast
from samvern.apps.utkast.public import ForStort, Utkastbilde
from samvern.engine import audit, clock
from samvern.engine.lesing import reading, writing
from samvern.engine.viewer import Viewer
from tests.apps.brukere.personer import person
from tests.apps.saker.verden import Verden, ny_sak

SLAG = "hendelse:klage"
TYPED = {"skjedde": ["2.11.2026"], "merknad": ["Hemmelig setning"], "part": [""]}


def keep(
    viewer: Viewer, sak: UUID | None, values: utkast.Verdier = TYPED, slag: str = SLAG
) -> None:
    with writing(viewer):
        utkast.lagre(viewer, sak, slag, values)


def look(viewer: Viewer, sak: UUID | None, slag: str = SLAG) -> Utkastbilde | None:
    with reading(viewer, "utkast.vist"):
        return utkast.hent(viewer, sak, slag)


def stored() -> bytes:
    with connection.cursor() as cursor:
        cursor.execute("SELECT innhold FROM utkast_utkast")
        return b"".join(bytes(row[0]) for row in cursor.fetchall())


@pytest.mark.krav("TR-A10")
def test_a_draft_is_kept_and_opened_for_its_writer_and_lies_sealed(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak)
    found = look(verden.silje, sak)
    assert found is not None
    assert found.verdier == {"skjedde": ["2.11.2026"], "merknad": ["Hemmelig setning"]}
    assert found.oppdatert == clock.now()
    row = Utkast.objects.get()
    assert row.subjekt == person_of(verden.silje, sak)
    assert b"Hemmelig" not in stored()


def test_a_new_one_takes_the_place_of_the_old(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak)
    keep(verden.silje, sak, {"skjedde": ["3.11.2026"]})
    found = look(verden.silje, sak)
    assert found is not None
    assert found.verdier == {"skjedde": ["3.11.2026"]}
    assert Utkast.objects.count() == 1


@pytest.mark.krav("TR-A1")
def test_nobody_else_sees_it_in_any_role(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak)
    keep(verden.silje, None, slag="ny_sak")
    other = person(navn="Oskar Larsen").viewer()
    for viewer in (other, verden.fa.viewer()):
        with reading(viewer, "utkast.vist"):
            assert utkast.hent(viewer, sak, SLAG) is None
            assert utkast.hent(viewer, None, "ny_sak") is None
            assert utkast.egne(viewer, sak) == ()
        with writing(viewer):
            utkast.forkast(viewer, sak, SLAG)
    assert Utkast.objects.count() == 2


def test_the_list_tells_nothing_of_the_content(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak)
    with reading(verden.silje, "utkast.vist"):
        (row,) = utkast.egne(verden.silje, sak)
        assert utkast.egne(verden.silje, None) == ()
    assert (row.sak, row.slag) == (sak, SLAG)
    assert not hasattr(row, "innhold")


def test_a_form_with_nothing_in_it_leaves_no_draft(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak, {"skjedde": [""], "parter": []})
    assert not Utkast.objects.exists()
    keep(verden.silje, sak)
    keep(verden.silje, sak, {"skjedde": [""]})
    assert not Utkast.objects.exists()


@pytest.mark.krav("TR-A10")
def test_a_draft_without_a_case_has_a_key_of_its_own_that_goes_with_it(verden: Verden) -> None:
    keep(verden.silje, None, slag="ny_sak")
    row = Utkast.objects.get()
    assert row.subjekt == row.pk
    assert look(verden.silje, None, "ny_sak") is not None
    with writing(verden.silje):
        utkast.forkast(verden.silje, None, "ny_sak")
    assert not Utkast.objects.exists()
    assert is_destroyed(row.pk)


def test_it_is_gone_after_thirty_days(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak)
    keep(verden.silje, None, slag="ny_sak")
    own = Utkast.objects.get(sak=None).pk
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-12-23T08:09:00+01:00")
    assert look(verden.silje, sak) is not None
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-12-23T08:10:00+01:00")
    assert look(verden.silje, sak) is None
    with writing(verden.silje):
        assert utkast.slett_gamle() == 2
    assert not Utkast.objects.exists()
    assert is_destroyed(own)


def test_saving_one_clears_away_what_has_expired(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak)
    monkeypatch.setenv("SAMVERN_KLOKKE", "2027-01-10T08:10:00+01:00")
    keep(verden.silje, sak, {"skjedde": ["9.1.2027"]})
    row = Utkast.objects.get()
    assert row.oppdatert.date() == date(2027, 1, 10)


@pytest.mark.krav("TR-L8")
def test_when_the_person_is_erased_the_draft_can_no_longer_be_read(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak)
    destroy_key(person_of(verden.silje, sak))
    assert look(verden.silje, sak) is None


def test_more_than_a_form_holds_is_refused_and_changes_nothing(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak)
    with pytest.raises(ForStort):
        keep(verden.silje, sak, {"merknad": ["x" * utkast.STOERST]})
    found = look(verden.silje, sak)
    assert found is not None
    assert found.verdier["merknad"] == ["Hemmelig setning"]


@pytest.mark.krav("TR-L1")
def test_keeping_and_discarding_are_logged_without_content(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak)
    with writing(verden.silje):
        utkast.forkast(verden.silje, sak, SLAG)
    last = list(audit.records())[-2:]
    assert [entry["handling"] for entry in last] == ["utkast.lagret", "utkast.slettet"]
    assert all(entry["saker"] == [str(sak)] for entry in last)
    assert all(entry["skrevet"] == ["utkast.innhold"] for entry in last)


def test_the_database_holds_one_draft_for_each_form(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    keep(verden.silje, sak)
    row = Utkast.objects.get()
    row.pk = verden.embete
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
