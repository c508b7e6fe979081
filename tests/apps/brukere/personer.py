"""Users, roles and viewers for tests, made through the actions or as they do; and logging in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from uuid import UUID, uuid4

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from samvern.apps.brukere import passord
from samvern.apps.brukere import public as brukere
from samvern.apps.brukere.models import Bruker, Tilknytning
from samvern.apps.noekler.models import Datanoekkel
from samvern.apps.virksomheter.models import Virksomhet, Virksomhetsversjon
from samvern.engine import clock, crypto
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


def organisations(kinds: Mapping[str, str], navn: str = "") -> dict[str, UUID]:
    """Organisations by code, given their kinds; those that are not there are made, all at once."""
    found = dict(Virksomhet.objects.filter(kode__in=kinds).values_list("kode", "pk"))
    made = [Virksomhet(kode=kode, slag=slag) for kode, slag in kinds.items() if kode not in found]
    Virksomhet.objects.bulk_create(made)
    Virksomhetsversjon.objects.bulk_create(
        Virksomhetsversjon(
            virksomhet=body, navn=navn or f"Virksomhet {body.kode}", gyldig_fra=date(2000, 1, 1),
            kilde="proeve", belegg="proeve", registrert=clock.now(), registrert_av="proeve",
            grunn="proeve",
        )
        for body in made
    )  # fmt: skip
    return found | {body.kode: body.pk for body in made}


def organisation(kode: str, slag: str, navn: str = "") -> UUID:
    """An organisation, made when it is not there."""
    return organisations({kode: slag}, navn)[kode]


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


def people(*wanted: tuple[Rolle, str]) -> list[Person]:
    """New users with one role each, as `person` makes them, all at once and outside the audit log.

    For worlds that hundreds of tests begin with. `test_personer` holds it equal to the actions.
    """
    kinds = [KINDS.get(rolle, ("helseforetak", "OUS")) for rolle, _ in wanted]
    bodies = organisations({kode: slag for slag, kode in kinds})
    now, by = clock.now(), str(uuid4())
    made: list[Person] = []
    users: list[Bruker] = []
    for (rolle, navn), (_, kode) in zip(wanted, kinds, strict=True):
        name, code = f"{uuid4().hex[:12]}@example.no", passord.new_code()
        user = Bruker(
            brukernavn=name, navn=navn, registrert=now, registrert_av=by,
            engangspassord_til=now + passord.ONE_TIME_LASTS,
        )  # fmt: skip
        user.set_password(code)
        users.append(user)
        made.append(Person(user.pk, navn, name, code, uuid4(), rolle, bodies[kode]))
    Bruker.objects.bulk_create(users)
    Tilknytning.objects.bulk_create(
        Tilknytning(
            noekkel=one.rolle, bruker_id=one.id, rolle=str(one.kode), virksomhet_id=one.virksomhet,
            fra=LONG_AGO, registrert=now, registrert_av=by,
        )
        for one in made
    )  # fmt: skip
    Datanoekkel.objects.bulk_create(data_key(one.id) for one in made)
    return made


def data_key(subject: UUID) -> Datanoekkel:
    """A first data key, not saved."""
    master, wrapped = crypto.wrap(crypto.new_data_key(subject, 1), crypto.ring())
    return Datanoekkel(subjekt=subject, versjon=1, innpakket=wrapped, hovednoekkel=master)


def log_in(client: Client, who: Person, *, bekreftet: bool = True) -> None:
    """Give the client a session in the person's role."""
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(who, bekreftet=bekreftet)


def session_of(who: Person, *, bekreftet: bool = True) -> str:
    """The key of a new session as the log-in pages would have made it."""
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
    return str(session.session_key)
