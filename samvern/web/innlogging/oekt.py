"""The session: what it holds, when it ends, and how a request is told who asks.

A session ends 15 minutes after the last request and 10 hours after log-in, whichever comes first,
by our own clock. The user and the role are looked up anew in every request, so that what is taken
away is gone with the next one. Source: trust table A5, A7.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.middleware.csrf import rotate_token

from samvern.apps.brukere import public as brukere
from samvern.engine import clock
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

IDLE: Final = timedelta(minutes=15)
ABSOLUTE: Final = timedelta(hours=10)
CONFIRMED: Final = timedelta(minutes=5)
HALFWAY: Final = timedelta(minutes=10)
PRECISION: Final = timedelta(seconds=5)
"""The last request is written down at most this often; a session may end so much too early."""

_HALFWAY: Final = "halvveis"


@dataclass(frozen=True, slots=True)
class Innlogget:
    """Who is logged in, with or without a role yet, as the frame shows it."""

    bruker: UUID
    navn: str
    virksomhet: Text | None = None


@dataclass(slots=True)
class Tilstand:
    """What a request knows about who asks."""

    innlogget: Innlogget | None = None
    viewer: Viewer | None = None
    utloept: bool = False
    """The session ended because of time, just now."""


def of(request: HttpRequest) -> Tilstand:
    """What the middleware found; nobody, when it has not run."""
    found = getattr(request, "tilstand", None)
    return found if isinstance(found, Tilstand) else Tilstand()


def resume(request: HttpRequest) -> Tilstand:
    """Find out who asks. At most three queries, and one to note the time of the request."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return Tilstand()
    session = request.session
    if "bruker" not in session:
        return Tilstand()
    now = clock.now().timestamp()
    if now - session["sett"] >= IDLE.total_seconds() or (
        now - session["inn"] >= ABSOLUTE.total_seconds()
    ):
        session.flush()
        return Tilstand(utloept=True)
    found = _look_up(session)
    if found is None:
        session.flush()
        return Tilstand()
    if now - session["sett"] >= PRECISION.total_seconds():
        session["sett"] = now
    return found


def _look_up(session: Any) -> Tilstand | None:
    """The user and the role as they are now; None when the user may not be here any more."""
    key = session.get("rolle")
    role = brukere.role_held(UUID(key), clock.today()) if key else None
    user = role.bruker if role else brukere.user(UUID(session["bruker"]))
    if user is None or str(user.pk) != session["bruker"] or not may_be_in(user):
        return None
    if user.oektversjon != session["versjon"]:
        return None
    if role is None:
        if key:
            del session["rolle"]
        return Tilstand(Innlogget(user.pk, user.navn))
    confirmed = clock.now().timestamp() - session.get("bekreftet", 0) < CONFIRMED.total_seconds()
    viewer = brukere.make_viewer(
        user.pk, user.navn, Rolle(role.rolle), role.virksomhet_id, bekreftet=confirmed
    )
    return Tilstand(Innlogget(user.pk, user.navn, Text(*session["virksomhet"])), viewer)


def may_be_in(user: brukere.Bruker) -> bool:
    """Whether the user can have a session at all: invented people only in the demo."""
    return user.aktiv and (settings.DEMO or not user.oppdiktet)


def begin(request: HttpRequest, user: brukere.Bruker) -> None:
    """Log the person in, in a session with a new key."""
    now = clock.now().timestamp()
    request.session.flush()
    request.session.update(
        {"bruker": str(user.pk), "versjon": user.oektversjon, "inn": now, "sett": now,
         "bekreftet": now}
    )  # fmt: skip
    rotate_token(request)


def choose_role(request: HttpRequest, role: brukere.Rollebilde) -> Viewer:
    """Act in a role from now on, under a new session key."""
    request.session.cycle_key()
    request.session["rolle"] = str(role.noekkel)
    request.session["virksomhet"] = [role.virksomhetsnavn.nb, role.virksomhetsnavn.nn]
    rotate_token(request)
    (viewer,) = brukere.viewers_of_roles([role])
    return viewer


def confirm(request: HttpRequest) -> None:
    """Note that the person proved who they are just now, under a new session key."""
    request.session.cycle_key()
    request.session["bekreftet"] = clock.now().timestamp()


def end(request: HttpRequest) -> None:
    """Log out: the session is gone, on the server too."""
    request.session.flush()
    rotate_token(request)


def begin_halfway(request: HttpRequest, user: brukere.Bruker) -> None:
    """The password was right: remember it for ten minutes, in a session that opens nothing."""
    request.session.flush()
    request.session[_HALFWAY] = {
        "bruker": str(user.pk), "versjon": user.oektversjon, "fra": clock.now().timestamp(),
        "kode": False,
    }  # fmt: skip
    rotate_token(request)


def halfway(request: HttpRequest) -> brukere.Bruker | None:
    """Who has given the right password and not yet the rest; None when it is too long ago."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return None
    found = request.session.get(_HALFWAY)
    if not found:
        return None
    if clock.now().timestamp() - found["fra"] >= HALFWAY.total_seconds():
        request.session.flush()
        return None
    user = brukere.user(UUID(found["bruker"]))
    right = user is not None and may_be_in(user) and user.oektversjon == found["versjon"]
    return user if right else None


def code_given(request: HttpRequest) -> bool:
    """Whether the code has been given too, in a log-in that is not yet done."""
    return bool(request.session.get(_HALFWAY, {}).get("kode"))


def note_code(request: HttpRequest) -> None:
    """Remember that the code has been given."""
    request.session[_HALFWAY] = {**request.session[_HALFWAY], "kode": True}


def note_password(request: HttpRequest, user: brukere.Bruker) -> None:
    """Go on after a new password, which ended every other session."""
    request.session[_HALFWAY] = {**request.session[_HALFWAY], "versjon": user.oektversjon}
