"""A Samvern of its own for journeys in cases: a database file, invented people, cases, a server.

Run as a program: `python -m tests.journeys.arbeidstjener PORT`, with the folder in the environment.
Events and the log of audits cannot be emptied between tests, so the server of the test process,
whose tables are emptied, cannot be used. Prints the session key of each person who is logged in.
"""

import django

django.setup()

from tests.apps.brukere.personer import session_of  # noqa: E402
from tests.apps.saker.verden import dom, lag_verden, ny_sak, rettskraft  # noqa: E402
from tests.journeys.servering import serve  # noqa: E402


def fill() -> dict[str, str]:
    """The small world with a case over its three-year deadline and one that has just begun."""
    verden = lag_verden()
    ny_sak(verden, dom("2023-11-20"), rettskraft("2023-12-04"))
    ny_sak(verden, dom("2026-10-20"), rettskraft("2026-11-04"))
    return {"nk": session_of(verden.nk), "fa": session_of(verden.fa)}


if __name__ == "__main__":
    serve(fill)
