"""From the text of a key to the viewer of one request. Every use and every failure is logged.

User, role and key are looked up anew each time, so that what is taken away is gone with the next
request (trust table A5). Whoever is refused is told nothing of why; the log is.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.views.decorators.debug import sensitive_variables

from samvern.apps.apinoekler import noekkeltekst
from samvern.apps.apinoekler.koder import Formaal, Stand
from samvern.apps.apinoekler.models import Apinoekkel
from samvern.apps.apinoekler.noekkeltekst import Lest
from samvern.apps.brukere import public as brukere
from samvern.engine import audit, clock
from samvern.engine.audit import Actor
from samvern.engine.ids import new_id
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer

BRUKT: Final = "apinoekkel.brukt"
AVVIST: Final = "apinoekkel.avvist"
FEIL_FORM: Final = "feil_form"
UKJENT: Final = "ukjent_noekkel"
FEIL_HEMMELIGHET: Final = "feil_hemmelighet"

_NOBODY: Final = ("ukjent", "ingen")
_NOTED_AFTER: Final = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Bruk:
    """One request with a key that works: who asks, and for what."""

    viewer: Viewer
    noekkel: UUID
    navn: str
    formaal: Formaal
    utloeper: datetime


def stand_of(row: Apinoekkel, user: brukere.Bruker, now: datetime, *, holds_role: bool) -> Stand:
    """Whether a key works at a moment."""
    if row.trukket is not None:
        return Stand.TRUKKET
    if row.utloeper <= now:
        return Stand.UTLOEPT
    may_be_in = user.aktiv and (settings.DEMO or not user.oppdiktet)
    if not may_be_in or user.oektversjon != row.oektversjon:
        return Stand.INNLOGGING_ENDRET
    return Stand.VIRKER if holds_role else Stand.ROLLE_IKKE_HOLDT


@sensitive_variables()
def bruk(skrevet: str) -> Bruk | None:
    """Who a key lets in, or None. To be called outside a transaction.

    Three queries, and the log entry; once an hour an update of when it was last used.
    """
    sent = noekkeltekst.read(skrevet)
    if sent is None:
        _refuse(None, FEIL_FORM)
        return None
    row = Apinoekkel.objects.select_related("bruker").filter(pk=sent.id).first()
    if not noekkeltekst.proves(sent, row.avtrykk if row else None) or row is None:
        _refuse(sent, UKJENT if row is None else FEIL_HEMMELIGHET, known=row is not None)
        return None
    return _let_in(row, sent)


def _let_in(row: Apinoekkel, sent: Lest) -> Bruk | None:
    now, today = clock.now(), clock.today()
    role = brukere.role_held(row.rolle, today)
    if role is not None and role.bruker_id != row.bruker_id:
        role = None
    stand = stand_of(row, row.bruker, now, holds_role=role is not None)
    if stand is not Stand.VIRKER or role is None:
        _refuse(sent, stand.value, user=row.bruker_id, known=True)
        return None
    viewer = brukere.make_viewer(
        row.bruker_id, row.bruker.navn, Rolle(role.rolle), role.virksomhet_id
    )
    with transaction.atomic():
        if row.sist_brukt is None or now - row.sist_brukt >= _NOTED_AFTER:
            Apinoekkel.objects.filter(pk=row.pk).update(sist_brukt=now)
        audit.record(viewer.actor, BRUKT, objekt=("apinoekkel", row.pk), grunn=row.formaal)
    return Bruk(viewer, row.pk, row.navn, Formaal(row.formaal), row.utloeper)


def _refuse(sent: Lest | None, kode: str, *, user: UUID | None = None, known: bool = False) -> None:
    """Log the failure. The user stands in the entry only when the secret was right; an id that is
    no key's is not written, since anything may have been sent."""
    actor = Actor(user or _NOBODY[0], _NOBODY[1], _NOBODY[1], new_id())
    target = ("apinoekkel", sent.id) if sent is not None and known else None
    audit.record_denial(actor, AVVIST, kode, objekt=target)
