"""Carrying a submission out once, however many times it is sent (TR-F5)."""

import json
import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.db import IntegrityError
from django.utils.crypto import salted_hmac
from django.views.decorators.debug import sensitive_variables

from samvern.apps.saker.models import Innsending
from samvern.engine import clock, lesing
from samvern.engine.avslag import Feil, IkkeNaa, Ugyldig
from samvern.engine.inndata import MANGLER_FELT
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

_KEY = re.compile(r"[A-Za-z0-9_-]{8,80}")
TRENGER_NOEKKEL: Final = Text(
    "Innsendingen mangler nøkkelen som gjør at den bare utføres én gang.",
    "Innsendinga manglar nøkkelen som gjer at ho berre blir utført éin gong.",
)
BRUKT: Final = Text(
    "Nøkkelen er brukt til noe annet. Last siden på nytt og send igjen.",
    "Nøkkelen er brukt til noko anna. Last sida på nytt og send igjen.",
)


class Lagret(NamedTuple):
    """What was saved: the case, its number, the newest entry. `gjentatt` when it already was."""

    sak: UUID
    saksnr: str
    nr: int
    gjentatt: bool = False


def check_key(noekkel: str) -> None:
    """Raise Ugyldig unless the key can be an idempotency key."""
    if not _KEY.fullmatch(noekkel):
        raise Ugyldig([Feil("noekkel", MANGLER_FELT, TRENGER_NOEKKEL)])


@sensitive_variables()
def fingerprint(*parts: Any) -> str:
    """A mark of what was sent, that says nothing about it without the installation's secret."""
    text = json.dumps(parts, sort_keys=True, default=str, ensure_ascii=False)
    return salted_hmac("samvern.innsending", text, algorithm="sha256").hexdigest()


def earlier(viewer: Viewer, noekkel: str, handling: str, avtrykk: str) -> Lagret | None:
    """What the same submission led to before, if it was made. Raises IkkeNaa for another one."""
    mine = Innsending.objects.filter(bruker=viewer.bruker, noekkel=noekkel)
    # The person's own submission, also when it was what took the case out of their sight.
    with lesing.system_fence():
        row = mine.select_related("sak").first()
    if row is None:
        return None
    if (row.handling, row.avtrykk) != (handling, avtrykk):
        raise IkkeNaa([Feil("noekkel", "NOEKKEL_BRUKT", BRUKT)])
    return Lagret(row.sak_id, row.sak.saksnr, row.nr, gjentatt=True)


def remember(viewer: Viewer, noekkel: str, handling: str, avtrykk: str, lagret: Lagret) -> None:
    """Note that the submission is carried out, in the same transaction."""
    Innsending.objects.create(
        bruker=viewer.bruker,
        noekkel=noekkel,
        handling=handling,
        avtrykk=avtrykk,
        sak_id=lagret.sak,
        nr=lagret.nr,
        tid=clock.now(),
    )


@sensitive_variables()
def once(
    viewer: Viewer,
    handling: str,
    noekkel: str,
    sent: Mapping[str, Any],
    do: Callable[[str], Lagret],
) -> Lagret:
    """Run `do` unless the same submission has been carried out; then say what came of it.

    `do` gets the fingerprint, opens its own transaction and calls `remember` in it. When two of
    the same come at once, the database lets one through and the other gets its answer.
    """
    check_key(noekkel)
    avtrykk = fingerprint(handling, sent)
    if found := earlier(viewer, noekkel, handling, avtrykk):
        return found
    try:
        return do(avtrykk)
    except (IntegrityError, IkkeNaa):
        # Perhaps the other of two equal ones came first, and the case has moved on because of it.
        if found := earlier(viewer, noekkel, handling, avtrykk):
            return found
        raise
