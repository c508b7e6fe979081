"""Time-limited sentences at their last day: soon, passed, ended in time and ended too late."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSBESTEMT,
    alle_mottok,
    dom_og_rettskraft,
    foelges_av,
    gjennomfoert,
    hendelse,
    i_behandling,
    opphoert,
    paatale,
    rapport,
    skjema,
    vedtak,
)

_AYLA = sak(
    "ayla_berg",
    foert(
        "2023-12-06 10:00",
        "silje",
        dom_og_rettskraft("2023-11-20", "2023-12-05", TIDSBESTEMT, "SAMF-TYVERI", "SAMF-SKADEVERK"),
        paatale("2023-12-05", "SA-VTB", "PD-SOROST"),
        foelges_av("2023-12-06", "silje"),
    ),
    foert(
        "2023-12-06 14:00", "silje", i_behandling("2023-12-05", "HSO", "ST", "sofie", kom_fra="fri")
    ),
    foert("2023-12-20 11:00", "sofie", skjema("2023-12-20")),
    foert("2024-04-15 13:10", "sofie", vedtak("2024-04-15", "v1")),
    foert("2024-04-18 10:00", "sofie", alle_mottok("2024-04-17", "v1")),
    foert("2024-05-13 12:00", "sofie", gjennomfoert("2024-05-13", "v1", "ST")),
    foert("2024-12-03 09:30", "sofie", rapport("2024-12-03", 1)),
    foert("2025-12-05 09:30", "sofie", rapport("2025-12-05", 2)),
    foert("2026-11-12 14:20", "sofie", rapport("2026-11-12", 3)),
)
_NOAH = sak(
    "noah_andersen",
    foert(
        "2023-11-17 09:00",
        "bjoern",
        dom_og_rettskraft("2023-11-01", "2023-11-16", TIDSBESTEMT, "SAMF-ANNET"),
        paatale("2023-11-16", "SA-HSF", "PD-VEST"),
        i_behandling("2023-11-16", "HV", "HB", "knut"),
        foelges_av("2023-11-17", "bjoern"),
    ),
    foert("2023-12-05 15:00", "knut", skjema("2023-12-05")),
    foert("2024-11-14 10:00", "knut", rapport("2024-11-14", 1)),
    foert("2025-11-17 10:00", "knut", rapport("2025-11-17", 2)),
    foert("2026-10-30 10:00", "knut", rapport("2026-10-30", 3)),
)
_JAN = sak(
    "jan_karlsen",
    foert(
        "2021-03-11 09:00",
        "bjoern",
        dom_og_rettskraft("2021-02-23", "2021-03-10", TIDSBESTEMT, "SAMF-INNBRUDD"),
        paatale("2021-03-10", "SA-HSF", "PD-VEST"),
        i_behandling("2021-03-10", "HV", "HB", "knut"),
        foelges_av("2021-03-11", "bjoern"),
    ),
    foert("2021-03-29 12:00", "knut", skjema("2021-03-29")),
    foert("2022-03-08 12:00", "knut", rapport("2022-03-08", 1)),
    foert("2023-03-07 12:00", "knut", rapport("2023-03-07", 2)),
    foert("2024-01-16 12:00", "knut", rapport("2024-01-16", 3)),
    foert("2024-03-08 13:30", "liv", opphoert("2024-03-08", "paatale")),
)
_MAJA = sak(
    "maja_pettersen",
    foert(
        "2019-05-16 09:00",
        "silje",
        dom_og_rettskraft("2019-04-30", "2019-05-15", TIDSBESTEMT, "SAMF"),
        paatale("2019-05-15", "SA-TRON", "PD-TRONDELAG"),
        i_behandling("2019-05-15", "HMN", "STO", "ingrid"),
        foelges_av("2019-05-16", "silje"),
    ),
    foert("2019-06-03 12:00", "ingrid", skjema("2019-06-03")),
    foert("2020-05-13 12:00", "ingrid", rapport("2020-05-13", 1)),
    foert("2021-05-12 12:00", "ingrid", rapport("2021-05-12", 2)),
    foert("2022-02-10 12:00", "ingrid", rapport("2022-02-10", 3)),
    foert(
        "2022-04-19 12:00",
        "ingrid",
        hendelse("varslingsoenske", "2022-04-19", hvem="fornaermet", oenske="oensker"),
    ),
    foert(
        "2022-04-29 12:00",
        "ingrid",
        hendelse("varsel_sendt", "2022-04-29", hvem="fornaermet", om_hva="opphoer"),
    ),
    foert("2022-05-18 08:30", "hans", opphoert("2022-05-18", "tidsutloep")),
)

FORTELLING = Fortelling(
    "siste_dag_for_dommen",
    "Siste dag for dommen",
    "En tidsbestemt dom varer høyst tre år, og ingenting forlenger den. Én nærmer seg en lørdag, "
    "én er passert uten at noen har registrert slutten, én endte i tide og én for sent.",
    (_MAJA, _JAN, _NOAH, _AYLA),
)
