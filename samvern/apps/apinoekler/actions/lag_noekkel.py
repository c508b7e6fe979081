"""Make a key for the role one acts in. Its audit sentence: «apinoekkel.opprettet».

Who may: everybody whose role sees cases, just confirmed. Refusals: IKKE_TILGANG, IKKE_BEKREFTET,
MANGLER_FELT, UGYLDIG_VERDI, FEIL_TILSTAND. Source: trust table A5, A7, phvl § 5-2 b.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Annotated, Any, Final
from uuid import UUID

from django.views.decorators.debug import sensitive_variables
from pydantic import Field

from samvern.apps.apinoekler import access, noekkeltekst
from samvern.apps.apinoekler.koder import FLEST, LENGST, LENGSTE_NAVN, Formaal
from samvern.apps.apinoekler.models import Apinoekkel
from samvern.apps.brukere import public as brukere
from samvern.engine import audit, clock, ids
from samvern.engine.avslag import Feil, FinnesIkke, IkkeNaa, Ugyldig
from samvern.engine.inndata import UGYLDIG_VERDI, Inndata, Kode, Linje, les
from samvern.engine.lesing import writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "apinoekkel.opprettet"
SHORTEST_NAME: Final = 3
_IDENTITY_NUMBER = re.compile(r"(?<!\d)\d{6}[ .-]?\d{5}(?!\d)")
INGEN_NUMMER: Final = Text(
    "Navnet på nøkkelen skal ikke ha et fødselsnummer.",
    "Namnet på nøkkelen skal ikkje ha eit fødselsnummer.",
)
_FOR_MANGE = Feil(
    "",
    "FEIL_TILSTAND",
    Text(
        f"Du har {FLEST} nøkler som virker. Trekk en du ikke bruker, og prøv igjen.",
        f"Du har {FLEST} nøklar som verkar. Trekk ein du ikkje bruker, og prøv igjen.",
    ),
)


class Noekkeldata(Inndata):
    """What is sent in: a name to know it by, what it is for, and how many days it lives."""

    navn: Annotated[Linje, Field(min_length=SHORTEST_NAME, max_length=LENGSTE_NAVN)]
    formaal: Kode[Formaal]
    dager: Annotated[int, Field(ge=1, le=LENGST.days)]

    @classmethod
    def paa_tvers(cls, gitt: Mapping[str, object]) -> Iterable[Feil]:
        """The name stands in the open; a number of a person does not belong there."""
        if _IDENTITY_NUMBER.search(str(gitt.get("navn", ""))):
            yield Feil("navn", UGYLDIG_VERDI, INGEN_NUMMER)


@dataclass(frozen=True, slots=True)
class Laget:
    """The new key. `tekst` is shown once and is nowhere stored."""

    id: UUID
    utloeper: datetime
    tekst: str = field(repr=False)


def _role(viewer: Viewer) -> UUID:
    """The role the viewer acts in, as it can be found again tomorrow. Raises FinnesIkke."""
    for held in brukere.roles_of(viewer.bruker, clock.today()):
        if (held.rolle, held.virksomhet) == (viewer.rolle, viewer.virksomhet):
            return held.noekkel
    raise FinnesIkke


def _require_room(viewer: Viewer, now: datetime) -> None:
    # The user's row is the lock, so that two at once cannot both be the last.
    brukere.Bruker.objects.select_for_update().get(pk=viewer.bruker)
    alive = access.own(viewer).filter(trukket=None, utloeper__gt=now)
    if alive.count() >= FLEST:
        raise IkkeNaa([_FOR_MANGE])


@sensitive_variables()
def utfoer(viewer: Viewer, data: Mapping[str, Any]) -> Laget:
    """Make the key. Raises Nektet, Ugyldig (all faults at once), IkkeNaa, FinnesIkke."""
    access.require_make(viewer)
    read, faults = les(Noekkeldata, data)
    if read is None:
        raise Ugyldig(faults)
    now, secret, key = clock.now(), noekkeltekst.new_secret(), ids.new_id()
    with writing(viewer):
        _require_room(viewer, now)
        user = brukere.user(viewer.bruker)
        if user is None:
            raise FinnesIkke
        row = Apinoekkel.objects.create(
            id=key,
            bruker=user,
            rolle=_role(viewer),
            formaal=read.formaal.value,
            navn=read.navn,
            avtrykk=noekkeltekst.print_of(key, secret),
            oektversjon=user.oektversjon,
            opprettet=now,
            utloeper=now + timedelta(days=read.dager),
        )
        audit.record(
            viewer.actor,
            HANDLING,
            objekt=("apinoekkel", key),
            skrevet=["apinoekkel"],
            grunn=row.formaal,
        )
    return Laget(key, row.utloeper, noekkeltekst.write(key, secret))
