"""What a judgment must tell of what the sentence rests on (strl § 62; parts 7 and 8)."""

from typing import Any

import pytest

from tests.apps.saker.test_lovkrav import TIDSBESTEMT, state
from tests.apps.saker.test_lovkrav_hendelser import first_refused
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak


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
