"""The work list: what waits for somebody, over all the cases a viewer sees."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Min, Q, QuerySet, Value, When

from samvern.apps.saker import access, masker, navn, projection, rader
from samvern.apps.saker.bilder import Arbeidsliste, Hvem, Oppgaverad
from samvern.apps.saker.models import Saksoppgave
from samvern.apps.saker.navn import Navn
from samvern.apps.saker.oppgavetekster import PART
from samvern.engine import clock
from samvern.engine.roller import ROLLENAVN, Rolle
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

DAGER: Final = 14
OVER, UKEN, INNEN, UTEN, SENERE = "over_fristen", "denne_uken", "innen", "dato_mangler", "senere"
GRUPPER: Final = (OVER, UKEN, INNEN, UTEN)
_PARTEN: Final = Text("Parten selv", "Parten sjølv")
_ORDER: Final = {name: at for at, name in enumerate((*GRUPPER, SENERE))}


def group_of(slag: str, dato: date | None, i_dag: date, til: date) -> str:
    """The group a task belongs to on a day. A duty without a number is over as soon as it is there.

    The day itself is not yet over: a deadline is past only the day after.
    """
    if slag == "straks":
        return OVER
    if dato is None:
        return UTEN
    if dato < i_dag:
        return OVER
    sunday = i_dag + timedelta(days=6 - i_dag.weekday())
    if dato <= min(sunday, til):
        return UKEN
    return INNEN if dato <= til else SENERE


def _chosen(
    viewer: Viewer, rhf: UUID | None, domstype: str, venter_paa: str, mine: bool
) -> QuerySet[Saksoppgave]:
    blikk = access.rolleblikk(viewer.rolle)
    found = Saksoppgave.objects.filter(
        masker.synlige_oppgaver(blikk),
        sak__in=rader.synlige(viewer, clock.today()),
        sak__stand__avsluttet=False,
    )
    seen = masker.soekbare_felt(blikk)
    if rhf and "rhf" in seen:
        found = found.filter(sak__stand__rhf=rhf)
    if domstype and "domstype" in seen:
        found = found.filter(sak__stand__domstype=domstype)
    if venter_paa:
        found = found.filter(venter_paa=venter_paa)
    if mine:
        me = viewer.bruker
        found = found.filter(Q(sak__stand__saksbehandler=me) | Q(bruker=me))
    return found


def _group(today: date, until: date) -> Case:
    """The place of a task's group in the list, as the database counts it; see `group_of`."""
    sunday = today + timedelta(days=6 - today.weekday())
    return Case(
        When(Q(slag="straks") | Q(dato__lt=today), then=Value(_ORDER[OVER])),
        When(dato__lte=min(sunday, until), then=Value(_ORDER[UKEN])),
        When(dato__lte=until, then=Value(_ORDER[INNEN])),
        When(dato=None, then=Value(_ORDER[UTEN])),
        default=Value(_ORDER[SENERE]),
        output_field=IntegerField(),
    )


def _counts(found: QuerySet[Saksoppgave]) -> dict[str, Any]:
    """Everything the list counts, in one query."""
    later = Q(plass=_ORDER[SENERE])
    groups = {name: Count("pk", filter=Q(plass=_ORDER[name])) for name in GRUPPER}
    return found.aggregate(
        **groups,
        saker=Count("sak", distinct=True, filter=~later),
        senere=Count("sak", distinct=True, filter=later),
        neste=Min("dato", filter=later),
    )


