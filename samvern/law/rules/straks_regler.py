"""The definitions of F-80 to F-88 and LF-K5; what sets them off is in `straks`."""

from datetime import timedelta

from samvern.law.event import Sakstype
from samvern.law.rule import Emne, Fristtype, Grunnlag, Rule, Sikkerhet, Versjon
from samvern.law.rules.regimes import (
    FORSKRIFT_2012,
    PHVL_FRA,
    REFORM_2007,
    REFORM_2020,
    SAERREAKSJON_FRA,
    START_OG_LENGDE,
    STRAFFELOVEN_2005_FRA,
    VARSLING_2014,
    always,
    basis,
    guideline,
    regimes,
    since,
)
from samvern.law.text import Text

_DOM = frozenset({Sakstype.TIDSUBESTEMT, Sakstype.TIDSBESTEMT})
_TPH = frozenset({Sakstype.TPH})
_ALLE = frozenset(Sakstype)
_STRAKS = Text(
    "Plikten har ingen tallfestet frist. Samvern viser dager siden det som utløste den.",
    "Plikta har ingen talfesta frist. Samvern viser dagar sidan det som utløyste ho.",
)
_INGENTING = Text("Ingenting.", "Ingenting.")


def _duty(
    rule_id: str,
    navn: Text,
    setning: Text,
    gjelder: frozenset[Sakstype],
    start: Text,
    handler: Text,
    varsles: Text,
    versjoner: tuple[Versjon, ...],
    grunnlag: Grunnlag = Grunnlag.LOV,
    krav: tuple[str, ...] = (),
    merknad: Text | None = None,
    foelge: Text = _STRAKS,
) -> Rule:
    return Rule(
        id=rule_id,
        emne=Emne.STRAKS,
        navn=navn,
        setning=setning,
        gjelder=gjelder,
        fristtype=Fristtype.STRAKS,
        grunnlag=grunnlag,
        sikkerhet=Sikkerhet.SIKKER,
        sikkerhet_merknad=merknad,
        start=start,
        handler=handler,
        varsles=varsles,
        foelge=foelge,
        avbrudd=_INGENTING,
        versjoner=versjoner,
        krav=(rule_id, *krav),
    )


