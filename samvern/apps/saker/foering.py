"""What every action on a case does: find the case, try the entry, save it, tell what it changes."""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from django.views.decorators.debug import sensitive_variables

from samvern.apps.saker import access, innsyn, logg, masker, navn, projection
from samvern.apps.saker.bilder import Endringsbilde
from samvern.apps.saker.endringer import compare, new_deviations
from samvern.apps.saker.events import Oppfoering, current, roots
from samvern.apps.saker.forsoek import AVVIK_KREVES, Forsoek
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.innsending import Lagret
from samvern.apps.saker.koder import DELTAKERNAVN, Deltakerslag, Innhold, Virkning
from samvern.apps.saker.logg import Ny
from samvern.apps.saker.models import Sak
from samvern.apps.saker.sakskart import kart
from samvern.apps.saker.state import Tilstand
from samvern.apps.saker.tilgangstabell import OM_VEDTAK
from samvern.engine import audit
from samvern.engine.avslag import Feil, IkkeNaa
from samvern.engine.roller import ROLLENAVN, Rolle
from samvern.engine.viewer import Viewer
from samvern.law.text import Text

ENDRET_I_MENS: Final = "ENDRET_I_MENS"
_ENDRET = Text(
    "Saken er endret siden du åpnet skjemaet. Se det nye, og lagre på nytt.",
    "Saka er endra sidan du opna skjemaet. Sjå det nye, og lagre på nytt.",
)
_GRUNN_KREVES = Text(
    "Det blir registrert og merket som avvik. Skriv hvorfor i merknaden: {avvik}",
    "Det blir registrert og merkt som avvik. Skriv kvifor i merknaden: {avvik}",
)
_ROLE_OF: Final[dict[Deltakerslag, Rolle]] = {
    Deltakerslag.EMBETE: Rolle.STATSADVOKAT,
    Deltakerslag.POLITIDISTRIKT: Rolle.POLITI,
    Deltakerslag.RHF: Rolle.RHF,
    Deltakerslag.HELSEFORETAK: Rolle.INSTITUSJON,
    Deltakerslag.INSTITUSJON: Rolle.INSTITUSJON,
    Deltakerslag.OPPHOLDSSTED: Rolle.INSTITUSJON,
    Deltakerslag.FAGLIG_ANSVARLIG: Rolle.FAGLIG_ANSVARLIG,
    Deltakerslag.KONTROLLKOMMISJON: Rolle.KONTROLLKOMMISJON,
    Deltakerslag.STATSFORVALTER: Rolle.STATSFORVALTER,
    Deltakerslag.KRIMINALOMSORG: Rolle.KRIMINALOMSORG,
}


class EndretIMens(IkkeNaa):
    """The case has moved on since the form was opened. `siste_nr` is where it stands now."""

    def __init__(self, siste_nr: int) -> None:
        self.siste_nr = siste_nr
        super().__init__([Feil("", ENDRET_I_MENS, _ENDRET)])


class Funnet(NamedTuple):
    """A case that the viewer may see, with its log and what the viewer may do in it."""

    sak: Sak
    log: tuple[Oppfoering, ...]
    blikk: access.Blikk


def find(viewer: Viewer, sak: UUID, *, lock: bool) -> Funnet:
    """Fetch a case behind the row filter. Raises FinnesIkke when hidden or missing."""
    row = innsyn.visible(viewer, sak)
    if lock:
        stand, row = row.stand, logg.lock(sak)
        row.stand = stand
    log = logg.entries(sak)
    return Funnet(row, log, innsyn.sight(viewer, row, log))


def require_newest(funnet: Funnet, forventet_nr: int) -> None:
    """Raise EndretIMens when the form was made from an older picture of the case."""
    if funnet.sak.siste_nr != forventet_nr:
        raise EndretIMens(funnet.sak.siste_nr)


def about(log: Sequence[Oppfoering], lest: Sequence[Oppfoering], ref: Any) -> Innhold | None:
    """The kind of content of the entry that a reference leads to, also through a complaint, as far
    as the viewer reads the entries (`lest`)."""
    # Others point at an entry by the number it first had, also after a correction; what it was
    # before may be hidden.
    first, shown = roots(log), {entry.nr for entry in lest}
    return kart((first[e.nr], e.type, e.innhold) for e in current(log) if e.nr in shown).om(ref)


