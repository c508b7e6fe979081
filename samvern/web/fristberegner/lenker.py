"""Links from an explanation to the pages of the rule book."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.urls import NoReverseMatch, reverse

from samvern.law import sentence
from samvern.law.choices import REGNEVALG


@dataclass(frozen=True, slots=True)
class Henvisning:
    """A source as it is cited, and the address of its page (empty when it has none)."""

    id: str
    tekst: str
    adresse: str


def rule_address(rule_id: str) -> str:
    """Address of a rule's page; empty when the rule book is not among the pages."""
    return _reverse("regelverk_regel", rule_id)


@lru_cache(maxsize=512)
def source_reference(kilde_id: str, on: date) -> Henvisning:
    """A source or a calculation choice (`R3`) as cited on the day that governs."""
    if kilde_id in REGNEVALG:
        address = _reverse("regelverk_regnevalg")
        address = f"{address}#{kilde_id}" if address else ""
    else:
        address = _reverse("regelverk_kilde", kilde_id)
    return Henvisning(kilde_id, sentence.citation(kilde_id, on), address)


def _reverse(name: str, *arguments: str) -> str:
    try:
        return reverse(name, args=arguments)
    except NoReverseMatch:
        return ""
