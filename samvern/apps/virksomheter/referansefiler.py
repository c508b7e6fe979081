"""Reading the files in `data/`: every row checked, every fault told with file and line.

The files hold facts in our own layout. `kilde` is a code in kilder.csv; `belegg` says how well the
source supports the row; dates are ISO; «ja»/«nei» are the only truth values.
"""

import csv
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from samvern.apps.virksomheter import models as m
from samvern.apps.virksomheter import orgnr
from samvern.apps.virksomheter.gyldighet import contradictions
from samvern.apps.virksomheter.versjonert import Versjonert

DATA = Path(__file__).resolve().parent / "data"
TRUTH = {"ja": True, "nei": False, "": False}


class FeilIReferansedata(ValueError):
    """A file cannot be read as reference data. The argument says where and what, in Norwegian."""


@dataclass(frozen=True, slots=True)
class Rad:
    """One row of a file, with its place for messages."""

    sted: str
    felt: Mapping[str, str]

    def text(self, name: str) -> str:
        """A text as it stands; empty when the cell is."""
        if name not in self.felt:
            raise self.fault(f"kolonnen {name} mangler")
        return self.felt[name]

    def needed(self, name: str) -> str:
        """A text that may not be empty."""
        value = self.text(name)
        if not value:
            raise self.fault(f"{name} er tom")
        return value

    def day(self, name: str) -> date | None:
        """An ISO date, or None for an empty cell."""
        value = self.text(name)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError as fault:
            raise self.fault(f"{name} er ikke en dato: {value}") from fault

    def truth(self, name: str) -> bool:
        """ja, nei or empty (no)."""
        value = self.text(name)
        if value not in TRUTH:
            raise self.fault(f"{name} skal være ja eller nei: {value}")
        return TRUTH[value]

    def number(self, name: str) -> int | None:
        """A whole number from 0, or None for an empty cell."""
        value = self.text(name)
        if value and not (value.isascii() and value.isdigit()):
            raise self.fault(f"{name} er ikke et tall: {value}")
        return int(value) if value else None

    def fault(self, what: str) -> FeilIReferansedata:
        """An error that names the place."""
        return FeilIReferansedata(f"{self.sted}: {what}")


