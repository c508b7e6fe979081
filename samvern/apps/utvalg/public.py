"""What pages and command line may use: kept filters, how far ahead, and the count of look-ups."""

from samvern.apps.utvalg.horisont import ETT_AAR, STANDARD, WRITE_IT, frem_til
from samvern.apps.utvalg.koder import FORMER, Side
from samvern.apps.utvalg.lagring import Mittutvalg, hent, lagre, sett_standard, slett
from samvern.apps.utvalg.oppslag import GRENSE, GRUNNER, slipper_gjennom, tell_oppslag

__all__ = [
    "ETT_AAR",
    "FORMER",
    "GRENSE",
    "GRUNNER",
    "STANDARD",
    "WRITE_IT",
    "Mittutvalg",
    "Side",
    "frem_til",
    "hent",
    "lagre",
    "sett_standard",
    "slett",
    "slipper_gjennom",
    "tell_oppslag",
]
