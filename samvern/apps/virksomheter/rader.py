"""From rows of the database to the values of `svar`."""

import uuid
from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime

from samvern.apps.virksomheter.gyldighet import UKJENT_START, possibly, surely
from samvern.apps.virksomheter.koder import Slag
from samvern.apps.virksomheter.models import Virksomhetsversjon
from samvern.apps.virksomheter.svar import Belegg, Virksomhetsbilde
from samvern.apps.virksomheter.versjonert import Versjonert, known
from samvern.law.text import Text


def support(row: Versjonert, about: str) -> Belegg:
    """The provenance of a row, named by what it says."""
    return Belegg(about, row.kilde, row.kilde_dato, row.belegg, row.ikke_verifisert, row.merknad)


def picture(row: Virksomhetsversjon, on: date) -> Virksomhetsbilde:
    """A body as a row describes it. The row comes with its `virksomhet` and `overordnet`."""
    body, above = row.virksomhet, row.overordnet
    return Virksomhetsbilde(
        id=body.id,
        kode=body.kode,
        slag=Slag(body.slag),
        navn=Text(row.navn, row.navn_nn or row.navn),
        orgnr=row.orgnr,
        sted=row.sted,
        overordnet_id=above.id if above else None,
        overordnet_kode=above.kode if above else "",
        gyldig_fra=row.gyldig_fra,
        gyldig_til=row.gyldig_til,
        start_ukjent=row.mulig_fra == UKJENT_START,
        sikker=surely(row, on),
        utvalg=row.utvalg,
        belegg=support(row, body.kode),
    )


def versions(
    bodies: Collection[uuid.UUID], at: datetime | None
) -> dict[uuid.UUID, list[Virksomhetsversjon]]:
    """Every version of the bodies, oldest first. One query; none without bodies."""
    found: dict[uuid.UUID, list[Virksomhetsversjon]] = {body: [] for body in bodies}
    if bodies:
        rows = Virksomhetsversjon.objects.filter(virksomhet__in=bodies)
        for row in (
            known(rows, at).select_related("virksomhet", "overordnet").order_by("gyldig_fra")
        ):
            found[row.virksomhet_id].append(row)
    return found


def best(rows: Sequence[Virksomhetsversjon], on: date) -> Virksomhetsbilde | None:
    """The version that surely held on the date, else the newest that may have; else None."""
    sure = [row for row in rows if surely(row, on)]
    chosen = sure or [row for row in rows if possibly(row, on)]
    return picture(chosen[-1], on) if chosen else None


def pictures(
    bodies: Iterable[uuid.UUID], on: date, at: datetime | None
) -> dict[uuid.UUID, Virksomhetsbilde]:
    """The bodies as they were on a date; those that had no version then are left out. One query."""
    found = {body: best(rows, on) for body, rows in versions(set(bodies), at).items()}
    return {body: one for body, one in found.items() if one}
