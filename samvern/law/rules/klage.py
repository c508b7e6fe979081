"""Complaints on other decisions, the commission's time, and the outer limit of one year.

F-42 (notification decisions), F-68 and F-69 (decisions without a sentence), F-71 (two weeks in
the commission) and K16-1 (forvaltningsloven § 31 third paragraph).
"""

from samvern.law.deadline import Answer, Outcome, because, count
from samvern.law.event import Hendelse, Sakstype
from samvern.law.history import WITHDRAWN
from samvern.law.period import Unit
from samvern.law.rule import (
    Emne,
    FlyttesIkke,
    Fristtype,
    Grunnlag,
    NesteVirkedag,
    Pluss,
    Rule,
    Sikkerhet,
)
from samvern.law.rules import party
from samvern.law.rules.regimes import (
    FORHOLD,
    FORSKRIFT_2012,
    PHVL_FRA,
    REFORM_2007,
    REFORM_2017,
    REFORM_2026,
    START_OG_LENGDE,
    TVISTELOVEN_FRA,
    UTVIDELSE,
    VARSLING_2014,
    always,
    basis,
    regimes,
    since,
    with_steps,
)
from samvern.law.text import Text
from samvern.law.trace import Status

_TPH = frozenset({Sakstype.TPH})
_ALLE = frozenset(Sakstype)
_UTVID = NesteVirkedag(("fvl/30", "dl/149/1", "R3"))
_TRE_UKER = Pluss(3, Unit.UKE, ("fvl/29/1", "dl/148/2", "R2"))
_KLAGE_STATUSER = (
    Status.LOEPER,
    Status.OPPFYLT,
    Status.OPPFYLT_FOR_SENT,
    Status.FRAFALT,
    Status.UTLOEPT,
)
_FOR_SENT = Text(
    "En for sen klage kan bare tas opp etter forvaltningsloven § 31.",
    "Ei for sein klage kan berre takast opp etter forvaltningslova § 31.",
)
_KLAGE_AVBRYTER = Text("Klage.", "Klage.")
_START = Text("Finn dagen parten fikk vedtaket.", "Finn dagen parten fekk vedtaket.")

F_42 = Rule(
    id="F-42",
    emne=Emne.VARSLING,
    navn=Text("Klagefrist, vedtak om varsling", "Klagefrist, vedtak om varsling"),
    setning=Text(
        "Domfelte, fornærmede og etterlatte kan hver for seg klage på et vedtak om varsling innen "
        "tre uker etter at de fikk det. Varsel om unndragelse kan ikke påklages.",
        "Domfelte, fornærma og etterlatne kan kvar for seg klage på eit vedtak om varsling innan "
        "tre veker etter at dei fekk det. Varsel om unndraging kan ikkje påklagast.",
    ),
    gjelder=_ALLE,
    fristtype=Fristtype.KLAGE,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    start=_START,
    regnes=(_TRE_UKER,),
    flyttes=(_UTVID,),
    handler=Text("Domfelte, fornærmede og etterlatte", "Domfelte, fornærma og etterlatne"),
    varsles=Text("Statsforvalteren avgjør", "Statsforvaltaren avgjer"),
    foelge=_FOR_SENT,
    avbrudd=_KLAGE_AVBRYTER,
    versjoner=since(
        VARSLING_2014,
        *basis(START_OG_LENGDE, "phvl/5-6c/6", "fvl/29/1"),
        *basis(UTVIDELSE, "fvl/30"),
    ),
    statuser=_KLAGE_STATUSER,
    krav=("F-42", "N-20.8"),
)

_ANDRE_VEDTAK = (
    *basis(START_OG_LENGDE, "fvl/29/1"),
    *basis(UTVIDELSE, "fvl/30", "dl/148/2", "dl/149/1"),
)

F_68 = Rule(
    id="F-68",
    emne=Emne.KLAGE,
    navn=Text("Klagefrist, andre vedtak", "Klagefrist, andre vedtak"),
    setning=Text(
        "Den som fikk underretning om vedtaket, kan klage innen tre uker.",
        "Den som fekk underretning om vedtaket, kan klage innan tre veker.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.KLAGE,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "For politiet er tre uker tolkning: kilden nevner bare hovedregelen.",
        "For politiet er tre veker tolking: kjelda nemner berre hovudregelen.",
    ),
    start=_START,
    regnes=(_TRE_UKER,),
    flyttes=(_UTVID,),
    handler=Text(
        "Pasienten, pårørende og begjærende myndighet",
        "Pasienten, pårørande og styresmakta som sette fram kravet",
    ),
    varsles=Text(
        "Kontrollkommisjonen. Statsforvalteren for §§ 3-1 og 4-4 a",
        "Kontrollkommisjonen. Statsforvaltaren for §§ 3-1 og 4-4 a",
    ),
    foelge=_FOR_SENT,
    avbrudd=_KLAGE_AVBRYTER,
    versjoner=regimes(
        (PHVL_FRA, True, _ANDRE_VEDTAK),
        (
            REFORM_2017,
            True,
            (*_ANDRE_VEDTAK, *basis(FORHOLD, "phvl/3-3a/4", "phvl/3-7/4", "phvl/4-4a/3")),
        ),
        (
            REFORM_2026,
            True,
            (
                *_ANDRE_VEDTAK,
                *basis(FORHOLD, "phvl/3-3a/7", "phvl/3-7/4", "phvl/4-4a/3", "phvl/4-4b/4"),
                *basis(FORHOLD, "phvl/6-4/5"),
            ),
        ),
    ),
    statuser=_KLAGE_STATUSER,
    krav=("F-68",),
)

