"""`samvern sak`: the case today, as it was and as it was known; what it never says, and the log."""

import json
from typing import Any

import pytest

from samvern.cli import main
from samvern.engine import audit, clock
from tests.apps.brukere.personer import person
from tests.apps.saker.verden import PERSON, Verden, dom, foer, hendelse, ny_sak, rettskraft
from tests.web.arbeidsliste.logg import antall, siste

Out = pytest.CaptureFixture[str]
SECRET = "Ringte fra det hemmelige stedet."


@pytest.fixture
def saksnr(verden: Verden, monkeypatch: pytest.MonkeyPatch) -> str:
    """Recorded at three moments: the judgment in 2024, an admission a year later, told late."""
    with monkeypatch.context() as then:
        then.setenv(clock.VARIABLE, "2024-02-01T09:00:00+01:00")
        made = ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-04"))
    with monkeypatch.context() as later:
        later.setenv(clock.VARIABLE, "2025-05-01T09:00:00+02:00")
        place = {"institusjon": str(verden.institusjon), "oppholdsform": "doegn"}
        foer(verden.silje, made.sak, hendelse("innleggelse", "2024-03-01", SECRET, **place))
    return made.saksnr


def told(capsys: Out, *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["sak", *words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def types(answer: dict[str, Any]) -> list[str]:
    return sorted(one["type"] for one in answer["hendelser"] if one["gjelder"])


@pytest.mark.krav("TR-L1")
def test_today_as_it_was_and_as_it_was_known(saksnr: str, capsys: Out) -> None:
    today = told(capsys, saksnr)
    assert types(today) == ["dom_avsagt", "dom_rettskraftig", "innleggelse"]
    assert (today["per_dato"], today["som_kjent"]) == ("2026-11-23", None)
    assert today["plasseringer"][-1]["fra"] == "2024-03-01"
    was = told(capsys, saksnr, "--paa", "2024-02-15")
    assert was["per_dato"] == "2024-02-15"
    assert was["plasseringer"] == []
    known = told(capsys, saksnr, "--paa", "2024-06-01", "--som-kjent", "2024-06-01")
    assert types(known) == ["dom_avsagt", "dom_rettskraftig"]
    assert known["som_kjent"].startswith("2024-06-01T23:59:59")
    assert told(capsys, saksnr, "--paa", "2024-06-01")["plasseringer"] != []


@pytest.mark.krav("TR-L1", "TR-A4")
@pytest.mark.parametrize("more", [[], ["--json"], ["--maalform", "nn"], ["--paa", "2025-06-01"]])
def test_neither_name_nor_free_text_and_the_log_says_what_was_shown(
    saksnr: str, verden: Verden, capsys: Out, more: list[str]
) -> None:
    assert main(["sak", saksnr.lower(), *more]) == 0
    out = capsys.readouterr().out
    assert saksnr in out
    for hidden in (PERSON["etternavn"], SECRET):
        assert hidden not in out
    entry = siste()
    assert (entry["handling"], entry["bruker"]) == ("sak.vist_kommandolinje", str(verden.nk.id))
    assert len(entry["saker"]) == 1
    assert {"frister", "plassering", "status"} <= set(entry["lest"])
    assert not {"person.navn", "hendelse.merknad", "hendelse.kilde_ref"} & set(entry["lest"])


def test_the_table_is_readable(saksnr: str, capsys: Out) -> None:
    assert main(["sak", saksnr, "--som-kjent", "2025-06-01"]) == 0
    out = capsys.readouterr().out
    assert "slik vi kjente den ved utgangen av søndag 1.\u00a0juni\u00a02025" in out
    for words in ("F-12", "Hendelser", "Opphold", "Døgnopphold", "Deltakere"):
        assert words in out


@pytest.mark.krav("TR-A1", "TR-A3")
def test_hidden_missing_and_not_yet_are_answered_alike_and_logged(
    saksnr: str, verden: Verden, capsys: Out
) -> None:
    person(navn="Sara Dahl")
    stranger = ["--bruker", verden.fa.brukernavn]
    answers = set()
    for words in (
        [saksnr, *stranger],
        ["S-2019-0404", *stranger],
        [saksnr, "--bruker", verden.nk.brukernavn, "--som-kjent", "2023-12-24"],
    ):
        before = audit.head().nr
        assert main(["sak", *words]) == 1
        said = capsys.readouterr()
        assert said.out == ""
        answers.add(said.err)
        assert audit.head().nr == before + 1
        assert siste()["lest"] == ["treff.ingen"]
    assert len(answers) == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["01817012345"], "aldri stå i en kommando"),
        (["S-26-1"], "Skriv saksnummeret"),
        (["S-2026-0001", "--paa", "1.3.2026"], "--paa skal være en dato"),
        (["S-2026-0001", "--som-kjent", "2031-01-01"], "ikke etter i dag"),
        (["S-2026-0001", "--paa", "2026-02-30", "--maalform", "nn"], "skal vere ein dato"),
        (["S-2026-0001", "--bruker", "finnes.ikke@example.no"], "Ingen aktiv bruker"),
    ],
)
def test_what_cannot_be_used_is_said_and_nothing_is_read(
    saksnr: str, capsys: Out, words: list[str], said: str
) -> None:
    before = antall()
    assert main(["sak", *words]) == 2
    answer = capsys.readouterr()
    assert said in answer.err
    assert (answer.out, antall()) == ("", before)
    assert "01817012345" not in answer.err
