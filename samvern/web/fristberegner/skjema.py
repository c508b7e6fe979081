"""Reading an event's form: what was typed becomes a row of the case, or faults at the fields."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from samvern.law import datotekst
from samvern.law.event import HENDELSESTYPER, Felt, Hendelsestype, Verdi
from samvern.law.intake import Fault, read_case
from samvern.law.text import Text
from samvern.web.datolesing import DateFault, read_date
from samvern.web.fristberegner import felter
from samvern.web.fristberegner.datofelt import read_clock, sentence_for
from samvern.web.fristberegner.felter import PREFIX, Skjemafelt, Typed
from samvern.web.fristberegner.grupper import needs_id, new_id, unpaired
from samvern.web.fristberegner.tilstand import Rad, Tilstand

_PLACE = re.compile(r"hendelser\[(\d+)\](?:\.(\w+))?")
CHOOSE = Text("Velg ett av svarene.", "Vel eitt av svara.")
CHOOSE_REF = Text("Velg hva det gjelder.", "Vel kva det gjeld.")
WRITE_CLOCK = Text("Skriv klokkeslettet som 14.30.", "Skriv klokkeslettet som 14.30.")
WRITE_NUMBER = Text("Skriv et helt tall.", "Skriv eit heilt tal.")


@dataclass(frozen=True, slots=True)
class Feil:
    """One fault: the field it belongs to (empty when none) and the sentence."""

    felt: str
    tekst: Text


@dataclass(frozen=True, slots=True)
class Skjema:
    """An event's form as the page shows it."""

    type: Hendelsestype
    felter: tuple[Skjemafelt, ...]
    indeks: int | None
    """The row being changed, or None for a new one."""
    proeve: bool
    """Whether saving makes a trial instead of a fact."""
    feil: tuple[Feil, ...] = ()


def _typed_value(felt: Felt, value: object) -> list[str]:
    if isinstance(value, bool):
        return ["ja" if value else "nei"]
    if isinstance(value, list):
        return [str(v) for v in value]
    if felt.verdi is Verdi.DATO:
        return [datotekst.short(read_date(str(value))).replace("\u00a0", " ")]
    if felt.verdi is Verdi.KLOKKESLETT:
        return [str(value).replace(":", ".")]
    return [str(value)]


def from_row(rad: Rad) -> Typed:
    """A row of the case as it would have been typed."""
    typed = {
        f.navn: _typed_value(f, rad[f.navn])
        for f in felter.own_fields(rad["type"])
        if f.navn in rad
    }
    for felt in felter.own_fields(rad["type"]):
        if felt.verdi is Verdi.KODELISTE:
            # Left out means all of them.
            typed.setdefault(felt.navn, list(felt.koder))
    return typed


def from_post(kind: str, post: QueryDict) -> Typed:
    """What was typed into the form. Long text is cut: no field takes more than a line."""
    names = [f.navn for f in felter.own_fields(kind)] + ["dom"]
    return {
        name: [v.strip()[:100] for v in post.getlist(PREFIX + name)[:20]]
        for name in names
        if PREFIX + name in post
    }


def _whole_number(typed: str) -> int | Text:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 6 else WRITE_NUMBER


def _value(felt: Felt, typed: str) -> object:
    """The value of one field as JSON has it, or a sentence about what is wrong."""
    match felt.verdi:
        case Verdi.DATO:
            try:
                return read_date(typed).isoformat()
            except DateFault as fault:
                return sentence_for(typed, fault)
        case Verdi.KLOKKESLETT:
            return read_clock(typed) or WRITE_CLOCK
        case Verdi.HELTALL:
            return _whole_number(typed)
        case Verdi.JA_NEI:
            return {"ja": True, "nei": False}.get(typed, CHOOSE)
        case _:
            return typed


def _missing(felt: Felt) -> Text:
    match felt.verdi:
        case Verdi.REF:
            return CHOOSE_REF
        case Verdi.KLOKKESLETT:
            return WRITE_CLOCK
        case Verdi.HELTALL if felt.navn != "n":
            return WRITE_NUMBER
        case Verdi.DATO:
            return Text("Skriv en dato.", "Skriv ein dato.")
        case _:
            return CHOOSE


