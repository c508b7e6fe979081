"""F-12 and F-13: the three-year deadline, and the absolute end of a time-limited sentence."""

from datetime import date

from samvern.law.deadline import Answer, Dates, Outcome, because, count
from samvern.law.event import Hendelse, Sakstype
from samvern.law.period import Unit
from samvern.law.rule import (
    Emne,
    FlyttesIkke,
    Fristtype,
    Grunnlag,
    Lesemaate,
    NesteVirkedag,
    Pluss,
    Rule,
    Sikkerhet,
)
from samvern.law.rules.judgments import Sentence, pronounced
from samvern.law.rules.regimes import (
    AVBRUDD,
    HOEYESTERETT_2010,
    REFORM_2020,
    SAERREAKSJON_FRA,
    START_OG_LENGDE,
    STRAFFELOVEN_2005_FRA,
    TIDSBESTEMT_FRA,
    UTVIDELSE,
    basis,
    regimes,
    with_steps,
)
from samvern.law.text import Text
from samvern.law.trace import Lesning, Status, Varselkode

_BRUDD = basis(AVBRUDD, "hr/2010-11-23")
_BASIS_12 = (
    *basis(START_OG_LENGDE, "strl/65/4/p2", "rt/2014-373"),
    *basis(UTVIDELSE, "strl/13", "dl/148/2", "dl/149/1"),
    *_BRUDD,
)

F_12 = Rule(
    id="F-12",
    emne=Emne.OPPHOER,
    navn=Text("Treårsfristen", "Treårsfristen"),
    setning=Text(
        "Senest tre år etter siste rettskraftige dom må påtalemyndigheten beslutte at den "
        "tidsubestemte reaksjonen opphører, eller bringe saken inn for tingretten.",
        "Seinast tre år etter siste rettskraftige dom må påtalemakta avgjere at den "
        "tidsubestemte reaksjonen tek slutt, eller bringe saka inn for tingretten.",
    ),
    gjelder=frozenset({Sakstype.TIDSUBESTEMT}),
    fristtype=Fristtype.SENEST,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "Start og lengde er sikre. At underskrift avbryter fristen, er tolkning: loven sier "
        "«bringe saken inn for tingretten».",
        "Start og lengd er sikre. At underskrift avbryt fristen, er tolking: lova seier "
        "«bringe saken inn for tingretten».",
    ),
    start=Text(
        "Finn siste rettskraftige dom: overføring, opprettholdelse eller nektet opphør.",
        "Finn siste rettskraftige dom: overføring, oppretthalding eller nekta opphøyr.",
    ),
    regnes=(Pluss(3, Unit.AAR, ("strl/65/4/p2", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("R6",)),),
    lovdato=(NesteVirkedag(("strl/13", "dl/149/1", "R6")),),
    siste_virkedag=True,
    handler=Text("Påtalemyndigheten", "Påtalemakta"),
    varsles=Text(
        "Faglig ansvarlig, domfelte, forsvareren og NK",
        "Fagleg ansvarleg, domfelte, forsvararen og NK",
    ),
    foelge=Text(
        "Grunnlaget for å holde på den domfelte er i fare. Varsle statsadvokaten, faglig ansvarlig "
        "og NK straks. Samvern avslutter aldri en reaksjon selv.",
        "Grunnlaget for å halde på den domfelte er i fare. Varsle statsadvokaten, fagleg ansvarleg "
        "og NK straks. Samvern avsluttar aldri ein reaksjon sjølv.",
    ),
    avbrudd=Text(
        "Underskrift på begjæringen avbryter fristen. Ny rettskraftig dom starter en ny.",
        "Underskrift på kravet avbryt fristen. Ny rettskraftig dom startar ein ny.",
    ),
    versjoner=with_steps(
        regimes(
            (SAERREAKSJON_FRA, False, basis(START_OG_LENGDE, "strl1902/39b/4")),
            (
                HOEYESTERETT_2010,
                False,
                (*basis(START_OG_LENGDE, "strl1902/39b/4"), *_BRUDD),
            ),
            (STRAFFELOVEN_2005_FRA, True, _BASIS_12),
            (TIDSBESTEMT_FRA, True, _BASIS_12),
            (REFORM_2020, True, _BASIS_12),
        ),
        STRAFFELOVEN_2005_FRA,
        (Pluss(3, Unit.AAR, ("strl1902/39b/4", "dl/148/2", "R2")),),
        (NesteVirkedag(("dl/149/1", "R6")),),
    ),
    lesemaater=(
        Lesemaate(
            "UNDERSKRIFT_AVBRYTER",
            Text("Underskriften avbryter fristen", "Underskrifta avbryt fristen"),
            True,
        ),
        Lesemaate(
            "OVERSENDELSE_AVBRYTER",
            Text(
                "Etter ordlyden: saken må være brakt inn for tingretten",
                "Etter ordlyden: saka må vere bringa inn for tingretten",
            ),
            False,
        ),
    ),
    statuser=(
        Status.LOEPER,
        Status.OPPFYLT,
        Status.OVER_NOMINELL,
        Status.OVERSITTET,
        Status.OPPFYLT_FOR_SENT,
        Status.SUSPENDERT,
        Status.MAA_AVGJOERES,
    ),
    krav=("F-12", "N-13.7", "N-24.4"),
)

