"""What a row says and how it looks, with hand-made rows: words, urgency, order, next step."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from samvern.engine import clock
from samvern.engine.roller import ROLLENAVN, Rolle
from samvern.law.text import Maalform, Text
from samvern.web.arbeidsliste import rader
from samvern.web.arbeidsliste.filtre import Listefilter
from samvern.web.arbeidsliste.listebilde import Listebilde, picture
from samvern.web.arbeidsliste.rader import Listerad
from samvern.web.arbeidsliste.tomt import nothing
from samvern.web.arbeidsliste.valg import Organer
from tests.web.arbeidsliste import eksempel
from tests.web.arbeidsliste.eksempel import I_DAG, MORGEN, liste, rad, sak_id

NOW = datetime(2026, 11, 23, 8, 10, tzinfo=clock.OSLO)
NO_BODIES = Organer({}, {})
ROLLENAVN_AV = {name.nb: name for name in ROLLENAVN.values()}


def one(row: object, rolle: Rolle = Rolle.NK, maalform: Maalform = "nb") -> Listerad:
    (group,) = rader.groups(liste([row]), rolle, maalform)  # type: ignore[list-item]
    return group.rader[0]


def page(rows: object = MORGEN, chosen: Listefilter | None = None) -> Listebilde:
    made = liste(rows)  # type: ignore[arg-type]
    return picture(made, chosen or Listefilter(), Rolle.NK, NO_BODIES, NOW, "nb", 100)


def by_number(saksnr: str, tittel: str) -> Listerad:
    found = [r for g in page().grupper for r in g.rader if r.rad.saksnr == saksnr]
    return next(r for r in found if r.rad.tittel.nb.startswith(tittel))


@pytest.mark.parametrize(
    ("saksnr", "tittel", "dager", "dato", "ikon", "farge"),
    [
        ("S-2026-0311", "Iverk", "4\u00a0dager over", "to.\u00a019.", "aattekant", "danger"),
        ("S-2025-0288", "Status", "10\u00a0dager over", "fr.\u00a013.", "aattekant", "danger"),
        ("S-2020-0147", "Klage", "I\u00a0morgen", "ti.\u00a024.", "klokke", "info"),
        ("S-2026-0304", "Helse", "2\u00a0dager igjen", "on.\u00a025.", "timeglass", "warning"),
        ("S-2020-0147", "Treaars", "", "", "", ""),
        ("S-2022-0176", "Klage", "Uavklart", "Ingen dato ennå", "spoersmaal", "brand2"),
        ("S-2026-0320", "Uten", "Har manglet i 12\u00a0dager", "Ingen", "spoersmaal", "brand2"),
    ],
)
def test_words_icon_and_colour(
    saksnr: str, tittel: str, dager: str, dato: str, ikon: str, farge: str
) -> None:
    if not dager:
        tittel, dager = "Treårs", "11\u00a0dager til siste virkedag"
        dato, ikon, farge = "fr.\u00a04.\u00a0des.", "timeglass", "warning"
    row = by_number(saksnr, tittel)
    assert row.dager == dager
    assert row.dato.startswith(dato)
    assert (row.status.icon, row.status.colour) == (ikon, farge)


def test_a_right_is_never_urgent_and_a_duty_only_near_its_day() -> None:
    complaint = rad("denne_uken", "S-1", None, "Klagefrist", I_DAG, kode="F-20")
    assert one(complaint).status.icon == "klokke"
    near = rad("innen", "S-1", None, "Skjema", date(2026, 12, 7), kode="F-06")
    far = rad("innen", "S-1", None, "Skjema", date(2026, 12, 8), kode="F-06")
    assert one(near).status.icon == "timeglass"
    assert one(far).status.icon == "klokke"


def test_a_date_moved_to_the_working_day_before_shows_both() -> None:
    row = by_number("S-2020-0147", "Treårs")
    assert row.fristdato == "søndag 6.\u00a0desember\u00a02026"
    assert by_number("S-2026-0304", "Helse").fristdato == ""


@pytest.mark.parametrize(
    ("fristdato", "dager", "status"),
    [
        (date(2026, 11, 22), "1\u00a0dag over", "Over fristen"),
        (date(2026, 11, 20), "3\u00a0dager over", "Over fristen"),
        # In a weekend before a deadline on a Sunday: the last working day was Friday.
        (I_DAG, "I\u00a0dag", "Siste virkedag er forbi"),
    ],
)
def test_over_is_over_the_deadline_and_not_over_the_working_day(
    fristdato: date, dager: str, status: str
) -> None:
    """The case page counts from the deadline; the list said two days more."""
    late = rad("over_fristen", "S-1", None, "Treårsfristen", date(2026, 11, 20), kode="F-12")
    row = one(replace(late, fristdato=fristdato, status="loeper"))
    assert (row.dager, row.status.word.nb) == (dager, status)


def test_nynorsk() -> None:
    row = one(MORGEN[7], maalform="nn")
    assert (row.dato, row.dager) == ("Ingen dato enno", "Uavklart")
    assert one(MORGEN[3], maalform="nn").dager == "I\u00a0morgon"


def test_the_next_step_is_the_place_on_the_case_or_the_form() -> None:
    case, row = f"/saker/{sak_id('S-2025-0288')}/", MORGEN[1]
    asked = one(row)
    assert (asked.steg, asked.stegadresse) == ("Be om statusrapporten", f"{case}#frist-F-07")
    own = one(row, Rolle.FAGLIG_ANSVARLIG)
    assert own.steg == "Registrer rapporten"
    assert own.stegadresse == f"{case}hendelser/ny/statusrapport_sendt/"
    gap = f"/saker/{sak_id('S-2026-0320')}/"
    assert one(MORGEN[8]).stegadresse == f"{gap}hendelser/ny/saksbehandler_tildelt/"
    other = one(MORGEN[8], Rolle.STATSADVOKAT)
    assert other.stegadresse == f"{gap}#mangel-mangler_saksbehandler"


def test_a_long_reason_is_cut_after_its_first_sentence() -> None:
    first = "Mangler: dagen dommen ble rettskraftig (nr. 2)"
    long = f"{first}. Derfor er det ingen dato for {'; '.join(['treårsfristen'] * 12)}."
    row = rad("dato_mangler", "S-1", None, "Iverksettelse", None, slag="uavklart", grunn=long)
    assert one(row).grunn == f"{first}."
    short = f"{first}. Derfor er det ingen dato for treårsfristen."
    assert one(replace(row, grunn=Text(short, short))).grunn == short
    endless = "a" * 200
    assert one(replace(row, grunn=Text(endless, endless))).grunn == endless


def test_groups_stand_in_their_order_and_keep_that_of_the_list() -> None:
    shown = page().grupper
    assert [g.kode for g in shown] == list(rader.GRUPPER)
    assert [r.rad for g in shown for r in g.rader] == list(MORGEN)


def test_the_numbers_and_what_is_first() -> None:
    found = {tall.kode: (tall.antall, tall.under) for tall in page().tall}
    assert found == {
        "over_fristen": (3, "eldste 10\u00a0dager"),
        "denne_uken": (2, "første i\u00a0morgen"),
        "innen": (2, "første fr.\u00a04.\u00a0des."),
        "dato_mangler": (2, "kan ikke regnes ennå"),
    }
    empty = {tall.kode: (tall.antall, tall.under) for tall in page(()).tall}
    assert set(empty.values()) == {(0, "ingen")}


def test_the_counts_are_those_of_the_list_and_not_counted_anew() -> None:
    made = replace(liste(), antall={"over_fristen": 7})
    shown = picture(made, Listefilter(), Rolle.NK, NO_BODIES, NOW, "nb", 100)
    assert [tall.antall for tall in shown.tall] == [7, 0, 0, 0]


def test_twelve_months_ahead_is_offered_until_it_is_chosen() -> None:
    assert page().ett_aar == "?frem=12m"
    assert page(chosen=Listefilter(frem="12m")).ett_aar == ""
    assert page(chosen=Listefilter(venter="rhf")).ett_aar == "?frem=12m&venter=rhf"


def test_a_chip_takes_away_its_own_filter_only() -> None:
    chosen = Listefilter(venter="rhf", domstype="tidsbestemt", frem="30d")
    chips = {str(chip.navn.nb): chip for chip in page(chosen=chosen).brikker}
    assert chips["Venter på"].verdi == "Regionalt helseforetak"
    assert chips["Venter på"].uten == "?frem=30d&domstype=tidsbestemt"
    assert chips["Type dom"].uten == "?frem=30d&venter=rhf"
    assert page(chosen=chosen).nullstill == "?frem=30d"
    assert Listefilter(venter="rhf").with_values(venter="").query == "?frem=14d"


def test_hidden_fields_do_not_break_a_row() -> None:
    masked = replace(
        MORGEN[1], navn=None, domstype="", venter_paa=Text("", ""), hos=None, anker="", status=""
    )
    row = one(masked)
    assert (row.hos, row.domstype) == ("", "")
    assert row.stegadresse == f"/saker/{sak_id('S-2025-0288')}/"


def test_the_example_morning_is_what_it_says() -> None:
    assert eksempel.liste().antall == {
        "over_fristen": 3, "denne_uken": 2, "innen": 2, "dato_mangler": 2,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("rolle", "venter", "hers", "word"),
    [
        (Rolle.FAGLIG_ANSVARLIG, "Faglig ansvarlig", True, "Deg"),
        (Rolle.FAGLIG_ANSVARLIG, "Faglig ansvarlig", False, ""),
        (Rolle.STATSADVOKAT, "Statsadvokat", True, "Dere"),
        (Rolle.STATSADVOKAT, "Faglig ansvarlig", True, ""),
        (Rolle.NK_LEDER, "Nasjonal koordineringsenhet", False, "Dere"),
    ],
)
def test_what_waits_for_the_viewer_says_so(
    rolle: Rolle, venter: str, hers: bool, word: str
) -> None:
    somebody = eksempel.hvem("Astrid Lie")
    assert somebody.id is not None
    row = replace(MORGEN[1], venter_paa=ROLLENAVN_AV[venter], hos=somebody)
    meg = {somebody.id} if hers else set()
    (group,) = rader.groups(liste([row]), rolle, "nb", meg)
    assert group.rader[0].egen == word
    shown = picture(liste([row]), Listefilter(), rolle, NO_BODIES, NOW, "nb", 100, meg)
    assert shown.egne is not None
    assert shown.egne.antall == bool(word)
    assert shown.egne.adresse == f"?venter={rader.waits_as(rolle)}"
    chosen = Listefilter(venter="rhf")
    narrowed = picture(liste([row]), chosen, rolle, NO_BODIES, NOW, "nb", 100, meg)
    assert narrowed.egne is None


def test_a_date_that_a_lawyer_must_settle_leads_to_its_reasoning_and_not_to_a_form() -> None:
    row = replace(MORGEN[5], status="maa_avgjoeres", neste_steg=Text("Avgjør", "Avgjer"))
    shown = one(row, Rolle.STATSADVOKAT)
    assert shown.steg == "Avgjør"
    assert shown.stegadresse.endswith(f"#{row.anker}")
    running = one(replace(row, status="loeper"), Rolle.STATSADVOKAT)
    assert "/hendelser/ny/opprettholdelse_underskrevet/" in running.stegadresse


def test_only_a_list_where_nothing_waits_at_all_is_without_its_numbers() -> None:
    empty = replace(liste(()), senere=0)
    for found, chosen, quiet in (
        (empty, Listefilter(), True),
        (replace(empty, senere=1), Listefilter(), False),
        (empty, Listefilter(venter="rhf"), False),
        (liste(), Listefilter(), False),
    ):
        shown = picture(found, chosen, Rolle.POLITI, NO_BODIES, NOW, "nb", 100)
        assert shown.stille is quiet


@pytest.mark.parametrize(
    ("rolle", "pages"),
    [
        (Rolle.POLITI, ["/saker/", "/fristberegner/", "/regelverk/"]),
        (Rolle.REVISOR, ["/fristberegner/", "/regelverk/"]),
    ],
)
def test_whom_nothing_waits_for_is_told_what_there_is_to_do(rolle: Rolle, pages: list[str]) -> None:
    told = nothing(rolle)
    assert [thing.adresse for thing in told.gjoeremaal] == pages
    assert told.kommer.nb != nothing(Rolle.RHF).kommer.nb
