"""The base of every table in this app: rows that are never overwritten.

Each row has two times. *Validity* says when the fact held in the world (see `gyldighet`).
*Registration* says when we held the row to be true: from `registrert` until `erstattet`. A change
or a correction closes the old row by setting `erstattet`, the only column that may ever be
updated, and adds new rows. Triggers in the database hold this (see `fences`), and that two rows
with the same key never surely hold on the same day.
"""

import uuid
from datetime import datetime
from functools import cache
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

REGISTRERING = frozenset({"id", "registrert", "registrert_av", "grunn", "erstattet"})
"""The columns that say how a row came here, and not what it says."""


class Versjonert(models.Model):
    """One version of a fact. `NOEKKEL` names the fields that say what the fact is about."""

    NOEKKEL: ClassVar[tuple[str, ...]] = ()

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    gyldig_fra = models.DateField()
    gyldig_til = models.DateField(null=True)
    mulig_fra = models.DateField(null=True)
    mulig_til = models.DateField(null=True)
    kilde = models.TextField()
    kilde_dato = models.DateField(null=True)
    belegg = models.TextField()
    ikke_verifisert = models.BooleanField(default=False)
    merknad = models.TextField(blank=True, default="")
    registrert = models.DateTimeField()
    registrert_av = models.CharField(max_length=200)
    grunn = models.TextField()
    erstattet = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        constraints: ClassVar[tuple[models.BaseConstraint, ...]] = (
            models.CheckConstraint(
                name="%(class)s_til_etter_fra",
                condition=Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=F("gyldig_fra")),
            ),
            models.CheckConstraint(
                name="%(class)s_mulig_fra_foer",
                condition=Q(mulig_fra__isnull=True) | Q(mulig_fra__lte=F("gyldig_fra")),
            ),
            models.CheckConstraint(
                name="%(class)s_mulig_til_etter",
                condition=Q(mulig_til__isnull=True)
                | Q(gyldig_til__isnull=False, mulig_til__gte=F("gyldig_til")),
            ),
            models.CheckConstraint(
                name="%(class)s_erstattet_etter",
                condition=Q(erstattet__isnull=True) | Q(erstattet__gte=F("registrert")),
            ),
            models.CheckConstraint(
                name="%(class)s_har_opphav",
                condition=~Q(kilde="") & ~Q(belegg="") & ~Q(registrert_av="") & ~Q(grunn=""),
            ),
        )

    def noekkel(self) -> tuple[object, ...]:
        """What the row is about: the values of its key."""
        return tuple(getattr(self, name) for name in self.NOEKKEL)

    def innhold(self) -> tuple[object, ...]:
        """What the row says, apart from how it came here: two rows that say the same are equal."""
        return tuple(getattr(self, name) for name in content_fields(type(self)))


@cache
def content_fields(model: type[Versjonert]) -> tuple[str, ...]:
    """Attribute names of the columns that say something about the world."""
    meta = model._meta  # noqa: SLF001  Django's documented interface, in spite of its name.
    return tuple(f.attname for f in meta.concrete_fields if f.attname not in REGISTRERING)


def rows_of[V: Versjonert](model: type[V]) -> models.QuerySet[V]:
    """Every row of a table of versions, also the replaced ones."""
    return models.QuerySet(model)


def known[V: Versjonert](rows: models.QuerySet[V], at: datetime | None) -> models.QuerySet[V]:
    """The rows held to be true at a moment: now without one, else as we knew it then."""
    if at is None:
        return rows.filter(erstattet__isnull=True)
    return rows.filter(Q(erstattet__isnull=True) | Q(erstattet__gt=at), registrert__lte=at)
