"""The questions: three-valued answers, provenance in each, and how many queries they cost."""

import uuid
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from samvern.apps.virksomheter.koder import Slag, Status
from samvern.apps.virksomheter.kontroll import faults
from samvern.apps.virksomheter.models import Enhet, Enhetsversjon, Etterfoelger
from samvern.apps.virksomheter.public import (
    Oppslag,
    by_ids,
    bydeler,
    embete_for_kommune,
    embete_for_politidistrikt,
    enheter_for,
    find,
    hf_for,
    kommune,
    kommuner,
    kontrollkommisjoner_for,
    politidistrikt_for,
    predecessors,
    rhf_for,
    search,
    statsforvalter_for,
    successor_at,
    tingrett_for,
)
from samvern.apps.virksomheter.queries import page_of
from samvern.apps.virksomheter.versjoner import Registrering, register
from tests.apps.virksomheter.referansedata import LOADED

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("referansedata")]

ON = date(2026, 6, 1)
IN_2025 = date(2025, 6, 1)
IN_2024 = date(2024, 6, 1)


def code(answer: Oppslag) -> str:
    assert answer.status is Status.FUNNET
    assert answer.virksomhet is not None
    assert answer.belegg
    return answer.virksomhet.kode


def codes(answer: Oppslag) -> set[str]:
    assert answer.virksomhet is None
    return {one.kode for one in answer.kandidater}


def identity(kode: str, on: date = ON) -> uuid.UUID:
    answer = find(kode, on)
    found = answer.virksomhet or answer.kandidater[0]
    return found.id


def test_a_body_as_it_was_on_a_date() -> None:
    before, after = find("SFOA", date(2024, 6, 30)), find("SFOA", date(2024, 7, 1))
    assert before.virksomhet is not None
    assert after.virksomhet is not None
    assert before.virksomhet.navn.nb == "Statsforvalteren i Oslo og Viken"
    assert after.virksomhet.navn.nb == "Statsforvalteren i Østfold, Buskerud, Oslo og Akershus"
    assert before.virksomhet.id == after.virksomhet.id


@pytest.mark.parametrize(
    ("on", "above"), [(date(2022, 2, 28), "LG-BORG"), (date(2022, 3, 1), "LG-EIDS")]
)
def test_who_is_above_follows_the_date(on: date, above: str) -> None:
    found = find("TFNO", on).virksomhet
    assert found is not None
    assert found.overordnet_kode == above


@pytest.mark.parametrize(
    ("kode", "on", "status"),
    [
        ("FINNES-IKKE", ON, Status.UKJENT),
        ("TAOB", date(2024, 12, 31), Status.UKJENT),
        ("TAOB", IN_2025, Status.USIKKER),
        ("TAOB", date(2026, 1, 1), Status.FUNNET),
        ("TRAB", date(2021, 4, 25), Status.UKJENT),
        ("TRAB", IN_2025, Status.USIKKER),
        ("TRAB", date(2026, 1, 1), Status.UKJENT),
        ("OUS", date(2010, 1, 1), Status.USIKKER),
        ("OUS", ON, Status.FUNNET),
    ],
)
def test_the_register_does_not_say_more_than_it_knows(kode: str, on: date, status: Status) -> None:
    answer = find(kode, on)
    assert answer.status is status
    assert (answer.virksomhet is not None) == (status is Status.FUNNET)
    assert (status is Status.USIKKER) == bool(answer.kandidater)
    assert answer.grunn.nb
    assert answer.as_data()["status"] == status.value


def test_an_answer_carries_the_source_of_each_step() -> None:
    answer = embete_for_kommune("1811", ON)
    assert code(answer) == "SA-NORD"
    assert [step.fakta for step in answer.belegg] == [
        "1811 politidistrikt",
        "PD-TRONDELAG",
        "SA-NORD",
    ]
    assert all(step.kilde and step.belegg and step.kilde_dato for step in answer.belegg)
    data = answer.as_data()
    assert data["ikke_verifisert"] is False
    assert embete_for_kommune("3401", ON).ikke_verifisert


