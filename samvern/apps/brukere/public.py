"""What other apps and the doors may use. Reads for the frame need no viewer; the rest takes one."""

from samvern.apps.brukere.access import require_change
from samvern.apps.brukere.actions.avslutt_rolle import utfoer as avslutt_rolle
from samvern.apps.brukere.actions.gi_rolle import NyRolle
from samvern.apps.brukere.actions.gi_rolle import faults as role_faults
from samvern.apps.brukere.actions.gi_rolle import utfoer as gi_rolle
from samvern.apps.brukere.actions.nullstill import kodegenerator as nullstill_kodegenerator
from samvern.apps.brukere.actions.nullstill import nytt_engangspassord
from samvern.apps.brukere.actions.registrer_bruker import NyBruker, Registrert
from samvern.apps.brukere.actions.registrer_bruker import utfoer as registrer_bruker
from samvern.apps.brukere.actions.sett_aktiv import utfoer as sett_aktiv
from samvern.apps.brukere.demo import demo_oppgaver, registrer_oppgaver
from samvern.apps.brukere.koder import PROFESJONSNAVN, ROLLENS_SLAG, STILLING, Profesjon
from samvern.apps.brukere.lister import (
    Brukerbilde,
    Brukerliste,
    Detaljer,
    Utvalg,
    brief,
    details,
    page,
)
from samvern.apps.brukere.models import Bruker
from samvern.apps.brukere.queries import (
    Rollebilde,
    demo_persons,
    has_code_generator,
    holders,
    names,
    role_held,
    roles_of,
    user,
    with_role,
)
from samvern.apps.brukere.viewer import make as make_viewer
from samvern.apps.brukere.viewer import of_roles as viewers_of_roles

__all__ = [
    "PROFESJONSNAVN",
    "ROLLENS_SLAG",
    "STILLING",
    "Bruker",
    "Brukerbilde",
    "Brukerliste",
    "Detaljer",
    "NyBruker",
    "NyRolle",
    "Profesjon",
    "Registrert",
    "Rollebilde",
    "Utvalg",
    "avslutt_rolle",
    "brief",
    "demo_oppgaver",
    "demo_persons",
    "details",
    "gi_rolle",
    "has_code_generator",
    "holders",
    "make_viewer",
    "names",
    "nullstill_kodegenerator",
    "nytt_engangspassord",
    "page",
    "registrer_bruker",
    "registrer_oppgaver",
    "require_change",
    "role_faults",
    "role_held",
    "roles_of",
    "sett_aktiv",
    "user",
    "viewers_of_roles",
    "with_role",
]
