"""The sources: well-formed, complete in both written forms, and right in time."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pytest

from samvern.law.source import Ordlyd, Slag
from samvern.law.sources import (
    AKTER,
    ALL,
    FUTURE,
    NotInForce,
    UnknownSource,
    act_of,
    citations,
    find,
    ids,
    versions,
)
from samvern.law.sources.citation import provision, unread
from samvern.law.text import Text

PROVISION = re.compile(
    r"(strl|strl1902|strpl|dl|fvl|fvl2025|phvl|phvf|lov\d{4}-\d+)"
    r"/(\d+[a-z]?(-\d+[a-z]?)?|del-v)(/\d(-\d)?)?(/p\d)?(/[a-z])?"
)
OTHER = re.compile(r"hr/\d{4}-\d\d-\d\d|rt/\d{4}-\d+|(nk|rundskriv)/[a-z0-9]+(-[a-z0-9]+)*")
SECTION = {Slag.LOV, Slag.FORSKRIFT}

DAY_BEFORE_2016, DAY_2016 = date(2016, 9, 30), date(2016, 10, 1)
DAY_BEFORE_2020, DAY_2020 = date(2020, 9, 30), date(2020, 10, 1)
DAY_BEFORE_2026, DAY_2026 = date(2026, 5, 31), date(2026, 6, 1)

EVERY = [*ALL, *FUTURE]


def test_id_is_well_formed_and_known() -> None:
    for kilde in EVERY:
        assert PROVISION.fullmatch(kilde.id) or OTHER.fullmatch(kilde.id)
        assert act_of(kilde.id).kode in AKTER


def test_every_text_is_there_in_both_forms() -> None:
    for kilde in EVERY:
        texts = [kilde.navn, kilde.gjelder, *([kilde.merknad] if kilde.merknad else [])]
        for text in texts:
            for form in (text.nb, text.nn):
                assert form.strip() == form != ""
                assert "  " not in form
        for sentence in (kilde.gjelder.nb, kilde.gjelder.nn):
            assert sentence[0].isupper()
            assert sentence.endswith(".")
        assert kilde.kort


def test_the_title_begins_with_the_act_and_the_link_points_into_it() -> None:
    for kilde in EVERY:
        akt = act_of(kilde.id)
        if akt.slag in SECTION or akt.kode in {"hr", "rt", "nk", "rundskriv"}:
            assert kilde.navn.nb.startswith(akt.navn.nb)
            assert kilde.navn.nn.startswith(akt.navn.nn)
        if kilde.slag in SECTION and akt.lenke is not None:
            assert kilde.lenke is not None
            assert kilde.lenke.startswith(f"{akt.lenke}/§")
        if kilde.lenke is not None:
            assert kilde.lenke.startswith("https://")


def test_a_section_sign_never_stands_alone_at_the_end_of_a_line() -> None:
    for kilde in EVERY:
        assert "§ " not in kilde.kort
        assert " ledd" not in kilde.kort
        assert " punktum" not in kilde.kort


def test_versions_follow_each_other_without_gap_or_overlap() -> None:
    for kilde_id in ids():
        for older, newer in pairwise(versions(kilde_id)):
            assert older.til is not None
            assert newer.fra == older.til + timedelta(days=1)
        for kilde in versions(kilde_id):
            assert kilde.fra is None or kilde.til is None or kilde.fra <= kilde.til


@pytest.mark.krav("LF-K18")
def test_older_wording_that_was_not_read_is_marked() -> None:
    """An unread version says so in its text; only laws and regulations can be unread."""
    for kilde in EVERY:
        unread_text = "ikke lest" in kilde.gjelder.nb
        if unread_text:
            assert kilde.ordlyd is Ordlyd.ELDRE_IKKE_LEST
            assert "ikkje lesen" in kilde.gjelder.nn
        if kilde.ordlyd is Ordlyd.ELDRE_IKKE_LEST:
            assert kilde.til is not None, "what applies today has been read"
            assert unread_text or kilde.merknad is not None
        if kilde.slag is Slag.RETTSPRAKSIS:
            assert kilde.ordlyd is Ordlyd.BARE_OMTALE


@pytest.mark.krav("LF-K18")
@pytest.mark.parametrize(
    ("kilde_id", "fra"),
    [
        ("phvl/3-2/2", date(2007, 1, 1)),
        ("phvl/4-10/2", date(2001, 1, 1)),
        ("phvl/5-3/2", date(2002, 1, 1)),
        ("phvl/5-4/1", date(2002, 1, 1)),
        ("phvl/5-6/1", date(2002, 1, 1)),
        ("phvl/5-6a/1", date(2012, 7, 1)),
        ("strl1902/39b/3", date(2002, 1, 1)),
        ("strl1902/39b/4", date(2002, 1, 1)),
        ("strpl/310/3", date(2017, 1, 1)),
        ("phvf/10/2", date(2012, 1, 1)),
    ],
)
def test_wording_missing_from_the_material_is_never_called_read(kilde_id: str, fra: date) -> None:
    assert find(kilde_id, fra).ordlyd is Ordlyd.ELDRE_IKKE_LEST


@pytest.mark.krav("LF-K1")
@pytest.mark.parametrize("paragraf", ["5-6", "5-6/1", "5-6/2", "5-6/3", "5-7", "5-8", "5-8/1"])
def test_the_track_to_prison_ended_in_2020(paragraf: str) -> None:
    kilde_id = f"phvl/{paragraf}"
    assert find(kilde_id, DAY_BEFORE_2020).til == DAY_BEFORE_2020
    with pytest.raises(NotInForce):
        find(kilde_id, DAY_2020)
    assert "Opphevet" in (find(kilde_id, DAY_BEFORE_2020).merknad or Text("", "")).nb


@pytest.mark.krav("LF-K1")
def test_the_transitional_rule_on_return_starts_with_the_repeal() -> None:
    assert find("lov2019-48/del-v/2", DAY_2020).fra == DAY_2020


@pytest.mark.krav("LF-K2")
def test_section_62_has_three_builds() -> None:
    assert [kilde.fra for kilde in versions("strl/62")] == [
        date(2015, 10, 1),
        DAY_2016,
        DAY_2020,
    ]
    only_indefinite, two_tracks, now = versions("strl/62")
    assert "bare tidsubestemt" in only_indefinite.gjelder.nb
    assert "første ledd annet punktum" in two_tracks.gjelder.nb
    assert "tidsbestemt etter annet ledd" in now.gjelder.nb
    assert find("strl/62/5", DAY_2016).til == DAY_BEFORE_2020


@pytest.mark.krav("LF-K2")
def test_the_time_limited_sentence_has_no_ground_before_2016() -> None:
    for kilde_id in ("strl/62/1/p2", "strl/65/3/p2", "strl/65/4/p3"):
        with pytest.raises(NotInForce):
            find(kilde_id, DAY_BEFORE_2016)
        assert find(kilde_id, DAY_2016).ordlyd is Ordlyd.LEST
    with pytest.raises(NotInForce):
        find("strl/62/1/p2", DAY_2020)
    assert "Tidsbestemt" in find("strl/62/2", DAY_2020).gjelder.nb
    assert "Farevilkår" in find("strl/62/2", DAY_BEFORE_2020).gjelder.nb


@pytest.mark.krav("LF-K3")
def test_the_grounds_for_unaccountability_change_in_2020() -> None:
    for kilde_id in ("strl/20/1/b", "strl/20/1/d"):
        assert find(kilde_id, DAY_BEFORE_2020).til == DAY_BEFORE_2020
    for kilde_id in ("strl/20/2/a", "strl/20/2/b", "strl/20/2/c"):
        assert find(kilde_id, DAY_2020).fra == DAY_2020
    assert len(versions("strl/20")) == 2


@pytest.mark.krav("LF-K4", "LF-K5")
def test_section_65_is_there_by_ledd_and_punktum() -> None:
    for kilde_id in ("strl/65/1", "strl/65/3/p1", "strl/65/4/p1", "strl/65/4/p2", "strl/65/5/p3"):
        assert find(kilde_id, date(2015, 10, 1)).fra == date(2015, 10, 1)
    with pytest.raises(NotInForce):
        find("strl/65/4/p2", date(2015, 9, 30))
    assert find("strl1902/39b/4", date(2015, 9, 30)).til == date(2015, 9, 30)


@pytest.mark.krav("LF-K6")
def test_consultation_before_leave_starts_in_2020() -> None:
    with pytest.raises(NotInForce):
        find("phvl/5-3/3", DAY_BEFORE_2020)
    assert find("phvl/5-3/3", DAY_2020).endret_ved == "lov 21. juni 2019 nr. 48"


@pytest.mark.krav("LF-K7")
def test_the_commission_weighs_the_safety_of_others_from_2020() -> None:
    assert "andres liv" not in find("phvl/5-4/1", DAY_BEFORE_2020).gjelder.nb
    assert "andres liv" in find("phvl/5-4/1", DAY_2020).gjelder.nb


@pytest.mark.krav("LF-K8", "LF-K9", "LF-K10")
@pytest.mark.parametrize(
    ("kilde_id", "fra"),
    [
        ("phvl/5-2a", date(2012, 7, 1)),
        ("phvl/5-2b", date(2012, 7, 1)),
        ("phvl/5-6a", date(2012, 7, 1)),
        ("phvl/5-6b", date(2012, 7, 1)),
        ("phvl/5-6c", date(2014, 1, 1)),
        ("phvl/5-6c/6", date(2014, 1, 1)),
    ],
)
def test_provisions_on_information_start_when_they_were_added(kilde_id: str, fra: date) -> None:
    assert versions(kilde_id)[0].fra == fra
    with pytest.raises(NotInForce):
        find(kilde_id, fra - timedelta(days=1))


@pytest.mark.krav("LF-K10")
def test_complaints_on_notice_go_to_the_county_governor_under_the_name_of_the_day() -> None:
    assert "fylkesmannen" in find("phvl/5-6c/6", date(2021, 5, 31)).gjelder.nb
    assert "statsforvalteren" in find("phvl/5-6c/6", date(2021, 6, 1)).gjelder.nb


@pytest.mark.krav("LF-K13")
def test_the_complaint_rule_moves_to_the_seventh_ledd_in_2026() -> None:
    before = find("phvl/3-3a/4", DAY_BEFORE_2026)
    after = find("phvl/3-3a/7", DAY_2026)
    assert before.gjelder == after.gjelder
    for kilde_id, day in (("phvl/3-3a/4", DAY_2026), ("phvl/3-3a/7", DAY_BEFORE_2026)):
        with pytest.raises(NotInForce):
            find(kilde_id, day)
    assert find("phvl/3-3a/4-6", DAY_2026).endret_ved == "lov 20. juni 2025 nr. 67"


@pytest.mark.krav("LF-K13")
def test_the_new_word_and_the_narrower_review_start_in_2026() -> None:
    for kilde_id in ("phvl/3-2/1", "phvl/3-3"):
        assert "samtykkekompetanse" in find(kilde_id, DAY_BEFORE_2026).gjelder.nb
        assert "beslutningskompetanse" in find(kilde_id, DAY_2026).gjelder.nb
        assert "avgjerdskompetanse" in find(kilde_id, DAY_2026).gjelder.nn
    assert "lovligheten" in find("phvl/6-4/5", DAY_2026).gjelder.nb
    assert "lovligheten" not in find("phvl/6-4/5", DAY_BEFORE_2026).gjelder.nb


@pytest.mark.krav("LF-K11", "LF-K12", "LF-K17")
@pytest.mark.parametrize(
    "kilde_id",
    [
        "phvl/3-2/2",
        "phvl/3-3a/2",
        "phvl/3-8/3",
        "phvl/6-4/6",
        "phvl/6-4/8",
        "phvf/14",
        "phvf/34/2",
        "phvl/4-10/2",
    ],
)
def test_the_same_ledd_carries_the_rule_through_2026(kilde_id: str) -> None:
    assert find(kilde_id, DAY_BEFORE_2026) is find(kilde_id, DAY_2026)


@pytest.mark.krav("LF-K16")
def test_the_act_of_1967_applies_and_the_act_of_2025_waits() -> None:
    assert find("fvl/31/3", date(2026, 1, 1)).in_force(date(2040, 1, 1))
    assert FUTURE
    known = set(ids())
    for kilde in FUTURE:
        assert kilde.id not in known
        assert kilde.merknad is not None
        for day in (date(1990, 1, 1), date(2026, 6, 1), date(2100, 1, 1)):
            assert not kilde.in_force(day)


@pytest.mark.krav("F-69")
def test_the_one_week_limit_starts_in_2007() -> None:
    assert find("phvl/4-10/2", date(2007, 1, 1)).ordlyd is Ordlyd.LEST
    assert find("phvl/4-10/2", date(2006, 12, 31)).ordlyd is Ordlyd.ELDRE_IKKE_LEST


@pytest.mark.krav("F-06", "F-07")
def test_the_guideline_starts_in_2013() -> None:
    with pytest.raises(NotInForce):
        find("nk/retningslinje", date(2012, 12, 31))
    assert find("nk/retningslinje", date(2013, 1, 1)).slag is Slag.RETNINGSLINJE
    assert find("nk/retningslinje", date(2026, 1, 1)).fra == date(2023, 3, 1)


def test_unknown_ids_are_named_in_the_error() -> None:
    for call in (versions, act_of):
        with pytest.raises(UnknownSource, match="xyz/1"):
            call("xyz/1")
    with pytest.raises(UnknownSource, match="strl/999"):
        find("strl/999", date(2026, 1, 1))
    with pytest.raises(UnknownSource):
        citations(["strl/13", "strl/999"], date(2026, 1, 1))


def test_citations_leave_out_what_came_later() -> None:
    wanted = ("strl1902/39b/4", "strl/65/4/p2", "hr/2010-11-23")
    assert [kilde.id for kilde in citations(wanted, date(2008, 1, 1))] == ["strl1902/39b/4"]
    assert [kilde.id for kilde in citations(wanted, date(2018, 1, 1))] == [
        "strl/65/4/p2",
        "hr/2010-11-23",
    ]


def test_ids_come_in_reading_order_and_cover_all_versions() -> None:
    assert len(ids()) == len(set(ids()))
    assert {kilde.id for kilde in ALL} == set(ids())
    position = {kilde_id: place for place, kilde_id in enumerate(ids())}
    assert position["phvl/4-9/1"] < position["phvl/4-10/1"] < position["phvl/5-1"]
    assert position["strl/13"] < position["phvl/1-4"] < position["phvf/10"]


def test_the_id_gives_the_citation() -> None:
    kilde = find("phvl/5-6c/3", DAY_2020)
    assert kilde.kort == "phvl §\u00a05-6\u00a0c tredje\u00a0ledd"
    assert kilde.navn == Text(
        "Psykisk helsevernloven §\u00a05-6\u00a0c tredje\u00a0ledd",
        "Psykisk helsevernlova §\u00a05-6\u00a0c tredje\u00a0ledd",
    )
    assert kilde.lenke == "https://lovdata.no/lov/1999-07-02-62/§5-6c"
    assert find("phvl/4a-3/3", DAY_2020).lenke == "https://lovdata.no/lov/1999-07-02-62/§4A-3"
    assert find("strl/65/3/p2", DAY_2020).navn.nn.endswith("tredje\u00a0ledd andre\u00a0punktum")


@pytest.mark.parametrize("kilde_id", ["strl/x", "strl/65/pp", "strl/65/4/p22", "phvl/5-3/avsnitt"])
def test_a_malformed_id_is_refused(kilde_id: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        provision(kilde_id, Text("Noe.", "Noko."), fra=None)


def test_unread_versions_are_cut_at_every_known_change() -> None:
    made = unread(
        "dl/140",
        Text("rettsferier", "rettsferiar"),
        ((None, None), (date(2000, 1, 1), "lov 1"), (date(2005, 3, 1), "lov 2")),
        til=date(2007, 12, 31),
    )
    assert [(kilde.fra, kilde.til) for kilde in made] == [
        (None, date(1999, 12, 31)),
        (date(2000, 1, 1), date(2005, 2, 28)),
        (date(2005, 3, 1), date(2007, 12, 31)),
    ]
