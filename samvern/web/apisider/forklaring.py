"""The public page about the API: what it is for, how to ask, every address and every code.

A test compares the tables here with the OpenAPI document and with the codes in use.
"""

from typing import Final, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.law.text import Text


class Adresse(NamedTuple):
    """One operation: method, address below /api/v1, and what it does."""

    metode: str
    sti: str
    hva: Text


class Kode(NamedTuple):
    """One stable code: what it is answered with, and when."""

    kode: str
    status: int
    naar: Text


LES: Final = (
    Adresse("GET", "/saker", Text("Sakene du ser, side for side", "Sakene du ser, side for side")),
    Adresse("POST", "/saker/sok", Text(
        "Finn en sak på saksnummer eller fødselsnummer",
        "Finn ei sak på saksnummer eller fødselsnummer")),
    Adresse("GET", "/saker/{sak}", Text(
        "Hele saken, i dag eller som den var", "Heile saka, i dag eller som ho var")),
    Adresse("GET", "/saker/{sak}/hendelser", Text("Hendelsene i saken", "Hendingane i saka")),
    Adresse("GET", "/saker/{sak}/hendelser/{nr}/historikk", Text(
        "Alle versjoner av én hendelse", "Alle versjonar av éi hending")),
    Adresse("GET", "/saker/{sak}/lesere", Text(
        "Hvem som har lest saken", "Kven som har lese saka")),
    Adresse("GET", "/arbeidsliste", Text("Hva som venter", "Kva som ventar")),
    Adresse("GET", "/hendelsestyper", Text(
        "Hendelsestypene med felter og koder", "Hendingstypane med felt og kodar")),
    Adresse("GET", "/hendelsestyper/{type}/felt/{felt}/valg", Text(
        "Hva som kan velges i et felt", "Kva som kan veljast i eit felt")),
    Adresse("GET", "/virksomheter", Text("Virksomhetene", "Verksemdene")),
    Adresse("GET", "/meg", Text("Hvem nøkkelen gjelder", "Kven nøkkelen gjeld")),
)  # fmt: skip
_VIS: Final = Text(
    "Hva det ville endre. Ingenting lagres.", "Kva det ville endre. Ingenting blir lagra."
)
SKRIV: Final = (
    Adresse("POST", "/saker", Text("Opprett en sak", "Opprett ei sak")),
    Adresse("POST", "/saker/forhaandsvisning", _VIS),
    Adresse("POST", "/saker/{sak}/hendelser", Text(
        "Registrer en hendelse", "Registrer ei hending")),
    Adresse("POST", "/saker/{sak}/hendelser/forhaandsvisning", _VIS),
    Adresse("POST", "/saker/{sak}/hendelser/{nr}/retting", Text(
        "Rett en hendelse", "Rett ei hending")),
    Adresse("POST", "/saker/{sak}/hendelser/{nr}/retting/forhaandsvisning", _VIS),
    Adresse("POST", "/saker/{sak}/hendelser/{nr}/feilfoering", Text(
        "Si at en hendelse er registrert ved feil", "Sei at ei hending er registrert ved feil")),
    Adresse("POST", "/saker/{sak}/hendelser/{nr}/feilfoering/forhaandsvisning", _VIS),
)  # fmt: skip

KODER: Final = (
    Kode("MANGLER_FELT", 422, Text(
        "Et felt mangler. Alle feil kommer samlet.", "Eit felt manglar. Alle feil kjem samla.")),
    Kode("UGYLDIG_VERDI", 422, Text(
        "En verdi er ikke gyldig, eller feltet er ukjent.",
        "Ein verdi er ikkje gyldig, eller feltet er ukjent.")),
    Kode("UGYLDIG_REKKEFOLGE", 422, Text(
        "Datoene kan ikke ha vært i denne rekkefølgen.",
        "Datoane kan ikkje ha vore i denne rekkjefølgja.")),
    Kode("FOR_TIDLIG", 409, Text(
        "Loven gir en tidligste dato. Den står i «tidligst».",
        "Lova gir ein tidlegaste dato. Han står i «tidligst».")),
    Kode("FRIST_UTLOPT", 409, Text("Fristen er ute.", "Fristen er ute.")),
    Kode("FEIL_TILSTAND", 409, Text(
        "Det passer ikke med saken slik den står. «tillatt» sier hva som er mulig.",
        "Det passar ikkje med saka slik ho står. «tillatt» seier kva som er mogleg.")),
    Kode("AVVIK_KREVES", 409, Text(
        "Det kan lagres når grunnen står i «merknad» eller «duplikat_bekreftet».",
        "Det kan lagrast når grunnen står i «merknad» eller «duplikat_bekreftet».")),
    Kode("ENDRET_I_MENS", 409, Text(
        "Saken er endret siden nummeret i If-Match. «siste_nr» er det nyeste.",
        "Saka er endra sidan nummeret i If-Match. «siste_nr» er det nyaste.")),
    Kode("NOEKKEL_BRUKT", 409, Text(
        "Idempotency-Key er brukt til noe annet.", "Idempotency-Key er brukt til noko anna.")),
    Kode("IKKE_TILGANG", 403, Text(
        "Rollen gir ikke adgang til dette.", "Rolla gir ikkje tilgang til dette.")),
    Kode("IKKE_KOMPETANT", 403, Text(
        "Rollen kan ikke registrere dette. Teksten sier hvem som kan.",
        "Rolla kan ikkje registrere dette. Teksten seier kven som kan.")),
    Kode("IKKE_I_FORMAL", 403, Text(
        "Bruken er utenfor formålet med registeret.",
        "Bruken er utanfor formålet med registeret.")),
    Kode("FINNES_IKKE", 404, Text(
        "Finnes ikke, eller du ser det ikke. Svaret er det samme.",
        "Finst ikkje, eller du ser det ikkje. Svaret er det same.")),
    Kode("IKKE_AUTENTISERT", 401, Text(
        "Nøkkelen mangler eller virker ikke.", "Nøkkelen manglar eller verkar ikkje.")),
    Kode("UGYLDIG_JSON", 400, Text(
        "Innholdet er ikke ett JSON-objekt uten dobbelte felt.",
        "Innhaldet er ikkje eitt JSON-objekt utan doble felt.")),
    Kode("METODE_IKKE_TILLATT", 405, Text(
        "Adressen tar ikke imot metoden.", "Adressa tek ikkje imot metoden.")),
    Kode("FOR_STOR", 413, Text("Innholdet er over 256 KiB.", "Innhaldet er over 256 KiB.")),
    Kode("FEIL_INNHOLDSTYPE", 415, Text(
        "Innholdet er ikke sendt som application/json.",
        "Innhaldet er ikkje sendt som application/json.")),
    Kode("TRENGER_IF_MATCH", 428, Text("If-Match mangler.", "If-Match manglar.")),
    Kode("FOR_MANGE_OPPSLAG", 429, Text(
        "Mer enn 20 oppslag på person på ett minutt uten grunn.",
        "Meir enn 20 oppslag på person på eitt minutt utan grunn.")),
    Kode("INTERN_FEIL", 500, Text(
        "Noe gikk galt hos oss. Send igjen med samme Idempotency-Key.",
        "Noko gjekk gale hos oss. Send igjen med same Idempotency-Key.")),
)  # fmt: skip


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The page. No person, no case, nothing stored."""
    return render(request, "apisider/api.html", {"les": LES, "skriv": SKRIV, "koder": KODER})
