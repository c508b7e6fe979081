"""Placing words beside marks so that no two meet: rows are filled from the top, then merged."""

from collections.abc import Sequence
from dataclasses import dataclass, field

CHAR = 6.35
"""Mean width of a letter at 12 px, a little on the wide side."""
GAP = 10.0


@dataclass(slots=True)
class Etikett:
    """Words at a place. `anker` is the SVG text-anchor."""

    x: float
    rad: int
    tekst: str
    anker: str = "start"
    fet: bool = False


def width(text: str) -> float:
    """Width of a line at 12 px, in drawing units."""
    return len(text) * CHAR


@dataclass(slots=True)
class Rader:
    """Rows of words between two edges; remembers what is taken."""

    antall: int
    venstre: float
    hoeyre: float
    tatt: list[list[tuple[float, float]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.tatt = [[] for _ in range(self.antall)]

    def _free(self, row: int, start: float, end: float) -> bool:
        return all(end + GAP <= a or start >= b + GAP for a, b in self.tatt[row])

    def reserve(self, row: int, start: float, end: float) -> None:
        """Keep words away from a mark."""
        self.tatt[row].append((start, end))

    def place(self, x: float, text: str, order: Sequence[int]) -> Etikett | None:
        """Find a row for words that start (at the right edge: end) at x. None when all are full."""
        size = width(text)
        fits = x + size <= self.hoeyre
        start, anchor = (x, "start") if fits else (x - size, "end")
        if start < self.venstre:
            return None
        for row in order:
            if self._free(row, start, start + size):
                self.tatt[row].append((start, start + size))
                return Etikett(x, row, text, anchor)
        return None
