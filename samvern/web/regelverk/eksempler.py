"""Worked examples for the rule pages: the golden examples, run through the engine.

Nothing is copied from the expected answers. An example belongs to a rule when its expected
answer names the rule; the dates shown are those the engine gives now. Read and run once per
process, on first use.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files

from samvern.law import golden
from samvern.law.calendar import day_off_name, is_working_day
from samvern.law.event import Hendelse, Sak
from samvern.law.golden import KEY_FIELDS, Eksempel
from samvern.law.intake import read_case
from samvern.law.reader import compute
from samvern.law.sentence import event_name
from samvern.law.text import Text
from samvern.law.trace import Frist, Straks, Svar

FIRST = 5
"""How many examples are shown before the list is opened."""


@dataclass(frozen=True, slots=True)
class Regnet:
    """One example with the case as read and the engine's answer."""

    eksempel: Eksempel
    familie: str
    sak: Sak
    svar: Svar

    @property
    def inn_json(self) -> str:
        """The case as the calculator takes it."""
        return json.dumps(self.eksempel.inn, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Rad:
    """One line in a rule's table of examples: a deadline or a duty, and what it shows."""

    regnet: Regnet
    frist: Frist | None = None
    straks: Straks | None = None

    @property
    def fakta(self) -> tuple[Hendelse, ...]:
        """The facts the answer rests on."""
        if self.frist is not None:
            return self.frist.spor.fakta
        return self.straks.fakta if self.straks else ()

    @property
    def start(self) -> date | None:
        """The day counting starts, or the duty arose; without a date, the day of the first fact."""
        if self.straks is not None:
            return self.straks.utloest
        if self.frist is not None and self.frist.spor.steg:
            return self.frist.spor.steg[0].dato
        return self.fakta[0].dato if self.fakta else None

    @property
    def starttekst(self) -> Text | None:
        """What happened on the start day, when that day is an event's own."""
        happened = next((h for h in self.fakta if h.dato == self.start), None)
        return event_name(happened) if happened else None

    @property
    def flyttet(self) -> bool:
        """Whether the date shown is another than the nominal one."""
        return self.frist is not None and self.frist.dato != self.frist.nominell_dato

    @property
    def fridag(self) -> bool:
        """Whether the nominal date is a day off."""
        day = self.frist.nominell_dato if self.frist else None
        return day is not None and not is_working_day(day)


@cache
def all_examples() -> tuple[Regnet, ...]:
    """Every golden example that is a valid case, with the engine's answer."""
    found: list[Regnet] = []
    folder = files("samvern.law").joinpath("examples")
    for path in sorted(folder.iterdir(), key=lambda p: p.name):
        if not path.name.endswith(".json"):
            continue
        book = golden.load(json.loads(path.read_text(encoding="utf-8")))
        for example in book.eksempler:
            sak, _ = read_case(example.inn)
            if sak is not None:
                found.append(Regnet(example, book.familie, sak, compute(sak)))
    return tuple(found)


def _matches(frist: Frist, wanted: Mapping[str, object]) -> bool:
    return all(getattr(frist, name) == wanted[name] for name in KEY_FIELDS if name in wanted)


def _rows(regnet: Regnet) -> Iterator[tuple[str, Rad]]:
    for wanted in regnet.eksempel.frister:
        for frist in regnet.svar.frister:
            if _matches(frist, wanted):
                yield frist.regel, Rad(regnet, frist=frist)
    # Few example files list the duties to act at once, so the engine's answer decides.
    for duty in regnet.svar.straks:
        yield duty.regel, Rad(regnet, straks=duty)


@cache
def _by_rule() -> dict[str, tuple[Rad, ...]]:
    found: dict[str, list[Rad]] = {}
    for regnet in all_examples():
        for rule_id, row in _rows(regnet):
            found.setdefault(rule_id, []).append(row)
    return {rule_id: tuple(rows) for rule_id, rows in found.items()}


def _kind(row: Rad) -> tuple[object, ...]:
    """What an example shows that others of the same kind also show."""
    if row.frist is None:
        return (row.straks.grunn.kode if row.straks else None,)
    nominal = row.frist.nominell_dato
    why = day_off_name(nominal) if nominal else None
    return (row.frist.dato is None, why, row.flyttet, row.frist.lovdato != row.frist.dato)


@cache
def of_rule(rule_id: str) -> tuple[tuple[Rad, ...], tuple[Rad, ...]]:
    """The examples to show first, as unlike each other as possible, and all the others."""
    rows = _by_rule().get(rule_id, ())
    first: list[Rad] = []
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        if len(first) < FIRST and _kind(row) not in seen:
            seen.add(_kind(row))
            first.append(row)
    for row in rows:
        if len(first) < FIRST and row not in first:
            first.append(row)
    return tuple(first), tuple(row for row in rows if not any(row is f for f in first))
