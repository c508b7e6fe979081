"""The deadlines of a case as rows with their reasoning, in the groups of the case page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samvern.apps.saker.public import Hendelsesfelt, Hendelsesrad, Saksbilde, anker
from samvern.law import datotekst, sentence
from samvern.law.event import Hendelse, Sak, Sakstype
from samvern.law.text import Text
from samvern.law.trace import Uavklart
from samvern.web.fristberegner import rader, sidebilde
from samvern.web.fristberegner.rader import Fristrad, Gruppe

HEADINGS: dict[str, Text] = {
    "krever": Text("Krever noe av noen", "Krev noko av nokon"),
    "mangler": Text("Dato mangler", "Dato manglar"),
    "aapne": Text("Åpne rettigheter", "Opne rettar"),
    "avsluttet": Text("Avsluttede", "Avslutta"),
}
"""The groups of the page, in order (design guide section 5)."""
_PAGE_GROUP = {
    Gruppe.KREVER: "krever",
    # A day to wait for stands among what demands something, in order of date.
    Gruppe.VENTER: "krever",
    Gruppe.MANGLER: "mangler",
    Gruppe.AAPNE: "aapne",
    Gruppe.AVSLUTTET: "avsluttet",
}
_BEFORE_FINAL = frozenset({"F-01", "F-02", "F-03"})
_COMPARED = ("part", "n", "art", "hos", "retning", "utfall")
"""The fields that tell two facts of a type and a day apart, and stand in an event's name."""


@dataclass(frozen=True, slots=True)
class Saksfrist:
    """A deadline with its reasoning, and the entries of the log that it rests on."""

    rad: Fristrad
    bygger_paa: tuple[int, ...]
    anker: str
    """The short anchor of the rule (`frist-F-12`), on its first row; empty on the others."""


@dataclass(frozen=True, slots=True)
class Manglende:
    """Dates that cannot be given, what is missing, and the anchors: its own, and before it that of
    the rule (`uavklart-F-20`) where it is the first of the rule."""

    mangel: sidebilde.Mangel
    ankere: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fristgruppe:
    """One heading of the panel and what stands under it."""

    kode: str
    navn: Text
    frister: tuple[Saksfrist, ...] = ()
    mangler: tuple[Manglende, ...] = ()

    @property
    def antall(self) -> int:
        """Rows under the heading."""
        return len(self.frister) + len(self.mangler)


@dataclass(frozen=True, slots=True)
class Regnet:
    """What the engine says about a case, as rows and words."""

    sak: Sak
    rader: tuple[Fristrad, ...] = ()
    funn: tuple[sidebilde.Funn, ...] = ()
    straks: tuple[sidebilde.Plikt, ...] = ()
    mangler: tuple[Manglende, ...] = ()
    nummer: Mapping[Hendelse, int] = field(default_factory=dict)
    """The entry of the log behind each fact."""

    @property
    def hendelser(self) -> dict[int, Hendelse]:
        """The fact that each entry of the log is to the rules."""
        return {nr: fact for fact, nr in self.nummer.items()}


def _same_event(fact: Hendelse, entry: Hendelsesrad) -> bool:
    """Whether the entry is the fact: type and day, and every field both have."""
    if (fact.type, fact.dato) != (entry.type, entry.skjedde):
        return False
    return all(
        name not in entry.raa or entry.raa[name] == getattr(fact, name) for name in _COMPARED
    )


def _numbers(sak: Sak, entries: Sequence[Hendelsesrad]) -> dict[Hendelse, int]:
    left = [entry for entry in entries if entry.gjelder]
    found: dict[Hendelse, int] = {}
    for fact in sak.hendelser:
        entry = next((one for one in left if _same_event(fact, one)), None)
        if entry is not None and fact not in found:
            found[fact] = entry.nr
            left.remove(entry)
    return found


def _names(sak: Sak) -> dict[str, Text]:
    """What each id stands for, in words: «Vedtak om overføring, mildere 2. nov. 2026»."""
    found: dict[str, Text] = {}
    for event in sak.hendelser:
        if event.id and event.id not in found:
            name, day = sentence.event_name(event), datotekst.short(event.dato)
            found[event.id] = Text(f"{name.nb} {day}", f"{name.nn} {day}")
    return found