@pytest.mark.parametrize(
    ("number", "police", "office_before", "office", "court", "trust", "admin"),
    [
        ("1811", "PD-TRONDELAG", "SA-TRON", "SA-NORD", "THEL", "HSYK", "SFNO"),
        ("3201", "PD-OSLO", "SA-OSLO", "SA-OST", "TAOB", "VV", "SFOA"),
        ("4228", "PD-SORVEST", "SA-ROGA", "SA-VEST", "TSRO", "SS", "SFAG"),
        ("5516", "PD-NORDLAND", "SA-NORL", "SA-NORD", "TMHA", "UNN", "SFTF"),
        ("4601", "PD-VEST", "SA-HSF", "SA-VEST", "THOR", "HB", "SFVL"),
        ("3403", "PD-INNLANDET", "SA-HEOP", "SA-SOR", "THOS", "SI", "SFIN"),
    ],
)
def test_where_a_municipality_belongs(
    number: str, police: str, office_before: str, office: str, court: str, trust: str, admin: str
) -> None:
    assert code(politidistrikt_for(number, ON)) == police
    assert code(embete_for_kommune(number, date(2025, 12, 31))) == office_before
    assert code(embete_for_kommune(number, date(2026, 1, 1))) == office
    assert code(embete_for_politidistrikt(police, ON)) == office
    assert code(tingrett_for(number, ON)) == court
    assert code(hf_for(number, on=ON)) == trust
    assert code(statsforvalter_for(number, ON)) == admin


@pytest.mark.parametrize(
    ("bydel", "expected"),
    [("030101", "LDS"), ("030103", "OUS"), ("030105", "DS"), ("030112", "AHUS")],
)
def test_oslo_is_answered_by_city_district(bydel: str, expected: str) -> None:
    assert code(hf_for("0301", bydel, on=ON)) == expected
    assert code(rhf_for("0301", bydel, on=ON)) == "HSO"


@pytest.mark.parametrize("bydel", [None, "", "030199"])
def test_oslo_without_a_city_district_needs_one(bydel: str | None) -> None:
    answer = hf_for("0301", bydel, on=ON)
    assert answer.status is Status.TRENGER_BYDEL
    assert codes(answer) == {"LDS", "OUS", "DS", "AHUS"}
    assert answer.belegg
    assert code(rhf_for("0301", bydel, on=ON)) == "HSO"


@pytest.mark.parametrize(
    ("number", "bydel", "on"),
    [
        ("9999", None, ON),
        ("0301", "030150", ON),
        ("0301", "460101", ON),
        ("4601", "030101", ON),
        ("4601", None, date(2023, 12, 31)),
        ("", None, ON),
    ],
)
def test_an_unknown_place_has_no_trust(number: str, bydel: str | None, on: date) -> None:
    assert hf_for(number, bydel, on=on) == Oppslag(Status.UKJENT)


def test_a_district_of_an_undivided_municipality_has_the_municipality_s_trust() -> None:
    assert code(hf_for("4601", "460101", on=ON)) == "HB"


def test_the_disagreement_about_sentrum_shows() -> None:
    answer = hf_for("0301", "030116", on=ON)
    assert code(answer) == "OUS"
    assert answer.ikke_verifisert


def test_a_court_in_the_year_whose_day_is_not_known() -> None:
    answer = tingrett_for("3201", IN_2025)
    assert answer.status is Status.USIKKER
    assert codes(answer) == {"TRAB", "TAOB"}
    assert code(tingrett_for("3201", IN_2024)) == "TRAB"
    assert code(tingrett_for("4601", IN_2025)) == "THOR"
    assert codes(tingrett_for("3320", IN_2025)) == {"TBUS", "TRHA"}


