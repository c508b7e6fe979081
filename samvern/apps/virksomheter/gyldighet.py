"""Validity in time, also when a source does not tell the exact day. Pure: no database, no clock.

`gyldig_fra`..`gyldig_til` are the days on which something surely held (both included; no end
means that it still holds). `mulig_fra` and `mulig_til` are the outer bounds of the days on which
it may have held; without them the first or last day is exact. `UKJENT_START` as the outer bound
means that nothing is known about the beginning.

So a question about a date has three answers: surely, possibly, no.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

UKJENT_START = date(1900, 1, 1)


class HarGyldighet(Protocol):
    """What has the four dates: a row of the database, or a `Periode`."""

    @property
    def gyldig_fra(self) -> date:
        """First sure day."""

    @property
    def gyldig_til(self) -> date | None:
        """Last sure day; None while it holds."""

    @property
    def mulig_fra(self) -> date | None:
        """Earliest possible day; None when the first is exact."""

    @property
    def mulig_til(self) -> date | None:
        """Latest possible day; None when the last is exact."""


@dataclass(frozen=True, slots=True)
class Periode:
    """The four dates on their own. Raises ValueError when they contradict each other."""

    gyldig_fra: date
    gyldig_til: date | None = None
    mulig_fra: date | None = None
    mulig_til: date | None = None

    def __post_init__(self) -> None:
        if faults := contradictions(self):
            raise ValueError(faults[0])


def contradictions(p: HarGyldighet) -> list[str]:
    """What is wrong with the four dates, in Norwegian; empty when they agree."""
    found = []
    if p.gyldig_til is not None and p.gyldig_til < p.gyldig_fra:
        found.append("Siste dag kan ikke være før første dag.")
    if p.mulig_fra is not None and p.mulig_fra > p.gyldig_fra:
        found.append("Tidligste mulige dag kan ikke være etter den første sikre dagen.")
    if p.mulig_til is not None and (p.gyldig_til is None or p.mulig_til < p.gyldig_til):
        found.append("Siste mulige dag krever en siste sikker dag som ikke er senere.")
    return found


def surely(p: HarGyldighet, on: date) -> bool:
    """Whether it certainly held on the day."""
    return p.gyldig_fra <= on and (p.gyldig_til is None or on <= p.gyldig_til)


def possibly(p: HarGyldighet, on: date) -> bool:
    """Whether it may have held on the day. Everything that surely held also possibly did."""
    first = p.mulig_fra or p.gyldig_fra
    last = p.mulig_til or p.gyldig_til
    return (first <= on or first == UKJENT_START) and (last is None or on <= last)


def surely_ended(p: HarGyldighet, on: date) -> bool:
    """Whether it certainly was over on the day."""
    last = p.mulig_til or p.gyldig_til
    return last is not None and last < on


def overlaps(a: HarGyldighet, b: HarGyldighet) -> bool:
    """Whether there is a day on which both surely held."""
    return (b.gyldig_til is None or a.gyldig_fra <= b.gyldig_til) and (
        a.gyldig_til is None or b.gyldig_fra <= a.gyldig_til
    )
