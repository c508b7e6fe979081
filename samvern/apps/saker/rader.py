"""Which cases a viewer sees: one query, from who takes part today. The first fence.

    rader.synlige(viewer).filter(…)          # a QuerySet, to be narrowed, sorted and paged
    rader.relasjon(viewer, sak)              # FinnesIkke for a hidden case and for a missing one

A case that is shut for the user (`sperre`) is left out before anything else, also for NK. Access
follows responsibility and ends the same day (part 4 rule 5). After the end of a case only
NK is left (rule 6). The second fence, in PostgreSQL, says the same in SQL: `rls`.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from samvern.apps.saker import sperre
from samvern.apps.saker.access import Relasjon
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Sak, Saksdeltaker, Saksstand
from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.apps.saker.sperremodell import Sakssperre
from samvern.apps.saker.tilgangstabell import NK_ROLLER, SAKSROLLER
from samvern.apps.virksomheter.public import Virksomhet
from samvern.engine import clock
from samvern.engine.avslag import FinnesIkke
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer

UNNDRATT: Final = "unndratt"
"""The flag of a case whose person has run away."""

SOM: Final[dict[Rolle, tuple[Deltakerslag, ...]]] = {
    Rolle.FAGLIG_ANSVARLIG: (Deltakerslag.FAGLIG_ANSVARLIG,),
    Rolle.INSTITUSJON: (
        Deltakerslag.INSTITUSJON,
        Deltakerslag.HELSEFORETAK,
        Deltakerslag.OPPHOLDSSTED,
    ),
    Rolle.RHF: (Deltakerslag.RHF,),
    Rolle.STATSADVOKAT: (Deltakerslag.EMBETE,),
    Rolle.POLITI: (Deltakerslag.POLITIDISTRIKT,),
    Rolle.KONTROLLKOMMISJON: (Deltakerslag.KONTROLLKOMMISJON,),
    Rolle.STATSFORVALTER: (Deltakerslag.STATSFORVALTER,),
    Rolle.KRIMINALOMSORG: (Deltakerslag.KRIMINALOMSORG,),
}
"""In what capacity a role takes part in a case."""


def _under(viewer: Viewer, dag: date) -> QuerySet[Virksomhet]:
    """Institutions that surely belong to the viewer's trust on the day."""
    return Virksomhet.objects.filter(
        Q(versjoner__gyldig_til=None) | Q(versjoner__gyldig_til__gte=dag),
        versjoner__overordnet__in=viewer.virksomheter,
        versjoner__erstattet=None,
        versjoner__gyldig_fra__lte=dag,
    )


def deltakelser(viewer: Viewer, dag: date) -> QuerySet[Saksdeltaker]:
    """The rows by which the viewer takes part in cases on a day; none for NK, which needs none."""
    slag = SOM.get(viewer.rolle)
    if slag is None:
        return Saksdeltaker.objects.none()
    rows = Saksdeltaker.objects.filter(
        Q(til=None) | Q(til__gte=dag), fra__lte=dag, slag__in=[str(one) for one in slag]
    )
    if viewer.rolle is Rolle.FAGLIG_ANSVARLIG:
        return rows.filter(bruker=viewer.bruker)
    if viewer.rolle is Rolle.KRIMINALOMSORG:
        # One agency for the whole country; which prison is not a matter of this register.
        return rows
    own = Q(virksomhet__in=viewer.virksomheter)
    if viewer.rolle is Rolle.INSTITUSJON:
        own |= Q(virksomhet__in=_under(viewer, dag).values("pk"))
    return rows.filter(own)


def _emergencies(viewer: Viewer) -> QuerySet[Noedtilgang]:
    now = clock.now()
    return Noedtilgang.objects.filter(
        bruker=viewer.bruker,
        rolle=str(viewer.rolle),
        virksomhet=viewer.virksomhet,
        aapnet__lte=now,
        utloeper__gt=now,
    )


def ser_alle(viewer: Viewer) -> bool:
    """Whether the row filter lets every case through, but for those in `stengte`."""
    return viewer.rolle in NK_ROLLER


def stengte(viewer: Viewer) -> QuerySet[Sakssperre, Any]:
    """The cases that are shut for the viewer today, as values to be left out of another query."""
    return sperre.stengte(viewer, clock.today()).values("sak")


def synlige(viewer: Viewer, dag: date | None = None) -> QuerySet[Sak]:
    """The cases the viewer sees on a day (today), to be narrowed further. One query.

    Inside an open transaction behind the fence, as every read of cases.
    """
    if ser_alle(viewer):
        return Sak.objects.exclude(pk__in=stengte(viewer))
    if viewer.rolle not in SAKSROLLER:
        return Sak.objects.none()
    day = dag or clock.today()
    mine = Q(pk__in=deltakelser(viewer, day).values("sak"))
    opened = Q(pk__in=_emergencies(viewer).values("sak"))
    found = Sak.objects.filter(mine | opened, stand__avsluttet=False)
    return found.exclude(pk__in=stengte(viewer))


def av_synlige[T: Model](rows: QuerySet[T], viewer: Viewer, dag: date | None = None) -> QuerySet[T]:
    """Those rows of a table with `sak` whose case the viewer sees on a day (today).

    The same as `sak__in=synlige(…)`; who sees nearly all has only the shut ones left out, which
    costs less than looking the case of every row up.
    """
    if ser_alle(viewer):
        return rows.exclude(sak__in=stengte(viewer))
    return rows.filter(sak__in=synlige(viewer, dag))


def er_synlig(viewer: Viewer, sak: UUID, dag: date | None = None) -> bool:
    """Whether the viewer sees one case. One query."""
    return synlige(viewer, dag).filter(pk=sak).exists()


def relasjon(viewer: Viewer, sak: UUID, dag: date | None = None) -> Relasjon:
    """How the viewer stands to one case. At most three queries.

    Raises FinnesIkke for a case outside the row filter, and the same for one that is not there.
    """
    found = relasjoner(viewer, [sak], dag)
    if sak not in found:
        raise FinnesIkke
    return found[sak]


def relasjoner(
    viewer: Viewer, saker: Collection[UUID], dag: date | None = None
) -> Mapping[UUID, Relasjon]:
    """How the viewer stands to those of the cases that are seen. At most three queries."""
    day = dag or clock.today()
    seen = set(synlige(viewer, day).filter(pk__in=saker).values_list("pk", flat=True))
    if not seen:
        return {}
    stands = {
        key: (ended, UNNDRATT in flags)
        for key, ended, flags in Saksstand.objects.filter(sak__in=seen).values_list(
            "sak", "avsluttet", "flagg"
        )
    }
    parts: dict[UUID, set[Deltakerslag]] = {}
    for key, slag in deltakelser(viewer, day).filter(sak__in=seen).values_list("sak", "slag"):
        parts.setdefault(key, set()).add(Deltakerslag(slag))
    outside = viewer.rolle not in NK_ROLLER
    return {
        key: Relasjon(
            som=frozenset(parts.get(key, ())),
            avsluttet=stands.get(key, (False, False))[0],
            unndratt=stands.get(key, (False, False))[1],
            noed=outside and key not in parts,
        )
        for key in seen
    }
