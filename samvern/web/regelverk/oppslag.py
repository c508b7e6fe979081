"""Which rule rests on which source, both ways, and the provisions as a tree. Pure and cached."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from samvern.law.book import all_rules
from samvern.law.choices import REGNEVALG, Regnevalg
from samvern.law.rule import DateStep, Rule, Versjon
from samvern.law.source import Kilde
from samvern.law.sources import AKTER, FUTURE, UnknownSource, act_of, ids, versions
from samvern.law.sources.acts import Akt
from samvern.law.text import Text

REGNING = Text("Regnemåte", "Reknemåte")
"""What a source carries when only a step of the calculation cites it."""


@dataclass(frozen=True, slots=True)
class Bruk:
    """One rule's use of one source: what it carries there, and in which versions of the rule."""

    rule: Rule
    baerer: tuple[Text, ...]
    versjoner: tuple[Versjon, ...]


def version_steps(rule: Rule, version: Versjon) -> tuple[DateStep, ...]:
    """The steps one version of a rule runs: its own where it has them, else the rule's."""
    own = (version.regnes, version.flyttes, version.lovdato)
    shared = (rule.regnes, rule.flyttes, rule.lovdato)
    pairs = zip(own, shared, strict=True)
    return tuple(step for mine, other in pairs for step in (other if mine is None else mine))


def steps_sources(rule: Rule, *chosen: Versjon) -> Iterator[str]:
    """Sources and choices cited by the steps of the versions chosen, or of every version."""
    for version in chosen or rule.versjoner:
        for step in version_steps(rule, version):
            yield from step.kilder


def _overlaps(kilde_id: str, version: Versjon) -> bool:
    """Whether the source was in force on some day of the rule's version."""
    return any(
        (kilde.fra or date.min) <= (version.til or date.max)
        and (version.fra or date.min) <= (kilde.til or date.max)
        for kilde in all_versions(kilde_id)
    )


def carried(rule: Rule, version: Versjon) -> dict[str, tuple[Text, ...]]:
    """Sources of one version with what each carries; step sources without their own entry last.

    A source that only the steps cite counts where it was in force, since versions share steps.
    """
    found: dict[str, tuple[Text, ...]] = {}
    for hjemmel in version.hjemler:
        found[hjemmel.kilde] = (*found.get(hjemmel.kilde, ()), hjemmel.baerer)
    for kilde_id in steps_sources(rule, version):
        if kilde_id not in REGNEVALG and _overlaps(kilde_id, version):
            found.setdefault(kilde_id, (REGNING,))
    return found


@cache
def _uses() -> dict[str, tuple[Bruk, ...]]:
    found: dict[str, list[Bruk]] = {}
    for rule in all_rules():
        for kilde_id in dict.fromkeys(k for v in rule.versjoner for k in carried(rule, v)):
            inside = tuple(v for v in rule.versjoner if kilde_id in carried(rule, v))
            baerer = dict.fromkeys(t for v in inside for t in carried(rule, v)[kilde_id])
            found.setdefault(kilde_id, []).append(Bruk(rule, tuple(baerer), inside))
    return {kilde_id: tuple(uses) for kilde_id, uses in found.items()}


def uses(kilde_id: str) -> tuple[Bruk, ...]:
    """The rules that rest on exactly this source, in the order of the rule book."""
    return _uses().get(kilde_id, ())


def rules_with_choice(valg_id: str) -> tuple[Rule, ...]:
    """The rules whose steps cite a calculation choice (`R6`)."""
    return tuple(rule for rule in all_rules() if valg_id in set(steps_sources(rule)))


def choices_with_source(kilde_id: str) -> tuple[Regnevalg, ...]:
    """The calculation choices that lean on a source."""
    return tuple(valg for valg in REGNEVALG.values() if kilde_id in valg.kilder)


@cache
def _future() -> dict[str, tuple[Kilde, ...]]:
    found: dict[str, tuple[Kilde, ...]] = {}
    for kilde in FUTURE:
        found[kilde.id] = (*found.get(kilde.id, ()), kilde)
    return found


def is_future(kilde_id: str) -> bool:
    """Whether a provision is enacted without a day of entry into force (LF-K16)."""
    return kilde_id in _future()


def all_versions(kilde_id: str) -> tuple[Kilde, ...]:
    """Every version, oldest first, also of what is not in force. Raises `UnknownSource`."""
    return _future()[kilde_id] if is_future(kilde_id) else versions(kilde_id)


@cache
def all_ids() -> tuple[str, ...]:
    """Every source id, act by act, with the enacted ones that are not in force last."""
    return (*ids(), *_future())


def shown(kilde_id: str, on: date) -> Kilde:
    """The version to cite on a day: the one in force, else the newest before it, else the first."""
    known = all_versions(kilde_id)
    if is_future(kilde_id):
        return known[0]
    current = [k for k in known if k.in_force(on)]
    earlier = [k for k in known if k.fra is not None and k.fra <= on]
    return (current or earlier[-1:] or [known[0]])[0]


def under(prefix: str) -> tuple[str, ...]:
    """Ids below a place in an act, for instance every ledd of `strl/65`."""
    return tuple(k for k in all_ids() if k.startswith(f"{prefix}/"))


def above(kilde_id: str) -> tuple[str, ...]:
    """Existing ids that this one is a part of, widest first."""
    parts = kilde_id.split("/")
    wider = ["/".join(parts[:n]) for n in range(2, len(parts))]
    return tuple(k for k in wider if k in all_ids())


@cache
def acts() -> tuple[tuple[Akt, tuple[str, ...]], ...]:
    """Each act or work with its source ids, in the order of the law library."""
    return tuple(
        (akt, own)
        for akt in AKTER.values()
        if (own := tuple(k for k in all_ids() if act_of(k) is akt))
    )


def act_ids(kode: str) -> tuple[Akt, tuple[str, ...]]:
    """One act and its ids. Raises `UnknownSource`."""
    for akt, own in acts():
        if akt.kode == kode:
            return akt, own
    raise UnknownSource(kode)
