"""Two writers at once. A file of its own: the reference data of the other files is loaded in a
transaction that stays open while their tests run, and this test needs real commits.
"""

import threading

import pytest
from django.db import DatabaseError, connection, transaction

from samvern.apps.virksomheter.models import Kommune
from tests.apps.virksomheter.test_fences import DAY, kommune


@pytest.mark.django_db(transaction=True)
def test_two_transactions_at_once_cannot_both_pass() -> None:
    """PostgreSQL makes the second wait for the first; SQLite lets only one write at all."""
    outcome: list[bool] = []

    def second() -> None:
        try:
            kommune(DAY).save(force_insert=True)
            outcome.append(True)
        except DatabaseError:
            outcome.append(False)
        finally:
            # Django leaves a database in memory open; this thread's own connection must not stay.
            connection.connection.close()

    with transaction.atomic():
        kommune(DAY).save(force_insert=True)
        thread = threading.Thread(target=second, daemon=True)
        thread.start()
        # Long enough for the second to have come to the fence.
        thread.join(timeout=0.5)
    thread.join(timeout=120)
    assert not thread.is_alive()
    assert outcome == [False]
    assert Kommune.objects.filter(kommunenr=kommune(DAY).kommunenr).count() == 1
