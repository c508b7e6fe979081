"""What the actions take: an event, a correction, a wrongly recorded entry, a new case."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from pydantic import Field

from samvern.apps.personer.public import Persondata
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.koder import Kilde
from samvern.engine import clock
from samvern.engine.avslag import Feil
from samvern.engine.inndata import (
    UGYLDIG_REKKEFOLGE,
    UGYLDIG_VERDI,
    Dato,
    Fritekst,
    Id,
    Inndata,
    Kode,
    Linje,
)
from samvern.law.text import Text

UKJENT_TYPE: Final = Text("Velg hva som har skjedd.", "Vel kva som har skjedd.")
FRAM_I_TID: Final = Text(
    "Datoen er fram i tid. Registrer hendelsen når den har skjedd.",
    "Datoen er fram i tid. Registrer hendinga når ho har skjedd.",
)
FOER_2002: Final = Text(
    "Registeret gjelder dommer fra og med 1. januar 2002.",
    "Registeret gjeld dommar frå og med 1. januar 2002.",
)
_FIRST_YEAR: Final = 2002


class Hendelsesdata(Inndata):
    """One event: what, when (a local day), where it is known from, and its fields."""

    type: Linje
    skjedde: Dato
    kilde: Kode[Kilde]
    kilde_ref: Linje | None = None
    merknad: Fritekst | None = None
    innhold: dict[str, Any] = Field(default_factory=dict)

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:
        """What only shows when the fields are seen together."""
        kind = gitt.get("type")
        if kind is not None and not (isinstance(kind, str) and kind in SAKSARTER):
            yield Feil("type", UGYLDIG_VERDI, UKJENT_TYPE)
        yield from day_faults(gitt.get("skjedde"))


def day_faults(day: object) -> Iterable[Feil]:
    """What is wrong with the day of an event: ahead of us, or before the register (N-1.2)."""
    if not hasattr(day, "year"):
        return
    if day > clock.today():  # type: ignore[operator]
        yield Feil("skjedde", UGYLDIG_REKKEFOLGE, FRAM_I_TID)
    if day.year < _FIRST_YEAR:
        yield Feil("skjedde", UGYLDIG_REKKEFOLGE, FOER_2002, hjemmel="strl1902/39")


class Rettingsdata(Hendelsesdata):
    """An event as it should have been, and why it is corrected."""

    grunn: Fritekst


class Feilfoeringsdata(Inndata):
    """Why an entry should not have been there."""

    grunn: Fritekst


class Personvalg(Inndata):
    """A person the register already has."""

    id: Id


class Saksdata(Inndata):
    """A new case: whose, and the indictment or judgment it begins with, with what followed."""

    person: Personvalg | Persondata
    hendelser: list[Hendelsesdata]
    duplikat_bekreftet: Fritekst | None = None
    """Why there is to be one case more for the same person."""
