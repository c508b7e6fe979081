"""A user's own keys, as the page about them shows them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from samvern.apps.apinoekler import access
from samvern.apps.apinoekler.bruk import stand_of
from samvern.apps.apinoekler.koder import FORMAALSNAVN, STANDNAVN, Formaal, Stand
from samvern.apps.apinoekler.models import Apinoekkel
from samvern.apps.brukere import public as brukere
from samvern.engine import clock
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

_LOST = Text("En rolle du ikke har nå", "Ei rolle du ikkje har no")


@dataclass(frozen=True, slots=True)
class Noekkelrad:
    """One key of one's own, with Norwegian times. The secret is not here, nor anywhere."""

    id: UUID
    navn: str
    rolle: Text
    virksomhet: Text | None
    formaal: Text
    opprettet: datetime
    utloeper: datetime
    sist_brukt: datetime | None
    trukket: datetime | None
    stand: Stand

    @property
    def virker(self) -> bool:
        """Whether a request with it would be let in now."""
        return self.stand is Stand.VIRKER

    @property
    def standtekst(self) -> Text:
        """The state in words."""
        return STANDNAVN[self.stand]


def mine(viewer: Viewer) -> tuple[Noekkelrad, ...]:
    """The viewer's own keys: those that work first, then the newest. Three queries."""
    roles = {one.noekkel: one for one in brukere.roles_of(viewer.bruker, clock.today())}
    rows = access.own(viewer).select_related("bruker").order_by("-opprettet", "id")
    found = [_row(row, roles.get(row.rolle)) for row in rows]
    return tuple(sorted(found, key=lambda one: not one.virker))


def _row(row: Apinoekkel, role: brukere.Rollebilde | None) -> Noekkelrad:
    return Noekkelrad(
        id=row.pk,
        navn=row.navn,
        rolle=role.stilling if role else _LOST,
        virksomhet=role.virksomhetsnavn if role else None,
        formaal=FORMAALSNAVN[Formaal(row.formaal)],
        opprettet=row.opprettet.astimezone(clock.OSLO),
        utloeper=row.utloeper.astimezone(clock.OSLO),
        sist_brukt=row.sist_brukt and row.sist_brukt.astimezone(clock.OSLO),
        trukket=row.trukket and row.trukket.astimezone(clock.OSLO),
        stand=stand_of(row, row.bruker, clock.now(), holds_role=role is not None),
    )
