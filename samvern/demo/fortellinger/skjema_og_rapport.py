"""The guideline's deadlines: forms and status reports that are late, due and in time."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSBESTEMT,
    TIDSUBESTEMT,
    dom,
    dom_og_rettskraft,
    foelges_av,
    hendelse,
    i_behandling,
    paatale,
    paatalen_fikk,
    rettskraftig,
    skjema,
    tiltale,
)

_FILIP = sak(
    "filip_eriksen",
    foert(
        "2026-08-17 09:00",
        "silje",
        tiltale("2026-08-14", "SA-NORD", "PD-TRONDELAG", "SAMF-TYVERI", paastand=TIDSBESTEMT),
        foelges_av("2026-08-17", "silje"),
    ),
    foert(
        "2026-10-14 09:00",
        "hans",
        dom("2026-10-13", TIDSBESTEMT, "SAMF-TYVERI", rett="TTRO"),
        paatalen_fikk("2026-10-13"),
    ),
    foert(
        "2026-10-20 14:30",
        "hans",
        hendelse("dom_vedtatt", "2026-10-20", ref="dom1", part="paatale"),
    ),
    foert(
        "2026-10-26 15:10",
        "hans",
        hendelse("dom_vedtatt", "2026-10-26", ref="dom1", part="domfelt"),
        rettskraftig("2026-10-26"),
    ),
    foert("2026-10-27 09:30", "silje", i_behandling("2026-10-26", "HMN", "STO", "ingrid")),
)
_THEA = sak(
    "thea_hagen",
    foert(
        "2026-11-05 09:00",
        "bjoern",
        dom_og_rettskraft("2026-10-20", "2026-11-04", TIDSUBESTEMT, "ILD"),
        paatale("2026-11-04", "SA-SOR", "PD-SOROST"),
        i_behandling("2026-11-04", "HSO", "ST", "sofie"),
        foelges_av("2026-11-05", "bjoern"),
    ),
)
_SARA = sak(
    "sara_nilsen",
    foert(
        "2025-11-14 09:00",
        "bjoern",
        dom_og_rettskraft("2025-10-29", "2025-11-13", TIDSUBESTEMT, "ANNET-TRUSLER"),
        paatale("2025-11-13", "SA-HSF", "PD-VEST"),
        i_behandling("2025-11-13", "HV", "HB", "knut"),
        foelges_av("2025-11-14", "bjoern"),
    ),
    foert("2025-12-03 12:00", "knut", skjema("2025-12-03")),
)

FORTELLING = Fortelling(
    "skjema_og_rapport",
    "Skjema og rapporter som mangler",
    "To helseopplysningsskjema og en statusrapport: ett skjema er en uke over, ett skal sendes "
    "onsdag, og rapporten etter første år er ti dager over. Fristene er retningslinje, ikke lov.",
    (_SARA, _FILIP, _THEA),
)
