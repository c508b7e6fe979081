"""The environment: what development allows and production refuses."""

import json
from pathlib import Path

import pytest

from samvern.engine import keyring
from samvern.engine.environment import (
    DEFAULT_KEY,
    database,
    flag,
    hosts,
    is_production,
    production_faults,
    secret_key,
)

VAR = Path("/var/x")
KEY = "b7Qz-4tLw9_pXe2Rk8VnYcHs6Ja1MdGf3UoTi5EbPqZx0WlKyNvSrC"
GOOD = {
    "SAMVERN_MILJOE": "produksjon",
    "SAMVERN_SECRET_KEY": KEY,
    "SAMVERN_ALLOWED_HOSTS": "samvern.example.no",
    keyring.VARIABLE: json.dumps(keyring.new_ring()),
}


def test_a_good_production_environment_has_no_faults() -> None:
    assert production_faults(GOOD) == []


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"SAMVERN_DEBUG": "1"}, "SAMVERN_DEBUG"),
        ({"SAMVERN_DEBUG": "kanskje"}, "SAMVERN_DEBUG"),
        ({"SAMVERN_DEMO": "ja"}, "SAMVERN_DEMO"),
        ({"SAMVERN_KLOKKE": "2026-11-02T09:00:00+01:00"}, "SAMVERN_KLOKKE"),
        ({"SAMVERN_NOEKLER": ""}, "SAMVERN_NOEKLER"),
        ({"SAMVERN_NOEKLER": "/finnes/ikke.json"}, "SAMVERN_NOEKLER"),
        ({"SAMVERN_NOEKLER": "{}"}, "Nøkkelringen"),
        ({"SAMVERN_SECRET_KEY": ""}, "SAMVERN_SECRET_KEY"),
        ({"SAMVERN_SECRET_KEY": DEFAULT_KEY}, "SAMVERN_SECRET_KEY"),
        ({"SAMVERN_SECRET_KEY": "kort"}, "for svak"),
        ({"SAMVERN_SECRET_KEY": "ab" * 40}, "for svak"),
        ({"SAMVERN_SECRET_KEY": " " * 60}, "mangler"),
        ({"SAMVERN_SECRET_KEY": f" {DEFAULT_KEY}\n"}, "mangler"),
        ({"SAMVERN_SECRET_KEY": f"x{DEFAULT_KEY}y"}, "mangler"),
        ({"SAMVERN_SECRET_KEY": KEY[:40] + " " * 20}, "for svak"),
        ({"SAMVERN_SECRET_KEY": f"django-insecure-{KEY}"}, "for svak"),
        ({"SAMVERN_SECRET_KEY": KEY[:25] * 3}, "for svak"),
        ({"SAMVERN_SECRET_KEY": KEY[:25] * 2 + KEY[:9]}, "for svak"),
        ({"SAMVERN_SECRET_KEY": "abcdefghijklmnopqrs" + "s" * 60}, "for svak"),
        ({"SAMVERN_ALLOWED_HOSTS": ""}, "SAMVERN_ALLOWED_HOSTS"),
        ({"SAMVERN_ALLOWED_HOSTS": " , ,"}, "SAMVERN_ALLOWED_HOSTS mangler"),
        *(
            ({"SAMVERN_ALLOWED_HOSTS": f"a.no,{host}"}, ascii(host)[:60])
            for host in (
                *(".example.no", ".", "a.no.", "a..no", "a.no:443", "https://a.no", "a no", "a_b"),
                *("-a.no", "[::1", "[x]", "[::1]:80", "::1", "blåbær.no", "a.no/", "a." + "x" * 64),
            )
        ),
        ({"SAMVERN_ALLOWED_HOSTS": "*"}, "jokertegn"),
        ({"SAMVERN_MILJOE": "utvikling"}, "SAMVERN_MILJOE"),
        ({"SAMVERN_MILJOE": "prod"}, "SAMVERN_MILJOE"),
        ({"SAMVERN_DATABASE_URL": "mysql://x/y"}, "SAMVERN_DATABASE_URL"),
        *(
            ({"SAMVERN_DATABASE_URL": address}, "SAMVERN_DATABASE_URL")
            for address in (
                *("sqlite:///:memory:", "sqlite:///a.sqlite3", "sqlite:///%20", "sqlite:///"),
                *("sqlite:////srv/a%00b", "sqlite:////srv/", "sqlite://srv/a", "sqlite:///file:x"),
                *("postgresql://u@h/", "postgresql://u@h/%20", "postgresql://u@h/a%00"),
            )
        ),
    ],
)
def test_production_refuses(change: dict[str, str], part: str) -> None:
    faults = production_faults(GOOD | change)
    assert len(faults) == 1
    assert part in faults[0]


