"""Tables of the app. Nothing is overwritten: what changes gets a new row, and the old one says
when, and in which version of the person, it was replaced (the database holds this, see `gjerder`).

Everything that tells who somebody is, lies sealed. Birth date, date of death and municipality do
too: six digits of a number are the birth date, and with the dates of a case it would point at one
of a few hundred persons. Sex and address protection are codes in the clear: the first is counted,
the second must hold even when nothing can be opened. See docs/personer.md.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from samvern.apps.personer.koder import (
    Adressebeskyttelse,
    Endringsgrunn,
    Kjoenn,
    Koblingsgrunn,
    Kontaktslag,
    Slettegrunn,
)
from samvern.engine import clock
from samvern.engine.crypto import EncryptedText
from samvern.engine.idnummer import Nummertype
from samvern.engine.ids import new_id

SUBJECT = "person_id"


def one_of(field: str, codes: Iterable[StrEnum], name: str) -> models.CheckConstraint:
    """The database, too, refuses a code that is not in the list."""
    return models.CheckConstraint(
        name=name, condition=Q(**{f"{field}__in": [code.value for code in codes]})
    )


class Person(models.Model):
    """A human being as registered here; others point at this row.

    `versjon` counts every change of what is known (optimistic concurrency). `opplysning`, `navn`
    and `nummer` point at the rows in force, so that a page of persons is one query. `slettet` says
    when the content was erased.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    versjon = models.PositiveIntegerField(default=1)
    opprettet = models.DateTimeField(default=clock.now)
    opprettet_av = models.UUIDField()
    slettet = models.DateTimeField(null=True)
    opplysning = models.ForeignKey("Personopplysning", models.PROTECT, related_name="+", null=True)
    navn = models.ForeignKey("Personnavn", models.PROTECT, related_name="+", null=True)
    nummer = models.ForeignKey("Personnummer", models.PROTECT, related_name="+", null=True)

    class Meta:
        db_table = "person"

    def __str__(self) -> str:
        return "person"


class Versjonert(models.Model):
    """A row that came with one version of the person, and may be replaced in a later one."""

    SEALED: ClassVar[tuple[str, ...]] = ()
    """Encrypted columns."""
    OPEN: ClassVar[tuple[str, ...]] = ()
    """The other columns that say something about the person."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    versjon = models.PositiveIntegerField()
    registrert = models.DateTimeField()
    registrert_av = models.UUIDField()
    grunn = models.CharField(max_length=30)
    erstattet = models.DateTimeField(null=True)
    erstattet_i = models.PositiveIntegerField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            one_of("grunn", Endringsgrunn, "%(class)s_kjent_grunn"),
            models.CheckConstraint(
                name="%(class)s_erstattet_etter",
                condition=Q(erstattet__isnull=True, erstattet_i__isnull=True)
                | Q(erstattet__gte=F("registrert"), erstattet_i__gt=F("versjon")),
            ),
        )

    def __str__(self) -> str:
        return f"{type(self).__name__.lower()} {self.versjon}"


def one_in_force(name: str) -> models.UniqueConstraint:
    """At most one row of the table is in force for each person."""
    return models.UniqueConstraint(
        fields=["person"], condition=Q(erstattet__isnull=True), name=name
    )


class Personopplysning(Versjonert):
    """Personal particulars apart from name and number."""

    SEALED = ("foedselsdato", "doedsdato", "bostedskommune", "ukjent_grunn")
    OPEN = ("kjoenn", "adressebeskyttelse", "ukjent_identitet")

    kjoenn = models.CharField(max_length=20)
    foedselsdato = EncryptedText(subject=SUBJECT, null=True)
    doedsdato = EncryptedText(subject=SUBJECT, null=True)
    adressebeskyttelse = models.CharField(max_length=20)
    bostedskommune = EncryptedText(subject=SUBJECT, null=True)
    ukjent_identitet = models.BooleanField()
    ukjent_grunn = EncryptedText(subject=SUBJECT, null=True)

    class Meta(Versjonert.Meta):
        abstract = False
        db_table = "personopplysning"
        constraints = (
            *Versjonert.Meta.constraints,
            one_in_force("personopplysning_en_gjelder"),
            one_of("kjoenn", Kjoenn, "personopplysning_kjent_kjoenn"),
            one_of("adressebeskyttelse", Adressebeskyttelse, "personopplysning_kjent_vern"),
            models.CheckConstraint(
                name="personopplysning_ukjent_har_grunn",
                condition=Q(ukjent_identitet=False, ukjent_grunn__isnull=True)
                | Q(ukjent_identitet=True, ukjent_grunn__isnull=False),
            ),
            models.CheckConstraint(
                name="personopplysning_vern_uten_kommune",
                condition=Q(adressebeskyttelse=Adressebeskyttelse.INGEN.value)
                | Q(bostedskommune__isnull=True),
            ),
        )


class Personnavn(Versjonert):
    """What the person is called."""

    SEALED = ("fornavn", "mellomnavn", "etternavn")

    fornavn = EncryptedText(subject=SUBJECT, null=True)
    mellomnavn = EncryptedText(subject=SUBJECT, null=True)
    etternavn = EncryptedText(subject=SUBJECT, null=True)

    class Meta(Versjonert.Meta):
        abstract = False
        db_table = "personnavn"
        constraints = (*Versjonert.Meta.constraints, one_in_force("personnavn_en_gjelder"))


class Personnummer(Versjonert):
    """An identity number that is or was the person's. Several may be in force; one of them is
    shown. A replaced row without a successor was never the person's number."""

    SEALED = ("nummer", "gyldig_fra", "gyldig_til")
    OPEN = ("slag", "utsteder")

    slag = models.CharField(max_length=20)
    utsteder = models.CharField(max_length=9, blank=True, default="")
    nummer = EncryptedText(subject=SUBJECT)
    indeks = models.CharField(max_length=64, null=True)  # noqa: DJ001 -- empty is not a number
    gyldig_fra = EncryptedText(subject=SUBJECT, null=True)
    gyldig_til = EncryptedText(subject=SUBJECT, null=True)

    class Meta(Versjonert.Meta):
        abstract = False
        db_table = "personnummer"
        constraints = (
            *Versjonert.Meta.constraints,
            one_of("slag", Nummertype, "personnummer_kjent_slag"),
            models.UniqueConstraint(
                fields=["indeks"],
                condition=Q(erstattet__isnull=True),
                name="personnummer_en_person",
            ),
        )
        indexes = (models.Index(fields=["person"], name="personnummer_person"),)


