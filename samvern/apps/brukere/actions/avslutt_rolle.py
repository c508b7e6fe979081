"""Give a role another last day. The role ends, or lives on; the old row stays readable.

A last day before today ends the role at once, and from the very next request. It cannot be set
before the day before the first: then the role was never held. Who may: operations, just
confirmed, not for oneself. Refusals: IKKE_TILGANG, IKKE_KOMPETANT, IKKE_BEKREFTET, MANGLER_FELT,
UGYLDIG_REKKEFOLGE. Audit: `bruker.rolle_avsluttet`. Source: trust table A5.
"""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Model

from samvern.apps.brukere import access, queries
from samvern.apps.brukere.models import Tilknytning
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, FinnesIkke, Ugyldig
from samvern.engine.lesing import writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

_MISSING = Feil("til", "MANGLER_FELT", Text("Skriv siste dag.", "Skriv siste dag."))
_BEFORE = Feil(
    "til",
    "UGYLDIG_REKKEFOLGE",
    Text(
        "Siste dag kan tidligst være dagen før rollen begynte.",
        "Siste dag kan tidlegast vere dagen før rolla byrja.",
    ),
)


def utfoer(viewer: Viewer, bruker: UUID, noekkel: UUID, til: date | None) -> None:
    """Set the last day (included). Raises Nektet, FinnesIkke, Ugyldig."""
    access.require_change(viewer, bruker)
    with writing(viewer):
        queries.visible_user(viewer, bruker)
        rows = Tilknytning.objects.select_for_update()
        row = rows.filter(noekkel=noekkel, bruker=bruker, erstattet=None).first()
        if row is None:
            raise FinnesIkke
        if til is None:
            raise Ugyldig([_MISSING])
        if til < row.fra - timedelta(days=1):
            raise Ugyldig([_BEFORE])
        replace(row, til, str(viewer.bruker))
        audit.record(
            viewer.actor, "bruker.rolle_avsluttet", objekt=("bruker", bruker), grunn=row.rolle,
            skrevet=["rolle.til"],
        )  # fmt: skip


def replace(row: Tilknytning, til: date, av: str) -> Model:
    """Close the row and add the one that holds from now on."""
    now = clock.now()
    Tilknytning.objects.filter(pk=row.pk).update(erstattet=now)
    return Tilknytning.objects.create(
        noekkel=row.noekkel, bruker_id=row.bruker_id, rolle=row.rolle,
        virksomhet_id=row.virksomhet_id, fra=row.fra, til=til, registrert=now, registrert_av=av,
    )  # fmt: skip
