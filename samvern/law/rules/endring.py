"""F-30 and F-31: from when changes in the carrying out can be asked for, and the bar on a new
complaint on the same facts.
"""

from datetime import date

from samvern.law.deadline import Answer, Outcome, because, count
from samvern.law.event import Hendelse, Sakstype
from samvern.law.period import Unit
from samvern.law.rule import Emne, FlyttesIkke, Fristtype, Grunnlag, Pluss, Rule, Sikkerhet
from samvern.law.rules.judgments import Sentence, pronounced
from samvern.law.rules.regimes import (
    FORHOLD,
    REGNEMAATE,
    SAERREAKSJON_FRA,
    START_OG_LENGDE,
    basis,
    since,
)
from samvern.law.text import Text
from samvern.law.trace import Status, Varselkode

_DOM = frozenset({Sakstype.TIDSUBESTEMT, Sakstype.TIDSBESTEMT})
_STATUSER = (Status.IKKE_AAPNET, Status.AAPEN, Status.BORTFALT)

F_30 = Rule(
    id="F-30",
    emne=Emne.ENDRING,
    navn=Text("Første begjæring om endring", "Første krav om endring"),
    setning=Text(
        "Endring i gjennomføringen kan begjæres fra tre uker etter at overføringsdommen ble "
        "rettskraftig.",
        "Endring i gjennomføringa kan krevjast frå tre veker etter at overføringsdommen vart "
        "rettskraftig.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.TIDLIGST,
    grunnlag=Grunnlag.PRAKSIS,
    sikkerhet=Sikkerhet.TOLKNING,
    sikkerhet_merknad=Text(
        "Slik uttrykker NK regelen. Loven har ingen uttrykkelig sperre; den knytter retten til "
        "§ 5-4, som gjelder etter de tre første ukene.",
        "Slik uttrykkjer NK regelen. Lova har inga uttrykkeleg sperre; ho knyter retten til "
        "§ 5-4, som gjeld etter dei tre første vekene.",
    ),
    start=Text(
        "Finn dagen overføringsdommen ble rettskraftig.",
        "Finn dagen overføringsdommen vart rettskraftig.",
    ),
    regnes=(Pluss(3, Unit.UKE, ("nk/frister", "phvl/5-3/1", "R2")),),
    flyttes=(FlyttesIkke(("R4",)),),
    handler=Text(
        "Domfelte, nærmeste pårørende eller påtalemyndigheten",
        "Domfelte, næraste pårørande eller påtalemakta",
    ),
    varsles=Text("Faglig ansvarlig avgjør begjæringen", "Fagleg ansvarleg avgjer kravet"),
    foelge=Text(
        "En begjæring før datoen tas imot og merkes som for tidlig.",
        "Eit krav før datoen blir teke imot og merkt som for tidleg.",
    ),
    avbrudd=Text("Starter ikke på nytt ved nye dommer.", "Startar ikkje på nytt ved nye dommar."),
    versjoner=since(
        SAERREAKSJON_FRA,
        *basis(START_OG_LENGDE, "nk/frister"),
        *basis(FORHOLD, "phvl/5-3/1", "phvl/5-5"),
    ),
    statuser=_STATUSER,
    krav=("F-30", "N-13.9"),
)

F_31 = Rule(
    id="F-31",
    emne=Emne.ENDRING,
    navn=Text("Sperre mot ny klage om endring", "Sperre mot ny klage om endring"),
    setning=Text(
        "Ingen klageberettiget kan klage på nytt på de samme faktiske omstendighetene før seks "
        "måneder etter at kontrollkommisjonens avslag var endelig.",
        "Ingen av dei som har klagerett, kan klage på nytt på dei same faktiske omstenda før seks "
        "månader etter at avslaget frå kontrollkommisjonen var endeleg.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.TIDLIGST,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "Sperren gjelder klagen til kommisjonen, ikke begjæringen til faglig ansvarlig. Nye "
        "forhold opphever sperren.",
        "Sperra gjeld klaga til kommisjonen, ikkje kravet til fagleg ansvarleg. Nye forhold "
        "opphevar sperra.",
    ),
    start=Text(
        "Finn dagen kommisjonens siste avslag ble endelig.",
        "Finn dagen det siste avslaget frå kommisjonen vart endeleg.",
    ),
    regnes=(Pluss(6, Unit.MAANED, ("phvl/5-5/p2", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("R4",)),),
    handler=Text(
        "Gjelder alle klageberettigede, uansett hvem som klaget sist",
        "Gjeld alle som kan klage, uansett kven som klaga sist",
    ),
    varsles=Text("Kontrollkommisjonen", "Kontrollkommisjonen"),
    foelge=Text(
        "En klage før datoen merkes som for tidlig, med mindre den bygger på nye forhold.",
        "Ei klage før datoen blir merkt som for tidleg, med mindre ho byggjer på nye forhold.",
    ),
    avbrudd=Text("Nytt avslag starter på nytt.", "Nytt avslag startar på nytt."),
    versjoner=since(
        SAERREAKSJON_FRA, *basis(START_OG_LENGDE, "phvl/5-5/p2"), *basis(REGNEMAATE, "dl/148/2")
    ),
    statuser=_STATUSER,
    krav=("F-31", "N-13.10", "N-29.9", "LF-K15"),
)

REGLER = (F_30, F_31)


def opens(answer: Answer, sentence: Sentence | None, day: date) -> Outcome:
    """Return the status of a right that opens on a day; an ended sanction lets it lapse."""
    if sentence is not None and sentence.opphoer is not None:
        return Status.BORTFALT, because("OPPHOERT", dag=sentence.opphoer.dato)
    if answer.history.per_dato >= day:
        return Status.AAPEN, because("RETTEN_ER_AAPEN")
    return Status.IKKE_AAPNET, because("RETTEN_ER_IKKE_AAPEN")


def barred(
    answer: Answer, rule: Rule, refusals: list[Hendelse], complaints: list[Hendelse]
) -> None:
    """Mark complaints sooner than the rule allows after the last refusal before them.

    A complaint on the day of a refusal counts as made after it (`frister.md` 4.7).
    """
    for complaint in complaints:
        before = [r for r in refusals if r.dato <= complaint.dato]
        if before and complaint.dato < count(rule, before[-1].dato).dato:
            kode = Varselkode.NYE_FORHOLD if complaint.nye_forhold else Varselkode.FOR_TIDLIG
            answer.finding(kode, complaint.id)


def compute(answer: Answer, sentence: Sentence) -> None:
    """Add F-30, and F-31 after a final refusal (`frister.md` 4.3)."""
    history = answer.history
    dom = sentence.opprinnelig
    regime = pronounced(history, dom)
    dates = count(F_30, dom.dato, regime)
    for petition in history.all("endringsbegjaering"):
        if petition.dato < dates.dato:
            answer.finding(Varselkode.FOR_TIDLIG, petition.id)
    answer.deadline(
        F_30,
        dates,
        opens(answer, sentence, dates.dato),
        (dom,),
        governed_by=regime,
    )
    refusals = history.all("endringsavslag_endelig")
    if refusals:
        dates = count(F_31, refusals[-1].dato)
        answer.deadline(F_31, dates, opens(answer, sentence, dates.dato), (refusals[-1],))
        barred(answer, F_31, refusals, history.all("endringsklage"))
