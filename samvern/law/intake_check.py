"""Faults that only show when a whole case is read: ids, references, order and legal regime."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from samvern.law import datotekst
from samvern.law.event import HENDELSESTYPER, Sakstype, Verdi
from samvern.law.intake_date import parse_date
from samvern.law.text import Text

TIDSBESTEMT_FRA = date(2016, 10, 1)
"""First day a time-limited sentence could be passed (lov 29. april 2016 nr. 7, LF-K2)."""

_Finding = tuple[str, str, Text]
_UNKNOWN = "ukjent"
_DOM_PAIR = frozenset({"dom_avsagt", "dom_rettskraftig"})


def _kind(row: Mapping[str, object]) -> str:
    """Return the row's event type; every unknown one is the same, so that sets stay small."""
    value = row.get("type")
    return value if isinstance(value, str) and value in HENDELSESTYPER else _UNKNOWN


def _ids(rows: Sequence[object]) -> Iterator[tuple[int, str, str]]:
    """Give (row, id, type) of every row that has a readable id, well-formed otherwise or not."""
    for i, row in enumerate(rows):
        if isinstance(row, Mapping) and isinstance(row.get("id"), str):
            yield i, row["id"], _kind(row)


def _check_ids(rows: Sequence[object]) -> Iterator[_Finding]:
    seen: dict[str, set[str]] = {}
    for i, ident, kind in _ids(rows):
        earlier = seen.setdefault(ident, set())
        if earlier and ({kind} | earlier != _DOM_PAIR or kind in earlier):
            yield (
                f"hendelser[{i}].id",
                "UGYLDIG_VERDI",
                Text(
                    "Kjennetegnet er brukt før. Bare avsagt og rettskraftig dom kan dele det.",
                    "Kjenneteiknet er brukt før. Berre avsagd og rettskraftig dom kan dele det.",
                ),
            )
        earlier.add(kind)


def _check_refs(rows: Sequence[object]) -> Iterator[_Finding]:
    kinds: dict[str, set[str]] = {}
    for _, ident, kind in _ids(rows):
        kinds.setdefault(ident, set()).add(kind)
    for i, row in enumerate(rows):
        if not isinstance(row, Mapping) or not isinstance(row.get("ref"), str):
            continue
        known = HENDELSESTYPER.get(_kind(row))
        felt = next((f for f in known.felt if f.verdi is Verdi.REF), None) if known else None
        if felt is None:
            continue
        found = kinds.get(row["ref"])
        if found is None:
            yield (
                f"hendelser[{i}].ref",
                "UGYLDIG_VERDI",
                Text(
                    "Ingen hendelse har dette kjennetegnet.",
                    "Inga hending har dette kjenneteiknet.",
                ),
            )
        elif felt.peker_paa.isdisjoint(found) and not found.isdisjoint(HENDELSESTYPER):
            yield (
                f"hendelser[{i}].ref",
                "UGYLDIG_VERDI",
                Text(
                    "Kjennetegnet hører til en hendelse av et annet slag.",
                    "Kjenneteiknet høyrer til ei hending av eit anna slag.",
                ),
            )


class _Judgment(NamedTuple):
    """A judgment row whose date can be read, whatever else is wrong with it."""

    row: int
    kind: str
    dato: date
    id: str | None


def _judgments(rows: Sequence[object]) -> list[_Judgment]:
    found: list[_Judgment] = []
    for i, row in enumerate(rows):
        if isinstance(row, Mapping) and row.get("type") in ("dom_avsagt", "dom_rettskraftig"):
            dato = parse_date(row.get("dato"))
            ident = row.get("id")
            if dato is not None:
                known = ident if isinstance(ident, str) else None
                found.append(_Judgment(i, str(row["type"]), dato, known))
    return found


def _pronounced(judgments: Sequence[_Judgment]) -> dict[str, date]:
    return {j.id: j.dato for j in judgments if j.kind == "dom_avsagt" and j.id}


def _check_order(judgments: Sequence[_Judgment]) -> Iterator[_Finding]:
    pronounced = _pronounced(judgments)
    for final in judgments:
        if final.kind != "dom_rettskraftig" or final.id is None:
            continue
        said = pronounced.get(final.id)
        if said is not None and final.dato < said:
            yield (
                f"hendelser[{final.row}].dato",
                "UGYLDIG_REKKEFOLGE",
                Text(
                    f"Rettskraftdatoen er før dommen ({datotekst.long(said)}). Sjekk begge.",
                    f"Rettskraftdatoen er før dommen ({datotekst.long(said)}). Sjekk begge.",
                ),
            )


def _check_regime(sakstype: Sakstype | None, judgments: Sequence[_Judgment]) -> Iterator[_Finding]:
    if sakstype is not Sakstype.TIDSBESTEMT:
        return
    pronounced = _pronounced(judgments)
    for judgment in judgments:
        if judgment.dato >= TIDSBESTEMT_FRA:
            continue
        if judgment.kind == "dom_rettskraftig" and judgment.id in pronounced:
            continue
        yield (
            f"hendelser[{judgment.row}].dato",
            "UGYLDIG_VERDI",
            Text(
                "Tidsbestemt dom kan tidligst være avsagt 1. oktober 2016 "
                "(lov 29. april 2016 nr. 7, straffeloven § 62).",
                "Tidsbestemt dom kan tidlegast vere sagd 1. oktober 2016 "
                "(lov 29. april 2016 nr. 7, straffelova § 62).",
            ),
        )


def _check_withdrawn(rows: Sequence[object]) -> Iterator[_Finding]:
    """A complaint withdrawn before it was made: one of the days is wrong."""
    for i, row in enumerate(rows):
        if not isinstance(row, Mapping) or row.get("type") != "klage":
            continue
        made, gone = parse_date(row.get("dato")), parse_date(row.get("trukket"))
        if made is not None and gone is not None and gone < made:
            yield (
                f"hendelser[{i}].trukket",
                "UGYLDIG_REKKEFOLGE",
                Text(
                    f"Klagen kom {datotekst.long(made)}. Den kan ikke være trukket før det.",
                    f"Klaga kom {datotekst.long(made)}. Ho kan ikkje vere trekt før det.",
                ),
            )


def check_whole(sakstype: Sakstype | None, rows: Sequence[object]) -> Iterator[_Finding]:
    """Give (path, code, words) of every fault between events.

    `rows` are the raw rows, some of which may have faults of their own; what can be read in them
    is still compared, so that all faults are shown at once. Source: `frister.md` part 1, LF-K2.
    """
    yield from _check_ids(rows)
    yield from _check_refs(rows)
    judgments = _judgments(rows)
    yield from _check_order(judgments)
    yield from _check_regime(sakstype, judgments)
    yield from _check_withdrawn(rows)
