"""The two sets of deadlines side by side, made from the rules themselves (N-13.15)."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

from samvern.law.book import all_rules
from samvern.law.event import Sakstype
from samvern.law.rule import Emne, Minus, Pluss, Rule, Versjon
from samvern.law.sentence import amount
from samvern.law.text import Text
from samvern.web.regelverk.oppslag import version_steps

_DOMMER = (Sakstype.TIDSUBESTEMT, Sakstype.TIDSBESTEMT)


@dataclass(frozen=True, slots=True)
class Linje:
    """One line: the rule of each kind of judgment, or one rule that holds for both."""

    emne: Emne
    felles: Rule | None = None
    tidsubestemt: Rule | None = None
    tidsbestemt: Rule | None = None


def length(rule: Rule | None, version: Versjon | None = None) -> Text | None:
    """How long a version (the newest when not given) counts: «tre år minus tre måneder»."""
    if rule is None:
        return None
    parts: list[Text] = []
    for step in version_steps(rule, version or rule.versjoner[-1]):
        if not isinstance(step, Pluss | Minus):
            continue
        how = amount(step.antall, step.enhet)
        minus = isinstance(step, Minus)
        parts.append(Text(f"minus {how.nb}", f"minus {how.nn}") if minus else how)
    if not parts:
        return None
    return Text(" ".join(p.nb for p in parts), " ".join(p.nn for p in parts))


def _of_subject(rules: list[Rule], emne: Emne) -> Iterator[Linje]:
    only = [[r for r in rules if r.gjelder & set(_DOMMER) == {kind}] for kind in _DOMMER]
    for first, second in zip_longest(*only):
        yield Linje(emne, tidsubestemt=first, tidsbestemt=second)
    for rule in rules:
        if rule.gjelder >= set(_DOMMER):
            yield Linje(emne, felles=rule)


def both_sets() -> tuple[Linje, ...]:
    """Every rule in use for judgments, with those that differ side by side and first."""
    used = [r for r in all_rules() if r.avslaatt is None and r.gjelder & set(_DOMMER)]
    lines = [
        line
        for emne in Emne
        if emne is not Emne.STRAKS
        for line in _of_subject([r for r in used if r.emne is emne], emne)
    ]
    return tuple(sorted(lines, key=lambda line: line.felles is not None))
