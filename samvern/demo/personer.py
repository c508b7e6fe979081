"""The sentenced and indicted people of the stories. All invented; every number is synthetic."""

import csv
import random
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any, Final

from samvern.engine import idnummer
from samvern.engine.clock import OSLO
from samvern.engine.idnummer import Nummertype

FROE: Final = 2026
"""The seed: the same one gives the same people."""
NAVN: Final = Path(__file__).parent / "data" / "navn.csv"
KVINNE, MANN = "kvinne", "mann"


@dataclass(frozen=True, slots=True)
class Demoperson:
    """One invented person. `kommunenr` only for those first registered after 2023."""

    noekkel: str
    navn: str
    foedt: date
    kjoenn: str
    kommunenr: str = ""
    nummertype: Nummertype = Nummertype.FOEDSELSNUMMER
    vern: str = "ingen"
    ukjent_grunn: str = ""

    def siffer(self, froe: int = FROE) -> str:
        """The synthetic identity number that the seed gives."""
        serial = random.Random(f"{froe}/{self.noekkel}")
        return idnummer.make_synthetic(self.foedt, serial, self.nummertype).siffer

    def data(self, froe: int = FROE) -> dict[str, Any]:
        """The person as `personer.Persondata` takes it."""
        if self.ukjent_grunn:
            return {
                "kjoenn": self.kjoenn,
                "adressebeskyttelse": self.vern,
                "ukjent_identitet": True,
                "ukjent_grunn": self.ukjent_grunn,
            }
        first, last = self.navn.split()
        found = {
            "nummer": self.siffer(froe),
            "fornavn": first,
            "etternavn": last,
            "kjoenn": self.kjoenn,
            "foedselsdato": self.foedt.isoformat(),
            "adressebeskyttelse": self.vern,
        }
        return found | ({"bostedskommune": self.kommunenr} if self.kommunenr else {})


def _fra(noekkel: str, navn: str, foedt: str, kommunenr: str = "", **mer: Any) -> Demoperson:
    kjoenn = name_parts()[navn.split(maxsplit=1)[0]]
    return Demoperson(noekkel, navn, date.fromisoformat(foedt), kjoenn, kommunenr, **mer)


@cache
def name_parts() -> dict[str, str]:
    """The first names with their sex, and the surnames (empty), from the file of name parts."""
    with NAVN.open(encoding="utf-8", newline="") as file:
        return {row["del"]: row["kjonn"] for row in csv.DictReader(file)}


@dataclass(frozen=True, slots=True)
class Kobling:
    """Two registered persons found to be one human being: when, and by whom."""

    naar: datetime
    hvem: str
    en: str
    annen: str


KOBLINGER: Final = (
    Kobling(datetime(2026, 2, 3, 10, 0, tzinfo=OSLO), "silje", "noah_lie_foer", "noah_lie"),
)

