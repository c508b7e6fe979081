"""`samvern server`: the production entry. Refuses to start on anything but a fit environment."""

import argparse
import os
import sys
from collections.abc import Mapping
from typing import NoReturn

from samvern.engine.environment import production_faults

BAD_INPUT = 2


def run(arguments: argparse.Namespace, env: Mapping[str, str] = os.environ) -> int:
    """Check the environment, prepare database and static files, and become gunicorn.

    Every fault is written at once and gives exit code 2. On success this does not return: the
    process is replaced, so that signals from the service manager reach gunicorn itself.
    """
    faults = production_faults(env)
    if arguments.prosesser < 1:
        faults.append("--prosesser må være minst 1.")
    if faults:
        print("Samvern starter ikke:", file=sys.stderr)
        for fault in faults:
            print(f"  {fault}", file=sys.stderr)
        return BAD_INPUT
    _prepare()
    return _become(command(arguments))


def _become(words: list[str]) -> NoReturn:
    # No shell, and the program is this very Python.
    os.execv(words[0], words)  # noqa: S606


def command(arguments: argparse.Namespace) -> list[str]:
    """Return gunicorn's command line. Requests are not logged: paths may tell about people."""
    return [
        *(sys.executable, "-m", "gunicorn"),
        *("--bind", arguments.adresse, "--workers", str(arguments.prosesser)),
        "--no-control-socket",
        *("--timeout", "30", "--max-requests", "10000", "--max-requests-jitter", "1000"),
        "samvern.web.wsgi:application",
    ]


def _prepare() -> None:
    """Bring the database's tables and the collected static files up to this version."""
    # lazy: Django must not be loaded before the environment is known to be fit.
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
