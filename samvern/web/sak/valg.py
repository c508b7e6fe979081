"""What the reader has chosen in the address: the day, the drawing, which entries, which page.

Nothing personal stands in an address. A choice that cannot be read is said beside its field, and
the page then shows today's picture.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from urllib.parse import urlencode

from samvern.engine.clock import OSLO
from samvern.law import datotekst
from samvern.law.text import Text
from samvern.web.datolesing import DateFault, read_date
from samvern.web.fristberegner.datofelt import sentence_for
from samvern.web.fristberegner.tilstand import is_view

NOT_THERE = Text(
    "Saken fantes ikke i registeret da. Velg en senere dag.",
    "Saka fanst ikkje i registeret då. Vel ein seinare dag.",
)
NOT_YET = Text(
    "Velg en dag som har vært. Det som kommer, står under frister.",
    "Vel ein dag som har vore. Det som kjem, står under fristar.",
)
MOST_DIGITS = 12
LONGEST = 40
"""Characters of a typed date that are read and shown again."""


@dataclass(frozen=True, slots=True)
class Dagvalg:
    """A day as it was typed, as it was read, and what is wrong with it."""

    skrevet: str = ""
    dag: date | None = None
    feil: Text | None = None


@dataclass(frozen=True, slots=True)
class Valg:
    """Everything an address of the case page can say."""

    paa: Dagvalg = Dagvalg()
    """The day to see the case on («slik den var»)."""
    kjent: Dagvalg = Dagvalg()
    """The last day whose entries count («slik vi kjente den»)."""
    visning: str = "hele"
    gjeldende: bool = False
    """Only entries that still count."""
    side: int = 1

    @property
    def feil(self) -> bool:
        """Whether a day could not be used; then today's picture is shown."""
        return bool(self.paa.feil or self.kjent.feil)

    @property
    def dag(self) -> date | None:
        """The day to compute for; None is today."""
        return None if self.feil else self.paa.dag

    @property
    def som_kjent(self) -> datetime | None:
        """The moment after which entries do not count; None is now."""
        if self.feil or self.kjent.dag is None:
            return None
        return datetime.combine(self.kjent.dag, time.max, tzinfo=OSLO)

    def without_case(self) -> "Valg":
        """The same choice, said to be a day on which there was no case to show."""
        if self.kjent.dag is not None:
            return replace(self, kjent=replace(self.kjent, feil=NOT_THERE))
        return replace(self, paa=replace(self.paa, feil=NOT_THERE))

    def address(self, anchor: str = "", **changed: object) -> str:
        """The same page with something else chosen, as a link within it."""
        now = replace(self, **changed)  # type: ignore[arg-type]
        pairs = {
            "paa": now.paa.skrevet,
            "kjent": now.kjent.skrevet,
            "visning": "" if now.visning == "hele" else now.visning,
            "gjeldende": "ja" if now.gjeldende else "",
            "side": "" if now.side == 1 else str(now.side),
        }
        query = urlencode({name: value for name, value in pairs.items() if value})
        return f"?{query}{anchor}"


def _day(typed: str, today: date) -> Dagvalg:
    typed = typed.strip()[:LONGEST]
    if not typed:
        return Dagvalg()
    try:
        day = read_date(typed)
    except DateFault as fault:
        return Dagvalg(typed, feil=sentence_for(typed, fault))
    if day > today:
        return Dagvalg(typed, feil=NOT_YET)
    # Today's picture has no choice in it: the page is then the ordinary one.
    return Dagvalg() if day == today else Dagvalg(typed, day)


def number(typed: str) -> int | None:
    """A number in an address, such as a page; None for anything that is not a sensible one."""
    fits = typed.isascii() and typed.isdigit() and 0 < len(typed) <= MOST_DIGITS
    return int(typed) or None if fits else None


def read(query: Mapping[str, str], today: date) -> Valg:
    """Read an address. Never raises."""
    view = query.get("visning", "")
    return Valg(
        paa=_day(query.get("paa", ""), today),
        kjent=_day(query.get("kjent", ""), today),
        visning=view if is_view(view) else "hele",
        gjeldende=query.get("gjeldende") == "ja",
        side=number(query.get("side", "")) or 1,
    )


def banner(valg: Valg) -> Text | None:
    """«Saken vises slik den var …»: which picture this is, when it is not today's."""
    was, known = valg.dag, None if valg.feil else valg.kjent.dag
    if was and known:
        return Text(
            f"Saken slik den var {datotekst.full(was)}, slik vi kjente den ved utgangen av "
            f"{datotekst.full(known)}.",
            f"Saka slik ho var {datotekst.full(was, 'nn')}, slik vi kjende ho ved utgangen av "
            f"{datotekst.full(known, 'nn')}.",
        )
    if was:
        return Text(
            f"Saken slik den var {datotekst.full(was)}, med det vi vet nå.",
            f"Saka slik ho var {datotekst.full(was, 'nn')}, med det vi veit no.",
        )
    if known:
        return Text(
            f"Saken slik vi kjente den ved utgangen av {datotekst.full(known)}.",
            f"Saka slik vi kjende ho ved utgangen av {datotekst.full(known, 'nn')}.",
        )
    return None
