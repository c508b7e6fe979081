"""What the demo's page «Velg person» says each person has to do; filled by the work list.

registrer_oppgaver(tell)   # once, when the work list's app is ready
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final
from uuid import UUID

from samvern.engine.viewer import Viewer
from samvern.law.text import Text

type Oppgaveteller = Callable[[Sequence[Viewer]], Mapping[UUID, Text]]
"""From everyone on the page, in a fixed number of queries, to what each (by user) has to do."""

_TELLERE: Final[list[Oppgaveteller]] = []


def registrer_oppgaver(teller: Oppgaveteller) -> None:
    """Let a subject say what people have to do. Registering the same one again changes nothing."""
    if teller not in _TELLERE:
        _TELLERE.append(teller)


def demo_oppgaver(make_viewers: Callable[[], Sequence[Viewer]]) -> dict[UUID, list[Text]]:
    """What each person has to do, in the order the subjects registered; empty when none has.

    The viewers are made only when somebody asks for them.
    """
    found: dict[UUID, list[Text]] = {}
    viewers = make_viewers() if _TELLERE else []
    for teller in _TELLERE:
        for bruker, text in teller(viewers).items():
            found.setdefault(bruker, []).append(text)
    return found
