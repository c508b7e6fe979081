"""A register as plain data, without ids, so that two of them can be compared."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from samvern.apps.brukere import public as brukere
from samvern.apps.saker import public as saker
from samvern.apps.saker.public import Saksbilde
from samvern.demo.folk import MEDARBEIDERE
from samvern.engine import clock
from samvern.engine.avslag import FinnesIkke
from samvern.engine.lesing import reading
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Syn:
    """What one person in the cooperation sees: cases, and rows of the work list by group."""

    rolle: Rolle
    saker: frozenset[str]
    arbeidsliste: dict[str, int]


def viewers() -> dict[str, Viewer]:
    """Everyone one can be today, by name."""
    roles = brukere.demo_persons(clock.today())
    return {one.navn: one for one in brukere.viewers_of_roles(roles)}


def key_of(navn: str) -> str:
    """What the stories call somebody."""
    return next(person.noekkel for person in MEDARBEIDERE if person.navn == navn)


def pictures(viewer: Viewer, **as_of: Any) -> dict[str, Saksbilde]:
    """Every case the viewer sees, by case number."""
    with reading(viewer, "register.vist") as lest:
        page = saker.register(viewer, saker.Utvalg(avsluttet=True), per_side=100)
        assert page.antall == len(page.rader)
        found = {}
        for row in page.rader:
            # A case that did not exist then is not there.
            with suppress(FinnesIkke):
                found[row.saksnr] = saker.saksbilde(viewer, row.id, **as_of)
        for picture in found.values():
            lest.saw(saker.felt_vist(picture), saker=[picture.rad.id])
    return found


def seen_by(viewer: Viewer) -> Syn:
    """What the viewer sees today."""
    with reading(viewer, "arbeidsliste.vist") as lest:
        page = saker.register(viewer, saker.Utvalg(avsluttet=True), per_side=100)
        work = saker.arbeidsliste(viewer)
        lest.saw(["status"], saker=[row.id for row in page.rader])
    return Syn(viewer.rolle, frozenset(row.saksnr for row in page.rader), dict(work.antall))


def content(picture: Saksbilde) -> dict[str, Any]:
    """What the picture says, apart from ids and who has read it."""
    row = picture.rad
    entries = [
        {
            "nr": e.nr,
            "type": e.type,
            "skjedde": e.skjedde,
            "registrert": e.registrert,
            "aktoer": e.aktoer.navn,
            "rolle": e.aktoer_rolle,
            "kilde": e.kilde,
            "merknad": e.merknad,
            "felt": e.felt,
            "virkning": e.virkning,
            "erstatter": e.erstatter,
            "gjelder": e.gjelder,
        }
        for e in picture.hendelser
    ]
    return {
        "sak": (row.saksnr, row.navn, row.status, row.domstype, row.flagg, row.neste_frist),
        "person": (picture.foedselsnummer, picture.foedselsdato, picture.kjoenn),
        "vern": picture.adressebeskyttet,
        "svar": picture.svar,
        "hendelser": entries,
        "deltakere": [(d.slag, d.hvem.navn, d.fra, d.til) for d in picture.deltakere],
        "plasseringer": [
            (p.fra, p.til, p.form, p.sted and p.sted.navn, p.sikkerhetsnivaa)
            for p in picture.plasseringer
        ],
        "oppgaver": [
            (t.kode, t.tittel, t.dato, t.status, t.hos and t.hos.navn) for t in picture.oppgaver
        ],
        "mangler": picture.mangler,
        "avvik": picture.avvik,
    }