F_69 = Rule(
    id="F-69",
    emne=Emne.KLAGE,
    navn=Text("Klagefrist, overføring etter § 4-10", "Klagefrist, overføring etter § 4-10"),
    setning=Text(
        "Pasienten og nærmeste pårørende kan klage på overføring etter § 4-10 innen én uke.",
        "Pasienten og næraste pårørande kan klage på overføring etter § 4-10 innan éi veke.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.KLAGE,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    start=_START,
    regnes=(Pluss(1, Unit.UKE, ("phvl/4-10/2", "dl/148/2", "R2")),),
    flyttes=(_UTVID,),
    handler=Text("Pasienten og nærmeste pårørende", "Pasienten og næraste pårørande"),
    varsles=Text("Kontrollkommisjonen", "Kontrollkommisjonen"),
    foelge=_FOR_SENT,
    avbrudd=_KLAGE_AVBRYTER,
    versjoner=with_steps(
        regimes(
            (PHVL_FRA, False, basis(START_OG_LENGDE, "fvl/29/1")),
            (
                REFORM_2007,
                True,
                (*basis(START_OG_LENGDE, "phvl/4-10/2"), *basis(UTVIDELSE, "fvl/30", "dl/149/1")),
            ),
        ),
        REFORM_2007,
        (_TRE_UKER,),
    ),
    statuser=_KLAGE_STATUSER,
    krav=("F-69", "N-11.2"),
)

F_71 = Rule(
    id="F-71",
    emne=Emne.KLAGE,
    navn=Text("To uker i kontrollkommisjonen", "To veker i kontrollkommisjonen"),
    setning=Text(
        "Kontrollkommisjonen skal om mulig treffe vedtak innen to uker etter at saken ble brakt "
        "inn. Ellers skal grunnen stå i vedtaket.",
        "Kontrollkommisjonen skal om mogleg gjere vedtak innan to veker etter at saka vart bringa "
        "inn. Elles skal grunnen stå i vedtaket.",
    ),
    gjelder=_ALLE,
    fristtype=Fristtype.SENEST,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "At datoen ikke flyttes for helg, er et forsiktig valg.",
        "At datoen ikkje blir flytt for helg, er eit forsiktig val.",
    ),
    start=Text(
        "Finn dagen saken ble brakt inn for kommisjonen.",
        "Finn dagen saka vart bringa inn for kommisjonen.",
    ),
    regnes=(Pluss(2, Unit.UKE, ("phvl/6-4/6", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("phvl/6-4/6",)),),
    handler=Text("Kontrollkommisjonen", "Kontrollkommisjonen"),
    varsles=Text(
        "Pasienten, den som handler på pasientens vegne, faglig ansvarlig og klageren når det er "
        "en annen",
        "Pasienten, den som handlar på vegner av pasienten, fagleg ansvarleg og klagaren når det "
        "er ein annan",
    ),
    foelge=Text(
        "Vedtaket er gyldig, men grunnen til at fristen ikke ble holdt, skal stå i det.",
        "Vedtaket er gyldig, men grunnen til at fristen ikkje vart halden, skal stå i det.",
    ),
    avbrudd=Text("Ingenting.", "Ingenting."),
    versjoner=regimes(
        (PHVL_FRA, False, basis(START_OG_LENGDE, "phvl/6-4/6")),
        (TVISTELOVEN_FRA, True, basis(START_OG_LENGDE, "phvl/6-4/6")),
        (FORSKRIFT_2012, True, basis(START_OG_LENGDE, "phvl/6-4/6", "phvf/55/4")),
    ),
    statuser=(Status.LOEPER, Status.OPPFYLT, Status.OPPFYLT_FOR_SENT, Status.OVERSITTET),
    krav=("F-71", "LF-K11"),
)

K16_1 = Rule(
    id="K16-1",
    emne=Emne.KLAGE,
    navn=Text("Ytterste grense for en klage", "Ytste grense for ei klage"),
    setning=Text(
        "En klage som kommer for sent, kan ikke behandles som klagesak når det er gått mer enn ett "
        "år siden vedtaket ble truffet.",
        "Ei klage som kjem for seint, kan ikkje handsamast som klagesak når det er gått meir enn "
        "eitt år sidan vedtaket vart gjort.",
    ),
    gjelder=_ALLE,
    fristtype=Fristtype.KLAGE,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "At datoen ikke flyttes for helg, er et forsiktig valg.",
        "At datoen ikkje blir flytt for helg, er eit forsiktig val.",
    ),
    start=Text("Finn dagen vedtaket ble truffet.", "Finn dagen vedtaket vart gjort."),
    regnes=(Pluss(1, Unit.AAR, ("fvl/31/3", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("fvl/31/3",)),),
    handler=Text("Den som klager", "Den som klagar"),
    varsles=Text("Klageinstansen", "Klageinstansen"),
    foelge=Text(
        "Etter datoen kan klagen ikke behandles som klagesak.",
        "Etter datoen kan klaga ikkje handsamast som klagesak.",
    ),
    avbrudd=Text("Ingenting.", "Ingenting."),
    versjoner=always(*basis(START_OG_LENGDE, "fvl/31/3")),
    statuser=(Status.LOEPER, Status.UTLOEPT),
    krav=("LF-K16",),
)

REGLER = (F_42, F_68, F_69, F_71, K16_1)


def _notes(answer: Answer, rule: Rule, part: str) -> tuple[str, ...]:
    if rule is F_68 and part in ("politi", "begjaerende_myndighet"):
        return ("POLITI_TRE_UKER",)
    if rule is F_42 and answer.history.type is Sakstype.TPH:
        return ("VARSLING_UTEN_DOM",)
    return ()


def _recipients(answer: Answer, rule: Rule, vedtak: Hendelse) -> None:
    """Add one deadline for each party that has received a decision."""
    history = answer.history
    for part, received in history.recipients(vedtak):
        complaint = history.first("klage", ref=vedtak.id, part=part)
        accepted = history.first("vedtak_akseptert", ref=vedtak.id, part=part)
        gone = history.all(WITHDRAWN, ref=vedtak.id, part=part)
        dates = count(rule, received.dato, vedtak.dato)
        answer.deadline(
            rule,
            dates,
            party.outcome(
                history.per_dato, dates.dato, received, complaint, accepted, withdrawn=bool(gone)
            ),
            tuple(f for f in (received, accepted, complaint, *gone) if f is not None),
            ref=vedtak.id,
            part=part,
            merknader=(*_notes(answer, rule, part), *party.order_notes(vedtak, received)),
            governed_by=vedtak.dato,
        )


def _outer_limit(answer: Answer, vedtak: Hendelse) -> None:
    dates = count(K16_1, vedtak.dato)
    if answer.history.per_dato <= dates.dato:
        outcome: Outcome = (Status.LOEPER, because("GRENSEN_ER_IKKE_NAADD"))
    else:
        outcome = (Status.UTLOEPT, because("GRENSEN_ER_PASSERT"))
    answer.deadline(K16_1, dates, outcome, (vedtak,), ref=vedtak.id)


def _commission_decision(answer: Answer, case: Hendelse) -> Hendelse | None:
    """The first decision on or after the day, unless it says that it concerns another case."""
    history = answer.history
    others = {c.id for c in history.all("sak_brakt_inn")} - {case.id}
    decisions = history.all("klage_avgjort") + history.all("klage_avslaatt")
    mine = [d for d in decisions if d.dato >= case.dato and d.ref not in others]
    return min(mine, key=lambda d: d.dato) if mine else None


def _in_commission(answer: Answer, case: Hendelse) -> None:
    history = answer.history
    dates = count(F_71, case.dato)
    decision = _commission_decision(answer, case)
    if decision is not None and decision.dato <= dates.dato:
        outcome: Outcome = (Status.OPPFYLT, because("AVGJORT_I_TIDE", dag=decision.dato))
    elif decision is not None:
        days = (decision.dato - dates.dato).days
        outcome = (
            Status.OPPFYLT_FOR_SENT,
            because("AVGJORT_FOR_SENT", dag=decision.dato, dager=days),
        )
    else:
        running = history.per_dato <= dates.dato
        outcome = (Status.LOEPER if running else Status.OVERSITTET, because("IKKE_AVGJORT"))
    answer.deadline(F_71, dates, outcome, (case, decision) if decision else (case,), ref=case.id)


def compute(answer: Answer) -> None:
    """Add F-42, F-71 and, without a sentence, F-68 and F-69 (`frister.md` 4.4, 4.7)."""
    history = answer.history
    for vedtak in history.all("varslingsvedtak"):
        _recipients(answer, F_42, vedtak)
    if history.type is Sakstype.TPH:
        for vedtak in history.all("annet_vedtak"):
            _recipients(answer, F_69 if vedtak.art == "4-10" else F_68, vedtak)
    for kind in ("overfoeringsvedtak", "varslingsvedtak", "annet_vedtak"):
        for vedtak in history.all(kind):
            _outer_limit(answer, vedtak)
    for case in history.all("sak_brakt_inn"):
        _in_commission(answer, case)
