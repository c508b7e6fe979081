"""The table of cases that are shut for one user: their own, or one they are too near to.

Rows are made by `actions.steng_sak` and ended once, by `actions.aapne_stengt_sak`. The reason is
sealed: that a case is somebody's own says who the case is about. Source: the core rules of access
(own case, family) that nothing overrides.
"""

from enum import StrEnum
from typing import Final

from django.db import models
from django.db.models import F, Q

from samvern.engine.crypto import EncryptedText
from samvern.engine.gjerder import Table
from samvern.engine.ids import new_id
from samvern.law.text import Text


class Sperregrunn(StrEnum):
    """Why a case is shut for a user. Stored; never respell one."""

    EGEN_SAK = "egen_sak"
    NAER = "naer"
    INHABIL = "inhabil"


SPERREGRUNNER: Final[dict[Sperregrunn, Text]] = {
    Sperregrunn.EGEN_SAK: Text("Saken gjelder brukeren selv", "Saka gjeld brukaren sjølv"),
    Sperregrunn.NAER: Text("Saken gjelder noen nær brukeren", "Saka gjeld nokon nær brukaren"),
    Sperregrunn.INHABIL: Text("Inhabil av en annen grunn", "Inhabil av ein annan grunn"),
}

GJERDE: Final = Table(
    "saker_sakssperre",
    ("id", "sak_id", "person_id", "bruker", "fra", "registrert", "registrert_av"),
    sealed=("grunn",),
    closed=("til", "opphevet_av"),
)
"""What the database keeps: who was shut out from when is never changed, and ended once."""


class Sakssperre(models.Model):
    """One case shut for one user, in every role, from and to local days that are both included."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sak = models.ForeignKey("saker.Sak", models.PROTECT, related_name="+")
    person_id = models.UUIDField()
    """Whose data key seals the reason."""
    bruker = models.UUIDField()
    grunn = EncryptedText(subject="person_id")
    fra = models.DateField()
    til = models.DateField(null=True)
    registrert = models.DateTimeField()
    registrert_av = models.UUIDField()
    opphevet_av = models.UUIDField(null=True)

    class Meta:
        app_label = "saker"
        constraints = (
            models.CheckConstraint(
                name="sakssperre_ikke_av_brukeren_selv", condition=~Q(registrert_av=F("bruker"))
            ),
            models.CheckConstraint(
                name="sakssperre_aapnes_av_en_annen",
                condition=Q(opphevet_av=None) | ~Q(opphevet_av=F("bruker")),
            ),
        )
        indexes = (models.Index(fields=["bruker", "fra"], name="sakssperre_bruker"),)

    def __str__(self) -> str:
        return str(self.pk)
