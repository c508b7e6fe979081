"""The drafts. An ordinary table: a draft is overwritten, and deleted when it has done its work."""

import uuid

from django.db import models

from samvern.engine.crypto import EncryptedText


class Utkast(models.Model):
    """What one user has typed into one form, sealed with the key of whom it is about.

    Before a case has a person, the draft is its own subject and has a key of its own, which is
    destroyed with it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bruker = models.UUIDField()
    sak = models.ForeignKey("saker.Sak", models.CASCADE, null=True, related_name="+")
    slag = models.CharField(max_length=60)
    """Which form: `hendelse:<type>`, `rett:<nr>`, `feilfoer:<nr>` or `ny_sak`."""
    subjekt = models.UUIDField()
    """Whose key seals the content: the person of the case, or the draft itself."""
    innhold = EncryptedText(subject="subjekt")
    oppdatert = models.DateTimeField()
    slettes = models.DateTimeField(db_index=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["bruker", "sak", "slag"],
                condition=models.Q(sak__isnull=False),
                name="utkast_ett_per_skjema",
            ),
            models.UniqueConstraint(
                fields=["bruker", "slag"],
                condition=models.Q(sak__isnull=True),
                name="utkast_ett_uten_sak",
            ),
        )

    def __str__(self) -> str:
        return self.slag
