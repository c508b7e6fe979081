"""What every internal page is wrapped in: nobody gets further without a person and a role.

    @krever_innlogging
    def page(request): viewer = viewer_of(request) …

A test walks every address and looks for the mark that these leave (trust table A1).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, Final

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

from samvern.engine.viewer import Viewer
from samvern.web.innlogging import neste, oekt

type View = Callable[..., HttpResponse]

MARK: Final = "krever_innlogging"
"""The attribute that a guarded view carries."""


def krever_innlogging(view: View) -> View:
    """Let only a person with a role in; send others to log in, and back afterwards if they read."""
    return _guarded(view, with_role=True)


def krever_bruker(view: View) -> View:
    """Let a logged-in person in also before a role is chosen."""
    return _guarded(view, with_role=False)


def _guarded(view: View, *, with_role: bool) -> View:
    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        state = oekt.of(request)
        if state.innlogget is None:
            return send_away(request, "velg_person" if settings.DEMO else "logg_inn")
        if with_role and state.viewer is None:
            return send_away(request, "velg_rolle")
        return view(request, *args, **kwargs)

    setattr(wrapped, MARK, True)
    return wrapped


def send_away(request: HttpRequest, name: str) -> HttpResponse:
    """A redirect that comes back to a page that was read, never to a form that was sent."""
    address = request.get_full_path() if request.method == "GET" else ""
    fields = {"grunn": "tid"} if oekt.of(request).utloept else {}
    answer = neste.to(name, address, **fields)
    if request.headers.get("HX-Request") == "true":
        # A part of a page was asked for; the whole page must go.
        moved = HttpResponse(status=204)
        moved["HX-Redirect"] = neste.to(name, **fields)["Location"]
        return moved
    return answer


def viewer_of(request: HttpRequest) -> Viewer:
    """Who asks. Raises PermissionDenied on a page that forgot the decorator: fails closed."""
    viewer = oekt.of(request).viewer
    if viewer is None:
        raise PermissionDenied
    return viewer
