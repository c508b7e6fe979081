"""Folding, projecting and rebuilding: random courses of events, and what must hold for all."""

import itertools
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from samvern.apps.saker import avtrykk, projection
from samvern.apps.saker.deltakere import taking_part
from samvern.apps.saker.events import Oppfoering, current
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import Hendelse, Saksfrist, Saksoppgave, Saksstand
from samvern.apps.saker.oppgaver import next_change, tasks
from samvern.apps.saker.plassering import gaps, stays
from samvern.apps.saker.state import fold
from samvern.apps.saker.status import follow
from samvern.cli import bygg_opp, main
from samvern.engine import clock
from samvern.law.rule import REGELSETT
from samvern.law.trace import Svar
from tests.apps.saker.verden import Verden, foer, hendelse, ny_sak

ACTOR = UUID(int=1)
START = datetime(2020, 1, 1, tzinfo=UTC)
BODIES = [str(UUID(int=n)) for n in (10, 11, 12)]

_KINDS: dict[str, st.SearchStrategy[dict[str, Any]]] = {
    "behandlingsansvar_fastsatt": st.fixed_dictionaries(
        {"rhf": st.sampled_from(BODIES), "institusjon": st.sampled_from(BODIES)}
    ),
    "innleggelse": st.fixed_dictionaries(
        {"institusjon": st.sampled_from(BODIES), "oppholdsform": st.just("doegn")}
    ),
    "tilbakefoering": st.fixed_dictionaries(
        {"institusjon": st.sampled_from(BODIES), "oppholdsform": st.just("doegn")}
    ),
    "intern_overfoering": st.fixed_dictionaries({"oppholdsform": st.just("doegn")}),
    "faglig_ansvarlig_endret": st.fixed_dictionaries({"faglig_ansvarlig": st.sampled_from(BODIES)}),
    "paatale_fastsatt": st.fixed_dictionaries({"embete": st.sampled_from(BODIES)}),
    "unndragelse": st.just({}),
    "unndragelse_avsluttet": st.just({}),
    "utreise": st.just({}),
    "retur_til_riket": st.just({}),
    "statusrapport_sendt": st.fixed_dictionaries({"n": st.integers(1, 3)}),
    "helseopplysningsskjema_sendt": st.just({}),
    "opprettholdelse_underskrevet": st.just({}),
    "begjaering_opphoer": st.fixed_dictionaries({"part": st.just("domfelt")}),
    "opphoer": st.fixed_dictionaries({"av": st.sampled_from(["paatale", "domstol", "doed"])}),
}


def entry(nr: int, kind: str, day: date, **innhold: Any) -> Oppfoering:
    when = START + timedelta(hours=nr)
    return Oppfoering(nr, kind, "ny", None, day, when, ACTOR, "nk", ACTOR, "dom", innhold)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Oppfoering, ...]:
    """A judgment, its finality, and things that happen in any order of registration."""
    judged = draw(st.dates(date(2018, 1, 1), date(2024, 1, 1)))
    final = judged + timedelta(days=draw(st.integers(14, 200)))
    sort = draw(st.sampled_from(["tidsubestemt", "tidsbestemt"]))
    log = [
        entry(1, "dom_avsagt", judged, id="h1", domstol="tingrett", domstype=sort),
        entry(2, "dom_rettskraftig", final, id="h1", art="overfoeringsdom"),
    ]
    for _ in range(draw(st.integers(0, 9))):
        kind = draw(st.sampled_from(sorted(_KINDS)))
        day = final + timedelta(days=draw(st.integers(0, 1600)))
        fields = draw(_KINDS[kind])
        extra = {"id": f"h{len(log) + 1}"} if kind == "begjaering_opphoer" else {}
        log.append(entry(len(log) + 1, kind, day, **fields, **extra))
    return tuple(log)


DAYS = st.dates(date(2018, 1, 1), date(2028, 12, 31))