def rows(name: str, folder: Path = DATA) -> Iterator[Rad]:
    """The rows of `name`.csv."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, strict=True), 2):
            if None in row or None in row.values():
                raise FeilIReferansedata(f"{name}.csv:{number}: feil antall kolonner")
            yield Rad(f"{name}.csv:{number}", row)


type Kilder = Mapping[str, tuple[str, date | None]]
type Ider = Mapping[str, uuid.UUID]


def sources(folder: Path = DATA) -> Kilder:
    """Text and date of every source, by its code."""
    return {
        row.needed("kode"): (row.needed("tekst"), row.day("dato")) for row in rows("kilder", folder)
    }


def bodies(folder: Path = DATA) -> dict[str, str]:
    """The kind of every body, by its code. A code has one kind in every row."""
    found: dict[str, str] = {}
    for row in rows("virksomheter", folder):
        kode, slag = row.needed("kode"), row.needed("slag")
        if found.setdefault(kode, slag) != slag:
            raise row.fault(f"{kode} har to slag")
    return found


def every_version(ids: Ider, folder: Path = DATA) -> dict[type[Versjonert], list[Versjonert]]:
    """Every row of every file as a version that is not stored yet."""
    origin = sources(folder)
    return {
        model: [_version(row, BUILD[model](row, ids), model, origin) for row in rows(name, folder)]
        for name, model in FILES.items()
    }


def _version(
    row: Rad, facts: dict[str, object], model: type[Versjonert], origin: Kilder
) -> Versjonert:
    kilde = row.needed("kilde")
    if kilde not in origin:
        raise row.fault(f"ukjent kilde {kilde}")
    tekst, dato = origin[kilde]
    first = row.day("gyldig_fra")
    if first is None:
        raise row.fault("gyldig_fra er tom")
    version = model(
        gyldig_fra=first,
        gyldig_til=row.day("gyldig_til"),
        mulig_fra=row.day("mulig_fra"),
        mulig_til=row.day("mulig_til"),
        kilde=tekst,
        kilde_dato=dato,
        belegg=row.needed("belegg"),
        ikke_verifisert=row.truth("ikke_verifisert"),
        merknad=row.text("merknad"),
        **facts,
    )
    if faults := contradictions(version):
        raise row.fault(faults[0])
    return version


def _id(row: Rad, name: str, ids: Ider) -> uuid.UUID:
    if (kode := row.needed(name)) not in ids:
        raise row.fault(f"{name}: ukjent kode {kode}")
    return ids[kode]


def _virksomhet(row: Rad, ids: Ider) -> dict[str, object]:
    number = row.text("orgnr")
    if number and not orgnr.is_valid(number):
        raise row.fault(f"ugyldig organisasjonsnummer {number}")
    return {
        "virksomhet_id": _id(row, "kode", ids),
        "navn": row.needed("navn"),
        "navn_nn": row.text("navn_nn"),
        "orgnr": number,
        "sted": row.text("sted"),
        "overordnet_id": _id(row, "overordnet", ids) if row.text("overordnet") else None,
        "utvalg": row.truth("utvalg"),
    }


def _etterfoelger(row: Rad, ids: Ider) -> dict[str, object]:
    return {
        "fra_id": _id(row, "fra", ids),
        "til_id": _id(row, "til", ids),
        "omfang": row.needed("omfang"),
    }


def _tilsyn(row: Rad, ids: Ider) -> dict[str, object]:
    return {
        "kommisjon_id": _id(row, "kommisjon", ids),
        "virksomhet_id": _id(row, "virksomhet", ids),
    }


def _kommune(row: Rad, _: Ider) -> dict[str, object]:
    names = ("kommunenr", "navn", "visningsnavn", "offisielt_navn", "fylkenr", "fylke")
    return {name: row.needed(name) for name in names}


def _bydel(row: Rad, _: Ider) -> dict[str, object]:
    return {name: row.needed(name) for name in ("bydelnr", "kommunenr", "navn")}


def _omraade(row: Rad, ids: Ider) -> dict[str, object]:
    return {
        "kommunenr": row.needed("kommunenr"),
        "bydelnr": row.text("bydelnr"),
        "slag": row.needed("slag"),
        "virksomhet_id": _id(row, "virksomhet", ids),
    }


def _kodeverdi(row: Rad) -> dict[str, object]:
    return {
        "kode": row.needed("kode"),
        "navn": row.needed("navn"),
        "navn_nn": row.needed("navn_nn"),
        "hjemmel": row.text("hjemmel"),
        "sortering": row.number("sortering"),
    }


def _sikkerhetsnivaa(row: Rad, _: Ider) -> dict[str, object]:
    return _kodeverdi(row) | {
        "oppholdsform": row.needed("oppholdsform"),
        "rang": row.number("rang"),
        "lukket": row.truth("lukket") if row.text("lukket") else None,
    }


def _lovbruddskategori(row: Rad, _: Ider) -> dict[str, object]:
    return _kodeverdi(row) | {
        "overordnet_kode": row.text("overordnet_kode"),
        "gjelder_tidsubestemt": row.truth("gjelder_tidsubestemt"),
        "gjelder_tidsbestemt": row.truth("gjelder_tidsbestemt"),
        "straffebud": row.text("straffebud"),
    }


def _grunn(row: Rad, _: Ider) -> dict[str, object]:
    return _kodeverdi(row) | {"i_registeret": row.truth("i_registeret")}


FILES: dict[str, type[Versjonert]] = {
    "virksomheter": m.Virksomhetsversjon,
    "etterfoelgere": m.Etterfoelger,
    "tilsyn": m.Tilsyn,
    "kommuner": m.Kommune,
    "bydeler": m.Bydel,
    "omraader": m.Omraade,
    "sikkerhetsnivaaer": m.Sikkerhetsnivaa,
    "lovbruddskategorier": m.Lovbruddskategori,
    "utilregnelighetsgrunner": m.Utilregnelighetsgrunn,
}
BUILD = {
    m.Virksomhetsversjon: _virksomhet,
    m.Etterfoelger: _etterfoelger,
    m.Tilsyn: _tilsyn,
    m.Kommune: _kommune,
    m.Bydel: _bydel,
    m.Omraade: _omraade,
    m.Sikkerhetsnivaa: _sikkerhetsnivaa,
    m.Lovbruddskategori: _lovbruddskategori,
    m.Utilregnelighetsgrunn: _grunn,
}
