"""The settings as production loads them, in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.test_environment import GOOD

ROOT = Path(__file__).resolve().parent.parent.parent
ASK = """
import django
django.setup()
from django.conf import settings as s
from django.core.management import call_command
call_command("collectstatic", interactive=False, verbosity=0)
from django.test import Client
plain = Client(headers={"host": "samvern.example.no"})
assert plain.get("/om/").status_code == 301
page = plain.get("/om/", secure=True)
html = page.content.decode()
assert page.status_code == 200, page.status_code
assert "max-age=31536000" in page["Strict-Transport-Security"]
cookie = page.cookies["csrftoken"]
assert cookie["secure"] and cookie["httponly"] and cookie["samesite"] == "Strict"
chosen = plain.post("/innstillinger/maalform", {"maalform": "nn"}, secure=True)
assert chosen.cookies["maalform"]["secure"]
assert "samvern/base.css" not in html and "samvern/base." in html
wrong_host = plain.get("/om/", secure=True, headers={"host": "other.example"})
assert wrong_host.status_code == 400
for answer in (wrong_host, plain.get("/om/"), page):
    assert "default-src 'none'" in answer["Content-Security-Policy"], answer
    assert answer["X-Frame-Options"] == "DENY"
    assert "camera=()" in answer["Permissions-Policy"]
    assert answer["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer["Cache-Control"] == "private, no-cache"
assert not s.DEBUG and not s.WHITENOISE_USE_FINDERS
print("ok")
"""


def run(var: Path, change: dict[str, str]) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SAMVERN_")}
    env = kept | GOOD | {"DJANGO_SETTINGS_MODULE": "samvern.web.settings", "SAMVERN_VAR": str(var)}
    return subprocess.run(
        [sys.executable, "-c", ASK],
        env=env | change,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_is_strict_and_serves_hashed_files(tmp_path: Path) -> None:
    result = run(tmp_path, {})
    assert result.stdout.strip().endswith("ok"), result.stderr
    assert list((tmp_path / "static" / "samvern").glob("base.*.css"))


@pytest.mark.parametrize(
    "change",
    [{"SAMVERN_DEBUG": "1"}, {"SAMVERN_DEMO": "1"}, {"SAMVERN_SECRET_KEY": ""},
     {"SAMVERN_MILJOE": "prod"}, {"SAMVERN_NOEKLER": ""}],
)  # fmt: skip
def test_the_settings_refuse_to_load(tmp_path: Path, change: dict[str, str]) -> None:
    result = run(tmp_path, change)
    assert result.returncode != 0
    assert "ImproperlyConfigured" in result.stderr
