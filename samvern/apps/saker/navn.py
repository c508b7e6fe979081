"""Names for the ids on a page: bodies, units, levels and codes from memory, people by query."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from samvern.apps.brukere import public as brukere
from samvern.apps.noekler.public import Keys
from samvern.apps.personer import public as personer
from samvern.apps.personer.public import Personbilde
from samvern.apps.saker.bilder import Hvem
from samvern.apps.saker.deltakere import Deltaker
from samvern.apps.saker.plassering import FORMNAVN, Opphold
from samvern.apps.virksomheter.public import Navnebok, navnebok
from samvern.law.text import Text

UKJENT_ORGAN = Text("Ukjent organ", "Ukjent organ")


@dataclass(slots=True)
class Navn:
    """What to call everybody and everything that a page mentions, on a day."""

    dag: date
    bok: Navnebok
    brukere: dict[UUID, str] = field(default_factory=dict)
    personer: dict[UUID, Personbilde] = field(default_factory=dict)

    def organ(self, one: UUID | str | None, under: str = "") -> Hvem | None:
        """A body as written on a page; None stays None."""
        key = as_id(one)
        if key is None:
            return None
        name = self.bok.organ(key, self.dag) or UKJENT_ORGAN
        return Hvem(key, name.nb, name.nn, under)

    def ansvarlig(self, one: UUID | str | None, under: str = "") -> Hvem | None:
        """Who has the matters of a body now: itself, or whoever took over from it. The old name
        stands below, since that is what the documents of the case say."""
        key = as_id(one)
        if key is None:
            return None
        now = self.bok.etterfoelger(key, self.dag)
        if now == key:
            return self.organ(key, under)
        before = self.bok.organ(key, self.dag) or UKJENT_ORGAN
        return self.organ(now, under or f"tidl. {before.nb}")

    def bruker(self, one: UUID | str | None, under: str = "") -> Hvem | None:
        """A user as written on a page; None stays None."""
        key = as_id(one)
        return None if key is None else Hvem(key, self.brukere.get(key, ""), "", under)

    def enhet(self, one: UUID | str | None) -> Hvem | None:
        """A unit as written on a page; None stays None."""
        key = as_id(one)
        if key is None:
            return None
        name = self.bok.enhet(key, self.dag) or UKJENT_ORGAN
        return Hvem(key, name.nb, name.nn)

    def nivaa(self, kode: str) -> tuple[Text, int | None] | None:
        """A security level: its name and its rank, strictest first."""
        name = self.bok.kode(kode, self.dag)
        return None if name is None else (name, self.bok.rang(kode, self.dag))

    def kode(self, kode: str, dag: date) -> Text:
        """A code of the reference data in words, as it was called on a day."""
        return self.bok.kode(kode, dag) or Text(kode, kode)


def called(dag: date, parts: Iterable[Deltaker]) -> Callable[[Deltaker], Text | None]:
    """What to call those who take part in a case; None for an agency without a body of its own.

    One query for the users among them.
    """
    known = gather(dag, folk=[part.bruker for part in parts])

    def name(part: Deltaker) -> Text | None:
        who = known.organ(part.virksomhet) or known.bruker(part.bruker)
        return Text(who.navn, who.navn_nn or who.navn) if who and who.navn else None

    return name


def placed(dag: date) -> Callable[[Opphold], Text]:
    """What to call a stay: the institution, the ward, the form and the level, all from memory."""
    known = Navn(dag, navnebok())

    def name(stay: Opphold) -> Text:
        bodies = (known.organ(stay.institusjon), known.enhet(stay.enhet))
        where = [Text(who.navn, who.navn_nn or who.navn) for who in bodies if who]
        form, level = FORMNAVN[stay.form], known.nivaa(stay.nivaa)
        parts = [*where, form.inside() if where else form, *([level[0]] if level else [])]
        return Text(", ".join(part.nb for part in parts), ", ".join(part.nn for part in parts))

    return name


def as_id(one: UUID | str | None) -> UUID | None:
    """An id from what a row or a log entry holds; None when there is none."""
    return UUID(one) if isinstance(one, str) and one else one if isinstance(one, UUID) else None


def gather(
    dag: date,
    *,
    folk: Iterable[UUID | str | None] = (),
    persons: Iterable[UUID] = (),
    keys: Keys | None = None,
) -> Navn:
    """Look the names up: one query for the reference data, one for users, two for persons (one
    when the caller holds their keys)."""
    found = Navn(dag, navnebok())
    if users := {key for one in folk if (key := as_id(one)) is not None}:
        found.brukere = brukere.names(users)
    if people := set(persons):
        found.personer = personer.personbilder(people, paa=dag, keys=keys, koblinger=False)
    return found
