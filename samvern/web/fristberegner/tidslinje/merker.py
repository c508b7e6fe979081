"""The marks of a timeline: what has happened, and the dates ahead, in words and shape."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samvern.law import sentence
from samvern.law.event import Hendelse, Sak
from samvern.law.event_texts import kodetekst
from samvern.law.rule import Fristtype, Grunnlag
from samvern.law.text import Maalform, Text
from samvern.law.trace import Status
from samvern.web.fristberegner.rader import Fristrad, Gruppe
from samvern.web.statuser import status_for

_JUDGMENTS = frozenset({"dom_avsagt", "dom_rettskraftig"})
_DECISIONS = frozenset(
    {
        "overfoeringsvedtak",
        "varslingsvedtak",
        "annet_vedtak",
        "observasjon_startet",
        "tph_etablert",
        "opprettholdelse_underskrevet",
        "forlengelse_innvilget",
        "observasjon_forlenget",
    }
)
_REPORTS = frozenset(
    {
        "helseopplysningsskjema_sendt",
        "statusrapport_sendt",
        "undersoekelse_4_9",
        "kommisjonskontroll",
        "forlengelse_soekt",
    }
)
_ENDS = frozenset({"opphoer", "tph_opphoert", "observasjon_avsluttet", "utreise"})


@dataclass(frozen=True, slots=True)
class Merke:
    """One mark: a day, a lane, a shape, a colour and words."""

    dato: date
    felt: str
    """avgjoerelse, rapport, frist or annet (only in the table)."""
    form: str
    """dom, vedtak, rapport, rapport-sen, avvik, flagg or flagg-aapent."""
    farge: str
    navn: str
    slag: str
    kort: str = ""
    """A shorter name for a drawing."""
    status: str = ""
    lov: bool = True
    """False for a deadline of a guideline, which yields to one of an act."""

    @property
    def vekt(self) -> tuple[bool, int, bool, date]:
        """Order of importance, the most important first."""
        return (self.form != "flagg", _RANK.get(self.farge, 3), not self.lov, self.dato)

    @property
    def viktig(self) -> bool:
        """Whether the mark is a judgment or a deadline that demands something."""
        return self.form in ("dom", "flagg")


_RANK = {"danger": 0, "warning": 1, "info": 2}
_SHORT: dict[str, Text] = {
    "helseopplysningsskjema_sendt": Text("Helseskjema", "Helseskjema"),
    "undersoekelse_4_9": Text("Undersøkt", "Undersøkt"),
    "kommisjonskontroll": Text("Kontroll", "Kontroll"),
    "forlengelse_soekt": Text("Søkt", "Søkt"),
}
KINDS: dict[str, dict[Maalform, str]] = {
    "dom": {"nb": "Dom", "nn": "Dom"},
    "vedtak": {"nb": "Vedtak", "nn": "Vedtak"},
    "rapport": {"nb": "Rapport", "nn": "Rapport"},
    "hendelse": {"nb": "Hendelse", "nn": "Hending"},
    "frist": {"nb": "Frist", "nn": "Frist"},
}


def lane_of(kind: str) -> tuple[str, str, str]:
    """Lane, shape and kind of an event type."""
    if kind in _JUDGMENTS:
        return "avgjoerelse", "dom", "dom"
    if kind in _DECISIONS:
        return "avgjoerelse", "vedtak", "vedtak"
    if kind in _REPORTS:
        return "rapport", "rapport", "rapport"
    if kind in _ENDS:
        return "avgjoerelse", "avvik", "hendelse"
    return "annet", "annet", "hendelse"


def late_reports(rows: Iterable[Fristrad]) -> set[Hendelse]:
    """Facts that came after a deadline for them had passed."""
    return {
        fact
        for row in rows
        if row.frist.status is Status.OPPFYLT_FOR_SENT
        for fact in row.frist.spor.fakta[1:]
    }


def short_event(kind: str, n: int | None, name: str, form: Maalform) -> str:
    """The name of an event in a drawing: «År 2» for the second report, else its short name."""
    if kind in _SHORT:
        return _SHORT[kind].lang(form)
    if n is not None:
        return f"År {n}"
    return name


def _short_deadline(row: Fristrad, form: Maalform) -> str:
    """«Klagefrist domfelte», «Begjæring om opphør», «Statusrapport år 3»."""
    name = row.regel.navn.lang(form).split(",")[0]
    if row.frist.part is not None:
        who = kodetekst(row.frist.part).lang(form)
        return f"{name} {who[:1].lower()}{who[1:]}"
    return f"{name} år {row.frist.n}" if row.frist.n else name


def event_marks(sak: Sak, rows: Iterable[Fristrad], form: Maalform) -> list[Merke]:
    """The events as marks, oldest first."""
    late = late_reports(rows)
    marks = []
    for event in sak.hendelser:
        lane, shape, kind = lane_of(event.type)
        colour = "neutral"
        if shape == "rapport":
            shape, colour = ("rapport-sen", "warning") if event in late else ("rapport", "success")
        if event.dato > sak.per_dato:
            colour = "neutral"
        name = sentence.event_name(event).lang(form)
        short = short_event(event.type, event.n, name, form)
        marks.append(Merke(event.dato, lane, shape, colour, name, KINDS[kind][form], short))
    return sorted(marks, key=lambda m: (m.dato, m.felt, m.navn))


def _demands(row: Fristrad) -> bool:
    return row.plikt or row.regel.fristtype is Fristtype.KLAGE


def deadline_mark(row: Fristrad, form: Maalform) -> Merke:
    """A dated deadline as a flag: filled when it demands something, open when it does not."""
    assert row.frist.dato is not None
    shown = status_for(str(row.frist.status), urgent=row.haster, neutral=row.noeytral)
    running = row.gruppe is Gruppe.KREVER and _demands(row)
    return Merke(
        row.frist.dato,
        "frist",
        "flagg" if running else "flagg-aapent",
        shown.colour if running else "neutral",
        row.navn.lang(form),
        KINDS["frist"][form],
        _short_deadline(row, form),
        shown.word.lang(form),
        row.regel.grunnlag is Grunnlag.LOV,
    )


_AHEAD = (Gruppe.KREVER, Gruppe.VENTER, Gruppe.AAPNE)


def ahead(rows: Iterable[Fristrad]) -> list[Fristrad]:
    """The deadlines a timeline draws: dated, and of consequence now or later."""
    return [r for r in rows if r.frist.dato and r.gruppe in _AHEAD]
