"""Whose drafts somebody may see: one's own, and nobody else's in any role."""

from django.db.models import QuerySet

from samvern.apps.utkast.models import Utkast
from samvern.engine import clock
from samvern.engine.viewer import Viewer


def own(viewer: Viewer) -> QuerySet[Utkast]:
    """The viewer's own drafts that have not expired."""
    return Utkast.objects.filter(bruker=viewer.bruker, slettes__gt=clock.now())
