"""Who takes part in a case, in what capacity and when, from the entries. Pure.

The row filter is made of this: access follows responsibility and ends the same day (part 4 rule
5), and after the end of the case only NK is left (rule 6).

The institution that is responsible (phvl § 5-2) and the place of stay are two capacities and may be
two bodies (N-9.7). An admission elsewhere moves the person, never the responsibility.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.plassering import Opphold, next_stay, stays

D = Deltakerslag

_BODIES: Final[dict[str, tuple[tuple[str, D], ...]]] = {
    "tiltale": (("embete", D.EMBETE), ("politidistrikt", D.POLITIDISTRIKT)),
    "paatale_fastsatt": (("embete", D.EMBETE), ("politidistrikt", D.POLITIDISTRIKT)),
    "behandlingsansvar_fastsatt": (
        ("rhf", D.RHF),
        ("helseforetak", D.HELSEFORETAK),
        ("institusjon", D.INSTITUSJON),
    ),
    "klage_oversendt": (("kontrollkommisjon", D.KONTROLLKOMMISJON),),
    "sak_brakt_inn": (("kontrollkommisjon", D.KONTROLLKOMMISJON),),
    "varslingsklage_oversendt": (("statsforvalter", D.STATSFORVALTER),),
}
_PERSONS: Final[dict[str, tuple[str, D]]] = {
    "faglig_ansvarlig_endret": ("faglig_ansvarlig", D.FAGLIG_ANSVARLIG),
    "saksbehandler_tildelt": ("saksbehandler", D.SAKSBEHANDLER),
}
_PLACES: Final = frozenset({"innleggelse", "overfoering_gjennomfoert", "tilbakefoering"})
"""What brings the person to an institution."""
_DAY: Final = timedelta(days=1)
_KEEPS: Final = frozenset({D.SAKSBEHANDLER})
"""Whose part does not end with the case."""
_ENDS: Final = frozenset({"opphoer", "annen_utgang", "tiltale_trukket"})
_TO_COMMISSION: Final = frozenset({"klage_oversendt", "sak_brakt_inn"})
_REFUSED: Final[dict[str, frozenset[str]]] = {
    "klage_avslaatt": frozenset({"pasientklage"}),
    "endringsavslag_endelig": frozenset({"endringsbegjaering", "endringsklage"}),
}
"""Decisions that point at nothing, and the kinds of matter they decide."""
_DECIDES: Final = frozenset({"klage_avgjort", "klage_tatt_til_foelge", *_REFUSED})
_WITHDRAWN: Final = frozenset({"klage_trukket", "endring_trukket"})


class Deltaker(NamedTuple):
    """One part in the case. Days are local, both included; `til` None while it lasts."""

    slag: D
    virksomhet: str | None
    bruker: str | None
    fra: date
    til: date | None
    nr: int


class _Parts:
    def __init__(self) -> None:
        self.done: list[Deltaker] = []
        self.open: dict[D, Deltaker] = {}
        self.place: Opphold | None = None
        self.decided: date | None = None
        """The last day on which responsibility was decided (phvl § 5-2)."""
        self.final = False
        """Whether the sentence is final: nobody is responsible under § 5-2 before it is."""
        self.presumed = False
        """Whether an institution stands as responsible only since it had the person before that."""

    def begin(self, new: Deltaker) -> None:
        old = self.open.get(new.slag)
        if old and (old.virksomhet, old.bruker) == (new.virksomhet, new.bruker):
            return
        # The old part ends the day before; the new one has the day of the change.
        self.end(new.slag, new.fra - _DAY)
        self.open[new.slag] = new

    def end(self, slag: D, last: date) -> None:
        old = self.open.pop(slag, None)
        if old and old.fra <= last:
            self.done.append(old._replace(til=last))


class _Matters:
    """What lies with the commission: it takes part until the last of it is decided."""

    def __init__(self, first: Mapping[int, int]) -> None:
        self._first = first
        self._kind: dict[str, str] = {}
        self._points: dict[str, str] = {}
        self._open: set[str] = set()
        self._complaints: dict[str, set[object]] = {}
        """Who has a complaint that stands, by the decision it is about."""

    def _own_key(self, entry: Oppfoering) -> str:
        return str(entry.innhold.get("id") or f"h{self._first.get(entry.nr, entry.nr)}")

    def _about(self, key: str) -> str:
        """What a reference leads to in the end: from a complaint to the decision it is about."""
        for _ in range(len(self._points) + 1):
            if key not in self._points:
                break
            key = self._points[key]
        return key

    def note(self, entry: Oppfoering) -> None:
        """Take in an entry before anything is asked about it."""
        key = self._own_key(entry)
        self._kind.setdefault(key, entry.type)
        if ref := entry.innhold.get("ref"):
            self._points[key] = str(ref)
        if entry.type == "klage":
            self._complaints.setdefault(self._about(key), set()).add(entry.innhold.get("part"))
        if entry.type in _TO_COMMISSION:
            self._open.add(self._about(key))

    def about_notification(self, entry: Oppfoering) -> bool:
        """Whether a decision is about notifying victims, which is the state administrator's."""
        at = self._about(str(entry.innhold.get("ref") or ""))
        return self._kind.get(at) == "varslingsvedtak"

    def withdrawn(self, entry: Oppfoering) -> tuple[bool, bool]:
        """Close what is withdrawn; whether that was the last complaint over the decision, and
        whether nothing is left with the commission.

        The complaint of another party over the same decision still lies there.
        """
        ref = str(entry.innhold.get("ref") or "")
        left = self._complaints.get(ref, set()) - {entry.innhold.get("part")}
        self._complaints[ref] = left
        if not left:
            self._open.discard(ref)
        return not left, not self._open

    def decided(self, entry: Oppfoering) -> bool:
        """Close what the entry decides; whether nothing is left with the commission.

        A matter that was brought in without saying which is closed by any decision.
        """
        kinds = {"sak_brakt_inn", *_REFUSED.get(entry.type, ())}
        about = self._about(str(entry.innhold.get("ref") or ""))
        self._complaints.pop(about, None)
        self._open -= {m for m in self._open if m == about or self._kind.get(m) in kinds}
        return not self._open


