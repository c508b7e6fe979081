"""The one message on top of a case: what must happen now, and whom the case waits for."""

from collections.abc import Sequence
from dataclasses import replace

from samvern.apps.saker.public import AVSLUTTET, STATUSNAVN, Oppgaverad, Saksbilde, Saksstatus
from samvern.law.text import Text
from samvern.web.fristberegner import naa
from samvern.web.fristberegner.naa import Naa
from samvern.web.sak.frister import Regnet

_BEFORE_JUDGMENT = Naa(
    "neutral",
    Text("Ingen dom er registrert ennå", "Ingen dom er registrert enno"),
    Text("Registrer dommen, så kommer fristene.", "Registrer dommen, så kjem fristane."),
)

_WAITING = {
    Saksstatus.MIDLERTIDIG_OPPHOERT: Naa(
        "neutral",
        Text("Reaksjonen er midlertidig opphørt", "Reaksjonen er mellombels opphøyrd"),
        Text(
            "Registrer retur hvis personen kommer tilbake til riket.",
            "Registrer retur viss personen kjem tilbake til riket.",
        ),
    ),
    Saksstatus.AVVENTER_PAATALE: Naa(
        "warning",
        Text(
            "Påtalemyndigheten må velge: opprettholde eller opphøre",
            "Påtalemakta må velje: halde ved lag eller opphøyre",
        ),
        Text("Personen er tilbake i riket.", "Personen er tilbake i riket."),
    ),
}
_HIDDEN = Naa(
    "neutral",
    Text(
        "Fristene i saken vises ikke for din rolle", "Fristane i saka blir ikkje viste for rolla di"
    ),
    Text(
        "Det som venter på deg, står under oppgaver.",
        "Det som ventar på deg, står under oppgåver.",
    ),
)

_NOTHING_WAITS = Text("Ingenting i saken venter på deg nå.", "Ingenting i saka ventar på deg no.")


def _waits_for(found: Naa, tasks: Sequence[Oppgaverad]) -> Text | None:
    """«Saken venter på Øst statsadvokatembeter.», when a task says who must act."""
    if found.rad is None:
        return None
    mine = [task for task in tasks if task.anker == found.rad.anker]
    if not mine:
        return None
    who = mine[0].hos
    nb = who.navn if who else mine[0].venter_paa.nb
    nn = (who.navn_nn or who.navn) if who else mine[0].venter_paa.nn
    return Text(f"Saken venter på {nb}.", f"Saka ventar på {nn}.")


def message(bilde: Saksbilde, regnet: Regnet, *, hidden: bool = False) -> Naa:
    """Return the message of the case on its day. `hidden`: the role does not see its deadlines."""
    status = bilde.rad.status
    if status in AVSLUTTET:
        name = STATUSNAVN[status]
        return Naa(
            "neutral",
            Text(f"Saken er {_lower(name.nb)}", f"Saka er {_lower(name.nn)}"),
            Text(
                "Den kan leses. Bare klager og avgjørelser av dem kan registreres.",
                "Ho kan lesast. Berre klager og avgjerder av dei kan registrerast.",
            ),
        )
    if hidden and not regnet.rader:
        return _HIDDEN if bilde.oppgaver else replace(_HIDDEN, tekst=_NOTHING_WAITS)
    if bilde.svar is None and status in (Saksstatus.TILTALT, Saksstatus.DOEMT_IKKE_RETTSKRAFTIG):
        return _BEFORE_JUDGMENT
    found = naa.message(regnet.rader)
    if found.farge == "neutral" and status in _WAITING:
        return _WAITING[status]
    waits = _waits_for(found, bilde.oppgaver)
    if waits is None:
        return found
    text = found.tekst
    return replace(found, tekst=Text(f"{text.nb} {waits.nb}", f"{text.nn} {waits.nn}"))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
