"""Logging in for the first time, choosing a role, giving roles; and the demo's choice of person."""

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from samvern.apps.brukere import totp
from samvern.engine import keyring
from tests.journeys.fane import context_of
from tests.journeys.test_axe import NARROWEST, look_everywhere, no_sideways_scroll

ROOT = Path(__file__).resolve().parent.parent.parent
PASSWORD = "fire grå hester ror"
UNBROKEN = "Wolfeschlegelsteinhausenbergerdorffvoralternwarengewissenhaft"
"""A name that no line has room for; nothing may become wider than the screen because of it."""
pytestmark = pytest.mark.slow


@dataclass
class Server:
    """A running Samvern, and who can log in for the first time."""

    address: str
    brukernavn: str
    passord: str


@contextmanager
def running(folder: Path, **environment: str) -> Iterator[Server]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERN_")}
    own = {
        "SAMVERN_VAR": str(folder),
        keyring.VARIABLE: json.dumps(keyring.new_ring()),
        "DJANGO_SETTINGS_MODULE": "samvern.web.settings",
        "DJANGO_RUNSERVER_HIDE_WARNING": "true",
    }
    (folder / "static").mkdir()
    with (folder / "feil").open("wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.innloggingstjener", str(port)],
            cwd=ROOT, env=kept | own | environment,
            stdout=subprocess.PIPE, stderr=errors, text=True,
        )  # fmt: skip
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert line, (folder / "feil").read_text()
        wait_for(port)
        yield Server(f"http://127.0.0.1:{port}", **json.loads(line))
    finally:
        process.terminate()
        process.wait(timeout=120)
        if process.stdout is not None:
            process.stdout.close()


def wait_for(port: int) -> None:
    limit = time.monotonic() + 300
    while time.monotonic() < limit:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError


def new_page(browser: Browser, server: Server, width: int = 1280) -> Page:
    page = context_of(browser, server.address, width=width).new_page()
    page.on("console", lambda message: complain(message.text, message.type))
    page.on("pageerror", lambda error: complain(str(error), "error"))
    return page


def complain(text: str, kind: str) -> None:
    # A refusal is answered with its own status; the browser notes that.
    if kind in {"error", "warning"} and "Failed to load resource" not in text:
        raise AssertionError(text)


def picture(page: Page, name: str) -> None:
    """Keep a picture to look at, when a folder is given."""
    if folder := os.environ.get("SAMVERN_BILDER"):
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=f"{folder}/{name}-{width}.png", full_page=True)


def look(page: Page, name: str) -> None:
    picture(page, name)
    look_everywhere(page)
    page.set_viewport_size({"width": 1280, "height": 900})


def long_name(page: Page) -> None:
    """The frame, with the menus open, for somebody whose name is one long word."""
    page.goto("/velg-person/")
    page.get_by_role("button", name=UNBROKEN).click()
    page.goto("/hjelp/")
    for width in (1280, NARROWEST):
        page.set_viewport_size({"width": width, "height": 900})
        page.locator("header summary:visible").last.click()
        expect(page.locator("header b:visible", has_text=UNBROKEN)).not_to_have_count(0)
        no_sideways_scroll(page, width)
    page.set_viewport_size({"width": 1280, "height": 900})


@pytest.mark.krav("TR-A7", "TR-U1")
def test_the_first_log_in_and_a_morning_of_administration(browser: Browser, tmp_path: Path) -> None:
    with running(tmp_path) as server:
        page = new_page(browser, server)
        page.goto("/brukere/")
        expect(page.get_by_role("heading", name="Logg inn")).to_be_visible()
        look(page, "logg-inn")
        page.get_by_label("Brukernavn").fill(server.brukernavn)
        page.get_by_label("Passord").fill("feil passord")
        page.get_by_role("button", name="Gå videre").click()
        expect(page.get_by_role("alert")).to_contain_text("feil")
        page.get_by_label("Passord").fill(server.passord)
        page.get_by_role("button", name="Gå videre").click()
        choose_password(page)
        set_up_app(page)
        choose_role(page)
        administer(page)
        page.locator(".sv-brukermeny > summary").click()
        page.get_by_role("button", name="Logg ut").click()
        expect(page.get_by_role("heading", name="Du er logget ut")).to_be_visible()
        page.go_back()
        page.goto("/brukere/")
        expect(page.get_by_role("heading", name="Logg inn")).to_be_visible()


