"""Cases with participants made straight in the tables, and viewers, for the tests of access."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from uuid import UUID

from samvern.apps.personer.models import Person
from samvern.apps.saker.koder import Deltakerslag, Saksstatus
from samvern.apps.saker.models import Sak, Saksdeltaker, Saksstand
from samvern.engine import clock
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer

DAG = date(2026, 11, 23)
NAA = datetime(2026, 11, 23, 7, 10, tzinfo=UTC)


def seer(rolle: Rolle, virksomhet: UUID | None = None, *, bruker: UUID | None = None,
         arvet: Iterable[UUID] = (), bekreftet: bool = True) -> Viewer:  # fmt: skip
    own = virksomhet or new_id()
    bodies = frozenset({own, *arvet})
    return Viewer(bruker or new_id(), "Prøve Bruker", rolle, own, bodies, new_id(), bekreftet)


def sak(nr: str, *, avsluttet: bool = False, flagg: Iterable[str] = ()) -> Sak:
    """A case with its standing, and nobody in it."""
    person = Person.objects.create(opprettet=clock.now(), opprettet_av=new_id())
    made = Sak.objects.create(saksnr=nr, person=person, opprettet=clock.now(), siste_nr=1)
    status = Saksstatus.OPPHOERT if avsluttet else Saksstatus.UNDER_GJENNOMFOERING
    Saksstand.objects.create(
        sak=made,
        nr=1,
        beregnet_for=DAG,
        regelsett="x",
        status=str(status),
        domstype="tidsubestemt",
        avsluttet=avsluttet,
        flagg=list(flagg),
    )
    return made


def med(
    i: Sak,
    slag: Deltakerslag,
    hvem: UUID | None,
    fra: date = date(2020, 1, 1),
    til: date | None = None,
) -> None:
    """Let somebody take part in the case: a user for persons, else a body."""
    person = slag in {Deltakerslag.FAGLIG_ANSVARLIG, Deltakerslag.SAKSBEHANDLER}
    Saksdeltaker.objects.create(
        sak=i,
        slag=str(slag),
        bruker=hvem if person else None,
        virksomhet=None if person else hvem,
        fra=fra,
        til=til,
        nr=1,
    )
