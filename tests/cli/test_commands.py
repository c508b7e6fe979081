"""The smaller commands, the help, and how the program ends."""

import argparse
import ast
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from samvern import __version__
from samvern.cli import fremdrift, krav, parser, server
from samvern.engine import keyring
from samvern.law.book import all_rules
from tests.cli.conftest import Run

SAMVERN = Path(sys.executable).with_name("samvern")
GOOD_ENVIRONMENT = {
    "SAMVERN_MILJOE": "produksjon",
    "SAMVERN_SECRET_KEY": "en-lang-og-tilfeldig-streng-0123456789-abcdefghij-ÆØÅ",
    "SAMVERN_ALLOWED_HOSTS": "samvern.example.no",
    keyring.VARIABLE: json.dumps(keyring.new_ring()),
}


def test_kalenderen_som_data(samvern: Run) -> None:
    data = samvern("kalender", "2026", "--json").data()
    assert data["helligdager"][1] == {
        "dato": "2026-04-02",
        "ukedag": "torsdag",
        "navn": "skjærtorsdag",
    }
    assert len(data["helligdager"]) == 12
    assert sum(data["virkedager"].values()) == 253
    assert data["virkedager"]["2026-05"] == 18
    assert data["stengt_kontor"] == ["2026-12-24", "2026-12-31"]
    assert samvern("kalender", "2022", "--json").data()["stengt_kontor"] == []


def test_kalenderen_som_tekst(samvern: Run) -> None:
    ran = samvern("kalender", "2026")
    out = ran.out.replace("\u00a0", " ")
    assert ran.code == 0
    assert "torsdag  2. april 2026      skjærtorsdag" in out
    assert "24. desember 2026 er torsdag. Det er ikke helligdag" in out
    weekend = samvern("kalender", "2022", "--maalform", "nn").out.replace("\u00a0", " ")
    assert "24. desember 2022 er laurdag, og dermed fridag." in weekend


@pytest.mark.parametrize("year", ["1989", "2101", "-5", "0", "99999999999"])
def test_kalenderen_har_grenser(samvern: Run, year: str) -> None:
    ran = samvern("kalender", "--", year)
    assert (ran.code, ran.out) == (2, "")
    assert "1990" in ran.err


def test_en_regel_som_tekst_paa_begge_maalformer(samvern: Run) -> None:
    nb = samvern("regel", "f-12")
    assert nb.code == 0
    for words in ("F-12 Treårsfristen", "Hjemler", "Slik regnes datoen", "Regneregler", "R6:"):
        assert words in nb.out
    assert "Heimlar" in samvern("regel", "F-12", "--maalform", "nn").out


@pytest.mark.parametrize("rule", all_rules(), ids=lambda rule: rule.id)
@pytest.mark.parametrize("maalform", ["nb", "nn"])
def test_hver_regel_har_en_side(samvern: Run, rule: Any, maalform: str) -> None:
    ran = samvern("regel", rule.id, "--maalform", maalform)
    assert ran.code == 0
    assert ran.out.startswith(f"{rule.id} {rule.navn.lang(maalform)}\n")
    assert "None" not in ran.out
    data = samvern("regel", rule.id, "--json").data()
    assert (data["regel"], data["navn"]) == (rule.id, rule.navn.nb)


def test_listen_over_regler(samvern: Run) -> None:
    ran = samvern("regel")
    assert len(ran.out.splitlines()) == len(all_rules())
    assert "IV-1" in ran.out
    assert "(avslått)" in ran.out
    data = samvern("regel", "--json").data()
    assert [rule["regel"] for rule in data["regler"]] == [rule.id for rule in all_rules()]


def test_ukjent_regel(samvern: Run) -> None:
    ran = samvern("regel", "F-99")
    assert (ran.code, ran.out) == (2, "")
    assert "F-99 finnes ikke" in ran.err


def test_hvert_krav_i_reglene_har_en_proeve(samvern: Run) -> None:
    ran = samvern("krav", "--json")
    assert ran.data()["uten_proeve"] == {}
    assert ran.code == 0
    assert "tests/cli/test_frister.py::test_en_sak_gir_ett_svar" in ran.data()["krav"]["N-13.1"]


