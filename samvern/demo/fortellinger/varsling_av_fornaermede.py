"""A decision to notify the victims, and a complaint to the state administrator."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    dom_og_rettskraft,
    foelges_av,
    hendelse,
    i_behandling,
    klage,
    mottatt,
    paatale,
    rapport,
    skjema,
)

FORTELLING = Fortelling(
    "varsling_av_fornaermede",
    "Varsel til fornærmede",
    "Faglig ansvarlig har besluttet at to fornærmede, som ønsker det, skal varsles. Den domfelte "
    "har klaget, og statsforvalteren har saken.",
    (
        sak(
            "eva_johnsen",
            foert(
                "2025-02-27 09:00",
                "silje",
                dom_og_rettskraft("2025-02-11", "2025-02-26", TIDSUBESTEMT, "SEKS-VOLDTEKT"),
                paatale("2025-02-26", "SA-OSLO", "PD-OSLO"),
                i_behandling("2025-02-26", "HSO", "OUS", "eva"),
                foelges_av("2025-02-27", "silje"),
            ),
            foert("2025-03-18 12:00", "eva", skjema("2025-03-18")),
            foert("2026-02-26 12:00", "eva", rapport("2026-02-26", 1)),
            foert(
                "2026-10-15 12:00",
                "eva",
                hendelse("varslingsoenske", "2026-10-13", hvem="fornaermet", oenske="oensker"),
                hendelse("varslingsoenske", "2026-10-15", hvem="fornaermet_2", oenske="oensker"),
            ),
            foert("2026-10-19 12:00", "eva", hendelse("varslingsvedtak", "2026-10-19", id="var1")),
            foert(
                "2026-10-23 12:00",
                "eva",
                mottatt("2026-10-21", "var1", "domfelt"),
                mottatt("2026-10-22", "var1", "fornaermet"),
            ),
            foert("2026-11-06 11:30", "eva", mottatt("2026-11-04", "var1", "fornaermet_2")),
            foert("2026-11-06 12:00", "eva", klage("2026-11-05", "var1", "domfelt")),
            foert(
                "2026-11-11 12:00",
                "eva",
                hendelse("varslingsklage_oversendt", "2026-11-11", statsforvalter="SFOA"),
            ),
        ),
    ),
)
