"""Expelled and out of the realm, and back again."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSBESTEMT,
    TIDSUBESTEMT,
    dom_og_rettskraft,
    foelges_av,
    hendelse,
    i_behandling,
    opphoert,
    paatale,
    rapport,
    skjema,
)

_UTE = sak(
    "jonas_pedersen",
    foert(
        "2024-02-15 09:00",
        "silje",
        dom_og_rettskraft("2024-01-30", "2024-02-14", TIDSUBESTEMT, "VOLD-GROV"),
        paatale("2024-02-14", "SA-OSLO", "PD-OSLO"),
        i_behandling("2024-02-14", "HSO", "OUS", "eva", "RSA"),
        foelges_av("2024-02-15", "silje"),
    ),
    foert("2024-03-05 12:00", "eva", skjema("2024-03-05")),
    foert("2025-02-13 12:00", "eva", rapport("2025-02-13", 1)),
    foert("2025-05-22 12:00", "silje", hendelse("utvisningsvedtak", "2025-05-20")),
    foert("2025-09-11 10:00", "silje", hendelse("utreise", "2025-09-10")),
)
_TILBAKE = sak(
    "arne_jensen",
    foert(
        "2022-05-06 09:00",
        "silje",
        dom_og_rettskraft("2022-04-20", "2022-05-05", TIDSUBESTEMT, "VOLD-DRAP"),
        paatale("2022-05-05", "SA-OSLO", "PD-OST"),
        i_behandling("2022-05-05", "HSO", "AHUS", "astrid"),
        foelges_av("2022-05-06", "silje"),
    ),
    foert("2022-05-24 12:00", "astrid", skjema("2022-05-24")),
    foert("2023-05-04 12:00", "astrid", rapport("2023-05-04", 1)),
    foert("2024-05-02 12:00", "astrid", rapport("2024-05-02", 2)),
    foert("2024-06-11 12:00", "silje", hendelse("utvisningsvedtak", "2024-06-10")),
    foert("2024-08-21 12:00", "silje", hendelse("utreise", "2024-08-20")),
    foert("2026-11-13 08:30", "silje", hendelse("retur_til_riket", "2026-11-12")),
)
_TIDSBESTEMT_UTE = sak(
    "liv_nilsen",
    foert(
        "2025-02-13 09:00",
        "bjoern",
        dom_og_rettskraft("2025-01-28", "2025-02-12", TIDSBESTEMT, "SAMF-TYVERI"),
        paatale("2025-02-12", "SA-OSLO", "PD-OSLO"),
        i_behandling("2025-02-12", "HSO", "OUS", "eva"),
        foelges_av("2025-02-13", "bjoern"),
    ),
    foert("2025-03-04 12:00", "eva", skjema("2025-03-04")),
    foert("2026-02-11 12:00", "eva", rapport("2026-02-11", 1)),
    foert(
        "2026-03-04 12:00",
        "bjoern",
        hendelse("utvisningsvedtak", "2026-01-14"),
        hendelse("utreise", "2026-03-03"),
    ),
)
_OPPHOERT = sak(
    "ole_jensen",
    foert(
        "2021-06-17 09:00",
        "silje",
        dom_og_rettskraft("2021-06-01", "2021-06-16", TIDSUBESTEMT, "ANNET-RAN"),
        paatale("2021-06-16", "SA-OSLO", "PD-OSLO"),
        i_behandling("2021-06-16", "HSO", "OUS", "arne"),
        foelges_av("2021-06-17", "silje"),
    ),
    foert("2021-07-06 12:00", "arne", skjema("2021-07-06")),
    foert("2022-06-15 12:00", "arne", rapport("2022-06-15", 1)),
    foert(
        "2022-09-02 12:00",
        "silje",
        hendelse("utvisningsvedtak", "2022-05-30"),
        hendelse("utreise", "2022-09-01"),
    ),
    foert("2023-02-14 09:00", "silje", hendelse("retur_til_riket", "2023-02-13")),
    foert("2023-03-01 09:00", "oskar", hendelse("retur_avgjort", "2023-03-01", valg="opphoere")),
    foert("2023-03-02 09:00", "oskar", opphoert("2023-03-02", "paatale")),
)

FORTELLING = Fortelling(
    "utvisning_og_retur",
    "Utvist, og tilbake igjen",
    "To er ute av riket, så fristene er stilt i bero. Én kom tilbake etter at treårsdatoen var "
    "passert mens han var ute, og en jurist må avgjøre. For én valgte påtalemyndigheten opphør.",
    (_OPPHOERT, _TILBAKE, _UTE, _TIDSBESTEMT_UTE),
)
