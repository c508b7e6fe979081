"""A case that changes hands: clinician, institution, caseworker and prosecution office."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    alle_mottok,
    ansvar,
    dom_og_rettskraft,
    faglig,
    flyttet,
    foelges_av,
    gjennomfoert,
    hendelse,
    i_behandling,
    ny_dom,
    paatale,
    rapport,
    sendt_retten,
    skjema,
    underskrevet,
    vedtak,
)

FORTELLING = Fortelling(
    "skifte_av_ansvar",
    "Saken som skiftet hender",
    "Ny faglig ansvarlig da den forrige sluttet, så ny institusjon, ny saksbehandler og nytt "
    "embete. Den som slipper ansvaret, slipper også innsynet.",
    (
        sak(
            "bjoern_johansen",
            foert(
                "2021-09-16 09:00",
                "silje",
                dom_og_rettskraft("2021-08-31", "2021-09-15", TIDSUBESTEMT, "VOLD-GROV"),
                paatale("2021-09-15", "SA-OSLO", "PD-OSLO"),
                i_behandling("2021-09-15", "HSO", "OUS", "arne", "RSA"),
                foelges_av("2021-09-16", "silje"),
            ),
            foert("2021-10-05 12:00", "arne", skjema("2021-10-05")),
            foert("2022-09-15 12:00", "arne", rapport("2022-09-15", 1)),
            foert(
                "2022-11-07 12:00",
                "arne",
                hendelse(
                    "intern_overfoering",
                    "2022-11-07",
                    sikkerhetsnivaa="LSA",
                    oppholdsform="doegn",
                    vesentlig=True,
                    konsultasjon="konsultert",
                    merke="flytting",
                ),
                hendelse("varsel_statsadvokat", "2022-11-07", ref="flytting"),
            ),
            foert("2023-06-26 09:30", "silje", faglig("2023-06-26", "eva")),
            foert("2023-09-14 12:00", "eva", rapport("2023-09-14", 2)),
            foert("2024-03-14 12:00", "eva", rapport("2024-03-14", 3)),
            foert("2024-06-03 12:00", "oskar", underskrevet("2024-06-03")),
            foert("2024-06-05 12:00", "oskar", sendt_retten("2024-06-05")),
            foert(
                "2024-09-12 12:00",
                "oskar",
                ny_dom("2024-08-27", "2024-09-11", "opprettholdelse", "dom2", TIDSUBESTEMT),
            ),
            foert(
                "2025-05-05 12:00",
                "eva",
                vedtak("2025-05-05", "v1", "mellom_institusjoner", til="AHUS"),
            ),
            foert("2025-05-08 12:00", "eva", alle_mottok("2025-05-07", "v1")),
            foert(
                "2025-06-02 12:00",
                "eva",
                gjennomfoert("2025-06-02", "v1", "AHUS", "LSA", "doegn"),
            ),
            foert("2025-06-02 12:30", "anne", ansvar("2025-06-02", "HSO", "AHUS")),
            foert("2025-06-03 09:00", "marit", faglig("2025-06-02", "astrid")),
            foert("2025-09-11 12:00", "astrid", rapport("2025-09-11", 1)),
            foert("2025-12-01 09:00", "silje", foelges_av("2025-12-01", "bjoern")),
            foert("2026-01-05 09:00", "bjoern", paatale("2026-01-01", "SA-OST")),
            foert("2026-05-18 12:00", "astrid", flyttet("2026-05-18", "APN", vesentlig=False)),
            foert("2026-09-10 12:00", "astrid", rapport("2026-09-10", 2)),
        ),
    ),
)
