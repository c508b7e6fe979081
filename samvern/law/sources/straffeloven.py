"""Straffeloven (2005): how deadlines are counted, grounds for the sentence, and its end.

In force from 1 October 2015. §§ 20 and 62 were rebuilt twice (requirements LF-K2 and LF-K3), so
the same ledd number means different things before and after.
"""

from datetime import date

from samvern.law.source import Kilde
from samvern.law.sources.citation import provision
from samvern.law.text import Text

_START = date(2015, 10, 1)
_2016 = date(2016, 10, 1)
_2020 = date(2020, 10, 1)
_TIL_2016 = date(2016, 9, 30)
_TIL_2020 = date(2020, 9, 30)
_LOV_2016 = "lov 29. april 2016 nr. 7"
_LOV_2020 = "lov 21. juni 2019 nr. 48"

_LEST_2005 = Text(
    "Ordlyden er lest slik loven ble vedtatt i 2005; endringsnotene viser ingen endring før 2020.",
    "Ordlyden er lesen slik lova vart vedteken i 2005; endringsnotane viser inga endring før 2020.",
)
_FEMTE = Text(
    "Startdagen er dagen loven trådte i kraft; hvilken endringslov leddet kom med, er ikke funnet.",
    "Startdagen er dagen lova tok til å gjelde; kva endringslov leddet kom med, er ikkje funne.",
)

_13 = (
    provision(
        "strl/13",
        Text(
            "Lovbestemte frister i straffeloven regnes etter domstolloven § 148 annet ledd (uker,"
            " måneder og år) og § 149 første ledd (utvidelse til neste virkedag).",
            "Lovfesta fristar i straffelova blir rekna etter domstollova § 148 andre ledd (veker,"
            " månader og år) og § 149 første ledd (utviding til neste virkedag).",
        ),
        fra=_START,
    ),
)

_20 = (
    provision(
        "strl/20",
        Text(
            "Utilregnelig er den som på handlingstiden var under 15 år, psykotisk, psykisk"
            " utviklingshemmet i høy grad eller hadde en sterk bevissthetsforstyrrelse som ikke"
            " skyldtes selvforskyldt rus.",
            "Utilrekneleg er den som på handlingstida var under 15 år, psykotisk, psykisk"
            " utviklingshemma i høg grad eller hadde ei sterk medvitsforstyrring som ikkje kom av"
            " sjølvforskyldt rus.",
        ),
        fra=_START,
        til=_TIL_2020,
        merknad=_LEST_2005,
    ),
    provision(
        "strl/20",
        Text(
            "Utilregnelig er den som var under 15 år, eller som hadde sterkt avvikende"
            " sinnstilstand, sterk bevissthetsforstyrrelse eller høygradig psykisk"
            " utviklingshemming; svikten i virkelighetsforståelse og funksjonsevne er avgjørende.",
            "Utilrekneleg er den som var under 15 år, eller som hadde sterkt avvikande"
            " sinnstilstand, sterk medvitsforstyrring eller høggradig psykisk utviklingshemming;"
            " svikten i røyndomsforståing og funksjonsevne er avgjerande.",
        ),
        fra=_2020,
        endret_ved=_LOV_2020,
    ),
    provision(
        "strl/20/1/b",
        Text("Psykotisk på handlingstiden.", "Psykotisk på handlingstida."),
        fra=_START,
        til=_TIL_2020,
        merknad=_LEST_2005,
    ),
    provision(
        "strl/20/1/c",
        Text(
            "Psykisk utviklingshemmet i høy grad; fører til tvungen omsorg, ikke tvungent psykisk"
            " helsevern.",
            "Psykisk utviklingshemma i høg grad; fører til tvungen omsorg, ikkje tvungent psykisk"
            " helsevern.",
        ),
        fra=_START,
        til=_TIL_2020,
        merknad=_LEST_2005,
    ),
    provision(
        "strl/20/1/d",
        Text(
            "Sterk bevissthetsforstyrrelse på handlingstiden.",
            "Sterk medvitsforstyrring på handlingstida.",
        ),
        fra=_START,
        til=_TIL_2020,
        merknad=_LEST_2005,
    ),
    provision(
        "strl/20/2/a",
        Text("Sterkt avvikende sinnstilstand.", "Sterkt avvikande sinnstilstand."),
        fra=_2020,
        endret_ved=_LOV_2020,
    ),
    provision(
        "strl/20/2/b",
        Text("Sterk bevissthetsforstyrrelse.", "Sterk medvitsforstyrring."),
        fra=_2020,
        endret_ved=_LOV_2020,
    ),
    provision(
        "strl/20/2/c",
        Text("Høygradig psykisk utviklingshemming.", "Høggradig psykisk utviklingshemming."),
        fra=_2020,
        endret_ved=_LOV_2020,
    ),
)

