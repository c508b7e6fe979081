"""The rule book: every rule by its id, in the order people read them."""

from samvern.law.rule import Rule
from samvern.law.rules import (
    endring,
    ikke_verifisert,
    iverksettelse,
    klage,
    observasjon,
    opphoer,
    opprettholdelse,
    overfoering,
    rapportering,
    rettskraft,
    straks_regler,
    vern_regler,
)

_SUBJECTS = (
    rettskraft.REGLER,
    iverksettelse.REGLER,
    rapportering.REGLER,
    opphoer.REGLER,
    opprettholdelse.REGLER,
    overfoering.REGLER,
    endring.REGLER,
    klage.REGLER,
    observasjon.REGLER,
    vern_regler.REGLER,
    straks_regler.REGLER,
    ikke_verifisert.REGLER,
)

RULES: dict[str, Rule] = {rule.id: rule for subject in _SUBJECTS for rule in subject}


def all_rules() -> tuple[Rule, ...]:
    """Return every rule, also those switched off."""
    return tuple(RULES.values())


def get_rule(rule_id: str) -> Rule:
    """Return a rule by its id (`F-12`). Raises KeyError for an unknown id."""
    return RULES[rule_id]
