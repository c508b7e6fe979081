"""Trying an entry on a case without saving: the case before and after, and every reason against.

The preview and the saving go through the same function, so that a page can never promise anything
else than what is done.
"""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from samvern.apps.saker import lov, lovkrav
from samvern.apps.saker.events import Oppfoering, current, roots
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.inndata import Hendelsesdata
from samvern.apps.saker.innhold import Lesing
from samvern.apps.saker.koder import Virkning
from samvern.apps.saker.logg import Ny, as_entry
from samvern.apps.saker.state import Tilstand, fold
from samvern.apps.saker.status import Brudd, allowed_types, name_of
from samvern.engine import clock
from samvern.engine.avslag import Avslag, Feil, IkkeNaa, Ugyldig
from samvern.engine.inndata import MANGLER, MANGLER_FELT, UGYLDIG_REKKEFOLGE
from samvern.engine.viewer import Viewer
from samvern.law.event import HENDELSESTYPER, Sakstype, Verdi
from samvern.law.intake import Fault
from samvern.law.text import Text

FEIL_TILSTAND: Final = "FEIL_TILSTAND"
AVVIK_KREVES: Final = "AVVIK_KREVES"
REPEALED: Final = date(2020, 10, 1)
"""phvl §§ 5-6–5-8 were repealed by the act of 21 June 2019 no. 48 (LES_FOERST K1)."""
_REPEALED_STEPS: Final = frozenset({"begjaering_5_6", "proeveloeslatelse"})
OPPHEVET: Final = Text(
    "Psykisk helsevernloven §§ 5-6 til 5-8 ble opphevet 1. oktober 2020 ved lov 21. juni 2019 "
    "nr. 48. Et nytt steg etter dem kan ikke startes.",
    "Psykisk helsevernlova §§ 5-6 til 5-8 vart oppheva 1. oktober 2020 ved lov 21. juni 2019 "
    "nr. 48. Eit nytt steg etter dei kan ikkje startast.",
)
UTEN_DOMSTYPE: Final = Text(
    "Uten denne dommen sier saken ikke lenger hva slags dom det er. Rett den i stedet.",
    "Utan denne dommen seier saka ikkje lenger kva slags dom det er. Rett han i staden.",
)
IKKE_FORLENGES: Final = Text(
    "En tidsbestemt reaksjon kan ikke opprettholdes ut over tre år. En dom som nekter opphør, "
    "registreres som det.",
    "Ein tidsbestemt reaksjon kan ikkje haldast ved lag ut over tre år. Ein dom som nektar "
    "opphøyr, blir registrert som det.",
)
UTEN_BEGYNNELSE: Final = Text(
    "Saken må begynne med en tiltale eller en dom.", "Saka må byrje med ei tiltale eller ein dom."
)
_HAS_ID: Final = frozenset(
    kode
    for kode, art in SAKSARTER.items()
    if art.i_loven and any(f.verdi is Verdi.ID for f in HENDELSESTYPER[kode].felt)
)


@dataclass(frozen=True, slots=True)
class Forsoek:
    """An entry tried on a case. `feil` empty means that it can be saved."""

    ny: Ny
    oppfoering: Oppfoering
    foer: Tilstand
    etter: Tilstand
    avslag: Avslag | None


def _identified(
    kode: str, fields: Mapping[str, Any], nr: int, replaced: Oppfoering | None
) -> dict[str, Any]:
    """The fields with an id, where the type has one: kept through corrections, else made here."""
    if kode not in _HAS_ID or "id" in fields:
        return dict(fields)
    kept = replaced.innhold.get("id") if replaced and replaced.type == kode else None
    return {**fields, "id": kept or f"h{nr}"}


def known_ids(entries: Iterable[Oppfoering], shown: Container[int] | None = None) -> dict[str, str]:
    """Every id in a case that another event may point at, with its type (a judgment before its
    finality). Events without an id of the law's kind are pointed at as `h` and their number.

    `shown` are the numbers of the entries to choose from, when they are not all of them.
    """
    first = roots(entries)
    ordered = [e for e in current(entries) if shown is None or e.nr in shown]
    found = {f"h{first[e.nr]}": e.type for e in ordered if not e.innhold.get("id")}
    for entry in ordered:
        if key := entry.innhold.get("id"):
            found.setdefault(str(key), entry.type)
    return found