PERSONER: Final = (
    _fra("morten_bakken", "Morten Bakken", "1975-05-17"),
    _fra("ayla_berg", "Ayla Berg", "1993-02-08"),
    _fra("noah_andersen", "Noah Andersen", "1988-11-23"),
    _fra("jan_karlsen", "Jan Karlsen", "1969-07-30"),
    _fra("maja_pettersen", "Maja Pettersen", "1991-04-12"),
    _fra("emil_karlsen", "Emil Karlsen", "1999-09-03", "4601"),
    _fra("filip_eriksen", "Filip Eriksen", "1996-01-19", "5001"),
    _fra("thea_hagen", "Thea Hagen", "2001-06-25", "4003"),
    _fra("sara_nilsen", "Sara Nilsen", "1984-10-14", "4601"),
    _fra("nora_lie", "Nora Lie", "1979-03-06"),
    _fra("jakob_hansen", "Jakob Hansen", "1972-12-01", "3205"),
    _fra("eva_hansen", "Eva Hansen", "1966-08-21", "4601"),
    _fra("per_bakken", "Per Bakken", "1981-05-09", "5001"),
    _fra("aslak_johnsen", "Aslak Johnsen", "1990-02-27", "5501"),
    _fra("anne_bakken", "Anne Bakken", "1977-09-15", "3403"),
    _fra("knut_eriksen", "Knut Eriksen", "1963-06-11"),
    _fra("inger_solberg", "Inger Solberg", "1970-10-29"),
    _fra("hans_karlsen", "Hans Karlsen", "1986-03-18"),
    _fra("ida_karlsen", "Ida Karlsen", "1994-07-07"),
    _fra("kari_berg", "Kari Berg", "1980-01-24"),
    _fra("oskar_dahl", "Oskar Dahl", "1998-04-30", "3205"),
    _fra("berit_dahl", "Berit Dahl", "1961-11-05", "0301"),
    _fra("elias_hansen", "Elias Hansen", "1995-08-16", "4601"),
    _fra("jonas_pedersen", "Jonas Pedersen", "1987-12-20", nummertype=Nummertype.D_NUMMER),
    _fra("arne_jensen", "Arne Jensen", "1983-05-02", nummertype=Nummertype.D_NUMMER),
    _fra("liv_nilsen", "Liv Nilsen", "1992-09-28", nummertype=Nummertype.D_NUMMER),
    _fra("ole_jensen", "Ole Jensen", "1978-02-13", nummertype=Nummertype.D_NUMMER),
    _fra("kjell_hansen", "Kjell Hansen", "1958-10-10"),
    _fra("bjoern_pettersen", "Bjørn Pettersen", "1964-04-04"),
    _fra("svein_nilsen", "Svein Nilsen", "1976-06-19"),
    _fra("emma_pedersen", "Emma Pedersen", "2000-03-31", "0301"),
    _fra("lars_bakken", "Lars Bakken", "1985-07-22", "3403"),
    _fra("sofie_andersen", "Sofie Andersen", "1997-11-11", "1804"),
    _fra("jakob_bakken", "Jakob Bakken", "1989-01-08", "1103"),
    _fra("thomas_haugen", "Thomas Haugen", "1982-08-05", "3205"),
    _fra("nina_berg", "Nina Berg", "1974-05-26", "4601"),
    _fra("per_nilsen", "Per Nilsen", "1991-10-17", "0301"),
    _fra("ingrid_jensen", "Ingrid Jensen", "1996-06-02", "3205"),
    Demoperson(
        "ukjent_mann",
        "",
        date(1990, 1, 1),
        MANN,
        ukjent_grunn="Vil ikke si hvem han er, og har ingen papirer.",
    ),
    _fra("marit_jensen", "Marit Jensen", "1988-12-12", vern="strengt_fortrolig"),
    _fra("noah_lie_foer", "Noah Lie", "1992-03-15", nummertype=Nummertype.D_NUMMER),
    _fra("noah_lie", "Noah Lie", "1992-03-15", "3205"),
    _fra("maja_berg", "Maja Berg", "1973-09-09", "3403"),
    _fra("bjoern_johansen", "Bjørn Johansen", "1971-02-02"),
    _fra("morten_nilsen", "Morten Nilsen", "1990-08-08", "3205"),
    _fra("hilde_johansen", "Hilde Johansen", "1968-04-23", "5001"),
    _fra("astrid_hansen", "Astrid Hansen", "1967-01-31"),
    _fra("lars_jensen", "Lars Jensen", "1993-11-27", "5001"),
    _fra("eva_johnsen", "Eva Johnsen", "1985-03-03", "0301"),
    _fra("silje_dahl", "Silje Dahl", "1979-07-14"),
    _fra("kjell_berg", "Kjell Berg", "1955-05-05"),
    _fra("anne_eriksen", "Anne Eriksen", "1989-10-08"),
    _fra("jan_solberg", "Jan Solberg", "1962-02-18"),
    _fra("nora_dahl", "Nora Dahl", "1994-04-09", "3403"),
    _fra("filip_bakken", "Filip Bakken", "2002-12-30", "4003"),
)
BY_KEY: Final = {one.noekkel: one for one in PERSONER}
