"""The governing facts of a sentence: which judgments count, whether it has ended, absences."""

from datetime import date
from typing import NamedTuple

from samvern.law.event import Hendelse
from samvern.law.history import History, Interval

STYRENDE = frozenset({"overfoeringsdom", "opprettholdelse", "nekter_opphoer"})


class Sentence(NamedTuple):
    """A sentence that is final. Source: `frister.md` 4.2."""

    opprinnelig: Hendelse
    """The first final judgment of transfer to compulsory care."""
    styrende: Hendelse
    """The last final judgment that starts periods anew. A § 5-6 judgment never does."""
    opphoer: Hendelse | None
    """The first registered end of the sanction."""
    fravaer: tuple[Interval, ...]
    """Times out of the realm, [departure, return)."""

    def ended_by(self, day: date) -> bool:
        """Whether the sanction ended on or before the day."""
        return self.opphoer is not None and self.opphoer.dato <= day

    def out_since(self) -> date | None:
        """Return the day of departure when the person is out of the realm now."""
        if self.fravaer and self.fravaer[-1][1] is None:
            return self.fravaer[-1][0]
        return None

    def back_after(self, day: date) -> date | None:
        """Return the day of return from the absence the day fell in, when it has ended."""
        backs = (back for left, back in self.fravaer if back is not None and left <= day < back)
        return next(backs, None)

    def away_on(self, day: date) -> bool:
        """Whether the day fell in an absence that has ended."""
        return self.back_after(day) is not None

    def suspended(self, day: date) -> bool:
        """Whether the person is out now and left on or before the day."""
        left = self.out_since()
        return left is not None and left <= day


def find_sentence(history: History) -> Sentence | None:
    """Return the sentence's governing facts, or None before a judgment is final."""
    final = history.all("dom_rettskraftig")
    opprinnelig = next((d for d in final if d.art == "overfoeringsdom"), None)
    if opprinnelig is None:
        return None
    styrende = [d for d in final if d.art in STYRENDE][-1]
    return Sentence(opprinnelig, styrende, history.first("opphoer"), tuple(history.absences()))


def pronounced(history: History, final: Hendelse) -> date:
    """Return the day that selects the regime: pronounced when known, else final (part 1)."""
    said = next((d for d in history.all("dom_avsagt") if d.id == final.id), None)
    return said.dato if said is not None else final.dato
