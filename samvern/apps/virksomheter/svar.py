"""What the queries answer with. Plain values: safe to keep, compare, show and send."""

import uuid
from dataclasses import dataclass
from datetime import date

from samvern.apps.virksomheter.koder import SLAGNAVN, STATUSTEKST, Slag, Status
from samvern.law.text import Text

LONGEST_TEXT = 200
NOT_VERIFIED = Text("ikke verifisert", "ikkje verifisert")


@dataclass(frozen=True, slots=True)
class Belegg:
    """Where one step of an answer comes from, and how well it is supported."""

    fakta: str
    """What the step says: «1811 politidistrikt», «PD-OSLO»."""
    kilde: str
    kilde_dato: date | None
    belegg: str
    ikke_verifisert: bool
    merknad: str = ""

    def as_data(self) -> dict[str, object]:
        """For JSON; what does not apply is left out."""
        data: dict[str, object] = {
            "fakta": self.fakta,
            "kilde": self.kilde,
            "belegg": self.belegg,
            "ikke_verifisert": self.ikke_verifisert,
        }
        if self.kilde_dato:
            data["kilde_dato"] = self.kilde_dato.isoformat()
        if self.merknad:
            data["merknad"] = self.merknad
        return data


@dataclass(frozen=True, slots=True)
class Virksomhetsbilde:
    """A body as it was on a date.

    `sikker` is false when the sources do not say surely that this version held on that date.
    `start_ukjent` means that the body is older than `gyldig_fra`, by how much is not known.
    """

    id: uuid.UUID
    kode: str
    slag: Slag
    navn: Text
    orgnr: str
    sted: str
    overordnet_id: uuid.UUID | None
    overordnet_kode: str
    gyldig_fra: date
    gyldig_til: date | None
    start_ukjent: bool
    sikker: bool
    utvalg: bool
    belegg: Belegg

    def as_data(self) -> dict[str, object]:
        """For JSON; what does not apply is left out."""
        data: dict[str, object] = {
            "id": str(self.id),
            "kode": self.kode,
            "slag": self.slag.value,
            "navn": self.navn.nb,
            "navn_nn": self.navn.nn,
            "gyldig_fra": self.gyldig_fra.isoformat(),
            "start_ukjent": self.start_ukjent,
            "sikker": self.sikker,
            "utvalg": self.utvalg,
            "belegg": self.belegg.as_data(),
        }
        optional = {
            "orgnr": self.orgnr,
            "sted": self.sted,
            "overordnet": self.overordnet_kode,
            "gyldig_til": self.gyldig_til.isoformat() if self.gyldig_til else "",
        }
        return data | {name: value for name, value in optional.items() if value}


@dataclass(frozen=True, slots=True)
class Oppslag:
    """The answer to «which body?». Only `FUNNET` names one; the others say what is missing.

    `kandidater` holds the bodies it may be, where that is known. `belegg` holds the source of each
    step, `kjede` the codes gone through when bodies took over from each other.
    """

    status: Status
    virksomhet: Virksomhetsbilde | None = None
    kandidater: tuple[Virksomhetsbilde, ...] = ()
    belegg: tuple[Belegg, ...] = ()
    kjede: tuple[str, ...] = ()

    @property
    def grunn(self) -> Text:
        """The status as a sentence."""
        return STATUSTEKST[self.status]

    @property
    def ikke_verifisert(self) -> bool:
        """Whether any step of the answer rests on something that is not verified."""
        return any(step.ikke_verifisert for step in self.belegg)

    def as_data(self) -> dict[str, object]:
        """For JSON; what does not apply is left out."""
        data: dict[str, object] = {
            "status": self.status.value,
            "ikke_verifisert": self.ikke_verifisert,
            "belegg": [step.as_data() for step in self.belegg],
        }
        if self.virksomhet:
            data["virksomhet"] = self.virksomhet.as_data()
        if self.kandidater:
            data["kandidater"] = [one.as_data() for one in self.kandidater]
        if self.kjede:
            data["kjede"] = list(self.kjede)
        return data


@dataclass(frozen=True, slots=True)
class UkjentOrgan:
    """A historical body that the register does not hold: its name as the source wrote it.

    Always shown with «ikke verifisert» (LES_FOERST, «Organisasjonsendringer»). Raises ValueError
    (Norwegian text) when the name is empty, too long or more than one line.
    """

    slag: Slag
    tekst: str

    def __post_init__(self) -> None:
        if not self.tekst.strip() or self.tekst != self.tekst.strip():
            raise ValueError("Navnet på organet mangler, eller har mellomrom før eller etter.")
        if len(self.tekst) > LONGEST_TEXT or not self.tekst.isprintable():
            raise ValueError(f"Navnet på organet skal være én linje på høyst {LONGEST_TEXT} tegn.")

    @property
    def visning(self) -> Text:
        """The name as people see it."""
        return Text(*(f"{self.tekst} ({t})" for t in (NOT_VERIFIED.nb, NOT_VERIFIED.nn)))

    @property
    def slagnavn(self) -> Text:
        """What kind of body it was."""
        return SLAGNAVN[self.slag]

    def as_data(self) -> dict[str, object]:
        """As it is stored in an event."""
        return {"slag": self.slag.value, "tekst": self.tekst, "ikke_verifisert": True}


@dataclass(frozen=True, slots=True)
class Enhetsbilde:
    """A unit as it was on a date, with the codes of its security level, stay and doors."""

    id: uuid.UUID
    kode: str
    virksomhet_id: uuid.UUID
    navn: Text
    sikkerhetsnivaa: str
    oppholdsform: str
    doertype: str
    gyldig_fra: date
    gyldig_til: date | None
    sikker: bool
    belegg: Belegg


@dataclass(frozen=True, slots=True)
class Side[T]:
    """One page of a list. `side` counts from 1; `sider` is at least 1."""

    rader: tuple[T, ...]
    antall: int
    side: int
    sider: int


@dataclass(frozen=True, slots=True)
class Kommunebilde:
    """A municipality as it was on a date. `visningsnavn` tells apart those with the same name."""

    kommunenr: str
    navn: str
    visningsnavn: str
    offisielt_navn: str
    fylkenr: str
    fylke: str
    belegg: Belegg


@dataclass(frozen=True, slots=True)
class Bydelsbilde:
    """A city district as it was on a date."""

    bydelnr: str
    kommunenr: str
    navn: str
    belegg: Belegg


@dataclass(frozen=True, slots=True)
class Sikkerhetsnivaabilde:
    """A security level on a date. `rang` 1 is strictest; None is outside the ranking."""

    kode: str
    navn: Text
    hjemmel: str
    oppholdsform: str
    rang: int | None
    lukket: bool | None
    belegg: Belegg


@dataclass(frozen=True, slots=True)
class Lovbruddskategoribilde:
    """A group of offences on a date; `straffebud` is guidance only."""

    kode: str
    navn: Text
    hjemmel: str
    overordnet_kode: str
    gjelder_tidsubestemt: bool
    gjelder_tidsbestemt: bool
    straffebud: str
    belegg: Belegg


@dataclass(frozen=True, slots=True)
class Utilregnelighetsgrunnbilde:
    """A ground of insanity on a date. `i_registeret` is false when it leads to tvungen omsorg."""

    kode: str
    navn: Text
    hjemmel: str
    i_registeret: bool
    belegg: Belegg
