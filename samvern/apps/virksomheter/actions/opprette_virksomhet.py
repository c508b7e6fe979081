"""A body that the register did not have: an institution, a new trust, a new district."""

from collections.abc import Iterator, Mapping
from typing import Final

from samvern.apps.virksomheter.actions.felt import (
    FELTNAVN,
    OppretteVirksomhet,
    kode_fault,
    name_faults,
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
from samvern.apps.virksomheter.koder import SLAGNAVN
from samvern.apps.virksomheter.models import Virksomhet, Virksomhetsversjon
from samvern.apps.virksomheter.versjoner import Registrering, register
from samvern.apps.virksomheter.versjonert import known
from samvern.engine.avslag import Feil
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "virksomhet.opprettet"


def opprette_virksomhet(
    viewer: Viewer, data: Mapping[str, object], *, lagre: bool = True
) -> Endring:
    """Register a body; with `lagre` false only tell what would change.

    Raises Nektet and Ugyldig, and then nothing is changed.
    """
    inn = read(viewer, OppretteVirksomhet, data)
    return run(viewer, HANDLING, inn.grunn, lambda who: _do(inn, who), lagre=lagre)


def _do(inn: OppretteVirksomhet, who: Registrering) -> Endring:
    taken = body_of(inn.kode) is not None
    gather(
        kode_fault(inn.kode, taken), _number_taken(inn), name_faults(inn, inn.slag, inn.gyldig_fra)
    )
    above = body_of(inn.overordnet) if inn.overordnet else None
    body = Virksomhet.objects.create(kode=inn.kode, slag=inn.slag.value)
    register(_first_version(inn, body, above), who)
    shown = {name: getattr(inn, name) for name in ("navn", "navn_nn", "orgnr", "sted")}
    return Endring(
        virksomhet=body.id,
        kode=body.kode,
        tittel=Text(f"{inn.navn} blir ny i registeret", f"{inn.navn} blir ny i registeret"),
        linjer=rows(
            row(Text("Slag", "Slag"), TOM, SLAGNAVN[inn.slag]),
            row(Text("Kode", "Kode"), TOM, inn.kode),
            *(row(FELTNAVN[name], TOM, value) for name, value in shown.items() if value),
            row(FELTNAVN["overordnet"], TOM, inn.overordnet or TOM),
            row(FELTNAVN["gyldig_fra"], TOM, inn.gyldig_fra),
        ),
        uendret=(
            Text(
                "Ingen sak, kommune eller enhet flyttes hit av seg selv.",
                "Inga sak, kommune eller eining blir flytt hit av seg sjølv.",
            ),
        ),
        objekt=body.id,
        skrevet=("gyldig_fra", "kode", "navn", "navn_nn", "orgnr", "overordnet", "slag", "sted"),
    )


def _number_taken(inn: OppretteVirksomhet) -> Iterator[Feil]:
    """Two bodies with one organisation number are most likely the same one, registered twice."""
    if not inn.orgnr:
        return
    rows_held = known(Virksomhetsversjon.objects.filter(orgnr=inn.orgnr), None)
    if other := rows_held.order_by("gyldig_fra").last():
        text = Text(
            f"{other.navn} har dette organisasjonsnummeret. Er det den samme, endre den i stedet.",
            f"{other.navn} har dette organisasjonsnummeret. Er det den same, endre ho i staden.",
        )
        yield Feil("orgnr", "UGYLDIG_VERDI", text)


def _first_version(
    inn: OppretteVirksomhet, body: Virksomhet, above: Virksomhet | None
) -> Virksomhetsversjon:
    return Virksomhetsversjon(
        virksomhet=body,
        overordnet=above,
        navn=inn.navn,
        navn_nn=inn.navn_nn,
        orgnr=inn.orgnr,
        sted=inn.sted,
        gyldig_fra=inn.gyldig_fra,
        kilde=inn.kilde,
        kilde_dato=inn.kilde_dato,
        belegg=inn.belegg,
        ikke_verifisert=inn.ikke_verifisert,
    )
