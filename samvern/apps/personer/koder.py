"""The closed lists of codes that this app stores, with what people read beside each code.

A stored code never changes its spelling. The names are pairs of bokmål and nynorsk. The kinds of
identity number are `idnummer.Nummertype`.
"""

from enum import StrEnum
from typing import Final

from samvern.law.text import Text


class Kjoenn(StrEnum):
    """Sex as it stands in the population register, or is told. Never read from a number."""

    KVINNE = "kvinne"
    MANN = "mann"
    IKKE_OPPGITT = "ikke_oppgitt"


class Adressebeskyttelse(StrEnum):
    """Whether where the person lives may be known. `KLIENTADRESSE` is an address at a service,
    which tells by itself what help the person gets; it is kept as strictly as the others."""

    INGEN = "ingen"
    FORTROLIG = "fortrolig"
    STRENGT_FORTROLIG = "strengt_fortrolig"
    KLIENTADRESSE = "klientadresse"

    @property
    def skjermet(self) -> bool:
        """Whether address, municipality and contact data are kept out of everything."""
        return self is not Adressebeskyttelse.INGEN


class Kontaktslag(StrEnum):
    """The kinds of contact data."""

    TELEFON = "telefon"
    EPOST = "epost"
    POSTADRESSE = "postadresse"
    OPPHOLDSADRESSE = "oppholdsadresse"


class Endringsgrunn(StrEnum):
    """Why a version was registered. Codes, so that no free text about a person comes in here."""

    REGISTRERT = "registrert"
    RETTELSE = "rettelse"
    FOLKEREGISTERET = "folkeregisteret"
    OPPLYST_AV_PERSONEN = "opplyst_av_personen"
    OPPLYST_AV_MYNDIGHET = "opplyst_av_myndighet"
    IDENTITET_FASTSLAATT = "identitet_fastslaatt"
    ADRESSEBESKYTTELSE = "adressebeskyttelse"


class Koblingsgrunn(StrEnum):
    """Why two persons are taken to be one human being, or no longer are."""

    NYTT_NUMMER = "nytt_nummer"
    IDENTITET_FASTSLAATT = "identitet_fastslaatt"
    DOBBELTREGISTRERT = "dobbeltregistrert"
    FEIL_KOBLING = "feil_kobling"


class Slettegrunn(StrEnum):
    """On what ground a person's content is erased."""

    LAGRINGSTID_UTE = "lagringstid_ute"
    VEDTAK_OM_SLETTING = "vedtak_om_sletting"
    FEILREGISTRERT = "feilregistrert"


KJOENNSNAVN: Final[dict[Kjoenn, Text]] = {
    Kjoenn.KVINNE: Text("Kvinne", "Kvinne"),
    Kjoenn.MANN: Text("Mann", "Mann"),
    Kjoenn.IKKE_OPPGITT: Text("Ikke oppgitt", "Ikkje oppgitt"),
}
BESKYTTELSESNAVN: Final[dict[Adressebeskyttelse, Text]] = {
    Adressebeskyttelse.INGEN: Text("Ingen adressebeskyttelse", "Ikkje adressevern"),
    Adressebeskyttelse.FORTROLIG: Text("Fortrolig adresse", "Fortruleg adresse"),
    Adressebeskyttelse.STRENGT_FORTROLIG: Text(
        "Strengt fortrolig adresse", "Strengt fortruleg adresse"
    ),
    Adressebeskyttelse.KLIENTADRESSE: Text("Klientadresse", "Klientadresse"),
}
KONTAKTNAVN: Final[dict[Kontaktslag, Text]] = {
    Kontaktslag.TELEFON: Text("Telefon", "Telefon"),
    Kontaktslag.EPOST: Text("E-post", "E-post"),
    Kontaktslag.POSTADRESSE: Text("Postadresse", "Postadresse"),
    Kontaktslag.OPPHOLDSADRESSE: Text("Oppholdsadresse", "Opphaldsadresse"),
}
GRUNNAVN: Final[dict[Endringsgrunn, Text]] = {
    Endringsgrunn.REGISTRERT: Text("Registrert første gang", "Registrert første gong"),
    Endringsgrunn.RETTELSE: Text("Retting av feil", "Retting av feil"),
    Endringsgrunn.FOLKEREGISTERET: Text("Endret i Folkeregisteret", "Endra i Folkeregisteret"),
    Endringsgrunn.OPPLYST_AV_PERSONEN: Text("Opplyst av personen", "Opplyst av personen"),
    Endringsgrunn.OPPLYST_AV_MYNDIGHET: Text(
        "Opplyst av en annen myndighet", "Opplyst av ei anna styresmakt"
    ),
    Endringsgrunn.IDENTITET_FASTSLAATT: Text(
        "Identiteten er fastslått", "Identiteten er fastslått"
    ),
    Endringsgrunn.ADRESSEBESKYTTELSE: Text("Endret adressebeskyttelse", "Endra adressevern"),
}
KOBLINGSNAVN: Final[dict[Koblingsgrunn, Text]] = {
    Koblingsgrunn.NYTT_NUMMER: Text(
        "Personen har fått et nytt nummer", "Personen har fått eit nytt nummer"
    ),
    Koblingsgrunn.IDENTITET_FASTSLAATT: Text(
        "Identiteten er fastslått", "Identiteten er fastslått"
    ),
    Koblingsgrunn.DOBBELTREGISTRERT: Text("Registrert to ganger", "Registrert to gonger"),
    Koblingsgrunn.FEIL_KOBLING: Text("Koblingen var feil", "Koplinga var feil"),
}
SLETTENAVN: Final[dict[Slettegrunn, Text]] = {
    Slettegrunn.LAGRINGSTID_UTE: Text("Lagringstiden er ute", "Lagringstida er ute"),
    Slettegrunn.VEDTAK_OM_SLETTING: Text("Vedtak om sletting", "Vedtak om sletting"),
    Slettegrunn.FEILREGISTRERT: Text(
        "Personen er registrert ved en feil", "Personen er registrert ved ein feil"
    ),
}
