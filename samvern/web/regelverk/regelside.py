"""One page per rule, made from the definition that is run, that a lawyer can check."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_safe

from samvern.law.book import RULES, all_rules
from samvern.law.choices import REGNEVALG
from samvern.law.rule import REGELSETT, Emne, Fristtype, Rule, Sikkerhet, Versjon
from samvern.law.rules.regimes import AVBRUDD, START_OG_LENGDE
from samvern.law.sentence import rule_steps
from samvern.law.source import Kilde, Ordlyd, Slag
from samvern.law.text import Maalform, Text
from samvern.web.regelverk import eksempler
from samvern.web.regelverk.oppslag import carried, shown
from samvern.web.regelverk.sammenligning import length
from samvern.web.regelverk.tekster import (
    DAGEN_PASSERES,
    EMNER,
    FOELGE,
    FRISTTYPER,
    GRUNNLAG,
    ORDLYD,
    SIKKERHET,
    gjelder,
    kort,
    regnevalg,
)
from samvern.web.templatetags.samvern import active_maalform

_STATUTE = (Slag.LOV, Slag.FORSKRIFT)
_DUTIES = (Fristtype.SENEST, Fristtype.INTERVALL)


@dataclass(frozen=True, slots=True)
class Sitat:
    """A link to a provision or a calculation choice, in its shortest form."""

    tekst: Text
    adresse: str


@dataclass(frozen=True, slots=True)
class Steg:
    """One numbered step with its sources and the tag that says how certain it is."""

    tekst: Text
    sitater: tuple[Sitat, ...]
    sikkerhet: str = ""


@dataclass(frozen=True, slots=True)
class Kilderad:
    """One source in the table: what it carries and whether its wording is read."""

    kilde: Kilde
    adresse: str
    baerer: tuple[Text, ...]
    ordlyd: tuple[Text, str, str]


@dataclass(frozen=True, slots=True)
class Versjonsrad:
    """One version of the rule, with its sources in short form."""

    versjon: Versjon
    gjelder: bool
    sitater: tuple[Sitat, ...]
    lov_lest: bool
    """Whether there is statute behind the version, and all of it is read."""
    omtale: bool
    """Whether something it rests on is known only through what others say of it."""
    lengde: Text | None
    """How long this version counts, where it is not what the newest one counts."""


def cite(kilde_id: str, on: date) -> Sitat:
    """A link to a source as it was cited on a day, or to a calculation choice."""
    if kilde_id in REGNEVALG:
        return Sitat(regnevalg(kilde_id), f"{reverse('regelverk_regnevalg')}#{kilde_id}")
    return Sitat(kort(shown(kilde_id, on)), reverse("regelverk_kilde", args=[kilde_id]))


def _certainty(kilder: tuple[str, ...]) -> str:
    """The tag of the least certain choice a step rests on; nothing when all are certain."""
    chosen = {REGNEVALG[k].sikkerhet for k in kilder if k in REGNEVALG}
    worst = [s for s in reversed(Sikkerhet) if s in chosen and s is not Sikkerhet.SIKKER]
    return str(worst[0]) if worst else ""


def _interrupts(version: Versjon, on: date) -> tuple[tuple[str, ...], str]:
    """Sources for what interrupts; without statute behind it, that is an interpretation."""
    kilder = tuple(h.kilde for h in version.hjemler if h.baerer == AVBRUDD)
    statute = any(shown(k, on).slag in _STATUTE for k in kilder)
    return kilder, str(Sikkerhet.TOLKNING) if kilder and not statute else ""


def steps(rule: Rule, version: Versjon, on: date) -> tuple[Steg, ...]:
    """The numbered steps: start, calculation, and what interrupts where a source says so."""
    first, *rest = rule_steps(rule, on)
    carriers = tuple(h.kilde for h in version.hjemler if h.baerer == START_OG_LENGDE)
    kilder, tag = _interrupts(version, on)
    interrupts = [(rest.pop()[0], kilder, tag)] if kilder else []
    rows = [(first[0], carriers, ""), *((t, k, _certainty(k)) for t, k in rest), *interrupts]
    return tuple(Steg(t, tuple(cite(k, on) for k in ids), s) for t, ids, s in rows)


def _version_row(rule: Rule, version: Versjon, today: date) -> Versjonsrad:
    on = version.til or today
    how_long = length(rule, version)
    sources = [shown(h.kilde, on) for h in version.hjemler]
    statute = [k.ordlyd is Ordlyd.LEST for k in sources if k.slag in _STATUTE]
    return Versjonsrad(
        version,
        version.covers(today),
        tuple(cite(kilde_id, on) for kilde_id in dict.fromkeys(k.id for k in sources)),
        version.ordlyd_lest and bool(statute) and all(statute),
        any(k.ordlyd is Ordlyd.BARE_OMTALE for k in sources),
        how_long if how_long != length(rule) else None,
    )


def version_rows(rule: Rule, today: date) -> tuple[Versjonsrad, ...]:
    """Every version, oldest first, the one for events today marked."""
    return tuple(_version_row(rule, version, today) for version in rule.versjoner)


def source_rows(rule: Rule, version: Versjon, on: date) -> tuple[Kilderad, ...]:
    """The sources of one version, strongest kind first."""
    order = list(Slag)
    rows = [
        Kilderad(kilde, reverse("regelverk_kilde", args=[kilde.id]), baerer, ORDLYD[kilde.ordlyd])
        for kilde, baerer in ((shown(k, on), b) for k, b in carried(rule, version).items())
    ]
    return tuple(sorted(rows, key=lambda row: order.index(row.kilde.slag)))


def version_shown(rule: Rule, today: date) -> tuple[Versjon, date]:
    """The version for events today, or the last there was, and a day it applies to."""
    current = next((v for v in rule.versjoner if v.covers(today)), rule.versjoner[-1])
    return current, today if current.covers(today) else current.til or today


def _neighbours(rule: Rule) -> tuple[Rule, ...]:
    return tuple(r for r in all_rules() if r.emne is rule.emne)


@lru_cache(maxsize=256)
def page(rule_id: str, today: date) -> dict[str, object]:
    """Everything the page of a rule needs. Raises KeyError for an unknown rule."""
    rule = RULES[rule_id]
    version, on = version_shown(rule, today)
    sources = source_rows(rule, version, on)
    return {
        "rule": rule,
        "emne": EMNER[rule.emne],
        "naboer": _neighbours(rule),
        "gjelder": gjelder(rule),
        "fristtype": FRISTTYPER[rule.fristtype],
        "lengde": length(rule, version),
        "grunnlag": GRUNNLAG[rule.grunnlag],
        "hovedkilde": cite(sources[0].kilde.id, on) if sources else None,
        "sikkerhetsord": SIKKERHET[rule.sikkerhet],
        "straks": rule.emne is Emne.STRAKS,
        "steg": steps(rule, version, on),
        "haster": rule.fristtype in _DUTIES,
        "minstetid": rule.fristtype is Fristtype.MINSTETID,
        "lesemaater": sorted(rule.lesemaater, key=lambda reading: not reading.gjelder),
        "foelgetittel": FOELGE.get(rule.fristtype, DAGEN_PASSERES),
        "antall_eksempler": sum(len(rows) for rows in eksempler.of_rule(rule_id)),
        "kilder": sources,
        "uleste": any(row.kilde.ordlyd is not Ordlyd.LEST for row in sources),
        "opphevet": not version.covers(today) and version.til,
        "versjoner": version_rows(rule, today),
        "regelsett": REGELSETT,
    }


@lru_cache(maxsize=256)
def example_tables(rule_id: str, maalform: Maalform, calculator: bool) -> tuple[SafeString, ...]:
    """The tables of examples as HTML: those shown first and all the others.

    Kept, since up to ninety rows take longer to write than the rest of the page. The written form
    must be the active one; it is an argument so that each form has its own tables.
    """
    rule = RULES[rule_id]
    context = {
        "maalform": maalform,
        "beregner": calculator,
        "straks": rule.fristtype is Fristtype.STRAKS,
        "minstetid": rule.fristtype is Fristtype.MINSTETID,
        "med_lovdato": bool(rule.lovdato),
    }
    return tuple(
        render_to_string("regelverk/eksempeltabell.html", {**context, "rader": rows})
        for rows in eksempler.of_rule(rule_id)
        if rows
    )


@require_safe
def rule_page(request: HttpRequest, rule_id: str) -> HttpResponse:
    """The page of one rule. 404 for an unknown one; small letters lead to the right address."""
    if rule_id not in RULES:
        if rule_id.upper() in RULES:
            return redirect("regelverk_regel", rule_id.upper(), permanent=True)
        raise Http404
    calculator = reverse("fristberegner")
    context = page(rule_id, timezone.localdate()) | {
        "beregner": calculator,
        "tabeller": example_tables(rule_id, active_maalform(), True),
    }
    return render(request, "regelverk/regel.html", context)
