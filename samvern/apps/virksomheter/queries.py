"""Questions to the app. Reference data hold nothing about persons, so no viewer is asked for.

Every question is about a date `on`, and never about «today» by itself. `kjent` asks for the answer
as the register knew it at a moment; without it, as it is known now. Every answer carries the source
of each of its steps. The number of database queries stands in each docstring and is tested.
"""

import uuid
from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime

from samvern.apps.virksomheter import kjede, rader
from samvern.apps.virksomheter.gyldighet import possibly, surely
from samvern.apps.virksomheter.koder import Omfang, Omraadeslag, Slag, Status
from samvern.apps.virksomheter.models import Etterfoelger, Omraade, Virksomhetsversjon
from samvern.apps.virksomheter.soek import matches, sort_key
from samvern.apps.virksomheter.svar import Oppslag, Side, Virksomhetsbilde
from samvern.apps.virksomheter.versjonert import known

UOPPGITT = "99"
"""The last two digits of the number of «city district not stated»."""


def find(kode: str, on: date, *, kjent: datetime | None = None) -> Oppslag:
    """The body with a code, as it was on a date. One query.

    `USIKKER` when the sources do not say that it existed, or which version held, on that date;
    `UKJENT` when the code does not exist or the body surely did not exist then.
    """
    rows = known(Virksomhetsversjon.objects.filter(virksomhet__kode=kode), kjent)
    found = [
        rader.picture(row, on)
        for row in rows.select_related("virksomhet", "overordnet").order_by("gyldig_fra")
        if possibly(row, on)
    ]
    return _one([one for one in found if one.sikker], found)


def by_ids(
    ids: Collection[uuid.UUID], on: date, *, kjent: datetime | None = None
) -> dict[uuid.UUID, Virksomhetsbilde]:
    """The bodies that a page names, as they were on a date. One query for all of them.

    A body outside its time is left out; its `sikker` tells whether the version surely held.
    """
    return rader.pictures(ids, on, kjent)


def successor_at(
    virksomhet: uuid.UUID, on: date, kommunenr: str = "", *, kjent: datetime | None = None
) -> Oppslag:
    """Who has the cases of a body on a date: itself, or who took over (LES_FOERST). Two queries.

    Follows chains. When the tasks were shared out, the answer is `TRENGER_KOMMUNE` with the
    candidates; with `kommunenr` it is the candidate that the municipality belonged to (one or two
    more queries). `kjede` holds the codes gone through.
    """
    rows = list(known(Etterfoelger.objects.all(), kjent))
    reached = _reachable(virksomhet, rows)
    versions = rader.versions(reached, kjent)
    steps = [kjede.Overgang(row.fra_id, row.til_id, Omfang(row.omfang), row) for row in rows]
    end = kjede.follow(virksomhet, on, versions, steps)
    held = [one for key in end.hos if (one := rader.best(versions[key], on))]
    codes = {key: group[0].virksomhet.kode for key, group in versions.items() if group}
    used = [row for row in rows if row.fra_id in end.kjede and row.til_id in {*end.kjede, *end.hos}]
    support = tuple(
        rader.support(row, f"{codes.get(row.fra_id, '')} → {codes.get(row.til_id, '')}")
        for row in used
    )
    path = tuple(codes[key] for key in end.kjede if key in codes)
    if end.status is Status.FUNNET:
        return Oppslag(Status.FUNNET, held[0], (), (*support, held[0].belegg), path)
    shared = end.status is Status.TRENGER_KOMMUNE and kommunenr
    if shared and (chosen := _place(held, kommunenr, on, kjent)):
        return Oppslag(Status.FUNNET, chosen.virksomhet, (), (*support, *chosen.belegg), path)
    return Oppslag(end.status, None, tuple(held), support, path)


def predecessors(
    ids: Collection[uuid.UUID], on: date, *, kjent: datetime | None = None
) -> dict[uuid.UUID, frozenset[uuid.UUID]]:
    """The bodies whose every case each body has inherited by a date, itself not among them.

    One query for all. Follows chains. Only takeovers of everything that surely had happened count:
    when tasks were shared out or a part was moved, it takes a municipality to say who has the case,
    and who asks what somebody may see must not be told too much (LES_FOERST,
    «Organisasjonsendringer»).
    """
    rows = known(Etterfoelger.objects.filter(omfang=Omfang.HELE.value), kjent)
    taken = [(row.fra_id, row.til_id) for row in rows if surely(row, on)]
    return {one: _inherited(one, taken) for one in ids}


