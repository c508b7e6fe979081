"""Closed lists of codes this app stores, with what people read beside each. Never respell one."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from samvern.law.text import Text


class Formaal(StrEnum):
    """The three purposes of the register (phvl § 5-2 b, LF-K9); the codes of the export too."""

    PLANLEGGING = "planlegging"
    SAMFUNNSVERN = "samfunnsvern"
    SAMHANDLING = "samhandling"


FORMAALSNAVN: Final[dict[Formaal, Text]] = {
    Formaal.PLANLEGGING: Text("Planlegge tilbudet", "Planleggje tilbodet"),
    Formaal.SAMFUNNSVERN: Text(
        "Ivareta lovpålagte plikter og samfunnsvern",
        "Ta vare på lovpålagde plikter og samfunnsvern",
    ),
    Formaal.SAMHANDLING: Text("Samhandling om den enkelte", "Samhandling om den enkelte"),
}


class Stand(StrEnum):
    """Whether a key works now, and if not, why."""

    VIRKER = "virker"
    UTLOEPT = "utloept"
    TRUKKET = "trukket"
    ROLLE_IKKE_HOLDT = "rolle_ikke_holdt"
    INNLOGGING_ENDRET = "innlogging_endret"
    """The user was closed, or got another password or code app, after the key was made."""


STANDNAVN: Final[dict[Stand, Text]] = {
    Stand.VIRKER: Text("Virker", "Verkar"),
    Stand.UTLOEPT: Text("Utløpt", "Gått ut"),
    Stand.TRUKKET: Text("Trukket", "Trekt"),
    Stand.ROLLE_IKKE_HOLDT: Text("Rollen gjelder ikke nå", "Rolla gjeld ikkje no"),
    Stand.INNLOGGING_ENDRET: Text(
        "Passord eller kodeapp er byttet", "Passord eller kodeapp er bytt"
    ),
}

LENGST: Final = timedelta(days=90)
"""The longest a key may live."""
FLEST: Final = 10
"""Keys of one user that are neither withdrawn nor expired."""
LENGSTE_NAVN: Final = 60
