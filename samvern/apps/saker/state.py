"""A case on one day, folded from its entries: the picture everything else is made from. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from samvern.apps.saker import egneavvik, lov, plassering
from samvern.apps.saker.deltakere import Deltaker, participants, taking_part
from samvern.apps.saker.egneavvik import Egetavvik
from samvern.apps.saker.events import Oppfoering, current, roots
from samvern.apps.saker.koder import AVSLUTTET, Deltakerslag, Saksstatus
from samvern.apps.saker.plassering import Opphold
from samvern.apps.saker.status import Brudd, follow
from samvern.law.event import Sak
from samvern.law.trace import Status, Svar, Varselkode

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
    avvik: tuple[Egetavvik, ...]
    """What was not as decided or not as the law has it, beside the findings in `svar`."""
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
    early = {v.ref for v in svar.varsler if v.kode is Varselkode.FOR_TIDLIG}
    gone = lov.withdrawn(entries)
    counted = tuple(e for e in entries if e.innhold.get("id") not in early and e.nr not in gone)
    # A petition before its time has no right to be heard yet (strl § 65 third paragraph, N-13.4),
    # and one that is withdrawn no longer asks for it.
    asked = _last(counted, "begjaering_opphoer", "dom_rettskraftig")
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


def _untold(entries: tuple[Oppfoering, ...], first: Mapping[int, int]) -> date | None:
    """The first change marked as essential that the prosecution has no written notice of (N-14.7).

    A consultation beforehand (phvl § 5-3 third paragraph) does not replace it (LES_FOERST K6).
    """
    told = {e.innhold.get("ref") for e in entries if e.type == "varsel_statsadvokat"}
    days = [
        e.skjedde
        for e in entries
        if e.type in ("intern_overfoering", "permisjon")
        and e.innhold.get("vesentlig") is True
        and f"h{first[e.nr]}" not in told
    ]
    return min(days, default=None)


_SENT_ON: Final = frozenset(
    {"klage_oversendt", "klage_tatt_til_foelge", "klage_avgjort", "klage_avslaatt", "sak_brakt_inn"}
)


def _kept_back(entries: tuple[Oppfoering, ...], first: Mapping[int, int]) -> date | None:
    """The first complaint over a transfer that has gone nowhere: neither to the commission nor
    upheld, nor withdrawn (fvl § 33, phvl § 5-4).

    What is sent or decided without saying which takes all that came before it along.
    """
    transfers = {str(e.innhold.get("id")) for e in entries if e.type == "overfoeringsvedtak"}
    gone = lov.withdrawn(entries)
    days = []
    for at, e in enumerate(entries):
        if e.type != "klage" or e.nr in gone or str(e.innhold.get("ref")) not in transfers:
            continue
        about = {None, e.innhold.get("ref"), f"h{first[e.nr]}"}
        later = (one for one in entries[at + 1 :] if one.type in _SENT_ON)
        if not any(one.innhold.get("ref") in about for one in later):
            days.append(e.skjedde)
    return min(days, default=None)


def _not_sent(svar: Svar | None) -> date | None:
    """The three-year day of a petition that is signed and lies with no court (F-12)."""
    if svar is None or Varselkode.IKKE_OVERSENDT not in {v.kode for v in svar.varsler}:
        return None
    return next((f.nominell_dato for f in svar.frister if f.regel == "F-12"), None)


def _missing(
    entries: tuple[Oppfoering, ...],
    first: Mapping[int, int],
    svar: Svar | None,
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
        # Before admission F-04 says it. A hole that has been closed says nothing about today.
        empty = plassering.gaps(stays, stays[0].fra if stays else None, day)
        found.extend([("mangler_plassering", a) for a, b in empty if b == day][-1:])
    away = _last(entries, "unndragelse", "unndragelse_avsluttet", "utreise")
    if away and away.type == "unndragelse":
        found.append(("unndratt", away.skjedde))
    commission = here.get(Deltakerslag.KONTROLLKOMMISJON)
    if commission and not any(e.type == "sak_brakt_inn" for e in entries):
        # A matter with `sak_brakt_inn` has a deadline of its own, F-71.
        found.append(("hos_kommisjonen", commission.fra))
    found.extend([("mangler_varsel", untold)] if (untold := _untold(entries, first)) else [])
    found.extend([("klage_ikke_sendt", day_of)] if (day_of := _kept_back(entries, first)) else [])
    found.extend([("ikke_oversendt", late)] if (late := _not_sent(svar)) else [])
    if status is Saksstatus.AVVENTER_PAATALE:
        back = _last(entries, "retur_til_riket")
        found.extend([("avgjoer_retur", back.skjedde)] if back else [])
    return found


def fold(entries: Iterable[Oppfoering], day: date, *, known: datetime | None = None) -> Tilstand:
    """The case on `day`, from what was known at `known` (None: everything).

    Entries after the day are left out, so that the same function answers «as it was on».
    """
    log = tuple(entries)
    first = roots(log)
    ordered = current(log, known=known, until=day)
    status, breaks = follow(ordered)
    sak, _ = lov.read(ordered, day)
    svar = egneavvik.as_carried_out(lov.answer(sak), ordered)
    parts = participants(ordered, first)
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
        mangler=tuple(_missing(ordered, first, svar, status, parts, where, day)),
        avvik=tuple(egneavvik.found(ordered, final_since(ordered))),
        styrende_dom=_governing(ordered),
        lov=sak,
        svar=svar,
    )
