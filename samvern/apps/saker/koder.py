"""Closed lists of codes this app stores, with what people read beside each. Never respell one."""

from enum import StrEnum
from typing import Final

from samvern.law.text import Text


class Saksstatus(StrEnum):
    """Where a case stands (`koordineringsenheten.md` 3.1, with LES_FOERST K5 and K14)."""

    TILTALT = "tiltalt"
    DOEMT_IKKE_RETTSKRAFTIG = "doemt_ikke_rettskraftig"
    UNDER_GJENNOMFOERING = "under_gjennomfoering"
    I_KRIMINALOMSORGEN = "i_kriminalomsorgen"
    PROEVELOESLATT = "proeveloeslatt"
    MIDLERTIDIG_OPPHOERT = "midlertidig_opphoert"
    AVVENTER_PAATALE = "avventer_paatale"
    OPPHOERT = "opphoert"
    AVSLUTTET_UTEN_DOM = "avsluttet_uten_dom"
    AVSLUTTET_DOED = "avsluttet_doed"


STATUSNAVN: Final[dict[Saksstatus, Text]] = {
    Saksstatus.TILTALT: Text("Tiltalt", "Tiltalt"),
    Saksstatus.DOEMT_IKKE_RETTSKRAFTIG: Text("Dømt, ikke rettskraftig", "Dømd, ikkje rettskraftig"),
    Saksstatus.UNDER_GJENNOMFOERING: Text("Under gjennomføring", "Under gjennomføring"),
    Saksstatus.I_KRIMINALOMSORGEN: Text("I kriminalomsorgen", "I kriminalomsorga"),
    Saksstatus.PROEVELOESLATT: Text("Prøveløslatt", "Prøvelauslaten"),
    Saksstatus.MIDLERTIDIG_OPPHOERT: Text("Midlertidig opphørt", "Mellombels opphøyrd"),
    Saksstatus.AVVENTER_PAATALE: Text("Avventer påtalemyndigheten", "Ventar på påtalemakta"),
    Saksstatus.OPPHOERT: Text("Opphørt", "Opphøyrd"),
    Saksstatus.AVSLUTTET_UTEN_DOM: Text("Avsluttet uten dom", "Avslutta utan dom"),
    Saksstatus.AVSLUTTET_DOED: Text("Avsluttet, død", "Avslutta, død"),
}
AVSLUTTET: Final = frozenset(
    {Saksstatus.OPPHOERT, Saksstatus.AVSLUTTET_UTEN_DOM, Saksstatus.AVSLUTTET_DOED}
)
"""After these the case is read-only for NK and closed for others (part 4 rule 6)."""


class Deltakerslag(StrEnum):
    """In what capacity somebody takes part in a case; the row filter is made of these."""

    EMBETE = "embete"
    POLITIDISTRIKT = "politidistrikt"
    RHF = "rhf"
    HELSEFORETAK = "helseforetak"
    INSTITUSJON = "institusjon"
    """The institution that is responsible for the treatment (phvl § 5-2)."""
    OPPHOLDSSTED = "oppholdssted"
    """Where the person stays, on the days another institution is responsible (N-9.7)."""
    FAGLIG_ANSVARLIG = "faglig_ansvarlig"
    KONTROLLKOMMISJON = "kontrollkommisjon"
    STATSFORVALTER = "statsforvalter"
    KRIMINALOMSORG = "kriminalomsorg"
    SAKSBEHANDLER = "saksbehandler"


DELTAKERNAVN: Final[dict[Deltakerslag, Text]] = {
    Deltakerslag.EMBETE: Text("Statsadvokatembete", "Statsadvokatembete"),
    Deltakerslag.POLITIDISTRIKT: Text("Politidistrikt", "Politidistrikt"),
    Deltakerslag.RHF: Text("Regionalt helseforetak", "Regionalt helseføretak"),
    Deltakerslag.HELSEFORETAK: Text("Helseforetak", "Helseføretak"),
    Deltakerslag.INSTITUSJON: Text("Ansvarlig institusjon", "Ansvarleg institusjon"),
    Deltakerslag.OPPHOLDSSTED: Text("Oppholdssted", "Opphaldsstad"),
    Deltakerslag.FAGLIG_ANSVARLIG: Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    Deltakerslag.KONTROLLKOMMISJON: Text("Kontrollkommisjon", "Kontrollkommisjon"),
    Deltakerslag.STATSFORVALTER: Text("Statsforvalter", "Statsforvaltar"),
    Deltakerslag.KRIMINALOMSORG: Text("Kriminalomsorgen", "Kriminalomsorga"),
    Deltakerslag.SAKSBEHANDLER: Text("Saksbehandler i NK", "Saksbehandlar i NK"),
}


