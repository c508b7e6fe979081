"""F-06 and F-07: the health information form and the yearly status reports to the prosecution."""

from samvern.law.deadline import Answer, Dates, Outcome, because, count
from samvern.law.event import Hendelse, Sakstype
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
from samvern.law.rules.judgments import Sentence, pronounced
from samvern.law.rules.regimes import FORHOLD, START_OG_LENGDE, basis, guideline
from samvern.law.text import Text
from samvern.law.trace import Status

_DOM = frozenset({Sakstype.TIDSUBESTEMT, Sakstype.TIDSBESTEMT})
_STATUSER = (
    Status.LOEPER,
    Status.OPPFYLT,
    Status.OPPFYLT_FOR_SENT,
    Status.OVERSITTET,
    Status.BORTFALT,
)

F_06 = Rule(
    id="F-06",
    emne=Emne.RAPPORTERING,
    navn=Text("Helseopplysningsskjema", "Helseopplysningsskjema"),
    setning=Text(
        "Faglig ansvarlig sender helseopplysningsskjemaet til NK innen tre uker etter rettskraft.",
        "Fagleg ansvarleg sender helseopplysningsskjemaet til NK innan tre veker etter rettskraft.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.SENEST,
    grunnlag=Grunnlag.RETNINGSLINJE,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "Tre uker er sikkert. At det betyr «innen», er tolkning.",
        "Tre veker er sikkert. At det tyder «innan», er tolking.",
    ),
    start=Text(
        "Finn dagen overføringsdommen ble rettskraftig.",
        "Finn dagen overføringsdommen vart rettskraftig.",
    ),
    regnes=(Pluss(3, Unit.UKE, ("nk/retningslinje", "R2")),),
    flyttes=(NesteVirkedag(("R8",)),),
    handler=Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    varsles=Text(
        "NK. Domfelte skal vite hva som gis, om mulig på forhånd",
        "NK. Domfelte skal vite kva som blir gitt, om mogleg på førehand",
    ),
    foelge=Text("NK purrer.", "NK purrar."),
    avbrudd=Text("Starter ikke på nytt ved nye dommer.", "Startar ikkje på nytt ved nye dommar."),
    versjoner=guideline(
        *basis(START_OG_LENGDE, "nk/retningslinje"), *basis(FORHOLD, "phvl/5-2b", "phvl/5-6b")
    ),
    statuser=_STATUSER,
    krav=("F-06",),
)

F_07 = Rule(
    id="F-07",
    emne=Emne.RAPPORTERING,
    navn=Text("Statusrapport", "Statusrapport"),
    setning=Text(
        "Faglig ansvarlig sender statusrapport til statsadvokaten ett, to og tre år etter siste "
        "rettskraftige dom, med kopi til NK. Ved tidsbestemt dom regnes fra den opprinnelige.",
        "Fagleg ansvarleg sender statusrapport til statsadvokaten eitt, to og tre år etter siste "
        "rettskraftige dom, med kopi til NK. Ved tidsbestemt dom blir det rekna frå den "
        "opphavlege.",
    ),
    gjelder=_DOM,
    fristtype=Fristtype.INTERVALL,
    grunnlag=Grunnlag.RETNINGSLINJE,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "Årene er sikre. Retningslinjen kan ha et antall uker før eller etter; det er ikke funnet.",
        "Åra er sikre. Retningslinja kan ha eit tal veker før eller etter; det er ikkje funne.",
    ),
    start=Text(
        "Finn siste rettskraftige dom. Ved tidsbestemt dom: den opprinnelige.",
        "Finn siste rettskraftige dom. Ved tidsbestemt dom: den opphavlege.",
    ),
    regnes=(Pluss(1, Unit.AAR, ("nk/retningslinje", "R2")),),
    flyttes=(NesteVirkedag(("R8",)),),
    siste_virkedag=True,
    handler=Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    varsles=Text(
        "Statsadvokaten får rapporten, NK får skjema og kopi. Domfelte får vite hva som gis, "
        "om mulig på forhånd",
        "Statsadvokaten får rapporten, NK får skjema og kopi. Domfelte får vite kva som blir "
        "gitt, om mogleg på førehand",
    ),
    foelge=Text(
        "Påtalemyndigheten mangler grunnlag, og NK purrer.",
        "Påtalemakta manglar grunnlag, og NK purrar.",
    ),
    avbrudd=Text(
        "Ny rettskraftig dom starter på nytt ved tidsubestemt dom.",
        "Ny rettskraftig dom startar på nytt ved tidsubestemt dom.",
    ),
    versjoner=guideline(
        *basis(START_OG_LENGDE, "nk/retningslinje", "nk/frister"),
        *basis(FORHOLD, "phvl/5-6a", "phvl/5-2b", "phvl/5-6b"),
    ),
    statuser=(*_STATUSER, Status.SUSPENDERT),
    krav=("F-07", "N-13.12"),
)

