"""What a new case begins with: an indictment, or a judgment with what follows it at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from samvern.apps.saker.public import SAKSARTER, Feltslag, Saksfelt
from samvern.law.text import Text
from samvern.web.fristberegner.felter import Typed
from samvern.web.registrering.felter import KILDE, KILDE_REF, MERKNAD, SKJEDDE, asked
from samvern.web.registrering.innlesing import as_input

INDICTMENT, JUDGMENT = "tiltale", "dom_avsagt"
_FIRST_ID: Final = "h1"
"""The id that the first event of a log gets; the finality of a judgment points at it."""
BEGYNNER_MED: Final = Saksfelt(
    "begynner_med",
    Feltslag.KODE,
    Text("Hva begynner saken med?", "Kva byrjar saka med?"),
    koder=(INDICTMENT, JUDGMENT),
    kodenavn=(
        Text("Tiltale med påstand om tvungent psykisk helsevern", "Tiltale med påstand om tvungent"
             " psykisk helsevern"),
        Text("Dom til tvungent psykisk helsevern", "Dom til tvungent psykisk helsevern"),
    ),
    i_loven=False,
)  # fmt: skip
RETTSKRAFTIG: Final = SKJEDDE._replace(
    etikett=Text("Rettskraftig", "Rettskraftig"),
    hjelp=Text(
        "Dagen dommen ble rettskraftig. La feltet stå tomt når den ikke er det ennå.",
        "Dagen dommen vart rettskraftig. La feltet stå tomt når han ikkje er det enno.",
    ),
    paakrevd=False,
)
_NEEDED: Final = frozenset({"domstype", "utilregnelighetsgrunn", "domstolens_saksnr"})


@dataclass(frozen=True, slots=True)
class Del:
    """One event of the form: a heading and its fields, with what stands before their names."""

    kode: str
    tittel: Text
    prefiks: str
    felter: tuple[Saksfelt, ...]
    frivillig: bool = False
    """Whether the event is left out when its date is."""


def _judgment_fields() -> tuple[Saksfelt, ...]:
    return tuple(
        felt._replace(paakrevd=felt.paakrevd or felt.navn in _NEEDED)
        for felt in asked(SAKSARTER[JUDGMENT])
    )


def parts(begins_with: str) -> tuple[Del, ...]:
    """The events a new case is asked about, in the order they are sent."""
    if begins_with == INDICTMENT:
        art = SAKSARTER[INDICTMENT]
        return (Del(INDICTMENT, art.navn, "t_", asked(art)),)
    return (
        Del(JUDGMENT, Text("Dommen", "Dommen"), "d_", _judgment_fields()),
        Del(
            "paatale_fastsatt",
            Text("Påtalemyndigheten", "Påtalemakta"),
            "a_",
            SAKSARTER["paatale_fastsatt"].felt,
        ),
        Del(
            "dom_rettskraftig",
            Text("Rettskraft", "Rettskraft"),
            "r_",
            (RETTSKRAFTIG,),
            frivillig=True,
        ),
    )


def reason_field(begins_with: str) -> str:
    """The note that says why, when something deviates from the computation."""
    return ("t_" if begins_with == INDICTMENT else "d_") + MERKNAD.navn


def begins_with(typed: Typed) -> str:
    """What is chosen, or nothing."""
    chosen = (typed.get(BEGYNNER_MED.navn) or [""])[0]
    return chosen if chosen in BEGYNNER_MED.koder else ""


def events(
    chosen: tuple[Del, ...], values: Mapping[str, Mapping[str, Any]]
) -> list[tuple[str, dict[str, Any]]]:
    """The events as the action takes them, each with the prefix of its fields.

    The prosecution and the finality of a judgment rest on the judgment's own source, and a note
    that says why something deviates stands with each.
    """
    first = chosen[0]
    base = values[first.prefiks]
    shared = {f.navn: base[f.navn] for f in (KILDE, KILDE_REF, MERKNAD) if f.navn in base}
    found = [(first.prefiks, as_input(first.kode, base))]
    for part in chosen[1:]:
        given = values[part.prefiks]
        if part.frivillig and not given:
            continue
        own = {"id": _FIRST_ID, "art": "overfoeringsdom"} if part.frivillig else {}
        day = {SKJEDDE.navn: base[SKJEDDE.navn]} if SKJEDDE.navn in base else {}
        found.append((part.prefiks, as_input(part.kode, {**day, **shared, **own, **given})))
    return found