_65_1_TO_2 = (
    provision(
        "strl/65/1",
        Text(
            "Reaksjonen kan bare opprettholdes så lenge vilkåret om gjentakelsesfare i § 62 er"
            " oppfylt.",
            "Reaksjonen kan berre haldast ved lag så lenge vilkåret om gjentakingsfare i § 62 er"
            " oppfylt.",
        ),
        fra=_START,
    ),
    provision(
        "strl/65/2",
        Text(
            "Den domfelte, nærmeste pårørende og den faglig ansvarlige kan begjære opphør;"
            " påtalemyndigheten fremmer saken for tingretten, som dømmer, og saken skal påskyndes.",
            "Den domfelte, næraste pårørande og den fagleg ansvarlege kan krevje opphøyr;"
            " påtalemakta fremjar saka for tingretten, som dømmer, og saka skal påskundast.",
        ),
        fra=_START,
    ),
    provision(
        "strl/65/2/p1",
        Text(
            "Den domfelte, den domfeltes nærmeste pårørende og den faglig ansvarlige kan begjære"
            " opphør.",
            "Den domfelte, næraste pårørande til den domfelte og den fagleg ansvarlege kan krevje"
            " opphøyr.",
        ),
        fra=_START,
    ),
    provision(
        "strl/65/2/p3",
        Text(
            "Påtalemyndigheten fremmer saken for tingretten, som avgjør den ved dom.",
            "Påtalemakta fremjar saka for tingretten, som avgjer henne ved dom.",
        ),
        fra=_START,
    ),
    provision(
        "strl/65/2/p4",
        Text("Behandlingen av saken skal påskyndes.", "Handsaminga av saka skal påskundast."),
        fra=_START,
    ),
)

_ETT_AAR = Text(
    "Opphør kan ikke begjæres før ett år etter at overføringsdommen eller en dom som nekter"
    " opphør, er endelig.",
    "Opphøyr kan ikkje krevjast før eitt år etter at overføringsdommen eller ein dom som nektar"
    " opphøyr, er endeleg.",
)
_SEKS_MAANEDER = Text(
    "Ved tidsbestemt reaksjon kan opphør ikke begjæres før seks måneder etter at overføringsdommen"
    " eller en dom som nekter opphør, er endelig.",
    "Ved tidsbestemt reaksjon kan opphøyr ikkje krevjast før seks månader etter at"
    " overføringsdommen eller ein dom som nektar opphøyr, er endeleg.",
)
_BEGGE_SPERRER = Text(
    "Begjæring om opphør kan fremsettes tidligst ett år etter endelig overføringsdom eller dom som"
    " nekter opphør; ved tidsbestemt reaksjon etter seks måneder.",
    "Krav om opphøyr kan setjast fram tidlegast eitt år etter endeleg overføringsdom eller dom som"
    " nektar opphøyr; ved tidsbestemt reaksjon etter seks månader.",
)

_65_3 = (
    provision("strl/65/3", _ETT_AAR, fra=_START, til=_TIL_2016),
    provision("strl/65/3", _BEGGE_SPERRER, fra=_2016, til=_TIL_2020, endret_ved=_LOV_2016),
    provision("strl/65/3", _BEGGE_SPERRER, fra=_2020, endret_ved=_LOV_2020),
    provision("strl/65/3/p1", _ETT_AAR, fra=_START),
    provision(
        "strl/65/3/p2",
        _SEKS_MAANEDER,
        fra=_2016,
        til=_TIL_2020,
        endret_ved=_LOV_2016,
        merknad=Text(
            "Viser til § 62 første ledd annet punktum.", "Viser til § 62 første ledd andre punktum."
        ),
    ),
    provision(
        "strl/65/3/p2",
        _SEKS_MAANEDER,
        fra=_2020,
        endret_ved=_LOV_2020,
        merknad=Text("Viser til § 62 annet ledd.", "Viser til § 62 andre ledd."),
    ),
)

