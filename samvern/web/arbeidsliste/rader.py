"""The rows of the work list as they are shown: word, icon, colour, days, and where the step leads.

Counts and groups come with the list itself, so that page and command line can never differ; here
they are only put in words and in order.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.urls import reverse

from samvern.apps.saker.public import Arbeidsliste, Hvem, Oppgaverad
from samvern.engine.roller import ROLLENAVN, Rolle
from samvern.law import datotekst
from samvern.law.book import RULES
from samvern.law.rule import Fristtype
from samvern.law.text import Maalform, Text
from samvern.web.arbeidsliste import egne_steg
from samvern.web.arbeidsliste.valg import DOMSTYPER
from samvern.web.statuser import STATUSES, Status, status_for

LONGEST_REASON: Final = 150
"""Characters. Longer reasons are those that list every date that is missing."""
_SENTENCE_END: Final = re.compile(r"(?<=[a-zæøå)])\. (?=[A-ZÆØÅ])")

URGENT_DAYS: Final = 14
"""A running duty this close to its last working day is urgent (design 3)."""

GRUPPER: Final = ("over_fristen", "denne_uken", "innen", "dato_mangler")
_DUTIES: Final = frozenset({Fristtype.SENEST, Fristtype.INTERVALL, Fristtype.SLUTT})
_AT_ONCE: Final = Status(Text("Straks", "Straks"), "aattekant", "danger")
_GAP: Final = Status(Text("Mangler", "Manglar"), "spoersmaal", "brand2")
_DEVIATION: Final = Status(Text("Avvik", "Avvik"), "trekant", "warning")
_LATE: Final = Status(Text("Over fristen", "Over fristen"), "aattekant", "danger")
_PAST_WORKING_DAY: Final = Status(
    Text("Siste virkedag er forbi", "Siste verkedag er forbi"), "aattekant", "danger"
)
"""The weekend before a deadline that has not passed: nobody is over it, and nobody is at work."""
_TO_LAST_WORKING_DAY: Final = Text("til siste virkedag", "til siste verkedag")
_NO_DATE: Final = Text("Ingen dato ennå", "Ingen dato enno")
_AT_ONCE_DATE: Final = Text("Uten tallfestet frist", "Utan talfesta frist")

_YOU: Final = Text("Deg", "Deg")
_YOUR_OFFICE: Final = Text("Dere", "Dykk")
_GAP_SINCE: Final = Text("Har manglet i {dager}", "Har mangla i {dager}")


@dataclass(frozen=True, slots=True)
class Listerad:
    """One row, ready to show in one written form."""

    rad: Oppgaverad
    status: Status
    dager: str
    """«4 dager over», «i dag», «11 dager til siste virkedag»; the status word without a date."""
    dato: str
    fristdato: str
    """The statutory date when the working day before it is the one that counts; else empty."""
    domstype: str
    hos: str
    under: str
    egen: str
    """«Deg» or «Dere» when it waits for the viewer; else empty."""
    sak: str
    """Address of the case."""
    grunn: str
    steg: str
    """The next step, a verb."""
    stegadresse: str
    """Where it is done: the place on the case page, or the form."""


@dataclass(frozen=True, slots=True)
class Listegruppe:
    """One group of rows."""

    kode: str
    rader: tuple[Listerad, ...]


def groups(
    liste: Arbeidsliste, rolle: Rolle, maalform: Maalform, meg: Collection[UUID] = ()
) -> tuple[Listegruppe, ...]:
    """The rows that are due, in groups, in the order of the list: law first, then the oldest."""
    return tuple(
        Listegruppe(kode, tuple(_row(r, liste.per_dato, rolle, meg, maalform) for r in rows))
        for kode in GRUPPER
        if (rows := [row for row in liste.rader if row.gruppe == kode])
    )


def status_of(rad: Oppgaverad) -> Status:
    """Word, icon and colour of a row. A duty is urgent near its day; a right never is."""
    if rad.slag in {"straks", "mangel", "avvik"}:
        return {"straks": _AT_ONCE, "mangel": _GAP, "avvik": _DEVIATION}[rad.slag]
    if rad.dager is not None and rad.dager < 0 and rad.status == "loeper":
        return _PAST_WORKING_DAY if _still_time(rad) else _LATE
    rule = RULES.get(rad.kode)
    duty = rule is not None and rule.fristtype in _DUTIES
    near = rad.dager is not None and rad.dager <= URGENT_DAYS
    code = rad.status if rad.status in STATUSES else "uavklart"
    return status_for(code, urgent=duty and near)


def _row(
    rad: Oppgaverad, today: date, rolle: Rolle, meg: Collection[UUID], maalform: Maalform
) -> Listerad:
    status = status_of(rad)
    case = reverse("sak", args=[rad.sak])
    step, address = _step(rad, rolle, case, maalform)
    return Listerad(
        rad=rad,
        status=status,
        dager=_days(rad, today, maalform) or status.word.lang(maalform),
        dato=_date(rad, maalform),
        fristdato=_statutory(rad, maalform),
        domstype=DOMSTYPER[rad.domstype].lang(maalform) if rad.domstype in DOMSTYPER else "",
        hos=name(rad.hos, maalform),
        under=rad.hos.under if rad.hos else "",
        egen=_own(rad, rolle, meg, maalform),
        sak=case,
        grunn=_reason(rad.grunn, maalform),
        steg=step,
        stegadresse=address,
    )


def waits_as(rolle: Rolle) -> Rolle:
    """The role that a viewer's own tasks wait for: the leader's are those of the unit."""
    return Rolle.NK if rolle is Rolle.NK_LEDER else rolle


def is_own(rad: Oppgaverad, rolle: Rolle, meg: Collection[UUID]) -> bool:
    """Whether it waits for the viewer, alone or with colleagues. `meg` are the ids of the viewer
    and the viewer's organisations: a case opened as an emergency is somebody else's."""
    if rad.venter_paa != ROLLENAVN[waits_as(rolle)]:
        return False
    return waits_as(rolle) is Rolle.NK or (rad.hos is not None and rad.hos.id in meg)


def _own(rad: Oppgaverad, rolle: Rolle, meg: Collection[UUID], maalform: Maalform) -> str:
    if not is_own(rad, rolle, meg):
        return ""
    return (_YOU if rolle is Rolle.FAGLIG_ANSVARLIG else _YOUR_OFFICE).lang(maalform)


def name(hvem: Hvem | None, maalform: Maalform) -> str:
    """What somebody or some body is called; empty when there is none."""
    if hvem is None:
        return ""
    return hvem.navn_nn or hvem.navn if maalform == "nn" else hvem.navn


def _date(rad: Oppgaverad, maalform: Maalform) -> str:
    if rad.dato is not None:
        return datotekst.table(rad.dato, maalform)
    return (_AT_ONCE_DATE if rad.slag == "straks" else _NO_DATE).lang(maalform)


def _days(rad: Oppgaverad, today: date, maalform: Maalform) -> str:
    """Days in words. To the last working day it is said, since the deadline itself is later."""
    if rad.dager is None:
        return ""
    if rad.slag == "mangel":
        return _missing_for(-rad.dager, maalform)
    if rad.dato is None:
        return ""
    # What is over is over the deadline, as the case page counts it, not over the working day.
    day = rad.fristdato if rad.dager < 0 and rad.fristdato is not None else rad.dato
    words = datotekst.days_left(day, today, maalform)
    if _moved(rad) and rad.dager > 1:
        words = f"{datotekst.days(rad.dager, maalform)} {_TO_LAST_WORKING_DAY.lang(maalform)}"
    return words[:1].upper() + words[1:]


def _missing_for(count: int, maalform: Maalform) -> str:
    """«Har manglet i 12 dager» (N-1.3); nothing on the first day."""
    if count < 1:
        return ""
    return _GAP_SINCE.lang(maalform).format(dager=datotekst.days(count, maalform))


def _statutory(rad: Oppgaverad, maalform: Maalform) -> str:
    return datotekst.full(rad.fristdato, maalform) if rad.fristdato and _moved(rad) else ""


def _still_time(rad: Oppgaverad) -> bool:
    """Whether the deadline itself, a day or two after the last working day, has not passed."""
    if rad.dato is None or rad.fristdato is None or rad.dager is None:
        return False
    return rad.fristdato >= rad.dato - timedelta(days=rad.dager)


def _moved(rad: Oppgaverad) -> bool:
    return rad.dato is not None and rad.fristdato is not None and rad.dato != rad.fristdato


def _reason(reason: Text, maalform: Maalform) -> str:
    """The reason; of a long one the first sentence, since all of it stands on the case."""
    words = reason.lang(maalform)
    first = _SENTENCE_END.split(words, maxsplit=1)[0]
    return words if len(words) <= LONGEST_REASON or first == words else f"{first}."


def _step(rad: Oppgaverad, rolle: Rolle, case: str, maalform: Maalform) -> tuple[str, str]:
    """What to do, and where: the form when it is the viewer's own to do, else the case."""
    own = egne_steg.own_step(rolle, rad)
    if own is not None:
        return own.tekst.lang(maalform), reverse("sak_hendelse_skjema", args=[rad.sak, own.type])
    address = f"{case}#{rad.anker}" if rad.anker else case
    return rad.neste_steg.lang(maalform), address
