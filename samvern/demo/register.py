"""Every told story, in the order of docs/demo.md."""

from typing import Final

from samvern.demo.fortelling import Fortelling
from samvern.demo.fortellinger import (
    avsluttede_saker,
    begjaering_om_opphoer,
    dom_ikke_rettskraftig,
    endring_og_sperre,
    fengsel_etter_gammel_lov,
    gjennomfoert_for_tidlig,
    hvem_er_det,
    iverksettelse_mangler,
    klager_paa_overfoering,
    mangler_kvittering,
    rettelser,
    rolige_saker,
    siste_dag_for_dommen,
    skifte_av_ansvar,
    skjema_og_rapport,
    tiltalt_og_frifunnet,
    treaarsfristen_om_13_dager,
    treaarsfristen_passert,
    unndratt,
    utvisning_og_retur,
    varsling_av_fornaermede,
)

FORTELLINGER: Final[tuple[Fortelling, ...]] = (
    treaarsfristen_om_13_dager.FORTELLING,
    siste_dag_for_dommen.FORTELLING,
    treaarsfristen_passert.FORTELLING,
    iverksettelse_mangler.FORTELLING,
    skjema_og_rapport.FORTELLING,
    mangler_kvittering.FORTELLING,
    klager_paa_overfoering.FORTELLING,
    gjennomfoert_for_tidlig.FORTELLING,
    begjaering_om_opphoer.FORTELLING,
    endring_og_sperre.FORTELLING,
    dom_ikke_rettskraftig.FORTELLING,
    tiltalt_og_frifunnet.FORTELLING,
    unndratt.FORTELLING,
    utvisning_og_retur.FORTELLING,
    varsling_av_fornaermede.FORTELLING,
    skifte_av_ansvar.FORTELLING,
    rettelser.FORTELLING,
    hvem_er_det.FORTELLING,
    fengsel_etter_gammel_lov.FORTELLING,
    avsluttede_saker.FORTELLING,
    rolige_saker.FORTELLING,
)
