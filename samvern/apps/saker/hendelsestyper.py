"""Every type of event a case can hold: the law's types with the register's fields, and our own.

The names are those of `frister.md` part 1 first; what only `koordineringsenheten.md` 2.2 has is
spelled with ae, oe and aa (LES_FOERST). Form, API and command line all read this table.
"""

from typing import Final, NamedTuple

from samvern.apps.saker import egne_felt as f
from samvern.apps.saker.felt import Feltslag, Saksfelt, from_law, own
from samvern.apps.saker.koder import Innhold
from samvern.law.event import HENDELSESTYPER, Felt, Sakstype
from samvern.law.text import Text


class Saksart(NamedTuple):
    """One event type as a case knows it."""

    kode: str
    navn: Text
    hjelp: Text
    felt: tuple[Saksfelt, ...]
    innhold: Innhold
    """The row of the access table that decides who may read and record it."""
    i_loven: bool
    """Whether the rules read the event."""
    etter_opphoer: bool = False
    """Whether it may have happened after the case ended (LES_FOERST, «Etter opphør»)."""


_PLASS = (f.INSTITUSJON, f.ENHET, f.NIVAA, f.FORM)
_TILLEGG: dict[str, tuple[Saksfelt, ...]] = {
    "dom_avsagt": (
        f.RETTEN,
        f.RETTENS_SAKSNR,
        f.DOMSTYPE._replace(paakrevd=False),
        f.GRUNN._replace(paakrevd=False),
        f.FAREGRAD,
        f.KATEGORIER,
    ),
    "dom_rettskraftig": (f.DOMSTYPE._replace(paakrevd=False),),
    "innleggelse": (*_PLASS, f.FRA_HVOR),
    "overfoering_gjennomfoert": _PLASS,
    "overfoeringsvedtak": (f.INSTITUSJON._replace(paakrevd=False),),
    "tilbakefoering": tuple(felt._replace(paakrevd=False) for felt in _PLASS),
    "sak_brakt_inn": (f.KOMMISJON._replace(paakrevd=False),),
}
_INNHOLD: dict[str, Innhold] = {
    "innleggelse": Innhold.PLASSERING,
    "overfoering_gjennomfoert": Innhold.PLASSERING,
    "overfoeringsvedtak": Innhold.OVERFOERING,
    "vedtak_mottatt": Innhold.OVERFOERING,
    "vedtak_akseptert": Innhold.OVERFOERING,
    "klage": Innhold.KLAGE,
    "klage_avgjort": Innhold.KLAGE,
    "klage_avslaatt": Innhold.KLAGE,
    "pasientklage": Innhold.KLAGE,
    "sak_brakt_inn": Innhold.KLAGE,
    "endringsbegjaering": Innhold.ENDRINGSBEGJAERING,
    "endringsavslag_endelig": Innhold.ENDRINGSBEGJAERING,
    "endringsklage": Innhold.ENDRINGSBEGJAERING,
    "statusrapport_sendt": Innhold.STATUSRAPPORT,
    "helseopplysningsskjema_sendt": Innhold.HELSEOPPLYSNINGSSKJEMA,
    "begjaering_opphoer": Innhold.OPPHOER,
    "opprettholdelse_underskrevet": Innhold.OPPHOER,
    "sak_oversendt_retten": Innhold.OPPHOER,
    "opphoer": Innhold.OPPHOER,
    "tilbakefoering": Innhold.KRIMINALOMSORG,
    "varslingsvedtak": Innhold.VARSLING,
    "utreise": Innhold.UTVISNING,
    "retur_til_riket": Innhold.UTVISNING,
}
_ETTER_OPPHOER = frozenset(
    {"pasientklage", "klage", "klage_avgjort", "klage_avslaatt", "vedtak_mottatt", "sak_brakt_inn"}
)
# Compulsory care without a sentence has its own subject; a sentence's case does not hold it.
_UTEN_DOM = frozenset(
    {
        "ankomst",
        "observasjon_startet",
        "observasjon_forlenget",
        "observasjon_avsluttet",
        "tph_etablert",
        "tph_opphoert",
        "undersoekelse_4_9",
        "kommisjonskontroll",
        "forlengelse_soekt",
        "forlengelse_innvilget",
    }
)


_FASTE: dict[tuple[str, str], tuple[tuple[str, Text], ...]] = {
    ("opphoer", "av"): (
        ("paatale", Text("Påtalemyndigheten", "Påtalemakta")),
        ("domstol", Text("Domstolen", "Domstolen")),
        ("tidsutloep", Text("Tre år er gått (tidsbestemt)", "Tre år er gått (tidsbestemt)")),
        ("doed", Text("Den domfelte er død", "Den domfelte er død")),
    ),
    ("annet_vedtak", "art"): (
        ("4-10", Text("Overføring etter § 4-10", "Overføring etter § 4-10")),
        ("annet", Text("Et annet vedtak", "Eit anna vedtak")),
    ),
}
"""The law's free texts are codes in a case, so that nobody writes a name there."""


def _law_field(kode: str, felt: Felt) -> Saksfelt:
    known = from_law(felt)
    if fixed := _FASTE.get((kode, felt.navn)):
        return known._replace(
            slag=Feltslag.KODE,
            koder=tuple(code for code, _ in fixed),
            kodenavn=tuple(name for _, name in fixed),
            paakrevd=True,
        )
    return known


