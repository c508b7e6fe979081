"""Users, roles and viewers for tests, made through the actions; and logging in a test client."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from samvern.apps.brukere import public as brukere
from samvern.apps.virksomheter.models import Virksomhet, Virksomhetsversjon
from samvern.engine import clock
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer

LONG_AGO = date(2005, 1, 1)
KINDS: Mapping[Rolle, tuple[str, str]] = {
    Rolle.NK: ("koordineringsenhet", "NK"),
    Rolle.NK_LEDER: ("koordineringsenhet", "NK"),
    Rolle.FAGLIG_ANSVARLIG: ("helseforetak", "AHUS"),
    Rolle.INSTITUSJON: ("helseforetak", "AHUS"),
    Rolle.RHF: ("rhf", "RHF-SOROST"),
    Rolle.STATSADVOKAT: ("statsadvokatembete", "SA-OST"),
    Rolle.POLITI: ("politidistrikt", "PD-OST"),
    Rolle.KONTROLLKOMMISJON: ("kontrollkommisjon", "KK-1"),
    Rolle.STATSFORVALTER: ("statsforvalter", "SF-1"),
}


@dataclass(frozen=True)
class Person:
    """A user with one role, and the one-time password."""

    id: UUID
    navn: str
    brukernavn: str
    passord: str
    rolle: UUID
    kode: Rolle
    virksomhet: UUID

    def viewer(self, *, bekreftet: bool = False) -> Viewer:
        """The person as a viewer."""
        return brukere.make_viewer(
            self.id, self.navn, self.kode, self.virksomhet, bekreftet=bekreftet
        )


def organisation(kode: str, slag: str, navn: str = "") -> UUID:
    """An organisation, made when it is not there."""
    body, new = Virksomhet.objects.get_or_create(kode=kode, defaults={"slag": slag})
    if new:
        Virksomhetsversjon.objects.create(
            virksomhet=body, navn=navn or f"Virksomhet {kode}", gyldig_fra=date(2000, 1, 1),
            kilde="proeve", belegg="proeve", registrert=clock.now(), registrert_av="proeve",
            grunn="proeve",
        )  # fmt: skip
    return body.pk


def operator() -> Viewer:
    """Somebody in operations who is just confirmed, and is not among the users."""
    body = organisation("OUS", "helseforetak")
    return Viewer(
        uuid4(), "Drift", Rolle.SYSTEMDRIFT, body, frozenset({body}), uuid4(), bekreftet=True
    )


def person(
    rolle: Rolle = Rolle.NK,
    navn: str = "Silje Haugen",
    *,
    virksomhet: UUID | None = None,
    fra: date = LONG_AGO,
    til: date | None = None,
    oppdiktet: bool = False,
) -> Person:
    """A new user who holds the role."""
    slag, kode = KINDS.get(rolle, ("helseforetak", "OUS"))
    body = virksomhet or organisation(kode, slag)
    name = f"{uuid4().hex[:12]}@example.no"
    made = brukere.registrer_bruker(operator(), brukere.NyBruker(name, navn, oppdiktet=oppdiktet))
    key = brukere.gi_rolle(operator(), brukere.NyRolle(made.bruker, str(rolle), body, fra, til))
    return Person(made.bruker, navn, name, made.engangspassord, key, rolle, body)


def log_in(client: Client, who: Person, *, bekreftet: bool = True) -> None:
    """Give the client a session as the log-in pages would have, in the person's role."""
    store: type[SessionStore] = import_module(settings.SESSION_ENGINE).SessionStore
    session = store()
    user = brukere.user(who.id)
    assert user is not None
    now = clock.now().timestamp()
    session.update(
        {"bruker": str(who.id), "versjon": user.oektversjon, "inn": now, "sett": now,
         "rolle": str(who.rolle), "virksomhet": ["Virksomhet", "Verksemd"],
         "bekreftet": now if bekreftet else 0}
    )  # fmt: skip
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
