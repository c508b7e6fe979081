"""What the oracle reads and writes: events by type, and the answer under construction."""

from datetime import date
from typing import Any

Hendelse = dict[str, Any]
Hendelser = dict[str, list[Hendelse]]


class Notat:
    """Collects deadlines and findings for one date of calculation."""

    def __init__(self, per: date) -> None:
        self.per = per
        self.frister: list[dict[str, Any]] = []
        self.varsler: dict[tuple[str, str | None], None] = {}

    def frist(
        self,
        regel: str,
        dato: date | None,
        status: str,
        nominell: date | None = None,
        **felt: Any,
    ) -> None:
        """Write one deadline; fields that are None are left out, apart from the two dates."""
        nominell = nominell or dato
        rad: dict[str, Any] = {
            "regel": regel,
            "dato": dato and dato.isoformat(),
            "nominell_dato": nominell and nominell.isoformat(),
            "status": status,
        }
        for navn, verdi in felt.items():
            if verdi is not None:
                rad[navn] = verdi.isoformat() if isinstance(verdi, date) else verdi
        self.frister.append(rad)

    def varsel(self, kode: str, ref: str | None = None) -> None:
        """Write a finding; the same code with the same ref is given once."""
        self.varsler[kode, ref] = None

    def svar(self) -> dict[str, Any]:
        """The answer in the form of frister.md part 1."""
        varsler = [
            {"kode": kode} if ref is None else {"kode": kode, "ref": ref}
            for kode, ref in self.varsler
        ]
        return {"frister": self.frister, "varsler": varsler}

    def rett(self, dato: date) -> str:
        """Status of a right that opens on the date."""
        return "aapen" if self.per >= dato else "ikke_aapnet"

    def plikt(self, dato: date, gjort: date | None) -> str:
        """Status of a duty with a last day, done or not."""
        if gjort is not None:
            return i_tide(gjort, dato)
        return "loeper" if self.per <= dato else "oversittet"

    def klage(self, dato: date, klaget: date | None, frafalt: bool) -> str:
        """Status of a complaint or appeal (4.1): complaint first, then waiver, then time."""
        if klaget is not None:
            return i_tide(klaget, dato)
        if frafalt:
            return "frafalt"
        return "loeper" if self.per <= dato else "utloept"


def i_tide(gjort: date, dato: date) -> str:
    """Done on or before the date, or too late."""
    return "oppfylt" if gjort <= dato else "oppfylt_for_sent"


def samle(inn: dict[str, Any], per: date) -> Hendelser:
    """Events on or before the date of calculation, by type, each list in date order.

    A complaint withdrawn by then is not among the complaints (T24).
    """
    samlet: Hendelser = {}
    for hendelse in inn["hendelser"]:
        dag = date.fromisoformat(hendelse["dato"])
        if dag <= per:
            trukket = hendelse.get("trukket")
            borte = trukket is not None and date.fromisoformat(trukket) <= per
            # What the commission had decided by then can no longer be withdrawn.
            if borte and any(
                avgjort["type"] == "klage_avgjort"
                and avgjort["ref"] == hendelse["ref"]
                and hendelse["dato"] <= avgjort["dato"] <= trukket
                for avgjort in inn["hendelser"]
            ):
                borte = False
            navn = "klage, trukket" if borte else hendelse["type"]
            samlet.setdefault(navn, []).append({**hendelse, "dag": dag})
    for liste in samlet.values():
        if len(liste) > 1:
            liste.sort(key=_dag)
    return samlet


def _dag(hendelse: Hendelse) -> date:
    dag: date = hendelse["dag"]
    return dag


def alle(h: Hendelser, *typer: str, fra: date | None = None, **krav: Any) -> list[Hendelse]:
    """Events of the types with the given field values, from a day on, in date order."""
    funnet = []
    for type_ in typer:
        for hendelse in h.get(type_, ()):
            if fra is not None and hendelse["dag"] < fra:
                continue
            for navn, verdi in krav.items():
                if hendelse.get(navn) != verdi:
                    break
            else:
                funnet.append(hendelse)
    if len(typer) > 1:
        funnet.sort(key=_dag)
    return funnet


def dager(h: Hendelser, *typer: str, fra: date | None = None, **krav: Any) -> list[date]:
    """Dates of the events that `alle` finds."""
    return [hendelse["dag"] for hendelse in alle(h, *typer, fra=fra, **krav)]


def foerste(h: Hendelser, *typer: str, fra: date | None = None, **krav: Any) -> date | None:
    """First date among the events that `alle` finds."""
    funnet = alle(h, *typer, fra=fra, **krav)
    return funnet[0]["dag"] if funnet else None
