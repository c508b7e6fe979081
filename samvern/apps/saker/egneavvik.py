"""Deviations that the register sees by itself, beside the findings of the law library. Pure.

What has happened is recorded as it happened, and the case says what was not as decided or not as
the law has it (principle P1). Not in `samvern.law`: that library is not told in which form a
transfer was carried out, nor what a judgment rests on. Interpretation T38.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from samvern.apps.saker.egne_felt import ANTALL_LOVBRUDD, FAREGRAD
from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.plassering import DOEGN, UTEN_DOEGN
from samvern.law import datotekst
from samvern.law.deadline import count
from samvern.law.event import Sakstype
from samvern.law.rules.iverksettelse import F_05
from samvern.law.rules.regimes import REFORM_2020
from samvern.law.text import Text
from samvern.law.trace import Svar, Varselkode

ANNEN_FORM, TRE_UKER = "ANNEN_FORM", "TRE_UKER"
ETT_LOVBRUDD, FARE_TIDSBESTEMT, FARE_OG_ANTALL = (
    "ETT_LOVBRUDD", "FARE_TIDSBESTEMT", "FARE_OG_ANTALL",
)  # fmt: skip
_TEKST: Final = {
    ANNEN_FORM: Text(
        "Overføringen {dag} ble gjennomført i en annen form enn vedtaket sier (phvl § 5-4).",
        "Overføringa {dag} vart gjennomført i ei anna form enn vedtaket seier (phvl § 5-4).",
    ),
    TRE_UKER: Text(
        "Overføringen {dag} til uten døgnopphold skjedde i de tre første ukene (phvl § 5-3).",
        "Overføringa {dag} til utan døgnopphald skjedde i dei tre første vekene (phvl § 5-3).",
    ),
    ETT_LOVBRUDD: Text(
        "Dommen {dag} på tidsbestemt reaksjon gjelder ett lovbrudd. Loven krever gjentatte "
        "(strl § 62).",
        "Dommen {dag} på tidsbestemt reaksjon gjeld eitt lovbrot. Lova krev gjentekne (strl § 62).",
    ),
    FARE_TIDSBESTEMT: Text(
        "Dommen {dag} på tidsbestemt reaksjon bygger på nærliggende fare. Loven krever særlig "
        "nærliggende (strl § 62).",
        "Dommen {dag} på tidsbestemt reaksjon byggjer på nærliggjande fare. Lova krev særleg "
        "nærliggjande (strl § 62).",
    ),
    FARE_OG_ANTALL: Text(
        "Dommen {dag} på tidsubestemt reaksjon er registrert med særlig nærliggende fare og ett "
        "lovbrudd. Det kravet stiller loven ved gjentatte lovbrudd av samfunnsskadelig eller "
        "særlig plagsom art (strl § 62 annet ledd). Kontroller registreringen mot dommen.",
        "Dommen {dag} på tidsubestemt reaksjon er registrert med særleg nærliggjande fare og eitt "
        "lovbrot. Det kravet stiller lova ved gjentekne lovbrot av samfunnsskadeleg eller særleg "
        "plagsam art (strl § 62 andre ledd). Kontroller registreringa mot dommen.",
    ),
}


class Egetavvik(NamedTuple):
    """One deviation: its code, the words, and whether whoever records the entry must say why. One
    without is for quality control only (N-7.5)."""

    kode: str
    tekst: Text
    krever_grunn: bool


def _told(kode: str, entry: Oppfoering, *, krever_grunn: bool = True) -> Egetavvik:
    said = _TEKST[kode].format(dag=datotekst.long(entry.skjedde))
    return Egetavvik(kode, said, krever_grunn)


def after_three_weeks(final: date) -> date:
    """The first day somebody may be without døgnopphold (phvl § 5-3 first paragraph)."""
    return count(F_05, final).dato + timedelta(days=1)


def direction_of(ref: object, entries: Iterable[Oppfoering]) -> str | None:
    """The direction of the decision with an id; None when the decision is not there."""
    for one in entries:
        if one.type == "overfoeringsvedtak" and one.innhold.get("id") == ref:
            return str(one.innhold.get("retning"))
    return None


def in_another_form(entry: Oppfoering, entries: Iterable[Oppfoering]) -> bool:
    """Whether a transfer was carried out in another form than what was decided (phvl § 5-4)."""
    decided = direction_of(entry.innhold.get("ref"), entries)
    wanted = UTEN_DOEGN if decided == "mildere" else DOEGN
    return decided is not None and entry.innhold.get("oppholdsform") != wanted


def _transfer(
    entry: Oppfoering, entries: tuple[Oppfoering, ...], final: date | None
) -> Iterator[Egetavvik]:
    if not in_another_form(entry, entries):
        return
    yield _told(ANNEN_FORM, entry)
    out = entry.innhold.get("oppholdsform") == UTEN_DOEGN
    if out and final is not None and entry.skjedde < after_three_weeks(final):
        yield _told(TRE_UKER, entry)


def _judgment(entry: Oppfoering) -> Iterator[Egetavvik]:
    """What a time-limited sentence may not rest on, recorded because the court decided so; and a
    combination that is most likely a slip of the pen. Before October 2020 the law asked for the
    greater danger also for one less serious offence, so there it is none.
    """
    held = entry.innhold
    kind, danger = held.get("domstype"), held.get(FAREGRAD.navn)
    only_one = held.get(ANTALL_LOVBRUDD.navn) == 1
    if kind == Sakstype.TIDSBESTEMT and only_one:
        yield _told(ETT_LOVBRUDD, entry)
    if kind == Sakstype.TIDSBESTEMT and danger == "naerliggende":
        yield _told(FARE_TIDSBESTEMT, entry)
    odd = danger == "saerlig_naerliggende" and only_one and entry.skjedde >= REFORM_2020
    if kind == Sakstype.TIDSUBESTEMT and odd:
        yield _told(FARE_OG_ANTALL, entry, krever_grunn=False)


def _standing(entries: tuple[Oppfoering, ...]) -> list[Oppfoering]:
    """The judgments that stand: the final ones, or else the newest. One that a higher court has
    set aside is history."""
    judged = [e for e in entries if e.type == "dom_avsagt"]
    named = {e.innhold.get("id") for e in entries if e.type == "dom_rettskraftig"}
    return [e for e in judged if e.innhold.get("id") in named] or judged[-1:]


def found(entries: tuple[Oppfoering, ...], final: date | None) -> Iterator[Egetavvik]:
    """Every deviation in the entries that count. `final` is when the sentence became final."""
    for entry in entries:
        if entry.type == "overfoering_gjennomfoert":
            yield from _transfer(entry, entries, final)
    for judgment in _standing(entries):
        yield from _judgment(judgment)


def as_carried_out(svar: Svar | None, entries: tuple[Oppfoering, ...]) -> Svar | None:
    """The answer of the law without what it found because it was told only what was decided: nobody
    left the institution by a transfer that was carried out with the person staying in it."""
    if svar is None:
        return None
    carried = [e for e in entries if e.type == "overfoering_gjennomfoert"]
    out = {e.innhold.get("ref") for e in carried if e.innhold.get("oppholdsform") == UTEN_DOEGN}
    broken = Varselkode.DOGNOPPHOLD_BRUTT
    kept = tuple(v for v in svar.varsler if v.kode is not broken or v.ref in out)
    return svar._replace(varsler=kept)