REGLER = (F_06, F_07)

F_07_AAR = (
    F_07,
    F_07._replace(regnes=(Pluss(2, Unit.AAR, ("nk/retningslinje", "R2")),)),
    F_07._replace(
        regnes=(Pluss(3, Unit.AAR, ("nk/retningslinje", "R2")),),
        flyttes=(FlyttesIkke(("R8",)),),
    ),
)
"""The rule for each report year; year 3 is not moved, since it is needed before F-12."""


def _sent(event: Hendelse, dates: Dates) -> Outcome:
    if event.dato <= dates.dato:
        return Status.OPPFYLT, because("SENDT_I_TIDE", dag=event.dato)
    days = (event.dato - dates.dato).days
    return Status.OPPFYLT_FOR_SENT, because("SENDT_FOR_SENT", dag=event.dato, dager=days)


def _waiting(answer: Answer, dates: Dates) -> Outcome:
    if answer.history.per_dato <= dates.dato:
        return Status.LOEPER, because("IKKE_SENDT")
    return Status.OVERSITTET, because("IKKE_SENDT")


def _ended(sentence: Sentence, dates: Dates) -> Outcome | None:
    if sentence.opphoer is not None and sentence.ended_by(dates.dato):
        return Status.BORTFALT, because("OPPHOERT", dag=sentence.opphoer.dato)
    return None


def _form(answer: Answer, sentence: Sentence) -> None:
    dom = sentence.opprinnelig
    regime = pronounced(answer.history, dom)
    dates = count(F_06, dom.dato, regime)
    sent = answer.history.first("helseopplysningsskjema_sendt")
    outcome = _sent(sent, dates) if sent else _ended(sentence, dates) or _waiting(answer, dates)
    answer.deadline(
        F_06,
        dates,
        outcome,
        (dom, sent) if sent else (dom,),
        governed_by=regime,
    )


def _report_outcome(
    answer: Answer, sentence: Sentence, dates: Dates, report: Hendelse | None
) -> Outcome:
    if report is not None:
        return _sent(report, dates)
    ended = _ended(sentence, dates)
    if ended is not None:
        return ended
    if sentence.suspended(dates.dato):
        return Status.SUSPENDERT, because("UTE_AV_RIKET", dag=sentence.out_since())
    if sentence.away_on(dates.dato):
        return Status.BORTFALT, because("VAR_UTE_AV_RIKET")
    return _waiting(answer, dates)


def _reports(answer: Answer, sentence: Sentence) -> None:
    limited = answer.history.type is Sakstype.TIDSBESTEMT
    dom = sentence.opprinnelig if limited else sentence.styrende
    regime = pronounced(answer.history, dom)
    sent = answer.history.all("statusrapport_sendt")
    for n, rule in enumerate(F_07_AAR, start=1):
        dates = count(rule, dom.dato, regime)
        report = next((r for r in sent if r.n == n and r.dato > dom.dato), None)
        answer.deadline(
            rule,
            dates,
            _report_outcome(answer, sentence, dates, report),
            (dom, report) if report else (dom,),
            n=n,
            merknader=("FOER_TREAARSFRISTEN",) if n == 3 and not limited else (),
            governed_by=regime,
        )


def compute(answer: Answer, sentence: Sentence) -> None:
    """Add F-06 and F-07 (`frister.md` 4.3)."""
    _form(answer, sentence)
    _reports(answer, sentence)
