"""What the templates of the case page are given, made from the picture of the case."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from samvern.apps.saker.public import (
    AVSLUTTET,
    DELTAKERNAVN,
    FORMNAVN,
    STATUSNAVN,
    Blikk,
    Deltakerbilde,
    Deltakerslag,
    Hvem,
    Innhold,
    Lesningsrad,
    Saksbilde,
    Saksstatus,
    rolleblikk,
)
from samvern.engine.viewer import Viewer
from samvern.law import datotekst
from samvern.law.event_texts import SAKSTYPETEKSTER
from samvern.law.rule import Fristtype
from samvern.law.text import Text
from samvern.law.trace import Status
from samvern.web.fristberegner.rader import Fristrad, Gruppe
from samvern.web.fristberegner.tidslinje.tegning import Tidslinje
from samvern.web.sak import (
    frister,
    hendelser,
    hva_om,
    melding,
    oppgaver,
    tekster,
    tidslinje,
    valg,
)
from samvern.web.sak.valg import Valg

Data = dict[str, object]
_IS_NOW = Text("Er nå", "Er no")
_AWAY_FROM = Text("Unndratt fra", "Unndregen frå")
NOT_RECORDED = Text("Ikke registrert", "Ikkje registrert")
MANY_YEARS = 8
"""With more years than this the links to them are folded away."""


@dataclass(frozen=True, slots=True)
class Faktum:
    """One of the five facts: label, what it is, a second line, and whether it is hidden."""

    etikett: Text
    verdi: Text
    under: Text | None = None
    siden: date | None = None
    skjult: bool = False
    mangler: bool = False
    er_dag: bool = False
    """The day is the fact, and the text says what kind of day."""


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody who takes part: in what capacity, who, and since when."""

    slag: Text
    bilde: Deltakerbilde


@dataclass(frozen=True, slots=True)
class Zoom:
    """A link to another view of the timeline."""

    tekst: Text
    adresse: str
    valgt: bool


@dataclass(frozen=True, slots=True)
class Utskrift:
    """What the templates shared with the calculator ask about the page."""

    utskrift: bool
    naar: datetime | None = None
    hvem: str = ""
    rolle: Text | None = None


def _named(who: Hvem) -> Text:
    return Text(who.navn, who.navn_nn or who.navn)


def _under(who: Hvem | None) -> Text | None:
    return Text(who.under, who.under) if who and who.under else None


def _fact(
    bilde: Saksbilde,
    label: Text,
    field: str,
    value: Text | None,
    under: Text | None = None,
    since: date | None = None,
    *,
    is_day: bool = False,
) -> Faktum:
    hidden = field in bilde.rad.skjult
    if hidden or value is None:
        return Faktum(label, NOT_RECORDED, skjult=hidden, mangler=not hidden)
    return Faktum(label, value, under, since, er_dag=is_day)


def _where(bilde: Saksbilde) -> Faktum:
    """Where the person is now: the unit, or the form of stay when there is no unit.

    With another institution than the one responsible, its name stands below (N-9.7). Who may only
    know the place is told the place.
    """
    row = bilde.rad
    label = _AWAY_FROM if "unndratt" in row.flagg else _IS_NOW
    body = _named(row.oppholdssted) if row.oppholdssted else None
    if "oppholdsform" in row.skjult and body:
        unit = _named(row.enhet) if row.enhet else None
        return Faktum(DELTAKERNAVN[Deltakerslag.OPPHOLDSSTED], unit or body, unit and body)
    if row.oppholdsform == "" or row.oppholdsform == "ukjent":
        return _fact(bilde, label, "oppholdsform", None)
    form = FORMNAVN[row.oppholdsform]
    place = _named(row.enhet) if row.enhet else row.sikkerhetsnivaa or form
    under = [t for t in (row.sikkerhetsnivaa, form) if t and not place.nb.startswith(t.nb)]
    elsewhere = body if body and not row.samme_sted else None
    below = elsewhere or (under[0] if under else None)
    # The day the stay began would read as the day the person went away.
    since = None if label is _AWAY_FROM else row.siden
    return _fact(bilde, label, "oppholdsform", place, below, since)


