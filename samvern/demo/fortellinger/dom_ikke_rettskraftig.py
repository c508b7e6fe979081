"""From judgment to finality: deadlines running, appealed, proposed, missing and deviating."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSBESTEMT,
    TIDSUBESTEMT,
    dom,
    foelges_av,
    forkynt,
    hendelse,
    i_behandling,
    paatalen_fikk,
    rettskraftig,
    skjema,
    tiltale,
)

_LOEPER = sak(
    "emma_pedersen",
    foert(
        "2026-06-22 09:00",
        "silje",
        tiltale("2026-06-19", "SA-OST", "PD-OSLO", "VOLD-GROV"),
        foelges_av("2026-06-22", "silje"),
    ),
    foert(
        "2026-11-13 10:00",
        "oskar",
        dom("2026-11-12", TIDSUBESTEMT, "VOLD-GROV", rett="TOSL"),
        paatalen_fikk("2026-11-12"),
    ),
)
_ANKET = sak(
    "lars_bakken",
    foert(
        "2026-07-02 09:00",
        "bjoern",
        tiltale("2026-07-01", "SA-SOR", "PD-INNLANDET", "SEKS-VOLDTEKT"),
        foelges_av("2026-07-02", "bjoern"),
    ),
    foert(
        "2026-10-21 10:00",
        "kjell",
        dom("2026-10-20", TIDSUBESTEMT, "SEKS-VOLDTEKT", til_stede=False),
        paatalen_fikk("2026-10-20"),
    ),
    foert("2026-10-23 10:00", "kjell", forkynt("2026-10-22")),
    foert(
        "2026-11-02 10:00",
        "kjell",
        hendelse("anke", "2026-10-30", ref="dom1", part="domfelt"),
    ),
)
_FORESLAATT = sak(
    "sofie_andersen",
    foert(
        "2026-08-11 09:00",
        "silje",
        tiltale("2026-08-10", "SA-NORD", "PD-NORDLAND", "ANNET-TRUSLER", paastand=TIDSBESTEMT),
        foelges_av("2026-08-11", "silje"),
    ),
    foert(
        "2026-11-04 10:00",
        "hans",
        dom("2026-11-03", TIDSBESTEMT, "ANNET-TRUSLER", rett="TSAL"),
        paatalen_fikk("2026-11-03"),
    ),
)
_IKKE_FORKYNT = sak(
    "jakob_bakken",
    foert(
        "2026-09-08 09:00",
        "bjoern",
        tiltale("2026-09-07", "SA-VEST", "PD-SORVEST", "ILD"),
        foelges_av("2026-09-08", "bjoern"),
    ),
    foert(
        "2026-11-11 10:00",
        "liv",
        dom("2026-11-10", TIDSUBESTEMT, "ILD", rett="TSRO", til_stede=False),
        paatalen_fikk("2026-11-10"),
    ),
)
_AVVIK = sak(
    "thomas_haugen",
    foert(
        "2026-02-05 09:00",
        "bjoern",
        tiltale("2026-02-04", "SA-OST", "PD-OST", "VOLD-NARREL"),
        foelges_av("2026-02-05", "bjoern"),
    ),
    foert(
        "2026-06-10 09:00",
        "oskar",
        dom("2026-06-09", TIDSUBESTEMT, "VOLD-NARREL", rett="TROG"),
        paatalen_fikk("2026-06-09"),
        paatalen_fikk("2026-06-09", hos="kontor"),
    ),
    foert(
        "2026-06-23 12:00",
        "oskar",
        rettskraftig("2026-06-23", merknad="Siste dag av ankefristen er brukt."),
    ),
    foert("2026-06-24 09:30", "bjoern", i_behandling("2026-06-23", "HSO", "AHUS", "astrid")),
    foert("2026-07-10 12:00", "astrid", skjema("2026-07-10")),
)

FORTELLING = Fortelling(
    "dom_ikke_rettskraftig",
    "Fra dom til rettskraft",
    "Fem dommer på vei: ankefristene løper, dommen er anket, rettskraften kan bekreftes, dommen "
    "er ikke forkynt, og én rettskraftdato avviker fra den som følger av ankefristene.",
    (_AVVIK, _ANKET, _FORESLAATT, _IKKE_FORKYNT, _LOEPER),
)