@pytest.mark.parametrize(
    "change",
    [
        {"SAMVERN_SECRET_KEY": f"  {KEY}\n"},
        {"SAMVERN_ALLOWED_HOSTS": "A.no, b-2.example.no ,localhost,127.0.0.1,[::1],"},
        {"SAMVERN_DATABASE_URL": "sqlite:////srv/samvern%20a/a.sqlite3"},
        {"SAMVERN_DATABASE_URL": "postgresql://u@/samvern?host=/sokkel&port=5432"},
    ],
)
def test_production_allows(change: dict[str, str]) -> None:
    assert production_faults(GOOD | change) == []


def test_the_key_is_used_without_blanks_around_it() -> None:
    assert secret_key({"SAMVERN_SECRET_KEY": f"  {KEY}\n"}) == KEY
    assert secret_key({"SAMVERN_SECRET_KEY": " "}) == DEFAULT_KEY


def test_all_faults_come_at_once_and_never_show_the_key() -> None:
    faults = production_faults({"SAMVERN_DEBUG": "1", "SAMVERN_DEMO": "1"})
    assert len(faults) == 6
    assert not any(
        "hunter2" in f for f in production_faults(GOOD | {"SAMVERN_SECRET_KEY": "hunter2"})
    )


def test_flags_fail_closed() -> None:
    assert flag({}, "X") is False
    assert flag({"X": "1"}, "X") is True
    with pytest.raises(ValueError, match="X skal være"):
        flag({"X": "2"}, "X")
    with pytest.raises(ValueError, match="SAMVERN_MILJOE"):
        is_production({"SAMVERN_MILJOE": "staging"})


def test_hosts() -> None:
    assert hosts({}) == ["127.0.0.1", "localhost", "[::1]"]
    assert hosts({"SAMVERN_ALLOWED_HOSTS": "a.no, b.no,"}) == ["a.no", "b.no"]


def test_sqlite_is_the_default_and_safe() -> None:
    settings = database({}, VAR)
    options = settings["OPTIONS"]
    assert settings["NAME"] == "/var/x/samvern.sqlite3"
    assert isinstance(options, dict)
    assert options["transaction_mode"] == "IMMEDIATE"
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        assert pragma in options["init_command"]


def test_database_addresses() -> None:
    assert database({"SAMVERN_DATABASE_URL": "sqlite:////srv/a.sqlite3"}, VAR)["NAME"] == (
        "/srv/a.sqlite3"
    )
    server = database(
        {"SAMVERN_DATABASE_URL": "postgresql://u%40x:p%2Fw@db.example:5433/sv?sslmode=require"}, VAR
    )
    assert server["USER"] == "u@x"
    assert server["PASSWORD"] == "p/w"
    assert (server["HOST"], server["PORT"], server["NAME"]) == ("db.example", "5433", "sv")
    assert server["OPTIONS"] == {"sslmode": "require"}


@pytest.mark.parametrize(
    "address", ["postgresql://u:secret@h", "mysql://u:secret@h/x", "x", "postgres://u:secret@h:a/b"]
)
def test_a_bad_database_address_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(ValueError, match="SAMVERN_DATABASE_URL") as caught:
        database({"SAMVERN_DATABASE_URL": address}, VAR)
    assert "secret" not in str(caught.value)