_NAAR_SOM_HELST = Text(
    "Påtalemyndigheten kan når som helst beslutte at reaksjonen skal opphøre.",
    "Påtalemakta kan når som helst avgjere at reaksjonen skal opphøyre.",
)
_TRE_AAR = Text(
    "Senest tre år etter siste rettskraftige dom skal påtalemyndigheten enten beslutte opphør eller"
    " bringe spørsmålet om opprettholdelse inn for tingretten.",
    "Seinast tre år etter siste rettskraftige dom skal påtalemakta anten avgjere opphøyr eller"
    " bringe spørsmålet om å halde reaksjonen ved lag inn for tingretten.",
)
_SLUTT = Text(
    "Tidsbestemt reaksjon skal opphøre senest tre år etter overføringsdommen.",
    "Tidsbestemt reaksjon skal opphøyre seinast tre år etter overføringsdommen.",
)
_TRE_AAR_ALT = Text(
    "Påtalemyndigheten kan alltid beslutte opphør, og må senest tre år etter siste rettskraftige"
    " dom velge mellom opphør og sak om opprettholdelse.",
    "Påtalemakta kan alltid avgjere opphøyr, og må seinast tre år etter siste rettskraftige dom"
    " velje mellom opphøyr og sak om å halde reaksjonen ved lag.",
)
_TRE_AAR_OG_SLUTT = Text(
    f"{_TRE_AAR_ALT.nb[:-1]}; tidsbestemt reaksjon opphører senest tre år etter overføringsdommen.",
    f"{_TRE_AAR_ALT.nn[:-1]}; tidsbestemt reaksjon opphøyrer seinast tre år etter"
    " overføringsdommen.",
)

_65_4 = (
    provision("strl/65/4", _TRE_AAR_ALT, fra=_START, til=_TIL_2016),
    provision("strl/65/4", _TRE_AAR_OG_SLUTT, fra=_2016, til=_TIL_2020, endret_ved=_LOV_2016),
    provision("strl/65/4", _TRE_AAR_OG_SLUTT, fra=_2020, endret_ved=_LOV_2020),
    provision("strl/65/4/p1", _NAAR_SOM_HELST, fra=_START),
    provision("strl/65/4/p2", _TRE_AAR, fra=_START),
    provision(
        "strl/65/4/p3",
        _SLUTT,
        fra=_2016,
        til=_TIL_2020,
        endret_ved=_LOV_2016,
        merknad=Text(
            "Viser til § 62 første ledd annet punktum.", "Viser til § 62 første ledd andre punktum."
        ),
    ),
    provision(
        "strl/65/4/p3",
        _SLUTT,
        fra=_2020,
        endret_ved=_LOV_2020,
        merknad=Text("Viser til § 62 annet ledd.", "Viser til § 62 andre ledd."),
    ),
)

_65_5 = (
    provision(
        "strl/65/5",
        Text(
            "Utvises den domfelte og forlater riket, opphører reaksjonen midlertidig; ved retur"
            " avgjør påtalemyndigheten om den skal opprettholdes, og saken må til tingretten når"
            " det er gått mer enn tre år.",
            "Blir den domfelte utvist og forlèt riket, opphøyrer reaksjonen mellombels; ved retur"
            " avgjer påtalemakta om han skal haldast ved lag, og saka må til tingretten når det er"
            " gått meir enn tre år.",
        ),
        fra=_START,
        merknad=_FEMTE,
    ),
    provision(
        "strl/65/5/p1",
        Text(
            "Reaksjonen opphører midlertidig når den domfelte er utvist og har forlatt riket.",
            "Reaksjonen opphøyrer mellombels når den domfelte er utvist og har forlate riket.",
        ),
        fra=_START,
        merknad=_FEMTE,
    ),
    provision(
        "strl/65/5/p2",
        Text(
            "Kommer den domfelte tilbake til riket, skal påtalemyndigheten avgjøre om reaksjonen"
            " skal opprettholdes eller opphøre.",
            "Kjem den domfelte tilbake til riket, skal påtalemakta avgjere om reaksjonen skal"
            " haldast ved lag eller opphøyre.",
        ),
        fra=_START,
        merknad=_FEMTE,
    ),
    provision(
        "strl/65/5/p3",
        Text(
            "Vil påtalemyndigheten opprettholde reaksjonen mer enn tre år etter siste rettskraftige"
            " dom, skal saken bringes inn for tingretten; loven setter ingen frist for dette.",
            "Vil påtalemakta halde reaksjonen ved lag meir enn tre år etter siste rettskraftige"
            " dom, skal saka bringast inn for tingretten; lova set ingen frist for dette.",
        ),
        fra=_START,
        merknad=_FEMTE,
    ),
)

PROVISIONS: tuple[Kilde, ...] = _13 + _20 + _65_1_TO_2 + _65_3 + _65_4 + _65_5
"""Straffeloven §§ 13, 20 and 65; § 62 is in `straffeloven_vilkaar`."""