def read_new(
    data: Hendelsesdata,
    log: Sequence[Oppfoering],
    lest: Sequence[Oppfoering] | None = None,
    *,
    virkning: str = Virkning.NY,
    replaced: Oppfoering | None = None,
) -> tuple[Ny, tuple[Feil, ...]]:
    """The entry as it would be stored, and every fault in its fields.

    `lest` are the entries that may be pointed at, when they are not all of them.
    """
    shown = None if lest is None else {one.nr for one in lest}
    reading = Lesing(data.skjedde, clock.today(), known_ids(log, shown))
    fields = reading.read(data.type, data.innhold)
    fields = _identified(data.type, fields, len(log) + 1, replaced)
    new = Ny(
        data.type,
        data.skjedde,
        str(data.kilde),
        fields,
        data.kilde_ref,
        data.merknad,
        virkning,
        replaced.nr if replaced else None,
    )
    return new, tuple(reading.feil)


def attempt(
    viewer: Viewer, log: Sequence[Oppfoering], new: Ny, faults: Iterable[Feil] = ()
) -> Forsoek:
    """Try an entry on a log; nothing is saved. The refusal, if any, is the first kind that holds:
    what is not valid, then what is not possible, so that nobody is told half of it."""
    today = clock.today()
    nr = len(log) + 1
    entry = as_entry(new, nr, viewer)
    before, after = fold(log, today), fold((*log, entry), today)
    found = list(faults)
    told = {f.sti for f in found}
    asked = lovkrav.faults(entry, after, har_merknad=bool(new.merknad))
    found += [f for f in (*_judgment_faults(entry, after), *asked) if f.sti not in told]
    if not found:
        found += _law_faults(entry, after, before)
    refusal: Avslag | None = Ugyldig(found) if found else None
    if refusal is None:
        refusal = _state_refusal(new, before, after)
    return Forsoek(new, entry, before, after, refusal)


def _judgment_faults(entry: Oppfoering, after: Tilstand) -> list[Feil]:
    """A judgment to compulsory care must say what kind it is, and on what ground (N-5.1, N-5.2)."""
    if entry.virkning == Virkning.FEILFOERT:
        return []
    first = entry.type == "dom_avsagt" and not any(
        e.type == "dom_avsagt" and e.nr not in (entry.nr, entry.erstatter) for e in after.hendelser
    )
    found = []
    if first:
        found = [
            Feil(f"innhold.{name}", MANGLER_FELT, MANGLER)
            for name in ("domstype", "utilregnelighetsgrunn")
            if not entry.innhold.get(name)
        ]
    final = entry.type == "dom_rettskraftig" and lov.sentence_type(after.hendelser) is None
    return found + ([Feil("innhold.domstype", MANGLER_FELT, MANGLER)] if final else [])


def _law_faults(entry: Oppfoering, after: Tilstand, before: Tilstand) -> list[Feil]:
    """What the law library finds wrong with the whole case, told at the entry that is tried."""
    _, faults = lov.read(after.hendelser, after.dag)
    if not faults:
        return []
    _, old = lov.read(before.hendelser, before.dag)
    facts = lov.facts(after.hendelser)
    return [_translated(fault, facts, entry) for fault in faults if fault not in old]


def _translated(fault: Fault, facts: Sequence[Oppfoering], entry: Oppfoering) -> Feil:
    place = fault.sti.partition(".")[2] if fault.sti.startswith("hendelser[") else fault.sti
    at = fault.sti[len("hendelser[") :].partition("]")[0]
    mine = at.isdecimal() and int(at) < len(facts) and facts[int(at)].nr == entry.nr
    field = {"dato": "skjedde", "": ""}.get(place, f"innhold.{place}") if mine else ""
    return Feil(field, fault.kode, fault.melding)


