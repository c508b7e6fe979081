"""What the page carries from one request to the next: the case, the trials and the view chosen.

The server stores nothing. Everything here comes back from a hidden field that anybody can
change, so it is read and checked in full every time (`samvern.law.intake.read_case`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from samvern.law.event import Sak
from samvern.law.intake import UGYLDIG_VERDI, Fault, read_case
from samvern.law.text import Text
from samvern.web.fristberegner.jsontekst import BadJson, read_json

MAX_EVENTS = 500
MAX_TRIALS = 5

Rad = dict[str, Any]
"""One event as the JSON of `samvern-frister/1` has it."""

TOO_MANY = Text(
    f"Saken har mer enn {MAX_EVENTS} hendelser. Beregneren på nett tar inntil {MAX_EVENTS}.",
    f"Saka har meir enn {MAX_EVENTS} hendingar. Reknaren på nett tek inntil {MAX_EVENTS}.",
)
NOT_JSON = Text(
    "Dette er ikke en fil Samvern kan lese. Velg en fil som er lagret herfra.",
    "Dette er ikkje ei fil Samvern kan lese. Vel ei fil som er lagra herfrå.",
)
ONE_CASE = Text(
    "Filen har flere saker. Beregneren tar én om gangen; flere regnes på kommandolinjen.",
    "Fila har fleire saker. Reknaren tek éi om gongen; fleire blir rekna på kommandolinja.",
)
LOST = Text(
    "Det siden hadde med seg, kunne ikke leses. Start på nytt, eller last inn filen din.",
    "Det sida hadde med seg, kunne ikkje lesast. Start på nytt, eller last inn fila di.",
)
TRIAL_LOST = Text(
    "Prøven passet ikke lenger med saken, og er tatt bort.",
    "Prøva passa ikkje lenger med saka, og er teken bort.",
)


@dataclass(frozen=True, slots=True)
class Proeve:
    """One trial: a fact added, or one that takes the place of row `bytter`."""

    hendelse: Rad
    bytter: int | None = None


@dataclass(frozen=True, slots=True)
class Tilstand:
    """The case as it stands in the page. `sak` is None only when there is no case yet."""

    type: str = ""
    per_dato: str = ""
    hendelser: tuple[Rad, ...] = ()
    proever: tuple[Proeve, ...] = ()
    visning: str = "hele"
    sak: Sak | None = field(default=None, compare=False)

    @property
    def inn(self) -> dict[str, object]:
        """The case as an `inn` object of `samvern-frister/1`."""
        return {"type": self.type, "hendelser": list(self.hendelser), "per_dato": self.per_dato}

    @property
    def inn_json(self) -> str:
        """The case as the hidden field holds it; empty when there is none."""
        return to_json(self.inn) if self.sak is not None else ""

    @property
    def proever_json(self) -> str:
        """The trials as the hidden field holds them."""
        rows = [{"hendelse": p.hendelse, "bytter": p.bytter} for p in self.proever]
        return to_json(rows) if rows else ""

    @property
    def day(self) -> date:
        """The day computed for. Only for a case that has been read."""
        assert self.sak is not None
        return self.sak.per_dato

    def with_rows(self, hendelser: tuple[Rad, ...]) -> dict[str, object]:
        """The same case with other events, as an `inn` object."""
        return {**self.inn, "hendelser": list(hendelser)}

    def tried_rows(self) -> tuple[Rad, ...]:
        """The events as they would be if every trial were a fact."""
        rows = list(self.hendelser)
        for trial in self.proever:
            if trial.bytter is None:
                rows.append(trial.hendelse)
            else:
                rows[trial.bytter] = trial.hendelse
        return tuple(rows)

    def tried(self) -> Sak | None:
        """The case with the trials in it, or None when there are none (or they do not fit)."""
        if not self.proever:
            return None
        return read_case(self.with_rows(self.tried_rows()))[0]


def to_json(value: object) -> str:
    """Compact JSON with æøå as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def is_view(text: str) -> bool:
    """Whether the text names a view of the timeline: `hele`, `naer` or a year."""
    return text in ("hele", "naer") or (text.isascii() and text.isdigit() and len(text) == 4)


def safe_place(sti: str) -> str:
    """A fault's place, fit for a page: printable, and not longer than a line."""
    shown = "".join(c if c.isprintable() else "�" for c in sti[:80])
    return shown.encode("utf-8", "replace").decode("utf-8")


def from_inn(raw: object) -> tuple[Tilstand | None, tuple[Fault, ...]]:
    """Read an `inn` object. Returns the state, or None with every fault. Never raises."""
    if isinstance(raw, list) and len(raw) != 1:
        return None, (Fault("", UGYLDIG_VERDI, ONE_CASE),)
    if isinstance(raw, list):
        raw = raw[0]
    if isinstance(raw, Mapping):
        rows = raw.get("hendelser")
        if isinstance(rows, list) and len(rows) > MAX_EVENTS:
            return None, (Fault("hendelser", UGYLDIG_VERDI, TOO_MANY),)
    sak, faults = read_case(raw)
    if sak is None or not isinstance(raw, Mapping):
        return None, tuple(f._replace(sti=safe_place(f.sti)) for f in faults)
    rows = tuple(dict(row) for row in raw["hendelser"])
    return Tilstand(str(sak.type), sak.per_dato.isoformat(), rows, sak=sak), ()


def from_text(text: str | bytes) -> tuple[Tilstand | None, tuple[Fault, ...]]:
    """Read JSON text (a file or a hidden field) as a case. Never raises."""
    try:
        raw = read_json(text)
    except BadJson:
        return None, (Fault("", UGYLDIG_VERDI, NOT_JSON),)
    return from_inn(raw)


def _trial(raw: object, count: int) -> Proeve | None:
    if not isinstance(raw, dict) or not isinstance(raw.get("hendelse"), dict):
        return None
    at = raw.get("bytter")
    if at is None:
        return Proeve(raw["hendelse"])
    if isinstance(at, int) and not isinstance(at, bool) and 0 <= at < count:
        return Proeve(raw["hendelse"], at)
    return None


def with_trials(tilstand: Tilstand, text: str) -> tuple[Tilstand, bool]:
    """Add the trials of a hidden field. False when they could not be used and were dropped."""
    if not text or tilstand.sak is None:
        return tilstand, True
    try:
        raw = read_json(text)
    except BadJson:
        return tilstand, False
    rows = raw if isinstance(raw, list) and len(raw) <= MAX_TRIALS else [None]
    trials = [_trial(row, len(tilstand.hendelser)) for row in rows]
    tried = replace(tilstand, proever=tuple(t for t in trials if t is not None))
    if None in trials or (tried.proever and tried.tried() is None):
        return tilstand, False
    return tried, True
