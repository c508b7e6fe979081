"""What a new entry would change, as the page shows it: one line for each thing, worst first."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from samvern.apps.saker.public import FAAR, MISTER, Endring, Endringsbilde
from samvern.law import datotekst
from samvern.law.book import get_rule
from samvern.law.rule import Fristtype
from samvern.law.text import Text
from samvern.web.fristberegner.rader import URGENT_DAYS

DEADLINE: Final = "frist"
_PART: Final = "deltaker"
_ACCESS: Final = {
    FAAR: ("får tilgang til saken", "får tilgang til saka"),
    MISTER: ("mister tilgangen", "mistar tilgangen"),
}
_DUTIES: Final = frozenset({Fristtype.SENEST, Fristtype.INTERVALL, Fristtype.SLUTT})
_DONE: Final = frozenset({"oppfylt", "oppfylt_for_sent", "brukt"})
_ENDED: Final = frozenset({"frafalt", "bortfalt", "utloept", "sperret"})
_STILL: Final = 25
"""The weight of a date that moves while its status stays."""
_RUNNING: Final = frozenset({"loeper", "over_nominell", "oversittet"})
_KINDS: Final[dict[str, Text]] = {
    "status": Text("status", "status"),
    "plassering": Text("sted", "stad"),
    "deltaker": Text("parter", "partar"),
    "tilgang": Text("tilgang", "tilgang"),
}
"""What else than deadlines an entry may change, as listed when it does not."""


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a line: as it is, or as it would be."""

    dato: date | None
    status: str
    """Status code of a deadline; empty for other things."""
    tekst: Text | None
    """Why the deadline stands as it does, or what the other thing is."""
    under: tuple[Text, ...]
    dager: Text | None
    haster: bool = False
    noeytral: bool = False

    @property
    def ferdig(self) -> bool:
        """Whether the status is the news, and the date only what it was measured by."""
        return self.status in _DONE

    @property
    def uten_dato(self) -> bool:
        """Whether there is no day to keep: the deadline has fallen away."""
        return self.status in _ENDED


@dataclass(frozen=True, slots=True)
class Linje:
    """One thing that changes."""

    tittel: Text
    undertittel: Text | None
    foer: Side | None
    etter: Side | None
    forskjell: Text | None
    regel: str = ""


@dataclass(frozen=True, slots=True)
class Forandring:
    """Everything the preview shows below the entry itself."""

    linjer: tuple[Linje, ...]
    frister: int
    """Deadlines that change."""
    andre: int
    """Other things that change."""
    uendret: int
    oppgaver_nye: tuple[Text, ...]
    oppgaver_lukket: tuple[Text, ...]
    faar_se: tuple[Text, ...]
    avvik: tuple[Text, ...]
    likt: tuple[Text, ...]
    """What does not change, in words."""
    krever_grunn: bool

    @property
    def overskrift(self) -> Text:
        """«5 frister endrer seg»."""
        if not self.linjer:
            return Text("Ingen frister endrer seg", "Ingen fristar endrar seg")
        if not self.frister:
            return Text("Dette endrer seg", "Dette endrar seg")
        if self.frister == 1:
            return Text("1 frist endrer seg", "1 frist endrar seg")
        return Text(f"{self.frister} frister endrer seg", f"{self.frister} fristar endrar seg")


def _day(value: Any) -> date | None:
    if isinstance(value, date):
        return value
    return date.fromisoformat(value) if isinstance(value, str) and value else None


def _dated(words: tuple[str, str], day: date) -> Text:
    nb, nn = words
    return Text(
        f"{nb} {datotekst.table(day, 'nb')}",
        f"{nn} {datotekst.table(day, 'nn')}",
    )


def _left(day: date | None, status: str, today: date) -> Text | None:
    if day is None:
        return None
    if status in _RUNNING:
        return Text(datotekst.days_left(day, today, "nb"), datotekst.days_left(day, today, "nn"))
    if status == "ikke_aapnet":
        return Text(datotekst.opens(day, today, "nb"), datotekst.opens(day, today, "nn"))
    return None


def _deadline(rule: str, data: Mapping[str, Any], today: date) -> Side:
    shown, status = _day(data.get("dato")), str(data["status"])
    working, law = _day(data.get("siste_virkedag")), _day(data.get("lovdato"))
    kind = get_rule(rule).fristtype
    act_by = working or shown
    under = []
    if working is not None and working != shown and status in _RUNNING:
        under.append(_dated(("Siste virkedag", "Siste virkedag"), working))
    if law is not None and law != shown:
        under.append(_dated(("Siste dag etter loven", "Siste dag etter lova"), law))
    near = act_by is not None and act_by - today <= timedelta(days=URGENT_DAYS)
    return Side(
        shown,
        status,
        _words(data.get("grunn")),
        tuple(under),
        _left(act_by, status, today),
        haster=kind in _DUTIES and status == "loeper" and near,
        noeytral=kind is Fristtype.MINSTETID,
    )


def _words(value: Any) -> Text | None:
    if isinstance(value, Text):
        return value
    if isinstance(value, Mapping):
        return Text(str(value.get("nb", "")), str(value.get("nn", value.get("nb", ""))))
    return Text(str(value), str(value)) if value else None


def _other(data: Mapping[str, Any]) -> Side:
    """A thing that is not a deadline: its words."""
    return Side(_day(data.get("dato")), "", _words(data.get("tekst")), (), None)


