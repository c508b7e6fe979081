"""The case reader: every date, status and finding of one case on one day, with the reasons."""

from samvern.law.deadline import Answer
from samvern.law.event import Sak, Sakstype
from samvern.law.history import History
from samvern.law.rules import (
    endring,
    iverksettelse,
    klage,
    observasjon,
    opphoer,
    opprettholdelse,
    overfoering,
    rapportering,
    rettskraft,
    straks,
    vern_uten_dom,
)
from samvern.law.rules.judgments import find_sentence
from samvern.law.rules.regimes import REFORM_2020
from samvern.law.trace import Svar, Varselkode

_AFTER_FINAL = ("F-04", "F-05", "F-06", "F-07", "F-10", "F-11", "F-12", "F-13", "F-30")


def _prison_judgments(answer: Answer) -> None:
    """§ 5-6 judgments move no date, and have no legal basis from 1 October 2020 (LF-K1)."""
    for dom in answer.history.all("dom_rettskraftig"):
        if dom.art == "kriminalomsorg":
            answer.finding(Varselkode.FLYTTER_IKKE, dom.id)
            if dom.dato >= REFORM_2020:
                answer.finding(Varselkode.OPPHEVET_HJEMMEL, dom.id)


def _sentence(answer: Answer) -> None:
    rettskraft.compute(answer)
    _prison_judgments(answer)
    sentence = find_sentence(answer.history)
    if sentence is None:
        other = (
            ("F-11", "F-13") if answer.history.type is Sakstype.TIDSUBESTEMT else ("F-10", "F-12")
        )
        missing = tuple(r for r in _AFTER_FINAL if r not in other)
        answer.unclear(missing, "rettskraft")
        return
    iverksettelse.compute(answer, sentence)
    rapportering.compute(answer, sentence)
    opphoer.compute(answer, sentence)
    opprettholdelse.compute(answer, sentence)
    overfoering.compute(answer, sentence)
    endring.compute(answer, sentence)
    straks.compute_sentence(answer, sentence)


def compute(sak: Sak) -> Svar:
    """Return everything that follows from the facts on `sak.per_dato`.

    A pure function: the same facts in any order give the same answer, and the day computed for
    is an argument, never the clock. Requirement: N-13.1, `frister.md` part 4.
    """
    answer = Answer(History(sak))
    if sak.type is Sakstype.TPH:
        observasjon.compute(answer)
        vern_uten_dom.compute(answer)
        straks.compute_care(answer)
    else:
        _sentence(answer)
    klage.compute(answer)
    return answer.done()
