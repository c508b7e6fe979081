"""Every column of the app: what it is for, on what ground, how long, and how the person sees it.

A test compares the list with the tables: a column that is not declared fails the build. The record
of processing is made from it. Source: principle P3, trust table D4; phvl § 5-2b (`phvl/5-2b`).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from samvern.law.text import Text

HJEMMEL: Final = "phvl/5-2b"


class Klasse(StrEnum):
    """How closely a column tells about a person, and so how it lies in the database."""

    TEKNISK = "teknisk"
    """Ids, counters and times that say nothing about anyone by themselves."""
    SPOR = "spor"
    """Who registered what, when and why."""
    KODE = "kode"
    """About the person, in the clear: a code that identifies nobody alone."""
    FORSEGLET = "forseglet"
    """About the person, encrypted with the person's own key."""
    INDEKS = "indeks"
    """Keyed hash, for exact look-up."""


class Formaal(StrEnum):
    """The three purposes of the register in phvl § 5-2b, and what makes it trustworthy."""

    PLANLEGGE = "planlegge"
    PLIKTER = "plikter"
    SAMHANDLE = "samhandle"
    SPORBARHET = "sporbarhet"


class Lagring(StrEnum):
    """How long. The controller decides the time; the program only holds it."""

    TIL_SLETTING = "til_sletting"
    """Until the content is erased by decision: the key is destroyed, the text is unreadable."""
    TOEMMES = "toemmes"
    """Emptied when the content is erased."""
    BLIR_STAAENDE = "blir_staaende"
    """Stays after erasure, for counts and as trace; then tells about nobody who can be found."""


class Innsyn(StrEnum):
    """How the person sees it."""

    UTSKRIFT = "utskrift"
    """In the print-out of everything registered about them."""
    HISTORIKK = "historikk"
    """In the print-out's list of changes."""
    LOGG = "logg"
    """In the report of who has read and written."""
    INGEN = "ingen"
    """Says nothing about them."""


FORMAALSNAVN: Final[dict[Formaal, Text]] = {
    Formaal.PLANLEGGE: Text(
        "Planlegge tilbudet til de domfelte", "Planleggje tilbodet til dei domfelte"
    ),
    Formaal.PLIKTER: Text(
        "La helse- og justismyndighetene gjøre det loven pålegger dem",
        "La helse- og justisstyresmaktene gjere det lova pålegg dei",
    ),
    Formaal.SAMHANDLE: Text(
        "Samhandling mellom dem som gjennomfører dommen",
        "Samhandling mellom dei som gjennomfører dommen",
    ),
    Formaal.SPORBARHET: Text(
        "Vise hva som er registrert, av hvem og når", "Vise kva som er registrert, av kven og når"
    ),
}


@dataclass(frozen=True, slots=True)
class Felt:
    """One column: its table and name, and what is declared about it."""

    tabell: str
    kolonne: str
    klasse: Klasse
    formaal: tuple[Formaal, ...]
    lagring: Lagring
    innsyn: Innsyn
    hvorfor: Text
    hjemmel: str = HJEMMEL


_ALL: Final = (Formaal.PLANLEGGE, Formaal.PLIKTER, Formaal.SAMHANDLE)
_ID: Final = Text("Kjenner igjen raden.", "Kjenner att rada.")
_WHOSE: Final = Text("Sier hvem raden gjelder.", "Seier kven rada gjeld.")
_VERSION: Final = Text(
    "Holder versjonene fra hverandre og hindrer at to endrer samtidig.",
    "Held versjonane frå kvarandre og hindrar at to endrar samstundes.",
)
_POINTER: Final = Text("Peker på raden som gjelder nå.", "Peikar på rada som gjeld no.")
_WHEN: Final = Text("Når det ble registrert.", "Når det vart registrert.")
_BY: Final = Text("Hvem som registrerte det.", "Kven som registrerte det.")
_WHY: Final = Text("Hvorfor det ble registrert.", "Kvifor det vart registrert.")
_REPLACED: Final = Text("Når noe nyere gjaldt.", "Når noko nyare galdt.")


