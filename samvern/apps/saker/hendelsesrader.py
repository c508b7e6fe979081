"""The entries of a log as rows that people read: words for every field, and what replaced what."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from samvern.apps.noekler.public import Keys
from samvern.apps.saker.bilder import Hendelsesfelt, Hendelsesrad, Hvem
from samvern.apps.saker.felt import Feltslag, Saksfelt
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.koder import KILDENAVN, Kilde
from samvern.apps.saker.models import Hendelse
from samvern.apps.saker.navn import Navn
from samvern.apps.saker.state import Tilstand
from samvern.law import datotekst
from samvern.law.event_texts import kodetekst
from samvern.law.text import Text

_FIELDS = [felt for art in SAKSARTER.values() for felt in art.felt]
BRUKERFELT: Final = frozenset(f.navn for f in _FIELDS if f.slag is Feltslag.BRUKER)
_YES, _NO = Text("Ja", "Ja"), Text("Nei", "Nei")


def _same(words: str) -> Text:
    return Text(words, words)


def _who(hvem: Hvem | None) -> Text:
    return (
        Text("–", "–") if hvem is None else Text(hvem.navn or "–", hvem.navn_nn or hvem.navn or "–")
    )


def _code(felt: Saksfelt, value: str, row: Hendelse, known: Navn) -> Text:
    if felt.kodeverk:
        return known.kode(value, row.skjedde)
    if value in felt.koder and felt.kodenavn:
        return felt.kodenavn[felt.koder.index(value)]
    return kodetekst(value)


def _joined(parts: Iterable[Text]) -> Text:
    every = list(parts)
    return Text(", ".join(p.nb for p in every), ", ".join(p.nn for p in every))


def words(
    felt: Saksfelt, value: Any, row: Hendelse, known: Navn, named: Mapping[str, Text]
) -> Text:
    """One value of a field in words."""
    if felt.slag is Feltslag.VIRKSOMHET:
        return _who(known.organ(value))
    if felt.slag is Feltslag.ENHET:
        return _who(known.enhet(value))
    if felt.slag is Feltslag.BRUKER:
        return _who(known.bruker(value))
    if felt.slag is Feltslag.JA_NEI:
        return _YES if value else _NO
    if felt.slag is Feltslag.KODE:
        return _code(felt, value, row, known)
    if felt.slag is Feltslag.KODELISTE:
        return _joined(_code(felt, one, row, known) for one in value)
    if felt.slag is Feltslag.DATO:
        return _same(datotekst.short(date.fromisoformat(value)))
    if felt.slag in (Feltslag.REF, Feltslag.ID):
        return named.get(str(value), _same(str(value)))
    return _same(str(value).replace(":", ".") if felt.slag is Feltslag.KLOKKESLETT else str(value))


def names_of_events(rows: Iterable[Hendelse]) -> dict[str, Text]:
    """What a reference in the case points at, in words with the day."""
    found: dict[str, Text] = {}
    for row in rows:
        name, day = SAKSARTER[row.type].navn, datotekst.short(row.skjedde)
        text = Text(f"{name.nb} {day}", f"{name.nn} {day}")
        found.setdefault(str(row.innhold.get("id") or f"h{row.nr}"), text)
    return found


def rows(
    found: Sequence[Hendelse], state: Tilstand, known: Navn, keys: Keys
) -> tuple[Hendelsesrad, ...]:
    """The rows, newest happening first; entries that no longer count stand among them, marked."""
    counting = {entry.nr for entry in state.hendelser}
    replaced = {row.erstatter: row.nr for row in found if row.erstatter is not None}
    named = names_of_events(found)
    every = [
        _row(row, row.nr in counting, replaced.get(row.nr), known, named, keys) for row in found
    ]
    return tuple(sorted(every, key=lambda one: (one.skjedde, one.nr), reverse=True))


def _row(
    row: Hendelse,
    counts: bool,
    replaced_by: int | None,
    known: Navn,
    named: Mapping[str, Text],
    keys: Keys,
) -> Hendelsesrad:
    art = SAKSARTER[row.type]
    shown = tuple(
        Hendelsesfelt(
            felt.navn, felt.etikett, words(felt, row.innhold[felt.navn], row, known, named)
        )
        for felt in art.felt
        if felt.navn in row.innhold and felt.slag is not Feltslag.ID
    )
    body = known.organ(row.aktoer_virksomhet)
    who = known.bruker(row.aktoer, body.navn if body else "")
    note, ref = (keys.open(row, name) for name in ("merknad", "kilde_ref"))
    return Hendelsesrad(
        nr=row.nr,
        type=row.type,
        navn=art.navn,
        skjedde=row.skjedde,
        registrert=row.registrert,
        aktoer=who or Hvem(None, ""),
        aktoer_rolle=row.aktoer_rolle,
        kilde=KILDENAVN[Kilde(row.kilde)],
        kilde_ref=None if ref is None else str(ref),
        merknad=None if note is None else str(note),
        felt=shown,
        virkning=row.virkning,
        erstatter=row.erstatter,
        erstattet_av=replaced_by,
        gjelder=counts,
        kan_rettes=counts,
        innhold=art.innhold,
        raa=dict(row.innhold) | {"kilde": row.kilde},
    )