def _inherited(
    virksomhet: uuid.UUID, taken: Sequence[tuple[uuid.UUID, uuid.UUID]]
) -> frozenset[uuid.UUID]:
    found: set[uuid.UUID] = set()
    waiting = [virksomhet]
    while waiting:
        here = waiting.pop()
        new = {fra for fra, til in taken if til == here} - found - {virksomhet}
        found |= new
        waiting.extend(new)
    return frozenset(found)


def politidistrikt_for(kommunenr: str, on: date, *, kjent: datetime | None = None) -> Oppslag:
    """The police district of a municipality on a date. Two queries."""
    return _area(Omraadeslag.POLITIDISTRIKT, kommunenr, "", on, kjent)


def tingrett_for(kommunenr: str, on: date, *, kjent: datetime | None = None) -> Oppslag:
    """The district court of a municipality on a date. Two queries."""
    return _area(Omraadeslag.TINGRETT, kommunenr, "", on, kjent)


def statsforvalter_for(kommunenr: str, on: date, *, kjent: datetime | None = None) -> Oppslag:
    """The state administrator of a municipality on a date. Two queries."""
    return _area(Omraadeslag.STATSFORVALTER, kommunenr, "", on, kjent)


def hf_for(
    kommunenr: str, bydel: str | None = None, *, on: date, kjent: datetime | None = None
) -> Oppslag:
    """The trust or hospital whose catchment for adults a municipality is. Two queries.

    `FUNNET`; `TRENGER_BYDEL` when the municipality is shared and `bydel` (six digits) is missing
    or is «not stated»; `UKJENT` for a number that does not exist. In a municipality that is not
    shared, `bydel` is only checked to belong to it.
    """
    return _area(Omraadeslag.HELSEFORETAK, kommunenr, bydel or "", on, kjent)


def rhf_for(
    kommunenr: str, bydel: str | None = None, *, on: date, kjent: datetime | None = None
) -> Oppslag:
    """The regional trust of a municipality. Three queries.

    A shared municipality has an answer without `bydel` when every trust there has the same RHF.
    """
    return _above(hf_for(kommunenr, bydel, on=on, kjent=kjent), on, kjent)


def embete_for_kommune(kommunenr: str, on: date, *, kjent: datetime | None = None) -> Oppslag:
    """The regional prosecution office of a municipality's police district. Three queries.

    Ten offices until 31 December 2025, four after (LES_FOERST, «Organisasjonsendringer»).
    """
    return _above(politidistrikt_for(kommunenr, on, kjent=kjent), on, kjent)


def embete_for_politidistrikt(kode: str, on: date, *, kjent: datetime | None = None) -> Oppslag:
    """The regional prosecution office of a police district. Two queries."""
    return _above(find(kode, on, kjent=kjent), on, kjent)


def search(
    tekst: str,
    slag: Slag | None = None,
    *,
    on: date,
    page: int = 1,
    size: int = 25,
    kjent: datetime | None = None,
) -> Side[Virksomhetsbilde]:
    """Bodies of a date by name, code, place or organisation number, in Norwegian order. One query.

    Every word must be found; no words gives all. `page` counts from 1; one outside the list gives
    the nearest page. Upper and lower case are alike, also for æ, ø and å.
    """
    rows = known(Virksomhetsversjon.objects.all(), kjent)
    if slag is not None:
        rows = rows.filter(virksomhet__slag=slag.value)
    groups: dict[uuid.UUID, list[Virksomhetsversjon]] = {}
    for row in rows.select_related("virksomhet", "overordnet").order_by("gyldig_fra"):
        groups.setdefault(row.virksomhet_id, []).append(row)
    found = [one for group in groups.values() if (one := rader.best(group, on))]
    query = tekst.replace("\u00a0", " ")
    digits = "".join(query.split())
    hits = [
        one
        for one in found
        if matches(query, one.navn.nb, one.navn.nn, one.kode, one.sted)
        or (digits and digits == one.orgnr)
    ]
    hits.sort(key=lambda one: (sort_key(one.navn.nb), one.kode))
    return page_of(hits, page, size)