class Kontaktopplysning(Versjonert):
    """How the person may be reached. Nobody with address protection has any in force."""

    SEALED = ("verdi",)
    OPEN = ("slag",)

    slag = models.CharField(max_length=20)
    verdi = EncryptedText(subject=SUBJECT)

    class Meta(Versjonert.Meta):
        abstract = False
        db_table = "kontaktopplysning"
        constraints = (
            *Versjonert.Meta.constraints,
            one_of("slag", Kontaktslag, "kontaktopplysning_kjent_slag"),
            models.UniqueConstraint(
                fields=["person", "slag"],
                condition=Q(erstattet__isnull=True),
                name="kontaktopplysning_en_av_hvert_slag",
            ),
        )


class Personkobling(models.Model):
    """Two persons are found to be one human being, or found not to be after all.

    Rows are only added; for a pair, the one with the highest `nr` holds. Persons are never merged,
    so a link that was wrong can be taken back without a trace of either in the other.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    foerste = models.ForeignKey(Person, models.PROTECT, related_name="+")
    andre = models.ForeignKey(Person, models.PROTECT, related_name="+")
    nr = models.PositiveIntegerField()
    koblet = models.BooleanField()
    grunn = models.CharField(max_length=30)
    registrert = models.DateTimeField()
    registrert_av = models.UUIDField()

    class Meta:
        db_table = "personkobling"
        constraints = (
            one_of("grunn", Koblingsgrunn, "personkobling_kjent_grunn"),
            # Also keeps a person from being linked to itself.
            models.CheckConstraint(
                name="personkobling_ordnet", condition=Q(foerste__lt=F("andre"))
            ),
            models.UniqueConstraint(
                fields=["foerste", "andre", "nr"], name="personkobling_en_av_hvert_nr"
            ),
        )

    def __str__(self) -> str:
        return f"personkobling {self.nr}"


class Slettevedtak(models.Model):
    """Who decided that a person's content should be erased, who confirmed it, when and why."""

    person = models.OneToOneField(Person, models.PROTECT, primary_key=True, related_name="+")
    besluttet_av = models.UUIDField()
    bekreftet_av = models.UUIDField()
    grunn = models.CharField(max_length=30)
    slettet = models.DateTimeField()

    class Meta:
        db_table = "slettevedtak"
        constraints = (
            one_of("grunn", Slettegrunn, "slettevedtak_kjent_grunn"),
            models.CheckConstraint(
                name="slettevedtak_to_personer", condition=~Q(besluttet_av=F("bekreftet_av"))
            ),
        )

    def __str__(self) -> str:
        return "slettevedtak"


VERSJONERTE: tuple[type[Versjonert], ...] = (
    Personopplysning,
    Personnavn,
    Personnummer,
    Kontaktopplysning,
)
