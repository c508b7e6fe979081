"""What can be wrong with an identity number: stable codes, and words in bokmål and nynorsk.

No message holds a digit of the number, so messages may be shown, stored and logged.
"""

from dataclasses import dataclass
from enum import StrEnum

from samvern.law.text import Text


class Feilkode(StrEnum):
    """Stable codes for what is wrong with a number."""

    TOM = "TOM"
    UGYLDIG_TEGN = "UGYLDIG_TEGN"
    FEIL_LENGDE = "FEIL_LENGDE"
    FEIL_TYPE = "FEIL_TYPE"
    UGYLDIG_DATO = "UGYLDIG_DATO"
    KONTROLLSIFFER_1 = "KONTROLLSIFFER_1"
    KONTROLLSIFFER_2 = "KONTROLLSIFFER_2"
    KONTROLLSIFFER = "KONTROLLSIFFER"
    MANGLER_UTSTEDER = "MANGLER_UTSTEDER"
    IKKE_SYNTETISK = "IKKE_SYNTETISK"
    SYNTETISK_I_PRODUKSJON = "SYNTETISK_I_PRODUKSJON"


@dataclass(frozen=True, slots=True)
class Nummerfeil:
    """One fault in a number: a stable code and words for people, without the number's digits."""

    kode: Feilkode
    melding: Text


type Faults = tuple[Nummerfeil, ...]


def _fault(kode: Feilkode, nb: str, nn: str) -> Nummerfeil:
    return Nummerfeil(kode, Text(nb, nn))


TOM = _fault(Feilkode.TOM, "Skriv et nummer.", "Skriv eit nummer.")
UGYLDIG_TEGN = _fault(
    Feilkode.UGYLDIG_TEGN,
    "Nummeret kan bare ha sifrene 0–9, mellomrom, punktum og bindestrek.",
    "Nummeret kan berre ha siffera 0–9, mellomrom, punktum og bindestrek.",
)
FOR_LANG = _fault(
    Feilkode.FEIL_LENGDE,
    "Teksten er for lang til å være et nummer.",
    "Teksten er for lang til å vere eit nummer.",
)
FEIL_TYPE = _fault(
    Feilkode.FEIL_TYPE,
    "Nummeret er ikke av den typen du har valgt. Velg en annen type, eller sjekk nummeret.",
    "Nummeret er ikkje av den typen du har valt. Vel ein annan type, eller sjekk nummeret.",
)
FEIL_START = _fault(
    Feilkode.FEIL_TYPE,
    "Et organisasjonsnummer begynner med 8 eller 9.",
    "Eit organisasjonsnummer byrjar med 8 eller 9.",
)
FEIL_DAG = _fault(
    Feilkode.UGYLDIG_DATO,
    "Dagen (siffer 1 og 2) finnes ikke.",
    "Dagen (siffer 1 og 2) finst ikkje.",
)
FEIL_MAANED = _fault(
    Feilkode.UGYLDIG_DATO,
    "Måneden (siffer 3 og 4) finnes ikke.",
    "Månaden (siffer 3 og 4) finst ikkje.",
)
FEIL_DATO = _fault(
    Feilkode.UGYLDIG_DATO,
    "Datoen (siffer 1 til 6) finnes ikke i kalenderen.",
    "Datoen (siffer 1 til 6) finst ikkje i kalenderen.",
)
FEIL_AAR = _fault(
    Feilkode.UGYLDIG_DATO,
    "Året (siffer 1 til 4) kan ikke være et år da DUF-nummeret ble gitt.",
    "Året (siffer 1 til 4) kan ikkje vere eit år da DUF-nummeret vart gitt.",
)
FEIL_K1 = _fault(
    Feilkode.KONTROLLSIFFER_1,
    "Kontrollsiffer 1 (siffer 10) stemmer ikke med siffer 1 til 9. Se etter skrivefeil.",
    "Kontrollsiffer 1 (siffer 10) stemmer ikkje med siffer 1 til 9. Sjå etter skrivefeil.",
)
FEIL_K2 = _fault(
    Feilkode.KONTROLLSIFFER_2,
    "Kontrollsiffer 2 (siffer 11) stemmer ikke med siffer 1 til 10. Se etter skrivefeil.",
    "Kontrollsiffer 2 (siffer 11) stemmer ikkje med siffer 1 til 10. Sjå etter skrivefeil.",
)
FEIL_K = _fault(
    Feilkode.KONTROLLSIFFER,
    "Kontrollsifferet (siffer 9) stemmer ikke med siffer 1 til 8. Se etter skrivefeil.",
    "Kontrollsifferet (siffer 9) stemmer ikkje med siffer 1 til 8. Sjå etter skrivefeil.",
)
MANGLER_UTSTEDER = _fault(
    Feilkode.MANGLER_UTSTEDER,
    "Velg virksomheten som har gitt H-nummeret. Et H-nummer gjelder bare der.",
    "Vel verksemda som har gitt H-nummeret. Eit H-nummer gjeld berre der.",
)
IKKE_SYNTETISK = _fault(
    Feilkode.IKKE_SYNTETISK,
    "Denne installasjonen er ikke i drift og tar bare imot syntetiske numre (måned + 80). "
    "Skriv aldri inn en virkelig person her.",
    "Denne installasjonen er ikkje i drift og tek berre imot syntetiske nummer (månad + 80). "
    "Skriv aldri inn ein verkeleg person her.",
)
ANNEN_TESTSERIE = _fault(
    Feilkode.IKKE_SYNTETISK,
    "Nummeret ser ut til å høre til en annen testserie. Her brukes bare numre med måned + 80.",
    "Nummeret ser ut til å høyre til ein annan testserie. Her bruker vi berre nummer med "
    "månad + 80.",
)
SYNTETISK_I_PRODUKSJON = _fault(
    Feilkode.SYNTETISK_I_PRODUKSJON,
    "Dette er et testnummer for oppdiktede personer. Det kan ikke brukes i drift.",
    "Dette er eit testnummer for oppdikta personar. Det kan ikkje brukast i drift.",
)
KANSKJE_H_NUMMER = _fault(
    Feilkode.SYNTETISK_I_PRODUKSJON,
    "Nummeret har formen til et testnummer eller et H-nummer. Er det et H-nummer, så velg det.",
    "Nummeret har forma til eit testnummer eller eit H-nummer. Er det eit H-nummer, så vel det.",
)


def wrong_length(has: int, wanted: int) -> Nummerfeil:
    """Say how many digits there are and how many there should be."""
    melding = Text(
        "Nummeret har {har} sifre, men skal ha {skal}.",
        "Nummeret har {har} siffer, men skal ha {skal}.",
    )
    return Nummerfeil(Feilkode.FEIL_LENGDE, melding.format(har=str(has), skal=str(wanted)))
