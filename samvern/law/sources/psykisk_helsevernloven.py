"""Psykisk helsevernloven, compulsory care without a judgment: chapters 1, 3 and 4.

The act has applied since 1 January 2001. Chapter 3 was given anew from 1 January 2007, so section
numbers before that day may cover other content; those versions are marked as not read. Later
regimes: 1 September 2017 and 1 June 2026 (requirement LF-K13).
"""

from datetime import date

from samvern.law.source import Kilde
from samvern.law.sources.citation import provision, unread
from samvern.law.text import Text

_2001 = date(2001, 1, 1)
_2007 = date(2007, 1, 1)
_2017 = date(2017, 9, 1)
_2026 = date(2026, 6, 1)
_TIL_2007 = date(2006, 12, 31)
_TIL_2017 = date(2017, 8, 31)
_TIL_2026 = date(2026, 5, 31)
_LOV_2006 = "lov 30. juni 2006 nr. 45"
_LOV_2017 = "lov 10. februar 2017 nr. 6"
_LOV_2021 = "lov 7. mai 2021 nr. 34"
_LOV_2025 = "lov 20. juni 2025 nr. 67"

_KAP_3 = Text(
    "Kapittel 3 ble gitt på ny fra 1. januar 2007; før den dagen kan paragrafnummeret ha hatt et"
    " annet innhold.",
    "Kapittel 3 vart gitt på nytt frå 1. januar 2007; før den dagen kan paragrafnummeret ha hatt"
    " eit anna innhald.",
)


def _since_2007(kilde_id: str, emne: Text, gjelder: Text) -> tuple[Kilde, ...]:
    """A provision unchanged since 1 January 2007, with its unread predecessor."""
    merknad = _KAP_3 if kilde_id.startswith("phvl/3-") else None
    return (
        *unread(kilde_id, emne, ((_2001, None),), til=_TIL_2007, merknad=merknad),
        provision(kilde_id, gjelder, fra=_2007, endret_ved=_LOV_2006),
    )


def _unread_to_2017(kilde_id: str, emne: Text) -> tuple[Kilde, ...]:
    return unread(
        kilde_id, emne, ((_2001, None), (_2007, _LOV_2006)), til=_TIL_2017, merknad=_KAP_3
    )


def _since_2017(kilde_id: str, emne: Text, gjelder: Text) -> tuple[Kilde, ...]:
    return (
        *_unread_to_2017(kilde_id, emne),
        provision(kilde_id, gjelder, fra=_2017, endret_ved=_LOV_2017),
    )


_KAP_1 = (
    *_since_2007(
        "phvl/1-4",
        Text("den faglig ansvarlige", "den fagleg ansvarlege"),
        Text(
            "Vedtak treffes av en faglig ansvarlig: lege med spesialistgodkjenning eller klinisk"
            " psykolog med praksis og videreutdanning etter forskrift.",
            "Vedtak blir gjorde av ein fagleg ansvarleg: lege med spesialistgodkjenning eller"
            " klinisk psykolog med praksis og vidareutdanning etter forskrift.",
        ),
    ),
    provision(
        "phvl/1-6",
        Text(
            "Forvaltningsloven gjelder for saker etter psykisk helsevernloven.",
            "Forvaltningslova gjeld for saker etter psykisk helsevernlova.",
        ),
        fra=_2001,
    ),
)

_MANGLER_SAMTYKKE = Text(
    "Tvungen observasjon krever blant annet at pasienten mangler samtykkekompetanse, unntatt ved"
    " nærliggende og alvorlig fare for eget liv eller andres liv eller helse.",
    "Tvungen observasjon krev mellom anna at pasienten manglar samtykkekompetanse, unnateke ved"
    " nærliggjande og alvorleg fare for eige liv eller andre sitt liv eller helse.",
)
_TVUNGENT_VERN = Text(
    "Tvungent vern krever alvorlig sinnslidelse, behandlings- eller farevilkår og manglende"
    " samtykkekompetanse, unntatt ved nærliggende og alvorlig fare.",
    "Tvungent vern krev alvorleg sinnsliding, behandlings- eller farevilkår og manglande"
    " samtykkekompetanse, unnateke ved nærliggjande og alvorleg fare.",
)


