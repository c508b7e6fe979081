"""Emergency access read: what is open now, what waits for review, and what was read meanwhile.

Within `lesing.reading`. Source: part 4 rule 4, LES_FOERST («Nødtilgang»).
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db.models import QuerySet

from samvern.apps.noekler.public import Keys
from samvern.apps.saker import access, lesere, navn, sperre
from samvern.apps.saker.access import Handling
from samvern.apps.saker.bilder import Hvem, Lesningsrad
from samvern.apps.saker.noedkoder import KONTROLL_VIRKEDAGER, Noedgrunn, Utfall
from samvern.apps.saker.noedmodell import Noedtilgang
from samvern.apps.saker.tilgangstabell import NK_ROLLER, SAKSROLLER
from samvern.engine import audit, clock
from samvern.engine.avslag import FinnesIkke
from samvern.engine.gjerder import Table
from samvern.engine.minne import Minne
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
        "frist",
    ),
    sealed=("begrunnelse",),
    closed=("kontrollert", "kontrollert_av"),
    lowered=("utloeper",),
)
"""What the database keeps: an opening is never changed or prolonged, and is reviewed once."""


MOST_READINGS: Final = 200
"""Entries of the log that a review shows: what one person opened in one case in four hours."""


@dataclass(frozen=True, slots=True)
class Aapen:
    """An opening of the viewer's own that is open now."""

    sak: UUID
    saksnr: str
    grunn: Noedgrunn
    utloeper: datetime
    frist: date


@dataclass(frozen=True, slots=True)
class Venter:
    """How many openings wait for review, how many of them too long, and the first deadline."""

    antall: int
    over_fristen: int
    frist: date


@dataclass(frozen=True, slots=True)
class Kontroll:
    """What a review found, by whom and when."""

    tid: datetime
    hvem: Hvem
    utfall: Utfall
    notat: str


@dataclass(frozen=True, slots=True)
class Noedbilde:
    """One opening as the reviewer sees it."""

    id: UUID
    sak: UUID
    saksnr: str
    hvem: Hvem
    """Who opened, with the organisation below."""
    rolle: str
    grunn: Noedgrunn
    begrunnelse: str
    aapnet: datetime
    utloeper: datetime
    frist: date
    over_fristen: bool
    egen: bool
    """Whether the viewer opened it: then somebody else reviews it."""
    kontroll: Kontroll | None = None


def kan_aapne(viewer: Viewer) -> bool:
    """Whether the role may open a case outside its own. NK sees every case and never needs to."""
    return viewer.rolle in SAKSROLLER - NK_ROLLER


def kan_kontrollere(viewer: Viewer) -> bool:
    """Whether the role reviews what others have opened."""
    return viewer.rolle in NK_ROLLER


def review_by(opened: date) -> date:
    """The last day for the review: the third working day after the opening."""
    day = opened
    for _ in range(KONTROLL_VIRKEDAGER):
        day = next_working_day(day + timedelta(days=1))
    return day


def aapne(viewer: Viewer, sak: UUID | None = None) -> tuple[Aapen, ...]:
    """The viewer's own openings that are open now, the one that closes first at the top; in one
    case when it is given. One query."""
    now = clock.now()
    rows = Noedtilgang.objects.filter(
        bruker=viewer.bruker,
        rolle=str(viewer.rolle),
        virksomhet=viewer.virksomhet,
        aapnet__lte=now,
        utloeper__gt=now,
        sak__stand__avsluttet=False,
    )
    rows = rows.exclude(sak__in=sperre.stengte(viewer, clock.today()).values("sak"))
    if sak is not None:
        rows = rows.filter(sak=sak)
    found = rows.order_by("utloeper").values_list(
        "sak", "sak__saksnr", "grunn", "utloeper", "frist"
    )
    return tuple(
        Aapen(key, number, Noedgrunn(ground), until, by) for key, number, ground, until, by in found
    )


