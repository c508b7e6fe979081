"""The page of a hand-made case: what stands where, and what never does."""

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from samvern.apps.saker.public import Hvem, Lesningsrad, Saksbilde, Saksstatus
from samvern.engine.roller import Rolle
from samvern.law.reader import compute
from samvern.law.text import Text
from samvern.web.fristberegner.kalenderfil import calendar_of
from samvern.web.sak.frister import HEADINGS, compute_for
from samvern.web.sak.hendelser import PER_SIDE
from tests.web.sak.conftest import Show, part, words
from tests.web.sak.laget import (
    TODAY,
    VIEWER,
    bilde,
    empty,
    entry,
    facts,
    moment,
    row,
    task,
)


@pytest.mark.krav("N-1.3", "N-5.4")
def test_the_header_says_who_what_and_where_and_the_title_has_only_the_number(show: Show) -> None:
    content = show(bilde())
    text = words(content)
    assert "<title>S-2020-0147 – Samvern</title>" in content.replace("\n", "")
    assert "Morten" not in content[: content.index("<body")]
    assert "Morten Bakken Tidsubestemt dom Under gjennomføring S-2020-0147" in text
    assert "178575 17911 · født 17. mai 1975" in text
    for fact in (
        "Er nå Åpen døgnenhet, DPS Døgnopphold siden 3. juni 2024",
        "Ansvarlig institusjon Akershus universitetssykehus Helse Sør-Øst RHF",
        "Faglig ansvarlig Astrid Lie overlege",
        "Påtalemyndighet Øst statsadvokatembeter",
        "Styrende dom 6. des. 2023 rettskraftig",
    ):
        assert fact in text


@pytest.mark.krav("F-12")
def test_one_message_to_the_last_working_day(show: Show) -> None:
    content = show(bilde())
    assert content.count('class="sv-naa ') == 1
    text = words(content)
    assert "11 dager til siste virkedag Noen må underskrive innen fredag 4. desember 2026" in text
    assert "Treårsfristen går ut søndag 6. desember 2026." in text


def test_the_message_says_whom_the_case_waits_for(show: Show) -> None:
    waiting = task("F-12", "Treårsfristen", "Underskriv", Hvem(None, "Øst"), date(2026, 12, 4))
    known = replace(waiting, fristdato=date(2026, 12, 6))
    assert "Saken venter på Øst." in words(show(bilde(oppgaver=(known,))))
    other = replace(waiting, anker="frist-f20-vedtak1-domfelt")
    assert "Saken venter på" not in words(show(bilde(oppgaver=(other,))))


def test_the_groups_stand_in_the_order_of_the_guide(show: Show) -> None:
    sak = facts()
    incomplete = sak._replace(hendelser=tuple(e for e in sak.hendelser if e.part != "paatale"))
    content = show(bilde(lov=incomplete, svar=compute(incomplete)))
    panel = part(content, 'id="frister"', 'id="oppgaver"')
    places = [panel.index(name.nb) for name in HEADINGS.values()]
    assert places == sorted(places)
    assert "<summary><h3>Avsluttede</h3>" in content.replace("  ", "")


def test_every_date_of_the_answer_is_on_the_page_with_its_reasoning(show: Show) -> None:
    picture = bilde()
    assert picture.svar is not None
    content = show(picture)
    assert content.count('class="sv-frist"') == len(picture.svar.frister)
    assert content.count("Slik er datoen regnet") >= 10
    assert 'id="frist-F-12"' in content
    assert len(re.findall(r'id="frist-F-20"', content)) == 1
    ids = re.findall(r' id="([^"]+)"', content)
    assert len(ids) == len(set(ids))


def test_a_date_says_which_entries_it_rests_on(show: Show) -> None:
    content = show(bilde())
    three_years = content[content.index('id="frist-F-12"') :]
    link = re.search(r'<a href="(\?[^"]*|)(#hendelse-\d+)">hendelse (\d+)</a>', three_years)
    assert link is not None
    entries = {e.nr: e for e in bilde().hendelser}
    assert entries[int(link[3])].type == "dom_rettskraftig"


@pytest.mark.krav("N-1.4")
def test_placements_are_bars_by_level_and_a_table(show: Show) -> None:
    content = show(bilde())
    for shade in ("nivaa-1", "nivaa-2", "nivaa-3", "hull", "planlagt"):
        assert f'class="tl-stolpe tl-stolpe--{shade}"' in content, shade
    table = words(content[content.index('id="tidslinje-tabell"') : content.index('id="frister"')])
    assert "Regional sikkerhetsavdeling, Oslo universitetssykehus" in table
    assert "Unndratt" in table
    assert "Planlagt: uten døgnopphold" in table


