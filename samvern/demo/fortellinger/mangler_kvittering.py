"""A decision on transfer that one party has not received: the deadline cannot begin."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    dom_og_rettskraft,
    foelges_av,
    i_behandling,
    mottatt,
    ny_dom,
    paatale,
    rapport,
    sendt_retten,
    skjema,
    underskrevet,
    vedtak,
)

FORTELLING = Fortelling(
    "mangler_kvittering",
    "Kvitteringen som mangler",
    "Vedtaket om overføring er sendt tre parter. To har kvittert. Ingen frist løper mot den som "
    "ikke har fått vedtaket, så overføringen har ingen dato.",
    (
        sak(
            "nora_lie",
            foert(
                "2022-06-17 09:00",
                "silje",
                dom_og_rettskraft("2022-06-01", "2022-06-16", TIDSUBESTEMT, "VOLD-TJENESTE"),
                paatale("2022-06-16", "SA-HEOP", "PD-INNLANDET"),
                i_behandling("2022-06-16", "HSO", "SI", "berit"),
                foelges_av("2022-06-17", "silje"),
            ),
            foert("2022-07-05 12:00", "berit", skjema("2022-07-05")),
            foert("2023-06-14 12:00", "berit", rapport("2023-06-14", 1)),
            foert("2024-06-12 12:00", "berit", rapport("2024-06-12", 2)),
            foert("2024-12-11 12:00", "berit", rapport("2024-12-11", 3)),
            foert("2025-02-10 12:00", "kjell", underskrevet("2025-02-10")),
            foert("2025-02-12 12:00", "kjell", sendt_retten("2025-02-12")),
            foert(
                "2025-05-15 12:00",
                "kjell",
                ny_dom("2025-04-29", "2025-05-14", "opprettholdelse", "dom2", TIDSUBESTEMT),
            ),
            foert("2026-05-13 12:00", "berit", rapport("2026-05-13", 1)),
            foert("2026-11-09 14:00", "berit", vedtak("2026-11-09", "v1")),
            foert("2026-11-11 10:00", "berit", mottatt("2026-11-10", "v1", "domfelt")),
            foert("2026-11-11 14:45", "kjell", mottatt("2026-11-11", "v1", "paatale")),
        ),
    ),
)
