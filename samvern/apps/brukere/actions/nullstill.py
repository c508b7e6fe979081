"""Reset what a user logs in with: a new one-time password, or a new code generator.

For somebody who has forgotten the password or lost the phone; the administrator makes sure who it
is first. Every session of the user ends. Who may: operations, just confirmed, not for oneself.
Refusals: IKKE_TILGANG, IKKE_KOMPETANT, IKKE_BEKREFTET, FEIL_TILSTAND. Audit:
`bruker.passord_nullstilt`, `bruker.kode_nullstilt`.
"""

from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from samvern.apps.brukere import access, passord, queries
from samvern.apps.brukere.models import Bruker, Gjenopprettingskode, Kodegenerator
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, IkkeNaa
from samvern.engine.lesing import writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

_INVENTED = Feil(
    "",
    "FEIL_TILSTAND",
    Text(
        "Oppdiktede personer logger ikke inn med passord.",
        "Oppdikta personar loggar ikkje inn med passord.",
    ),
)
_NO_GENERATOR = Feil(
    "",
    "FEIL_TILSTAND",
    Text("Brukeren har ingen kodeapp ennå.", "Brukaren har ingen kodeapp enno."),
)


@sensitive_variables()
def nytt_engangspassord(viewer: Viewer, bruker: UUID) -> str:
    """A one-time password, shown once. Raises Nektet, FinnesIkke, IkkeNaa."""
    access.require_change(viewer, bruker)
    with writing(viewer):
        row = _locked(viewer, bruker)
        code = passord.new_code()
        row.set_password(code)
        row.engangspassord_til = clock.now() + passord.ONE_TIME_LASTS
        row.save(update_fields=["password", "engangspassord_til", "oektversjon"])
        audit.record(
            viewer.actor, "bruker.passord_nullstilt", objekt=("bruker", bruker),
            skrevet=["bruker.passord"],
        )  # fmt: skip
    return code


def kodegenerator(viewer: Viewer, bruker: UUID) -> None:
    """Take the code generator away; a new one is set up at the next log-in.

    Raises Nektet, FinnesIkke, IkkeNaa.
    """
    access.require_change(viewer, bruker)
    with writing(viewer):
        row = _locked(viewer, bruker)
        if not Kodegenerator.objects.filter(pk=bruker).exists():
            raise IkkeNaa([_NO_GENERATOR])
        Kodegenerator.objects.filter(pk=bruker).delete()
        Gjenopprettingskode.objects.filter(bruker=bruker).delete()
        row.save(update_fields=["oektversjon"])
        audit.record(
            viewer.actor, "bruker.kode_nullstilt", objekt=("bruker", bruker),
            skrevet=["kodegenerator", "gjenopprettingskoder"],
        )  # fmt: skip


def _locked(viewer: Viewer, bruker: UUID) -> Bruker:
    """The user, locked, with the sessions marked to end."""
    queries.visible_user(viewer, bruker)
    row = Bruker.objects.select_for_update().get(pk=bruker)
    if row.oppdiktet:
        raise IkkeNaa([_INVENTED])
    row.oektversjon += 1
    return row
