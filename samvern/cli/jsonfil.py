"""Reading JSON from people: strict, bounded, and never a traceback.

Refused with one clear fault: what is not UTF-8 or not JSON, the same key twice in an object,
numbers JSON does not know, text that is no Unicode, too deep nesting, too large files and files
that cannot be read.
"""

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO, NoReturn

from samvern.law.intake import UGYLDIG_VERDI, Fault
from samvern.law.text import Text

LARGEST = 200_000_000
"""Bytes. A file of a million lines is well below; more is taken as a mistake."""

DEEPEST = 50
"""Levels of lists and objects inside each other. A case has four; an example file some ten."""

STDIN = "-"


class Uleselig(ValueError):
    """A file that cannot be read as JSON, with the fault to show."""

    def __init__(self, nb: str, nn: str) -> None:
        super().__init__(nb)
        self.feil = Fault("", UGYLDIG_VERDI, Text(nb, nn))


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise Uleselig("Standard inn er lukket.", "Standard inn er lukka.")
    return sys.stdin.buffer


def _bytes(name: str) -> bytes:
    try:
        if name == STDIN:
            return _stdin().read(LARGEST + 1)
        with Path(name).open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise Uleselig("Filen finnes ikke.", "Fila finst ikkje.") from None
    except IsADirectoryError:
        raise Uleselig(
            "Dette er en mappe, ikke en fil.", "Dette er ei mappe, ikkje ei fil."
        ) from None
    except PermissionError:
        raise Uleselig(
            "Du har ikke tilgang til å lese filen.", "Du har ikkje tilgang til å lese fila."
        ) from None
    except Uleselig:
        raise
    except (OSError, ValueError):
        raise Uleselig("Filen kan ikke leses.", "Fila kan ikkje lesast.") from None


def _unique(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        # Counted, not searched for: an object may have a million keys.
        counts = Counter(name for name, _ in pairs)
        twice = next(name for name, count in counts.items() if count > 1)
        shown = ascii(twice[:40])[1:-1]
        raise Uleselig(
            f"Feltet «{shown}» står to ganger i samme objekt.",
            f"Feltet «{shown}» står to gonger i same objekt.",
        )
    return found


def _no_constant(name: str) -> NoReturn:
    raise Uleselig(f"{name} er ikke et tall i JSON.", f"{name} er ikkje eit tal i JSON.")


def _parse(text: str) -> object:
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_no_constant)
    except json.JSONDecodeError as fault:
        raise Uleselig(
            f"Dette er ikke gyldig JSON (linje {fault.lineno}, tegn {fault.colno}).",
            f"Dette er ikkje gyldig JSON (linje {fault.lineno}, teikn {fault.colno}).",
        ) from None
    except Uleselig:
        raise
    except ValueError:
        # Python refuses to read whole numbers of thousands of digits.
        raise Uleselig("Et tall er for stort.", "Eit tal er for stort.") from None


def _check_unicode(text: str, data: object) -> None:
    r"""Refuse half of a surrogate pair (`"\ud800"`): it is no character and cannot be written."""
    if "\\ud" not in text and "\\uD" not in text:
        return
    try:
        json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        raise Uleselig(
            "Filen har tekst som ikke er gyldig Unicode.",
            "Fila har tekst som ikkje er gyldig Unicode.",
        ) from None


def _check_depth(data: object) -> None:
    """Refuse what is deeper than `DEEPEST`; level by level, so that this itself is not deep."""
    level = [data]
    for _ in range(DEEPEST):
        level = [
            inner
            for value in level
            if isinstance(value, dict | list)
            for inner in (value.values() if isinstance(value, dict) else value)
            if isinstance(inner, dict | list)
        ]
        if not level:
            return
    raise RecursionError


def read(name: str) -> object:
    """Return the value in a JSON file, or of standard input for ``-``. Raises `Uleselig`."""
    raw = _bytes(name)
    if len(raw) > LARGEST:
        raise Uleselig(
            f"Filen er for stor. Største størrelse er {LARGEST // 1_000_000} MB.",
            f"Fila er for stor. Største storleik er {LARGEST // 1_000_000} MB.",
        )
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Uleselig(
            "Filen er ikke lagret som UTF-8.", "Fila er ikkje lagra som UTF-8."
        ) from None
    if not text.strip():
        raise Uleselig("Filen er tom.", "Fila er tom.")
    try:
        data = _parse(text)
        _check_depth(data)
        _check_unicode(text, data)
    except RecursionError:
        raise Uleselig(
            "Filen har for mange nivåer inni hverandre.", "Fila har for mange nivå inni kvarandre."
        ) from None
    except MemoryError:
        raise Uleselig(
            "Filen er for stor for denne maskinen.", "Fila er for stor for maskina."
        ) from None
    return data
