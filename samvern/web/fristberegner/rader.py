"""One deadline as the page shows it: group, days left in words, calculation, sources."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from samvern.law import datotekst, sentence
from samvern.law.book import get_rule
from samvern.law.calendar import day_off_name
from samvern.law.certainty import certainty
from samvern.law.event import Sak
from samvern.law.event_texts import kodetekst
from samvern.law.rule import Fristtype, Hjemmel, Rule, Sikkerhet
from samvern.law.text import Text
from samvern.law.trace import Frist, SporSteg, Status, Svar
from samvern.web.fristberegner import tidspunkt
from samvern.web.fristberegner.lenker import Henvisning, rule_address, source_reference

URGENT_DAYS = 14
"""A running duty with this many days or fewer to its last working day is urgent (design 3)."""

Noekkel = tuple[str, str, str, int]

_DUTIES = frozenset({Fristtype.SENEST, Fristtype.INTERVALL, Fristtype.SLUTT})
_RIGHTS = frozenset({Fristtype.TIDLIGST})
_ACTIVE = frozenset(
    {Status.LOEPER, Status.OVER_NOMINELL, Status.OVERSITTET, Status.NAADD, Status.MAA_AVGJOERES}
)
_OPENING = frozenset({Status.IKKE_AAPNET, Status.AAPEN, Status.FORESLAATT})


class Gruppe(StrEnum):
    """The groups of the deadline list, in order."""

    KREVER = "krever"
    VENTER = "venter"
    MANGLER = "mangler"
    AAPNE = "aapne"
    AVSLUTTET = "avsluttet"


@dataclass(frozen=True, slots=True)
class Linje:
    """One line of the calculation."""

    tekst: Text
    kilder: tuple[Henvisning, ...]
    dato: date | None
    klokkeslett: time | None = None


@dataclass(frozen=True, slots=True)
class Stripedag:
    """One day on the strip of dates that must be told apart."""

    dato: date
    tekst: Text
    slag: str
    """virkedag, fridag, vist or ikke."""


@dataclass(frozen=True, slots=True)
class LestHjemmel:
    """One source of the rule with what it carries."""

    henvisning: Henvisning
    baerer: Text


@dataclass(frozen=True, slots=True)
class AnnenLesning:
    """Another reading of the law, and the date it gives."""

    tekst: Text
    dato: date | None


def key(frist: Frist) -> Noekkel:
    """What makes a deadline the same one before and after a trial."""
    return (frist.regel, frist.ref or "", frist.part or "", frist.n or 0)


@dataclass(frozen=True, slots=True)
class Fristrad:
    """A deadline ready for the page. Words are bilingual; the template picks the form."""

    frist: Frist
    per_dato: date
    ferdig: bool = False
    """Whether what the date prepared for is recorded: a judgment final, a transfer made."""

    @property
    def regel(self) -> Rule:
        """The rule the deadline comes from."""
        return get_rule(self.frist.regel)

    @property
    def anker(self) -> str:
        """A stable id in the page, so that the row can be linked to."""
        parts = (str(part) for part in key(self.frist) if part)
        return "frist-" + "-".join("".join(c for c in p if c.isalnum()) for p in parts).lower()

    @property
    def regeladresse(self) -> str:
        """Address of the rule's page, or empty."""
        return rule_address(self.frist.regel)

    @property
    def navn(self) -> Text:
        """The deadline's name with party or year."""
        return sentence.rule_name(self.frist)

    @property
    def hvem(self) -> Text:
        """Who must or may act: the party itself for a time limit each party has for itself."""
        who = self.regel.handler
        if self.regel.fristtype is Fristtype.KLAGE:
            if self.frist.part is not None and self.frist.regel not in ("F-01", "F-02"):
                who = kodetekst(self.frist.part)
            verb = Text("Kan anke", "Kan anke")
            if self.frist.regel not in ("F-01", "F-02"):
                verb = Text("Kan klage", "Kan klage")
            return Text(f"{verb.nb}: {who.nb}", f"{verb.nn}: {who.nn}")
        if self.plikt or self.regel.fristtype is Fristtype.AVLEDET:
            return Text(f"Ansvar: {who.nb}", f"Ansvar: {who.nn}")
        return Text(f"Hvem: {who.nb}", f"Kven: {who.nn}")

    @property
    def skjult_grunn(self) -> bool:
        """Whether the ground has been left out, since the reader may not see what it rests on."""
        return self.frist.spor.grunn.kode == sentence.SKJULT

    @property
    def grunn(self) -> Text:
        """One sentence why the status is so."""
        return sentence.reason(self.frist.spor.grunn)

    @property
    def flyttet(self) -> Text | None:
        """Why the date is another than the one counted to."""
        return sentence.moved(self.frist)

    @property
    def plikt(self) -> bool:
        """Whether somebody must act (as opposed to may)."""
        return self.regel.fristtype in _DUTIES

    @property
    def virkedag(self) -> date | None:
        """The last day to act on: a working day, but for a moment the day it falls on."""
        return tidspunkt.act_by(self.frist)

    @property
    def uten_klokkeslett(self) -> bool:
        """Whether the limit ends at a moment nobody has recorded."""
        return tidspunkt.lacks_clock(self.frist)

    @property
    def tidsbestemt(self) -> bool:
        """Whether the limit ends at a moment and not with its day."""
        return tidspunkt.is_timed(self.frist)

    @property
    def haster(self) -> bool:
        """A running duty close to its last working day."""
        day = self.virkedag
        return (
            self.plikt
            and self.frist.status is Status.LOEPER
            and day is not None
            and (day - self.per_dato).days <= URGENT_DAYS
        )

    @property
    def over(self) -> bool:
        """A duty whose date has passed without what it asks for, or that a lawyer must judge."""
        if self.regel.fristtype is Fristtype.MINSTETID:
            return False
        return self.frist.status in _ACTIVE - {Status.LOEPER}

    @property
    def noeytral(self) -> bool:
        """Whether reaching the date is no bad news (a minimum time)."""
        return self.regel.fristtype is Fristtype.MINSTETID

    @property
    def avsluttet(self) -> bool:
        """A minimum time that has passed: nothing is left to happen on the date."""
        return self.noeytral and self.frist.status is Status.NAADD

    @property
    def ytterste_grense(self) -> bool:
        """K16-1: the outer limit that stands behind the ordinary time for complaint."""
        return self.frist.regel == "K16-1"

    @property
    def gruppe(self) -> Gruppe:
        """Which group of the list the deadline stands in."""
        status = self.frist.status
        if self.ytterste_grense or self.ferdig:
            return Gruppe.AVSLUTTET
        if status is Status.SPERRET or (self.frist.dato is None and status in _ACTIVE | _OPENING):
            return Gruppe.MANGLER
        if self.regel.fristtype in _RIGHTS and status in _OPENING:
            return Gruppe.AAPNE
        if self.avsluttet:
            return Gruppe.AVSLUTTET
        if status is Status.IKKE_AAPNET and self.regel.fristtype is Fristtype.AVLEDET:
            return Gruppe.VENTER
        if status in _ACTIVE or (self.regel.fristtype is Fristtype.AVLEDET and status in _OPENING):
            return Gruppe.AAPNE if self.frist.regel == "K16-2" else Gruppe.KREVER
        return Gruppe.AVSLUTTET

    @property
    def dager(self) -> Text | None:
        """Days left, or since, in words; to the last working day when the date is a day off."""
        day, status = self.frist.dato, self.frist.status
        if day is None:
            return None
        if status is Status.IKKE_AAPNET:
            return _opens(day, self.per_dato)
        if status not in _ACTIVE or self.noeytral or status is Status.MAA_AVGJOERES:
            return None
        return tidspunkt.days_left(self.frist, self.per_dato)

    @property
    def linjer(self) -> tuple[Linje, ...]:
        """The calculation, step by step."""
        on = self.frist.hendelsesdag
        return tuple(
            Linje(
                sentence.step(steg, self.frist),
                tuple(source_reference(kilde, on) for kilde in steg.kilder),
                steg.dato,
                self._clock(steg),
            )
            for steg in self.frist.spor.steg
        )

    def _clock(self, steg: SporSteg) -> time | None:
        """The clock time of a step: that of the start, or of the moment counted to."""
        if self.frist.klokkeslett is None:
            return None
        if steg.operasjon == "start":
            return self.frist.spor.fakta[0].klokkeslett
        return self.frist.klokkeslett if steg.dato == self.frist.dato else None

    @property
    def fakta(self) -> tuple[Text, ...]:
        """The facts the answer rests on."""
        return tuple(sentence.fact(h) for h in self.frist.spor.fakta)

    @property
    def sikkerhet(self) -> Sikkerhet:
        """How certain this very answer is, which may be less than the rule."""
        return certainty(self.frist)

    @property
    def merknader(self) -> tuple[Text, ...]:
        """Notes on the date, and on the version of the rule that gave it."""
        notes = [sentence.note(kode) for kode in self.frist.spor.merknader]
        version = self.regel.version_on(self.frist.hendelsesdag)
        if not version.ordlyd_lest and version.merknad is not None:
            notes.append(Text(f"{version.merknad.nb}.", f"{version.merknad.nn}."))
        return tuple(notes)

    @property
    def hjemler(self) -> tuple[LestHjemmel, ...]:
        """The sources of the rule, as they were on the day that governs."""
        on = self.frist.hendelsesdag
        found: tuple[Hjemmel, ...] = self.regel.version_on(on).hjemler
        return tuple(LestHjemmel(source_reference(h.kilde, on), h.baerer) for h in found)

    @property
    def andre_lesninger(self) -> tuple[AnnenLesning, ...]:
        """Readings of the law that do not apply, with their dates."""
        return tuple(
            AnnenLesning(sentence.reading(self.frist.regel, lesning.kode), lesning.dato)
            for lesning in self.frist.spor.lesninger
            if not lesning.gjelder
        )

    @property
    def gjeldende_lesning(self) -> Text | None:
        """The reading that applies, when there are several."""
        for lesning in self.frist.spor.lesninger:
            if lesning.gjelder and self.andre_lesninger:
                return sentence.reading(self.frist.regel, lesning.kode)
        return None

    @property
    def tre_datoer(self) -> bool:
        """Whether the strip is that of the three-year deadline."""
        return self.frist.lovdato is not None

    @property
    def stripe(self) -> tuple[Stripedag, ...]:
        """The dates that must be told apart; empty when there is only one."""
        return date_strip(self.frist)


