"""The register with 10 000 cases: server time of each page, beside a bare page that is audited.

    python -m bench.register [ANTALL]

Plays the demo into a database of its own (SQLite in a temporary folder, or the empty database that
SAMVERN_DATABASE_URL names), copies its cases until there are enough (new ids, the same persons),
and asks for each page through the test client. Prints JSON: p50 and p95 in ms.
"""

import io
import json
import os
import sys
import tempfile
import warnings
from importlib import import_module
from pathlib import Path

import django
from django.core.management import call_command

CASES = 10_000


def _prepare(folder: Path) -> None:
    """Set the stage before Django is loaded."""
    os.environ["SAMVERN_VAR"] = str(folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "samvern.web.settings"
    os.environ["SAMVERN_DEMO"] = "1"
    os.environ["SAMVERN_KLOKKE"] = "2026-11-23T08:10:00+01:00"
    # Static files are served from the source folders here; nothing is collected.
    warnings.filterwarnings("ignore", "No directory at", UserWarning)


def main() -> int:
    """Measure and print; returns 0."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    with tempfile.TemporaryDirectory() as folder:
        _prepare(Path(folder))
        django.setup()
        call_command("migrate", interactive=False, verbosity=0)
        call_command("virksomheter_last", verbosity=0, stdout=io.StringIO())
        # Imported now: the models need what has just been set up.
        measuring = import_module("bench.registermaaling")
        print(json.dumps(measuring.measure(count), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
