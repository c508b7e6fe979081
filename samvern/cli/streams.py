"""Standard output and standard error, whatever state the process was given them in."""

import codecs
import io
import os
import sys
from contextlib import suppress

_ESCAPED = "samvern-json"


def _escape(fault: UnicodeError) -> tuple[str, int]:
    r"""Write what the encoding cannot hold as `\u00e5` does, so that JSON is still JSON."""
    if not isinstance(fault, UnicodeEncodeError):
        raise fault
    units = fault.object[fault.start : fault.end].encode("utf-16-be", "surrogatepass").hex()
    escaped = "".join(f"\\u{units[i : i + 4]}" for i in range(0, len(units), 4))
    return escaped, fault.end


def prepare() -> bool:
    """Make both streams safe to write on. False when there is no standard output at all."""
    codecs.register_error(_ESCAPED, _escape)
    if sys.stderr is None:
        # Else print(…, file=None) would put the faults on standard output.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ESCAPED)
    if sys.stdout is None:
        say("samvern: standard ut er lukket.")
        return False
    return True


def say(words: str) -> None:
    """Write one line on standard error, when it can be written on."""
    with suppress(OSError):
        print(words, file=sys.stderr)


def abandon_output() -> None:
    """Send what is left to nowhere. Without this, Python complains on the way out."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
