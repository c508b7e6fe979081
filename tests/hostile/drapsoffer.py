"""Work processes that write cases until they are killed. Run as a program by `test_drap`.

    python -m tests.hostile.drapsoffer JOURNAL ANTALL FROE VIEWER

Django is loaded once; each work process is forked from it, opens its own connection, and notes in
the journal what it was told is saved, after it was told. The parent kills it with SIGKILL at a
random moment and starts the next.
"""

import json
import os
import random
import signal
import sys
import time
import traceback
from pathlib import Path
from uuid import UUID

import django

django.setup()

from samvern.apps.saker.actions import opprett_sak, registrer_hendelse  # noqa: E402
from samvern.engine import ids  # noqa: E402
from samvern.engine.roller import Rolle  # noqa: E402
from samvern.engine.viewer import Viewer  # noqa: E402
from tests.apps.saker.verden import PERSON, dom, hendelse, rettskraft  # noqa: E402

_WARM = 0.15
_LONGEST = 0.6


def work(journal: Path, given: str, seed: int) -> None:
    """Open cases and record events in them, forever."""
    user, body = (UUID(one) for one in given.split(","))
    viewer = Viewer(user, "Prøve", Rolle.NK, body, frozenset({body}), ids.new_id())
    chance = random.Random(seed)  # noqa: S311 -- a test's own chance
    with journal.open("a", encoding="utf-8") as stream:

        def told(**what: object) -> None:
            stream.write(json.dumps(what) + "\n")
            stream.flush()
            os.fsync(stream.fileno())

        while True:
            data = {"person": dict(PERSON), "hendelser": [dom(), rettskraft()]}
            made = opprett_sak.utfoer(viewer, data, noekkel=str(ids.new_id()))
            told(sak=str(made.sak), nr=made.nr)
            for _ in range(chance.randrange(4)):
                event = hendelse("utvisningsvedtak", "2025-03-01")
                saved = registrer_hendelse.utfoer(
                    viewer, made.sak, event, forventet_nr=made.nr, noekkel=str(ids.new_id())
                )
                told(sak=str(saved.sak), nr=saved.nr)
                made = saved


def main(journal: Path, count: int, seed: int, viewer: str) -> None:
    """Fork, wait, kill, `count` times."""
    chance = random.Random(seed)  # noqa: S311 -- a test's own chance
    for number in range(count):
        child = os.fork()
        if child == 0:
            try:
                work(journal, viewer, number)
            except BaseException:  # noqa: BLE001 -- a fork must never run on in its parent's code
                traceback.print_exc()
            os._exit(3)
        time.sleep(_WARM + chance.random() * (_LONGEST - _WARM))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if not os.WIFSIGNALED(status):
            # It ended by itself: that is a fault in the writing, not a kill.
            sys.exit(4)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
