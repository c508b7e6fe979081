"""Keeping what people type out of the logs."""

import logging
import re
from traceback import format_tb
from types import TracebackType

QUERY = re.compile(r"\?(?:.*(?= HTTP/[0-9](?:\.[0-9])?[\"']?(?: [0-9]+| -)*$)|.*)", re.MULTILINE)
"""From the first question mark to the protocol that ends a request line, or to the line's end.

A query may hold blanks and quotation marks when it comes from a program that does not encode it.
"""

NUMBER = re.compile(r"(?<![0-9A-Fa-f-])\d{6}(?: |%20|[.+-])?\d{5}(?![0-9A-Fa-f-])")
"""Eleven digits written as an identity number is. Our own ids have hyphens at other places."""

_ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutInput(logging.Filter):
    """Remove the request object and every query string from a log record.

    Django attaches the whole request to its records (with the body); handlers added later could
    print it. A query string may hold an event someone typed into the calculator, and a path an
    identity number. What an exception says is the formatter's to leave out, see `WithoutValues`.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record in place; always let it through."""
        if hasattr(record, "request"):
            del record.request
        record.msg = NUMBER.sub("…", QUERY.sub("?…", record.getMessage()))
        record.args = None
        # What another handler's formatter has kept of the exception, its message included.
        record.exc_text = None
        return True


class WithoutValues(logging.Formatter):
    """Write an exception as its frames and its type, never what it says.

    Frames hold file names and source lines, which are ours. The message of an exception often
    repeats the value that was wrong, and that value may be something a person typed.
    """

    def formatException(self, ei: _ExcInfo) -> str:  # noqa: N802  # the name logging calls
        """Return the exception and those that led to it, the first one first."""
        parts: list[str] = []
        error = ei[1]
        seen: set[int] = set()
        while error is not None and id(error) not in seen:
            seen.add(id(error))
            frames = "".join(format_tb(error.__traceback__))
            parts.append(f"{frames}{type(error).__module__}.{type(error).__qualname__}")
            hidden = error.__suppress_context__
            error = error.__cause__ or (None if hidden else error.__context__)
        return "\n\n".join(reversed(parts))
