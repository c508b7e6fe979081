"""A long sentence with everything in it: the page a newcomer should open first."""

from samvern.demo.fortelling import Fortelling, foert, rett, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    alle_mottok,
    ansvar,
    dom_og_rettskraft,
    faglig,
    flyttet,
    foelges_av,
    gjennomfoert,
    hendelse,
    innlagt,
    mottatt,
    ny_dom,
    paatale,
    rapport,
    sendt_retten,
    skjema,
    tiltale,
    underskrevet,
    vedtak,
)

FORTELLING = Fortelling(
    "treaarsfristen_om_13_dager",
    "Treårsfristen om tretten dager",
    "Statsadvokaten må underskrive innen en søndag. Samtidig løper tre klagefrister på en "
    "overføring, én av dem rettet fordi mottaket først ble ført på feil dag.",
    (
        sak(
            "morten_bakken",
            foert(
                "2020-11-02 09:05",
                "silje",
                tiltale("2020-06-12", "SA-OSLO", "PD-OSLO", "VOLD-GROV"),
                dom_og_rettskraft(
                    "2020-10-15",
                    "2020-10-30",
                    TIDSUBESTEMT,
                    "VOLD-GROV",
                    saksnr="20-091423MED-OTIR/04",
                ),
                foelges_av("2020-11-02", "silje"),
            ),
            foert(
                "2020-11-02 13:20",
                "silje",
                ansvar("2020-10-30", "HSO", "OUS"),
                innlagt("2020-10-30", "OUS", "RSA"),
                faglig("2020-10-30", "arne"),
            ),
            foert("2020-11-18 10:30", "arne", skjema("2020-11-18")),
            foert("2021-10-28 14:10", "arne", rapport("2021-10-28", 1)),
            foert(
                "2022-01-10 15:00",
                "arne",
                vedtak("2022-01-10", "v1", "mellom_institusjoner", til="AHUS"),
            ),
            foert("2022-01-13 09:10", "arne", alle_mottok("2022-01-12", "v1")),
            foert(
                "2022-02-14 11:30",
                "arne",
                gjennomfoert("2022-02-14", "v1", "AHUS", "LSA", "doegn"),
            ),
            foert(
                "2022-02-14 12:15",
                "silje",
                ansvar("2022-02-14", "HSO", "AHUS"),
                faglig("2022-02-14", "astrid"),
            ),
            foert("2022-10-27 13:00", "astrid", rapport("2022-10-27", 2)),
            foert("2023-04-20 10:00", "astrid", rapport("2023-04-20", 3)),
            foert("2023-09-05 14:30", "oskar", underskrevet("2023-09-05")),
            foert("2023-09-20 09:45", "oskar", sendt_retten("2023-09-20")),
            foert(
                "2023-12-08 10:05",
                "oskar",
                ny_dom("2023-11-21", "2023-12-06", "opprettholdelse", "dom2", TIDSUBESTEMT),
            ),
            foert(
                "2024-06-03 12:40",
                "astrid",
                flyttet("2024-06-03", "DPSD", merke="flytting"),
                hendelse("varsel_statsadvokat", "2024-06-03", kilde="brev", ref="flytting"),
            ),
            foert("2024-12-10 09:00", "astrid", rapport("2024-12-10", 1)),
            foert(
                "2025-08-10 00:20",
                "astrid",
                hendelse("unndragelse", "2025-08-09", klokkeslett="22:15"),
            ),
            foert(
                "2025-08-11 16:05",
                "astrid",
                hendelse("unndragelse_avsluttet", "2025-08-11", klokkeslett="15:30"),
            ),
            foert("2025-12-08 11:20", "astrid", rapport("2025-12-08", 2)),
            foert("2026-01-05 10:40", "silje", paatale("2026-01-01", "SA-OST", "PD-OSLO")),
            foert("2026-11-02 15:40", "astrid", vedtak("2026-11-02", "v2")),
            foert("2026-11-04 09:10", "astrid", mottatt("2026-11-03", "v2", "domfelt")),
            foert(
                "2026-11-05 08:50",
                "oskar",
                mottatt("2026-11-05", "v2", "paatale", merke="mottak"),
            ),
            foert("2026-11-06 09:30", "astrid", mottatt("2026-11-05", "v2", "paaroerende")),
            foert(
                "2026-11-06 13:15",
                "oskar",
                rett("mottak", "Postjournalen viser at brevet kom dagen før.", "2026-11-04"),
            ),
        ),
    ),
)
