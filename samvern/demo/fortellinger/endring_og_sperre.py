"""Requests for change: too early, and barred for half a year unless something is new."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    dom_og_rettskraft,
    foelges_av,
    hendelse,
    i_behandling,
    ny_dom,
    paatale,
    rapport,
    skjema,
)

_FOR_TIDLIG = sak(
    "hilde_johansen",
    foert(
        "2026-10-01 09:00",
        "bjoern",
        dom_og_rettskraft("2026-09-15", "2026-09-30", TIDSUBESTEMT, "VOLD-TJENESTE"),
        paatale("2026-09-30", "SA-NORD", "PD-TRONDELAG"),
        i_behandling("2026-09-30", "HMN", "STO", "ingrid"),
        foelges_av("2026-10-01", "bjoern"),
    ),
    foert(
        "2026-10-13 09:00",
        "ingrid",
        hendelse(
            "endringsbegjaering",
            "2026-10-12",
            merknad="Kom i de tre første ukene. Tas opp når de er ute.",
            id="e1",
            part="domfelt",
        ),
    ),
    foert("2026-10-21 12:00", "ingrid", skjema("2026-10-21")),
)
_NYE_FORHOLD = sak(
    "astrid_hansen",
    foert(
        "2022-11-17 09:00",
        "silje",
        dom_og_rettskraft("2022-11-01", "2022-11-16", TIDSUBESTEMT, "SEKS-BARN"),
        paatale("2022-11-16", "SA-HSF", "PD-VEST"),
        i_behandling("2022-11-16", "HV", "HB", "knut"),
        foelges_av("2022-11-17", "silje"),
    ),
    foert("2022-12-06 12:00", "knut", skjema("2022-12-06")),
    foert("2023-11-16 12:00", "knut", rapport("2023-11-16", 1)),
    foert("2024-11-14 12:00", "knut", rapport("2024-11-14", 2)),
    foert(
        "2025-10-16 12:00",
        "liv",
        ny_dom("2025-09-30", "2025-10-15", "opprettholdelse", "dom2", TIDSUBESTEMT),
    ),
    foert(
        "2026-05-19 12:00",
        "knut",
        hendelse("endringsbegjaering", "2026-05-18", id="e1", part="paaroerende"),
    ),
    foert("2026-08-18 12:00", "knut", hendelse("endringsavslag_endelig", "2026-08-17")),
    foert("2026-10-15 12:00", "knut", rapport("2026-10-15", 1)),
    foert(
        "2026-10-27 12:00",
        "knut",
        hendelse("endringsklage", "2026-10-26", id="ek1", part="domfelt", nye_forhold=True),
    ),
    foert(
        "2026-10-30 12:00",
        "knut",
        hendelse("klage_oversendt", "2026-10-30", ref="ek1", kontrollkommisjon="KK-SANDVIKEN"),
    ),
    foert(
        "2026-11-02 12:00",
        "jakob",
        hendelse("sak_brakt_inn", "2026-11-02", id="kk1", kontrollkommisjon="KK-SANDVIKEN"),
    ),
)
_AAPEN = sak(
    "lars_jensen",
    foert(
        "2024-05-24 09:00",
        "silje",
        dom_og_rettskraft("2024-05-08", "2024-05-23", TIDSUBESTEMT, "VOLD-KROPP"),
        paatale("2024-05-23", "SA-TRON", "PD-TRONDELAG"),
        i_behandling("2024-05-23", "HMN", "STO", "ingrid"),
        foelges_av("2024-05-24", "silje"),
    ),
    foert("2024-06-11 12:00", "ingrid", skjema("2024-06-11")),
    foert("2025-05-23 12:00", "ingrid", rapport("2025-05-23", 1)),
    foert(
        "2025-06-03 12:00",
        "ingrid",
        hendelse("endringsbegjaering", "2025-06-02", id="e0", part="paaroerende"),
    ),
    foert(
        "2025-06-16 12:00",
        "ingrid",
        hendelse("endring_trukket", "2025-06-16", ref="e0", part="paaroerende"),
    ),
    foert("2025-11-04 12:00", "ingrid", hendelse("endringsavslag_endelig", "2025-11-03")),
    foert("2026-05-22 12:00", "ingrid", rapport("2026-05-22", 2)),
)

FORTELLING = Fortelling(
    "endring_og_sperre",
    "Begjæring om endring, og sperren",
    "Én begjæring kom i de tre første ukene. Etter et avslag gjelder en sperre i seks måneder, "
    "men en klage på nye forhold slipper gjennom. I en tredje sak er sperren ute, og en tidligere "
    "begjæring ble trukket.",
    (_NYE_FORHOLD, _AAPEN, _FOR_TIDLIG),
)
