"""Keeping what people type out of the logs."""

import logging
import re

QUERY = re.compile(r"\?[^\s\"']*")


class WithoutInput(logging.Filter):
    """Remove the request object and every query string from a log record.

    Django attaches the whole request to its records (with the body); handlers added later could
    print it. A query string may hold an event someone typed into the calculator. Tracebacks are
    kept: they hold source lines, not values.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record in place; always let it through."""
        if hasattr(record, "request"):
            del record.request
        record.msg = QUERY.sub("?…", record.getMessage())
        record.args = None
        return True
