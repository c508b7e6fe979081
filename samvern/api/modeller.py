"""The shapes of the answers, for the OpenAPI document: made from the pictures, never beside them.

A field added to a picture is in the document at once; a test validates real answers against it.
"""

import functools
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, create_model

from samvern.api.gjengivelse import UTELATT
from samvern.apps.saker import public as saker
from samvern.law.text import Text
from samvern.law.trace import Svar

_CLOSED: Final = ConfigDict(extra="forbid")


class Tekst(BaseModel):
    """En tekst på bokmål og nynorsk."""

    model_config = _CLOSED
    nb: str
    nn: str


class Frister(BaseModel):
    """Svaret fra fristmotoren: frister, varsler, plikter uten tallfestet frist og det uavklarte.

    Feltene er de samme som i «samvern frister». Ordene er på bokmål.
    """

    model_config = _CLOSED
    regelsett: str
    per_dato: date
    frister: list[dict[str, Any]]
    varsler: list[dict[str, Any]]
    straks: list[dict[str, Any]]
    uavklart: list[dict[str, Any]]


class Feilrad(BaseModel):
    """Én feil: hvor, hvilken kode, og i ord."""

    model_config = _CLOSED
    sti: str = Field(description="Stedet i det som ble sendt; tomt når det gjelder helheten.")
    kode: str
    melding: str
    hjemmel: str = Field("", description="Bestemmelse eller regel, når det er en.")
    tidligst: date | None = Field(None, description="Tidligste lovlige dato, når det er en.")


class Saksnoekkel(BaseModel):
    """En sak som finnes fra før."""

    model_config = _CLOSED
    id: UUID
    saksnr: str


class Problem(BaseModel):
    """Et avslag (RFC 9457). «kode» er stabil og kan sammenlignes av programmer."""

    model_config = _CLOSED
    type: str
    title: str
    status: int
    kode: str
    feil: list[Feilrad]
    tillatt: list[str] | None = Field(None, description="Hendelsestypene som er mulige nå.")
    siste_nr: int | None = Field(None, description="Nummeret på den nyeste hendelsen i saken.")
    saker: list[Saksnoekkel] | None = Field(None, description="Sakene personen har fra før.")


def _type(hint: Any) -> Any:
    """A type of a picture as JSON has it."""
    if hint is Text:
        return Tekst
    if hint is Svar:
        return Frister
    if is_dataclass(hint) and isinstance(hint, type):
        return modell(hint)
    inner = get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return functools.reduce(lambda a, b: a | b, (_type(one) for one in inner))
    if get_origin(hint) in (tuple, frozenset, list):
        return list[_type(inner[0])]  # type: ignore[misc]
    if get_origin(hint) is Mapping:
        return dict[str, _type(inner[1])]  # type: ignore[misc]
    return NoneType if hint is NoneType else hint


@functools.cache
def modell(picture: type) -> type[BaseModel]:
    """The model of a picture: the same names, every field always there."""
    hints = get_type_hints(picture)
    left_out = UTELATT.get(picture, frozenset())
    wanted: dict[str, Any] = {
        one.name: (_type(hints[one.name]), ...)
        for one in fields(picture)
        if one.name not in left_out
    }
    return create_model(
        picture.__name__, __config__=_CLOSED, __doc__=FORKLART[picture.__name__], **wanted
    )


FORKLART: Final[Mapping[str, str]] = {
    "Hvem": "En person eller et organ, slik det skrives.",
    "Saksrad": "Én sak, kort. «skjult» har navnene på feltene rollen ikke ser.",
    "Registerside": "Én side av registeret.",
    "Oppgaverad": "Én rad i arbeidslisten.",
    "Arbeidsliste": "Arbeidslisten på én dag. Tallene er de samme som på kommandolinjen.",
    "Hendelsesfelt": "Ett felt i en hendelse, slik det vises.",
    "Hendelsesrad": "Én hendelse i saken, med hva den erstatter og hva som erstatter den.",
    "Deltakerbilde": "Hvem som deltar i saken, som hva, og når.",
    "Plasseringsbilde": "Hvor personen var.",
    "Lesningsrad": "Noen som har lest eller endret saken.",
    "Saksbilde": "En hel sak, slik den som spør får se den.",
    "Endring": "Én ting en ny hendelse vil endre.",
    "Endringsbilde": "Hva som vil endres. Ingenting er lagret.",
}

