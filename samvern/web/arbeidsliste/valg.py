"""What the filters offer: codes with the words beside them, and how far ahead one can look."""

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db import connection

from samvern.apps.saker import public as saker
from samvern.apps.utvalg import public as utvalg
from samvern.apps.virksomheter import public as virksomheter
from samvern.apps.virksomheter.public import Slag
from samvern.engine.roller import ROLLENAVN, Rolle
from samvern.law import datotekst
from samvern.law.text import Maalform, Text

SIZE: Final = "50"
SIZES: Final = ("25", "50", "100")
ORDER: Final = "-saksnr"
YES: Final = "ja"
DEFAULTS: Final = {"frem": utvalg.STANDARD, "per_side": SIZE, "sorter": ORDER}
"""What holds when nothing is chosen."""

DOMSTYPER: Final[Mapping[str, Text]] = {
    "tidsubestemt": Text("Tidsubestemt", "Tidsubestemt"),
    "tidsbestemt": Text("Tidsbestemt", "Tidsbestemt"),
}
STATUSER: Final[Mapping[str, Text]] = {str(kode): navn for kode, navn in saker.STATUSNAVN.items()}
VENTER: Final[Mapping[str, Text]] = {
    **{
        str(rolle): ROLLENAVN[rolle]
        for rolle in (
            Rolle.NK,
            Rolle.FAGLIG_ANSVARLIG,
            Rolle.INSTITUSJON,
            Rolle.RHF,
            Rolle.STATSADVOKAT,
            Rolle.POLITI,
            Rolle.KONTROLLKOMMISJON,
            Rolle.STATSFORVALTER,
        )
    },
    "part": Text("Domfelte eller pårørende", "Domfelte eller pårørande"),
}
AVSLUTTET: Final[Mapping[str, Text]] = {YES: Text("med avsluttede", "med avslutta")}
MINE: Final[Mapping[str, Text]] = {YES: Text("bare mine", "berre mine")}
SORTERING: Final[Mapping[str, Text]] = {
    "-saksnr": Text("Nyeste saksnummer", "Nyaste saksnummer"),
    "saksnr": Text("Eldste saksnummer", "Eldste saksnummer"),
    "neste_frist": Text("Neste frist", "Neste frist"),
    "-neste_frist": Text("Seneste frist", "Seinaste frist"),
    "status": Text("Status", "Status"),
    "-status": Text("Status, motsatt", "Status, motsett"),
    "-siste_hendelse": Text("Siste hendelse", "Siste hending"),
}

REGION: Final = Text("Region", "Region")
TYPE_DOM: Final = Text("Type dom", "Type dom")
VENTER_PAA: Final = Text("Venter på", "Ventar på")
HVEM: Final = Text("Saker", "Saker")
STATUS: Final = Text("Status", "Status")
INSTITUSJON: Final = Text("Institusjon", "Institusjon")
FRIST_INNEN: Final = Text("Frist innen", "Frist innan")
UNKNOWN: Final = Text("ukjent", "ukjend")

FREM: Final = ("7d", "14d", "30d", "3m", "6m", "12m")
_WORDS: Final[Mapping[str, Text]] = {
    "7d": Text("7 dager", "7 dagar"),
    "14d": Text("14 dager", "14 dagar"),
    "30d": Text("30 dager", "30 dagar"),
    "3m": Text("3 måneder", "3 månader"),
    "6m": Text("6 måneder", "6 månader"),
    "12m": Text("12 måneder", "12 månader"),
}
_HOSPITALS: Final = frozenset({Slag.HELSEFORETAK, Slag.PRIVAT_SYKEHUS, Slag.INSTITUSJON})


KEPT_SECONDS: Final = 60
MOST_BODIES: Final = 5000


@dataclass(frozen=True, slots=True)
class Valgbar:
    """One choice in a list: what is sent, what is read, and whether it is chosen."""

    verdi: str
    tekst: str
    valgt: bool


@dataclass(frozen=True, slots=True)
class Organer:
    """The bodies the filters offer: id and name, in Norwegian order."""

    rhf: Mapping[str, Text]
    institusjoner: Mapping[str, Text]


_KEPT: dict[str, tuple[float, date, Organer]] = {}


def bodies(on: date) -> Organer:
    """Regions and hospitals of a day. One query, and none for the next minute.

    They are only offered as filters: that a new one is a minute late does no harm.
    """
    place, now = str(connection.settings_dict["NAME"]), time.monotonic()
    kept = _KEPT.get(place)
    if kept is None or kept[1] != on or now - kept[0] > KEPT_SECONDS:
        kept = _KEPT[place] = (now, on, _read(on))
    return kept[2]


def forget() -> None:
    """Read the bodies anew next time."""
    _KEPT.clear()


def _read(on: date) -> Organer:
    every = virksomheter.search("", on=on, size=MOST_BODIES).rader
    return Organer(
        {str(one.id): one.navn for one in every if one.slag is Slag.RHF},
        {str(one.id): one.navn for one in every if one.slag in _HOSPITALS},
    )


def choices(texts: Mapping[str, Text], chosen: str, maalform: Maalform) -> tuple[Valgbar, ...]:
    """The choices of a list, in its order."""
    return tuple(
        Valgbar(value, text.lang(maalform), value == chosen) for value, text in texts.items()
    )


def ahead(chosen: str, on: date, maalform: Maalform) -> tuple[Valgbar, ...]:
    """How far ahead, each with the date it is: «7. desember (14 dager)».

    A period from an address that is not on the list is added, so that the list tells the truth.
    """
    offered: Iterable[str] = FREM if not chosen or chosen in FREM else (*FREM, chosen)
    return tuple(
        Valgbar(value, _ahead_text(value, on, maalform), value == chosen) for value in offered
    )


def _ahead_text(value: str, on: date, maalform: Maalform) -> str:
    day = utvalg.frem_til(value, on)
    words = _WORDS.get(value)
    shown = day_near(day, on)
    return f"{shown} ({words.lang(maalform)})" if words else shown


def day_near(day: date, on: date) -> str:
    """`7. desember`, with the year when it is not the year of `on`."""
    return datotekst.day_month_long(day) if day.year == on.year else datotekst.long(day)
