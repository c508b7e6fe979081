"""A case's entries as the law library takes them, and its answer. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.hendelsestyper import DOMSTYPER, LOVTYPER, SAKSARTER
from samvern.law.event import Sak, Sakstype
from samvern.law.intake import Fault, read_case
from samvern.law.reader import compute
from samvern.law.trace import Svar

_ANNULLED: Final = "klage_tatt_til_foelge"
"""A complaint upheld by the one who made the decision: for the rules, a complaint upheld."""
_LOVFELT = {
    kode: frozenset(felt.navn for felt in SAKSARTER[kode].felt if felt.i_loven) for kode in LOVTYPER
}
_TRUKKET: Final = "trukket"
_WITHDRAWALS: Final = frozenset({"klage_trukket", "opphoersbegjaering_trukket"})


def sentence_type(entries: Iterable[Oppfoering]) -> Sakstype | None:
    """What kind of sentence the case has; None before a judgment says it.

    The judgment that became final as a sentence decides. Until one has, the newest does: a higher
    court may have given another sentence than the first (strl § 62 first or second paragraph).
    """
    judged = [e for e in entries if e.type in ("dom_avsagt", "dom_rettskraftig")]
    final = [e for e in judged if e.innhold.get("art") == "overfoeringsdom"]
    named = {str(e.innhold.get("id")) for e in final}
    said = [e for e in judged if str(e.innhold.get("id")) in named] or judged[::-1]
    # The finality says it when the judgment itself does not; any other only when neither does.
    for entry in (*said, *judged):
        known = DOMSTYPER.get(str(entry.innhold.get("domstype", "")))
        if known is not None:
            return known
    return None


def claimed_type(entries: Iterable[Oppfoering]) -> str:
    """The sentence, or before it what the indictment asks for, as a code; empty when unknown."""
    ordered = tuple(entries)
    known = sentence_type(ordered)
    if known is not None:
        return str(known)
    asked = [e.innhold.get("paastand", "") for e in ordered if e.type == "tiltale"]
    return str(asked[-1]) if asked else ""


def as_fact(entry: Oppfoering) -> dict[str, Any]:
    """One entry in the schema `samvern-frister/1`; the register's own fields are left out."""
    if entry.type == _ANNULLED:
        upheld = {"ref": entry.innhold.get("ref"), "utfall": "medhold"}
        return {"type": "klage_avgjort", "dato": entry.skjedde.isoformat(), **upheld}
    known = _LOVFELT[entry.type] | {_TRUKKET}
    fields = {k: v for k, v in entry.innhold.items() if k in known}
    return {"type": entry.type, "dato": entry.skjedde.isoformat(), **fields}


def withdrawn(entries: Iterable[Oppfoering]) -> frozenset[int]:
    """The numbers of the complaints, matters and petitions for end that are withdrawn, from the
    entries in their order.

    A complaint is withdrawn by its party and decision, and only when it was made by then; one made
    later stands, also when it was the same day. Petitions for change stay among the facts: the bar
    they meet is not lifted.
    """
    ordered = tuple(entries)
    gone = [(at, e) for at, e in enumerate(ordered) if e.type in _WITHDRAWALS]
    return frozenset(
        entry.nr
        for before, entry in enumerate(ordered)
        if any(before < at and _is_of(entry, one) for at, one in gone)
    )


def _is_of(entry: Oppfoering, gone: Oppfoering) -> bool:
    ref = gone.innhold.get("ref")
    if gone.type == "opphoersbegjaering_trukket":
        return entry.type == "begjaering_opphoer" and entry.innhold.get("id") == ref
    if entry.type == "sak_brakt_inn":
        return entry.innhold.get("id") == ref
    named = (entry.innhold.get("ref"), entry.innhold.get("part"))
    return entry.type == "klage" and named == (ref, gone.innhold.get("part"))


def _ended(ordered: tuple[Oppfoering, ...], complaint: Oppfoering) -> Oppfoering:
    """The complaint with the day it was withdrawn."""
    later = ordered[ordered.index(complaint) + 1 :]
    days = [e.skjedde for e in later if e.type == "klage_trukket" and _is_of(complaint, e)]
    return complaint._replace(innhold={**complaint.innhold, _TRUKKET: min(days).isoformat()})


def facts(entries: Iterable[Oppfoering]) -> tuple[Oppfoering, ...]:
    """The entries the rules read, in order.

    A complaint that is withdrawn is told with the day it was, since the transfer was barred until
    then (T24). What else is withdrawn is left out, but for a matter that has been decided all the
    same.
    """
    ordered = tuple(entries)
    read = tuple(e for e in ordered if e.type in LOVTYPER or e.type == _ANNULLED)
    gone = withdrawn(ordered)
    decided = {e.innhold.get("ref") for e in read}
    found = []
    for entry in read:
        if entry.nr in gone and entry.type == "klage":
            found.append(_ended(ordered, entry))
        elif entry.nr not in gone or entry.innhold.get("id") in decided:
            found.append(entry)
    return tuple(found)


def as_input(entries: Iterable[Oppfoering], day: date) -> dict[str, Any] | None:
    """The whole case as the calculator reads it; None before there is a judgment."""
    ordered = tuple(entries)
    kind = sentence_type(ordered)
    if kind is None:
        return None
    return {
        "type": str(kind),
        "per_dato": day.isoformat(),
        "hendelser": [as_fact(entry) for entry in facts(ordered)],
    }


def read(entries: Iterable[Oppfoering], day: date) -> tuple[Sak | None, tuple[Fault, ...]]:
    """The case for the rules, and every fault the law library finds in it."""
    given = as_input(entries, day)
    return (None, ()) if given is None else read_case(given)


def answer(sak: Sak | None) -> Svar | None:
    """Every deadline, finding and duty, or None before there is a judgment."""
    return None if sak is None else compute(sak)
