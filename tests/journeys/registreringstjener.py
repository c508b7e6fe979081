"""A Samvern of its own for the journeys of recording: a database file, a case, a server.

Run as a program: `python -m tests.journeys.registreringstjener PORT`, with the folder, the keys and
the clock in the environment. Prints the case, and the session of each who is logged in. Why a
process of its own: see `arbeidstjener`.
"""

import django

django.setup()

from samvern.engine.roller import Rolle  # noqa: E402
from tests.apps.brukere.personer import organisation, person, session_of  # noqa: E402
from tests.apps.saker.verden import (  # noqa: E402
    dom,
    foer,
    hendelse,
    lag_verden,
    ny_sak,
    rettskraft,
)
from tests.journeys.servering import serve  # noqa: E402


def fill() -> dict[str, str]:
    """The case of the design sketch: reports sent, thirteen days to the three-year deadline."""
    verden = lag_verden()
    for number in range(14):
        organisation(f"HF-{number}", "helseforetak", f"Helseforetaket nummer {number}")
    made = ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-06")).sak
    place = {"institusjon": str(verden.institusjon), "oppholdsform": "doegn"}
    both = {"embete": str(verden.embete), "politidistrikt": str(verden.politi)}
    for data in (
        hendelse("paatale_fastsatt", "2023-12-06", **both),
        hendelse("faglig_ansvarlig_endret", "2023-12-06", faglig_ansvarlig=str(verden.fa.id)),
        hendelse("innleggelse", "2023-12-06", **place),
        hendelse("statusrapport_sendt", "2024-12-10", "Sendt for sent.", n=1),
        hendelse("statusrapport_sendt", "2025-12-08", n=2),
    ):
        foer(verden.silje, made, data)
    return {
        "sak": str(made),
        "embete": str(verden.embete),
        "nk": session_of(verden.nk),
        "kollega": session_of(person(Rolle.NK, "Hilde Olsen")),
        "fa": session_of(verden.fa),
    }


if __name__ == "__main__":
    serve(fill)
