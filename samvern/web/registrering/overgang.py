"""From what stands to what will stand: the card on top of the preview."""

from collections.abc import Sequence
from dataclasses import dataclass

from samvern.law import datotekst
from samvern.law.text import Text
from samvern.web.fristberegner.felter import Skjemafelt
from samvern.web.registrering.felter import HVORFOR, Oppslag, build, day_of
from samvern.web.registrering.oppdrag import Oppdrag

NOTHING = Text("Ikke oppgitt", "Ikkje oppgitt")
_NOT_LISTED = frozenset({"skjedde", "kilde", "kilde_ref", HVORFOR})


@dataclass(frozen=True, slots=True)
class Opplysning:
    """One field in words; `foer` is set where a correction changes it."""

    etikett: Text
    verdi: Text
    foer: Text | None = None


@dataclass(frozen=True, slots=True)
class Overgang:
    """The entry as it stands (None: a new one) and as it will stand (None: struck out)."""

    navn: Text
    fra: Text | None
    til: Text | None
    kilde: Text | None
    """«Dom, påtegning på side 14»."""
    felter: tuple[Opplysning, ...]


def in_words(felt: Skjemafelt) -> Text:
    """What is chosen or typed in a field, in words."""
    if not felt.verdi:
        return NOTHING
    if felt.lest is not None and felt.slag != "nummer":
        return felt.lest
    chosen = [v.tekst for v in felt.valg if v.verdi in felt.verdier]
    if chosen:
        return Text(", ".join(t.nb for t in chosen), ", ".join(t.nn for t in chosen))
    return Text(felt.verdi, felt.verdi)


def _full(typed: str) -> Text:
    day = day_of({"d": [typed]}, "d")
    if day is None:
        return Text(typed, typed)
    return Text(datotekst.full(day, "nb"), datotekst.full(day, "nn"))


def _source(fields: Sequence[Skjemafelt]) -> Text | None:
    given = [in_words(f) for f in fields if f.navn in ("kilde", "kilde_ref") and f.verdi]
    if not given:
        return None
    return Text(", ".join(t.nb for t in given), ", ".join(t.nn for t in given))


def transition(oppdrag: Oppdrag, fields: Sequence[Skjemafelt], looked_up: Oppslag) -> Overgang:
    """What the preview says on top: for a correction, what is changed and from what."""
    old = oppdrag.gammel
    name = oppdrag.art.navn
    if oppdrag.modus == "feilfoer" and old is not None:
        day = Text(datotekst.full(old.skjedde, "nb"), datotekst.full(old.skjedde, "nn"))
        return Overgang(name, day, None, None, ())
    shown = [f for f in fields if f.navn not in _NOT_LISTED]
    new = next((_full(f.verdi) for f in fields if f.navn == "skjedde"), None)
    if old is None:
        given = tuple(Opplysning(f.etikett, in_words(f)) for f in shown if f.verdi)
        return Overgang(name, None, new, _source(fields), given)
    kode = oppdrag.art.kode
    drawn = build(kode, oppdrag.felter, oppdrag.utgangspunkt, {}, looked_up)
    before = {f.navn: in_words(f) for f in drawn if f.verdi}
    changed = tuple(
        Opplysning(f.etikett, in_words(f), before.get(f.navn))
        for f in shown
        if in_words(f) != before.get(f.navn, NOTHING)
    )
    day = Text(datotekst.full(old.skjedde, "nb"), datotekst.full(old.skjedde, "nn"))
    return Overgang(name, day, new, _source(fields), changed)
