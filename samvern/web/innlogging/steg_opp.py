"""Step-up: a sensitive act is for a person who proved who they are in the last five minutes.

    @krever_bekreftelse
    def page(request): …            # or: if answer := ask(request): return answer

Guard the form as well as its answer: then it seldom happens that something typed is lost.
Source: trust table A7.
"""

from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from samvern.web.innlogging.krev import View, krever_innlogging, send_away, viewer_of


def ask(request: HttpRequest) -> HttpResponse | None:
    """The way to the page that asks for password or code; None when it is confirmed already."""
    return None if viewer_of(request).bekreftet else send_away(request, "bekreft")


def krever_bekreftelse(view: View) -> View:
    """Let only a person with a role in who is just confirmed."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return ask(request) or view(request, *args, **kwargs)

    return krever_innlogging(wrapped)