F_80 = _duty(
    "F-80",
    Text("Opphørssaken skal påskyndes", "Opphøyrssaka skal påskundast"),
    Text(
        "Påtalemyndigheten og retten skal påskynde behandlingen av en begjæring om opphør.",
        "Påtalemakta og retten skal påskunde handsaminga av eit krav om opphøyr.",
    ),
    _DOM,
    Text("Finn dagen begjæringen ble sendt.", "Finn dagen kravet vart sendt."),
    Text("Påtalemyndigheten og tingretten", "Påtalemakta og tingretten"),
    Text("Domfelte, forsvareren og NK", "Domfelte, forsvararen og NK"),
    regimes(
        (SAERREAKSJON_FRA, False, basis(START_OG_LENGDE, "strl1902/39b/2")),
        (STRAFFELOVEN_2005_FRA, True, basis(START_OG_LENGDE, "strl/65/2/p4")),
    ),
)
F_81 = _duty(
    "F-81",
    Text("Tilbakeføring fra kriminalomsorgen", "Tilbakeføring frå kriminalomsorga"),
    Text(
        "Den som var overført til kriminalomsorgen, skulle føres tilbake når tilstanden tilsa "
        "det. Bestemmelsen er opphevet fra 1. oktober 2020.",
        "Den som var overført til kriminalomsorga, skulle førast tilbake når tilstanden tilsa "
        "det. Føresegna er oppheva frå 1. oktober 2020.",
    ),
    _DOM,
    Text(
        "Finn dagen dommen om overføring til kriminalomsorgen ble rettskraftig.",
        "Finn dagen dommen om overføring til kriminalomsorga vart rettskraftig.",
    ),
    Text("Faglig ansvarlig og kriminalomsorgen", "Fagleg ansvarleg og kriminalomsorga"),
    Text("Påtalemyndigheten og NK", "Påtalemakta og NK"),
    (
        Versjon(
            SAERREAKSJON_FRA, REFORM_2020 - timedelta(days=1), basis(START_OG_LENGDE, "phvl/5-8")
        ),
    ),
    krav=("LF-K1",),
    merknad=Text(
        "Om tilstanden tilsier tilbakeføring, er en menneskelig vurdering.",
        "Om tilstanden tilseier tilbakeføring, er ei menneskeleg vurdering.",
    ),
)
F_82 = _duty(
    "F-82",
    Text("Varsel om unndragelse", "Varsel om unndraging"),
    Text(
        "Faglig ansvarlig varsler fornærmede eller etterlatte så snart som mulig når den domfelte "
        "unndrar seg, når det er av betydning for dem, de ønsker varsel og hensynet til domfeltes "
        "sikkerhet er ivaretatt.",
        "Fagleg ansvarleg varslar fornærma eller etterlatne så snart som mogleg når den domfelte "
        "dreg seg unna, når det har noko å seie for dei, dei ønskjer varsel og omsynet til "
        "tryggleiken til den domfelte er teke vare på.",
    ),
    _DOM,
    Text("Finn når den domfelte unndro seg.", "Finn når den domfelte drog seg unna."),
    Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    Text("Fornærmede eller etterlatte", "Fornærma eller etterlatne"),
    since(VARSLING_2014, *basis(START_OG_LENGDE, "phvl/5-6c/2")),
)
F_83 = _duty(
    "F-83",
    Text("Varsel om opphør", "Varsel om opphøyr"),
    Text(
        "Faglig ansvarlig varsler fornærmede eller etterlatte på forhånd når reaksjonen skal "
        "opphøre, når det er av betydning for dem, de ønsker varsel og hensynet til domfeltes "
        "sikkerhet er ivaretatt.",
        "Fagleg ansvarleg varslar fornærma eller etterlatne på førehand når reaksjonen skal ta "
        "slutt, når det har noko å seie for dei, dei ønskjer varsel og omsynet til tryggleiken til "
        "den domfelte er teke vare på.",
    ),
    _DOM,
    Text("Finn dagen reaksjonen skal opphøre.", "Finn dagen reaksjonen skal ta slutt."),
    Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    Text("Fornærmede eller etterlatte", "Fornærma eller etterlatne"),
    since(VARSLING_2014, *basis(START_OG_LENGDE, "phvl/5-6c/3")),
    merknad=Text(
        "Fire uker før en kjent sluttdato er et produktvalg, ikke lov.",
        "Fire veker før ein kjend sluttdato er eit produktval, ikkje lov.",
    ),
)
F_84 = _duty(
    "F-84",
    Text("Varsel til statsadvokaten", "Varsel til statsadvokaten"),
    Text(
        "Permisjon og interne flyttinger som kan ha vesentlig betydning, varsles skriftlig til "
        "statsadvokaten.",
        "Permisjon og interne flyttingar som kan ha mykje å seie, blir varsla skriftleg til "
        "statsadvokaten.",
    ),
    _DOM,
    Text("Finn dagen beslutningen ble tatt.", "Finn dagen avgjerda vart teken."),
    Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    Text("Statsadvokaten", "Statsadvokaten"),
    guideline(*basis(START_OG_LENGDE, "nk/retningslinje", "nk/varsel-permisjon")),
    grunnlag=Grunnlag.RETNINGSLINJE,
    krav=("N-14.7",),
)
F_85 = _duty(
    "F-85",
    Text("Kommisjonens dokumentkontroll", "Dokumentkontrollen til kommisjonen"),
    Text(
        "Kontrollkommisjonen kontrollerer så snart som mulig at fremgangsmåten er riktig.",
        "Kontrollkommisjonen kontrollerer så snart som mogleg at framgangsmåten er rett.",
    ),
    _TPH,
    Text("Finn dagen vedtaket ble truffet.", "Finn dagen vedtaket vart gjort."),
    Text("Kontrollkommisjonen", "Kontrollkommisjonen"),
    Text("Institusjonen", "Institusjonen"),
    regimes(
        (PHVL_FRA, False, basis(START_OG_LENGDE, "phvl/3-8/1")),
        (REFORM_2007, True, basis(START_OG_LENGDE, "phvl/3-8/1")),
        (FORSKRIFT_2012, True, basis(START_OG_LENGDE, "phvl/3-8/1", "phvf/57")),
    ),
)
F_86 = _duty(
    "F-86",
    Text(
        "Underretning til myndigheten som begjærte",
        "Underretning til styresmakta som sette fram kravet",
    ),
    Text(
        "Har politi, kommune eller en annen myndighet begjært vernet, får den vedtaket, "
        "begrunnelsen og klageadgangen så snart som mulig.",
        "Har politi, kommune eller ei anna styresmakt sett fram krav, får ho vedtaket, "
        "grunngivinga og klagehøvet så snart som mogleg.",
    ),
    _TPH,
    Text("Finn dagen vedtaket ble truffet.", "Finn dagen vedtaket vart gjort."),
    Text("Institusjonen", "Institusjonen"),
    Text("Myndigheten som begjærte", "Styresmakta som sette fram kravet"),
    regimes(
        (PHVL_FRA, False, basis(START_OG_LENGDE, "rundskriv/politi-helse")),
        (
            FORSKRIFT_2012,
            True,
            basis(START_OG_LENGDE, "phvf/10/3", "phvf/7/3/d", "rundskriv/politi-helse"),
        ),
    ),
)
F_87 = _duty(
    "F-87",
    Text("Politiets varsel til helsetjenesten", "Varsel frå politiet til helsetenesta"),
    Text(
        "Politiet varsler helsetjenesten øyeblikkelig når noen kan trenge legehjelp.",
        "Politiet varslar helsetenesta med ein gong når nokon kan trenge legehjelp.",
    ),
    _ALLE,
    Text("Finn når behovet ble kjent.", "Finn når behovet vart kjent."),
    Text("Politiet", "Politiet"),
    Text("Helsetjenesten", "Helsetenesta"),
    always(*basis(START_OG_LENGDE, "rundskriv/2-1")),
    grunnlag=Grunnlag.RETNINGSLINJE,
)
F_88 = _duty(
    "F-88",
    Text("Midlertidig opphør ved utreise", "Mellombels opphøyr ved utreise"),
    Text(
        "Reaksjonen opphører midlertidig når den som er utvist, forlater riket.",
        "Reaksjonen tek mellombels slutt når den som er utvist, forlèt riket.",
    ),
    _DOM,
    Text("Finn dagen den utviste forlot riket.", "Finn dagen den utviste forlét riket."),
    Text("Påtalemyndigheten", "Påtalemakta"),
    Text("Faglig ansvarlig og NK", "Fagleg ansvarleg og NK"),
    regimes(
        (SAERREAKSJON_FRA, False, ()),
        (STRAFFELOVEN_2005_FRA, False, basis(START_OG_LENGDE, "strl/65/5/p1")),
        (REFORM_2020, True, basis(START_OG_LENGDE, "strl/65/5/p1")),
    ),
    krav=("N-23.3",),
    foelge=Text(
        "Reaksjonen er midlertidig opphørt så lenge personen er ute av riket.",
        "Reaksjonen er mellombels opphøyrd så lenge personen er ute av riket.",
    ),
)
LF_K5 = _duty(
    "LF-K5",
    Text("Avgjørelse etter retur til riket", "Avgjerd etter retur til riket"),
    Text(
        "Kommer den utviste tilbake, avgjør påtalemyndigheten om reaksjonen skal opprettholdes "
        "eller opphøre. Er det gått mer enn tre år siden siste rettskraftige dom, og vil "
        "påtalemyndigheten opprettholde reaksjonen, må den bringe saken inn for tingretten.",
        "Kjem den utviste tilbake, avgjer påtalemakta om reaksjonen skal haldast ved lag eller ta "
        "slutt. Er det gått meir enn tre år sidan siste rettskraftige dom, og vil påtalemakta "
        "halde reaksjonen ved lag, må ho bringe saka inn for tingretten.",
    ),
    _DOM,
    Text("Finn dagen den utviste kom tilbake.", "Finn dagen den utviste kom tilbake."),
    Text("Påtalemyndigheten", "Påtalemakta"),
    Text("Faglig ansvarlig, domfelte og NK", "Fagleg ansvarleg, domfelte og NK"),
    regimes(
        (SAERREAKSJON_FRA, False, ()),
        (STRAFFELOVEN_2005_FRA, False, basis(START_OG_LENGDE, "strl/65/5/p2", "strl/65/5/p3")),
        (REFORM_2020, True, basis(START_OG_LENGDE, "strl/65/5/p2", "strl/65/5/p3")),
    ),
)

REGLER = (F_80, F_81, F_82, F_83, F_84, F_85, F_86, F_87, F_88, LF_K5)
