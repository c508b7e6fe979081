"""Users, their roles in time, and what they log in with.

Users are staff: their names stand in the open, as in any staff list. The secret of the code
generator is sealed with a data key of the user's own.
"""

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models
from django.db.models import F, Q

from samvern.apps.brukere.koder import PROFESJONSNAVN
from samvern.apps.virksomheter.public import Virksomhet
from samvern.engine.crypto import EncryptedText
from samvern.engine.roller import ROLLENAVN

ROLLEVALG = [(rolle.value, navn.nb) for rolle, navn in ROLLENAVN.items()]
PROFESJONSVALG = [(kode.value, navn.nb) for kode, navn in PROFESJONSNAVN.items()]


class Bruker(AbstractBaseUser):
    """A person who can log in. What the person may do follows from the roles, never from here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    brukernavn = models.CharField(max_length=254, unique=True)
    """Form of an e-mail address, lower case; nothing is ever sent to it."""
    navn = models.CharField(max_length=200)
    aktiv = models.BooleanField(default=True)
    hpr = models.CharField(max_length=9, blank=True, default="")
    """Number in Helsepersonellregisteret, for those who sign as faglig ansvarlig."""
    profesjon = models.CharField(max_length=20, blank=True, default="", choices=PROFESJONSVALG)
    engangspassord_til = models.DateTimeField(null=True)
    """Set while the password is one an administrator has seen: usable once, until this moment."""
    oektversjon = models.PositiveIntegerField(default=1)
    """Counted up when every session of the person must end at once."""
    oppdiktet = models.BooleanField(default=False)
    """An invented person of the demo: the only kind the page «Velg person» lets anyone be."""
    registrert = models.DateTimeField()
    registrert_av = models.CharField(max_length=64)

    USERNAME_FIELD = "brukernavn"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["navn"]
    objects: ClassVar[models.Manager["Bruker"]] = models.Manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="bruker_har_navn", condition=~Q(navn="") & ~Q(brukernavn="")
            ),
        )

    def __str__(self) -> str:
        return str(self.pk)


class Tilknytning(models.Model):
    """One version of a role that a person holds at an organisation, for some days.

    Both days are included. A row never changes: giving another last day closes it (`erstattet`)
    and adds a new one with the same `noekkel`, so that what was known when stays readable.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    noekkel = models.UUIDField(default=uuid.uuid4, editable=False)
    """The role as such, the same through every change of its last day."""
    bruker = models.ForeignKey(Bruker, models.PROTECT, related_name="tilknytninger")
    rolle = models.CharField(max_length=30, choices=ROLLEVALG)
    virksomhet = models.ForeignKey(Virksomhet, models.PROTECT, related_name="+")
    fra = models.DateField()
    til = models.DateField(null=True)
    registrert = models.DateTimeField()
    registrert_av = models.CharField(max_length=64)
    erstattet = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="tilknytning_kjent_rolle",
                condition=Q(rolle__in=[kode for kode, _ in ROLLEVALG]),
            ),
            models.CheckConstraint(
                name="tilknytning_erstattet_etter",
                condition=Q(erstattet__isnull=True) | Q(erstattet__gte=F("registrert")),
            ),
            models.UniqueConstraint(
                name="tilknytning_en_gjelder",
                fields=["noekkel"],
                condition=Q(erstattet__isnull=True),
            ),
        )
        indexes = (models.Index(fields=["bruker", "erstattet"], name="tilknytning_bruker"),)

    def __str__(self) -> str:
        return str(self.noekkel)


class Kodegenerator(models.Model):
    """The secret that a person's app makes six-digit codes from (RFC 6238)."""

    bruker = models.OneToOneField(Bruker, models.PROTECT, primary_key=True, related_name="+")
    hemmelighet = EncryptedText(subject="bruker_id")
    siste_teller = models.BigIntegerField(default=0)
    """The newest period whose code has been used; no code is taken twice."""
    bekreftet = models.DateTimeField(null=True)
    """When the first code was typed back; without it the person is not yet asked for codes."""

    def __str__(self) -> str:
        return str(self.bruker_id)


class Gjenopprettingskode(models.Model):
    """A code to use once when the app is gone. Only its keyed hash is kept."""

    bruker = models.ForeignKey(Bruker, models.PROTECT, related_name="+")
    avtrykk = models.CharField(max_length=64)
    brukt = models.DateTimeField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(name="gjenopprettingskode_en", fields=["bruker", "avtrykk"]),
        )

    def __str__(self) -> str:
        return str(self.pk)


class Innloggingssperre(models.Model):
    """Failed attempts on one user name, known or not. The name itself is not kept."""

    noekkel = models.CharField(max_length=64, primary_key=True)
    antall = models.PositiveIntegerField(default=0)
    sist = models.DateTimeField()
    aapner = models.DateTimeField()
    """Before this moment nothing is tried, right or wrong."""

    def __str__(self) -> str:
        return self.noekkel
