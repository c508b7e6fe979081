"""The one place where a picture of a case is cut down to what the viewer may see. Pure.

    bilde = masker.saksbilde(blikk, bilde)          # everything on the case page
    rad = masker.saksrad(blikk, rad)                # one row of a list
    rader = masker.oppgaver(blikk, rader)           # the work list
    masker.oppgavekoder(blikk)                      # which tasks may count in «neste frist»

A field nobody has thought of is hidden, not shown. Source: part 4, N-12.2, N-20.13, trust table A4.
"""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any, Final

from django.db.models import Q

from samvern.apps.saker import feltinnhold as fi
from samvern.apps.saker.access import Blikk, Innsyn
from samvern.apps.saker.bilder import (
    Deltakerbilde,
    Hendelsesrad,
    Hvem,
    Oppgaverad,
    Plasseringsbilde,
    Saksbilde,
    Saksrad,
)
from samvern.apps.saker.events import Oppfoering, roots
from samvern.apps.saker.hendelsestyper import SAKSARTER
from samvern.apps.saker.koder import Deltakerslag, Innhold, Saksstatus
from samvern.apps.saker.sakskart import (
    DOMSHENDELSER,
    SAERLIG,
    SENERE_DOM,
    TOMT,
    VARSLING,
    Kart,
    kart,
    kart_av_gjeldende,
    roetter,
)
from samvern.apps.saker.state import Tilstand
from samvern.apps.saker.tilgangstabell import NK_ROLLER, OM_VEDTAK
from samvern.law.event import Hendelse as Lovhendelse
from samvern.law.sentence import NOT_SHOWN, SKJULT
from samvern.law.text import Text
from samvern.law.trace import Frist, Grunn, Spor, Straks, Svar, Uavklart, Varsel

SKJULT_GRUNN: Final = NOT_SHOWN
_NOBODY: Final = Hvem(None, "")
_TOM: Final = Text("", "")
_TOMME: Final[dict[str, object]] = {"flagg": (), "domstype": "", "oppholdsform": ""}
"""What stands in a hidden field that cannot be None."""
_ALLE: Final = frozenset(art.innhold for art in SAKSARTER.values())


def innhold_av(
    blikk: Blikk, kode: str, felt: Mapping[str, Any], sak: Kart, noekkel: str | None = None
) -> Innhold:
    """The row of the access table that one event belongs to, for this reader.

    `noekkel` is what others call the entry (`h` and the number it first had), where it is known.

    A complaint over a decision on notification belongs with that decision. For the commission a
    later judgment is about opprettholdelse or opphør, which it has no part in (N-12.2). Raises
    KeyError for an unknown type.
    """
    # A corrected entry is judged by what it was about and by what it now is about.
    if kode in OM_VEDTAK and any(map(sak.om_varsling, (felt.get("ref"), noekkel))):
        return Innhold.VARSLING
    if blikk.opphoer_holdes_unna and kode in DOMSHENDELSER and sak.overfoeringsdommer:
        named = felt.get("id") if kode in {"dom_avsagt", "dom_rettskraftig"} else felt.get("ref")
        if str(named) not in sak.overfoeringsdommer:
            return Innhold.OPPHOER
    return SAKSARTER[kode].innhold


def ser_hendelse(
    blikk: Blikk, kode: str, felt: Mapping[str, Any], sak: Kart, noekkel: str | None = None
) -> Innsyn | None:
    """Whether one entry is shown: in full, as type and day only, or not at all."""
    row = innhold_av(blikk, kode, felt, sak, noekkel)
    level = blikk.kan_lese(row)
    kept = fi.MASKERTE_TYPER.get((blikk.rolle, row))
    gone = level is Innsyn.MASKERT and kept is not None and kode not in kept
    return None if gone else level


def leselige(blikk: Blikk, log: Sequence[Oppfoering]) -> tuple[Oppfoering, ...]:
    """The entries of a log that the viewer is shown, masked or not: what may be pointed at."""
    first = roots(log)
    sak = kart(((one.nr, one.type, one.innhold) for one in log), first)
    keys = ((one, f"h{first[one.nr]}") for one in log)
    return tuple(one for one, key in keys if ser_hendelse(blikk, one.type, one.innhold, sak, key))


def _least(blikk: Blikk, rows: Iterable[Innhold]) -> Innsyn | None:
    levels = [blikk.kan_lese(one) for one in rows]
    if None in levels:
        return None
    return Innsyn.MASKERT if Innsyn.MASKERT in levels else Innsyn.FULLT


# --- the header and the rows of lists


