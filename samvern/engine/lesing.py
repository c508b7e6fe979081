"""One way to read what is about a person: transaction, row fence and audit entry together.

    with reading(viewer, "sak.vist") as lest:
        bilde = …queries…
        lest.saw(["status", "person.navn"], saker=[sak])

Everything that is shown is made before the block ends. If the entry cannot be written, the error
comes out of the block and nothing may be shown. Source: trust table A1, L1.

The fence is told to PostgreSQL for one transaction at a time; outside a block it shows nothing of
cases and persons. `system_fence` is for what no person asks for: projections, rebuilding, the
command line. On SQLite there is only the first fence, and the same code does nothing here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from django.db import connection, transaction

from samvern.engine import audit, clock
from samvern.engine.audit import Id, Reading
from samvern.engine.viewer import Viewer

SETTINGS: Final = (
    "samvern.rolle",
    "samvern.bruker",
    "samvern.virksomhet",
    "samvern.virksomheter",
    "samvern.dag",
    "samvern.naa",
)
"""What the row policies in PostgreSQL look at; set for one transaction at a time."""
SYSTEM: Final = "system"
"""The role of the program itself; no person has it."""

_GET = "SELECT " + ", ".join(f"coalesce(current_setting('{name}', true), '')" for name in SETTINGS)
_SET = "SELECT " + ", ".join(f"set_config('{name}', %s, true)" for name in SETTINGS)

type _Values = tuple[str, ...]


def _set(values: _Values) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_SET, values)


def _told() -> _Values:
    with connection.cursor() as cursor:
        cursor.execute(_GET)
        return tuple(cursor.fetchone())


def _values(rolle: str, bruker: str, virksomhet: str, virksomheter: str) -> _Values:
    # The program's own clock, which may be set; the database's may not.
    return (
        rolle,
        bruker,
        virksomhet,
        virksomheter,
        clock.today().isoformat(),
        clock.now().isoformat(),
    )


def fence(viewer: Viewer) -> None:
    """Tell the database who asks, for the rest of this transaction (second fence, PostgreSQL)."""
    if connection.vendor != "postgresql":
        return
    organisations = ",".join(sorted(str(one) for one in viewer.virksomheter))
    _set(
        _values(str(viewer.rolle), str(viewer.bruker), str(viewer.virksomhet), organisations),
    )


@contextmanager
def _within(nested: bool) -> Iterator[None]:
    """Leave an outer transaction with the fence it had; the end of one of our own resets it."""
    before = _told() if nested and connection.vendor == "postgresql" else None
    yield
    if before is not None:
        _set(before)


@contextmanager
def fenced(viewer: Viewer) -> Iterator[None]:
    """A transaction behind the viewer's fence, without an audit entry: for the two below."""
    nested = connection.in_atomic_block
    # An exception rolls back to the savepoint, and the settings with it.
    with transaction.atomic(), _within(nested):
        fence(viewer)
        yield


@contextmanager
def system_fence() -> Iterator[None]:
    """A transaction in which the program itself reads and writes every case (PostgreSQL).

    For projections, rebuilding and the command line; never around something that is shown to a
    person. Inside a viewer's block the viewer's fence is back afterwards.
    """
    if connection.vendor != "postgresql":
        yield
        return
    nested = connection.in_atomic_block
    with transaction.atomic(), _within(nested):
        _set(_values(SYSTEM, "", "", ""))
        yield


@contextmanager
def reading(
    viewer: Viewer, handling: str, *, objekt: tuple[str, Id] | None = None, grunn: str = ""
) -> Iterator[Reading]:
    """Read and log in one transaction, behind the row fence."""
    with (
        fenced(viewer),
        audit.audited_read(viewer.actor, handling, objekt=objekt, grunn=grunn) as seen,
    ):
        yield seen


@contextmanager
def writing(viewer: Viewer) -> Iterator[None]:
    """One transaction for an action, behind the row fence. The action records itself last."""
    with fenced(viewer):
        yield
