"""Slowing down whoever guesses: after five failures on a name, one minute, then twice as long.

It is counted the same way for names that exist and names that do not, in the database, so that
every process counts together. Only a keyed hash of the name is kept. Password and code count on
the same row, and only a whole log-in clears it. Source: trust table X15.
"""

from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.crypto import salted_hmac

from samvern.apps.brukere.models import Innloggingssperre
from samvern.apps.brukere.queries import normal_name
from samvern.engine import clock

FREE: Final = 5
FIRST_WAIT: Final = timedelta(minutes=1)
LONGEST_WAIT: Final = timedelta(minutes=15)
FORGOTTEN_AFTER: Final = timedelta(hours=24)


def key(brukernavn: str) -> str:
    """What stands for a user name in the table."""
    typed = normal_name(brukernavn)
    return salted_hmac("samvern.innloggingssperre", typed, algorithm="sha256").hexdigest()


def opens(brukernavn: str) -> datetime | None:
    """When the name can be tried again; None when it can be tried now. One query."""
    row = Innloggingssperre.objects.filter(pk=key(brukernavn)).first()
    return row.aapner if row and clock.now() < row.aapner else None


def wait_after(failures: int) -> timedelta:
    """How long to wait after so many failures in a row."""
    if failures < FREE:
        return timedelta(0)
    doubled: int = 2 ** min(failures - FREE, 10)
    return min(FIRST_WAIT * doubled, LONGEST_WAIT)


def count_failure(brukernavn: str) -> None:
    """Note a failure. To be called in the transaction that logs it."""
    now = clock.now()
    with transaction.atomic():
        Innloggingssperre.objects.get_or_create(
            noekkel=key(brukernavn), defaults={"sist": now, "aapner": now}
        )
        row = Innloggingssperre.objects.select_for_update().get(pk=key(brukernavn))
        if row.sist < now - FORGOTTEN_AFTER:
            row.antall = 0
        row.antall += 1
        row.sist, row.aapner = now, now + wait_after(row.antall)
        row.save()
        Innloggingssperre.objects.filter(sist__lt=now - FORGOTTEN_AFTER).delete()


def clear(brukernavn: str) -> None:
    """Forget the failures, after a whole log-in."""
    Innloggingssperre.objects.filter(pk=key(brukernavn)).delete()