def _law_types() -> list[Saksart]:
    return [
        Saksart(
            known.kode,
            known.navn,
            known.hjelp,
            tuple(_law_field(known.kode, felt) for felt in known.felt)
            + _TILLEGG.get(known.kode, ()),
            _INNHOLD.get(known.kode, Innhold.SAK),
            True,
            known.kode in _ETTER_OPPHOER,
        )
        for known in HENDELSESTYPER.values()
        if known.kode not in _UTEN_DOM
    ]


def _own_type(kode: str, navn: Text, hjelp: Text, innhold: Innhold, *felt: Saksfelt) -> Saksart:
    return Saksart(kode, navn, hjelp, felt, innhold, False)


_EGNE = [
    _own_type(
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
    _own_type(
        "tiltale_trukket",
        Text("Tiltalen trukket", "Tiltalen trekt"),
        Text("Saken avsluttes uten dom.", "Saka blir avslutta utan dom."),
        Innhold.SAK,
    ),
    _own_type(
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
    _own_type(
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
    _own_type(
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
    _own_type(
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
    _own_type(
        "saksbehandler_tildelt",
        Text("Saksbehandler i NK", "Saksbehandlar i NK"),
        Text("Den i NK som følger saken.", "Den i NK som følgjer saka."),
        Innhold.SAK,
        f.SAKSBEHANDLER,
    ),
    _own_type(
        "intern_overfoering",
        Text("Overført i samme institusjon", "Overført i same institusjon"),
        Text(
            "Flytting mellom enheter eller sikkerhetsnivåer. Ikke et vedtak som kan påklages.",
            "Flytting mellom einingar eller tryggleiksnivå. Ikkje eit vedtak ein kan klage på.",
        ),
        Innhold.PLASSERING,
        f.ENHET,
        f.NIVAA,
        f.FORM,
        own("vesentlig", Feltslag.JA_NEI, Text("Vesentlig endring", "Vesentleg endring")),
        f.SAERLIGE_HENSYN,
    ),
    _own_type(
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
        own("vesentlig", Feltslag.JA_NEI, Text("Vesentlig endring", "Vesentleg endring")),
        f.SAERLIGE_HENSYN,
    ),
    _own_type(
        "varsel_statsadvokat",
        Text("Statsadvokaten varslet", "Statsadvokaten varsla"),
        Text(
            "Skriftlig varsel om en vesentlig endring.", "Skriftleg varsel om ei vesentleg endring."
        ),
        Innhold.PLASSERING,
        Saksfelt("ref", Feltslag.REF, Text("Om hvilken hendelse", "Om kva hending"), i_loven=False),
    ),
    _own_type(
        "unndragelse",
        Text("Unndratt", "Unndregen"),
        Text("Rømt eller ikke kommet tilbake.", "Rømt eller ikkje komen tilbake."),
        Innhold.PLASSERING,
        own(
            "klokkeslett", Feltslag.KLOKKESLETT, Text("Klokkeslett", "Klokkeslett"), paakrevd=False
        ),
        f.MELDT_TIL,
    ),
    _own_type(
        "unndragelse_avsluttet",
        Text("Tilbake", "Tilbake"),
        Text("Kommet tilbake eller hentet.", "Komen tilbake eller henta."),
        Innhold.PLASSERING,
        own(
            "klokkeslett", Feltslag.KLOKKESLETT, Text("Klokkeslett", "Klokkeslett"), paakrevd=False
        ),
    ),
    _own_type(
        "begjaering_5_6",
        Text(
            "Begjæring om overføring til fengsel (§ 5-6)", "Krav om overføring til fengsel (§ 5-6)"
        ),
        Text(
            "Bestemmelsen ble opphevet 1. oktober 2020.", "Føresegna vart oppheva 1. oktober 2020."
        ),
        Innhold.KRIMINALOMSORG,
    ),
    _own_type(
        "proeveloeslatelse",
        Text("Prøveløslatt (§ 5-7)", "Prøvelauslaten (§ 5-7)"),
        Text(
            "Bestemmelsen ble opphevet 1. oktober 2020.", "Føresegna vart oppheva 1. oktober 2020."
        ),
        Innhold.KRIMINALOMSORG,
    ),
    _own_type(
        "gjeninnsettelse",
        Text("Gjeninnsatt i fengsel", "Sett inn att i fengsel"),
        Text("Etter brudd på vilkår.", "Etter brot på vilkår."),
        Innhold.KRIMINALOMSORG,
    ),
    _own_type(
        "utvisningsvedtak",
        Text("Vedtak om utvisning", "Vedtak om utvising"),
        Text("Vedtak fra utlendingsmyndighetene.", "Vedtak frå utlendingsstyresmaktene."),
        Innhold.UTVISNING,
    ),
    _own_type(
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
    _own_type(
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
    _own_type(
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
]

SAKSARTER: Final[dict[str, Saksart]] = {
    art.kode: art for art in sorted([*_EGNE, *_law_types()], key=lambda art: art.kode != "tiltale")
}
"""Every event type by its code, in the order a form should offer them."""

LOVTYPER: Final = frozenset(kode for kode, art in SAKSARTER.items() if art.i_loven)
DOMSTYPER: Final = {"tidsubestemt": Sakstype.TIDSUBESTEMT, "tidsbestemt": Sakstype.TIDSBESTEMT}


def felt_for(kode: str) -> tuple[Saksfelt, ...]:
    """The fields of an event type. Raises KeyError for an unknown type."""
    return SAKSARTER[kode].felt
