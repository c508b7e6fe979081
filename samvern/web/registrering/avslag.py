"""The four ways to say no, each with a shape of its own (design guide section 6)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from samvern.engine.avslag import Avslag, ForTidlig, IkkeNaa, Nektet
from samvern.law import datotekst
from samvern.law.text import Text

FINAL = "dom_rettskraftig"
ALREADY_FINAL = Text(
    "Denne dommen er alt registrert som rettskraftig. Gjelder det en ny dom, registrer «Dom "
    "avsagt» først. Er datoen feil, rett den hendelsen som står.",
    "Denne dommen er alt registrert som rettskraftig. Gjeld det ein ny dom, registrer «Dom "
    "avsagd» først. Er datoen feil, rett den hendinga som står.",
)
STALE = "ENDRET_I_MENS"
REASON_NEEDED = "AVVIK_KREVES"


def plain(kode: str, refusal: Avslag, placed: Mapping[str, Text]) -> dict[str, Text]:
    """The faults at their fields, in words of the page where the engine speaks of identifiers.

    The judgments one can choose are those of the case, so a value refused there is taken.
    """
    taken = any(f.kode == "UGYLDIG_VERDI" and f.sti.endswith("id") for f in refusal.feil)
    if kode == FINAL and taken and "id" in placed:
        return {**placed, "id": ALREADY_FINAL}
    return dict(placed)


@dataclass(frozen=True, slots=True)
class Nei:
    """One refusal that is not about a single field, ready for the page."""

    ikon: str
    farge: str
    tittel: Text
    grunner: tuple[Text, ...]
    tidligst: date | None = None

    @property
    def dag(self) -> Text | None:
        """«Tidligst fredag 27. november 2026.»"""
        if self.tidligst is None:
            return None
        nb, nn = datotekst.full(self.tidligst, "nb"), datotekst.full(self.tidligst, "nn")
        return Text(f"Tidligst {nb}.", f"Tidlegast {nn}.")


def of(refusal: Avslag) -> Nei:
    """The refusal as a box: lock, dashed ring with a date, ring with a bar, or octagon."""
    reasons = tuple(dict.fromkeys(fault.melding for fault in refusal.feil))
    match refusal:
        case Nektet():
            return Nei("laas", "neutral", Text("Du kan ikke dette", "Du kan ikkje dette"), reasons)
        case ForTidlig():
            days = [f.tidligst for f in refusal.feil if f.tidligst is not None]
            if not days:
                title = Text("For sent etter loven", "For seint etter lova")
                return Nei("ring-stiplet", "warning", title, reasons)
            title = Text("For tidlig etter loven", "For tidleg etter lova")
            return Nei("ring-stiplet", "warning", title, reasons, max(days))
        case IkkeNaa():
            title = Text("Ikke mulig nå", "Ikkje mogleg no")
            return Nei("strek-ring", "neutral", title, reasons)
        case _:
            title = Text("Dette er ikke gyldig", "Dette er ikkje gyldig")
            return Nei("aattekant", "danger", title, reasons)
