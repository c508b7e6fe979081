"""A judgment became final on a Thursday, and nobody has admitted the person."""

from samvern.demo.fortelling import Fortelling, foert, sak
from samvern.demo.hendelser import (
    TIDSUBESTEMT,
    ansvar,
    dom,
    foelges_av,
    paatalen_fikk,
    rettskraftig,
    tiltale,
)

FORTELLING = Fortelling(
    "iverksettelse_mangler",
    "Ingen har tatt imot",
    "Dommen ble rettskraftig en torsdag. Regionen har pekt ut institusjonen, men den domfelte "
    "sitter fortsatt i varetekt mandag morgen.",
    (
        sak(
            "emil_karlsen",
            foert(
                "2026-05-11 10:15",
                "bjoern",
                tiltale("2026-05-08", "SA-VEST", "PD-VEST", "VOLD-DRAP"),
                foelges_av("2026-05-11", "bjoern"),
            ),
            foert(
                "2026-11-05 09:20",
                "liv",
                dom(
                    "2026-11-04",
                    TIDSUBESTEMT,
                    "VOLD-DRAP",
                    rett="THOR",
                    saksnr="26-071180MED-THOR/TBER",
                ),
                paatalen_fikk("2026-11-04"),
            ),
            foert("2026-11-19 08:40", "liv", rettskraftig("2026-11-19")),
            foert("2026-11-20 13:05", "bjoern", ansvar("2026-11-20", "HV", "HB")),
        ),
    ),
)
