"""Invented honest logs, and hands that alter them."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from uuid import UUID

from samvern.engine import chain

type Entry = dict[str, object]
type Log = list[Entry]

_NAMES = ("sak.status", "person.navn", "person.nummer", "hendelse", "sak.merknad")
_ACTIONS = ("sak.vist", "sak.soekt", "hendelse.registrert", "logg.eksportert")


def seeded(seed: int) -> random.Random:
    """Chance that is the same in every run."""
    return random.Random(seed)  # noqa: S311 -- invents test data


def _id(rng: random.Random) -> str:
    return str(UUID(int=rng.getrandbits(128), version=4))


def made(rng: random.Random, nr: int, previous: str, moment: datetime) -> Entry:
    """One honest entry."""
    denied = rng.random() < 0.2
    entry: Entry = {
        "nr": nr,
        "tid": chain.timestamp(moment),
        "bruker": _id(rng),
        "rolle": rng.choice(("nk", "institusjon", "statsadvokat")),
        "virksomhet": _id(rng),
        "forespoersel": _id(rng),
        "handling": rng.choice(_ACTIONS),
        "saker": sorted(_id(rng) for _ in range(rng.randrange(3))),
        "objekttype": "",
        "objekt": "",
        "lest": sorted(rng.sample(_NAMES, rng.randrange(4))),
        "skrevet": [] if denied else sorted(rng.sample(_NAMES, rng.randrange(2))),
        "grunn": rng.choice(("", "phvl/5-2b", "tjenstlig_behov")),
        "utfall": "nektet" if denied else "ok",
        "kode": "ikke_tilgang" if denied else "",
        "forpliktelser": {"nummer": f"{rng.getrandbits(256):064x}"} if rng.random() < 0.2 else {},
        "versjon": chain.VERSION,
        "forrige": previous,
    }
    return entry | {"hash": chain.digest(entry)}


def honest(rng: random.Random, length: int) -> Log:
    """An honest log."""
    log: Log = []
    moment, previous = datetime(2026, 1, 2, tzinfo=UTC), chain.START.hash
    for nr in range(1, length + 1):
        moment += timedelta(microseconds=rng.randrange(10**9))
        log.append(made(rng, nr, previous, moment))
        previous = str(log[-1]["hash"])
    return log


def sign(entry: Entry) -> Entry:
    """The entry with a hash that fits it, as someone who knows the method would leave it."""
    return {**entry, "hash": chain.digest(entry)}


def renumbered(log: Log) -> Log:
    """The log with numbers from 1 in the order it lies, to hide what was done to it."""
    return [entry if entry["nr"] == nr else {**entry, "nr": nr} for nr, entry in enumerate(log, 1)]


def _other(rng: random.Random, name: str, old: object) -> object:
    if isinstance(old, int):
        return old + rng.choice((-1, 1, 7, 1000))
    if isinstance(old, list):
        return old[1:] if old and rng.random() < 0.5 else [*old, "sak.hemmelig"]
    if isinstance(old, dict):
        return {} if old else {"nummer": f"{rng.getrandbits(256):064x}"}
    text = str(old)
    if not text:
        return "x"
    at = rng.randrange(len(text))
    if rng.random() < 0.3:
        return text[:at] + text[at + 1 :]
    return text[:at] + ("a" if text[at] != "a" else "b") + text[at + 1 :]


def change(rng: random.Random, log: Log) -> Log:
    """Change a field of one entry, some of the time with a hash that fits."""
    at = rng.randrange(len(log))
    name = rng.choice(sorted(log[at]))
    entry = {**log[at], name: _other(rng, name, log[at][name])}
    if name != "hash" and at < len(log) - 1 and rng.random() < 0.5:
        entry = sign(entry)
    return [*log[:at], entry, *log[at + 1 :]]


def delete(rng: random.Random, log: Log) -> Log:
    """Take some entries out, never the newest ones: that is for checkpoints to find."""
    at = rng.randrange(len(log) - 1)
    left = [*log[:at], *log[min(at + rng.choice((1, 1, 2, 5)), len(log) - 1) :]]
    return renumbered(left) if rng.random() < 0.5 else left


def insert(rng: random.Random, log: Log) -> Log:
    """Put a copy or a well-made forgery somewhere before the end."""
    at = rng.randrange(len(log))
    previous = str(log[at - 1]["hash"]) if at else chain.START.hash
    forged = made(rng, at + 1, previous, datetime(2026, 1, 3, tzinfo=UTC))
    extra = forged if rng.random() < 0.6 else dict(rng.choice(log))
    more = [*log[:at], extra, *log[at:]]
    return renumbered(more) if rng.random() < 0.5 else more


def reorder(rng: random.Random, log: Log) -> Log:
    """Let two entries change places, or move one."""
    a, b = sorted(rng.sample(range(len(log)), 2))
    moved = list(log)
    if rng.random() < 0.5:
        moved[a], moved[b] = moved[b], moved[a]
    else:
        moved.insert(b, moved.pop(a))
    if rng.random() < 0.5:
        moved = renumbered(moved)
    return [sign(e) if i == a and rng.random() < 0.3 else e for i, e in enumerate(moved)]


def renumber(rng: random.Random, log: Log) -> Log:
    """Give one entry, or all from one on, other numbers."""
    at = rng.randrange(len(log))
    by = rng.choice((-1, 1, 2, 100))
    until = at + 1 if rng.random() < 0.5 else len(log)
    shifted = [{**entry, "nr": int(str(entry["nr"])) + by} for entry in log[at:until]]
    if rng.random() < 0.3:
        shifted[0] = sign(shifted[0])
    return [*log[:at], *shifted, *log[until:]]


HANDS: tuple[Callable[[random.Random, Log], Log], ...] = (change, delete, insert, reorder, renumber)