def require_reason(blikk: access.Blikk, tried: Forsoek) -> None:
    """Raise IkkeNaa AVVIK_KREVES when the entry brings a deviation and nobody says why (P1).

    Only what the viewer may know of is asked about, and told.
    """
    found = new_deviations(*(masker.tilstand(blikk, s) for s in (tried.foer, tried.etter)))
    if found and not tried.ny.merknad:
        words = Text(
            _GRUNN_KREVES.nb.format(avvik=" ".join(t.nb for t in found)),
            _GRUNN_KREVES.nn.format(avvik=" ".join(t.nn for t in found)),
        )
        raise IkkeNaa([Feil("merknad", AVVIK_KREVES, words)])


def sees(blikk: access.Blikk, innhold: Innhold, after: Tilstand) -> tuple[Text, ...]:
    """Who will be able to read an entry of this kind of content, in words.

    Of those who take part, only those the viewer may know of: that the commission does tells that
    there is a complaint.
    """
    found = [ROLLENAVN[Rolle.NK]] if access.rolleblikk(Rolle.NK).kan_lese(innhold) else []
    for slag in Deltakerslag:
        role = _ROLE_OF.get(slag)
        known = slag in after.med and masker.ser_deltaker(blikk, slag)
        if known and role and access.rolleblikk(role).kan_lese(innhold):
            found.append(DELTAKERNAVN[slag])
    return tuple(found)


def _content(log: Sequence[Oppfoering], new: Ny) -> Innhold:
    """The row of the access table that the entry belongs to: a complaint over a decision on
    notification is read by other people than other complaints (N-20.8)."""
    notified = about(log, log, new.innhold.get("ref")) is Innhold.VARSLING
    return Innhold.VARSLING if notified and new.type in OM_VEDTAK else SAKSARTER[new.type].innhold


def _responsible(state: Tilstand) -> frozenset[tuple[str | None, date, date | None]]:
    parts = (one for one in state.deltakere if one.slag is Deltakerslag.INSTITUSJON)
    return frozenset((one.virksomhet, one.fra, one.til) for one in parts)


def _refuse(blikk: access.Blikk, tried: Forsoek) -> None:
    """Raise what is against the entry. The place of stay may send the person on with a transfer,
    and moves the responsibility in no other way, least of all to itself (N-9.7)."""
    if tried.avslag is not None:
        raise tried.avslag
    here = tried.foer.her
    sent_on = (
        tried.ny.type == "overfoering_gjennomfoert"
        and tried.ny.virkning == Virkning.NY
        and (here is None or tried.ny.innhold.get("institusjon") != here.institusjon)
    )
    moved = _responsible(tried.foer) != _responsible(tried.etter)
    access.krev_ansvaret(blikk, flyttes=moved and not sent_on)


def preview(funnet: Funnet, tried: Forsoek) -> Endringsbilde:
    """What the entry would change. Raises the refusal that saving would have raised."""
    _refuse(funnet.blikk, tried)
    before, after = (masker.tilstand(funnet.blikk, one) for one in (tried.foer, tried.etter))
    return compare(
        before,
        after,
        faar_se=sees(funnet.blikk, _content(funnet.log, tried.ny), tried.etter),
        siste_nr=funnet.sak.siste_nr,
        kalt=navn.called(after.dag, (*before.deltakere, *after.deltakere)),
        sted=navn.placed(after.dag),
    )


@sensitive_variables()
def save(viewer: Viewer, funnet: Funnet, tried: Forsoek) -> Lagret:
    """Append a tried entry, rewrite the projections, and log it. In the caller's transaction."""
    _refuse(funnet.blikk, tried)
    entry = logg.append(funnet.sak, tried.ny, viewer)
    projection.rewrite(funnet.sak.pk, entry.nr, tried.etter)
    return Lagret(funnet.sak.pk, funnet.sak.saksnr, entry.nr)


def record(viewer: Viewer, lagret: Lagret, handling: str, fields: Sequence[str]) -> None:
    """Write the action in the audit log; the last thing in the transaction."""
    audit.record(viewer.actor, handling, saker=[lagret.sak], skrevet=fields)
