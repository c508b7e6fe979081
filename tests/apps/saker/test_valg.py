"""A field that points at another event offers only what the rules can find again."""

from uuid import UUID

import pytest

from samvern.apps.saker.felt import Feltslag, Saksfelt
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.valg import valg_for
from samvern.engine.lesing import reading
from tests.apps.saker.conftest import once
from tests.apps.saker.verden import Verden, foer, hendelse, ny_sak

pytestmark = pytest.mark.django_db


def make_sak(verden: Verden) -> UUID:
    """A case with a decision, a complaint over it and a request for change."""
    made = ny_sak(verden).sak
    for data in (
        hendelse("overfoeringsvedtak", "2025-01-02", retning="mildere"),
        hendelse("vedtak_mottatt", "2025-01-03", ref="h3", part="domfelt"),
        hendelse("klage", "2025-01-05", ref="h3", part="domfelt"),
    ):
        foer(verden.silje, made, data)
    return made


felles_sak = once(make_sak)


@pytest.fixture
def sak(felles_sak: UUID, verden: Verden) -> UUID:
    return felles_sak


def pointing(kode: str) -> Saksfelt:
    (found,) = [felt for felt in SAKSARTER[kode].felt if felt.slag is Feltslag.REF]
    return found


def offered(verden: Verden, sak: UUID, kode: str) -> list[str]:
    with reading(verden.silje, "proeve"):
        return [key for key, _ in valg_for(verden.silje, sak, pointing(kode))]


def test_a_decision_on_a_complaint_is_about_what_was_decided(verden: Verden, sak: UUID) -> None:
    assert offered(verden, sak, "klage_avgjort") == ["h3"]
    foer(verden.silje, sak, hendelse("klage_avgjort", "2025-02-05", ref="h3", utfall="medhold"))


@pytest.mark.parametrize(
    "kode", ["klage", "klage_avgjort", "vedtak_mottatt", "vedtak_akseptert", "klage_trukket"]
)
def test_whatever_is_offered_is_found_again(verden: Verden, sak: UUID, kode: str) -> None:
    """The decision has an id the rules know; the complaint (h5) is known by it and its party."""
    assert offered(verden, sak, kode) == ["h3"]
