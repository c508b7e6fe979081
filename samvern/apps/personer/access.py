"""Which roles may look up, register, link and erase persons. Everyone else may not.

Which persons a role may see is not decided here: that follows from the cases, by the row filter
of the app that asks. Source: `koordineringsenheten.md` part 4; a role without a column has nothing.
"""

from typing import Final

from samvern.engine.avslag import Feil, Nektet
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

SLAA_OPP: Final = frozenset(Rolle) - {
    Rolle.FORSKER,
    Rolle.REVISOR,
    Rolle.SYSTEMDRIFT,
}
"""Who may ask about a number."""
FAAR_TREFF: Final = SLAA_OPP - {Rolle.POLITI, Rolle.STATSFORVALTER}
"""Who is told of a hit: those who read the number in the cases they see (a test compares with the
table). To the rest, a hit would confirm a number they may not read; they are told what everybody is
told when nobody is found, and use the case number (part 4: «m»)."""
REGISTRERE: Final = frozenset({Rolle.NK, Rolle.NK_LEDER, Rolle.STATSADVOKAT})
ENDRE: Final = frozenset({Rolle.NK, Rolle.NK_LEDER})
SLETTE: Final = frozenset({Rolle.NK_LEDER})

IKKE_TILGANG: Final = Text(
    "Rollen din gir ikke adgang til dette.", "Rolla di gir ikkje tilgang til dette."
)
BEKREFT: Final = Text(
    "Bekreft hvem du er på nytt før du sletter.", "Stadfest kven du er på nytt før du slettar."
)


def require(viewer: Viewer, roles: frozenset[Rolle]) -> None:
    """Raise Nektet (IKKE_TILGANG) when the viewer's role is not one of these."""
    if viewer.rolle not in roles:
        raise Nektet([Feil("", "IKKE_TILGANG", IKKE_TILGANG, "phvl/5-2b")])


def require_confirmed(viewer: Viewer) -> None:
    """Raise Nektet unless the person has just proved again who they are."""
    if not viewer.bekreftet:
        raise Nektet([Feil("", "IKKE_TILGANG", BEKREFT)])
