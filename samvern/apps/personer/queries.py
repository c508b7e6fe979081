"""Reading persons. Everything here opens sealed content, except `finn_paa_nummer`.

Call within `lesing.reading`, with ids that the caller's own row filter has let through, and say
what was seen with `lest.saw` (`LEST` has the names). Which persons a viewer may see follows from
the cases; this app does not know them. There is no search by name: names are sealed.
"""

import sys
from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import Q
from django.views.decorators.debug import sensitive_variables

from samvern.apps.noekler.public import Keys
from samvern.apps.personer import access, numre
from samvern.apps.personer.koblinger import koblede, links
from samvern.apps.personer.koder import (
    Adressebeskyttelse,
    Endringsgrunn,
    Kjoenn,
    Koblingsgrunn,
    Kontaktslag,
)
from samvern.apps.personer.models import (
    VERSJONERTE,
    Kontaktopplysning,
    Person,
    Personkobling,
    Personnummer,
    Versjonert,
)
from samvern.apps.personer.registrering import owner
from samvern.apps.personer.svar import (
    UKJENT_NAVN,
    Historikklinje,
    Koblingslinje,
    Kontaktbilde,
    Navn,
    Nummerbilde,
    Opplyst,
    Personbilde,
)
from samvern.engine import clock
from samvern.engine.avslag import FinnesIkke, Ugyldig
from samvern.engine.crypto import ERASED, Erased
from samvern.engine.idnummer import Idnummer, Nummertype
from samvern.engine.viewer import Viewer

LEST: Final = ("person.navn", "person.nummer_maskert", "person.foedselsdato", "person.kommune")
"""What a `Personbilde` shows, as the audit log names it."""
NOBODY: Final = UUID(int=0)
"""The id of no person, for asking what is asked about somebody."""
STED: Final = frozenset({"bostedskommune", "verdi"})
"""Columns that tell where somebody lives; never shown while there is address protection."""


@sensitive_variables()
def finn_paa_nummer(
    viewer: Viewer, nummer: str, *, nummertype: Nummertype | None = None, utsteder: str = ""
) -> tuple[UUID, ...]:
    """Return whose number it is or was, then everyone linked to that person; empty when nobody.

    Exact, whatever blanks and dots are typed; H- and DUF-numbers need their kind. A hit says that
    a person exists: show only what the row filter lets through, and answer alike when it lets
    nothing. Roles that do not read the number get the answer of «nobody», after the same queries.
    Raises Nektet and Ugyldig. Two queries, and one for each step of links.
    """
    access.require(viewer, access.SLAA_OPP)
    number = numre.read(nummer, nummertype, utsteder, sti="nummer")
    if not isinstance(number, Idnummer):
        raise Ugyldig(number)
    person = owner(number)
    # The links are asked for in any case: the number of queries says nothing about who exists.
    linked = sorted(koblede(person or NOBODY))
    if person is None or viewer.rolle not in access.FAAR_TREFF:
        return ()
    return (person, *linked)


@sensitive_variables()
def personbilder(
    ids: Iterable[UUID],
    *,
    paa: date | None = None,
    keys: Keys | None = None,
    koblinger: bool = True,
) -> dict[UUID, Personbilde]:
    """Return the persons as lists show them, with their age on a date (today). Three queries.

    Ids that are not persons are left out. `keys` spares a query when the caller holds the persons'
    keys already, `koblinger=False` another where nobody asks for links.
    """
    wanted, day = set(ids), paa or clock.today()
    chosen = Person.objects.filter(pk__in=wanted).select_related("opplysning", "navn", "nummer")
    pairs = links(wanted) if koblinger else set()
    keys = keys or Keys.reading(wanted)
    return {person.id: _picture(person, keys, pairs, day) for person in chosen}


@sensitive_variables()
def _picture(person: Person, keys: Keys, pairs: set[tuple[UUID, UUID]], paa: date) -> Personbilde:
    facts = person.opplysning
    if facts is None:
        raise FinnesIkke
    vern = Adressebeskyttelse(facts.adressebeskyttelse)
    born, died = _day(keys, facts, "foedselsdato"), _day(keys, facts, "doedsdato")
    kommune = None if vern.skjermet else keys.open(facts, "bostedskommune")
    return Personbilde(
        id=person.id,
        versjon=person.versjon,
        navn=_name(person, keys),
        nummer=_masked(person.nummer, keys),
        nummertype=None if person.nummer is None else Nummertype(person.nummer.slag),
        kjoenn=Kjoenn(facts.kjoenn),
        foedselsdato=born,
        doedsdato=died,
        paa=paa,
        alder=_age(born, min(paa, died or paa)),
        adressebeskyttelse=vern,
        bostedskommune=kommune if isinstance(kommune, str) else "",
        ukjent_identitet=facts.ukjent_identitet,
        slettet=person.slettet is not None,
        koblet=tuple(sorted({one for p in pairs if person.id in p for one in p} - {person.id})),
    )


