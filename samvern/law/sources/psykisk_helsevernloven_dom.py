"""Psykisk helsevernloven chapter 5: carrying out the sentence.

The chapter has applied since 1 January 2002. §§ 5-6, 5-7 and 5-8 were repealed from 1 October 2020
(requirement LF-K1), so they are in force on no day after 30 September 2020.
"""

from datetime import date

from samvern.law.source import Kilde, Ordlyd
from samvern.law.sources.citation import provision, unread
from samvern.law.text import Text

_START = date(2002, 1, 1)
_2007 = date(2007, 1, 1)
_2015 = date(2015, 10, 1)
_2016 = date(2016, 10, 1)
_2020 = date(2020, 10, 1)
_TIL_2007 = date(2006, 12, 31)
_TIL_2015 = date(2015, 9, 30)
_TIL_2016 = date(2016, 9, 30)
_TIL_2020 = date(2020, 9, 30)
_LOV_2001 = "lov 15. juni 2001 nr. 64"
_LOV_2003 = "lov 20. juni 2003 nr. 45"
_LOV_2006 = "lov 30. juni 2006 nr. 45"
_LOV_2015 = "lov 19. juni 2015 nr. 65"
_LOV_2016 = "lov 29. april 2016 nr. 7"
_LOV_2018 = "lov 22. juni 2018 nr. 76"
_LOV_2020 = "lov 21. juni 2019 nr. 48"

_UENDRET = Text(
    "Endringsnotene viser ingen endring siden kapitlet trådte i kraft.",
    "Endringsnotane viser inga endring sidan kapittelet tok til å gjelde.",
)
_5_4_2_NOTE = Text(
    "Utdraget av endringsloven fra 2006 viser bare første ledd; om annet ledd da ble endret, er"
    " ikke kjent.",
    "Utdraget av endringslova frå 2006 viser berre første ledd; om andre ledd då vart endra, er"
    " ikkje kjent.",
)
_OPPHEVET = Text(
    "Opphevet fra 1. oktober 2020 ved lov 21. juni 2019 nr. 48.",
    "Oppheva frå 1. oktober 2020 ved lov 21. juni 2019 nr. 48.",
)

_GJELDER_SAA_LANGT = Text(
    "Ved dom gjelder loven så langt den passer, men ikke §§ 3-1 til 3-4 og 3-7 til 3-9.",
    "Ved dom gjeld lova så langt ho høver, men ikkje §§ 3-1 til 3-4 og 3-7 til 3-9.",
)


def _5_1(kilde_id: str) -> tuple[Kilde, ...]:
    return (
        *unread(
            kilde_id,
            Text("forholdet til resten av loven", "forholdet til resten av lova"),
            ((_START, None),),
            til=_TIL_2007,
        ),
        provision(kilde_id, _GJELDER_SAA_LANGT, fra=_2007, til=_TIL_2015, endret_ved=_LOV_2006),
        provision(kilde_id, _GJELDER_SAA_LANGT, fra=_2015, endret_ved=_LOV_2015),
    )


_5_1_5_2 = (
    *_5_1("phvl/5-1"),
    *_5_1("phvl/5-1/1"),
    provision(
        "phvl/5-2/1",
        Text(
            "Det regionale helseforetaket i den domfeltes bostedsregion avgjør hvilken institusjon"
            " som får behandlingsansvaret.",
            "Det regionale helseføretaket i bustadregionen til den domfelte avgjer kva institusjon"
            " som får behandlingsansvaret.",
        ),
        fra=_START,
        endret_ved="lov 15. juni 2001 nr. 93",
    ),
    provision(
        "phvl/5-2/2",
        Text(
            "Det regionale helseforetaket skal sørge for at vernet settes i verk umiddelbart etter"
            " rettskraftig dom.",
            "Det regionale helseføretaket skal syte for at vernet blir sett i verk straks etter"
            " rettskraftig dom.",
        ),
        fra=_START,
        endret_ved="lov 15. juni 2001 nr. 93",
    ),
)

_SAMFUNNSVERN = Text(
    "Den faglig ansvarlige bestemmer gjennomføringen etter de tre ukene og veier behandling mot"
    " samfunnsvern; ved tidsubestemt dom veier samfunnsvernet særlig tungt.",
    "Den fagleg ansvarlege avgjer gjennomføringa etter dei tre vekene og veg behandling mot"
    " samfunnsvern; ved tidsubestemt dom veg samfunnsvernet særleg tungt.",
)

