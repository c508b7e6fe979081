"""Where a case stands: the state machine of `koordineringsenheten.md` 3.1, with K5 and K14. Pure.

No date ends a case by itself: a person registers the end (LES_FOERST K14).
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.koder import AVSLUTTET, STATUSNAVN, Saksstatus
from samvern.law.text import Text

S = Saksstatus
_RUNNING = frozenset(
    {
        S.UNDER_GJENNOMFOERING,
        S.I_KRIMINALOMSORGEN,
        S.PROEVELOESLATT,
        S.MIDLERTIDIG_OPPHOERT,
        S.AVVENTER_PAATALE,
    }
)
_ANY_TIME: Final = frozenset(
    {
        "paatale_fastsatt",
        "saksbehandler_tildelt",
        "behandlingsansvar_fastsatt",
        "faglig_ansvarlig_endret",
        "innleggelse",
        "anke",
        "dom_forkynt",
        "dom_mottatt_paatale",
        "dom_vedtatt",
        "varslingsvedtak",
        "varslingsklage_oversendt",
        "utvisningsvedtak",
        "vedtak_mottatt",
        "vedtak_akseptert",
        "klage",
        "klage_tatt_til_foelge",
        "klage_trukket",
        "klage_avgjort",
        "varslingsoenske",
        "varsel_sendt",
    }
)
"""What can happen before the sentence is final too."""

type _Moves = dict[Saksstatus | None, Saksstatus]

_MOVES: Final[dict[str, _Moves]] = {
    "tiltale": {None: S.TILTALT},
    "tiltale_trukket": {S.TILTALT: S.AVSLUTTET_UTEN_DOM},
    "annen_utgang": {
        S.TILTALT: S.AVSLUTTET_UTEN_DOM,
        S.DOEMT_IKKE_RETTSKRAFTIG: S.AVSLUTTET_UTEN_DOM,
    },
    "dom_avsagt": {
        None: S.DOEMT_IKKE_RETTSKRAFTIG,
        S.TILTALT: S.DOEMT_IKKE_RETTSKRAFTIG,
        S.DOEMT_IKKE_RETTSKRAFTIG: S.DOEMT_IKKE_RETTSKRAFTIG,
        **{status: status for status in _RUNNING},
    },
    "dom_rettskraftig/overfoeringsdom": {
        None: S.UNDER_GJENNOMFOERING,
        S.TILTALT: S.UNDER_GJENNOMFOERING,
        S.DOEMT_IKKE_RETTSKRAFTIG: S.UNDER_GJENNOMFOERING,
    },
    "dom_rettskraftig/opprettholdelse": {
        **{status: status for status in _RUNNING},
        S.AVVENTER_PAATALE: S.UNDER_GJENNOMFOERING,
    },
    "dom_rettskraftig/nekter_opphoer": {status: status for status in _RUNNING},
    "dom_rettskraftig/kriminalomsorg": {S.UNDER_GJENNOMFOERING: S.I_KRIMINALOMSORGEN},
    "tilbakefoering": {S.I_KRIMINALOMSORGEN: S.UNDER_GJENNOMFOERING},
    "proeveloeslatelse": {S.I_KRIMINALOMSORGEN: S.PROEVELOESLATT},
    "gjeninnsettelse": {S.PROEVELOESLATT: S.I_KRIMINALOMSORGEN},
    "utreise": {
        S.UNDER_GJENNOMFOERING: S.MIDLERTIDIG_OPPHOERT,
        S.I_KRIMINALOMSORGEN: S.MIDLERTIDIG_OPPHOERT,
        S.AVVENTER_PAATALE: S.MIDLERTIDIG_OPPHOERT,
    },
    "retur_til_riket": {S.MIDLERTIDIG_OPPHOERT: S.AVVENTER_PAATALE},
    # To end the sentence is a decision of its own (`opphoer`); until then the case waits.
    "retur_avgjort/opprettholde": {S.AVVENTER_PAATALE: S.UNDER_GJENNOMFOERING},
    "retur_avgjort/opphoere": {S.AVVENTER_PAATALE: S.AVVENTER_PAATALE},
    "opphoer": dict.fromkeys(_RUNNING, S.OPPHOERT),
    "opphoer/doed": dict.fromkeys(
        (S.TILTALT, S.DOEMT_IKKE_RETTSKRAFTIG, *sorted(_RUNNING)), S.AVSLUTTET_DOED
    ),
}


class Brudd(NamedTuple):
    """An entry that cannot stand where it stands, and why."""

    nr: int
    type: str
    status: Saksstatus | None
    """Where the case stood when the entry came."""
    slag: str
    """foerst (the case has not begun), rekkefoelge, avsluttet or tilstand."""


def _key(entry: Oppfoering) -> str:
    sub = entry.innhold.get(
        {"dom_rettskraftig": "art", "retur_avgjort": "valg", "opphoer": "av"}.get(entry.type, ""),
        "",
    )
    with_sub = f"{entry.type}/{sub}"
    return with_sub if with_sub in _MOVES else entry.type


def _break(entry: Oppfoering, status: Saksstatus | None) -> Brudd | None:
    """Why an entry that moves nothing cannot stand here, if it cannot."""
    if status in AVSLUTTET:
        allowed = SAKSARTER[entry.type].etter_opphoer
        return None if allowed else Brudd(entry.nr, entry.type, status, "avsluttet")
    if status is None:
        fits = entry.type in _ANY_TIME
        return None if fits else Brudd(entry.nr, entry.type, status, "foerst")
    if status not in _RUNNING and entry.type not in _ANY_TIME:
        return Brudd(entry.nr, entry.type, status, "rekkefoelge")
    return None


def follow(entries: Iterable[Oppfoering]) -> tuple[Saksstatus | None, tuple[Brudd, ...]]:
    """Walk through the entries that count; the last status, and every entry that does not fit.

    An entry that does not fit moves nothing, so that one fault does not become many.
    """
    status: Saksstatus | None = None
    breaks: list[Brudd] = []
    for entry in entries:
        moves = _MOVES.get(_key(entry))
        if moves is not None and status not in AVSLUTTET:
            if status in moves:
                status = moves[status]
            else:
                kind = "foerst" if status is None else "tilstand"
                breaks.append(Brudd(entry.nr, entry.type, status, kind))
        elif broken := _break(entry, status):
            breaks.append(broken)
    return status, tuple(breaks)


def allowed_types(status: Saksstatus | None) -> tuple[str, ...]:
    """The event types that can come next, in form order; for the refusal and for forms."""
    found = []
    for kode in SAKSARTER:
        moves = [m for key, m in _MOVES.items() if key.split("/")[0] == kode]
        if moves and status not in AVSLUTTET:
            if any(status in m for m in moves):
                found.append(kode)
        elif _fits(kode, status):
            found.append(kode)
    return tuple(found)


def _fits(kode: str, status: Saksstatus | None) -> bool:
    if status in AVSLUTTET:
        return SAKSARTER[kode].etter_opphoer
    return kode in _ANY_TIME or status in _RUNNING


def name_of(status: Saksstatus | None) -> Text:
    """The status in words; before the first entry there is none."""
    return Text("ikke opprettet", "ikkje oppretta") if status is None else STATUSNAVN[status]
