"""Reading one case from JSON-like data: every fault found at once, each at its place.

Codes are those of `koordineringsenheten.md` section 0. Nothing is guessed or repaired; an answer
is given only when the whole case is well-formed (P1: what happened is recorded as it happened,
but text that is not a date cannot be an event).
"""

import re
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import NamedTuple

from samvern.law.calendar import FIRST_YEAR, LAST_YEAR
from samvern.law.event import HENDELSESTYPER, Felt, Hendelse, Hendelsestype, Sak, Sakstype, Verdi
from samvern.law.intake_check import check_whole
from samvern.law.intake_date import parse_date
from samvern.law.text import Text

MANGLER_FELT = "MANGLER_FELT"
UGYLDIG_VERDI = "UGYLDIG_VERDI"
UGYLDIG_REKKEFOLGE = "UGYLDIG_REKKEFOLGE"
FAULT_CODES = (MANGLER_FELT, UGYLDIG_VERDI, UGYLDIG_REKKEFOLGE)

MAX_TEXT = 64
MAX_PARTS = 50
"""Parties one decision can be sent to. More is a mistake, and is not read one by one."""
_TIME = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])\Z")
_NUMBERED = re.compile(r"(.+)_([2-9]|[1-9][0-9])\Z")
_ALWAYS = frozenset({"type", "dato", "id"})
_TOP = ("type", "hendelser", "per_dato")


class Fault(NamedTuple):
    """One fault in the input: where (`sti`), a stable code and words for people."""

    sti: str
    kode: str
    melding: Text

    def as_data(self) -> dict[str, str]:
        """Return the fault as the API and the command line give it (bokmål)."""
        return {"sti": self.sti, "kode": self.kode, "melding": self.melding.nb}


class _Faults:
    """Collects faults while reading; the path of a value is built by the caller."""

    def __init__(self) -> None:
        self.all: list[Fault] = []

    def invalid(self, sti: str, nb: str, nn: str) -> None:
        self.all.append(Fault(sti, UGYLDIG_VERDI, Text(nb, nn)))

    def missing(self, sti: str, navn: str) -> None:
        melding = Text(f"Feltet «{navn}» mangler.", f"Feltet «{navn}» manglar.")
        self.all.append(Fault(sti, MANGLER_FELT, melding))


def _read_date(value: object, sti: str, faults: _Faults) -> date | None:
    day = parse_date(value)
    if day is None:
        faults.invalid(
            sti,
            f"Skriv en dato som finnes, som 2026-01-31, mellom {FIRST_YEAR} og {LAST_YEAR}.",
            f"Skriv ein dato som finst, som 2026-01-31, mellom {FIRST_YEAR} og {LAST_YEAR}.",
        )
    return day


def _read_text(value: object, sti: str, faults: _Faults) -> str | None:
    if isinstance(value, str) and 0 < len(value) <= MAX_TEXT and value.isprintable():
        return value
    faults.invalid(
        sti,
        f"Skriv en kort tekst på 1 til {MAX_TEXT} tegn, uten linjeskift.",
        f"Skriv ein kort tekst på 1 til {MAX_TEXT} teikn, utan linjeskift.",
    )
    return None


def _allowed(felt: Felt, value: object) -> bool:
    if not isinstance(value, str):
        return False
    if value in felt.koder:
        return True
    numbered = _NUMBERED.match(value)
    return numbered is not None and numbered[1] in felt.nummererte


def _read_code(felt: Felt, value: object, sti: str, faults: _Faults) -> str | None:
    if _allowed(felt, value):
        return str(value)
    koder = ", ".join(felt.koder)
    faults.invalid(sti, f"Velg én av: {koder}.", f"Vel éin av: {koder}.")
    return None


def _read_codes(felt: Felt, value: object, sti: str, faults: _Faults) -> tuple[str, ...] | None:
    if not isinstance(value, list) or not value:
        faults.invalid(
            sti, "Skriv en liste med minst én part.", "Skriv ei liste med minst éin part."
        )
        return None
    if len(value) > MAX_PARTS:
        faults.invalid(sti, "For mange parter.", "For mange partar.")
        return None
    codes = [_read_code(felt, v, f"{sti}[{i}]", faults) for i, v in enumerate(value)]
    seen: set[str] = set()
    for i, code in enumerate(codes):
        if code in seen:
            faults.invalid(f"{sti}[{i}]", "Parten står to ganger.", "Parten står to gonger.")
        elif code is not None:
            seen.add(code)
    return tuple(c for c in codes if c is not None)


def _read_whole_number(felt: Felt, value: object, sti: str, faults: _Faults) -> int | None:
    lowest = felt.minst if felt.minst is not None else 0
    highest = felt.hoeyst if felt.hoeyst is not None else 10_000
    if isinstance(value, int) and not isinstance(value, bool) and lowest <= value <= highest:
        return value
    faults.invalid(
        sti,
        f"Skriv et helt tall fra {lowest} til {highest}.",
        f"Skriv eit heilt tal frå {lowest} til {highest}.",
    )
    return None


