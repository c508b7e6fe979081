"""A prosecutor at the calculator: from an empty page to the dates, the reasons and a «what if»."""

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.journeys.fane import Lend, context_of
from tests.journeys.test_axe import look_everywhere

Step = tuple[str, str, dict[str, str]]
CASE: tuple[Step, ...] = (
    ("Dom rettskraftig", "5.10.2026", {"art": "overfoeringsdom"}),
    ("Innlagt", "051026", {}),
    ("Helseopplysningsskjema sendt", "22. okt 2026", {}),
    ("Vedtak om overføring", "30.11.2026", {"retning": "mildere"}),
    ("Vedtak mottatt", "30.11.2026", {"part": "domfelt"}),
    ("Vedtak mottatt", "2.12.2026", {"part": "paaroerende"}),
    ("Vedtak mottatt", "4.12.2026", {"part": "paatale"}),
)


def choose(page: Page, field: str, value: str) -> None:
    """Choose by value, whether the field is a list or radio buttons."""
    chooser = page.locator(f"#felt_{field}")
    if chooser.evaluate("e => e.tagName") == "SELECT":
        chooser.select_option(value)
    else:
        page.locator(f'input[name="felt_{field}"][value="{value}"]').check()


def write(page: Page, name: str, day: str, chosen: dict[str, str], button: str) -> None:
    """Choose an event type and fill in its form."""
    page.locator(".fb-type b", has_text=name).get_by_text(name, exact=True).click()
    expect(page.locator("#skjema-tittel")).to_contain_text(name)
    page.locator("#felt_dato").fill(day)
    for field, value in chosen.items():
        choose(page, field, value)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator("#skjema-tittel")).to_have_count(0)


def start(page: Page) -> None:
    page.goto("/fristberegner/")
    page.get_by_label("Tidsubestemt dom").check()
    page.get_by_label("Regnet for").fill("11.12.2026")
    page.get_by_role("button", name="Start").click()
    expect(page.get_by_text("Legg inn dommen, så kommer fristene.")).to_be_visible()


@pytest.mark.krav("F-12", "F-20", "F-21", "N-13.1")
@pytest.mark.parametrize("script", [True, False], ids=["with scripts", "without scripts"])
def test_a_prosecutor_reads_the_dates_and_tries_what_if(new_tab: Lend, script: bool) -> None:
    page = new_tab(script=script)
    start(page)
    for i, (name, day, chosen) in enumerate(CASE):
        if i:
            page.get_by_role("button", name="Legg til hendelse").click()
            expect(page.locator("#velg-tittel")).to_have_text("Hva har skjedd?")
        write(page, name, day, chosen, "Legg til")
    rows = page.locator("details.sv-frist")
    transfer = rows.filter(has_text="Tidligste gjennomføring")
    expect(transfer.locator("summary")).to_contain_text("Tirsdag")
    expect(transfer.locator("summary")).to_contain_text("29. des. 2026")
    complaint = rows.filter(has_text="Klagefrist, overføring, påtalemyndigheten")
    expect(complaint.locator("summary")).to_contain_text("1. juledag")
    complaint.locator("summary").click()
    expect(complaint.get_by_text("Slik er datoen regnet")).to_be_visible()
    expect(complaint.get_by_role("link", name="fvl § 29 første ledd").first).to_be_visible()

    page.get_by_role("button", name="Prøv «hva om»").click()
    write(page, "Vedtak godtatt", "10.12.2026", {"part": "paatale"}, "Prøv")
    heading = page.locator("#hvaom-tittel")
    expect(heading).to_have_text("Overføringen kan skje fem dager tidligere")
    expect(page.get_by_role("cell", name="Torsdag 24. desember 2026")).to_be_visible()
    expect(page.locator(".fb-hendelser .sv-hvaom")).to_contain_text("Bare en prøve")
    page.locator(".fb-hendelser").get_by_role("button", name="Behold").click()
    expect(heading).to_have_count(0)
    expect(transfer.locator("summary")).to_contain_text("24. des. 2026")


def test_faults_get_focus_and_the_typed_text_stays(new_tab: Lend) -> None:
    page = new_tab()
    start(page)
    page.locator(".fb-type b", has_text="Dom rettskraftig").click()
    page.locator("#felt_dato").fill("31.11.2026")
    page.get_by_role("button", name="Legg til", exact=True).click()
    expect(page.locator(".sv-feilliste")).to_be_focused()
    expect(page.locator(".sv-feilliste li")).to_have_count(2)
    expect(page.locator("#felt_dato")).to_have_value("31.11.2026")
    page.locator(".sv-feilliste a").first.click()
    expect(page.locator("#felt_dato")).to_be_focused()
    look_everywhere(page)


