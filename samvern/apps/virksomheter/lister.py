"""Lists for forms and look-ups: municipalities, districts, units, commissions and code lists.

Like `queries`: every list is of a date, `kjent` asks for what was known at a moment, and each row
carries its source. One database query each, where the docstring does not say otherwise.
"""

import uuid
from datetime import date, datetime

from django.db.models import Q, QuerySet

from samvern.apps.virksomheter import rader
from samvern.apps.virksomheter.gyldighet import surely
from samvern.apps.virksomheter.models import (
    Bydel,
    Enhetsversjon,
    Kommune,
    Lovbruddskategori,
    Sikkerhetsnivaa,
    Tilsyn,
    Utilregnelighetsgrunn,
)
from samvern.apps.virksomheter.soek import matches, sort_key
from samvern.apps.virksomheter.svar import (
    Bydelsbilde,
    Enhetsbilde,
    Kommunebilde,
    Lovbruddskategoribilde,
    Sikkerhetsnivaabilde,
    Utilregnelighetsgrunnbilde,
    Virksomhetsbilde,
)
from samvern.apps.virksomheter.versjonert import Versjonert, known
from samvern.law.text import Text


def kommune(kommunenr: str, on: date, *, kjent: datetime | None = None) -> Kommunebilde | None:
    """The municipality with a number on a date; None when the register knows of none."""
    rows = _sure(Kommune.objects.filter(kommunenr=kommunenr), on, kjent)
    return next((_kommune(row) for row in rows), None)


def kommuner(
    on: date, tekst: str = "", *, kjent: datetime | None = None
) -> tuple[Kommunebilde, ...]:
    """The municipalities of a date whose name, official name or number match, in name order."""
    rows = [
        row
        for row in _sure(Kommune.objects.all(), on, kjent)
        if matches(tekst, row.visningsnavn, row.offisielt_navn, row.kommunenr)
    ]
    return tuple(_kommune(row) for row in sorted(rows, key=lambda row: sort_key(row.visningsnavn)))


def bydeler(kommunenr: str, on: date, *, kjent: datetime | None = None) -> tuple[Bydelsbilde, ...]:
    """The city districts of a municipality on a date, by number; empty where there are none."""
    rows = _sure(Bydel.objects.filter(kommunenr=kommunenr), on, kjent).order_by("bydelnr")
    return tuple(
        Bydelsbilde(row.bydelnr, row.kommunenr, row.navn, rader.support(row, row.bydelnr))
        for row in rows
    )


def enheter_for(
    virksomhet: uuid.UUID, on: date, *, kjent: datetime | None = None
) -> tuple[Enhetsbilde, ...]:
    """The units of a trust or an institution on a date, in name order."""
    rows = _sure(Enhetsversjon.objects.filter(enhet__virksomhet=virksomhet), on, kjent)
    found = (_enhet(row, on) for row in rows.select_related("enhet"))
    return tuple(sorted(found, key=lambda one: sort_key(one.navn.nb)))


def kontrollkommisjoner_for(
    virksomhet: uuid.UUID, on: date, *, kjent: datetime | None = None
) -> tuple[Virksomhetsbilde, ...]:
    """The commissions known to supervise a trust or an institution on a date. Two queries.

    The shipped list is a sample: an empty answer does not mean that there is none.
    """
    rows = _sure(Tilsyn.objects.filter(virksomhet=virksomhet), on, kjent)
    found = rader.pictures({row.kommisjon_id for row in rows}, on, kjent)
    return tuple(sorted(found.values(), key=lambda one: sort_key(one.navn.nb)))


def sikkerhetsnivaaer(
    on: date, *, kjent: datetime | None = None
) -> tuple[Sikkerhetsnivaabilde, ...]:
    """The security levels and forms of stay of a date, strictest first (N-15.3)."""
    return tuple(
        Sikkerhetsnivaabilde(
            row.kode,
            Text(row.navn, row.navn_nn),
            row.hjemmel,
            row.oppholdsform,
            row.rang,
            row.lukket,
            rader.support(row, row.kode),
        )
        for row in _sure(Sikkerhetsnivaa.objects.order_by("sortering"), on, kjent)
    )


def lovbruddskategorier(
    on: date, *, kjent: datetime | None = None
) -> tuple[Lovbruddskategoribilde, ...]:
    """The groups of offences of a judgment's date (LF-K2): form guidance, never a decision."""
    return tuple(
        Lovbruddskategoribilde(
            row.kode,
            Text(row.navn, row.navn_nn),
            row.hjemmel,
            row.overordnet_kode,
            row.gjelder_tidsubestemt,
            row.gjelder_tidsbestemt,
            row.straffebud,
            rader.support(row, row.kode),
        )
        for row in _sure(Lovbruddskategori.objects.order_by("sortering"), on, kjent)
    )


def utilregnelighetsgrunner(
    on: date, *, kjent: datetime | None = None
) -> tuple[Utilregnelighetsgrunnbilde, ...]:
    """The grounds of insanity in the law of a date (LF-K3)."""
    return tuple(
        Utilregnelighetsgrunnbilde(
            row.kode,
            Text(row.navn, row.navn_nn),
            row.hjemmel,
            row.i_registeret,
            rader.support(row, row.kode),
        )
        for row in _sure(Utilregnelighetsgrunn.objects.order_by("sortering"), on, kjent)
    )


def _sure[V: Versjonert](rows: QuerySet[V], on: date, kjent: datetime | None) -> QuerySet[V]:
    ongoing = Q(gyldig_til__isnull=True) | Q(gyldig_til__gte=on)
    return known(rows, kjent).filter(ongoing, gyldig_fra__lte=on)


def _kommune(row: Kommune) -> Kommunebilde:
    return Kommunebilde(
        row.kommunenr,
        row.navn,
        row.visningsnavn,
        row.offisielt_navn,
        row.fylkenr,
        row.fylke,
        rader.support(row, row.kommunenr),
    )


def _enhet(row: Enhetsversjon, on: date) -> Enhetsbilde:
    return Enhetsbilde(
        id=row.enhet.id,
        kode=row.enhet.kode,
        virksomhet_id=row.enhet.virksomhet_id,
        navn=Text(row.navn, row.navn_nn or row.navn),
        sikkerhetsnivaa=row.sikkerhetsnivaa,
        oppholdsform=row.oppholdsform,
        doertype=row.doertype,
        gyldig_fra=row.gyldig_fra,
        gyldig_til=row.gyldig_til,
        sikker=surely(row, on),
        belegg=rader.support(row, row.enhet.kode),
    )
