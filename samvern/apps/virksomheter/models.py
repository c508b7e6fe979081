"""Tables of the app. `Virksomhet` and `Enhet` are what others point at; what they are called, to
whom they belong and how long they exist stands in their versions (see `versjonert`)."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from samvern.apps.virksomheter.koder import (
    DOERNAVN,
    OMRAADENAVN,
    OPPHOLDSNAVN,
    SLAGNAVN,
    Omfang,
)
from samvern.apps.virksomheter.versjonert import Versjonert

SLAGVALG = [(slag.value, navn.nb) for slag, navn in SLAGNAVN.items()]
OMRAADEVALG = [(slag.value, navn.nb) for slag, navn in OMRAADENAVN.items()]
OPPHOLDSVALG = [(form.value, navn.nb) for form, navn in OPPHOLDSNAVN.items()]
DOERVALG = [(doer.value, navn.nb) for doer, navn in DOERNAVN.items()]
OMFANGSVALG = [(omfang.value, omfang.value) for omfang in Omfang]


def one_of(field: str, choices: list[tuple[str, str]], name: str) -> models.CheckConstraint:
    """The database, too, refuses a code that is not in the list."""
    return models.CheckConstraint(
        name=name, condition=Q(**{f"{field}__in": [c for c, _ in choices]})
    )


class Virksomhet(models.Model):
    """A body that cases, roles and areas point at. The row itself never changes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    slag = models.CharField(max_length=30, choices=SLAGVALG)
    kode = models.CharField(max_length=40, unique=True)

    class Meta:
        constraints = (one_of("slag", SLAGVALG, "virksomhet_kjent_slag"),)

    def __str__(self) -> str:
        return self.kode


class Virksomhetsversjon(Versjonert):
    """What a body is called, and to whom it belongs, in a period.

    `overordnet` is the nearest body above in the matters of this register: for a trust the RHF,
    for a district court the court of appeal, for a police district the regional prosecution
    office, for an office the Director of Public Prosecutions, for a control commission the state
    administrator who appoints it. `utvalg` says that the list of its kind is known to be
    incomplete.
    """

    NOEKKEL = ("virksomhet_id",)

    virksomhet = models.ForeignKey(Virksomhet, models.PROTECT, related_name="versjoner")
    navn = models.CharField(max_length=200)
    navn_nn = models.CharField(max_length=200, blank=True, default="")
    orgnr = models.CharField(max_length=9, blank=True, default="")
    sted = models.CharField(max_length=200, blank=True, default="")
    overordnet = models.ForeignKey(
        Virksomhet, models.PROTECT, related_name="underordnede", null=True
    )
    utvalg = models.BooleanField(default=False)

    class Meta(Versjonert.Meta):
        abstract = False
        constraints = (
            *Versjonert.Meta.constraints,
            models.CheckConstraint(name="virksomhetsversjon_har_navn", condition=~Q(navn="")),
            models.CheckConstraint(
                name="virksomhetsversjon_ikke_egen_overordnet",
                condition=Q(overordnet__isnull=True) | ~Q(overordnet=F("virksomhet")),
            ),
        )
        indexes = (
            models.Index(fields=["virksomhet", "gyldig_fra"], name="virksomhetsversjon_nar"),
        )

    def __str__(self) -> str:
        return self.navn


class Etterfoelger(Versjonert):
    """Who takes over from a body. `gyldig_fra` is the first day on which it surely had happened."""

    NOEKKEL = ("fra_id", "til_id")

    fra = models.ForeignKey(Virksomhet, models.PROTECT, related_name="etterfoelgere")
    til = models.ForeignKey(Virksomhet, models.PROTECT, related_name="forgjengere")
    omfang = models.CharField(max_length=10, choices=OMFANGSVALG)

    class Meta(Versjonert.Meta):
        abstract = False
        constraints = (
            *Versjonert.Meta.constraints,
            one_of("omfang", OMFANGSVALG, "etterfoelger_kjent_omfang"),
            models.CheckConstraint(name="etterfoelger_en_annen", condition=~Q(fra=F("til"))),
        )
        indexes = (models.Index(fields=["fra", "til"], name="etterfoelger_par"),)

    def __str__(self) -> str:
        return f"{self.fra} → {self.til}"


