"""`samvern regel F-12`: a rule's page as text, or the list of all rules."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from textwrap import fill

from samvern.law import datotekst, sentence
from samvern.law.book import RULES, all_rules
from samvern.law.choices import REGNEVALG
from samvern.law.event_texts import SAKSTYPETEKSTER
from samvern.law.rule import REGELSETT, Rule, Versjon
from samvern.law.text import Maalform, Text

OK, BAD_INPUT = 0, 2
_WIDTH = 96

_OFF = Text("Avslått", "Slått av")
_APPLIES = Text("Gjelder", "Gjeld")
_KIND = Text("Grunnlag", "Grunnlag")
_CERTAINTY = Text("Sikkerhet", "Tryggleik")
_STEPS = Text("Slik regnes datoen", "Slik blir datoen rekna")
_LABELS = (
    ("handler", Text("Hvem handler", "Kven handlar")),
    ("varsles", Text("Hvem får vite", "Kven får vite")),
    ("foelge", Text("Følge", "Følgje")),
    ("avbrudd", Text("Avbrudd og ny start", "Avbrot og ny start")),
)
_READINGS = Text("Lesemåter", "Lesemåtar")
_IN_FORCE = Text("gjelder", "gjeld")
_SHOWN = Text("vises ved siden av", "blir vist ved sida av")
_STATUSES = Text("Statuser", "Statusar")
_VERSIONS = Text("Hjemler", "Heimlar")
_FROM = Text("fra", "frå")
_UNTIL = Text("til", "til")
_ALWAYS = Text("så langt tilbake kildene går", "så langt tilbake kjeldene går")
_NOT_READ = Text("eldre ordlyd ikke lest", "eldre ordlyd ikkje lesen")
_CHOICES = Text("Regneregler", "Reknereglar")
_SET = Text("Regelsett", "Regelsett")
_REQUIREMENTS = Text("Krav", "Krav")


def run(arguments: argparse.Namespace) -> int:
    """Run the command; returns the exit code."""
    if arguments.regel is None:
        return _all(arguments)
    rule = RULES.get(arguments.regel.upper())
    if rule is None:
        # What was typed may hold codes that a terminal would obey.
        shown = ascii(arguments.regel[:40])[1:-1]
        words = f"samvern regel: {shown} finnes ikke. «samvern regel» viser alle"
        print(words, file=sys.stderr)
        return BAD_INPUT
    if arguments.json:
        print(json.dumps(as_data(rule), ensure_ascii=False, indent=1))
        return OK
    for line in page(rule, arguments.maalform):
        print(line)
    return OK


def _all(arguments: argparse.Namespace) -> int:
    if arguments.json:
        rows = [as_data(rule) for rule in all_rules()]
        print(json.dumps({"regelsett": REGELSETT, "regler": rows}, ensure_ascii=False, indent=1))
        return OK
    for rule in all_rules():
        off = f" ({_OFF.lang(arguments.maalform).lower()})" if rule.avslaatt else ""
        print(f"{rule.id:<6} {rule.navn.lang(arguments.maalform)}{off}")
    return OK


def _cite(kilder: tuple[str, ...], on: date) -> str:
    return "; ".join(sentence.citation(kilde, on) for kilde in kilder)


def _day_in(version: Versjon) -> date:
    """Return a day the version covers, to choose the wording of its citations."""
    return version.til or max(version.fra or date.min, date(2020, 10, 1))


def _section(title: Text, body: list[str], maalform: Maalform) -> Iterator[str]:
    if body:
        yield f"\n{title.lang(maalform)}"
        for text in body:
            yield fill(text, _WIDTH, initial_indent="  ", subsequent_indent="  ")


def page(rule: Rule, maalform: Maalform) -> Iterator[str]:
    """Give the rule's page line by line."""
    heading = f"{rule.id} {rule.navn.lang(maalform)}"
    yield heading
    yield "=" * len(heading)
    yield fill(rule.setning.lang(maalform), _WIDTH)
    if rule.avslaatt is not None:
        yield from _section(_OFF, [rule.avslaatt.lang(maalform)], maalform)
    kinds = [SAKSTYPETEKSTER[t][0].lang(maalform) for t in sorted(rule.gjelder)]
    yield from _section(_APPLIES, [", ".join(kinds)], maalform)
    yield from _section(_KIND, [str(rule.grunnlag)], maalform)
    certain = str(rule.sikkerhet).replace("_", " ")
    if rule.sikkerhet_merknad is not None:
        certain = f"{certain}. {rule.sikkerhet_merknad.lang(maalform)}"
    yield from _section(_CERTAINTY, [certain], maalform)
    yield from _section(_STEPS, _steps(rule, maalform), maalform)
    for name, title in _LABELS:
        yield from _section(title, [getattr(rule, name).lang(maalform)], maalform)
    readings = [
        f"{r.tekst.lang(maalform)} ({(_IN_FORCE if r.gjelder else _SHOWN).lang(maalform)})"
        for r in rule.lesemaater
    ]
    yield from _section(_READINGS, readings, maalform)
    words = [sentence.status_word(s).lang(maalform) for s in rule.statuser]
    yield from _section(_STATUSES, [", ".join(words)] if words else [], maalform)
    yield from _section(_VERSIONS, list(_versions(rule, maalform)), maalform)
    choices = [f"{k}: {REGNEVALG[k].tekst.lang(maalform)}" for k in _used(rule) if k in REGNEVALG]
    yield from _section(_CHOICES, choices, maalform)
    yield f"\n{_SET.lang(maalform)} {REGELSETT}. {_REQUIREMENTS.lang(maalform)}: " + ", ".join(
        rule.krav
    )


