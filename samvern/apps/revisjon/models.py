"""The tables of the audit log. Written by `samvern.engine.audit` only.

They are `managed = False` once made: Django must neither empty them between tests nor rebuild them,
which on SQLite would drop their triggers. A change of columns is a migration that also brings the
triggers back, and a new version of the canonical form.
"""

from django.db import models


class Revisjonslogg(models.Model):
    """One entry: who did or saw what. Ids and codes only, never personal data."""

    nr = models.BigIntegerField(primary_key=True)
    tid = models.DateTimeField(db_index=True)
    bruker = models.CharField(max_length=64, db_index=True)
    rolle = models.CharField(max_length=64)
    virksomhet = models.CharField(max_length=64)
    forespoersel = models.CharField(max_length=64)
    handling = models.CharField(max_length=64)
    saker = models.JSONField()
    objekttype = models.CharField(max_length=64)
    objekt = models.CharField(max_length=64)
    lest = models.JSONField()
    skrevet = models.JSONField()
    grunn = models.CharField(max_length=64)
    utfall = models.CharField(max_length=8)
    kode = models.CharField(max_length=64)
    forpliktelser = models.JSONField()
    versjon = models.PositiveSmallIntegerField()
    forrige = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "revisjonslogg"
        managed = False

    def __str__(self) -> str:
        return f"{self.nr} {self.handling}"


class Revisjonshode(models.Model):
    """The newest number and hash, in one row that every writer locks. Moved by the database."""

    id = models.PositiveSmallIntegerField(primary_key=True)
    nr = models.BigIntegerField()
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "revisjonshode"
        managed = False

    def __str__(self) -> str:
        return str(self.nr)


class Revisjonssak(models.Model):
    """Look-up from case to entries, filled by the database from `Revisjonslogg.saker`."""

    pk = models.CompositePrimaryKey("sak", "nr")
    sak = models.CharField(max_length=64)
    nr = models.BigIntegerField(db_index=True)

    class Meta:
        db_table = "revisjonssak"
        managed = False

    def __str__(self) -> str:
        return str(self.nr)
