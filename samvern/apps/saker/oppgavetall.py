"""How much waits in the lists of many people at once, for the demo's page «Velg person».

Nobody has logged in there, so nobody reads: only numbers leave this module, and only for invented
people. They are counted over the same rows, by the same query, as each one's own work list.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from django.db.models import CharField, Count, Q, QuerySet, Value

from samvern.apps.saker import projection
from samvern.apps.saker.arbeidsliste import DAGER, OVER, due_in_groups, place_of
from samvern.apps.saker.models import Saksoppgave
from samvern.engine import clock
from samvern.engine.lesing import system_fence
from samvern.engine.viewer import Viewer
from samvern.law.text import Text


def _count(viewer: Viewer) -> QuerySet[Saksoppgave, tuple[str, int, int]]:
    today = clock.today()
    due = due_in_groups(viewer, today, today + timedelta(days=DAGER))
    # The order of the model would split the one row that is wanted.
    return (
        due.order_by()
        .values(hvem=Value(str(viewer.bruker), output_field=CharField()))
        .annotate(alle=Count("pk"), over=Count("pk", filter=Q(plass=place_of(OVER))))
        .values_list("hvem", "alle", "over")
    )


def _words(due: int, over: int) -> Text:
    nb = f"{due} {'oppgave' if due == 1 else 'oppgaver'}"
    nn = f"{due} {'oppgåve' if due == 1 else 'oppgåver'}"
    late = f", {over} over fristen" if over else ""
    return Text(nb + late, nn + late)


def oppgaver_i_dag(viewers: Sequence[Viewer]) -> Mapping[UUID, Text]:
    """What the work list of each would say today, by user; those it is empty for are left out.

    One query for everyone. A person with several roles has the numbers of the first.
    """
    if not viewers:
        return {}
    with system_fence():
        projection.refresh_once(clock.today())
        first, *rest = (_count(viewer) for viewer in viewers)
        rows = list(first.union(*rest, all=True) if rest else first)
    told: dict[UUID, Text] = {}
    for who, due, over in rows:
        if due:
            told.setdefault(UUID(who), _words(due, over))
    return told
