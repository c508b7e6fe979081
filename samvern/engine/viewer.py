"""Who asks: one logged-in person in one role at one organisation, in one request.

Passed as an argument to every query and action; there is no current user in the background.
"""

from dataclasses import dataclass
from uuid import UUID

from samvern.engine.audit import Actor
from samvern.engine.roller import Rolle


@dataclass(frozen=True, slots=True)
class Viewer:
    """One person acting in one role. Made anew for each request, from the role held that day."""

    bruker: UUID
    navn: str
    """For greeting and «registrert av»; never logged."""
    rolle: Rolle
    virksomhet: UUID
    """The organisation of the role."""
    virksomheter: frozenset[UUID]
    """The organisation and those it has taken over from, whose cases it inherits."""
    forespoersel: UUID
    """The request that everything logged here is part of."""
    bekreftet: bool = False
    """Whether the person has proved who they are again just now (step-up)."""

    @property
    def actor(self) -> Actor:
        """The same person as the audit log writes it."""
        return Actor(self.bruker, str(self.rolle), self.virksomhet, self.forespoersel)
