"""The definitions of F-63 to F-67 and F-70; their status logic is in `vern_uten_dom`."""

from samvern.law.event import Sakstype
from samvern.law.period import Unit
from samvern.law.rule import (
    Emne,
    FlyttesIkke,
    ForrigeVirkedag,
    Fristtype,
    Grunnlag,
    Lesemaate,
    Minus,
    NesteVirkedag,
    Pluss,
    Rule,
    Sikkerhet,
)
from samvern.law.rules.regimes import (
    FORHOLD,
    FORSKRIFT_2012,
    HVEM,
    PHVL_FRA,
    REFORM_2007,
    REFORM_2017,
    REFORM_2026,
    REGNEMAATE,
    START_OG_LENGDE,
    TVISTELOVEN_FRA,
    UTVIDELSE,
    basis,
    regimes,
)
from samvern.law.text import Text
from samvern.law.trace import Status

_TPH = frozenset({Sakstype.TPH})
_FRA_VEDTAKET = Text(
    "Finn dagen vedtaket om vern ble truffet.", "Finn dagen vedtaket om vern vart gjort."
)

F_63 = Rule(
    id="F-63",
    emne=Emne.VERN,
    navn=Text("Kommisjonens tremånederskontroll", "Tremånaderskontrollen til kommisjonen"),
    setning=Text(
        "Kontrollkommisjonen vurderer vernet av eget tiltak når det er gått tre måneder, én gang, "
        "når pasienten ikke selv har klaget.",
        "Kontrollkommisjonen vurderer vernet av eige tiltak når det er gått tre månader, éin "
        "gong, når pasienten ikkje sjølv har klaga.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.SENEST,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.TOLKNING,
    sikkerhet_merknad=Text(
        "Loven sier «når det har gått tre måneder». At kontrollen er for sen dagen etter, er "
        "Samverns lesning. Etter ordene faller den også bort når andre har klaget.",
        "Lova seier «når det har gått tre måneder». At kontrollen er for sein dagen etter, er "
        "slik Samvern les det. Etter orda fell han òg bort når andre har klaga.",
    ),
    start=_FRA_VEDTAKET,
    regnes=(Pluss(3, Unit.MAANED, ("phvl/3-8/2", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("phvl/3-8/2",)),),
    handler=Text("Kontrollkommisjonen", "Kontrollkommisjonen"),
    varsles=Text(
        "Pasienten, den som handler på pasientens vegne, og faglig ansvarlig",
        "Pasienten, den som handlar på vegner av pasienten, og fagleg ansvarleg",
    ),
    foelge=Text(
        "Vedtaket blir ikke ugyldig, men avviket registreres.",
        "Vedtaket blir ikkje ugyldig, men avviket blir registrert.",
    ),
    avbrudd=Text(
        "Faller bort når pasienten selv har klaget innen datoen.",
        "Fell bort når pasienten sjølv har klaga innan datoen.",
    ),
    versjoner=regimes(
        (PHVL_FRA, False, basis(START_OG_LENGDE, "phvl/3-8/2")),
        (REFORM_2007, True, basis(START_OG_LENGDE, "phvl/3-8/2")),
        (FORSKRIFT_2012, True, (*basis(START_OG_LENGDE, "phvl/3-8/2"), *basis(FORHOLD, "phvf/58"))),
    ),
    statuser=(
        Status.LOEPER,
        Status.OPPFYLT,
        Status.OPPFYLT_FOR_SENT,
        Status.OVERSITTET,
        Status.BORTFALT,
    ),
    krav=("F-63",),
)

F_64 = Rule(
    id="F-64",
    emne=Emne.VERN,
    navn=Text("Kontrollundersøkelse", "Kontrollundersøking"),
    setning=Text(
        "Faglig ansvarlig undersøker minst hver tredje måned om vilkårene for vernet fortsatt er "
        "til stede.",
        "Fagleg ansvarleg undersøkjer minst kvar tredje månad om vilkåra for vernet framleis er "
        "til stades.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.INTERVALL,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "At datoen ikke flyttes for helg, er et forsiktig valg.",
        "At datoen ikkje blir flytt for helg, er eit forsiktig val.",
    ),
    start=Text(
        "Finn dagen for vedtaket eller siste undersøkelse.",
        "Finn dagen for vedtaket eller siste undersøking.",
    ),
    regnes=(Pluss(3, Unit.MAANED, ("phvl/4-9/1", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("phvl/4-9/1",)),),
    siste_virkedag=True,
    handler=Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    varsles=Text("Kommisjonen får kopi", "Kommisjonen får kopi"),
    foelge=Text(
        "Avviket registreres, og en søknad om forlengelse mangler grunnlag.",
        "Avviket blir registrert, og ein søknad om forlenging manglar grunnlag.",
    ),
    avbrudd=Text("Hver undersøkelse starter på nytt.", "Kvar undersøking startar på nytt."),
    versjoner=regimes(
        (PHVL_FRA, False, basis(START_OG_LENGDE, "phvl/4-9/1")),
        (REFORM_2007, True, basis(START_OG_LENGDE, "phvl/4-9/1")),
        (FORSKRIFT_2012, True, (*basis(START_OG_LENGDE, "phvl/4-9/1"), *basis(HVEM, "phvf/13"))),
    ),
    statuser=(Status.LOEPER, Status.OVERSITTET, Status.BORTFALT),
    krav=("F-64",),
)

F_65 = Rule(
    id="F-65",
    emne=Emne.VERN,
    navn=Text("Ettårsgrensen", "Eittårsgrensa"),
    setning=Text(
        "Vernet opphører etter ett år hvis kommisjonen ikke samtykker før det. Hver forlengelse "
        "varer høyst til neste årsdag for etableringen.",
        "Vernet tek slutt etter eitt år dersom kommisjonen ikkje samtykkjer før det. Kvar "
        "forlenging varer høgst til neste årsdag for etableringa.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.SLUTT,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "At observasjonstid ikke regnes med, er tolkning. At grensen ikke flyttes, er et "
        "forsiktig valg.",
        "At observasjonstid ikkje blir rekna med, er tolking. At grensa ikkje blir flytt, er eit "
        "forsiktig val.",
    ),
    start=_FRA_VEDTAKET,
    regnes=(Pluss(1, Unit.AAR, ("phvl/3-8/3", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("R5",)),),
    siste_virkedag=True,
    handler=Text(
        "Kontrollkommisjonen må samtykke før datoen", "Kontrollkommisjonen må samtykkje før datoen"
    ),
    varsles=Text("Pasienten og faglig ansvarlig", "Pasienten og fagleg ansvarleg"),
    foelge=Text(
        "Vernet opphører. Varsle straks. Samvern avslutter aldri noe selv.",
        "Vernet tek slutt. Varsle straks. Samvern avsluttar aldri noko sjølv.",
    ),
    avbrudd=Text("Samtykke i tide flytter grensen.", "Samtykke i tide flyttar grensa."),
    versjoner=regimes(
        (PHVL_FRA, False, basis(START_OG_LENGDE, "phvl/3-8/3")),
        (REFORM_2007, True, basis(START_OG_LENGDE, "phvl/3-8/3")),
        (FORSKRIFT_2012, True, (*basis(START_OG_LENGDE, "phvl/3-8/3"), *basis(FORHOLD, "phvf/59"))),
    ),
    lesemaater=(
        Lesemaate(
            "FRA_VEDTAKET",
            Text("Ett år fra vedtaket om vern", "Eitt år frå vedtaket om vern"),
            True,
        ),
        Lesemaate(
            "FRA_OBSERVASJONEN",
            Text("Observasjonstiden regnes med i året", "Observasjonstida blir rekna med i året"),
            False,
        ),
        Lesemaate(
            "ETT_AAR_AV_GANGEN",
            Text(
                "Et samtykke gitt før den forrige forlengelsen løper, erstatter den",
                "Eit samtykke gitt før den førre forlenginga går, erstattar ho",
            ),
            False,
        ),
    ),
    statuser=(Status.LOEPER, Status.OPPFYLT, Status.OPPFYLT_FOR_SENT, Status.NAADD),
    krav=("F-65", "LF-K12"),
)

F_66 = Rule(
    id="F-66",
    emne=Emne.VERN,
    navn=Text("Søknad om forlengelse", "Søknad om forlenging"),
    setning=Text(
        "Søknaden om forlengelse må være hos kommisjonen senest fire uker før vernet opphører.",
        "Søknaden om forlenging må vere hos kommisjonen seinast fire veker før vernet tek slutt.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.SENEST,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "At en fridag gir virkedagen før, er et forsiktig valg.",
        "At ein fridag gir virkedagen før, er eit forsiktig val.",
    ),
    start=Text("Finn dagen vernet opphører.", "Finn dagen vernet tek slutt."),
    regnes=(Minus(4, Unit.UKE, ("phvf/14", "R2")),),
    flyttes=(ForrigeVirkedag(("R7",)),),
    handler=Text("Institusjonen", "Institusjonen"),
    varsles=Text("Kontrollkommisjonen", "Kontrollkommisjonen"),
    foelge=Text(
        "Søknaden kan likevel behandles når det er forsvarlig.",
        "Søknaden kan likevel handsamast når det er forsvarleg.",
    ),
    avbrudd=Text("Samtykke starter en ny periode.", "Samtykke startar ein ny periode."),
    versjoner=regimes(
        (PHVL_FRA, False, ()),
        (
            FORSKRIFT_2012,
            True,
            (*basis(START_OG_LENGDE, "phvf/14"), *basis(FORHOLD, "phvl/3-8/3")),
        ),
    ),
    statuser=(
        Status.LOEPER,
        Status.OPPFYLT,
        Status.OPPFYLT_FOR_SENT,
        Status.OVERSITTET,
        Status.BORTFALT,
    ),
    krav=("F-66",),
)

F_67 = Rule(
    id="F-67",
    emne=Emne.VERN,
    navn=Text("Pasientens klage på vernet", "Klage frå pasienten på vernet"),
    setning=Text(
        "Pasienten kan klage så lenge observasjonen eller vernet varer, og i tre måneder etter.",
        "Pasienten kan klage så lenge observasjonen eller vernet varer, og i tre månader etter.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.KLAGE,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    start=Text(
        "Finn dagen observasjonen eller vernet tok slutt.",
        "Finn dagen observasjonen eller vernet tok slutt.",
    ),
    regnes=(Pluss(3, Unit.MAANED, ("phvl/3-7/4", "dl/148/2", "R2")),),
    flyttes=(NesteVirkedag(("fvl/30", "dl/149/1", "R3")),),
    handler=Text("Bare pasienten", "Berre pasienten"),
    varsles=Text("Kontrollkommisjonen", "Kontrollkommisjonen"),
    foelge=Text(
        "En for sen klage kan bare tas opp etter forvaltningsloven § 31.",
        "Ei for sein klage kan berre takast opp etter forvaltningslova § 31.",
    ),
    avbrudd=Text("Klage.", "Klage."),
    versjoner=regimes(
        (PHVL_FRA, False, basis(START_OG_LENGDE, "phvl/3-7/4")),
        (
            REFORM_2017,
            True,
            (
                *basis(START_OG_LENGDE, "phvl/3-3a/4/p2", "phvl/3-7/4/p2"),
                *basis(UTVIDELSE, "fvl/30", "dl/149/1"),
            ),
        ),
        (
            REFORM_2026,
            True,
            (
                *basis(START_OG_LENGDE, "phvl/3-3a/7/p2", "phvl/3-7/4/p2"),
                *basis(UTVIDELSE, "fvl/30", "dl/149/1"),
            ),
        ),
    ),
    statuser=(Status.LOEPER, Status.OPPFYLT, Status.OPPFYLT_FOR_SENT, Status.UTLOEPT),
    krav=("F-67", "LF-K13"),
)

F_70 = Rule(
    id="F-70",
    emne=Emne.VERN,
    navn=Text("Sperre mot ny klage på vernet", "Sperre mot ny klage på vernet"),
    setning=Text(
        "Er en klage avslått av kommisjonen, kan pasienten ikke klage på det samme før seks "
        "måneder er gått.",
        "Er ei klage avslått av kommisjonen, kan pasienten ikkje klage på det same før seks "
        "månader er gått.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.TIDLIGST,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "Etter en dom i saken regnes seks måneder fra dommen er rettskraftig. Den hendelsen kan "
        "ikke registreres ennå.",
        "Etter ein dom i saka blir seks månader rekna frå dommen er rettskraftig. Den hendinga "
        "kan ikkje registrerast enno.",
    ),
    start=Text("Finn dagen kommisjonen sist avslo.", "Finn dagen kommisjonen sist avslo."),
    regnes=(Pluss(6, Unit.MAANED, ("phvl/6-4/8", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("R4",)),),
    handler=Text("Pasienten", "Pasienten"),
    varsles=Text("Kontrollkommisjonen", "Kontrollkommisjonen"),
    foelge=Text(
        "En klage før datoen merkes som for tidlig, med mindre forholdene er endret.",
        "Ei klage før datoen blir merkt som for tidleg, med mindre forholda er endra.",
    ),
    avbrudd=Text("Nytt avslag starter på nytt.", "Nytt avslag startar på nytt."),
    versjoner=regimes(
        (PHVL_FRA, False, basis(START_OG_LENGDE, "phvl/6-4/8")),
        (
            TVISTELOVEN_FRA,
            True,
            (*basis(START_OG_LENGDE, "phvl/6-4/8"), *basis(REGNEMAATE, "dl/148/2")),
        ),
    ),
    statuser=(Status.IKKE_AAPNET, Status.AAPEN),
    krav=("F-70",),
)

REGLER = (F_63, F_64, F_65, F_66, F_67, F_70)