def _sees(blikk: Blikk, name: str) -> bool:
    row = fi.RADFELT.get(name, Innhold.SAK)
    level = blikk.kan_lese(row)
    if level is Innsyn.MASKERT:
        return name in fi.MASKEN.get((blikk.rolle, row), frozenset())
    if level is None:
        return False
    if name == "siste_hendelse":
        return all(blikk.kan_lese(one) for one in _ALLE)
    if name == "neste_frist":
        return fi.REGLER.keys() <= oppgavekoder(blikk)
    return not (name == "styrende_dom" and blikk.opphoer_holdes_unna)


@functools.lru_cache(maxsize=512)
def synlige_felt(blikk: Blikk) -> frozenset[str]:
    """The fields of the header and about who it is that the viewer sees.

    Lists are filtered and sorted by `soekbare_felt` only: an order tells what a column hides.
    """
    named = (*fi.RADFELT, *fi.PERSONFELT)
    return frozenset({"id", "saksnr"} | {name for name in named if _sees(blikk, name)})


def soekbare_felt(blikk: Blikk) -> frozenset[str]:
    """The fields that lists may be filtered and sorted by: those that no mask makes coarser."""
    coarse = set() if blikk.leser_alt(Innhold.SAK) else {"status", "flagg", "foedselsdato"}
    return synlige_felt(blikk) - coarse


def _status(blikk: Blikk, status: Saksstatus) -> Saksstatus:
    row = fi.STATUSENS_INNHOLD.get(status)
    hidden = row is not None and not blikk.leser_alt(Innhold.SAK) and not blikk.leser_alt(row)
    return Saksstatus.UNDER_GJENNOMFOERING if hidden else status


def _flagg(blikk: Blikk, flagg: Iterable[str]) -> tuple[str, ...]:
    def sees(one: str) -> bool:
        row = fi.FLAGG.get(one)
        if row is None:
            return blikk.rolle in NK_ROLLER
        # A mask on the first row says nothing about deadlines that run.
        return bool(blikk.kan_lese(row)) and (row is not Innhold.SAK or blikk.leser_alt(row))

    return tuple(one for one in flagg if sees(one))


def saksrad(blikk: Blikk, rad: Saksrad, *, egen_frist: bool = False) -> Saksrad:
    """One row, cut down. `egen_frist` says that `neste_frist` is made of the viewer's own tasks."""
    seen = synlige_felt(blikk) | {"skjult"}
    if egen_frist and blikk.leser_alt(Innhold.SAK):
        seen |= {"neste_frist"}
    hidden = {one.name for one in fields(rad)} - seen
    empty: dict[str, Any] = {name: _TOMME.get(name) for name in hidden - {"status"}}
    flags = () if "flagg" in hidden else _flagg(blikk, rad.flagg)
    values = {**empty, "status": _status(blikk, rad.status), "flagg": flags}
    return replace(rad, **values, skjult=rad.skjult | frozenset(hidden))


# --- deadlines, findings and tasks


def _rows_of(regel: str, ref: object, sak: Kart) -> tuple[Innhold, ...] | None:
    rows = fi.REGLER.get(regel)
    if rows is not None and sak.om_varsling(ref):
        return (Innhold.VARSLING,)
    return rows


def ser_frist(blikk: Blikk, regel: str, ref: object, sak: Kart) -> Innsyn | None:
    """Whether a deadline or duty is shown: in full, as a date without its ground, or not at all."""
    rows = _rows_of(regel, ref, sak)
    if regel in fi.EGNE_OPPGAVER.get(blikk.rolle, frozenset()):
        return Innsyn.MASKERT
    if not blikk.leser_alt(Innhold.SAK) or (
        regel in fi.OPPHOERSREGLER and blikk.opphoer_holdes_unna
    ):
        return None
    if rows is None:
        return Innsyn.FULLT if blikk.rolle in NK_ROLLER else None
    named = sak.typer.get(str(ref))
    if (
        named in DOMSHENDELSER
        and innhold_av(blikk, named, {"id": ref, "ref": ref}, sak) is Innhold.OPPHOER
    ):
        return None
    return _least(blikk, rows)


def _fields(fact: Lovhendelse) -> dict[str, Any]:
    return {"id": fact.id, "ref": fact.ref, "art": fact.art}


def _frist(blikk: Blikk, frist: Frist, sak: Kart) -> Frist | None:
    level = ser_frist(blikk, frist.regel, frist.ref, sak)
    if level is None:
        return None
    rows = {innhold_av(blikk, fact.type, _fields(fact), sak) for fact in frist.spor.fakta}
    if level is Innsyn.FULLT and blikk.leser_alt(*rows):
        return frist
    return frist._replace(spor=Spor((), (), Grunn(SKJULT)))


