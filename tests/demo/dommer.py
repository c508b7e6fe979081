"""The told stories as the law library reads them, without a register."""

from collections.abc import Iterator
from uuid import UUID

from samvern.apps.saker import lov
from samvern.apps.saker.events import Oppfoering, current
from samvern.cli.demo import MORNING
from samvern.demo.fortelling import Fortelling, Fortellingssak
from samvern.demo.register import FORTELLINGER
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


def answer(case: Fortellingssak) -> Svar | None:
    """What the rules say of a story's case; None when there is no judgment."""
    nobody = UUID(int=0)
    entries = current(
        Oppfoering(
            nr, e.type, "ny", None, e.skjedde, MORNING, nobody, "", nobody, e.kilde, e.innhold
        )
        for nr, e in enumerate(case.gjelder(MORNING), 1)
    )
    sak, faults = lov.read(entries, MORNING.date())
    assert not faults, (case.person, faults)
    return lov.answer(sak)