_WORDS: Final[dict[str, Text]] = {
    "foerst": Text(
        "Saken må begynne med en tiltale eller en dom. «{hva}» kan ikke komme først.",
        "Saka må byrje med ei tiltale eller ein dom. «{hva}» kan ikkje kome først.",
    ),
    "rekkefoelge": Text(
        "«{hva}» kan ikke ha skjedd før dommen er rettskraftig. Sjekk begge datoene.",
        "«{hva}» kan ikkje ha skjedd før dommen er rettskraftig. Sjekk begge datoane.",
    ),
    "avsluttet": Text(
        "Saken var avsluttet da «{hva}» skjedde. Bare klager og avgjørelser av dem kan føres da.",
        "Saka var avslutta då «{hva}» skjedde. Berre klager og avgjerder av dei kan førast då.",
    ),
    "tilstand": Text(
        "«{hva}» passer ikke når saken er: {status}.", "«{hva}» passar ikkje når saka er: {status}."
    ),
}


def _broken_words(broken: Brudd) -> Text:
    words, name, status = _WORDS[broken.slag], SAKSARTER[broken.type].navn, name_of(broken.status)
    return Text(
        words.nb.format(hva=name.nb, status=status.nb.lower()),
        words.nn.format(hva=name.nn, status=status.nn.lower()),
    )


def _sentenced(state: Tilstand) -> bool:
    return any(e.type in ("dom_avsagt", "dom_rettskraftig") for e in state.hendelser)


def _repealed(new: Ny, after: Tilstand) -> bool:
    """Whether the entry is a new step under the provisions on prison after their repeal (K1).

    A judgment given earlier may have become final later; that is recorded as a deviation.
    """
    if new.type == "dom_rettskraftig" and new.innhold.get("art") == "kriminalomsorg":
        named = new.innhold.get("id")
        given = [
            e.skjedde
            for e in after.hendelser
            if e.type == "dom_avsagt" and e.innhold.get("id") == named
        ]
        return bool(given) and given[0] >= REPEALED
    return new.type in _REPEALED_STEPS and new.skjedde >= REPEALED


def _prolongs(new: Ny, after: Tilstand) -> bool:
    """Whether the entry would maintain a sentence that has an absolute end (N-13.8)."""
    maintains = new.type == "opprettholdelse_underskrevet" or (
        new.type == "dom_rettskraftig" and new.innhold.get("art") == "opprettholdelse"
    )
    return maintains and after.domstype == Sakstype.TIDSBESTEMT


def _state_refusal(new: Ny, before: Tilstand, after: Tilstand) -> Avslag | None:
    """Whether the case, with the entry in it, is a course of events that cannot have been."""
    if new.virkning != Virkning.FEILFOERT and _repealed(new, after):
        return IkkeNaa([Feil("type", FEIL_TILSTAND, OPPHEVET, hjemmel="phvl/5-6")])
    if new.virkning != Virkning.FEILFOERT and _prolongs(new, after):
        return IkkeNaa([Feil("type", FEIL_TILSTAND, IKKE_FORLENGES, hjemmel="strl/65/4")])
    if before.status is not None and after.status is None:
        return IkkeNaa([Feil("", FEIL_TILSTAND, UTEN_BEGYNNELSE)])
    if before.lov is not None and after.lov is None and _sentenced(after):
        return IkkeNaa([Feil("", FEIL_TILSTAND, UTEN_DOMSTYPE)])
    old = {(b.nr, b.slag) for b in before.brudd}
    broken = [b for b in after.brudd if (b.nr, b.slag) not in old]
    if not broken:
        return None
    faults = []
    for one in broken:
        order = one.slag == "rekkefoelge"
        field = "skjedde" if order and one.type == new.type else ""
        faults.append(
            Feil(field, UGYLDIG_REKKEFOLGE if order else FEIL_TILSTAND, _broken_words(one))
        )
    if all(f.kode == UGYLDIG_REKKEFOLGE for f in faults):
        return Ugyldig(faults)
    return IkkeNaa(faults, tillatt=allowed_types(before.status))


def can_follow(state: Tilstand) -> tuple[str, ...]:
    """The event types that fit the case as it stands, for the form and for refusals."""
    return allowed_types(state.status)
