"""The key ring: what is refused, and what development makes for itself."""

import base64
import json
import threading
from pathlib import Path

import pytest

from samvern.engine import keyring
from samvern.engine.keyring import UgyldigNoekkelring

KEY = base64.b64encode(bytes(range(32))).decode()
OTHER = base64.b64encode(bytes(range(50, 82))).decode()
THIRD = base64.b64encode(bytes(range(100, 132))).decode()
GOOD = {"aktiv": "2", "hovednoekler": {"1": KEY, "2": OTHER}, "indeks": THIRD}


def test_a_good_ring() -> None:
    ring = keyring.parse(json.dumps(GOOD))
    assert ring.active == "2"
    assert ring.masters["1"] == bytes(range(32))
    assert ring.index_key == bytes(range(100, 132))


def test_a_ring_does_not_show_its_keys() -> None:
    assert repr(keyring.parse(json.dumps(GOOD))) == "KeyRing(active='2')"


@pytest.mark.parametrize(
    "change",
    [
        {"aktiv": "3"},
        {"aktiv": None},
        {"aktiv": ["2"]},
        {"hovednoekler": {}},
        {"hovednoekler": [KEY]},
        {"hovednoekler": {"1": KEY, "2": KEY}},
        {"hovednoekler": {"2": KEY[:-4]}},
        {"hovednoekler": {"2": KEY + "\n"}},
        {"hovednoekler": {"2": 7}},
        {"hovednoekler": {"Å": KEY, "2": OTHER}},
        {"hovednoekler": {"2": base64.b64encode(bytes(32)).decode()}},
        {"hovednoekler": {"2": base64.b64encode(b"hemmelig" * 4).decode()}},
        {"indeks": OTHER},
        {"indeks": ""},
        {"indeks": None},
        {"mer": "noe"},
    ],
)
def test_an_unfit_ring_is_refused_without_showing_it(change: dict[str, object]) -> None:
    with pytest.raises(UgyldigNoekkelring) as caught:
        keyring.parse(json.dumps({**GOOD, **change}))
    assert not {KEY, OTHER, THIRD} & set(str(caught.value).split())
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", "[" * 100_000, '{"aktiv":"1","aktiv":"1"}', '{"aktiv": 1}']
)
def test_what_is_no_ring_is_refused(text: str) -> None:
    with pytest.raises(UgyldigNoekkelring):
        keyring.parse(text)


def test_the_ring_may_stand_in_the_environment(tmp_path: Path) -> None:
    env = {keyring.VARIABLE: json.dumps(GOOD)}
    assert keyring.load(env, tmp_path, production=True).active == "2"
    assert keyring.faults(env) == []
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("mode", "fit"),
    [(0o600, True), (0o400, True), (0o640, True), (0o644, False), (0o604, False), (0o660, False),
     (0o602, False), (0o777, False)],
)  # fmt: skip
def test_the_file_must_be_closed_to_others(tmp_path: Path, mode: int, *, fit: bool) -> None:
    path = tmp_path / "ring.json"
    path.write_text(json.dumps(GOOD))
    path.chmod(mode)
    found = keyring.faults({keyring.VARIABLE: str(path)})
    said = f"Filen i {keyring.VARIABLE} er åpen for andre. Sett rettighetene til 600."
    assert found == ([] if fit else [said])


def test_production_wants_a_ring(tmp_path: Path) -> None:
    assert keyring.faults({}) == [f"{keyring.VARIABLE} mangler."]
    with pytest.raises(UgyldigNoekkelring, match="mangler"):
        keyring.load({}, tmp_path, production=True)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [None, b"\xff\xfe", b"{}"])
def test_an_unreadable_file_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "ring.json"
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
        path.chmod(0o600)
    assert len(keyring.faults({keyring.VARIABLE: str(path)})) == 1
    assert len(keyring.faults({keyring.VARIABLE: str(tmp_path / "finnes-ikke")})) == 1


def test_development_makes_one_ring_and_keeps_it(tmp_path: Path) -> None:
    var = tmp_path / "var"
    rings: list[keyring.KeyRing] = []
    threads = [
        threading.Thread(target=lambda: rings.append(keyring.load({}, var, production=False)))
        for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(rings) == 8
    assert len({ring.index_key for ring in rings}) == 1
    assert [path.name for path in var.iterdir()] == [keyring.FILE_NAME]
    assert (var / keyring.FILE_NAME).stat().st_mode & 0o777 == 0o600
    assert keyring.faults({keyring.VARIABLE: str(var / keyring.FILE_NAME)}) == []


def test_new_rings_differ() -> None:
    assert keyring.new_ring("a")["indeks"] != keyring.new_ring("a")["indeks"]
    assert keyring.parse(json.dumps(keyring.new_ring("2026a"))).active == "2026a"
