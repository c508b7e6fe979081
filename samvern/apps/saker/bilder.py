"""What pages, API and command line are given: plain pictures of cases, ready to be shown.

Made by `samvern.apps.saker.queries` for one viewer. A field the viewer may not see is None or
empty, and its name stands in `skjult`, so that a page can say so and never shows a hole.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from samvern.apps.saker.koder import Deltakerslag, Innhold, Saksstatus
from samvern.law.event import Sak as Lovsak
from samvern.law.text import Text
from samvern.law.trace import Svar


@dataclass(frozen=True, slots=True)
class Hvem:
    """Somebody or some body, as written on a page."""

    id: UUID | None
    navn: str
    navn_nn: str = ""
    under: str = ""
    """A second line: the organisation, the region."""


@dataclass(frozen=True, slots=True)
class Saksrad:
    """One row of the register, and the header of everything about a case."""

    id: UUID
    saksnr: str
    navn: str | None
    """None when the viewer may not see who it is."""
    status: Saksstatus
    domstype: str
    flagg: tuple[str, ...]
    rhf: Hvem | None
    institusjon: Hvem | None
    """The institution that is responsible (phvl § 5-2)."""
    oppholdssted: Hvem | None
    """The institution where the person stays: the same, or another (N-9.7)."""
    enhet: Hvem | None
    sikkerhetsnivaa: Text | None
    oppholdsform: str
    siden: date | None
    embete: Hvem | None
    faglig_ansvarlig: Hvem | None
    saksbehandler: Hvem | None
    styrende_dom: date | None
    neste_frist: date | None
    siste_hendelse: date | None
    skjult: frozenset[str] = frozenset()

    @property
    def samme_sted(self) -> bool:
        """Whether the person stays with the institution that is responsible."""
        here, responsible = self.oppholdssted, self.institusjon
        return here is not None and responsible is not None and here.id == responsible.id


@dataclass(frozen=True, slots=True)
class Registerside:
    """One page of the register."""

    rader: tuple[Saksrad, ...]
    antall: int
    side: int
    per_side: int


def anker(slag: str, *deler: object) -> str:
    """The id on the case page of what waits, from what makes it the same between two days.

    `slag` is that of `Oppgaverad`; `deler` the rule and what tells its rows apart, empty ones left
    out. Letters and digits only, so that it can stand in an address.
    """
    words = ("".join(c for c in str(one) if c.isalnum()).lower() for one in deler if one)
    return "-".join((slag, *words))


@dataclass(frozen=True, slots=True)
class Oppgaverad:
    """One row of the work list."""

    sak: UUID
    saksnr: str
    navn: str | None
    domstype: str
    gruppe: str
    """over_fristen, denne_uken, innen, dato_mangler or senere."""
    slag: str
    """frist, straks, uavklart, mangel or avvik."""
    kode: str
    tittel: Text
    grunn: Text
    dato: date | None
    """The day that counts: the last working day where the rule shows one."""
    fristdato: date | None
    dager: int | None
    """Days left; negative when past."""
    status: str
    fra_lov: bool
    venter_paa: Text
    hos: Hvem | None
    neste_steg: Text
    anker: str
    """Where on the case page it stands (`frist-f12`, `frist-f20-v1-paatale`): its own place."""
    annens: bool = False
    """Whether it waits for the viewer's role, but at the institution that is responsible and not
    at the viewer's, where the person only stays (N-9.7)."""


@dataclass(frozen=True, slots=True)
class Arbeidsliste:
    """The work list of one viewer on one day; the counts are those of the command line."""

    per_dato: date
    til: date
    rader: tuple[Oppgaverad, ...]
    antall: Mapping[str, int]
    """Rows by group."""
    saker: int
    senere: int
    neste: date | None
    """The first date after `til`, for the empty state."""
    side: int = 1
    sider: int = 1


@dataclass(frozen=True, slots=True)
class Hendelsesfelt:
    """One field of an event as shown: label and words."""

    navn: str
    etikett: Text
    verdi: Text


