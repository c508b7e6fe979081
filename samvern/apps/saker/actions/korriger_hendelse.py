"""Correct an entry: a new one takes its place, the old one stays. «sak.hendelse_rettet»."""

from collections.abc import Mapping
from typing import Any, Final
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from samvern.apps.saker import access, foering, masker
from samvern.apps.saker.bilder import Endringsbilde
from samvern.apps.saker.events import Oppfoering, current
from samvern.apps.saker.foering import Funnet
from samvern.apps.saker.forsoek import FEIL_TILSTAND, Forsoek, attempt, read_new
from samvern.apps.saker.inndata import Rettingsdata
from samvern.apps.saker.innsending import Lagret, once, remember
from samvern.apps.saker.koder import Virkning
from samvern.engine import lesing
from samvern.engine.avslag import Feil, FinnesIkke, IkkeNaa, Ugyldig
from samvern.engine.inndata import les
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "sak.hendelse_rettet"
_GJELDER_IKKE = Text(
    "Hendelsen er allerede rettet eller ført ut. Rett den som gjelder nå.",
    "Hendinga er alt retta eller ført ut. Rett ho som gjeld no.",
)


def to_correct(viewer: Viewer, funnet: Funnet, nr: int) -> Oppfoering:
    """The entry with this number, when it counts and the viewer may correct all that it says.

    One that the viewer does not read is answered as one that is not there: a refusal would name
    it. Raises FinnesIkke, IkkeNaa and Nektet.
    """
    lest = masker.leselige(funnet.blikk, funnet.log)
    found = next((e for e in lest if e.nr == nr), None)
    if found is None:
        raise FinnesIkke
    if found.nr not in {e.nr for e in current(funnet.log)}:
        raise IkkeNaa([Feil("", FEIL_TILSTAND, _GJELDER_IKKE)])
    andres = found.aktoer_virksomhet not in viewer.virksomheter
    access.krev_retting(funnet.blikk, found.type, found.aktoer_rolle, andres=andres)
    # Nobody takes away what they could not have written: another party's complaint (N-11.3).
    om = foering.about(funnet.log, lest, found.innhold.get("ref"))
    access.krev_verdier(funnet.blikk, found.type, found.innhold, om)
    return found


@sensitive_variables()
def _try(viewer: Viewer, funnet: Funnet, nr: int, data: Mapping[str, Any]) -> Forsoek:
    replaced = to_correct(viewer, funnet, nr)
    read, faults = les(Rettingsdata, data)
    if read is None:
        raise Ugyldig(faults)
    access.krev_registrering(funnet.blikk, read.type)
    ref = read.innhold.get("ref")
    # What the viewer does not read cannot be pointed at, and answers as if it were not there.
    lest = masker.leselige(funnet.blikk, funnet.log)
    om = foering.about(funnet.log, lest, ref)
    access.krev_verdier(funnet.blikk, read.type, read.innhold, om)
    new, wrong = read_new(read, funnet.log, lest, virkning=Virkning.RETTING, replaced=replaced)
    # The reason for correcting is what the log keeps in words, together with the note.
    words = "\n".join(part for part in (read.grunn, read.merknad) if part)
    return attempt(viewer, funnet.log, new._replace(merknad=words), wrong)


@sensitive_variables()
def forhaandsvis(viewer: Viewer, sak: UUID, nr: int, data: Mapping[str, Any]) -> Endringsbilde:
    """What the correction would change; nothing is saved. Within `lesing.reading`.

    Raises FinnesIkke, Nektet, Ugyldig, IkkeNaa.
    """
    funnet = foering.find(viewer, sak, lock=False)
    return foering.preview(funnet, _try(viewer, funnet, nr, data))


@sensitive_variables()
def utfoer(
    viewer: Viewer, sak: UUID, nr: int, data: Mapping[str, Any], *, forventet_nr: int, noekkel: str
) -> Lagret:
    """Correct the entry with number `nr`. Raises as `registrer_hendelse.utfoer`."""

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
