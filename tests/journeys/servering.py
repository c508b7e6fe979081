"""What the servers of the journeys have in common, inside their own process: a database, what a
journey needs in it, and an answer on a port.

The folder, the keys and the clock come from the environment (`tjener.running`). Why a process of
its own: see `arbeidstjener`.
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Mapping

from django.conf import settings
from django.core.management import call_command

TEMPLATE = "PROEVEBASE"
"""Names a file with a migrated, empty database; `make test` makes one for all the servers."""


def serve(fill: Callable[[], Mapping[str, str]]) -> None:
    """Make the database, put in what `fill` makes, print what the journey must know, and answer."""
    if template := os.environ.get(TEMPLATE):
        shutil.copyfile(template, str(settings.DATABASES["default"]["NAME"]))
    else:
        call_command("migrate", interactive=False, verbosity=0)
    print(json.dumps(fill()), flush=True)
    call_command("runserver", f"127.0.0.1:{sys.argv[1]}", use_reloader=False, verbosity=0)