def test_the_form_works_with_the_keyboard_alone(new_tab: Lend) -> None:
    page = new_tab()
    start(page)
    page.locator(".fb-type", has_text="Dom rettskraftig").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#skjema-tittel")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.type("061226")
    page.keyboard.press("Tab")
    expect(page.locator("#felt_dato-lest")).to_have_text("søndag 6. desember 2026")
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".fb-hendelser")).to_contain_text("Dom rettskraftig")


@pytest.mark.parametrize("name", ["seks_aar", "uten_dom"])
def test_the_filled_page_has_no_violation(new_tab: Lend, name: str) -> None:
    page = new_tab()
    page.goto("/fristberegner/")
    page.locator(f'button[value="eksempel:{name}"]').click()
    expect(page.locator("#frister")).to_be_visible()
    for summary in page.locator("summary:visible").all()[:6]:
        summary.click()
    look_everywhere(page)


def test_what_if_has_no_violation(new_tab: Lend) -> None:
    page = new_tab()
    page.goto("/fristberegner/")
    page.locator('button[value="eksempel:overfoering"]').click()
    page.get_by_role("button", name="Prøv «hva om»").click()
    look_everywhere(page)
    write(page, "Vedtak godtatt", "10.12.2026", {"part": "paatale"}, "Prøv")
    page.locator("details.fb-avsluttet summary").first.click()
    look_everywhere(page)


def test_see_why_opens_the_reasoning_and_paper_has_it_all(new_tab: Lend) -> None:
    page = new_tab()
    page.goto("/fristberegner/")
    page.locator('button[value="eksempel:seks_aar"]').click()
    page.get_by_role("link", name="Se hvorfor").click()
    expect(page.get_by_text("Tre datoer å skille mellom")).to_be_visible()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    closed = page.locator("details.sv-frist[data-skriv]:not([open])")
    expect(closed).to_have_count(0)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.locator('button[value="skriv_ut"]').click()
    expect(page.get_by_text("Siden er klar for utskrift")).to_be_visible()
    expect(closed).to_have_count(0)


def test_language_and_colours_without_scripts_keep_the_case(new_tab: Lend) -> None:
    page = new_tab(script=False)
    page.goto("/fristberegner/")
    page.locator('button[value="eksempel:overfoering"]').click()
    page.get_by_role("button", name="Nynorsk").click()
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    expect(page.locator("#frister-tittel")).to_have_text("Fristar")
    page.get_by_role("button", name="Mørk").click()
    expect(page.locator("html")).to_have_attribute("data-color-scheme", "dark")
    expect(page.locator("details.sv-frist")).to_have_count(14)


@pytest.mark.parametrize("script", [True, False])
def test_language_and_colours_keep_what_is_being_typed(new_tab: Lend, script: bool) -> None:
    page = new_tab(script=script)
    page.goto("/fristberegner/")
    page.locator('button[value="eksempel:overfoering"]').click()
    page.locator('button[value="legg_til"]').click()
    page.locator('button[value="velg:helseopplysningsskjema_sendt"]').click()
    page.locator("#felt_dato").fill("31.2.20")
    page.get_by_role("button", name="Mørk").click()
    expect(page.locator("html")).to_have_attribute("data-color-scheme", "dark")
    expect(page.locator("#felt_dato")).to_have_value("31.2.20")
    page.get_by_role("button", name="Nynorsk").click()
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    expect(page.locator("#felt_dato")).to_have_value("31.2.20")
    page.locator("#felt_dato").fill("2.3.2026")
    page.locator('button[value="lagre_hendelse"]').click()
    expect(page.locator("#melding")).to_contain_text("Lagt inn:")


def test_on_a_phone_the_page_goes_to_the_message(new_tab: Lend) -> None:
    page = new_tab()
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto("/fristberegner/")
    page.locator('button[value="eksempel:overfoering"]').click()
    message = page.locator("#melding")
    expect(message).to_be_focused()
    expect(message).to_be_in_viewport()
    page.locator('button[value="fjern:6"]').click()
    expect(message).to_contain_text("Fjernet:")
    expect(message).to_be_focused()
    expect(message).to_be_in_viewport()


def test_leaving_asks_first_but_the_pages_own_buttons_do_not(
    browser: Browser, live_server: LiveServer
) -> None:
    context = context_of(browser, live_server.url)
    page = context.new_page()
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    page.goto("/fristberegner/")
    page.locator('button[value="eksempel:seks_aar"]').click()
    expect(page.locator("#melding")).to_be_focused()
    page.locator('button[value="skriv_ut"]').click()
    expect(page.locator("#utskrift")).to_be_focused()
    page.get_by_role("button", name="Nynorsk").click()
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    assert asked == []
    page.wait_for_timeout(3200)
    page.locator("header a").first.click(no_wait_after=True)
    for _ in range(600):
        if asked:
            break
        page.wait_for_timeout(100)
    assert asked == ["beforeunload"]
    expect(page.locator("#frister")).to_be_visible()
    context.close()
