"""What the entries of a case point at: which are about notification, and which judgments are later
than the one that started the sentence. Pure.

Both decide who may see what hangs on them, whatever type it has: part 4, N-12.2, N-20.8.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from samvern.apps.saker.events import Oppfoering
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
    ufullstendig: bool = False
    """Whether entries may be missing that others point at."""

    def om_varsling(self, ref: object) -> bool:
        """Whether a reference leads to a decision on notification, also through a complaint.

        In a map that lacks entries, what leads out of it counts as leading there (part 4, m).
        """
        at: str | None = None if ref is None else str(ref)
        for _ in range(len(self.typer) + 1):
            if at is None or self.typer.get(at) == "varslingsvedtak":
                break
            if self.ufullstendig and at not in self.typer:
                return True
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


def roetter(ledd: Iterable[tuple[int, int | None]]) -> dict[int, int]:
    """The first number of each chain of corrections, from (number, what it replaces).

    What is replaced may be missing, as when only the entries that count are given.
    """
    found: dict[int, int] = {}
    for nr, replaced in sorted(ledd, key=lambda one: one[0]):
        found[nr] = nr if replaced is None else found.get(replaced, replaced)
    return found


def kart(
    hendelser: Iterable[tuple[int, str, Mapping[str, Any]]],
    rot: Mapping[int, int] | None = None,
    *,
    ufullstendig: bool = False,
) -> Kart:
    """The map of a case from its events, as (number, type, fields).

    `rot` is the first number of each chain of corrections (`events.roots`): others point at an
    entry by that number, and what the newest in the chain says is what holds. `ufullstendig` says
    that some entries may be missing: what leads to one of them may then be about notification.
    """
    first = rot or {}
    newest: dict[int, tuple[str, Mapping[str, Any]]] = {}
    for nr, kode, felt in sorted(hendelser, key=lambda one: one[0]):
        newest[first.get(nr, nr)] = (kode, felt)
    known: dict[str, str] = {}
    points: dict[str, str] = {}
    started = set()
    for nr, (kode, felt) in newest.items():
        own = str(felt.get("id") or f"h{nr}")
        for name in {f"h{nr}", own}:
            known[name] = kode
            if felt.get("ref") is not None:
                points[name] = str(felt["ref"])
        if kode == "dom_rettskraftig" and felt.get("art") == "overfoeringsdom":
            started.add(own)
    return Kart(known, points, frozenset(started), ufullstendig)


def kart_av_gjeldende(hendelser: Iterable[Oppfoering]) -> Kart:
    """The map of the entries that count alone, as a folded case holds them.

    Of a chain corrected more than once, the first number is not known here.
    """
    every = tuple(hendelser)
    first = roetter((e.nr, e.erstatter) for e in every)
    return kart(((e.nr, e.type, e.innhold) for e in every), first, ufullstendig=True)