@pytest.mark.krav("N-1.4")
def test_days_nobody_accounts_for_are_a_hole_with_words(show: Show) -> None:
    first, second, third = bilde().plasseringer
    short = replace(first, til=date(2021, 12, 31))
    ended = replace(third, til=date(2026, 10, 1))
    content = show(bilde(plasseringer=(short, second, ended), hendelser=()))
    table = part(content, 'id="tidslinje-tabell"', 'id="frister"')
    assert "1. jan. 2022 16. feb. 2022 Ikke registrert" in table
    assert "2. okt. 2026 varer Ikke registrert" in table
    closed = row(status=Saksstatus.OPPHOERT)
    over = show(bilde(rad=closed, plasseringer=(short, second, ended), hendelser=()))
    assert "2. okt. 2026 varer" not in part(over, 'id="tidslinje-tabell"', 'id="frister"')


def test_outside_the_institution_is_an_outline_and_abroad_a_hole(show: Show) -> None:
    outside = replace(bilde().plasseringer[2], form="uten_doegn", sikkerhetsnivaa=None, rang=None)
    abroad = replace(outside, fra=date(2026, 1, 1), form="utlandet", enhet=None, sted=None)
    ended = replace(outside, til=date(2025, 12, 31))
    content = show(bilde(plasseringer=(ended, abroad), hendelser=()))
    assert "tl-stolpe--uten" in content
    assert "Ute av riket" in part(content, 'id="tidslinje-tabell"', 'id="frister"')


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (Saksstatus.MIDLERTIDIG_OPPHOERT, "Reaksjonen er midlertidig opphørt Registrer retur"),
        (Saksstatus.AVVENTER_PAATALE, "Påtalemyndigheten må velge: opprettholde eller opphøre"),
    ],
)
def test_a_case_that_rests_says_what_it_rests_on(show: Show, status: Saksstatus, told: str) -> None:
    calm = bilde(rad=row(status=status), svar=compute(facts())._replace(frister=()))
    assert told in words(show(calm))
    pressing = words(show(bilde(rad=row(status=status))))
    assert told not in pressing and "Noen må underskrive" in pressing


def test_the_timeline_shows_only_the_entries_of_the_list(show: Show) -> None:
    content = show(bilde(hendelser=(entry(1, "innleggelse", date(2020, 11, 2)),)))
    table = part(content, 'id="tidslinje-tabell"', 'id="frister"')
    assert "Innlagt" in table
    assert "Vedtak" not in table.replace("vedtak", "Vedtak").split("Frist")[0]


def test_zoom_is_links_that_keep_the_rest(show: Show) -> None:
    content = show(bilde(), "?gjeldende=ja&visning=2024")
    assert 'href="?visning=2025&amp;gjeldende=ja#tidslinje"' in content
    assert re.search(r'visning=2024[^>]*aria-current="true"', content)


@pytest.mark.krav("N-0.6", "TR-D3")
def test_a_correction_keeps_the_old_day_struck_with_a_link(show: Show) -> None:
    content = show(bilde())
    changed = next(e for e in bilde().hendelser if e.virkning == "retting")
    of_it = content[content.index(f'id="hendelse-{changed.nr}"') :]
    cell = of_it[: of_it.index("</tr>")]
    assert "Først registrert som <s>6.\u00a0nov.\u00a02026</s>" in cell
    assert f'href="#hendelse-{changed.erstatter}"' in cell
    old = content[content.index(f'id="hendelse-{changed.erstatter}"') :]
    cell = old[: old.index("</tr>")]
    assert "<s>" in cell and f'href="#hendelse-{changed.nr}"' in cell
    assert "Gjelder ikke lenger" in cell and "/rett/" not in cell


def test_a_corrected_entry_is_not_drawn(show: Show) -> None:
    table = part(show(bilde()), 'id="tidslinje-tabell"', 'id="frister"')
    assert "5. nov. 2026 Vedtak mottatt" in table
    assert "fr. 6. nov. 2026" not in table


def test_facts_are_matched_with_entries_by_day_also_without_their_fields() -> None:
    bare = tuple(replace(e, raa={}) for e in bilde().hendelser)
    days = {e.nr: e.skjedde for e in bare}
    found = compute_for(bilde(hendelser=tuple(reversed(bare)))).nummer
    assert len(found) >= 15
    assert all(days[nr] == fact.dato for fact, nr in found.items())


def test_only_those_that_count_can_be_chosen(show: Show) -> None:
    content = show(bilde(), "?gjeldende=ja")
    gone = next(e for e in bilde().hendelser if e.erstattet_av)
    assert f'id="hendelse-{gone.nr}"' not in content
    assert f'href="?#hendelse-{gone.nr}"' in content
    assert f"{len(bilde().hendelser)} registrert" in words(content)


