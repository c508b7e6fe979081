"""Every code that is stored or sent stands in a frozen list: none changes or disappears unnoticed.

A new code is added to frosne_koder.json in the same change. A code that has been in use is never
removed or spelt anew: stored cases and other systems hold it.
"""

import json
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path

import pytest

from samvern.apps.apinoekler.koder import Formaal
from samvern.apps.brukere.koder import Profesjon
from samvern.apps.personer.koder import (
    Adressebeskyttelse,
    Endringsgrunn,
    Kjoenn,
    Koblingsgrunn,
    Kontaktslag,
    Slettegrunn,
)
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.koder import Deltakerslag, Innhold, Kilde, Saksstatus, Virkning
from samvern.apps.saker.noedkoder import Noedgrunn, Utfall
from samvern.apps.saker.oppgavetekster import MANGLER
from samvern.apps.saker.sperremodell import Sperregrunn
from samvern.apps.virksomheter.koder import (
    Doertype,
    Omfang,
    Omraadeslag,
    Oppholdsform,
    Slag,
    Status,
)
from samvern.apps.virksomheter.referansefiler import rows
from samvern.engine.roller import Rolle
from samvern.law.book import all_rules
from samvern.law.event import HENDELSESTYPER
from samvern.law.trace import STATUSER, VARSELKODER
from samvern.web.apisider import forklaring

FROZEN = json.loads(Path(__file__).with_name("frosne_koder.json").read_text(encoding="utf-8"))


def difference(kind: str, codes: set[str]) -> dict[str, list[str]]:
    frozen = set(FROZEN[kind])
    return {"borte": sorted(frozen - codes), "nye": sorted(codes - frozen)}


NONE: dict[str, list[str]] = {"borte": [], "nye": []}


def test_the_lists_are_sorted_and_hold_no_code_twice() -> None:
    assert {kind: sorted(set(codes)) for kind, codes in FROZEN.items()} == FROZEN


def test_event_types() -> None:
    assert difference("hendelsestyper", set(HENDELSESTYPER)) == NONE


def test_statuses() -> None:
    assert difference("statuser", set(STATUSER)) == NONE


def test_findings() -> None:
    assert difference("varselkoder", set(VARSELKODER)) == NONE


def test_rules() -> None:
    assert difference("regler", {rule.id for rule in all_rules()}) == NONE


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("virksomhetsslag", Slag),
        ("omraadeslag", Omraadeslag),
        ("omfang", Omfang),
        ("oppholdsformer", Oppholdsform),
        ("doertyper", Doertype),
        ("oppslagsstatuser", Status),
    ],
)
def test_codes_of_organisations(kind: str, codes: type[StrEnum]) -> None:
    assert difference(kind, set(codes)) == NONE


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("virksomhetskoder", "virksomheter"),
        ("sikkerhetsnivaaer", "sikkerhetsnivaaer"),
        ("lovbruddskategorier", "lovbruddskategorier"),
        ("utilregnelighetsgrunner", "utilregnelighetsgrunner"),
    ],
)
def test_codes_of_the_reference_files(kind: str, name: str) -> None:
    assert difference(kind, {row.needed("kode") for row in rows(name)}) == NONE


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("saksstatuser", Saksstatus),
        ("deltakerslag", Deltakerslag),
        ("virkninger", Virkning),
        ("kilder", Kilde),
        ("innhold", Innhold),
        ("saksarter", SAKSARTER),
        ("roller", Rolle),
        ("mangler", MANGLER),
    ],
)
def test_codes_of_cases(kind: str, codes: Iterable[str]) -> None:
    assert difference(kind, {str(code) for code in codes}) == NONE


def test_codes_of_fields() -> None:
    fields = [felt for art in SAKSARTER.values() for felt in art.felt]
    assert difference("feltkoder", {code for felt in fields for code in felt.koder}) == NONE


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        ("formaal", Formaal),
        ("profesjoner", Profesjon),
        ("kjoenn", Kjoenn),
        ("adressebeskyttelser", Adressebeskyttelse),
        ("kontaktslag", Kontaktslag),
        ("endringsgrunner", Endringsgrunn),
        ("koblingsgrunner", Koblingsgrunn),
        ("slettegrunner", Slettegrunn),
        ("noedgrunner", Noedgrunn),
        ("noedutfall", Utfall),
        ("sperregrunner", Sperregrunn),
    ],
)
def test_codes_of_people_and_their_access(kind: str, codes: type[StrEnum]) -> None:
    assert difference(kind, set(codes)) == NONE


def test_codes_of_answers() -> None:
    """The page about the API has every code in use; another test sees to that."""
    assert difference("svarkoder", {one.kode for one in forklaring.KODER}) == NONE