def page_of[T](rows: Sequence[T], page: int, size: int) -> Side[T]:
    """One page of a list. Raises ValueError for a size below 1."""
    if size < 1:
        raise ValueError("Sidestørrelsen må være minst 1.")
    last = max(1, -(-len(rows) // size))
    here = min(max(1, page), last)
    return Side(tuple(rows[(here - 1) * size : here * size]), len(rows), here, last)


def _one(sure: Sequence[Virksomhetsbilde], maybe: Sequence[Virksomhetsbilde]) -> Oppslag:
    if len(sure) == 1:
        return Oppslag(Status.FUNNET, sure[0], (), (sure[0].belegg,))
    status = Status.USIKKER if maybe else Status.UKJENT
    return Oppslag(status, None, tuple(maybe), tuple(one.belegg for one in maybe))


def _area(
    slag: Omraadeslag, kommunenr: str, bydel: str, on: date, kjent: datetime | None
) -> Oppslag:
    """The body that a place belongs to, from the rows of the municipality and its districts."""
    stated = bydel if bydel and not bydel.endswith(UOPPGITT) else ""
    if bydel and bydel[:4] != kommunenr:
        return Oppslag(Status.UKJENT)
    rows = known(Omraade.objects.filter(kommunenr=kommunenr, slag=slag.value), kjent)
    found = [row for row in rows.order_by("bydelnr", "gyldig_fra") if possibly(row, on)]
    if any(row.bydelnr for row in found):
        if not stated:
            return _shared(found, on, kjent)
        found = [row for row in found if row.bydelnr == stated]
    bodies = rader.pictures({row.virksomhet_id for row in found}, on, kjent)
    steps = tuple(rader.support(row, f"{row.bydelnr or kommunenr} {slag.value}") for row in found)
    sure = [row for row in found if surely(row, on)]
    maybe = tuple(
        bodies[key] for key in dict.fromkeys(r.virksomhet_id for r in found) if key in bodies
    )
    if len(sure) == 1 and len(maybe) == 1:
        return Oppslag(Status.FUNNET, maybe[0], (), (*steps, maybe[0].belegg))
    return Oppslag(Status.USIKKER if found else Status.UKJENT, None, maybe, steps)


def _shared(found: Sequence[Omraade], on: date, kjent: datetime | None) -> Oppslag:
    bodies = rader.pictures({row.virksomhet_id for row in found}, on, kjent)
    names = sorted(bodies.values(), key=lambda one: sort_key(one.navn.nb))
    steps = {one.kilde: rader.support(one, f"{one.kommunenr} {one.slag}") for one in found}
    return Oppslag(Status.TRENGER_BYDEL, None, tuple(names), tuple(steps.values()))


def _above(below: Oppslag, on: date, kjent: datetime | None) -> Oppslag:
    """The body above the answer, or above every candidate when they share it."""
    bodies = (below.virksomhet,) if below.virksomhet else below.kandidater
    above = {one.overordnet_id for one in bodies}
    if below.status is Status.UKJENT or len(above) != 1 or None in above:
        status = Status.UKJENT if below.status is Status.FUNNET else below.status
        return Oppslag(status, None, (), below.belegg)
    key = above.pop()
    found = rader.pictures([key] if key else [], on, kjent)
    top = next(iter(found.values()), None)
    if top is None:
        return Oppslag(Status.UKJENT, None, (), below.belegg)
    certain = (
        top.sikker and all(one.sikker for one in bodies) and below.status is not Status.USIKKER
    )
    support = (*below.belegg, top.belegg)
    if not certain:
        return Oppslag(Status.USIKKER, None, (top,), support)
    return Oppslag(Status.FUNNET, top, (), support)


def _reachable(start: uuid.UUID, rows: Sequence[Etterfoelger]) -> set[uuid.UUID]:
    found, waiting = {start}, [start]
    while waiting:
        here = waiting.pop()
        new = {row.til_id for row in rows if row.fra_id == here} - found
        found |= new
        waiting.extend(new)
    return found


AREA_OF: dict[Slag, Callable[..., Oppslag]] = {
    Slag.TINGRETT: tingrett_for,
    Slag.POLITIDISTRIKT: politidistrikt_for,
    Slag.STATSADVOKATEMBETE: embete_for_kommune,
    Slag.STATSFORVALTER: statsforvalter_for,
}


def _place(
    held: Sequence[Virksomhetsbilde], kommunenr: str, on: date, kjent: datetime | None
) -> Oppslag | None:
    ask = AREA_OF.get(held[0].slag) if held else None
    answer = ask(kommunenr, on, kjent=kjent) if ask else None
    if answer and answer.virksomhet and answer.virksomhet.id in {one.id for one in held}:
        return answer
    return None
