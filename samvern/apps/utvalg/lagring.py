"""Keep, replace and delete the filters a user has chosen for a page; log that it was done.

One set per user, role and page. Source: issue of the register's first working day, section 2.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from samvern.apps.utvalg.koder import FORMER, LONGEST, Side
from samvern.apps.utvalg.models import Lagretutvalg
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, FinnesIkke, Ugyldig
from samvern.engine.lesing import writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

NOT_A_FILTER = Text(
    "Dette er ikke et filter som kan lagres.", "Dette er ikkje eit filter som kan lagrast."
)


@dataclass(frozen=True, slots=True)
class Mittutvalg:
    """What a user has kept for a page: filter by name, and whether the page opens with it."""

    verdier: Mapping[str, str] = field(default_factory=dict)
    standard: bool = False


def _mine(viewer: Viewer, side: Side) -> dict[str, Any]:
    return {"bruker": viewer.bruker, "rolle": str(viewer.rolle), "side": side.value}


def hent(viewer: Viewer, side: Side) -> Mittutvalg | None:
    """The viewer's own saved filters for a page; None when nothing is kept. One query."""
    row = Lagretutvalg.objects.filter(**_mine(viewer, side)).first()
    return Mittutvalg(dict(row.verdier), row.standard) if row else None


def lagre(viewer: Viewer, side: Side, verdier: Mapping[str, str], *, standard: bool) -> None:
    """Keep filters for a page, in place of what was kept before.

    Raises Ugyldig (`UGYLDIG_VERDI`, one fault for each) when a name is not a filter of the page or
    a value is not a code, an id or a period; then nothing is kept.
    """
    faults = [
        Feil(name if name in FORMER[side] else "", "UGYLDIG_VERDI", NOT_A_FILTER)
        for name, value in verdier.items()
        if not _fits(side, name, value)
    ]
    if faults:
        raise Ugyldig(faults)
    with writing(viewer):
        Lagretutvalg.objects.update_or_create(
            **_mine(viewer, side),
            defaults={"verdier": dict(verdier), "standard": standard, "endret": clock.now()},
        )
        _log(viewer, "utvalg.lagret", side, verdier)


def sett_standard(viewer: Viewer, side: Side, *, standard: bool) -> None:
    """Say whether the page opens with the kept filters. Raises FinnesIkke when none are kept."""
    with writing(viewer):
        rows = Lagretutvalg.objects.filter(**_mine(viewer, side))
        if not rows.update(standard=standard, endret=clock.now()):
            raise FinnesIkke
        _log(viewer, "utvalg.standard", side, ["standard"])


def slett(viewer: Viewer, side: Side) -> None:
    """Forget the kept filters. Raises FinnesIkke when none are kept."""
    with writing(viewer):
        if not Lagretutvalg.objects.filter(**_mine(viewer, side)).delete()[0]:
            raise FinnesIkke
        _log(viewer, "utvalg.slettet", side, ())


def _fits(side: Side, name: str, value: str) -> bool:
    form = FORMER[side].get(name)
    return form is not None and len(value) <= LONGEST and form.fullmatch(value) is not None


def _log(
    viewer: Viewer, handling: str, side: Side, skrevet: Mapping[str, str] | list[str] | tuple[()]
) -> None:
    audit.record(viewer.actor, handling, objekt=("side", side.value), skrevet=skrevet)
