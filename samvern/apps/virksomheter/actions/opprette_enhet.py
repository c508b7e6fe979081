"""A unit of a trust or an institution that the register did not have."""

from collections.abc import Iterator, Mapping
from typing import Final

from samvern.apps.virksomheter.actions.felt import (
    FELTNAVN,
    OppretteEnhet,
    exists,
    kode_fault,
    level_faults,
)
from samvern.apps.virksomheter.actions.grunnlag import (
    TOM,
    Endring,
    body_of,
    gather,
    read,
    row,
    rows,
    run,
)
from samvern.apps.virksomheter.grupper import SLAG_MED_ENHETER
from samvern.apps.virksomheter.koder import DOERNAVN, OPPHOLDSNAVN, Slag
from samvern.apps.virksomheter.models import Enhet, Enhetsversjon, Virksomhet
from samvern.apps.virksomheter.versjoner import Registrering, register
from samvern.engine.avslag import Feil, Ugyldig
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "enhet.opprettet"
UKJENT_VIRKSOMHET: Final = Text(
    "Her kan det ikke opprettes enheter.", "Her kan det ikkje opprettast einingar."
)
FOER_BEGYNNELSEN: Final = Text(
    "Virksomheten finnes ikke på denne datoen.", "Verksemda finst ikkje på denne datoen."
)


def opprette_enhet(viewer: Viewer, data: Mapping[str, object], *, lagre: bool = True) -> Endring:
    """Register a unit; with `lagre` false only tell what would change.

    Raises Nektet and Ugyldig, and then nothing is changed.
    """
    inn = read(viewer, OppretteEnhet, data)
    return run(viewer, HANDLING, inn.grunn, lambda who: _do(inn, who), lagre=lagre)


def _do(inn: OppretteEnhet, who: Registrering) -> Endring:
    body = body_of(inn.virksomhet)
    if body is None or Slag(body.slag) not in SLAG_MED_ENHETER:
        raise Ugyldig([Feil("virksomhet", "UGYLDIG_VERDI", UKJENT_VIRKSOMHET)])
    taken = Enhet.objects.filter(kode=inn.kode).exists()
    gather(kode_fault(inn.kode, taken), _date_faults(inn, body), level_faults(inn, inn.gyldig_fra))
    unit = Enhet.objects.create(virksomhet=body, kode=inn.kode)
    register(
        Enhetsversjon(
            enhet=unit,
            navn=inn.navn,
            navn_nn=inn.navn_nn,
            sikkerhetsnivaa=inn.sikkerhetsnivaa,
            oppholdsform=inn.oppholdsform.value,
            doertype=inn.doertype.value,
            gyldig_fra=inn.gyldig_fra,
            kilde=inn.kilde,
            kilde_dato=inn.kilde_dato,
            belegg=inn.belegg,
            ikke_verifisert=inn.ikke_verifisert,
        ),
        who,
    )
    return Endring(
        virksomhet=body.id,
        kode=body.kode,
        tittel=Text(f"{inn.navn} blir ny enhet", f"{inn.navn} blir ny eining"),
        linjer=rows(
            row(FELTNAVN["navn"], TOM, inn.navn),
            row(FELTNAVN["navn_nn"], TOM, inn.navn_nn or TOM),
            row(Text("Kode", "Kode"), TOM, inn.kode),
            row(FELTNAVN["sikkerhetsnivaa"], TOM, inn.sikkerhetsnivaa),
            row(FELTNAVN["oppholdsform"], TOM, OPPHOLDSNAVN[inn.oppholdsform]),
            row(FELTNAVN["doertype"], TOM, DOERNAVN[inn.doertype]),
            row(FELTNAVN["gyldig_fra"], TOM, inn.gyldig_fra),
        ),
        uendret=(Text("Ingen flyttes hit av seg selv.", "Ingen blir flytt hit av seg sjølv."),),
        objekt=unit.id,
        skrevet=("doertype", "gyldig_fra", "kode", "navn", "oppholdsform", "sikkerhetsnivaa"),
    )


def _date_faults(inn: OppretteEnhet, body: Virksomhet) -> Iterator[Feil]:
    if not exists(body, inn.gyldig_fra):
        yield Feil("gyldig_fra", "UGYLDIG_REKKEFOLGE", FOER_BEGYNNELSEN)