F_13 = Rule(
    id="F-13",
    emne=Emne.OPPHOER,
    navn=Text("Absolutt slutt", "Absolutt slutt"),
    setning=Text(
        "En tidsbestemt reaksjon opphører senest tre år etter at overføringsdommen ble "
        "rettskraftig.",
        "Ein tidsbestemt reaksjon tek slutt seinast tre år etter at overføringsdommen vart "
        "rettskraftig.",
    ),
    gjelder=frozenset({Sakstype.TIDSBESTEMT}),
    fristtype=Fristtype.SLUTT,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.TOLKNING,
    sikkerhet_merknad=Text(
        "Tre år er sikkert. At tiden regnes fra rettskraft, er NKs lesning. At datoen ikke "
        "flyttes for helg, er et forsiktig valg.",
        "Tre år er sikkert. At tida blir rekna frå rettskraft, er NKs lesing. At datoen ikkje "
        "blir flytt for helg, er eit forsiktig val.",
    ),
    start=Text(
        "Finn dagen overføringsdommen ble rettskraftig. Senere dommer flytter den ikke.",
        "Finn dagen overføringsdommen vart rettskraftig. Seinare dommar flyttar han ikkje.",
    ),
    regnes=(Pluss(3, Unit.AAR, ("strl/65/4/p3", "dl/148/2", "R2")),),
    flyttes=(FlyttesIkke(("R5",)),),
    siste_virkedag=True,
    handler=Text(
        "Påtalemyndigheten beslutter eller konstaterer opphør, og faglig ansvarlig avslutter",
        "Påtalemakta avgjer eller konstaterer opphøyr, og fagleg ansvarleg avsluttar",
    ),
    varsles=Text(
        "Domfelte og NK. På forhånd også fornærmede som ønsker det (§ 5-6 c)",
        "Domfelte og NK. På førehand også fornærma som ønskjer det (§ 5-6 c)",
    ),
    foelge=Text(
        "Den domfelte holdes uten hjemmel. Varsle straks. Samvern avslutter aldri noe selv.",
        "Den domfelte blir halden utan heimel. Varsle straks. Samvern avsluttar aldri noko sjølv.",
    ),
    avbrudd=Text(
        "Ingenting: verken ny dom, rømning eller utvisning.",
        "Ingenting: korkje ny dom, rømming eller utvising.",
    ),
    versjoner=regimes(
        (
            TIDSBESTEMT_FRA,
            True,
            (
                *basis(START_OG_LENGDE, "strl/65/4/p3"),
                *basis(UTVIDELSE, "strl/13", "dl/148/2"),
            ),
        ),
        (
            REFORM_2020,
            True,
            (
                *basis(START_OG_LENGDE, "strl/65/4/p3", "nk/frister"),
                *basis(UTVIDELSE, "strl/13", "dl/148/2"),
            ),
        ),
    ),
    lesemaater=(
        Lesemaate(
            "FRA_RETTSKRAFT",
            Text("Tre år fra rettskraft, uten flytting", "Tre år frå rettskraft, utan flytting"),
            True,
        ),
        Lesemaate(
            "FRA_DOMSAVSIGELSE",
            Text("Tre år fra dommen ble avsagt", "Tre år frå dommen vart sagd"),
            False,
        ),
        Lesemaate(
            "MED_UTVIDELSE",
            Text(
                "Utvidet til første virkedag etter straffeloven § 13",
                "Utvida til første virkedag etter straffelova § 13",
            ),
            False,
        ),
    ),
    statuser=(
        Status.LOEPER,
        Status.OPPFYLT,
        Status.OPPFYLT_FOR_SENT,
        Status.NAADD,
        Status.SUSPENDERT,
    ),
    krav=("F-13", "N-13.3", "N-13.8", "N-13.11"),
)

