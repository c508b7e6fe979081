"""Searching and filtering rules and sources. Pure; every word must be found, in either form."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from samvern.law.book import all_rules
from samvern.law.event import Sakstype
from samvern.law.rule import Grunnlag, Rule, Sikkerhet
from samvern.law.source import Slag
from samvern.law.sources import act_of
from samvern.web.regelverk.oppslag import all_ids, all_versions, carried, steps_sources

LONGEST = 100
"""Characters of a search that are read; nobody searches for more."""

_SIGNS = re.compile(r"[§/.,;:()«»\"'–\s]+")
_SECTION_LETTER = re.compile(r"(?<=\d) (?=[a-z](?: |$))")


def words(text: str) -> tuple[str, ...]:
    """Split text into comparable words: «strl § 5-6 c» gives `strl`, `5-6`, `c` and `5-6c`."""
    plain = " ".join(part for part in _SIGNS.split(text.casefold()) if part)
    joined = _SECTION_LETTER.sub("", plain)
    extra = [w for w in joined.split() if w not in plain.split()]
    return tuple(dict.fromkeys([*plain.split(), *extra]))


def query_words(typed: str) -> tuple[str, ...]:
    """The words of a search, as typed (a letter after a section number belongs to it)."""
    plain = " ".join(part for part in _SIGNS.split(typed[:LONGEST].casefold()) if part)
    return tuple(_SECTION_LETTER.sub("", plain).split())


def _found(index: frozenset[str], wanted: tuple[str, ...]) -> bool:
    return all(any(word.startswith(w) for word in index) for w in wanted)


def _source_texts(kilde_id: str) -> Iterable[str]:
    yield kilde_id
    for kilde in all_versions(kilde_id):
        yield from (kilde.kort, kilde.navn.nb, kilde.navn.nn)


@cache
def _rule_index() -> dict[str, frozenset[str]]:
    index: dict[str, frozenset[str]] = {}
    for rule in all_rules():
        texts = [
            rule.id,
            rule.id.replace("-", ""),
            rule.navn.nb,
            rule.navn.nn,
            rule.setning.nb,
            rule.setning.nn,
            *rule.krav,
        ]
        sources = {k for v in rule.versjoner for k in carried(rule, v)}
        texts += [text for kilde_id in sources for text in _source_texts(kilde_id)]
        texts += [step for step in steps_sources(rule) if step.startswith("R")]
        index[rule.id] = frozenset(word for text in texts for word in words(text))
    return index


@cache
def _source_index() -> dict[str, frozenset[str]]:
    index: dict[str, frozenset[str]] = {}
    for kilde_id in all_ids():
        akt = act_of(kilde_id)
        texts = [*_source_texts(kilde_id), akt.navn.nb, akt.navn.nn, akt.formelt.nb, akt.kort]
        for kilde in all_versions(kilde_id):
            texts += [kilde.gjelder.nb, kilde.gjelder.nn, kilde.endret_ved or ""]
        index[kilde_id] = frozenset(word for text in texts for word in words(text))
    return index


@dataclass(frozen=True, slots=True)
class Regelfilter:
    """What the reader has chosen in the list of rules. Unknown values count as not chosen."""

    q: str = ""
    sak: str = ""
    kilde: str = ""
    sikkerhet: str = ""
    bruk: str = ""

    @property
    def active(self) -> bool:
        """Whether anything at all is chosen."""
        return any((self.q, self.sak, self.kilde, self.sikkerhet, self.bruk))

    def matches(self, rule: Rule) -> bool:
        """Whether a rule is in the chosen selection."""
        return (
            (not self.sak or Sakstype(self.sak) in rule.gjelder)
            and (not self.kilde or rule.grunnlag == self.kilde)
            and (not self.sikkerhet or rule.sikkerhet == self.sikkerhet)
            and (not self.bruk or (self.bruk == "av") == (rule.avslaatt is not None))
            and _found(_rule_index()[rule.id], query_words(self.q))
        )


def _one_of(value: str, known: Iterable[str]) -> str:
    return value if value in set(known) else ""


def read_filter(data: Mapping[str, str]) -> Regelfilter:
    """Read the filter from a query string."""
    return Regelfilter(
        q=data.get("q", "").strip()[:LONGEST],
        sak=_one_of(data.get("sak", ""), Sakstype),
        kilde=_one_of(data.get("kilde", ""), Grunnlag),
        sikkerhet=_one_of(data.get("sikkerhet", ""), Sikkerhet),
        bruk=_one_of(data.get("bruk", ""), ("paa", "av")),
    )


def find_rules(chosen: Regelfilter) -> tuple[Rule, ...]:
    """The rules of a selection, in the order of the rule book."""
    return tuple(rule for rule in all_rules() if chosen.matches(rule))


def find_sources(q: str, slag: str) -> tuple[str, ...]:
    """Source ids where every word is found and some version is of the kind asked for."""
    wanted = query_words(q)
    return tuple(
        kilde_id
        for kilde_id in all_ids()
        if _found(_source_index()[kilde_id], wanted)
        and (not slag or any(k.slag == slag for k in all_versions(kilde_id)))
    )


def read_kind(data: Mapping[str, str]) -> str:
    """The kind of source chosen, or nothing."""
    return _one_of(data.get("slag", ""), Slag)