Registerside = modell(saker.Registerside)
Arbeidsliste = modell(saker.Arbeidsliste)
Saksbilde = modell(saker.Saksbilde)
Endringsbilde = modell(saker.Endringsbilde)


def _svar(navn: str, forklart: str, **felt: Any) -> type[BaseModel]:
    """The model of an answer that holds pictures."""
    wanted: dict[str, Any] = {
        name: kind if isinstance(kind, tuple) else (kind, ...) for name, kind in felt.items()
    }
    return create_model(navn, __config__=_CLOSED, __doc__=forklart, **wanted)


Treff = _svar(
    "Treff",
    "Sakene som passet: med nummeret, eller til personen med fødselsnummeret.",
    rader=list[modell(saker.Saksrad)],  # type: ignore[misc]
)
Hendelser = _svar(
    "Hendelser",
    "Hendelsene i en sak. «siste_nr» er det som skal stå i If-Match.",
    sak=UUID,
    siste_nr=int,
    hendelser=list[modell(saker.Hendelsesrad)],  # type: ignore[misc]
)
Historikk = _svar(
    "Historikk",
    "Alle versjoner av én hendelse, den eldste først.",
    sak=UUID,
    versjoner=list[modell(saker.Hendelsesrad)],  # type: ignore[misc]
)
Lesere = _svar(
    "Lesere",
    "Hvem som har lest eller endret saken, den siste først.",
    sak=UUID,
    lesere=list[modell(saker.Lesningsrad)],  # type: ignore[misc]
    eldre=(int | None, Field(description="Send dette som «foer» for å få de eldre.")),
)


class Lagret(BaseModel):
    """Det som ble lagret. «gjentatt»: det samme var sendt før, og ingenting er lagret på nytt."""

    model_config = _CLOSED
    sak: UUID
    saksnr: str
    nr: int
    gjentatt: bool


class Valg(BaseModel):
    """En verdi som kan velges."""

    model_config = _CLOSED
    kode: str
    navn: Tekst


class Valgliste(BaseModel):
    """Verdiene som kan velges i et felt."""

    model_config = _CLOSED
    valg: list[Valg]


class Katalogfelt(BaseModel):
    """Ett felt i en hendelsestype."""

    model_config = _CLOSED
    navn: str
    slag: str
    etikett: Tekst
    hjelp: Tekst | None
    paakrevd: bool
    valg: list[Valg] = Field(description="Kodene, for feltene med slag kode og kodeliste.")
    kodeverk: str
    virksomhetsslag: list[str]
    peker_paa: list[str]
    nummererte: list[str]
    minst: int | None
    hoeyst: int | None
    i_loven: bool


class Katalogtype(BaseModel):
    """Én hendelsestype."""

    model_config = _CLOSED
    kode: str
    navn: Tekst
    hjelp: Tekst
    innhold: str
    i_loven: bool
    etter_opphoer: bool
    kan_registrere: bool = Field(description="Om rollen kan registrere typen i en sak den ser.")
    felt: list[Katalogfelt]


class Katalog(BaseModel):
    """Alle hendelsestyper, med kodene som gjaldt på dagen."""

    model_config = _CLOSED
    dag: date
    typer: list[Katalogtype]
    kilder: list[Valg]


class Virksomhet(BaseModel):
    """En virksomhet på en dag."""

    model_config = _CLOSED
    id: UUID
    kode: str
    slag: str
    navn: Tekst
    orgnr: str
    sted: str
    overordnet_id: UUID | None
    overordnet_kode: str
    gyldig_fra: date
    gyldig_til: date | None
    sikker: bool = Field(description="Om kildene sier sikkert at dette gjaldt den dagen.")


class Virksomheter(BaseModel):
    """Én side av virksomhetene."""

    model_config = _CLOSED
    rader: list[Virksomhet]
    antall: int
    side: int
    sider: int


class Navngitt(BaseModel):
    """Noe med navn."""

    model_config = _CLOSED
    id: UUID
    navn: Tekst


class Noekkelbilde(BaseModel):
    """Nøkkelen som ble brukt."""

    model_config = _CLOSED
    id: UUID
    navn: str
    formaal: str
    utloeper: datetime


class Meg(BaseModel):
    """Hvem nøkkelen gjelder, i hvilken rolle og til hva."""

    model_config = _CLOSED
    bruker: UUID
    navn: str
    rolle: str
    rollenavn: Tekst
    virksomhet: Navngitt
    noekkel: Noekkelbilde
    i_dag: date
