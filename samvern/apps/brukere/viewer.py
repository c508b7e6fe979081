"""From a role held today to the viewer of a request."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from samvern.apps.brukere.queries import Rollebilde
from samvern.apps.virksomheter.public import predecessors
from samvern.engine import clock
from samvern.engine.ids import new_id
from samvern.engine.minne import Minne
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer


def make(
    bruker: UUID, navn: str, rolle: Rolle, virksomhet: UUID, *, bekreftet: bool = False
) -> Viewer:
    """The viewer, with the organisations whose cases its own has inherited. One query, or none
    within a minute: who took over from whom is reference data."""
    asked = (virksomhet, clock.today())
    inherited = _INHERITED.get_many([asked], _inherited)[asked]
    return Viewer(
        bruker=bruker, navn=navn, rolle=rolle, virksomhet=virksomhet,
        virksomheter=inherited | {virksomhet}, forespoersel=new_id(), bekreftet=bekreftet,
    )  # fmt: skip


def _inherited(asked: set[tuple[UUID, date]]) -> dict[tuple[UUID, date], frozenset[UUID]]:
    return {(body, day): frozenset(predecessors([body], day)[body]) for body, day in asked}


_INHERITED: Minne[tuple[UUID, date], frozenset[UUID]] = Minne()


def of_roles(roles: Sequence[Rollebilde]) -> list[Viewer]:
    """The viewers that some roles give, in the same order. One query for all."""
    inherited = predecessors({role.virksomhet for role in roles}, clock.today())
    return [
        Viewer(
            bruker=role.bruker, navn=role.navn, rolle=role.rolle, virksomhet=role.virksomhet,
            virksomheter=inherited[role.virksomhet] | {role.virksomhet}, forespoersel=new_id(),
        )
        for role in roles
    ]  # fmt: skip
