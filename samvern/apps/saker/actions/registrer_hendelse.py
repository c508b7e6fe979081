"""Record that something has happened in a case. Its audit sentence: «sak.hendelse_registrert»."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from samvern.apps.saker import access, foering, masker
from samvern.apps.saker.bilder import Endringsbilde
from samvern.apps.saker.foering import Funnet
from samvern.apps.saker.forsoek import Forsoek, attempt, read_new
from samvern.apps.saker.inndata import Hendelsesdata
from samvern.apps.saker.innsending import Lagret, once, remember
from samvern.engine import lesing
from samvern.engine.avslag import Ugyldig
from samvern.engine.inndata import les
from samvern.engine.viewer import Viewer

HANDLING: Final = "sak.hendelse_registrert"


@sensitive_variables()
def _try(viewer: Viewer, funnet: Funnet, data: Mapping[str, Any]) -> Forsoek:
    read, faults = les(Hendelsesdata, data)
    if read is None:
        raise Ugyldig(faults)
    access.krev_registrering(funnet.blikk, read.type)
    ref = read.innhold.get("ref")
    # What the viewer does not read cannot be pointed at, and answers as if it were not there.
    lest = masker.leselige(funnet.blikk, funnet.log)
    om = foering.about(funnet.log, lest, ref)
    access.krev_verdier(funnet.blikk, read.type, read.innhold, om)
    new, wrong = read_new(read, funnet.log, lest)
    return attempt(viewer, funnet.log, new, wrong)


@sensitive_variables()
def forhaandsvis(viewer: Viewer, sak: UUID, data: Mapping[str, Any]) -> Endringsbilde:
    """What the event would change; nothing is saved. Within `lesing.reading`.

    Raises FinnesIkke, Nektet, Ugyldig, IkkeNaa.
    """
    funnet = foering.find(viewer, sak, lock=False)
    return foering.preview(funnet, _try(viewer, funnet, data))


@sensitive_variables()
def utfoer(
    viewer: Viewer, sak: UUID, data: Mapping[str, Any], *, forventet_nr: int, noekkel: str
) -> Lagret:
    """Record the event. `forventet_nr` is the newest entry the form was made from.

    Raises FinnesIkke, Nektet, Ugyldig (all faults at once), IkkeNaa (ENDRET_I_MENS, FEIL_TILSTAND,
    AVVIK_KREVES). The same submission again changes nothing and gives the same answer.
    """

    def do(avtrykk: str) -> Lagret:
        with lesing.writing(viewer):
            funnet = foering.find(viewer, sak, lock=True)
            foering.require_newest(funnet, forventet_nr)
            tried = _try(viewer, funnet, data)
            if tried.avslag is None:
                foering.require_reason(funnet.blikk, tried)
            lagret = foering.save(viewer, funnet, tried)
            remember(viewer, noekkel, HANDLING, avtrykk, lagret)
            foering.record(viewer, lagret, HANDLING, ["hendelse", f"hendelse.{tried.ny.type}"])
            return lagret

    return once(viewer, HANDLING, noekkel, {"sak": str(sak), **data}, do)
