"""What waits for somebody in a case: deadlines, duties, missing facts and gaps. Pure."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Final, NamedTuple

from samvern.apps.saker.deltakere import Deltaker
from samvern.apps.saker.koder import Deltakerslag, Saksstatus
from samvern.apps.saker.oppgavetekster import (
    FRISTSTEG,
    MANGLER,
    PAATALENS_KLAGE,
    PART,
    SLUTTEN_NAADD,
    STRAKSSTEG,
    UKLARSTEG,
    Steg,
)
from samvern.apps.saker.sakskart import kart_av_gjeldende
from samvern.apps.saker.state import Tilstand
from samvern.apps.saker.varslingshendelser import OENSKER_IKKE, OM_OPPHOER
from samvern.engine.roller import Rolle
from samvern.law import datotekst, sentence
from samvern.law.book import get_rule
from samvern.law.period import Unit, add
from samvern.law.rule import Fristtype, Grunnlag
from samvern.law.text import Text
from samvern.law.trace import Frist, Status, Straks, Uavklart

_WAITING: Final = frozenset(
    {
        Status.LOEPER,
        Status.OVER_NOMINELL,
        Status.OVERSITTET,
        Status.MAA_AVGJOERES,
        Status.FORESLAATT,
    }
)
_SLAG: Final[dict[str, tuple[Deltakerslag, ...]]] = {
    Rolle.RHF: (Deltakerslag.RHF,),
    Rolle.STATSADVOKAT: (Deltakerslag.EMBETE,),
    Rolle.POLITI: (Deltakerslag.POLITIDISTRIKT,),
    Rolle.KONTROLLKOMMISJON: (Deltakerslag.KONTROLLKOMMISJON,),
    Rolle.FAGLIG_ANSVARLIG: (Deltakerslag.FAGLIG_ANSVARLIG, Deltakerslag.INSTITUSJON),
    Rolle.INSTITUSJON: (Deltakerslag.INSTITUSJON,),
    Rolle.NK: (Deltakerslag.SAKSBEHANDLER,),
}


class Oppgave(NamedTuple):
    """One thing that waits. `dato` is the day that counts: the last working day where shown."""

    noekkel: str
    slag: str
    kode: str
    tittel: Text
    grunn: Text
    neste: Text
    selv: Text
    venter_paa: str
    virksomhet: str | None
    bruker: str | None
    dato: date | None = None
    fristdato: date | None = None
    utloest: date | None = None
    status: str = ""
    fra_lov: bool = False
    part: str = ""
    ref: str = ""
    saerlig: str = ""
    """What it hangs on when that decides who sees it, whatever the rule (`sakskart`)."""


def _who(step: Steg, med: Mapping[Deltakerslag, Deltaker]) -> tuple[str | None, str | None]:
    parts = [med[slag] for slag in _SLAG.get(step.venter_paa, ()) if slag in med]
    body = next((p.virksomhet for p in parts if p.virksomhet), None)
    person = next((p.bruker for p in parts if p.bruker), None)
    return body, person


def _key(*words: object) -> str:
    return ":".join(str(word) for word in words if word not in (None, ""))


def _waits(frist: Frist) -> bool:
    if frist.regel not in FRISTSTEG:
        return False
    ended = frist.status is Status.NAADD and get_rule(frist.regel).fristtype is Fristtype.SLUTT
    return ended or frist.status in _WAITING


def _deadline(frist: Frist, state: Tilstand) -> Oppgave:
    step = FRISTSTEG[frist.regel]
    if step.venter_paa == PART and frist.part == "paatale":
        step = PAATALENS_KLAGE
    if frist.status is Status.NAADD:
        step = SLUTTEN_NAADD
    body, person = _who(step, state.med)
    return Oppgave(
        _key("frist", frist.regel, frist.ref, frist.part, frist.n),
        "frist",
        frist.regel,
        sentence.rule_name(frist),
        sentence.reason(frist.spor.grunn),
        step.neste,
        step.selv,
        step.venter_paa,
        body,
        person,
        dato=frist.siste_virkedag or frist.dato,
        fristdato=frist.dato,
        status=str(frist.status),
        fra_lov=get_rule(frist.regel).grunnlag is Grunnlag.LOV,
        part=frist.part or "",
        ref=frist.ref or "",
    )


def _duty(straks: Straks, state: Tilstand) -> Oppgave:
    step = STRAKSSTEG[straks.regel]
    body, person = _who(step, state.med)
    rule = get_rule(straks.regel)
    return Oppgave(
        _key("straks", straks.regel, straks.utloest),
        "straks",
        straks.regel,
        rule.navn,
        sentence.reason(straks.grunn),
        step.neste,
        step.selv,
        step.venter_paa,
        body,
        person,
        utloest=straks.utloest,
        status="straks",
        fra_lov=rule.grunnlag is Grunnlag.LOV,
    )


def _unclear(found: Uavklart, state: Tilstand) -> Oppgave:
    # The prosecution's time runs from its own receipt, which it records itself (N-11.3).
    own = found.part == "paatale" and found.mangler[0] == "mottatt"
    step = UKLARSTEG["mottatt_paatale" if own else found.mangler[0]]
    body, person = _who(step, state.med)
    return Oppgave(
        _key("uavklart", found.regler[0], found.ref, found.part, *found.mangler),
        "uavklart",
        found.regler[0],
        get_rule(found.regler[0]).navn,
        sentence.unclear(found),
        step.neste,
        step.selv,
        step.venter_paa,
        body,
        person,
        status="uavklart",
        fra_lov=get_rule(found.regler[0]).grunnlag is Grunnlag.LOV,
        part=found.part or "",
        ref=found.ref or "",
    )


def _gap(kode: str, since: date, state: Tilstand) -> Oppgave:
    gap = MANGLER[kode]
    body, person = _who(gap.steg, state.med)
    reason = Text(
        gap.grunn.nb.format(fra=datotekst.short(since)),
        gap.grunn.nn.format(fra=datotekst.short(since)),
    )
    return Oppgave(
        _key("mangel", kode),
        "mangel",
        kode,
        gap.tittel,
        reason,
        gap.steg.neste,
        gap.steg.selv,
        gap.steg.venter_paa,
        body,
        person,
        utloest=since,
        status="mangler",
    )


def final_judgments(state: Tilstand) -> frozenset[str]:
    """The ids of the judgments that are registered as final."""
    return frozenset(
        str(e.innhold.get("id")) for e in state.hendelser if e.type == "dom_rettskraftig"
    )


def _calls(straks: Straks, state: Tilstand) -> bool:
    """Whether a duty to act at once still asks for something, as far as the register knows.

    After a return the choice is asked for as a gap of its own. Once the prosecution has chosen to
    go on, a court is needed only when three years had passed (strl § 65 fifth paragraph, LF-K5).
    """
    if straks.regel == "F-80":
        return "opphoersbegjaering_paagaar" in state.flagg
    if straks.regel == "F-83":
        return not _all_told(state, OM_OPPHOER, straks.utloest)
    if straks.regel != "LF-K5":
        return straks.regel in STRAKSSTEG
    if state.status is Saksstatus.AVVENTER_PAATALE:
        return False
    judged = state.styrende_dom
    chosen = [e.skjedde for e in state.hendelser if e.type == "retur_avgjort"]
    # The three years are counted when the prosecution chooses, not when the person came back.
    day = max([*chosen, straks.utloest])
    return judged is not None and add(judged, 3, Unit.AAR) < day


def _all_told(state: Tilstand, om: str, since: date) -> bool:
    """Whether everyone who wants to know has been told of it since that day (§ 5-6 c, N-20.4).

    With nobody's wish registered it is not known who must be told, and the duty stands.
    """
    wishes = {
        e.innhold.get("hvem"): e.innhold.get("oenske")
        for e in state.hendelser
        if e.type == "varslingsoenske"
    }
    told = {
        e.innhold.get("hvem")
        for e in state.hendelser
        if e.type == "varsel_sendt" and e.innhold.get("om_hva") == om and e.skjedde >= since
    }
    waiting = {who for who, wish in wishes.items() if wish != OENSKER_IKKE} - told
    return bool(wishes) and not waiting


BEFORE_FINAL: Final = frozenset({"F-01", "F-02", "F-03"})
"""Deadlines that only say when a judgment becomes final: nothing, once it is registered as that."""


def tasks(state: Tilstand) -> tuple[Oppgave, ...]:
    """Everything that waits on the day of the state, each with a key that lives on between days.

    Appeal deadlines of a judgment that is registered as final ask for nothing more.
    """
    if state.avsluttet:
        return ()
    found = [_gap(kode, since, state) for kode, since in state.mangler]
    if state.svar is not None:
        final = final_judgments(state)
        found += [
            _deadline(frist, state)
            for frist in state.svar.frister
            if _waits(frist) and not (frist.regel in BEFORE_FINAL and frist.ref in final)
        ]
        found += [_duty(s, state) for s in state.svar.straks if _calls(s, state)]
        found += [
            _unclear(u, state)
            for u in state.svar.uavklart
            if not (u.regler[0] in BEFORE_FINAL and u.ref in final)
            and not (u.mangler == ("rettskraft",) and _not_final(state))
        ]
    sak = kart_av_gjeldende(state.hendelser)
    return tuple(t._replace(saerlig=sak.saerlig(t.ref or None)) for t in _unique(found))


def _not_final(state: Tilstand) -> bool:
    """Whether the judgment may still be appealed or is: nobody can give a date that is not yet."""
    return state.status is Saksstatus.DOEMT_IKKE_RETTSKRAFTIG


def _unique(found: Iterable[Oppgave]) -> Iterator[Oppgave]:
    seen: set[str] = set()
    for task in found:
        if task.noekkel not in seen:
            seen.add(task.noekkel)
            yield task


def next_change(state: Tilstand) -> date | None:
    """First day after the state's on which it may look different without a new entry.

    A deadline changes only as its own dates are reached or passed, also after the end of the case;
    a duty on the days the law's answer names; who takes part the day after the last of a part.
    """
    days = {part.til + timedelta(days=1) for part in state.deltakere if part.til is not None}
    days |= set(state.svar.skifter) if state.svar else set()
    for frist in state.svar.frister if state.svar else ():
        for day in (frist.dato, frist.nominell_dato, frist.lovdato, frist.siste_virkedag):
            if day is not None:
                days |= {day, day + timedelta(days=1)}
        for reading in frist.spor.lesninger:
            if reading.dato is not None:
                days |= {reading.dato, reading.dato + timedelta(days=1)}
    return min((day for day in days if day > state.dag), default=None)
