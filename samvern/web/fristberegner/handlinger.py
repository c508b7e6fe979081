"""What the buttons do: each takes the page as it came in and returns it as it shall be shown."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from django.http import QueryDict

from samvern.law import datotekst
from samvern.law.event import HENDELSESTYPER
from samvern.law.event_texts import SAKSTYPETEKSTER
from samvern.law.intake import Fault
from samvern.law.text import Text
from samvern.web.datolesing import DateFault, read_date
from samvern.web.fristberegner import skjema as skjemaer
from samvern.web.fristberegner.datofelt import sentence_for, weekday_of
from samvern.web.fristberegner.examples import EXAMPLES
from samvern.web.fristberegner.felter import row_name
from samvern.web.fristberegner.grupper import depends_on
from samvern.web.fristberegner.skjema import Feil, Skjema
from samvern.web.fristberegner.tilstand import (
    MAX_EVENTS,
    MAX_TRIALS,
    TOO_MANY,
    Proeve,
    Tilstand,
    from_inn,
    from_text,
    is_view,
)

CHOOSE_TYPE = Text("Velg hva slags sak det er.", "Vel kva slag sak det er.")
CHOOSE_FILE = Text("Velg en fil først.", "Vel ei fil først.")
GONE = Text(
    "Hendelsen finnes ikke lenger. Siden viser saken slik den er nå.",
    "Hendinga finst ikkje lenger. Sida viser saka slik ho er no.",
)
ENOUGH_TRIALS = Text(
    f"Du kan prøve inntil {MAX_TRIALS} ting om gangen. Fjern en prøve først.",
    f"Du kan prøve inntil {MAX_TRIALS} ting om gongen. Fjern ei prøve først.",
)
EXAMPLE = Text(
    "Dette er et eksempel. Alt i det er oppdiktet.", "Dette er eit døme. Alt i det er oppdikta."
)
UNDONE = Text("Angret. Saken er som den var.", "Angra. Saka er som ho var.")
TRIAL_GONE = Text("Prøven er fjernet.", "Prøva er fjerna.")
CLEARED = Text("Alt er fjernet fra siden.", "Alt er fjerna frå sida.")


@dataclass(frozen=True, slots=True)
class Oppsett:
    """The form for type and day, with what was typed."""

    type: str
    per_dato: str
    feil: tuple[Feil, ...] = ()

    @property
    def lest(self) -> Text | None:
        """The weekday and date of what was typed, when it can be read."""
        return weekday_of(self.per_dato)


@dataclass(frozen=True, slots=True)
class Side:
    """The page: the case, and what stands open on it."""

    tilstand: Tilstand = field(default_factory=Tilstand)
    skjema: Skjema | None = None
    velger: str = ""
    """`legg_til` or `prov` while an event type is being chosen."""
    oppsett: Oppsett | None = None
    fil: bool = False
    feil: tuple[Feil, ...] = ()
    filfeil: tuple[Fault, ...] = ()
    melding: Text | None = None
    angre: Tilstand | None = None
    utskrift: bool = False
    ny_proeve: bool = False
    """Whether a trial was made just now, so that the comparison takes focus."""


@dataclass(frozen=True, slots=True)
class Trykk:
    """A pressed button: its argument, the form it belongs to, and the file sent along."""

    arg: str
    post: QueryDict
    fil: bytes | None


Handling = Callable[[Side, Trykk], Side]


def _fault(side: Side, text: Text) -> Side:
    return replace(side, feil=(Feil("", text),))


def _row(side: Side, arg: str) -> int | None:
    """The row an argument names, or None when there is no such row (any more)."""
    known = arg.isascii() and arg.isdigit() and len(arg) < 5
    return int(arg) if known and int(arg) < len(side.tilstand.hendelser) else None


def _show(side: Side, trykk: Trykk) -> Side:
    return side


def _edit_setup(side: Side, trykk: Trykk) -> Side:
    day = side.tilstand.day
    shown = f"{day.day}.{day.month}.{day.year}"
    return replace(side, oppsett=Oppsett(side.tilstand.type, shown))


def _save_setup(side: Side, trykk: Trykk) -> Side:
    """Case type and day; also the start of an empty page."""
    kind = trykk.post.get("oppsett_type", "")
    typed = trykk.post.get("oppsett_per_dato", "").strip()[:100]
    faults: list[Feil] = []
    if kind not in SAKSTYPETEKSTER:
        faults.append(Feil("oppsett_type", CHOOSE_TYPE))
    iso = ""
    try:
        iso = read_date(typed).isoformat()
    except DateFault as fault:
        faults.append(Feil("oppsett_per_dato", sentence_for(typed, fault)))
    if not faults:
        rows = list(side.tilstand.hendelser)
        new, wrong = from_inn({"type": kind, "hendelser": rows, "per_dato": iso})
        if new is not None:
            kept = replace(new, visning=side.tilstand.visning, proever=side.tilstand.proever)
            return _settled(replace(side, tilstand=kept, melding=_computed_for(kept)))
        faults = [
            Feil("oppsett_per_dato" if f.sti == "per_dato" else "oppsett_type", f.melding)
            for f in wrong
        ]
    return replace(side, oppsett=Oppsett(kind, typed, tuple(faults)))


def _computed_for(tilstand: Tilstand) -> Text | None:
    """«Regnet for fredag 11. desember 2026.», when there is anything to compute."""
    if not tilstand.hendelser:
        return None
    nb, nn = datotekst.full(tilstand.day, "nb"), datotekst.full(tilstand.day, "nn")
    return Text(f"Regnet for {nb}.", f"Rekna for {nn}.")


def _compute_for(side: Side, trykk: Trykk) -> Side:
    """Compute the same case for another day: that of an event dated after the day asked for."""
    new, _ = from_inn({**side.tilstand.inn, "per_dato": trykk.arg})
    if new is None:
        return side
    kept = replace(new, visning=side.tilstand.visning, proever=side.tilstand.proever)
    return _settled(replace(side, tilstand=kept, melding=_computed_for(kept)))


def _settled(side: Side) -> Side:
    """Drop trials that no longer fit the case."""
    if side.tilstand.proever and side.tilstand.tried() is None:
        return replace(side, tilstand=replace(side.tilstand, proever=()))
    return side


def _choose(side: Side, trykk: Trykk) -> Side:
    if len(side.tilstand.hendelser) >= MAX_EVENTS:
        return _fault(side, TOO_MANY)
    return replace(side, velger="legg_til")


def _choose_trial(side: Side, trykk: Trykk) -> Side:
    if len(side.tilstand.proever) >= MAX_TRIALS:
        return _fault(side, ENOUGH_TRIALS)
    return replace(side, velger="prov")


def _new(side: Side, trykk: Trykk) -> Side:
    if trykk.arg not in HENDELSESTYPER:
        return replace(side, velger="legg_til")
    return replace(side, skjema=skjemaer.empty(side.tilstand, trykk.arg, proeve=False))


def _new_trial(side: Side, trykk: Trykk) -> Side:
    if trykk.arg not in HENDELSESTYPER:
        return replace(side, velger="prov")
    return replace(side, skjema=skjemaer.empty(side.tilstand, trykk.arg, proeve=True))


def _edit(side: Side, trykk: Trykk) -> Side:
    at = _row(side, trykk.arg)
    if at is None:
        return _fault(side, GONE)
    return replace(side, skjema=skjemaer.filled(side.tilstand, at, proeve=False))


def _edit_trial(side: Side, trykk: Trykk) -> Side:
    at = _row(side, trykk.arg)
    if at is None:
        return _fault(side, GONE)
    return replace(side, skjema=skjemaer.filled(side.tilstand, at, proeve=True))


def _save(side: Side, trykk: Trykk) -> Side:
    """Save an event's form, as a fact or as a trial."""
    kind, trial = trykk.post.get("hendelsestype", ""), trykk.post.get("modus") == "prov"
    if kind not in HENDELSESTYPER:
        return _fault(side, GONE)
    at = _row(side, trykk.post.get("indeks", ""))
    if at is not None and side.tilstand.hendelser[at]["type"] != kind:
        return _fault(side, GONE)
    if at is None and len(side.tilstand.hendelser) >= MAX_EVENTS:
        return _fault(side, TOO_MANY)
    row, form = skjemaer.read(side.tilstand, kind, trykk.post, at, proeve=trial)
    if row is None:
        return replace(side, skjema=form)
    if trial:
        return _with_trial(side, Proeve(row, at))
    rows = list(side.tilstand.hendelser)
    rows[at if at is not None else len(rows) : (at + 1) if at is not None else len(rows)] = [row]
    name = row_name(row)
    return _with_rows(
        side, tuple(rows), Text(f"Lagt inn: {name.nb}.", f"Lagt inn: {name.nn}."), None
    )