def _read_time(value: object, sti: str, faults: _Faults) -> time | None:
    match = _TIME.match(value) if isinstance(value, str) else None
    if match is None:
        faults.invalid(
            sti,
            "Skriv klokkeslettet som 14:30, fra 00:00 til 23:59.",
            "Skriv klokkeslettet som 14:30, frå 00:00 til 23:59.",
        )
        return None
    return time(int(match[1]), int(match[2]))


def _read_yes_no(value: object, sti: str, faults: _Faults) -> bool | None:
    if isinstance(value, bool):
        return value
    faults.invalid(sti, "Skriv true eller false.", "Skriv true eller false.")
    return None


def _read_value(felt: Felt, value: object, sti: str, faults: _Faults) -> object:
    match felt.verdi:
        case Verdi.DATO:
            return _read_date(value, sti, faults)
        case Verdi.KLOKKESLETT:
            return _read_time(value, sti, faults)
        case Verdi.HELTALL:
            return _read_whole_number(felt, value, sti, faults)
        case Verdi.JA_NEI:
            return _read_yes_no(value, sti, faults)
        case Verdi.KODE:
            return _read_code(felt, value, sti, faults)
        case Verdi.KODELISTE:
            return _read_codes(felt, value, sti, faults)
        case Verdi.TEKST | Verdi.ID | Verdi.REF:
            return _read_text(value, sti, faults)


def _read_type(raw: Mapping[str, object], sti: str, faults: _Faults) -> Hendelsestype | None:
    if "type" not in raw:
        faults.missing(f"{sti}.type", "type")
        return None
    value = raw["type"]
    kind = HENDELSESTYPER.get(value) if isinstance(value, str) else None
    if kind is None:
        faults.invalid(
            f"{sti}.type", "Denne hendelsestypen finnes ikke.", "Denne hendingstypen finst ikkje."
        )
    return kind


def _read_event(raw: object, sti: str, faults: _Faults) -> Hendelse | None:
    if not isinstance(raw, Mapping):
        faults.invalid(sti, "En hendelse må være et objekt.", "Ei hending må vere eit objekt.")
        return None
    kind = _read_type(raw, sti, faults)
    if kind is None:
        return None
    before = len(faults.all)
    fields = (Felt("dato", Verdi.DATO), *kind.felt)
    if all(f.navn != "id" for f in fields):
        fields = (*fields, Felt("id", Verdi.ID, paakrevd=False))
    values: dict[str, object] = {}
    for felt in fields:
        if felt.navn in raw:
            values[felt.navn] = _read_value(felt, raw[felt.navn], f"{sti}.{felt.navn}", faults)
        elif felt.paakrevd:
            faults.missing(f"{sti}.{felt.navn}", felt.navn)
    known = _ALWAYS | {f.navn for f in fields}
    for name in raw:
        if name not in known:
            _unknown_field(f"{sti}.{name}", faults)
    if len(faults.all) > before:
        return None
    return Hendelse(type=kind.kode, **values)  # type: ignore[arg-type]  # checked field by field


def _unknown_field(sti: str, faults: _Faults) -> None:
    faults.invalid(
        sti,
        "Dette feltet kjenner Samvern ikke her. Sjekk skrivemåten.",
        "Dette feltet kjenner ikkje Samvern her. Sjekk skrivemåten.",
    )


def _read_top(raw: Mapping[str, object], faults: _Faults) -> tuple[Sakstype | None, date | None]:
    sakstype: Sakstype | None = None
    if "type" not in raw:
        faults.missing("type", "type")
    elif raw["type"] in tuple(Sakstype):
        sakstype = Sakstype(str(raw["type"]))
    else:
        koder = ", ".join(Sakstype)
        faults.invalid("type", f"Velg én av: {koder}.", f"Vel éin av: {koder}.")
    per_dato: date | None = None
    if "per_dato" not in raw:
        faults.missing("per_dato", "per_dato")
    else:
        per_dato = _read_date(raw["per_dato"], "per_dato", faults)
    for name in raw:
        if name not in _TOP:
            _unknown_field(str(name), faults)
    return sakstype, per_dato


def read_case(raw: object) -> tuple[Sak | None, tuple[Fault, ...]]:
    """Read one `inn` object. Returns the case, or None with every fault found.

    `raw` is what a JSON reader gives. Requirement: `frister.md` part 1, `koordineringsenheten.md`
    section 0; never raises on bad input.
    """
    faults = _Faults()
    if not isinstance(raw, Mapping):
        faults.invalid("", "En sak må være et JSON-objekt.", "Ei sak må vere eit JSON-objekt.")
        return None, tuple(faults.all)
    sakstype, per_dato = _read_top(raw, faults)
    rows: Sequence[object] = ()
    if "hendelser" not in raw:
        faults.missing("hendelser", "hendelser")
    elif isinstance(raw["hendelser"], list):
        rows = raw["hendelser"]
    else:
        faults.invalid("hendelser", "Hendelser må være en liste.", "Hendingar må vere ei liste.")
    events = [_read_event(row, f"hendelser[{i}]", faults) for i, row in enumerate(rows)]
    for sti, kode, melding in check_whole(sakstype, rows):
        faults.all.append(Fault(sti, kode, melding))
    if faults.all or sakstype is None or per_dato is None:
        return None, tuple(faults.all)
    return Sak(sakstype, tuple(e for e in events if e is not None), per_dato), ()