def venter(viewer: Viewer) -> Venter | None:
    """What waits for review, for the work list; None when nothing does, and for everyone but NK.

    One query, or none within a minute and outside NK.
    """
    if not kan_kontrollere(viewer):
        return None
    found = _WAITING.get_many([viewer.bruker], lambda _: {viewer.bruker: _days(viewer)})[
        viewer.bruker
    ]
    if not found:
        return None
    today = clock.today()
    return Venter(len(found), sum(day < today for day in found), found[0])


def _days(viewer: Viewer) -> tuple[date, ...]:
    # As in the list: that a case which is shut for somebody was opened is not theirs to count.
    rows = _seen(viewer).filter(kontrollert=None).order_by("frist")
    return tuple(rows.values_list("frist", flat=True))


_WAITING: Minne[UUID, tuple[date, ...]] = Minne()
"""The days by which openings must be reviewed, by reviewer, and nothing else of them."""


def endret() -> None:
    """Something was opened or reviewed: the count is asked for anew."""
    _WAITING.forget()


def til_kontroll(viewer: Viewer) -> tuple[Noedbilde, ...]:
    """The openings that nobody has reviewed, the most urgent first. At most four queries.

    Raises Nektet for everyone but NK.
    """
    access.may(viewer, Handling.ETTERKONTROLL)
    rows = _seen(viewer).filter(kontrollert=None).select_related("sak")
    return _pictures(viewer, list(rows.order_by("frist", "id")))


def _seen(viewer: Viewer) -> QuerySet[Noedtilgang]:
    """Openings of cases that are not shut for the viewer."""
    shut = sperre.stengte(viewer, clock.today()).values("sak")
    return Noedtilgang.objects.exclude(sak__in=shut)


def hent(viewer: Viewer, noedtilgang: UUID) -> Noedbilde:
    """One opening, also when it is reviewed. Raises Nektet for everyone but NK, and FinnesIkke."""
    access.may(viewer, Handling.ETTERKONTROLL)
    found = _pictures(viewer, list(_seen(viewer).filter(pk=noedtilgang).select_related("sak")))
    if not found:
        raise FinnesIkke
    return found[0]


def lest_imens(viewer: Viewer, bilde: Noedbilde) -> tuple[Lesningsrad, ...]:
    """What the one who opened did in the case while it was open, oldest first, from the log.

    At most two queries. Raises Nektet for everyone but NK.
    """
    access.may(viewer, Handling.ETTERKONTROLL)
    whose = {
        "bruker": str(bilde.hvem.id),
        "tid__gte": bilde.aapnet,
        "tid__lte": bilde.utloeper,
    }
    found = audit.about_case(bilde.sak, MOST_READINGS, whose=whose)
    known = navn.gather(clock.today(), folk=[one.bruker for one in found])
    return tuple(reversed(lesere.rows(found, known)))


def _pictures(viewer: Viewer, rows: Collection[Noedtilgang]) -> tuple[Noedbilde, ...]:
    keys = Keys.reading({row.person_id for row in rows})
    folk = [one for row in rows for one in (row.bruker, row.kontrollert_av)]
    known = navn.gather(clock.today(), folk=folk)
    today = clock.today()
    found = []
    for row in rows:
        body = known.organ(row.virksomhet)
        who = known.bruker(row.bruker, body.navn if body else "")
        assert who is not None
        found.append(
            Noedbilde(
                row.pk,
                row.sak_id,
                row.sak.saksnr,
                who,
                row.rolle,
                Noedgrunn(row.grunn),
                str(keys.open(row, "begrunnelse")),
                row.aapnet,
                row.utloeper,
                row.frist,
                row.kontrollert is None and row.frist < today,
                row.bruker == viewer.bruker,
                _review(row, known, keys),
            )
        )
    return tuple(found)


def _review(row: Noedtilgang, known: navn.Navn, keys: Keys) -> Kontroll | None:
    who = known.bruker(row.kontrollert_av)
    if row.kontrollert is None or who is None:
        return None
    note = keys.open(row, "kontrollnotat")
    return Kontroll(row.kontrollert, who, Utfall(row.utfall), str(note or ""))
