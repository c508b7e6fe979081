"""Forvaltningsloven (1967): complaints against administrative decisions.

The act of 2025 has no start date in our material (requirement LF-K16). Its provisions are kept in
`FUTURE`, outside the ordinary tuple, so no rule can choose them before they are put in force.
"""

from datetime import date

from samvern.law.source import Kilde
from samvern.law.sources.citation import provision, unread
from samvern.law.text import Text

ALDRI_I_KRAFT = date.min
"""The `til` of a provision that is enacted but not in force: it is in force on no day."""

_1978 = date(1978, 1, 1)
_LOV_1977 = "lov 27. mai 1977 nr. 40"
_UENDRET = Text(
    "Paragrafen har ingen endringsnote; startdagen ligger før vårt materiale.",
    "Paragrafen har ingen endringsnote; startdagen ligg før materialet vårt.",
)
_27_VERSIONS = (
    (_1978, _LOV_1977),
    (date(1995, 4, 1), "lov 12. januar 1995 nr. 4"),
    (date(2002, 1, 1), "lov 21. desember 2001 nr. 117"),
    (date(2003, 10, 1), "lov 1. august 2003 nr. 86"),
    (date(2008, 1, 1), "lov 17. juni 2005 nr. 90"),
)
_2014 = date(2014, 2, 7)
_LOV_2013 = "lov 14. juni 2013 nr. 42"
_3_UKER = Text(
    "Klagefristen er tre uker fra underretningen om vedtaket kom frem til parten.",
    "Klagefristen er tre veker frå underrettinga om vedtaket kom fram til parten.",
)
_ETT_AAR = Text(
    "En klage kan ikke behandles som klagesak når det er gått mer enn ett år siden vedtaket.",
    "Ei klage kan ikkje handsamast som klagesak når det er gått meir enn eitt år sidan vedtaket.",
)
_FOR_SEN = Text(
    "En for sen klage kan tas under behandling når klageren ikke kan lastes, eller særlige grunner"
    " gjør det rimelig.",
    "Ei for sein klage kan takast under handsaming når klagaren ikkje kan lastast, eller særlege"
    " grunnar gjer det rimeleg.",
)

PROVISIONS: tuple[Kilde, ...] = (
    *unread(
        "fvl/27/1",
        Text("underretning om vedtak", "underretting om vedtak"),
        _27_VERSIONS,
        til=date(2014, 2, 6),
    ),
    provision(
        "fvl/27/1",
        Text(
            "Partene skal underrettes om vedtaket så snart som mulig, som regel skriftlig.",
            "Partane skal underrettast om vedtaket så snart som råd, som regel skriftleg.",
        ),
        fra=_2014,
        endret_ved=_LOV_2013,
    ),
    *unread(
        "fvl/27/3",
        Text("innholdet i underretningen", "innhaldet i underrettinga"),
        _27_VERSIONS,
        til=date(2014, 2, 6),
    ),
    provision(
        "fvl/27/3",
        Text(
            "Underretningen skal opplyse om klageadgang, klagefrist, klageinstans og fremgangsmåte,"
            " og om utsatt iverksetting når vedtaket kan bli gjennomført først.",
            "Underrettinga skal opplyse om klagerett, klagefrist, klageinstans og framgangsmåte, og"
            " om utsett iverksetjing når vedtaket kan bli gjennomført først.",
        ),
        fra=_2014,
        endret_ved=_LOV_2013,
    ),
    *unread(
        "fvl/28/1",
        Text("klagerett og klageinstans", "klagerett og klageinstans"),
        (
            (_1978, _LOV_1977),
            (date(1997, 3, 1), "lov 10. januar 1997 nr. 8"),
            (date(2003, 8, 1), "lov 27. juni 2003 nr. 66"),
            (date(2019, 11, 1), "lov 22. juni 2018 nr. 83"),
        ),
        til=date(2021, 5, 31),
        merknad=Text(
            "Endringsnotene gjelder hele § 28; lov 25. september 1992 nr. 107 har ingen dag i"
            " noten.",
            "Endringsnotane gjeld heile § 28; lov 25. september 1992 nr. 107 har ingen dag i"
            " noten.",
        ),
    ),
    provision(
        "fvl/28/1",
        Text(
            "Enkeltvedtak kan påklages av en part eller andre med rettslig klageinteresse til"
            " nærmest overordnede organ.",
            "Enkeltvedtak kan påklagast av ein part eller andre med rettsleg klageinteresse til det"
            " næraste overordna organet.",
        ),
        fra=date(2021, 6, 1),
        endret_ved="lov 7. mai 2021 nr. 34",
    ),
    provision("fvl/29/1", _3_UKER, fra=None, merknad=_UENDRET),
    provision(
        "fvl/29/2",
        Text(
            "For den som ikke er underrettet, løper fristen fra vedkommende fikk eller burde"
            " skaffet seg kjennskap til vedtaket; ved vedtak som gir noen en rettighet, høyst tre"
            " måneder.",
            "For den som ikkje er underretta, går fristen frå vedkomande fekk eller burde ha skaffa"
            " seg kjennskap til vedtaket; ved vedtak som gir nokon ein rett, høgst tre månader.",
        ),
        fra=None,
        merknad=_UENDRET,
    ),
    provision(
        "fvl/29/3",
        Text(
            "Krever en part begrunnelse etter § 24 annet ledd, avbrytes klagefristen og løper på"
            " nytt fra begrunnelsen er kommet frem.",
            "Krev ein part grunngiving etter § 24 andre ledd, blir klagefristen avbroten og går på"
            " nytt frå grunngivinga er komen fram.",
        ),
        fra=None,
        merknad=_UENDRET,
    ),
    provision(
        "fvl/29/4",
        Text(
            "Underinstansen eller klageinstansen kan i særlige tilfelle forlenge klagefristen før"
            " den er ute.",
            "Underinstansen eller klageinstansen kan i særlege tilfelle forlengje klagefristen før"
            " han er ute.",
        ),
        fra=None,
        merknad=_UENDRET,
    ),
    *unread(
        "fvl/30",
        Text("når en klage er fremsatt i tide", "når ei klage er sett fram i tide"),
        (
            (None, None),
            (date(2002, 1, 1), "lov 21. desember 2001 nr. 117"),
            (_2014, _LOV_2013),
        ),
        til=date(2015, 12, 31),
    ),
    provision(
        "fvl/30",
        Text(
            "Klagen er i tide når den er overgitt posttilbyder eller rett tjenestemann før fristen"
            " er ute; fristen regnes etter domstolloven §§ 148 og 149.",
            "Klaga er i tide når ho er overgitt posttilbydar eller rett tenestemann før fristen er"
            " ute; fristen blir rekna etter domstollova §§ 148 og 149.",
        ),
        fra=date(2016, 1, 1),
        endret_ved="lov 4. september 2015 nr. 91",
    ),
    provision("fvl/31/1", _FOR_SEN, fra=_1978, endret_ved=_LOV_1977),
    provision(
        "fvl/31/2",
        Text(
            "Det skal legges vekt på om en endring kan skade andre eller være til ulempe for dem.",
            "Det skal leggjast vekt på om ei endring kan skade andre eller vere til ulempe for"
            " dei.",
        ),
        fra=_1978,
        endret_ved=_LOV_1977,
    ),
    provision("fvl/31/3", _ETT_AAR, fra=_1978, endret_ved=_LOV_1977),
    *unread(
        "fvl/42/1",
        Text("utsatt iverksetting", "utsett iverksetjing"),
        (
            (_1978, _LOV_1977),
            (date(1995, 4, 1), "lov 12. januar 1995 nr. 4"),
        ),
        til=date(2022, 12, 19),
    ),
    provision(
        "fvl/42/1",
        Text(
            "Under- eller klageinstansen kan beslutte at vedtaket ikke skal settes i verk før"
            " klagefristen er ute eller klagen er avgjort.",
            "Under- eller klageinstansen kan avgjere at vedtaket ikkje skal setjast i verk før"
            " klagefristen er ute eller klaga er avgjord.",
        ),
        fra=date(2022, 12, 20),
        endret_ved="lov 20. desember 2022 nr. 115",
    ),
)
"""Forvaltningsloven 1967 §§ 27–31 and 42."""

