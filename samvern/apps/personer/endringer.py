"""Changing what is known about a person: a new version each time, and nothing overwritten.

Every function takes the version the caller saw. All raise Nektet, FinnesIkke and IkkeNaa
(ENDRET_I_MENS, FEIL_TILSTAND), are called within `lesing.writing`, and are recorded by the caller.
"""

from typing import Final
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from samvern.apps.personer import access, numre
from samvern.apps.personer.data import (
    NUMMER_KREVES,
    SKJERMET,
    Kontaktdata,
    Navnedata,
    Nummerdata,
    Personaliadata,
)
from samvern.apps.personer.koder import Adressebeskyttelse, Endringsgrunn, Kontaktslag
from samvern.apps.personer.models import (
    Kontaktopplysning,
    Personnavn,
    Personnummer,
    Personopplysning,
)
from samvern.apps.personer.registrering import (
    add_number,
    iso,
    municipality_faults,
    refuse_taken,
    valid_number,
)
from samvern.apps.personer.skriving import Change, change
from samvern.engine.avslag import Feil, FinnesIkke, IkkeNaa, Ugyldig
from samvern.engine.idnummer import Nummertype
from samvern.engine.inndata import UGYLDIG_VERDI
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

INGEN_ENDRING: Final = Text("Det er ingenting å endre.", "Det er ingenting å endre.")


@sensitive_variables()
def endre_navn(
    viewer: Viewer, person: UUID, versjon: int, navn: Navnedata, grunn: Endringsgrunn
) -> None:
    """Give the person another name; the former stays readable in the history."""
    access.require(viewer, access.ENDRE)
    with change(viewer, person, versjon, grunn) as new:
        new.close(new.person.navn)
        texts = {name: getattr(navn, name) for name in Personnavn.SEALED}
        new.person.navn = new.add(Personnavn, texts)


@sensitive_variables()
def endre_personalia(
    viewer: Viewer, person: UUID, versjon: int, data: Personaliadata, grunn: Endringsgrunn
) -> None:
    """Replace the particulars. Somebody whose identity is known must have a number and a name.

    Also raises Ugyldig: the municipality does not exist, or may not be known.
    """
    access.require(viewer, access.ENDRE)
    with change(viewer, person, versjon, grunn) as new:
        old = _particulars(new)
        faults = tuple(municipality_faults(data.bostedskommune))
        if data.bostedskommune and Adressebeskyttelse(old.adressebeskyttelse).skjermet:
            faults = (Feil("bostedskommune", UGYLDIG_VERDI, SKJERMET),)
        if not data.ukjent_identitet and not (new.person.nummer and new.person.navn):
            faults += (Feil("ukjent_identitet", UGYLDIG_VERDI, NUMMER_KREVES),)
        if faults:
            raise Ugyldig(faults)
        texts = {
            "foedselsdato": iso(data.foedselsdato),
            "doedsdato": iso(data.doedsdato),
            "bostedskommune": data.bostedskommune,
            "ukjent_grunn": data.ukjent_grunn,
        }
        new.close(old)
        new.person.opplysning = new.add(
            Personopplysning,
            texts,
            kjoenn=data.kjoenn.value,
            adressebeskyttelse=old.adressebeskyttelse,
            ukjent_identitet=data.ukjent_identitet,
        )


@sensitive_variables()
def endre_adressebeskyttelse(
    viewer: Viewer, person: UUID, versjon: int, vern: Adressebeskyttelse, grunn: Endringsgrunn
) -> None:
    """Set or lift address protection.

    With protection, the municipality is left out of the new version and all contact data is taken
    out of force: nothing that tells where the person lives is shown from then on, also not from
    the history. Lifting it brings nothing back. Source: trust table A9.
    """
    access.require(viewer, access.ENDRE)
    with change(viewer, person, versjon, grunn) as new:
        old = _particulars(new)
        if old.adressebeskyttelse == vern.value:
            raise IkkeNaa([Feil("adressebeskyttelse", "FEIL_TILSTAND", INGEN_ENDRING)])
        texts = {name: new.text(old, name) for name in Personopplysning.SEALED}
        if vern.skjermet:
            texts["bostedskommune"] = None
            for row in Kontaktopplysning.objects.filter(person=new.person, erstattet=None):
                new.close(row)
        new.close(old)
        new.person.opplysning = new.add(
            Personopplysning,
            texts,
            kjoenn=old.kjoenn,
            adressebeskyttelse=vern.value,
            ukjent_identitet=old.ukjent_identitet,
        )


