"""Register a person who will log in. Gives a one-time password, shown once to the administrator.

Who may: operations, just confirmed. Refusals: IKKE_TILGANG, IKKE_BEKREFTET, MANGLER_FELT,
UGYLDIG_VERDI (all at once). Audit: `bruker.registrert`.
"""

import re
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.views.decorators.debug import sensitive_variables

from samvern.apps.brukere import access, passord
from samvern.apps.brukere.koder import Profesjon
from samvern.apps.brukere.models import Bruker
from samvern.apps.brukere.queries import normal_name
from samvern.apps.noekler.public import create_key
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, Ugyldig
from samvern.engine.lesing import writing
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

_ADDRESS = re.compile(r"[a-z0-9](?:[a-z0-9._+-]*[a-z0-9])?@[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_IDENTITY_NUMBER = re.compile(r"\d{6}[ .-]?\d{5}")
_HPR = re.compile(r"\d{7,9}")

_FORM = Text(
    "Brukernavnet skal se ut som en e-postadresse, for eksempel kari.vik@example.no.",
    "Brukarnamnet skal sjå ut som ei e-postadresse, til dømes kari.vik@example.no.",
)


@dataclass(frozen=True, slots=True)
class NyBruker:
    """What is typed. `oppdiktet` marks a person of the demo, and is refused outside it."""

    brukernavn: str
    navn: str
    hpr: str = ""
    profesjon: str = ""
    oppdiktet: bool = False


@dataclass(frozen=True, slots=True)
class Registrert:
    """The new user, and the one-time password, which is kept nowhere."""

    bruker: UUID
    engangspassord: str


@sensitive_variables()
def utfoer(viewer: Viewer, ny: NyBruker) -> Registrert:
    """Register the person. Raises Nektet, Ugyldig."""
    access.require_change(viewer)
    ny = NyBruker(
        normal_name(ny.brukernavn), " ".join(ny.navn.split()), ny.hpr.strip(), ny.profesjon,
        ny.oppdiktet,
    )  # fmt: skip
    with writing(viewer):
        if found := faults(ny):
            raise Ugyldig(found)
        now = clock.now()
        code = passord.new_code()
        bruker = Bruker(
            brukernavn=ny.brukernavn, navn=ny.navn, hpr=ny.hpr, profesjon=ny.profesjon,
            oppdiktet=ny.oppdiktet, registrert=now, registrert_av=str(viewer.bruker),
            engangspassord_til=now + passord.ONE_TIME_LASTS,
        )  # fmt: skip
        if ny.oppdiktet:
            # Only «Velg person» lets anyone be an invented person; no password does.
            bruker.set_unusable_password()
        else:
            bruker.set_password(code)
        bruker.save(force_insert=True)
        create_key(bruker.pk)
        audit.record(
            viewer.actor, "bruker.registrert", objekt=("bruker", bruker.pk),
            skrevet=["bruker.brukernavn", "bruker.navn", "bruker.hpr", "bruker.profesjon"],
        )  # fmt: skip
    return Registrert(bruker.pk, "" if ny.oppdiktet else code)


def faults(ny: NyBruker) -> list[Feil]:
    """Everything that is wrong, at once. One query."""
    found = []
    if not ny.brukernavn:
        found.append(_missing("brukernavn", "Skriv brukernavnet.", "Skriv brukarnamnet."))
    elif len(ny.brukernavn) > 254 or not _ADDRESS.fullmatch(ny.brukernavn):
        found.append(Feil("brukernavn", "UGYLDIG_VERDI", _FORM))
    elif Bruker.objects.filter(brukernavn=ny.brukernavn).exists():
        found.append(_wrong("brukernavn", "Brukernavnet er i bruk.", "Brukarnamnet er i bruk."))
    if not ny.navn:
        found.append(_missing("navn", "Skriv navnet.", "Skriv namnet."))
    elif len(ny.navn) > 200 or not ny.navn.isprintable() or _IDENTITY_NUMBER.search(ny.navn):
        found.append(_wrong("navn", "Skriv bare navnet, høyst 200 tegn.",
                            "Skriv berre namnet, høgst 200 teikn."))  # fmt: skip
    if ny.hpr and not _HPR.fullmatch(ny.hpr):
        found.append(_wrong("hpr", "HPR-nummer har 7 til 9 siffer.",
                            "HPR-nummer har 7 til 9 siffer."))  # fmt: skip
    if ny.profesjon not in set(Profesjon):
        found.append(_wrong("profesjon", "Velg en profesjon fra listen.",
                            "Vel ein profesjon frå lista."))  # fmt: skip
    if ny.oppdiktet and not settings.DEMO:
        found.append(_wrong("oppdiktet", "Oppdiktede personer finnes bare i demo.",
                            "Oppdikta personar finst berre i demo."))  # fmt: skip
    return found


def _missing(field: str, nb: str, nn: str) -> Feil:
    return Feil(field, "MANGLER_FELT", Text(nb, nn))


def _wrong(field: str, nb: str, nn: str) -> Feil:
    return Feil(field, "UGYLDIG_VERDI", Text(nb, nn))