def test_a_divided_court_is_answered_by_municipality() -> None:
    old = identity("TRAB", IN_2024)
    assert code(successor_at(old, IN_2024)) == "TRAB"
    assert codes(successor_at(old, IN_2025)) == {"TRAB", "TAOB", "TRHA"}
    shared = successor_at(old, ON)
    assert (shared.status, codes(shared)) == (Status.TRENGER_KOMMUNE, {"TAOB", "TRHA"})
    assert code(successor_at(old, ON, "3201")) == "TAOB"
    assert code(successor_at(old, ON, "3305")) == "TRHA"
    assert successor_at(old, ON, "4601").status is Status.TRENGER_KOMMUNE
    assert code(successor_at(identity("TOIN", IN_2024), ON)) == "THOS"


def test_a_court_that_gave_away_a_part_keeps_its_cases() -> None:
    for on in (IN_2024, IN_2025, ON):
        assert code(successor_at(identity("THOR"), on)) == "THOR"


def test_an_unknown_body_has_no_successor() -> None:
    assert successor_at(uuid.uuid4(), ON).status is Status.UKJENT


def test_search_is_norwegian_and_paged() -> None:
    found = search("ØST politi", on=ON)
    assert [one.kode for one in found.rader] == ["PD-SOROST", "PD-OST"]
    assert [one.kode for one in search("993 467 049", on=ON).rader] == ["OUS"]
    assert search("", Slag.TINGRETT, on=ON).antall == 28
    first, last = (search("", Slag.TINGRETT, on=ON, size=10, page=n) for n in (1, 3))
    assert (first.sider, len(first.rader), len(last.rader)) == (3, 10, 8)
    names = [one.navn.nb for one in search("", Slag.TINGRETT, on=ON, size=50).rader]
    assert (names[0], names[-1]) == ("Agder tingrett", "Øvre Telemark tingrett")
    nothing = search("finnes ikke", on=ON)
    assert (nothing.rader, nothing.antall, nothing.side, nothing.sider) == ((), 0, 1, 1)


def test_a_page_outside_the_list_is_the_nearest() -> None:
    assert page_of([1, 2, 3], 9, 2).rader == (3,)
    assert page_of([1, 2, 3], -1, 2).rader == (1, 2)
    with pytest.raises(ValueError, match="Sidestørrelsen"):
        page_of([1], 1, 0)


def test_municipalities_and_districts() -> None:
    oslo = kommune("0301", ON)
    assert oslo is not None
    assert (oslo.navn, oslo.offisielt_navn, oslo.fylke) == ("Oslo", "Oslo - Oslove", "Oslo")
    assert kommune("0301", date(2023, 12, 31)) is None
    assert [one.kommunenr for one in kommuner(ON, "herøy")] == ["1515", "1818"]
    assert [one.kommunenr for one in kommuner(ON, "guovdageaidnu")] == ["5612"]
    assert len(bydeler("0301", ON)) == 17
    assert bydeler("1811", ON) == ()


def test_commissions_of_a_trust() -> None:
    ahus = identity("AHUS")
    assert [one.kode for one in kontrollkommisjoner_for(ahus, ON)] == ["KK-AHUS-2", "KK-AHUS-4"]
    assert [one.kode for one in kontrollkommisjoner_for(ahus, date(2025, 12, 31))] == ["KK-AHUS-2"]


@pytest.mark.krav("N-15.3")
def test_units_of_a_date() -> None:
    unit = Enhet.objects.create(virksomhet_id=identity("OUS"), kode="OUS-RSA")
    facts = {
        "navn": "Post 1",
        "sikkerhetsnivaa": "RSA",
        "oppholdsform": "doegn",
        "doertype": "laast",
        "gyldig_fra": ON,
        "kilde": "prøve",
        "belegg": "prøve",
    }
    register(Enhetsversjon(enhet=unit, **facts), Registrering("prøve", "prøve", LOADED))
    (found,) = enheter_for(identity("OUS"), ON)
    assert (found.kode, found.navn.nn, found.doertype) == ("OUS-RSA", "Post 1", "laast")
    assert enheter_for(identity("OUS"), ON - timedelta(days=1)) == ()
    assert faults() == []
    other = Enhet.objects.create(virksomhet_id=identity("OUS"), kode="OUS-KRIM")
    wrong = Enhetsversjon(enhet=other, **(facts | {"sikkerhetsnivaa": "KRIM"}))
    register(wrong, Registrering("prøve", "prøve", LOADED))
    assert faults() == ["Post 1: sikkerhetsnivå KRIM finnes ikke 2026-06-01"]


