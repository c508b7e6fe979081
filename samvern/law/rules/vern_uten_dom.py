"""F-63 to F-67 and F-70: controls, limits and complaints while care without a sentence lasts."""

from datetime import date

from samvern.law.deadline import Answer, Dates, Outcome, because, count
from samvern.law.event import Hendelse
from samvern.law.period import first_anniversary_after
from samvern.law.rules.endring import barred
from samvern.law.rules.vern_regler import F_63, F_64, F_65, F_66, F_67, F_70
from samvern.law.trace import Lesning, SporSteg, Status, Varselkode


def _control(answer: Answer, start: Hendelse, ended: Hendelse | None) -> None:
    """F-63: the commission's own control, unless the patient has complained."""
    history = answer.history
    dates = count(F_63, start.dato)
    complaint = history.first("pasientklage", from_day=start.dato)
    control = history.first("kommisjonskontroll", from_day=start.dato)
    facts: tuple[Hendelse, ...] = (start,)
    if complaint is not None and complaint.dato <= dates.dato:
        outcome: Outcome = (Status.BORTFALT, because("PASIENTEN_KLAGET", dag=complaint.dato))
        facts = (start, complaint)
    elif control is not None:
        late = control.dato > dates.dato
        status = Status.OPPFYLT_FOR_SENT if late else Status.OPPFYLT
        outcome = (status, because("KONTROLLERT", dag=control.dato))
        facts = (start, control)
    elif ended is not None and ended.dato <= dates.dato:
        outcome = (Status.BORTFALT, because("VERNET_OPPHOERT", dag=ended.dato))
    else:
        running = history.per_dato <= dates.dato
        outcome = (
            Status.LOEPER if running else Status.OVERSITTET,
            because("IKKE_KONTROLLERT"),
        )
    answer.deadline(F_63, dates, outcome, facts)


def _examination(answer: Answer, start: Hendelse, ended: Hendelse | None) -> None:
    """F-64: three months from the decision or the last examination."""
    history = answer.history
    examined = [e for e in history.all("undersoekelse_4_9") if e.dato >= start.dato]
    last = examined[-1] if examined else start
    dates = count(F_64, last.dato)
    if ended is not None:
        outcome: Outcome = (Status.BORTFALT, because("VERNET_OPPHOERT", dag=ended.dato))
    else:
        running = history.per_dato <= dates.dato
        outcome = (Status.LOEPER if running else Status.OVERSITTET, because("IKKE_UNDERSOEKT"))
    answer.deadline(F_64, dates, outcome, (last,))


def _one_consent(
    answer: Answer, start: Hendelse, end: date, consent: Hendelse
) -> tuple[date, SporSteg]:
    """Return the new end after one consent in time, at most the next anniversary."""
    longest = first_anniversary_after(start.dato, end)
    wanted = consent.til_og_med or longest
    note: str | None = None
    if wanted > longest:
        answer.finding(Varselkode.FORLENGELSE_KAPPET)
        wanted, note = longest, "FORLENGELSE_KAPPET"
    return wanted, SporSteg("samtykke", wanted, ("phvl/3-8/3", "phvf/59"), merknad=note)


def _extended_limit(
    answer: Answer, start: Hendelse
) -> tuple[Dates, tuple[Hendelse, ...], Hendelse | None]:
    """Run all consents over the year. Gives the dates, the consents that counted, the last.

    The same consent registered twice is one consent: the act lets care be prolonged by one year
    at a time (§ 3-8 third paragraph), so a double registration must never give two years.
    """
    dates = count(F_65, start.dato)
    end = dates.nominell
    steps = list(dates.steg[:-1])
    counted: list[Hendelse] = []
    seen: set[tuple[date, date | None]] = set()
    for consent in answer.history.all("forlengelse_innvilget"):
        same = (consent.dato, consent.til_og_med)
        if consent.dato < start.dato or same in seen:
            continue
        seen.add(same)
        if consent.dato > end:
            answer.finding(Varselkode.SAMTYKKE_FOR_SENT)
            continue
        end, step = _one_consent(answer, start, end, consent)
        steps.append(step)
        counted.append(consent)
    steps.append(dates.steg[-1]._replace(dato=end))
    return (
        Dates(end, end, None, tuple(steps)),
        tuple(counted),
        counted[-1] if counted else None,
    )


def _limit_outcome(answer: Answer, dato: date, ended: Hendelse | None) -> Outcome:
    if ended is not None:
        if ended.dato <= dato:
            return Status.OPPFYLT, because("VERNET_OPPHOERT", dag=ended.dato)
        answer.finding(Varselkode.SLUTT_OVERSITTET)
        return Status.OPPFYLT_FOR_SENT, because("VERNET_OPPHOERT", dag=ended.dato)
    per = answer.history.per_dato
    if per < dato:
        return Status.LOEPER, because("OPPHOER_IKKE_REGISTRERT")
    if per > dato:
        answer.finding(Varselkode.SLUTT_OVERSITTET)
    return Status.NAADD, because("OPPHOER_IKKE_REGISTRERT")


def _one_year_at_a_time(start: Hendelse, counted: tuple[Hendelse, ...]) -> date:
    """The end when a consent given before the previous extension began only replaces it.

    The other reading of § 3-8 third paragraph; `frister.md` 4.6 lets each consent move the end.
    """
    base = end = count(F_65, start.dato).nominell
    for consent in counted:
        if consent.dato > base:
            base = end
        longest = first_anniversary_after(start.dato, base)
        end = min(consent.til_og_med or longest, longest)
    return end


