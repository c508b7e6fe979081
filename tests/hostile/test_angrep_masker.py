"""What a mask hides must not come out by another way: choices, references, lists, other days.

Each test is an attack that once worked. Source: part 4, N-12.2, N-20.8, trust table A3, A4, L1.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samvern.apps.saker import public as saker
from samvern.apps.saker.actions import opprett_sak, registrer_hendelse
from samvern.apps.saker.egne_felt import KOMMISJON, STATSFORVALTER
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.models import Hendelse, Sak, Saksoppgave
from samvern.engine import clock
from samvern.engine.avslag import Ugyldig
from samvern.engine.lesing import reading
from samvern.engine.roller import Rolle
from samvern.law.sentence import NOT_SHOWN
from tests.apps.brukere.personer import Person, organisation, person
from tests.apps.personer.folk import number, sent
from tests.apps.saker.conftest import felles_verden, keep, once, quick_hasher, ring, verden
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft, vedtak
from tests.web.arbeidsliste.logg import siste

__all__ = ["felles_verden", "keep", "quick_hasher", "ring", "verden"]
# What is masked of a picture that has been read.
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.en_database,
    pytest.mark.krav("TR-A4", "N-12.2"),
]

FAR_AHEAD = date(2040, 1, 1)


@contextmanager
def looking(who: Person) -> Iterator[None]:
    """Inside a logged reading, as every page is."""
    with reading(who.viewer(), "sak.vist") as lest:
        yield
        lest.saw(["status"])


@dataclass(frozen=True)
class Alle:
    """A case that everybody has a part in, the commission and the state administrator as well."""

    sak: UUID
    kk: Person
    sf: Person


def make_alle(verden: Verden) -> Alle:
    """A complaint (6), one about notification (9), and a later judgment (11) that the commission
    has no part in."""
    kk = person(Rolle.KONTROLLKOMMISJON, "Kari Kommisjon")
    sf = person(Rolle.STATSFORVALTER, "Stein Forvalter")
    found = ny_sak(verden).sak
    for who, event in (
        (verden.silje, hendelse("paatale_fastsatt", "2024-02-01", embete=str(verden.embete),
                                politidistrikt=str(verden.politi))),
        (verden.silje, hendelse("innleggelse", "2024-02-03", institusjon=str(verden.institusjon),
                                oppholdsform="doegn")),
        (verden.silje, hendelse("faglig_ansvarlig_endret", "2024-02-04",
                                faglig_ansvarlig=str(verden.fa.id))),
        (verden.fa.viewer(), vedtak("2024-05-01")),
        (verden.fa.viewer(), hendelse("klage", "2024-05-10", ref="h6", part="domfelt")),
        (verden.fa.viewer(), hendelse("klage_oversendt", "2024-05-12", ref="h7",
                                      **{KOMMISJON.navn: str(kk.virksomhet)})),
        (verden.fa.viewer(), hendelse("varslingsvedtak", "2024-06-01")),
        (verden.fa.viewer(), hendelse("klage", "2024-06-10", ref="h9", part="domfelt")),
        (verden.fa.viewer(), hendelse("varslingsklage_oversendt", "2024-06-12",
                                      **{STATSFORVALTER.navn: str(sf.virksomhet)})),
        (verden.silje, dom((clock.today() - timedelta(days=5)).isoformat())),
    ):  # fmt: skip
        foer(who, found, event)
    return Alle(found, kk, sf)


alle = once(make_alle)


@pytest.fixture
def sak(alle: Alle, verden: Verden) -> UUID:
    return alle.sak


@pytest.fixture
def kk(alle: Alle, verden: Verden) -> Person:
    return alle.kk


@pytest.fixture
def sf(alle: Alle, verden: Verden) -> Person:
    return alle.sf


def later_judgment(sak: UUID) -> str:
    return str(Hendelse.objects.filter(sak=sak, type="dom_avsagt").latest("nr").innhold["id"])


def test_the_commission_meets_no_task_about_a_later_judgment(sak: UUID, kk: Person) -> None:
    about = Saksoppgave.objects.filter(sak=sak, ref=later_judgment(sak))
    assert about.exists()
    with looking(kk):
        bilde = saker.saksbilde(kk.viewer(), sak)
        liste = saker.arbeidsliste(kk.viewer(), til=FAR_AHEAD)
        (row,) = saker.register(kk.viewer(), saker.Utvalg()).rader
    shown = {(task.kode, task.dato) for task in (*bilde.oppgaver, *liste.rader)}
    assert not shown & set(about.values_list("kode", "dato"))
    assert sum(liste.antall.values()) == len(liste.rader)
    assert row.neste_frist not in set(about.exclude(dato=None).values_list("dato", flat=True))


def test_nk_still_meets_it(sak: UUID, verden: Verden) -> None:
    about = set(Saksoppgave.objects.filter(sak=sak, ref=later_judgment(sak)).values_list("kode"))
    with looking(verden.nk):
        liste = saker.arbeidsliste(verden.silje, til=FAR_AHEAD)
    assert about <= {(task.kode,) for task in liste.rader}


@pytest.mark.parametrize("rolle", [Rolle.KONTROLLKOMMISJON, Rolle.POLITI, Rolle.STATSFORVALTER])
def test_choices_hold_nothing_that_the_page_hides(sak: UUID, rolle: Rolle) -> None:
    who = person(rolle, "En Annen")
    with looking(who):
        shown = {one.nr: one.type for one in saker.saksbilde(who.viewer(), sak).hendelser}
        hidden = {str(row.innhold.get("id") or f"h{row.nr}")
                  for row in Hendelse.objects.filter(sak=sak) if row.nr not in shown}  # fmt: skip
        assert hidden
        for felt in {one for art in SAKSARTER.values() for one in art.felt}:
            if felt.slag in (saker.Feltslag.REF, saker.Feltslag.ID):
                offered = dict(saker.valg_for(who.viewer(), sak, felt))
                assert not offered.keys() & hidden
                assert len(offered) <= len(shown)


def test_nobody_points_at_what_they_do_not_read(sak: UUID, kk: Person) -> None:
    """A hidden entry and one that is not there give the same answer, so nobody can feel about."""
    before = Sak.objects.get(pk=sak).siste_nr
    told = []
    for ref in ("h10", "h99", "h9"):
        data = hendelse("klage_avgjort", "2024-07-01", ref=ref, utfall="stadfestet")
        with pytest.raises(Ugyldig) as refused, looking(kk):
            registrer_hendelse.forhaandsvis(kk.viewer(), sak, data)
        told.append([fault for fault in refused.value.feil if fault.sti == "innhold.ref"])
    assert told[0] and told[0] == told[1] == told[2]
    assert Sak.objects.get(pk=sak).siste_nr == before


def test_running_away_opens_no_earlier_places(sak: UUID, verden: Verden) -> None:
    police = person(Rolle.POLITI, "Pia Politi")
    elsewhere = organisation("BUP-X", "helseforetak", "Hemmelig plass")
    foer(verden.silje, sak, hendelse("innleggelse", "2025-02-03", institusjon=str(elsewhere),
                                     oppholdsform="doegn"))  # fmt: skip
    foer(verden.silje, sak, hendelse("unndragelse", "2026-11-20"))
    with looking(police):
        assert saker.saksbilde(police.viewer(), sak).plasseringer
        assert saker.saksbilde(police.viewer(), sak, paa=date(2026, 11, 21)).plasseringer
        for day in (date(2024, 6, 1), date(2025, 6, 1), date(2026, 11, 19)):
            earlier = saker.saksbilde(police.viewer(), sak, paa=day)
            assert earlier.plasseringer == ()
            assert earlier.rad.institusjon is None


def known(seed: int) -> dict[str, object]:
    """A person with a number, as a form sends it."""
    return sent(nummer=number(seed).siffer)


@pytest.mark.krav("TR-A3", "TR-X10")
def test_a_number_of_somebody_hidden_costs_what_an_unknown_one_costs(verden: Verden) -> None:
    ny_sak(verden, person=known(1))
    asked = []
    # Once before, so that what the process remembers is there in both.
    for seed in (2, 1, 2):
        with looking(verden.fa), CaptureQueriesContext(connection) as queries:
            assert saker.finn(verden.fa.viewer(), number(seed).siffer) == ()
        asked.append([one["sql"].split(" WHERE ")[0] for one in queries.captured_queries])
    assert asked[1] == asked[2]


@pytest.mark.krav("TR-L1")
def test_a_duplicate_warning_is_in_the_log(verden: Verden) -> None:
    """It tells that a person with this number has a case, and which: a look-up, and logged."""
    sak = ny_sak(verden, person=known(1)).sak
    cases = Sak.objects.count()
    data = {"person": known(1), "hendelser": [dom(), rettskraft()]}
    with pytest.raises(saker.HarSak):
        opprett_sak.utfoer(verden.silje, data, noekkel="noekkel-12345")
    assert Sak.objects.count() == cases
    entry = siste()
    assert (entry["handling"], entry["utfall"]) == ("sak.opprettet", "nektet")
    assert (entry["kode"], entry["bruker"]) == ("har_sak", str(verden.nk.id))
    assert (entry["objekttype"], entry["saker"]) == ("person", [str(sak)])
    assert number(1).siffer not in str(entry)


def test_the_region_is_not_told_that_a_complaint_was_withdrawn(verden: Verden) -> None:
    """The time for complaining ran again, and the task said why; the region reads no complaints."""
    made = ny_sak(verden).sak
    bodies = {"rhf": str(verden.rhf), "institusjon": str(verden.institusjon)}
    for event in (
        hendelse("behandlingsansvar_fastsatt", "2024-02-01", **bodies),
        hendelse("overfoeringsvedtak", "2026-11-10", retning="mildere"),
        hendelse("vedtak_mottatt", "2026-11-11", ref="h4", part="domfelt"),
        hendelse("klage", "2026-11-16", ref="h4", part="domfelt"),
        hendelse("klage_trukket", "2026-11-18", ref="h4", part="domfelt"),
    ):
        foer(verden.silje, made, event)
    seen = {}
    for who in (verden.nk, person(Rolle.RHF, "Rune Region")):
        with looking(who):
            bilde = saker.saksbilde(who.viewer(), made)
            liste = saker.arbeidsliste(who.viewer(), til=FAR_AHEAD)
        rows = [one for one in (*bilde.oppgaver, *liste.rader) if one.sak == made]
        seen[who.kode] = {r.grunn.nb for r in rows if (r.kode, r.slag) == ("F-20", "frist")}
    assert any("trukket" in words for words in seen[Rolle.NK])
    assert seen[Rolle.RHF] == {NOT_SHOWN.nb}
