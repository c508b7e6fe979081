"""A Samvern of its own for journeys in cases: a database file, invented people, cases, a server.

Run as a program: `python -m tests.journeys.arbeidstjener PORT`, with the folder in the environment.
Events and the log of audits cannot be emptied between tests, so the server of the test process,
whose tables are emptied, cannot be used. Prints the session key of each person who is logged in.
"""

import json
import sys

import django
from django.conf import settings
from django.core.management import call_command
from django.test import Client

django.setup()

from tests.apps.brukere.personer import Person, log_in  # noqa: E402
from tests.apps.saker.verden import dom, lag_verden, ny_sak, rettskraft  # noqa: E402


def session(who: Person) -> str:
    """Log somebody in; the key of the session."""
    client = Client()
    log_in(client, who)
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


def fill() -> dict[str, str]:
    """The small world with a case over its three-year deadline and one that has just begun."""
    verden = lag_verden()
    ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-04"))
    ny_sak(verden, dom("2026-10-20"), rettskraft("2026-11-04"))
    return {"nk": session(verden.nk), "fa": session(verden.fa)}


if __name__ == "__main__":
    call_command("migrate", interactive=False, verbosity=0)
    print(json.dumps(fill()), flush=True)
    call_command("runserver", f"127.0.0.1:{sys.argv[1]}", use_reloader=False, verbosity=0)
