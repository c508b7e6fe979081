"""F-60 to F-62: observation without consent, its extension, and the 24 hours after arrival."""

from datetime import datetime, time

from samvern.law.calendar import add_real_hours
from samvern.law.deadline import Answer, Dates, Outcome, because, count
from samvern.law.event import Hendelse, Sakstype
from samvern.law.period import Unit
from samvern.law.rule import (
    Emne,
    FlyttesIkke,
    Fristtype,
    Grunnlag,
    Lesemaate,
    Minus,
    Pluss,
    Rule,
    Sikkerhet,
)
from samvern.law.rules.regimes import (
    FORHOLD,
    PHVL_FRA,
    REFORM_2017,
    REFORM_2026,
    REGNEMAATE,
    START_OG_LENGDE,
    basis,
    regimes,
)
from samvern.law.text import Text
from samvern.law.trace import Lesning, SporSteg, Status, Varselkode

_TPH = frozenset({Sakstype.TPH})
LENGSTE_FORLENGELSE = 10
"""Days an observation can be extended by, at most (psykisk helsevernloven § 3-2)."""
_FORLENGELSE = Pluss(LENGSTE_FORLENGELSE, Unit.DAG, ("phvl/3-2/2", "dl/148/1", "R1"))
_TIMER = 24
"""Hours from arrival to a decision (psykisk helsevernloven § 3-3 a second paragraph)."""

_OBSERVASJON = regimes(
    (PHVL_FRA, False, basis(START_OG_LENGDE, "phvl/3-2/2")),
    (REFORM_2017, True, (*basis(START_OG_LENGDE, "phvl/3-2/2"), *basis(REGNEMAATE, "dl/148/1"))),
    (REFORM_2026, True, (*basis(START_OG_LENGDE, "phvl/3-2/2"), *basis(REGNEMAATE, "dl/148/1"))),
)
_STATUSER = (Status.LOEPER, Status.OPPFYLT, Status.NAADD)

F_60 = Rule(
    id="F-60",
    emne=Emne.OBSERVASJON,
    navn=Text("Tvungen observasjon", "Tvungen observasjon"),
    setning=Text(
        "Tvungen observasjon kan vare i høyst ti dager fra undersøkelsen begynte, til samme "
        "klokkeslett.",
        "Tvungen observasjon kan vare i høgst ti dagar frå undersøkinga tok til, til same "
        "klokkeslett.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.SLUTT,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "Lengden er sikker. Klokkeslettet er et forsiktig valg.",
        "Lengda er sikker. Klokkeslettet er eit forsiktig val.",
    ),
    start=Text("Finn når undersøkelsen begynte.", "Finn når undersøkinga tok til."),
    regnes=(Pluss(10, Unit.DAG, ("phvl/3-2/2", "dl/148/1", "R1")),),
    flyttes=(FlyttesIkke(("R5",)),),
    handler=Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    varsles=Text(
        "Pasienten, pårørende, kontrollkommisjonen og politi som har begjært",
        "Pasienten, pårørande, kontrollkommisjonen og politi som har sett fram krav",
    ),
    foelge=Text(
        "Personen holdes uten hjemmel. Varsle straks.",
        "Personen blir halden utan heimel. Varsle straks.",
    ),
    avbrudd=Text(
        "Vedtak om vern, opphør, samtykke eller forlengelse i tide.",
        "Vedtak om vern, opphøyr, samtykke eller forlenging i tide.",
    ),
    versjoner=_OBSERVASJON,
    statuser=(*_STATUSER, Status.BORTFALT),
    krav=("F-60",),
)

