"""Emergency access read: what is open now, and what waits for review.

Within `lesing.reading`. Source: part 4 rule 4, LES_FOERST («Nødtilgang»).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from samvern.apps.noekler.public import Keys
from samvern.apps.saker import access
from samvern.apps.saker.access import Handling
from samvern.apps.saker.noedkoder import KONTROLL_VIRKEDAGER, Noedgrunn
from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.engine import clock
from samvern.engine.gjerder import Table
from samvern.engine.viewer import Viewer
from samvern.law.calendar import next_working_day

GJERDE: Final = Table(
    "saker_noedtilgang",
    (
        "id",
        "sak_id",
        "person_id",
        "bruker",
        "rolle",
        "virksomhet",
        "grunn",
        "aapnet",
        "utloeper",
        "frist",
    ),
    sealed=("begrunnelse",),
    closed=("kontrollert", "kontrollert_av"),
)
"""What the database keeps: an opening is never changed, and is reviewed once."""


@dataclass(frozen=True, slots=True)
class Noedbilde:
    """One opening as the reviewer sees it."""

    id: UUID
    sak: UUID
    saksnr: str
    bruker: UUID
    rolle: str
    virksomhet: UUID
    grunn: Noedgrunn
    begrunnelse: str
    aapnet: datetime
    utloeper: datetime
    frist: date
    over_fristen: bool


def review_by(opened: date) -> date:
    """The last day for the review: the third working day after the opening."""
    day = opened
    for _ in range(KONTROLL_VIRKEDAGER):
        day = next_working_day(day + timedelta(days=1))
    return day


def aapen_til(viewer: Viewer, sak: UUID) -> datetime | None:
    """When the viewer's emergency access to a case ends; None without one. One query."""
    now = clock.now()
    rows = Noedtilgang.objects.filter(
        sak=sak,
        bruker=viewer.bruker,
        rolle=str(viewer.rolle),
        virksomhet=viewer.virksomhet,
        aapnet__lte=now,
        utloeper__gt=now,
    )
    return rows.order_by("-utloeper").values_list("utloeper", flat=True).first()


def til_kontroll(viewer: Viewer) -> tuple[Noedbilde, ...]:
    """The openings that nobody has reviewed, the most urgent first. Two queries.

    Raises Nektet for everyone but NK.
    """
    access.may(viewer, Handling.ETTERKONTROLL)
    found = list(
        Noedtilgang.objects.filter(kontrollert=None).select_related("sak").order_by("frist", "id")
    )
    keys = Keys.reading({row.person_id for row in found})
    today = clock.today()
    return tuple(
        Noedbilde(
            row.pk,
            row.sak_id,
            row.sak.saksnr,
            row.bruker,
            row.rolle,
            row.virksomhet,
            Noedgrunn(row.grunn),
            str(keys.open(row, "begrunnelse")),
            row.aapnet,
            row.utloeper,
            row.frist,
            row.frist < today,
        )
        for row in found
    )
