"""Two persons that are one human being: linked, never merged; a wrong link is taken back."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from samvern.apps.personer import access
from samvern.apps.personer.koder import Koblingsgrunn
from samvern.apps.personer.models import Personkobling
from samvern.apps.personer.skriving import locked
from samvern.engine import clock
from samvern.engine.avslag import Feil, IkkeNaa, Ugyldig
from samvern.engine.inndata import UGYLDIG_VERDI
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

type Par = tuple[UUID, UUID]

SAMME: Final = Text(
    "En person kan ikke kobles til seg selv.", "Ein person kan ikkje koplast til seg sjølv."
)
ER_KOBLET: Final = Text("Personene er allerede koblet.", "Personane er alt kopla.")
IKKE_KOBLET: Final = Text("Personene er ikke koblet.", "Personane er ikkje kopla.")


def koble(viewer: Viewer, en: UUID, annen: UUID, grunn: Koblingsgrunn) -> None:
    """Say that two persons are one human being. Both keep all that is theirs.

    Within `lesing.writing`; the calling action records it. Raises Nektet, FinnesIkke, Ugyldig for
    one and the same person, IkkeNaa (FEIL_TILSTAND) when they are linked or one is erased.
    """
    _add(viewer, en, annen, grunn, koblet=True)


def opphev_kobling(viewer: Viewer, en: UUID, annen: UUID, grunn: Koblingsgrunn) -> None:
    """Take a link back with a new row; the old one stays readable. Otherwise as `koble`."""
    _add(viewer, en, annen, grunn, koblet=False)


def _add(viewer: Viewer, en: UUID, annen: UUID, grunn: Koblingsgrunn, *, koblet: bool) -> None:
    access.require(viewer, access.ENDRE)
    if en == annen:
        raise Ugyldig([Feil("", UGYLDIG_VERDI, SAMME)])
    foerste, andre = sorted((en, annen))
    with transaction.atomic():
        # Always in the same order, so that two writers never wait for each other.
        locked(foerste)
        locked(andre)
        newest = Personkobling.objects.filter(foerste=foerste, andre=andre).order_by("-nr").first()
        if (newest is not None and newest.koblet) == koblet:
            raise IkkeNaa([Feil("", "FEIL_TILSTAND", ER_KOBLET if koblet else IKKE_KOBLET)])
        Personkobling.objects.create(
            foerste_id=foerste,
            andre_id=andre,
            nr=1 if newest is None else newest.nr + 1,
            koblet=koblet,
            grunn=grunn.value,
            registrert=clock.now(),
            registrert_av=viewer.bruker,
        )


def links(ids: Iterable[UUID]) -> set[Par]:
    """Return the pairs in force in which one of these persons is. One query."""
    some = list(ids)
    rows = Personkobling.objects.filter(Q(foerste__in=some) | Q(andre__in=some)).order_by("nr")
    newest = {(row.foerste_id, row.andre_id): row.koblet for row in rows}
    return {pair for pair, koblet in newest.items() if koblet}


def koblede(person: UUID) -> frozenset[UUID]:
    """Return everyone who is the same human being, also by way of others, without the person.

    One query for each step away, and one more.
    """
    found, frontier = {person}, {person}
    while frontier:
        reached = {one for pair in links(frontier) for one in pair}
        frontier = reached - found
        found |= frontier
    return frozenset(found - {person})
