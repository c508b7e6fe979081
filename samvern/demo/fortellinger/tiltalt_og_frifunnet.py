"""Cases that never became a sentence."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSBESTEMT,
    TIDSUBESTEMT,
    dom,
    foelges_av,
    hendelse,
    paatalen_fikk,
    tiltale,
)

FORTELLING = Fortelling(
    "tiltalt_og_frifunnet",
    "Tiltalt, trukket og frifunnet",
    "Registeret har også tiltalte. Én venter på hovedforhandling, én tiltale ble trukket, og én "
    "ble frifunnet i lagmannsretten.",
    (
        sak(
            "nina_berg",
            foert(
                "2025-03-18 09:00",
                "silje",
                tiltale("2025-03-17", "SA-HSF", "PD-VEST", "SAMF", paastand=TIDSBESTEMT),
                foelges_av("2025-03-18", "silje"),
            ),
            foert("2025-06-12 10:00", "liv", hendelse("tiltale_trukket", "2025-06-11")),
        ),
        sak(
            "per_nilsen",
            foert(
                "2024-10-08 09:00",
                "bjoern",
                tiltale("2024-10-07", "SA-OSLO", "PD-OSLO", "VOLD-GROV"),
                foelges_av("2024-10-08", "bjoern"),
            ),
            foert(
                "2025-02-19 10:00",
                "oskar",
                dom("2025-02-18", TIDSUBESTEMT, "VOLD-GROV", rett="TOSL"),
                paatalen_fikk("2025-02-18"),
            ),
            foert(
                "2025-03-03 10:00",
                "oskar",
                hendelse("anke", "2025-02-28", ref="dom1", part="domfelt"),
            ),
            foert(
                "2025-09-25 10:00",
                "oskar",
                hendelse("annen_utgang", "2025-09-24", utfall_i_retten="frifinnelse"),
            ),
        ),
        sak(
            "ingrid_jensen",
            foert(
                "2026-09-30 09:00",
                "bjoern",
                tiltale("2026-09-29", "SA-OST", "PD-OST", "VOLD-TJENESTE"),
                foelges_av("2026-09-30", "bjoern"),
            ),
        ),
    ),
)
