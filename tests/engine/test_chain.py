"""What the verification says: the kind of the first break, and where."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone

import pytest

from samvern.engine import chain
from samvern.engine.chain import START, Break, Checkpoint, Slag
from tests.hostile.tampering import Log, honest, made, renumbered, seeded, sign

LOG = honest(seeded(3), 12)


def edited(**change: object) -> Log:
    return [*LOG[:5], {**LOG[5], **change}, *LOG[6:]]


def forged(at: int, *, linked: bool = True) -> Log:
    previous = str(LOG[at - 1]["hash"]) if linked else "f" * 64
    entry = made(seeded(9), at + 1, previous, datetime(2026, 5, 1, tzinfo=UTC))
    return [*LOG[:at], entry, *LOG[at:]]


CASES: list[tuple[str, Log, Break]] = [
    ("a field is changed", edited(rolle="nk-leder"), Break(6, Slag.ENDRET)),
    ("a field and its hash", renumbered(edited(hash="0" * 64)), Break(6, Slag.ENDRET)),
    ("changed, with a hash that fits", [*LOG[:5], sign(edited(rolle="x")[5]), *LOG[6:]],
     Break(6, Slag.ENDRET)),
    ("the newest is changed", [*LOG[:-1], {**LOG[-1], "rolle": "x"}], Break(12, Slag.ENDRET)),
    ("the link is changed", [*LOG[:5], sign({**LOG[5], "forrige": "f" * 64}), *LOG[6:]],
     Break(6, Slag.ENDRET)),
    ("the number is changed", edited(nr=7), Break(6, Slag.ENDRET)),
    ("unknown version", [*LOG[:5], sign({**LOG[5], "versjon": 2}), *LOG[6:]],
     Break(6, Slag.ENDRET)),
    ("one deleted", [*LOG[:5], *LOG[6:]], Break(6, Slag.SLETTET)),
    ("the first deleted", LOG[1:], Break(1, Slag.SLETTET)),
    ("three deleted, the rest renumbered", renumbered([*LOG[:5], *LOG[8:]]),
     Break(6, Slag.SLETTET)),
    ("a good forgery inserted, the rest renumbered", renumbered(forged(5)),
     Break(6, Slag.SATT_INN)),
    ("a good forgery inserted, numbers left", forged(5), Break(6, Slag.SATT_INN)),
    ("a bad forgery inserted", renumbered(forged(5, linked=False)), Break(6, Slag.SATT_INN)),
    ("a copy inserted", renumbered([*LOG[:6], LOG[5], *LOG[6:]]), Break(7, Slag.SATT_INN)),
    ("two have changed places", [*LOG[:5], LOG[6], LOG[5], *LOG[7:]], Break(6, Slag.FLYTTET)),
    ("two have changed places and numbers", renumbered([*LOG[:5], LOG[8], *LOG[6:8], LOG[5],
     *LOG[9:]]), Break(6, Slag.FLYTTET)),
    ("one moved to the end", [*LOG[:5], *LOG[6:], LOG[5]], Break(6, Slag.FLYTTET)),
]  # fmt: skip


@pytest.mark.parametrize(("log", "broken"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_the_first_break_and_its_kind(log: Log, broken: Break) -> None:
    found = chain.verify(log)
    assert found.broken == broken
    assert found.count >= broken.nr - 1


def test_an_honest_log_holds_whole_and_in_part() -> None:
    end = Checkpoint(12, str(LOG[-1]["hash"]))
    assert chain.verify(LOG, head=end).broken is None
    found = chain.verify(LOG[4:], after=Checkpoint(4, str(LOG[3]["hash"])))
    assert (found.broken, found.count, found.end) == (None, 8, end)
    assert chain.verify([]).end == START


@pytest.mark.parametrize(
    ("head", "broken"),
    [
        (Checkpoint(13, "f" * 64), Break(13, Slag.AVKORTET)),
        (Checkpoint(11, str(LOG[10]["hash"])), Break(12, Slag.SATT_INN)),
        (Checkpoint(12, "f" * 64), Break(12, Slag.ENDRET)),
    ],
)
def test_the_head_must_agree(head: Checkpoint, broken: Break) -> None:
    assert chain.verify(LOG, head=head).broken == broken


def test_two_checkpoints_that_contradict_each_other_show_a_fork() -> None:
    both = [Checkpoint(3, str(LOG[2]["hash"])), Checkpoint(3, "f" * 64)]
    assert chain.verify(LOG, outside=both).broken == Break(3, Slag.OMSKREVET)


def test_a_clock_that_went_back_is_told_but_breaks_nothing() -> None:
    back = sign({**LOG[-1], "tid": "2020-01-01T00:00:00.000000Z"})
    found = chain.verify([*LOG[:-1], back])
    assert (found.broken, found.clock_back) == (None, 12)


def test_the_canonical_form_is_as_documented() -> None:
    """Worked by hand, so that a change of Python's JSON would show."""
    record = {"nr": 1, "lest": ["b", "å"], "forpliktelser": {"z": "1", "a": "2"}, "hash": "x",
              "tid": "t\n\u0001\"\\/\x7f"}  # fmt: skip
    text = (
        '{"forpliktelser":{"a":"2","z":"1"},"lest":["b","å"],"nr":1,'
        '"tid":"t\\n\\u0001\\"\\\\/\x7f"}'
    )
    assert chain.digest(record) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("zone", [UTC, timezone(timedelta(hours=2))])
def test_time_is_written_in_one_way(zone: timezone) -> None:
    moment = datetime(2026, 7, 1, 12, tzinfo=UTC).astimezone(zone)
    assert chain.timestamp(moment) == "2026-07-01T12:00:00.000000Z"
