"""The facts of a case as the deadline calculator takes them, for trying «what if».

Only what the rules read: no names, no case number, no free text, and ids that mean nothing outside
the calculator. Nothing is stored; the facts travel in a form from page to page.
"""

from datetime import date, time
from typing import Any

from samvern.law.event import HENDELSESTYPER, KLAGE_PARTER, Felt, Hendelse, Sak, Verdi
from samvern.web.fristberegner.tilstand import MAX_EVENTS, from_inn


def _plain(value: object) -> object:
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _carried(felt: Felt, event: Hendelse) -> bool:
    """Whether a field says something, and says it with a code, a date or a number."""
    value = getattr(event, felt.navn)
    if value is None or value is False:
        return False
    if felt.navn == "parter":
        return tuple(value) != KLAGE_PARTER
    return felt.verdi is not Verdi.TEKST


def _row(event: Hendelse, ids: dict[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {"type": event.type, "dato": event.dato.isoformat()}
    for felt in HENDELSESTYPER[event.type].felt:
        if _carried(felt, event):
            row[felt.navn] = _plain(getattr(event, felt.navn))
    if event.id is not None:
        row["id"] = ids[event.id]
    if event.ref is not None:
        row["ref"] = ids[event.ref]
    return row


def as_form_value(sak: Sak) -> str:
    """The case as the calculator's hidden field holds it.

    Empty when the calculator cannot take it: too many events, or a fact it would refuse.
    """
    if len(sak.hendelser) > MAX_EVENTS:
        return ""
    named = [one for e in sak.hendelser for one in (e.id, e.ref) if one is not None]
    ids = {old: f"H{nr}" for nr, old in enumerate(dict.fromkeys(named), start=1)}
    rows = [_row(event, ids) for event in sak.hendelser]
    inn = {"type": str(sak.type), "hendelser": rows, "per_dato": sak.per_dato.isoformat()}
    tilstand, _ = from_inn(inn)
    return tilstand.inn_json if tilstand is not None else ""
