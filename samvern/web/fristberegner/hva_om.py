"""What if: the same case with and without the trial, date by date, and the change in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from samvern.law import datotekst, sentence
from samvern.law.event import Sak
from samvern.law.reader import compute
from samvern.law.rule import Fristtype
from samvern.law.text import Text
from samvern.law.trace import Status, Straks, Uavklart, Varsel
from samvern.web.fristberegner.rader import Fristrad, key, rows

_PRIORITY = ("F-21", "F-12", "F-13", "F-65", "F-60", "F-10", "F-11")


@dataclass(frozen=True, slots=True)
class Endring:
    """One deadline that differs: as it is now, and as it would be. One of them may be absent."""

    naa: Fristrad | None
    hva_om: Fristrad | None

    @property
    def rad(self) -> Fristrad:
        """The row that names the deadline."""
        found = self.hva_om or self.naa
        assert found is not None
        return found

    @property
    def dager(self) -> int:
        """Days the date moves; positive is later. Zero when either side has no date."""
        if not (self.naa and self.hva_om and self.naa.frist.dato and self.hva_om.frist.dato):
            return 0
        return (self.hva_om.frist.dato - self.naa.frist.dato).days

    @property
    def forskjell(self) -> Text | None:
        """«5 dager tidligere», or None when the date is the same."""
        if not self.dager:
            return None
        nb, nn = datotekst.days(self.dager, "nb"), datotekst.days(self.dager, "nn")
        if self.dager < 0:
            return Text(f"{nb} tidligere", f"{nn} tidlegare")
        return Text(f"{nb} senere", f"{nn} seinare")

    @property
    def uten_dato(self) -> bool:
        """Whether the trial leaves no time limit to keep («Ingen klagefrist»)."""
        side = self.hva_om
        return side is not None and side.frist.status in (Status.FRAFALT, Status.BORTFALT)


@dataclass(frozen=True, slots=True)
class HvaOm:
    """The comparison the page shows."""

    per_dato: date
    senere: bool
    """Whether both sides are computed for a later day than the case's own, the trial's."""
    endringer: tuple[Endring, ...]
    like: tuple[Fristrad, ...]
    overskrift: Text
    tekst: Text | None
    nye_funn: tuple[Varsel, ...]
    borte_funn: tuple[Varsel, ...]
    nye_straks: tuple[Straks, ...]
    borte_straks: tuple[Straks, ...]
    nye_uavklart: tuple[Uavklart, ...]
    borte_uavklart: tuple[Uavklart, ...]


def _same(one: Fristrad, other: Fristrad) -> bool:
    a, b = one.frist, other.frist
    return (a.dato, a.nominell_dato, a.status, a.lovdato, a.klokkeslett) == (
        b.dato,
        b.nominell_dato,
        b.status,
        b.lovdato,
        b.klokkeslett,
    )


def _changes(
    before: Iterable[Fristrad], after: Iterable[Fristrad]
) -> tuple[list[Endring], list[Fristrad]]:
    old = {key(r.frist): r for r in before}
    new = {key(r.frist): r for r in after}
    changed, same = [], []
    for ident in dict.fromkeys((*old, *new)):
        one, other = old.get(ident), new.get(ident)
        if one and other and _same(one, other):
            same.append(other)
        else:
            changed.append(Endring(one, other))
    return changed, same


def _weight(change: Endring) -> tuple[int, date]:
    rule = change.rad.frist.regel
    order = _PRIORITY.index(rule) if rule in _PRIORITY else len(_PRIORITY)
    return (order, change.rad.frist.dato or date.max)


def _words_of(change: Endring) -> Text:
    """The change of one deadline as a headline."""
    name, days = change.rad.navn, change.dager
    if change.naa is None:
        return Text(f"Ny frist: {_lower(name.nb)}", f"Ny frist: {_lower(name.nn)}")
    if change.hva_om is None:
        return Text(f"{name.nb} gjelder ikke lenger", f"{name.nn} gjeld ikkje lenger")
    if not days:
        word = sentence.status_word(change.rad.frist.status)
        return Text(f"{name.nb}: {_lower(word.nb)}", f"{name.nn}: {_lower(word.nn)}")
    size = sentence.amount(abs(days), "dag")
    how = Text("tidligere", "tidlegare") if days < 0 else Text("senere", "seinare")
    if change.rad.frist.regel == "F-21":
        return Text(
            f"Overføringen kan skje {size.nb} {how.nb}", f"Overføringa kan skje {size.nn} {how.nn}"
        )
    verb = Text("kommer", "kjem")
    if change.rad.regel.fristtype is Fristtype.TIDLIGST:
        verb = Text("åpner", "opnar")
    return Text(
        f"{name.nb} {verb.nb} {size.nb} {how.nb}", f"{name.nn} {verb.nn} {size.nn} {how.nn}"
    )


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _explained(change: Endring) -> Text | None:
    """«Tidligste gjennomføring blir torsdag 24. desember 2026, ikke tirsdag 29. desember.»"""
    if not change.dager or change.naa is None or change.hva_om is None:
        return None
    old, new = change.naa.frist.dato, change.hva_om.frist.dato
    assert old is not None and new is not None
    name = change.rad.navn
    return Text(
        f"{name.nb} blir {datotekst.full(new, 'nb')}, ikke {datotekst.full(old, 'nb')}.",
        f"{name.nn} blir {datotekst.full(new, 'nn')}, ikkje {datotekst.full(old, 'nn')}.",
    )


_NOTHING = Text("Ingen frister endrer seg", "Ingen fristar endrar seg")


def _only_new[T](these: tuple[T, ...], others: tuple[T, ...]) -> tuple[T, ...]:
    return tuple(item for item in these if item not in others)


def _shown_order(change: Endring) -> tuple[date, str]:
    """By the date as it is now, so that the table reads like the list."""
    first = change.naa or change.rad
    return (first.frist.dato or date.max, first.frist.regel)


def compare(sak: Sak, tried: Sak) -> HvaOm:
    """Compare the case with and without the trial, on one day.

    Facts later than the day computed for do not count, so a trial in the future moves the day
    for both sides: otherwise the passing of time would look like an effect of the trial.
    """
    new_facts = [h.dato for h in tried.hendelser if h not in sak.hendelser]
    per = max([sak.per_dato, *new_facts])
    later = per != sak.per_dato
    sak, tried = sak._replace(per_dato=per), tried._replace(per_dato=per)
    before, after = compute(sak), compute(tried)
    changed, same = _changes(rows(before, sak), rows(after, tried))
    changed.sort(key=_shown_order)
    first = min(changed, key=_weight, default=None)
    return HvaOm(
        per_dato=per,
        senere=later,
        endringer=tuple(changed),
        like=tuple(same),
        overskrift=_words_of(first) if first else _NOTHING,
        tekst=_explained(first) if first else None,
        nye_funn=_only_new(after.varsler, before.varsler),
        borte_funn=_only_new(before.varsler, after.varsler),
        nye_straks=_only_new(after.straks, before.straks),
        borte_straks=_only_new(before.straks, after.straks),
        nye_uavklart=_only_new(after.uavklart, before.uavklart),
        borte_uavklart=_only_new(before.uavklart, after.uavklart),
    )
