"""10 000 random tamperings of an exported log: all found, and no honest log accused."""

import collections
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from samvern.engine import chain
from samvern.engine.chain import Checkpoint, Slag
from tests.hostile import tampering, verifier
from tests.hostile.tampering import Log

TAMPERINGS = 10_000
HONEST = 1_000
LENGTH = 10


def lines(log: Log) -> list[str]:
    return [chain.canonical(entry) for entry in log]


@pytest.fixture(scope="module")
def log() -> Log:
    return tampering.honest(tampering.seeded(1), LENGTH)


@pytest.mark.slow
def test_every_tampering_is_found(log: Log, monkeypatch: pytest.MonkeyPatch) -> None:
    # The word for what happened is sought near the break; a short log needs no more.
    monkeypatch.setattr(chain, "_NEAR", LENGTH)
    rng = tampering.seeded(20260102)
    written = {id(entry): chain.canonical(entry) for entry in log}
    count: collections.Counter[str] = collections.Counter()
    missed: list[str] = []
    while count.total() < TAMPERINGS:
        hand = tampering.HANDS[count.total() % len(tampering.HANDS)]
        altered = hand(rng, log)
        if altered == log:
            # Two equal hands in a row may undo each other; nothing was tampered with.
            continue
        count[hand.__name__] += 1
        if not verifier.fault([written.get(id(e)) or chain.canonical(e) for e in altered]):
            missed.append(f"verifier: {hand.__name__} {count.total()}")
        if chain.verify(altered).broken is None:
            missed.append(f"samvern: {hand.__name__} {count.total()}")
    assert missed == []
    assert set(count.values()) == {TAMPERINGS // len(tampering.HANDS)}


@pytest.mark.slow
def test_no_honest_log_is_accused() -> None:
    rng = tampering.seeded(7)
    for _ in range(HONEST):
        log = tampering.honest(rng, rng.randrange(9))
        assert verifier.fault(lines(log)) == ""
        found = chain.verify(log)
        assert (found.broken, found.clock_back, found.count) == (None, None, len(log))


@pytest.mark.parametrize("cut", [1, 5, LENGTH])
def test_a_cut_tail_is_found_by_a_checkpoint_only(log: Log, cut: int) -> None:
    kept = Checkpoint(LENGTH, str(log[-1]["hash"]))
    short = log[:-cut]
    assert chain.verify(short).broken is None
    assert verifier.fault(lines(short)) == ""
    broken = chain.verify(short, outside=[kept]).broken
    assert broken is not None
    assert (broken.nr, broken.slag) == (LENGTH - cut + 1, Slag.AVKORTET)
    assert verifier.fault(lines(short), [(kept.nr, kept.hash)]) == f"{LENGTH}: cut off"


def test_a_whole_rewrite_is_found_by_a_checkpoint_only(log: Log) -> None:
    points = [Checkpoint(nr, str(log[nr - 1]["hash"])) for nr in (4, 8, LENGTH)]
    rewritten: Log = log[:5]
    for entry in log[5:]:
        forged = {**entry, "bruker": "en-annen", "forrige": rewritten[-1]["hash"]}
        rewritten.append(tampering.sign(forged))
    assert chain.verify(rewritten).broken is None
    assert verifier.fault(lines(rewritten)) == ""
    broken = chain.verify(rewritten, outside=points).broken
    assert broken is not None
    assert (broken.nr, broken.slag) == (8, Slag.OMSKREVET)
    outside = [(point.nr, point.hash) for point in points]
    assert verifier.fault(lines(rewritten), outside) == "8: rewritten"
    assert chain.verify(log, outside=points).broken is None


@pytest.mark.parametrize(
    "spoil",
    [
        lambda line: line.replace('"nr":3', '"nr":3.0'),
        lambda line: line.replace('"nr":3', '"nr": 3'),
        lambda line: line.replace('"nr":3', '"nr":3,"nr":3'),
        lambda line: line.replace('"nr":3', '"ekstra":"1","nr":3'),
        lambda line: line.replace('"versjon":1', '"versjon":true'),
        lambda line: line[:-1],
        lambda _: "",
        lambda _: "null",
    ],
)
def test_the_verifier_reads_strictly(log: Log, spoil: Callable[[str], str]) -> None:
    spoilt = lines(log)
    spoilt[2] = spoil(spoilt[2])
    assert spoilt != lines(log)
    assert verifier.fault(spoilt).startswith("3: ")


def test_the_verifier_runs_by_itself(log: Log, tmp_path: Path) -> None:
    """As an auditor would: without Samvern, on nothing but the files."""
    path, points = tmp_path / "logg.jsonl", tmp_path / "punkter"
    path.write_text("".join(f"{line}\n" for line in lines(log)), encoding="utf-8")
    points.write_text(f'{{"hash":"{log[-1]["hash"]}","nr":{LENGTH},"tid":""}}\n')
    program = Path(verifier.__file__)
    command = [sys.executable, "-I", "-S", str(program), str(path), str(points)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.stdout, done.returncode) == (f"ok {LENGTH}\n", 0)
    assert "samvern" not in {name.split(".")[0] for name in imports(program)}


def imports(program: Path) -> list[str]:
    words = [line.split() for line in program.read_text(encoding="utf-8").splitlines()]
    return [word[1] for word in words if word[:1] in (["import"], ["from"])]


def careless(log: Log, *, link: bool, own: bool, dense: bool) -> bool:
    """Whether a verifier with only these checks finds something."""
    previous = chain.START.hash
    for nr, entry in enumerate(log, 1):
        if (dense and entry["nr"] != nr) or (link and entry["forrige"] != previous):
            return True
        if own and not chain.is_whole(entry):
            return True
        previous = str(entry["hash"])
    return False


@pytest.mark.parametrize("without", ["link", "own", "dense"])
def test_the_campaign_finds_a_careless_verifier(log: Log, without: str) -> None:
    """Each of the three checks is needed: without it, some of the tamperings go unseen."""
    rng = tampering.seeded(5)
    altered = [hand(rng, log) for _ in range(200) for hand in tampering.HANDS]
    checks = {name: name != without for name in ("link", "own", "dense")}
    assert any(not careless(one, **checks) for one in altered if one != log)
