"""The work list: groups, counts, order and pages; alike whether database or Python counts."""

from collections import Counter
from datetime import date, timedelta

import pytest

from samvern.apps.saker.arbeidsliste import GRUPPER, SENERE, arbeidsliste, group_of
from samvern.apps.saker.models import Saksoppgave
from samvern.engine import lesing
from tests.apps.saker.conftest import once
from tests.apps.saker.verden import Verden, dom, foer, hendelse, ny_sak, rettskraft

TODAY = date(2026, 11, 23)


def make_cases(verden: Verden) -> Verden:
    for day in ("2021-01-10", "2023-11-02", "2025-12-01", "2026-10-20"):
        final = (date.fromisoformat(day) + timedelta(days=20)).isoformat()
        ny_sak(verden, dom(day), rettskraft(final))
    ny_sak(verden, dom("2026-11-01", domfelt_til_stede=True))
    return verden


felles_cases = once(make_cases)


@pytest.fixture
def cases(felles_cases: Verden, verden: Verden) -> Verden:
    return felles_cases


def group(task: Saksoppgave, until: date) -> str:
    return group_of(task.slag, task.dato, TODAY, until, fristdato=task.fristdato)


@pytest.mark.krav("F-12")
@pytest.mark.parametrize(
    ("day", "expected"),
    [("2026-12-04", "denne_uken"), ("2026-12-05", "denne_uken"), ("2026-12-06", "denne_uken"),
     ("2026-12-07", "over_fristen")],
)  # fmt: skip
def test_nobody_is_over_a_deadline_on_the_sunday_it_is(
    verden: Verden, monkeypatch: pytest.MonkeyPatch, day: str, expected: str
) -> None:
    """The last working day is Friday 4 December; the deadline is Sunday 6."""
    monkeypatch.setenv("SAMVERN_KLOKKE", f"{day}T08:10:00+01:00")
    ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-06"))
    with lesing.reading(verden.silje, "liste"):
        found = arbeidsliste(verden.silje)
    (row,) = (
        one for one in found.rader if (one.kode, one.fristdato) == ("F-12", date(2026, 12, 6))
    )
    assert row.gruppe == expected
    assert found.antall[expected] == sum(one.gruppe == expected for one in found.rader)


@pytest.mark.parametrize("days", [0, 3, 14, 60, 400])
def test_the_counts_are_those_of_every_task(cases: Verden, days: int) -> None:
    until = TODAY + timedelta(days=days)
    with lesing.reading(cases.silje, "liste"):
        found = arbeidsliste(cases.silje, til=until)
    tasks = list(Saksoppgave.objects.all())
    expected = Counter(group(t, until) for t in tasks)
    assert found.antall == {name: expected[name] for name in GRUPPER}
    assert Counter(row.gruppe for row in found.rader) == Counter(
        {name: count for name, count in expected.items() if name != SENERE}
    )
    later = {t.sak_id for t in tasks if group(t, until) == SENERE}
    assert found.senere == len(later)
    dates = [t.dato for t in tasks if t.dato and t.dato > until and t.slag != "straks"]
    assert found.neste == min(dates, default=None)


def test_pages_put_together_are_the_whole_list(cases: Verden) -> None:
    with lesing.reading(cases.silje, "liste"):
        whole = arbeidsliste(cases.silje)
        first = arbeidsliste(cases.silje, per_side=4)
        rest = [arbeidsliste(cases.silje, per_side=4, side=n) for n in range(2, first.sider + 1)]
        beyond = arbeidsliste(cases.silje, per_side=4, side=99)
    assert sum((page.rader for page in rest), first.rader) == whole.rader
    assert {page.saker for page in rest} == {whole.saker}
    assert beyond.side == first.sider > 1


def test_what_the_law_requires_stands_first_then_the_oldest(cases: Verden) -> None:
    with lesing.reading(cases.silje, "liste"):
        rows = arbeidsliste(cases.silje, til=TODAY + timedelta(days=500)).rader
    keys = [(GRUPPER.index(r.gruppe), not r.fra_lov, r.dato or date.max) for r in rows]
    assert keys == sorted(keys)
    assert len(keys) > 5


@pytest.mark.krav("N-5.10")
def test_the_prosecutions_own_deadline_waits_for_the_prosecution(cases: Verden) -> None:
    sak = Saksoppgave.objects.order_by("sak__saksnr").values_list("sak", flat=True)[0]
    decision = hendelse("overfoeringsvedtak", "2026-11-10", retning="mildere", id=None)
    nr = foer(cases.silje, sak, decision).nr
    for part in ("paatale", "domfelt"):
        foer(cases.silje, sak, hendelse("vedtak_mottatt", "2026-11-12", ref=f"h{nr}", part=part))
    waits = dict(Saksoppgave.objects.filter(sak=sak, kode="F-20").values_list("part", "venter_paa"))
    assert waits["paatale"] == "statsadvokat"
    assert waits["domfelt"] == "part"


@pytest.mark.krav("F-13")
def test_when_the_absolute_end_is_reached_nobody_is_asked_for_a_plan(verden: Verden) -> None:
    judged = dom(
        "2023-11-01",
        domstype="tidsbestemt",
        lovbrudd=["SAMF-TYVERI"],
        faregrad="saerlig_naerliggende",
        antall_lovbrudd=3,
        andre_tiltak=["annet"],
    )
    ny_sak(verden, judged, rettskraft("2023-11-16"))
    with lesing.reading(verden.silje, "liste"):
        rows = arbeidsliste(verden.silje).rader
    (end,) = [row for row in rows if row.kode == "F-13"]
    assert (end.status, end.neste_steg.nb) == ("naadd", "Spør om reaksjonen er opphørt")
