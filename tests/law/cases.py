"""The worked examples of the library, read once, and what the engine says about each."""

import json
from functools import cache
from pathlib import Path

import samvern.law
from samvern.law.book import RULES
from samvern.law.golden import Eksempel, Eksempelfil, load
from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.law.rule import Fristtype
from samvern.law.trace import Frist, Svar

FOLDER = Path(samvern.law.__file__).parent / "examples"


@cache
def files() -> dict[str, Eksempelfil]:
    return {
        path.stem: load(json.loads(path.read_text(encoding="utf-8")))
        for path in sorted(FOLDER.glob("*.json"))
    }


def examples() -> list[Eksempel]:
    return [example for file in files().values() for example in file.eksempler]


@cache
def answers() -> tuple[tuple[Eksempel, Svar], ...]:
    """Every accepted example with the engine's own answer."""
    found = []
    for example in examples():
        sak, _ = read_case(example.inn)
        if sak is not None:
            found.append((example, compute(sak)))
    return tuple(found)


def frister(rule_id: str) -> list[tuple[Eksempel, Frist]]:
    """Every deadline of a rule in the answers to the examples."""
    return [(e, f) for e, svar in answers() for f in svar.frister if f.regel == rule_id]


def about(rule_id: str) -> list[Eksempel]:
    """The examples that expect something of a rule: a deadline, a duty, or that neither is there.

    An expected absence counts for duties only: a deadline has dates to get right.
    """
    duty = RULES[rule_id].fristtype is Fristtype.STRAKS
    return [
        example
        for example in examples()
        if any(row["regel"] == rule_id for row in (*example.frister, *(example.straks or ())))
        or (duty and rule_id in example.fravaerende)
    ]
