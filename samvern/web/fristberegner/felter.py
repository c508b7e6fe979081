"""The fields of one event's form, made from the event type's definition in the law library."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from samvern.law import datotekst, sentence
from samvern.law.event import HENDELSESTYPER, Felt, Sakstype, Verdi
from samvern.law.event_texts import FELTTEKSTER, kodetekst
from samvern.law.text import Text
from samvern.web.datolesing import read_date
from samvern.web.fristberegner.datofelt import clock_of, weekday_of
from samvern.web.fristberegner.grupper import DOM_PAIR, unpaired
from samvern.web.fristberegner.tilstand import Rad

PREFIX = "felt_"
Typed = Mapping[str, list[str]]
"""What was typed, by field name; several values only for check boxes."""

MOST_RADIOS = 5
_IN_CARE = frozenset({"pasient", "paaroerende", "politi", "begjaerende_myndighet"})
_UNDER_SENTENCE = frozenset({"domfelt", "paaroerende", "paatale", "fornaermet", "etterlatt"})
_RECEIVERS: dict[str, frozenset[str]] = {
    "overfoeringsvedtak": frozenset({"domfelt", "paaroerende", "paatale"}),
    "varslingsvedtak": frozenset({"domfelt", "fornaermet", "etterlatt"}),
    "annet_vedtak": _IN_CARE,
}
"""Who each kind of decision can be received by."""
FIXED_CHOICES: dict[tuple[str, str], dict[str, Text]] = {
    ("annet_vedtak", "art"): {
        "4-10": Text("Overføring etter § 4-10", "Overføring etter § 4-10"),
        "annet": Text("Et annet vedtak", "Eit anna vedtak"),
    },
    ("opphoer", "av"): {
        "paatale": Text("Påtalemyndigheten", "Påtalemakta"),
        "domstol": Text("Domstolen", "Domstolen"),
        "doed": Text("Den domfelte er død", "Den domfelte er død"),
    },
}
"""Text fields offered as a choice, so that nobody writes a name into the case."""

_HELP: dict[str, Text] = {
    "haster": Text("Uten svar regnes det som nei.", "Utan svar blir det rekna som nei."),
    "domfelt_til_stede": Text("Uten svar regnes det som nei.", "Utan svar blir det rekna som nei."),
    "nye_forhold": Text("Uten svar regnes det som nei.", "Utan svar blir det rekna som nei."),
    "parter": Text(
        "De som skal ha underretning om vedtaket. Ingen krysset av regnes som alle tre.",
        "Dei som skal få vite om vedtaket. Ingen kryssa av blir rekna som alle tre.",
    ),
    "dager": Text("Loven gir høyst ti dager til.", "Lova gir høgst ti dagar til."),
    "klokkeslett": Text("Som 14.30.", "Som 14.30."),
    "n": Text("Regnet fra siste rettskraftige dom.", "Rekna frå siste rettskraftige dom."),
    "til_og_med": Text(
        "Bare når samtykket er kortere enn ett år.", "Berre når samtykket er kortare enn eitt år."
    ),
}
_READ_BACK = {"dato": weekday_of, "klokke": clock_of}
_PAIR = Text("Hvilken dom?", "Kva dom?")
_NEW_JUDGMENT = Text("En dom som ikke er lagt inn", "Ein dom som ikkje er lagd inn")
_YES_NO = (("ja", Text("Ja", "Ja")), ("nei", Text("Nei", "Nei")))
_SEVERAL = Text("flere", "fleire")


@dataclass(frozen=True, slots=True)
class Valg:
    """One choice of a field."""

    verdi: str
    tekst: Text


@dataclass(frozen=True, slots=True)
class Skjemafelt:
    """One field as the template draws it."""

    navn: str
    slag: str
    """dato, klokke, tekst, kort, radio, delt, liste or avkryssing."""
    etikett: Text
    hjelp: Text | None = None
    valg: tuple[Valg, ...] = ()
    verdier: tuple[str, ...] = ()
    valgfri: bool = False
    betinget: bool = False
    """Whether the law asks for it in some cases only."""
    feil: Text | None = None
    lest: Text | None = None
    """The weekday of a date that could be read, or a clock time as it was understood."""
    tomt: Text | None = field(default=None)
    """What to do when there is nothing to choose from."""

    @property
    def id(self) -> str:
        """Id of the field in the page."""
        return PREFIX + self.navn

    @property
    def verdi(self) -> str:
        """The one value typed or chosen."""
        return self.verdier[0] if self.verdier else ""

    @property
    def beskrivelse(self) -> str:
        """Value of `aria-describedby`."""
        parts = [f"{self.id}-hjelp"] if self.hjelp else []
        if self.slag in _READ_BACK:
            parts.append(f"{self.id}-lest")
        if self.feil:
            parts.append(f"{self.id}-feil")
        return " ".join(parts)


def row_name(rad: Rad) -> Text:
    """What a row of the case is, with its date; for choosing it from a list."""
    known = HENDELSESTYPER[rad["type"]]
    fields = {"art", "retning", "part", "hos", "utfall"} & {f.navn for f in known.felt}
    words = [
        (FIXED_CHOICES.get((known.kode, name), {}).get(rad[name]) or kodetekst(rad[name]))
        for name in sorted(fields)
        if isinstance(rad.get(name), str)
    ]
    day = datotekst.short(read_date(rad["dato"]))
    return Text(
        ", ".join([f"{known.navn.nb} {day}", *(_lower(w.nb) for w in words)]),
        ", ".join([f"{known.navn.nn} {day}", *(_lower(w.nn) for w in words)]),
    )


def title(rad: Rad) -> Text:
    """The name of a row with its party: «Vedtak mottatt, domfelte»."""
    name = HENDELSESTYPER[rad["type"]].navn
    if not isinstance(rad.get("part"), str):
        return name
    who = _lowered(kodetekst(rad["part"]))
    return Text(f"{name.nb}, {who.nb}", f"{name.nn}, {who.nn}")


def short_name(rad: Rad) -> Text:
    """The name of a row with its date and nothing else: «vedtak om overføring 30. nov. 2026»."""
    name = _lowered(HENDELSESTYPER[rad["type"]].navn)
    day = datotekst.short(read_date(rad["dato"]))
    return Text(f"{name.nb} {day}", f"{name.nn} {day}")


def details(rad: Rad) -> tuple[Text, ...]:
    """The details of a row besides type, party and date, each as short words."""
    known = HENDELSESTYPER[rad["type"]]
    found: list[Text] = []
    for felt in known.felt:
        value = rad.get(felt.navn)
        if felt.navn == "part":
            continue
        if felt.verdi is Verdi.KODE and isinstance(value, str):
            found.append(_lowered(kodetekst(value)))
        elif felt.verdi is Verdi.TEKST and isinstance(value, str):
            fixed = FIXED_CHOICES.get((known.kode, felt.navn), {}).get(value)
            found.append(_lowered(fixed or Text(value, value)))
        elif felt.navn == "n":
            found.append(Text(f"år {value}", f"år {value}"))
        elif felt.navn == "dager":
            found.append(sentence.amount(int(value or 0), "dag"))
        elif felt.verdi is Verdi.KLOKKESLETT and isinstance(value, str):
            clock = f"kl.\u00a0{value.replace(':', '.')}"
            found.append(Text(clock, clock))
        elif felt.verdi is Verdi.DATO and isinstance(value, str):
            day = datotekst.short(read_date(value))
            found.append(Text(f"til og med {day}", f"til og med {day}"))
        elif felt.navn == "haster" and value is True:
            found.append(Text("haster", "hastar"))
        elif felt.navn == "domfelt_til_stede" and value is True:
            found.append(Text("domfelte var til stede", "domfelte var til stades"))
        elif felt.navn == "nye_forhold" and value is True:
            found.append(Text("nye forhold", "nye forhold"))
    return tuple(found)


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _lowered(text: Text) -> Text:
    return Text(_lower(text.nb), _lower(text.nn))


def _decisions(kind: str, rows: Sequence[Rad], typed: Typed) -> set[str]:
    """Kinds of the decision chosen, or of all that can be chosen while none is."""
    refs = next((f.peker_paa for f in own_fields(kind) if f.verdi is Verdi.REF), frozenset())
    chosen = (typed.get("ref") or [""])[0]
    mine = [r for r in rows if r["type"] in _RECEIVERS and (not refs or r["type"] in refs)]
    return {r["type"] for r in mine if r.get("id") == chosen} or {r["type"] for r in mine}


def _parties(
    felt: Felt, sakstype: str, rows: Sequence[Rad], now: str, decisions: set[str]
) -> list[str]:
    """The parties the decision (or else the case) can have, with one free number for several."""
    wanted = _IN_CARE if sakstype == Sakstype.TPH else _UNDER_SENTENCE
    if decisions:
        wanted = frozenset().union(*(_RECEIVERS[kind] for kind in decisions))
    codes: list[str] = []
    present = {str(row.get("part")) for row in rows}
    for code in felt.koder:
        if code not in wanted and code != now and felt.nummererte:
            continue
        codes.append(code)
        if code not in felt.nummererte:
            continue
        number = 2
        while number <= 99 and (number == 2 or f"{code}_{number - 1}" in present):
            if code in present or f"{code}_{number}" in (now, *present):
                codes.append(f"{code}_{number}")
            number += 1
    return codes if not now or now in codes else [*codes, now]


def _choices(felt: Felt, kind: str, sakstype: str, rows: Sequence[Rad], typed: Typed) -> list[Valg]:
    now = (typed.get(felt.navn) or [""])[0]
    if felt.verdi is Verdi.JA_NEI:
        return [Valg(code, text) for code, text in _YES_NO]
    if felt.verdi is Verdi.REF:
        return _candidates(felt, rows)
    if fixed := FIXED_CHOICES.get((kind, felt.navn)):
        own = [] if not now or now in fixed else [Valg(now, Text(now, now))]
        return [Valg(code, text) for code, text in fixed.items()] + own
    if felt.navn == "n":
        return [Valg(str(n), Text(f"År {n}", f"År {n}")) for n in range(1, 4)]
    if felt.navn == "part":
        decisions = _decisions(kind, rows, typed)
        return [Valg(c, kodetekst(c)) for c in _parties(felt, sakstype, rows, now, decisions)]
    return [Valg(code, kodetekst(code)) for code in felt.koder]


def _candidates(felt: Felt, rows: Sequence[Rad]) -> list[Valg]:
    """The decisions or judgments in the case that the field can point at, each id once."""
    found: dict[str, Valg] = {}
    for row in rows:
        ident = row.get("id")
        if isinstance(ident, str) and (not felt.peker_paa or row["type"] in felt.peker_paa):
            found.setdefault(ident, Valg(ident, row_name(row)))
    return list(found.values())


def _kind_of_field(felt: Felt, count: int) -> str:
    match felt.verdi:
        case Verdi.DATO:
            return "dato"
        case Verdi.JA_NEI:
            return "delt"
        case Verdi.KODELISTE:
            return "avkryssing"
        case Verdi.KLOKKESLETT:
            return "klokke"
        case Verdi.HELTALL:
            return "delt" if felt.navn == "n" else "kort"
        case _:
            return "radio" if count <= MOST_RADIOS else "liste"


def _first(felt: Felt) -> Text:
    return (
        Text(
            "Legg inn dommen eller vedtaket det gjelder, først.",
            "Legg inn dommen eller vedtaket det gjeld, først.",
        )
        if felt.verdi is Verdi.REF
        else Text("Ingenting å velge.", "Ingenting å velje.")
    )


def _field(
    felt: Felt, kind: str, sakstype: str, rows: Sequence[Rad], typed: Typed, feil: Text | None
) -> Skjemafelt:
    values = tuple(typed.get(felt.navn, ()))
    choices = _choices(felt, kind, sakstype, rows, typed)
    slag = _kind_of_field(felt, len(choices))
    if felt.verdi is Verdi.REF and len(choices) == 1 and not values:
        values = (choices[0].verdi,)
    if slag == "avkryssing" and not typed:
        values = tuple(c.verdi for c in choices)
    return Skjemafelt(
        felt.navn,
        slag,
        felt.tekst,
        HENDELSESTYPER[kind].hjelp if felt.navn == "dato" else _HELP.get(felt.navn),
        tuple(choices),
        values,
        valgfri=not felt.paakrevd,
        feil=feil,
        lest=_READ_BACK[slag](values[0]) if slag in _READ_BACK and values else None,
        tomt=_first(felt) if felt.verdi is Verdi.REF and not choices else None,
    )


def _pair_field(kind: str, rows: Sequence[Rad], typed: Typed) -> Skjemafelt | None:
    """«Hvilken dom?» when a judgment in the case may be the other half of this one."""
    others = unpaired(kind, rows)
    if kind not in DOM_PAIR or not others:
        return None
    choices = [Valg(row["id"], row_name(row)) for row in others] + [Valg("ny", _NEW_JUDGMENT)]
    chosen = tuple(typed.get("dom", ())) or (choices[0].verdi,)
    return Skjemafelt("dom", "radio", _PAIR, None, tuple(choices), chosen)


def own_fields(kind: str) -> tuple[Felt, ...]:
    """The fields a person fills in: date first, never an id."""
    rest = (f for f in HENDELSESTYPER[kind].felt if f.navn != "id")
    return (Felt("dato", Verdi.DATO), *rest)


def build(
    kind: str,
    sakstype: str,
    rows: Sequence[Rad],
    typed: Typed,
    faults: Mapping[str, Text],
    *,
    pair: bool,
) -> tuple[Skjemafelt, ...]:
    """Return the fields of an event's form, with what was typed and the faults beside them.

    `pair` asks which judgment a new judgment date belongs to.
    """
    fields = [_field(f, kind, sakstype, rows, typed, faults.get(f.navn)) for f in own_fields(kind)]
    pairing = _pair_field(kind, rows, typed) if pair else None
    return (pairing, *fields) if pairing else tuple(fields)


def label(navn: str) -> Text:
    """The label of a field by its name."""
    return FELTTEKSTER.get(navn, Text(navn, navn))