class Enhet(models.Model):
    """A unit of a trust or an institution. The row itself never changes."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    virksomhet = models.ForeignKey(Virksomhet, models.PROTECT, related_name="enheter")
    kode = models.CharField(max_length=40, unique=True)

    def __str__(self) -> str:
        return self.kode


class Enhetsversjon(Versjonert):
    """What a unit is called in a period, its security level, form of stay and doors."""

    NOEKKEL = ("enhet_id",)

    enhet = models.ForeignKey(Enhet, models.PROTECT, related_name="versjoner")
    navn = models.CharField(max_length=200)
    navn_nn = models.CharField(max_length=200, blank=True, default="")
    sikkerhetsnivaa = models.CharField(max_length=20)
    oppholdsform = models.CharField(max_length=20, choices=OPPHOLDSVALG)
    doertype = models.CharField(max_length=20, choices=DOERVALG)

    class Meta(Versjonert.Meta):
        abstract = False
        constraints = (
            *Versjonert.Meta.constraints,
            one_of("oppholdsform", OPPHOLDSVALG, "enhetsversjon_kjent_opphold"),
            one_of("doertype", DOERVALG, "enhetsversjon_kjent_doer"),
        )
        indexes = (models.Index(fields=["enhet", "gyldig_fra"], name="enhetsversjon_nar"),)

    def __str__(self) -> str:
        return self.navn


class Tilsyn(Versjonert):
    """Which control commission supervises which trust or institution, in a period."""

    NOEKKEL = ("kommisjon_id", "virksomhet_id")

    kommisjon = models.ForeignKey(Virksomhet, models.PROTECT, related_name="foerer_tilsyn")
    virksomhet = models.ForeignKey(Virksomhet, models.PROTECT, related_name="under_tilsyn_av")

    class Meta(Versjonert.Meta):
        abstract = False
        indexes = (models.Index(fields=["virksomhet", "kommisjon"], name="tilsyn_par"),)

    def __str__(self) -> str:
        return f"{self.kommisjon} → {self.virksomhet}"


class Kommune(Versjonert):
    """A municipality in a period, known by its four digits."""

    NOEKKEL = ("kommunenr",)

    kommunenr = models.CharField(max_length=4)
    navn = models.CharField(max_length=100)
    visningsnavn = models.CharField(max_length=100)
    offisielt_navn = models.CharField(max_length=150)
    fylkenr = models.CharField(max_length=2)
    fylke = models.CharField(max_length=100)

    class Meta(Versjonert.Meta):
        abstract = False
        indexes = (models.Index(fields=["kommunenr", "gyldig_fra"], name="kommune_nar"),)

    def __str__(self) -> str:
        return self.visningsnavn


class Bydel(Versjonert):
    """A city district in a period, known by its six digits: municipality and serial number."""

    NOEKKEL = ("bydelnr",)

    bydelnr = models.CharField(max_length=6)
    kommunenr = models.CharField(max_length=4)
    navn = models.CharField(max_length=100)

    class Meta(Versjonert.Meta):
        abstract = False
        indexes = (models.Index(fields=["kommunenr", "bydelnr"], name="bydel_nr"),)

    def __str__(self) -> str:
        return self.navn


class Omraade(Versjonert):
    """Which body a municipality belongs to in a period.

    With `bydelnr` the row is for that city district only; without it, for the whole municipality.
    """

    NOEKKEL = ("kommunenr", "bydelnr", "slag")

    kommunenr = models.CharField(max_length=4)
    bydelnr = models.CharField(max_length=6, blank=True, default="")
    slag = models.CharField(max_length=20, choices=OMRAADEVALG)
    virksomhet = models.ForeignKey(Virksomhet, models.PROTECT, related_name="omraader")

    class Meta(Versjonert.Meta):
        abstract = False
        constraints = (
            *Versjonert.Meta.constraints,
            one_of("slag", OMRAADEVALG, "omraade_kjent_slag"),
        )
        indexes = (models.Index(fields=["kommunenr", "slag", "bydelnr"], name="omraade_nr"),)

    def __str__(self) -> str:
        return f"{self.bydelnr or self.kommunenr} {self.slag}"


class Kodeverdi(Versjonert):
    """One value of a code list in a period. Both written forms, since the list is our own."""

    NOEKKEL: ClassVar[tuple[str, ...]] = ("kode",)

    kode = models.CharField(max_length=20)
    navn = models.CharField(max_length=200)
    navn_nn = models.CharField(max_length=200)
    hjemmel = models.CharField(max_length=200, blank=True, default="")
    sortering = models.PositiveSmallIntegerField()

    class Meta(Versjonert.Meta):
        abstract = True

    def __str__(self) -> str:
        return self.navn


class Sikkerhetsnivaa(Kodeverdi):
    """A security level or form of stay. `rang` 1 is strictest; none means outside the ranking."""

    oppholdsform = models.CharField(max_length=20, choices=OPPHOLDSVALG)
    rang = models.PositiveSmallIntegerField(null=True)
    lukket = models.BooleanField(null=True)

    class Meta(Kodeverdi.Meta):
        abstract = False
        constraints = (
            *Versjonert.Meta.constraints,
            one_of("oppholdsform", OPPHOLDSVALG, "sikkerhetsnivaa_kjent_opphold"),
        )
        indexes = (models.Index(fields=["kode", "gyldig_fra"], name="sikkerhetsnivaa_nar"),)


class Lovbruddskategori(Kodeverdi):
    """A group of offences, for sorting and guidance only, never for a legal decision."""

    overordnet_kode = models.CharField(max_length=20, blank=True, default="")
    gjelder_tidsubestemt = models.BooleanField()
    gjelder_tidsbestemt = models.BooleanField()
    straffebud = models.CharField(max_length=200, blank=True, default="")

    class Meta(Kodeverdi.Meta):
        abstract = False
        indexes = (models.Index(fields=["kode", "gyldig_fra"], name="lovbruddskategori_nar"),)


class Utilregnelighetsgrunn(Kodeverdi):
    """A ground of insanity, as the Penal Code in force worded it."""

    i_registeret = models.BooleanField()

    class Meta(Kodeverdi.Meta):
        abstract = False
        indexes = (models.Index(fields=["kode", "gyldig_fra"], name="utilregnelighetsgrunn_nar"),)


VERSJONERTE: tuple[type[Versjonert], ...] = (
    Virksomhetsversjon,
    Etterfoelger,
    Enhetsversjon,
    Tilsyn,
    Kommune,
    Bydel,
    Omraade,
    Sikkerhetsnivaa,
    Lovbruddskategori,
    Utilregnelighetsgrunn,
)
"""Every table of versions. All of them are fenced by triggers."""
