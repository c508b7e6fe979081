"""Complaints in every state: pending, upheld, rejected, too late, accepted, deadline run out."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    akseptert,
    alle_mottok,
    avgjort,
    dom_og_rettskraft,
    foelges_av,
    gjennomfoert,
    hendelse,
    i_behandling,
    klage,
    mottatt,
    paatale,
    rapport,
    skjema,
    vedtak,
)

_JAKOB = sak(
    "jakob_hansen",
    foert(
        "2025-06-13 09:00",
        "silje",
        dom_og_rettskraft("2025-05-28", "2025-06-12", TIDSUBESTEMT, "FRIHET", rett="TROG"),
        paatale("2025-06-12", "SA-OSLO", "PD-OST"),
        i_behandling("2025-06-12", "HSO", "AHUS", "astrid"),
        foelges_av("2025-06-13", "silje"),
    ),
    foert("2025-07-02 12:00", "astrid", skjema("2025-07-02")),
    foert("2026-06-11 12:00", "astrid", rapport("2026-06-11", 1)),
    foert("2026-10-12 13:00", "astrid", vedtak("2026-10-12", "v1")),
    foert(
        "2026-10-15 09:00",
        "astrid",
        mottatt("2026-10-13", "v1", "domfelt"),
        mottatt("2026-10-14", "v1", "paaroerende"),
    ),
    foert("2026-10-15 10:30", "oskar", mottatt("2026-10-14", "v1", "paatale")),
    foert("2026-10-28 15:20", "oskar", klage("2026-10-28", "v1", "paatale")),
    foert(
        "2026-11-09 11:00",
        "astrid",
        hendelse("klage_oversendt", "2026-11-09", ref="v1", kontrollkommisjon="KK-AHUS-2"),
    ),
    foert(
        "2026-11-12 09:15",
        "kari",
        hendelse("sak_brakt_inn", "2026-11-12", id="kk1", kontrollkommisjon="KK-AHUS-2"),
    ),
)
_EVA = sak(
    "eva_hansen",
    foert(
        "2024-01-19 09:00",
        "bjoern",
        dom_og_rettskraft("2024-01-03", "2024-01-18", TIDSUBESTEMT, "SEKS-ANNET"),
        paatale("2024-01-18", "SA-HSF", "PD-VEST"),
        i_behandling("2024-01-18", "HV", "HB", "knut", "RSA"),
        foelges_av("2024-01-19", "bjoern"),
    ),
    foert("2024-02-06 12:00", "knut", skjema("2024-02-06")),
    foert("2024-09-03 12:00", "knut", vedtak("2024-09-02", "v0")),
    foert("2024-09-05 09:00", "knut", alle_mottok("2024-09-04", "v0")),
    foert("2024-09-16 12:00", "liv", klage("2024-09-16", "v0", "paatale")),
    foert("2024-09-20 12:00", "knut", hendelse("klage_tatt_til_foelge", "2024-09-20", ref="v0")),
    foert("2025-01-16 12:00", "knut", rapport("2025-01-16", 1)),
    foert(
        "2025-03-03 12:00", "knut", vedtak("2025-03-03", "v1", "mellom_institusjoner", til="HST")
    ),
    foert("2025-03-06 09:00", "knut", alle_mottok("2025-03-05", "v1")),
    foert("2025-03-14 12:00", "knut", klage("2025-03-13", "v1", "domfelt")),
    foert(
        "2025-03-19 12:00",
        "knut",
        hendelse("klage_oversendt", "2025-03-19", ref="v1", kontrollkommisjon="KK-SANDVIKEN"),
    ),
    foert(
        "2025-03-21 09:00",
        "jakob",
        hendelse("sak_brakt_inn", "2025-03-21", id="kk1", kontrollkommisjon="KK-SANDVIKEN"),
    ),
    foert("2025-04-02 14:00", "jakob", avgjort("2025-04-02", "v1", "medhold")),
    foert("2026-01-12 12:00", "knut", vedtak("2026-01-12", "v2")),
    foert("2026-01-15 09:00", "knut", alle_mottok("2026-01-14", "v2")),
    foert(
        "2026-01-20 12:00",
        "knut",
        akseptert("2026-01-16", "v2", "domfelt"),
        akseptert("2026-01-19", "v2", "paaroerende"),
    ),
    foert("2026-01-21 09:00", "liv", akseptert("2026-01-20", "v2", "paatale")),
    foert("2026-01-22 12:00", "knut", gjennomfoert("2026-01-22", "v2", "HB")),
    foert("2026-01-23 12:00", "knut", rapport("2026-01-16", 2)),
)
_PER = sak(
    "per_bakken",
    foert(
        "2024-09-20 09:00",
        "silje",
        dom_og_rettskraft("2024-09-04", "2024-09-19", TIDSUBESTEMT, "VOLD-KROPP"),
        paatale("2024-09-19", "SA-TRON", "PD-TRONDELAG"),
        i_behandling("2024-09-19", "HMN", "STO", "ingrid"),
        foelges_av("2024-09-20", "silje"),
    ),
    foert("2024-10-08 12:00", "ingrid", skjema("2024-10-08")),
    foert("2025-09-18 12:00", "ingrid", rapport("2025-09-18", 1)),
    foert("2026-02-02 12:00", "ingrid", vedtak("2026-02-02", "v1")),
    foert("2026-02-05 12:00", "ingrid", alle_mottok("2026-02-04", "v1")),
    foert("2026-02-10 12:00", "ingrid", klage("2026-02-09", "v1", "domfelt")),
    foert(
        "2026-02-13 12:00",
        "ingrid",
        hendelse("klage_trukket", "2026-02-13", ref="v1", part="domfelt"),
    ),
    foert("2026-02-17 12:00", "hans", klage("2026-02-17", "v1", "paatale")),
    foert(
        "2026-02-20 12:00",
        "ingrid",
        hendelse("sak_brakt_inn", "2026-02-20", id="kk1"),
    ),
    foert("2026-03-16 12:00", "silje", avgjort("2026-03-13", "v1", "ikke_medhold")),
    foert("2026-03-18 12:00", "ingrid", gjennomfoert("2026-03-18", "v1", "STO")),
    foert("2026-08-24 12:00", "ingrid", vedtak("2026-08-24", "v2", "til_doegn")),
    foert(
        "2026-08-26 12:00",
        "ingrid",
        gjennomfoert("2026-08-25", "v2", "STO", "LUK", "doegn"),
        alle_mottok("2026-08-26", "v2"),
    ),
    foert("2026-09-21 12:00", "ingrid", klage("2026-09-21", "v2", "domfelt")),
    foert("2026-09-24 12:00", "ingrid", rapport("2026-09-24", 2)),
)

FORTELLING = Fortelling(
    "klager_paa_overfoering",
    "Klager på overføring",
    "Klager i alle tilstander: én venter i kontrollkommisjonen, én fikk medhold, én ble avvist "
    "etter mer enn to uker, én kom for sent, én ble trukket, faglig ansvarlig tok én til følge, og "
    "noen godtok vedtaket.",
    (_EVA, _PER, _JAKOB),
)