def choose_password(page: Page) -> None:
    page.get_by_label("Nytt passord").fill("kort")
    page.get_by_label("Det samme en gang til").fill("annet")
    page.get_by_role("button", name="Lagre passordet").click()
    expect(page.get_by_role("alert")).to_contain_text("minst 14 tegn")
    look(page, "nytt-passord")
    page.get_by_label("Nytt passord").fill(PASSWORD)
    page.get_by_label("Det samme en gang til").fill(PASSWORD)
    page.get_by_role("button", name="Lagre passordet").click()


def set_up_app(page: Page) -> None:
    expect(page.get_by_role("img", name="QR-kode")).to_be_visible()
    look(page, "kodeapp")
    secret = re.sub(r"\s", "", page.locator(".sv-hemmelig").inner_text())
    page.locator("#kode").fill(totp.code(secret, totp.counter_at(datetime.now(UTC))))
    page.get_by_role("button", name="Ta i bruk").click()
    expect(page.locator(".sv-koder li")).to_have_count(10)
    look(page, "gjenoppretting")
    page.get_by_role("link", name="Jeg har tatt vare på dem").click()


def choose_role(page: Page) -> None:
    expect(page.get_by_role("heading", name="Hvilken rolle arbeider du i nå?")).to_be_visible()
    look(page, "velg-rolle")
    page.get_by_role("button", name="Systemdrift").click()
    # The page that was asked for before logging in.
    expect(page.get_by_role("heading", name="Brukere")).to_be_visible()


def administer(page: Page) -> None:
    look(page, "brukere")
    page.locator(".sv-brukermeny > summary").click()
    picture(page, "brukermeny")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.keyboard.press("Escape")
    expect(page.locator(".sv-brukermeny__flate").first).to_be_hidden()
    page.get_by_role("link", name="Ny bruker").click()
    page.get_by_role("button", name="Registrer bruker").click()
    expect(page.get_by_role("alert")).to_contain_text("2 felt må rettes")
    look(page, "ny-bruker")
    page.get_by_label("Navn", exact=True).fill(UNBROKEN)
    page.get_by_label("Brukernavn").fill(f"{UNBROKEN.lower()[:60]}@example.no")
    page.get_by_role("button", name="Registrer bruker").click()
    expect(page.locator(".sv-hemmelig")).to_be_visible()
    look(page, "engangspassord")
    page.get_by_role("link", name="Gi en rolle").click()
    look(page, "ny-rolle")
    page.get_by_label("Rolle").select_option(label="Nasjonal koordineringsenhet")
    page.get_by_label("Virksomhet").select_option(label="Prøvevirksomhet NK")
    page.get_by_role("button", name="Gi rollen").click()
    expect(page.get_by_role("status")).to_contain_text("Rollen er gitt")
    look(page, "bruker")
    page.get_by_role("link", name=re.compile("Sett siste dag")).click()
    page.get_by_role("button", name="Lagre siste dag").click()
    expect(page.get_by_role("status")).to_contain_text("lagret")
    page.get_by_role("link", name="Steng brukeren").click()
    look(page, "steng")
    page.get_by_role("button", name="Steng").click()
    expect(page.get_by_role("status")).to_contain_text("stengt")


def test_the_demo_lets_one_be_somebody_without_scripts_too(
    browser: Browser, tmp_path: Path
) -> None:
    with running(tmp_path, SAMVERN_DEMO="1", SAMVERN_KLOKKE="2026-11-23T08:10:00+01:00") as server:
        page = new_page(browser, server)
        page.goto("/")
        page.get_by_role("link", name="Logg inn").click()
        expect(page.get_by_text("Klokken er stilt til mandag 23.")).to_be_visible()
        look(page, "velg-person")
        page.get_by_role("button", name="Silje Haugen").click()
        expect(page.locator(".sv-brukermeny")).to_contain_text("Saksbehandler")
        page.goto("/hjelp/")
        look(page, "ramme-nk")
        page.goto("/brukere/")
        expect(page.get_by_text("IKKE_TILGANG")).to_be_visible()
        look(page, "nektet")
        page.goto("/bekreft/")
        look(page, "bekreft")
        long_name(page)
        plain = context_of(browser, server.address, width=360, script=False).new_page()
        plain.goto("/velg-person/")
        plain.get_by_role("button", name="Arne Pettersen").click()
        plain.locator("summary", has_text="Meny").click()
        expect(plain.locator(".sv-mobilmeny").get_by_text("Arne Pettersen")).to_be_visible()
        if folder := os.environ.get("SAMVERN_BILDER"):
            plain.screenshot(path=f"{folder}/mobilmeny-360.png")
        plain.locator(".sv-mobilmeny").get_by_role("button", name="Logg ut").click()
        expect(plain.get_by_role("heading", name="Du er logget ut")).to_be_visible()
