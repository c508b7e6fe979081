"""Words of the case page for codes: flags, fields that are hidden, what a reader did."""

from collections.abc import Sequence

from samvern.engine.roller import ROLLENAVN, Rolle
from samvern.law.text import Text

FLAGG: dict[str, Text] = {
    "unndratt": Text("Unndratt nå", "Unndregen no"),
    "i_treukersperioden": Text("I treukersperioden", "I treukersperioden"),
    "opprettholdelse_paagaar": Text("Opprettholdelse pågår", "Oppretthalding går føre seg"),
    "opphoersbegjaering_paagaar": Text(
        "Begjæring om opphør er til behandling", "Krav om opphøyr er til behandling"
    ),
}
_HANDLING: dict[str, Text] = {
    "sak.vist": Text("Åpnet saken", "Opna saka"),
    "sak.skrevet_ut": Text("Skrev ut saken", "Skreiv ut saka"),
    "sak.kalender": Text("Hentet kalenderfil", "Henta kalenderfil"),
    "sak.lesninger_vist": Text("Så hvem som har lest", "Såg kven som har lese"),
    "sak.opprettet": Text("Opprettet saken", "Oppretta saka"),
    "sak.hendelse_registrert": Text("Registrerte en hendelse", "Registrerte ei hending"),
    "sak.hendelse_rettet": Text("Rettet en hendelse", "Retta ei hending"),
    "sak.hendelse_feilfoert": Text("Merket en hendelse som feil", "Merkte ei hending som feil"),
    "sak.forhaandsvist": Text("Så hva en hendelse endrer", "Såg kva ei hending endrar"),
    "sak.skjema_vist": Text("Åpnet skjemaet for en hendelse", "Opna skjemaet for ei hending"),
    "sak.typer_vist": Text("Åpnet listen over hendelser", "Opna lista over hendingar"),
    "sak.noedtilgang_aapnet": Text("Åpnet saken med nødtilgang", "Opna saka med naudtilgang"),
    "sak.noedtilgang_kontrollert": Text("Kontrollerte nødtilgangen", "Kontrollerte naudtilgangen"),
    "arbeidsliste.vist": Text("Så saken i arbeidslisten", "Såg saka i arbeidslista"),
    "arbeidsliste.skrevet_ut": Text("Skrev ut arbeidslisten", "Skreiv ut arbeidslista"),
    "register.vist": Text("Så saken i registeret", "Såg saka i registeret"),
    "register.eksportert": Text("Eksporterte registeret", "Eksporterte registeret"),
}
_OTHER = Text("Så opplysninger i saken", "Såg opplysningar i saka")


def action_name(kode: str) -> Text:
    """What somebody did with the case, in words."""
    return _HANDLING.get(kode, _OTHER)


def role_name(kode: str) -> Text:
    """The name of a role; for a role that no longer exists, its code."""
    return ROLLENAVN[Rolle(kode)] if kode in set(Rolle) else Text(kode, kode)


FELTNAVN: dict[str, Text] = {
    "foedselsdato": Text("Fødselsdato", "Fødselsdato"),
    "domstype": Text("Type dom", "Type dom"),
    "rhf": Text("Regionalt helseforetak", "Regionalt helseføretak"),
    "hendelser": Text("Noen av hendelsene", "Nokre av hendingane"),
}
"""Hidden fields that have no place of their own on the page where a lock could stand."""
_DEADLINES = Text("Frister", "Fristar")


def hidden_fields(
    skjult: frozenset[str], facts: Sequence[Text], no_deadlines: bool
) -> tuple[Text, ...]:
    """What is kept from the viewer, for the line that says so.

    `facts` are those that have no lock of their own on the page, and `no_deadlines` says that the
    page has no list of them.
    """
    rest = [name for code, name in FELTNAVN.items() if code in skjult]
    return (*facts, *([_DEADLINES] if no_deadlines else ()), *rest)
