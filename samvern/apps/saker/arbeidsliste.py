"""The work list: what waits for somebody, over all the cases a viewer sees."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import Case, Count, F, IntegerField, Min, Q, QuerySet, Value, When

from samvern.apps.saker import access, masker, navn, projection, rader
from samvern.apps.saker.bilder import Arbeidsliste, Hvem, Oppgaverad, anker
from samvern.apps.saker.models import Saksoppgave, Saksstand
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


def group_of(
    slag: str, dato: date | None, i_dag: date, til: date, *, fristdato: date | None = None
) -> str:
    """The group a task belongs to on a day. A duty without a number is over as soon as it is there.

    The day itself is not yet over: a deadline is past only the day after. `dato` is the last
    working day; in the weekend between it and the deadline (`fristdato`) nobody is over anything.
    """
    if slag == "straks":
        return OVER
    if dato is None:
        return UTEN
    if dato < i_dag:
        return UKEN if fristdato is not None and fristdato >= i_dag else OVER
    sunday = i_dag + timedelta(days=6 - i_dag.weekday())
    if dato <= min(sunday, til):
        return UKEN
    return INNEN if dato <= til else SENERE


def _chosen(
    viewer: Viewer, rhf: UUID | None, domstype: str, venter_paa: str, mine: bool
) -> QuerySet[Saksoppgave]:
    blikk = access.rolleblikk(viewer.rolle)
    ended = Saksstand.objects.filter(avsluttet=True).values("sak")
    # The ended are few: leaving them out costs less than looking every task's case up.
    found = Saksoppgave.objects.filter(masker.synlige_oppgaver(blikk)).exclude(sak__in=ended)
    found = rader.av_synlige(found, viewer, clock.today())
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


def _conditions(today: date, until: date) -> dict[str, Q]:
    """What puts a task in each group, each task in one, as the database says it; see `group_of`."""
    sunday = today + timedelta(days=6 - today.weekday())
    near = min(sunday, until)
    at_once, weekend = Q(slag="straks"), Q(dato__lt=today, fristdato__gte=today)
    return {
        OVER: at_once | (Q(dato__lt=today) & ~weekend),
        UKEN: ~at_once & (weekend | Q(dato__gte=today, dato__lte=near)),
        INNEN: ~at_once & Q(dato__gt=near, dato__lte=until),
        UTEN: ~at_once & Q(dato=None),
        SENERE: ~at_once & Q(dato__gte=today, dato__gt=until),
    }


def _due(today: date, until: date) -> Q:
    """What is in one of the four groups: every task but the later ones."""
    last = max(until, today - timedelta(days=1))
    return Q(slag="straks") | Q(dato=None) | Q(dato__lte=last)


def _group(today: date, until: date) -> Case:
    """The place of a task's group in the list, as the database counts it."""
    found = _conditions(today, until).items()
    return Case(
        *(When(condition, then=Value(_ORDER[name])) for name, condition in found),
        output_field=IntegerField(),
    )


def place_of(gruppe: str) -> int:
    """The place of a group in the list, as `due_in_groups` annotates it."""
    return _ORDER[gruppe]


def due_in_groups(viewer: Viewer, today: date, until: date) -> QuerySet[Saksoppgave]:
    """The tasks of the viewer's list that are due, with the place of their group as `plass`."""
    found = _chosen(viewer, None, "", "", mine=False).annotate(plass=_group(today, until))
    return found.filter(_due(today, until))


def _counts(found: QuerySet[Saksoppgave], today: date, until: date) -> dict[str, Any]:
    """Everything the list counts, in one query."""
    conditions = _conditions(today, until)
    later = conditions[SENERE]
    return found.aggregate(
        **{name: Count("pk", filter=conditions[name]) for name in GRUPPER},
        saker=Count("sak", distinct=True, filter=_due(today, until)),
        senere=Count("sak", distinct=True, filter=later),
        neste=Min("dato", filter=later),
    )


def _ordered(due: QuerySet[Saksoppgave], today: date, until: date) -> QuerySet[Saksoppgave, int]:
    """The row numbers of tasks in the order of the list."""
    placed = due.annotate(plass=_group(today, until)).order_by(
        "plass", "-fra_lov", F("dato").asc(nulls_last=True), "sak__saksnr", "kode", "pk"
    )
    return placed.values_list("pk", flat=True)


def _whole(wanted: QuerySet[Saksoppgave, int]) -> list[Saksoppgave]:
    """These rows with everything, as they were made: to sort whole rows would take longer."""
    rows = Saksoppgave.objects.filter(pk__in=wanted).select_related("sak__stand")
    return list(rows.order_by("pk"))


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
    counts = _counts(found, today, until)
    total = sum(counts[name] for name in GRUPPER)
    size = per_side or max(total, 1)
    pages = max(1, -(-total // size))
    page = min(max(side, 1), pages)
    due = found.filter(_due(today, until))
    wanted = _ordered(due, today, until)[(page - 1) * size : page * size]
    return Arbeidsliste(
        per_dato=today,
        til=until,
        rader=rows_of(viewer, _whole(wanted), today, until),
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
    # What the body was called before stands on the case; here it is who to ask today.
    return body and replace(body, under="")


def _of_another(task: Saksoppgave, known: Navn, viewer: Viewer) -> bool:
    """Whether it waits for the leadership of another institution than the viewer's (N-9.7)."""
    if viewer.rolle is not Rolle.INSTITUSJON or task.venter_paa != viewer.rolle:
        return False
    body = task.virksomhet
    above = known.bok.over(body, known.dag) if body else None
    return body is not None and not {body, above} & viewer.virksomheter


def _step(task: Saksoppgave, rolle: Rolle, *, annens: bool) -> Text:
    """The next step as the viewer's role takes it: the one who must act is not told to remind."""
    own = task.venter_paa == rolle and not annens
    # A row from before the two were told apart has one step only.
    return _text(task.verdier.get("selv" if own else "neste") or task.verdier["neste"])


def _anchor(task: Saksoppgave) -> str:
    """Where the case page shows it: several parties, years or decisions share a rule."""
    if task.slag in ("frist", "straks", "uavklart"):
        return anker(task.slag, *task.noekkel.split(":")[1:])
    return f"{task.slag}-{task.kode}"


def _row(task: Saksoppgave, known: Navn, today: date, until: date, viewer: Viewer) -> Oppgaverad:
    person = known.personer.get(task.sak.person_id)
    counted = task.utloest if task.dato is None else task.dato
    annens = _of_another(task, known, viewer)
    return Oppgaverad(
        sak=task.sak_id,
        saksnr=task.sak.saksnr,
        navn=None if person is None else str(person.navn),
        domstype=task.sak.stand.domstype,
        gruppe=group_of(task.slag, task.dato, today, until, fristdato=task.fristdato),
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
        neste_steg=_step(task, viewer.rolle, annens=annens),
        anker=_anchor(task),
        annens=annens,
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
    rows = masker.oppgaver(blikk, (_row(task, names, today, until, viewer) for task in shown))
    return tuple(sorted(rows, key=_in_order))


def _in_order(row: Oppgaverad) -> tuple[int, bool, date, str, str]:
    return (_ORDER[row.gruppe], not row.fra_lov, row.dato or date.max, row.saksnr, row.kode)