REGLER = (F_12, F_13)

_ROLL = NesteVirkedag(("strl/13", "dl/149/1"))


def _statutory(dates: Dates) -> date:
    """The last day under the act; the same as the date shown when that is a working day."""
    return dates.lovdato or dates.dato


def _after_return(sentence: Sentence, act: Hendelse, dates: Dates) -> bool:
    """Whether the date passed while the person was out, and the case was signed on return.

    Strl § 65 fifth paragraph third sentence expects just such a late case (LF-K5).
    """
    late = act.type == "opprettholdelse_underskrevet" and act.dato > _statutory(dates)
    back = sentence.back_after(dates.dato)
    return late and back is not None and act.dato >= back


def _acted(answer: Answer, sentence: Sentence, act: Hendelse, dates: Dates) -> Outcome:
    """Judge the first signature or end against the nominal and the statutory date."""
    if _after_return(sentence, act, dates):
        return Status.MAA_AVGJOERES, because("UNDERSKREVET_ETTER_RETUR", dag=act.dato)
    kode = "UNDERSKREVET" if act.type == "opprettholdelse_underskrevet" else "OPPHOERT"
    if act.dato <= dates.nominell:
        return Status.OPPFYLT, because(kode, dag=act.dato)
    if act.dato <= _statutory(dates):
        answer.finding(Varselkode.ETTER_NOMINELL)
        return Status.OPPFYLT, because(f"{kode}_ETTER_NOMINELL", dag=act.dato)
    answer.finding(Varselkode.FRIST_OVERSITTET)
    days = (act.dato - dates.nominell).days
    return Status.OPPFYLT_FOR_SENT, because(f"{kode}_FOR_SENT", dag=act.dato, dager=days)


def _open(answer: Answer, sentence: Sentence, dates: Dates) -> Outcome:
    """Status of the three-year deadline when nobody has acted."""
    per = answer.history.per_dato
    if sentence.suspended(dates.dato):
        return Status.SUSPENDERT, because("UTE_AV_RIKET", dag=sentence.out_since())
    if per <= dates.dato:
        return Status.LOEPER, because("INGEN_UNDERSKRIFT")
    if sentence.away_on(dates.dato):
        return Status.MAA_AVGJOERES, because("DATOEN_FALT_I_FRAVAER")
    if per <= _statutory(dates):
        return Status.OVER_NOMINELL, because("INGEN_UNDERSKRIFT")
    answer.finding(Varselkode.FRIST_OVERSITTET)
    return Status.OVERSITTET, because("INGEN_UNDERSKRIFT")


def _not_sent(answer: Answer, sentence: Sentence, nominell: date) -> None:
    if answer.history.per_dato > nominell and sentence.opphoer is None:
        answer.finding(Varselkode.IKKE_OVERSENDT)


