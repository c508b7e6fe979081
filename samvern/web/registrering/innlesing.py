"""From what was typed to what an action takes, and from an action's faults back to the fields."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.http import QueryDict

from samvern.apps.saker.public import Feltslag, Saksfelt
from samvern.engine.avslag import Feil
from samvern.law import datotekst
from samvern.law.text import Text
from samvern.web.datolesing import DateFault, read_date
from samvern.web.fristberegner.datofelt import read_clock, sentence_for
from samvern.web.fristberegner.felter import MOST_RADIOS, PREFIX, Skjemafelt, Typed
from samvern.web.registrering.felter import HVORFOR, KILDE, KILDE_REF, LONG, MERKNAD, SKJEDDE

MOST_VALUES: Final = 60
_LINE, _TEXT = 200, 4000
_OUTSIDE: Final = frozenset({SKJEDDE.navn, KILDE.navn, KILDE_REF.navn, MERKNAD.navn, HVORFOR})
"""Fields that stand beside `innhold` in what the action takes."""
_INDEX = re.compile(r"^hendelser\[(\d+)\]\.?")

CHOOSE: Final = Text("Velg ett av svarene.", "Vel eitt av svara.")
CHOOSE_REF: Final = Text("Velg hva det gjelder.", "Vel kva det gjeld.")
CHOOSE_LIST: Final = Text("Velg fra listen.", "Vel frå lista.")
WRITE_CLOCK: Final = Text("Skriv klokkeslettet som 14.30.", "Skriv klokkeslettet som 14.30.")
WRITE_NUMBER: Final = Text("Skriv et helt tall.", "Skriv eit heilt tal.")
WRITE_DATE: Final = Text("Skriv en dato.", "Skriv ein dato.")
WRITE_WHY: Final = Text(
    "Skriv hvorfor. En kort setning er nok.", "Skriv kvifor. Ei kort setning er nok."
)
WRITE: Final = Text("Fyll ut feltet.", "Fyll ut feltet.")


@dataclass(frozen=True, slots=True)
class Skjemafeil:
    """One fault as the list on top of the form shows it: the id of the field, and in words."""

    felt: str
    tekst: Text


def from_post(names: Iterable[str], post: QueryDict) -> Typed:
    """What was typed. Text is cut where no field takes more."""
    typed: dict[str, list[str]] = {}
    for name in names:
        if PREFIX + name in post:
            most = _TEXT if {name, name.partition("_")[2]} & LONG else _LINE
            values = post.getlist(PREFIX + name)[:MOST_VALUES]
            typed[name] = [value.strip()[:most] for value in values]
    return typed


def _missing(felt: Saksfelt) -> Text:
    match felt.slag:
        case Feltslag.REF | Feltslag.ID:
            return CHOOSE_REF
        case Feltslag.KLOKKESLETT:
            return WRITE_CLOCK
        case Feltslag.DATO:
            return WRITE_DATE
        case Feltslag.HELTALL if felt.navn != "n":
            return WRITE_NUMBER
        case Feltslag.TEKST:
            return WRITE_WHY if felt.navn in LONG else WRITE
        case Feltslag.VIRKSOMHET | Feltslag.BRUKER | Feltslag.ENHET:
            return CHOOSE_LIST
        case Feltslag.KODE if len(felt.koder) > MOST_RADIOS:
            return CHOOSE_LIST
        case _:
            return CHOOSE


def _value(felt: Saksfelt, typed: str) -> Any:
    """The value of one field as the action takes it, or a sentence about what is wrong."""
    match felt.slag:
        case Feltslag.DATO:
            try:
                return read_date(typed).isoformat()
            except DateFault as fault:
                return sentence_for(typed, fault)
        case Feltslag.KLOKKESLETT:
            return read_clock(typed) or WRITE_CLOCK
        case Feltslag.HELTALL:
            whole = typed.isascii() and typed.isdigit() and len(typed) < 6
            return int(typed) if whole else WRITE_NUMBER
        case Feltslag.JA_NEI:
            return {"ja": True, "nei": False}.get(typed, CHOOSE)
        case _:
            return typed


def read(
    fields: Sequence[Saksfelt], typed: Typed, prefix: str = ""
) -> tuple[dict[str, Any], dict[str, Text]]:
    """The values that could be read, by field name, and a sentence for each that could not.

    `prefix` stands before the names in the form, where one form holds several events.
    """
    values: dict[str, Any] = {}
    faults: dict[str, Text] = {}
    for felt in fields:
        given = [v for v in typed.get(prefix + felt.navn, ()) if v]
        if felt.slag is Feltslag.KODELISTE:
            # For the rules, left out means all of them, and so does a list with nobody ticked.
            if given and not (felt.i_loven and set(given) == set(felt.koder)):
                values[felt.navn] = given
        elif given:
            value = _value(felt, given[0])
            if isinstance(value, Text):
                faults[prefix + felt.navn] = value
            else:
                values[felt.navn] = value
        elif felt.paakrevd and felt.slag is not Feltslag.ID:
            faults[prefix + felt.navn] = _missing(felt)
    return values, faults


def as_input(kode: str, values: Mapping[str, Any]) -> dict[str, Any]:
    """An event as the actions take it."""
    outside = {name: value for name, value in values.items() if name in _OUTSIDE}
    inside = {name: value for name, value in values.items() if name not in _OUTSIDE}
    return {"type": kode, **outside, "innhold": inside}


def as_typed(fields: Sequence[Saksfelt], values: Mapping[str, Any]) -> Typed:
    """Stored values as they would have been typed, for the correction of an entry."""
    typed = {}
    for felt in fields:
        value = values.get(felt.navn)
        if value is not None:
            typed[felt.navn] = _as_typed(felt, value)
        elif felt.slag is Feltslag.KODELISTE and felt.i_loven:
            typed[felt.navn] = list(felt.koder)
    return typed


def _as_typed(felt: Saksfelt, value: Any) -> list[str]:
    if isinstance(value, bool):
        return ["ja" if value else "nei"]
    if isinstance(value, list | tuple):
        return [str(one) for one in value]
    if felt.slag is Feltslag.DATO:
        return [datotekst.short(read_date(str(value))).replace("\u00a0", " ")]
    if felt.slag is Feltslag.KLOKKESLETT:
        return [str(value).replace(":", ".")]
    return [str(value)]


def place(sti: str) -> tuple[int | None, str]:
    """Which event of several a fault is in (None: none), and the name of the field."""
    match = _INDEX.match(sti)
    rest = sti[match.end() :] if match else sti
    name = rest.rpartition(".")[2].partition("[")[0]
    return (int(match[1]) if match else None), name


def _with_day(fault: Feil) -> Text:
    """The fault, and the earliest day the law allows where there is one: nobody should guess."""
    if fault.tidligst is None:
        return fault.melding
    nb, nn = datotekst.full(fault.tidligst, "nb"), datotekst.full(fault.tidligst, "nn")
    said = fault.melding
    return Text(f"{said.nb} Tidligst {nb}.", f"{said.nn} Tidlegast {nn}.")


def place_faults(
    found: Iterable[Feil], fields: Iterable[str], prefixes: Sequence[str] = (), others: str = ""
) -> tuple[dict[str, Text], list[Text]]:
    """The action's faults at the form's fields; those that fit no field are for the top alone.

    Where one form holds several events, `prefixes` stand before their fields' names, in the order
    the events are sent, and `others` before the fields that belong to no event.
    """
    known = set(fields)
    placed: dict[str, Text] = {}
    loose: list[Text] = []
    for fault in found:
        at, name = place(fault.sti)
        before = prefixes[at] if at is not None and at < len(prefixes) else others
        # What the events of one form share, such as the source, is asked for with the first.
        first = prefixes[0] if prefixes else ""
        field = next((f for f in (before + name, name, first + name) if f in known), None)
        if field is not None:
            placed.setdefault(field, _with_day(fault))
        elif fault.melding not in loose:
            loose.append(fault.melding)
    return placed, [text for text in loose if text not in placed.values()]


def listed(fields: Iterable[Skjemafelt], loose: Iterable[Text]) -> tuple[Skjemafeil, ...]:
    """Every fault of the form in the order of the page; those without a field point at the top."""
    drawn = list(fields)
    first = drawn[0].id if drawn else ""
    at_fields = [Skjemafeil(f.id, _named(f.etikett, f.feil)) for f in drawn if f.feil]
    return (*(Skjemafeil(first, text) for text in loose), *at_fields)


def _named(label: Text, fault: Text) -> Text:
    """«Dato: Skriv en dato.»; a label that asks needs no colon."""
    colon = "" if label.nb.endswith("?") else ":"
    return Text(f"{label.nb}{colon} {fault.nb}", f"{label.nn}{colon} {fault.nn}")