def test_many_events_come_a_page_at_a_time_newest_first(show: Show) -> None:
    many = tuple(
        entry(nr, "permisjon", date(2025, 1, 1) + timedelta(days=nr)) for nr in range(1, 51)
    )
    picture = bilde(hendelser=many)
    first = re.findall(r'id="hendelse-(\d+)"', show(picture))
    last = re.findall(r'id="hendelse-(\d+)"', show(picture, "?side=3"))
    assert first == [str(nr) for nr in range(50, 50 - PER_SIDE, -1)]
    assert last == [str(nr) for nr in range(50 - 2 * PER_SIDE, 0, -1)]
    assert re.findall(r'id="hendelse-(\d+)"', show(picture, "?side=99")) == last
    assert "Side 3 av 3" in words(show(picture, "?side=3"))


def test_registered_by_mistake_is_said(show: Show) -> None:
    one = entry(1, "permisjon", date(2026, 1, 1), gjelder=False, erstattet_av=2)
    two = replace(one, nr=2, virkning="feilfoert", erstatter=1, erstattet_av=None)
    text = words(show(bilde(hendelser=(one, two))))
    assert "Registrert ved feil: Permisjon" in text
    assert "Gjelder hendelse 1" in text


def test_missing_participants_and_gaps_are_told(show: Show) -> None:
    nobody = row(faglig_ansvarlig=None)
    gap = Text("Ingen faglig ansvarlig siden 1. nov. 2026.", "Ingen fagleg ansvarleg.")
    needed = replace(
        task("mangler_faglig_ansvarlig", "Mangler", "Registrer", None, TODAY),
        slag="mangel", grunn=gap, anker="mangel-mangler_faglig_ansvarlig", dato=None,
    )  # fmt: skip
    content = show(bilde(rad=nobody, mangler=(gap,), oppgaver=(needed,)))
    assert "Faglig ansvarlig Ikke registrert" in words(content)
    assert 'id="mangel-mangler_faglig_ansvarlig"' in content
    assert 'href="#mangel-mangler_faglig_ansvarlig"' in content
    assert "siden 1. nov. 2026" in words(content).replace("\u00a0", " ")


def test_every_task_leads_to_something_on_the_page(show: Show) -> None:
    content = show(bilde())
    for target in re.findall(r'<li id="oppgave-\d+"><a href="#([^"]+)"', content):
        assert f'id="{target}"' in content


def test_those_who_may_not_know_who_has_read_are_told_that(show: Show) -> None:
    prosecutor = replace(VIEWER, rolle=Rolle.STATSADVOKAT)
    content = show(bilde(har_lest=()), viewer=prosecutor)
    assert "Vises ikke for din rolle" in words(content[content.index('id="lest"') :])
    seen = show(bilde())
    assert "Astrid Lie Faglig ansvarlig 19. nov. 2026 kl. 10.00" in words(seen)


def test_a_case_before_the_judgment_says_what_to_do(show: Show) -> None:
    text = words(show(empty()))
    assert "Påstand om tidsubestemt dom" in text
    assert "Ingen dom er registrert ennå Registrer dommen, så kommer fristene." in text
    assert "Prøv «hva om»" not in text and "Til kalenderen min" not in text


def test_a_case_that_has_ended_says_so(show: Show) -> None:
    ended = replace(bilde(), rad=row(status=Saksstatus.OPPHOERT), kan_registrere=())
    text = words(show(ended))
    assert "Saken er opphørt" in text
    assert "Registrer hendelse" not in text


@pytest.mark.krav("N-0.6")
def test_a_picture_of_the_past_is_unmistakable_and_cannot_be_written_on(show: Show) -> None:
    content = show(bilde(per_dato=date(2024, 6, 1), oppgaver=()), "?paa=1.6.2024")
    text = words(content)
    assert "Dette er ikke dagens bilde Saken slik den var lørdag 1. juni 2024" in text
    assert "<title>S-2020-0147, ikke dagens bilde" in content
    for gone in ("Registrer hendelse", "/rett/", "Prøv «hva om»", "Til kalenderen min"):
        assert gone not in content, gone
    assert "I dag" not in text
    assert 'value="1.6.2024"' in content
    assert "Dette er ikke dagens bilde" not in words(show(bilde()))


@pytest.mark.parametrize("form", ["nb", "nn"])
def test_paper_has_case_time_and_user_and_opens_what_demands(show: Show, form: str) -> None:
    content = show(bilde(), paper=True, form=form)
    foot = words(content[content.index('<p class="sak-bunntekst"') :])
    assert foot.startswith("S-2020-0147 · Skrevet ut" if form == "nb" else "S-2020-0147 · Skrive")
    assert "23. nov. 2026 kl. 10.00 av Silje Haugen" in foot
    assert not re.search(r"<details class=\"sv-frist\"[^>]*data-skriv>", content)
    assert "data-skriv open" in content
    assert '<form method="post" action="/fristberegner/"' not in content
    assert 'id="lest"' not in content


