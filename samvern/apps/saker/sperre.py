"""Cases that are shut for a user, whatever the role: the row filter leaves them out first.

No emergency opens them, and NK does not see them either. Source: the core rules of access (own
case, family).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Q, QuerySet

from samvern.apps.brukere import public as brukere
from samvern.apps.noekler.public import Keys
from samvern.apps.saker.sperremodell import Sakssperre, Sperregrunn
from samvern.engine import clock
from samvern.engine.avslag import Feil, Nektet
from samvern.engine.lesing import system_fence
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

STENGER: Final = frozenset({Rolle.SYSTEMDRIFT, Rolle.NK_LEDER})
"""Who shuts a case for a user: those who see users (`brukere.access`)."""
_MAY_NOT: Final = Feil(
    "",
    "IKKE_KOMPETANT",
    Text(
        "Det kan systemdrift, og lederen i Nasjonal koordineringsenhet.",
        "Det kan systemdrift, og leiaren i Nasjonal koordineringseining.",
    ),
)
_OWN: Final = Feil(
    "",
    "IKKE_KOMPETANT",
    Text(
        "Du kan ikke gjøre dette med din egen bruker. Be en annen om det.",
        "Du kan ikkje gjere dette med din eigen brukar. Be ein annan om det.",
    ),
)
_CONFIRM: Final = Feil(
    "",
    "IKKE_BEKREFTET",
    Text("Bekreft at det er deg, og prøv igjen.", "Stadfest at det er deg, og prøv igjen."),
)


@dataclass(frozen=True, slots=True)
class Sperrebilde:
    """One case that is or was shut for a user. The reason only for NK: it tells about a person.
    It is gone when the person is erased."""

    id: UUID
    saksnr: str
    fra: date
    til: date | None
    grunn: Sperregrunn | None
    gjelder: bool


def require(viewer: Viewer, bruker: UUID) -> None:
    """Raise Nektet unless the viewer may shut and open cases for this user, just confirmed."""
    if viewer.rolle not in STENGER:
        raise Nektet([_MAY_NOT])
    if viewer.bruker == bruker:
        raise Nektet([_OWN])
    if not viewer.bekreftet:
        raise Nektet([_CONFIRM])


def _on(dag: date) -> Q:
    return Q(fra__lte=dag) & (Q(til=None) | Q(til__gte=dag))


def stengte(viewer: Viewer, dag: date) -> QuerySet[Sakssperre]:
    """The rows that shut cases for the viewer on a day, to be used inside another query."""
    return Sakssperre.objects.filter(_on(dag), bruker=viewer.bruker)


def er_stengt(viewer: Viewer, sak: UUID) -> bool:
    """Whether a case is shut for the viewer today. One query."""
    return stengte(viewer, clock.today()).filter(sak=sak).exists()


def er_stengt_for(viewer: Viewer, person: UUID) -> bool:
    """Whether a case of this person is shut for the viewer today. One query."""
    return stengte(viewer, clock.today()).filter(person_id=person).exists()


def _ground(row: Sakssperre, keys: Keys) -> Sperregrunn | None:
    opened = keys.open(row, "grunn")
    return Sperregrunn(opened) if isinstance(opened, str) else None


def for_bruker(viewer: Viewer, bruker: UUID) -> tuple[Sperrebilde, ...]:
    """Every case that is or was shut for a user, the newest first. Within `lesing.reading`.

    Raises Nektet and FinnesIkke. At most three queries.
    """
    require(viewer, bruker)
    brukere.brief(viewer, bruker)
    with system_fence():
        # What operations may not read is left out below: the case itself, and the reason.
        rows = list(
            Sakssperre.objects.filter(bruker=bruker).select_related("sak").order_by("-fra", "id")
        )
    sees = viewer.rolle is Rolle.NK_LEDER
    keys = Keys.reading({row.person_id for row in rows} if sees else set())
    today = clock.today()
    return tuple(
        Sperrebilde(
            row.pk,
            row.sak.saksnr,
            row.fra,
            row.til,
            _ground(row, keys) if sees else None,
            row.fra <= today and (row.til is None or today <= row.til),
        )
        for row in rows
    )
