"""The acts of an administrator: what they do, and one test per refusal that nothing changed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction
from django.test import override_settings

from samvern.apps.brukere import public as brukere
from samvern.apps.brukere.models import Bruker, Kodegenerator, Tilknytning
from samvern.engine import audit, clock
from samvern.engine.avslag import FinnesIkke, IkkeNaa, Nektet, Ugyldig
from samvern.engine.chain import Record
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from tests.apps.brukere.personer import LONG_AGO, Person, operator, organisation, person

pytestmark = pytest.mark.django_db

type Act = Callable[[Viewer, Person], object]
TODAY = clock.today


def everything() -> tuple[list[object], list[object], int]:
    users = list(Bruker.objects.order_by("pk").values_list())
    roles = list(Tilknytning.objects.order_by("pk").values_list())
    return list(users), list(roles), audit.head().nr


ACTS: dict[str, Act] = {
    "registrer": lambda v, _: brukere.registrer_bruker(v, brukere.NyBruker("a@b.no", "A B")),
    "gi_rolle": lambda v, p: brukere.gi_rolle(
        v, brukere.NyRolle(p.id, "nk_leder", p.virksomhet, LONG_AGO)
    ),
    "avslutt_rolle": lambda v, p: brukere.avslutt_rolle(v, p.id, p.rolle, TODAY()),
    "steng": lambda v, p: brukere.sett_aktiv(v, p.id, aktiv=False),
    "passord": lambda v, p: brukere.nytt_engangspassord(v, p.id),
    "kode": lambda v, p: brukere.nullstill_kodegenerator(v, p.id),
}


@pytest.mark.en_database
@pytest.mark.krav("TR-A1")
@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("rolle", [r for r in Rolle if r is not Rolle.SYSTEMDRIFT])
def test_only_operations_may(act: str, rolle: Rolle) -> None:
    target = person()
    viewer = replace(operator(), rolle=rolle)
    before = everything()
    with pytest.raises(Nektet) as refused:
        ACTS[act](viewer, target)
    assert refused.value.kode == "IKKE_TILGANG"
    assert everything() == before


@pytest.mark.krav("TR-A7")
@pytest.mark.parametrize("act", ACTS)
def test_operations_must_be_confirmed(act: str) -> None:
    target = person()
    before = everything()
    with pytest.raises(Nektet) as refused:
        ACTS[act](replace(operator(), bekreftet=False), target)
    assert refused.value.kode == "IKKE_BEKREFTET"
    assert everything() == before


@pytest.mark.parametrize("act", [name for name in ACTS if name != "registrer"])
def test_nobody_does_it_to_themselves(act: str) -> None:
    target = person(Rolle.SYSTEMDRIFT)
    before = everything()
    with pytest.raises(Nektet) as refused:
        ACTS[act](target.viewer(bekreftet=True), target)
    assert refused.value.kode == "IKKE_KOMPETANT"
    assert everything() == before


@pytest.mark.parametrize("act", [name for name in ACTS if name != "registrer"])
def test_a_user_that_is_not_there_is_not_found(act: str) -> None:
    before, nobody = everything(), replace(person(), id=uuid4())
    with pytest.raises(FinnesIkke):
        ACTS[act](operator(), nobody)
    assert audit.head().nr > before[2]  # what made the other person
    assert not Tilknytning.objects.filter(bruker=nobody.id).exists()


def entry() -> Record:
    (last,) = audit.records(audit.head().nr)
    return last


def test_a_registered_user_has_a_one_time_password_that_is_stored_nowhere() -> None:
    made = brukere.registrer_bruker(
        operator(), brukere.NyBruker(" Kari.Vik@Example.NO ", "Kari  Vik", "1234567", "lege")
    )
    user = Bruker.objects.get(pk=made.bruker)
    assert (user.brukernavn, user.navn) == ("kari.vik@example.no", "Kari Vik")
    assert user.check_password(made.engangspassord)
    assert made.engangspassord not in user.password
    assert user.engangspassord_til is not None
    assert user.engangspassord_til - user.registrert == timedelta(hours=72)
    assert (entry()["handling"], entry()["objekt"]) == ("bruker.registrert", str(made.bruker))
    assert "kari" not in str(entry()).lower()


@pytest.mark.parametrize(
    ("change", "field", "kode"),
    [
        ({"brukernavn": ""}, "brukernavn", "MANGLER_FELT"),
        ({"brukernavn": "kari"}, "brukernavn", "UGYLDIG_VERDI"),
        ({"brukernavn": "kari@nav.no<script>"}, "brukernavn", "UGYLDIG_VERDI"),
        ({"navn": "  "}, "navn", "MANGLER_FELT"),
        ({"navn": "Kari 01819012345"}, "navn", "UGYLDIG_VERDI"),
        ({"navn": "Kari\nVik"}, None, ""),
        ({"navn": "Kari\x00Vik"}, "navn", "UGYLDIG_VERDI"),
        ({"hpr": "12"}, "hpr", "UGYLDIG_VERDI"),
        ({"profesjon": "magiker"}, "profesjon", "UGYLDIG_VERDI"),
        ({"oppdiktet": True}, "oppdiktet", "UGYLDIG_VERDI"),
    ],
)
def test_what_is_typed_about_a_user_is_checked(
    change: dict[str, str | bool], field: str | None, kode: str
) -> None:
    typed = replace(brukere.NyBruker("kari@example.no", "Kari Vik"), **change)  # type: ignore[arg-type]
    if field is None:
        assert Bruker.objects.get(pk=brukere.registrer_bruker(operator(), typed).bruker).navn == (
            "Kari Vik"
        )
        return
    before = everything()
    with pytest.raises(Ugyldig) as refused:
        brukere.registrer_bruker(operator(), typed)
    assert [(f.sti, f.kode) for f in refused.value.feil] == [(field, kode)]
    assert everything() == before


def test_all_faults_are_told_at_once_and_a_name_is_used_once() -> None:
    with pytest.raises(Ugyldig) as refused:
        brukere.registrer_bruker(operator(), brukere.NyBruker("", "", "x", "y"))
    assert [f.sti for f in refused.value.feil] == ["brukernavn", "navn", "hpr", "profesjon"]
    taken = person()
    with pytest.raises(Ugyldig) as again:
        brukere.registrer_bruker(operator(), brukere.NyBruker(taken.brukernavn.upper(), "En Annen"))
    assert again.value.feil[0].melding.nb == "Brukernavnet er i bruk."


@override_settings(DEMO=True)
def test_an_invented_person_has_no_password() -> None:
    invented = person(oppdiktet=True)
    assert invented.passord == ""
    assert not Bruker.objects.get(pk=invented.id).has_usable_password()
    with pytest.raises(IkkeNaa):
        brukere.nytt_engangspassord(operator(), invented.id)


def test_a_role_holds_from_its_first_to_its_last_day() -> None:
    who = person(fra=date(2026, 3, 1), til=date(2026, 3, 31))
    held = {
        day: [role.rolle for role in brukere.roles_of(who.id, day)]
        for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1))
    }
    assert list(held.values()) == [[], [Rolle.NK], [Rolle.NK], []]
    # What every request asks says the same.
    assert [brukere.role_held(who.rolle, day) is not None for day in held] == [
        *map(bool, held.values())
    ]
    brukere.avslutt_rolle(operator(), who.id, who.rolle, date(2026, 3, 10))
    assert brukere.role_held(who.rolle, date(2026, 3, 10)) is not None
    assert brukere.role_held(who.rolle, date(2026, 3, 11)) is None


@pytest.mark.parametrize(
    ("change", "field", "kode"),
    [
        ({"rolle": "konge"}, "rolle", "UGYLDIG_VERDI"),
        ({"rolle": "statsadvokat"}, "virksomhet", "UGYLDIG_VERDI"),
        ({"virksomhet": None}, "virksomhet", "MANGLER_FELT"),
        ({"virksomhet": uuid4()}, "virksomhet", "UGYLDIG_VERDI"),
        ({"fra": None}, "fra", "MANGLER_FELT"),
        ({"fra": date(1999, 12, 31)}, "virksomhet", "UGYLDIG_VERDI"),
        ({"til": date(2019, 12, 31)}, "til", "UGYLDIG_REKKEFOLGE"),
        ({"rolle": "nk"}, "fra", "UGYLDIG_VERDI"),
    ],
)
def test_what_is_typed_about_a_role_is_checked(
    change: dict[str, str | date | UUID | None], field: str, kode: str
) -> None:
    who = person()
    typed = brukere.NyRolle(who.id, "nk_leder", who.virksomhet, date(2020, 1, 1))
    before = everything()
    with pytest.raises(Ugyldig) as refused:
        brukere.gi_rolle(operator(), replace(typed, **change))  # type: ignore[arg-type]
    assert [(f.sti, f.kode) for f in refused.value.feil] == [(field, kode)]
    assert everything() == before


def test_the_same_role_can_be_held_again_after_it_ended() -> None:
    who = person(fra=date(2020, 1, 1), til=date(2020, 12, 31))
    brukere.gi_rolle(operator(), brukere.NyRolle(who.id, "nk", who.virksomhet, date(2021, 1, 1)))
    with pytest.raises(Ugyldig):
        brukere.gi_rolle(
            operator(), brukere.NyRolle(who.id, "nk", who.virksomhet, date(2020, 12, 31))
        )
    # At another organisation it is another role.
    other = organisation("NK2", "koordineringsenhet")
    brukere.gi_rolle(operator(), brukere.NyRolle(who.id, "nk", other, date(2020, 12, 31)))


@pytest.mark.krav("TR-A5", "TR-D3")
def test_ending_a_role_keeps_what_was_registered_before() -> None:
    who, yesterday = person(), clock.today() - timedelta(days=1)
    brukere.avslutt_rolle(operator(), who.id, who.rolle, yesterday)
    assert brukere.roles_of(who.id, clock.today()) == []
    old, new = Tilknytning.objects.filter(noekkel=who.rolle).order_by("registrert")
    assert (old.til, new.til) == (None, yesterday)
    assert old.erstattet == new.registrert
    assert (entry()["handling"], entry()["grunn"]) == ("bruker.rolle_avsluttet", "nk")
    brukere.avslutt_rolle(operator(), who.id, who.rolle, clock.today())
    assert len(brukere.roles_of(who.id, clock.today())) == 1


def test_a_role_that_was_never_held_ends_the_day_before_it_began() -> None:
    who = person(fra=date(2026, 3, 1))
    brukere.avslutt_rolle(operator(), who.id, who.rolle, date(2026, 2, 28))
    assert brukere.roles_of(who.id, date(2026, 3, 1)) == []


@pytest.mark.parametrize("til", [None, date(2026, 2, 27)])
def test_a_last_day_that_cannot_be_is_refused(til: date | None) -> None:
    who = person(fra=date(2026, 3, 1))
    before = everything()
    with pytest.raises(Ugyldig):
        brukere.avslutt_rolle(operator(), who.id, who.rolle, til)
    assert everything() == before


def test_a_role_of_somebody_else_is_not_found() -> None:
    who, other = person(), person(navn="Per Berg")
    before = everything()
    with pytest.raises(FinnesIkke):
        brukere.avslutt_rolle(operator(), who.id, other.rolle, clock.today())
    assert everything() == before


@pytest.mark.krav("TR-D3")
def test_the_database_refuses_to_overwrite_or_delete_a_role() -> None:
    rows = Tilknytning.objects.filter(noekkel=person().rolle)
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(til=date(2030, 1, 1))
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(erstattet=clock.now(), rolle="nk_leder")
    with pytest.raises(DatabaseError), transaction.atomic():
        rows._raw_delete("default")
    rows.update(erstattet=clock.now())
    with pytest.raises(DatabaseError), transaction.atomic():
        rows.update(erstattet=None)


def test_closing_and_opening_a_user() -> None:
    who = person()
    brukere.sett_aktiv(operator(), who.id, aktiv=False)
    closed = Bruker.objects.get(pk=who.id)
    assert (closed.aktiv, closed.oektversjon) == (False, 2)
    before = everything()
    with pytest.raises(IkkeNaa) as refused:
        brukere.sett_aktiv(operator(), who.id, aktiv=False)
    assert refused.value.kode == "FEIL_TILSTAND"
    assert everything() == before
    brukere.sett_aktiv(operator(), who.id, aktiv=True)
    assert Bruker.objects.get(pk=who.id).aktiv


def test_a_code_generator_that_is_not_there_cannot_be_reset() -> None:
    who = person()
    before = everything()
    with pytest.raises(IkkeNaa):
        brukere.nullstill_kodegenerator(operator(), who.id)
    assert everything() == before
    assert not Kodegenerator.objects.exists()


@pytest.mark.krav("TR-A1")
def test_the_leader_of_nk_sees_the_users_of_nk_and_operations_see_all() -> None:
    leader = person(Rolle.NK_LEDER, "Hilde Olsen")
    own, other = person(Rolle.NK, "Åse Ås"), person(Rolle.STATSADVOKAT, "Oskar Larsen")
    seen = brukere.page(leader.viewer(), brukere.Utvalg())
    assert [row.navn for row in seen.rader] == ["Hilde Olsen", "Åse Ås"]
    assert brukere.details(leader.viewer(), own.id).kan_endres is False
    with pytest.raises(FinnesIkke):
        brukere.details(leader.viewer(), other.id)
    with pytest.raises(FinnesIkke):
        brukere.details(leader.viewer(), uuid4())
    assert brukere.page(operator(), brukere.Utvalg()).antall == 3
    with pytest.raises(Nektet):
        brukere.page(own.viewer(), brukere.Utvalg())


def test_the_list_is_searched_filtered_sorted_and_paged() -> None:
    names = ["Øyvind Ås", "Åge Lie", "Ærlend Vik", *(f"Kari Nummer{n:02}" for n in range(26))]
    people = [person(navn=name) for name in names]
    viewer = operator()
    last = brukere.page(viewer, brukere.Utvalg(side=99))
    assert (last.side, last.sider, last.antall) == (2, 2, 29)
    assert [row.navn for row in last.rader][-3:] == ["Ærlend Vik", "Øyvind Ås", "Åge Lie"]
    assert [r.navn for r in brukere.page(viewer, brukere.Utvalg("ØYVIND")).rader] == ["Øyvind Ås"]
    brukere.sett_aktiv(viewer, people[1].id, aktiv=False)
    stengt = brukere.page(viewer, brukere.Utvalg(status="stengt"))
    assert [row.navn for row in stengt.rader] == ["Åge Lie"]
    assert brukere.page(viewer, brukere.Utvalg(rolle="politi")).antall == 0
    assert brukere.page(viewer, brukere.Utvalg(rolle="nk")).antall == 29