def _with_trial(side: Side, trial: Proeve) -> Side:
    others = tuple(
        p for p in side.tilstand.proever if trial.bytter is None or p.bytter != trial.bytter
    )
    if len(others) >= MAX_TRIALS:
        return _fault(side, ENOUGH_TRIALS)
    tried = replace(side.tilstand, proever=(*others, trial))
    if tried.tried() is None:
        # It fits the case alone, but not together with the trials already there.
        tried = replace(side.tilstand, proever=(trial,))
    return replace(side, tilstand=tried, ny_proeve=True)


def _with_rows(
    side: Side, rows: tuple[dict[str, object], ...], done: Text, angre: Tilstand | None
) -> Side:
    new, faults = from_inn(side.tilstand.with_rows(rows))
    if new is None:
        return replace(side, feil=tuple(Feil("", f.melding) for f in faults))
    kept = replace(new, visning=side.tilstand.visning, proever=side.tilstand.proever)
    return _settled(replace(side, tilstand=kept, melding=done, angre=angre))


def _remove(side: Side, trykk: Trykk) -> Side:
    """Remove an event and what would be left pointing at nothing; it can be undone."""
    at = _row(side, trykk.arg)
    if at is None:
        return _fault(side, GONE)
    rows = side.tilstand.hendelser
    gone = {at, *depends_on(rows, at)}
    left = tuple(r for i, r in enumerate(rows) if i not in gone)
    name = row_name(rows[at])
    more = len(gone) - 1
    done = Text(f"Fjernet: {name.nb}.", f"Fjerna: {name.nn}.")
    if more:
        done = Text(
            f"{done.nb} Fjernet også {more} som gjaldt den.",
            f"{done.nn} Fjerna òg {more} som galdt den.",
        )
    # A trial points at a row by its place; after a removal the places are others.
    without = replace(side, tilstand=replace(side.tilstand, proever=()))
    return _with_rows(without, left, done, side.tilstand)