def _side(change: Endring, data: Mapping[str, Any] | None, today: date) -> Side | None:
    if data is None:
        return None
    if change.slag == DEADLINE:
        return _deadline(change.noekkel.partition(":")[0], data, today)
    return _other(data)


def _difference(before: Side | None, after: Side | None) -> Text | None:
    """«1 dag tidligere», when both sides have a date and they differ."""
    if before is None or after is None or before.dato is None or after.dato is None:
        return None
    moved = (after.dato - before.dato).days
    if not moved:
        return None
    nb, nn = datotekst.days(moved, "nb"), datotekst.days(moved, "nn")
    if moved < 0:
        return Text(f"{nb} tidligere", f"{nn} tidlegare")
    return Text(f"{nb} senere", f"{nn} seinare")


def _line(change: Endring, today: date) -> Linje:
    before = _side(change, change.foer, today)
    after = _side(change, change.etter, today)
    under = change.undertittel
    if change.slag == DEADLINE and before and after and before.tekst != after.tekst:
        # Each side says why it is so.
        under = None
    elif change.slag == DEADLINE:
        before, after = _silent(before), _silent(after)
    rule = change.noekkel.partition(":")[0] if change.slag == DEADLINE else ""
    return Linje(change.tittel, under, before, after, _difference(before, after), rule)


def _silent(side: Side | None) -> Side | None:
    return None if side is None else replace(side, tekst=None)


def _joined(words: Sequence[str], last: str) -> str:
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def _stays(changed: Iterable[str], unchanged: int) -> tuple[Text, ...]:
    kinds = set(changed)
    if _PART in kinds:
        # Who takes part decides who may see the case.
        kinds.add("tilgang")
    kept = [text for kind, text in _KINDS.items() if kind not in kinds]
    found = []
    if kept:
        nb, nn = _joined([t.nb for t in kept], "og"), _joined([t.nn for t in kept], "og")
        found.append(Text(nb[:1].upper() + nb[1:], nn[:1].upper() + nn[1:]))
    if unchanged == 1:
        found.append(Text("1 frist er uendret", "1 frist er uendra"))
    elif unchanged:
        found.append(Text(f"{unchanged} frister er uendret", f"{unchanged} fristar er uendra"))
    return tuple(found)


def _told_already(change: Endring, avvik: Sequence[Text]) -> bool:
    """Whether a finding is a deviation that stands in the box above the table."""
    words = _words((change.etter or {}).get("tekst"))
    return change.slag == "varsel" and words is not None and words in avvik


def _access(changes: Iterable[Endring]) -> Iterator[Text]:
    """Who gets to see the case from now on, and who no longer does; each once."""
    said: set[Text] = set()
    for change in changes:
        for side in (change.foer, change.etter):
            what = side.get("tilgang") if side and change.slag == _PART else None
            if side is None or what not in _ACCESS:
                continue
            name, (nb, nn) = _words(side.get("navn")) or change.tittel, _ACCESS[what]
            text = Text(f"{name.nb} {nb}", f"{name.nn} {nn}")
            if text not in said:
                said.add(text)
                yield text


def _counted(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Equal tasks once, with how many: one for each party."""
    found = Counter(texts)
    return tuple(
        text if n == 1 else Text(f"{text.nb} ({n})", f"{text.nn} ({n})")
        for text, n in found.items()
    )


def _weight(change: Endring) -> int:
    """How bad a change is, worse is more. A date that moves while the status stays as it was, is
    less than a new status; reaching a minimum time is no bad news."""
    if change.slag != DEADLINE or change.etter is None:
        return change.alvor
    rule = get_rule(change.noekkel.partition(":")[0])
    status = change.etter["status"]
    if rule.fristtype is Fristtype.MINSTETID:
        return 5
    if change.foer is None or change.foer["status"] != status:
        return change.alvor
    return _STILL + 5 if status in _RUNNING and rule.fristtype in _DUTIES else _STILL


def _joined_parts(changes: Sequence[Endring]) -> Iterator[Endring]:
    """A part whose time gets an end comes as one that goes and one that comes: they are one."""
    goes = {c.noekkel: c for c in changes if c.slag == _PART and c.etter is None}
    comes = {c.noekkel: c for c in changes if c.slag == _PART and c.foer is None}
    for change in changes:
        if change.slag != _PART or not (change.noekkel in goes and change.noekkel in comes):
            yield change
        elif change.etter is not None:
            yield replace(change, foer=goes[change.noekkel].foer)


def show(bilde: Endringsbilde, today: date) -> Forandring:
    """The preview: every change as a line, worst first."""
    ordered = sorted(_joined_parts(bilde.endringer), key=lambda change: -_weight(change))
    lines = tuple(
        _line(change, today)
        for change in ordered
        if (change.foer is not None or change.etter is not None)
        and not _told_already(change, bilde.avvik)
    )
    deadlines = sum(change.slag == DEADLINE for change in ordered)
    return Forandring(
        lines,
        deadlines,
        len(lines) - deadlines,
        bilde.uendret,
        _counted(bilde.oppgaver_nye),
        _counted(bilde.oppgaver_lukket),
        (*_access(ordered), *bilde.faar_se),
        bilde.avvik,
        _stays((change.slag for change in ordered), bilde.uendret),
        bilde.krever_grunn,
    )
