"""The stories as data: what they must cover, and that nobody in them is real."""

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.cli.demo import MORNING
from samvern.demo import fortellinger
from samvern.demo.folk import BY_KEY as FOLK
from samvern.demo.folk import MEDARBEIDERE
from samvern.demo.fortelling import Feilfoering, Hendelse, Retting, foert, rett, sak
from samvern.demo.hendelser import skjema
from samvern.demo.personer import BY_KEY as PERSONER
from samvern.demo.personer import KOBLINGER, name_parts
from samvern.demo.register import FORTELLINGER
from samvern.engine import idnummer
from samvern.engine.idnummer import Idnummer, Miljoe
from samvern.engine.roller import Rolle
from samvern.law.trace import Status, Svar, Varselkode
from tests.demo.dommer import answer, cases, sentence_type
from tests.structure import tree

UTEN_DOM = frozenset(
    {
        Varselkode.FORLENGET_FOR_SENT,
        Varselkode.SAMTYKKE_FOR_SENT,
        Varselkode.MANGLER_KLOKKESLETT,
        Varselkode.FORLENGELSE_KAPPET,
    }
)
"""Findings about observation and care without a sentence (`frister.md` 3.5 and 4.6). § 5-1 keeps
those rules from the sentenced, so no case of the register can have them."""
REGIMER = {
    "straffeloven 1902": ("2002-01-01", "2015-09-30"),
    "straffeloven 2005, bare tidsubestemt": ("2015-10-01", "2016-09-30"),
    "tidsbestemt dom innført": ("2016-10-01", "2020-09-30"),
    "ny § 20 og § 62": ("2020-10-01", "2025-12-31"),
    "fire statsadvokatembeter": ("2026-01-01", "2026-12-31"),
}
ANSWERS: dict[str, Svar] = {
    case.person: found for _, case in cases() if (found := answer(case)) is not None
}
EVENTS = [event for _, case in cases() for event in case.gjelder(MORNING)]


@pytest.mark.krav("N-0.6")
def test_there_are_enough_stories_and_sentences() -> None:
    kinds = Counter(sentence_type(case) for _, case in cases())
    assert len(FORTELLINGER) >= 15
    assert kinds["tidsubestemt"] + kinds["tidsbestemt"] >= 40
    assert kinds["tidsbestemt"] >= 5
    assert kinds[""] >= 2


def test_every_deadline_status_is_shown() -> None:
    assert {frist.status for svar in ANSWERS.values() for frist in svar.frister} == set(Status)


def test_every_finding_that_a_sentence_can_have_is_shown() -> None:
    found = {varsel.kode for svar in ANSWERS.values() for varsel in svar.varsler}
    assert found == set(Varselkode) - UTEN_DOM


def test_the_other_findings_belong_to_care_without_a_sentence() -> None:
    types: dict[str, set[str]] = {str(code): set() for code in UTEN_DOM}
    for path in (tree.ROOT / "samvern" / "law" / "examples").glob("*.json"):
        for example in json.loads(path.read_text(encoding="utf-8"))["eksempler"]:
            for varsel in example.get("forventet", {}).get("varsler", ()):
                if varsel["kode"] in types:
                    types[varsel["kode"]].add(example["inn"]["type"])
    assert set(map(tuple, types.values())) == {("tph",)}


@pytest.mark.parametrize("regime", REGIMER)
@pytest.mark.krav("N-1.8")
def test_old_and_new_law(regime: str) -> None:
    first, last = map(date.fromisoformat, REGIMER[regime])
    assert any(e.type == "dom_avsagt" and first <= e.skjedde <= last for e in EVENTS)


@pytest.mark.parametrize("aar", [2005, 2013, 2017, 2021, 2026])
def test_the_years_are_there(aar: int) -> None:
    assert any(e.type == "dom_avsagt" and e.skjedde.year == aar for e in EVENTS)


def test_every_kind_of_event_is_told_except_those_of_care_without_a_sentence() -> None:
    untold = set(SAKSARTER) - {event.type for event in EVENTS}
    assert untold == {"annet_vedtak", "klage_avslaatt", "pasientklage"}


def test_the_three_year_date_in_thirteen_days() -> None:
    frist = next(f for f in ANSWERS["morten_bakken"].frister if f.regel == "F-12")
    assert frist.status is Status.LOEPER
    assert frist.dato is not None
    assert (frist.dato - MORNING.date()).days == 13
    assert frist.siste_virkedag == date(2026, 12, 4)
    parts = {f.part: f.dato for f in ANSWERS["morten_bakken"].frister
             if f.regel == "F-20" and f.ref == "v2"}  # fmt: skip
    assert parts == {
        "domfelt": date(2026, 11, 24),
        "paatale": date(2026, 11, 25),
        "paaroerende": date(2026, 11, 26),
    }