_5_3 = (
    provision(
        "phvl/5-3/1",
        Text(
            "De første tre ukene skal den domfelte ha døgnopphold i institusjon, og den faglig"
            " ansvarlige bør rådføre seg med de sakkyndige.",
            "Dei første tre vekene skal den domfelte ha døgnopphald i institusjon, og den fagleg"
            " ansvarlege bør rådføre seg med dei sakkunnige.",
        ),
        fra=_START,
        merknad=_UENDRET,
    ),
    *unread(
        "phvl/5-3/2",
        Text("gjennomføringen av vernet", "gjennomføringa av vernet"),
        ((_START, None),),
        til=_TIL_2016,
    ),
    provision("phvl/5-3/2", _SAMFUNNSVERN, fra=_2016, til=_TIL_2020, endret_ved=_LOV_2016),
    provision("phvl/5-3/2", _SAMFUNNSVERN, fra=_2020, endret_ved=_LOV_2020),
    provision(
        "phvl/5-3/3",
        Text(
            "Når særlige hensyn tilsier det, skal påtalemyndigheten konsulteres før flytting mellom"
            " sikkerhetsnivåer i samme institusjon og før permisjon.",
            "Når særlege omsyn tilseier det, skal påtalemakta konsulterast før flytting mellom"
            " tryggleiksnivå i same institusjon og før permisjon.",
        ),
        fra=_2020,
        endret_ved=_LOV_2020,
    ),
)

_5_4_5_5 = (
    *unread(
        "phvl/5-4/1",
        Text("klage på overføring", "klage på overføring"),
        ((_START, None),),
        til=_TIL_2007,
    ),
    provision(
        "phvl/5-4/1",
        Text(
            "Etter tre ukers døgnopphold kan overføringsvedtak påklages til kontrollkommisjonen av"
            " den domfelte, nærmeste pårørende og påtalemyndigheten; prøvd ut fra den domfelte,"
            " plasseringsalternativer og forholdene ellers.",
            "Etter tre vekers døgnopphald kan overføringsvedtak påklagast til kontrollkommisjonen"
            " av den domfelte, næraste pårørande og påtalemakta; prøvd ut frå den domfelte,"
            " plasseringsalternativ og forholda elles.",
        ),
        fra=_2007,
        til=_TIL_2020,
        endret_ved=_LOV_2006,
    ),
    provision(
        "phvl/5-4/1",
        Text(
            "Etter tre ukers døgnopphold kan overføringsvedtak påklages til kontrollkommisjonen av"
            " den domfelte, nærmeste pårørende og påtalemyndigheten; andres liv, helse og frihet er"
            " med i prøvingen.",
            "Etter tre vekers døgnopphald kan overføringsvedtak påklagast til kontrollkommisjonen"
            " av den domfelte, næraste pårørande og påtalemakta; liv, helse og fridom hos andre"
            " er med i prøvinga.",
        ),
        fra=_2020,
        endret_ved=_LOV_2020,
    ),
    *unread(
        "phvl/5-4/2",
        Text("utsatt iverksetting av overføring", "utsett iverksetjing av overføring"),
        ((_START, None),),
        til=_TIL_2007,
        merknad=_5_4_2_NOTE,
    ),
    provision(
        "phvl/5-4/2",
        Text(
            "Overføring fra døgnopphold til uten, eller til døgnopphold i en annen institusjon,"
            " venter til klagefristen er ute eller det er klart at ingen klager, og på klagesaken,"
            " med mindre tilstanden gjør rask overføring uomgjengelig nødvendig.",
            "Overføring frå døgnopphald til utan, eller til døgnopphald i ein annan institusjon,"
            " ventar til klagefristen er ute eller det er klart at ingen klagar, og på klagesaka,"
            " om ikkje tilstanden gjer rask overføring uomgjengeleg nødvendig.",
        ),
        fra=_2007,
        endret_ved=_LOV_2006,
        merknad=_5_4_2_NOTE,
    ),
    provision(
        "phvl/5-5",
        Text(
            "De klageberettigede kan begjære endringer i gjennomføringen; etter avslag i"
            " kommisjonen kan ingen av dem klage på samme faktiske grunnlag før seks måneder.",
            "Dei som har klagerett, kan krevje endringar i gjennomføringa; etter avslag i"
            " kommisjonen kan ingen av dei klage på same faktiske grunnlag før seks månader.",
        ),
        fra=_START,
        merknad=_UENDRET,
    ),
    provision(
        "phvl/5-5/p1",
        Text(
            "De klageberettigede etter § 5-4 kan begjære slike endringer som er nevnt der.",
            "Dei som har klagerett etter § 5-4, kan krevje slike endringar som er nemnde der.",
        ),
        fra=_START,
        merknad=_UENDRET,
    ),
    provision(
        "phvl/5-5/p2",
        Text(
            "Etter avslag i kommisjonen kan ingen klageberettiget klage på de samme faktiske"
            " omstendighetene før seks måneder etter at vedtaket var endelig.",
            "Etter avslag i kommisjonen kan ingen av dei som har klagerett, klage på dei same"
            " faktiske omstenda før seks månader etter at vedtaket var endeleg.",
        ),
        fra=_START,
        merknad=_UENDRET,
    ),
)

