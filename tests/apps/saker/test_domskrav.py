"""What a judgment must tell of what the sentence rests on (strl § 62; parts 7 and 8)."""

import ast
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from samvern.apps.saker.models import Sak
from samvern.engine.avslag import Ugyldig
from samvern.law import sources
from tests.apps.saker.test_lovkrav import TIDSBESTEMT, refused, state
from tests.apps.saker.test_lovkrav_hendelser import first_refused
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak

# What is asked of an entry, and told of it, is the same whatever holds the data.
pytestmark = pytest.mark.en_database


@pytest.mark.krav("N-8.2", "N-8.5", "N-8.6")
def test_a_time_limited_sentence_says_what_it_rests_on_and_all_that_is_missing_at_once(
    verden: Verden,
) -> None:
    needed = ("faregrad", "antall_lovbrudd", "andre_tiltak")
    nothing: dict[str, Any] = dict.fromkeys(needed)
    found = first_refused(verden, dom(**{**TIDSBESTEMT, **nothing}))
    assert found == [(name, "MANGLER_FELT") for name in needed]
    sak = ny_sak(verden, dom(**TIDSBESTEMT)).sak
    # A later judgment in the case may tell less.
    again = hendelse("dom_avsagt", "2025-06-01", domstol="tingrett", domstype="tidsbestemt")
    foer(verden.silje, sak, again)


@pytest.mark.krav("N-7.4", "N-8.10")
def test_which_offences_a_sentence_can_rest_on(verden: Verden) -> None:
    # Theft alone carries no sentence without a time limit; among others it does no harm.
    assert first_refused(verden, dom(lovbrudd=["SAMF-TYVERI"])) == [("lovbrudd", "MANGLER_FELT")]
    ny_sak(verden, dom(lovbrudd=["SAMF-TYVERI", "VOLD-GROV"]))
    # A time-limited one rests on what the court says, also outside the list for it, or unsaid.
    for offences in (["VOLD-GROV"], ["SAMF-TYVERI"], None):
        ny_sak(verden, dom(**TIDSBESTEMT, lovbrudd=offences), duplikat_bekreftet="Enda en.")


@pytest.mark.krav("N-7.2", "N-7.3", "N-7.6", "N-8.3", "N-8.4")
def test_what_the_court_weighed_is_told_as_that_and_where_and_never_in_words(
    verden: Verden,
) -> None:
    free = dom(vurdert_hvor="Han er psykotisk, side 12!")
    assert first_refused(verden, free) == [("vurdert_hvor", "UGYLDIG_VERDI")]
    unknown = dom(vurdert=["diagnose"])
    assert first_refused(verden, unknown) == [("vurdert", "UGYLDIG_VERDI")]
    weighed = ["alternativer", "alvor", "gjentakelsesfare", "samfunnsvern", "utilregnelighet"]
    sak = ny_sak(verden, dom(vurdert=weighed, vurdert_hvor="s. 12-15")).sak
    (entered,) = state(sak).hendelser
    assert (entered.innhold["vurdert"], entered.innhold["vurdert_hvor"]) == (weighed, "s. 12-15")


LIMITED = ("faregrad", "antall_lovbrudd", "andre_tiltak")
BUILDS = [
    # Every build of the law: its first and last day, and where it says what is asked for (K2).
    ("2002-01-01", "strl1902/39", None),
    ("2015-09-30", "strl1902/39", None),
    ("2015-10-01", "strl/62/1", None),
    ("2016-09-30", "strl/62/1", None),
    ("2016-10-01", "strl/62/1/p1", ("strl/62/4", "strl/62/1/p2", "strl/62/4")),
    ("2020-09-30", "strl/62/1/p1", ("strl/62/4", "strl/62/1/p2", "strl/62/4")),
    ("2020-10-01", "strl/62/1", ("strl/62/2", "strl/62/2", "strl/62/2")),
]


def cited(verden: Verden, event: dict[str, Any]) -> dict[str, str]:
    with pytest.raises(Ugyldig) as told:
        ny_sak(verden, event)
    assert not Sak.objects.exists()
    return {f.sti.removeprefix("hendelser[0].innhold."): f.hjemmel for f in told.value.feil}


