"""What the preview says of participants, access, and the days before a judgment is final."""

from typing import Any

import pytest

from samvern.apps.saker.actions import opprett_sak, registrer_hendelse
from samvern.apps.saker.bilder import Endring, Endringsbilde
from samvern.apps.virksomheter import navnebok
from samvern.engine import lesing
from tests.apps.brukere.personer import organisation
from tests.apps.saker.verden import PERSON, Verden, dom, hendelse, ny_sak, rettskraft

# What is asked of an entry, and told of it, is the same whatever holds the data.
pytestmark = pytest.mark.en_database


@pytest.fixture(autouse=True)
def fresh_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The names of another test's world may look just as old as those of this one."""
    monkeypatch.setattr(navnebok, "_kept", {})


def of_new(verden: Verden, *events: dict[str, Any]) -> Endringsbilde:
    data = {"person": dict(PERSON), "hendelser": list(events)}
    with lesing.reading(verden.silje, "proeve"):
        return opprett_sak.forhaandsvis(verden.silje, data)


def of_entry(verden: Verden, sak: Any, event: dict[str, Any]) -> Endringsbilde:
    with lesing.reading(verden.silje, "proeve"):
        return registrer_hendelse.forhaandsvis(verden.silje, sak, event)


def parts(bilde: Endringsbilde) -> dict[str, Endring]:
    return {c.noekkel: c for c in bilde.endringer if c.slag == "deltaker" and c.etter}


def said(bilde: Endringsbilde, noekkel: str) -> str:
    told = parts(bilde)[noekkel].etter
    assert told is not None
    return str(told["tekst"].nb).replace("\u00a0", " ")


@pytest.mark.krav("N-1.3")
def test_a_participant_is_told_by_name_and_from_when(verden: Verden) -> None:
    charge = hendelse("tiltale", "2023-10-12", paastand="tidsubestemt", embete=str(verden.embete),
                      politidistrikt=str(verden.politi))  # fmt: skip
    bilde = of_new(verden, charge)
    assert said(bilde, "embete:2023-10-12") == "Virksomhet SA-OST, fra 12. okt. 2023"
    assert said(bilde, "politidistrikt:2023-10-12") == "Virksomhet PD-OST, fra 12. okt. 2023"


@pytest.mark.krav("F-03")
def test_a_judgment_registered_with_its_finality_has_no_proposed_day_of_finality(
    verden: Verden,
) -> None:
    rules = {c.noekkel.partition(":")[0] for c in of_new(verden, dom(), rettskraft()).endringer}
    assert {"F-12", "F-05"} <= rules
    assert not {"F-01", "F-02", "F-03"} & rules
    # Without the finality the proposal is what matters.
    alone = of_new(verden, dom())
    assert "F-03" in {c.noekkel.partition(":")[0] for c in alone.endringer}


@pytest.mark.krav("N-9.7")
def test_who_changes_capacity_keeps_the_access_and_who_comes_gets_it(verden: Verden) -> None:
    sak = ny_sak(verden, dom(), rettskraft()).sak
    place = organisation("STO", "helseforetak")
    decided = hendelse("behandlingsansvar_fastsatt", "2024-02-02", rhf=str(verden.rhf),
                       institusjon=str(verden.institusjon))  # fmt: skip

    def access(bilde: Endringsbilde) -> list[tuple[str, str]]:
        return sorted(
            (str(side["navn"].nb), str(side["tilgang"]))
            for c in bilde.endringer
            for side in (c.foer, c.etter)
            if c.slag == "deltaker" and side and side["tilgang"]
        )

    there = hendelse("innleggelse", "2024-02-02", institusjon=str(verden.institusjon),
                     oppholdsform="doegn")  # fmt: skip
    for event in (decided, there):
        registrer_hendelse.utfoer(
            verden.silje, sak, event, forventet_nr=3 if event is there else 2, noekkel=event["type"]
        )
    elsewhere = hendelse("innleggelse", "2024-03-01", institusjon=str(place), oppholdsform="doegn")
    assert access(of_entry(verden, sak, elsewhere)) == [("Virksomhet STO", "faar")]
    # Responsibility moves, and the person stays: the one who had it sees the case as before.
    moved = {**decided, "skjedde": "2024-03-01"}
    moved["innhold"] = {**decided["innhold"], "institusjon": str(place)}
    bilde = of_entry(verden, sak, moved)
    assert access(bilde) == [("Virksomhet STO", "faar")]
    assert said(bilde, "oppholdssted:2024-03-01") == "Virksomhet AHUS, fra 1. mars 2024"
    # An ended stay in the past gives nobody anything.
    past = hendelse("innleggelse", "2024-02-02", institusjon=str(place), oppholdsform="doegn")
    back = {**there, "skjedde": "2024-02-20"}
    registrer_hendelse.utfoer(verden.silje, sak, back, forventet_nr=4, noekkel="tilbake-igjen")
    assert access(of_entry(verden, sak, past)) == []


def test_where_the_person_is_is_told_by_name_and_form_and_not_only_by_the_day(
    verden: Verden,
) -> None:
    stay = hendelse("innleggelse", "2024-02-03", institusjon=str(verden.institusjon),
                    oppholdsform="doegn")  # fmt: skip
    sak = ny_sak(verden, dom(), rettskraft(), stay).sak
    other = organisation("STO", "helseforetak")
    moved = hendelse("innleggelse", "2024-02-03", institusjon=str(other), oppholdsform="doegn",
                     kom_fra="institusjon")  # fmt: skip
    (found,) = (c for c in of_entry(verden, sak, moved).endringer if c.slag == "plassering")
    assert found.foer is not None
    assert found.etter is not None
    told = [str(one["tekst"].nb).replace("\u00a0", " ") for one in (found.foer, found.etter)]
    assert told == [
        "Virksomhet AHUS, døgnopphold, fra 3. feb. 2024",
        "Virksomhet STO, døgnopphold, fra 3. feb. 2024",
    ]
