"""`samvern demo`: load the demo, or throw it away; and what `make run` needs to show it.

Exit codes: 0 done, 1 refused, 2 bad environment. See docs/demo.md.
"""

import argparse
import os
import sys
from collections.abc import MutableMapping
from datetime import datetime
from pathlib import Path
from typing import Final

from samvern.cli.fremdrift import follow
from samvern.engine.environment import flag, is_production
from samvern.law.text import Text

OK, FAILED, BAD_INPUT = 0, 1, 2
MORNING: Final = datetime.fromisoformat("2026-11-23T08:10:00+01:00")
"""The Monday morning on which the demo begins."""
CLOCK, DEMO = "SAMVERN_KLOKKE", "SAMVERN_DEMO"

_SAY_YES = Text(
    "Dette sletter hele demoen, også det du selv har ført. Gjenta med --ja.",
    "Dette slettar heile demoen, også det du sjølv har ført. Gjenta med --ja.",
)
_NOT_DEMO = Text(
    "Databasen har noe annet enn demoen. Den slettes ikke herfra.",
    "Databasen har noko anna enn demoen. Han blir ikkje sletta herifrå.",
)
_NOT_A_FILE = Text(
    "Bare en demo i SQLite kan slettes herfra. Slett databasen i PostgreSQL selv.",
    "Berre ein demo i SQLite kan slettast herifrå. Slett databasen i PostgreSQL sjølv.",
)
_IN_USE = Text(
    "Databasen er i bruk. Stopp Samvern først.", "Databasen er i bruk. Stopp Samvern først."
)


def run(arguments: argparse.Namespace) -> int:
    """Carry out `last` or `slett`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samvern.web.settings")
    # lazy: Django and the apps take longer than every other command needs.
    import django
    from django.core.exceptions import ImproperlyConfigured
    from django.core.management import call_command

    try:
        django.setup()
    except ImproperlyConfigured as fault:
        print(f"samvern demo: {fault}", file=sys.stderr)
        return BAD_INPUT
    if arguments.handling == "last":
        call_command("migrate", interactive=False, verbosity=0)
    refusal = load() if arguments.handling == "last" else delete(sure=arguments.ja)
    if refusal is None:
        return OK
    print(refusal.lang(arguments.maalform), file=sys.stderr)
    return FAILED


def set_stage(env: MutableMapping[str, str]) -> None:
    """Turn the demo on and set its clock, unless the environment says otherwise. Before Django.

    Raises ValueError (Norwegian text) when a variable cannot be read.
    """
    if is_production(env):
        return
    env.setdefault(DEMO, "1")
    if flag(env, DEMO):
        env.setdefault(CLOCK, f"fra {MORNING.isoformat()}")


def load() -> Text | None:
    """Load the demo into an empty register, with a progress bar; why not, or None.

    A register that has it already is left alone. After `django.setup()`.
    """
    # lazy: the apps' models need Django to be set up.
    from samvern.demo import lasting

    try:
        lasting.load(lambda steps: follow(steps, "Legger inn demoen"))
    except lasting.Demofeil as refused:
        return refused.text
    return None


def delete(*, sure: bool) -> Text | None:
    """Remove the database file when it holds the demo and nothing else; why not, or None."""
    # lazy: the apps' models need Django to be set up.
    from django.conf import settings
    from django.db import DatabaseError, connection

    from samvern.demo import lasting  # lazy: as above.

    database = settings.DATABASES["default"]
    if settings.PRODUCTION or not settings.DEMO:
        return lasting.KUN_I_DEMO
    if connection.vendor != "sqlite":
        return _NOT_A_FILE
    try:
        if lasting.state() is lasting.Registerstand.EGET:
            return _NOT_DEMO
    except DatabaseError:
        # Not a register at all, or one of another version: nothing to guess about.
        return _NOT_DEMO
    if not sure:
        return _SAY_YES
    if _in_use():
        return _IN_USE
    connection.close()
    for ending in ("", "-wal", "-shm", "-journal"):
        Path(f"{database['NAME']}{ending}").unlink(missing_ok=True)
    return None


def _in_use() -> bool:
    """Whether another process has the file open (write-ahead log cannot be put away then)."""
    # lazy: as above.
    from django.db import OperationalError, connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA busy_timeout = 200")
            cursor.execute("PRAGMA locking_mode = EXCLUSIVE")
            cursor.execute("BEGIN EXCLUSIVE")
            cursor.execute("ROLLBACK")
    except OperationalError:
        return True
    return False


def carry_on_the_clock(env: MutableMapping[str, str]) -> None:
    """Let the demo's clock go on from what was last done, so that time never runs backwards.

    Only for the clock that `set_stage` set. After `django.setup()`.
    """
    # lazy: the audit log needs Django to be set up.
    from samvern.engine import audit

    if env.get(CLOCK) != f"fra {MORNING.isoformat()}":
        return
    newest = audit.head().nr
    for entry in audit.records(newest, newest):
        last = datetime.fromisoformat(str(entry["tid"]))
        if last > MORNING:
            env[CLOCK] = f"fra {last.isoformat()}"


def entrances() -> str:
    """Who one can be today, one line each. After `django.setup()`."""
    # lazy: the apps' models need Django to be set up.
    from samvern.apps.brukere import public as brukere
    from samvern.engine import clock

    roles = brukere.demo_persons(clock.today())
    return "\n".join(
        f"  {role.navn:<18} {role.stilling.nb}, {role.virksomhetsnavn.nb}" for role in roles
    )