def test_krav_uten_proeve_sies_og_gir_kode_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tests").mkdir()
    text = '@pytest.mark.krav("F-12")\ndef test_a(): ...\n'
    (tmp_path / "tests" / "test_x.py").write_text(text, encoding="utf-8")
    assert krav.run(argparse.Namespace(json=False), tmp_path) == 1
    out = capsys.readouterr().out
    assert out.startswith("F-12\n  tests/test_x.py::test_a\n\n1 krav har prøver.\n")
    assert "Uten prøve: F-10 (F-10)" in out
    assert "Uten prøve: F-12" not in out


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"SAMVERN_MILJOE": "utvikling"}, ["SAMVERN_MILJOE"]),
        ({"SAMVERN_DEBUG": "1", "SAMVERN_DEMO": "1"}, ["SAMVERN_DEBUG", "SAMVERN_DEMO"]),
        ({"SAMVERN_SECRET_KEY": ""}, ["SAMVERN_SECRET_KEY"]),
        ({"SAMVERN_NOEKLER": ""}, ["SAMVERN_NOEKLER"]),
    ],
)
def test_serveren_nekter_med_alle_grunner(
    changes: dict[str, str], words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = argparse.Namespace(adresse="127.0.0.1:8000", prosesser=0)
    assert server.run(arguments, GOOD_ENVIRONMENT | changes) == 2
    err = capsys.readouterr().err
    assert err.startswith("Samvern starter ikke:\n")
    assert [word for word in (*words, "--prosesser") if word not in err] == []


def test_serveren_blir_gunicorn(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GUNICORN_CMD_ARGS", "--access-logfile -")
    monkeypatch.setenv("SAMVERN_VAR", "v")
    monkeypatch.setenv("SAMVERN_NOEKLER", "noekler.json")
    prepared: list[str] = []
    became: list[list[str]] = []

    def execv(program: str, words: list[str]) -> None:
        assert program == sys.executable
        became.append(words)
        raise SystemExit

    monkeypatch.setattr(server, "_prepare", lambda: prepared.append("ja"))
    monkeypatch.setattr(os, "execv", execv)
    with pytest.raises(SystemExit):
        server.run(argparse.Namespace(adresse="[::]:80", prosesser=3), GOOD_ENVIRONMENT)
    assert prepared == ["ja"]
    (words,) = became
    assert words[1:6] == ["-P", "-m", "gunicorn", "--config", "python:samvern.web.tjener"]
    assert words[-1] == "samvern.web.wsgi:application"
    assert words[words.index("--bind") + 1] == "[::]:80"
    assert words[words.index("--workers") + 1] == "3"
    assert "GUNICORN_CMD_ARGS" not in os.environ
    assert os.environ["SAMVERN_VAR"] == str(tmp_path / "v")
    assert os.environ["SAMVERN_NOEKLER"] == str(tmp_path / "noekler.json")
    assert Path.cwd() == Path(parser.__file__).parent.parent.parent


def test_en_sokkel_faar_hele_stien(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    words = server.command(argparse.Namespace(adresse="unix:s.sock", prosesser=1))
    assert words[words.index("--bind") + 1] == f"unix:{tmp_path / 's.sock'}"


def test_versjonen(samvern: Run) -> None:
    assert samvern("--version").out == f"samvern {__version__}\n"


def test_uten_kommando_vises_hjelpen(samvern: Run) -> None:
    ran = samvern()
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Bruk: samvern")


@pytest.mark.parametrize("command", ["frister", "kalender", "regel", "krav", "server"])
def test_hjelpen_er_paa_norsk(samvern: Run, command: str) -> None:
    ran = samvern(command, "--help")
    assert ran.code == 0
    assert ran.out.startswith(f"Bruk: samvern {command}")
    for english in ("usage", "options", "positional", "show", "help message", "default"):
        assert english not in ran.out


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("flis",), "finnes ikke. Velg én av"),
        (("kalender",), "dette mangler: ÅR"),
        (("kalender", "x"), "ÅR: ugyldig verdi: 'x'"),
        (("frister", "a", "b"), "ukjent: b"),
        (("frister", "a", "--forklar"), "her må det stå én verdi"),
        (("frister", "a", "--json=1"), "tar ingen verdi"),
        (("frister", "a", "--json", "--forklar", "F-12"), "kan ikke brukes sammen med"),
        (("regel", "--maalform", "en"), "finnes ikke. Velg én av"),
    ],
)
def test_feil_bruk_sies_paa_norsk(samvern: Run, words: tuple[str, ...], message: str) -> None:
    ran = samvern(*words)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_alt_argparse_kan_si_er_oversatt() -> None:
    """What only a programming fault, a file type or a deprecation can cause is left out."""
    for_programmers = {
        *("conflicting", "cannot", ".__call__", "'required'", "mutually", "invalid option string"),
        *("dest=", "invalid conflict", "unknown parser", "%r is not callable", "can't open"),
        *('argument "-"', "option '", "argument '", "command '"),
    }
    said = {
        argument.value
        for node in ast.walk(ast.parse(Path(argparse.__file__).read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        if node.func.id in ("_", "ngettext")
        for argument in node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }
    untranslated = said - set(parser._WORDS)
    assert {s for s in untranslated if not s.startswith(tuple(for_programmers))} == set()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_fremdrift_vises_bare_for_folk_og_bare_naar_det_tar_tid(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert list(fremdrift.follow([1, 2, 3], "Regner")) == [1, 2, 3]
    assert terminal.getvalue() == ""
    monkeypatch.setattr(fremdrift, "PATIENCE", -1.0)
    assert list(fremdrift.follow([1, 2, 3], "Regner")) == [1, 2, 3]
    assert list(fremdrift.follow([1], "Regner")) == [1]
    assert "Regner" in terminal.getvalue()
    quiet = io.StringIO()
    monkeypatch.setattr(sys, "stderr", quiet)
    assert list(fremdrift.follow(iter("ab"), "Regner")) == ["a", "b"]
    assert quiet.getvalue() == ""


@pytest.mark.slow
def test_et_brutt_roer_er_stille(tmp_path: Path) -> None:
    case = {"type": "tph", "hendelser": [], "per_dato": "2025-01-02"}
    path = tmp_path / "saker.json"
    path.write_text(json.dumps([case] * 5000), encoding="utf-8")
    with subprocess.Popen(
        [SAMVERN, "frister", path, "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 1


@pytest.mark.slow
def test_datoene_lastes_uten_rammeverk_og_skjerm() -> None:
    """`--json` is what programs call; Django and rich would double its time."""
    program = (
        "import sys; from samvern.cli import main; code = main(['frister', '-', '--json']); "
        "sys.exit(code or any(m in sys.modules for m in ('django', 'rich')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], input=b"[]", capture_output=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"[]\n", b"")
