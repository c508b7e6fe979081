"""Tables of the case: the log, which is only added to, and what is computed from it.

`Sak`, `Hendelse` and `Innsending` are the truth. Every table after them is a projection: deleted
and rewritten for one case at a time by `samvern.apps.saker.projection`, and rebuilt for all by
`samvern bygg-opp`. Nothing here decides anything. Source: N-0.6, N-1.4, NK part 2.
"""

import uuid

from django.db import models
from django.db.models import Q

from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.apps.saker.sperremodell import Sakssperre
from samvern.engine.crypto import EncryptedText

__all__ = [
    "Hendelse",
    "Innsending",
    "Noedtilgang",
    "Sak",
    "Saksdeltaker",
    "Saksfrist",
    "Saksoppgave",
    "Saksplassering",
    "Sakssperre",
    "Saksstand",
    "Saksteller",
]


class Sak(models.Model):
    """One case: one indictment or one sentence for one person. `siste_nr` is the newest entry."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    saksnr = models.CharField(max_length=20, unique=True)
    person = models.ForeignKey("personer.Person", models.PROTECT, related_name="saker")
    opprettet = models.DateTimeField()
    siste_nr = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return self.saksnr


class Saksteller(models.Model):
    """The last case number given in each year."""

    aar = models.PositiveIntegerField(primary_key=True)
    siste = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.aar}"


class Hendelse(models.Model):
    """One entry in a case's log. Never changed or deleted; the database refuses it too.

    `innhold` holds codes, dates, numbers and ids only. What people write freely is sealed with the
    key of the case's person.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="hendelser")
    person_id = models.UUIDField()
    nr = models.PositiveIntegerField()
    type = models.CharField(max_length=40)
    virkning = models.CharField(max_length=10)
    erstatter = models.PositiveIntegerField(null=True)
    """`nr` of the entry this one takes the place of."""
    skjedde = models.DateField()
    registrert = models.DateTimeField()
    aktoer = models.UUIDField()
    aktoer_rolle = models.CharField(max_length=30)
    aktoer_virksomhet = models.UUIDField()
    kilde = models.CharField(max_length=20)
    kilde_ref = EncryptedText(subject="person_id", null=True)
    merknad = EncryptedText(subject="person_id", null=True)
    skjemaversjon = models.PositiveSmallIntegerField(default=1)
    innhold = models.JSONField(default=dict)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["sak", "nr"], name="hendelse_ett_nr_i_saken"),
            models.UniqueConstraint(fields=["sak", "erstatter"], name="hendelse_erstattes_en_gang"),
            models.CheckConstraint(
                name="hendelse_erstatter_en_tidligere",
                condition=Q(virkning="ny", erstatter__isnull=True)
                | Q(virkning__in=["retting", "feilfoert"], erstatter__isnull=False),
            ),
        )

    def __str__(self) -> str:
        return f"{self.nr} {self.type}"


class Innsending(models.Model):
    """A submission that has been carried out; the same one again gives the same answer (TR-F5)."""

    bruker = models.UUIDField()
    noekkel = models.CharField(max_length=80)
    handling = models.CharField(max_length=40)
    avtrykk = models.CharField(max_length=64)
    sak = models.ForeignKey(Sak, models.PROTECT, related_name="+")
    nr = models.PositiveIntegerField()
    tid = models.DateTimeField()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["bruker", "noekkel"], name="innsending_en_gang"),
        )

    def __str__(self) -> str:
        return self.handling


class Saksstand(models.Model):
    """Where a case stands on `beregnet_for`, for lists and searches. Projection."""

    sak = models.OneToOneField(Sak, models.CASCADE, primary_key=True, related_name="stand")
    nr = models.PositiveIntegerField()
    """The entry the projection was made after."""
    beregnet_for = models.DateField()
    neste_skifte = models.DateField(null=True, db_index=True)
    """First day on which something may change without a new entry; None when never."""
    regelsett = models.CharField(max_length=20)
    status = models.CharField(max_length=30, db_index=True)
    domstype = models.CharField(max_length=20, db_index=True)
    avsluttet = models.BooleanField(default=False)
    flagg = models.JSONField(default=list)
    rhf = models.UUIDField(null=True, db_index=True)
    institusjon = models.UUIDField(null=True, db_index=True)
    """The institution that is responsible (phvl § 5-2)."""
    oppholdssted = models.UUIDField(null=True, db_index=True)
    """The institution where the person stays: the same, or another (N-9.7)."""
    enhet = models.UUIDField(null=True)
    sikkerhetsnivaa = models.CharField(max_length=30, blank=True)
    oppholdsform = models.CharField(max_length=20, blank=True)
    oppholdt_siden = models.DateField(null=True)
    embete = models.UUIDField(null=True, db_index=True)
    faglig_ansvarlig = models.UUIDField(null=True)
    saksbehandler = models.UUIDField(null=True)
    styrende_dom = models.DateField(null=True)
    neste_frist = models.DateField(null=True, db_index=True)
    siste_hendelse = models.DateField(null=True)

    def __str__(self) -> str:
        return self.status


