"""Where the person was, as far as the facts say: bars under the years."""

from dataclasses import dataclass
from datetime import date

from samvern.law.event import Hendelse, Sak
from samvern.law.text import Maalform, Text

_TWENTY_FOUR = Text("Døgnopphold", "Døgnopphald")
_NEW_PLACE = Text("Døgnopphold, annen institusjon", "Døgnopphald, annan institusjon")
_OUTSIDE = Text("Uten døgnopphold", "Utan døgnopphald")
_ABROAD = Text("Ute av riket", "Ute av riket")
_PRISON = Text("Kriminalomsorgen", "Kriminalomsorga")
_OBSERVED = Text("Observasjon", "Observasjon")
_CARE = Text("Tvungent vern", "Tvungent vern")

_BY_TYPE: dict[str, tuple[Text, str] | None] = {
    "innleggelse": (_TWENTY_FOUR, "doegn"),
    "tilbakefoering": (_TWENTY_FOUR, "doegn"),
    "utreise": (_ABROAD, "borte"),
    "retur_til_riket": None,
    "opphoer": None,
    "observasjon_startet": (_OBSERVED, "lett"),
    "observasjon_avsluttet": None,
    "tph_etablert": (_CARE, "doegn"),
    "tph_opphoert": None,
}
_BY_DIRECTION: dict[str, tuple[Text, str]] = {
    "mildere": (_OUTSIDE, "uten"),
    "mellom_institusjoner": (_NEW_PLACE, "lett"),
    "til_doegn": (_TWENTY_FOUR, "doegn"),
}


@dataclass(frozen=True, slots=True)
class Opphold:
    """A stay: first day, day it ended (None while it lasts), words and shade."""

    fra: date
    til: date | None
    navn: str
    slag: str
    """doegn, lett, uten or borte; a case also has nivaa-1 to nivaa-4, planlagt and hull."""
    kort: str = ""
    """Shorter words, for a bar that is too short for the name."""


def _change(event: Hendelse, directions: dict[str, str]) -> tuple[Text, str] | bool | None:
    """What an event makes of the stay; True when it changes nothing."""
    if event.type == "overfoering_gjennomfoert":
        return _BY_DIRECTION.get(directions.get(event.ref or "", ""), True)
    if event.type == "dom_rettskraftig" and event.art == "kriminalomsorg":
        return (_PRISON, "borte")
    return _BY_TYPE.get(event.type, True)


def stays(sak: Sak, form: Maalform) -> list[Opphold]:
    """The stays up to the day computed for. What the facts do not say is left open."""
    directions = {e.id: e.retning for e in sak.hendelser if e.id and e.retning}
    found: list[Opphold] = []
    now: tuple[date, Text, str] | None = None
    events = sorted((e for e in sak.hendelser if e.dato <= sak.per_dato), key=lambda e: e.dato)
    for event in events:
        change = _change(event, directions)
        if isinstance(change, bool):
            continue
        if now is not None:
            found.append(Opphold(now[0], event.dato, now[1].lang(form), now[2]))
        now = None if change is None else (event.dato, *change)
    if now is not None:
        found.append(Opphold(now[0], None, now[1].lang(form), now[2]))
    return found
