"""The reference data themselves: counts, and that every municipality leads where it should."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

import pytest

from samvern.apps.virksomheter import kontroll, orgnr, referansefiler
from samvern.apps.virksomheter.gyldighet import surely
from samvern.apps.virksomheter.koder import Omraadeslag, Slag, Status
from samvern.apps.virksomheter.models import Kommune, Omraade, Virksomhetsversjon
from samvern.apps.virksomheter.public import (
    Sikkerhetsnivaabilde,
    by_ids,
    embete_for_kommune,
    hf_for,
    kommuner,
    lovbruddskategorier,
    politidistrikt_for,
    rhf_for,
    search,
    sikkerhetsnivaaer,
    statsforvalter_for,
    successor_at,
    tingrett_for,
    utilregnelighetsgrunner,
)
from samvern.apps.virksomheter.queries import find

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("referansedata")]

DATES = [date(2024, 1, 1), date(2026, 1, 1), date(2026, 11, 22)]
TEN = {
    "SA-OSLO": "SA-OST",
    "SA-HEOP": "SA-SOR",
    "SA-AGDE": "SA-SOR",
    "SA-VTB": "SA-SOR",
    "SA-ROGA": "SA-VEST",
    "SA-HSF": "SA-VEST",
    "SA-MORO": "SA-VEST",
    "SA-TRON": "SA-NORD",
    "SA-NORL": "SA-NORD",
    "SA-TRFI": "SA-NORD",
}
COUNTS = {
    Slag.RHF: (4, 4, 4),
    Slag.HELSEFORETAK: (20, 20, 20),
    Slag.PRIVAT_SYKEHUS: (2, 2, 2),
    Slag.POLITIDISTRIKT: (12, 12, 12),
    Slag.STATSADVOKATEMBETE: (10, 4, 4),
    Slag.NASJONALT_EMBETE: (2, 2, 2),
    Slag.TINGRETT: (23, 28, 28),
    Slag.LAGMANNSRETT: (6, 6, 6),
    Slag.HOEYESTERETT: (1, 1, 1),
    Slag.STATSFORVALTER: (10, 10, 10),
    Slag.KOORDINERINGSENHET: (1, 1, 1),
}


def sure(slag: Slag, on: date) -> int:
    found = search("", slag, on=on, size=500).rader
    return sum(one.sikker for one in found)


@pytest.mark.parametrize(("slag", "counts"), list(COUNTS.items()))
def test_how_many_there_are(slag: Slag, counts: tuple[int, ...]) -> None:
    assert tuple(sure(slag, on) for on in DATES) == counts


def test_the_control_commissions_are_a_sample_and_say_so() -> None:
    found = search("", Slag.KONTROLLKOMMISJON, on=DATES[-1], size=500).rader
    assert len(found) == 11
    assert all(one.utvalg and one.belegg.ikke_verifisert for one in found)


@pytest.mark.parametrize("on", DATES)
def test_there_are_357_municipalities_in_15_counties(on: date) -> None:
    found = kommuner(on)
    assert len(found) == 357
    assert len({one.visningsnavn for one in found}) == 357
    counties = Counter(one.fylkenr for one in found)
    assert len(counties) == 15
    assert {one.kommunenr[:2] == one.fylkenr for one in found} == {True}
    assert (counties["03"], counties["18"], counties["34"], counties["46"]) == (1, 41, 46, 43)


@pytest.mark.parametrize("on", DATES)
def test_every_municipality_belongs_to_exactly_one_body_of_each_kind(on: date) -> None:
    """From the rows at once; the questions themselves are asked for a sample and in full below."""
    held: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in Omraade.objects.filter(erstattet__isnull=True).select_related("virksomhet"):
        if surely(row, on):
            held[row.kommunenr, row.slag].append(row.virksomhet.kode)
    numbers = [one.kommunenr for one in kommuner(on)]
    wrong = {
        (nr, slag): held[nr, slag]
        for nr in numbers
        for slag in Omraadeslag
        if len(held[nr, slag]) != 1 and (nr, slag) != ("0301", Omraadeslag.HELSEFORETAK)
    }
    assert wrong == {}
    assert len(held["0301", "helseforetak"]) == 17
    assert set(held) == {(nr, slag.value) for nr in numbers for slag in Omraadeslag}


def one_of_each() -> list[str]:
    """Municipalities that together have every row shape: kind, body and days.

    A question reads the rows of one kind only, so a shape need not be asked about twice.
    """
    held: dict[str, set[tuple[object, ...]]] = defaultdict(set)
    for row in Omraade.objects.filter(erstattet__isnull=True):
        days = (row.gyldig_fra, row.gyldig_til, row.mulig_fra, row.mulig_til)
        held[row.kommunenr].add((row.slag, row.virksomhet_id, bool(row.bydelnr), *days))
    left, chosen = set[tuple[object, ...]]().union(*held.values()), []
    while left:
        chosen.append(max(sorted(held), key=lambda number: len(held[number] & left)))
        left -= held[chosen[-1]]
    return chosen


@pytest.mark.slow
@pytest.mark.parametrize("on", DATES[:2])
def test_every_question_is_answered_for_every_row_shape(on: date) -> None:
    numbers = one_of_each()
    assert len(numbers) >= 28, "as many as there are district courts"
    unanswered = []
    for nr in numbers:
        answers = [
            politidistrikt_for(nr, on),
            tingrett_for(nr, on),
            statsforvalter_for(nr, on),
            embete_for_kommune(nr, on),
            rhf_for(nr, on=on),
        ]
        trust = hf_for(nr, on=on)
        expected = Status.TRENGER_BYDEL if nr == "0301" else Status.FUNNET
        if trust.status is not expected or any(a.status is not Status.FUNNET for a in answers):
            unanswered.append(nr)
        assert all(answer.belegg for answer in (trust, *answers))
    assert unanswered == []


def count(kind: Omraadeslag, on: date) -> Counter[str]:
    rows = Omraade.objects.filter(erstattet__isnull=True, slag=kind).select_related("virksomhet")
    return Counter(row.virksomhet.kode for row in rows if surely(row, on))


def test_how_many_municipalities_each_police_district_and_court_has() -> None:
    police = count(Omraadeslag.POLITIDISTRIKT, DATES[1])
    assert police == {
        "PD-OSLO": 3,
        "PD-OST": 29,
        "PD-INNLANDET": 47,
        "PD-SOROST": 42,
        "PD-AGDER": 24,
        "PD-SORVEST": 29,
        "PD-VEST": 38,
        "PD-MOREROMSDAL": 27,
        "PD-TRONDELAG": 39,
        "PD-NORDLAND": 41,
        "PD-TROMS": 20,
        "PD-FINNMARK": 18,
    }
    courts = count(Omraadeslag.TINGRETT, DATES[1])
    assert (len(courts), courts["TTRO"], courts["TRHA"], courts["TOSL"]) == (28, 38, 10, 1)
    before = count(Omraadeslag.TINGRETT, DATES[0])
    assert (len(before), before["TRAB"], before["TBUS"], before["THOR"]) == (23, 6, 16, 18)


@pytest.mark.parametrize(("old", "new"), list(TEN.items()))
def test_each_of_the_ten_offices_has_one_successor(old: str, new: str) -> None:
    body = find(old, date(2025, 12, 31)).virksomhet
    assert body is not None
    last = successor_at(body.id, date(2025, 12, 31))
    assert last.status is Status.FUNNET
    assert last.virksomhet is not None
    assert last.virksomhet.kode == old
    answer = successor_at(body.id, date(2026, 1, 1))
    assert answer.status is Status.FUNNET
    assert answer.virksomhet is not None
    assert (answer.virksomhet.kode, answer.kjede) == (new, (old, new))
    assert find(old, date(2026, 1, 1)).status is Status.UKJENT


def test_the_old_office_s_successor_is_the_office_of_every_one_of_its_municipalities() -> None:
    """The two roads to the office after the change agree: by succession, and by district."""
    before = {
        one.kommunenr: embete_for_kommune(one.kommunenr, date(2025, 12, 31)) for one in sample()
    }
    for number, old in before.items():
        new = embete_for_kommune(number, date(2026, 1, 1)).virksomhet
        assert old.virksomhet is not None
        assert new is not None
        assert new.kode == TEN[old.virksomhet.kode]


def sample() -> Iterable[Kommune]:
    return Kommune.objects.filter(kommunenr__regex=r"(01|11)$").order_by("kommunenr")


def test_all_stored_facts_agree_with_each_other() -> None:
    assert kontroll.faults() == []


def test_every_organisation_number_is_valid_and_stands_for_one_body() -> None:
    owners: dict[str, set[object]] = defaultdict(set)
    for row in Virksomhetsversjon.objects.exclude(orgnr=""):
        assert orgnr.is_valid(row.orgnr)
        owners[row.orgnr].add(row.virksomhet_id)
    assert {number: bodies for number, bodies in owners.items() if len(bodies) > 1} == {}


def test_bodies_stand_under_the_right_kind_of_body() -> None:
    above = {
        Slag.HELSEFORETAK: {Slag.RHF},
        Slag.PRIVAT_SYKEHUS: {Slag.RHF},
        Slag.TINGRETT: {Slag.LAGMANNSRETT},
        Slag.LAGMANNSRETT: {Slag.HOEYESTERETT},
        Slag.POLITIDISTRIKT: {Slag.STATSADVOKATEMBETE},
        Slag.STATSADVOKATEMBETE: {Slag.RIKSADVOKAT},
        Slag.KONTROLLKOMMISJON: {Slag.STATSFORVALTER},
    }
    on = DATES[1]
    bodies = search("", on=on, size=500).rader
    tops = by_ids({one.overordnet_id for one in bodies if one.overordnet_id}, on)
    for one in bodies:
        if one.slag in above:
            assert one.overordnet_id is not None
            assert tops[one.overordnet_id].slag in above[one.slag]


@pytest.mark.krav("LF-K3")
@pytest.mark.parametrize(
    ("on", "codes"),
    [
        (date(2015, 9, 30), ["U-1902-44"]),
        (date(2015, 10, 1), ["U-TPH-PSY", "U-TPH-BEV"]),
        (date(2020, 9, 30), ["U-TPH-PSY", "U-TPH-BEV"]),
        (date(2020, 10, 1), ["U-TPH-A", "U-TPH-B", "U-TO-C"]),
    ],
)
def test_the_grounds_of_insanity_follow_the_law_of_the_date(on: date, codes: list[str]) -> None:
    assert [one.kode for one in utilregnelighetsgrunner(on)] == codes


@pytest.mark.krav("LF-K2", "N-7.4", "N-8.10")
@pytest.mark.parametrize(
    ("on", "number", "fixed", "hjemmel"),
    [
        (date(2015, 9, 30), 16, 0, "straffeloven 1902 § 39"),
        (date(2016, 9, 30), 16, 0, "strl § 62"),
        (date(2016, 10, 1), 21, 7, "strl § 62 første ledd første punktum"),
        (date(2020, 10, 1), 21, 7, "strl § 62 første ledd"),
    ],
)
def test_the_groups_of_offences_follow_the_law_of_the_date(
    on: date, number: int, fixed: int, hjemmel: str
) -> None:
    groups = {one.kode: one for one in lovbruddskategorier(on)}
    assert len(groups) == number
    assert sum(one.gjelder_tidsbestemt for one in groups.values()) == fixed
    assert groups["VOLD"].hjemmel == hjemmel
    assert all(not one.overordnet_kode or one.overordnet_kode in groups for one in groups.values())


@pytest.mark.krav("N-15.3", "LF-K1")
def test_the_security_levels_are_ordered_and_valid_in_time() -> None:
    def ranked(levels: Iterable[Sikkerhetsnivaabilde]) -> list[str]:
        return [one.kode for one in levels if one.rang]

    before, after = (sikkerhetsnivaaer(on) for on in (date(2020, 9, 30), date(2020, 10, 1)))
    assert ranked(after) == ["SHS", "RSA", "LSA", "LUK", "APN", "DPSD", "TUD"]
    assert [one.rang for one in after if one.rang] == list(range(1, 8))
    assert {one.kode for one in before} - {one.kode for one in after} == {"KRIM"}


def test_every_source_is_used_and_every_file_is_read() -> None:
    used = {row.text("kilde") for name in referansefiler.FILES for row in referansefiler.rows(name)}
    assert used == set(referansefiler.sources())
    files = {path.stem for path in referansefiler.DATA.iterdir()}
    assert files == {"kilder", *referansefiler.FILES}
