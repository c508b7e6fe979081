"""Open a case for an indictment or a judgment. Its audit sentence: «sak.opprettet»."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from samvern.apps.personer import public as personer
from samvern.apps.personer.public import FinnesFraFoer, Persondata
from samvern.apps.saker import access, foering, logg, navn, projection, rader, sperre
from samvern.apps.saker.access import Handling
from samvern.apps.saker.bilder import Endringsbilde
from samvern.apps.saker.endringer import compare, new_deviations
from samvern.apps.saker.events import Oppfoering
from samvern.apps.saker.forsoek import (
    AVVIK_KREVES,
    FEIL_TILSTAND,
    UTEN_BEGYNNELSE,
    Forsoek,
    attempt,
    read_new,
)
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.inndata import Saksdata
from samvern.apps.saker.innsending import Lagret, once, remember
from samvern.apps.saker.logg import Ny
from samvern.apps.saker.models import Sak
from samvern.apps.saker.state import fold
from samvern.engine import audit, clock, ids, lesing
from samvern.engine.avslag import Avslag, Feil, FinnesIkke, IkkeNaa, Ugyldig
from samvern.engine.inndata import MANGLER_FELT, les
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

HANDLING: Final = "sak.opprettet"
HAR_SAK_KODE: Final = "har_sak"
"""The denial in the log when the duplicate warning is given: it is a look-up of a person."""
INGEN_HENDELSE = Text(
    "Legg inn tiltalen eller dommen, så kommer fristene.",
    "Legg inn tiltala eller dommen, så kjem fristane.",
)
HAR_SAK = Text(
    "Personen har sak i registeret fra før. Skriv hvorfor det skal opprettes en ny.",
    "Personen har sak i registeret frå før. Skriv kvifor det skal opprettast ei ny.",
)


class HarSak(IkkeNaa):
    """The person has cases already. `saker` are those the viewer may see: id and number."""

    def __init__(self, person: UUID, saker: tuple[tuple[UUID, str], ...]) -> None:
        self.person = person
        self.saker = saker
        super().__init__([Feil("duplikat_bekreftet", AVVIK_KREVES, HAR_SAK)])


class _Proevd(NamedTuple):
    tried: tuple[Forsoek, ...]
    avslag: Avslag | None


@sensitive_variables()
def _read(data: Mapping[str, Any]) -> Saksdata:
    read, faults = les(Saksdata, data)
    found = list(faults)
    if read is not None and not read.hendelser:
        found.append(Feil("hendelser", MANGLER_FELT, INGEN_HENDELSE))
    if isinstance(read and read.person, Persondata):
        found += [f._replace(sti=f"person.{f.sti}") for f in personer.les_person(data["person"])[1]]
    if read is None or found:
        raise Ugyldig(found)
    return read


def _at(place: int, faults: Sequence[Feil]) -> list[Feil]:
    return [f._replace(sti=f"hendelser[{place}].{f.sti}".rstrip(".")) for f in faults]


def _try(viewer: Viewer, read: Saksdata) -> _Proevd:
    """Try the events one after another on an empty log; every fault of all of them."""
    log: tuple[Oppfoering, ...] = ()
    tried: list[Forsoek] = []
    wrong: list[Feil] = []
    refused: Avslag | None = None
    for place, event in enumerate(read.hendelser):
        # Opening a case is no way around who records what.
        access.krev_registrering(access.rolleblikk(viewer.rolle), event.type)
        new, faults = read_new(event, log)
        one = attempt(viewer, log, new, faults)
        tried.append(one)
        log = (*log, one.oppfoering)
        if isinstance(one.avslag, Ugyldig):
            wrong += _at(place, one.avslag.feil)
        elif one.avslag is not None and refused is None:
            refused = IkkeNaa(_at(place, one.avslag.feil), getattr(one.avslag, "tillatt", ()))
    if refused is None and tried and tried[-1].etter.status is None:
        refused = IkkeNaa(_at(0, [Feil("", FEIL_TILSTAND, UTEN_BEGYNNELSE)]))
    return _Proevd(tuple(tried), Ugyldig(wrong) if wrong else refused)


def _require_reasons(viewer: Viewer, tried: Sequence[Forsoek]) -> None:
    """A reason is asked for what still deviates when everything is in; a later event of the same
    batch may have put it right."""
    blikk = access.rolleblikk(viewer.rolle)
    first, last = tried[0], tried[-1]
    whole = first_to_last(first, last)
    if new_deviations(whole.foer, whole.etter) and not any(one.ny.merknad for one in tried):
        try:
            foering.require_reason(blikk, whole)
        except IkkeNaa as missing:
            raise IkkeNaa(_at(len(tried) - 1, missing.feil)) from None


def first_to_last(first: Forsoek, last: Forsoek) -> Forsoek:
    """Everything that was tried, as one."""
    return replace(last, foer=first.foer)


@sensitive_variables()
def forhaandsvis(viewer: Viewer, data: Mapping[str, Any]) -> Endringsbilde:
    """Every date, task and part that the new case would have. Within `lesing.reading`.

    Raises Nektet, Ugyldig, IkkeNaa. Whether the person has a case already is said when saving, and
    by `har_saker`.
    """
    access.may(viewer, Handling.OPPRETTE)
    read = _read(data)
    proevd = _try(viewer, read)
    if proevd.avslag is not None:
        raise proevd.avslag
    last = proevd.tried[-1]
    return compare(
        fold((), clock.today()),
        last.etter,
        faar_se=foering.sees(
            access.rolleblikk(viewer.rolle), SAKSARTER[last.ny.type].innhold, last.etter
        ),
        siste_nr=0,
        kalt=navn.called(last.etter.dag, last.etter.deltakere),
        sted=navn.placed(last.etter.dag),
    )


@sensitive_variables()
def _person(viewer: Viewer, read: Saksdata) -> UUID:
    """The person of the new case, registered if need be. Raises HarSak, FinnesIkke, Ugyldig."""
    if isinstance(read.person, Persondata):
        try:
            return personer.registrer(viewer, read.person)
        except FinnesFraFoer as known:
            return _confirmed(viewer, known.person, read)
    if not rader.synlige(viewer, clock.today()).filter(person=read.person.id).exists():
        raise FinnesIkke
    return _confirmed(viewer, read.person.id, read)


def har_saker(viewer: Viewer, person: UUID) -> tuple[tuple[UUID, str], ...]:
    """The cases of a person that the viewer may see: id and number."""
    found = rader.synlige(viewer, clock.today()).filter(person=person).order_by("saksnr")
    return tuple(found.values_list("pk", "saksnr"))


def _confirmed(viewer: Viewer, person: UUID, read: Saksdata) -> UUID:
    if sperre.er_stengt_for(viewer, person):
        # One more case would open the person whose case is shut.
        raise FinnesIkke
    if not read.duplikat_bekreftet and Sak.objects.filter(person=person).exists():
        raise HarSak(person, har_saker(viewer, person))
    return person


@sensitive_variables()
def utfoer(viewer: Viewer, data: Mapping[str, Any], *, noekkel: str) -> Lagret:
    """Open the case with its first events.

    Raises Nektet, Ugyldig (all faults at once), HarSak, IkkeNaa (FEIL_TILSTAND, AVVIK_KREVES). The
    same submission again opens nothing more.
    """
    access.may(viewer, Handling.OPPRETTE)
    read = _read(data)

    def do(avtrykk: str) -> Lagret:
        with lesing.writing(viewer):
            proevd = _try(viewer, read)
            if proevd.avslag is not None:
                raise proevd.avslag
            _require_reasons(viewer, proevd.tried)
            sak = _new_case(viewer, read)
            for one in _with_reason(proevd.tried, read.duplikat_bekreftet):
                logg.append(sak, one, viewer)
            projection.rewrite(sak.pk, sak.siste_nr, proevd.tried[-1].etter)
            lagret = Lagret(sak.pk, sak.saksnr, sak.siste_nr)
            remember(viewer, noekkel, HANDLING, avtrykk, lagret)
            foering.record(viewer, lagret, HANDLING, ["sak", "person", "hendelse"])
            return lagret

    try:
        return once(viewer, HANDLING, noekkel, data, do)
    except HarSak as known:
        # The answer says that somebody with this number has a case, and which.
        audit.record_denial(
            viewer.actor,
            HANDLING,
            HAR_SAK_KODE,
            saker=[sak for sak, _ in known.saker],
            objekt=("person", known.person),
        )
        raise


@sensitive_variables()
def _with_reason(tried: Sequence[Forsoek], why: str | None) -> list[Ny]:
    """The entries to save; why there is one case more stands with the first."""
    first, *rest = [one.ny for one in tried]
    words = "\n".join(part for part in (why, first.merknad) if part)
    return [first._replace(merknad=words or None), *rest]


@sensitive_variables()
def _new_case(viewer: Viewer, read: Saksdata) -> Sak:
    person = _person(viewer, read)
    return Sak.objects.create(
        id=ids.new_id(),
        saksnr=logg.next_number(clock.today()),
        person_id=person,
        opprettet=clock.now(),
    )
