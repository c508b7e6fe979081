"""The told stories as the law library reads them, without a register."""

from collections.abc import Iterator
from typing import Any

from samvern.apps.saker.hendelsestyper import LOVTYPER, SAKSARTER
from samvern.cli.demo import MORNING
from samvern.demo.fortelling import Fortelling, Fortellingssak, Hendelse
from samvern.demo.register import FORTELLINGER
from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.law.trace import Svar


def cases() -> Iterator[tuple[Fortelling, Fortellingssak]]:
    """Every case of every story."""
    return ((story, case) for story in FORTELLINGER for case in story.saker)


def sentence_type(case: Fortellingssak) -> str:
    """The kind of sentence, or nothing for a case that never became one."""
    found = [
        str(e.innhold["domstype"])
        for e in case.gjelder(MORNING)
        if e.type == "dom_avsagt" and "domstype" in e.innhold
    ]
    return found[0] if found else ""


def _fact(event: Hendelse) -> dict[str, Any]:
    known = {felt.navn for felt in SAKSARTER[event.type].felt if felt.i_loven}
    fields = {name: value for name, value in event.innhold.items() if name in known}
    return {"type": event.type, "dato": event.skjedde.isoformat(), **fields}


def answer(case: Fortellingssak) -> Svar | None:
    """What the rules say of a story's case; None when there is no judgment."""
    kind = sentence_type(case)
    if not kind:
        return None
    events = [e for e in case.gjelder(MORNING) if e.type in LOVTYPER]
    data = {
        "type": kind,
        "per_dato": MORNING.date().isoformat(),
        "hendelser": [_fact(event) for event in events],
    }
    sak, faults = read_case(data)
    assert sak is not None, (case.person, faults)
    return compute(sak)
