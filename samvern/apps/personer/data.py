"""What is sent in about a person. Strict models; every fault at once (see `engine.inndata`)."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Annotated, Final

from pydantic import Field

from samvern.apps.personer import numre
from samvern.apps.personer.koder import Adressebeskyttelse, Kjoenn, Kontaktslag
from samvern.engine import clock
from samvern.engine.avslag import Feil
from samvern.engine.idnummer import MAX_INPUT, Idnummer, Nummertype
from samvern.engine.inndata import (
    MANGLER,
    MANGLER_FELT,
    UGYLDIG_REKKEFOLGE,
    UGYLDIG_VERDI,
    Dato,
    Fritekst,
    Inndata,
    Kode,
    Linje,
    Liste,
)
from samvern.law.text import Text

FIRST_BIRTH: Final = date(1900, 1, 1)
GRUNN_KREVES: Final = Text(
    "Skriv hvorfor identiteten er ukjent.", "Skriv kvifor identiteten er ukjend."
)
GRUNN_UTEN_UKJENT: Final = Text(
    "Grunnen hører bare til når identiteten er ukjent.",
    "Grunnen høyrer berre til når identiteten er ukjend.",
)
NUMMER_KREVES: Final = Text(
    "Skriv nummeret, eller si at identiteten er ukjent, med grunn.",
    "Skriv nummeret, eller sei at identiteten er ukjend, med grunn.",
)
FRAM_I_TID: Final = Text("Datoen kan ikke være fram i tid.", "Datoen kan ikkje vere fram i tid.")
FOR_GAMMEL: Final = Text(
    "Fødselsdatoen kan ikke være før 1900. Se etter skrivefeil i året.",
    "Fødselsdatoen kan ikkje vere før 1900. Sjå etter skrivefeil i året.",
)
DOED_FOER_FOEDT: Final = Text(
    "Dødsdatoen kan ikke være før fødselsdatoen.", "Dødsdatoen kan ikkje vere før fødselsdatoen."
)
SLUTT_FOER_START: Final = Text(
    "Nummeret kan ikke slutte å gjelde før det begynner.",
    "Nummeret kan ikkje slutte å gjelde før det byrjar.",
)
SKJERMET: Final = Text(
    "Personen har adressebeskyttelse. Dette skal ikke stå i registeret.",
    "Personen har adressevern. Dette skal ikkje stå i registeret.",
)
TO_LIKE: Final = Text(
    "Det kan bare stå én opplysning av hvert slag.",
    "Det kan berre stå éi opplysning av kvart slag.",
)

type Nummertekst = Annotated[Linje, Field(max_length=MAX_INPUT)]
type Navnetekst = Annotated[Linje, Field(max_length=100)]
type Kommunenr = Annotated[str, Field(pattern=r"^[0-9]{4}$")]
type Grunntekst = Annotated[Fritekst, Field(max_length=500)]


class Kontaktdata(Inndata):
    """One way to reach the person."""

    slag: Kode[Kontaktslag]
    verdi: Linje


class Navnedata(Inndata):
    """A name. Somebody with one name has it as `etternavn`."""

    fornavn: Navnetekst | None = None
    mellomnavn: Navnetekst | None = None
    etternavn: Navnetekst


class Nummerdata(Inndata):
    """An identity number. The kind must be chosen for H- and DUF-numbers."""

    nummer: Nummertekst
    nummertype: Kode[Nummertype] | None = None
    utsteder: Linje | None = None
    gyldig_fra: Dato | None = None
    gyldig_til: Dato | None = None

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:
        """Judge the number, and the order of its dates."""
        yield from number_faults(gitt)
        fra, til = gitt.get("gyldig_fra"), gitt.get("gyldig_til")
        if _before(til, fra):
            yield Feil("gyldig_til", UGYLDIG_REKKEFOLGE, SLUTT_FOER_START)


class Personaliadata(Inndata):
    """Particulars apart from name, number and address protection: the whole of them, as they are
    from now on. What is left out is not known any more."""

    kjoenn: Kode[Kjoenn]
    foedselsdato: Dato | None = None
    doedsdato: Dato | None = None
    bostedskommune: Kommunenr | None = None
    ukjent_identitet: bool = False
    ukjent_grunn: Grunntekst | None = None

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:
        """Judge the dates, and what an unknown identity needs."""
        yield from date_faults(gitt)
        yield from unknown_faults(gitt)


class Persondata(Inndata):
    """A person to register. `adressebeskyttelse` is always asked for: nobody is unprotected
    because somebody forgot."""

    nummer: Nummertekst | None = None
    nummertype: Kode[Nummertype] | None = None
    utsteder: Linje | None = None
    fornavn: Navnetekst | None = None
    mellomnavn: Navnetekst | None = None
    etternavn: Navnetekst | None = None
    kjoenn: Kode[Kjoenn]
    foedselsdato: Dato | None = None
    doedsdato: Dato | None = None
    adressebeskyttelse: Kode[Adressebeskyttelse]
    bostedskommune: Kommunenr | None = None
    ukjent_identitet: bool = False
    ukjent_grunn: Grunntekst | None = None
    kontakt: Annotated[Liste[Kontaktdata], Field(max_length=len(Kontaktslag))] = ()

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:
        """Judge everything that hangs together."""
        yield from date_faults(gitt)
        yield from unknown_faults(gitt)
        if gitt.get("ukjent_identitet") is not True and gitt.get("etternavn") is None:
            yield Feil("etternavn", MANGLER_FELT, MANGLER)
        if gitt.get("nummer") is not None:
            yield from number_faults(gitt)
        elif gitt.get("ukjent_identitet") is not True:
            yield Feil("nummer", MANGLER_FELT, NUMMER_KREVES)
        yield from protection_faults(gitt)
        kinds = [getattr(one, "slag", None) for one in _listed(gitt.get("kontakt"))]
        if None not in kinds and len(set(kinds)) < len(kinds):
            yield Feil("kontakt", UGYLDIG_VERDI, TO_LIKE)


def number_faults(gitt: Mapping[str, object]) -> Iterable[Feil]:
    """Judge the number together with its kind and issuer; silent where a type is wrong."""
    text, kind = gitt.get("nummer"), gitt.get("nummertype")
    if isinstance(text, str):
        known = kind if isinstance(kind, str) and kind in set(Nummertype) else None
        found = numre.read(
            text,
            Nummertype(known) if known else None,
            str(gitt.get("utsteder") or ""),
            sti="nummer",
        )
        yield from () if isinstance(found, Idnummer) else found


def date_faults(gitt: Mapping[str, object]) -> Iterable[Feil]:
    """Birth and death: not in the future, not in the wrong order, no slip in the year."""
    for field in ("foedselsdato", "doedsdato"):
        if _before(clock.today(), gitt.get(field)):
            yield Feil(field, UGYLDIG_REKKEFOLGE, FRAM_I_TID)
    if _before(gitt.get("foedselsdato"), FIRST_BIRTH):
        yield Feil("foedselsdato", UGYLDIG_VERDI, FOR_GAMMEL)
    if _before(gitt.get("doedsdato"), gitt.get("foedselsdato")):
        yield Feil("doedsdato", UGYLDIG_REKKEFOLGE, DOED_FOER_FOEDT)


def unknown_faults(gitt: Mapping[str, object]) -> Iterable[Feil]:
    """An unknown identity has a reason; a known one has a birth date and no such reason."""
    unknown, reason = gitt.get("ukjent_identitet") is True, gitt.get("ukjent_grunn")
    if unknown and reason is None:
        yield Feil("ukjent_grunn", MANGLER_FELT, GRUNN_KREVES)
    if not unknown and reason is not None:
        yield Feil("ukjent_grunn", UGYLDIG_VERDI, GRUNN_UTEN_UKJENT)
    if not unknown and gitt.get("foedselsdato") is None:
        yield Feil("foedselsdato", MANGLER_FELT, MANGLER)


def protection_faults(gitt: Mapping[str, object]) -> Iterable[Feil]:
    """Nothing that tells where the person lives comes in together with address protection."""
    code = gitt.get("adressebeskyttelse")
    if not (isinstance(code, str) and code in set(Adressebeskyttelse)):
        return
    if Adressebeskyttelse(code).skjermet:
        for field in ("bostedskommune", "kontakt"):
            if gitt.get(field):
                yield Feil(field, UGYLDIG_VERDI, SKJERMET)


def _listed(value: object) -> Sequence[object]:
    return value if isinstance(value, list | tuple) else ()


@functools.singledispatch
def _date(_: object) -> date | None:
    """The date in a value, as sent or as read; None when it is none."""
    return None


@_date.register
def _(value: date) -> date | None:
    return value


@_date.register
def _(value: str) -> date | None:
    try:
        return date.fromisoformat(value.strip())
    except ValueError:
        return None


def _before(one: object, other: object) -> bool:
    first, second = _date(one), _date(other)
    return first is not None and second is not None and first < second
