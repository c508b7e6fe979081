"""How often a user looks for a person by number: at most 20 a minute without a reason (TR-X15).

Only the user and the moment are kept, for a minute. Who was looked for is in the audit log, as the
cases that were found.
"""

import logging
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from django.db import transaction

from samvern.apps.utvalg.models import Personoppslag
from samvern.engine import audit, clock
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

GRENSE: Final = 20
"""Look-ups in a minute that need no reason."""

GRUNNER: Final[Mapping[str, Text]] = {
    "nye_dommer": Text("Jeg legger inn flere dommer", "Eg legg inn fleire dommar"),
    "henvendelse": Text(
        "Jeg svarer på en liste fra en annen part", "Eg svarer på ei liste frå ein annan part"
    ),
    "kvalitet": Text("Jeg kontrollerer registeret", "Eg kontrollerer registeret"),
}
"""Reasons to look for many persons in a row. The codes are logged; never respell one."""

FOR_MANGE: Final = "for_mange_oppslag"
"""The denial in the log."""
LOG: Final = logging.getLogger("samvern.oppslag")

_WINDOW: Final = timedelta(minutes=1)


def tell_oppslag(viewer: Viewer) -> int:
    """Note one look-up, and return how many the user has made in the last minute, this included.

    Committed before it counts, so that two at the same time both count each other. To be called
    outside a transaction. Three queries.
    """
    now = clock.now()
    Personoppslag.objects.create(bruker=viewer.bruker, tid=now)
    with transaction.atomic():
        mine = Personoppslag.objects.filter(bruker=viewer.bruker)
        mine.filter(tid__lte=now - _WINDOW).delete()
        return mine.count()


def slipper_gjennom(viewer: Viewer, handling: str, grunn: str | None) -> bool:
    """Count a look-up, and say whether it may be made: there are few, or there is a reason.

    A no is logged as a denial of `handling`, with an alarm to operations that names nobody. To be
    called outside a transaction, before the look-up. `grunn` is a code of GRUNNER, or empty.
    """
    if tell_oppslag(viewer) <= GRENSE or grunn:
        return True
    audit.record_denial(viewer.actor, handling, FOR_MANGE)
    LOG.warning("Mer enn %d personoppslag på ett minutt. Se revisjonsloggen.", GRENSE)
    return False
