"""Fetching one case behind the row filter, with what the viewer may do in it. Two queries."""

from dataclasses import replace
from typing import Final
from uuid import UUID

from samvern.apps.saker import access, logg, navn, rader
from samvern.apps.saker.access import Blikk, Relasjon
from samvern.apps.saker.deltakere import Deltaker, participants, taking_part
from samvern.apps.saker.events import Oppfoering, current
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Hendelse, Sak, Saksstand
from samvern.apps.virksomheter.public import navnebok
from samvern.engine import clock
from samvern.engine.avslag import FinnesIkke
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer

_UNDER_A_TRUST: Final = frozenset(rader.SOM[Rolle.INSTITUSJON])


def relation(stand: Saksstand) -> Relasjon:
    """What the state of the case says about how it is seen. The row filter has let it through."""
    return Relasjon(avsluttet=stand.avsluttet, unndratt=rader.UNNDRATT in stand.flagg)


def visible(viewer: Viewer, sak: UUID) -> Sak:
    """A case with its standing. Raises FinnesIkke when hidden or missing. One query."""
    found = rader.synlige(viewer).filter(pk=sak).select_related("stand").first()
    if found is None:
        raise FinnesIkke
    return found


def sight(viewer: Viewer, row: Sak, log: tuple[Oppfoering, ...]) -> Blikk:
    """What the viewer may see and do in a case that the row filter has let through. No query, but
    for an institution the one of the names."""
    relasjon = relation(row.stand)
    slag = rader.SOM.get(viewer.rolle)
    if slag is not None:
        parts = taking_part(participants(current(log)), clock.today())
        mine = frozenset(one for one in slag if one in parts and _is_mine(viewer, parts[one]))
        # Seen, but in no capacity: opened as an emergency.
        relasjon = replace(relasjon, som=mine, noed=not mine)
    return access.rolleblikk(viewer.rolle, relasjon)


def see(viewer: Viewer, sak: UUID) -> tuple[Sak, tuple[Hendelse, ...], Blikk]:
    """A case, the rows of its log and what the viewer may do in it. Raises FinnesIkke."""
    row = visible(viewer, sak)
    rows = tuple(Hendelse.objects.filter(sak=sak).order_by("nr"))
    return row, rows, sight(viewer, row, logg.as_entries(rows))


def _is_mine(viewer: Viewer, part: Deltaker) -> bool:
    if part.slag is Deltakerslag.KRIMINALOMSORG:
        return True
    if part.bruker is not None:
        return part.bruker == str(viewer.bruker)
    body = navn.as_id(part.virksomhet)
    above = navnebok().over(body, clock.today()) if body and part.slag in _UNDER_A_TRUST else None
    return bool({body, above} & viewer.virksomheter)
