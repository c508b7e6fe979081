"""The list of users and one user's page, as values. Every read is logged by the caller's `reading`.

Searching and sorting are done here and not in the database: SQLite knows neither Norwegian order
nor that «Ø» is «ø», and an installation has thousands of users, not millions.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final
from uuid import UUID

from samvern.apps.brukere import access, queries
from samvern.apps.brukere.koder import Profesjon
from samvern.apps.brukere.models import Bruker, Kodegenerator, Tilknytning
from samvern.apps.brukere.queries import Rollebilde
from samvern.engine import clock
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer

SIZE: Final = 25
SORTED_BY: Final = ("navn", "brukernavn", "sist_inne")
_NORWEGIAN: Final = str.maketrans("æäøöå", "{{||}")


@dataclass(frozen=True, slots=True)
class Brukerbilde:
    """A user as a row of the list."""

    id: UUID
    navn: str
    brukernavn: str
    aktiv: bool
    oppdiktet: bool
    sist_inne: datetime | None
    roller: tuple[Rollebilde, ...] = ()


@dataclass(frozen=True, slots=True)
class Utvalg:
    """What to show: words, role, only those who can log in, order, page (from 1)."""

    soek: str = ""
    rolle: str = ""
    status: str = ""
    sorter: str = "navn"
    side: int = 1


@dataclass(frozen=True, slots=True)
class Brukerliste:
    """One page of the list."""

    rader: tuple[Brukerbilde, ...]
    antall: int
    side: int
    sider: int


@dataclass(frozen=True, slots=True)
class Rolleversjon:
    """A line of the role history: the role as it was registered, and what replaced it."""

    rolle: Rollebilde
    registrert: datetime
    registrert_av: str
    erstattet: datetime | None


@dataclass(frozen=True, slots=True)
class Detaljer:
    """Everything on one user's page."""

    bruker: Brukerbilde
    hpr: str
    profesjon: Profesjon
    registrert: datetime
    engangspassord_til: datetime | None
    har_kodeapp: bool
    gjeldende: tuple[Rollebilde, ...]
    """The newest version of each role, also those that are over or have not begun."""
    historikk: tuple[Rolleversjon, ...]
    kan_endres: bool
    """Whether the viewer has the role for it, and it is somebody else."""


def norwegian(text: str) -> str:
    """A key that sorts æ, ø and å last."""
    return text.lower().translate(_NORWEGIAN)


def page(viewer: Viewer, utvalg: Utvalg) -> Brukerliste:
    """A page of the users the viewer may know of. Three queries. Raises Nektet."""
    today = clock.today()
    users = queries.visible_users(viewer)
    if utvalg.rolle:
        users = users.filter(pk__in=_with_role(utvalg.rolle, today))
    if utvalg.status in {"aktiv", "stengt"}:
        users = users.filter(aktiv=utvalg.status == "aktiv")
    words = utvalg.soek.lower().split()
    hits = [row for row in users if all(w in f"{row.navn} {row.brukernavn}".lower() for w in words)]
    _sort(hits, utvalg.sorter)
    last = max(1, -(-len(hits) // SIZE))
    here = min(max(1, utvalg.side), last)
    shown = hits[(here - 1) * SIZE : here * SIZE]
    held = _roles(shown, today)
    rows = tuple(_picture(row, tuple(held.get(row.pk, ()))) for row in shown)
    return Brukerliste(rows, len(hits), here, last)


def _with_role(rolle: str, on: date) -> "list[UUID]":
    rows = Tilknytning.objects.filter(rolle=rolle, erstattet=None, fra__lte=on)
    return [row.bruker_id for row in rows if row.til is None or on <= row.til]


def _sort(hits: list[Bruker], by: str) -> None:
    hits.sort(key=lambda row: (norwegian(row.navn), row.brukernavn))
    if by == "brukernavn":
        hits.sort(key=lambda row: row.brukernavn)
    elif by == "sist_inne":
        hits.sort(key=lambda row: row.last_login.timestamp() if row.last_login else 0, reverse=True)


def _roles(users: list[Bruker], on: date) -> dict[UUID, list[Rollebilde]]:
    rows = Tilknytning.objects.filter(bruker__in=users, erstattet=None).select_related("bruker")
    found: dict[UUID, list[Rollebilde]] = {}
    for role in queries.pictures(rows.order_by("fra"), on):
        if role.gjelder(on):
            found.setdefault(role.bruker, []).append(role)
    return found


def _picture(row: Bruker, roller: tuple[Rollebilde, ...]) -> Brukerbilde:
    return Brukerbilde(
        row.pk, row.navn, row.brukernavn, row.aktiv, row.oppdiktet, row.last_login, roller
    )


def details(viewer: Viewer, bruker: UUID) -> Detaljer:
    """One user with the role history. Five queries. Raises Nektet, FinnesIkke."""
    row = queries.visible_user(viewer, bruker)
    today = clock.today()
    versions = list(
        Tilknytning.objects.filter(bruker=row).select_related("bruker").order_by("-registrert")
    )
    pictures = queries.pictures(versions, today)
    authors = _authors(versions)
    current = tuple(
        picture
        for picture, version in zip(pictures, versions, strict=True)
        if version.erstattet is None
    )
    return Detaljer(
        bruker=_picture(row, tuple(role for role in current if role.gjelder(today))),
        hpr=row.hpr,
        profesjon=Profesjon(row.profesjon),
        registrert=row.registrert,
        engangspassord_til=row.engangspassord_til,
        har_kodeapp=Kodegenerator.objects.filter(pk=row.pk, bekreftet__isnull=False).exists(),
        gjeldende=current,
        historikk=tuple(
            Rolleversjon(picture, v.registrert, authors.get(v.registrert_av, ""), v.erstattet)
            for picture, v in zip(pictures, versions, strict=True)
        ),
        kan_endres=access.sees_all(viewer) and row.pk != viewer.bruker,
    )


def _authors(versions: list[Tilknytning]) -> dict[str, str]:
    ids = set()
    for version in versions:
        try:
            ids.add(UUID(version.registrert_av))
        except ValueError:
            continue
    return {str(key): name for key, name in queries.names(ids).items()}


def brief(viewer: Viewer, bruker: UUID) -> Brukerbilde:
    """A user the viewer may know of, without roles. One query. Raises Nektet and FinnesIkke."""
    return _picture(queries.visible_user(viewer, bruker), ())


def role_codes() -> tuple[Rolle, ...]:
    """Every role, in the order of the list of roles."""
    return tuple(Rolle)
