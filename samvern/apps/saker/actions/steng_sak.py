"""Shut a case for one user: it is their own, or somebody's near to them. «sak.stengt_for_bruker».

Who may: operations and the leader of NK, just confirmed, never for themselves. The user is out from
the very next request, in every role; nothing opens the case but `aapne_stengt_sak`. Refusals:
IKKE_TILGANG, IKKE_KOMPETANT, IKKE_BEKREFTET, MANGLER_FELT, UGYLDIG_VERDI, UGYLDIG_REKKEFOLGE.
"""

from collections.abc import Iterable, Mapping
from typing import Annotated, Any, Final
from uuid import UUID

from django.views.decorators.debug import sensitive_variables
from pydantic import Field

from samvern.apps.brukere import public as brukere
from samvern.apps.noekler.public import Keys
from samvern.apps.saker import sperre
from samvern.apps.saker.models import Sak
from samvern.apps.saker.sperremodell import Sakssperre, Sperregrunn
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, FinnesIkke, Ugyldig
from samvern.engine.inndata import UGYLDIG_REKKEFOLGE, Dato, Inndata, Kode, les
from samvern.engine.lesing import system_fence, writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "sak.stengt_for_bruker"
_ORDER: Final = Text(
    "Siste dag kan ikke være før første dag.", "Siste dag kan ikkje vere før første dag."
)


class Sperredata(Inndata):
    """Which case, why, and the first and last day; without a last day until somebody opens it."""

    saksnr: Annotated[str, Field(max_length=20)]
    grunn: Kode[Sperregrunn]
    fra: Dato
    til: Dato | None = None

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:
        """The last day is not before the first."""
        fra, til = gitt.get("fra"), gitt.get("til")
        if fra is not None and til is not None and til < fra:  # type: ignore[operator]
            yield Feil("til", UGYLDIG_REKKEFOLGE, _ORDER)


@sensitive_variables()
def utfoer(viewer: Viewer, bruker: UUID, data: Mapping[str, Any]) -> UUID:
    """Shut the case with a number for a user; the id. Raises Nektet, Ugyldig, FinnesIkke."""
    sperre.require(viewer, bruker)
    read, faults = les(Sperredata, data)
    if read is None:
        raise Ugyldig(faults)
    with writing(viewer), system_fence():
        brukere.brief(viewer, bruker)
        sak = Sak.objects.filter(saksnr=read.saksnr).first()
        if sak is None:
            raise FinnesIkke
        row = Sakssperre(
            sak=sak,
            person_id=sak.person_id,
            bruker=bruker,
            fra=read.fra,
            til=read.til,
            registrert=clock.now(),
            registrert_av=viewer.bruker,
        )
        Keys.writing([sak.person_id]).seal(row, grunn=read.grunn.value)
        row.save(force_insert=True)
        audit.record(
            viewer.actor,
            HANDLING,
            saker=[sak.pk],
            objekt=("bruker", bruker),
            skrevet=["sperre"],
        )
    return row.pk
