"""What the queries answer. Nothing here shows itself in a log: `repr` holds ids and codes only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

from django.utils.translation import get_language

from samvern.apps.personer.koder import (
    Adressebeskyttelse,
    Endringsgrunn,
    Kjoenn,
    Koblingsgrunn,
    Kontaktslag,
)
from samvern.engine.crypto import Erased
from samvern.engine.idnummer import Nummertype
from samvern.law.text import Text


@dataclass(frozen=True, slots=True)
class IstedenforNavn:
    """Stands where a name would; writes itself in the reader's written form."""

    text: Text

    def __str__(self) -> str:
        return self.text.lang("nn" if get_language() == "nn" else "nb")


UKJENT_NAVN: Final = IstedenforNavn(Text("Ukjent navn", "Ukjent namn"))

type Navn = str | Erased | IstedenforNavn
type Opplyst = str | Erased | None


@dataclass(frozen=True, slots=True)
class Personbilde:
    """A person as lists and headings show them. `navn` and `nummer` are written with `str`.

    `nummer` is masked, None when there is none. `alder` is whole years on `paa`, or when they died;
    None when it is not known. `bostedskommune` is empty when unknown, erased or protected.
    `koblet` are the persons found to be the same human being (directly).
    """

    id: UUID
    versjon: int
    navn: Navn = field(repr=False)
    nummer: Opplyst = field(repr=False)
    nummertype: Nummertype | None
    kjoenn: Kjoenn
    foedselsdato: date | None = field(repr=False)
    doedsdato: date | None = field(repr=False)
    paa: date
    alder: int | None = field(repr=False)
    adressebeskyttelse: Adressebeskyttelse
    bostedskommune: str = field(repr=False)
    ukjent_identitet: bool
    slettet: bool
    koblet: tuple[UUID, ...]

    @property
    def skjermet(self) -> bool:
        """Whether the page must mark the person as address protected."""
        return self.adressebeskyttelse.skjermet


@dataclass(frozen=True, slots=True)
class Nummerbilde:
    """One number in full, for those who may see it. `vist` is the one shown in lists."""

    id: UUID
    type: Nummertype
    nummer: str | Erased = field(repr=False)
    gyldig_fra: Opplyst = field(repr=False)
    gyldig_til: Opplyst = field(repr=False)
    vist: bool


@dataclass(frozen=True, slots=True)
class Kontaktbilde:
    """One way to reach a person."""

    slag: Kontaktslag
    verdi: str | Erased = field(repr=False)


@dataclass(frozen=True, slots=True)
class Historikklinje:
    """One version of one row: what it said, who registered it, when and why.

    `slag` is the table («personnavn»), `verdier` its columns, without those that address
    protection hides. `erstattet_i` is the version that replaced it; None when it is in force.
    """

    slag: str
    versjon: int
    registrert: datetime
    registrert_av: UUID
    grunn: Endringsgrunn
    erstattet: datetime | None
    erstattet_i: int | None
    verdier: Mapping[str, object] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Koblingslinje:
    """One time that a person was linked to another, or the link was taken back."""

    annen: UUID
    koblet: bool
    grunn: Koblingsgrunn
    registrert: datetime
    registrert_av: UUID