def _readings(
    answer: Answer, start: Hendelse, dates: Dates, counted: tuple[Hendelse, ...]
) -> tuple[Lesning, ...]:
    others: list[Lesning] = []
    observed = answer.history.last("observasjon_startet")
    if not counted and observed is not None and observed.dato < start.dato:
        others.append(Lesning("FRA_OBSERVASJONEN", count(F_65, observed.dato).dato, False))
    shorter = _one_year_at_a_time(start, counted)
    if shorter < dates.dato:
        others.append(Lesning("ETT_AAR_AV_GANGEN", shorter, False))
    return (Lesning("FRA_VEDTAKET", dates.dato, True), *others) if others else ()


def _year(answer: Answer, start: Hendelse, ended: Hendelse | None) -> None:
    """F-65 and F-66: the limit of one year, and the application before it."""
    dates, counted, last = _extended_limit(answer, start)
    outcome = _limit_outcome(answer, dates.dato, ended)
    facts = (start, *counted, ended) if ended else (start, *counted)
    readings = _readings(answer, start, dates, counted)
    twice = any(reading.kode == "ETT_AAR_AV_GANGEN" for reading in readings)
    answer.deadline(
        F_65,
        dates,
        outcome,
        facts,
        lesninger=readings,
        merknader=("TO_SAMTYKKER",) if twice else (),
        governed_by=start.dato,
    )
    since = last.dato if last is not None else start.dato
    applied = answer.history.first("forlengelse_soekt", after=since)
    apply_by = count(F_66, dates.dato)
    if applied is not None:
        late = applied.dato > apply_by.nominell
        status = Status.OPPFYLT_FOR_SENT if late else Status.OPPFYLT
        outcome = (status, because("SOEKNAD_MOTTATT", dag=applied.dato))
    elif ended is not None:
        outcome = (Status.BORTFALT, because("VERNET_OPPHOERT", dag=ended.dato))
    else:
        running = answer.history.per_dato <= apply_by.nominell
        outcome = (Status.LOEPER if running else Status.OVERSITTET, because("INGEN_SOEKNAD"))
    facts = (start, *counted, applied) if applied else (start, *counted)
    answer.deadline(F_66, apply_by, outcome, facts, governed_by=start.dato)


def _complaint_after_end(answer: Answer, ended: Hendelse) -> None:
    """F-67: the patient's complaint up to three months after the end."""
    dates = count(F_67, ended.dato)
    complaint = answer.history.first("pasientklage", from_day=ended.dato)
    if complaint is not None and complaint.dato <= dates.dato:
        outcome: Outcome = (Status.OPPFYLT, because("PASIENTKLAGE_I_TIDE", dag=complaint.dato))
    elif complaint is not None:
        outcome = (Status.OPPFYLT_FOR_SENT, because("PASIENTKLAGE_FOR_SENT", dag=complaint.dato))
    elif answer.history.per_dato <= dates.dato:
        outcome = (Status.LOEPER, because("INGEN_HAR_KLAGET"))
    else:
        outcome = (Status.UTLOEPT, because("INGEN_HAR_KLAGET"))
    facts = (ended, complaint) if complaint else (ended,)
    answer.deadline(F_67, dates, outcome, facts)


def _ended(answer: Answer, kind: str, started: Hendelse | None) -> Hendelse | None:
    from_day = started.dato if started is not None else None
    return answer.history.first(kind, from_day=from_day)


def _refusals(answer: Answer) -> list[Hendelse]:
    """Refusals of the patient's complaint, however registered (§ 6-4 eighth paragraph)."""
    history = answer.history
    complaints = {c.id for c in history.all("pasientklage")}
    lost = [
        d
        for d in history.all("klage_avgjort")
        if d.utfall == "ikke_medhold" and d.ref in complaints
    ]
    return sorted(history.all("klage_avslaatt") + lost, key=lambda refusal: refusal.dato)


def _bar(answer: Answer) -> None:
    """F-70: no new complaint on the care before six months; not lifted by its end."""
    history = answer.history
    refusals = _refusals(answer)
    if not refusals:
        return
    dates = count(F_70, refusals[-1].dato)
    open_now = history.per_dato >= dates.dato
    status = Status.AAPEN if open_now else Status.IKKE_AAPNET
    kode = "RETTEN_ER_AAPEN" if open_now else "RETTEN_ER_IKKE_AAPEN"
    answer.deadline(F_70, dates, (status, because(kode)), (refusals[-1],))
    barred(answer, F_70, refusals, history.all("pasientklage"))


def compute(answer: Answer) -> None:
    """Add F-63 to F-67 and F-70 (`frister.md` 4.6, 4.7)."""
    history = answer.history
    start = history.last("tph_etablert")
    ended = _ended(answer, "tph_opphoert", start)
    if start is not None:
        _control(answer, start, ended)
        _examination(answer, start, ended)
        _year(answer, start, ended)
    elif ended is None:
        observed = history.last("observasjon_startet")
        ended = _ended(answer, "observasjon_avsluttet", observed)
    if ended is not None:
        _complaint_after_end(answer, ended)
    _bar(answer)
