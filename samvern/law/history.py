"""One case as the rules see it: events up to the day computed for, in a fixed order.

Events later than that day do not count. A complaint withdrawn by then is no longer a complaint; it
is kept apart, since nothing may be carried out before the day it was withdrawn. One that was
decided by the day it is said to have been withdrawn, stays a complaint. The order depends on
content only, never on the order of registration, so the same facts always give the same answer.
"""

from collections.abc import Iterable, Iterator
from datetime import date, time

from samvern.law.event import Hendelse, Sak, Sakstype

Interval = tuple[date, date | None]
WITHDRAWN = "klage_trukket"
"""The kind of a complaint that has been withdrawn by the day computed for."""


def _order(event: Hendelse) -> tuple[object, ...]:
    return (
        event.dato,
        event.klokkeslett or time.min,
        event.id or "",
        event.part or "",
        event.art or event.utfall or "",
        event.dager or 0,
        event.til_og_med or date.min,
        event.nye_forhold,
        event.trukket or date.min,
    )


def _kind(event: Hendelse, sak: Sak) -> str:
    if event.trukket is None or event.trukket > sak.per_dato:
        return event.type
    decided = any(
        e.type == "klage_avgjort" and e.ref == event.ref and event.dato <= e.dato <= event.trukket
        for e in sak.hendelser
    )
    return event.type if decided else WITHDRAWN


class History:
    """The facts of one case, ready to be asked."""

    __slots__ = ("_by_type", "per_dato", "type")

    def __init__(self, sak: Sak) -> None:
        self.type: Sakstype = sak.type
        self.per_dato: date = sak.per_dato
        self._by_type: dict[str, list[Hendelse]] = {}
        for event in sak.hendelser:
            if event.dato <= sak.per_dato:
                self._by_type.setdefault(_kind(event, sak), []).append(event)
        for events in self._by_type.values():
            if len(events) > 1:
                events.sort(key=_order)

    def all(self, kind: str, *, ref: str | None = None, part: str | None = None) -> list[Hendelse]:
        """Return the events of a kind, oldest first, perhaps for one decision and one party."""
        events = self._by_type.get(kind, [])
        if ref is None and part is None:
            return events
        return [
            e for e in events if (ref is None or e.ref == ref) and (part is None or e.part == part)
        ]

    def first(
        self,
        *kinds: str,
        ref: str | None = None,
        part: str | None = None,
        from_day: date | None = None,
        after: date | None = None,
    ) -> Hendelse | None:
        """Return the earliest event of the kinds, on or after `from_day`, later than `after`."""
        found: Hendelse | None = None
        for kind in kinds:
            for event in self.all(kind, ref=ref, part=part):
                if from_day is not None and event.dato < from_day:
                    continue
                if after is not None and event.dato <= after:
                    continue
                if found is None or _order(event) < _order(found):
                    found = event
                break
        return found

    def last(self, kind: str) -> Hendelse | None:
        """Return the latest event of a kind."""
        events = self._by_type.get(kind)
        return events[-1] if events else None

    def recipients(self, vedtak: Hendelse) -> list[tuple[str, Hendelse]]:
        """Return each party that has received a decision, with its first receipt."""
        found: dict[str, Hendelse] = {}
        for event in self.all("vedtak_mottatt", ref=vedtak.id):
            if event.part is not None:
                found.setdefault(event.part, event)
        return sorted(found.items())

    def absences(self) -> list[Interval]:
        """Return the times out of the realm, [departure, return), the last perhaps still open.

        A departure while out and a return while in change nothing. On a day with both, the one
        that fits where the person was comes first.
        """
        result: list[Interval] = []
        left: date | None = None
        moves = _by_day(self.all("utreise"), self.all("retur_til_riket"))
        for day, departs, returns in moves:
            if left is None:
                if departs and not returns:
                    left = day
            elif returns:
                result.append((left, day))
                left = day if departs else None
        if left is not None:
            result.append((left, None))
        return result


def _by_day(
    departures: Iterable[Hendelse], returns: Iterable[Hendelse]
) -> Iterator[tuple[date, bool, bool]]:
    out = {e.dato for e in departures}
    back = {e.dato for e in returns}
    for day in sorted(out | back):
        yield day, day in out, day in back
