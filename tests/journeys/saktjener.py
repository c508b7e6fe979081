"""A Samvern of its own for the journeys in a case: a database file, a case, a server.

Run as a program: `python -m tests.journeys.saktjener PORT`, with the folder, the keys and the clock
in the environment. Prints the case, and a session for each of those who read it. Why a process of
its own: see `innloggingstjener`.
"""

import django

django.setup()

from samvern.engine.roller import Rolle  # noqa: E402
from tests.apps.brukere.personer import person, session_of  # noqa: E402
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
    """The case of the design sketch, 13 days before its three-year deadline."""
    verden = lag_verden()
    made = ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-06")).sak
    place = {"institusjon": str(verden.institusjon), "oppholdsform": "doegn"}
    both = {"embete": str(verden.embete), "politidistrikt": str(verden.politi)}
    for data in (
        hendelse("paatale_fastsatt", "2023-12-06", **both),
        hendelse("faglig_ansvarlig_endret", "2023-12-07", faglig_ansvarlig=str(verden.fa.id)),
        hendelse("innleggelse", "2023-12-07", **place),
        hendelse("helseopplysningsskjema_sendt", "2023-12-20"),
        hendelse("unndragelse", "2025-08-09", "Kom ikke tilbake fra utgang."),
        hendelse("unndragelse_avsluttet", "2025-08-11"),
        hendelse("overfoeringsvedtak", "2026-11-02", retning="mildere"),
        hendelse("vedtak_mottatt", "2026-11-03", ref="h9", part="domfelt"),
        hendelse("vedtak_mottatt", "2026-11-04", ref="h9", part="paatale"),
    ):
        foer(verden.silje, made, data)
    officer = person(Rolle.POLITI, "Per Betjent", virksomhet=verden.politi)
    return {"sak": str(made), "nk": session_of(verden.nk), "politi": session_of(officer)}


if __name__ == "__main__":
    serve(fill)
