"""What is alike for every appeal and complaint: one deadline for each party, and when that party
is done. Source: `frister.md` 4.1, 4.4 and 4.7.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from samvern.law.deadline import Outcome, because
from samvern.law.event import Hendelse
from samvern.law.trace import Status

_NEXT_DAY = timedelta(days=1)


def outcome(
    per_dato: date,
    dato: date,
    start: Hendelse,
    complaint: Hendelse | None,
    acceptance: Hendelse | None,
    *,
    withdrawn: bool = False,
) -> Outcome:
    """Return the status of one party's deadline: complaint first, then acceptance, then time.

    A complaint is an appeal (`anke`) for a judgment and a `klage` for a decision. `withdrawn` says
    that the party had complained and took it back; the deadline is as if it had not.
    """
    if complaint is not None:
        kind = complaint.type.upper()
        if complaint.dato <= dato:
            return Status.OPPFYLT, because(f"{kind}_I_TIDE", dag=complaint.dato)
        return Status.OPPFYLT_FOR_SENT, because(f"{kind}_FOR_SENT", dag=complaint.dato)
    if acceptance is not None:
        return Status.FRAFALT, because(acceptance.type.upper(), dag=acceptance.dato)
    kode = "INGEN_KLAGE" if start.type == "vedtak_mottatt" else "INGEN_ANKE"
    if withdrawn:
        kode = "KLAGE_TRUKKET"
    status = Status.LOEPER if per_dato <= dato else Status.UTLOEPT
    return status, because(kode, dag=start.dato)


def order_notes(vedtak: Hendelse, received: Hendelse) -> tuple[str, ...]:
    """Return a note when the receipt is dated before the decision: one of them is mistyped."""
    return ("MOTTATT_FOER_VEDTAKET",) if received.dato < vedtak.dato else ()


def done_on(dato: date, acceptance: Hendelse | None) -> date:
    """Return the day a party without a timely complaint is done.

    That is the day of acceptance, or the day after the (extended) deadline when the party
    accepted later or never.
    """
    after = dato + _NEXT_DAY
    return min(acceptance.dato, after) if acceptance is not None else after


def not_before_withdrawn(
    done: date | None, gone: Iterable[Hendelse], deadline: date | None
) -> date | None:
    """Return the day a party is done when complaints of its own have been withdrawn.

    While a timely complaint stood nothing could be carried out (phvl § 5-4), so the party was not
    done before the day it was withdrawn. A late complaint stopped nothing. Interpretation T24.
    """
    days = [
        one.trukket
        for one in gone
        if one.trukket is not None and (deadline is None or one.dato <= deadline)
    ]
    return done if done is None else max([done, *days])
