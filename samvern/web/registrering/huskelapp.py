"""Where the reader has drafts, kept in the session so that most pages need not ask.

Asked for once in a session; then each form that keeps or discards a draft says so. Only ids of
cases. It decides whether to look, never what is shown.
"""

from typing import Final
from uuid import UUID

from django.http import HttpRequest

from samvern.apps.utkast import public as utkast
from samvern.engine.viewer import Viewer

KEY: Final = "utkast_i"
NEW_CASE: Final = "ny"


def _name(sak: UUID | None) -> str:
    return NEW_CASE if sak is None else str(sak)


def has_drafts(request: HttpRequest, viewer: Viewer, sak: UUID | None) -> bool:
    """Whether the viewer may have drafts in the case (None: a new case)."""
    if KEY not in request.session:
        request.session[KEY] = sorted(_name(one) for one in utkast.saker(viewer))
    return _name(sak) in request.session[KEY]


def note(request: HttpRequest, sak: UUID | None) -> None:
    """Note that there is a draft in the case, before it is kept."""
    held = request.session.get(KEY)
    if held is not None and _name(sak) not in held:
        request.session[KEY] = sorted([*held, _name(sak)])


def look_again(request: HttpRequest) -> None:
    """Forget, so that the next page asks: a draft is gone, and perhaps the last in its case."""
    request.session.pop(KEY, None)
