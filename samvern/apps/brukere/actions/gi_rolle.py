"""Give a user a role at an organisation, from a day, perhaps to a day.

Who may: operations, just confirmed, and never to oneself. Refusals: IKKE_TILGANG, IKKE_KOMPETANT,
IKKE_BEKREFTET, MANGLER_FELT, UGYLDIG_VERDI, UGYLDIG_REKKEFOLGE. Audit: `bruker.rolle_gitt`.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from samvern.apps.brukere import access, queries
from samvern.apps.brukere.koder import ROLLENS_SLAG
from samvern.apps.brukere.models import Bruker, Tilknytning
from samvern.apps.virksomheter import public as virksomheter
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, Ugyldig
from samvern.engine.ids import new_id
from samvern.engine.lesing import writing
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

_ROLE = Text("Velg en rolle fra listen.", "Vel ei rolle frå lista.")


@dataclass(frozen=True, slots=True)
class NyRolle:
    """What is typed: role code, organisation, first and last day (both included)."""

    bruker: UUID
    rolle: str
    virksomhet: UUID | None
    fra: date | None
    til: date | None = None


def utfoer(viewer: Viewer, ny: NyRolle) -> UUID:
    """Give the role; its key. Raises Nektet, FinnesIkke, Ugyldig."""
    access.require_change(viewer, ny.bruker)
    with writing(viewer):
        queries.visible_user(viewer, ny.bruker)
        # Locked, so that two at once cannot both find no overlap.
        Bruker.objects.select_for_update().get(pk=ny.bruker)
        if found := faults(ny):
            raise Ugyldig(found)
        assert ny.virksomhet is not None
        assert ny.fra is not None
        key = new_id()
        Tilknytning.objects.create(
            noekkel=key, bruker_id=ny.bruker, rolle=ny.rolle, virksomhet_id=ny.virksomhet,
            fra=ny.fra, til=ny.til, registrert=clock.now(), registrert_av=str(viewer.bruker),
        )  # fmt: skip
        audit.record(
            viewer.actor, "bruker.rolle_gitt", objekt=("bruker", ny.bruker), grunn=ny.rolle,
            skrevet=["rolle.rolle", "rolle.virksomhet", "rolle.fra", "rolle.til"],
        )  # fmt: skip
    return key


def faults(ny: NyRolle) -> list[Feil]:
    """Everything that is wrong, at once."""
    found = []
    known = ny.rolle in set(Rolle)
    if not known:
        found.append(Feil("rolle", "UGYLDIG_VERDI", _ROLE))
    if ny.fra is None:
        found.append(Feil("fra", "MANGLER_FELT",
                          Text("Skriv første dag.", "Skriv første dag.")))  # fmt: skip
    elif ny.til is not None and ny.til < ny.fra:
        found.append(Feil("til", "UGYLDIG_REKKEFOLGE", Text(
            "Siste dag kan ikke være før første dag.",
            "Siste dag kan ikkje vere før første dag.")))  # fmt: skip
    if ny.virksomhet is None:
        found.append(Feil("virksomhet", "MANGLER_FELT",
                          Text("Velg en virksomhet.", "Vel ei verksemd.")))  # fmt: skip
    elif known:
        found += _organisation_faults(ny.virksomhet, Rolle(ny.rolle), ny.fra or clock.today())
    if not found and _overlaps(ny):
        found.append(Feil("fra", "UGYLDIG_VERDI", Text(
            "Brukeren har alt denne rollen ved virksomheten i noe av tiden.",
            "Brukaren har alt denne rolla ved verksemda i noko av tida.")))  # fmt: skip
    return found


def _organisation_faults(virksomhet: UUID, rolle: Rolle, on: date) -> list[Feil]:
    body = virksomheter.by_ids([virksomhet], on).get(virksomhet)
    if body is None:
        return [Feil("virksomhet", "UGYLDIG_VERDI", Text(
            "Virksomheten finnes ikke på første dag.",
            "Verksemda finst ikkje på første dag."))]  # fmt: skip
    kinds = ROLLENS_SLAG.get(rolle)
    if kinds is not None and body.slag not in kinds:
        return [Feil("virksomhet", "UGYLDIG_VERDI", Text(
            "Rollen kan ikke holdes ved denne slags virksomhet.",
            "Rolla kan ikkje haldast ved dette slaget verksemd."))]  # fmt: skip
    return []


def _overlaps(ny: NyRolle) -> bool:
    same = Tilknytning.objects.filter(
        bruker=ny.bruker, rolle=ny.rolle, virksomhet=ny.virksomhet, erstattet=None
    )
    return any(
        (ny.til is None or row.fra <= ny.til)
        and (row.til is None or (ny.fra is not None and ny.fra <= row.til))
        for row in same
    )
