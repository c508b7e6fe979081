"""Review an emergency opening made by somebody else. «sak.noedtilgang_kontrollert».

Who may: NK, never the person who opened. A late review is recorded all the same (P1). Refusals:
IKKE_TILGANG, IKKE_KOMPETANT, MANGLER_FELT, UGYLDIG_VERDI, FEIL_TILSTAND. Source: part 4 rule 4.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, Final
from uuid import UUID

from django.views.decorators.debug import sensitive_variables
from pydantic import Field

from samvern.apps.noekler.public import Keys, is_destroyed
from samvern.apps.saker import access, noed, sperre
from samvern.apps.saker.access import Handling
from samvern.apps.saker.noedkoder import LENGSTE_BEGRUNNELSE, Utfall
from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, FinnesIkke, IkkeNaa, Nektet, Ugyldig
from samvern.engine.inndata import Inndata, Kode, les
from samvern.engine.lesing import writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "sak.noedtilgang_kontrollert"
_MOMENT: Final = timedelta(seconds=1)
_OWN = Feil(
    "",
    "IKKE_KOMPETANT",
    Text(
        "Du kan ikke kontrollere din egen nødtilgang. Det kan en annen i NK.",
        "Du kan ikkje kontrollere din eigen naudtilgang. Det kan ein annan i NK.",
    ),
)
_DONE = Feil(
    "",
    "FEIL_TILSTAND",
    Text("Nødtilgangen er alt kontrollert.", "Naudtilgangen er alt kontrollert."),
)
_WHY = Feil(
    "notat",
    "MANGLER_FELT",
    Text("Skriv hvorfor grunnen ikke holdt.", "Skriv kvifor grunnen ikkje heldt."),
)


class Kontrolldata(Inndata):
    """What is sent in: what the review found, and a note, which a «no» must have."""

    utfall: Kode[Utfall]
    notat: Annotated[str, Field(max_length=LENGSTE_BEGRUNNELSE)] | None = None


@sensitive_variables()
def _read(data: Mapping[str, Any]) -> Kontrolldata:
    read, faults = les(Kontrolldata, data)
    if read is None:
        raise Ugyldig(faults)
    if read.utfall is Utfall.IKKE_BEGRUNNET and not read.notat:
        raise Ugyldig([_WHY])
    return read


@sensitive_variables()
def utfoer(viewer: Viewer, noedtilgang: UUID, data: Mapping[str, Any]) -> None:
    """Close one opening. Raises Nektet, Ugyldig, FinnesIkke, IkkeNaa."""
    access.may(viewer, Handling.ETTERKONTROLL)
    read = _read(data)
    with writing(viewer):
        row = Noedtilgang.objects.select_for_update().filter(pk=noedtilgang).first()
        if row is None or sperre.er_stengt(viewer, row.sak_id):
            raise FinnesIkke
        if row.bruker == viewer.bruker:
            raise Nektet([_OWN])
        if row.kontrollert is not None:
            raise IkkeNaa([_DONE])
        # A demo's clock may stand before the row's.
        row.kontrollert = max(clock.now(), row.aapnet)
        row.kontrollert_av = viewer.bruker
        row.utfall = read.utfall.value
        if read.utfall is Utfall.IKKE_BEGRUNNET:
            # What had no ground ends at once; a row is always open for a moment.
            row.utloeper = min(row.utloeper, max(row.kontrollert, row.aapnet + _MOMENT))
        # About somebody who is erased nothing more is written; the review is closed all the same.
        if read.notat and not is_destroyed(row.person_id):
            Keys.writing([row.person_id]).seal(row, kontrollnotat=read.notat)
        row.save(
            update_fields=["kontrollert", "kontrollert_av", "utfall", "kontrollnotat", "utloeper"],
        )
        audit.record(
            viewer.actor,
            HANDLING,
            saker=[row.sak_id],
            objekt=("noedtilgang", row.pk),
            skrevet=["noedtilgang.utfall"],
            grunn=read.utfall.value,
        )
    noed.endret()