def _interruption_readings(signed: Hendelse | None, sent: Hendelse | None) -> tuple[Lesning, ...]:
    """Signing interrupts by practice; the act's words are «bringe saken inn for tingretten»."""
    if signed is None and sent is None:
        return ()
    return (
        Lesning("UNDERSKRIFT_AVBRYTER", signed.dato if signed else None, True),
        Lesning("OVERSENDELSE_AVBRYTER", sent.dato if sent else None, False),
    )


def _three_years(answer: Answer, sentence: Sentence) -> None:
    dom = sentence.styrende
    regime = pronounced(answer.history, dom)
    dates = count(F_12, dom.dato, regime)
    signed = answer.history.first("opprettholdelse_underskrevet", after=dom.dato)
    acts = [a for a in (signed, sentence.opphoer) if a is not None]
    act = min(acts, key=lambda a: a.dato) if acts else None
    outcome = _acted(answer, sentence, act, dates) if act else _open(answer, sentence, dates)
    facts = (dom, act) if act else (dom,)
    sent = answer.history.first(
        "sak_oversendt_retten", from_day=signed.dato if signed else None, after=dom.dato
    )
    if signed is not None and sent is None:
        _not_sent(answer, sentence, dates.nominell)
    readings = _interruption_readings(signed, sent)
    facts = (*facts, sent) if sent else facts
    notes = ("LOVDATO_ER_IKKE_PLAN",) if dates.lovdato != dates.dato else ()
    if sent is not None and signed is None:
        notes = (*notes, "SENDT_UTEN_UNDERSKRIFT")
    answer.deadline(
        F_12,
        dates,
        outcome,
        facts,
        ref=dom.id,
        lesninger=readings,
        merknader=notes,
        governed_by=regime,
    )


def _absolute(answer: Answer, sentence: Sentence, dato: date) -> Outcome:
    per = answer.history.per_dato
    if sentence.opphoer is not None:
        day = sentence.opphoer.dato
        if day <= dato:
            return Status.OPPFYLT, because("OPPHOERT", dag=day)
        answer.finding(Varselkode.SLUTT_OVERSITTET)
        return Status.OPPFYLT_FOR_SENT, because("OPPHOERT_FOR_SENT", dag=day)
    out = sentence.out_since()
    if per < dato:
        if out is not None:
            return Status.SUSPENDERT, because("UTE_AV_RIKET", dag=out)
        return Status.LOEPER, because("OPPHOER_IKKE_REGISTRERT")
    if per > dato and out is None:
        answer.finding(Varselkode.SLUTT_OVERSITTET)
    return Status.NAADD, because("OPPHOER_IKKE_REGISTRERT")


def _absolute_readings(answer: Answer, dom: Hendelse, dato: date) -> tuple[Lesning, ...]:
    others: list[Lesning] = []
    said = pronounced(answer.history, dom)
    if said != dom.dato:
        others.append(Lesning("FRA_DOMSAVSIGELSE", count(F_13, said).dato, False))
    rolled = _ROLL.run(dato).dato
    if rolled != dato:
        others.append(Lesning("MED_UTVIDELSE", rolled, False))
    return (Lesning("FRA_RETTSKRAFT", dato, True), *others) if others else ()


def compute(answer: Answer, sentence: Sentence) -> None:
    """Add F-12 or F-13 (`frister.md` 4.3, 4.5, 4.7)."""
    if answer.history.type is Sakstype.TIDSUBESTEMT:
        _three_years(answer, sentence)
        return
    dom = sentence.opprinnelig
    regime = pronounced(answer.history, dom)
    dates = count(F_13, dom.dato, regime)
    outcome = _absolute(answer, sentence, dates.dato)
    answer.deadline(
        F_13,
        dates,
        outcome,
        (dom, sentence.opphoer) if sentence.opphoer else (dom,),
        lesninger=_absolute_readings(answer, dom, dates.dato),
        governed_by=regime,
    )