class Saksdeltaker(models.Model):
    """Who takes part in a case, in what capacity and when. The row filter reads this. Projection.

    `fra` and `til` are local days, both included. `bruker` is set for persons, `virksomhet` for
    bodies. Ends with the case: after the end nobody but NK takes part.
    """

    sak = models.ForeignKey(Sak, models.CASCADE, related_name="deltakere")
    slag = models.CharField(max_length=20)
    virksomhet = models.UUIDField(null=True)
    bruker = models.UUIDField(null=True)
    fra = models.DateField()
    til = models.DateField(null=True)
    nr = models.PositiveIntegerField()

    class Meta:
        indexes = (
            models.Index(fields=["slag", "virksomhet"], name="deltaker_virksomhet"),
            models.Index(fields=["slag", "bruker"], name="deltaker_bruker"),
        )

    def __str__(self) -> str:
        return self.slag


class Saksplassering(models.Model):
    """Where the person was, from and to (local days, `til` included). Projection (N-1.4)."""

    sak = models.ForeignKey(Sak, models.CASCADE, related_name="plasseringer")
    fra = models.DateField()
    til = models.DateField(null=True)
    form = models.CharField(max_length=20)
    institusjon = models.UUIDField(null=True)
    enhet = models.UUIDField(null=True)
    sikkerhetsnivaa = models.CharField(max_length=30, blank=True)
    nr = models.PositiveIntegerField()

    def __str__(self) -> str:
        return self.form


class Saksfrist(models.Model):
    """One deadline of a case with its stored trace. Projection; never typed by hand."""

    sak = models.ForeignKey(Sak, models.CASCADE, related_name="frister")
    rekke = models.PositiveIntegerField()
    regel = models.CharField(max_length=10)
    status = models.CharField(max_length=20)
    dato = models.DateField(null=True)
    siste_virkedag = models.DateField(null=True)
    ref = models.CharField(max_length=40, blank=True)
    part = models.CharField(max_length=40, blank=True)
    spor = models.JSONField(default=dict)
    """The whole answer as data, with its reasoning, as it was computed (`present.as_data`)."""

    class Meta:
        constraints = (models.UniqueConstraint(fields=["sak", "rekke"], name="frist_rekke"),)

    def __str__(self) -> str:
        return self.regel


class Saksoppgave(models.Model):
    """Something that waits for somebody. Projection: follows from deadlines, duties and gaps."""

    sak = models.ForeignKey(Sak, models.CASCADE, related_name="oppgaver")
    noekkel = models.CharField(max_length=80)
    slag = models.CharField(max_length=20)
    """frist, straks, uavklart, mangel or avvik."""
    kode = models.CharField(max_length=40)
    """Rule id, finding or gap."""
    fra_lov = models.BooleanField(default=False)
    status = models.CharField(max_length=20, blank=True)
    dato = models.DateField(null=True)
    """The day that counts in the work list: the last working day where one is shown."""
    fristdato = models.DateField(null=True)
    utloest = models.DateField(null=True)
    part = models.CharField(max_length=40, blank=True)
    ref = models.CharField(max_length=40, blank=True)
    venter_paa = models.CharField(max_length=30)
    """Role code of whoever must act; `part` when a party outside the system decides."""
    virksomhet = models.UUIDField(null=True)
    bruker = models.UUIDField(null=True)
    verdier = models.JSONField(default=dict)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["sak", "noekkel"], name="oppgave_en_gang"),)
        indexes = (
            models.Index(fields=["dato"], name="oppgave_dato"),
            models.Index(fields=["venter_paa", "virksomhet"], name="oppgave_venter"),
        )

    def __str__(self) -> str:
        return self.kode