@sensitive_variables()
def _name(person: Person, keys: Keys) -> Navn:
    if person.slettet is not None:
        return ERASED
    if person.navn is None:
        return UKJENT_NAVN
    parts = [keys.open(person.navn, name) for name in person.navn.SEALED]
    return " ".join(str(part) for part in parts if part)


@sensitive_variables()
def _masked(row: Personnummer | None, keys: Keys) -> Opplyst:
    opened = None if row is None else keys.open(row, "nummer")
    if row is None or opened is None or isinstance(opened, Erased):
        return opened
    return numre.reopened(opened, Nummertype(row.slag), row.utsteder).masked()


def _day(keys: Keys, row: Versjonert, name: str) -> date | None:
    opened = keys.open(row, name)
    return date.fromisoformat(opened) if isinstance(opened, str) else None


def _age(born: date | None, on: date) -> int | None:
    """Whole years; somebody born on 29 February turns a year older on 1 March in other years."""
    if born is None or on < born:
        return None
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


@sensitive_variables()
def numre_for(ids: Iterable[UUID]) -> dict[UUID, tuple[Nummerbilde, ...]]:
    """Return every number of the persons in full, the one shown first, then the newest.

    Two queries. Apart from `personbilder`, so that whole numbers are opened, and logged, only
    where they are needed. Persons without numbers are left out.
    """
    wanted = set(ids)
    keys = Keys.reading(wanted)
    rows = Personnummer.objects.filter(person__in=wanted, erstattet=None).select_related("person")
    found: dict[UUID, list[Nummerbilde]] = {}
    for row in rows.order_by("-versjon", "id"):
        kind, opened = Nummertype(row.slag), keys.open(row, "nummer")
        if isinstance(opened, str):
            opened = numre.reopened(opened, kind, row.utsteder).grouped()
        found.setdefault(row.person_id, []).append(
            Nummerbilde(
                row.pk,
                kind,
                opened or ERASED,
                keys.open(row, "gyldig_fra"),
                keys.open(row, "gyldig_til"),
                row.person.nummer_id == row.pk,
            )
        )
    # The sort is stable: the rest keep their order.
    return {
        person: tuple(sorted(some, key=lambda one: not one.vist)) for person, some in found.items()
    }


@sensitive_variables()
def kontaktopplysninger(ids: Iterable[UUID]) -> dict[UUID, tuple[Kontaktbilde, ...]]:
    """Return how the persons may be reached; nobody with address protection. Two queries."""
    wanted = set(ids)
    keys = Keys.reading(wanted)
    open_to_all = Q(person__opplysning__adressebeskyttelse=Adressebeskyttelse.INGEN.value)
    rows = Kontaktopplysning.objects.filter(open_to_all, person__in=wanted, erstattet=None)
    found: dict[UUID, list[Kontaktbilde]] = {}
    for row in rows.order_by("slag"):
        shown = Kontaktbilde(Kontaktslag(row.slag), keys.open(row, "verdi") or ERASED)
        found.setdefault(row.person_id, []).append(shown)
    return {person: tuple(some) for person, some in found.items()}


@sensitive_variables()
def historikk(person: UUID) -> tuple[Historikklinje, ...]:
    """Return every version of everything about the person, oldest first: nothing is overwritten.

    While the person has address protection, what earlier versions said about where they live is
    left out. Raises FinnesIkke. Six queries.
    """
    row = Person.objects.select_related("opplysning").filter(pk=person).first()
    if row is None or row.opplysning is None:
        raise FinnesIkke
    hidden = STED if Adressebeskyttelse(row.opplysning.adressebeskyttelse).skjermet else frozenset()
    keys = Keys.reading([person])
    lines = [
        _line(version, keys, hidden)
        for model in VERSJONERTE
        for version in model._base_manager.filter(person=person)  # noqa: SLF001 -- Django's public name
    ]
    return tuple(sorted(lines, key=_order))


def _order(line: Historikklinje) -> tuple[int, str, int]:
    """Oldest version first; in one version and table, what was replaced before what stands."""
    return line.versjon, line.slag, line.erstattet_i or sys.maxsize


@sensitive_variables()
def _line(row: Versjonert, keys: Keys, hidden: frozenset[str]) -> Historikklinje:
    values: dict[str, object] = {name: getattr(row, name) for name in row.OPEN}
    values |= {name: keys.open(row, name) for name in row.SEALED if name not in hidden}
    return Historikklinje(
        row._meta.db_table,  # noqa: SLF001 -- Django's public name
        row.versjon,
        row.registrert,
        row.registrert_av,
        Endringsgrunn(row.grunn),
        row.erstattet,
        row.erstattet_i,
        values,
    )


def koblingshistorikk(person: UUID) -> tuple[Koblingslinje, ...]:
    """Return every time the person was linked or unlinked, oldest first. One query."""
    rows = Personkobling.objects.filter(Q(foerste=person) | Q(andre=person))
    return tuple(
        Koblingslinje(
            row.andre_id if row.foerste_id == person else row.foerste_id,
            row.koblet,
            Koblingsgrunn(row.grunn),
            row.registrert,
            row.registrert_av,
        )
        for row in rows.order_by("registrert", "nr", "id")
    )
