"""The event types that only the register knows (`koordineringsenheten.md` 2.2)."""

from typing import Final

from samvern.apps.saker import egne_felt as f
from samvern.apps.saker.felt import Feltslag, Saksfelt, own, own_type
from samvern.apps.saker.klagehendelser import KLAGEHENDELSER
from samvern.apps.saker.koder import Innhold
from samvern.apps.saker.varslingshendelser import VARSLINGSHENDELSER
from samvern.law.text import Text

EGNE: Final = (
    own_type(
        "tiltale",
        Text("Tiltale", "Tiltale"),
        Text(
            "Dagen tiltalen ble tatt ut, med påstand om tvungent psykisk helsevern.",
            "Dagen tiltalen vart teken ut, med påstand om tvungent psykisk helsevern.",
        ),
        Innhold.SAK,
        f.PAASTAND,
        f.EMBETE,
        f.POLITIDISTRIKT,
        f.KATEGORIER,
    ),
    own_type(
        "tiltale_trukket",
        Text("Tiltalen trukket", "Tiltalen trekt"),
        Text("Saken avsluttes uten dom.", "Saka blir avslutta utan dom."),
        Innhold.SAK,
    ),
    own_type(
        "annen_utgang",
        Text("Annen utgang", "Annan utgang"),
        Text(
            "Endelig frifinnelse eller en annen reaksjon enn tvungent psykisk helsevern.",
            "Endeleg frifinning eller ein annan reaksjon enn tvungent psykisk helsevern.",
        ),
        Innhold.SAK,
        own(
            "utfall_i_retten",
            Feltslag.KODE,
            Text("Utfall", "Utfall"),
            koder=(
                ("frifinnelse", Text("Frifinnelse", "Frifinning")),
                ("straff", Text("Straff", "Straff")),
                ("forvaring", Text("Forvaring", "Forvaring")),
                ("tvungen_omsorg", Text("Tvungen omsorg", "Tvungen omsorg")),
                ("annet", Text("Annet", "Anna")),
            ),
        ),
    ),
    own_type(
        "paatale_fastsatt",
        Text("Ansvarlig påtalemyndighet", "Ansvarleg påtalemakt"),
        Text(
            "Embetet og politidistriktet som har saken fra denne dagen.",
            "Embetet og politidistriktet som har saka frå denne dagen.",
        ),
        Innhold.SAK,
        f.EMBETE,
        f.POLITIDISTRIKT._replace(paakrevd=False),
    ),
    own_type(
        "behandlingsansvar_fastsatt",
        Text("Behandlingsansvar fastsatt", "Behandlingsansvar fastsett"),
        Text(
            "Vedtaket fra det regionale helseforetaket etter § 5-2.",
            "Vedtaket frå det regionale helseføretaket etter § 5-2.",
        ),
        Innhold.PLASSERING,
        f.RHF,
        f.HELSEFORETAK,
        f.INSTITUSJON,
    ),
    own_type(
        "faglig_ansvarlig_endret",
        Text("Faglig ansvarlig", "Fagleg ansvarleg"),
        Text(
            "Den som er faglig ansvarlig fra denne dagen.",
            "Den som er fagleg ansvarleg frå denne dagen.",
        ),
        Innhold.PLASSERING,
        f.FAGLIG_ANSVARLIG,
        own(
            "overtakelse_bekreftet",
            Feltslag.JA_NEI,
            Text("Overtakelsen er bekreftet", "Overtakinga er stadfesta"),
            paakrevd=False,
        ),
    ),
    own_type(
        "saksbehandler_tildelt",
        Text("Saksbehandler i NK", "Saksbehandlar i NK"),
        Text("Den i NK som følger saken.", "Den i NK som følgjer saka."),
        Innhold.SAK,
        f.SAKSBEHANDLER,
    ),
    own_type(
        "intern_overfoering",
        Text("Overført i samme institusjon", "Overført i same institusjon"),
        Text(
            "Flytting mellom enheter eller sikkerhetsnivåer. Ikke et vedtak som kan påklages.",
            "Flytting mellom einingar eller tryggleiksnivå. Ikkje eit vedtak ein kan klage på.",
        ),
        Innhold.PLASSERING,
        f.ENHET,
        f.NIVAA,
        f.DOERTYPE,
        f.FORM,
        f.VESENTLIG,
        f.SAERLIGE_HENSYN,
    ),
    own_type(
        "permisjon",
        Text("Permisjon", "Permisjon"),
        Text(
            "Utgang eller permisjon. Plasseringen er den samme.",
            "Utgang eller permisjon. Plasseringa er den same.",
        ),
        Innhold.PLASSERING,
        own(
            "foelge",
            Feltslag.KODE,
            Text("Følge", "Følgje"),
            koder=(
                ("med", Text("Med følge", "Med følgje")),
                ("uten", Text("Uten følge", "Utan følgje")),
            ),
        ),
        f.VESENTLIG,
        f.SAERLIGE_HENSYN,
    ),
    own_type(
        "varsel_statsadvokat",
        Text("Statsadvokaten varslet", "Statsadvokaten varsla"),
        Text(
            "Skriftlig varsel om en vesentlig endring.", "Skriftleg varsel om ei vesentleg endring."
        ),
        Innhold.PLASSERING,
        Saksfelt("ref", Feltslag.REF, Text("Om hvilken hendelse", "Om kva hending"), i_loven=False),
    ),
    own_type(
        "unndragelse",
        Text("Unndratt", "Unndregen"),
        Text("Rømt eller ikke kommet tilbake.", "Rømt eller ikkje komen tilbake."),
        Innhold.PLASSERING,
        own(
            "klokkeslett", Feltslag.KLOKKESLETT, Text("Klokkeslett", "Klokkeslett"), paakrevd=False
        ),
        f.MELDT_TIL,
    ),
    own_type(
        "unndragelse_avsluttet",
        Text("Tilbake", "Tilbake"),
        Text("Kommet tilbake eller hentet.", "Komen tilbake eller henta."),
        Innhold.PLASSERING,
        own(
            "klokkeslett", Feltslag.KLOKKESLETT, Text("Klokkeslett", "Klokkeslett"), paakrevd=False
        ),
    ),
    own_type(
        "begjaering_5_6",
        Text(
            "Begjæring om overføring til fengsel (§ 5-6)", "Krav om overføring til fengsel (§ 5-6)"
        ),
        Text(
            "Bestemmelsen ble opphevet 1. oktober 2020.", "Føresegna vart oppheva 1. oktober 2020."
        ),
        Innhold.KRIMINALOMSORG,
    ),
    own_type(
        "proeveloeslatelse",
        Text("Prøveløslatt (§ 5-7)", "Prøvelauslaten (§ 5-7)"),
        Text(
            "Bestemmelsen ble opphevet 1. oktober 2020.", "Føresegna vart oppheva 1. oktober 2020."
        ),
        Innhold.KRIMINALOMSORG,
    ),
    own_type(
        "gjeninnsettelse",
        Text("Gjeninnsatt i fengsel", "Sett inn att i fengsel"),
        Text("Etter brudd på vilkår.", "Etter brot på vilkår."),
        Innhold.KRIMINALOMSORG,
    ),
    own_type(
        "uenighet_5_8",
        Text("Uenighet om tilbakeføring (§ 5-8)", "Usemje om tilbakeføring (§ 5-8)"),
        Text(
            "Sendt Helsedirektoratet, som avgjør om tilstanden igjen er som i straffeloven § 20. "
            "Bestemmelsen ble opphevet 1. oktober 2020.",
            "Send til Helsedirektoratet, som avgjer om tilstanden igjen er som i straffelova § 20. "
            "Føresegna vart oppheva 1. oktober 2020.",
        ),
        Innhold.KRIMINALOMSORG,
        own(
            "tilbakefoering_krevd_av",
            Feltslag.KODE,
            Text("Hvem som mener tilbakeføring er rett", "Kven som meiner tilbakeføring er rett"),
            koder=(
                ("kriminalomsorgen", Text("Kriminalomsorgen", "Kriminalomsorga")),
                ("helsetjenesten", Text("Helsetjenesten", "Helsetenesta")),
            ),
        ),
    ),
    own_type(
        "uenighet_5_8_avgjort",
        Text("Helsedirektoratet har avgjort (§ 5-8)", "Helsedirektoratet har avgjort (§ 5-8)"),
        Text(
            "Helsedirektoratet prøver bare tilstanden.",
            "Helsedirektoratet prøver berre tilstanden.",
        ),
        Innhold.KRIMINALOMSORG,
        Saksfelt(
            "ref",
            Feltslag.REF,
            Text("Hvilken uenighet", "Kva usemje"),
            peker_paa=frozenset({"uenighet_5_8"}),
            i_loven=False,
        ),
        own(
            "tilbakefoeres",
            Feltslag.JA_NEI,
            Text("Skal føres tilbake", "Skal førast tilbake"),
        ),
    ),
    own_type(
        "utvisningsvedtak",
        Text("Vedtak om utvisning", "Vedtak om utvising"),
        Text("Vedtak fra utlendingsmyndighetene.", "Vedtak frå utlendingsstyresmaktene."),
        Innhold.UTVISNING,
    ),
    own_type(
        "retur_avgjort",
        Text("Påtalens valg etter retur", "Valet til påtalemakta etter retur"),
        Text(
            "Om reaksjonen skal opprettholdes etter retur til riket (strl § 65 femte ledd).",
            "Om reaksjonen skal haldast ved lag etter retur til riket (strl § 65 femte ledd).",
        ),
        Innhold.UTVISNING,
        own(
            "valg",
            Feltslag.KODE,
            Text("Valg", "Val"),
            koder=(
                ("opprettholde", Text("Opprettholde", "Halde ved lag")),
                ("opphoere", Text("Opphøre", "Opphøyre")),
            ),
        ),
    ),
    own_type(
        "varslingsklage_oversendt",
        Text("Klage på varsling sendt statsforvalteren", "Klage på varsling send statsforvaltaren"),
        Text(
            "Klage over vedtak om varsel etter § 5-6 c første og tredje ledd. Varsel om "
            "unndragelse kan ikke påklages.",
            "Klage over vedtak om varsel etter § 5-6 c første og tredje ledd. Varsel om "
            "unndraging kan ein ikkje klage på.",
        ),
        Innhold.VARSLING,
        f.STATSFORVALTER,
    ),
    own_type(
        "klage_oversendt",
        Text("Sendt kontrollkommisjonen", "Send til kontrollkommisjonen"),
        Text(
            "Klagen eller begjæringen er sendt til kommisjonen.",
            "Klaga eller kravet er sendt til kommisjonen.",
        ),
        Innhold.KLAGE,
        Saksfelt(
            "ref", Feltslag.REF, Text("Hva som ble sendt", "Kva som vart sendt"), i_loven=False
        ),
        f.KOMMISJON,
    ),
    *KLAGEHENDELSER,
    *VARSLINGSHENDELSER,
)
