"""Withdraw one of one's own keys: the next request with it is refused. «apinoekkel.trukket».

Who may: its owner, in any role. Refusals: FinnesIkke for others' keys, FEIL_TILSTAND. Source:
trust table A5.
"""

from typing import Final
from uuid import UUID

from samvern.apps.apinoekler import access
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, FinnesIkke, IkkeNaa
from samvern.engine.lesing import writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "apinoekkel.trukket"
_DONE = Feil(
    "",
    "FEIL_TILSTAND",
    Text("Nøkkelen er alt trukket.", "Nøkkelen er alt trekt."),
)


def utfoer(viewer: Viewer, noekkel: UUID) -> None:
    """Withdraw the key. Raises FinnesIkke, IkkeNaa."""
    with writing(viewer):
        row = access.own(viewer).select_for_update().filter(pk=noekkel).first()
        if row is None:
            raise FinnesIkke
        if row.trukket is not None:
            raise IkkeNaa([_DONE])
        row.trukket = clock.now()
        row.save(update_fields=["trukket"])
        audit.record(
            viewer.actor,
            HANDLING,
            objekt=("apinoekkel", noekkel),
            skrevet=["apinoekkel.trukket"],
            grunn=row.formaal,
        )
