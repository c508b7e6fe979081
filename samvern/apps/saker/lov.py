"""A case's entries as the law library takes them, and its answer. Pure."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.hendelsestyper import DOMSTYPER, LOVTYPER, SAKSARTER
from samvern.law.event import Sak, Sakstype
from samvern.law.intake import Fault, read_case
from samvern.law.reader import compute
from samvern.law.trace import Svar

_LOVFELT = {
    kode: frozenset(felt.navn for felt in SAKSARTER[kode].felt if felt.i_loven) for kode in LOVTYPER
}


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
    fields = {k: v for k, v in entry.innhold.items() if k in _LOVFELT[entry.type]}
    return {"type": entry.type, "dato": entry.skjedde.isoformat(), **fields}


def facts(entries: Iterable[Oppfoering]) -> tuple[Oppfoering, ...]:
    """The entries the rules read, in order."""
    return tuple(entry for entry in entries if entry.type in LOVTYPER)


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