class Virkning(StrEnum):
    """What an entry in the log does to another."""

    NY = "ny"
    RETTING = "retting"
    """Takes the place of the entry it points at; that one stays readable."""
    FEILFOERT = "feilfoert"
    """The entry it points at should not have been there."""


class Kilde(StrEnum):
    """What an entry rests on."""

    DOM = "dom"
    VEDTAK = "vedtak"
    SKJEMA = "skjema"
    BREV = "brev"
    MELDING = "melding"
    TELEFON = "telefon"
    MOETE = "moete"
    JOURNAL = "journal"
    FOLKEREGISTER = "folkeregister"
    ANNET = "annet"


KILDENAVN: Final[dict[Kilde, Text]] = {
    Kilde.DOM: Text("Dom", "Dom"),
    Kilde.VEDTAK: Text("Vedtak", "Vedtak"),
    Kilde.SKJEMA: Text("Skjema", "Skjema"),
    Kilde.BREV: Text("Brev", "Brev"),
    Kilde.MELDING: Text("Elektronisk melding", "Elektronisk melding"),
    Kilde.TELEFON: Text("Telefon", "Telefon"),
    Kilde.MOETE: Text("Møte", "Møte"),
    Kilde.JOURNAL: Text("Postjournal", "Postjournal"),
    Kilde.FOLKEREGISTER: Text("Folkeregisteret", "Folkeregisteret"),
    Kilde.ANNET: Text("Annet", "Anna"),
}


class Innhold(StrEnum):
    """The rows of the access table (`koordineringsenheten.md` part 4): kinds of content."""

    SAK = "sak"
    PLASSERING = "plassering"
    OVERFOERING = "overfoering"
    KLAGE = "klage"
    ENDRINGSBEGJAERING = "endringsbegjaering"
    STATUSRAPPORT = "statusrapport"
    HELSEOPPLYSNINGSSKJEMA = "helseopplysningsskjema"
    OPPHOER = "opphoer"
    KRIMINALOMSORG = "kriminalomsorg"
    VARSLING = "varsling"
    FORNAERMET = "fornaermet"
    UTVISNING = "utvisning"
    UTLEVERING = "utlevering"
    REVISJON = "revisjon"


INNHOLDSNAVN: Final[dict[Innhold, Text]] = {
    Innhold.SAK: Text("Sak, dom, rettskraft og frister", "Sak, dom, rettskraft og fristar"),
    Innhold.PLASSERING: Text("Plassering og behandlingsansvar", "Plassering og behandlingsansvar"),
    Innhold.OVERFOERING: Text(
        "Overføringsvedtak med begrunnelse", "Overføringsvedtak med grunngiving"
    ),
    Innhold.KLAGE: Text("Klage og kommisjonsvedtak", "Klage og kommisjonsvedtak"),
    Innhold.ENDRINGSBEGJAERING: Text("Begjæring om endring", "Krav om endring"),
    Innhold.STATUSRAPPORT: Text("Statusrapport", "Statusrapport"),
    Innhold.HELSEOPPLYSNINGSSKJEMA: Text("Helseopplysningsskjema", "Helseopplysningsskjema"),
    Innhold.OPPHOER: Text(
        "Vurdering av opphør og opprettholdelse", "Vurdering av opphør og oppretthalding"
    ),
    Innhold.KRIMINALOMSORG: Text(
        "Kriminalomsorgen (§§ 5-6 og 5-8)", "Kriminalomsorga (§§ 5-6, 5-8)"
    ),
    Innhold.VARSLING: Text("Vedtak om varsling", "Vedtak om varsling"),
    Innhold.FORNAERMET: Text("Kontaktdata for fornærmede", "Kontaktdata for fornærma"),
    Innhold.UTVISNING: Text("Utvisning", "Utvising"),
    Innhold.UTLEVERING: Text("Utlevering og statistikk", "Utlevering og statistikk"),
    Innhold.REVISJON: Text("Revisjonslogg", "Revisjonslogg"),
}
