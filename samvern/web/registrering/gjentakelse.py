"""What looks like the same thing entered twice: told before saving, and never refused.

A report may be sent again, corrected; more often somebody else has entered it already.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from samvern.apps.saker.public import Hendelsesrad, Saksbilde
from samvern.law import datotekst
from samvern.law.text import Text
from samvern.web.fristberegner.felter import Typed
from samvern.web.registrering.felter import SKJEDDE, day_of

ONCE: Final[Mapping[str, tuple[str, ...]]] = {
    "statusrapport_sendt": ("n",),
    "helseopplysningsskjema_sendt": (),
}
"""Event types that happen once after each judgment, with the fields that tell them apart."""
_SAID: Final = Text(
    "«{hva}» er registrert før, {dag}, som hendelse {nr}.",
    "«{hva}» er registrert før, {dag}, som hending {nr}.",
)


class Gjentatt(NamedTuple):
    """An entry that says the same, and whether the viewer may correct it instead."""

    tekst: Text
    nr: int
    kan_rettes: bool


def _since(entries: Sequence[Hendelsesrad], day: date) -> date | None:
    """The judgment that governs on a day: with a new one the years are counted anew."""
    final = [e.skjedde for e in entries if e.type == "dom_rettskraftig" and e.gjelder]
    return max((one for one in final if one <= day), default=None)


def repeated(bilde: Saksbilde, kode: str, typed: Typed) -> Gjentatt | None:
    """The entry the new one repeats, newest first; None when there is none."""
    day = day_of(typed, SKJEDDE.navn)
    if kode not in ONCE or day is None:
        return None
    entries = bilde.hendelser
    for entry in sorted(entries, key=lambda one: one.nr, reverse=True):
        same = entry.type == kode and entry.gjelder
        if (
            same
            and _alike(entry, kode, typed)
            and _since(entries, entry.skjedde) == _since(entries, day)
        ):
            return Gjentatt(_words(entry, typed), entry.nr, entry.kan_rettes)
    return None


def _alike(entry: Hendelsesrad, kode: str, typed: Typed) -> bool:
    return all(str(entry.raa.get(name, "")) == (typed.get(name) or [""])[0] for name in ONCE[kode])


def _words(entry: Hendelsesrad, typed: Typed) -> Text:
    year = (typed.get("n") or [""])[0]
    nb, nn = (f"{name}, år {year}" if year else name for name in (entry.navn.nb, entry.navn.nn))
    day = datotekst.short(entry.skjedde)
    return Text(
        _SAID.nb.format(hva=nb, dag=day, nr=entry.nr),
        _SAID.nn.format(hva=nn, dag=day, nr=entry.nr),
    )
