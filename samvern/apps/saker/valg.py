"""What can be chosen in a field: codes, bodies, units, users, and earlier events of the case."""

from collections.abc import Sequence
from datetime import date
from typing import Final
from uuid import UUID

from samvern.apps.brukere import public as brukere
from samvern.apps.saker import foering, masker
from samvern.apps.saker.events import Oppfoering, current, roots
from samvern.apps.saker.felt import Feltslag, Saksfelt
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.innhold import ROLES, code_list, units_of
from samvern.apps.saker.plassering import stays
from samvern.apps.virksomheter import public as virksomheter
from samvern.engine import clock
from samvern.engine.viewer import Viewer
from samvern.law import datotekst
from samvern.law.event_texts import kodetekst
from samvern.law.text import Text

type Valg = tuple[tuple[str, Text], ...]

MOST: Final = 500
"""Bodies of one kind are never more."""


def _codes(felt: Saksfelt, day: date) -> Valg:
    if felt.kodeverk:
        return tuple(code_list(felt.kodeverk, day).items())
    names = felt.kodenavn or tuple(kodetekst(kode) for kode in felt.koder)
    return tuple(zip(felt.koder, names, strict=True))


def _bodies(felt: Saksfelt, day: date) -> Valg:
    found: list[tuple[str, Text]] = []
    for kind in felt.virksomhetsslag:
        page = virksomheter.search("", virksomheter.Slag(kind), on=day, size=MOST)
        found += [(str(one.id), one.navn) for one in page.rader]
    return tuple(found)


def _units(log: Sequence[Oppfoering], day: date, institusjon: str) -> Valg:
    """The units where the person is, which need not be with the institution responsible (N-9.7);
    before any stay, those of the institution that was named last."""
    entries = current(log)
    held = [e.innhold["institusjon"] for e in entries if e.innhold.get("institusjon")]
    held += [one.institusjon for one in stays(entries)[-1:] if one.institusjon]
    body = institusjon or (held[-1] if held else "")
    return tuple(units_of(body, day).items()) if body else ()


def _users(felt: Saksfelt, day: date) -> Valg:
    found: dict[str, Text] = {}
    for role in ROLES[felt.navn]:
        for one in brukere.with_role(role, day):
            body = one.virksomhetsnavn
            found[str(one.bruker)] = Text(f"{one.navn}, {body.nb}", f"{one.navn}, {body.nn}")
    return tuple(sorted(found.items(), key=lambda pair: pair[1].nb))


def _events(felt: Saksfelt, log: Sequence[Oppfoering], lest: Sequence[Oppfoering]) -> Valg:
    first, shown = roots(log), {entry.nr for entry in lest}
    found: dict[str, Text] = {}
    for entry in reversed(current(log)):
        fits = not felt.peker_paa or entry.type in felt.peker_paa
        if felt.slag is Feltslag.ID:
            fits = entry.type == "dom_avsagt"
        elif felt.i_loven:
            # The rules know an event by its id, and a complaint over a decision has none.
            fits = fits and "id" in entry.innhold
        if fits and entry.nr in shown:
            key = str(entry.innhold.get("id") or f"h{first[entry.nr]}")
            name, day = SAKSARTER[entry.type].navn, datotekst.short(entry.skjedde)
            found.setdefault(key, Text(f"{name.nb} {day}", f"{name.nn} {day}"))
    return tuple(found.items())


def valg_for(
    viewer: Viewer,
    sak: UUID | None,
    felt: Saksfelt,
    *,
    dag: date | None = None,
    institusjon: str = "",
) -> Valg:
    """What can be chosen in a field on a day (today): value and words, in the order to show them.

    `institusjon` narrows the units; without it they are those of where the person is. Within
    `lesing.reading` when it is about a case. Raises FinnesIkke. Empty for what is typed freely.
    """
    day = dag or clock.today()
    if felt.slag in (Feltslag.KODE, Feltslag.KODELISTE):
        return _codes(felt, day)
    if felt.slag is Feltslag.VIRKSOMHET:
        return _bodies(felt, day)
    if felt.slag is Feltslag.BRUKER:
        return _users(felt, day)
    if felt.slag not in (Feltslag.ENHET, Feltslag.REF, Feltslag.ID):
        return ()
    log: tuple[Oppfoering, ...] = ()
    lest: tuple[Oppfoering, ...] = ()
    if sak is not None:
        funnet = foering.find(viewer, sak, lock=False)
        log, lest = funnet.log, masker.leselige(funnet.blikk, funnet.log)
    if felt.slag is Feltslag.ENHET:
        return _units(log, day, institusjon)
    return _events(felt, log, lest)
