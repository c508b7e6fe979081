"""One case as a viewer may see it, today or as it was and as it was known (N-0.6)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final
from uuid import UUID

from samvern.apps.noekler.public import Keys
from samvern.apps.saker import (
    access,
    arbeidsliste,
    foering,
    hendelsesrader,
    innsyn,
    lesere,
    logg,
    masker,
    navn,
    projection,
    rader,
)
from samvern.apps.saker import feltinnhold as fi
from samvern.apps.saker.access import Blikk
from samvern.apps.saker.bilder import (
    Deltakerbilde,
    Hendelsesrad,
    Lesningsrad,
    Oppgaverad,
    Plasseringsbilde,
    Saksbilde,
    Saksrad,
)
from samvern.apps.saker.endringer import DEVIATIONS, deviation
from samvern.apps.saker.forsoek import can_follow
from samvern.apps.saker.koder import Deltakerslag, Saksstatus
from samvern.apps.saker.models import Hendelse
from samvern.apps.saker.navn import Navn
from samvern.apps.saker.oppgaver import tasks
from samvern.apps.saker.oppgavetekster import MANGLER
from samvern.apps.saker.state import Tilstand, fold
from samvern.engine import clock
from samvern.engine.avslag import FinnesIkke
from samvern.engine.viewer import Viewer
from samvern.law import datotekst
from samvern.law.text import Text

MOST_READERS: Final = 5


@dataclass(frozen=True, slots=True)
class _Grunnlag:
    """What a picture is made from."""

    funnet: foering.Funnet
    state: Tilstand
    rows: tuple[Hendelse, ...]
    known: Navn
    keys: Keys


def _names(
    state: Tilstand,
    rows: Sequence[Hendelse],
    person: UUID,
    keys: Keys,
    readers: Sequence[Any],
) -> Navn:
    held: list[Any] = [row.innhold for row in rows]
    return navn.gather(
        state.dag,
        folk=[
            *(row.aktoer for row in rows),
            *(p.bruker for p in state.deltakere),
            *(v for h in held for k, v in h.items() if k in hendelsesrader.BRUKERFELT),
            *(entry.bruker for entry in readers),
        ],
        persons=[person],
        keys=keys,
    )


def _header(base: _Grunnlag) -> Saksrad:
    sak, state, known = base.funnet.sak, base.state, base.known
    here, med = state.her, state.med
    person = known.personer.get(sak.person_id)

    def body(slag: Deltakerslag) -> Any:
        return known.ansvarlig(med[slag].virksomhet) if slag in med else None

    def user(slag: Deltakerslag) -> Any:
        return known.bruker(med[slag].bruker) if slag in med else None

    level = known.nivaa(here.nivaa) if here else None
    dated = [task.dato for task in tasks(base.state) if task.dato is not None]
    return Saksrad(
        id=sak.pk,
        saksnr=sak.saksnr,
        navn=None if person is None else str(person.navn),
        status=state.status or Saksstatus.TILTALT,
        domstype=state.domstype,
        flagg=state.flagg,
        rhf=body(Deltakerslag.RHF),
        institusjon=body(Deltakerslag.INSTITUSJON),
        oppholdssted=known.organ(here.institusjon) if here else None,
        enhet=known.enhet(here.enhet) if here else None,
        sikkerhetsnivaa=level[0] if level else None,
        oppholdsform=here.form if here else "",
        siden=here.fra if here else None,
        embete=body(Deltakerslag.EMBETE),
        faglig_ansvarlig=user(Deltakerslag.FAGLIG_ANSVARLIG),
        saksbehandler=user(Deltakerslag.SAKSBEHANDLER),
        styrende_dom=state.styrende_dom,
        neste_frist=min(dated, default=None),
        siste_hendelse=max((e.skjedde for e in state.hendelser), default=None),
    )


def _participants(base: _Grunnlag) -> tuple[Deltakerbilde, ...]:
    found = []
    for part in base.state.deltakere:
        who = base.known.organ(part.virksomhet) or base.known.bruker(part.bruker)
        if who is not None:
            found.append(Deltakerbilde(part.slag, who, part.fra, part.til))
    return tuple(found)


def _places(base: _Grunnlag) -> tuple[Plasseringsbilde, ...]:
    found = []
    for stay in base.state.opphold:
        level = base.known.nivaa(stay.nivaa)
        found.append(
            Plasseringsbilde(
                stay.fra,
                stay.til,
                stay.form,
                base.known.organ(stay.institusjon),
                base.known.enhet(stay.enhet),
                level[0] if level else None,
                level[1] if level else None,
            )
        )
    return tuple(found)


def _entries(viewer: Viewer, base: _Grunnlag) -> tuple[Hendelsesrad, ...]:
    """The rows of the log. The place of stay corrects nothing that another institution made."""
    rows = hendelsesrader.rows(base.rows, base.state, base.known, base.keys)
    own = {row.nr for row in base.rows if row.aktoer_virksomhet in viewer.virksomheter}
    blikk = base.funnet.blikk
    return tuple(
        one
        if one.nr in own or blikk.kan_rette(one.type, one.aktoer_rolle, andres=True)
        else replace(one, kan_rettes=False)
        for one in rows
    )


def _gaps(state: Tilstand) -> tuple[Text, ...]:
    found = []
    for kode, since in state.mangler:
        words = MANGLER[kode].grunn
        day = datotekst.short(since)
        found.append(Text(words.nb.format(fra=day), words.nn.format(fra=day)))
    return tuple(found)


def _deviations(blikk: Blikk, state: Tilstand) -> tuple[Text, ...]:
    """What the viewer is told of deviations, of a whole state."""
    cut = masker.tilstand(blikk, state)
    found = cut.svar.varsler if cut.svar and blikk.leser_alt(*fi.LOVENS_AVVIK) else ()
    by_law = tuple(deviation(v, cut) for v in found if DEVIATIONS[v.kode])
    return (*by_law, *(one.tekst for one in cut.avvik))


def _recordable(blikk: Blikk, state: Tilstand) -> tuple[str, ...]:
    return tuple(kode for kode in can_follow(state) if blikk.kan_registrere(kode))


def _tasks(viewer: Viewer, base: _Grunnlag) -> tuple[Oppgaverad, ...]:
    """What waits, from the state itself: the stored rows are made from the same."""
    rows = [projection.task_row(base.funnet.sak.pk, task) for task in tasks(base.state)]
    for row in rows:
        row.sak = base.funnet.sak
    today = clock.today()
    until = today + timedelta(days=arbeidsliste.DAGER)
    return arbeidsliste.rows_of(viewer, rows, today, until, base.known)


def saksbilde(
    viewer: Viewer, sak: UUID, *, som_kjent: datetime | None = None, paa: date | None = None
) -> Saksbilde:
    """The case, cut down to what the viewer may see. Within `lesing.reading`.

    `som_kjent` shows what we knew at a moment, `paa` what was true on a day. Raises FinnesIkke.
    """
    today = clock.today()
    day = min(paa or (som_kjent.astimezone(clock.OSLO).date() if som_kjent else today), today)
    row, log, blikk = innsyn.see(viewer, sak)
    looking_back = som_kjent is not None or paa is not None
    if not looking_back and projection.is_stale(row.stand, today):
        projection.rebuild(sak, today)
    funnet = foering.Funnet(row, logg.as_entries(log), blikk)
    state = fold(funnet.log, day, known=som_kjent)
    if state.status is None and looking_back:
        raise FinnesIkke
    if looking_back and rader.UNNDRATT not in state.flagg:
        # Running away today opens today's place, not every place there has been before it.
        funnet = funnet._replace(
            blikk=access.rolleblikk(blikk.rolle, replace(blikk.relasjon, unndratt=False))
        )
    rows = tuple(r for r in log if som_kjent is None or r.registrert <= som_kjent)
    keys = Keys.reading([row.person_id])
    readers = () if looking_back else lesere.entries(blikk, viewer, sak, MOST_READERS)
    known = _names(state, rows, row.person_id, keys, readers)
    base = _Grunnlag(funnet, state, rows, known, keys)
    return masker.saksbilde(funnet.blikk, _picture(viewer, base, looking_back, som_kjent, readers))


def _picture(
    viewer: Viewer,
    base: _Grunnlag,
    looking_back: bool,
    som_kjent: datetime | None,
    readers: Sequence[Any],
) -> Saksbilde:
    who = base.known.personer.get(base.funnet.sak.person_id)
    blikk, state = base.funnet.blikk, base.state
    return Saksbilde(
        rad=_header(base),
        foedselsnummer=str(who.nummer) if who and who.nummer else None,
        foedselsdato=who.foedselsdato if who else None,
        kjoenn=str(who.kjoenn) if who else None,
        adressebeskyttet=bool(who and who.skjermet),
        svar=state.svar,
        hendelser=_entries(viewer, base),
        deltakere=_participants(base),
        plasseringer=_places(base),
        oppgaver=() if looking_back else _tasks(viewer, base),
        mangler=_gaps(state),
        avvik=_deviations(blikk, state),
        har_lest=lesere.rows(readers, base.known),
        kan_registrere=() if looking_back else _recordable(blikk, state),
        siste_nr=base.funnet.sak.siste_nr,
        per_dato=state.dag,
        som_kjent=som_kjent,
        lov=state.lov,
    )


def historikk(viewer: Viewer, sak: UUID, nr: int) -> tuple[Hendelsesrad, ...]:
    """Every version of one entry, oldest first. Within `lesing.reading`. Raises FinnesIkke."""
    bilde = saksbilde(viewer, sak)
    by_nr = {one.nr: one for one in bilde.hendelser}
    if nr not in by_nr:
        raise FinnesIkke
    first = by_nr[nr]
    while first.erstatter is not None and first.erstatter in by_nr:
        first = by_nr[first.erstatter]
    chain = [first]
    while chain[-1].erstattet_av is not None and chain[-1].erstattet_av in by_nr:
        chain.append(by_nr[chain[-1].erstattet_av])
    return tuple(chain)


def felt_vist(bilde: Saksbilde) -> tuple[str, ...]:
    """What a picture shows, as the audit log names it: never more, never less."""
    found = {"status"}
    if bilde.rad.navn is not None:
        found.add("person.navn")
    if bilde.foedselsnummer is not None:
        found.add("person.nummer_maskert")
    if bilde.foedselsdato is not None:
        found.add("person.foedselsdato")
    found |= {"person.kjoenn"} if bilde.kjoenn is not None else set()
    found |= {"person.adressebeskyttelse"} if bilde.adressebeskyttet else set()
    if bilde.svar is not None:
        found.add("frister")
    found |= {f"innhold.{one.innhold}" for one in bilde.hendelser}
    found |= {"plassering"} if bilde.plasseringer else set()
    found |= {"deltakere"} if bilde.deltakere else set()
    found |= {"hendelse.merknad"} if any(one.merknad for one in bilde.hendelser) else set()
    found |= {"hendelse.kilde_ref"} if any(one.kilde_ref for one in bilde.hendelser) else set()
    found |= {"oppgave"} if bilde.oppgaver else set()
    found |= {"lesere"} if bilde.har_lest else set()
    return tuple(sorted(found))


def person_of(viewer: Viewer, sak: UUID) -> UUID:
    """Whose case it is, for those who may see the case. Raises FinnesIkke."""
    return innsyn.see(viewer, sak)[0].person_id


def saksnummer(viewer: Viewer, sak: UUID) -> str:
    """What a case is called on its pages, for those who may see it. Raises FinnesIkke. One
    query."""
    return innsyn.visible(viewer, sak).saksnr


def lesere_av(
    viewer: Viewer, sak: UUID, most: int, before: int | None = None
) -> tuple[Lesningsrad, ...]:
    """Who has read or changed the case, newest first, as far as the viewer may know. For paging,
    `before` is the number of the oldest entry shown. Within `lesing.reading`. Raises FinnesIkke."""
    _, _, blikk = innsyn.see(viewer, sak)
    return lesere.log_page(blikk, viewer, sak, most, before)
