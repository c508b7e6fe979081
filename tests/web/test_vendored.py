"""The copied third-party files are exactly what their manifests say."""

from pathlib import Path

from tools import hent_statisk

STATIC = hent_statisk.STATISK.parent


def test_copies_match_their_manifests() -> None:
    assert hent_statisk.faults() == []


def test_no_source_map_is_asked_for() -> None:
    for path in (*STATIC.rglob("*.css"), *STATIC.rglob("*.js")):
        assert b"sourceMappingURL" not in path.read_bytes(), path


def test_own_styles_are_short_and_use_no_fixed_colours() -> None:
    for path in sorted((STATIC / "samvern").glob("*.css")):
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) < 400, path
        # Paper is black on white.
        if path.name not in {"print.css", "sak-utskrift.css"}:
            assert "#" not in _values(text), path


def _values(text: str) -> str:
    return "".join(line.partition(":")[2] for line in text.splitlines() if ":" in line)


def test_a_changed_copy_is_found(tmp_path: Path) -> None:
    assert hent_statisk.SOURCE_MAP.sub(b"", b"a\n//# sourceMappingURL=x.map\n") == b"a\n"
    assert hent_statisk.SOURCE_MAP.sub(b"", b"a{}\n/*# sourceMappingURL=x.map */\n") == b"a{}\n"
    file = tmp_path / "x"
    file.write_bytes(b"abc")
    assert hent_statisk.sha256(file).startswith("ba7816bf")
