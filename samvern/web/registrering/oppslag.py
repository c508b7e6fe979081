"""The choices of a form's fields: from the case, the reference data and the users."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final
from uuid import UUID

from samvern.apps.saker import public as saker
from samvern.apps.saker.public import Feltslag, Hendelsesrad, Saksbilde, Saksfelt, Virkning
from samvern.apps.virksomheter import public as virksomheter
from samvern.engine import clock
from samvern.engine.viewer import Viewer
from samvern.law import datotekst
from samvern.law.text import Text
from samvern.web.fristberegner.felter import Typed
from samvern.web.registrering.felter import Oppslag, day_of, needs_lookup

type Choices = tuple[tuple[str, Text], ...]
type Kept = dict[tuple[tuple[str, ...], str, tuple[str, ...], date], Choices]

MOST_KEPT: Final = 500
"""Lists in memory: each kind of list for each day somebody has typed."""
_kept: list[tuple[virksomheter.Navnebok, Kept]] = []

_OF_THE_CASE: Final = frozenset({Feltslag.REF, Feltslag.ID})


def dependent(fields: Iterable[Saksfelt], prefix: str = "") -> frozenset[str]:
    """Fields whose choices follow from the date or the institution in the same form."""
    return frozenset(
        prefix + felt.navn
        for felt in fields
        if needs_lookup(felt) and felt.slag not in _OF_THE_CASE
    )


def look_up(
    viewer: Viewer,
    bilde: Saksbilde | None,
    fields: Sequence[Saksfelt],
    typed: Typed,
    prefix: str = "",
    dated_by: str = "",
) -> Oppslag:
    """The choices of every field that has them, as they were on the day typed (else today).

    `dated_by` names the field with the day, when the event has none of its own. To be called
    inside `reading`.
    """
    day = day_of(typed, dated_by or f"{prefix}skjedde")
    sak = bilde.rad.id if bilde is not None else None
    body = _institution(typed, bilde, prefix)
    kept: Kept | None = None
    found: dict[str, Choices] = {}
    for felt in fields:
        if not needs_lookup(felt):
            continue
        if felt.slag in _OF_THE_CASE:
            found[felt.navn] = _events(felt, bilde)
        elif felt.slag is Feltslag.ENHET:
            found[felt.navn] = _units(body, day)
        elif felt.slag is Feltslag.BRUKER:
            found[felt.navn] = saker.valg_for(viewer, sak, felt, dag=day)
        else:
            kept = kept if kept is not None else _reference_data()
            # Fields with codes of their own share no list: the codes tell them apart.
            name = (felt.virksomhetsslag, felt.kodeverk, felt.koder, day or clock.today())
            if name not in kept:
                kept[name] = saker.valg_for(viewer, sak, felt, dag=day)
            found[felt.navn] = kept[name]
    return found


def _reference_data() -> Kept:
    """The lists of bodies and codes as they stand; forgotten when something in them changes. One
    query."""
    book = virksomheter.navnebok()
    if not _kept or _kept[0][0] is not book or len(_kept[0][1]) > MOST_KEPT:
        _kept[:] = [(book, {})]
    return _kept[0][1]


def _events(felt: Saksfelt, bilde: Saksbilde | None) -> Choices:
    """The entries that count and can be pointed at, of those the viewer reads; newest first.

    The same ids as the action knows (`saker`): the law's own, else `h` and the number of the first
    entry in the chain of corrections.
    """
    rows = {row.nr: row for row in bilde.hendelser} if bilde is not None else {}
    found: dict[str, Text] = {}
    for row in rows.values():
        fits = row.type == "dom_avsagt" if felt.slag is Feltslag.ID else _fits(felt, row)
        if fits and row.gjelder and row.virkning != Virkning.FEILFOERT:
            key = str(row.raa.get("id") or f"h{_first(row, rows)}")
            day = datotekst.short(row.skjedde)
            found.setdefault(key, Text(f"{row.navn.nb} {day}", f"{row.navn.nn} {day}"))
    return tuple(found.items())


def _fits(felt: Saksfelt, row: Hendelsesrad) -> bool:
    return not felt.peker_paa or row.type in felt.peker_paa


def _first(row: Hendelsesrad, rows: Mapping[int, Hendelsesrad]) -> int:
    while row.erstatter is not None and row.erstatter in rows:
        row = rows[row.erstatter]
    return row.nr


def _institution(typed: Typed, bilde: Saksbilde | None, prefix: str) -> UUID | None:
    """The institution chosen in the form, else where the person is."""
    chosen = _identifier((typed.get(f"{prefix}institusjon") or [""])[0])
    if chosen is not None:
        return chosen
    here = (bilde.rad.oppholdssted or bilde.rad.institusjon) if bilde is not None else None
    return here.id if here is not None else None


def _units(body: UUID | None, day: date | None) -> Choices:
    if body is None:
        return ()
    units = virksomheter.enheter_for(body, day or clock.today())
    return tuple((str(unit.id), unit.navn) for unit in units)


def _identifier(sent: str) -> UUID | None:
    try:
        return UUID(sent)
    except ValueError:
        return None
