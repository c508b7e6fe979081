"""Who is responsible and where the person stays: two capacities that may be two bodies."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from samvern.apps.saker import projection, rader
from samvern.apps.saker.actions import feilfoer_hendelse, korriger_hendelse, registrer_hendelse
from samvern.apps.saker.arbeidsliste import arbeidsliste
from samvern.apps.saker.deltakere import participants
from samvern.apps.saker.events import Oppfoering, current, roots
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Hendelse, Saksdeltaker, Saksoppgave, Saksstand
from samvern.apps.saker.oppgavetekster import MANGLER
from samvern.apps.saker.register import Utvalg, register
from samvern.apps.saker.saksside import saksbilde
from samvern.engine import clock, ids, lesing
from samvern.engine.avslag import Nektet
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.web.arbeidsliste.egne_steg import own_step
from tests.apps.brukere.personer import Person, organisation, person
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft, vedtak

pytestmark = pytest.mark.krav("N-9.7")
D = Deltakerslag
type Line = tuple[D, str | None, str, str | None]


def entry(nr: int, kind: str, day: str, **innhold: Any) -> Oppfoering:
    return Oppfoering(
        nr, kind, "ny", None, date.fromisoformat(day), clock.now(), ids.new_id(), "nk",
        ids.new_id(), "annet", innhold,
    )  # fmt: skip


def lines(*log: Oppfoering) -> list[Line]:
    """Responsible institution, its trust and place of stay, in order of beginning."""
    wanted = (D.INSTITUSJON, D.OPPHOLDSSTED, D.HELSEFORETAK)
    return [
        (p.slag, p.virksomhet, p.fra.isoformat(), p.til.isoformat() if p.til else None)
        for p in participants(current(log), roots(log))
        if p.slag in wanted
    ]


ANSVAR = entry(1, "behandlingsansvar_fastsatt", "2024-02-01", rhf="R", helseforetak="HA",
               institusjon="A")  # fmt: skip


def inn(nr: int, day: str, where: str) -> Oppfoering:
    return entry(nr, "innleggelse", day, institusjon=where, oppholdsform="doegn")


def flyttet(nr: int, day: str, where: str) -> Oppfoering:
    return entry(
        nr, "overfoering_gjennomfoert", day, institusjon=where, oppholdsform="doegn", ref="v"
    )


TRUST = (D.HELSEFORETAK, "HA", "2024-02-01", None)
A = (D.INSTITUSJON, "A", "2024-02-01", None)


def test_an_admission_elsewhere_moves_the_person_and_not_the_responsibility() -> None:
    away = (D.OPPHOLDSSTED, "B", "2024-03-01", None)
    assert lines(ANSVAR, inn(2, "2024-03-01", "B")) == [TRUST, A, away]


def test_one_line_when_the_person_stays_with_the_one_responsible() -> None:
    assert lines(ANSVAR, inn(2, "2024-03-01", "A")) == [TRUST, A]


def test_the_stay_ends_the_day_before_the_next_one() -> None:
    away = (D.OPPHOLDSSTED, "B", "2024-03-01", "2024-03-31")
    assert lines(ANSVAR, inn(2, "2024-03-01", "B"), inn(3, "2024-04-01", "A")) == [TRUST, A, away]
    abroad = entry(3, "utreise", "2024-04-01")
    assert lines(ANSVAR, inn(2, "2024-03-01", "B"), abroad) == [TRUST, A, away]


def test_the_place_ends_with_the_case() -> None:
    end = entry(3, "opphoer", "2024-05-01", av="paatale")
    found = lines(ANSVAR, inn(2, "2024-03-01", "B"), end)
    assert {line[3] for line in found} == {"2024-05-01"}


def test_moves_inside_the_place_of_stay_are_one_stay() -> None:
    inside = entry(3, "intern_overfoering", "2024-04-01", oppholdsform="doegn")
    away = (D.OPPHOLDSSTED, "B", "2024-03-01", None)
    assert lines(ANSVAR, inn(2, "2024-03-01", "B"), inside) == [TRUST, A, away]


def test_whoever_receives_the_person_first_is_responsible_until_somebody_is_made_so() -> None:
    before = inn(1, "2024-02-01", "B")
    assert lines(before) == [(D.INSTITUSJON, "B", "2024-02-01", None)]
    # A new place says nothing about responsibility either.
    again = inn(2, "2024-03-01", "C")
    away = (D.OPPHOLDSSTED, "C", "2024-03-01", None)
    assert lines(before, again) == [(D.INSTITUSJON, "B", "2024-02-01", None), away]


@pytest.mark.krav("N-25.6")
def test_an_institution_from_before_the_sentence_was_final_keeps_no_responsibility() -> None:
    final = entry(2, "dom_rettskraftig", "2024-03-01", art="overfoeringsdom")
    before = inn(1, "2024-02-01", "B")
    # In custody at B. Nobody is responsible under § 5-2 before the sentence is final.
    moved = [(D.INSTITUSJON, "B", "2024-02-01", "2024-02-29"),
             (D.INSTITUSJON, "C", "2024-03-01", None)]  # fmt: skip
    assert lines(before, final, inn(3, "2024-03-01", "C")) == moved
    away = (D.OPPHOLDSSTED, "D", "2024-05-01", None)
    assert lines(before, final, inn(3, "2024-03-01", "C"), inn(4, "2024-05-01", "D")) == [
        *moved, away]  # fmt: skip
    # Admitted to the same institution the responsibility is there, and stays.
    kept = (D.INSTITUSJON, "B", "2024-02-01", None)
    assert lines(before, final, inn(3, "2024-03-01", "B"), inn(4, "2024-05-01", "D")) == [
        kept, away]  # fmt: skip
    # What was decided beforehand stands.
    decided = entry(5, "behandlingsansvar_fastsatt", "2024-02-10", rhf="R", institusjon="B")
    elsewhere = (D.OPPHOLDSSTED, "C", "2024-03-01", None)
    assert lines(before, final, inn(3, "2024-03-01", "C"), decided) == [kept, elsewhere]


def test_the_place_becomes_responsible_by_decision_and_stays_one_line() -> None:
    decided = entry(3, "behandlingsansvar_fastsatt", "2024-06-01", rhf="R", institusjon="B")
    assert lines(ANSVAR, inn(2, "2024-03-01", "B"), decided) == [
        (D.HELSEFORETAK, "HA", "2024-02-01", "2024-05-31"),
        (D.INSTITUSJON, "A", "2024-02-01", "2024-05-31"),
        (D.OPPHOLDSSTED, "B", "2024-03-01", "2024-05-31"),
        (D.INSTITUSJON, "B", "2024-06-01", None),
    ]


def test_responsibility_may_leave_while_the_person_stays() -> None:
    decided = entry(3, "behandlingsansvar_fastsatt", "2024-06-01", rhf="R", institusjon="B")
    back = entry(4, "behandlingsansvar_fastsatt", "2024-08-01", rhf="R", institusjon="A")
    assert lines(ANSVAR, inn(2, "2024-03-01", "A"), decided, back) == [
        (D.HELSEFORETAK, "HA", "2024-02-01", "2024-05-31"),
        (D.INSTITUSJON, "A", "2024-02-01", "2024-05-31"),
        (D.OPPHOLDSSTED, "A", "2024-06-01", "2024-07-31"),
        (D.INSTITUSJON, "B", "2024-06-01", "2024-07-31"),
        (D.INSTITUSJON, "A", "2024-08-01", None),
    ]


def test_a_transfer_takes_the_responsibility_along_and_the_old_trust_goes_out() -> None:
    assert lines(ANSVAR, inn(2, "2024-02-01", "A"), flyttet(3, "2024-06-01", "C")) == [
        (D.HELSEFORETAK, "HA", "2024-02-01", "2024-05-31"),
        (D.INSTITUSJON, "A", "2024-02-01", "2024-05-31"),
        (D.INSTITUSJON, "C", "2024-06-01", None),
    ]


def test_a_transfer_in_the_place_of_stay_moves_no_responsibility() -> None:
    # Round-the-clock care to care without, with the institution where the person already is.
    away = (D.OPPHOLDSSTED, "B", "2024-03-01", None)
    log = (ANSVAR, inn(2, "2024-03-01", "B"), flyttet(3, "2024-06-01", "B"))
    assert lines(*log) == [TRUST, A, away]


def test_a_transfer_back_to_the_one_responsible_ends_the_stay_elsewhere() -> None:
    away = (D.OPPHOLDSSTED, "B", "2024-03-01", "2024-05-31")
    log = (ANSVAR, inn(2, "2024-03-01", "B"), flyttet(3, "2024-06-01", "A"))
    assert lines(*log) == [TRUST, A, away]


def test_a_decision_of_the_same_day_goes_before_the_transfer() -> None:
    kept = entry(4, "behandlingsansvar_fastsatt", "2024-06-01", rhf="R", helseforetak="HA",
                 institusjon="A")  # fmt: skip
    away = (D.OPPHOLDSSTED, "C", "2024-06-01", None)
    log = (ANSVAR, inn(2, "2024-02-01", "A"), flyttet(3, "2024-06-01", "C"), kept)
    assert lines(*log) == [TRUST, A, away]


def test_a_return_from_prison_moves_no_responsibility() -> None:
    prison = entry(3, "dom_rettskraftig", "2016-05-01", art="kriminalomsorg")
    back = entry(4, "tilbakefoering", "2018-05-01", institusjon="B", oppholdsform="doegn")
    decided = ANSVAR._replace(skjedde=date(2015, 1, 1))
    assert lines(decided, inn(2, "2015-01-01", "A"), prison, back) == [
        (D.HELSEFORETAK, "HA", "2015-01-01", None),
        (D.INSTITUSJON, "A", "2015-01-01", None),
        (D.OPPHOLDSSTED, "B", "2018-05-01", None),
    ]


# --- the whole way, on both databases


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


def known(found: Iterable[Line]) -> set[str | None]:
    return {line[1] for line in found}


def test_a_correction_puts_the_place_right_again() -> None:
    wrong = inn(2, "2024-03-01", "B")
    right = inn(3, "2024-03-01", "A")._replace(virkning="retting", erstatter=2)
    assert known(lines(ANSVAR, wrong, right)) == {"A", "HA"}