def _facts(bilde: Saksbilde) -> tuple[Faktum, ...]:
    row = bilde.rad

    def who(label: Text, field: str, found: Hvem | None, under: Text | None = None) -> Faktum:
        return _fact(bilde, label, field, _named(found) if found else None, under or _under(found))

    judged = row.styrende_dom
    final = Text("rettskraftig", "rettskraftig")
    return (
        _where(bilde),
        who(
            Text("Ansvarlig institusjon", "Ansvarleg institusjon"),
            "institusjon",
            row.institusjon,
            _named(row.rhf) if row.rhf else None,
        ),
        who(
            DELTAKERNAVN[Deltakerslag.FAGLIG_ANSVARLIG],
            "faglig_ansvarlig",
            row.faglig_ansvarlig,
        ),
        who(Text("Påtalemyndighet", "Påtalemakt"), "embete", row.embete),
        _fact(
            bilde,
            Text("Styrende dom", "Styrande dom"),
            "styrende_dom",
            final if judged else None,
            None,
            judged,
            is_day=True,
        ),
    )


def _kept_back(facts: tuple[Faktum, ...]) -> tuple[Faktum, ...]:
    """The hidden facts, when they are most of them; a lock on each would say nothing more."""
    hidden = tuple(fact for fact in facts if fact.skjult)
    return hidden if 2 * len(hidden) > len(facts) else ()


def _in_a_list(label: Text) -> Text:
    """A fact's label where no value follows it."""
    return Text("Hvor personen er", "Kvar personen er") if label in (_IS_NOW, _AWAY_FROM) else label


def _count(words: tuple[Text, Text], rows: list[Fristrad]) -> Text | None:
    """«5 løper» or «1 løper»; None when there are none."""
    if not rows:
        return None
    name = words[0] if len(rows) == 1 else words[1]
    return Text(f"{len(rows)} {name.nb}", f"{len(rows)} {name.nn}")


def summary(rows: tuple[Fristrad, ...]) -> Text | None:
    """«2 over fristen, 5 løper, 1 åpner senere, 2 rettigheter er åpne»."""
    live = [r for r in rows if r.gruppe in (Gruppe.KREVER, Gruppe.VENTER, Gruppe.AAPNE)]
    over = [r for r in live if r.over and r.plikt]
    running = [r for r in live if r.frist.status is Status.LOEPER]
    waiting = [r for r in live if r.frist.status is Status.IKKE_AAPNET]
    open_ = [
        r
        for r in live
        if r.frist.status is Status.AAPEN and r.regel.fristtype is Fristtype.TIDLIGST
    ]
    parts = (
        _count((Text("over fristen", "over fristen"),) * 2, over),
        _count((Text("løper", "går"),) * 2, running),
        _count((Text("åpner senere", "opnar seinare"),) * 2, waiting),
        _count(
            (
                Text("rettighet er åpen", "rett er open"),
                Text("rettigheter er åpne", "rettar er opne"),
            ),
            open_,
        ),
    )
    said = [part for part in parts if part]
    if not said:
        return None
    return Text(", ".join(p.nb for p in said), ", ".join(p.nn for p in said))


def _zoom(t: Tidslinje, chosen: Valg) -> Data:
    def link(text: Text, view: str) -> Zoom:
        return Zoom(text, chosen.address("#tidslinje", visning=view), t.visning == view)

    main = [link(Text("Hele", "Heile"), "hele")]
    if t.kan_naer:
        main.append(link(Text("Nær", "Nær"), "naer"))
    years = [link(Text(str(y), str(y)), str(y)) for y in t.aarstall]
    if len(years) <= MANY_YEARS:
        return {"zoom": [*main, *years], "zoom_aar": []}
    return {"zoom": main, "zoom_aar": years}


