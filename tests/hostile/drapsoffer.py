"""The real web server, to be killed. Run as a program by `draper`.

    python -m tests.hostile.drapsoffer ARBEIDERE

Django is loaded once; gunicorn is forked from it with the configuration of `samvern server`, and
again whenever it is killed, as a service manager would. What is started is told on standard output,
one line each: `port N`, `tjener PID` (a process group of its own), `arbeider PID` (ready to
answer). It ends, and takes the server with it, when standard input is closed.
"""

import gc
import os
import select
import signal
import socket
import sys
import traceback
from typing import Any, Final
from wsgiref.util import setup_testing_defaults

from django.core.handlers.wsgi import WSGIRequest
from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import Application  # type: ignore[import-untyped]
from gunicorn.arbiter import Arbiter  # type: ignore[import-untyped]

LOOK_SECONDS: Final = 0.02
ENDED_BY_ITSELF: Final = 4


def tell(what: str, number: int) -> None:
    """One line, written whole: several processes share the pipe."""
    os.write(sys.stdout.fileno(), f"{what} {number}\n".encode())


class Tjener(Application):  # type: ignore[misc]  # gunicorn has no types
    """gunicorn as in production, with the application that is loaded already."""

    def __init__(self, application: Any, listener: socket.socket, workers: int) -> None:
        self.application, self.listener, self.workers = application, listener, workers
        super().__init__()

    def load_config(self) -> None:
        """Read the configuration of `samvern server`; only what it gets by command is set here."""
        self.load_config_from_module_name_or_filename("python:samvern.web.tjener")
        self.cfg.set("bind", f"fd://{self.listener.fileno()}")
        self.cfg.set("workers", self.workers)
        self.cfg.set("preload_app", True)
        self.cfg.set("loglevel", "warning")
        self.cfg.set("post_worker_init", _ready)

    def load(self) -> Any:
        """Give the WSGI application."""
        return self.application


def _ready(worker: Any) -> None:
    tell("arbeider", worker.pid)


def warm() -> Any:
    """The application, with what its first request loads; nothing is asked of the database."""
    application = get_wsgi_application()
    environ: dict[str, Any] = {"PATH_INFO": "/api/v1/saker", "REQUEST_METHOD": "POST"}
    setup_testing_defaults(environ)
    answer = application.get_response(WSGIRequest(environ))
    assert answer.status_code == 401, answer.status_code
    answer.close()
    # Workers are forked from here: what the collector does not touch is not copied.
    gc.freeze()
    return application


def serve(application: Any, listener: socket.socket, workers: int) -> int:
    """Fork the server; its process id, which is that of its group too."""
    child = os.fork()
    # Said on both sides, so that the group is there before anybody can want to kill it.
    os.setpgid(child, child)
    if child:
        return child
    try:
        tell("tjener", os.getpid())
        Arbiter(Tjener(application, listener, workers)).run()
    except BaseException:  # noqa: BLE001 -- a fork must never run on in its parent's code
        traceback.print_exc()
    os._exit(3)


def main(workers: int) -> int:
    """Keep a server running until standard input is closed. 4 when it ended without being killed:
    that is a fault in it."""
    application = warm()
    listener = socket.create_server(("127.0.0.1", 0))
    tell("port", listener.getsockname()[1])
    server = serve(application, listener, workers)
    while not select.select([sys.stdin], [], [], LOOK_SECONDS)[0]:
        ended, status = os.waitpid(server, os.WNOHANG)
        if ended and not os.WIFSIGNALED(status):
            return ENDED_BY_ITSELF
        if ended:
            server = serve(application, listener, workers)
    os.killpg(server, signal.SIGKILL)
    os.waitpid(server, 0)
    return 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
