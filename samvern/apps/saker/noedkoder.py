"""Codes of emergency access, and how long it lasts. Stored; never respell one."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from samvern.law.text import Text

VARIGHET: Final = timedelta(hours=4)
KONTROLL_VIRKEDAGER: Final = 3
KORTESTE_BEGRUNNELSE: Final = 20
"""Characters (trust table A8)."""
LENGSTE_BEGRUNNELSE: Final = 1000


class Noedgrunn(StrEnum):
    """Why somebody had to see a case that is not theirs."""

    LIV_OG_HELSE = "liv_og_helse"
    UNNDRAGELSE = "unndragelse"
    AKUTT_OVERFOERING = "akutt_overfoering"
    VAKT = "vakt"


GRUNNAVN: Final[dict[Noedgrunn, Text]] = {
    Noedgrunn.LIV_OG_HELSE: Text("Fare for liv eller helse", "Fare for liv eller helse"),
    Noedgrunn.UNNDRAGELSE: Text("Rømming eller unndragelse", "Rømming eller unndraging"),
    Noedgrunn.AKUTT_OVERFOERING: Text("Rask overføring", "Rask overføring"),
    Noedgrunn.VAKT: Text("Vakt for den som har ansvaret", "Vakt for den som har ansvaret"),
}


class Utfall(StrEnum):
    """What the review found."""

    BEGRUNNET = "begrunnet"
    IKKE_BEGRUNNET = "ikke_begrunnet"


UTFALLSNAVN: Final[dict[Utfall, Text]] = {
    Utfall.BEGRUNNET: Text("Grunnen holdt", "Grunnen heldt"),
    Utfall.IKKE_BEGRUNNET: Text("Grunnen holdt ikke", "Grunnen heldt ikkje"),
}