def _parts(bilde: Saksbilde) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Those who take part on the day, and those who did before."""
    found = [Part(DELTAKERNAVN[d.slag], d) for d in bilde.deltakere]
    now = [p for p in found if p.bilde.til is None or p.bilde.til >= bilde.per_dato]
    earlier = sorted((p for p in found if p not in now), key=lambda p: p.bilde.fra, reverse=True)
    return tuple(now), tuple(earlier)


@dataclass(frozen=True, slots=True)
class Hull:
    """Something the case ought to have and has not, and the anchor of the task it gives."""

    tekst: Text
    anker: str


def _gaps(bilde: Saksbilde) -> tuple[Hull, ...]:
    tasks = {task.grunn: task.anker for task in bilde.oppgaver if task.slag == "mangel"}
    return tuple(Hull(text, tasks.get(text, "")) for text in bilde.mangler)


def _number(typed: str | None) -> str:
    """Six digits and five, when the whole number is shown; else as it is masked."""
    if typed and len(typed) == 11 and typed.isdigit():
        return f"{typed[:6]}{datotekst.HARD_SPACE}{typed[6:]}"
    return typed or ""


def _kind_of(status: Saksstatus, name: Text) -> Text:
    """The kind of judgment; for the indicted what is asked for, since nobody is sentenced."""
    if status not in (Saksstatus.TILTALT, Saksstatus.AVSLUTTET_UTEN_DOM):
        return name
    asked = name.inside()
    return Text(f"Påstand om {asked.nb}", f"Påstand om {asked.nn}")


def _header(bilde: Saksbilde, *, no_deadlines: bool) -> Data:
    row = bilde.rad
    kind = SAKSTYPETEKSTER.get(row.domstype)
    facts = _facts(bilde)
    kept = _kept_back(facts)
    return {
        "sak": row,
        "nummer": _number(bilde.foedselsnummer),
        "skjult": row.skjult,
        "skjulte_felt": tekster.hidden_fields(
            row.skjult, [_in_a_list(f.etikett) for f in kept], no_deadlines
        ),
        "statusnavn": STATUSNAVN[row.status],
        "domstypenavn": _kind_of(row.status, kind[0]) if kind else None,
        "flagg": [tekster.FLAGG[code] for code in row.flagg],
        "fakta": [fact for fact in facts if fact not in kept],
    }


def _people(bilde: Saksbilde, sees: Blikk) -> Data:
    """Who takes part, what is missing, and who has read."""
    now, earlier = _parts(bilde)
    return {
        "deltakere": now,
        "tidligere_deltakere": earlier,
        "mangler": _gaps(bilde),
        "lesere": latest_of_each(readers(bilde.har_lest)),
        "ser_logg": sees.logginnsyn is not None,
    }


def context(
    bilde: Saksbilde, chosen: Valg, viewer: Viewer, *, skrevet: datetime | None = None
) -> Data:
    """Everything the case page and its print need. `skrevet` is set for the print."""
    regnet, paper = frister.compute_for(bilde), skrevet is not None
    past, sees = valg.banner(chosen), rolleblikk(viewer.rolle)
    hidden = not sees.leser_alt(Innhold.SAK)
    goes_on = bilde.rad.status not in AVSLUTTET
    groups = frister.groups(regnet)
    drawn = tidslinje.draw(bilde, regnet, chosen.visning, goes_on=goes_on, paper=paper)
    return {
        **_header(bilde, no_deadlines=hidden and not groups),
        **_zoom(drawn, chosen),
        **_people(bilde, sees),
        "side": Utskrift(paper, skrevet, viewer.navn, tekster.role_name(str(viewer.rolle))),
        "bilde": bilde,
        "valg": chosen,
        "per_dato": bilde.per_dato,
        "fortid": past,
        "naa": melding.message(bilde, regnet, hidden=hidden),
        "frister_skjult": hidden,
        "uten_frister": hidden and not groups,
        "frister_kuttet": "lov" in bilde.rad.skjult or sees.opphoer_holdes_unna,
        "sammendrag": summary(regnet.rader),
        "grupper": groups,
        "funn": regnet.funn,
        "straks": oppgaver.duties(regnet),
        "oppgaver": oppgaver.lines(bilde, regnet, viewer.rolle, paper=paper),
        "t": drawn,
        "hendelser": hendelser.rows(bilde, regnet, chosen, whole=paper),
        "hendelseslenker": hendelser.entry_links(bilde, chosen),
        "hva_om": hva_om.as_form_value(bilde.lov) if bilde.lov else "",
    }


@dataclass(frozen=True, slots=True)
class Leser:
    """One reading of the case, or change of it, in words."""

    nr: int
    hvem: Hvem
    rolle: Text
    tid: datetime
    handling: Text


def readers(rows: Iterable[Lesningsrad]) -> list[Leser]:
    """Who has read the case, latest first, in words."""
    return [
        Leser(
            one.nr,
            one.hvem,
            tekster.role_name(one.rolle),
            one.tid,
            tekster.action_name(one.handling),
        )
        for one in rows
    ]


def latest_of_each(rows: Iterable[Leser]) -> list[Leser]:
    """The newest reading of each person in each role, in the order given."""
    found: dict[tuple[Hvem, Text], Leser] = {}
    for one in rows:
        found.setdefault((one.hvem, one.rolle), one)
    return list(found.values())
