"""Building one version of a provision from its id: citation, short title and address.

The id is the only place where section, ledd, punktum and bokstav are written, so a citation can
never disagree with the id it stands for.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache

from samvern.law.source import Kilde, Ordlyd
from samvern.law.sources.acts import AKTER, Akt
from samvern.law.text import Text

NBSP = "\u00a0"
"""Keeps «§» and its number, and an ordinal and «ledd», on one line."""

_FELLES = ("tredje", "fjerde", "femte", "sjette")
_ORDINAL_NB = ("første", "annet", *_FELLES, "sjuende", "åttende", "niende", "tiende")
_ORDINAL_NN = ("første", "andre", *_FELLES, "sjuande", "åttande", "niande", "tiande")
_SECTION = re.compile(r"(?P<kapittel>\d+[a-z]?-)?(?P<tall>\d+)(?P<bokstav>[a-z]?)")


def provision(
    kilde_id: str,
    gjelder: Text,
    *,
    fra: date | None,
    til: date | None = None,
    ordlyd: Ordlyd = Ordlyd.LEST,
    endret_ved: str | None = None,
    merknad: Text | None = None,
) -> Kilde:
    """Make one version of an act's or a regulation's provision; the id gives the citation.

    `fra` and `til` are the first and last day in force (see `Kilde`). Raises KeyError for an
    unknown act and ValueError for an id that does not follow
    ``akt/paragraf[/ledd][/pN][/bokstav]``.
    """
    akt, navn, kort, lenke = _citation(kilde_id)
    return Kilde(
        id=kilde_id,
        navn=navn,
        kort=kort,
        gjelder=gjelder,
        slag=akt.slag,
        ordlyd=ordlyd,
        fra=fra,
        til=til,
        lenke=lenke,
        endret_ved=endret_ved,
        merknad=merknad,
    )


def unread(
    kilde_id: str,
    emne: Text,
    starts: Iterable[tuple[date | None, str | None]],
    *,
    til: date,
    merknad: Text | None = None,
) -> tuple[Kilde, ...]:
    """Make the older versions of a provision whose wording we have not read (LF-K18).

    `emne` names the subject in lower case. `starts` gives, in order, the first day and the
    amending act of each version; each lasts until the day before the next, the last until `til`.
    """
    begin = tuple(starts)
    ends = [start - timedelta(days=1) for start, _ in begin[1:] if start is not None] + [til]
    gjelder = Text(
        f"Eldre utgave av regelen om {emne.nb}; ordlyden er ikke lest.",
        f"Eldre utgåve av regelen om {emne.nn}; ordlyden er ikkje lesen.",
    )
    return tuple(
        provision(
            kilde_id,
            gjelder,
            fra=start,
            til=end,
            ordlyd=Ordlyd.ELDRE_IKKE_LEST,
            endret_ved=endret_ved,
            merknad=merknad,
        )
        for (start, endret_ved), end in zip(begin, ends, strict=True)
    )


@cache
def _citation(kilde_id: str) -> tuple[Akt, Text, str, str | None]:
    """The act, short title, shortest citation and address an id stands for."""
    kode, paragraf, *deler = kilde_id.split("/")
    akt = AKTER[kode]
    nb, nn = _place(paragraf, deler, _ORDINAL_NB), _place(paragraf, deler, _ORDINAL_NN)
    navn = Text(f"{akt.navn.nb} {nb}", f"{akt.navn.nn} {nn}")
    return akt, navn, f"{akt.kort} {nb}", _link(akt, paragraf)


def _section(paragraf: str) -> tuple[str, str, str]:
    """Split ``5-6c`` in chapter «5-», number «6» and letter «c»; ``4a-3`` gets the capital A."""
    match = _SECTION.fullmatch(paragraf)
    if match is None:
        raise ValueError(f"not a section: {paragraf!r}")
    return (match["kapittel"] or "").upper(), match["tall"], match["bokstav"]


def _place(paragraf: str, deler: list[str], ordinal: tuple[str, ...]) -> str:
    if paragraf == "del-v":
        words = [f"del{NBSP}V"]
    else:
        kapittel, tall, bokstav = _section(paragraf)
        words = [f"§{NBSP}{kapittel}{tall}" + (f"{NBSP}{bokstav}" if bokstav else "")]
    return " ".join(words + [_part(del_, ordinal) for del_ in deler])


def _part(del_: str, ordinal: tuple[str, ...]) -> str:
    if del_.isdecimal():
        return f"{ordinal[int(del_) - 1]}{NBSP}ledd"
    if re.fullmatch(r"\d-\d", del_):
        first, last = (ordinal[int(tall) - 1] for tall in del_.split("-"))
        return f"{first} til {last}{NBSP}ledd"
    if re.fullmatch(r"p\d", del_):
        return f"{ordinal[int(del_[1:]) - 1]}{NBSP}punktum"
    if re.fullmatch(r"nr\d", del_):
        return f"nr.{NBSP}{del_[2:]}"
    if re.fullmatch(r"[a-z]", del_):
        return f"bokstav{NBSP}{del_}"
    raise ValueError(f"not a part of a provision: {del_!r}")


def _link(akt: Akt, paragraf: str) -> str | None:
    if akt.lenke is None:
        return None
    return f"{akt.lenke}/§{''.join(_section(paragraf))}"
