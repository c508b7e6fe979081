"""Say that an entry should not have been there; it stays readable. «sak.hendelse_feilfoert»."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from samvern.apps.saker import foering
from samvern.apps.saker.actions.korriger_hendelse import to_correct
from samvern.apps.saker.bilder import Endringsbilde
from samvern.apps.saker.foering import Funnet
from samvern.apps.saker.forsoek import Forsoek, attempt
from samvern.apps.saker.inndata import Feilfoeringsdata
from samvern.apps.saker.innsending import Lagret, once, remember
from samvern.apps.saker.koder import Virkning
from samvern.apps.saker.logg import Ny
from samvern.engine import lesing
from samvern.engine.avslag import Ugyldig
from samvern.engine.inndata import les
from samvern.engine.viewer import Viewer

HANDLING: Final = "sak.hendelse_feilfoert"


@sensitive_variables()
def _try(viewer: Viewer, funnet: Funnet, nr: int, data: Mapping[str, Any]) -> Forsoek:
    wrong = to_correct(viewer, funnet, nr)
    read, faults = les(Feilfoeringsdata, data)
    if read is None:
        raise Ugyldig(faults)
    new = Ny(
        wrong.type,
        wrong.skjedde,
        wrong.kilde,
        wrong.innhold,
        merknad=read.grunn,
        virkning=Virkning.FEILFOERT,
        erstatter=wrong.nr,
    )
    return attempt(viewer, funnet.log, new)


@sensitive_variables()
def forhaandsvis(viewer: Viewer, sak: UUID, nr: int, data: Mapping[str, Any]) -> Endringsbilde:
    """What it would change to take the entry out; nothing is saved. Within `lesing.reading`.

    Raises FinnesIkke, Nektet, Ugyldig, IkkeNaa.
    """
    funnet = foering.find(viewer, sak, lock=False)
    return foering.preview(funnet, _try(viewer, funnet, nr, data))


@sensitive_variables()
def utfoer(
    viewer: Viewer, sak: UUID, nr: int, data: Mapping[str, Any], *, forventet_nr: int, noekkel: str
) -> Lagret:
    """Take the entry with number `nr` out of what counts. Raises as `registrer_hendelse.utfoer`."""

    def do(avtrykk: str) -> Lagret:
        with lesing.writing(viewer):
            funnet = foering.find(viewer, sak, lock=True)
            foering.require_newest(funnet, forventet_nr)
            tried = _try(viewer, funnet, nr, data)
            lagret = foering.save(viewer, funnet, tried)
            remember(viewer, noekkel, HANDLING, avtrykk, lagret)
            foering.record(viewer, lagret, HANDLING, ["hendelse", f"hendelse.{tried.ny.type}"])
            return lagret

    return once(viewer, HANDLING, noekkel, {"sak": str(sak), "nr": nr, **data}, do)
