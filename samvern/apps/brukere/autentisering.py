"""Logging in: password, code, recovery code. Every attempt is logged, right or wrong.

A failure tells nobody, by word or time, whether the user exists; a name that was typed wrong is
never written anywhere. What is counted and what is logged stand in one transaction.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.crypto import salted_hmac
from django.views.decorators.debug import sensitive_variables

from samvern.apps.brukere import passord as passordregler
from samvern.apps.brukere import queries, sperre, totp
from samvern.apps.brukere.models import Bruker, Gjenopprettingskode, Kodegenerator
from samvern.apps.noekler.public import Keys
from samvern.engine import audit, clock
from samvern.engine.audit import Actor
from samvern.engine.viewer import Viewer

UNKNOWN = "ukjent"
NOBODY = "ingen"
RECOVERY_CODES = 10


@dataclass(frozen=True, slots=True)
class Svar:
    """What came of an attempt: the user when it was right; else perhaps when to try again."""

    bruker: Bruker | None = None
    vent_til: datetime | None = None

    @property
    def riktig(self) -> bool:
        """Whether it was right."""
        return self.bruker is not None


def actor(bruker: UUID | None, forespoersel: UUID) -> Actor:
    """Somebody who acts without a role yet; `ukjent` when nobody knows who."""
    return Actor(bruker or UNKNOWN, NOBODY, NOBODY, forespoersel)


@sensitive_variables()
def try_password(brukernavn: str, passord: str, forespoersel: UUID) -> Svar:
    """Try a user name and a password. A right one is only the first of two steps."""
    bruker = queries.user_named(brukernavn)
    if (until := sperre.opens(brukernavn)) is not None:
        _denied(bruker, "sperret", forespoersel)
        return Svar(vent_til=until)
    right = passordregler.is_right(bruker, passord)
    if bruker is None or not right or not _may_log_in(bruker):
        _failed(brukernavn, bruker, "feil_passord", forespoersel)
        return Svar(vent_til=sperre.opens(brukernavn))
    with transaction.atomic():
        audit.record(actor(bruker.pk, forespoersel), "innlogging.passord")
    return Svar(bruker)


def _may_log_in(bruker: Bruker) -> bool:
    limit = bruker.engangspassord_til
    return bruker.aktiv and (limit is None or clock.now() < limit)


@sensitive_variables()
def try_code(bruker: Bruker, typed: str, forespoersel: UUID) -> Svar:
    """Try a code from the app, or a recovery code; each can be used once."""
    if (until := sperre.opens(bruker.brukernavn)) is not None:
        _denied(bruker, "sperret", forespoersel)
        return Svar(vent_til=until)
    with transaction.atomic():
        used = _use_code(bruker, typed)
        if used:
            audit.record(actor(bruker.pk, forespoersel), f"innlogging.{used}")
    if used:
        return Svar(bruker)
    _failed(bruker.brukernavn, bruker, "feil_kode", forespoersel)
    return Svar(vent_til=sperre.opens(bruker.brukernavn))


@sensitive_variables()
def _use_code(bruker: Bruker, typed: str) -> str:
    generator = Kodegenerator.objects.filter(pk=bruker.pk, bekreftet__isnull=False).first()
    if generator is not None and _use_totp(generator, typed):
        return "kode"
    unused = Gjenopprettingskode.objects.filter(
        bruker=bruker, avtrykk=_print_of(typed), brukt__isnull=True
    )
    # One statement, so that two at once cannot both use it.
    return "gjenopprettingskode" if unused.update(brukt=clock.now()) == 1 else ""


@sensitive_variables()
def _use_totp(generator: Kodegenerator, typed: str) -> bool:
    counter = totp.matching_counter(
        _secret(generator), typed, clock.now(), after=generator.siste_teller
    )
    if counter is None:
        return False
    rows = Kodegenerator.objects.filter(pk=generator.pk, siste_teller__lt=counter)
    return rows.update(siste_teller=counter) == 1


@sensitive_variables()
def _secret(generator: Kodegenerator) -> str:
    secret = Keys.reading([generator.bruker_id]).open(generator, "hemmelighet")
    if not isinstance(secret, str):
        raise TypeError("Kodegeneratoren har ingen hemmelighet.")
    return secret


def _print_of(typed: str) -> str:
    plain = "".join(character for character in typed.lower() if character.isalnum())
    return salted_hmac("samvern.gjenopprettingskode", plain, algorithm="sha256").hexdigest()


def _failed(brukernavn: str, bruker: Bruker | None, kode: str, forespoersel: UUID) -> None:
    # The denial has its own transaction; the count comes first, so that no failure is free.
    sperre.count_failure(brukernavn)
    _denied(bruker, kode, forespoersel)


def _denied(bruker: Bruker | None, kode: str, forespoersel: UUID) -> None:
    known = bruker.pk if bruker else None
    audit.record_denial(actor(known, forespoersel), "innlogging.forsoek", kode)


def complete(bruker: Bruker, forespoersel: UUID, handling: str = "innlogging.fullfoert") -> None:
    """Note that the person is in: forget failures, and log it."""
    with transaction.atomic():
        sperre.clear(bruker.brukernavn)
        Bruker.objects.filter(pk=bruker.pk).update(last_login=clock.now())
        audit.record(actor(bruker.pk, forespoersel), handling)


def log_out(viewer: Viewer | None, bruker: UUID, forespoersel: UUID) -> None:
    """Log that the person went out."""
    who = viewer.actor if viewer else actor(bruker, forespoersel)
    with transaction.atomic():
        audit.record(who, "utlogging.fullfoert")


def note(viewer: Viewer, handling: str) -> None:
    """Log a change of role or a step-up, in the role it was done in."""
    with transaction.atomic():
        audit.record(viewer.actor, handling)


@sensitive_variables()
def begin_generator(bruker: Bruker) -> str:
    """The secret to put in the app: the one begun earlier and not confirmed, or a new one.

    Raises ValueError when there is a confirmed one: only an administrator can take it away.
    """
    with transaction.atomic():
        keys = Keys.writing([bruker.pk])
        row = Kodegenerator.objects.filter(pk=bruker.pk).first()
        if row is not None and row.bekreftet:
            raise ValueError("Kodegeneratoren er alt i bruk.")
        if row is not None:
            return _secret(row)
        secret = totp.new_secret()
        row = Kodegenerator(bruker=bruker)
        keys.seal(row, hemmelighet=secret)
        row.save(force_insert=True)
    return secret


@sensitive_variables()
def confirm_generator(bruker: Bruker, typed: str, forespoersel: UUID) -> list[str] | None:
    """Take the first code from the app. Recovery codes to show once, or None when it is wrong."""
    if sperre.opens(bruker.brukernavn) is not None:
        _denied(bruker, "sperret", forespoersel)
        return None
    with transaction.atomic():
        rows = Kodegenerator.objects.select_for_update().filter(pk=bruker.pk, bekreftet=None)
        generator = rows.first()
        right = generator is not None and _use_totp(generator, typed)
        if right:
            rows.update(bekreftet=clock.now())
            codes = _new_recovery_codes(bruker)
            audit.record(
                actor(bruker.pk, forespoersel), "kodegenerator.tatt_i_bruk",
                objekt=("bruker", bruker.pk), skrevet=["kodegenerator", "gjenopprettingskoder"],
            )  # fmt: skip
            return codes
    _failed(bruker.brukernavn, bruker, "feil_kode", forespoersel)
    return None


@sensitive_variables()
def _new_recovery_codes(bruker: Bruker) -> list[str]:
    Gjenopprettingskode.objects.filter(bruker=bruker).delete()
    codes = [passordregler.new_code(3, 4) for _ in range(RECOVERY_CODES)]
    Gjenopprettingskode.objects.bulk_create(
        [Gjenopprettingskode(bruker=bruker, avtrykk=_print_of(code)) for code in codes]
    )
    return codes


@sensitive_variables()
def set_password(bruker: Bruker, passord: str, forespoersel: UUID) -> None:
    """Give the user a password nobody else has seen. Every other session ends."""
    with transaction.atomic():
        locked = Bruker.objects.select_for_update().get(pk=bruker.pk)
        locked.set_password(passord)
        locked.engangspassord_til = None
        locked.oektversjon += 1
        locked.save(update_fields=["password", "engangspassord_til", "oektversjon"])
        audit.record(
            actor(bruker.pk, forespoersel), "bruker.passord_byttet",
            objekt=("bruker", bruker.pk), skrevet=["bruker.passord"],
        )  # fmt: skip
