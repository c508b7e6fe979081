"""Transfers carried out before the law allowed it: recorded as they happened, and flagged."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    alle_mottok,
    dom_og_rettskraft,
    foelges_av,
    gjennomfoert,
    i_behandling,
    paatale,
    rapport,
    skjema,
    vedtak,
)

_DATOEN = "Regnet klagefristen fra vedtaket, ikke fra mottaket. Statsadvokaten er varslet."
_PLASSEN = "Boligen ble ledig. Ansvarlig lege var ikke klar over fristene."

_ASLAK = sak(
    "aslak_johnsen",
    foert(
        "2026-02-12 09:00",
        "silje",
        dom_og_rettskraft("2026-01-27", "2026-02-11", TIDSUBESTEMT, "VOLD-NARREL"),
        paatale("2026-02-11", "SA-NORD", "PD-TROMS"),
        i_behandling("2026-02-11", "HN", "UNN", "svein"),
        foelges_av("2026-02-12", "silje"),
    ),
    foert("2026-02-20 12:00", "svein", vedtak("2026-02-20", "v1")),
    foert("2026-02-23 12:00", "svein", alle_mottok("2026-02-23", "v1")),
    foert("2026-02-27 12:00", "svein", gjennomfoert("2026-02-27", "v1", "UNN", merknad=_PLASSEN)),
    foert("2026-03-03 12:00", "svein", skjema("2026-03-03")),
)
_ANNE = sak(
    "anne_bakken",
    foert(
        "2024-11-21 09:00",
        "silje",
        dom_og_rettskraft("2024-11-05", "2024-11-20", TIDSUBESTEMT, "ANNET-RAN"),
        paatale("2024-11-20", "SA-HEOP", "PD-INNLANDET"),
        i_behandling("2024-11-20", "HSO", "SI", "berit"),
        foelges_av("2024-11-21", "silje"),
    ),
    foert("2024-12-10 12:00", "berit", skjema("2024-12-10")),
    foert("2025-09-01 12:00", "berit", vedtak("2025-09-01", "v1")),
    foert("2025-09-04 12:00", "berit", alle_mottok("2025-09-03", "v1")),
    foert("2025-09-15 12:00", "berit", gjennomfoert("2025-09-15", "v1", "SI", merknad=_DATOEN)),
    foert("2025-11-20 12:00", "berit", rapport("2025-11-19", 1)),
    foert("2026-11-20 12:00", "berit", rapport("2026-11-19", 2)),
)

FORTELLING = Fortelling(
    "gjennomfoert_for_tidlig",
    "Gjennomført for tidlig",
    "To overføringer skjedde før alle parter var ferdige, den ene i de tre første ukene. Det "
    "føres slik det skjedde, og avviket står i saken.",
    (_ANNE, _ASLAK),
)
