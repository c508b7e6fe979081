"""What every act here shares: who may, the summary of what changes, and the one transaction.

An act is first *previewed* and then *carried out*. Both run the same code in the same kind of
transaction; a preview is rolled back. So the summary cannot promise anything else than what
happens, and it finds every conflict that the act itself would meet. Source: brukerflate 5,
«Hva endres».
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.db import IntegrityError, transaction

from samvern.apps.virksomheter.fences import MESSAGE_OVERLAP
from samvern.apps.virksomheter.kontroll import faults
from samvern.apps.virksomheter.lasting import LASTER
from samvern.apps.virksomheter.models import Virksomhet
from samvern.apps.virksomheter.versjoner import Registrering, UgyldigVersjon, UtdatertVersjon
from samvern.apps.virksomheter.versjonert import Versjonert, known, rows_of
from samvern.engine import audit, clock
from samvern.engine.avslag import Feil, IkkeNaa, Nektet, Ugyldig
from samvern.engine.inndata import Inndata, les
from samvern.engine.roller import Rolle
from samvern.engine.viewer import Viewer
from samvern.law import datotekst
from samvern.law.text import Text

TOM: Final = Text("ikke oppgitt", "ikkje oppgitt")
INGEN_SLUTT: Final = Text("ingen sluttdato", "ingen sluttdato")
IKKE_KOMPETANT: Final = Text(
    "Du kan ikke endre virksomheter. Det kan bare den som har rollen drift.",
    "Du kan ikkje endre verksemder. Det kan berre den som har rolla drift.",
)
ENDRET: Final = Text(
    "{hvem} registrerte en ny versjon {naar}. Se hva som er nytt, og lagre på nytt.",
    "{hvem} registrerte ein ny versjon {naar}. Sjå kva som er nytt, og lagre på nytt.",
)
REFERANSEDATA: Final = Text("Referansedata", "Referansedata")
KONFLIKT: Final = Text(
    "Dette passer ikke med resten av registeret: {hva}. Ingenting er lagret.",
    "Dette passar ikkje med resten av registeret: {hva}. Ingenting er lagra.",
)
OVERLAPP: Final = Text(
    "Det finnes allerede en versjon for noen av disse dagene. Rett datoene.",
    "Det finst alt ein versjon for nokre av desse dagane. Rett datoane.",
)


@dataclass(frozen=True, slots=True)
class Linje:
    """One field before and after."""

    felt: Text
    foer: Text
    etter: Text


@dataclass(frozen=True, slots=True)
class Endring:
    """What an act changes: shown before it is saved, and answered after."""

    virksomhet: UUID
    kode: str
    tittel: Text
    linjer: tuple[Linje, ...]
    foelger: tuple[Text, ...] = ()
    """What else becomes different because of it."""
    uendret: tuple[Text, ...] = ()
    """What somebody could think changes, but does not."""
    objekt: UUID | None = None
    """The new row that others may point at, when the act makes one."""
    skrevet: tuple[str, ...] = ()
    """The fields written, for the audit entry."""


type Utfoerelse = Callable[[Registrering], Endring]


def may_change(viewer: Viewer) -> bool:
    """Whether the person may change reference data: operations only (issue 3, section 2)."""
    return viewer.rolle is Rolle.SYSTEMDRIFT


class _Faulty(Exception):
    """The register has faults after the act. Whose they are is not known yet."""


def run(viewer: Viewer, handling: str, grunn: str, utfoer: Utfoerelse, *, lagre: bool) -> Endring:
    """Carry out an act, or with `lagre` false only find out what it would change.

    The input has been through `read`, which asks whether the person may. Raises Ugyldig and
    IkkeNaa (ENDRET_I_MENS); then nothing is changed.

    The register is checked once, after the act. Only when there are faults is the act undone and
    done again, now with a check before it too: what was wrong already stops nobody.
    """
    who = Registrering(viewer.navn, grunn, clock.now())
    try:
        try:
            return _attempt(viewer, handling, who, utfoer, lagre=lagre, compare=False)
        except _Faulty:
            return _attempt(viewer, handling, who, utfoer, lagre=lagre, compare=True)
    except UtdatertVersjon as stale:
        raise IkkeNaa([Feil("versjon", "ENDRET_I_MENS", _plain_stale())]) from stale
    except UgyldigVersjon as wrong:
        raise Ugyldig([_fault(KONFLIKT.format(hva=str(wrong)))]) from wrong
    except IntegrityError as clash:
        if MESSAGE_OVERLAP not in str(clash):
            raise
        raise Ugyldig([_fault(OVERLAPP)]) from clash


@transaction.atomic
def _attempt(
    viewer: Viewer,
    handling: str,
    who: Registrering,
    utfoer: Utfoerelse,
    *,
    lagre: bool,
    compare: bool,
) -> Endring:
    """One try, in one transaction. Raises _Faulty unless it compares with what was before."""
    before = set(faults()) if compare else set()
    result = utfoer(who)
    if new := [fault for fault in faults() if fault not in before]:
        if not compare:
            raise _Faulty
        raise Ugyldig([_fault(KONFLIKT.format(hva="; ".join(new)))])
    if not lagre:
        transaction.set_rollback(True)
        return result
    audit.record(
        viewer.actor, handling, objekt=("virksomhet", result.virksomhet), skrevet=result.skrevet
    )
    return result


def read[M: Inndata](viewer: Viewer, model: type[M], data: Mapping[str, object]) -> M:
    """The input as the model has it, from somebody who may. Raises Nektet, and Ugyldig with all."""
    allow(viewer)
    inn, found = les(model, data)
    if inn is None:
        raise Ugyldig(found)
    return inn


def allow(viewer: Viewer) -> None:
    """Raise Nektet (IKKE_KOMPETANT) unless the person may; the door logs it after the roll-back."""
    if may_change(viewer):
        return
    raise Nektet([Feil("", "IKKE_KOMPETANT", IKKE_KOMPETANT)])


def newest[V: Versjonert](model: type[V], version: UUID) -> V | None:
    """The row held true now for what a version was about; None when there never was such a row.

    The version itself when nobody has replaced it; else the one whose validity begins closest
    before or on the same day, which is what a form about it must now be compared with.
    """
    old = rows_of(model).filter(pk=version).first()
    if old is None or old.erstattet is None:
        return old
    key = dict(zip(old.NOEKKEL, old.noekkel(), strict=True))
    rows = list(known(rows_of(model).filter(**key), None).order_by("gyldig_fra"))
    earlier = [row for row in rows if row.gyldig_fra <= old.gyldig_fra]
    return (earlier or rows or [old])[-1 if earlier else 0]


def unchanged[V: Versjonert](model: type[V], version: UUID, names: dict[str, Text]) -> V:
    """The version a form was made from, still held true.

    Raises Ugyldig when it never existed, and IkkeNaa (ENDRET_I_MENS) when it has been replaced:
    first who and when, then one fault for each field in `names` that says something else now.
    """
    old = rows_of(model).filter(pk=version).first()
    if old is None:
        raise Ugyldig([Feil("versjon", "UGYLDIG_VERDI", _plain_stale())])
    if old.erstattet is None:
        return old
    now = newest(model, version) or old
    moment = now.registrert.astimezone(clock.OSLO)
    who = REFERANSEDATA.nb if now.registrert_av == LASTER else now.registrert_av
    when = f"{datotekst.short(moment.date())} {datotekst.clock(moment.time())}"
    changed = [
        Feil(name, "ENDRET_I_MENS", _is_now(label, getattr(now, name)))
        for name, label in names.items()
        if getattr(now, name) != getattr(old, name)
    ]
    raise IkkeNaa([Feil("", "ENDRET_I_MENS", ENDRET.format(hvem=who, naar=when)), *changed])


def row(felt: Text, foer: object, etter: object) -> Linje | None:
    """A line of the summary, or None when nothing changes."""
    return None if foer == etter else Linje(felt, worded(foer), worded(etter))


def rows(*lines: Linje | None) -> tuple[Linje, ...]:
    """The lines that are there."""
    return tuple(line for line in lines if line is not None)


def worded(value: object) -> Text:
    """A stored value as people read it."""
    if isinstance(value, Text):
        return value
    if isinstance(value, bool):
        return Text("ja", "ja") if value else Text("nei", "nei")
    if isinstance(value, date):
        return Text(datotekst.long(value), datotekst.long(value))
    return Text(str(value), str(value)) if value not in {None, ""} else TOM


def body_of(kode: str) -> Virksomhet | None:
    """The body with a code, whatever its time."""
    return Virksomhet.objects.filter(kode=kode).first()


def gather(*groups: Iterable[Feil]) -> None:
    """Raise Ugyldig with every fault of the groups; nothing when there are none."""
    if found := [fault for group in groups for fault in group]:
        raise Ugyldig(found)


def _is_now(label: Text, value: object) -> Text:
    shown = worded(value)
    return Text(f"{label.nb} er nå: {shown.nb}.", f"{label.nn} er no: {shown.nn}.")


def _fault(text: Text) -> Feil:
    return Feil("", "UGYLDIG_VERDI", text)


def _plain_stale() -> Text:
    return Text(
        "Versjonen er erstattet av en annen. Åpne siden på nytt.",
        "Versjonen er erstatta av ein annan. Opne sida på nytt.",
    )