def arbeidsliste(
    viewer: Viewer,
    *,
    til: date | None = None,
    rhf: UUID | None = None,
    domstype: str = "",
    venter_paa: str = "",
    mine: bool = False,
    side: int = 1,
    per_side: int | None = None,
) -> Arbeidsliste:
    """What waits, up to and including `til` (14 days from today). Within `lesing.reading`.

    Inside a group what the law requires stands before guidelines, then the oldest. `per_side` gives
    one page of the rows (a page beyond the last is the last); the counts are always of everything.
    """
    today = clock.today()
    until = til or today + timedelta(days=DAGER)
    projection.refresh_once(today)
    found = _chosen(viewer, rhf, domstype, venter_paa, mine)
    found = found.annotate(plass=_group(today, until))
    counts = _counts(found)
    total = sum(counts[name] for name in GRUPPER)
    size = per_side or max(total, 1)
    pages = max(1, -(-total // size))
    page = min(max(side, 1), pages)
    near = found.exclude(plass=_ORDER[SENERE]).order_by(
        "plass", "-fra_lov", F("dato").asc(nulls_last=True), "sak__saksnr", "kode"
    )
    shown = list(near.select_related("sak__stand")[(page - 1) * size : page * size])
    return Arbeidsliste(
        per_dato=today,
        til=until,
        rader=rows_of(viewer, shown, today, until),
        antall={name: counts[name] for name in GRUPPER},
        saker=counts["saker"],
        senere=counts["senere"],
        neste=counts["neste"],
        side=page,
        sider=pages,
    )


def _text(pair: list[str]) -> Text:
    return Text(pair[0], pair[1])


def _waits_for(task: Saksoppgave) -> Text:
    return _PARTEN if task.venter_paa == PART else ROLLENAVN[Rolle(task.venter_paa)]


def _at(task: Saksoppgave, known: Navn) -> Hvem | None:
    body = known.ansvarlig(task.virksomhet)
    person = known.bruker(task.bruker)
    if person and person.navn:
        return Hvem(person.id, person.navn, person.navn, body.navn if body else "")
    return body


def _step(task: Saksoppgave, rolle: Rolle) -> Text:
    """The next step as the viewer's role takes it: the one who must act is not told to remind."""
    own = task.venter_paa == rolle
    # A row from before the two were told apart has one step only.
    return _text(task.verdier.get("selv" if own else "neste") or task.verdier["neste"])


def _row(task: Saksoppgave, known: Navn, today: date, until: date, rolle: Rolle) -> Oppgaverad:
    person = known.personer.get(task.sak.person_id)
    counted = task.utloest if task.dato is None else task.dato
    return Oppgaverad(
        sak=task.sak_id,
        saksnr=task.sak.saksnr,
        navn=None if person is None else str(person.navn),
        domstype=task.sak.stand.domstype,
        gruppe=group_of(task.slag, task.dato, today, until),
        slag=task.slag,
        kode=task.kode,
        tittel=_text(task.verdier["tittel"]),
        grunn=_text(task.verdier["grunn"]),
        dato=task.dato or (task.utloest if task.slag == "straks" else None),
        fristdato=task.fristdato,
        dager=None if counted is None else (counted - today).days,
        status=task.status,
        fra_lov=task.fra_lov,
        venter_paa=_waits_for(task),
        hos=_at(task, known),
        neste_steg=_step(task, rolle),
        anker=f"{task.slag}-{task.kode}",
    )


def rows_of(
    viewer: Viewer,
    tasks: Sequence[Saksoppgave],
    today: date,
    until: date,
    known: Navn | None = None,
) -> tuple[Oppgaverad, ...]:
    """Tasks as rows, cut down to what the viewer may see, in the order of the list. `known` are
    the names, when the caller has looked them up already."""
    blikk = access.rolleblikk(viewer.rolle)
    named = "navn" in masker.synlige_felt(blikk)
    names = known or navn.gather(
        today,
        folk=[task.bruker for task in tasks],
        persons=[task.sak.person_id for task in tasks] if named else [],
    )
    shown = [task for task in tasks if masker.viser_oppgave(blikk, task.verdier)]
    rows = masker.oppgaver(blikk, (_row(task, names, today, until, viewer.rolle) for task in shown))
    return tuple(sorted(rows, key=_in_order))


def _in_order(row: Oppgaverad) -> tuple[int, bool, date, str, str]:
    return (_ORDER[row.gruppe], not row.fra_lov, row.dato or date.max, row.saksnr, row.kode)
