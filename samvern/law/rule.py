"""What a rule is: one definition with ordered, typed date steps, read in several ways.

The case reader runs the steps for one case with a trace (`samvern.law.deadline`), the sentence
reader writes them (`samvern.law.sentence`), and an array reader can run the same steps for a
whole register, since a step only maps a date to a date. Status logic is an ordinary function
beside the definition, in `samvern.law.rules`.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from samvern.law.calendar import next_working_day, previous_working_day
from samvern.law.event import Sakstype
from samvern.law.period import Unit, add
from samvern.law.text import Text
from samvern.law.trace import SporSteg, Status

REGELSETT = "2026.1"
"""Version of the rule set. Raised whenever a rule, a provision or a calculation choice changes."""


class Fristtype(StrEnum):
    """What passing the date means (`frister.md`, introduction)."""

    TIDLIGST = "tidligst"
    SENEST = "senest"
    KLAGE = "klage"
    INTERVALL = "intervall"
    SLUTT = "slutt"
    MINSTETID = "minstetid"
    AVLEDET = "avledet"
    STRAKS = "straks"


class Grunnlag(StrEnum):
    """What kind of authority a rule rests on (`frister.md` part 5, N-13.14)."""

    LOV = "lov"
    RETNINGSLINJE = "retningslinje"
    PRAKSIS = "praksis"
    PRODUKTVALG = "produktvalg"


class Sikkerhet(StrEnum):
    """How certain the rule is; anything but SIKKER is shown to the user."""

    SIKKER = "sikker"
    TOLKNING = "tolkning"
    FORSIKTIG_VALG = "forsiktig_valg"
    IKKE_VERIFISERT = "ikke_verifisert"


class Emne(StrEnum):
    """Subject, for grouping; the order is the order of pages and answers."""

    RETTSKRAFT = "rettskraft"
    IVERKSETTELSE = "iverksettelse"
    RAPPORTERING = "rapportering"
    OPPHOER = "opphoer"
    OVERFOERING = "overfoering"
    ENDRING = "endring"
    VARSLING = "varsling"
    KLAGE = "klage"
    OBSERVASJON = "observasjon"
    VERN = "vern"
    STRAKS = "straks"


def _kind_matters[S: tuple[object, ...]](step: type[S]) -> type[S]:
    """Make a step equal only to steps of its own kind: named tuples compare by content alone.

    Adding two weeks and counting two weeks back hold the same values, and are opposite steps.
    """

    def same(self: S, other: object) -> bool:
        return type(other) is type(self) and tuple.__eq__(self, other)

    def differs(self: S, other: object) -> bool:
        return not same(self, other)

    # Both: `!=` would otherwise be the tuple's own. The hash may stay: equal steps still agree.
    for name, method in (("__eq__", same), ("__ne__", differs)):
        setattr(step, name, method)
    return step


@_kind_matters
class Pluss(NamedTuple):
    """Add a period (R1, R2)."""

    antall: int
    enhet: Unit
    kilder: tuple[str, ...]

    def run(self, day: date) -> SporSteg:
        """Take the step from `day`."""
        end = add(day, self.antall, self.enhet)
        return SporSteg("pluss", end, self.kilder, self.antall, self.enhet)


@_kind_matters
class Minus(NamedTuple):
    """Count a period backwards."""

    antall: int
    enhet: Unit
    kilder: tuple[str, ...]

    def run(self, day: date) -> SporSteg:
        """Take the step from `day`."""
        end = add(day, -self.antall, self.enhet)
        return SporSteg("minus", end, self.kilder, self.antall, self.enhet)


@_kind_matters
class NesteVirkedag(NamedTuple):
    """Move a day off to the first working day after it."""

    kilder: tuple[str, ...]

    def run(self, day: date) -> SporSteg:
        """Take the step from `day`."""
        moved = next_working_day(day)
        return SporSteg("neste_virkedag" if moved != day else "virkedag", moved, self.kilder)


@_kind_matters
class ForrigeVirkedag(NamedTuple):
    """Move a day off to the last working day before it."""

    kilder: tuple[str, ...]

    def run(self, day: date) -> SporSteg:
        """Take the step from `day`."""
        moved = previous_working_day(day)
        return SporSteg("forrige_virkedag" if moved != day else "virkedag", moved, self.kilder)


@_kind_matters
class FlyttesIkke(NamedTuple):
    """The date stands also on a day off; said aloud so that nobody wonders."""

    kilder: tuple[str, ...]

    def run(self, day: date) -> SporSteg:
        """Take the step from `day`."""
        return SporSteg("flyttes_ikke", day, self.kilder)


DateStep = Pluss | Minus | NesteVirkedag | ForrigeVirkedag | FlyttesIkke


class Hjemmel(NamedTuple):
    """One source a rule rests on and what it carries («Start og lengde»)."""

    kilde: str
    baerer: Text


class Versjon(NamedTuple):
    """What a rule rests on, and how it counts, in one period.

    Chosen by the day of the event that governs, never by today's date, so a change in the law
    leaves every older calculation as it was.
    """

    fra: date | None
    til: date | None
    """Last day, inclusive, or None while it applies."""
    hjemler: tuple[Hjemmel, ...]
    ordlyd_lest: bool = True
    merknad: Text | None = None
    regnes: tuple[DateStep, ...] | None = None
    """The rule's date steps in this period, where they are other than the rule's own."""
    flyttes: tuple[DateStep, ...] | None = None
    """The roll policy in this period, where it is another than the rule's own."""
    lovdato: tuple[DateStep, ...] | None = None
    """The steps to the last day under the act in this period, where other than the rule's."""

    def covers(self, day: date) -> bool:
        """Whether the version applies to an event on `day`."""
        return (self.fra is None or self.fra <= day) and (self.til is None or day <= self.til)


