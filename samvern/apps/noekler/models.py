"""The table of wrapped data keys."""

from django.db import models

from samvern.engine import clock


class Datanoekkel(models.Model):
    """One version of one person's data key, wrapped with a master key that lies elsewhere.

    `subjekt` is a random id (a person's, never something about the person). `innpakket` is empty
    when the key is gone: superseded by a newer version (`avloest`) or destroyed (`slettet`).
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
        constraints = [
            models.UniqueConstraint(fields=["subjekt", "versjon"], name="datanoekkel_en_per_versjon"),
            models.CheckConstraint(
                name="datanoekkel_borte_har_grunn",
                condition=models.Q(
                    innpakket__isnull=False, avloest__isnull=True, slettet__isnull=True
                )
                | models.Q(innpakket__isnull=True, avloest__isnull=False)
                | models.Q(innpakket__isnull=True, slettet__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"datanøkkel {self.versjon}"