def _beslutning(tekst: Text) -> Text:
    """The same condition with the word of 1 June 2026."""
    return Text(
        tekst.nb.replace("samtykkekompetanse", "beslutningskompetanse"),
        tekst.nn.replace("samtykkekompetanse", "avgjerdskompetanse"),
    )


_3_1_3 = Text(
    "Kommunelegens vedtak om tvungen undersøkelse kan påklages til statsforvalteren, uten"
    " oppsettende virkning.",
    "Kommunelegen sitt vedtak om tvungen undersøking kan påklagast til statsforvaltaren, utan"
    " oppsetjande verknad.",
)
_3_1 = Text(
    "Tvungent vern forutsetter personlig legeundersøkelse; kommunelegen kan vedta undersøkelse med"
    " tvang, og vedtaket kan påklages til statsforvalteren.",
    "Tvungent vern føreset personleg legeundersøking; kommunelegen kan vedta undersøking med tvang,"
    " og vedtaket kan påklagast til statsforvaltaren.",
)
_3_1_EMNE = Text(
    "legeundersøkelse og klage til fylkesmannen", "legeundersøking og klage til fylkesmannen"
)


def _3_1_versions(kilde_id: str, gjelder: Text) -> tuple[Kilde, ...]:
    return (
        *unread(
            kilde_id,
            _3_1_EMNE,
            ((_2001, None), (_2007, _LOV_2006)),
            til=date(2021, 5, 31),
            merknad=_KAP_3,
        ),
        provision(kilde_id, gjelder, fra=date(2021, 6, 1), endret_ved=_LOV_2021),
    )


_VILKAAR = (
    *_3_1_versions("phvl/3-1", _3_1),
    *_3_1_versions("phvl/3-1/3", _3_1_3),
    *_unread_to_2017(
        "phvl/3-2/1", Text("vilkår for tvungen observasjon", "vilkår for tvungen observasjon")
    ),
    provision("phvl/3-2/1", _MANGLER_SAMTYKKE, fra=_2017, til=_TIL_2026, endret_ved=_LOV_2017),
    provision("phvl/3-2/1", _beslutning(_MANGLER_SAMTYKKE), fra=_2026, endret_ved=_LOV_2025),
    *_since_2017(
        "phvl/3-2/2",
        Text("varigheten av tvungen observasjon", "kor lenge tvungen observasjon kan vare"),
        Text(
            "Tvungen observasjon kan uten samtykke vare høyst 10 dager fra undersøkelsens"
            " begynnelse, og forlenges inntil 10 dager når det er strengt nødvendig og"
            " kommisjonens leder samtykker.",
            "Tvungen observasjon kan utan samtykke vare høgst 10 dagar frå undersøkinga tok til, og"
            " forlengjast inntil 10 dagar når det er strengt nødvendig og leiaren for kommisjonen"
            " samtykkjer.",
        ),
    ),
    *_unread_to_2017("phvl/3-3", Text("vilkår for tvungent vern", "vilkår for tvungent vern")),
    provision("phvl/3-3", _TVUNGENT_VERN, fra=_2017, til=_TIL_2026, endret_ved=_LOV_2017),
    provision("phvl/3-3", _beslutning(_TVUNGENT_VERN), fra=_2026, endret_ved=_LOV_2025),
)

_KLAGE_3_3A = Text(
    "Pasienten, nærmeste pårørende og begjærende myndighet kan klage til kontrollkommisjonen;"
    " pasienten kan klage inntil tre måneder etter at observasjonen eller vernet opphørte.",
    "Pasienten, næraste pårørande og styresmakta bak kravet kan klage til kontrollkommisjonen;"
    " pasienten kan klage inntil tre månader etter at observasjonen eller vernet opphøyrde.",
)
_TRE_MAANEDER = Text(
    "Pasienten kan klage inntil tre måneder etter at observasjonen eller vernet opphørte.",
    "Pasienten kan klage inntil tre månader etter at observasjonen eller vernet opphøyrde.",
)
_FLYTTET = Text(
    "Fra 1. juni 2026 står klageregelen i sjuende ledd; fjerde ledd handler da om vurdering av"
    " fare.",
    "Frå 1. juni 2026 står klageregelen i sjuande ledd; fjerde ledd handlar då om vurdering av"
    " fare.",
)

