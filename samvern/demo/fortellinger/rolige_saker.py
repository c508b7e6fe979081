"""Sentences where nothing needs anyone today: most days, most cases."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSBESTEMT,
    TIDSUBESTEMT,
    alle_mottok,
    ansvar,
    dom_og_rettskraft,
    faglig,
    foelges_av,
    gjennomfoert,
    i_behandling,
    innlagt,
    ny_dom,
    paatale,
    rapport,
    sendt_retten,
    skjema,
    underskrevet,
    vedtak,
)

_SIDEN_2014 = sak(
    "jan_solberg",
    foert(
        "2014-05-29 09:00",
        "silje",
        dom_og_rettskraft("2014-05-13", "2014-05-28", TIDSUBESTEMT, "ILD"),
        paatale("2014-05-28", "SA-TRON", "PD-TRONDELAG"),
        i_behandling("2014-05-28", "HMN", "STO", "ingrid"),
        foelges_av("2014-05-29", "silje"),
    ),
    foert("2014-06-17 12:00", "ingrid", skjema("2014-06-17")),
    foert(
        "2017-05-11 12:00",
        "hans",
        ny_dom("2017-04-25", "2017-05-10", "opprettholdelse", "dom2", TIDSUBESTEMT),
    ),
    foert("2018-10-01 12:00", "ingrid", vedtak("2018-10-01", "v1")),
    foert("2018-10-04 12:00", "ingrid", alle_mottok("2018-10-03", "v1")),
    foert("2018-11-01 12:00", "ingrid", gjennomfoert("2018-11-01", "v1", "STO")),
    foert("2020-01-20 12:00", "hans", underskrevet("2020-01-20")),
    foert("2020-01-22 12:00", "hans", sendt_retten("2020-01-22")),
    foert(
        "2020-04-30 12:00",
        "hans",
        ny_dom("2020-04-14", "2020-04-29", "opprettholdelse", "dom3", TIDSUBESTEMT),
    ),
    foert(
        "2023-04-13 12:00",
        "hans",
        ny_dom("2023-03-28", "2023-04-12", "opprettholdelse", "dom4", TIDSUBESTEMT),
    ),
    foert(
        "2025-12-18 12:00",
        "hans",
        ny_dom("2025-12-02", "2025-12-17", "opprettholdelse", "dom5", TIDSUBESTEMT),
    ),
)
_SIDEN_2025 = sak(
    "nora_dahl",
    foert(
        "2025-07-03 09:00",
        "bjoern",
        dom_og_rettskraft("2025-06-17", "2025-07-02", TIDSUBESTEMT, "VOLD-KROPP", "ANNET-TRUSLER"),
        paatale("2025-07-02", "SA-HEOP", "PD-INNLANDET"),
        ansvar("2025-07-02", "HSO", "SI"),
        innlagt("2025-07-02", "OUS", "RSA", "institusjon"),
        faglig("2025-07-02", "berit"),
        foelges_av("2025-07-03", "bjoern"),
    ),
    foert("2025-07-22 12:00", "berit", skjema("2025-07-22")),
    foert("2026-07-02 12:00", "berit", rapport("2026-07-02", 1)),
)
_TIDSBESTEMT = sak(
    "filip_bakken",
    foert(
        "2025-05-29 09:00",
        "bjoern",
        dom_og_rettskraft("2025-05-13", "2025-05-28", TIDSBESTEMT, "SAMF-INNBRUDD"),
        paatale("2025-05-28", "SA-VTB", "PD-SOROST"),
        i_behandling("2025-05-28", "HSO", "ST", "sofie", "APN", "fri"),
        foelges_av("2025-05-29", "bjoern"),
    ),
    foert("2025-06-17 12:00", "sofie", skjema("2025-06-17")),
    foert("2026-05-28 12:00", "sofie", rapport("2026-05-28", 1)),
)

FORTELLING = Fortelling(
    "rolige_saker",
    "Saker som går som de skal",
    "En dom fra 2014 som er opprettholdt fire ganger, og to nyere saker der alt er sendt i tide. I "
    "den ene er oppholdsstedet et annet enn institusjonen med ansvaret. De skal være lette å "
    "finne, og aldri stå i veien for det som haster.",
    (_SIDEN_2014, _SIDEN_2025, _TIDSBESTEMT),
)
