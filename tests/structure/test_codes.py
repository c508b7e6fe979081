"""Every code that is stored or sent stands in a frozen list: none changes or disappears unnoticed.

A new code is added to frosne_koder.json in the same change. A code that has been in use is never
removed or spelt anew: stored cases and other systems hold it.
"""

import json
from pathlib import Path

from samvern.law.book import all_rules
from samvern.law.event import HENDELSESTYPER
from samvern.law.trace import STATUSER, VARSELKODER

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
