"""Stop a user from logging in, or let the user in again. Sessions end with the next request.

Who may: operations, just confirmed, not for oneself. Refusals: IKKE_TILGANG, IKKE_KOMPETANT,
IKKE_BEKREFTET, FEIL_TILSTAND. Audit: `bruker.stengt`, `bruker.aapnet`. Source: trust table A5.
"""

from uuid import UUID

from samvern.apps.brukere import access, queries
from samvern.apps.brukere.models import Bruker
from samvern.engine import audit
from samvern.engine.avslag import Feil, IkkeNaa
from samvern.engine.lesing import writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

_ALREADY = Feil(
    "",
    "FEIL_TILSTAND",
    Text("Brukeren er alt satt slik.", "Brukaren er alt sett slik."),
)


def utfoer(viewer: Viewer, bruker: UUID, *, aktiv: bool) -> None:
    """Set whether the user can log in. Raises Nektet, FinnesIkke, IkkeNaa."""
    access.require_change(viewer, bruker)
    with writing(viewer):
        queries.visible_user(viewer, bruker)
        row = Bruker.objects.select_for_update().get(pk=bruker)
        if row.aktiv == aktiv:
            raise IkkeNaa([_ALREADY])
        row.aktiv = aktiv
        row.oektversjon += 1
        row.save(update_fields=["aktiv", "oektversjon"])
        audit.record(
            viewer.actor, "bruker.aapnet" if aktiv else "bruker.stengt",
            objekt=("bruker", bruker), skrevet=["bruker.aktiv"],
        )  # fmt: skip
