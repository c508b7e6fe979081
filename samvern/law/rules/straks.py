"""F-80 to F-88 and LF-K5: duties to act at once, without a number of days.

They are shown with the days since what set them off. Some are set off by facts the schema has no
event for (an absconding, a leave, a call to the police); those are in the rule book only.
"""

from datetime import date, timedelta

from samvern.law.deadline import Answer, because, count
from samvern.law.event import Hendelse, Sakstype
from samvern.law.period import Unit
from samvern.law.rule import Minus
from samvern.law.rules.judgments import STYRENDE, Sentence, pronounced
from samvern.law.rules.opphoer import F_10, F_11
from samvern.law.rules.opprettholdelse import F_12, F_13
from samvern.law.rules.regimes import REFORM_2020
from samvern.law.rules.straks_regler import (
    F_80,
    F_81,
    F_83,
    F_85,
    F_86,
    F_88,
    LF_K5,
)
from samvern.law.trace import Grunn

TILBAKE_SENEST = date(2021, 10, 1)
"""One year after § 5-6 was repealed: all had to be returned (lov 21. juni 2019 nr. 48 del V)."""

START_FOR_BEGJAERING = frozenset({"overfoeringsdom", "nekter_opphoer"})
"""The judgments that strl § 65 third paragraph names."""
_VARSEL = Minus(4, Unit.UKE, ("R7",))
"""A task four weeks before a known end is a product choice, not a rule (`frister.md` 3.6)."""


def _opens(answer: Answer) -> date:
    """The first day on which an end may be asked for, by the reading that gives it earliest.

    Whether a judgment that maintained the sentence starts the year anew is NK's reading (LF-K4).
    A petition that the words of strl § 65 third paragraph allow is hurried all the same.
    """
    history = answer.history
    rule = F_11 if history.type is Sakstype.TIDSBESTEMT else F_10
    named = [d for d in history.all("dom_rettskraftig") if d.art in START_FOR_BEGJAERING][-1]
    return count(rule, named.dato, pronounced(history, named)).dato


def _petition(answer: Answer, sentence: Sentence) -> None:
    """F-80: a petition for end waits for the court until a later judgment or the end.

    One that came before it may be made has no right to be heard and hurries nobody, unless the
    case has been brought before the court all the same (strl § 65 second and third paragraph, T23).
    """
    history = answer.history
    opens = _opens(answer)
    for petition in history.all("begjaering_opphoer"):
        judged = any(
            d.dato > petition.dato and d.art in STYRENDE for d in history.all("dom_rettskraftig")
        )
        brought = history.first("sak_oversendt_retten", from_day=petition.dato) is not None
        heard = petition.dato >= opens or brought
        if heard and not judged and not sentence.ended_by(history.per_dato):
            answer.duty(F_80, petition, because("BEGJAERING_TIL_BEHANDLING"))


def _prison(answer: Answer, sentence: Sentence) -> None:
    """F-81: return from prison, only for judgments before the repeal on 1 October 2020."""
    history = answer.history
    moved = [d for d in history.all("dom_rettskraftig") if d.art == "kriminalomsorg"]
    if not moved or moved[-1].dato >= REFORM_2020 or sentence.opphoer is not None:
        return
    if history.first("tilbakefoering", from_day=moved[-1].dato) is None:
        late = history.per_dato > TILBAKE_SENEST
        answer.turns(REFORM_2020, TILBAKE_SENEST + timedelta(days=1))
        answer.duty(
            F_81,
            moved[-1],
            because("SKULLE_VAERT_TILBAKE" if late else "I_KRIMINALOMSORGEN", dag=TILBAKE_SENEST),
            hjemmelsdag=REFORM_2020 if history.per_dato >= REFORM_2020 else None,
        )


def _warn_victims(answer: Answer, sentence: Sentence) -> None:
    """F-83: warn victims before a known end; a task is proposed four weeks before F-13."""
    if answer.history.type is not Sakstype.TIDSBESTEMT or sentence.opphoer is not None:
        return
    end = count(F_13, sentence.opprinnelig.dato).dato
    proposed = _VARSEL.run(end).dato
    if proposed is None:
        return
    per = answer.history.per_dato
    answer.turns(proposed, end + timedelta(days=1))
    if per >= proposed:
        kode = "KJENT_SLUTT" if per <= end else "SLUTT_PASSERT"
        answer.duty(F_83, sentence.opprinnelig, because(kode, dag=end), utloest=proposed)


def _returned(answer: Answer, sentence: Sentence) -> None:
    """F-88 and LF-K5: suspended while out; on return the prosecution must decide."""
    history = answer.history
    if sentence.opphoer is not None or not sentence.fravaer:
        return
    left, back = sentence.fravaer[-1]
    if back is None:
        departure = next(e for e in history.all("utreise") if e.dato == left)
        answer.duty(F_88, departure, because("UTE_AV_RIKET", dag=left))
        return
    event = next(e for e in history.all("retur_til_riket") if e.dato == back)
    judged = history.first("dom_rettskraftig", after=back)
    sent = history.first("sak_oversendt_retten", from_day=back)
    if judged is None and sent is None:
        answer.duty(LF_K5, event, _after_return(answer, sentence, event))


def _after_return(answer: Answer, sentence: Sentence, back: Hendelse) -> Grunn:
    """More than three years since the last final judgment: maintaining needs the court.

    A time-limited sentence cannot be maintained beyond its absolute end.
    """
    per = answer.history.per_dato
    if answer.history.type is Sakstype.TIDSBESTEMT:
        end = count(F_13, sentence.opprinnelig.dato).dato
        answer.turns(end)
        return because("RETUR_ETTER_SLUTT" if per >= end else "RETUR", dag=back.dato)
    last = count(F_12, sentence.styrende.dato).nominell
    answer.turns(last + timedelta(days=1))
    court = per > last
    return because("RETUR_OVER_TRE_AAR" if court else "RETUR", dag=back.dato)


def compute_sentence(answer: Answer, sentence: Sentence) -> None:
    """Add the duties of a sentence."""
    _petition(answer, sentence)
    _prison(answer, sentence)
    _warn_victims(answer, sentence)
    _returned(answer, sentence)


def compute_care(answer: Answer) -> None:
    """Add the duties of observation and care without a sentence: F-85 and F-86."""
    history = answer.history
    starts = [history.last(kind) for kind in ("tph_etablert", "observasjon_startet")]
    known = [start for start in starts if start is not None]
    if not known:
        return
    started = max(known, key=lambda start: start.dato)
    ended = history.first("tph_opphoert", "observasjon_avsluttet", from_day=started.dato)
    if ended is None:
        answer.duty(F_85, started, because("UNDERRETNING_TIL_KOMMISJONEN"))
    answer.duty(F_86, ended or started, because("UNDERRETNING_TIL_POLITIET"))