def _finding(blikk: Blikk, varsel: Varsel) -> bool:
    if not blikk.leser_alt(Innhold.SAK):
        return False
    rows = fi.VARSLER.get(varsel.kode)
    if rows is None:
        return blikk.rolle in NK_ROLLER
    return blikk.leser_alt(*rows)


def _unclear(blikk: Blikk, one: Uavklart, sak: Kart) -> Uavklart:
    seen = tuple(regel for regel in one.regler if ser_frist(blikk, regel, one.ref, sak))
    return one._replace(regler=seen)


def _duty(blikk: Blikk, one: Straks, sak: Kart) -> bool:
    level = ser_frist(blikk, one.regel, None, sak)
    return level is Innsyn.FULLT or (blikk.rolle in NK_ROLLER and level is not None)


def svar(blikk: Blikk, given: Svar | None, sak: Kart) -> Svar | None:
    """The answer of the law library, cut down.

    A deadline that rests on an event the viewer does not read is left as a date without its ground.
    """
    if given is None:
        return None
    dates = [_frist(blikk, frist, sak) for frist in given.frister]
    unclear = [_unclear(blikk, one, sak) for one in given.uavklart]
    return given._replace(
        frister=tuple(frist for frist in dates if frist is not None),
        varsler=tuple(one for one in given.varsler if _finding(blikk, one)),
        straks=tuple(one for one in given.straks if _duty(blikk, one, sak)),
        uavklart=tuple(one for one in unclear if one.regler),
    )


@functools.lru_cache(maxsize=512)
def oppgavekoder(blikk: Blikk) -> frozenset[str]:
    """The rules and gaps whose tasks the viewer sees in lists."""
    rules = {regel for regel in fi.REGLER if ser_frist(blikk, regel, None, TOMT)}
    gaps = {kode for kode, row in fi.MANGLER.items() if blikk.leser_alt(Innhold.SAK, row)}
    return frozenset(rules | gaps)


def skjulte_saerlige(blikk: Blikk) -> frozenset[str]:
    """What a task may hang on (`Kart.saerlig`) that hides it, whatever its rule is about."""
    hidden = {VARSLING} if blikk.kan_lese(Innhold.VARSLING) is None else set()
    return frozenset(hidden | ({SENERE_DOM} if blikk.opphoer_holdes_unna else set()))


def synlige_oppgaver(blikk: Blikk) -> Q:
    """Which stored tasks lists may show, count and sort by."""
    seen = Q(kode__in=oppgavekoder(blikk))
    hidden = skjulte_saerlige(blikk)
    # Roles that read no complaints and no judgments have no such task: nothing to ask about.
    if not hidden or not blikk.leser_alt(Innhold.SAK, Innhold.KLAGE):
        return seen
    return seen & Q(**{f"verdier__{SAERLIG}__in": sorted({"", VARSLING, SENERE_DOM} - hidden)})


def viser_oppgave(blikk: Blikk, verdier: Mapping[str, Any]) -> bool:
    """Whether what a stored task hangs on lets the viewer see it."""
    return verdier.get(SAERLIG, "") not in skjulte_saerlige(blikk)


def oppgaver(blikk: Blikk, rader: Iterable[Oppgaverad]) -> tuple[Oppgaverad, ...]:
    """The tasks the viewer sees, each with its ground only where that is read too."""
    seen = oppgavekoder(blikk)
    found = []
    for rad in rader:
        if rad.kode not in seen and blikk.rolle not in NK_ROLLER:
            continue
        level = ser_frist(blikk, rad.kode, None, TOMT)
        keeps = level is not Innsyn.MASKERT or rad.slag in {"straks", "mangel"}
        # That the time for complaining runs again tells that a complaint was withdrawn.
        keeps &= (rad.kode, rad.slag) != ("F-20", "frist") or blikk.leser_alt(Innhold.KLAGE)
        seen_fields = synlige_felt(blikk)
        found.append(
            replace(
                rad,
                navn=rad.navn if "navn" in seen_fields else None,
                domstype=rad.domstype if "domstype" in seen_fields else "",
                grunn=rad.grunn if keeps else SKJULT_GRUNN,
            )
        )
    return tuple(found)


# --- the log, the participants and the stays


def hendelse(blikk: Blikk, rad: Hendelsesrad, sak: Kart, noekkel: str) -> Hendelsesrad | None:
    """One entry: whole, as type and day only, or None."""
    level = ser_hendelse(blikk, rad.type, rad.raa, sak, noekkel)
    if level is None:
        return None
    row = innhold_av(blikk, rad.type, rad.raa, sak, noekkel)
    if level is Innsyn.FULLT:
        may = blikk.kan_rette(rad.type, rad.aktoer_rolle) and blikk.kan_si(rad.type, rad.raa)
        return replace(rad, innhold=row, kan_rettes=rad.kan_rettes and may)
    return replace(
        rad,
        innhold=row,
        aktoer=_NOBODY,
        aktoer_rolle="",
        kilde=_TOM,
        kilde_ref=None,
        merknad=None,
        felt=(),
        kan_rettes=False,
        raa={},
    )


