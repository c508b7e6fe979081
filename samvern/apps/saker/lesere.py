"""Who has read a case, from the audit log, for those who may know."""

from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

from samvern.apps.saker import navn
from samvern.apps.saker.access import Blikk, Logginnsyn
from samvern.apps.saker.bilder import Hvem, Lesningsrad
from samvern.apps.saker.navn import Navn
from samvern.engine import audit, clock
from samvern.engine.avslag import FinnesIkke
from samvern.engine.viewer import Viewer

_NOBODY: Final = Hvem(None, "")


def entries(
    blikk: Blikk, viewer: Viewer, sak: UUID, most: int, before: int | None = None
) -> list[Any]:
    """The latest entries of the log about a case, newest first, no more than the role may know of.

    One query. `before` is the number of an entry: those older than it, for paging.
    """
    insight = blikk.logginnsyn
    if insight is None:
        return []
    whose: dict[str, object] = {}
    if insight is Logginnsyn.EGNE:
        whose = {"bruker": str(viewer.bruker)}
    elif insight is Logginnsyn.EGEN_VIRKSOMHET:
        whose = {"virksomhet__in": [str(one) for one in viewer.virksomheter]}
    return audit.about_case(sak, most, before=before, whose=whose)


def rows(found: Iterable[Any], known: Navn) -> tuple[Lesningsrad, ...]:
    """The entries as rows with names."""
    return tuple(_row(one, known) for one in found)


def _row(one: Any, known: Navn) -> Lesningsrad:
    body = known.organ(one.virksomhet)
    who = known.bruker(one.bruker, body.navn if body else "") or _NOBODY
    return Lesningsrad(one.nr, who, one.rolle, one.tid, one.handling, tuple(one.lest))


def log_page(
    blikk: Blikk, viewer: Viewer, sak: UUID, most: int, before: int | None
) -> tuple[Lesningsrad, ...]:
    """One page of the whole log of a case. Raises FinnesIkke for those who may not know of it."""
    if blikk.logginnsyn is None:
        raise FinnesIkke
    found = entries(blikk, viewer, sak, most, before)
    return rows(found, navn.gather(clock.today(), folk=[one.bruker for one in found]))
