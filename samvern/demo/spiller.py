"""Playing the stories: every entry at its own time, by its own author, through the actions.

The plan is every step of every story in the order they were registered, so that the register, the
audit log and the case numbers grow as they would have. Nothing here writes to a table.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any, Final, NamedTuple
from uuid import UUID

from samvern.apps.brukere import public as brukere
from samvern.apps.personer import public as personer
from samvern.apps.saker import public as saker
from samvern.apps.virksomheter import public as virksomheter
from samvern.demo.folk import BY_KEY as FOLK
from samvern.demo.folk import DRIFT, MEDARBEIDERE, Medarbeider, Rolletid
from samvern.demo.fortelling import (
    Feilfoering,
    Fortelling,
    Fortellingssak,
    Hendelse,
    Innslag,
    Retting,
    corrected,
)
from samvern.demo.personer import BY_KEY as PERSONER
from samvern.demo.personer import FROE, KOBLINGER, Kobling
from samvern.engine import audit, clock
from samvern.engine.clock import OSLO
from samvern.engine.ids import new_id
from samvern.engine.lesing import writing
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer

MORGEN: Final = time(7, 0)
"""Roles are given and taken before anyone has come to work."""
_BODIES: Final = frozenset(
    {"virksomhet", "domstol_virksomhet", "embete", "politidistrikt", "rhf", "helseforetak",
     "institusjon", "kontrollkommisjon", "statsforvalter"}
)  # fmt: skip
"""Fields that name a body by its code."""
_USERS: Final = frozenset({"faglig_ansvarlig", "saksbehandler"})
"""Fields that name a person in the cooperation by the key."""


class Steg(NamedTuple):
    """One thing to do at one moment."""

    naar: datetime
    gjoer: Callable[[], None]


@dataclass(slots=True)
class Spiltsak:
    """A case that is being played: where it stands, and what its entries are called."""

    fortelling: str
    sak: Fortellingssak
    froe: int
    id: UUID | None = None
    nr: int = 0
    navn: dict[str, str] = field(default_factory=dict)
    """What the story calls an event, and the id that the register gave it."""
    merker: dict[str, tuple[int, Hendelse]] = field(default_factory=dict)
    """The newest entry of each name that a correction may use, and what it says."""

    @property
    def noekkel(self) -> str:
        """The key of the next submission: the same story gives the same keys."""
        return f"demo-{self.sak.person}-{self.nr}"


class Spiller:
    """Plays stories into an empty register. Made once; `plan` says everything that will be done."""

    def __init__(self, froe: int = FROE) -> None:
        self.froe = froe
        self.kropper = dict(virksomheter.Virksomhet.objects.values_list("kode", "id"))
        self.brukere: dict[str, UUID] = {}
        self.roller: dict[tuple[str, Rolletid], UUID] = {}
        self._viewers: dict[tuple[str, Rolletid], Viewer] = {}

    def plan(self, fortellinger: tuple[Fortelling, ...]) -> tuple[Steg, ...]:
        """Every step of the stories, in the order of time; equal moments in the order told."""
        last = max(i.naar for f in fortellinger for s in f.saker for i in s.innslag)
        steps = [*self._folk(last)]
        for story in fortellinger:
            for case in story.saker:
                steps += self._sak(Spiltsak(story.noekkel, case, self.froe))
        people = {case.person for story in fortellinger for case in story.saker}
        steps += [
            Steg(link.naar, lambda link=link: self._koble(link))  # type: ignore[misc]
            for link in KOBLINGER
            if {link.en, link.annen} <= people
        ]
        return tuple(sorted(steps, key=lambda step: step.naar))

    # The people in the cooperation.

    def _folk(self, until: datetime) -> Iterator[Steg]:
        for number, person in enumerate(MEDARBEIDERE):
            first = person.roller[0].fra
            # Seconds apart, so that they stand in this order wherever they are listed.
            hired = datetime.combine(first, MORGEN.replace(second=2 * number), OSLO)
            if hired <= until:
                yield Steg(hired, lambda person=person: self._registrer(person))  # type: ignore[misc]
            for role in person.roller:
                yield from self._rolle(person, role, number, until)

    def _rolle(
        self, person: Medarbeider, role: Rolletid, number: int, until: datetime
    ) -> Iterator[Steg]:
        begins = datetime.combine(role.fra, MORGEN.replace(second=2 * number + 1), OSLO)
        if begins <= until:
            yield Steg(begins, lambda: self._gi(person, role))
        if role.til is not None:
            ends = datetime.combine(role.til, MORGEN.replace(minute=2, second=number), OSLO)
            yield Steg(ends, lambda: self._avslutt(person, role, role.til))

    def _drift(self) -> Viewer:
        body = self.kropper[DRIFT.roller[0].virksomhet]
        # The first user of an installation is registered by nobody who is one yet.
        who = self.brukere.get(DRIFT.noekkel) or new_id()
        mine = frozenset({body})
        return Viewer(who, DRIFT.navn, Rolle.SYSTEMDRIFT, body, mine, new_id(), bekreftet=True)

    def _registrer(self, person: Medarbeider) -> None:
        new = brukere.NyBruker(
            person.brukernavn, person.navn, person.hpr, person.profesjon, oppdiktet=True
        )
        self.brukere[person.noekkel] = brukere.registrer_bruker(self._drift(), new).bruker

    def _gi(self, person: Medarbeider, role: Rolletid) -> None:
        new = brukere.NyRolle(
            self.brukere[person.noekkel],
            str(role.rolle),
            self.kropper[role.virksomhet],
            role.fra,
        )
        giver = self._drift()
        if person is DRIFT:
            # Nobody gives a role to themselves; the first one comes from outside.
            giver = replace(giver, bruker=new_id())
        self.roller[person.noekkel, role] = brukere.gi_rolle(giver, new)

    def _avslutt(self, person: Medarbeider, role: Rolletid, til: date | None) -> None:
        key = self.roller[person.noekkel, role]
        brukere.avslutt_rolle(self._drift(), self.brukere[person.noekkel], key, til)

    def viewer(self, noekkel: str) -> Viewer:
        """The person in the role held now, in a new request. Raises LookupError without a role."""
        role = FOLK[noekkel].rolle(clock.today())
        known = self._viewers.get((noekkel, role))
        if known is None:
            known = brukere.make_viewer(
                self.brukere[noekkel],
                FOLK[noekkel].navn,
                role.rolle,
                self.kropper[role.virksomhet],
            )
            self._viewers[noekkel, role] = known
        return replace(known, forespoersel=new_id())

    # The cases.

    def _sak(self, played: Spiltsak) -> Iterator[Steg]:
        first, *rest = played.sak.innslag
        yield Steg(first.naar, lambda: self._aapne(played, first))
        for entry in rest:
            yield Steg(entry.naar, lambda entry=entry: self._foer(played, entry))  # type: ignore[misc]

    def _aapne(self, played: Spiltsak, entry: Innslag) -> None:
        events = [step for step in entry.handlinger if isinstance(step, Hendelse)]
        data = {
            "person": PERSONER[played.sak.person].data(played.froe),
            "hendelser": [self._som_data(played, event, at) for at, event in enumerate(events, 1)],
        }
        saved = saker.opprett_sak.utfoer(self.viewer(entry.hvem), data, noekkel=played.noekkel)
        played.id, played.nr = saved.sak, saved.nr

    def _foer(self, played: Spiltsak, entry: Innslag) -> None:
        viewer = self.viewer(entry.hvem)
        for step in entry.handlinger:
            match step:
                case Hendelse():
                    self._registrer_hendelse(viewer, played, step)
                case Retting():
                    self._rett(viewer, played, step)
                case Feilfoering():
                    self._feilfoer(viewer, played, step)

    def _registrer_hendelse(self, viewer: Viewer, played: Spiltsak, event: Hendelse) -> None:
        data = self._som_data(played, event, played.nr + 1)
        saved = saker.registrer_hendelse.utfoer(
            viewer, _started(played), data, forventet_nr=played.nr, noekkel=played.noekkel
        )
        played.nr = saved.nr

    def _rett(self, viewer: Viewer, played: Spiltsak, change: Retting) -> None:
        number, old = played.merker[change.merke]
        new = corrected(old, change)
        data = self._som_data(played, new, played.nr + 1, again=True) | {"grunn": change.grunn}
        saved = saker.korriger_hendelse.utfoer(
            viewer, _started(played), number, data, forventet_nr=played.nr, noekkel=played.noekkel
        )
        played.nr = saved.nr

    def _feilfoer(self, viewer: Viewer, played: Spiltsak, wrong: Feilfoering) -> None:
        number, _ = played.merker.pop(wrong.merke)
        saved = saker.feilfoer_hendelse.utfoer(
            viewer,
            _started(played),
            number,
            {"grunn": wrong.grunn},
            forventet_nr=played.nr,
            noekkel=played.noekkel,
        )
        played.nr = saved.nr

    def _som_data(
        self, played: Spiltsak, event: Hendelse, nr: int, *, again: bool = False
    ) -> dict[str, Any]:
        """The event as the actions take it; `nr` is the number it will have in the log."""
        fields = {name: self._verdi(played, name, value) for name, value in event.innhold.items()}
        # The register gives every event its id; only the finality of a judgment points at one.
        if "id" in fields:
            name = str(fields.pop("id"))
            if event.type == "dom_rettskraftig":
                fields["id"] = played.navn[name]
            elif not again:
                played.navn[name] = f"h{nr}"
        if event.merke:
            played.merker[event.merke] = (nr, event)
            played.navn.setdefault(event.merke, f"h{nr}")
        data = {
            "type": event.type,
            "skjedde": event.skjedde.isoformat(),
            "kilde": event.kilde,
            "kilde_ref": event.kilde_ref,
            "merknad": event.merknad,
            "innhold": fields,
        }
        return {name: value for name, value in data.items() if value != ""}

    def _verdi(self, played: Spiltsak, name: str, value: object) -> object:
        if name in _BODIES:
            return str(self.kropper[str(value)])
        if name in _USERS:
            return str(self.brukere[str(value)])
        if name == "ref":
            return played.navn[str(value)]
        return value

    def _koble(self, link: Kobling) -> None:
        viewer = self.viewer(link.hvem)
        with writing(viewer):
            one, other = (self._person(viewer, key) for key in (link.en, link.annen))
            personer.koble(viewer, one, other, personer.Koblingsgrunn.NYTT_NUMMER)
            for person in (one, other):
                audit.record(
                    viewer.actor, "person.koblet", objekt=("person", person), skrevet=["kobling"]
                )

    def _person(self, viewer: Viewer, noekkel: str) -> UUID:
        found = personer.finn_paa_nummer(viewer, PERSONER[noekkel].siffer(self.froe))
        return found[0]


def _started(played: Spiltsak) -> UUID:
    if played.id is None:
        raise ValueError(f"{played.fortelling}: saken er ikke åpnet.")
    return played.id


def play(step: Steg) -> None:
    """Do one step at its own time. Raises what the action refuses with."""
    with clock.at(step.naar):
        step.gjoer()
