"""Who may see and change users.

Operations (`systemdrift`) sees and changes all; the leader of NK sees those of NK; nobody else
has anything to do here. Nobody gives a role to themselves. Source: trust table A1, A5.
"""

from uuid import UUID

from samvern.engine.avslag import Feil, Nektet
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

SEES = frozenset({Rolle.SYSTEMDRIFT, Rolle.NK_LEDER})

NO_SIGHT = Feil(
    "",
    "IKKE_TILGANG",
    Text(
        "Du kan ikke se brukere. Det kan systemdrift, og lederen i Nasjonal koordineringsenhet.",
        "Du kan ikkje sjå brukarar. Det kan systemdrift, og leiaren i Nasjonal "
        "koordineringseining.",
    ),
)
NO_CHANGE = Feil(
    "",
    "IKKE_TILGANG",
    Text("Du kan ikke endre brukere. Det kan systemdrift.",
         "Du kan ikkje endre brukarar. Det kan systemdrift."),
)  # fmt: skip
NOT_ONESELF = Feil(
    "",
    "IKKE_KOMPETANT",
    Text(
        "Du kan ikke gjøre dette med din egen bruker. Det kan en annen i systemdrift.",
        "Du kan ikkje gjere dette med din eigen brukar. Det kan ein annan i systemdrift.",
    ),
)
CONFIRM = Feil(
    "",
    "IKKE_BEKREFTET",
    Text(
        "Bekreft at det er deg, og prøv igjen. Bekreftelsen gjelder i fem minutter.",
        "Stadfest at det er deg, og prøv igjen. Stadfestinga gjeld i fem minutt.",
    ),
)


def sees_all(viewer: Viewer) -> bool:
    """Whether the viewer sees every user, and may change them."""
    return viewer.rolle is Rolle.SYSTEMDRIFT


def require_sight(viewer: Viewer) -> None:
    """Raise Nektet for a role that may not see users."""
    if viewer.rolle not in SEES:
        raise Nektet([NO_SIGHT])


def require_change(viewer: Viewer, bruker: UUID | None = None) -> None:
    """Raise Nektet unless the viewer may change users, this one included, and is just confirmed."""
    if not sees_all(viewer):
        raise Nektet([NO_CHANGE if viewer.rolle in SEES else NO_SIGHT])
    if bruker == viewer.bruker:
        raise Nektet([NOT_ONESELF])
    if not viewer.bekreftet:
        raise Nektet([CONFIRM])