def _trust_out(parts: _Parts, new: str, day: date) -> None:
    """The trust that had the responsibility goes out with it; the new institution's own trust sees
    the case through it."""
    old, trust = parts.open.get(D.INSTITUSJON), parts.open.get(D.HELSEFORETAK)
    if old and old.virksomhet != new and trust and trust.virksomhet != new:
        parts.end(D.HELSEFORETAK, day - _DAY)


def _begin(parts: _Parts, entry: Oppfoering, held: Mapping[str, str]) -> None:
    if entry.type == "behandlingsansvar_fastsatt":
        parts.decided, parts.presumed = entry.skjedde, False
        if not held.get("helseforetak") and (new := held.get("institusjon")):
            _trust_out(parts, new, entry.skjedde)
    for name, slag in _BODIES.get(entry.type, ()):
        if body := held.get(name):
            parts.begin(Deltaker(slag, body, None, entry.skjedde, None, entry.nr))
    if entry.type in _PERSONS:
        name, slag = _PERSONS[entry.type]
        parts.begin(Deltaker(slag, None, held[name], entry.skjedde, None, entry.nr))
    if entry.type == "dom_rettskraftig" and held.get("art") == "overfoeringsdom":
        parts.final = True
    if entry.type == "dom_rettskraftig" and held.get("art") == "kriminalomsorg":
        parts.begin(Deltaker(D.KRIMINALOMSORG, None, None, entry.skjedde, None, entry.nr))