def _opens(day: date, today: date) -> Text:
    return Text(datotekst.opens(day, today, "nb"), datotekst.opens(day, today, "nn"))


_LAST_WORKING = Text("Siste virkedag.", "Siste virkedag.")
_LAST_WORKING_SIGN = Text(
    "Siste virkedag. Da må noen være på jobb og underskrive.",
    "Siste virkedag. Då må nokon vere på jobb og skrive under.",
)
_SHOWN = Text("Fristen. Datoen Samvern varsler på.", "Fristen. Datoen Samvern varslar på.")
_LAST_STATUTORY = Text(
    "Siste dag etter loven. Ikke planlegg etter den.",
    "Siste dag etter lova. Ikkje planlegg etter han.",
)
_SAME_STATUTORY = Text(
    "Fristen. Siste virkedag og siste dag etter loven er den samme.",
    "Fristen. Siste virkedag og siste dag etter lova er den same.",
)
_COUNTED = Text("Hit er det regnet.", "Hit er det rekna.")


def _days_between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range(1, (last - first).days)]


def _off(day: date) -> Text:
    name = day_off_name(day) or Text("fridag", "fridag")
    return Text(name.nb[:1].upper() + name.nb[1:], name.nn[:1].upper() + name.nn[1:])


def date_strip(frist: Frist) -> tuple[Stripedag, ...]:
    """Return the strip of a deadline: last working day, date shown, date counted to or statutory.

    F-12 always has it (`frister.md` R6); others only when the dates differ.
    """
    shown = frist.dato
    if shown is None:
        return ()
    marks: dict[date, Stripedag] = {}
    if frist.lovdato is not None and frist.lovdato == shown == frist.siste_virkedag:
        return (Stripedag(shown, _SAME_STATUTORY, "vist"),)
    if frist.siste_virkedag is not None and frist.siste_virkedag != shown:
        text = _LAST_WORKING_SIGN if frist.regel == "F-12" else _LAST_WORKING
        marks[frist.siste_virkedag] = Stripedag(frist.siste_virkedag, text, "virkedag")
    if frist.nominell_dato is not None and frist.nominell_dato != shown:
        marks[frist.nominell_dato] = Stripedag(frist.nominell_dato, _COUNTED, "fridag")
    if frist.lovdato is not None and frist.lovdato != shown:
        marks[frist.lovdato] = Stripedag(frist.lovdato, _LAST_STATUTORY, "ikke")
    if not marks:
        return ()
    marks[shown] = Stripedag(shown, _SHOWN, "vist")
    for day in _days_between(min(marks), max(marks)):
        if day not in marks:
            marks[day] = Stripedag(day, _off(day), "fridag")
    return tuple(marks[day] for day in sorted(marks))


DONE_BY = {"F-03": "dom_rettskraftig", "F-21": "overfoering_gjennomfoert"}
"""Which event shows that a derived date has been acted on."""


def _done(frist: Frist, sak: Sak) -> bool:
    """Whether the event a derived date prepares for has been recorded for the same decision."""
    kind = DONE_BY.get(frist.regel)
    return kind is not None and any(
        event.type == kind and frist.ref in (event.ref, event.id) and event.dato <= sak.per_dato
        for event in sak.hendelser
    )


def rows(svar: Svar, sak: Sak) -> tuple[Fristrad, ...]:
    """Every deadline of an answer as a row, nearest first."""
    found = (Fristrad(frist, svar.per_dato, _done(frist, sak)) for frist in svar.frister)
    return tuple(sorted(found, key=_order))


def _order(rad: Fristrad) -> tuple[date, str, str, int]:
    frist = rad.frist
    return (frist.dato or date.max, frist.regel, frist.part or "", frist.n or 0)
