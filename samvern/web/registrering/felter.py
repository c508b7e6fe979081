"""The fields of an event's form, made from the case's event types and drawn as the calculator's."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from samvern.apps.saker.public import KILDENAVN, Feltslag, Saksart, Saksfelt
from samvern.law.event_texts import kodetekst
from samvern.law.text import Text
from samvern.web.datolesing import DateFault, read_date
from samvern.web.fristberegner.datofelt import clock_of, weekday_of
from samvern.web.fristberegner.felter import (
    FIXED_CHOICES,
    MOST_RADIOS,
    Skjemafelt,
    Typed,
    Valg,
)

MANY: Final = 12
"""With more choices than this the list can be searched."""
_READ_BACK = {"dato": weekday_of, "klokke": clock_of}
_BACKED = frozenset(
    {Feltslag.KODELISTE, Feltslag.ID, Feltslag.REF, Feltslag.VIRKSOMHET, Feltslag.ENHET,
     Feltslag.BRUKER}
)  # fmt: skip
BETINGET: Final = frozenset(
    {"domstolens_saksnr", "lovbrudd", "faregrad", "antall_lovbrudd", "andre_tiltak", "konsultasjon",
     "begrunnelse_behandling", "begrunnelse_samfunnsvern", "mottakende_opplegg", "relasjon", "part"}
)  # fmt: skip
"""Fields that the law asks for in some cases and not in others (`lovkrav`): neither «valgfritt» nor
nothing beside them would be true."""
_YES_NO = (Valg("ja", Text("Ja", "Ja")), Valg("nei", Text("Nei", "Nei")))
_NO_CHOICE: Final = Text(
    "Ingen registrerte å velge mellom. Registrer det dette gjelder, først.",
    "Ingen registrerte å velje mellom. Registrer det dette gjeld, først.",
)
_CHOOSE_BODY: Final = Text(
    "Velg institusjonen først. Har den ingen registrerte enheter, er det ingenting å velge her.",
    "Vel institusjonen først. Har han ingen registrerte einingar, er det ingenting å velje her.",
)
_HELP: Final[dict[str, Text]] = {
    "haster": Text("Uten svar regnes det som nei.", "Utan svar blir det rekna som nei."),
    "domfelt_til_stede": Text("Uten svar regnes det som nei.", "Utan svar blir det rekna som nei."),
    "nye_forhold": Text("Uten svar regnes det som nei.", "Utan svar blir det rekna som nei."),
    "parter": Text(
        "De som skal ha underretning om vedtaket. Ingen krysset av regnes som alle tre.",
        "Dei som skal få vite om vedtaket. Ingen kryssa av blir rekna som alle tre.",
    ),
    "klokkeslett": Text("Som 14.30.", "Som 14.30."),
    "n": Text("Regnet fra siste rettskraftige dom.", "Rekna frå siste rettskraftige dom."),
    "vesentlig": Text(
        "En vesentlig endring skal varsles skriftlig til statsadvokaten.",
        "Ei vesentleg endring skal varslast skriftleg til statsadvokaten.",
    ),
}

SKJEDDE: Final = Saksfelt("skjedde", Feltslag.DATO, Text("Dato", "Dato"))
KILDE: Final = Saksfelt(
    "kilde",
    Feltslag.KODE,
    Text("Kilde", "Kjelde"),
    hjelp=Text("Hva du har dette fra.", "Kva du har dette frå."),
    koder=tuple(str(kilde) for kilde in KILDENAVN),
    kodenavn=tuple(KILDENAVN.values()),
)
KILDE_REF: Final = Saksfelt(
    "kilde_ref",
    Feltslag.TEKST,
    Text("Hvor det står", "Kvar det står"),
    hjelp=Text(
        "Dokument og side, eller journalnummer. Som «påtegning på dommen, side 14».",
        "Dokument og side, eller journalnummer. Som «påteikning på dommen, side 14».",
    ),
    paakrevd=False,
)
MERKNAD: Final = Saksfelt(
    "merknad",
    Feltslag.TEKST,
    Text("Merknad", "Merknad"),
    hjelp=Text(
        "Bare det som trengs for å forstå datoen. Helseopplysninger skal ikke stå i registeret.",
        "Berre det som trengst for å forstå datoen. Helseopplysningar skal ikkje stå i registeret.",
    ),
    paakrevd=False,
)
WHY_EARLY: Final = MERKNAD._replace(
    etikett=Text("Hvorfor ble det slik?", "Kvifor vart det slik?"),
    hjelp=Text(
        "Det blir registrert, og merket som avvik. Skriv hvorfor, uten helseopplysninger.",
        "Det blir registrert, og merkt som avvik. Skriv kvifor, utan helseopplysningar.",
    ),
    paakrevd=True,
)
"""The note of an event that deviates from the computation: there it says why (P1)."""
HVORFOR: Final = "grunn"
"""Name of the field for why an entry is corrected or struck out."""
LONG: Final = frozenset({"merknad", HVORFOR, "ukjent_grunn", "duplikat_grunn"})
"""Fields with room for several lines."""


def reason(etikett: Text, hjelp: Text | None = None) -> Saksfelt:
    """The field that asks why."""
    return Saksfelt(HVORFOR, Feltslag.TEKST, etikett, hjelp=hjelp)


_WHICH_JUDGMENT: Final = Text("Hvilken dom?", "Kva dom?")
_SHARES_ID: Final = frozenset({"dom_rettskraftig"})
"""Event types that are the other half of an event in the case, and have its identity."""


def own_fields(art: Saksart) -> tuple[Saksfelt, ...]:
    """The event's own fields. An identity is made, never typed, but for the finality of a judgment
    the judgment is chosen."""
    return tuple(
        felt._replace(etikett=_WHICH_JUDGMENT, hjelp=None) if felt.slag is Feltslag.ID else felt
        for felt in art.felt
        if felt.slag is not Feltslag.ID or art.kode in _SHARES_ID
    )


def asked(art: Saksart) -> tuple[Saksfelt, ...]:
    """The fields a person fills in for an event: date, its own, and what it rests on."""
    date_field = SKJEDDE._replace(hjelp=art.hjelp)
    return (date_field, *own_fields(art), KILDE, KILDE_REF, MERKNAD)


def needs_lookup(felt: Saksfelt) -> bool:
    """Whether the choices of a field come from the case or the reference data."""
    return felt.slag in _BACKED or bool(felt.kodeverk)


def _fixed(felt: Saksfelt, kode: str) -> tuple[Valg, ...]:
    if felt.slag is Feltslag.JA_NEI:
        return _YES_NO
    if given := FIXED_CHOICES.get((kode, felt.navn)):
        return tuple(Valg(value, text) for value, text in given.items())
    if felt.navn == "n":
        last = felt.hoeyst or MOST_RADIOS
        return tuple(Valg(str(n), Text(f"År {n}", f"År {n}")) for n in range(1, last + 1))
    names = felt.kodenavn or tuple(kodetekst(code) for code in felt.koder)
    return tuple(Valg(code, name) for code, name in zip(felt.koder, names, strict=True))


def _drawn_as(felt: Saksfelt, choices: Sequence[Valg]) -> str:
    match felt.slag:
        case Feltslag.DATO:
            return "dato"
        case Feltslag.KLOKKESLETT:
            return "klokke"
        case Feltslag.JA_NEI:
            return "delt"
        case Feltslag.KODELISTE:
            return "avkryssing"
        case Feltslag.HELTALL:
            return "delt" if choices else "kort"
        case Feltslag.TEKST if not choices:
            return "lang" if felt.navn in LONG else "tekst"
        case _ if len(choices) <= MOST_RADIOS:
            return "radio"
        case _:
            return "soek" if len(choices) > MANY else "liste"


def _values(felt: Saksfelt, choices: Sequence[Valg], typed: Typed, prefix: str) -> tuple[str, ...]:
    values = tuple(v for v in typed.get(prefix + felt.navn, ()) if v)
    if felt.slag is Feltslag.KODELISTE and felt.i_loven and not typed:
        # Left out means all of them.
        return tuple(c.verdi for c in choices)
    if felt.slag in (Feltslag.REF, Feltslag.ID) and len(choices) == 1 and not values:
        return (choices[0].verdi,)
    return values


def _empty(felt: Saksfelt) -> Text:
    return _CHOOSE_BODY if felt.slag is Feltslag.ENHET else _NO_CHOICE


def draw(
    felt: Saksfelt,
    typed: Typed,
    faults: Mapping[str, Text],
    choices: Sequence[Valg],
    prefix: str = "",
    *,
    slag: str = "",
) -> Skjemafelt:
    """One field as the template draws it, with what was typed and the fault beside it."""
    values = _values(felt, choices, typed, prefix)
    slag = slag or _drawn_as(felt, choices)
    return Skjemafelt(
        prefix + felt.navn,
        slag,
        felt.etikett,
        felt.hjelp or _HELP.get(felt.navn),
        tuple(choices),
        values,
        valgfri=not felt.paakrevd and felt.navn not in BETINGET,
        betinget=not felt.paakrevd and felt.navn in BETINGET,
        feil=faults.get(prefix + felt.navn),
        lest=_READ_BACK[slag](values[0]) if slag in _READ_BACK and values else None,
        tomt=_empty(felt) if slag == "radio" and not choices else None,
    )


type Oppslag = Mapping[str, Sequence[tuple[str, Text]]]
"""Choices that were looked up, by field name."""


def build(
    kode: str,
    fields: Sequence[Saksfelt],
    typed: Typed,
    faults: Mapping[str, Text],
    looked_up: Oppslag,
    prefix: str = "",
) -> tuple[Skjemafelt, ...]:
    """The fields of a form. An identity is asked for only where there is one to choose."""
    drawn = []
    for felt in fields:
        found = tuple(Valg(value, text) for value, text in looked_up.get(felt.navn, ()))
        choices = found or _fixed(felt, kode)
        if felt.slag is Feltslag.ID and not choices:
            # No judgment is registered; the register begins with its finality.
            continue
        drawn.append(draw(felt, typed, faults, choices, prefix))
    return tuple(drawn)


def day_of(typed: Typed, name: str) -> date | None:
    """The date typed into a field, when it can be read."""
    try:
        return read_date((typed.get(name) or [""])[0])
    except DateFault:
        return None