def test_before_the_loading_nothing_was_known() -> None:
    earlier = LOADED - timedelta(seconds=1)
    assert find("OUS", ON, kjent=earlier).status is Status.UKJENT
    assert embete_for_kommune("3201", ON, kjent=earlier).status is Status.UKJENT
    assert search("", on=ON, kjent=earlier).antall == 0
    assert code(find("OUS", ON, kjent=LOADED)) == "OUS"


@pytest.mark.parametrize(
    ("most", "question"),
    [
        (1, lambda: find("OUS", ON)),
        (2, lambda: politidistrikt_for("3201", ON)),
        (2, lambda: tingrett_for("3201", ON)),
        (2, lambda: statsforvalter_for("3201", ON)),
        (2, lambda: hf_for("3201", on=ON)),
        (2, lambda: hf_for("0301", on=ON)),
        (3, lambda: rhf_for("0301", on=ON)),
        (3, lambda: embete_for_kommune("3201", ON)),
        (2, lambda: embete_for_politidistrikt("PD-OST", ON)),
        (1, lambda: search("tingrett", on=ON)),
        (1, lambda: kommuner(ON)),
        (1, lambda: bydeler("0301", ON)),
    ],
)
def test_what_a_question_costs(
    django_assert_num_queries: DjangoAssertNumQueries, most: int, question: Callable[[], object]
) -> None:
    with django_assert_num_queries(most):
        question()


def test_what_succession_and_many_bodies_cost(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    old, new = identity("TRAB", IN_2024), identity("TAOB")
    with django_assert_num_queries(2):
        successor_at(old, ON)
    with django_assert_num_queries(4):
        successor_at(old, ON, "3201")
    with django_assert_num_queries(1):
        assert set(by_ids([old, new], ON)) == {new}
    with django_assert_num_queries(0):
        assert by_ids([], ON) == {}


def inherited(body: uuid.UUID, on: date) -> frozenset[uuid.UUID]:
    return predecessors([body], on)[body]


@pytest.mark.krav("TR-A1")
def test_a_successor_inherits_whole_bodies_from_the_day_it_took_over() -> None:
    east, old = identity("SA-OST"), identity("SA-OSLO", IN_2024)
    assert inherited(east, ON) == {old}
    assert inherited(east, date(2026, 1, 1)) == {old}
    assert inherited(east, date(2025, 12, 31)) == frozenset()
    assert inherited(old, ON) == frozenset()
    assert inherited(identity("SA-SOR"), ON) == {
        identity(code, IN_2024) for code in ("SA-HEOP", "SA-AGDE", "SA-VTB")
    }


def test_what_was_shared_out_or_moved_in_part_is_not_inherited_whole() -> None:
    for code in ("TAOB", "TRHA", "THAV"):
        assert inherited(identity(code), ON) == frozenset()
    # Surely from 1 January 2026; the source leaves open whether it was during 2025.
    assert inherited(identity("THOS"), IN_2025) == frozenset()
    assert len(inherited(identity("THOS"), ON)) == 1


def test_predecessors_follow_chains_and_take_one_query(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    first, middle, last = (
        identity(code, on) for code, on in (("TTEL", IN_2024), ("SA-OSLO", IN_2024), ("SA-OST", ON))
    )
    Etterfoelger.objects.create(
        fra_id=first, til_id=middle, omfang="hele", gyldig_fra=date(2020, 1, 1), kilde="k",
        belegg="b", registrert=LOADED, registrert_av="proeve", grunn="proeve",
    )  # fmt: skip
    with django_assert_num_queries(1):
        assert inherited(last, ON) == {first, middle}
