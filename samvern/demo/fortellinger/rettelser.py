"""Corrections, entries that should not have been there, and what was told too late."""

from samvern.demo.fortelling import Fortelling, feilfoert, foert, rett, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    ansvar,
    dom,
    faglig,
    foelges_av,
    hendelse,
    innlagt,
    paatale,
    paatalen_fikk,
    rapport,
    rettskraftig,
    skjema,
)

FORTELLING = Fortelling(
    "rettelser",
    "Rettet, registrert ved feil og ført for sent",
    "Rettskraftdatoen ble ført feil og rettet to ganger, en unndragelse hørte til i en annen sak, "
    "og en permisjon ble meldt et halvt år etter. Alt står i loggen slik det var kjent da.",
    (
        sak(
            "maja_berg",
            foert(
                "2024-03-07 09:00",
                "bjoern",
                dom("2024-02-20", TIDSUBESTEMT, "ANNET-TRUSLER", merke="dommen"),
                paatalen_fikk("2024-02-20"),
                rettskraftig(
                    "2024-03-05",
                    merke="rettskraft",
                    merknad="Datoen er opplyst på telefon, brevet kommer.",
                ),
                paatale("2024-03-05", "SA-HEOP", "PD-INNLANDET"),
                foelges_av("2024-03-07", "bjoern"),
            ),
            foert(
                "2024-03-07 10:30",
                "bjoern",
                ansvar("2024-03-06", "HSO", "SI"),
                innlagt("2024-03-07", "SI", "LSA", merke="innlagt"),
                faglig("2024-03-06", "berit"),
            ),
            foert(
                "2024-03-11 14:00",
                "bjoern",
                rett("rettskraft", "Siste dag av ankefristen var ført.", "2024-03-07"),
            ),
            foert(
                "2024-03-12 09:20",
                "kjell",
                rett("rettskraft", "Dagen etter at fristen var ute er riktig.", "2024-03-06"),
            ),
            foert(
                "2024-03-12 13:00",
                "berit",
                rett("innlagt", "Kom kvelden før.", "2024-03-06", sikkerhetsnivaa="RSA"),
            ),
            foert("2024-03-26 12:00", "berit", skjema("2024-03-26")),
            foert(
                "2024-08-16 23:50",
                "berit",
                hendelse("unndragelse", "2024-08-16", klokkeslett="21:30", merke="feil_sak"),
            ),
            foert(
                "2024-08-17 08:10",
                "berit",
                feilfoert("feil_sak", "Gjaldt en annen. Ført i denne saken ved en feil."),
            ),
            foert("2025-03-06 12:00", "berit", rapport("2025-03-06", 1)),
            foert(
                "2026-01-12 12:00",
                "berit",
                hendelse(
                    "permisjon",
                    "2025-07-04",
                    foelge="uten",
                    vesentlig=True,
                    konsultasjon="konsultert",
                    merke="permisjonen",
                ),
            ),
            foert(
                "2026-01-12 12:30",
                "berit",
                hendelse("varsel_statsadvokat", "2026-01-12", ref="permisjonen"),
            ),
            foert("2026-03-06 12:00", "berit", rapport("2026-03-06", 2)),
        ),
    ),
)
