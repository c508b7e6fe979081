"""The state that travels with the page: read in full each time, and never trusted."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samvern.web.fristberegner import jsontekst
from samvern.web.fristberegner.examples import EXAMPLES, OVERFOERING
from samvern.web.fristberegner.tilstand import (
    MAX_EVENTS,
    Tilstand,
    from_inn,
    from_text,
    safe_place,
    to_json,
    with_trials,
)

HOSTILE = [
    "",
    "null",
    "[]",
    "{}",
    "1e999",
    "NaN",
    '{"type": NaN}',
    "[" * 100_000,
    '{"a":' * 50_000,
    '"' + "x" * 100,
    "9" * 10_000,
    '{"type": ["tidsubestemt"], "hendelser": {}, "per_dato": {}}',
    '{"type": "tph", "hendelser": [[[[[[]]]]]], "per_dato": "2026-01-01"}',
    '{"type": "tph", "hendelser": [{"type": {"a": 1}, "dato": []}], "per_dato": "2026-01-01"}',
    '{"type": "tph", "hendelser": [], "per_dato": "2026-01-01", "\\ud800": 1}',
    '{"type": "tph", "hendelser": [{"type": "klage", "id": "\\ud800"}], "per_dato": "2026-01-01"}',
    '{"type": "tph", "hendelser": [], "per_dato": "9999-12-31"}',
    "\x00",
    '{"type": "tph", "type": "tidsubestemt", "hendelser": [], "per_dato": "2026-01-01"}',
    '{"type": "tph", "hendelser": [], "per_dato": "2026-01-01", "per_dato": "2026-01-02"}',
]


def example(name: str = "overfoering") -> Tilstand:
    tilstand, faults = from_inn(EXAMPLES[name][2])
    assert tilstand is not None, faults
    return tilstand


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_a_fault_and_never_an_exception(text: str) -> None:
    tilstand, faults = from_text(text)
    assert tilstand is None
    assert faults
    for fault in faults:
        fault.sti.encode("utf-8")


@given(st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(
        st.sampled_from(["type", "hendelser", "per_dato", "dato", "id", "ref", "part"])
        | st.text(max_size=3), inner, max_size=5),
    max_leaves=20,
))  # fmt: skip
def test_any_json_is_read_or_refused(value: object) -> None:
    tilstand, faults = from_text(json.dumps(value))
    assert (tilstand is None) == bool(faults)


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_hidden_field_gives_the_same_case_back(name: str) -> None:
    first = example(name)
    again, faults = from_text(first.inn_json)
    assert faults == ()
    assert again == first
    assert again is not None
    assert again.sak == first.sak


def test_bytes_with_a_byte_order_mark_are_read_and_other_encodings_refused() -> None:
    text = to_json(OVERFOERING)
    assert from_text(b"\xef\xbb\xbf" + text.encode())[0] is not None
    assert from_text(text.encode("utf-16"))[0] is None


def test_too_many_events_is_said_clearly() -> None:
    event = {"type": "innleggelse", "dato": "2026-01-01"}
    inn = {"type": "tidsubestemt", "per_dato": "2026-01-02", "hendelser": [event] * MAX_EVENTS}
    assert from_inn(inn)[0] is not None
    inn["hendelser"] = [event] * (MAX_EVENTS + 1)
    tilstand, faults = from_inn(inn)
    assert tilstand is None
    assert str(MAX_EVENTS) in faults[0].melding.nb


def test_a_list_holds_one_case_or_is_refused() -> None:
    assert from_inn([OVERFOERING])[0] is not None
    assert from_inn([OVERFOERING, OVERFOERING])[0] is None
    assert from_inn([])[0] is None


def test_text_beyond_the_limit_is_not_parsed() -> None:
    with pytest.raises(jsontekst.BadJson):
        jsontekst.read_json(" " * (jsontekst.MAX_BYTES + 1))


def test_a_fault_place_is_short_and_printable() -> None:
    assert safe_place("a\u202eb\n" + "x" * 200).startswith("a�b�x")
    assert len(safe_place("x" * 200)) == 80


ACCEPTED = {"type": "vedtak_akseptert", "dato": "2026-12-10", "ref": "V1", "part": "paatale"}


def test_trials_are_added_and_can_take_the_place_of_a_fact() -> None:
    added, whole = with_trials(example(), to_json([{"hendelse": ACCEPTED, "bytter": None}]))
    assert whole
    assert len(added.tried_rows()) == len(added.hendelser) + 1
    moved = {**added.hendelser[1], "dato": "2026-10-06"}
    changed, whole = with_trials(example(), to_json([{"hendelse": moved, "bytter": 1}]))
    assert whole
    assert changed.tried_rows()[1] == moved
    assert changed.hendelser[1] != moved


@pytest.mark.parametrize(
    "text",
    [
        "null",
        "[1]",
        "[[]]",
        '[{"hendelse": 1}]',
        '[{"hendelse": {}}]',
        '[{"hendelse": {"type": "anke"}}]',
        to_json([{"hendelse": ACCEPTED, "bytter": 99}]),
        to_json([{"hendelse": ACCEPTED, "bytter": True}]),
        to_json([{"hendelse": ACCEPTED, "bytter": -1}]),
        to_json([{"hendelse": {**ACCEPTED, "ref": "V9"}}]),
        to_json([{"hendelse": ACCEPTED}] * 6),
        "[" * 9999,
    ],
)
def test_a_trial_that_cannot_be_used_is_dropped(text: str) -> None:
    tilstand, whole = with_trials(example(), text)
    assert not whole
    assert tilstand.proever == ()
