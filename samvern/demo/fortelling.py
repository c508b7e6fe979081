"""What a told story is made of: cases, and what somebody wrote into them at a moment.

A story is plain data. `samvern.demo.spiller` plays it. Bodies are named by their code (`AHUS`),
people in the cooperation by their key in `samvern.demo.folk`, sentenced persons by their key in
`samvern.demo.personer`. Every moment and date is Norwegian time.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from samvern.engine.clock import OSLO


@dataclass(frozen=True, slots=True)
class Hendelse:
    """One entry: what happened, when, and what it rests on."""

    type: str
    skjedde: date
    innhold: Mapping[str, object]
    kilde: str
    kilde_ref: str = ""
    merknad: str = ""
    merke: str = ""
    """A name for a later correction of this entry, unique in the case."""


@dataclass(frozen=True, slots=True)
class Retting:
    """A correction of an earlier entry: only what differs is told."""

    merke: str
    grunn: str
    skjedde: date | None = None
    innhold: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Feilfoering:
    """An earlier entry should not have been there."""

    merke: str
    grunn: str


type Handling = Hendelse | Retting | Feilfoering


@dataclass(frozen=True, slots=True)
class Innslag:
    """What one person wrote into the case at one moment, in that order."""

    naar: datetime
    hvem: str
    handlinger: tuple[Handling, ...]


@dataclass(frozen=True, slots=True)
class Fortellingssak:
    """One case. The first entry opens it and holds new events only."""

    person: str
    innslag: tuple[Innslag, ...]
    duplikat_grunn: str = ""
    """Why the case is opened though the person seems to be there already."""

    def __post_init__(self) -> None:
        moments = [entry.naar for entry in self.innslag]
        if moments != sorted(set(moments)):
            raise ValueError(f"{self.person}: innslagene skal stå i rekkefølge, ett per tidspunkt.")
        if not all(isinstance(step, Hendelse) for step in self.innslag[0].handlinger):
            raise ValueError(f"{self.person}: saken åpnes med hendelser, ikke rettinger.")

    def gjelder(self, kjent: datetime) -> Iterator[Hendelse]:
        """The events that count, as the case was known at a moment: corrected, not withdrawn."""
        current: dict[str, Hendelse] = {}
        steps = [step for entry in self.innslag if entry.naar <= kjent for step in entry.handlinger]
        for number, step in enumerate(steps):
            match step:
                case Hendelse():
                    current[step.merke or f"#{number}"] = step
                case Retting():
                    current[step.merke] = corrected(current[step.merke], step)
                case Feilfoering():
                    del current[step.merke]
        yield from current.values()


@dataclass(frozen=True, slots=True)
class Fortelling:
    """One story: what it is called, what it shows, and its cases."""

    noekkel: str
    tittel: str
    viser: str
    saker: tuple[Fortellingssak, ...]


def corrected(event: Hendelse, change: Retting) -> Hendelse:
    """The event as the correction leaves it."""
    return Hendelse(
        event.type,
        change.skjedde or event.skjedde,
        {**event.innhold, **change.innhold},
        event.kilde,
        event.kilde_ref,
        event.merknad,
        event.merke,
    )


def sak(person: str, *innslag: Innslag, duplikat_grunn: str = "") -> Fortellingssak:
    """One case of a story."""
    return Fortellingssak(person, innslag, duplikat_grunn)


def foert(naar: str, hvem: str, *handlinger: Handling | tuple[Handling, ...]) -> Innslag:
    """Written at `naar` («2026-11-02 14:05», Norwegian time) by the person with the key `hvem`."""
    moment = datetime.fromisoformat(naar).replace(tzinfo=OSLO)
    flat = [
        step for given in handlinger for step in (given if isinstance(given, tuple) else (given,))
    ]
    return Innslag(moment, hvem, tuple(flat))


def rett(merke: str, grunn: str, skjedde: str = "", **innhold: object) -> Retting:
    """A correction of the entry called `merke`."""
    return Retting(merke, grunn, date.fromisoformat(skjedde) if skjedde else None, innhold)


def feilfoert(merke: str, grunn: str) -> Feilfoering:
    """The entry called `merke` should not have been there."""
    return Feilfoering(merke, grunn)
