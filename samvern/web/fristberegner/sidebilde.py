"""What the template is given: everything shown, made from the page's state."""

from dataclasses import dataclass
from datetime import date

from samvern.law import sentence
from samvern.law.book import get_rule
from samvern.law.event_texts import SAKSTYPETEKSTER
from samvern.law.reader import compute
from samvern.law.rule import REGELSETT, Rule
from samvern.law.text import Text
from samvern.law.trace import Straks, Svar, Uavklart, Varsel
from samvern.web.datolesing import read_date
from samvern.web.fristberegner import felter, grupper, hva_om, naa, rader
from samvern.web.fristberegner.examples import EXAMPLES
from samvern.web.fristberegner.grupper import DOM_PAIR
from samvern.web.fristberegner.handlinger import Side
from samvern.web.fristberegner.lenker import Henvisning, rule_address, source_reference
from samvern.web.fristberegner.rader import Fristrad, Gruppe
from samvern.web.fristberegner.tidslinje import tegning
from samvern.web.fristberegner.tilstand import Proeve, Rad, Tilstand

Data = dict[str, object]

MOST_CLOSED = 60
"""Closed deadlines with their whole reasoning; the older ones of a very long case are short."""

HEADINGS: dict[Gruppe, Text] = {
    Gruppe.KREVER: Text("Krever noe av noen", "Krev noko av nokon"),
    Gruppe.VENTER: Text("Dager å vente på", "Dagar å vente på"),
    Gruppe.MANGLER: Text("Dato mangler", "Dato manglar"),
    Gruppe.AAPNE: Text("Åpne rettigheter", "Opne rettar"),
    Gruppe.AVSLUTTET: Text("Ytterste grenser og avsluttede", "Ytste grenser og avslutta"),
}


@dataclass(frozen=True, slots=True)
class Hendelsesrad:
    """One event in the list of what has happened."""

    indeks: int
    navn: Text
    ikon: str
    dato: date
    detaljer: tuple[Text, ...]
    gjelder: Text | None
    """The decision or judgment it concerns, when the case has more than one to choose from."""
    teller: bool
    """False for an event later than the day computed for."""

    @property
    def regn_for(self) -> str:
        """What the button that computes for the event's day sends."""
        return f"regn_for:{self.dato.isoformat()}"


@dataclass(frozen=True, slots=True)
class Senere:
    """Nothing is computed, since what governs is dated after the day computed for."""

    dato: date
    dom: bool
    """Whether it is the judgment that is later, and not everything."""

    @property
    def regn_for(self) -> str:
        """What the button that computes for that day sends."""
        return f"regn_for:{self.dato.isoformat()}"


@dataclass(frozen=True, slots=True)
class Funn:
    """A finding in plain words, and what it concerns."""

    kode: str
    tekst: Text
    gjelder: Text | None


@dataclass(frozen=True, slots=True)
class Plikt:
    """A duty to act at once."""

    straks: Straks
    regel: Rule
    grunn: Text
    fakta: tuple[Text, ...]
    hjemler: tuple[Henvisning, ...]
    adresse: str


@dataclass(frozen=True, slots=True)
class Mangel:
    """Dates that cannot be given, and what is missing."""

    navn: tuple[Text, ...]
    tekst: Text
    gjelder: Text | None


@dataclass(frozen=True, slots=True)
class Proeverad:
    """A trial in the list."""

    indeks: int
    navn: Text
    dato: date
    detaljer: tuple[Text, ...]
    bytter: Text | None


def _names(tilstand: Tilstand) -> dict[str, Text]:
    """What each id stands for, in words."""
    found: dict[str, Text] = {}
    for row in tilstand.tried_rows():
        if isinstance(row.get("id"), str):
            found.setdefault(row["id"], felter.row_name(row))
    return found


def _pointed_at(tilstand: Tilstand) -> dict[str, Text]:
    """What other events point at, by id, in the shortest words."""
    refs = {row.get("ref") for row in tilstand.hendelser}
    return {
        row["id"]: felter.short_name(row)
        for row in reversed(tilstand.hendelser)
        if isinstance(row.get("id"), str) and row["id"] in refs
    }


def event_rows(tilstand: Tilstand) -> tuple[Hendelsesrad, ...]:
    """The events in order of date, as the list shows them."""
    short = _pointed_at(tilstand)
    found = [
        Hendelsesrad(
            i,
            felter.title(row),
            grupper.icon(row["type"]),
            day := read_date(row["dato"]),
            felter.details(row),
            short.get(row.get("ref", "")) if len(short) > 1 else None,
            day <= tilstand.day,
        )
        for i, row in enumerate(tilstand.hendelser)
    ]
    return tuple(sorted(found, key=lambda r: (r.dato, r.indeks)))


def later(events: tuple[Hendelsesrad, ...], tilstand: Tilstand) -> Senere | None:
    """What to say when every judgment, or every event, is later than the day computed for."""
    judged = [e for e in events if tilstand.hendelser[e.indeks]["type"] in DOM_PAIR]
    governing = judged or list(events)
    if not governing or any(e.teller for e in governing):
        return None
    return Senere(min(e.dato for e in governing), bool(judged))