@pytest.mark.krav("N-1.4")
@given(histories(), DAYS)
@settings(max_examples=150)
def test_never_two_places_or_two_in_one_capacity_at_once(
    log: tuple[Oppfoering, ...], day: date
) -> None:
    state = fold(log, day)
    for one, after in zip(state.opphold, state.opphold[1:], strict=False):
        assert one.til is not None
        assert one.fra <= one.til < after.fra
    for slag in {part.slag for part in state.deltakere}:
        parts = sorted((p for p in state.deltakere if p.slag == slag), key=lambda p: p.fra)
        for part, later in itertools.pairwise(parts):
            assert part.til is not None
            assert part.til < later.fra


@pytest.mark.krav("N-9.7")
@given(histories(), DAYS)
@settings(max_examples=150)
def test_where_the_person_is_always_takes_part_and_never_twice(
    log: tuple[Oppfoering, ...], day: date
) -> None:
    state = fold(log, day)
    here = state.her.institusjon if state.her else None
    responsible, place = (
        state.med.get(slag) for slag in (Deltakerslag.INSTITUSJON, Deltakerslag.OPPHOLDSSTED)
    )
    assert place is None or (responsible and responsible.virksomhet != place.virksomhet == here)
    if here:
        assert here in {part.virksomhet for part in (responsible, place) if part}


@given(histories(), st.randoms(use_true_random=False), DAYS)
@settings(max_examples=100)
def test_the_order_of_registration_does_not_matter(
    log: tuple[Oppfoering, ...], random: Any, day: date
) -> None:
    """Two things of one day keep the order they were registered in; other days do not care."""
    unique = list({e.skjedde: e for e in reversed(log)}.values())
    shuffled = list(unique)
    random.shuffle(shuffled)
    again = [e._replace(nr=at + 1) for at, e in enumerate(shuffled)]
    one, other = fold(unique, day), fold(again, day)
    assert one.status == other.status
    assert [s._replace(nr=0) for s in one.opphold] == [s._replace(nr=0) for s in other.opphold]
    assert _plain(one.svar) == _plain(other.svar)


def _plain(svar: Svar | None) -> Any:
    if svar is None:
        return None
    return [(f.regel, f.dato, f.status, f.part, f.n) for f in svar.frister]


