"""The arithmetic of the audit log: canonical form, hash, links, and finding where a chain breaks.

No Django and no database. A record is a flat mapping as in an exported log: every column of the
log, `forrige` (the hash before) and `hash`. The hash is SHA-256 over the record without `hash`,
as JSON with sorted keys, no blanks and UTF-8 (RFC 8785 for these types: whole numbers, strings,
lists and mappings of strings). `versjon` says which canonical form was used. See docs/revisjon.md.
"""

import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Final

type Record = Mapping[str, object]

VERSION: Final = 1
_NEAR: Final = 1000
"""How far from its place a renumbered record's own number is sought. Decides the word, not the
verdict."""

_ENCODER = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
)


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """The state of a log: its newest number and hash; `tid` says when that was read (UTC)."""

    nr: int
    hash: str
    tid: str = ""


START: Final = Checkpoint(0, "0" * 64)
"""What the first record links to."""


class Slag(StrEnum):
    """What has happened at the first place where a log does not hold."""

    ENDRET = "endret"
    SLETTET = "slettet"
    SATT_INN = "satt_inn"
    FLYTTET = "flyttet"
    AVKORTET = "avkortet"
    """The newest records are gone; only an outside checkpoint or the head shows it."""
    OMSKREVET = "omskrevet"
    """The chain holds, but is another one than the checkpoint was taken from."""
    INDEKS = "saksindeks"
    """The chain holds, but the look-up by case does not say the same."""


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a log does not hold."""

    nr: int
    slag: Slag


@dataclass(frozen=True, slots=True)
class Result:
    """What a verification found.

    `end` is the last record that holds, `count` how many were read up to it, and `clock_back` the
    first record that says an earlier time than the one before it: a clock that was set back, no
    break of the chain.
    """

    count: int
    end: Checkpoint
    broken: Break | None = None
    clock_back: int | None = None


def timestamp(moment: datetime) -> str:
    """Return the moment as the chain writes it: UTC, always six decimals, then Z."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def canonical(data: Mapping[str, object]) -> str:
    """Return the one way to write this mapping."""
    return _ENCODER.encode(data)


def digest(record: Record) -> str:
    """Return the hash that the record should carry: 64 hexadecimal characters."""
    content = dict(record)
    content.pop("hash", None)
    return sha256(canonical(content).encode("utf-8", "surrogatepass")).hexdigest()


def is_whole(record: Record) -> bool:
    """Whether the record's own hash fits its content."""
    return record.get("versjon") == VERSION and digest(record) == record.get("hash")


def verify(
    records: Iterable[Record],
    after: Checkpoint = START,
    head: Checkpoint | None = None,
    outside: Iterable[Checkpoint] = (),
) -> Result:
    """Follow the chain from `after`, record by record, and stop at the first break.

    `head` is what the database says is newest, `outside` are checkpoints kept elsewhere; both are
    compared with what is found. Memory does not grow with the log.
    """
    kept = list(outside)
    wanted: dict[int, set[str]] = {}
    for checkpoint in kept:
        wanted.setdefault(checkpoint.nr, set()).add(checkpoint.hash)
    stream = iter(records)
    nr, previous, time, clock_back = after.nr, after.hash, "", None
    for record in stream:
        if record.get("nr") != nr + 1 or record.get("forrige") != previous or not is_whole(record):
            found = _explain(Checkpoint(nr, previous), record, stream, after.nr)
            return Result(nr - after.nr, Checkpoint(nr, previous), found, clock_back)
        nr, previous, before, time = nr + 1, str(record["hash"]), time, str(record["tid"])
        if time < before and clock_back is None:
            clock_back = nr
        if wanted.get(nr, {previous}) != {previous}:
            found = Break(nr, Slag.OMSKREVET)
            return Result(nr - after.nr, Checkpoint(nr, previous), found, clock_back)
    end = Checkpoint(nr, previous)
    return Result(nr - after.nr, end, _compare_end(end, head, kept), clock_back)


def _compare_end(
    end: Checkpoint, head: Checkpoint | None, outside: Iterable[Checkpoint]
) -> Break | None:
    beyond = [checkpoint.nr for checkpoint in outside if checkpoint.nr > end.nr]
    if beyond or (head is not None and head.nr > end.nr):
        return Break(end.nr + 1, Slag.AVKORTET)
    if head is None or (head.nr, head.hash) == (end.nr, end.hash):
        return None
    return Break(head.nr + 1, Slag.SATT_INN) if head.nr < end.nr else Break(end.nr, Slag.ENDRET)


def _explain(last: Checkpoint, record: Record, rest: Iterator[Record], first: int) -> Break:
    """Say what happened where `record` does not follow the last good one."""
    place = last.nr + 1
    own = _own_number(record, place)
    follower = next(rest, None)
    later = itertools.chain([] if follower is None else [follower], rest)
    if any(_belongs(other, place) and other.get("forrige") == last.hash for other in later):
        # The record that should stand here comes later.
        moved = own is not None and own > place
        return Break(place, Slag.FLYTTET if moved else Slag.SATT_INN)
    if own is None:
        written = record.get("nr")
        gap = isinstance(written, int) and written > place
        return Break(place, Slag.SLETTET if gap else Slag.ENDRET)
    if own > place:
        return Break(place, Slag.SLETTET)
    if own < place:
        # It was pushed on by one that took its number, or stands here twice.
        return Break(place if record.get("hash") == last.hash else own, Slag.SATT_INN)
    vouched = follower is not None and follower.get("forrige") == record.get("hash")
    rewritten_before = vouched and last.nr > first and record.get("forrige") != last.hash
    return Break(last.nr if rewritten_before else place, Slag.ENDRET)


def _belongs(record: Record, nr: int) -> bool:
    """Whether the record's hash was made for this number, whatever number it carries now."""
    return is_whole({**record, "nr": nr})


def _own_number(record: Record, place: int) -> int | None:
    """Return the number that the record's hash was made for, if it is near or written on it."""
    written = record.get("nr")
    if is_whole(record) and isinstance(written, int):
        return written
    near = range(max(1, place - _NEAR), place + _NEAR)
    return next((nr for nr in near if _belongs(record, nr)), None)
