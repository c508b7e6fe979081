"""Serve Samvern for one person on this machine: migrate the database, start, print the address.

`make run` is this program. Production is served by `samvern server`.
"""

import os
import socket
import sys
import threading
import time
from pathlib import Path

import django
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
HOST = "127.0.0.1"
HIGHEST_PORT = 65535
WAIT_SECONDS = 30


def answers(port: int) -> bool:
    """True when something accepts connections on the port."""
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex((HOST, port)) == 0


def announce(port: int) -> None:
    """Print the address as soon as the server accepts connections."""
    limit = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < limit:
        if answers(port):
            print(f"\nSamvern svarer på http://{HOST}:{port}/  (stopp med Ctrl-C)\n", flush=True)
            return
        time.sleep(0.05)


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
    # The warning and the missing folder concern production, which this is not.
    os.environ["DJANGO_RUNSERVER_HIDE_WARNING"] = "true"
    (ROOT / "var" / "static").mkdir(parents=True, exist_ok=True)
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    threading.Thread(target=announce, args=(port,), daemon=True).start()
    # The reloader would start everything twice; development with reloading is described in
    # docs/utvikling.md.
    call_command("runserver", f"{HOST}:{port}", use_reloader=False)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
