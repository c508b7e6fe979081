"""Bad files: one clear fault, exit code 2, nothing on standard output, never a traceback."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from samvern.cli import jsonfil
from tests.cli.conftest import Ran, Run


def assert_refused(ran: Ran, words: str) -> None:
    assert (ran.code, ran.out) == (2, "")
    (fault,) = ran.faults()
    assert (fault["sti"], fault["kode"]) == ("", "UGYLDIG_VERDI")
    assert words in fault["melding"]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"", "Filen er tom."),
        (b"\xef\xbb\xbf \n", "Filen er tom."),
        (b"[", "ikke gyldig JSON (linje 1"),
        (b"{", "ikke gyldig JSON"),
        (b"[1,]", "ikke gyldig JSON"),
        (b'{"a": 1}\n{"b": 2}', "linje 2"),
        (b'{"type": "tph", "type": "tph"}', "«type» står to ganger"),
        (b'[{"x": {"a": 1, "b": 2, "a": 3}}]', "«a» står to ganger"),
        (b'{"\\u001b[31m": 1, "\\u001b[31m": 2}', "\\x1b[31m"),
        (b"NaN", "NaN er ikke et tall"),
        (b"[Infinity]", "Infinity er ikke et tall"),
        (b"[-Infinity]", "-Infinity er ikke et tall"),
        (b"\xff\xfe{\x00}\x00", "UTF-8"),
        (b'"\xc3"', "UTF-8"),
        (b'"\xed\xa0\x80"', "UTF-8"),
        (b"1" * 5000, "for stort"),
        (b'{"type": "\\ud800"}', "Unicode"),
        (b'{"\\uDFFF": 1}', "Unicode"),
        (b"[" * 100_000, "nivåer"),
        (b"[" * 100_000 + b"]" * 100_000, "nivåer"),
        (b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "nivåer"),
        (b"\x00", "ikke gyldig JSON"),
        (b"null", "En sak må være et JSON-objekt"),
        (b'"tph"', "En sak må være et JSON-objekt"),
        (b"1e999", "En sak må være et JSON-objekt"),
    ],
    ids=range(25),
)
def test_filer_som_nektes(frister: Run, raw: bytes, words: str) -> None:
    assert_refused(frister(raw, "--json"), words)


def test_dybden_har_en_grense(frister: Run) -> None:
    """Python's own limit depends on version and machine; ours is the same everywhere."""
    deepest = jsonfil.DEEPEST
    assert deepest == 50
    for opened, inner, closed in (("[", "", "]"), ('{"a":', "1", "}")):
        assert_refused(
            frister((opened * (deepest + 1) + inner + closed * (deepest + 1)).encode()), "nivåer"
        )
        allowed = frister((opened * deepest + inner + closed * deepest).encode())
        assert allowed.code == 2
        assert "nivåer" not in allowed.err


def test_bom_og_surrogatpar_godtas(frister: Run) -> None:
    case = b'{"type": "tph", "hendelser": [], "per_dato": "2025-01-02"}'
    assert frister(b"\xef\xbb\xbf" + case, "--json").code == 0
    event = b'{"type": "sak_brakt_inn", "dato": "2025-01-02", "id": "\\ud83d\\ude00"}'
    full = case.replace(b"[]", b"[" + event + b"]")
    assert frister(full, "--json").code == 0


def test_tegn_som_ikke_kan_vises_i_en_sti(frister: Run) -> None:
    raw = '{"type": "tph", "hendelser": [], "per_dato": "2025-01-02", "\\u202e\\n": 1}'
    ran = frister(raw.encode(), "--json")
    assert ran.code == 2
    assert [f["sti"] for f in ran.faults()] == ["\u202e\n"]


def test_fil_som_mangler_mappe_og_rettigheter(samvern: Run, tmp_path: Path) -> None:
    assert_refused(samvern("frister", tmp_path / "finnes_ikke.json"), "finnes ikke")
    assert_refused(samvern("frister", tmp_path), "mappe")
    assert_refused(samvern("frister", tmp_path / ("x" * 300)), "kan ikke leses")
    assert_refused(samvern("frister", "a\0b"), "kan ikke leses")
    assert_refused(samvern("frister", tmp_path / "sak.json" / "x"), "finnes ikke")


def test_fil_uten_lesetilgang(
    samvern: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", denied)
    assert_refused(samvern("frister", tmp_path / "sak.json"), "ikke tilgang til å lese filen")


def test_feil_slag_fil_sier_hvilken_kommando_som_passer(samvern: Run, tmp_path: Path) -> None:
    path = tmp_path / "fil.json"
    path.write_text('{"schema": "samvern-eksempler/1", "eksempler": []}', encoding="utf-8")
    assert_refused(samvern("frister", path), "Bruk «samvern frister --eksempler FIL».")
    path.write_text('{"type": "tph", "hendelser": [], "per_dato": "x"}', encoding="utf-8")
    assert_refused(samvern("frister", "--eksempler", path), "Bruk «samvern frister FIL».")
    path.write_text('{"eksempler": [], "hendelser": []}', encoding="utf-8")
    for words in (("frister", path), ("frister", "--eksempler", path)):
        assert len(samvern(*words).faults()) > 1


def test_for_stor_fil(samvern: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonfil, "LARGEST", 10_000_000)
    path = tmp_path / "stor.json"
    with path.open("wb") as stream:
        stream.truncate(10_000_001)
    assert_refused(samvern("frister", path), "for stor. Største størrelse er 10 MB")


def test_grensen_er_200_mb() -> None:
    assert jsonfil.LARGEST == 200_000_000


def test_standard_inn_leses_like_strengt(samvern: Run, stdin: Callable[[bytes], None]) -> None:
    stdin(b"[NaN]")
    assert_refused(samvern("frister", "-"), "NaN")


@pytest.mark.slow
def test_en_million_linjer(frister: Run) -> None:
    """A million lines of events in one case: answered or refused, with every fault named."""
    row = '{"type":\n"undersoekelse_4_9"\n,\n"dato"\n:\n"2025-01-02"\n}'
    rows = ",\n".join([row] * 143_000)
    raw = f'{{"type": "tph", "per_dato": "2025-06-01",\n"hendelser": [{rows}]}}'
    assert raw.count("\n") >= 999_999
    ran = frister(raw.encode(), "--json")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["frister"] == []