@dataclass(frozen=True, slots=True)
class Hendelsesrad:
    """One entry of the log, with what replaced it and what it replaced."""

    nr: int
    type: str
    navn: Text
    skjedde: date
    registrert: datetime
    aktoer: Hvem
    aktoer_rolle: str
    kilde: Text
    kilde_ref: str | None
    merknad: str | None
    felt: tuple[Hendelsesfelt, ...]
    virkning: str
    erstatter: int | None
    erstattet_av: int | None
    gjelder: bool
    """Whether it counts on the day looked at."""
    kan_rettes: bool
    innhold: Innhold
    raa: Mapping[str, Any] = field(default_factory=dict)
    """The fields as stored, for the correction form and the API."""


@dataclass(frozen=True, slots=True)
class Deltakerbilde:
    """Who takes part, in what capacity and when."""

    slag: Deltakerslag
    hvem: Hvem
    fra: date
    til: date | None


@dataclass(frozen=True, slots=True)
class Plasseringsbilde:
    """Where the person was, for the bars of the timeline."""

    fra: date
    til: date | None
    form: str
    sted: Hvem | None
    enhet: Hvem | None
    sikkerhetsnivaa: Text | None
    rang: int | None
    """1 is the strictest level; None outside the ranking."""


@dataclass(frozen=True, slots=True)
class Lesningsrad:
    """Somebody who has read or changed the case, from the audit log."""

    nr: int
    hvem: Hvem
    rolle: str
    tid: datetime
    handling: str
    lest: tuple[str, ...] = ()
    """Which fields were shown."""


@dataclass(frozen=True, slots=True)
class Saksbilde:
    """A whole case as one viewer may see it, on one day, with what was known then."""

    rad: Saksrad
    foedselsnummer: str | None
    foedselsdato: date | None
    kjoenn: str | None
    adressebeskyttet: bool
    svar: Svar | None
    """The deadlines, findings, duties and missing facts; None before a judgment."""
    hendelser: tuple[Hendelsesrad, ...]
    deltakere: tuple[Deltakerbilde, ...]
    plasseringer: tuple[Plasseringsbilde, ...]
    oppgaver: tuple[Oppgaverad, ...]
    mangler: tuple[Text, ...]
    """Gaps: no faglig ansvarlig, days without placement and the like (N-1.3, N-1.4)."""
    avvik: tuple[Text, ...]
    har_lest: tuple[Lesningsrad, ...]
    kan_registrere: tuple[str, ...]
    """Event types this viewer may record now, in form order."""
    siste_nr: int
    per_dato: date
    som_kjent: datetime | None
    lov: Lovsak | None
    """The facts as the deadline calculator takes them; None before a judgment."""


FAAR: Final = "faar"
MISTER: Final = "mister"
"""What a change comes to for the participant's access: gets it or loses it."""


@dataclass(frozen=True, slots=True)
class Endring:
    """One thing that a new entry would change."""

    slag: str
    """frist, status, plassering, deltaker, oppgave, varsel or tilgang."""
    noekkel: str
    tittel: Text
    undertittel: Text | None
    foer: Mapping[str, Any] | None
    """For a deadline: dato, status, siste_virkedag, lovdato; `tekst` for others, for a participant
    also `navn` and what happens to the access, `tilgang` (faar, mister or empty). None when new."""
    etter: Mapping[str, Any] | None
    """The same after; None when it goes away."""
    alvor: int
    """Higher is worse; the worst change first."""


@dataclass(frozen=True, slots=True)
class Endringsbilde:
    """What recording or correcting an entry would change, before anything is saved."""

    endringer: tuple[Endring, ...]
    uendret: int
    """Number of deadlines that stay as they are."""
    oppgaver_nye: tuple[Text, ...]
    oppgaver_lukket: tuple[Text, ...]
    faar_se: tuple[Text, ...]
    """Who will see it (roles and bodies), in words."""
    avvik: tuple[Text, ...]
    """Deviations from the computation: the entry is recorded, and flagged (principle P1)."""
    krever_grunn: bool
    siste_nr: int
