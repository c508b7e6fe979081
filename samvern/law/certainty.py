"""How certain one concrete answer is, which may be less than the rule it rests on.

A rule can be certain while the case at hand falls where the law can be read in two ways, or
before anything in our material was in force. The user is told (`frister.md` part 5).
"""

from samvern.law.book import get_rule
from samvern.law.rule import Sikkerhet
from samvern.law.trace import Frist

_INTERPRETED_NOTES = frozenset({"POLITI_TRE_UKER"})


def certainty(frist: Frist) -> Sikkerhet:
    """Return the certainty of one deadline: never higher than its rule's."""
    rule = get_rule(frist.regel)
    if not rule.version_on(frist.hendelsesdag).hjemler:
        return Sikkerhet.IKKE_VERIFISERT
    if rule.sikkerhet is not Sikkerhet.SIKKER:
        return rule.sikkerhet
    dates = {reading.dato for reading in frist.spor.lesninger}
    if len(dates) > 1 or not _INTERPRETED_NOTES.isdisjoint(frist.spor.merknader):
        return Sikkerhet.TOLKNING
    return Sikkerhet.SIKKER
