"""Who carries on the cases of a body: following successors to a date. Pure.

The rule (LES_FOERST, «Organisasjonsendringer»): the successor inherits the cases. A body that
lives on after giving away a part (`Omfang.DEL`) keeps its own cases.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samvern.apps.virksomheter.gyldighet import HarGyldighet, possibly, surely, surely_ended
from samvern.apps.virksomheter.koder import Omfang, Status


@dataclass(frozen=True, slots=True)
class Overgang[K: Hashable]:
    """One body takes over from another, at a time that may be known only within bounds."""

    fra: K
    til: K
    omfang: Omfang
    tid: HarGyldighet


@dataclass(frozen=True, slots=True)
class Ende[K: Hashable]:
    """Where the chain ends on a date: one body when `FUNNET`, else those it may be."""

    status: Status
    hos: tuple[K, ...]
    kjede: tuple[K, ...]


def follow[K: Hashable](
    start: K,
    on: date,
    levetid: Mapping[K, Sequence[HarGyldighet]],
    overganger: Sequence[Overgang[K]],
) -> Ende[K]:
    """The body that holds the cases of `start` on a date.

    `levetid` holds the periods of each body, `overganger` every takeover; their order is of no
    consequence. A circle of takeovers, an end without a successor, and a date before the body's
    time all answer `UKJENT`.
    """
    taken: dict[K, list[Overgang[K]]] = {}
    for overgang in overganger:
        if overgang.omfang is not Omfang.DEL:
            taken.setdefault(overgang.fra, []).append(overgang)
    return _follow(start, on, levetid, taken, (start,))


def _follow[K: Hashable](
    here: K,
    on: date,
    levetid: Mapping[K, Sequence[HarGyldighet]],
    taken: Mapping[K, Sequence[Overgang[K]]],
    path: tuple[K, ...],
) -> Ende[K]:
    periods = levetid.get(here, ())
    if any(surely(p, on) for p in periods):
        return Ende(Status.FUNNET, (here,), path)
    ended = all(surely_ended(p, on) for p in periods) and bool(periods)
    following = [o for o in taken.get(here, ()) if possibly(o.tid, on)]
    if not ended:
        maybe: tuple[K, ...] = (here,) if any(possibly(p, on) for p in periods) else ()
        maybe += tuple(o.til for o in following if maybe)
        # Between two versions of a body that lives on, only its details are uncertain.
        lives = _lives_through(periods, on)
        status = Status.FUNNET if lives else Status.USIKKER if maybe else Status.UKJENT
        return Ende(status, (here,) if lives else _unique(maybe), path)
    if not following or any(o.til in path for o in following):
        return Ende(Status.UKJENT, (), path)
    if not all(surely(o.tid, on) for o in following):
        return Ende(Status.USIKKER, _unique(tuple(o.til for o in following)), path)
    ends = [_follow(o.til, on, levetid, taken, (*path, o.til)) for o in following]
    if len(ends) == 1:
        return ends[0]
    return _several(ends, path)


def _several[K: Hashable](ends: Sequence[Ende[K]], path: tuple[K, ...]) -> Ende[K]:
    """The tasks were shared out: one body if they have met again, else it takes the place."""
    held = _unique(tuple(key for end in ends for key in end.hos))
    if any(end.status in {Status.UKJENT, Status.USIKKER} for end in ends):
        return Ende(Status.USIKKER if held else Status.UKJENT, held, path)
    if len(held) == 1:
        return Ende(Status.FUNNET, held, (*path, *held))
    return Ende(Status.TRENGER_KOMMUNE, held, path)


def _lives_through(periods: Sequence[HarGyldighet], on: date) -> bool:
    before = any(p.gyldig_fra <= on for p in periods)
    after = any(on <= p.gyldig_fra for p in periods)
    return before and after and any(possibly(p, on) for p in periods)


def _unique[K: Hashable](keys: tuple[K, ...]) -> tuple[K, ...]:
    return tuple(dict.fromkeys(keys))
