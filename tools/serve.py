"""Serve Samvern for one person on this machine: migrate, load what it needs, tell the address.

`make run` is this program. It shows the demo, with invented people and the clock set, unless
`SAMVERN_DEMO=0`; see docs/demo.md. Production is served by `samvern server`.
"""

import io
import os
import socket
import sys
import threading
import time
from pathlib import Path

import django
from django.conf import settings
from django.core.management import call_command

from samvern.cli import bygg_opp, demo

HOST = "127.0.0.1"
HIGHEST_PORT = 65535
WAIT_SECONDS = 30


def answers(port: int) -> bool:
    """True when something accepts connections on the port."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((HOST, port)) == 0


def announce(port: int, entrances: str) -> None:
    """Print the address, and who one can be, as soon as the server accepts connections."""
    limit = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < limit:
        if answers(port):
            address = f"http://{HOST}:{port}"
            print(f"\nSamvern svarer på {address}/  (stopp med Ctrl-C)\n", flush=True)
            if entrances:
                print(f"Velg hvem du vil være på {address}/velg-person/\n{entrances}", flush=True)
            return
        time.sleep(0.05)


def prepare_demo() -> str:
    """Load the demo the first time, set its clock, and say who one can be; empty without it."""
    refusal = demo.load()
    if refusal is not None:
        print(f"{refusal.nb} Uten demo: SAMVERN_DEMO=0 make run", file=sys.stderr)
        return ""
    demo.carry_on_the_clock(os.environ)
    return demo.entrances()


def main(port_text: str) -> int:
    """Migrate and serve until interrupted; 1 when the port cannot be used."""
    port = int(port_text) if port_text.isascii() and port_text.isdigit() else 0
    if not 0 < port <= HIGHEST_PORT:
        print(f"PORT={port_text} er ikke et portnummer (1–{HIGHEST_PORT}).", file=sys.stderr)
        return 1
    if answers(port):
        advice = f"Velg en annen: make run PORT={port % HIGHEST_PORT + 1}"
        print(f"Port {port} er i bruk. {advice}", file=sys.stderr)
        return 1
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    demo.set_stage(os.environ)
    django.setup()
    # An empty folder is enough here: the files are found where they are written.
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)
    call_command("migrate", interactive=False, verbosity=0)
    # Writes only what the files now say otherwise: a third of a second when nothing is new, so no
    # note of the last version is kept that could be wrong about this database.
    call_command("virksomheter_last", stdout=io.StringIO())
    entrances = prepare_demo() if settings.DEMO else ""
    if told := bygg_opp.catch_up():
        print(told.nb, flush=True)
    threading.Thread(target=announce, args=(port, entrances), daemon=True).start()
    # The reloader would start everything twice; development with reloading is described in
    # docs/utvikling.md.
    # What it says when it starts is about production, in English; `announce` has our own words.
    quiet = io.StringIO()
    call_command("runserver", f"{HOST}:{port}", use_reloader=False, stdout=quiet)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
