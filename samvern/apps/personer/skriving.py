"""How the app writes: the person's row locked, the version compared, rows closed and added.

Every function of `public` that writes is one transaction of its own, also inside the caller's
(`lesing.writing`), so that it is done whole or not at all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final
from uuid import UUID

from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from samvern.apps.noekler.public import Keys
from samvern.apps.personer.koder import Endringsgrunn
from samvern.apps.personer.models import Person, Versjonert
from samvern.engine import clock
from samvern.engine.avslag import Feil, FinnesIkke, IkkeNaa
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

ENDRET_I_MENS: Final = Text(
    "Noen andre har endret opplysningene mens du skrev. Se hva som står nå, og prøv igjen.",
    "Nokon andre har endra opplysningane medan du skreiv. Sjå kva som står no, og prøv igjen.",
)
ER_SLETTET: Final = Text(
    "Innholdet om personen er slettet og kan ikke endres.",
    "Innhaldet om personen er sletta og kan ikkje endrast.",
)


@dataclass(slots=True)
class Change:
    """A change under way: the locked person, and what makes every new row alike."""

    person: Person
    keys: Keys = field(repr=False)
    versjon: int
    grunn: Endringsgrunn
    av: UUID
    naar: datetime

    @sensitive_variables()
    def add[V: Versjonert](
        self, model: type[V], texts: dict[str, str | None], **columns: object
    ) -> V:
        """Insert a row of the new version, with `texts` sealed. Raises IntegrityError."""
        row = model(
            person=self.person,
            versjon=self.versjon,
            registrert=self.naar,
            registrert_av=self.av,
            grunn=self.grunn.value,
            **columns,
        )
        self.keys.seal(row, **texts)
        row.save(force_insert=True)
        return row

    def close(self, row: Versjonert | None) -> None:
        """Say that the row is replaced from this version on. Nothing in it changes."""
        if row is not None:
            standing = type(row)._base_manager.filter(pk=row.pk, erstattet=None)  # noqa: SLF001
            # A demo's clock may stand before the row's.
            moment = max(self.naar, row.registrert)
            standing.update(erstattet=moment, erstattet_i=self.versjon)

    @sensitive_variables()
    def text(self, row: Versjonert | None, name: str) -> str | None:
        """Return the text of a row that is carried over into a new one."""
        opened = None if row is None else self.keys.open(row, name)
        return None if opened is None else str(opened)


@contextmanager
def change(viewer: Viewer, person_id: UUID, versjon: int, grunn: Endringsgrunn) -> Iterator[Change]:
    """Lock the person, compare the version the caller saw, and count it up at the end.

    Raises FinnesIkke, and IkkeNaa: ENDRET_I_MENS when somebody was first, FEIL_TILSTAND when the
    content is erased.
    """
    with transaction.atomic():
        person = locked(person_id)
        if person.versjon != versjon:
            raise IkkeNaa([Feil("", "ENDRET_I_MENS", ENDRET_I_MENS)])
        keys = Keys.writing([person_id])
        yield Change(person, keys, versjon + 1, grunn, viewer.bruker, clock.now())
        person.versjon = versjon + 1
        person.save(update_fields=["versjon", "opplysning", "navn", "nummer"])


def locked(person_id: UUID) -> Person:
    """Return the person's row, locked until the transaction ends, with content.

    Raises FinnesIkke, and IkkeNaa (FEIL_TILSTAND) when the content is erased.
    """
    person = Person.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        raise FinnesIkke
    if person.slettet is not None:
        raise IkkeNaa([Feil("", "FEIL_TILSTAND", ER_SLETTET)])
    return person
