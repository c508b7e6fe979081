"""What lists and searches read, rewritten for one case at a time from its log.

The same function serves every action and `samvern bygg-opp`, so a rebuild changes nothing; a test
proves it.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from samvern.apps.saker import logg
from samvern.apps.saker.avtrykk import regnet_med
from samvern.apps.saker.koder import Deltakerslag
from samvern.apps.saker.models import (
    Sak,
    Saksdeltaker,
    Saksfrist,
    Saksoppgave,
    Saksplassering,
    Saksstand,
)
from samvern.apps.saker.oppgaver import Oppgave, next_change, tasks
from samvern.apps.saker.sakskart import SAERLIG
from samvern.apps.saker.state import Tilstand, fold
from samvern.engine import clock, lesing
from samvern.engine.minne import Minne
from samvern.law.present import as_data
from samvern.law.trace import Status

PROJECTIONS = (Saksstand, Saksdeltaker, Saksplassering, Saksfrist, Saksoppgave)
_OPEN = (Status.LOEPER, Status.OVER_NOMINELL, Status.OVERSITTET, Status.MAA_AVGJOERES)


def _uuid(text: str | None) -> UUID | None:
    return UUID(text) if text else None


def _standing(sak: UUID, nr: int, state: Tilstand) -> Saksstand:
    here, med = state.her, state.med

    def body(slag: Deltakerslag) -> UUID | None:
        return _uuid(med[slag].virksomhet) if slag in med else None

    def person(slag: Deltakerslag) -> UUID | None:
        return _uuid(med[slag].bruker) if slag in med else None

    return Saksstand(
        sak_id=sak,
        nr=nr,
        beregnet_for=state.dag,
        neste_skifte=next_change(state),
        regelsett=regnet_med(),
        status=str(state.status or ""),
        domstype=state.domstype,
        avsluttet=state.avsluttet,
        flagg=list(state.flagg),
        rhf=body(Deltakerslag.RHF),
        institusjon=body(Deltakerslag.INSTITUSJON),
        oppholdssted=_uuid(here.institusjon) if here else None,
        enhet=_uuid(here.enhet) if here else None,
        sikkerhetsnivaa=here.nivaa if here else "",
        oppholdsform=here.form if here else "",
        oppholdt_siden=here.fra if here else None,
        embete=body(Deltakerslag.EMBETE),
        faglig_ansvarlig=person(Deltakerslag.FAGLIG_ANSVARLIG),
        saksbehandler=person(Deltakerslag.SAKSBEHANDLER),
        styrende_dom=state.styrende_dom,
        neste_frist=_next_deadline(state),
        siste_hendelse=max((e.skjedde for e in state.hendelser), default=None),
    )


def _next_deadline(state: Tilstand) -> date | None:
    """The nearest day on which somebody must have acted, also when it has passed."""
    return min((task.dato for task in tasks(state) if task.dato is not None), default=None)


def _deadlines(sak: UUID, state: Tilstand) -> Iterator[Saksfrist]:
    if state.svar is None:
        return
    told = as_data(state.svar)["frister"]
    for at, (frist, data) in enumerate(zip(state.svar.frister, told, strict=True)):
        yield Saksfrist(
            sak_id=sak,
            rekke=at,
            regel=frist.regel,
            status=str(frist.status),
            dato=frist.dato,
            siste_virkedag=frist.siste_virkedag,
            ref=frist.ref or "",
            part=frist.part or "",
            spor=data,
        )


def task_row(sak: UUID, task: Oppgave) -> Saksoppgave:
    """One task as it is stored; not saved."""
    texts: dict[str, Any] = {
        name: [text.nb, text.nn]
        for name, text in (
            ("tittel", task.tittel),
            ("grunn", task.grunn),
            ("neste", task.neste),
            ("selv", task.selv),
        )
    }
    return Saksoppgave(
        sak_id=sak,
        noekkel=task.noekkel,
        slag=task.slag,
        kode=task.kode,
        fra_lov=task.fra_lov,
        status=task.status,
        dato=task.dato,
        fristdato=task.fristdato,
        utloest=task.utloest,
        part=task.part,
        ref=task.ref,
        venter_paa=task.venter_paa,
        virksomhet=_uuid(task.virksomhet),
        bruker=_uuid(task.bruker),
        verdier={**texts, SAERLIG: task.saerlig},
    )


def rewrite(sak: UUID, nr: int, state: Tilstand) -> None:
    """Replace every projection row of one case. Inside the transaction that holds the case.

    Whoever made the change may not see the case any more once it is written, so the program itself
    writes it.
    """
    with lesing.system_fence():
        _replace(sak, nr, state)


def _replace(sak: UUID, nr: int, state: Tilstand) -> None:
    for table in PROJECTIONS:
        table.objects.filter(sak_id=sak).delete()
    _standing(sak, nr, state).save(force_insert=True)
    Saksdeltaker.objects.bulk_create(
        Saksdeltaker(
            sak_id=sak,
            slag=part.slag,
            virksomhet=_uuid(part.virksomhet),
            bruker=_uuid(part.bruker),
            fra=part.fra,
            til=part.til,
            nr=part.nr,
        )
        for part in state.deltakere
    )
    Saksplassering.objects.bulk_create(
        Saksplassering(
            sak_id=sak,
            fra=stay.fra,
            til=stay.til,
            form=stay.form,
            institusjon=_uuid(stay.institusjon),
            enhet=_uuid(stay.enhet),
            sikkerhetsnivaa=stay.nivaa,
            nr=stay.nr,
        )
        for stay in state.opphold
    )
    Saksfrist.objects.bulk_create(_deadlines(sak, state))
    Saksoppgave.objects.bulk_create(task_row(sak, task) for task in tasks(state))


def rebuild(sak: UUID, day: date | None = None) -> None:
    """Rewrite one case from its log, for today or another day. Opens its own transaction."""
    with transaction.atomic(), lesing.system_fence():
        row = logg.lock(sak)
        rewrite(sak, row.siste_nr, fold(logg.entries(sak), day or clock.today()))


def stale(today: date) -> list[UUID]:
    """Cases that may look different today than when they were last computed, or by this program."""
    moved = Q(stand__neste_skifte__lte=today) | Q(stand__isnull=True)
    ruled = ~Q(stand__regelsett=regnet_med())
    back = Q(stand__beregnet_for__gt=today)
    return list(Sak.objects.filter(moved | ruled | back).values_list("pk", flat=True))


def is_stale(stand: Saksstand, today: date) -> bool:
    """Whether one case may look different today than its stored picture."""
    moved = stand.neste_skifte is not None and stand.neste_skifte <= today
    return moved or stand.regelsett != regnet_med() or stand.beregnet_for > today


def refresh(today: date) -> int:
    """Recompute the cases whose picture has changed with the day; how many.

    Looks for «due and not yet seen», never «due today», so that days without anybody asking lose
    nothing.
    """
    with lesing.system_fence():
        found = stale(today)
    for sak in found:
        rebuild(sak, today)
    return len(found)


def refresh_once(today: date) -> None:
    """As `refresh`, but asks the database only once a minute: only a new day, a new program or a
    restored copy can make a case stale, since every action writes the picture of today."""
    _SEEN.get_many([today], lambda days: {day: refresh(day) for day in days})


_SEEN: Minne[date, int] = Minne()


def snapshot(sak: UUID) -> dict[str, list[dict[str, Any]]]:
    """Every projection row of a case without its row number, for comparing before and after."""
    found = {}
    for table in PROJECTIONS:
        # Django's own name for the columns; the row number says nothing.
        names = [f.attname for f in table._meta.concrete_fields if f.attname != "id"]  # noqa: SLF001
        rows = table.objects.filter(sak_id=sak).values(*names)
        found[table.__name__] = sorted(rows, key=str)
    return found


def every_case(saksnr: str | None = None) -> list[tuple[UUID, str]]:
    """Every case (or the one with this number): id and number, oldest first."""
    with lesing.system_fence():
        found = Sak.objects.order_by("saksnr")
        found = found.filter(saksnr__iexact=saksnr) if saksnr else found
        return list(found.values_list("pk", "saksnr"))


def check(sak: UUID, day: date | None = None) -> bool:
    """Whether the stored picture of a case is the one its log gives; nothing is changed.

    A picture holds until its next change, so it is compared with that of the day it was made for,
    unless it should have been made anew.
    """
    today = day or clock.today()
    with transaction.atomic(), lesing.system_fence():
        row = logg.lock(sak)
        stand = Saksstand.objects.filter(sak_id=sak).first()
        fresh = stand is not None and not is_stale(stand, today)
        before = snapshot(sak)
        held = transaction.savepoint_create()
        made_for = stand.beregnet_for if stand and fresh else today
        rewrite(sak, row.siste_nr, fold(logg.entries(sak), made_for))
        same = snapshot(sak) == before
        transaction.savepoint_rollback(held)
        return same
