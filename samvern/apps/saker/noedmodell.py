"""The table of emergency access: who opened a case outside their own, why, and who looked after.

Rows are made by `actions.noedtilgang` and closed once, by the review. Source: part 4 rule 4,
LES_FOERST («Nødtilgang»), trust table A8.
"""

from django.db import models
from django.db.models import F, Q

from samvern.apps.saker.noedkoder import Noedgrunn, Utfall
from samvern.engine.crypto import EncryptedText
from samvern.engine.ids import new_id


class Noedtilgang(models.Model):
    """One opening: open from `aapnet` until `utloeper`, to be reviewed by another by `frist`."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sak = models.ForeignKey("saker.Sak", models.PROTECT, related_name="noedtilganger")
    person_id = models.UUIDField()
    """Whose data key seals the free text."""
    bruker = models.UUIDField()
    rolle = models.CharField(max_length=30)
    virksomhet = models.UUIDField()
    grunn = models.CharField(max_length=30)
    begrunnelse = EncryptedText(subject="person_id")
    aapnet = models.DateTimeField()
    utloeper = models.DateTimeField()
    frist = models.DateField()
    """Last day for the review: the third working day."""
    kontrollert = models.DateTimeField(null=True)
    kontrollert_av = models.UUIDField(null=True)
    utfall = models.CharField(max_length=20, blank=True, default="")
    kontrollnotat = EncryptedText(subject="person_id", null=True)

    class Meta:
        app_label = "saker"
        constraints = (
            models.CheckConstraint(
                name="noedtilgang_kjent_grunn",
                condition=Q(grunn__in=[grunn.value for grunn in Noedgrunn]),
            ),
            models.CheckConstraint(
                name="noedtilgang_utloeper_etter", condition=Q(utloeper__gt=F("aapnet"))
            ),
            models.CheckConstraint(
                name="noedtilgang_kontroll_er_hel",
                condition=Q(
                    kontrollert__isnull=True,
                    kontrollert_av__isnull=True,
                    utfall="",
                    kontrollnotat__isnull=True,
                )
                | Q(
                    kontrollert__gte=F("aapnet"),
                    kontrollert_av__isnull=False,
                    utfall__in=[utfall.value for utfall in Utfall],
                ),
            ),
            models.CheckConstraint(
                name="noedtilgang_kontrolleres_av_en_annen",
                condition=Q(kontrollert_av__isnull=True) | ~Q(kontrollert_av=F("bruker")),
            ),
        )
        indexes = (
            models.Index(fields=["bruker", "utloeper"], name="noedtilgang_bruker"),
            models.Index(fields=["kontrollert", "frist"], name="noedtilgang_kontroll"),
        )

    def __str__(self) -> str:
        return str(self.pk)
