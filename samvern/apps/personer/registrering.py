"""Registering a person, and the warning that the number is already somebody's."""

from collections.abc import Iterable, Mapping
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction
from django.views.decorators.debug import sensitive_variables

from samvern.apps.noekler.public import Keys, create_key
from samvern.apps.personer import access, numre
from samvern.apps.personer.data import Persondata
from samvern.apps.personer.koder import Endringsgrunn
from samvern.apps.personer.models import (
    Kontaktopplysning,
    Person,
    Personnavn,
    Personnummer,
    Personopplysning,
)
from samvern.apps.personer.skriving import Change
from samvern.apps.virksomheter.public import kommune
from samvern.engine import clock
from samvern.engine.avslag import Feil, IkkeNaa, Ugyldig
from samvern.engine.idnummer import Idnummer, Nummertype
from samvern.engine.ids import new_id
from samvern.engine.inndata import UGYLDIG_VERDI, les
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

FINNES: Final = Text(
    "Nummeret er allerede registrert. Bruk personen som finnes, eller sjekk nummeret.",
    "Nummeret er alt registrert. Bruk personen som finst, eller sjekk nummeret.",
)
UKJENT_KOMMUNE: Final = Text(
    "Kommunenummeret finnes ikke i dag.", "Kommunenummeret finst ikkje i dag."
)


class FinnesFraFoer(IkkeNaa):
    """The number is somebody's already. Code FINNES_FRA_FOER.

    `person` is whose: the caller shows it only when its row filter lets the viewer see the person,
    and otherwise gives the message alone.
    """

    def __init__(self, person: UUID) -> None:
        self.person = person
        super().__init__([Feil("nummer", "FINNES_FRA_FOER", FINNES)])


def les_person(data: object) -> tuple[Persondata | None, tuple[Feil, ...]]:
    """Read what was sent in about a person: the data and no faults, or None and every fault.

    Looks up the municipality (one query when one is given). Whether the number is somebody's
    already is not answered here; `registrer` says it.
    """
    read, found = les(Persondata, data)
    given = data.get("bostedskommune") if isinstance(data, Mapping) else None
    if isinstance(given, str) and not any(fault.sti == "bostedskommune" for fault in found):
        found += tuple(municipality_faults(given.strip()))
    return (None if found else read), found


def municipality_faults(number: str | None) -> Iterable[Feil]:
    """Say whether the municipality does not exist today; empty is no fault."""
    if number and kommune(number, clock.today()) is None:
        yield Feil("bostedskommune", UGYLDIG_VERDI, UKJENT_KOMMUNE)


@sensitive_variables()
def registrer(viewer: Viewer, data: Persondata) -> UUID:
    """Register a person with a data key of their own; the person's id.

    Within `lesing.writing`; the calling action records it. Raises Nektet; Ugyldig (the number is
    not for this installation, the municipality does not exist); FinnesFraFoer when the number is
    somebody's, also when another registers it at the same moment. Source: N 2.1, TR-D3, TR-A10.
    """
    access.require(viewer, access.REGISTRERE)
    number = valid_number(data.nummer, data.nummertype, data.utsteder)
    if faults := tuple(municipality_faults(data.bostedskommune)):
        raise Ugyldig(faults)
    with transaction.atomic():
        if number is not None:
            refuse_taken(number)
        person = Person(id=new_id(), opprettet=clock.now(), opprettet_av=viewer.bruker)
        person.save(force_insert=True)
        create_key(person.id)
        new = Change(
            person,
            Keys.writing([person.id]),
            person.versjon,
            Endringsgrunn.REGISTRERT,
            viewer.bruker,
            person.opprettet,
        )
        _add_rows(new, data, number)
        person.save(update_fields=["opplysning", "navn", "nummer"])
    return person.id


@sensitive_variables()
def valid_number(
    text: str | None, slag: Nummertype | None, utsteder: str | None
) -> Idnummer | None:
    """Judge a number once more, where it is used. Raises Ugyldig."""
    if text is None:
        return None
    number = numre.read(text, slag, utsteder or "", sti="nummer")
    if not isinstance(number, Idnummer):
        raise Ugyldig(number)
    return number


def owner(number: Idnummer) -> UUID | None:
    """Return whose number it is or was. One query."""
    standing = Personnummer.objects.filter(indeks=numre.index(number), erstattet=None)
    return standing.values_list("person_id", flat=True).first()


def refuse_taken(number: Idnummer) -> None:
    """Raise FinnesFraFoer when the number is somebody's."""
    if (taken := owner(number)) is not None:
        raise FinnesFraFoer(taken)


@sensitive_variables()
def add_number(
    change: Change, number: Idnummer, fra: str | None = None, til: str | None = None
) -> Personnummer:
    """Insert a number. Raises FinnesFraFoer when somebody registered it just before."""
    texts = {"nummer": number.siffer, "gyldig_fra": fra, "gyldig_til": til}
    try:
        with transaction.atomic():
            return change.add(
                Personnummer,
                texts,
                slag=number.type.value,
                utsteder=number.utsteder,
                indeks=numre.index(number),
            )
    except IntegrityError:
        refuse_taken(number)
        raise


@sensitive_variables()
def _add_rows(new: Change, data: Persondata, number: Idnummer | None) -> None:
    person = new.person
    person.opplysning = new.add(
        Personopplysning,
        {
            "foedselsdato": iso(data.foedselsdato),
            "doedsdato": iso(data.doedsdato),
            "bostedskommune": data.bostedskommune,
            "ukjent_grunn": data.ukjent_grunn,
        },
        kjoenn=data.kjoenn.value,
        adressebeskyttelse=data.adressebeskyttelse.value,
        ukjent_identitet=data.ukjent_identitet,
    )
    names = {name: getattr(data, name) for name in Personnavn.SEALED}
    if any(names.values()):
        person.navn = new.add(Personnavn, names)
    if number is not None:
        person.nummer = add_number(new, number)
    for one in data.kontakt:
        new.add(Kontaktopplysning, {"verdi": one.verdi}, slag=one.slag.value)


def iso(day: object) -> str | None:
    """Write a date as it is sealed; None stays None."""
    return None if day is None else str(day)