def _trial_number(side: Side, arg: str) -> int | None:
    known = arg.isascii() and arg.isdigit() and len(arg) < 3
    return int(arg) if known and int(arg) < len(side.tilstand.proever) else None


def _keep_trial(side: Side, trykk: Trykk) -> Side:
    at = _trial_number(side, trykk.arg)
    if at is None:
        return _fault(side, GONE)
    trial = side.tilstand.proever[at]
    others = tuple(p for i, p in enumerate(side.tilstand.proever) if i != at)
    alone = replace(side.tilstand, proever=(trial,))
    name = row_name(trial.hendelse)
    done = Text(f"Lagt inn i saken: {name.nb}.", f"Lagt inn i saka: {name.nn}.")
    kept = replace(side, tilstand=replace(side.tilstand, proever=others))
    return _with_rows(kept, alone.tried_rows(), done, None)


def _drop_trial(side: Side, trykk: Trykk) -> Side:
    at = _trial_number(side, trykk.arg)
    if at is None:
        return _fault(side, GONE)
    others = tuple(p for i, p in enumerate(side.tilstand.proever) if i != at)
    left = replace(side.tilstand, proever=others)
    return _settled(replace(side, tilstand=left, melding=TRIAL_GONE))


def still_open(side: Side, post: QueryDict) -> Side:
    """The page with the form that stood open, and what was typed in it, when it is sent along."""
    kind, at = post.get("hendelsestype", ""), _row(side, post.get("indeks", ""))
    if "oppsett_per_dato" in post:
        typed = post.get("oppsett_per_dato", "").strip()[:100]
        return replace(side, oppsett=Oppsett(post.get("oppsett_type", ""), typed))
    if side.tilstand.sak is None or kind not in HENDELSESTYPER:
        return side
    if at is not None and side.tilstand.hendelser[at]["type"] != kind:
        return side
    trial = post.get("modus") == "prov"
    return replace(side, skjema=skjemaer.as_typed(side.tilstand, kind, post, at, proeve=trial))