@sensitive_variables()
def legg_til_nummer(
    viewer: Viewer, person: UUID, versjon: int, data: Nummerdata, grunn: Endringsgrunn
) -> None:
    """Give the person one more number, shown from now on; the former ones still find the person.

    Where the new number begins to apply, the former one shown ends. Also raises Ugyldig and
    FinnesFraFoer: when the number belongs to another registered person, link the two.
    """
    access.require(viewer, access.ENDRE)
    number = valid_number(data.nummer, data.nummertype, data.utsteder)
    if number is None:
        raise TypeError("Nummerdata har alltid et nummer.")
    with change(viewer, person, versjon, grunn) as new:
        refuse_taken(number)
        if new.person.nummer is not None and data.gyldig_fra is not None:
            _end(new, new.person.nummer, str(data.gyldig_fra))
        fra, til = iso(data.gyldig_fra), iso(data.gyldig_til)
        new.person.nummer = add_number(new, number, fra, til)


def trekk_nummer(viewer: Viewer, person: UUID, versjon: int, nummer: UUID) -> None:
    """Take out a number that was never the person's: it finds nobody from now on.

    `nummer` is the id in `numre_for`. Also raises Ugyldig when a known person would be left without
    a number.
    """
    access.require(viewer, access.ENDRE)
    with change(viewer, person, versjon, Endringsgrunn.RETTELSE) as new:
        standing = list(
            Personnummer.objects.filter(person=new.person, erstattet=None).order_by("versjon", "id")
        )
        wrong = next((row for row in standing if row.pk == nummer), None)
        if wrong is None:
            raise FinnesIkke
        left = [row for row in standing if row.pk != nummer]
        if not left and not _particulars(new).ukjent_identitet:
            raise Ugyldig([Feil("nummer", UGYLDIG_VERDI, NUMMER_KREVES)])
        new.close(wrong)
        if new.person.nummer_id == nummer:
            new.person.nummer = left[-1] if left else None


@sensitive_variables()
def endre_kontakt(
    viewer: Viewer, person: UUID, versjon: int, data: Kontaktdata, grunn: Endringsgrunn
) -> None:
    """Set one kind of contact data. Also raises Ugyldig when the person has address protection."""
    access.require(viewer, access.ENDRE)
    with change(viewer, person, versjon, grunn) as new:
        if Adressebeskyttelse(_particulars(new).adressebeskyttelse).skjermet:
            raise Ugyldig([Feil("slag", UGYLDIG_VERDI, SKJERMET)])
        new.close(_contact(new, data.slag))
        new.add(Kontaktopplysning, {"verdi": data.verdi}, slag=data.slag.value)


def fjern_kontakt(
    viewer: Viewer, person: UUID, versjon: int, slag: Kontaktslag, grunn: Endringsgrunn
) -> None:
    """Take contact data out of force. Raises IkkeNaa (FEIL_TILSTAND) when there is none."""
    access.require(viewer, access.ENDRE)
    with change(viewer, person, versjon, grunn) as new:
        old = _contact(new, slag)
        if old is None:
            raise IkkeNaa([Feil("slag", "FEIL_TILSTAND", INGEN_ENDRING)])
        new.close(old)


def _particulars(new: Change) -> Personopplysning:
    if new.person.opplysning is None:
        raise FinnesIkke
    return new.person.opplysning


def _contact(new: Change, slag: Kontaktslag) -> Kontaktopplysning | None:
    standing = Kontaktopplysning.objects.filter(person=new.person, erstattet=None)
    return standing.filter(slag=slag.value).first()


@sensitive_variables()
def _end(new: Change, old: Personnummer, last: str) -> None:
    """Replace a number's row with one that says when it ceased to apply."""
    digits = new.text(old, "nummer") or ""
    fra = new.text(old, "gyldig_fra")
    # The date the new one begins is also the date the former one ceases, never before it began.
    til = max(last, fra or last)
    new.close(old)
    add_number(new, numre.reopened(digits, Nummertype(old.slag), old.utsteder), fra, til)
