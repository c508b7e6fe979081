"""What the entries of a case point at: which are about notification, and which judgments are later
than the one that started the sentence. Pure.

Both decide who may see what hangs on them, whatever type it has: part 4, N-12.2, N-20.8.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.koder import Innhold

VARSLING: Final = "varsling"
SENERE_DOM: Final = "senere_dom"
SAERLIG: Final = "saerlig"
"""Where a stored task says which of the two it hangs on; empty for neither."""
DOMSHENDELSER: Final = frozenset(
    {
        "dom_avsagt",
        "dom_forkynt",
        "dom_mottatt_paatale",
        "dom_vedtatt",
        "anke",
        "dom_rettskraftig",
    }
)


class Kart(NamedTuple):
    """What the events of a case point at, by the id or number that others point with."""

    typer: Mapping[str, str]
    peker: Mapping[str, str]
    overfoeringsdommer: frozenset[str]
    """The judgments that started the sentence."""

    def om_varsling(self, ref: object) -> bool:
        """Whether a reference leads to a decision on notification, also through a complaint."""
        at: str | None = None if ref is None else str(ref)
        for _ in range(len(self.typer) + 1):
            if at is None or self.typer.get(at) == "varslingsvedtak":
                break
            at = self.peker.get(at)
        return at is not None and self.typer.get(at) == "varslingsvedtak"

    def om(self, ref: object) -> Innhold | None:
        """The kind of content of the entry that a reference leads to; None when there is none."""
        if self.om_varsling(ref):
            return Innhold.VARSLING
        kode = None if ref is None else self.typer.get(str(ref))
        return None if kode is None else SAKSARTER[kode].innhold

    def saerlig(self, ref: object) -> str:
        """VARSLING or SENERE_DOM when a reference leads there, else empty: what a task hangs on."""
        if self.om_varsling(ref):
            return VARSLING
        later = self.overfoeringsdommer and str(ref) not in self.overfoeringsdommer
        is_judgment = ref is not None and self.typer.get(str(ref)) in DOMSHENDELSER
        return SENERE_DOM if later and is_judgment else ""


TOMT: Final = Kart({}, {}, frozenset())


def kart(hendelser: Iterable[tuple[int, str, Mapping[str, Any]]]) -> Kart:
    """The map of a case from its events, as (number, type, fields)."""
    known: dict[str, str] = {}
    points: dict[str, str] = {}
    started = set()
    for nr, kode, felt in hendelser:
        for name in {f"h{nr}", str(felt.get("id") or f"h{nr}")}:
            known[name] = kode
            if felt.get("ref") is not None:
                points[name] = str(felt["ref"])
        if kode == "dom_rettskraftig" and felt.get("art") == "overfoeringsdom":
            started.add(str(felt.get("id") or f"h{nr}"))
    return Kart(known, points, frozenset(started))