F_61 = Rule(
    id="F-61",
    emne=Emne.OBSERVASJON,
    navn=Text("Forlenget observasjon", "Forlengd observasjon"),
    setning=Text(
        "Observasjonen kan forlenges med inntil ti dager når kommisjonens leder samtykker før de "
        "første ti er ute.",
        "Observasjonen kan forlengjast med inntil ti dagar når leiaren av kommisjonen samtykkjer "
        "før dei første ti er ute.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.SLUTT,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    start=Text("Finn da de første ti dagene var ute.", "Finn då dei første ti dagane var ute."),
    regnes=(_FORLENGELSE,),
    flyttes=(FlyttesIkke(("R5",)),),
    handler=Text(
        "Faglig ansvarlig. Forlenge kan bare kontrollkommisjonens leder, også muntlig",
        "Fagleg ansvarleg. Forlengje kan berre leiaren av kontrollkommisjonen, også munnleg",
    ),
    varsles=Text("Pasienten og faglig ansvarlig", "Pasienten og fagleg ansvarleg"),
    foelge=Text(
        "Samtykke etter at fristen er ute, gir ingen forlengelse. Etter datoen holdes personen "
        "uten hjemmel.",
        "Samtykke etter at fristen er ute, gir inga forlenging. Etter datoen blir personen "
        "halden utan heimel.",
    ),
    avbrudd=Text("Vedtak om vern eller opphør.", "Vedtak om vern eller opphøyr."),
    versjoner=_OBSERVASJON,
    statuser=_STATUSER,
    krav=("F-61",),
)

F_62 = Rule(
    id="F-62",
    emne=Emne.OBSERVASJON,
    navn=Text("Vedtak innen 24 timer", "Vedtak innan 24 timar"),
    setning=Text(
        "Vedtak om observasjon eller vern treffes snarest og senest 24 timer etter at pasienten "
        "kom til institusjonen.",
        "Vedtak om observasjon eller vern blir gjort snarast og seinast 24 timar etter at "
        "pasienten kom til institusjonen.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.SLUTT,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.SIKKER,
    sikkerhet_merknad=Text(
        "At helg og helligdag regnes med, er et forsiktig valg.",
        "At helg og heilagdag blir rekna med, er eit forsiktig val.",
    ),
    start=Text(
        "Finn når pasienten kom til institusjonen.", "Finn når pasienten kom til institusjonen."
    ),
    handler=Text("Faglig ansvarlig", "Fagleg ansvarleg"),
    varsles=Text("Pasienten og pårørende", "Pasienten og pårørande"),
    foelge=Text(
        "Pasienten kan ikke holdes tilbake uten vedtak.",
        "Pasienten kan ikkje haldast tilbake utan vedtak.",
    ),
    avbrudd=Text("Ingenting.", "Ingenting."),
    versjoner=regimes(
        (PHVL_FRA, False, ()),
        (
            REFORM_2017,
            True,
            (*basis(START_OG_LENGDE, "phvl/3-3a/2"), *basis(FORHOLD, "phvf/10/2")),
        ),
        (
            REFORM_2026,
            True,
            (*basis(START_OG_LENGDE, "phvl/3-3a/2"), *basis(FORHOLD, "phvf/10/2")),
        ),
    ),
    lesemaater=(
        Lesemaate(
            "ALLE_TIMER",
            Text("24 faktiske timer, også i helg", "24 faktiske timar, også i helg"),
            True,
        ),
        Lesemaate(
            "UTEN_HELLIGDAGER",
            Text(
                "Etter domstolloven § 149 annet ledd: timer på helligdager telles ikke",
                "Etter domstollova § 149 andre ledd: timar på heilagdagar blir ikkje talde",
            ),
            False,
        ),
    ),
    statuser=(Status.LOEPER, Status.OPPFYLT, Status.OPPFYLT_FOR_SENT, Status.NAADD),
    krav=("F-62", "LF-K11"),
)

K16_2 = Rule(
    id="K16-2",
    emne=Emne.OBSERVASJON,
    navn=Text("Legeuttalelsens alder", "Alderen på legefråsegna"),
    setning=Text(
        "Legeuttalelsen som vedtaket bygger på, skal ikke være eldre enn ti dager.",
        "Legefråsegna som vedtaket byggjer på, skal ikkje vere eldre enn ti dagar.",
    ),
    gjelder=_TPH,
    fristtype=Fristtype.AVLEDET,
    grunnlag=Grunnlag.LOV,
    sikkerhet=Sikkerhet.TOLKNING,
    sikkerhet_merknad=Text(
        "Forskriften sier ikke hvilken dag alderen måles. Vedtaksdagen er det strengeste.",
        "Forskrifta seier ikkje kva dag alderen blir målt. Vedtaksdagen er det strengaste.",
    ),
    start=Text(
        "Finn dagen vedtaket ble truffet, ellers dagen pasienten kom.",
        "Finn dagen vedtaket vart gjort, elles dagen pasienten kom.",
    ),
    regnes=(Minus(10, Unit.DAG, ("phvf/10/1", "R1")),),
    flyttes=(FlyttesIkke(("phvf/10/1",)),),
    handler=Text("Faglig ansvarlig påser det", "Fagleg ansvarleg ser til det"),
    varsles=Text("Ingen", "Ingen"),
    foelge=Text(
        "Vedtaket bygger på en for gammel uttalelse.",
        "Vedtaket byggjer på ei for gammal fråsegn.",
    ),
    avbrudd=Text("Ny legeuttalelse.", "Ny legefråsegn."),
    versjoner=regimes(
        (PHVL_FRA, False, ()),
        (REFORM_2017, True, basis(START_OG_LENGDE, "phvf/10/1")),
    ),
    statuser=(Status.AAPEN,),
    krav=("LF-K16",),
)

REGLER = (F_60, F_61, F_62, K16_2)


def _limit_outcome(answer: Answer, dates: Dates, ended: Hendelse | None) -> Outcome:
    """Status of an absolute limit that has no «met too late» (`frister.md` 4.7)."""
    if ended is not None and ended.dato <= dates.dato:
        return Status.OPPFYLT, because("AVSLUTTET_I_TIDE", dag=ended.dato)
    if ended is None and answer.history.per_dato <= dates.dato:
        return Status.LOEPER, because("IKKE_AVSLUTTET")
    answer.finding(Varselkode.SLUTT_OVERSITTET)
    if ended is not None:
        return Status.NAADD, because("AVSLUTTET_ETTER_GRENSEN", dag=ended.dato)
    return Status.NAADD, because("IKKE_AVSLUTTET")


def _extension(answer: Answer, start: Hendelse, limit: Dates) -> Hendelse | None:
    """Return the first extension given in time; a late one is a finding only when none was."""
    first = answer.history.first("observasjon_forlenget", from_day=start.dato)
    if first is not None and first.dato > limit.dato:
        answer.finding(Varselkode.FORLENGET_FOR_SENT)
        return None
    return first


def _observation(answer: Answer) -> None:
    history = answer.history
    start = history.last("observasjon_startet")
    if start is None:
        return
    notes: tuple[str, ...] = ()
    if start.klokkeslett is None:
        answer.finding(Varselkode.MANGLER_KLOKKESLETT)
        notes = ("PLANLEGG_DAGEN_FOER",)
    ended = history.first("observasjon_avsluttet", "tph_etablert", from_day=start.dato)
    limit = count(F_60, start.dato)
    extended = _extension(answer, start, limit)
    if extended is not None:
        outcome: Outcome = (Status.BORTFALT, because("FORLENGET", dag=extended.dato))
    else:
        outcome = _limit_outcome(answer, limit, ended)
    facts = tuple(f for f in (start, extended, ended) if f is not None)
    answer.deadline(F_60, limit, outcome, facts, klokkeslett=start.klokkeslett, merknader=notes)
    if extended is not None:
        _extended(answer, limit, (start, extended, ended), notes)


def _extended(
    answer: Answer,
    limit: Dates,
    facts: tuple[Hendelse, Hendelse, Hendelse | None],
    notes: tuple[str, ...],
) -> None:
    start, extended, ended = facts
    asked = extended.dager or 0
    given = min(asked, LENGSTE_FORLENGELSE)
    if asked > LENGSTE_FORLENGELSE:
        answer.finding(Varselkode.FORLENGELSE_KAPPET)
        notes = (*notes, "FORLENGELSE_KAPPET")
    granted = _FORLENGELSE._replace(antall=given)
    dates = count(F_61._replace(regnes=(granted,)), limit.dato)
    answer.deadline(
        F_61,
        dates,
        _limit_outcome(answer, dates, ended),
        tuple(f for f in facts if f is not None),
        klokkeslett=start.klokkeslett,
        merknader=notes,
        governed_by=start.dato,
    )


def _in_time(decision: Hendelse, limit: datetime) -> bool:
    if decision.klokkeslett is None:
        return decision.dato <= limit.date()
    return datetime.combine(decision.dato, decision.klokkeslett) <= limit


def _arrival(answer: Answer) -> None:
    history = answer.history
    arrival = history.last("ankomst")
    if arrival is None:
        return
    start = datetime.combine(arrival.dato, arrival.klokkeslett or time.min)
    limit = add_real_hours(start, _TIMER)
    day = limit.date()
    kinds = ("observasjon_startet", "tph_etablert", "annet_vedtak")
    decision = history.first(*kinds, from_day=arrival.dato)
    if decision is None:
        running = history.per_dato <= day
        outcome: Outcome = (Status.LOEPER if running else Status.NAADD, because("INTET_VEDTAK"))
    elif _in_time(decision, limit):
        outcome = (Status.OPPFYLT, because("VEDTAK_I_TIDE", dag=decision.dato))
    else:
        outcome = (Status.OPPFYLT_FOR_SENT, because("VEDTAK_FOR_SENT", dag=decision.dato))
    steps = (
        SporSteg("start", arrival.dato),
        SporSteg("timer", day, ("phvl/3-3a/2", "R11"), _TIMER, "time"),
        SporSteg("flyttes_ikke", day, ("R5",)),
    )
    answer.deadline(
        F_62,
        Dates(day, day, None, steps),
        outcome,
        (arrival, decision) if decision else (arrival,),
        klokkeslett=limit.time(),
        lesninger=(Lesning("ALLE_TIMER", day, True), Lesning("UTEN_HELLIGDAGER", None, False)),
    )


def _statement(answer: Answer) -> None:
    history = answer.history
    arrival = history.last("ankomst")
    if arrival is None:
        return
    kinds = ("observasjon_startet", "tph_etablert")
    decision = history.first(kinds[0], from_day=arrival.dato)
    decision = decision or history.first(kinds[1], from_day=arrival.dato) or arrival
    dates = count(K16_2, decision.dato)
    answer.deadline(K16_2, dates, (Status.AAPEN, because("LEGEUTTALELSE_FRA")), (decision,))


def compute(answer: Answer) -> None:
    """Add F-60 to F-62 and K16-2 (`frister.md` 4.6, 4.7; LF-K11, LF-K16)."""
    _observation(answer)
    _arrival(answer)
    _statement(answer)
