"""How far ahead a list looks: «14d» and «12m», the same on the page and on the command line."""

import re
from datetime import date
from typing import Final

from samvern.engine.avslag import Feil, Ugyldig
from samvern.law.period import Unit, add
from samvern.law.text import Text

STANDARD: Final = "14d"
ETT_AAR: Final = "12m"
MOST_DAYS: Final = 731
"""Two years. Beyond that nothing can be said of a deadline without knowing the next judgment."""

_WRITTEN = re.compile(r"([1-9][0-9]{0,2})([dm])")
_UNITS: Final = {"d": Unit.DAG, "m": Unit.MAANED}
WRITE_IT = Text(
    "Skriv hvor langt frem som 14d (dager) eller 12m (måneder), høyst to år.",
    "Skriv kor langt fram som 14d (dagar) eller 12m (månader), høgst to år.",
)


def frem_til(tekst: str, on: date) -> date:
    """The last day that is within `tekst` («14d», «3m») from a day, that day not counted.

    Raises Ugyldig (`UGYLDIG_VERDI`) for anything else, and beyond two years.
    """
    read = _WRITTEN.fullmatch(tekst)
    last = add(on, int(read[1]), _UNITS[read[2]]) if read else on
    if read is None or (last - on).days > MOST_DAYS:
        raise Ugyldig([Feil("kommende", "UGYLDIG_VERDI", WRITE_IT)])
    return last
