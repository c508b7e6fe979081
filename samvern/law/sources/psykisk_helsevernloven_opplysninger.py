"""Psykisk helsevernloven chapter 5 on information: §§ 5-2 a, 5-2 b and 5-6 a to 5-6 c.

§§ 5-2 a, 5-2 b, 5-6 a and 5-6 b apply from 1 July 2012, § 5-6 c from 1 January 2014.
"""

from datetime import date

from samvern.law.source import Kilde
from samvern.law.sources.citation import provision, unread
from samvern.law.text import Text

_2012 = date(2012, 7, 1)
_2014 = date(2014, 1, 1)
_2015 = date(2015, 10, 1)
_2018 = date(2018, 6, 22)
_2021 = date(2021, 6, 1)
_LOV_2012 = "lov 22. juni 2012 nr. 48"
_LOV_2013 = "lov 14. juni 2013 nr. 37"
_LOV_2015 = "lov 19. juni 2015 nr. 65"
_LOV_2018 = "lov 22. juni 2018 nr. 76"
_LOV_2021 = "lov 7. mai 2021 nr. 34"

_2018_NOTE = Text(
    "Endringsnoten oppgir ingen ikrafttredelse; da gjelder dagen loven ble sanksjonert.",
    "Endringsnoten gir ingen dag for ikraftsetjing; då gjeld dagen lova vart sanksjonert.",
)

_NK = (
    provision(
        "phvl/5-2a",
        Text(
            "Nasjonal koordineringsenhet skal lage retningslinjer for samhandling, veilede om"
            " behandlingssted og føre oversikten etter § 5-2 b.",
            "Nasjonal koordineringseining skal lage retningslinjer for samhandling, rettleie om"
            " behandlingsstad og føre oversikta etter § 5-2 b.",
        ),
        fra=_2012,
        endret_ved=_LOV_2012,
    ),
    provision(
        "phvl/5-2b",
        Text(
            "Det skal finnes en nasjonal oversikt over tiltalte og domfelte, uten krav om"
            " samtykke, for tre lovfestede formål og bare med nødvendige og relevante"
            " opplysninger.",
            "Det skal finnast ei nasjonal oversikt over tiltalte og domfelte, utan krav om"
            " samtykke, for tre lovfesta føremål og berre med nødvendige og relevante"
            " opplysningar.",
        ),
        fra=_2012,
        endret_ved=_LOV_2012,
    ),
    provision(
        "phvl/5-2b/1",
        Text(
            "Formålene er å planlegge tjenestetilbudet, ivareta lovpålagte plikter og"
            " samfunnsvern, og sikre samhandling.",
            "Føremåla er å planleggje tenestetilbodet, ta vare på lovpålagde plikter og"
            " samfunnsvern, og sikre samhandling.",
        ),
        fra=_2012,
        endret_ved=_LOV_2012,
    ),
    provision(
        "phvl/5-2b/2",
        Text(
            "Bare opplysninger som er nødvendige og relevante for formålet, kan registreres.",
            "Berre opplysningar som er nødvendige og relevante for føremålet, kan registrerast.",
        ),
        fra=_2012,
        endret_ved=_LOV_2012,
    ),
)

_5_6A_EMNE = Text(
    "opplysninger til påtalemyndigheten og retten", "opplysningar til påtalemakta og retten"
)
_5_6A_1 = Text(
    "Den faglig ansvarlige skal uten hinder av taushetsplikt gi påtalemyndigheten og retten det som"
    " trengs for å vurdere opprettholdelse og besøksforbud.",
    "Den fagleg ansvarlege skal utan hinder av teieplikt gi påtalemakta og retten det som trengst"
    " for å vurdere oppretthalding og besøksforbod.",
)


def _5_6a(kilde_id: str) -> tuple[Kilde, ...]:
    return (
        *unread(kilde_id, _5_6A_EMNE, ((_2012, _LOV_2012),), til=date(2013, 12, 31)),
        provision(
            kilde_id,
            _5_6A_1,
            fra=_2014,
            til=date(2015, 9, 30),
            endret_ved=_LOV_2013,
            merknad=Text(
                "Viser til straffeloven 1902 § 39 b.", "Viser til straffelova 1902 § 39 b."
            ),
        ),
        provision(kilde_id, _5_6A_1, fra=_2015, endret_ved=_LOV_2015),
    )


_5_6B_1 = Text(
    "Den faglig ansvarlige og påtalemyndigheten skal uten hinder av taushetsplikt gi"
    " koordineringsenheten opplysningene som skal registreres etter § 5-2 b.",
    "Den fagleg ansvarlege og påtalemakta skal utan hinder av teieplikt gi koordineringseininga"
    " opplysningane som skal registrerast etter § 5-2 b.",
)


def _5_6b(kilde_id: str) -> tuple[Kilde, ...]:
    return (
        provision(kilde_id, _5_6B_1, fra=_2012, til=date(2018, 6, 21), endret_ved=_LOV_2012),
        provision(kilde_id, _5_6B_1, fra=_2018, endret_ved=_LOV_2018, merknad=_2018_NOTE),
    )


