"""Deviations that the register sees by itself, beside the findings of the law library. Pure.

What has happened is recorded as it happened, and the case says what was not as decided or not as
the law has it (principle P1). Not in `samvern.law`: nothing here is about a date.
"""

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from samvern.apps.saker.egne_felt import ANTALL_LOVBRUDD, FAREGRAD
from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.plassering import DOEGN, UTEN_DOEGN
from samvern.law import datotekst
from samvern.law.event import Sakstype
from samvern.law.text import Text

_ANNEN_FORM: Final = Text(
    "Overføringen {dag} ble gjennomført i en annen form enn vedtaket sier (phvl § 5-4).",
    "Overføringa {dag} vart gjennomført i ei anna form enn vedtaket seier (phvl § 5-4).",
)
_ETT_LOVBRUDD: Final = Text(
    "Dommen {dag} på tidsbestemt reaksjon gjelder ett lovbrudd. Loven krever gjentatte "
    "(strl § 62).",
    "Dommen {dag} på tidsbestemt reaksjon gjeld eitt lovbrot. Lova krev gjentekne (strl § 62).",
)
_FARE_TIDSBESTEMT: Final = Text(
    "Dommen {dag} på tidsbestemt reaksjon bygger på nærliggende fare. Loven krever særlig "
    "nærliggende (strl § 62).",
    "Dommen {dag} på tidsbestemt reaksjon byggjer på nærliggjande fare. Lova krev særleg "
    "nærliggjande (strl § 62).",
)
_FARE_OG_ANTALL: Final = Text(
    "Dommen {dag} er registrert med særlig nærliggende fare og ett lovbrudd. Det kravet gjelder "
    "flere mindre alvorlige lovbrudd. Kontroller registreringen mot dommen.",
    "Dommen {dag} er registrert med særleg nærliggjande fare og eitt lovbrot. Det kravet gjeld "
    "fleire mindre alvorlege lovbrot. Kontroller registreringa mot dommen.",
)


class Egetavvik(NamedTuple):
    """One deviation: its code, the number of the entry, the words, and whether whoever records the
    entry must say why. One without is for quality control only (N-7.5)."""

    kode: str
    nr: int
    tekst: Text
    krever_grunn: bool


def _told(kode: str, entry: Oppfoering, words: Text, *, krever_grunn: bool = True) -> Egetavvik:
    day = datotekst.long(entry.skjedde)
    said = Text(words.nb.format(dag=day), words.nn.format(dag=day))
    return Egetavvik(kode, entry.nr, said, krever_grunn)


def decided_form(entry: Oppfoering, entries: Iterable[Oppfoering]) -> str | None:
    """The form of stay that the decision behind a transfer gives; None when it is not known."""
    ref = entry.innhold.get("ref")
    for one in entries:
        if one.type == "overfoeringsvedtak" and one.innhold.get("id") == ref:
            return UTEN_DOEGN if one.innhold.get("retning") == "mildere" else DOEGN
    return None


def in_another_form(entry: Oppfoering, entries: Iterable[Oppfoering]) -> bool:
    """Whether a transfer was carried out in another form than what was decided (phvl § 5-4)."""
    decided = decided_form(entry, entries)
    return decided is not None and entry.innhold.get("oppholdsform") != decided


def _judgment(entry: Oppfoering) -> Iterator[Egetavvik]:
    """What a time-limited sentence may not rest on, recorded because the court decided so; and a
    combination that is most likely a slip of the pen."""
    held = entry.innhold
    kind, danger = held.get("domstype"), held.get(FAREGRAD.navn)
    only_one = held.get(ANTALL_LOVBRUDD.navn) == 1
    if kind == Sakstype.TIDSBESTEMT and only_one:
        yield _told("ETT_LOVBRUDD", entry, _ETT_LOVBRUDD)
    if kind == Sakstype.TIDSBESTEMT and danger == "naerliggende":
        yield _told("FARE_TIDSBESTEMT", entry, _FARE_TIDSBESTEMT)
    if kind == Sakstype.TIDSUBESTEMT and danger == "saerlig_naerliggende" and only_one:
        yield _told("FARE_OG_ANTALL", entry, _FARE_OG_ANTALL, krever_grunn=False)


def found(entries: tuple[Oppfoering, ...]) -> Iterator[Egetavvik]:
    """Every deviation in the entries that count, in their order."""
    for entry in entries:
        if entry.type == "overfoering_gjennomfoert" and in_another_form(entry, entries):
            yield _told("ANNEN_FORM", entry, _ANNEN_FORM)
        if entry.type == "dom_avsagt":
            yield from _judgment(entry)