class Lesemaate(NamedTuple):
    """A named reading of the law, with what it says; one applies, others are shown (LF-K4)."""

    kode: str
    tekst: Text
    gjelder: bool


class Rule(NamedTuple):
    """One rule of `frister.md` part 3 with everything a lawyer needs to check it."""

    id: str
    emne: Emne
    navn: Text
    setning: Text
    """The whole rule in one sentence."""
    gjelder: frozenset[Sakstype]
    fristtype: Fristtype
    grunnlag: Grunnlag
    sikkerhet: Sikkerhet
    start: Text
    """The starting fact, as the first step of the calculation."""
    handler: Text
    varsles: Text
    foelge: Text
    avbrudd: Text
    versjoner: tuple[Versjon, ...]
    sikkerhet_merknad: Text | None = None
    regnes: tuple[DateStep, ...] = ()
    """From the starting day to the nominal date."""
    flyttes: tuple[DateStep, ...] = ()
    """From the nominal date to the date shown: the roll policy with its own source."""
    lovdato: tuple[DateStep, ...] = ()
    """From the nominal date to the last day under the act, where that is another day (F-12)."""
    siste_virkedag: bool = False
    """Whether the last working day on or before the date is shown."""
    lesemaater: tuple[Lesemaate, ...] = ()
    statuser: tuple[Status, ...] = ()
    avslaatt: Text | None = None
    """Why the rule is switched off, or None when it is in use."""
    krav: tuple[str, ...] = ()

    def version_on(self, day: date) -> Versjon:
        """Return the version for an event on `day`; the oldest when the day is before all.

        What happened before the material begins is counted by the oldest rule known, and its
        wording is marked as not read.
        """
        for version in self.versjoner:
            if version.covers(day):
                return version
        return self.versjoner[0]

    def steps_on(self, day: date) -> tuple[tuple[DateStep, ...], tuple[DateStep, ...]]:
        """Return the steps to the nominal date and the roll policy for an event on `day`."""
        version = self.version_on(day)
        regnes = self.regnes if version.regnes is None else version.regnes
        flyttes = self.flyttes if version.flyttes is None else version.flyttes
        return regnes, flyttes

    def statutory_steps_on(self, day: date) -> tuple[DateStep, ...]:
        """Return the steps to the last day under the act for an event on `day`."""
        version = self.version_on(day)
        return self.lovdato if version.lovdato is None else version.lovdato
