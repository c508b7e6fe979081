"""`samvern server`: the production entry. Refuses to start on anything but a fit environment."""

import argparse
import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

import samvern
from samvern.cli import bygg_opp
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
    words = command(arguments)
    _leave_start_folder()
    _prepare()
    return _become(words)


def _become(words: list[str]) -> NoReturn:
    # No shell, and the program is this very Python.
    os.execv(words[0], words)  # noqa: S606


def command(arguments: argparse.Namespace) -> list[str]:
    """Return gunicorn's command line; `samvern.web.tjener` holds what never changes.

    `-P` keeps Python from looking for modules in the folder it is started in.
    """
    return [
        *(sys.executable, "-P", "-m", "gunicorn", "--config", "python:samvern.web.tjener"),
        *("--bind", _address(arguments.adresse), "--workers", str(arguments.prosesser)),
        "samvern.web.wsgi:application",
    ]


def _address(given: str) -> str:
    """Return the address, with the whole path of a socket."""
    kind, colon, path = given.partition(":")
    return f"unix:{Path(path).absolute()}" if colon and kind == "unix" else given


def _leave_start_folder() -> None:
    """Go to the folder this program lies in, so that no code is read from where it is started.

    gunicorn puts its working folder first among those modules are read from. Anyone who can
    write to the folder the service is started in could otherwise choose what the server runs.
    """
    os.environ.pop("GUNICORN_CMD_ARGS", None)
    for name in ("SAMVERN_VAR", "SAMVERN_NOEKLER"):
        given = os.environ.get(name, "").strip()
        if given and not given.startswith("{"):
            os.environ[name] = str(Path(given).absolute())
    os.chdir(Path(samvern.__file__).resolve().parent.parent)


def _prepare() -> None:
    """Bring the tables, the stored pictures of cases and the static files up to this version."""
    # lazy: Django must not be loaded before the environment is known to be fit.
    import django
    from django.core.management import call_command

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)
    # Else the first who asks for a list would wait for every case.
    if told := bygg_opp.catch_up():
        print(told.nb, flush=True)
    call_command("collectstatic", interactive=False, verbosity=0)
