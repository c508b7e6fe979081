"""The command line: `samvern frister`, `kalender`, `regel`, `krav` and `server`.

Only this file, the parser and the streams load at start; each command's module is imported when it
is asked for, since the whole process is counted in tens of milliseconds. Exit codes: 0 done,
1 failed, 2 bad input.
"""

import argparse
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import cast

from samvern.cli import streams
from samvern.cli.parser import build

OK, FAILED, BAD_INPUT = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code. `argv` defaults to the process's own words."""
    if not streams.prepare():
        return FAILED
    try:
        code = _command(argv)
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (`| head`) has what it wanted.
        streams.abandon_output()
        return FAILED
    except KeyboardInterrupt:
        streams.say("Avbrutt.")
        return FAILED
    except OSError as fault:
        streams.abandon_output()
        streams.say(f"samvern: kan ikke lese eller skrive ({fault.strerror or 'ukjent feil'}).")
        return FAILED
    return code


def _command(argv: Sequence[str] | None) -> int:
    try:
        arguments = build().parse_args(argv)
    except SystemExit as end:
        return cast(int, end.code or OK)
    if arguments.kommando is None:
        build().print_help(sys.stderr)
        return BAD_INPUT
    return _run(arguments)


def _run(arguments: argparse.Namespace) -> int:
    module = import_module(f"samvern.cli.{arguments.kommando.replace('-', '_')}")
    return cast(int, module.run(arguments))
