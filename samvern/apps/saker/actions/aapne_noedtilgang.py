"""Open a case outside one's own for four hours, with a reason. «sak.noedtilgang_aapnet».

Reading only, in the role one has; another person reviews it within three working days. Who may:
every role that can see cases and has just confirmed who they are. Refusals: IKKE_TILGANG,
IKKE_BEKREFTET, MANGLER_FELT, UGYLDIG_VERDI, FEIL_TILSTAND; a case that has ended does not open.
Source: part 4 rules 4 and 6, trust table A8.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final
from uuid import UUID

from django.views.decorators.debug import sensitive_variables
from pydantic import Field

from samvern.apps.noekler.public import Keys, is_destroyed
from samvern.apps.saker import access, noed, rader, sperre
from samvern.apps.saker.access import Handling
from samvern.apps.saker.models import Sak
from samvern.apps.saker.noedkoder import (
    KORTESTE_BEGRUNNELSE,
    LENGSTE_BEGRUNNELSE,
    VARIGHET,
    Noedgrunn,
)
from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, FinnesIkke, IkkeNaa, Ugyldig
from samvern.engine.inndata import Inndata, Kode, les
from samvern.engine.lesing import system_fence, writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "sak.noedtilgang_aapnet"
_SEES = Feil(
    "",
    "FEIL_TILSTAND",
    Text("Du ser saken uten nødtilgang.", "Du ser saka utan naudtilgang."),
)
_SHORT = Feil(
    "begrunnelse",
    "MANGLER_FELT",
    Text(
        f"Skriv minst {KORTESTE_BEGRUNNELSE} tegn om hvorfor du må se saken nå.",
        f"Skriv minst {KORTESTE_BEGRUNNELSE} teikn om kvifor du må sjå saka no.",
    ),
)


class Noeddata(Inndata):
    """What is sent in: which case, why in a code, and why in words."""

    saksnr: Annotated[str, Field(max_length=20)]
    grunn: Kode[Noedgrunn]
    begrunnelse: Annotated[str, Field(max_length=LENGSTE_BEGRUNNELSE)]


@dataclass(frozen=True, slots=True)
class Aapnet:
    """The case that opened, and until when."""

    sak: UUID
    saksnr: str
    noedtilgang: UUID
    utloeper: datetime


@sensitive_variables()
def _read(data: Mapping[str, Any]) -> Noeddata:
    read, faults = les(Noeddata, data)
    if read is None:
        raise Ugyldig(faults)
    if len(read.begrunnelse) < KORTESTE_BEGRUNNELSE:
        raise Ugyldig([_SHORT])
    return read


def _running(saksnr: str) -> Sak:
    """A case that has not ended, whoever it belongs to. Raises FinnesIkke."""
    found = Sak.objects.filter(saksnr=saksnr, stand__avsluttet=False).first()
    if found is None:
        raise FinnesIkke
    return found


@sensitive_variables()
def utfoer(viewer: Viewer, data: Mapping[str, Any]) -> Aapnet:
    """Open the case with a number. Raises Nektet, Ugyldig, FinnesIkke, IkkeNaa."""
    access.may(viewer, Handling.NOEDTILGANG)
    read = _read(data)
    now = clock.now()
    with writing(viewer):
        with system_fence():
            sak = _running(read.saksnr)
        if sperre.er_stengt(viewer, sak.pk) or is_destroyed(sak.person_id):
            # One's own case, or somebody's near: no emergency opens it. Nor is there anything left
            # to read about somebody who is erased.
            raise FinnesIkke
        if rader.er_synlig(viewer, sak.pk):
            raise IkkeNaa([_SEES])
        row = Noedtilgang(
            sak_id=sak.pk,
            person_id=sak.person_id,
            bruker=viewer.bruker,
            rolle=str(viewer.rolle),
            virksomhet=viewer.virksomhet,
            grunn=read.grunn.value,
            aapnet=now,
            utloeper=now + VARIGHET,
            frist=noed.review_by(clock.today()),
        )
        Keys.writing([sak.person_id]).seal(row, begrunnelse=read.begrunnelse)
        row.save(force_insert=True)
        audit.record(
            viewer.actor,
            HANDLING,
            saker=[sak.pk],
            objekt=("noedtilgang", row.pk),
            skrevet=["noedtilgang"],
            grunn=read.grunn.value,
        )
    noed.endret()
    return Aapnet(sak.pk, sak.saksnr, row.pk, row.utloeper)
