"""Erasing a person's content: the key destroyed and the number unfindable, by two persons."""

from typing import Final
from uuid import UUID

from samvern.apps.noekler.public import destroy_key
from samvern.apps.personer import access
from samvern.apps.personer.koder import Slettegrunn
from samvern.apps.personer.models import VERSJONERTE, Person, Personnummer, Slettevedtak
from samvern.apps.personer.skriving import locked
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, Nektet
from samvern.engine.lesing import writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

TO_PERSONER: Final = Text(
    "Sletting krever to personer: en som beslutter, og en annen som bekrefter.",
    "Sletting krev to personar: ein som avgjer, og ein annan som stadfestar.",
)
COLUMNS: Final = tuple(
    f"{model._meta.db_table}.{name}"  # noqa: SLF001 -- Django's public name
    for model in VERSJONERTE
    for name in model.SEALED
)


def slett_innhold(
    viewer: Viewer, person: UUID, *, besluttet_av: UUID, bekreftet_av: UUID, grunn: Slettegrunn
) -> None:
    """Erase everything sealed about a person, in every app, for good.

    A whole action: its own transaction, which destroys the data key, clears the blind indexes,
    keeps who decided and who confirmed, and writes the audit entry. The one who confirms is the
    viewer, who has just proved who they are. Persons linked to this one are not touched: ask
    `koblede`, and decide for each. Whatever the caller writes in the same transaction must come
    before. Raises Nektet (IKKE_TILGANG, IKKE_KOMPETANT), FinnesIkke, and IkkeNaa when it is done
    already. Source: TR-D3, TR-L8; docs/kryptering.md says what backups mean for this.
    """
    access.require(viewer, access.SLETTE)
    access.require_confirmed(viewer)
    if besluttet_av == bekreftet_av or bekreftet_av != viewer.bruker:
        raise Nektet([Feil("bekreftet_av", "IKKE_KOMPETANT", TO_PERSONER)])
    with writing(viewer):
        row, moment = locked(person), clock.now()
        Slettevedtak.objects.create(
            person=row,
            besluttet_av=besluttet_av,
            bekreftet_av=bekreftet_av,
            grunn=grunn.value,
            slettet=moment,
        )
        destroy_key(person)
        Personnummer.objects.filter(person=row).update(indeks=None)
        Person.objects.filter(pk=person).update(slettet=moment, versjon=row.versjon + 1)
        audit.record(
            viewer.actor,
            "person.slettet",
            objekt=("person", person),
            skrevet=COLUMNS,
            grunn=grunn.value,
        )