_INFORMERES = Text(
    "Den domfelte skal informeres, om mulig på forhånd, om hvilke opplysninger som gis.",
    "Den domfelte skal informerast, om mogleg på førehand, om kva opplysningar som blir gitte.",
)

_5_6A_OG_B = (
    *_5_6a("phvl/5-6a"),
    *_5_6a("phvl/5-6a/1"),
    provision("phvl/5-6a/2", _INFORMERES, fra=_2012, endret_ved=_LOV_2012),
    *_5_6b("phvl/5-6b"),
    *_5_6b("phvl/5-6b/1"),
    provision(
        "phvl/5-6b/2",
        Text(
            "Den tiltalte eller domfelte skal informeres, om mulig på forhånd, om hvilke"
            " opplysninger som gis.",
            "Den tiltalte eller domfelte skal informerast, om mogleg på førehand, om kva"
            " opplysningar som blir gitte.",
        ),
        fra=_2012,
        endret_ved=_LOV_2012,
    ),
)

_KLAGE_NAA = Text(
    "Domfelte, fornærmede og etterlatte kan klage til statsforvalteren på vedtak etter første og"
    " tredje ledd, ikke på varsel om unndragelse.",
    "Domfelte, fornærma og etterlatne kan klage til statsforvaltaren på vedtak etter første og"
    " tredje ledd, ikkje på varsel om unndraging.",
)
_KLAGE_FOER = Text(
    "Domfelte, fornærmede og etterlatte kan klage til fylkesmannen på vedtak etter første og tredje"
    " ledd, ikke på varsel om unndragelse.",
    "Domfelte, fornærma og etterlatne kan klage til fylkesmannen på vedtak etter første og tredje"
    " ledd, ikkje på varsel om unndraging.",
)
_HELE_5_6C = Text(
    "Den faglig ansvarlige skal varsle fornærmede og etterlatte som ønsker det, om overføring,"
    " permisjon, unndragelse og opphør når det er av betydning.",
    "Den fagleg ansvarlege skal varsle fornærma og etterlatne som ønskjer det, om overføring,"
    " permisjon, unndraging og opphøyr når det har noko å seie.",
)


def _5_6c(kilde_id: str, gjelder: Text) -> Kilde:
    return provision(kilde_id, gjelder, fra=_2014, endret_ved=_LOV_2013)


def _5_6c_klage(kilde_id: str, foer: Text, naa: Text) -> tuple[Kilde, ...]:
    return (
        provision(kilde_id, foer, fra=_2014, til=date(2021, 5, 31), endret_ved=_LOV_2013),
        provision(kilde_id, naa, fra=_2021, endret_ved=_LOV_2021),
    )


_5_6C = (
    *_5_6c_klage("phvl/5-6c", _HELE_5_6C, _HELE_5_6C),
    _5_6c(
        "phvl/5-6c/1",
        Text(
            "Varsel om vedtak etter §§ 5-2 og 5-4 og om nytt sikkerhetsnivå når det er av"
            " betydning; om enkeltpermisjon når det er av særlig betydning.",
            "Varsel om vedtak etter §§ 5-2 og 5-4 og om nytt tryggleiksnivå når det har noko å"
            " seie; om einskildpermisjon når det har særleg mykje å seie.",
        ),
    ),
    _5_6c(
        "phvl/5-6c/2",
        Text(
            "Unndrar den domfelte seg gjennomføringen, skal fornærmede eller etterlatte varsles så"
            " snart som mulig når det er av betydning.",
            "Unndreg den domfelte seg gjennomføringa, skal fornærma eller etterlatne varslast så"
            " snart som råd når det har noko å seie.",
        ),
    ),
    _5_6c(
        "phvl/5-6c/3",
        Text(
            "Fornærmede eller etterlatte skal varsles på forhånd om når reaksjonen opphører, når"
            " det er av betydning.",
            "Fornærma eller etterlatne skal varslast på førehand om når reaksjonen opphøyrer, når"
            " det har noko å seie.",
        ),
    ),
    _5_6c(
        "phvl/5-6c/4",
        Text(
            "Taushetsplikt hindrer ikke varslene, og den faglig ansvarlige og påtalemyndigheten kan"
            " utveksle nødvendige opplysninger om varsling.",
            "Teieplikt hindrar ikkje varsla, og den fagleg ansvarlege og påtalemakta kan utveksle"
            " nødvendige opplysningar om varsling.",
        ),
    ),
    _5_6c(
        "phvl/5-6c/5",
        Text(
            "Det varsles bare når fornærmede eller etterlatte ønsker det, og så langt den domfeltes"
            " sikkerhet er ivaretatt.",
            "Det skal berre varslast når fornærma eller etterlatne ønskjer det, og så langt"
            " tryggleiken til den domfelte er teken vare på.",
        ),
    ),
    *_5_6c_klage("phvl/5-6c/6", _KLAGE_FOER, _KLAGE_NAA),
)

PROVISIONS: tuple[Kilde, ...] = _NK + _5_6A_OG_B + _5_6C
"""Psykisk helsevernloven §§ 5-2 a, 5-2 b, 5-6 a, 5-6 b and 5-6 c."""