def _trial_rows(tilstand: Tilstand) -> tuple[Proeverad, ...]:
    return tuple(_trial_row(tilstand, i, trial) for i, trial in enumerate(tilstand.proever))


def _trial_row(tilstand: Tilstand, at: int, trial: Proeve) -> Proeverad:
    row: Rad = trial.hendelse
    old = None if trial.bytter is None else felter.row_name(tilstand.hendelser[trial.bytter])
    return Proeverad(at, felter.title(row), read_date(row["dato"]), felter.details(row), old)


def findings(varsler: tuple[Varsel, ...], names: dict[str, Text]) -> tuple[Funn, ...]:
    """Findings in words, the serious first."""
    order = {"A": 0, "W": 1, "I": 2}
    found = [Funn(str(v.kode), sentence.finding(v), names.get(v.ref or "")) for v in varsler]
    return tuple(sorted(found, key=lambda f: order[f.kode[0]]))


def duties(straks: tuple[Straks, ...]) -> tuple[Plikt, ...]:
    """Duties to act at once, oldest cause first."""
    return tuple(
        Plikt(
            s,
            rule := get_rule(s.regel),
            sentence.duty(s),
            tuple(sentence.fact(h) for h in s.fakta),
            tuple(source_reference(h.kilde, s.utloest) for h in rule.version_on(s.utloest).hjemler),
            rule_address(s.regel),
        )
        for s in sorted(straks, key=lambda s: s.utloest)
    )


def lacks(uavklart: tuple[Uavklart, ...], names: dict[str, Text]) -> tuple[Mangel, ...]:
    """What cannot be given a date, and why."""
    return tuple(
        Mangel(
            tuple(get_rule(r).navn for r in u.regler), sentence.unclear(u), names.get(u.ref or "")
        )
        for u in uavklart
    )


def _grouped(found: tuple[Fristrad, ...], mangler: int) -> list[Data]:
    groups: list[Data] = []
    for group, heading in HEADINGS.items():
        mine = [r for r in found if r.gruppe is group]
        if mine or (group is Gruppe.MANGLER and mangler):
            closed = group is Gruppe.AVSLUTTET
            cut = max(len(mine) - MOST_CLOSED, 0) if closed else 0
            groups.append(
                {
                    "kode": str(group),
                    "navn": heading,
                    "rader": mine[cut:],
                    "eldre": mine[:cut],
                    "antall": len(mine),
                }
            )
    return groups


def _answer(tilstand: Tilstand) -> Data:
    """The answer for a case with events: message, findings, timeline, deadlines, comparison."""
    assert tilstand.sak is not None
    svar: Svar = compute(tilstand.sak)
    found = rader.rows(svar, tilstand.sak)
    names = _names(tilstand)
    mangler = lacks(svar.uavklart, names)
    tried = tilstand.tried()
    result: Data = {
        "svar": svar,
        "naa": naa.message(found),
        "funn": findings(svar.varsler, names),
        "straks": duties(svar.straks),
        "mangler": mangler,
        "grupper": _grouped(found, len(mangler)),
        "tidslinje": tegning.draw(tilstand, found),
    }
    if tried is not None:
        result["hva_om"] = _compared(hva_om.compare(tilstand.sak, tried), names)
    return result


def _compared(found: hva_om.HvaOm, names: dict[str, Text]) -> Data:
    return {
        "svar": found,
        "stripe": tegning.draw_comparison(found),
        "nye_funn": findings(found.nye_funn, names),
        "borte_funn": findings(found.borte_funn, names),
        "nye_straks": duties(found.nye_straks),
        "borte_straks": duties(found.borte_straks),
        "nye_mangler": lacks(found.nye_uavklart, names),
        "borte_mangler": lacks(found.borte_uavklart, names),
    }


def context(side: Side) -> Data:
    """Everything the template needs for the page."""
    tilstand = side.tilstand
    shown: Data = {
        "side": side,
        "tilstand": tilstand,
        "sakstyper": [(kode, *tekster) for kode, tekster in SAKSTYPETEKSTER.items()],
        "eksempler": [(kode, navn, om) for kode, (navn, om, _) in EXAMPLES.items()],
        "tilstandsskjema": "beregner-valg",
        "regelsett": REGELSETT,
    }
    if tilstand.sak is None:
        return shown
    shown |= {
        "sakstype": SAKSTYPETEKSTER[tilstand.type],
        "per_dato": tilstand.day,
        "hendelser": (events := event_rows(tilstand)),
        "senere": later(events, tilstand),
        "proeverader": _trial_rows(tilstand),
    }
    if side.velger or not tilstand.hendelser:
        shown["typegrupper"] = list(grupper.offered(tilstand.type))
    if tilstand.hendelser:
        shown |= _answer(tilstand)
    return shown