_IKKE_I_KRAFT = Text(
    "Vedtatt, men uten ikrafttredelsesdag i vårt materiale; loven av 1967 gjelder. Paragrafen"
    " avløser forvaltningsloven 1967 på dette punktet den dagen Kongen setter den i kraft.",
    "Vedteken, men utan dag for ikraftsetjing i materialet vårt; lova av 1967 gjeld. Paragrafen"
    " avløyser forvaltningslova 1967 på dette punktet den dagen Kongen set han i kraft.",
)


def _future(kilde_id: str, gjelder: Text) -> Kilde:
    return provision(kilde_id, gjelder, fra=None, til=ALDRI_I_KRAFT, merknad=_IKKE_I_KRAFT)


FUTURE: tuple[Kilde, ...] = (
    _future("fvl2025/63/1", _3_UKER),
    _future(
        "fvl2025/63/2",
        Text(
            "For den som ikke har fått melding, løper fristen fra vedkommende fikk eller burde"
            " skaffet seg kjennskap; gir vedtaket noen en fordel, høyst tre måneder for andre.",
            "For den som ikkje har fått melding, går fristen frå vedkomande fekk eller burde ha"
            " skaffa seg kjennskap; gir vedtaket nokon ein fordel, høgst tre månader for andre.",
        ),
    ),
    _future(
        "fvl2025/63/4",
        Text(
            "Klagefristen regnes etter domstolloven §§ 148 og 149.",
            "Klagefristen blir rekna etter domstollova §§ 148 og 149.",
        ),
    ),
    _future(
        "fvl2025/64/1",
        Text(
            "Klagen er i tide når den er sendt eller levert til underinstansen før fristen er ute.",
            "Klaga er i tide når ho er send eller levert til underinstansen før fristen er ute.",
        ),
    ),
    _future("fvl2025/65/1", _FOR_SEN),
    _future("fvl2025/65/3", _ETT_AAR),
    _future(
        "fvl2025/76/2",
        Text(
            "Iverksettingen skal som hovedregel utsettes til klagen er behandlet når virkningen"
            " ikke kan gjøres om, eller noens liv eller helse kan bli satt i fare.",
            "Iverksetjinga skal som hovudregel utsetjast til klaga er handsama når verknaden ikkje"
            " kan gjerast om, eller liv eller helse kan bli sett i fare.",
        ),
    ),
)
"""Provisions of the act of 2025: known, cited nowhere, in force on no day yet."""
