"""The people in the cooperation, all invented, and the roles they hold in time."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from samvern.engine.roller import Rolle

REGISTERET_BLE_NASJONALT: Final = date(2013, 1, 1)
"""Nobody wrote in the national register before it was one."""
_PLAIN: Final[dict[int, str]] = {ord("æ"): "ae", ord("ø"): "oe", ord("å"): "aa"}


@dataclass(frozen=True, slots=True)
class Rolletid:
    """One role at one body (its code), from and to a day, both included."""

    rolle: Rolle
    virksomhet: str
    fra: date = REGISTERET_BLE_NASJONALT
    til: date | None = None


@dataclass(frozen=True, slots=True)
class Medarbeider:
    """One person in the cooperation. `noekkel` is what the stories call them."""

    noekkel: str
    navn: str
    roller: tuple[Rolletid, ...]
    profesjon: str = ""
    hpr: str = ""

    @property
    def brukernavn(self) -> str:
        """An address in a domain that cannot exist (RFC 2606)."""
        plain = self.navn.lower().translate(_PLAIN)
        return f"{plain.replace(' ', '.')}@demo.example"

    def rolle(self, on: date) -> Rolletid:
        """The role held on a day. Raises LookupError when none was."""
        for role in self.roller:
            if role.fra <= on and (role.til is None or on <= role.til):
                return role
        raise LookupError(f"{self.noekkel} hadde ingen rolle {on}.")


OMLEGGING: Final = date(2026, 1, 1)
"""Ten regional prosecution offices became four."""
SISTE_FOER: Final = date(2025, 12, 31)


def _ett_sted(rolle: Rolle, virksomhet: str, fra: date | None = None) -> tuple[Rolletid, ...]:
    return (Rolletid(rolle, virksomhet, fra or REGISTERET_BLE_NASJONALT),)


def _statsadvokat(
    gammelt: str, nytt: str, fra: date = REGISTERET_BLE_NASJONALT
) -> tuple[Rolletid, ...]:
    return (
        Rolletid(Rolle.STATSADVOKAT, gammelt, fra, SISTE_FOER),
        Rolletid(Rolle.STATSADVOKAT, nytt, OMLEGGING),
    )


def _lege(noekkel: str, navn: str, sted: str, hpr: str, fra: date | None = None) -> Medarbeider:
    return Medarbeider(
        noekkel, navn, _ett_sted(Rolle.FAGLIG_ANSVARLIG, sted, fra), profesjon="lege", hpr=hpr
    )


DRIFT: Final = Medarbeider("ole", "Ole Pettersen", _ett_sted(Rolle.SYSTEMDRIFT, "OUS"))
"""Gives everyone else their roles."""

MEDARBEIDERE: Final = (
    DRIFT,
    Medarbeider("silje", "Silje Haugen", _ett_sted(Rolle.NK, "NK")),
    Medarbeider("bjoern", "Bjørn Eriksen", _ett_sted(Rolle.NK, "NK", date(2019, 8, 1))),
    Medarbeider("hilde", "Hilde Olsen", _ett_sted(Rolle.NK_LEDER, "NK")),
    _lege("astrid", "Astrid Lie", "AHUS", "9900011"),
    Medarbeider(
        "arne",
        "Arne Hagen",
        (Rolletid(Rolle.FAGLIG_ANSVARLIG, "OUS", til=date(2023, 6, 30)),),
        profesjon="lege",
        hpr="9900012",
    ),
    _lege("eva", "Eva Pettersen", "OUS", "9900013", date(2023, 5, 1)),
    _lege("knut", "Knut Johnsen", "HB", "9900014"),
    _lege("ingrid", "Ingrid Nilsen", "STO", "9900015"),
    _lege("svein", "Svein Karlsen", "UNN", "9900016"),
    _lege("berit", "Berit Andersen", "SI", "9900017"),
    Medarbeider(
        "sofie",
        "Sofie Larsen",
        _ett_sted(Rolle.FAGLIG_ANSVARLIG, "ST", date(2021, 1, 1)),
        profesjon="psykolog",
        hpr="9900018",
    ),
    Medarbeider("marit", "Marit Hagen", _ett_sted(Rolle.INSTITUSJON, "AHUS")),
    Medarbeider("anne", "Anne Kristiansen", _ett_sted(Rolle.RHF, "HSO")),
    Medarbeider("per", "Per Andersen", _ett_sted(Rolle.RHF, "HV")),
    Medarbeider("oskar", "Oskar Larsen", _statsadvokat("SA-OSLO", "SA-OST")),
    Medarbeider("kjell", "Kjell Johnsen", _statsadvokat("SA-HEOP", "SA-SOR")),
    Medarbeider("liv", "Liv Johansen", _statsadvokat("SA-HSF", "SA-VEST", date(2018, 3, 1))),
    Medarbeider("hans", "Hans Bakken", _statsadvokat("SA-TRON", "SA-NORD")),
    Medarbeider("ida", "Ida Kristiansen", _ett_sted(Rolle.POLITI, "PD-OST", date(2018, 3, 1))),
    Medarbeider("kari", "Kari Solberg", _ett_sted(Rolle.KONTROLLKOMMISJON, "KK-AHUS-2")),
    Medarbeider("jakob", "Jakob Olsen", _ett_sted(Rolle.KONTROLLKOMMISJON, "KK-SANDVIKEN")),
    Medarbeider("inger", "Inger Haugen", _ett_sted(Rolle.STATSFORVALTER, "SFOA")),
    Medarbeider("nina", "Nina Dahl", _ett_sted(Rolle.REVISOR, "OUS")),
)
BY_KEY: Final = {one.noekkel: one for one in MEDARBEIDERE}