@given(histories(), DAYS, st.integers(0, 11))
@settings(max_examples=150)
def test_nothing_changes_before_the_day_it_is_said_to(
    log: tuple[Oppfoering, ...], day: date, at: int
) -> None:
    """The stored picture may be shown until `neste_skifte`: no status and no task moves before,
    and nobody comes in or goes out.
    """
    # Most often the day of an entry: that is when something ends and something else begins.
    day = log[at].skjedde if at < len(log) else day
    happened = tuple(e for e in log if e.skjedde <= day)
    state = fold(happened, day)
    change = next_change(state)
    last = day + timedelta(days=400) if change is None else change - timedelta(days=1)
    for probe in {day + (last - day) // 2, last}:
        later = fold(happened, probe)
        assert _plain(later.svar) == _plain(state.svar)
        assert [t.noekkel for t in tasks(later)] == [t.noekkel for t in tasks(state)]
        assert later.status is state.status
        assert (later.med, later.her, later.flagg) == (state.med, state.her, state.flagg)


@pytest.mark.krav("F-83")
def test_the_warning_before_a_known_end_comes_by_itself() -> None:
    """Four weeks before a time-limited sentence ends nothing else happens, and the list is made
    anew all the same."""
    log = (
        entry(
            1, "dom_avsagt", date(2020, 1, 1), id="h1", domstol="tingrett", domstype="tidsbestemt"
        ),
        entry(2, "dom_rettskraftig", date(2020, 1, 15), id="h1", art="overfoeringsdom"),
    )
    before = fold(log, date(2022, 12, 1))
    change = next_change(before)
    assert change == date(2022, 12, 18)
    assert "F-83" not in {task.kode for task in tasks(before)}
    assert "F-83" in {task.kode for task in tasks(fold(log, change))}


@pytest.mark.krav("N-0.6")
@given(histories(), DAYS, st.integers(0, 12))
@settings(max_examples=100)
def test_as_known_then_is_what_the_log_said_then(
    log: tuple[Oppfoering, ...], day: date, count: int
) -> None:
    moment = START + timedelta(hours=count, minutes=30)
    kept = tuple(e for e in log if e.nr <= count)
    assert fold(log, day, known=moment) == fold(kept, day)


def test_a_chain_of_corrections_counts_once_and_keeps_its_place() -> None:
    log = [
        entry(1, "dom_avsagt", date(2020, 1, 1), id="h1"),
        entry(2, "utreise", date(2021, 1, 1)),
        entry(3, "utreise", date(2021, 1, 2))._replace(virkning="retting", erstatter=2),
        entry(4, "utreise", date(2021, 1, 3))._replace(virkning="retting", erstatter=3),
    ]
    assert [e.nr for e in current(log)] == [1, 4]
    out = entry(5, "utreise", date(2021, 1, 3))._replace(virkning="feilfoert", erstatter=4)
    assert [e.nr for e in current([*log, out])] == [1]


@pytest.mark.krav("LF-K14")
@given(histories())
@settings(max_examples=60)
def test_no_case_ends_by_itself(log: tuple[Oppfoering, ...]) -> None:
    without = tuple(e for e in log if e.type != "opphoer")
    state = fold(without, date(2060, 1, 1))
    assert not state.avsluttet


@pytest.mark.krav("LF-K5")
def test_a_return_waits_for_the_prosecution() -> None:
    log = [
        entry(1, "dom_avsagt", date(2020, 1, 1), id="h1", domstype="tidsubestemt"),
        entry(2, "dom_rettskraftig", date(2020, 2, 1), id="h1", art="overfoeringsdom"),
        entry(3, "utreise", date(2021, 1, 1)),
        entry(4, "retur_til_riket", date(2022, 1, 1)),
    ]
    status, broken = follow(log)
    assert (status, broken) == ("avventer_paatale", ())
    chosen = entry(5, "retur_avgjort", date(2022, 2, 1), valg="opprettholde")
    assert follow([*log, chosen])[0] == "under_gjennomfoering"


def test_gaps_between_stays_are_found() -> None:
    log = [
        entry(1, "innleggelse", date(2020, 1, 10), institusjon=BODIES[0], oppholdsform="doegn"),
        entry(2, "utreise", date(2020, 3, 1)),
        entry(3, "retur_til_riket", date(2020, 5, 1)),
    ]
    found = gaps(stays(log), date(2020, 1, 1), date(2020, 5, 10))
    assert found == (
        (date(2020, 1, 1), date(2020, 1, 9)),
        (date(2020, 5, 1), date(2020, 5, 10)),
    )


def test_the_day_of_a_change_belongs_to_the_new_one() -> None:
    log = [
        entry(1, "paatale_fastsatt", date(2020, 1, 1), embete=BODIES[0]),
        entry(2, "paatale_fastsatt", date(2020, 6, 1), embete=BODIES[1]),
    ]
    state = fold(log, date(2020, 6, 1))
    (part,) = taking_part(state.deltakere, date(2020, 6, 1)).values()
    assert part.virksomhet == BODIES[1]
    assert state.deltakere[0].til == date(2020, 5, 31)


def test_a_new_day_is_seen_and_rebuilding_equals_it(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    sak = ny_sak(verden).sak
    stand = Saksstand.objects.get(sak=sak)
    assert stand.neste_skifte is not None
    monkeypatch.setenv("SAMVERN_KLOKKE", f"{stand.neste_skifte.isoformat()}T08:00:00+01:00")
    assert projection.stale(stand.neste_skifte) == [sak]
    assert projection.refresh(stand.neste_skifte) == 1
    assert projection.stale(stand.neste_skifte) == []
    before = projection.snapshot(sak)
    projection.rebuild(sak)
    assert projection.snapshot(sak) == before


@pytest.mark.krav("LF-K14")
def test_a_closed_case_is_looked_at_again_the_day_after(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those who took part do so on the day of the end, and its register row changes after it."""
    sak = ny_sak(verden).sak
    place = {"institusjon": str(verden.institusjon), "oppholdsform": "doegn"}
    foer(verden.silje, sak, hendelse("innleggelse", "2024-03-01", **place))
    foer(verden.silje, sak, hendelse("opphoer", "2026-11-23", av="doed"))
    closed = Saksstand.objects.get(sak=sak)
    assert closed.avsluttet
    assert closed.institusjon == verden.institusjon
    monkeypatch.setenv("SAMVERN_KLOKKE", "2026-11-24T08:00:00+01:00")
    assert projection.refresh(date(2026, 11, 24)) == 1
    later = Saksstand.objects.get(sak=sak)
    assert (later.institusjon, later.oppholdssted) == (None, None)
    assert projection.check(sak)


def test_a_picture_made_by_another_program_is_made_anew(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    sak = ny_sak(verden).sak
    today = clock.today()
    assert projection.stale(today) == []
    before = projection.snapshot(sak)
    Saksstand.objects.filter(sak=sak).update(regelsett=REGELSETT, status="")
    assert projection.stale(today) == [sak]
    assert not projection.check(sak)
    assert projection.refresh(today) == 1
    assert projection.snapshot(sak) == before
    assert projection.stale(today) == []


def test_starting_on_this_machine_computes_what_an_older_program_made(verden: Verden) -> None:
    ny_sak(verden)
    assert bygg_opp.catch_up() is None
    Saksstand.objects.update(regelsett=REGELSETT)
    told = bygg_opp.catch_up()
    assert told is not None
    assert told.nb.startswith("Regnet 1 sak på nytt:")
    assert bygg_opp.catch_up() is None


def test_the_mark_holds_the_rule_set_and_what_makes_the_pictures(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    rule_set, _, print_of = avtrykk.regnet_med().partition("+")
    assert (rule_set, len(print_of)) == (REGELSETT, 8)
    made_by = tmp_path / "oppgaver.py"
    marks = []
    monkeypatch.setattr(avtrykk, "_MADE_BY", (tmp_path,))
    for text in ("x = 1\n", "x = 2\n", "x = 1\n"):
        made_by.write_text(text)
        avtrykk.regnet_med.cache_clear()
        marks.append(avtrykk.regnet_med())
    avtrykk.regnet_med.cache_clear()
    assert marks[0] != marks[1]
    assert marks[0] == marks[2]
    assert len(marks[0]) <= (Saksstand._meta.get_field("regelsett").max_length or 0)


def test_an_older_picture_that_still_holds_is_no_difference(
    verden: Verden, monkeypatch: pytest.MonkeyPatch
) -> None:
    sak = ny_sak(verden).sak
    stand = Saksstand.objects.get(sak=sak)
    assert stand.neste_skifte is not None
    last = stand.neste_skifte - timedelta(days=1)
    assert last > stand.beregnet_for
    monkeypatch.setenv("SAMVERN_KLOKKE", f"{last.isoformat()}T08:00:00+01:00")
    assert projection.check(sak)
    assert main(["bygg-opp", "--sjekk"]) == 0
    Saksstand.objects.filter(sak=sak).update(status="")
    assert not projection.check(sak)


def test_the_stored_trace_is_the_whole_reasoning(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    row = Saksfrist.objects.get(sak=sak, regel="F-12")
    assert row.spor["spor"]["steg"]
    assert row.spor["hjemmel"]


@pytest.mark.krav("N-0.6")
def test_the_command_rebuilds_and_finds_what_differs(
    verden: Verden, capsys: pytest.CaptureFixture[str]
) -> None:
    sak = ny_sak(verden)
    foer(verden.silje, sak.sak, hendelse("utvisningsvedtak", "2024-03-01"))
    assert main(["bygg-opp", "--sjekk"]) == 0
    Saksoppgave.objects.filter(sak=sak.sak).delete()
    assert main(["bygg-opp", "--sjekk"]) == 1
    assert sak.saksnr in capsys.readouterr().out
    assert main(["bygg-opp"]) == 0
    assert main(["bygg-opp", "--sjekk", "--sak", sak.saksnr]) == 0
    assert main(["bygg-opp", "--sak", "S-1999-0001"]) == 2


def test_the_database_refuses_to_change_or_empty_an_entry(verden: Verden) -> None:
    sak = ny_sak(verden).sak
    row = Hendelse.objects.filter(sak=sak).first()
    assert row is not None
    for column, value in (("skjedde", date(2020, 1, 1)), ("innhold", {}), ("aktoer", uuid4())):
        with pytest.raises(Exception, match="kan ikke endres"), transaction.atomic():
            Hendelse.objects.filter(pk=row.pk).update(**{column: value})