def _settled(one: Uavklart, sak: Sak) -> bool:
    """Whether it is about appealing a judgment that is registered as final: nobody waits for it."""
    return one.regler[0] in _BEFORE_FINAL and any(
        event.type == "dom_rettskraftig" and event.id == one.ref for event in sak.hendelser
    )


def _lacks(unclear: Sequence[Uavklart], names: dict[str, Text]) -> tuple[Manglende, ...]:
    taken: set[str] = set()
    found = []
    for one, words in zip(unclear, sidebilde.lacks(tuple(unclear), names), strict=True):
        rule = one.regler[0]
        own = anker("uavklart", rule, one.ref, one.part, *one.mangler)
        places = tuple(p for p in (f"uavklart-{rule}", own) if p not in taken)
        found.append(Manglende(words, places))
        taken.update(places)
    return tuple(found)


def _shown_facts(bilde: Saksbilde) -> Sak:
    """The case of a role that does not see all of it: only what says that something is done.

    Without these, a judgment long final would stand as one whose date somebody must confirm.
    """
    facts = tuple(
        Hendelse(one.type, one.skjedde, id=one.raa.get("id"), ref=one.raa.get("ref"))
        for one in bilde.hendelser
        if one.gjelder and one.type in rader.DONE_BY.values()
    )
    return Sak(Sakstype.TIDSUBESTEMT, facts, bilde.per_dato)


def compute_for(bilde: Saksbilde) -> Regnet:
    """Return the answer of the picture as rows; empty before a judgment."""
    sak = bilde.lov or _shown_facts(bilde)
    if bilde.svar is None:
        return Regnet(sak)
    names = _names(sak)
    return Regnet(
        sak,
        rader.rows(bilde.svar, sak),
        sidebilde.findings(bilde.svar.varsler, names),
        sidebilde.duties(bilde.svar.straks),
        _lacks([u for u in bilde.svar.uavklart if not _settled(u, sak)], names),
        _numbers(sak, bilde.hendelser),
    )


def _with_entries(rows: Sequence[Fristrad], regnet: Regnet) -> tuple[Saksfrist, ...]:
    named: set[str] = set()
    found = []
    for row in rows:
        facts = row.frist.spor.fakta
        numbers = sorted({regnet.nummer[f] for f in facts if f in regnet.nummer})
        anchor = "" if row.frist.regel in named else f"frist-{row.frist.regel}"
        named.add(row.frist.regel)
        found.append(Saksfrist(row, tuple(numbers), anchor))
    return tuple(found)


def _ordered(rows: Sequence[Fristrad]) -> list[Fristrad]:
    """As the groups come, so that a rule's own anchor stands on its most pressing row."""
    order = list(HEADINGS)
    return sorted(rows, key=lambda row: order.index(_PAGE_GROUP[row.gruppe]))


def groups(regnet: Regnet) -> tuple[Fristgruppe, ...]:
    """The panel's groups in order, empty ones left out."""
    frister = _with_entries(_ordered(regnet.rader), regnet)
    found = (
        Fristgruppe(
            kode,
            name,
            tuple(f for f in frister if _PAGE_GROUP[f.rad.gruppe] == kode),
            regnet.mangler if kode == "mangler" else (),
        )
        for kode, name in HEADINGS.items()
    )
    return tuple(group for group in found if group.antall)


def event_name(entry: Hendelsesrad, regnet: Regnet) -> Text:
    """What an entry is called: with judgment, party or number when the rules know them."""
    fact = regnet.hendelser.get(entry.nr)
    return sentence.event_name(fact) if fact is not None else entry.navn


def own_fields(entry: Hendelsesrad, regnet: Regnet) -> tuple[Hendelsesfelt, ...]:
    """The fields that the name of the entry does not tell already."""
    if entry.nr not in regnet.hendelser:
        return entry.felt
    return tuple(felt for felt in entry.felt if felt.navn not in _COMPARED)
