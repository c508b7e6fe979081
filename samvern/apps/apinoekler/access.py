"""Who may have a key: whoever has a role that sees something in cases; for oneself only.

Making one takes a person who has just confirmed who they are. Source: trust table A5, A7.
"""

from django.db.models import QuerySet

from samvern.apps.apinoekler.models import Apinoekkel
from samvern.apps.saker.public import Innhold, rolleblikk
from samvern.engine.avslag import Feil, Nektet
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

NO_CASES = Feil(
    "",
    "IKKE_TILGANG",
    Text("Rollen din gir ikke adgang til saker.", "Rolla di gir ikkje tilgang til saker."),
)
CONFIRM = Feil(
    "",
    "IKKE_BEKREFTET",
    Text(
        "Bekreft at det er deg, og prøv igjen. Bekreftelsen gjelder i fem minutter.",
        "Stadfest at det er deg, og prøv igjen. Stadfestinga gjeld i fem minutt.",
    ),
)


def may_have(viewer: Viewer) -> bool:
    """Whether the role sees anything in cases, which is what a key could show."""
    return rolleblikk(viewer.rolle).kan_lese(Innhold.SAK) is not None


def require_make(viewer: Viewer) -> None:
    """Raise Nektet unless the viewer may make a key, and is just confirmed."""
    if not may_have(viewer):
        raise Nektet([NO_CASES])
    if not viewer.bekreftet:
        raise Nektet([CONFIRM])


def own(viewer: Viewer) -> QuerySet[Apinoekkel]:
    """The viewer's own keys, in whatever role they were made."""
    return Apinoekkel.objects.filter(bruker=viewer.bruker)
