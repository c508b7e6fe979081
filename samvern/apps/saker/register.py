"""The register: the cases a viewer sees, searched, filtered, sorted and paged (N-0.6)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from samvern.apps.personer import public as personer
from samvern.apps.saker import access, innsyn, masker, navn, projection, rader
from samvern.apps.saker.bilder import Registerside, Saksrad
from samvern.apps.saker.koder import Saksstatus
from samvern.apps.saker.models import Sak, Saksoppgave, Saksstand
from samvern.apps.saker.navn import Navn
from samvern.engine import clock
from samvern.engine.viewer import Viewer

SORTERING: Final[dict[str, str]] = {
    "saksnr": "saksnr",
    "status": "stand__status",
    "domstype": "stand__domstype",
    "neste_frist": "frist",
    "siste_hendelse": "stand__siste_hendelse",
    "styrende_dom": "stand__styrende_dom",
}
STOERRELSER: Final = (25, 50, 100)


@dataclass(frozen=True, slots=True)
class Utvalg:
    """Which cases, in what order. `sorter` is a key of SORTERING, with `-` before it for the
    opposite order."""

    sok: str = ""
    """The start of a case number."""
    domstype: str = ""
    status: str = ""
    institusjon: UUID | None = None
    """The institution that is responsible, or where the person stays."""
    rhf: UUID | None = None
    frist_innen: date | None = None
    avsluttet: bool = False
    """Whether ended cases are shown too."""
    mine: bool = False
    sorter: str = "saksnr"


def _next(blikk: access.Blikk) -> Subquery:
    tasks = Saksoppgave.objects.filter(
        masker.synlige_oppgaver(blikk), sak=OuterRef("pk"), dato__isnull=False
    )
    return Subquery(tasks.order_by("dato").values("dato")[:1])


def _mine(viewer: Viewer) -> Q:
    me = viewer.bruker
    return Q(stand__saksbehandler=me) | Q(stand__faglig_ansvarlig=me)


def chosen(viewer: Viewer, utvalg: Utvalg) -> QuerySet[Sak]:
    """The cases that fit, behind the row filter. Fields the viewer does not see do not filter.

    `frist` is the nearest day in the viewer's own tasks, which is all that may be told.
    """
    blikk = access.rolleblikk(viewer.rolle)
    seen = masker.soekbare_felt(blikk)
    found = rader.synlige(viewer, clock.today()).annotate(frist=_next(blikk))
    if utvalg.sok:
        found = found.filter(saksnr__istartswith=utvalg.sok.strip())
    wanted = {
        "domstype": utvalg.domstype,
        "status": utvalg.status,
        "rhf": utvalg.rhf,
    }
    for name, value in wanted.items():
        if value and name in seen:
            found = found.filter(**{f"stand__{name}": value})
    if utvalg.institusjon and {"institusjon", "oppholdssted"} <= seen:
        here = Q(stand__institusjon=utvalg.institusjon) | Q(stand__oppholdssted=utvalg.institusjon)
        found = found.filter(here)
    if utvalg.frist_innen:
        found = found.filter(frist__lte=utvalg.frist_innen)
    if not utvalg.avsluttet and not utvalg.status:
        found = found.filter(stand__avsluttet=False)
    return found.filter(_mine(viewer)) if utvalg.mine else found


def _ordered(found: QuerySet[Sak], sorter: str, seen: frozenset[str]) -> QuerySet[Sak]:
    name = sorter.removeprefix("-")
    if name not in SORTERING or name not in seen:
        return found.order_by("saksnr")
    if name == "saksnr":
        return found.order_by(sorter)
    column = F(SORTERING[name])
    way = column.desc(nulls_last=True) if sorter.startswith("-") else column.asc(nulls_last=True)
    return found.order_by(way, "saksnr")


def register(viewer: Viewer, utvalg: Utvalg, side: int = 1, per_side: int = 50) -> Registerside:
    """One page of the register. Within `lesing.reading`. A page beyond the last is the last."""
    projection.refresh_once(clock.today())
    found = chosen(viewer, utvalg)
    total = found.count()
    size = per_side if per_side in STOERRELSER else 50
    last = max(1, -(-total // size))
    page = min(max(side, 1), last)
    seen = masker.soekbare_felt(access.rolleblikk(viewer.rolle)) | {"neste_frist"}
    # Sorted by the keys alone, then fetched whole.
    wanted = _ordered(found, utvalg.sorter, seen).values("pk")[(page - 1) * size : page * size]
    whole = Sak.objects.filter(pk__in=wanted).annotate(frist=_next(access.rolleblikk(viewer.rolle)))
    rows = _ordered(whole, utvalg.sorter, seen).select_related("stand")
    return Registerside(rows_of(viewer, list(rows)), total, page, size)


def alle(viewer: Viewer, utvalg: Utvalg, hoeyst: int) -> tuple[Saksrad, ...]:
    """Every case that fits, at most `hoeyst`, for an export. Within `lesing.reading`."""
    projection.refresh_once(clock.today())
    seen = masker.soekbare_felt(access.rolleblikk(viewer.rolle)) | {"neste_frist"}
    rows = _ordered(chosen(viewer, utvalg), utvalg.sorter, seen).select_related("stand")
    return rows_of(viewer, list(rows[:hoeyst]))


def finn(viewer: Viewer, tekst: str) -> tuple[Saksrad, ...]:
    """The cases with exactly this case number, or of the person with this identity number.

    Within `lesing.reading`. Nothing for what is hidden, the same as for what does not exist. Raises
    Nektet and Ugyldig for what is no number.
    """
    sought = tekst.strip()
    blikk = access.rolleblikk(viewer.rolle)
    visible = rader.synlige(viewer, clock.today()).select_related("stand")
    visible = visible.annotate(frist=_next(blikk))
    if sought[:1].upper() == "S":
        return rows_of(viewer, list(visible.filter(saksnr__iexact=sought)))
    # Somebody hidden and nobody are asked about alike; with no id there would be no query.
    persons = personer.finn_paa_nummer(viewer, sought) or (personer.NOBODY,)
    return rows_of(viewer, list(visible.filter(person__in=persons).order_by("saksnr")))


def names_for(stands: list[Saksstand], persons: list[UUID], dag: date) -> Navn:
    """The names that rows of these cases mention."""
    return navn.gather(
        dag,
        folk=[one for s in stands for one in (s.faglig_ansvarlig, s.saksbehandler)],
        persons=persons,
    )


def rows_of(viewer: Viewer, saker: list[Sak]) -> tuple[Saksrad, ...]:
    """Rows for these cases, cut down to what the viewer may see of each. `stand` is fetched."""
    blikk = access.rolleblikk(viewer.rolle)
    with_names = "navn" in masker.synlige_felt(blikk)
    persons = [sak.person_id for sak in saker] if with_names else []
    known = names_for([sak.stand for sak in saker], persons, clock.today())
    return tuple(
        masker.saksrad(
            access.rolleblikk(viewer.rolle, innsyn.relation(sak.stand)),
            replace(row(sak, sak.stand, known), neste_frist=getattr(sak, "frist", None)),
            egen_frist=True,
        )
        for sak in saker
    )


def row(sak: Sak, stand: Saksstand, known: Navn) -> Saksrad:
    """One case with everything, before it is cut down."""
    person = known.personer.get(sak.person_id)
    level = known.nivaa(stand.sikkerhetsnivaa)
    region = known.organ(stand.rhf)
    return Saksrad(
        id=sak.pk,
        saksnr=sak.saksnr,
        navn=None if person is None else str(person.navn),
        status=Saksstatus(stand.status),
        domstype=stand.domstype,
        flagg=tuple(stand.flagg),
        rhf=region,
        institusjon=known.organ(stand.institusjon, region.navn if region else ""),
        oppholdssted=known.organ(stand.oppholdssted),
        enhet=known.enhet(stand.enhet),
        sikkerhetsnivaa=level[0] if level else None,
        oppholdsform=stand.oppholdsform,
        siden=stand.oppholdt_siden,
        embete=known.ansvarlig(stand.embete),
        faglig_ansvarlig=known.bruker(stand.faglig_ansvarlig),
        saksbehandler=known.bruker(stand.saksbehandler),
        styrende_dom=stand.styrende_dom,
        neste_frist=stand.neste_frist,
        siste_hendelse=stand.siste_hendelse,
    )