def _placed(parts: _Parts, entry: Oppfoering) -> None:
    """Who is responsible after the person came to an institution.

    Nobody before: the first institution there is, and once the sentence is final the first
    admission after that. A transfer to another institution takes the responsibility along, unless
    it was decided the same day. Whatever else moves the person leaves the responsibility where it
    is (N-9.7).
    """
    before, parts.place = parts.place, next_stay(entry, parts.place) or parts.place
    new = entry.innhold.get("institusjon")
    if entry.type not in _PLACES or not new:
        return
    old = parts.open.get(D.INSTITUSJON)
    if old is not None and not (parts.presumed and parts.final):
        stayed = before is not None and before.institusjon == new
        if entry.type != "overfoering_gjennomfoert" or stayed or parts.decided == entry.skjedde:
            return
        _trust_out(parts, new, entry.skjedde)
    parts.presumed = not parts.final and parts.decided is None
    parts.begin(Deltaker(D.INSTITUSJON, new, None, entry.skjedde, None, entry.nr))


def _outside(part: Deltaker, others: Iterable[Deltaker]) -> Iterator[Deltaker]:
    """The days of a part that none of the others has."""
    start = part.fra
    for other in sorted(others, key=lambda one: one.fra):
        if part.til is not None and other.fra > part.til:
            break
        if start < other.fra:
            yield part._replace(fra=start, til=other.fra - _DAY)
        if other.til is None:
            return
        start = max(start, other.til + _DAY)
    if part.til is None or start <= part.til:
        yield part._replace(fra=start)


def _places_of_stay(
    found: Iterable[Opphold], responsible: Iterable[Deltaker]
) -> Iterator[Deltaker]:
    """Where the person stayed, on the days when another institution was responsible."""
    runs: list[Deltaker] = []
    for stay in found:
        last = runs[-1] if runs else None
        if stay.institusjon is None:
            continue
        if last and last.virksomhet == stay.institusjon and last.til == stay.fra - _DAY:
            runs[-1] = last._replace(til=stay.til)
        else:
            runs.append(
                Deltaker(D.OPPHOLDSSTED, stay.institusjon, None, stay.fra, stay.til, stay.nr)
            )
    own = tuple(responsible)
    for run in runs:
        yield from _outside(run, [one for one in own if one.virksomhet == run.virksomhet])


def _decided(parts: _Parts, matters: _Matters, entry: Oppfoering) -> None:
    if entry.type in _WITHDRAWN:
        last, empty = matters.withdrawn(entry)
        if last and matters.about_notification(entry):
            parts.end(D.STATSFORVALTER, entry.skjedde)
        elif empty:
            parts.end(D.KONTROLLKOMMISJON, entry.skjedde)
        return
    if entry.type not in _DECIDES:
        return
    if matters.about_notification(entry):
        parts.end(D.STATSFORVALTER, entry.skjedde)
    elif matters.decided(entry):
        parts.end(D.KONTROLLKOMMISJON, entry.skjedde)


def participants(
    entries: Iterable[Oppfoering], first: Mapping[int, int] | None = None
) -> tuple[Deltaker, ...]:
    """Everyone who takes or took part, in order of beginning. `first` is `events.roots` of the
    whole log, needed to know what a corrected entry was called by others.

    A commission takes part until the day the last of its matters is decided, and the state
    administrator until the complaint about notification is, both days included (N-20.8).
    """
    parts, matters = _Parts(), _Matters(first or {})
    log = tuple(entries)
    for entry in log:
        matters.note(entry)
        _begin(parts, entry, entry.innhold)
        _placed(parts, entry)
        _decided(parts, matters, entry)
        if entry.type == "tilbakefoering":
            parts.end(D.KRIMINALOMSORG, entry.skjedde)
        if entry.type in _ENDS:
            for slag in [slag for slag in parts.open if slag not in _KEEPS]:
                parts.end(slag, entry.skjedde)
    every = [*parts.done, *parts.open.values()]
    every += _places_of_stay(stays(log), [p for p in every if p.slag is D.INSTITUSJON])
    return tuple(sorted(every, key=lambda part: (part.fra, part.nr, part.slag)))


def taking_part(found: Iterable[Deltaker], day: date) -> dict[D, Deltaker]:
    """Who takes part on a day, by capacity."""
    return {p.slag: p for p in found if p.fra <= day and (p.til is None or day <= p.til)}
