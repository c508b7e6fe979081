"""Requests to end the sentence: too early, under way, and refused by the court."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSBESTEMT,
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
    "oskar_dahl",
    foert(
        "2026-03-13 09:00",
        "bjoern",
        dom_og_rettskraft("2026-02-25", "2026-03-12", TIDSUBESTEMT, "ANNET-HENSYNSLOS"),
        paatale("2026-03-12", "SA-OST", "PD-OST"),
        i_behandling("2026-03-12", "HSO", "AHUS", "astrid", kom_fra="institusjon"),
        foelges_av("2026-03-13", "bjoern"),
    ),
    foert("2026-03-31 12:00", "astrid", skjema("2026-03-31")),
    foert(
        "2026-10-06 09:30",
        "astrid",
        hendelse(
            "begjaering_opphoer",
            "2026-10-05",
            merknad="Forklart at retten åpner i mars. Han ville sende den likevel.",
            id="b1",
            part="domfelt",
        ),
    ),
)
_UNDERVEIS = sak(
    "berit_dahl",
    foert(
        "2025-04-10 09:00",
        "silje",
        dom_og_rettskraft("2025-03-25", "2025-04-09", TIDSUBESTEMT, "FRIHET"),
        paatale("2025-04-09", "SA-OSLO", "PD-OSLO"),
        i_behandling("2025-04-09", "HSO", "OUS", "eva"),
        foelges_av("2025-04-10", "silje"),
    ),
    foert("2025-04-29 12:00", "eva", skjema("2025-04-29")),
    foert("2026-04-08 12:00", "eva", rapport("2026-04-08", 1)),
    foert(
        "2026-09-21 13:00",
        "eva",
        hendelse("begjaering_opphoer", "2026-09-21", id="b1", part="faglig_ansvarlig"),
    ),
)
_NEKTET = sak(
    "elias_hansen",
    foert(
        "2025-01-23 09:00",
        "bjoern",
        dom_og_rettskraft("2025-01-07", "2025-01-22", TIDSBESTEMT, "SAMF-SKADEVERK"),
        paatale("2025-01-22", "SA-HSF", "PD-VEST"),
        i_behandling("2025-01-22", "HV", "HB", "knut"),
        foelges_av("2025-01-23", "bjoern"),
    ),
    foert("2025-02-11 12:00", "knut", skjema("2025-02-11")),
    foert(
        "2025-08-12 09:00",
        "knut",
        hendelse("begjaering_opphoer", "2025-08-11", id="b1", part="domfelt"),
    ),
    foert(
        "2025-11-27 09:00",
        "liv",
        ny_dom("2025-11-11", "2025-11-26", "nekter_opphoer", "dom2", TIDSBESTEMT),
    ),
    foert("2026-01-22 12:00", "knut", rapport("2026-01-22", 1)),
    foert(
        "2026-06-02 12:00",
        "knut",
        hendelse("begjaering_opphoer", "2026-06-01", id="b2", part="domfelt"),
    ),
    foert(
        "2026-06-19 12:00",
        "knut",
        hendelse("opphoersbegjaering_trukket", "2026-06-18", ref="b2", part="domfelt"),
    ),
)

FORTELLING = Fortelling(
    "begjaering_om_opphoer",
    "Begjæring om opphør",
    "Én begjæring kom før retten åpnet og er merket, én er til behandling, og én ble avslått av "
    "retten, så et nytt halvår måtte gå før den neste, som ble trukket.",
    (_NEKTET, _UNDERVEIS, _FOR_TIDLIG),
)