_5_6_EMNE = Text(
    "overføring til anstalt under kriminalomsorgen",
    "overføring til anstalt under kriminalomsorga",
)
_5_6_TIL_DOM = Text(
    "Retten kan etter begjæring fra den faglig ansvarlige overføre den domfelte til anstalt under"
    " kriminalomsorgen når særlige grunner taler for det og gjentakelsesfaren består.",
    "Retten kan etter krav frå den fagleg ansvarlege overføre den domfelte til anstalt under"
    " kriminalomsorga når særlege grunnar talar for det og gjentakingsfaren står ved lag.",
)
_5_6_ANDRE = Text(
    "Påtalemyndigheten fremmer saken for tingretten, som dømmer, og behandlingen skal påskyndes.",
    "Påtalemakta fremjar saka for tingretten, som dømmer, og handsaminga skal påskundast.",
)
_5_6_SITAT = Text(
    f"{_OPPHEVET.nb} Annet ledd er bare kjent fra gjengivelse.",
    f"{_OPPHEVET.nn} Andre ledd er berre kjent frå attgiving.",
)
_BARE_FOERSTE = Text(
    f"{_OPPHEVET.nb} Bare første ledd er lest.", f"{_OPPHEVET.nn} Berre første ledd er lese."
)
_PROEVE = Text(
    "opphør og prøveløslatelse etter overføring", "opphøyr og prøvelauslating etter overføring"
)
_TILBAKE = Text("tilbakeføring fra kriminalomsorgen", "tilbakeføring frå kriminalomsorga")
_PLIKT_TILBAKE = Text(
    "Blir sinnstilstanden igjen som i straffeloven § 20 bokstav b eller d, skal den domfelte"
    " tilbakeføres til tvungent psykisk helsevern.",
    "Blir sinnstilstanden att som i straffelova § 20 bokstav b eller d, skal den domfelte førast"
    " tilbake til tvungent psykisk helsevern.",
)
_2003 = date(2003, 7, 1)
_2018 = date(2018, 6, 22)
_TIL_2018 = date(2018, 6, 21)


def _5_6(kilde_id: str, gjelder: Text, ordlyd: Ordlyd, merknad: Text) -> tuple[Kilde, ...]:
    return (
        *unread(kilde_id, _5_6_EMNE, ((_START, _LOV_2001),), til=_TIL_2015),
        provision(
            kilde_id,
            gjelder,
            fra=_2015,
            til=_TIL_2020,
            ordlyd=ordlyd,
            endret_ved=_LOV_2015,
            merknad=merknad,
        ),
    )


def _5_8(kilde_id: str, merknad: Text, foer_2018: Ordlyd) -> tuple[Kilde, ...]:
    return (
        *unread(kilde_id, _TILBAKE, ((_START, None), (_2003, _LOV_2003)), til=_TIL_2015),
        provision(
            kilde_id,
            _PLIKT_TILBAKE,
            fra=_2015,
            til=_TIL_2018,
            ordlyd=foer_2018,
            endret_ved=_LOV_2015,
            merknad=merknad,
        ),
        provision(
            kilde_id,
            _PLIKT_TILBAKE,
            fra=_2018,
            til=_TIL_2020,
            ordlyd=Ordlyd.BARE_OMTALE,
            endret_ved=_LOV_2018,
            merknad=merknad,
        ),
    )


_KRIMINALOMSORG = (
    *_5_6("phvl/5-6", _5_6_TIL_DOM, Ordlyd.BARE_OMTALE, _5_6_SITAT),
    *_5_6("phvl/5-6/1", _5_6_TIL_DOM, Ordlyd.BARE_OMTALE, _OPPHEVET),
    *_5_6("phvl/5-6/2", _5_6_ANDRE, Ordlyd.BARE_OMTALE, _5_6_SITAT),
    *_5_6(
        "phvl/5-6/3",
        Text(
            "Er vilkåret om gjentakelsesfare ikke oppfylt, skal reaksjonen opphøre.",
            "Er vilkåret om gjentakingsfare ikkje oppfylt, skal reaksjonen opphøyre.",
        ),
        Ordlyd.LEST,
        _OPPHEVET,
    ),
    *unread("phvl/5-7", _PROEVE, ((_START, None), (_2003, _LOV_2003)), til=_TIL_2015),
    provision(
        "phvl/5-7",
        Text(
            "Etter overføring til kriminalomsorgen gjelder straffeloven § 65 om opphør så langt den"
            " passer, og retten kan i stedet beslutte prøveløslatelse.",
            "Etter overføring til kriminalomsorga gjeld straffelova § 65 om opphøyr så langt han"
            " høver, og retten kan i staden avgjere prøvelauslating.",
        ),
        fra=_2015,
        til=_TIL_2020,
        endret_ved=_LOV_2015,
        merknad=_OPPHEVET,
    ),
    *_5_8("phvl/5-8", _BARE_FOERSTE, Ordlyd.BARE_OMTALE),
    *_5_8("phvl/5-8/1", _OPPHEVET, Ordlyd.LEST),
)

PROVISIONS: tuple[Kilde, ...] = _5_1_5_2 + _5_3 + _5_4_5_5 + _KRIMINALOMSORG
"""Psykisk helsevernloven §§ 5-1 to 5-5 and the repealed 5-6 to 5-8."""