def _read(kind: str, typed: Typed) -> tuple[Rad, dict[str, Text]]:
    row: Rad = {"type": kind}
    faults: dict[str, Text] = {}
    for felt in felter.own_fields(kind):
        values = [v for v in typed.get(felt.navn, []) if v]
        if felt.verdi is Verdi.KODELISTE:
            # Left out means all of them, and so does a list with nobody ticked.
            if values and set(values) != set(felt.koder):
                row[felt.navn] = values
        elif values:
            value = _value(felt, values[0])
            if isinstance(value, Text):
                faults[felt.navn] = value
            else:
                row[felt.navn] = value
        elif felt.paakrevd:
            faults[felt.navn] = _missing(felt)
    return row, faults


def _identify(row: Rad, old: Rad | None, rows: tuple[Rad, ...], typed: Typed) -> None:
    """Give the row its id: the one it had, the judgment's it belongs to, or a new one."""
    kind = row["type"]
    if old is not None:
        if "id" in old:
            row["id"] = old["id"]
        return
    chosen = (typed.get("dom") or [""])[0]
    if any(other["id"] == chosen for other in unpaired(kind, rows)):
        row["id"] = chosen
    elif needs_id(kind):
        row["id"] = new_id(kind, rows)


def _elsewhere(rows: tuple[Rad, ...], fault: Fault) -> Feil:
    """A fault in another row than the one being written: name the row."""
    match = _PLACE.match(fault.sti)
    if match is None or int(match[1]) >= len(rows):
        return Feil("felt_dato", fault.melding)
    name = felter.row_name(rows[int(match[1])])
    text = fault.melding
    return Feil("felt_dato", Text(f"{name.nb}: {text.nb}", f"{name.nn}: {text.nn}"))


def _whole_case(
    tilstand: Tilstand, rows: tuple[Rad, ...], at: int, faults: dict[str, Text]
) -> list[Feil]:
    """Check the case with the new row in it; faults land on the row's fields where they can."""
    others: list[Feil] = []
    for fault in read_case(tilstand.with_rows(rows))[1]:
        match = _PLACE.match(fault.sti)
        if match and int(match[1]) == at and match[2] not in (None, "id", "type"):
            faults.setdefault(match[2], fault.melding)
        elif match and int(match[1]) == at:
            others.append(Feil("felt_dato", fault.melding))
        else:
            others.append(_elsewhere(rows, fault))
    return others


def read(
    tilstand: Tilstand, kind: str, post: QueryDict, at: int | None, *, proeve: bool
) -> tuple[Rad | None, Skjema]:
    """Read a posted form. Returns the row, or None and the form with every fault at its field."""
    typed = from_post(kind, post)
    row, faults = _read(kind, typed)
    old = tilstand.hendelser[at] if at is not None else None
    _identify(row, old, tilstand.hendelser, typed)
    others: list[Feil] = []
    if not faults:
        rows = list(tilstand.hendelser)
        place = at if at is not None else len(rows)
        rows[place : place + 1] = [row]
        others = _whole_case(tilstand, tuple(rows), place, faults)
    form = _form(tilstand, kind, typed, faults, others, at, proeve=proeve)
    return (None if form.feil else row), form


def empty(tilstand: Tilstand, kind: str, *, proeve: bool) -> Skjema:
    """The form for a new event."""
    return _form(tilstand, kind, {}, {}, [], None, proeve=proeve)


def as_typed(
    tilstand: Tilstand, kind: str, post: QueryDict, at: int | None, *, proeve: bool
) -> Skjema:
    """A half-filled form as it was sent, without judging what is not finished."""
    return _form(tilstand, kind, from_post(kind, post), {}, [], at, proeve=proeve)


def filled(tilstand: Tilstand, at: int, *, proeve: bool) -> Skjema:
    """The form for changing row `at`."""
    row = tilstand.hendelser[at]
    return _form(tilstand, row["type"], from_row(row), {}, [], at, proeve=proeve)


def _form(
    tilstand: Tilstand,
    kind: str,
    typed: Typed,
    faults: Mapping[str, Text],
    others: list[Feil],
    at: int | None,
    *,
    proeve: bool,
) -> Skjema:
    rows = tuple(r for i, r in enumerate(tilstand.hendelser) if i != at)
    fields = felter.build(kind, tilstand.type, rows, typed, faults, pair=at is None)
    listed = [
        Feil(f.id, Text(f"{f.etikett.nb}: {f.feil.nb}", f"{f.etikett.nn}: {f.feil.nn}"))
        for f in fields
        if f.feil
    ]
    # A fault that has no field to stand at is still said.
    shown = {f.navn for f in fields}
    listed += [Feil("felt_dato", text) for name, text in faults.items() if name not in shown]
    return Skjema(HENDELSESTYPER[kind], fields, at, proeve=proeve, feil=(*listed, *others))
