"""Status words: one word, one icon shape and one colour for each engine code.

The design guide section 3 is the source. The shape differs for each meaning, the word is always
written, and colour comes last, so nothing is told by colour alone.
"""

from dataclasses import dataclass

from samvern.law.text import Text


@dataclass(frozen=True, slots=True)
class Status:
    """What to show for one code: the word, the icon's id in the sprite, the theme colour."""

    word: Text
    icon: str
    colour: str


def _status(nb: str, nn: str, icon: str, colour: str) -> Status:
    return Status(Text(nb, nn), icon, colour)


STATUSES: dict[str, Status] = {
    "loeper": _status("Løper", "Går", "klokke", "info"),
    "over_nominell": _status("Over nominell dato", "Over nominell dato", "trekant", "warning"),
    "oversittet": _status("Over fristen", "Over fristen", "aattekant", "danger"),
    "naadd": _status("Nådd", "Nådd", "flagg", "danger"),
    "oppfylt": _status("Oppfylt", "Oppfylt", "hake-ring", "success"),
    "oppfylt_for_sent": _status("Oppfylt for sent", "Oppfylt for seint", "hake-sen", "warning"),
    "ikke_aapnet": _status("Ikke åpnet", "Ikkje opna", "ring-stiplet", "neutral"),
    "aapen": _status("Åpen", "Open", "ring-prikk", "info"),
    "brukt": _status("Brukt", "Brukt", "hake-ring", "neutral"),
    "sperret": _status("Sperret", "Sperra", "laas", "neutral"),
    "foreslaatt": _status("Foreslått", "Foreslått", "ring-prikk", "brand2"),
    "frafalt": _status("Frafalt", "Fråfalle", "strek-ring", "neutral"),
    "bortfalt": _status("Falt bort", "Falle bort", "strek-ring", "neutral"),
    "utloept": _status("Utløpt", "Gått ut", "strek-ring", "neutral"),
    "suspendert": _status("Midlertidig opphørt", "Mellombels opphøyrd", "pause-ring", "neutral"),
    "uavklart": _status("Uavklart", "Uavklart", "spoersmaal", "brand2"),
    "maa_avgjoeres": _status("Må avgjøres", "Må avgjerast", "spoersmaal", "brand2"),
}
URGENT = _status("Haster", "Hastar", "timeglass", "warning")
# F-05 and other minimum times: reaching the date is not bad news.
REACHED_NEUTRAL = _status("Nådd", "Nådd", "flagg", "neutral")

SOURCES: dict[str, Text] = {
    "lov": Text("Lov", "Lov"),
    "forskrift": Text("Forskrift", "Forskrift"),
    "rundskriv": Text("Rundskriv", "Rundskriv"),
    "retningslinje": Text("Retningslinje", "Retningslinje"),
    "praksis": Text("Praksis", "Praksis"),
    "rettspraksis": Text("Rettspraksis", "Rettspraksis"),
    "nk_tolkning": Text("NK-tolkning", "NK-tolking"),
    "produktvalg": Text("Produktvalg", "Produktval"),
}
# None: no tag at all. Only what is less than certain is marked.
CERTAINTIES: dict[str, Text | None] = {
    "sikker": None,
    "tolkning": Text("Tolkning", "Tolking"),
    "forsiktig": Text("Forsiktig valg", "Forsiktig val"),
    "forsiktig_valg": Text("Forsiktig valg", "Forsiktig val"),
    "ikke_verifisert": Text("Ikke verifisert", "Ikkje verifisert"),
}
# Findings: shape and colour by the letter the code starts with.
FINDINGS: dict[str, tuple[str, str]] = {
    "A": ("aattekant", "danger"),
    "W": ("trekant", "warning"),
    "I": ("info-ring", "info"),
}


def status_for(code: str, *, urgent: bool = False, neutral: bool = False) -> Status:
    """The status to show. `urgent` holds only for a running duty, `neutral` only for `naadd`.

    Raises KeyError for a code that has no word: a status must never be shown as nothing.
    """
    if urgent and code == "loeper":
        return URGENT
    if neutral and code == "naadd":
        return REACHED_NEUTRAL
    return STATUSES[code]