def _tech(tabell: str, kolonne: str, hvorfor: Text) -> Felt:
    return Felt(
        tabell,
        kolonne,
        Klasse.TEKNISK,
        (Formaal.SPORBARHET,),
        Lagring.BLIR_STAAENDE,
        Innsyn.INGEN,
        hvorfor,
    )


def _trace(tabell: str, kolonne: str, hvorfor: Text) -> Felt:
    return Felt(
        tabell,
        kolonne,
        Klasse.SPOR,
        (Formaal.SPORBARHET,),
        Lagring.BLIR_STAAENDE,
        Innsyn.HISTORIKK,
        hvorfor,
    )


def _sealed(
    tabell: str, kolonne: str, nb: str, nn: str, formaal: tuple[Formaal, ...] = _ALL
) -> Felt:
    return Felt(
        tabell,
        kolonne,
        Klasse.FORSEGLET,
        formaal,
        Lagring.TIL_SLETTING,
        Innsyn.UTSKRIFT,
        Text(nb, nn),
    )


def _code(tabell: str, kolonne: str, nb: str, nn: str) -> Felt:
    return Felt(
        tabell,
        kolonne,
        Klasse.KODE,
        _ALL,
        Lagring.BLIR_STAAENDE,
        Innsyn.UTSKRIFT,
        Text(nb, nn),
    )


def _versions(tabell: str) -> tuple[Felt, ...]:
    return (
        _tech(tabell, "id", _ID),
        _tech(tabell, "person_id", _WHOSE),
        _tech(tabell, "versjon", _VERSION),
        _trace(tabell, "registrert", _WHEN),
        _trace(tabell, "registrert_av", _BY),
        _trace(tabell, "grunn", _WHY),
        _trace(tabell, "erstattet", _REPLACED),
        _tech(tabell, "erstattet_i", _VERSION),
    )