@pytest.mark.krav("LF-K2", "N-1.8", "N-7.4", "N-8.2", "N-8.5", "N-8.6")
@pytest.mark.parametrize(("day", "open_ended", "limited"), BUILDS)
def test_a_refusal_names_the_law_as_it_was_on_the_day_of_the_judgment(
    verden: Verden, day: str, open_ended: str, limited: tuple[str, ...] | None
) -> None:
    found = cited(verden, dom(day, lovbrudd=[]))
    assert found == {"lovbrudd": open_ended}
    if limited is not None:
        nothing: dict[str, Any] = dict.fromkeys(LIMITED)
        told = cited(verden, dom(day, **{**TIDSBESTEMT, **nothing}))
        assert told == dict(zip(LIMITED, limited, strict=True))
        wrong = {**TIDSBESTEMT, "faregrad": "naerliggende", "antall_lovbrudd": 1}
        assert cited(verden, dom(day, **wrong)) == {k: told[k] for k in LIMITED[:2]}
        found |= told
    for source in found.values():
        assert sources.find(source, date.fromisoformat(day))


@pytest.mark.krav("LF-K2")
def test_before_there_was_a_time_limited_sentence_that_is_the_reason(verden: Verden) -> None:
    wrong = dom("2016-09-30", **{**TIDSBESTEMT, "faregrad": "naerliggende"})
    with pytest.raises(Ugyldig) as told:
        ny_sak(verden, wrong)
    assert "1. oktober 2016" in told.value.feil[0].melding.nb.replace("\u00a0", " ")


@pytest.mark.krav("N-8.2", "N-8.5", "N-7.4")
@pytest.mark.parametrize(
    ("field", "event"),
    [
        ("faregrad", dom(**{**TIDSBESTEMT, "faregrad": "naerliggende"})),
        ("antall_lovbrudd", dom(**{**TIDSBESTEMT, "antall_lovbrudd": 1})),
        ("lovbrudd", dom(lovbrudd=["SAMF-TYVERI"])),
    ],
)
def test_what_a_court_really_decided_is_recorded_when_somebody_says_so_in_words(
    verden: Verden, field: str, event: dict[str, Any]
) -> None:
    assert [name for name, _ in first_refused(verden, event)] == [field]
    sak = ny_sak(verden, event | {"merknad": "Slik står det i dommen."}).sak
    assert state(sak).hendelser[0].innhold[field] == event["innhold"][field]


@pytest.mark.krav("N-7.4", "N-8.2", "N-8.5", "N-8.6")
def test_words_do_not_stand_in_for_what_is_left_out(verden: Verden) -> None:
    nothing: dict[str, Any] = dict.fromkeys(LIMITED)
    words = {"merknad": "Står ikke i oversendelsen."}
    assert first_refused(verden, dom(lovbrudd=[]) | words) == [("lovbrudd", "MANGLER_FELT")]
    found = first_refused(verden, dom(**{**TIDSBESTEMT, **nothing}) | words)
    assert found == [(name, "MANGLER_FELT") for name in LIMITED]


@pytest.mark.krav("N-8.6", "N-7.4")
def test_a_higher_court_that_gives_another_sentence_says_what_that_one_rests_on(
    verden: Verden,
) -> None:
    sak = ny_sak(verden, dom()).sak
    foer(verden.silje, sak, hendelse("anke", "2024-01-15", ref="h1", part="domfelt"))
    less = {**TIDSBESTEMT, "andre_tiltak": None, "domstol": "lagmannsrett"}
    higher = dom("2024-05-01", **less)
    refused(verden.silje, sak, higher, Ugyldig, "innhold.andre_tiltak", "MANGLER_FELT")
    foer(verden.silje, sak, dom("2024-05-01", **{**less, "andre_tiltak": ["annet"]}))
    # The same sentence once more asks for nothing.
    foer(verden.silje, sak, dom("2024-05-20", domstol="hoeyesterett", lovbrudd=None))


def named_sources() -> Iterator[tuple[str, str]]:
    """Every provision that the code of the apps names."""
    acts = {one.partition("/")[0] for one in sources.ids()}
    for path in sorted(Path("samvern/apps").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                act, slash, rest = node.value.partition("/")
                if slash and rest and act in acts:
                    yield path.as_posix(), node.value


@pytest.mark.krav("N-0.3")
def test_every_provision_that_a_refusal_names_is_in_the_law_library() -> None:
    found = list(named_sources())
    assert len(found) > 15
    assert [one for one in found if one[1] not in sources.ids()] == []
