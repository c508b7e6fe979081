"""A new case compares its number with the register: a look-up, counted as every other (TR-X15)."""

from typing import Final

from samvern.apps.saker.public import Feltslag, Saksfelt
from samvern.apps.utvalg import public as utvalg
from samvern.engine.idnummer import Idnummer
from samvern.engine.viewer import Viewer
from samvern.law.text import Text
from samvern.web.fristberegner.felter import Typed
from samvern.web.registrering import person
from samvern.web.registrering.avslag import Nei

HANDLING: Final = "sak.duplikat_soekt"
TOO_MANY_REQUESTS: Final = 429
GRUNN: Final = Saksfelt(
    "oppslag_grunn",
    Feltslag.KODE,
    Text("Hvorfor slår du opp så mange?", "Kvifor slår du opp så mange?"),
    hjelp=Text("Svaret blir logget.", "Svaret blir logga."),
    koder=tuple(utvalg.GRUNNER),
    kodenavn=tuple(utvalg.GRUNNER.values()),
    i_loven=False,
)
MANGE: Final = Nei(
    "strek-ring",
    "neutral",
    Text("Mange oppslag på person", "Mange oppslag på person"),
    (
        Text(
            f"Du har slått opp mer enn {utvalg.GRENSE} fødselsnumre på ett minutt. Si hvorfor i "
            "skjemaet under, så går det videre. Eller vent et minutt.",
            f"Du har slått opp meir enn {utvalg.GRENSE} fødselsnummer på eitt minutt. Sei kvifor i "
            "skjemaet under, så går det vidare. Eller vent eit minutt.",
        ),
    ),
)


def reason(typed: Typed) -> str:
    """The code of the reason that was given, or nothing."""
    given = (typed.get(GRUNN.navn) or [""])[0]
    return given if given in utvalg.GRUNNER else ""


def too_many(viewer: Viewer, typed: Typed) -> bool:
    """Count the look-up that going on will be, when there is a number to look up, and say whether
    it is one too many without a reason. Outside a transaction."""
    if not isinstance(person.judge(typed), Idnummer):
        return False
    return not utvalg.slipper_gjennom(viewer, HANDLING, reason(typed))