def ser_deltaker(blikk: Blikk, slag: Deltakerslag) -> bool:
    """Whether the viewer may know that somebody takes part in this capacity."""
    row = fi.DELTAKERE[slag]
    level = blikk.kan_lese(row)
    if level is Innsyn.MASKERT and row is Innhold.SAK:
        return slag in fi.MASKERTE_DELTAKERE.get(blikk.rolle, frozenset())
    return level is Innsyn.FULLT or (level is Innsyn.MASKERT and row is not Innhold.PLASSERING)


def _deltakere(blikk: Blikk, found: Iterable[Deltakerbilde]) -> tuple[Deltakerbilde, ...]:
    return tuple(one for one in found if ser_deltaker(blikk, one.slag))


def _stays(blikk: Blikk, found: tuple[Plasseringsbilde, ...]) -> tuple[Plasseringsbilde, ...]:
    level = blikk.kan_lese(Innhold.PLASSERING)
    if level is not Innsyn.MASKERT:
        return found if level else ()
    # Where the person ran away from, and nothing about how strictly they were kept.
    return tuple(
        replace(one, form="", sikkerhetsnivaa=None, rang=None)
        for one in found[-1:]
        if one.til is None
    )


def tilstand(blikk: Blikk, state: Tilstand) -> Tilstand:
    """A folded case, cut down, for what a new entry would change (`endringer.compare`)."""
    sak = kart_av_gjeldende(state.hendelser)
    stays, gaps = blikk.leser_alt(Innhold.PLASSERING), oppgavekoder(blikk)
    return replace(
        state,
        svar=svar(blikk, state.svar, sak),
        status=None if state.status is None else _status(blikk, state.status),
        opphold=state.opphold if stays else (),
        deltakere=tuple(p for p in state.deltakere if blikk.leser_alt(fi.DELTAKERE[p.slag])),
        flagg=_flagg(blikk, state.flagg),
        mangler=tuple(gap for gap in state.mangler if gap[0] in gaps),
        avvik=tuple(one for one in state.avvik if blikk.leser_alt(*fi.EGNE_AVVIK[one.kode])),
    )


def saksbilde(blikk: Blikk, bilde: Saksbilde) -> Saksbilde:
    """A whole case, cut down to what the viewer may see.

    `har_lest` must already hold no more than `blikk.logginnsyn` says; without it nothing is left.
    """
    first = roetter((one.nr, one.erstatter) for one in bilde.hendelser)
    sak = kart(((one.nr, one.type, one.raa) for one in bilde.hendelser), first)
    entries = [hendelse(blikk, one, sak, f"h{first[one.nr]}") for one in bilde.hendelser]
    whole = all(one is not None and one.aktoer is not _NOBODY for one in entries)
    seen = synlige_felt(blikk)
    rad = saksrad(blikk, bilde.rad)
    who: dict[str, Any] = {
        name: getattr(bilde, name) if name in seen else None for name in fi.PERSONFELT
    }
    gaps = blikk.leser_alt(Innhold.SAK, Innhold.PLASSERING) and blikk.kan_lese(Innhold.UTVISNING)
    hidden = {name for name in fi.PERSONFELT if name not in seen}
    hidden |= set() if whole else {"hendelser", "lov"}
    return replace(
        bilde,
        **who,
        rad=replace(rad, skjult=rad.skjult | frozenset(hidden)),
        svar=svar(blikk, bilde.svar, sak),
        hendelser=tuple(one for one in entries if one is not None),
        deltakere=_deltakere(blikk, bilde.deltakere),
        plasseringer=_stays(blikk, bilde.plasseringer),
        oppgaver=oppgaver(blikk, bilde.oppgaver),
        mangler=bilde.mangler if gaps else (),
        # Each was cut by what it is about when the picture was made; whoever reads nothing of
        # stays and transfers is told of none, whoever made the picture.
        avvik=bilde.avvik if blikk.leser_alt(Innhold.PLASSERING, Innhold.OVERFOERING) else (),
        har_lest=bilde.har_lest if blikk.logginnsyn else (),
        kan_registrere=tuple(one for one in bilde.kan_registrere if blikk.kan_registrere(one)),
        lov=bilde.lov if whole else None,
    )
