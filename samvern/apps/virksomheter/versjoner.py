"""The only way to change what the app holds: new versions, never an overwritten one.

Who may do this is decided where these functions are called. Every function is one transaction.
"""

import dataclasses
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction

from samvern.apps.virksomheter import orgnr
from samvern.apps.virksomheter.gyldighet import contradictions
from samvern.apps.virksomheter.versjonert import Versjonert, content_fields, rows_of


class UgyldigVersjon(ValueError):
    """The version contradicts itself. The argument is a Norwegian sentence."""


class UtdatertVersjon(Exception):
    """Somebody has replaced the version in the meantime: show what it is now, and ask again."""


@dataclass(frozen=True, slots=True)
class Registrering:
    """Who registers a version, why, and when."""

    hvem: str
    hvorfor: str
    naar: datetime

    def __post_init__(self) -> None:
        if not self.hvem.strip() or not self.hvorfor.strip():
            raise UgyldigVersjon("Det må stå hvem som endrer, og hvorfor.")


@dataclass(frozen=True, slots=True)
class Opphav:
    """Where a fact comes from. A change brings its own; it never inherits the old one's."""

    kilde: str
    belegg: str
    kilde_dato: date | None = None
    ikke_verifisert: bool = False


def register[V: Versjonert](version: V, who: Registrering) -> V:
    """Store the first version of something, or one after a gap.

    Raises UgyldigVersjon; IntegrityError when it overlaps a version with the same key.
    """
    _check(version)
    return _insert(version, who)


@transaction.atomic
def correct[V: Versjonert](
    old: V, changes: Mapping[str, object], origin: Opphav, who: Registrering
) -> V:
    """Replace a version that was wrong, also for the time behind us.

    `changes` maps field names to values, validity included. Raises UgyldigVersjon and
    UtdatertVersjon; IntegrityError when the new validity overlaps another version's.
    """
    new = _copy(old, {**changes, **dataclasses.asdict(origin)})
    _check(new)
    _close(old, who)
    return _insert(new, who)


@transaction.atomic
def change_from[V: Versjonert](
    old: V, on: date, changes: Mapping[str, object], origin: Opphav, who: Registrering
) -> V:
    """Something changed on a day: the old version ends the day before, a new one begins.

    `on` must lie inside the old version's sure period, after its first day. Raises as `correct`.
    """
    if on <= old.gyldig_fra or (old.gyldig_til is not None and on > old.gyldig_til):
        raise UgyldigVersjon("Endringen må ligge etter første dag og innenfor versjonens tid.")
    before = _copy(old, {"gyldig_til": on - timedelta(days=1), "mulig_til": None})
    after = _copy(old, {**changes, **dataclasses.asdict(origin), "gyldig_fra": on})
    after.mulig_fra = None
    _check(after)
    _close(old, who)
    _insert(before, who)
    return _insert(after, who)


def end[V: Versjonert](old: V, last_day: date, origin: Opphav, who: Registrering) -> V:
    """Something ceased: `last_day` is its last. Raises as `correct`."""
    return correct(old, {"gyldig_til": last_day, "mulig_til": None}, origin, who)


def _copy[V: Versjonert](old: V, changes: Mapping[str, object]) -> V:
    fields = content_fields(type(old))
    known = {*fields, *(name.removesuffix("_id") for name in fields)}
    if strange := set(changes) - known:
        raise UgyldigVersjon(f"Ukjent felt: {', '.join(sorted(strange))}.")
    new = type(old)(**{name: getattr(old, name) for name in fields})
    for name, value in changes.items():
        setattr(new, name, value)
    if new.noekkel() != old.noekkel():
        raise UgyldigVersjon("En versjon kan ikke flyttes til noe annet enn det den gjelder.")
    return new


def _check(version: Versjonert) -> None:
    faults = contradictions(version)
    number = getattr(version, "orgnr", "")
    if number and not orgnr.is_valid(number):
        faults.append("Organisasjonsnummeret er ikke gyldig.")
    if faults:
        raise UgyldigVersjon(" ".join(faults))


def _close(old: Versjonert, who: Registrering) -> None:
    still = rows_of(type(old)).filter(pk=old.pk, erstattet__isnull=True)
    if still.update(erstattet=who.naar) != 1:
        raise UtdatertVersjon


def _insert[V: Versjonert](version: V, who: Registrering) -> V:
    version.id = uuid.uuid4()
    version.registrert, version.registrert_av = who.naar, who.hvem
    version.grunn, version.erstattet = who.hvorfor, None
    version.save(force_insert=True)
    return version