def test_nynorsk_is_nynorsk_all_through(show: Show) -> None:
    text = words(show(bilde(), form="nn"))
    for bokmaal in ("Åpne rettigheter", "Hendelser", "vises ikke", "Påtalemyndighet ", "nyeste"):
        assert bokmaal not in text, bokmaal
    assert "Krev noko av nokon" in text and "Fagleg ansvarleg" in text


@pytest.mark.krav("N-13.1")
def test_what_if_carries_the_facts_and_nothing_about_the_person(show: Show) -> None:
    content = show(bilde())
    field = re.search(r'<input type="hidden" name="inn" value="([^"]+)">', content)
    assert field is not None
    carried = field[1]
    assert "dom_rettskraftig" in carried and "2023-12-06" in carried
    for private in ("Bakken", "Morten", "S-2020", "17857517911", str(bilde().rad.id), "D1", "V2"):
        assert private not in carried


def test_equal_dates_of_two_cases_are_two_entries_in_a_calendar() -> None:
    rows = compute_for(bilde()).rader
    one, other, none = (
        {str(e["uid"]) for e in Calendar.from_ical(calendar_of(rows, "nb", nr)).walk("VEVENT")}
        for nr in ("S-2020-0147", "S-2020-0148", "")
    )
    assert len(one) == len(other) == len(none) > 3
    assert not one & other and not one & none


def test_nothing_is_marked_as_safe_that_people_wrote(show: Show) -> None:
    attack = "<script>alert(1)</script>"
    picture: Saksbilde = bilde(
        rad=row(navn=attack, faglig_ansvarlig=Hvem(None, attack)),
        hendelser=(entry(1, "permisjon", TODAY, merknad=attack, kilde_ref=attack),),
        har_lest=(Lesningsrad(1, Hvem(None, attack), attack, moment(TODAY), attack),),
    )
    content = show(picture, f"?paa={attack}")
    assert attack not in content
    assert content.count("&lt;script&gt;") >= 5


def _calm(**changed: object) -> Saksbilde:
    """A case with no duty that presses: its deadlines are far ahead."""
    sak = facts()._replace(per_dato=date(2024, 3, 1))
    sak = sak._replace(hendelser=tuple(e for e in sak.hendelser if e.dato <= sak.per_dato))
    return bilde(lov=sak, svar=compute(sak), **changed)


@pytest.mark.parametrize(("slag", "kode"), [("straks", "F-80"), ("mangel", "unndratt")])
def test_the_message_is_never_calm_over_what_must_be_done_at_once(
    show: Show, slag: str, kode: str
) -> None:
    assert "Ingen plikt haster" in words(show(_calm()))
    waiting = replace(
        task(kode, "Dette haster", "Gjør det", Hvem(None, "Øst"), TODAY),
        slag=slag,
        dato=None,
        grunn=Text("Grunnen.", "Grunnen."),
    )
    content = show(_calm(oppgaver=(waiting,)))
    assert "Dette haster Grunnen. Saken venter på Øst. Se hvorfor" in words(content)
    assert f'href="#{waiting.anker}"' in content
    assert "Ingen plikt haster" not in words(content)


@pytest.mark.krav("F-12")
def test_signed_after_three_years_and_not_sent_is_said_on_top(show: Show) -> None:
    signed = {"type": "opprettholdelse_underskrevet", "dato": "2026-12-07"}
    events = [
        {"type": "dom_rettskraftig", "dato": "2023-12-06", "id": "D1", "art": "overfoeringsdom"},
        {"type": "innleggelse", "dato": "2023-12-06"},
        signed,
    ]  # fmt: skip
    sak = facts({"type": "tidsubestemt", "per_dato": "2026-12-08", "hendelser": events})
    text = words(show(bilde(lov=sak, svar=compute(sak), oppgaver=())))
    assert "Saken er ikke sendt tingretten" in text
    assert "Ingen frister krever noe nå" not in text


def test_the_message_is_not_calm_while_dates_are_lacking(show: Show) -> None:
    sak = facts()._replace(per_dato=date(2023, 11, 22))
    sak = sak._replace(hendelser=tuple(e for e in sak.hendelser if e.dato <= sak.per_dato)[:1])
    text = words(show(bilde(lov=sak, svar=compute(sak), oppgaver=())))
    assert "Noen frister kan ikke regnes ennå" in text


def test_who_is_away_is_not_said_to_be_where_the_person_stays(show: Show) -> None:
    away = replace(row(), flagg=("unndratt",))
    text = words(show(bilde(rad=away)))
    assert "Unndratt fra Åpen døgnenhet, DPS Døgnopphold Ansvarlig institusjon" in text
    assert "Er nå" not in text
