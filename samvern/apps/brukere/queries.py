"""Reads of the app. The first half is asked for every request, before anyone knows who asks.

The rest takes the viewer, and is for the pages about users.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from samvern.apps.brukere import access
from samvern.apps.brukere.koder import STILLING
from samvern.apps.brukere.models import Bruker, Kodegenerator, Tilknytning
from samvern.apps.virksomheter import public as virksomheter
from samvern.engine.avslag import FinnesIkke
from samvern.engine.minne import Minne
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

UNKNOWN = Text("Ukjent virksomhet", "Ukjend verksemd")


@dataclass(frozen=True, slots=True)
class Rollebilde:
    """A role as people read it."""

    noekkel: UUID
    bruker: UUID
    navn: str
    rolle: Rolle
    virksomhet: UUID
    virksomhetsnavn: Text
    fra: date
    til: date | None

    @property
    def stilling(self) -> Text:
        """What the person is called in the role."""
        return STILLING[self.rolle]

    def gjelder(self, on: date) -> bool:
        """Whether the role is held on a day."""
        return _within(self.fra, self.til, on)


def _within(fra: date, til: date | None, on: date) -> bool:
    """Whether a day is one of those from `fra` to `til`, both included."""
    return fra <= on and (til is None or on <= til)


def _held(on: date) -> Q:
    return Q(erstattet=None, fra__lte=on) & (Q(til=None) | Q(til__gte=on))


def role_held(noekkel: UUID, on: date) -> Tilknytning | None:
    """The role with its user, when it is held on the day; else None. One query.

    Asked at every request, so the days are looked at here: of the rows of a role only one is not
    replaced, and the shorter question is half the work to put.
    """
    newest = Tilknytning.objects.filter(noekkel=noekkel, erstattet=None).select_related("bruker")
    row = next(iter(newest), None)
    return row if row and _within(row.fra, row.til, on) else None


def user(bruker: UUID) -> Bruker | None:
    """A user by id. One query."""
    return Bruker.objects.filter(pk=bruker).first()


def user_named(brukernavn: str) -> Bruker | None:
    """A user by the name typed at log-in, upper and lower case alike. One query."""
    typed = normal_name(brukernavn)
    # PostgreSQL takes no zero byte in a text.
    return Bruker.objects.filter(brukernavn=typed).first() if typed.isprintable() else None


def normal_name(brukernavn: str) -> str:
    """The spelling in which user names are stored and compared."""
    return brukernavn.strip().lower()


def has_code_generator(bruker: UUID) -> bool:
    """Whether the user has confirmed an app for codes. One query."""
    return Kodegenerator.objects.filter(bruker=bruker, bekreftet__isnull=False).exists()


def roles_of(bruker: UUID, on: date) -> list[Rollebilde]:
    """The roles a user holds on a day, oldest first. Two queries."""
    rows = Tilknytning.objects.filter(_held(on), bruker=bruker).select_related("bruker")
    return pictures(rows.order_by("fra", "rolle"), on)


def demo_persons(on: date) -> list[Rollebilde]:
    """Every invented person's roles on a day. Two queries."""
    rows = Tilknytning.objects.filter(
        _held(on), bruker__aktiv=True, bruker__oppdiktet=True
    ).select_related("bruker")
    return pictures(rows.order_by("bruker__registrert", "bruker__navn", "fra"), on)


def names(ids: Collection[UUID]) -> dict[UUID, str]:
    """What the users are called, for «registrert av». One query, or none within a minute."""
    return _NAMES.get_many(ids, _fetch_names)


def _fetch_names(ids: set[UUID]) -> dict[UUID, str]:
    return dict(Bruker.objects.filter(pk__in=ids).values_list("id", "navn"))


_NAMES: Minne[UUID, str] = Minne()


def holders(rolle: Rolle, virksomhet: UUID, on: date) -> list[Rollebilde]:
    """The active users who hold a role at an organisation on a day. Two queries."""
    rows = Tilknytning.objects.filter(
        _held(on), rolle=rolle.value, virksomhet=virksomhet, bruker__aktiv=True
    ).select_related("bruker")
    return pictures(rows.order_by("bruker__navn"), on)


def with_role(rolle: Rolle, on: date) -> list[Rollebilde]:
    """The active users who hold a role on a day, wherever it is. Two queries."""
    rows = Tilknytning.objects.filter(_held(on), rolle=rolle.value, bruker__aktiv=True)
    return pictures(rows.select_related("bruker").order_by("bruker__navn"), on)


def pictures(rows: Iterable[Tilknytning], on: date) -> list[Rollebilde]:
    """Roles with the names of their organisations, as these are called on the day. One query more.

    An organisation outside its time has the name it had when the role began.
    """
    kept = list(rows)
    bodies = virksomheter.by_ids({row.virksomhet_id for row in kept}, on)
    lost = {row.fra: row.virksomhet_id for row in kept if row.virksomhet_id not in bodies}
    for then, body in lost.items():
        bodies |= virksomheter.by_ids([body], then)
    return [
        Rollebilde(
            row.noekkel,
            row.bruker_id,
            row.bruker.navn,
            Rolle(row.rolle),
            row.virksomhet_id,
            bodies[row.virksomhet_id].navn if row.virksomhet_id in bodies else UNKNOWN,
            row.fra,
            row.til,
        )
        for row in kept
    ]


def visible_users(viewer: Viewer) -> QuerySet[Bruker]:
    """The users that the viewer may know of; Nektet for roles that have no business here."""
    access.require_sight(viewer)
    found = Bruker.objects.all()
    if access.sees_all(viewer):
        return found
    own = Tilknytning.objects.filter(virksomhet__in=viewer.virksomheter, erstattet=None)
    return found.filter(pk__in=own.values("bruker"))


def visible_user(viewer: Viewer, bruker: UUID) -> Bruker:
    """One of them. Raises FinnesIkke for a user outside the filter or not there."""
    found = visible_users(viewer).filter(pk=bruker).first()
    if found is None:
        raise FinnesIkke
    return found


def history(viewer: Viewer, bruker: UUID) -> list[Tilknytning]:
    """Every version of every role of a user, newest registered first. Two queries."""
    visible_user(viewer, bruker)
    rows = Tilknytning.objects.filter(bruker=bruker).select_related("bruker")
    return list(rows.order_by("-registrert", "rolle"))
