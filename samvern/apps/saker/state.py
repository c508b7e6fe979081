"""A case on one day, folded from its entries: the picture everything else is made from. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samvern.apps.saker import lov, plassering
from samvern.apps.saker.deltakere import Deltaker, participants, taking_part
from samvern.apps.saker.events import Oppfoering, current
from samvern.apps.saker.koder import AVSLUTTET, Deltakerslag, Saksstatus
from samvern.apps.saker.plassering import Opphold
from samvern.apps.saker.status import Brudd, follow
from samvern.law.event import Sak
from samvern.law.trace import Status, Svar

_SENTENCED = frozenset({Saksstatus.UNDER_GJENNOMFOERING, Saksstatus.I_KRIMINALOMSORGEN})


@dataclass(frozen=True, slots=True)
class Tilstand:
    """Everything about a case on `dag` that follows from its entries."""

    dag: date
    hendelser: tuple[Oppfoering, ...]
    status: Saksstatus | None
    brudd: tuple[Brudd, ...]
    domstype: str
    opphold: tuple[Opphold, ...]
    deltakere: tuple[Deltaker, ...]
    flagg: tuple[str, ...]
    mangler: tuple[tuple[str, date], ...]
    """Gaps: a code and since when (N-1.3, N-1.4)."""
    styrende_dom: date | None
    lov: Sak | None
    svar: Svar | None

    @property
    def avsluttet(self) -> bool:
        """Whether the case has ended."""
        return self.status in AVSLUTTET

    @property
    def her(self) -> Opphold | None:
        """The stay on the day."""
        now = [
            s for s in self.opphold if s.fra <= self.dag and (s.til is None or self.dag <= s.til)
        ]
        return now[-1] if now else None

    @property
    def med(self) -> dict[Deltakerslag, Deltaker]:
        """Who takes part on the day, by capacity."""
        return taking_part(self.deltakere, self.dag)


def final_since(entries: Iterable[Oppfoering]) -> date | None:
    """When the sentence to compulsory care became final."""
    days = [
        e.skjedde
        for e in entries
        if e.type == "dom_rettskraftig" and e.innhold.get("art") == "overfoeringsdom"
    ]
    return min(days, default=None)


def _governing(entries: Iterable[Oppfoering]) -> date | None:
    """The day the latest judgment that governs the deadlines became final."""
    days = [
        e.skjedde
        for e in entries
        if e.type == "dom_rettskraftig"
        and e.innhold.get("art") in ("overfoeringsdom", "opprettholdelse", "nekter_opphoer")
    ]
    return max(days, default=None)


def _last(entries: tuple[Oppfoering, ...], *kinds: str) -> Oppfoering | None:
    found = [e for e in entries if e.type in kinds]
    return found[-1] if found else None


def _flags(
    entries: tuple[Oppfoering, ...], status: Saksstatus | None, svar: Svar | None
) -> list[str]:
    if status is None or status in AVSLUTTET:
        return []
    found = []
    away = _last(entries, "unndragelse", "unndragelse_avsluttet")
    if away and away.type == "unndragelse":
        found.append("unndratt")
    if svar is None:
        return found
    by_rule = {frist.regel: frist.status for frist in svar.frister}
    if by_rule.get("F-05") == Status.LOEPER:
        found.append("i_treukersperioden")
    signed = _last(entries, "opprettholdelse_underskrevet", "dom_rettskraftig")
    if signed and signed.type == "opprettholdelse_underskrevet":
        found.append("opprettholdelse_paagaar")
    asked = _last(entries, "begjaering_opphoer", "dom_rettskraftig")
    if asked and asked.type == "begjaering_opphoer":
        found.append("opphoersbegjaering_paagaar")
    return found


_WANTED = (
    (Deltakerslag.EMBETE, "mangler_embete"),
    (Deltakerslag.RHF, "mangler_rhf"),
    (Deltakerslag.FAGLIG_ANSVARLIG, "mangler_faglig_ansvarlig"),
    (Deltakerslag.SAKSBEHANDLER, "mangler_saksbehandler"),
)


def _since(slag: Deltakerslag, known: tuple[Deltaker, ...], start: date) -> date:
    ended = [p.til for p in known if p.slag is slag and p.til is not None]
    return max((day + timedelta(days=1) for day in ended), default=start)


def _missing(
    entries: tuple[Oppfoering, ...],
    status: Saksstatus | None,
    parts: tuple[Deltaker, ...],
    stays: tuple[Opphold, ...],
    day: date,
) -> list[tuple[str, date]]:
    """What the case ought to have on the day and has not, and since when (N-0.1, N-1.3, N-1.4)."""
    if status is None or status in AVSLUTTET or not entries:
        return []
    final = final_since(entries)
    here = taking_part(parts, day)
    found = []
    for slag, kode in _WANTED:
        from_start = slag in (Deltakerslag.EMBETE, Deltakerslag.SAKSBEHANDLER)
        start = entries[0].skjedde if from_start else final
        if start is not None and slag not in here:
            found.append((kode, _since(slag, parts, start)))
    if final is not None and status in _SENTENCED:
        # The first day without a place is what is asked for; before admission F-04 says it.
        empty = plassering.gaps(stays, stays[0].fra if stays else None, day)
        found.extend([("mangler_plassering", empty[-1][0])] if empty else [])
    away = _last(entries, "unndragelse", "unndragelse_avsluttet", "utreise")
    if away and away.type == "unndragelse":
        found.append(("unndratt", away.skjedde))
    if status is Saksstatus.AVVENTER_PAATALE:
        back = _last(entries, "retur_til_riket")
        found.extend([("avgjoer_retur", back.skjedde)] if back else [])
    return found


def fold(entries: Iterable[Oppfoering], day: date, *, known: datetime | None = None) -> Tilstand:
    """The case on `day`, from what was known at `known` (None: everything).

    Entries after the day are left out, so that the same function answers «as it was on».
    """
    ordered = current(entries, known=known, until=day)
    status, breaks = follow(ordered)
    sak, _ = lov.read(ordered, day)
    svar = lov.answer(sak)
    parts = participants(ordered)
    where = plassering.stays(ordered)
    return Tilstand(
        dag=day,
        hendelser=ordered,
        status=status,
        brudd=breaks,
        domstype=lov.claimed_type(ordered),
        opphold=where,
        deltakere=parts,
        flagg=tuple(_flags(ordered, status, svar)),
        mangler=tuple(_missing(ordered, status, parts, where, day)),
        styrende_dom=_governing(ordered),
        lov=sak,
        svar=svar,
    )
