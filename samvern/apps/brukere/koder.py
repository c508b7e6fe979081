"""The closed lists of this app: professions, and what a role is called on a person."""

from enum import StrEnum
from typing import Final

from samvern.apps.virksomheter.public import Slag
from samvern.engine.roller import ROLLENAVN, Rolle
from samvern.law.text import Text


class Profesjon(StrEnum):
    """What a person is authorised as. Stored; never respell one."""

    INGEN = ""
    LEGE = "lege"
    PSYKOLOG = "psykolog"


PROFESJONSNAVN: Final[dict[Profesjon, Text]] = {
    Profesjon.INGEN: Text("Ikke oppgitt", "Ikkje oppgitt"),
    Profesjon.LEGE: Text("Lege", "Lege"),
    Profesjon.PSYKOLOG: Text("Psykolog", "Psykolog"),
}

STILLING: Final[dict[Rolle, Text]] = {
    **ROLLENAVN,
    Rolle.NK: Text("Saksbehandler", "Saksbehandlar"),
    Rolle.NK_LEDER: Text("Leder", "Leiar"),
    Rolle.INSTITUSJON: Text("Institusjonsledelse", "Institusjonsleiing"),
    Rolle.RHF: Text("Rådgiver i RHF", "Rådgivar i RHF"),
    Rolle.SYSTEMDRIFT: Text("Systemdrift", "Systemdrift"),
}
"""What to call a person in the role, beside the name of the organisation."""

_SYKEHUS: Final = frozenset({Slag.HELSEFORETAK, Slag.PRIVAT_SYKEHUS, Slag.INSTITUSJON})

ROLLENS_SLAG: Final[dict[Rolle, frozenset[Slag]]] = {
    Rolle.NK: frozenset({Slag.KOORDINERINGSENHET}),
    Rolle.NK_LEDER: frozenset({Slag.KOORDINERINGSENHET}),
    Rolle.FAGLIG_ANSVARLIG: _SYKEHUS,
    Rolle.INSTITUSJON: _SYKEHUS,
    Rolle.RHF: frozenset({Slag.RHF}),
    Rolle.STATSADVOKAT: frozenset({Slag.STATSADVOKATEMBETE, Slag.NASJONALT_EMBETE}),
    Rolle.POLITI: frozenset({Slag.POLITIDISTRIKT}),
    Rolle.KONTROLLKOMMISJON: frozenset({Slag.KONTROLLKOMMISJON}),
    Rolle.STATSFORVALTER: frozenset({Slag.STATSFORVALTER}),
}
"""The kinds of organisation a role can be held at. A role that is not here can be held at any."""