_3_3A = (
    provision(
        "phvl/3-3a/1",
        Text(
            "Den faglig ansvarlige treffer vedtak på grunnlag av opplysningene og egen"
            " undersøkelse.",
            "Den fagleg ansvarlege gjer vedtak på grunnlag av opplysningane og eiga undersøking.",
        ),
        fra=_2017,
        endret_ved=_LOV_2017,
    ),
    provision(
        "phvl/3-3a/2",
        Text(
            "Vedtaket skal treffes snarest og senest 24 timer etter at pasienten kom til"
            " institusjonen, og straks nedtegnes.",
            "Vedtaket skal gjerast snarast og seinast 24 timar etter at pasienten kom til"
            " institusjonen, og straks skrivast ned.",
        ),
        fra=_2017,
        endret_ved=_LOV_2017,
    ),
    provision(
        "phvl/3-3a/3",
        Text(
            "Vedtaket skal vise hvordan vilkår, fordeler og ulemper er vurdert, og pasientens syn"
            " og erfaringer.",
            "Vedtaket skal vise korleis vilkår, fordelar og ulemper er vurderte, og pasienten sitt"
            " syn og erfaringar.",
        ),
        fra=_2017,
        endret_ved=_LOV_2017,
    ),
    provision(
        "phvl/3-3a/4",
        _KLAGE_3_3A,
        fra=_2017,
        til=_TIL_2026,
        endret_ved=_LOV_2017,
        merknad=_FLYTTET,
    ),
    provision(
        "phvl/3-3a/4/p2",
        _TRE_MAANEDER,
        fra=_2017,
        til=_TIL_2026,
        endret_ved=_LOV_2017,
        merknad=_FLYTTET,
    ),
    provision(
        "phvl/3-3a/4-6",
        Text(
            "Ved trusler eller vold, nå eller tidligere, skal den faglig ansvarlige vurdere fare,"
            " voldsrisikoutredning, risikohåndteringsplan og behovet for å innhente opplysninger.",
            "Ved truslar eller vald, no eller tidlegare, skal den fagleg ansvarlege vurdere fare,"
            " valdsrisikoutgreiing, risikohandteringsplan og behovet for å hente inn opplysningar.",
        ),
        fra=_2026,
        endret_ved=_LOV_2025,
    ),
    provision("phvl/3-3a/7", _KLAGE_3_3A, fra=_2026, endret_ved=_LOV_2025),
    provision("phvl/3-3a/7/p2", _TRE_MAANEDER, fra=_2026, endret_ved=_LOV_2025),
)

_3_6 = (
    *unread(
        "phvl/3-6",
        Text("offentlig myndighets plikter", "pliktene til offentleg styresmakt"),
        ((_2001, None), (_2007, _LOV_2006)),
        til=date(2011, 12, 31),
        merknad=_KAP_3,
    ),
    provision(
        "phvl/3-6",
        Text(
            "Offentlig myndighet skal varsle og bistå, og om nødvendig begjære tvungen"
            " undersøkelse, tvungen observasjon eller tvungent vern.",
            "Offentleg styresmakt skal varsle og hjelpe, og om nødvendig krevje tvungen"
            " undersøking, tvungen observasjon eller tvungent vern.",
        ),
        fra=date(2012, 1, 1),
        endret_ved="lov 24. juni 2011 nr. 30",
    ),
)

_OPPHOER_EMNE = Text("opphør av observasjon eller vern", "opphøyr av observasjon eller vern")
_KLAGE_3_7 = Text(
    "klage over vedtak om opphør eller opprettholdelse",
    "klage over vedtak om opphøyr eller oppretthalding",
)

