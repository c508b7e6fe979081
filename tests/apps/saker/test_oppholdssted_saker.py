"""Responsible institution and place of stay in real cases: who sees, who is asked, who records."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from samvern.apps.saker import projection, rader
from samvern.apps.saker.actions import feilfoer_hendelse, korriger_hendelse, registrer_hendelse
from samvern.apps.saker.arbeidsliste import arbeidsliste
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Hendelse, Saksdeltaker, Saksoppgave, Saksstand
from samvern.apps.saker.oppgavetekster import MANGLER
from samvern.apps.saker.register import Utvalg, register
from samvern.apps.saker.saksside import saksbilde
from samvern.engine import ids, lesing
from samvern.engine.avslag import Nektet
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.web.arbeidsliste.egne_steg import own_step
from tests.apps.brukere.personer import Person, organisation, person
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft, vedtak

pytestmark = pytest.mark.krav("N-9.7")
D = Deltakerslag


@pytest.fixture
def sak(verden: Verden) -> UUID:
    """AHUS is responsible; since 1 March 2024 the person stays with STO."""
    made = ny_sak(verden, dom(), rettskraft()).sak
    place = organisation("STO", "helseforetak")
    for data in (
        hendelse("behandlingsansvar_fastsatt", "2024-02-02", rhf=str(verden.rhf),
                 institusjon=str(verden.institusjon)),
        hendelse("innleggelse", "2024-02-02", institusjon=str(verden.institusjon),
                 oppholdsform="doegn"),
        hendelse("innleggelse", "2024-03-01", institusjon=str(place), oppholdsform="doegn",
                 kom_fra="institusjon"),
    ):  # fmt: skip
        foer(verden.silje, made, data)
    return made


def leader(code: str) -> Person:
    return person(Rolle.INSTITUSJON, f"Leder {code}", virksomhet=organisation(code, "helseforetak"))


def seen_by(who: Person) -> set[UUID]:
    with lesing.reading(who.viewer(), "proeve"):
        return set(rader.synlige(who.viewer()).values_list("pk", flat=True))


def unfiltered(who: Person) -> set[UUID]:
    """What the database gives when nobody filters: on SQLite there is no second fence."""
    with lesing.reading(who.viewer(), "proeve"):
        return set(Saksstand.objects.values_list("sak", flat=True))


@pytest.mark.krav("TR-A1", "TR-D10")
def test_both_see_the_case_and_the_fence_in_the_database_lets_both_through(
    verden: Verden, sak: UUID
) -> None:
    for code in ("AHUS", "STO"):
        who = leader(code)
        assert seen_by(who) == {sak}, code
        assert unfiltered(who) == {sak}, code
    assert seen_by(leader("OUS")) == set()
    foer(verden.silje, sak, hendelse(
        "innleggelse", "2026-11-23", institusjon=str(verden.institusjon), oppholdsform="doegn",
        kom_fra="institusjon"))  # fmt: skip
    assert seen_by(leader("STO")) == set()
    assert seen_by(leader("AHUS")) == {sak}


def test_the_pictures_of_the_case_hold_both_and_a_rebuild_changes_nothing(
    verden: Verden, sak: UUID
) -> None:
    with lesing.reading(verden.silje, "proeve"):
        bilde = saksbilde(verden.silje, sak)
        row = register(verden.silje, Utvalg()).rader[0]
    for one in (bilde.rad, row):
        assert one.institusjon is not None
        assert one.oppholdssted is not None
        assert one.institusjon.id == verden.institusjon
        assert one.oppholdssted.id == organisation("STO", "helseforetak")
        assert not one.samme_sted
    now = [(p.slag, p.hvem.id) for p in bilde.deltakere if p.til is None]
    assert (D.OPPHOLDSSTED, row.oppholdssted and row.oppholdssted.id) in now
    assert projection.check(sak)
    # What an older version left is put right by building again.
    with lesing.system_fence():
        Saksdeltaker.objects.filter(sak=sak, slag=D.OPPHOLDSSTED).delete()
        Saksstand.objects.filter(sak=sak).update(oppholdssted=None)
    assert not projection.check(sak)
    projection.rebuild(sak)
    assert projection.check(sak)


def test_the_register_finds_by_the_one_and_by_the_other(verden: Verden, sak: UUID) -> None:
    def found(body: UUID) -> int:
        with lesing.reading(verden.silje, "proeve"):
            return register(verden.silje, Utvalg(institusjon=body)).antall

    assert found(verden.institusjon) == 1
    assert found(organisation("STO", "helseforetak")) == 1
    assert found(organisation("OUS", "helseforetak")) == 0


@pytest.mark.krav("N-1.3")
def test_what_waits_for_the_institution_waits_for_the_one_responsible(
    verden: Verden, sak: UUID
) -> None:
    with lesing.system_fence():
        bodies = set(
            Saksoppgave.objects.filter(sak=sak, venter_paa=Rolle.INSTITUSJON).values_list(
                "virksomhet", flat=True
            )
        )
    assert bodies == {verden.institusjon}
    viewer = leader("STO").viewer()
    with lesing.reading(viewer, "proeve"):
        rows = arbeidsliste(viewer, til=date(2030, 1, 1)).rader
    mine = next(row for row in rows if row.kode == "mangler_faglig_ansvarlig")
    assert mine.hos is not None
    assert (mine.hos.id, mine.annens) == (verden.institusjon, True)
    # Whoever has the person asks; only the one responsible is told to do it, and has the form.
    assert mine.neste_steg.nb == MANGLER["mangler_faglig_ansvarlig"].steg.neste.nb
    assert own_step(Rolle.INSTITUSJON, mine) is None
    owner = leader("AHUS").viewer()
    with lesing.reading(owner, "proeve"):
        rows = arbeidsliste(owner, til=date(2030, 1, 1)).rader
    theirs = next(row for row in rows if row.kode == "mangler_faglig_ansvarlig")
    assert theirs.neste_steg.nb == MANGLER["mangler_faglig_ansvarlig"].steg.selv.nb
    assert own_step(Rolle.INSTITUSJON, theirs) is not None


def attempted(who: Person, sak: UUID, data: dict[str, Any], nr: int) -> None:
    registrer_hendelse.utfoer(who.viewer(), sak, data, forventet_nr=nr, noekkel=str(ids.new_id()))


@pytest.mark.krav("N-9.3")
def test_the_place_records_what_happens_there_but_names_nobody_responsible(
    verden: Verden, sak: UUID
) -> None:
    place, owner = leader("STO"), leader("AHUS")
    name = hendelse("faglig_ansvarlig_endret", "2024-03-02", faglig_ansvarlig=str(verden.fa.id))
    count = len(rows_of(sak))
    with pytest.raises(Nektet) as told:
        attempted(place, sak, name, count)
    assert told.value.kode == "IKKE_KOMPETANT"
    assert "en annen institusjon har behandlingsansvaret" in told.value.feil[0].melding.nb
    assert len(rows_of(sak)) == count
    attempted(place, sak, hendelse("unndragelse", "2024-03-05"), count)
    attempted(owner, sak, name, count + 1)
    assert [row.type for row in rows_of(sak)][-2:] == ["unndragelse", "faglig_ansvarlig_endret"]


@pytest.fixture
def uten_vedtak(verden: Verden) -> UUID:
    """Nobody has decided who is responsible: AHUS received first (3) and is. Since 1 March STO has
    the person (4), and AHUS has recorded that the person ran away (5)."""
    made = ny_sak(verden, dom(), rettskraft()).sak
    place = organisation("STO", "helseforetak")
    for day, where in (("2024-02-03", verden.institusjon), ("2024-03-01", place)):
        foer(verden.silje, made, hendelse(
            "innleggelse", day, institusjon=str(where), oppholdsform="doegn",
            kom_fra="institusjon"))  # fmt: skip
    foer(leader("AHUS").viewer(), made, hendelse("unndragelse", "2024-04-01"))
    return made


@pytest.mark.krav("TR-A1", "N-9.3")
def test_the_place_makes_itself_responsible_by_no_entry(verden: Verden, uten_vedtak: UUID) -> None:
    """By an earlier admission or a correction, the one responsible was out the same day."""
    sak, place, why = uten_vedtak, leader("STO").viewer(), {"grunn": "Feil sted."}
    body = str(organisation("STO", "helseforetak"))
    mine = hendelse("innleggelse", "2024-02-02", oppholdsform="doegn", institusjon=body)
    rest: dict[str, Any] = {"forventet_nr": 5, "noekkel": str(ids.new_id())}
    attacks: tuple[Callable[[], object], ...] = (
        lambda: registrer_hendelse.utfoer(place, sak, mine, **rest),
        lambda: korriger_hendelse.utfoer(place, sak, 3, {**mine, **why}, **rest),
        lambda: feilfoer_hendelse.utfoer(place, sak, 3, why, **rest),
    )
    for attack in attacks:
        with pytest.raises(Nektet) as told:
            attack()
        assert told.value.kode == "IKKE_KOMPETANT"
        assert "flytte behandlingsansvaret" in told.value.feil[0].melding.nb
    assert len(rows_of(sak)) == 5
    assert seen_by(leader("AHUS")) == {sak}
    # NK writes down what is so, whoever becomes responsible by it.
    foer(verden.silje, sak, mine)
    assert seen_by(leader("AHUS")) == set()


@pytest.mark.krav("TR-A1")
def test_the_place_rewrites_nothing_that_the_one_responsible_recorded(uten_vedtak: UUID) -> None:
    sak, place, why = uten_vedtak, leader("STO").viewer(), {"grunn": "Feil dag."}
    with pytest.raises(Nektet):
        feilfoer_hendelse.utfoer(place, sak, 5, why, forventet_nr=5, noekkel=str(ids.new_id()))
    assert len(rows_of(sak)) == 5
    assert may_correct(place, sak) == {3, 4}
    assert 5 in may_correct(leader("AHUS").viewer(), sak)
    foer(place, sak, hendelse("unndragelse_avsluttet", "2024-04-02"))
    assert 6 in may_correct(place, sak)


def may_correct(viewer: Viewer, sak: UUID) -> set[int]:
    with lesing.reading(viewer, "proeve"):
        return {row.nr for row in saksbilde(viewer, sak).hendelser if row.kan_rettes}


def test_the_place_sends_the_person_on_with_the_responsibility(verden: Verden, sak: UUID) -> None:
    foer(verden.silje, sak, hendelse(
        "faglig_ansvarlig_endret", "2024-03-02", faglig_ansvarlig=str(verden.fa.id)))  # fmt: skip
    decided = foer(verden.fa.viewer(), sak, vedtak("2024-05-01", "mellom_institusjoner")).nr
    third = str(organisation("OUS", "helseforetak"))
    sent = hendelse("overfoering_gjennomfoert", "2026-11-20", "Haster.", ref=f"h{decided}",
                    institusjon=third, oppholdsform="doegn")  # fmt: skip
    foer(leader("STO").viewer(), sak, sent)
    assert seen_by(leader("OUS")) == {sak}
    assert seen_by(leader("STO")) == set()


def rows_of(sak: UUID) -> list[Hendelse]:
    with lesing.system_fence():
        return list(Hendelse.objects.filter(sak=sak).order_by("nr"))


@pytest.mark.krav("TR-A4")
def test_the_police_are_told_the_place_of_who_ran_away_and_not_who_is_responsible(
    verden: Verden, sak: UUID
) -> None:
    foer(verden.silje, sak, hendelse("paatale_fastsatt", "2024-02-02", embete=str(verden.embete),
                                     politidistrikt=str(verden.politi)))  # fmt: skip
    viewer = person(Rolle.POLITI, "Vakten", virksomhet=verden.politi).viewer()

    def header() -> Any:
        with lesing.reading(viewer, "proeve"):
            return saksbilde(viewer, sak).rad

    assert header().oppholdssted is None
    foer(verden.silje, sak, hendelse("unndragelse", "2026-11-22"))
    assert header().oppholdssted.id == organisation("STO", "helseforetak")
    assert header().institusjon is None
    assert "institusjon" in header().skjult