def test_only_the_deviating_case_has_a_deviating_date_of_finality() -> None:
    """Judgments are told with dates that follow from the deadlines for appeal."""
    deviating = {
        person
        for person, svar in ANSWERS.items()
        if any(v.kode is Varselkode.RETTSKRAFT_AVVIK for v in svar.varsler)
    }
    assert deviating == {"thomas_haugen"}


def test_every_story_file_is_in_the_register_of_stories() -> None:
    folder = Path(fortellinger.__file__).parent
    assert {story.noekkel for story in FORTELLINGER} == {
        path.stem for path in folder.glob("*.py") if path.stem != "__init__"
    }
    assert len({story.noekkel for story in FORTELLINGER}) == len(FORTELLINGER)
    assert all(story.tittel and story.viser.endswith(".") for story in FORTELLINGER)


def test_every_person_is_in_one_case() -> None:
    assert Counter(case.person for _, case in cases()) == Counter(PERSONER.keys())
    linked = [(PERSONER[link.en], PERSONER[link.annen]) for link in KOBLINGER]
    assert all((a.navn, a.foedt) == (b.navn, b.foedt) for a, b in linked)


@pytest.mark.krav("TR-A10")
def test_every_identity_number_is_synthetic() -> None:
    digits = [person.siffer() for person in PERSONER.values()]
    assert len(set(digits)) == len(digits)
    for number in digits:
        found = idnummer.classify(number, Miljoe.DEMO, MORNING.date())
        assert isinstance(found, Idnummer)
        assert found.syntetisk
    assert digits != [person.siffer(froe=1) for person in PERSONER.values()]
    assert digits == [person.siffer() for person in PERSONER.values()]


def test_every_name_is_made_of_the_parts() -> None:
    parts = name_parts()
    people = [p.navn for p in PERSONER.values() if p.navn] + [p.navn for p in MEDARBEIDERE]
    for navn in people:
        first, last = navn.split()
        assert parts[first] in {"kvinne", "mann"}
        assert parts[last] == ""
    assert len({p.navn for p in MEDARBEIDERE} & {p.navn for p in PERSONER.values()}) == 0


def test_nobody_writes_before_the_role_or_after_the_demo_begins() -> None:
    for _, case in cases():
        for entry in case.innslag:
            assert entry.naar < MORNING, case.person
            assert FOLK[entry.hvem].rolle(entry.naar.date()) in FOLK[entry.hvem].roller
            days = [s.skjedde for s in entry.handlinger if isinstance(s, Hendelse)]
            assert all(day <= entry.naar.date() for day in days), (case.person, entry.naar)


def test_there_is_somebody_in_every_role_that_has_work() -> None:
    held = {
        person.rolle(MORNING.date()).rolle for person in MEDARBEIDERE if person.noekkel != "arne"
    }
    assert held == set(Rolle) - {Rolle.KRIMINALOMSORG, Rolle.FORSKER}
    assert 16 <= len(MEDARBEIDERE) <= 24
    with pytest.raises(LookupError):
        FOLK["arne"].rolle(MORNING.date())


def test_there_are_corrections_wrong_entries_and_late_ones() -> None:
    steps = [(entry, step) for _, case in cases() for entry in case.innslag
             for step in entry.handlinger]  # fmt: skip
    assert sum(isinstance(step, Retting) for _, step in steps) >= 3
    assert sum(isinstance(step, Feilfoering) for _, step in steps) >= 1
    late = [
        e for e, s in steps if isinstance(s, Hendelse) and (e.naar.date() - s.skjedde).days > 90
    ]
    assert late


def test_a_story_out_of_order_is_refused() -> None:
    form = skjema("2024-01-02")
    with pytest.raises(ValueError, match="rekkefølge"):
        sak("x", foert("2024-01-03 09:00", "silje", form), foert("2024-01-02 09:00", "silje", form))
    with pytest.raises(ValueError, match="åpnes med"):
        sak("x", foert("2024-01-03 09:00", "silje", rett("x", "fordi")))


def test_no_free_text_names_anyone() -> None:
    parts = set(name_parts())
    texts = [s.viser for s in FORTELLINGER]
    texts += [e.merknad for e in EVENTS] + [
        step.grunn
        for _, case in cases()
        for entry in case.innslag
        for step in entry.handlinger
        if isinstance(step, Retting | Feilfoering)
    ]
    assert not [text for text in texts if parts & set(re.findall(r"\w+", text))]
