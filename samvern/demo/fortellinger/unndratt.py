"""Did not come back on Friday night."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    dom_og_rettskraft,
    foelges_av,
    hendelse,
    i_behandling,
    paatale,
    rapport,
    skjema,
)

FORTELLING = Fortelling(
    "unndratt",
    "Ikke kommet tilbake",
    "En permisjon fredag kveld. Klokken 22.40 meldte avdelingen at han ikke var kommet tilbake. "
    "Mandag morgen er han fortsatt borte.",
    (
        sak(
            "morten_nilsen",
            foert(
                "2025-08-28 09:00",
                "silje",
                dom_og_rettskraft("2025-08-12", "2025-08-27", TIDSUBESTEMT, "VOLD-KROPP"),
                paatale("2025-08-27", "SA-OSLO", "PD-OST"),
                i_behandling("2025-08-27", "HSO", "AHUS", "astrid", "LUK"),
                foelges_av("2025-08-28", "silje"),
            ),
            foert("2025-09-16 12:00", "astrid", skjema("2025-09-16")),
            foert("2026-08-27 12:00", "astrid", rapport("2026-08-27", 1)),
            foert(
                "2026-11-20 15:30",
                "astrid",
                hendelse(
                    "permisjon",
                    "2026-11-20",
                    foelge="uten",
                    vesentlig=False,
                    konsultasjon="ikke_saerlige_hensyn",
                    merknad="Samme utgang som hver fredag siden august.",
                ),
            ),
            foert(
                "2026-11-20 22:55",
                "marit",
                hendelse(
                    "unndragelse",
                    "2026-11-20",
                    klokkeslett="22:40",
                    meldt_til=["politi", "statsadvokat"],
                ),
            ),
        ),
    ),
)