_PERSON: Final = (
    _tech("person", "id", _ID),
    _tech("person", "versjon", _VERSION),
    _trace("person", "opprettet", _WHEN),
    _trace("person", "opprettet_av", _BY),
    _trace(
        "person",
        "slettet",
        Text("Når innholdet ble slettet.", "Når innhaldet vart sletta."),
    ),
    _tech("person", "opplysning_id", _POINTER),
    _tech("person", "navn_id", _POINTER),
    _tech("person", "nummer_id", _POINTER),
)
_OPPLYSNING: Final = (
    *_versions("personopplysning"),
    _code(
        "personopplysning",
        "kjoenn",
        "Planlegging av plasser og årlig melding. Hentes aldri fra nummeret.",
        "Planlegging av plassar og årleg melding. Blir aldri henta frå nummeret.",
    ),
    _sealed(
        "personopplysning",
        "foedselsdato",
        "Gjør at rett person finnes igjen, og gir alderen på en dag.",
        "Gjer at ein finn att rett person, og gir alderen på ein dag.",
    ),
    _sealed(
        "personopplysning",
        "doedsdato",
        "Saken avsluttes når den dømte er død.",
        "Saka blir avslutta når den dømde er død.",
    ),
    _code(
        "personopplysning",
        "adressebeskyttelse",
        "Hindrer at noen får vite hvor personen bor. Skal virke også når ingenting kan åpnes.",
        "Hindrar at nokon får vite kvar personen bur. Skal verke også når ingenting kan opnast.",
    ),
    _sealed(
        "personopplysning",
        "bostedskommune",
        "Bostedsregionen avgjør hvilket regionalt helseforetak som har ansvaret.",
        "Bustadregionen avgjer kva regionalt helseføretak som har ansvaret.",
    ),
    _code(
        "personopplysning",
        "ukjent_identitet",
        "Sier fra om at det ikke er avklart hvem personen er.",
        "Seier frå om at det ikkje er avklart kven personen er.",
    ),
    _sealed(
        "personopplysning",
        "ukjent_grunn",
        "Hvorfor identiteten ikke er avklart.",
        "Kvifor identiteten ikkje er avklart.",
        (Formaal.PLIKTER, Formaal.SAMHANDLE),
    ),
)
_NAVN: Final = (
    *_versions("personnavn"),
    *(
        _sealed(
            "personnavn",
            name,
            "Gjør at alle mener samme person.",
            "Gjer at alle meiner same person.",
        )
        for name in ("fornavn", "mellomnavn", "etternavn")
    ),
)
_NUMMER: Final = (
    *_versions("personnummer"),
    _code(
        "personnummer",
        "slag",
        "Sier hva slags nummer det er.",
        "Seier kva slags nummer det er.",
    ),
    _code(
        "personnummer",
        "utsteder",
        "Et H-nummer gjelder bare hos virksomheten som ga det.",
        "Eit H-nummer gjeld berre hos verksemda som gav det.",
    ),
    _sealed(
        "personnummer",
        "nummer",
        "Gjør at rett person finnes igjen.",
        "Gjer at ein finn att rett person.",
    ),
    Felt(
        "personnummer",
        "indeks",
        Klasse.INDEKS,
        _ALL,
        Lagring.TOEMMES,
        Innsyn.INGEN,
        Text("Oppslag på nøyaktig nummer.", "Oppslag på nøyaktig nummer."),
    ),
    *(
        _sealed(
            "personnummer",
            name,
            "Sier når nummeret var personens.",
            "Seier når nummeret var personen sitt.",
        )
        for name in ("gyldig_fra", "gyldig_til")
    ),
)
_KONTAKT: Final = (
    *_versions("kontaktopplysning"),
    _code(
        "kontaktopplysning",
        "slag",
        "Sier hva slags kontaktopplysning det er.",
        "Seier kva slags kontaktopplysning det er.",
    ),
    _sealed(
        "kontaktopplysning",
        "verdi",
        "Melding til den dømte om vedtak, rettigheter og innsyn.",
        "Melding til den dømde om vedtak, rettar og innsyn.",
        (Formaal.PLIKTER,),
    ),
)
_KOBLING: Final = (
    _tech("personkobling", "id", _ID),
    _tech("personkobling", "foerste_id", _WHOSE),
    _tech("personkobling", "andre_id", _WHOSE),
    _tech("personkobling", "nr", _VERSION),
    _code(
        "personkobling",
        "koblet",
        "Sier at to registrerte er samme menneske, eller ikke er det likevel.",
        "Seier at to registrerte er same menneske, eller ikkje er det likevel.",
    ),
    _trace("personkobling", "grunn", _WHY),
    _trace("personkobling", "registrert", _WHEN),
    _trace("personkobling", "registrert_av", _BY),
)
_DECIDED: Final = Text("Hvem som besluttet slettingen.", "Kven som avgjorde slettinga.")
_CONFIRMED: Final = Text("Hvem som bekreftet slettingen.", "Kven som stadfesta slettinga.")
_SLETTING: Final = (
    _tech("slettevedtak", "person_id", _WHOSE),
    _trace("slettevedtak", "besluttet_av", _DECIDED),
    _trace("slettevedtak", "bekreftet_av", _CONFIRMED),
    _trace("slettevedtak", "grunn", Text("Hvorfor det ble slettet.", "Kvifor det vart sletta.")),
    _trace("slettevedtak", "slettet", Text("Når det ble slettet.", "Når det vart sletta.")),
)

FELT: Final[tuple[Felt, ...]] = (
    *_PERSON,
    *_OPPLYSNING,
    *_NAVN,
    *_NUMMER,
    *_KONTAKT,
    *_KOBLING,
    *_SLETTING,
)
