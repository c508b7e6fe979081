"""Tables of the app. Neither can hold anything about a person in a case."""

from django.db import models


class Lagretutvalg(models.Model):
    """The filters one user has kept for one page, in one role. Codes and ids only."""

    bruker = models.UUIDField()
    rolle = models.CharField(max_length=30)
    side = models.CharField(max_length=20)
    verdier = models.JSONField(default=dict)
    standard = models.BooleanField(default=False)
    """Whether the page opens with it."""
    endret = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["bruker", "rolle", "side"], name="utvalg_ett_per_side"),
        )

    def __str__(self) -> str:
        return self.side


class Personoppslag(models.Model):
    """That a user has looked for a person by number, and when; never which number or who."""

    bruker = models.UUIDField()
    tid = models.DateTimeField()

    class Meta:
        indexes = (models.Index(fields=["bruker", "tid"], name="personoppslag_nylig"),)

    def __str__(self) -> str:
        return self.tid.isoformat()
