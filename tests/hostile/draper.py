"""Clients that write over HTTP, and the killing of the server they write to.

A client sends a case, then events in it, one request after the other. What is cut off is sent again
with the same idempotency key until there is an answer; only then is it in the client's journal.
"""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple

from samvern.engine import ids
from tests.apps.saker.verden import PERSON, dom, hendelse, rettskraft

ROOT: Final = Path(__file__).resolve().parents[2]
MOST_EVENTS: Final = 4
LONGEST_WAIT: Final = 120.0
"""Seconds without any answer, after which something is wrong with the server, also on a
machine that is busy with other tests."""


class Svart(NamedTuple):
    """One line of a journal: what the server said is saved."""

    noekkel: str
    sak: str
    nr: int
    foerst: int
    """The first entry of the submission; a new case has two."""
    gjentatt: bool


class Scene:
    """What the clients do, as the one who kills sees it."""

    def __init__(self) -> None:
        self.over = threading.Event()
        self._moved = threading.Condition()
        self._answered = 0
        self.usual = 0.1
        """Seconds from a request is sent until it is answered, about."""

    def answered(self, seconds: float) -> None:
        """A client has its answer, and had sent this long ago."""
        with self._moved:
            self._answered += 1
            self.usual = 0.8 * self.usual + 0.2 * seconds
            self._moved.notify_all()

    def wait_for_answer(self) -> bool:
        """Wait until something more is answered; the other clients are waiting for theirs. False
        when nothing happens."""
        with self._moved:
            before = self._answered
            return self._moved.wait_for(lambda: self._answered > before, LONGEST_WAIT)


@dataclass
class Kunde(threading.Thread):
    """One client."""

    port: int
    token: str
    seed: int
    scene: Scene
    journal: list[Svart] = field(default_factory=list)
    cut: int = 0
    fault: str = ""

    def __post_init__(self) -> None:
        super().__init__(daemon=True)

    def __hash__(self) -> int:
        return id(self)

    def run(self) -> None:
        """Write until the scene is over. What goes wrong is kept for the test."""
        chance = random.Random(self.seed)  # noqa: S311 -- a test's own chance
        try:
            while not self.scene.over.is_set():
                self._case(chance)
        except Exception as error:  # noqa: BLE001 -- told by the test
            self.fault = repr(error)
            self.scene.over.set()

    def _case(self, chance: random.Random) -> None:
        made = self._saved("/saker", {"person": dict(PERSON), "hendelser": [dom(), rettskraft()]})
        for _ in range(chance.randrange(MOST_EVENTS)):
            if self.scene.over.is_set():
                return
            event = hendelse("utvisningsvedtak", "2025-03-01")
            made = self._saved(f"/saker/{made.sak}/hendelser", event, made.nr)

    def _saved(self, path: str, data: Mapping[str, Any], nr: int = 0) -> Svart:
        """Send until it is answered. Raises AssertionError when the answer is not «saved»."""
        key = str(ids.new_id())
        headers = {
            "Authorization": f"Bearer {self.token}",
            "Content-Type": "application/json",
            "Idempotency-Key": key,
        } | ({"If-Match": f'"{nr}"'} if nr else {})
        began = time.monotonic()
        while (answer := self._try(path, json.dumps(data), headers)) is None:
            self.cut += 1
            assert time.monotonic() < began + LONGEST_WAIT, "the server does not come back"
        status, body, seconds = answer
        assert status == 201, (status, body)
        told = json.loads(body)
        saved = Svart(key, told["sak"], told["nr"], nr + 1, told["gjentatt"])
        self.journal.append(saved)
        self.scene.answered(seconds)
        return saved

    def _try(
        self, path: str, body: str, headers: Mapping[str, str]
    ) -> tuple[int, str, float] | None:
        """Status and text of the whole answer and how long it took; None when it was cut off."""
        wire = http.client.HTTPConnection("127.0.0.1", self.port, timeout=LONGEST_WAIT)
        try:
            wire.request("POST", f"/api/v1{path}", body, dict(headers))
            began = time.monotonic()
            answer = wire.getresponse()
            return answer.status, answer.read().decode(), time.monotonic() - began
        except (OSError, http.client.HTTPException):
            return None
        finally:
            wire.close()


class Offer:
    """The server, and killing it."""

    def __init__(self, running: "subprocess.Popen[str]") -> None:
        self.running = running
        self.port = 0
        self._server = 0
        self._workers: set[int] = set()
        self._told = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()
        with self._told:
            assert self._told.wait_for(lambda: self._workers, LONGEST_WAIT), "no server"

    def _listen(self) -> None:
        assert self.running.stdout is not None
        for line in self.running.stdout:
            what, number = line.split()
            with self._told:
                if what == "port":
                    self.port = int(number)
                elif what == "tjener":
                    self._server = int(number)
                else:
                    self._workers.add(int(number))
                self._told.notify_all()

    def kill_workers(self) -> None:
        """Kill every worker that has come to answer; the server starts others."""
        with self._told:
            while self._workers:
                os.kill(self._workers.pop(), signal.SIGKILL)

    def kill_server(self) -> None:
        """Kill everything at once; it is started anew."""
        with self._told:
            self._workers.clear()
            os.killpg(self._server, signal.SIGKILL)


@contextmanager
def offer(workers: int, environment: Mapping[str, str], log: Path) -> Iterator[Offer]:
    """A server of our own to kill, gone afterwards whatever happens."""
    words = [sys.executable, "-m", "tests.hostile.drapsoffer", str(workers)]
    with log.open("wb") as stream:
        running = subprocess.Popen(
            words,
            cwd=ROOT,
            env=dict(environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stream,
            text=True,
        )
        try:
            yield Offer(running)
        finally:
            assert running.stdin is not None
            # At this it ends, and takes the server with it, which is a group of its own.
            running.stdin.close()
            running.wait(LONGEST_WAIT)
            assert running.stdout is not None
            running.stdout.close()
    assert running.returncode == 0, log.read_text()[-2000:]


def kill_under_load(target: Offer, token: str, kills: int, every: int, clients: int) -> list[Kunde]:
    """Let clients write while the server is killed; each `every`th time all of it, else the
    workers. Each kill comes after something new was answered, at a random moment while the others
    wait for their answers. The clients have their last answers when this returns."""
    chance = random.Random(7)  # noqa: S311 -- a test's own chance
    scene = Scene()
    customers = [Kunde(target.port, token, seed, scene) for seed in range(clients)]
    for one in customers:
        one.start()
    for number in range(1, kills + 1):
        if not scene.wait_for_answer() or scene.over.is_set():
            break
        time.sleep(chance.random() * scene.usual)
        (target.kill_workers if number % every else target.kill_server)()
    scene.over.set()
    for one in customers:
        one.join(LONGEST_WAIT)
    return customers
