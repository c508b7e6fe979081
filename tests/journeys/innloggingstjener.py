"""A Samvern of its own for the log-in journeys: a database file, invented people, a server.

Run as a program: `python -m tests.journeys.innloggingstjener PORT`, with the folder and the mode in
the environment. The log of audits cannot be emptied between tests, so a server in the test process,
whose tables are emptied, cannot be used here. Prints what the test needs to log in.
"""

from datetime import date

import django
from django.conf import settings

django.setup()

from samvern.apps.brukere import public as brukere  # noqa: E402
from samvern.engine.roller import Rolle  # noqa: E402
from tests.apps.brukere import personer  # noqa: E402
from tests.journeys.servering import serve  # noqa: E402

PEOPLE = (
    (Rolle.NK, "Silje Haugen"),
    (Rolle.FAGLIG_ANSVARLIG, "Astrid Lie"),
    (Rolle.STATSADVOKAT, "Oskar Larsen"),
    (Rolle.KONTROLLKOMMISJON, "Kari Solberg"),
    (Rolle.RHF, "Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaft"),
    (Rolle.NK_LEDER, "Hilde Olsen"),
    (Rolle.POLITI, "Thomas Hansen"),
    (Rolle.REVISOR, "Marit Johansen"),
    (Rolle.SYSTEMDRIFT, "Arne Pettersen"),
)


def fill() -> dict[str, str]:
    """Organisations and people; the user name and one-time password of one who must log in."""
    for slag, kode in personer.KINDS.values():
        personer.organisation(kode, slag, f"Prøvevirksomhet {kode}")
    personer.organisation("OUS", "helseforetak", "Oslo universitetssykehus HF")
    for rolle, navn in PEOPLE:
        personer.person(rolle, navn, oppdiktet=settings.DEMO)
    who = personer.person(Rolle.SYSTEMDRIFT, "Nina Johnsen")
    nk = personer.organisation("NK", "koordineringsenhet")
    brukere.gi_rolle(personer.operator(), brukere.NyRolle(who.id, "nk_leder", nk, date(2026, 1, 1)))
    return {"brukernavn": who.brukernavn, "passord": who.passord}


if __name__ == "__main__":
    serve(fill)
