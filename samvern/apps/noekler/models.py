"""The table of wrapped data keys."""

from django.db import models
from django.db.models import Q

from samvern.engine import clock


class Datanoekkel(models.Model):
    """One version of one person's data key, wrapped with a master key that lies elsewhere.

    `subjekt` is a random id (a person's, never something about the person). `avloest` says when a
    newer version took over, `slettet` when the person was erased. `innpakket` is empty when the
    key is gone: always after erasure, some time after being superseded.
    """

    subjekt = models.UUIDField()
    versjon = models.PositiveIntegerField()
    innpakket = models.BinaryField(null=True)
    hovednoekkel = models.CharField(max_length=32)
    opprettet = models.DateTimeField(default=clock.now)
    avloest = models.DateTimeField(null=True)
    slettet = models.DateTimeField(null=True)

    class Meta:
        db_table = "datanoekkel"
        constraints = (
            models.UniqueConstraint(
                fields=["subjekt", "versjon"], name="datanoekkel_en_per_versjon"
            ),
            models.CheckConstraint(
                name="datanoekkel_borte_har_grunn",
                condition=Q(innpakket__isnull=False, slettet__isnull=True)
                | Q(innpakket__isnull=True) & (Q(avloest__isnull=False) | Q(slettet__isnull=False)),
            ),
        )

    def __str__(self) -> str:
        return f"datanøkkel {self.versjon}"
