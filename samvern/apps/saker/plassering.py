"""Where the person is and has been, from the entries (N-1.4). Pure; local days, both included."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from samvern.apps.saker.events import Oppfoering
from samvern.law.text import Text

DOEGN: Final = "doegn"
UTEN_DOEGN: Final = "uten_doegn"
FENGSEL: Final = "kriminalomsorg"
UTLANDET: Final = "utlandet"
UKJENT: Final = "ukjent"

FORMNAVN: Final[dict[str, Text]] = {
    DOEGN: Text("Døgnopphold", "Døgnopphald"),
    UTEN_DOEGN: Text("Uten døgnopphold", "Utan døgnopphald"),
    FENGSEL: Text("Kriminalomsorgen", "Kriminalomsorga"),
    UTLANDET: Text("Ute av riket", "Ute av riket"),
    UKJENT: Text("Ikke kjent", "Ikkje kjent"),
}

_PLACED: Final = frozenset(
    {"innleggelse", "overfoering_gjennomfoert", "intern_overfoering", "tilbakefoering"}
)
_FORM: Final = {
    "utreise": UTLANDET,
    "retur_til_riket": UKJENT,
    # Released on probation from prison (§ 5-7, until 1 October 2020), and put back.
    "proeveloeslatelse": UKJENT,
    "gjeninnsettelse": FENGSEL,
}
_ENDS: Final = frozenset({"opphoer", "annen_utgang", "tiltale_trukket"})


class Opphold(NamedTuple):
    """One stay in one place. `til` is the last day, or None while it lasts."""

    fra: date
    til: date | None
    form: str
    institusjon: str | None
    enhet: str | None
    nivaa: str
    nr: int


def next_stay(entry: Oppfoering, before: Opphold | None) -> Opphold | None:
    """The stay that an entry begins, after the last one before it; None when it begins none."""
    if entry.type in _PLACED:
        held = entry.innhold
        inside = entry.type == "intern_overfoering"
        institution = before.institusjon if inside and before else held.get("institusjon")
        return Opphold(
            entry.skjedde,
            None,
            held.get("oppholdsform") or UKJENT,
            institution,
            held.get("enhet"),
            held.get("sikkerhetsnivaa") or "",
            entry.nr,
        )
    if entry.type == "dom_rettskraftig" and entry.innhold.get("art") == FENGSEL:
        return Opphold(entry.skjedde, None, FENGSEL, None, None, "", entry.nr)
    admitted = before is not None and before.fra == entry.skjedde and before.form != UTLANDET
    if entry.type == "retur_til_riket" and admitted:
        # Admitted on the day of the return: admission is read first, and the place is known.
        return None
    if form := _FORM.get(entry.type):
        return Opphold(entry.skjedde, None, form, None, None, "", entry.nr)
    return None


def stays(entries: Iterable[Oppfoering]) -> tuple[Opphold, ...]:
    """Every stay in order. A new one ends the last the day before; two on a day: the latter."""
    found: list[Opphold] = []

    def end(on: date) -> None:
        if found and found[-1].til is None:
            last = found.pop()
            if last.fra < on:
                found.append(last._replace(til=on - timedelta(days=1)))

    for entry in entries:
        if new := next_stay(entry, found[-1] if found else None):
            end(entry.skjedde)
            found.append(new)
        elif entry.type in _ENDS and found and found[-1].til is None:
            # The day of the end is still a day in the place.
            found[-1] = found[-1]._replace(til=entry.skjedde)
    return tuple(found)


def gaps(
    found: tuple[Opphold, ...], since: date | None, until: date
) -> tuple[tuple[date, date], ...]:
    """Periods from `since` to `until` (both included) without a known place (N-1.4)."""
    if since is None:
        return ()
    missing: list[tuple[date, date]] = []
    day = since
    for stay in found:
        if stay.fra > day:
            missing.append((day, min(stay.fra - timedelta(days=1), until)))
        end = stay.til or until
        day = max(day, end + timedelta(days=1))
        if stay.form == UKJENT:
            missing.append((max(stay.fra, since), min(end, until)))
    if day <= until:
        missing.append((day, until))
    return tuple((a, b) for a, b in missing if a <= b)
