"""The count of look-ups: a sliding minute, each user alone, and nothing kept after it."""

import pytest

from samvern.apps.utvalg import public as utvalg
from samvern.apps.utvalg.models import Personoppslag
from tests.apps.utvalg.conftest import viewer

pytestmark = [pytest.mark.django_db, pytest.mark.krav("TR-X15")]


def test_the_count_is_of_the_last_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    me, other = viewer(), viewer()
    assert [utvalg.tell_oppslag(me) for _ in range(3)] == [1, 2, 3]
    assert utvalg.tell_oppslag(other) == 1
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:10:59+01:00")
    assert utvalg.tell_oppslag(me) == 4
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-23T08:11:00+01:00")
    assert utvalg.tell_oppslag(me) == 2
    assert Personoppslag.objects.filter(bruker=me.bruker).count() == 2


def test_only_who_and_when_is_kept() -> None:
    assert {field.name for field in Personoppslag._meta.get_fields()} == {"id", "bruker", "tid"}
