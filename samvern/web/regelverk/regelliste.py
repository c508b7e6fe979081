"""The start page of the law: every rule by subject, with search, filters and counts."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samvern.law.book import all_rules
from samvern.law.choices import REGNEVALG
from samvern.law.event_texts import SAKSTYPETEKSTER
from samvern.law.rule import Emne, Rule
from samvern.law.text import Text
from samvern.web.regelverk.oppslag import all_ids
from samvern.web.regelverk.sammenligning import Linje, both_sets, length
from samvern.web.regelverk.soek import find_rules, read_filter
from samvern.web.regelverk.tekster import EMNER, FRISTTYPER, GRUNNLAG, SIKKERHET, gjelder


@dataclass(frozen=True, slots=True)
class Regelrad:
    """One rule in the list."""

    rule: Rule
    gjelder: Text
    slag: Text
    lengde: Text | None


@dataclass(frozen=True, slots=True)
class Gruppe:
    """One subject with its rules."""

    emne: Emne
    navn: Text
    rader: tuple[Regelrad, ...]


@dataclass(frozen=True, slots=True)
class Sammenlikning:
    """One line of the two sets, ready to show."""

    linje: Linje
    emne: Text
    lengder: tuple[Text | None, Text | None, Text | None]


@cache
def _row(rule: Rule) -> Regelrad:
    return Regelrad(rule, gjelder(rule), FRISTTYPER[rule.fristtype], length(rule))


def grouped(rules: Iterable[Rule]) -> tuple[Gruppe, ...]:
    """Rules by subject, in the order of the subjects; empty subjects are left out."""
    found = list(rules)
    return tuple(
        Gruppe(emne, EMNER[emne], rows)
        for emne in Emne
        if (rows := tuple(_row(r) for r in found if r.emne is emne))
    )


@cache
def comparison() -> tuple[Sammenlikning, ...]:
    """The two sets of deadlines, ready to show."""
    return tuple(
        Sammenlikning(
            line,
            EMNER[line.emne],
            (
                length(line.felles),
                length(line.tidsubestemt),
                length(line.tidsbestemt),
            ),
        )
        for line in both_sets()
    )


def _choices[K: StrEnum](words: Mapping[K, Text], used: Container[K]) -> list[tuple[str, Text]]:
    """The values a filter offers: only those some rule has."""
    return [(str(code), word) for code, word in words.items() if code in used]


@require_safe
def rule_list(request: HttpRequest) -> HttpResponse:
    """Every rule by subject; the query string chooses."""
    chosen = read_filter(request.GET)
    found = find_rules(chosen)
    every = all_rules()
    context = {
        "valgt": chosen,
        "grupper": grouped(r for r in found if r.avslaatt is None),
        "avslaatte": tuple(_row(r) for r in found if r.avslaatt is not None),
        "treff": len(found),
        "alle": len(every),
        "i_bruk": sum(r.avslaatt is None for r in every),
        "sakstyper": [(kode, navn) for kode, (navn, _) in SAKSTYPETEKSTER.items()],
        "grunnlag": _choices(GRUNNLAG, {r.grunnlag for r in every}),
        "sikkerheter": _choices(SIKKERHET, {r.sikkerhet for r in every}),
        "sammenlikning": () if chosen.active else comparison(),
        "kilder": len(all_ids()),
        "regnevalg": len(REGNEVALG),
    }
    return render(request, "regelverk/liste.html", context)
