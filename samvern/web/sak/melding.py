"""The one message on top of a case: what must happen now, and whom the case waits for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from samvern.apps.saker.public import AVSLUTTET, STATUSNAVN, Oppgaverad, Saksbilde, Saksstatus
from samvern.law.rule import Grunnlag
from samvern.law.text import Text
from samvern.law.trace import Varselkode
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
_NOT_SENT = Varselkode.IKKE_OVERSENDT
"""The petition was signed in time or not, three years have passed, and no court has the case."""

_PRESSING = frozenset({"unndratt", "mangler_varsel", "klage_ikke_sendt"})
"""Gaps that are no lack of a record: somebody is away, must be told now, or has complained
and waits."""

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

_LACKING = Naa(
    "neutral",
    Text("Noen frister kan ikke regnes ennå", "Nokre fristar kan ikkje reknast enno"),
    Text(
        "Det som mangler, står under «Dato mangler».",
        "Det som manglar, står under «Dato manglar».",
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
    return _whom(mine[0])


def _whom(task: Oppgaverad) -> Text:
    who = task.hos
    nb = who.navn if who else task.venter_paa.nb
    nn = (who.navn_nn or who.navn) if who else task.venter_paa.nn
    return Text(f"Saken venter på {nb}.", f"Saka ventar på {nn}.")


def _at_once(tasks: Sequence[Oppgaverad]) -> Naa | None:
    """The oldest that must be done at once, which no deadline row says (law before guideline)."""
    found = [task for task in tasks if task.slag == "straks" or task.kode in _PRESSING]
    if not found:
        return None
    first = min(found, key=lambda task: (not task.fra_lov, task.dato or date.max, task.anker))
    waits = _whom(first)
    return Naa(
        "warning",
        first.tittel,
        Text(f"{first.grunn.nb} {waits.nb}", f"{first.grunn.nn} {waits.nn}"),
        anker=first.anker,
    )


def _by_law(found: Naa) -> bool:
    """Whether the message is about the law; a guideline never hides what the law asks for."""
    return found.rad is not None and found.rad.regel.grunnlag is Grunnlag.LOV


def _not_sent(regnet: Regnet) -> Naa | None:
    """The court lacks the case after three years: no deadline says so, so the message must."""
    said = next((funn for funn in regnet.funn if funn.kode == _NOT_SENT), None)
    if said is None:
        return None
    return Naa(
        "warning",
        Text("Saken er ikke sendt tingretten", "Saka er ikkje send tingretten"),
        said.tekst,
    )


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
    pressing = _at_once(bilde.oppgaver) or _not_sent(regnet)
    if pressing and (found.farge == "neutral" or not _by_law(found)):
        return pressing
    if found.rad is None and regnet.mangler:
        return _LACKING
    waits = _waits_for(found, bilde.oppgaver)
    if waits is None:
        return found
    text = found.tekst
    return replace(found, tekst=Text(f"{text.nb} {waits.nb}", f"{text.nn} {waits.nn}"))


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]
