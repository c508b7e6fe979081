"""End the shutting of a case for a user: the last day it is shut. «sak.sperre_avsluttet».

Who may: operations and the leader of NK, just confirmed, never for themselves. Ended once; what was
stays readable. Refusals: IKKE_KOMPETANT, IKKE_BEKREFTET, FEIL_TILSTAND.
"""

from datetime import timedelta
from typing import Final
from uuid import UUID

from samvern.apps.brukere import public as brukere
from samvern.apps.saker import sperre
from samvern.apps.saker.sperremodell import Sakssperre
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, FinnesIkke, IkkeNaa
from samvern.engine.lesing import system_fence, writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "sak.sperre_avsluttet"
_ENDED: Final = Feil(
    "",
    "FEIL_TILSTAND",
    Text("Sperren har alt en siste dag.", "Sperra har alt ein siste dag."),
)


def utfoer(viewer: Viewer, bruker: UUID, sperre_id: UUID) -> None:
    """Yesterday becomes the last day, so that the case opens at once. Raises Nektet, FinnesIkke,
    IkkeNaa when it has a last day already."""
    sperre.require(viewer, bruker)
    with writing(viewer), system_fence():
        brukere.brief(viewer, bruker)
        rows = Sakssperre.objects.select_for_update()
        row = rows.filter(pk=sperre_id, bruker=bruker).first()
        if row is None:
            raise FinnesIkke
        if row.til is not None:
            raise IkkeNaa([_ENDED])
        row.til = clock.today() - timedelta(days=1)
        row.opphevet_av = viewer.bruker
        row.save(update_fields=["til", "opphevet_av"])
        audit.record(
            viewer.actor,
            HANDLING,
            saker=[row.sak_id],
            objekt=("bruker", bruker),
            skrevet=["sperre.til"],
        )