def _show_file(side: Side, trykk: Trykk) -> Side:
    return replace(side, fil=True)


def _load(side: Side, trykk: Trykk) -> Side:
    if trykk.fil is None:
        return replace(side, fil=True, feil=(Feil("felt_fil", CHOOSE_FILE),))
    new, faults = from_text(trykk.fil)
    if new is None:
        return replace(side, fil=True, filfeil=faults)
    count = len(new.hendelser)
    done = Text(
        f"Filen er lest. Saken har {count} {'hendelse' if count == 1 else 'hendelser'}.",
        f"Fila er lesen. Saka har {count} {'hending' if count == 1 else 'hendingar'}.",
    )
    before = side.tilstand if side.tilstand.hendelser else None
    return Side(replace(new, visning=side.tilstand.visning), melding=done, angre=before)


def _example(side: Side, trykk: Trykk) -> Side:
    if trykk.arg not in EXAMPLES:
        return side
    new, _ = from_inn(EXAMPLES[trykk.arg][2])
    assert new is not None
    return Side(new, melding=EXAMPLE)


def _undo(side: Side, trykk: Trykk) -> Side:
    old, _ = from_text(trykk.post.get("angre", ""))
    if old is None:
        return side
    return Side(replace(old, visning=side.tilstand.visning), melding=UNDONE)


def _clear(side: Side, trykk: Trykk) -> Side:
    return Side(melding=CLEARED, angre=side.tilstand)


def _zoom(side: Side, trykk: Trykk) -> Side:
    if not is_view(trykk.arg):
        return side
    return replace(side, tilstand=replace(side.tilstand, visning=trykk.arg))


def _print(side: Side, trykk: Trykk) -> Side:
    return replace(side, utskrift=True)


NEEDS_NO_CASE: dict[str, Handling] = {
    "lagre_oppsett": _save_setup,
    "vis_fil": _show_file,
    "last_inn": _load,
    "eksempel": _example,
    "angre": _undo,
    "vis": _show,
}
NEEDS_CASE: dict[str, Handling] = {
    "endre_oppsett": _edit_setup,
    "regn_for": _compute_for,
    "legg_til": _choose,
    "velg": _new,
    "endre": _edit,
    "fjern": _remove,
    "lagre_hendelse": _save,
    "prov": _choose_trial,
    "prov_velg": _new_trial,
    "prov_endre": _edit_trial,
    "prov_behold": _keep_trial,
    "prov_fjern": _drop_trial,
    "visning": _zoom,
    "skriv_ut": _print,
    "toem": _clear,
}


def perform(side: Side, handling: str, post: QueryDict, fil: bytes | None) -> Side:
    """Do what the pressed button says (`verb` or `verb:argument`); an unknown verb does nothing."""
    verb, _, arg = handling.partition(":")
    act = NEEDS_NO_CASE.get(verb)
    if act is None and side.tilstand.sak is not None:
        act = NEEDS_CASE.get(verb)
    return act(side, Trykk(arg, post, fil)) if act else side
