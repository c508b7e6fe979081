"""The keys. A row is never deleted, and only the marks of use and withdrawal change."""

import uuid

from django.db import models
from django.db.models import F, Q

from samvern.apps.apinoekler.koder import FORMAALSNAVN, LENGSTE_NAVN

FORMAALSVALG = [(kode.value, navn.nb) for kode, navn in FORMAALSNAVN.items()]


class Apinoekkel(models.Model):
    """One key: whose, in which role, for what, until when. The secret itself is nowhere."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.ForeignKey("brukere.Bruker", models.PROTECT, related_name="+")
    rolle = models.UUIDField()
    """`Tilknytning.noekkel`: the role as such, through every change of its last day."""
    formaal = models.CharField(max_length=40, choices=FORMAALSVALG)
    navn = models.CharField(max_length=LENGSTE_NAVN)
    """What the owner calls it, to know it again. Never logged."""
    avtrykk = models.CharField(max_length=64)
    """SHA-256 of the id and the secret, in hex."""
    oektversjon = models.PositiveIntegerField()
    """`Bruker.oektversjon` when it was made: what ends every session ends the key as well."""
    opprettet = models.DateTimeField()
    utloeper = models.DateTimeField()
    trukket = models.DateTimeField(null=True)
    sist_brukt = models.DateTimeField(null=True)
    """To the hour, so that use does not write each time; every use is in the audit log."""

    class Meta:
        constraints = (
            models.CheckConstraint(
                name="apinoekkel_kjent_formaal",
                condition=Q(formaal__in=[kode for kode, _ in FORMAALSVALG]),
            ),
            models.CheckConstraint(
                name="apinoekkel_utloeper_etter", condition=Q(utloeper__gt=F("opprettet"))
            ),
        )
        indexes = (models.Index(fields=["bruker", "opprettet"], name="apinoekkel_bruker"),)

    def __str__(self) -> str:
        return str(self.pk)
