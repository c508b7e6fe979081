"""The case reader's tools: run a rule's steps for one start day and keep the trace."""

from collections.abc import Iterable
from datetime import date, time
from typing import NamedTuple

from samvern.law.calendar import closed_office_eve, previous_working_day
from samvern.law.event import Hendelse
from samvern.law.history import History
from samvern.law.rule import DateStep, Rule
from samvern.law.trace import (
    Frist,
    Grunn,
    Lesning,
    Spor,
    SporSteg,
    Status,
    Straks,
    Svar,
    Uavklart,
    Varsel,
    Varselkode,
    Verdi,
)

Outcome = tuple[Status, Grunn]


def because(kode: str, **verdier: Verdi | None) -> Grunn:
    """Return a reason with the values its sentence needs; empty values are left out."""
    return Grunn(kode, tuple((k, v) for k, v in verdier.items() if v is not None))


class Dates(NamedTuple):
    """The dates one rule gives from one start day, with the steps that led there."""

    nominell: date
    dato: date
    lovdato: date | None
    steg: tuple[SporSteg, ...]


def _run(steps: Iterable[DateStep], day: date, trail: list[SporSteg]) -> date:
    for step in steps:
        taken = step.run(day)
        trail.append(taken)
        if taken.dato is not None:
            day = taken.dato
    return day


def count(rule: Rule, start: date, regime: date | None = None) -> Dates:
    """Run a rule's date steps from a start day. Pure arithmetic; no facts, no status.

    `regime` is the day that selects the rule's version when it is not the start day itself: for
    a sentence the day the judgment was pronounced.
    """
    regnes, flyttes = rule.steps_on(regime or start)
    trail = [SporSteg("start", start)]
    nominell = _run(regnes, start, trail)
    dato = _run(flyttes, nominell, trail)
    lovdato: date | None = None
    statutory = rule.statutory_steps_on(regime or start)
    if statutory:
        extra: list[SporSteg] = []
        lovdato = _run(statutory, nominell, extra)
        trail.extend(
            SporSteg("lovdato", s.dato, s.kilder, s.antall, s.enhet, s.operasjon) for s in extra
        )
    return Dates(nominell, dato, lovdato, tuple(trail))


class Answer:
    """Collects what the rules say about one case."""

    __slots__ = ("_findings", "_turns", "frister", "history", "straks", "uavklart")

    def __init__(self, history: History) -> None:
        self.history = history
        self.frister: list[Frist] = []
        self.straks: list[Straks] = []
        self.uavklart: list[Uavklart] = []
        self._findings: dict[tuple[Varselkode, str | None], Varsel] = {}
        self._turns: set[date] = set()

    def finding(self, kode: Varselkode, ref: str | None = None) -> None:
        """Add a finding; the same code with the same ref is given once."""
        self._findings.setdefault((kode, ref), Varsel(kode, ref))

    def unclear(
        self,
        regler: tuple[str, ...],
        *mangler: str,
        ref: str | None = None,
        part: str | None = None,
    ) -> None:
        """Say that dates cannot be given, and which facts are missing."""
        self.uavklart.append(Uavklart(regler, mangler, ref, part))

    def duty(
        self,
        rule: Rule,
        cause: Hendelse,
        grunn: Grunn,
        *,
        utloest: date | None = None,
        hjemmelsdag: date | None = None,
    ) -> None:
        """Add a duty to act at once, with the days since what set it off.

        `utloest` is given when that is another day than the event's; `hjemmelsdag` when another
        version of the rule than that day's applies.
        """
        day = utloest or cause.dato
        days = (self.history.per_dato - day).days
        self.straks.append(Straks(rule.id, day, days, (cause,), grunn, hjemmelsdag or day))

    def turns(self, *days: date) -> None:
        """Say from which days the duties are others, or said otherwise."""
        self._turns.update(days)

    def deadline(
        self,
        rule: Rule,
        dates: Dates,
        outcome: Outcome,
        fakta: tuple[Hendelse, ...],
        *,
        ref: str | None = None,
        part: str | None = None,
        n: int | None = None,
        klokkeslett: time | None = None,
        lesninger: tuple[Lesning, ...] = (),
        merknader: tuple[str, ...] = (),
        governed_by: date | None = None,
    ) -> None:
        """Add a deadline with its trace; `governed_by` selects the version when not the start."""
        status, grunn = outcome
        if closed_office_eve(dates.dato) is not None:
            merknader = (*merknader, "STENGT_KONTOR")
        last = previous_working_day(dates.dato) if rule.siste_virkedag else None
        self.frister.append(
            Frist(
                regel=rule.id,
                dato=dates.dato,
                nominell_dato=dates.nominell,
                status=status,
                spor=Spor(fakta, dates.steg, grunn, lesninger, merknader),
                hendelsesdag=governed_by or dates.steg[0].dato or dates.dato,
                ref=ref,
                part=part,
                n=n,
                lovdato=dates.lovdato,
                siste_virkedag=last,
                klokkeslett=klokkeslett,
            )
        )

    def undated(
        self,
        rule: Rule,
        outcome: Outcome,
        fakta: tuple[Hendelse, ...],
        day: date,
        *,
        ref: str | None = None,
        merknader: tuple[str, ...] = (),
    ) -> None:
        """Add a deadline that has no date (yet); `day` selects the version."""
        status, grunn = outcome
        self.frister.append(
            Frist(
                regel=rule.id,
                dato=None,
                nominell_dato=None,
                status=status,
                spor=Spor(fakta, (), grunn, (), merknader),
                hendelsesdag=day,
                ref=ref,
            )
        )

    def done(self) -> Svar:
        """Return the answer in a fixed order: rule, decision, party, year."""
        self.frister.sort(key=lambda f: (f.regel, f.ref or "", f.part or "", f.n or 0))
        findings = sorted(self._findings.values(), key=lambda v: (v.kode, v.ref or ""))
        return Svar(
            self.history.per_dato,
            tuple(self.frister),
            tuple(findings),
            tuple(self.straks),
            tuple(self.uavklart),
            tuple(sorted(self._turns)),
        )
