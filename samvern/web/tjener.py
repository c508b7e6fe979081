"""gunicorn's configuration for `samvern server`, read as `python:samvern.web.tjener`.

Being named on the command line, it takes the place of any `gunicorn.conf.py` that happens to lie
in the folder the server is started from. Requests are not logged: paths may tell about people.
"""

import logging
import re

from gunicorn.config import Config  # type: ignore[import-untyped]
from gunicorn.glogging import Logger  # type: ignore[import-untyped]

from samvern.web.logs import WithoutInput, WithoutValues

_TARGET = re.compile(r"^((?:Error handling|Invalid) request\b(?: from ip=\S+)?).*", re.DOTALL)


class WithoutTarget(WithoutInput):
    """Remove the request's target, or the request as it was sent, from gunicorn's own messages."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Clean the record in place; always let it through."""
        super().filter(record)
        record.msg = _TARGET.sub(r"\1 …", record.msg)
        return True


class Log(Logger):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn's log of errors, without what people sent."""

    def setup(self, cfg: Config) -> None:
        """Set up gunicorn's handlers, then clean what passes through them."""
        super().setup(cfg)
        self.error_log.filters = [WithoutTarget()]
        for handler in self.error_log.handlers:
            handler.setFormatter(WithoutValues(self.error_fmt, self.datefmt))


logger_class = Log
accesslog = None
errorlog = "-"
capture_output = False
control_socket_disable = True
worker_class = "sync"
timeout = 30
max_requests = 10_000
max_requests_jitter = 1_000
