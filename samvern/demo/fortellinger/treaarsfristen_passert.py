"""The three-year date with everything that can happen around it."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    dom,
    dom_og_rettskraft,
    foelges_av,
    forkynt,
    hendelse,
    i_behandling,
    paatale,
    paatalen_fikk,
    rapport,
    sendt_retten,
    skjema,
    underskrevet,
)

_OVERSITTET = sak(
    "knut_eriksen",
    foert(
        "2023-10-19 09:00",
        "silje",
        dom_og_rettskraft("2023-10-03", "2023-10-18", TIDSUBESTEMT, "VOLD-GROV"),
        paatale("2023-10-18", "SA-TRFI", "PD-TROMS"),
        i_behandling("2023-10-18", "HN", "UNN", "svein", "RSA"),
        foelges_av("2023-10-19", "silje"),
    ),
    foert("2023-11-07 12:00", "svein", skjema("2023-11-07")),
    foert("2024-10-17 12:00", "svein", rapport("2024-10-17", 1)),
    foert("2025-10-20 12:00", "svein", rapport("2025-10-20", 2)),
)
_FOR_SENT = sak(
    "inger_solberg",
    foert(
        "2023-03-11 09:00",
        "bjoern",
        dom_og_rettskraft("2023-02-23", "2023-03-10", TIDSUBESTEMT, "ILD"),
        paatale("2023-03-10", "SA-HSF", "PD-VEST"),
        i_behandling("2023-03-10", "HV", "HB", "knut"),
        foelges_av("2023-03-11", "bjoern"),
    ),
    foert("2023-03-30 12:00", "knut", skjema("2023-03-30")),
    foert("2024-03-08 12:00", "knut", rapport("2024-03-08", 1)),
    foert("2025-03-10 12:00", "knut", rapport("2025-03-10", 2)),
    foert("2026-02-12 12:00", "knut", rapport("2026-02-12", 3)),
    foert("2026-03-17 16:40", "liv", underskrevet("2026-03-17")),
    foert("2026-03-18 09:10", "liv", sendt_retten("2026-03-18")),
    foert(
        "2026-09-16 10:00",
        "liv",
        dom("2026-09-15", TIDSUBESTEMT, navn="dom2", rett="THOR", til_stede=False),
        paatalen_fikk("2026-09-15", "dom2"),
    ),
    foert("2026-09-22 10:00", "liv", forkynt("2026-09-21", "dom2")),
    foert(
        "2026-09-25 10:00",
        "liv",
        hendelse("anke", "2026-09-24", ref="dom2", part="domfelt"),
    ),
)
_ETTER_NOMINELL = sak(
    "hans_karlsen",
    foert(
        "2023-08-30 09:00",
        "silje",
        dom_og_rettskraft("2023-08-14", "2023-08-29", TIDSUBESTEMT, "VOLD-KROPP"),
        paatale("2023-08-29", "SA-TRON", "PD-TRONDELAG"),
        i_behandling("2023-08-29", "HMN", "STO", "ingrid"),
        foelges_av("2023-08-30", "silje"),
    ),
    foert("2023-09-18 12:00", "ingrid", skjema("2023-09-18")),
    foert("2024-08-29 12:00", "ingrid", rapport("2024-08-29", 1)),
    foert("2025-08-28 12:00", "ingrid", rapport("2025-08-28", 2)),
    foert("2026-05-21 12:00", "ingrid", rapport("2026-05-21", 3)),
    foert("2026-08-31 14:05", "hans", underskrevet("2026-08-31")),
    foert("2026-09-02 09:00", "hans", sendt_retten("2026-09-02")),
)
_IKKE_SENDT = sak(
    "ida_karlsen",
    foert(
        "2023-11-09 09:00",
        "bjoern",
        dom_og_rettskraft("2023-10-24", "2023-11-08", TIDSUBESTEMT, "VOLD-TJENESTE"),
        paatale("2023-11-08", "SA-OSLO", "PD-OST"),
        i_behandling("2023-11-08", "HSO", "AHUS", "astrid"),
        foelges_av("2023-11-09", "bjoern"),
    ),
    foert("2023-11-28 12:00", "astrid", skjema("2023-11-28")),
    foert("2024-11-07 12:00", "astrid", rapport("2024-11-07", 1)),
    foert("2025-11-06 12:00", "astrid", rapport("2025-11-06", 2)),
    foert("2026-05-07 12:00", "astrid", rapport("2026-05-07", 3)),
    foert("2026-10-30 15:30", "oskar", underskrevet("2026-10-30")),
)
_I_DAG = sak(
    "kari_berg",
    foert(
        "2023-11-22 09:00",
        "silje",
        dom_og_rettskraft("2023-11-06", "2023-11-21", TIDSUBESTEMT, "VOLD-NARREL", rett="TOSL"),
        paatale("2023-11-21", "SA-OSLO", "PD-OSLO"),
        i_behandling("2023-11-21", "HSO", "OUS", "eva", "RSA"),
        foelges_av("2023-11-22", "silje"),
    ),
    foert("2023-12-11 12:00", "eva", skjema("2023-12-11")),
    foert("2024-11-21 12:00", "eva", rapport("2024-11-21", 1)),
    foert("2025-11-20 12:00", "eva", rapport("2025-11-20", 2)),
    foert("2026-08-20 12:00", "eva", rapport("2026-08-20", 3)),
)

FORTELLING = Fortelling(
    "treaarsfristen_passert",
    "Når treårsfristen er passert",
    "Fem saker rundt den samme fristen: oversittet uten at noen har handlet, underskrevet en uke "
    "for sent og så anket, underskrevet mandagen etter en lørdag, underskrevet men ikke sendt, og "
    "én der i dag er siste dag etter loven.",
    (_FOR_SENT, _ETTER_NOMINELL, _OVERSITTET, _IKKE_SENDT, _I_DAG),
)
