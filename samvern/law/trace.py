"""What the engine answers: deadlines, findings, duties to act at once, and why.

A trace is data, not prose: facts used, steps taken with their dates and sources, the reason for
the status, and other readings of the law. `samvern.law.sentence` puts it into words.
"""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple

from samvern.law.event import Hendelse


class Status(StrEnum):
    """Every status a deadline can have (`frister.md` part 1)."""

    IKKE_AAPNET = "ikke_aapnet"
    AAPEN = "aapen"
    BRUKT = "brukt"
    SPERRET = "sperret"
    FORESLAATT = "foreslaatt"
    LOEPER = "loeper"
    OPPFYLT = "oppfylt"
    OPPFYLT_FOR_SENT = "oppfylt_for_sent"
    OVER_NOMINELL = "over_nominell"
    OVERSITTET = "oversittet"
    FRAFALT = "frafalt"
    UTLOEPT = "utloept"
    NAADD = "naadd"
    BORTFALT = "bortfalt"
    SUSPENDERT = "suspendert"
    MAA_AVGJOERES = "maa_avgjoeres"


class Varselkode(StrEnum):
    """Every finding: `A-` serious, `W-` warning, `I-` information (`frister.md` part 1)."""

    FRIST_OVERSITTET = "A-FRIST-OVERSITTET"
    SLUTT_OVERSITTET = "A-SLUTT-OVERSITTET"
    GJENNOMFORT_FOR_TIDLIG = "A-GJENNOMFORT-FOR-TIDLIG"
    DOGNOPPHOLD_BRUTT = "A-DOGNOPPHOLD-BRUTT"
    FORLENGET_FOR_SENT = "A-FORLENGET-FOR-SENT"
    SAMTYKKE_FOR_SENT = "A-SAMTYKKE-FOR-SENT"
    ETTER_NOMINELL = "W-ETTER-NOMINELL"
    IKKE_OVERSENDT = "W-IKKE-OVERSENDT"
    FOR_TIDLIG = "W-FOR-TIDLIG"
    MANGLER_MOTTATT = "W-MANGLER-MOTTATT"
    MANGLER_KLOKKESLETT = "W-MANGLER-KLOKKESLETT"
    FORLENGELSE_KAPPET = "W-FORLENGELSE-KAPPET"
    RETTSKRAFT_AVVIK = "W-RETTSKRAFT-AVVIK"
    OPPHEVET_HJEMMEL = "W-OPPHEVET-HJEMMEL"
    NYE_FORHOLD = "I-NYE-FORHOLD"
    FLYTTER_IKKE = "I-5-6-FLYTTER-IKKE"


STATUSER = tuple(str(s) for s in Status)
VARSELKODER = tuple(str(v) for v in Varselkode)

Verdi = date | time | int | str


class Grunn(NamedTuple):
    """Why a status is what it is: a stable code and the values its sentence needs."""

    kode: str
    verdier: tuple[tuple[str, Verdi], ...] = ()


class SporSteg(NamedTuple):
    """One step of the calculation: what was done, on what authority, and the date after it."""

    operasjon: str
    dato: date | None
    kilder: tuple[str, ...] = ()
    """Source ids (`strl/65/4/p2`) and calculation choices (`R3`)."""
    antall: int | None = None
    enhet: str | None = None
    merknad: str | None = None


class Lesning(NamedTuple):
    """One reading of the law where there are several. Exactly one of a set applies (LF-K4)."""

    kode: str
    dato: date | None
    gjelder: bool


class Spor(NamedTuple):
    """The whole reasoning behind one deadline."""

    fakta: tuple[Hendelse, ...]
    steg: tuple[SporSteg, ...]
    grunn: Grunn
    lesninger: tuple[Lesning, ...] = ()
    merknader: tuple[str, ...] = ()


class Frist(NamedTuple):
    """One deadline of one case on one day. Dates are local Norwegian calendar days."""

    regel: str
    dato: date | None
    """The date shown and warned on; None while it cannot be fixed."""
    nominell_dato: date | None
    """The date before any move for weekends and holidays."""
    status: Status
    spor: Spor
    hendelsesdag: date
    """The day that selects the rule's version: that of the event the deadline starts from."""
    ref: str | None = None
    part: str | None = None
    n: int | None = None
    lovdato: date | None = None
    siste_virkedag: date | None = None
    klokkeslett: time | None = None


class Varsel(NamedTuple):
    """One finding. `ref` is the id of the event it concerns, when the event has one."""

    kode: Varselkode
    ref: str | None = None


class Straks(NamedTuple):
    """A duty to act without a number («straks»): what set it off and how many days ago.

    `dager` counts calendar days from `utloest` to the day computed for. It is information,
    never a deadline (`frister.md` 3.6).
    """

    regel: str
    utloest: date
    dager: int
    fakta: tuple[Hendelse, ...]
    grunn: Grunn
    hjemmelsdag: date
    """The day that selects the rule's version."""


class Uavklart(NamedTuple):
    """A date that cannot be given because facts are missing; never a date from today."""

    regler: tuple[str, ...]
    mangler: tuple[str, ...]
    """Codes of the missing facts; words in `samvern.law.sentence`."""
    ref: str | None = None
    part: str | None = None


class Svar(NamedTuple):
    """Everything the engine says about one case on one day."""

    per_dato: date
    frister: tuple[Frist, ...]
    varsler: tuple[Varsel, ...]
    straks: tuple[Straks, ...]
    uavklart: tuple[Uavklart, ...]
    skifter: tuple[date, ...] = ()
    """Days, passed or to come, from which the duties are others or said otherwise, in order. A
    deadline's own dates tell when it changes; a duty has none."""
