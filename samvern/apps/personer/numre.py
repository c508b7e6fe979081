"""From what somebody typed as an identity number to the faults people are told, and the index."""

from typing import Final

from django.conf import settings

from samvern.engine import clock, crypto, idnummer
from samvern.engine.avslag import Feil
from samvern.engine.idnummer import Idnummer, Miljoe, Nummertype
from samvern.engine.idnummer_feil import Feilkode
from samvern.engine.inndata import MANGLER_FELT, UGYLDIG_VERDI
from samvern.law.text import Text

INDEX: Final = "personnummer.nummer"
PERSONTYPER: Final = frozenset(Nummertype) - {Nummertype.ORGANISASJONSNUMMER}
FEIL_PERSONTYPE: Final = Text("Velg en av typene for personer.", "Vel ein av typane for personar.")
_MISSING: Final = frozenset({Feilkode.TOM, Feilkode.MANGLER_UTSTEDER})


def miljoe() -> Miljoe:
    """Return what this installation is for. Everything but production is closed to real people."""
    if settings.PRODUCTION:
        return Miljoe.PRODUKSJON
    return Miljoe.DEMO if settings.DEMO else Miljoe.UTVIKLING


def read(
    text: str, slag: Nummertype | None = None, utsteder: str = "", *, sti: str = ""
) -> Idnummer | tuple[Feil, ...]:
    """Return the number, or its faults as UGYLDIG_VERDI or MANGLER_FELT under `sti`. Never raises.

    `slag` must be chosen for H- and DUF-numbers. Numbers that are not synthetic are refused in
    every installation but production, and synthetic ones there (docs/idnummer.md).
    """
    if slag is not None and slag not in PERSONTYPER:
        return (Feil(_beside(sti, "nummertype"), UGYLDIG_VERDI, FEIL_PERSONTYPE),)
    answer = idnummer.classify(text, miljoe(), clock.today(), valgt=slag, utsteder=utsteder)
    if isinstance(answer, Idnummer):
        return answer
    return tuple(
        Feil(
            _beside(sti, "utsteder") if fault.kode is Feilkode.MANGLER_UTSTEDER else sti,
            MANGLER_FELT if fault.kode in _MISSING else UGYLDIG_VERDI,
            fault.melding,
        )
        for fault in answer
    )


def _beside(sti: str, field: str) -> str:
    """The place of a field in the same object as `sti`."""
    before, dot, _ = sti.rpartition(".")
    return f"{before}{dot}{field}"


def index(number: Idnummer) -> str:
    """Return the blind index that finds the number."""
    return crypto.blind_index(INDEX, number.canonical())


def reopened(digits: str, slag: Nummertype, utsteder: str) -> Idnummer:
    """Return a stored number for display; it was judged when it was registered."""
    return Idnummer(slag, idnummer.find_serie(digits), digits, utsteder=utsteder)
