"""How people look for bodies: the kinds gathered as they are spoken of, and validity in time."""

from enum import StrEnum
from typing import Final

from samvern.apps.virksomheter.koder import Slag
from samvern.law.text import Text


class Gruppe(StrEnum):
    """A choice in the list of organisations. The codes stand in addresses; never respell one."""

    RHF = "rhf"
    HELSEFORETAK = "helseforetak"
    INSTITUSJON = "institusjon"
    POLITIDISTRIKT = "politidistrikt"
    STATSADVOKATEMBETE = "statsadvokatembete"
    DOMSTOL = "domstol"
    KONTROLLKOMMISJON = "kontrollkommisjon"
    STATSFORVALTER = "statsforvalter"
    KOMMUNE = "kommune"


class Gyldighet(StrEnum):
    """Which bodies the list shows, seen from a date."""

    GJELDENDE = "gjeldende"
    OPPHOERT = "opphoert"
    ALLE = "alle"


class Livsstatus(StrEnum):
    """What the register says of a body on a date."""

    GJELDER = "gjelder"
    USIKKER = "usikker"
    OPPHOERT = "opphoert"
    KOMMER = "kommer"


GRUPPENAVN: Final[dict[Gruppe, Text]] = {
    Gruppe.RHF: Text("Regionalt helseforetak", "Regionalt helseføretak"),
    Gruppe.HELSEFORETAK: Text("Helseforetak og sykehus", "Helseføretak og sjukehus"),
    Gruppe.INSTITUSJON: Text("Institusjon", "Institusjon"),
    Gruppe.POLITIDISTRIKT: Text("Politidistrikt", "Politidistrikt"),
    Gruppe.STATSADVOKATEMBETE: Text("Påtalemyndighet", "Påtalemakt"),
    Gruppe.DOMSTOL: Text("Domstol", "Domstol"),
    Gruppe.KONTROLLKOMMISJON: Text("Kontrollkommisjon", "Kontrollkommisjon"),
    Gruppe.STATSFORVALTER: Text("Statsforvalter", "Statsforvaltar"),
    Gruppe.KOMMUNE: Text("Kommune", "Kommune"),
}

STATUSNAVN: Final[dict[Livsstatus, Text]] = {
    Livsstatus.GJELDER: Text("Gjelder", "Gjeld"),
    Livsstatus.USIKKER: Text("Usikkert på denne datoen", "Usikkert på denne datoen"),
    Livsstatus.OPPHOERT: Text("Opphørt", "Opphøyrt"),
    Livsstatus.KOMMER: Text("Ikke begynt", "Ikkje byrja"),
}

GRUPPE_AV: Final[dict[Slag, Gruppe]] = {
    Slag.RHF: Gruppe.RHF,
    Slag.HELSEFORETAK: Gruppe.HELSEFORETAK,
    Slag.PRIVAT_SYKEHUS: Gruppe.HELSEFORETAK,
    Slag.INSTITUSJON: Gruppe.INSTITUSJON,
    Slag.KOORDINERINGSENHET: Gruppe.INSTITUSJON,
    Slag.POLITIDISTRIKT: Gruppe.POLITIDISTRIKT,
    Slag.STATSADVOKATEMBETE: Gruppe.STATSADVOKATEMBETE,
    Slag.NASJONALT_EMBETE: Gruppe.STATSADVOKATEMBETE,
    Slag.RIKSADVOKAT: Gruppe.STATSADVOKATEMBETE,
    Slag.TINGRETT: Gruppe.DOMSTOL,
    Slag.LAGMANNSRETT: Gruppe.DOMSTOL,
    Slag.HOEYESTERETT: Gruppe.DOMSTOL,
    Slag.STATSFORVALTER: Gruppe.STATSFORVALTER,
    Slag.KONTROLLKOMMISJON: Gruppe.KONTROLLKOMMISJON,
}

OVERORDNET_SLAG: Final[dict[Slag, tuple[Slag, ...]]] = {
    Slag.RHF: (),
    Slag.HELSEFORETAK: (Slag.RHF,),
    Slag.PRIVAT_SYKEHUS: (Slag.RHF,),
    Slag.INSTITUSJON: (Slag.HELSEFORETAK, Slag.PRIVAT_SYKEHUS, Slag.RHF),
    Slag.KOORDINERINGSENHET: (Slag.HELSEFORETAK,),
    Slag.POLITIDISTRIKT: (Slag.STATSADVOKATEMBETE,),
    Slag.STATSADVOKATEMBETE: (Slag.RIKSADVOKAT,),
    Slag.NASJONALT_EMBETE: (Slag.RIKSADVOKAT,),
    Slag.RIKSADVOKAT: (),
    Slag.TINGRETT: (Slag.LAGMANNSRETT,),
    Slag.LAGMANNSRETT: (Slag.HOEYESTERETT,),
    Slag.HOEYESTERETT: (),
    Slag.STATSFORVALTER: (),
    Slag.KONTROLLKOMMISJON: (Slag.STATSFORVALTER,),
}
"""Under which kinds a body may stand. Where there are kinds, exactly one body is named."""

SLAG_MED_ENHETER: Final = frozenset({Slag.HELSEFORETAK, Slag.PRIVAT_SYKEHUS, Slag.INSTITUSJON})
"""Kinds that have units where persons stay."""