_3_7 = (
    *_since_2017(
        "phvl/3-7/2",
        _OPPHOER_EMNE,
        Text(
            "Den faglig ansvarlige skal treffe vedtak om opphør når vilkårene ikke lenger er til"
            " stede.",
            "Den fagleg ansvarlege skal gjere vedtak om opphøyr når vilkåra ikkje lenger er til"
            " stades.",
        ),
    ),
    *_since_2017(
        "phvl/3-7/3",
        _OPPHOER_EMNE,
        Text(
            "Pasienten og nærmeste pårørende kan når som helst be om at observasjonen eller vernet"
            " opphører.",
            "Pasienten og næraste pårørande kan når som helst be om at observasjonen eller vernet"
            " opphøyrer.",
        ),
    ),
    *_since_2017(
        "phvl/3-7/4",
        _KLAGE_3_7,
        Text(
            "Pasienten, nærmeste pårørende og begjærende myndighet kan klage; pasienten inntil tre"
            " måneder etter opphøret, og kommisjonens leder kan utsette iverksettingen av opphør.",
            "Pasienten, næraste pårørande og styresmakta bak kravet kan klage; pasienten inntil"
            " tre månader etter opphøyret, og leiaren for kommisjonen kan utsetje iverksetjinga av"
            " opphøyr.",
        ),
    ),
    *_since_2017(
        "phvl/3-7/4/p2",
        _KLAGE_3_7,
        Text(
            "Pasienten kan klage på opprettholdelse inntil tre måneder etter at observasjonen eller"
            " vernet opphørte.",
            "Pasienten kan klage på oppretthalding inntil tre månader etter at observasjonen eller"
            " vernet opphøyrde.",
        ),
    ),
)

_3_8 = (
    *_since_2007(
        "phvl/3-8/1",
        Text("dokumentkontroll", "dokumentkontroll"),
        Text(
            "Kontrollkommisjonen skal underrettes og så snart som mulig kontrollere at"
            " fremgangsmåten og vilkårsvurderingen er riktig.",
            "Kontrollkommisjonen skal underrettast og så snart som råd kontrollere at"
            " framgangsmåten og vilkårsvurderinga er rett.",
        ),
    ),
    *_since_2007(
        "phvl/3-8/2",
        Text("tremånederskontrollen", "tremånaderskontrollen"),
        Text(
            "Klages det ikke over etableringen, skal kontrollkommisjonen vurdere behovet for vernet"
            " når det er gått tre måneder etter vedtaket.",
            "Blir det ikkje klaga over etableringa, skal kontrollkommisjonen vurdere behovet for"
            " vernet når det er gått tre månader etter vedtaket.",
        ),
    ),
    *_since_2007(
        "phvl/3-8/3",
        Text("ettårsgrensen", "eittårsgrensa"),
        Text(
            "Vernet opphører etter ett år uten kontrollkommisjonens samtykke; samtykke kan gis for"
            " inntil ett år om gangen, regnet fra årsdagen for etableringen.",
            "Vernet opphøyrer etter eitt år utan samtykke frå kontrollkommisjonen; samtykke kan"
            " givast for inntil eitt år om gongen, rekna frå årsdagen for etableringa.",
        ),
    ),
    *_since_2007(
        "phvl/3-9",
        Text("retten til å uttale seg", "retten til å uttale seg"),
        Text(
            "Den saken gjelder, nærmeste pårørende og direkte engasjert myndighet har rett til å"
            " uttale seg før vedtak.",
            "Den saka gjeld, næraste pårørande og direkte engasjert styresmakt har rett til å"
            " uttale seg før vedtak.",
        ),
    ),
)

PROVISIONS: tuple[Kilde, ...] = _KAP_1 + _VILKAAR + _3_3A + _3_6 + _3_7 + _3_8
"""Psykisk helsevernloven chapters 1 and 3; the rest is in the sibling modules."""