def _used(rule: Rule) -> list[str]:
    """Return the sources of the rule's steps, each once, in the order of the steps."""
    steps = sentence.rule_steps(rule)
    return list(dict.fromkeys(kilde for _, kilder in steps for kilde in kilder))


def _steps(rule: Rule, maalform: Maalform) -> list[str]:
    on = _day_in(rule.versjoner[-1])
    rows = []
    for number, (text, kilder) in enumerate(sentence.rule_steps(rule), start=1):
        cited = f" [{_cite(kilder, on)}]" if kilder else ""
        rows.append(f"{number}. {text.lang(maalform)}{cited}")
    return rows


def _period(version: Versjon, maalform: Maalform) -> str:
    if version.fra is None and version.til is None:
        return _ALWAYS.lang(maalform)
    parts = []
    if version.fra is not None:
        parts.append(f"{_FROM.lang(maalform)} {datotekst.long(version.fra)}")
    if version.til is not None:
        parts.append(f"{_UNTIL.lang(maalform)} {datotekst.long(version.til)}")
    return " ".join(parts)


def _versions(rule: Rule, maalform: Maalform) -> Iterator[str]:
    for version in rule.versjoner:
        unread = "" if version.ordlyd_lest else f" ({_NOT_READ.lang(maalform)})"
        yield f"{_period(version, maalform)}{unread}:"
        for hjemmel in version.hjemler:
            cited = sentence.citation(hjemmel.kilde, _day_in(version))
            yield f"– {cited}: {hjemmel.baerer.lang(maalform)}"


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def as_data(rule: Rule) -> dict[str, object]:
    """Return the rule as plain data, words in bokmål."""
    return {
        "regel": rule.id,
        "navn": rule.navn.nb,
        "setning": rule.setning.nb,
        "emne": str(rule.emne),
        "gjelder": sorted(str(t) for t in rule.gjelder),
        "slag": str(rule.fristtype),
        "kilde": str(rule.grunnlag),
        "sikkerhet": str(rule.sikkerhet),
        "sikkerhet_merknad": rule.sikkerhet_merknad and rule.sikkerhet_merknad.nb,
        "avslaatt": rule.avslaatt and rule.avslaatt.nb,
        "steg": [{"tekst": text.nb, "kilder": list(k)} for text, k in sentence.rule_steps(rule)],
        "handler": rule.handler.nb,
        "varsles": rule.varsles.nb,
        "foelge": rule.foelge.nb,
        "avbrudd": rule.avbrudd.nb,
        "lesemaater": [
            {"kode": r.kode, "tekst": r.tekst.nb, "gjelder": r.gjelder} for r in rule.lesemaater
        ],
        "statuser": [str(s) for s in rule.statuser],
        "versjoner": [
            {
                "fra": _iso(v.fra),
                "til": _iso(v.til),
                "ordlyd_lest": v.ordlyd_lest,
                "hjemler": [{"kilde": h.kilde, "baerer": h.baerer.nb} for h in v.hjemler],
            }
            for v in rule.versjoner
        ],
        "krav": list(rule.krav),
    }
