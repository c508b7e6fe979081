"""Unknown identity, protected address, and one human being registered twice."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    dom_og_rettskraft,
    foelges_av,
    i_behandling,
    opphoert,
    paatale,
    rapport,
    skjema,
    tiltale,
)

_UKJENT = sak(
    "ukjent_mann",
    foert(
        "2026-10-20 09:00",
        "silje",
        tiltale("2026-10-19", "SA-OST", "PD-OSLO", "ILD"),
        foelges_av("2026-10-20", "silje"),
    ),
)
_SKJERMET = sak(
    "marit_jensen",
    foert(
        "2025-10-09 09:00",
        "silje",
        dom_og_rettskraft("2025-09-23", "2025-10-08", TIDSUBESTEMT, "VOLD-NARREL"),
        paatale("2025-10-08", "SA-TRFI", "PD-FINNMARK"),
        i_behandling("2025-10-08", "HN", "UNN", "svein"),
        foelges_av("2025-10-09", "silje"),
    ),
    foert("2025-10-28 12:00", "svein", skjema("2025-10-28")),
    foert("2026-10-08 12:00", "svein", rapport("2026-10-08", 1)),
)
_MED_D_NUMMER = sak(
    "noah_lie_foer",
    foert(
        "2017-05-11 09:00",
        "silje",
        dom_og_rettskraft("2017-04-25", "2017-05-10", TIDSUBESTEMT, "ANNET-RAN"),
        paatale("2017-05-10", "SA-OSLO", "PD-OSLO"),
        i_behandling("2017-05-10", "HSO", "OUS", "arne"),
        foelges_av("2017-05-11", "silje"),
    ),
    foert("2017-05-30 12:00", "arne", skjema("2017-05-30")),
    foert("2018-05-09 12:00", "arne", rapport("2018-05-09", 1)),
    foert("2019-05-09 12:00", "arne", rapport("2019-05-09", 2)),
    foert("2020-02-26 12:00", "oskar", opphoert("2020-02-26", "paatale")),
)
_MED_FOEDSELSNUMMER = sak(
    "noah_lie",
    foert(
        "2026-01-29 09:00",
        "bjoern",
        dom_og_rettskraft("2026-01-13", "2026-01-28", TIDSUBESTEMT, "VOLD-KROPP"),
        paatale("2026-01-28", "SA-OST", "PD-OST"),
        i_behandling("2026-01-28", "HSO", "AHUS", "astrid"),
        foelges_av("2026-01-29", "bjoern"),
    ),
    foert("2026-02-17 12:00", "astrid", skjema("2026-02-17")),
)

FORTELLING = Fortelling(
    "hvem_er_det",
    "Hvem er det?",
    "Én tiltalt har ukjent identitet. Én domfelt har adressebeskyttelse. Én er registrert to "
    "ganger, først med D-nummer og så med fødselsnummer, og de to er koblet, ikke slått sammen.",
    (_MED_D_NUMMER, _SKJERMET, _MED_FOEDSELSNUMMER, _UKJENT),
)
