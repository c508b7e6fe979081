"""What the case page shows from here: that something was just saved, and one's own drafts."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from samvern.apps.saker.public import SAKSARTER, Saksbilde
from samvern.apps.utkast import public as utkast
from samvern.apps.utkast.public import Utkastrad
from samvern.engine.viewer import Viewer
from samvern.law.text import Text


@dataclass(frozen=True, slots=True)
class Kvittering:
    """The entry that was just saved, and how many deadlines it moved."""

    nr: int
    frister: int
    adresse: str
    """Where the entry can be corrected; empty when it cannot."""
    hendelse: str = ""
    """Where the entry stands in the list of the case, also when that is not the first page."""


@dataclass(frozen=True, slots=True)
class Mitt:
    """One of the viewer's own drafts, with where to go on."""

    navn: Text
    adresse: str
    oppdatert: datetime


def of(
    query: Mapping[str, str], bilde: Saksbilde, place_of: Callable[[int], str] = lambda _: ""
) -> Kvittering | None:
    """The receipt that the address asks for, when the case has that entry.

    `place_of` gives the address of an entry by its number: the case page knows its own list.
    """
    nr, frister = _number(query.get("lagret", "")), _number(query.get("frister", ""))
    row = next((row for row in bilde.hendelser if row.nr == nr), None)
    if row is None:
        return None
    place = reverse("sak_hendelse_rett", args=[bilde.rad.id, row.nr]) if row.kan_rettes else ""
    return Kvittering(row.nr, frister or 0, place, place_of(row.nr))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None


def own_drafts(viewer: Viewer, sak: UUID | None) -> tuple[Mitt, ...]:
    """The viewer's drafts in a case (None: new cases), newest first. One query."""
    found = (_mine(row) for row in utkast.egne(viewer, sak))
    return tuple(one for one in found if one is not None)


def _mine(row: Utkastrad) -> Mitt | None:
    form, _, what = row.slag.partition(":")
    if row.sak is None:
        return Mitt(Text("Ny sak", "Ny sak"), reverse("ny_sak"), row.oppdatert)
    if form == "hendelse" and what in SAKSARTER:
        place = reverse("sak_hendelse_skjema", args=[row.sak, what])
        return Mitt(SAKSARTER[what].navn, place, row.oppdatert)
    if form in _FORMS and what.isdigit():
        name, words = _FORMS[form]
        text = Text(f"{words.nb} {what}", f"{words.nn} {what}")
        return Mitt(text, reverse(name, args=[row.sak, int(what)]), row.oppdatert)
    return None


_FORMS = {
    "rett": ("sak_hendelse_rett", Text("Rett hendelse", "Rett hending")),
    "feilfoer": (
        "sak_hendelse_feilfoert",
        Text("Hendelse registrert ved feil", "Hending registrert ved feil"),
    ),
}
